import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { addDays } from '../../../core/time.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { bodyPartOf } from '../engine/catalogue.ts'
import { severityOf, showInjury } from '../engine/profile.ts'
import { joined, say, shownOf } from '../engine/words.ts'
import { sessionsBetween } from '../repository/plans.ts'
import type { InjuryRow } from '../repository/rows.ts'
import { dropInjury, findInjury, listInjuries as listRows, saveInjury } from '../repository.ts'
import { type InjuryOutput, injuryOutput, type ListInjuriesOutput, listInjuriesOutput } from '../schema/insight.ts'
import {
  type HealInjuryInput,
  healInjuryInput,
  type ListInjuriesInput,
  listInjuriesInput,
  type ReportInjuryInput,
  reportInjuryInput,
} from '../schema.ts'
import { invalid, pageOf } from '../service.ts'
import { today } from './workouts.ts'

/** Injuries: reported, healed, listed. Plans leave alone what is active. */
const PAGE = 50
/** From here on pain is a matter for a doctor before training. */
const SEVERE = 7

const ahead = async (ctx: Ctx): Promise<number> =>
  (await sessionsBetween(ctx.tx, ctx.user.id, today(ctx), addDays(today(ctx), 30))).length

const undoInjury = async (ctx: Ctx, { id, revision, previous }: InjuryOutput): Promise<void> => {
  const held = await findInjury(ctx.tx, ctx.user.id, id)
  if (held?.revision !== revision) throw new AppError('conflict', 'workouts.changed_since')
  if (previous === null) {
    if (!(await dropInjury(ctx.tx, ctx.user.id, id, revision))) throw new AppError('conflict', 'workouts.changed_since')
  } else
    await saveInjury(ctx.tx, ctx.user.id, {
      ...previous,
      // Only a reported injury can be healed, and its report gave it its own id as the revision.
      revision: previous.id,
      createdAt: new Date(previous.createdAt),
      updatedAt: new Date(previous.updatedAt),
    })
  ctx.emit({ type: 'workouts.injury_changed', payload: { id, status: previous?.status ?? 'deleted' } })
}

export const reportInjury = defineTool<ReportInjuryInput, InjuryOutput>({
  name: 'workouts_report_injury',
  title: 'Report an injury',
  description:
    'A body part that is injured or hurts in training, so that plans leave it alone. Acute danger (chest pain, trouble breathing, a fall on the head) is an emergency, not an injury report.',
  input: reportInjuryInput,
  output: injuryOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_injury', { part: input.bodyPart }),
  say: (injury) =>
    say('injury_reported', {
      part: injury.bodyPart,
      stop: say(injury.severity >= SEVERE ? 'stop_severe' : 'stop_rule'),
      unknown: injury.bodyPartKey === null ? say('injury_unknown_part') : '',
      ahead: injury.plannedAhead === 0 ? '' : say('injury_replan', { n: injury.plannedAhead }),
    }),
  run: async (ctx, input) => {
    const day = today(ctx)
    if (input.since !== undefined && input.since > day) throw invalid('since', 'since_future')
    const id = newId()
    const row: InjuryRow = {
      id,
      bodyPartKey: bodyPartOf(input.bodyPart)?.key ?? null,
      bodyPart: input.bodyPart,
      since: input.since ?? day,
      severity: severityOf(input.severity),
      note: input.note || null,
      status: 'active',
      healedOn: null,
      revision: id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }
    await saveInjury(ctx.tx, ctx.user.id, row)
    ctx.emit({ type: 'workouts.injury_changed', payload: { id: row.id, status: row.status } })
    return { ...showInjury(row), previous: null, plannedAhead: await ahead(ctx), revision: row.revision }
  },
  undo: (ctx, injury) => undoInjury(ctx, injury),
})

/** The one active injury meant by id or by words. */
const injuryMeant = async (ctx: Ctx, input: HealInjuryInput): Promise<InjuryRow> => {
  if (input.id !== undefined) {
    const found = await findInjury(ctx.tx, ctx.user.id, input.id)
    if (!found) throw new AppError('not_found', 'workouts.injury_not_found')
    return found
  }
  const active = await listRows(ctx.tx, ctx.user.id, 'active')
  const key = input.bodyPart === undefined ? null : (bodyPartOf(input.bodyPart)?.key ?? null)
  const fits = input.bodyPart === undefined ? active : active.filter((one) => key !== null && one.bodyPartKey === key)
  const [only, ...more] = fits
  if (!only) throw new AppError('not_found', 'workouts.injury_not_found')
  if (more.length > 0) throw invalid('id', 'which_injury', { parts: fits.map(({ bodyPart }) => bodyPart).join(', ') })
  return only
}

export const healInjury = defineTool<HealInjuryInput, InjuryOutput>({
  name: 'workouts_heal_injury',
  title: 'Mark an injury healed',
  description:
    'Marks an injury as healed ("колено прошло"), so that plans may load that body part again. By id or by body part.',
  input: healInjuryInput,
  output: injuryOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => say('ask_heal', { part: (await injuryMeant(ctx, input)).bodyPart }),
  say: (injury) => say('injury_healed', { part: injury.bodyPart }),
  run: async (ctx, input) => {
    const row = await injuryMeant(ctx, input)
    const day = today(ctx)
    if (row.status !== 'active') throw new AppError('conflict', 'workouts.injury_not_active')
    const healedOn = input.healedOn ?? day
    if (healedOn > day || healedOn < row.since) throw invalid('healedOn', 'healed_when')
    const next: InjuryRow = { ...row, status: 'healed', healedOn, revision: newId(), updatedAt: ctx.now }
    await saveInjury(ctx.tx, ctx.user.id, next)
    ctx.emit({ type: 'workouts.injury_changed', payload: { id: row.id, status: next.status } })
    return { ...showInjury(next), previous: showInjury(row), plannedAhead: await ahead(ctx), revision: next.revision }
  },
  undo: (ctx, injury) => undoInjury(ctx, injury),
})

export const listInjuries = defineTool<ListInjuriesInput, ListInjuriesOutput>({
  name: 'workouts_list_injuries',
  title: 'List injuries',
  description: 'Injuries the person has reported; by default the active ones.',
  input: listInjuriesInput,
  output: listInjuriesOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }, input) => {
    if (total === 0) return say(input.status === 'healed' ? 'injuries_none_healed' : 'injuries_none')
    const { shown, more } = shownOf(items, total)
    return say('injuries', {
      n: total,
      more,
      list: joined(
        shown.map((one) =>
          say('injury_item', {
            part: one.bodyPart,
            since: { date: one.since },
            healed: one.status === 'healed' ? say('injury_item_healed') : '',
          }),
        ),
        'join_semicolon',
      ),
    })
  },
  run: async (ctx, input) => {
    const rows = await listRows(ctx.tx, ctx.user.id, input.status ?? 'active')
    const page = pageOf(rows, input.limit ?? PAGE, input.cursor)
    return { ...page, items: page.items.map(showInjury) }
  },
})
