import type { Lang } from '../../core/user.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { CODE_WORDS } from './codes.ts'
import { asRecord, type Done, type Turn } from './conversation.ts'
import { cuesOf } from './cues.ts'
import { stemWords } from './reading/index.ts'
import { isLookup, isRow, type Mentioned, mentionedRows, sameKind } from './reference.ts'
import { fill } from './slots/fill.ts'
import { sumsSaid } from './slots/finance.ts'
import { clockNear, inMinutes, nextTime, rfc } from './slots/moment.ts'
import { takeImportance } from './slots/plans.ts'
import type { Slots } from './slots/state.ts'
import { domainOf } from './tool-schema.ts'
import type { Args, Draft, Understanding } from './types.ts'
import type { Deps } from './understand.ts'
import { capitalised, tidy, words } from './words.ts'

const SLIP =
  /^(?:(?:ой|упс|блин|ах|стоп|(?:это |там )?опечатка|извини(?:те)?|прости(?:те)?|сорри|ошибся|ошиблась|ошибка|подожди|погоди|нет|не так|не то|неверно|неправильно|хотя нет|а нет|ну нет|oops|whoops|(?:that's |that is |it's |it was )?a typo|typo|sorry|wait|no|nope|my bad|wrong|hold on|hm+|actually|ah|oh)(?!\p{L})[\s,.!—–-]*)+/iu
const RATHER =
  /^(?:точнее|вернее|то есть|на самом деле|должно быть|надо было|правильно|поправь на|исправь на|пусть будет|сделай|i meant|i mean|meant|make (?:that|it)|it (?:was|should be|is)|that was|should be|should have been|rather|change (?:that|it) to|это (?:был[аио]?|за|на)?)(?!\p{L})[\s,:—–-]*/iu
const NOT_BUT = /^(?:не|not)\s+(.+?)(?:\s*,\s*(?:а|но|but)?\s*|\s+(?:а|but)\s+)(.+)$/iu
const BUT_NOT = /^(.+?)(?:\s*,\s*|\s+)(?:а не|not|instead of|вместо)\s+(.+)$/iu

export interface Correction {
  /** What was wrong, when it was said. */
  old?: string
  next: string
  /** "это было кафе" is said of a purchase. */
  wasMoney?: boolean
  /** Only "no" or "oops" and words: they change a time or a sum, never a name. */
  bare?: boolean
}

/** Takes a correction apart; undefined when the text is none. */
export const correctionOf = (text: string): Correction | undefined => {
  const slip = SLIP.exec(text)
  const rest = tidy(text.slice(slip?.[0].length ?? 0))
  const rather = RATHER.exec(rest)
  const body = tidy(rest.slice(rather?.[0].length ?? 0))
  if (body === '') return undefined
  const notBut = NOT_BUT.exec(body) ?? NOT_BUT.exec(rest)
  if (notBut?.[1] && notBut[2]) return { old: tidy(notBut[1]), next: tidy(notBut[2].replace(RATHER, '')) }
  if (!slip && !rather) return undefined
  const butNot = BUT_NOT.exec(body)
  if (butNot?.[1] && butNot[2]) return { old: tidy(butNot[2]), next: tidy(butNot[1]) }
  if (!rather) return { next: body, wasMoney: false, bare: true }
  return { next: body, wasMoney: /^(?:это был[аио]?|that was|it was)(?!\p{L})/iu.test(rest) }
}

const WRITES = /_(?:add|update|set|log|mark|complete|move|split|snooze|skip|remember|correct)_/
const isWrite = (call: Done): boolean => WRITES.test(call.name)

const updateToolFor = (deps: Deps, call: Done): string | undefined => {
  const candidates = deps.toolbox.names.filter(
    (name) =>
      domainOf(name) === domainOf(call.name) && /_(?:update|correct)_/.test(name) && deps.toolbox.needsRow(name),
  )
  return candidates.find((name) => sameKind(deps.toolbox, name)(call)) ?? candidates[0]
}

const holdsWords = (found: Mentioned, text: string): boolean => {
  const wanted = stemWords(text)
  const have = stemWords(JSON.stringify(Object.values(found.row).filter((value) => typeof value === 'string')))
  return wanted.length > 0 && wanted.every((stem) => have.includes(stem))
}

/** The row a correction is about: the one with the old value, else the last one written. */
const rowMeant = (
  deps: Deps,
  turns: readonly Turn[],
  { old, wasMoney }: Correction,
  timed: boolean,
): Mentioned | undefined => {
  const rows = mentionedRows(turns, isWrite).filter(({ call }) => !timed || domainOf(call.name) !== 'finance')
  if (old === undefined)
    return wasMoney ? (rows.find(({ call }) => call.name.startsWith('finance_')) ?? rows[0]) : rows[0]
  const clause = clauseOf(old, 'ru', deps.context)
  const sums = sumsSaid(slotsFor(deps, clause, 'finance_update_transaction'))
  // A sum that no row in sight has is not taken for the last one's: the list will tell.
  return (
    rows.find(({ row }) => sums.includes(Number(row['amount']))) ??
    rows.find((found) => holdsWords(found, old)) ??
    (sums.length > 0 && !(rows[0] && RECORDS.has(domainOf(rows[0].call.name))) ? undefined : rows[0])
  )
}

const slotsFor = (deps: Deps, clause: Clause, name: string): Slots => ({
  tool: deps.toolbox.get(name) ?? { name, description: '', properties: {}, required: new Set() },
  clause,
  whole: clause,
  cues: cuesOf(clause),
  context: deps.context,
  args: {},
  used: [],
  tagged: false,
  presence: new Map(),
  fields: new Map(),
  names: [],
  parts: [],
})

const PREPOSITION = /^(?:на|за|в|во|у|из|к|до|for|on|at|in|from|to|the)\s+/iu
/** "это было кафе" may also begin with a pronoun that says nothing. */
const wordsOf = (text: string): string => tidy(text.replace(PREPOSITION, ''))

const moneyChange = (slots: Slots, correction: Correction, found: Mentioned | undefined): Args | undefined => {
  const { clause } = slots
  const [sum] = sumsSaid(slots)
  const [date] = mentionsOf(clause, 'date')
  if (date) return { occurredOn: date.date }
  if (sum !== undefined) return { amount: sum }
  const text = wordsOf(clause.text)
  if (correction.bare || text === '' || stemWords(text).length > 3) return undefined
  const payee = found?.row['payee']
  const wasPayee =
    correction.old !== undefined &&
    typeof payee === 'string' &&
    stemWords(payee).join() === stemWords(wordsOf(correction.old)).join()
  return wasPayee || /^(?:в|во|у|at|from)\s/iu.test(clause.text) ? { payee: text } : { category: text }
}

const planChange = (slots: Slots, correction: Correction, found: Mentioned | undefined): Args | undefined => {
  const { clause, tool } = slots
  const [instant] = mentionsOf(clause, 'instant')
  const [date] = mentionsOf(clause, 'date')
  const [time] = mentionsOf(clause, 'time')
  const [duration] = mentionsOf(clause, 'duration')
  const [shift] = mentionsOf(clause, 'shift')
  const [number] = mentionsOf(clause, 'number')
  const [delay] = mentionsOf(clause, 'delay')
  const moment = ['start', 'dueAt', 'at'].find((field) => tool.properties[field])
  const cost = asRecord(found?.row['cost'])
  const [sum] = COSTS.test(clause.plain) && tool.properties['cost'] ? sumsSaid(slots) : []
  if (sum !== undefined) return { cost: { amount: sum, ...(cost['currency'] ? { currency: cost['currency'] } : {}) } }
  if (shift && tool.properties['shiftMinutes']) return { shiftMinutes: shift.minutes }
  if (instant && moment) return { [moment]: instant.at }
  if (delay && moment) return { [moment]: inMinutes(slots, delay.minutes) }
  if (duration && tool.properties['durationMinutes']) return { durationMinutes: duration.minutes }
  const current = found && timeOf(found)
  if (date && moment) {
    if (tool.properties['date']) return { date: date.date }
    return { [moment]: rfc(slots, date.date, current?.slice(11, 16) ?? '09:00') }
  }
  const clock = clockNear(
    time?.time ?? (number && number.value <= 24 ? bareHour(number.value) : undefined),
    clause.plain,
    current,
  )
  if (clock && moment) {
    if (tool.properties['time']) return { time: clock }
    if (current) return { [moment]: rfc(slots, current.slice(0, 10), clock) }
    return time ? { [moment]: nextTime(slots, time) } : undefined
  }
  takeImportance(slots)
  if (Object.keys(slots.args).length > 0) return slots.args
  const text = wordsOf(clause.text)
  const field = tool.properties['title'] ? 'title' : 'text'
  const old = found?.row[field]
  if (correction.bare || text === '' || stemWords(text).length > 5 || typeof old !== 'string') return undefined
  const said = correction.old === undefined ? '' : wordsOf(correction.old)
  const at = said === '' ? -1 : old.toLowerCase().indexOf(said.toLowerCase())
  const value = at >= 0 ? `${old.slice(0, at)}${text}${old.slice(at + said.length)}` : text
  return { [field]: field === 'title' ? capitalised(value) : value }
}

const COSTS = words('стоит|стоить|стоимость|цена|costs?|price')

/** Parts of life whose records are figures, not plans. */
const RECORDS: ReadonlySet<string> = new Set(['health', 'home', 'workouts'])
const CALLED: Readonly<Record<string, string>> = {
  health_log_mood: 'настроение',
  health_log_sleep: 'сон',
  health_log_symptom: 'симптом',
}
/** "не 82, а 81" after a weight: the figure of that record, read as its own correction. */
const recordChange = (
  deps: Deps,
  tool: string,
  { next }: Correction,
  { call, row }: Mentioned,
  lang: Lang,
): Args | undefined => {
  const schema = deps.toolbox.get(tool)
  // A night said again with its hours replaces the one that was there.
  const again = call.name === 'health_log_sleep' && mentionsOf(clauseOf(next, lang, deps.context), 'window').length > 0
  if (!schema || again) return undefined
  const kind = typeof row['kind'] === 'string' ? CODE_WORDS[row['kind']] : undefined
  const called = (kind ?? CALLED[call.name] ?? '').split(' ')[0] ?? ''
  const { args } = fill(schema, clauseOf(`${called} ${next}`.trim(), lang, deps.context), deps)
  return Object.keys(args).length > 0 ? args : undefined
}

/** An hour 1–6 without a part of the day is in the afternoon. */
const bareHour = (hour: number): string => `${String(hour >= 1 && hour <= 6 ? hour + 12 : hour).padStart(2, '0')}:00`

const timeOf = ({ row }: Mentioned): string | undefined =>
  ['start', 'dueAt', 'nextAt', 'at']
    .map((field) => row[field])
    .find((value): value is string => typeof value === 'string')

/** "ой, не 1200, а 1300": a change of what was just written, or of the row that holds the old value. */
export const correct = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): Understanding | undefined => {
  const correction = correctionOf(text)
  if (!correction) return undefined
  const clause = clauseOf(withUnit(correction.next, turns), lang, deps.context)
  const timed = mentionsOf(clause, 'time', 'instant', 'duration', 'shift', 'delay').length > 0
  const refused = timed ? againWith(deps, turns, clause) : undefined
  if (refused) return { lang, drafts: [refused], how: 'context' }
  const found = paidBy(rowMeant(deps, turns, correction, timed) ?? shownAlone(turns))
  if (!found) return correctListed(deps, correction, clause, lang)
  const again = setAgain(deps, found, clause)
  if (again) return { lang, drafts: [again], how: 'context' }
  const tool = updateToolFor(deps, found.call)
  if (!tool) return undefined
  const slots = slotsFor(deps, clause, tool)
  const args = RECORDS.has(domainOf(tool))
    ? recordChange(deps, tool, correction, found, lang)
    : domainOf(tool) === 'finance'
      ? moneyChange(slots, correction, found)
      : planChange(slots, correction, found)
  if (!args) return undefined
  const occurrence = found.row['occurrenceStart']
  const draft: Draft = {
    tool,
    args,
    id: found.row.id,
    ...(typeof occurrence === 'string' ? { occurrenceStart: occurrence } : {}),
  }
  return { lang, drafts: [draft], how: 'context' }
}

const BARE_DELAY = /^(через|in)\s+(полтора|полторы|\d+(?:[.,]\d+)?|\p{L}+)[\s.!]*$/iu
const UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/(?<!\p{L})(?:час\p{L}*|hours?|hrs?)(?!\p{L})/iu, 'часа', 'hours'],
  [/(?<!\p{L})(?:минут\p{L}*|мин|minutes?|mins?)(?!\p{L})/iu, 'минут', 'minutes'],
]
/** "нет, через полтора" after "через два часа": the unit was said before. */
const withUnit = (text: string, turns: readonly Turn[]): string => {
  const bare = BARE_DELAY.exec(text.trim())
  const unit = bare && UNITS.find(([pattern]) => pattern.test(turns.at(-1)?.user ?? ''))
  if (!bare || !unit || UNITS.some(([pattern]) => pattern.test(text))) return text
  return `${text.trim()} ${bare[1]?.toLowerCase() === 'in' ? unit[2] : unit[1]}`
}

const BUDGET = 'finance_set_budget'
/** Paying a bill made an entry: what was paid is corrected there, the bill stays. */
const paidBy = (found: Mentioned | undefined): Mentioned | undefined => {
  const { transaction } = asRecord(found?.call.result?.output)
  if (!found || !/_mark_bill_paid$/u.test(found.call.name) || !isRow(transaction)) return found
  return { call: { ...found.call, name: 'finance_add_transaction' }, row: transaction }
}

/** The one entry that was just shown as odd, when nothing was written. */
const shownAlone = (turns: readonly Turn[]): Mentioned | undefined => {
  const [found] = mentionedRows(turns.slice(-1), ({ name }) => name === 'finance_find_anomalies')
  return found && { call: { ...found.call, name: 'finance_add_transaction' }, row: found.row }
}

/** A limit is not updated but set once more. */
const setAgain = (deps: Deps, { call }: Mentioned, clause: Clause): Draft | undefined => {
  const [limit] = call.name === BUDGET ? sumsSaid(slotsFor(deps, clause, BUDGET)) : []
  return limit === undefined ? undefined : { tool: BUDGET, args: { ...call.args, limit } }
}

const MOMENTS = ['at', 'start', 'dueAt', 'startsAt'] as const

/** The call that was just refused, a time that has passed for one, with the time said now. */
const againWith = (deps: Deps, turns: readonly Turn[], clause: Clause): Draft | undefined => {
  const calls = turns.at(-1)?.calls.filter((call) => !isLookup(call.id)) ?? []
  const [failed] = calls.filter((call) => call.result !== undefined && call.result.status !== 'ok')
  const tool = failed && calls.length === 1 ? deps.toolbox.get(failed.name) : undefined
  const moment = MOMENTS.find((field) => failed?.args[field] !== undefined)
  if (!failed || !tool || moment === undefined || !WRITES.test(failed.name)) return undefined
  const next = fill(tool, clause, deps).args
  return next[moment] === undefined
    ? undefined
    : { tool: failed.name, args: { ...failed.args, [moment]: next[moment] } }
}

/** Nothing in sight to correct: only a sum names its row well enough to look for it. */
const correctListed = (deps: Deps, correction: Correction, clause: Clause, lang: Lang): Understanding | undefined => {
  const tool = 'finance_update_transaction'
  if (correction.old === undefined || !deps.toolbox.has(tool)) return undefined
  const [old] = sumsSaid(slotsFor(deps, clauseOf(correction.old, lang, deps.context), tool))
  const [next] = sumsSaid(slotsFor(deps, clause, tool))
  if (old === undefined || next === undefined) return undefined
  return {
    lang,
    how: 'context',
    drafts: [{ tool, args: { amount: next }, ref: { words: '@it', amount: old, last: true } }],
  }
}
