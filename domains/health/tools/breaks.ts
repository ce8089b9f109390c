// Breaks: which one fits now, and that it was not wanted.
import { newId } from '../../../core/ids.ts'
import { addDays } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { type DayPart, takesTime } from '../../../tools/day.ts'
import { type BreakFacts, type Choice, chooseBreak } from '../engine/breaks.ts'
import { recognise } from '../engine/names.ts'
import { tellBreak } from '../engine/sentences.ts'
import { countNight } from '../engine/sleep.ts'
import { checkinsBetween } from '../repository/checkins.ts'
import { BREAK_OFFER, type BreakOfferRow, offersSince } from '../repository/safety.ts'
import { spellsBetween } from '../repository/sleep.ts'
import {
  type BreakOutput,
  breakOutput,
  type DeclineBreak,
  declineBreakInput,
  type SuggestBreak,
  suggestBreakInput,
} from '../schema.ts'
import { notFound, say, todayOf, undo, write } from './writing.ts'

const DAYS_BEFORE = 3

type Reason = BreakOutput['reasons'][number]
interface Known {
  facts: BreakFacts
  reasons: Partial<Record<'stress' | 'low_energy' | 'short_sleep' | 'loaded', Reason>>
}

const fixedMinutes = (parts: readonly DayPart[]): number =>
  parts.filter(takesTime).reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()) / 60_000, 0)

/** Conditions and injuries of every domain by their canonical names, and an injury that no table knows. */
const safetyOf = async (ctx: Ctx): Promise<Pick<BreakFacts, 'safety' | 'unknownInjury'>> => {
  const facts = (await ctx.safetyFacts()).filter(({ kind }) => kind === 'condition' || kind === 'injury')
  const named = facts.map((fact) => ({
    fact,
    keys: [fact.name, ...recognise(fact.name, fact.kind === 'injury' ? 'injury' : 'condition').map(({ key }) => key)],
  }))
  const unknown = named.find(({ fact, keys }) => fact.kind === 'injury' && keys.length === 1)
  return { safety: named.flatMap(({ keys }) => keys), unknownInjury: unknown?.fact.name ?? null }
}

const learn = async (ctx: Ctx, input: SuggestBreak): Promise<Known> => {
  const today = todayOf(ctx)
  const { tx, user } = ctx
  const checkins = await checkinsBetween(tx, user.id, today, today)
  const stressed = checkins.findLast(({ stress }) => stress !== null)
  const tired = checkins.findLast(({ energy }) => energy !== null)
  const night = countNight(today, await spellsBetween(tx, user.id, today, today))
  const parts = await ctx.day(today)
  const loadMinutes = fixedMinutes(parts)
  const offers = await offersSince(tx, user.id, addDays(today, -DAYS_BEFORE))
  const own = (id: string | undefined) => (id === undefined ? null : { domain: 'health', id })
  return {
    facts: {
      stress: stressed?.stress ?? null,
      energy: tired?.energy ?? null,
      sleepMinutes: night.minutes,
      loadMinutes,
      minutes: input.minutes ?? null,
      place: input.place ?? null,
      ...(await safetyOf(ctx)),
      offeredToday: offers.filter(({ localDate }) => localDate === today).map(({ technique }) => technique),
      offeredBefore: offers.filter(({ localDate }) => localDate < today).map(({ technique }) => technique),
    },
    reasons: {
      stress: { fact: 'stress', value: stressed?.stress ?? null, ref: own(stressed?.id) },
      low_energy: { fact: 'low_energy', value: tired?.energy ?? null, ref: own(tired?.id) },
      short_sleep: { fact: 'short_sleep', value: night.minutes, ref: own(night.ids[0]) },
      loaded: { fact: 'loaded', value: loadMinutes, ref: parts.find(takesTime)?.ref ?? null },
    },
  }
}

/** Only what the chosen break answers is its reason. */
const reasonsOf = ({ technique, needs, tiredBy }: Choice, { reasons }: Known): Reason[] => {
  if (!technique) return []
  const facts = needs.flatMap((need) => {
    if (need === 'any' || !technique.helps.includes(need)) return []
    return need === 'tired' ? tiredBy : [need]
  })
  return facts.flatMap((fact) => reasons[fact] ?? [])
}

const outputOf = (row: BreakOfferRow | null, choice: Choice, reasons: Reason[], date: string): BreakOutput => ({
  id: row?.id ?? null,
  technique: choice.technique?.key ?? null,
  kind: choice.technique?.kind ?? null,
  minutes: choice.technique?.minutes ?? null,
  steps: choice.technique?.steps ?? 0,
  reasons,
  excluded: choice.excluded,
  source: choice.technique?.source ?? null,
  date,
  status: row ? 'offered' : 'none',
  changeId: null,
})

const suggestBreak = defineTool<SuggestBreak, BreakOutput>({
  name: 'health_suggest_break',
  title: 'Suggest a break',
  description:
    'Suggests one break of under ten minutes (breathing, meditation, light movement, rest) from stress, sleep, the load of the day and the safety profile, with steps and a reason. Not the same twice a day.',
  input: suggestBreakInput,
  output: breakOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_list'),
  say: (offer) => tellBreak(offer),
  run: async (ctx, input) => {
    const known = await learn(ctx, input)
    const choice = chooseBreak(known.facts)
    const today = todayOf(ctx)
    if (!choice.technique) return outputOf(null, choice, [], today)
    const id = newId()
    const row: BreakOfferRow = {
      id,
      technique: choice.technique.key,
      localDate: today,
      status: 'offered',
      revision: id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }
    // Telling what was offered is not a change of the person's data, only what keeps it from being offered again.
    await ctx.tx.query(BREAK_OFFER.insert, BREAK_OFFER.params(ctx.user.id, row))
    return outputOf(row, choice, reasonsOf(choice, known), today)
  },
})

const declineBreak = defineTool<DeclineBreak, BreakOutput>({
  name: 'health_decline_break',
  title: 'Decline a break',
  description: 'Notes that the person does not want the break just offered; it is not offered again that day.',
  input: declineBreakInput,
  output: breakOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_log'),
  say: () => say('break_declined'),
  run: async (ctx, input) => {
    const offers = await offersSince(ctx.tx, ctx.user.id, todayOf(ctx))
    const row = input.id === undefined ? offers[0] : offers.find(({ id }) => id === input.id)
    if (!row) throw notFound('no_break_offered')
    const declined: BreakOfferRow = { ...row, status: 'declined', updatedAt: ctx.now }
    const changeId = row.status === 'declined' ? null : await write(ctx, BREAK_OFFER, declined)
    const nothing: Choice = { technique: null, needs: [], tiredBy: [], excluded: [] }
    return { ...outputOf(declined, nothing, [], row.localDate), technique: row.technique, status: 'declined', changeId }
  },
  undo: (ctx, offer) => undo(ctx, offer),
})

export const breakTools: Tool[] = [suggestBreak, declineBreak]
