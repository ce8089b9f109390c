import type { Message } from '../../core/messages.ts'
import { instantAt, localDateOf, toRfc3339 } from '../../core/time.ts'
import { asRecord, type Done, type Turn } from './conversation.ts'
import {
  type Fit,
  fitOf,
  instantOf,
  isRow,
  lookupFor,
  lookupPlans,
  type Mentioned,
  mentionedRows,
  rowsOf,
  sameKind,
} from './reference.ts'
import { askWhichRow, labelOf, MOST_CHOICES } from './reply.ts'
import { clockNear } from './slots/moment.ts'
import type { Args, Draft, PersonContext, Question, Ref, Row } from './types.ts'
import type { Deps } from './understand.ts'

/** A list still to be asked for. */
interface Lookup {
  id: string
  name: string
  args: Args
}
export type Resolved =
  | { ready: readonly Draft[] }
  | { lookups: readonly Lookup[] }
  | { question: Question }
  | { none: Message }

/** Which draft of which reading of the message: a reading that found nothing gives way to the next. */
export interface Place {
  index: number
  reading: number
}
const lookupId = ({ tentative }: Draft, { index, reading }: Place): string =>
  `${tentative ? 'try' : 'look'}${index}${reading === 0 ? '' : `.${reading}`}`

export const callOf = (turn: Turn, id: string): Done | undefined =>
  turn.calls.find((call) => call.id === id || call.id.startsWith(`${id}_`))

/** A draft whose row is settled: its id, or the moment counted back from it. */
export const withRow = (draft: Draft, row: Row, context: PersonContext): Draft => {
  const { settles, ...unsettled } = draft
  const { ref: _ref, others: _others, tentative: _tentative, before, clock: _clock, ...rest } = unsettled
  if (settles) {
    const value = row[settles.from]
    // An id fills a field beside the row that `ref` means; any other field stands for that row.
    const kept = settles.from === 'id' ? unsettled : rest
    return { ...kept, args: { ...draft.args, [settles.field]: settles.many ? [value] : value } }
  }
  const at = before === undefined ? undefined : instantOf(row)
  if (before !== undefined && at) {
    const moment = toRfc3339(new Date(at.getTime() - before * 60_000), context.timeZone)
    return { ...rest, args: { text: nameOf(row), ...rest.args, at: moment } }
  }
  const args = onItsDay(draft, row, context)
  const occurrence = row['rrule'] == null && row['seriesId'] == null ? undefined : row['occurrenceStart']
  return { ...rest, args, id: row.id, ...(typeof occurrence === 'string' ? { occurrenceStart: occurrence } : {}) }
}

const MOMENTS = ['at', 'start', 'dueAt'] as const

/** "перенеси на 8": the hour changes, the day of the row stays, unless it is over by then. */
const onItsDay = ({ args, clock }: Draft, row: Row, context: PersonContext): Args => {
  const field = MOMENTS.find((name) => args[name] !== undefined)
  const current = instantOf(row)
  if (!clock || !field || !current) return args
  const { timeZone, now } = context
  const near = clockNear(clock.time, clock.said, toRfc3339(current, timeZone)) ?? clock.time
  const moved = instantAt(localDateOf(current, timeZone), near, timeZone)
  return moved > now ? { ...args, [field]: toRfc3339(moved, timeZone) } : args
}

const nameOf = (row: Row): string => {
  const name = row['title'] ?? row['text']
  return typeof name === 'string' ? name : ''
}

/** Which rows a draft means, its own and those its fields point to: from the conversation, else from lists asked for in this turn. */
export const resolve = (deps: Deps, turns: readonly Turn[], turn: Turn, draft: Draft, at: Place): Resolved => {
  const linked = withLinks(deps, turn, draft, at)
  return 'tool' in linked ? resolveOwn(deps, turns, turn, linked, at) : linked
}

/** The draft with the ids its links mean, or what stands in the way. */
const withLinks = (deps: Deps, turn: Turn, draft: Draft, at: Place): Draft | Resolved => {
  const { links = [], ...bare } = draft
  const args: Args = { ...draft.args }
  for (const [n, { field, list, where, ref, many, must, tells = [] }] of links.entries()) {
    if (!deps.toolbox.has(list)) continue
    const { name, args: window } = lookupPlans(list, ref, deps.toolbox, deps.context)
    const id = `${lookupId(draft, at)}-l${n}`
    const found = listed(deps, turn, ref, { id, name, args: { ...window, ...where } })
    if ('id' in found) return { lookups: [found] }
    const [row] = found.rows
    if (!row && must) return { none: { key: 'models.row_not_found', params: { words: ref.words } } }
    if (!row) continue
    if (found.rows.length > 1) {
      const settles = { field, from: 'id', ...(many ? { many } : {}) }
      const as: Draft = { ...bare, args, links: links.slice(n + 1), settles }
      const rows = found.rows.slice(0, MOST_CHOICES)
      const message = askWhichRow(rows)
      return { question: { kind: 'row', draft: at.index, rows, as: rows.map(() => as), message } }
    }
    const ids = Array.isArray(args[field]) ? args[field] : []
    args[field] = many ? [...new Set([...ids, row.id])] : row.id
    for (const told of tells) delete args[told]
  }
  return { ...bare, args }
}

const resolveOwn = (deps: Deps, turns: readonly Turn[], turn: Turn, draft: Draft, at: Place): Resolved => {
  const { index } = at
  const { ref } = draft
  if (deps.toolbox.takes(draft.tool, 'planId')) return ofPlan(turns, draft, deps.context)
  if (!ref) return { ready: [draft] }
  if (draft.before !== undefined) return resolveBefore(deps, turns, turn, draft, ref, at)
  if (ref.words === '@it' && ref.amount === undefined && ref.date === undefined) {
    const [found] = mentionedRows(turns, sameKind(deps.toolbox, draft.tool))
    if (found) return { ready: [withRow(draft, upcoming(draft, found), deps.context)] }
  }
  const id = lookupId(draft, at)
  const lookup = lookupFor(draft, deps.toolbox, deps.context)
  if (!lookup) return { none: { key: 'models.no_such_row' } }
  const own = listed(deps, turn, ref, { id, ...lookup })
  if ('id' in own) return { lookups: [own] }
  const others = draft.others ?? []
  if (own.share === 1 || others.length === 0) return settled(deps, draft, index, [{ draft, ...own }])
  const elsewhere = others.map((other, n) => {
    const list = lookupFor(other, deps.toolbox, deps.context)
    return { draft: other, found: list ? listed(deps, turn, other.ref ?? ref, { id: `${id}-${n}`, ...list }) : NO_ROWS }
  })
  const missing = elsewhere.flatMap(({ found }) => ('id' in found ? [found] : []))
  if (missing.length > 0) return { lookups: missing }
  const found = elsewhere.flatMap((one) => ('id' in one.found ? [] : [{ draft: one.draft, ...one.found }]))
  return settled(deps, draft, index, [{ draft, ...own }, ...found])
}

const REMOVES = /_(?:delete|cancel)_/u
/** What is removed of a repeating task that was just done is what comes next. */
const upcoming = ({ tool }: Draft, { call, row }: Mentioned): Row => {
  const { next } = asRecord(call.result?.output)
  return REMOVES.test(tool) && isRow(next) ? next : row
}

/** "прими план": the one proposed last in this conversation, or those of its sessions that were named. */
const ofPlan = (turns: readonly Turn[], draft: Draft, context: PersonContext): Resolved => {
  const planned = turns.flatMap(({ calls }) => calls.map(({ result }) => asRecord(result?.output)))
  const plan = planned.findLast(({ planId }) => typeof planId === 'string')
  const { ref, ...rest } = draft
  if (!plan) return { none: { key: 'models.no_such_row' } }
  const args = { ...draft.args, planId: plan['planId'] }
  if (!ref) return { ready: [{ ...rest, args }] }
  const sessions = Array.isArray(plan['sessions']) ? plan['sessions'].filter(isRow) : []
  const { rows } = fitOf(sessions, ref, context)
  return rows.length > 0
    ? { ready: [{ ...rest, args: { ...args, blockIds: rows.map(({ id }) => id) } }] }
    : { none: { key: 'models.no_such_row' } }
}

const NO_ROWS: Fit = { rows: [], share: 0 }

/** The rows of a list that fit, or the list still to be asked for. */
const listed = (deps: Deps, turn: Turn, ref: Ref, lookup: Lookup): Fit | Lookup => {
  const looked = callOf(turn, lookup.id)
  if (!looked) return lookup
  return looked.result ? fitOf(rowsOf(looked.result.output), ref, deps.context) : NO_ROWS
}

/** The kind of row that holds most of the words; of equal ones the kind that was understood first. */
const settled = (deps: Deps, draft: Draft, index: number, fits: readonly ({ draft: Draft } & Fit)[]): Resolved => {
  const ref = draft.ref?.words ?? '@it'
  const best = Math.max(...fits.map(({ share }) => share))
  const [own] = fits
  const picked = fits.filter(({ share }) => share === best && share > 0)
  const kinds = own && picked.includes(own) ? [own] : picked
  const choices = kinds.flatMap((kind) => kind.rows.map((row) => ({ row, draft: kind.draft })))
  if (choices.length === 0) {
    const key = ref.startsWith('@') ? 'models.no_such_row' : 'models.row_not_found'
    return { none: { key, params: { words: ref } } }
  }
  const [one] = choices
  // Nobody could say which of two entries that look the same.
  if (
    one &&
    choices.length > 1 &&
    ref !== '@all' &&
    new Set(choices.map(({ row }) => JSON.stringify(labelOf(row)))).size === 1
  )
    return { ready: [withRow(one.draft, one.row, deps.context)] }
  if (choices.length === 1 || ref === '@all')
    return { ready: choices.map((choice) => withRow(choice.draft, choice.row, deps.context)) }
  const rows = choices.map(({ row }) => row)
  const shown = choices.slice(0, MOST_CHOICES)
  return {
    question: {
      kind: 'row',
      draft: index,
      rows: shown.map(({ row }) => row),
      as: shown.map((choice) => choice.draft),
      message: askWhichRow(rows),
    },
  }
}

/** Lists of plans that have a time, in the order they are looked through. */
const PLANS = ['calendar_list_events', 'tasks_list_tasks']

/** "за час до стоматолога": the event is found first, then the tasks that are due. */
const resolveBefore = (deps: Deps, turns: readonly Turn[], turn: Turn, draft: Draft, ref: Ref, at: Place): Resolved => {
  const { index } = at
  if (ref.words === '@it') {
    const timed = mentionedRows(turns, (call) => /^(?:calendar|tasks)_/u.test(call.name))
    const found = timed.find(({ row }) => instantOf(row) !== undefined)
    if (found) return { ready: [withRow(draft, found.row, deps.context)] }
  }
  for (const [n, name] of PLANS.filter((list) => deps.toolbox.has(list)).entries()) {
    if (ref.words === '@it') break
    const id = `${lookupId(draft, at)}-${n}`
    const found = listed(deps, turn, ref, { id, ...lookupPlans(name, ref, deps.toolbox, deps.context) })
    if ('id' in found) return { lookups: [found] }
    const rows = found.rows.filter((row) => (instantOf(row)?.getTime() ?? 0) > deps.context.now.getTime())
    if (rows.length > 0) return settled(deps, draft, index, [{ draft, rows, share: found.share }])
  }
  return {
    question: { kind: 'slot', draft: index, slot: 'at', message: { key: 'models.no_event_to_remind' } },
  }
}
