import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { toRfc3339 } from '../../core/time.ts'
import { type Ctx, defineTool } from '../../tools/contract.ts'
import { cancel, type EditContext, edit } from './engine/edit.ts'
import { currentOccurrence, expandAll, type Occurrence } from './engine/expand.ts'
import { pageOfDates, placeOf, sieveOf } from './engine/listing.ts'
import type { Span } from './engine/slots.ts'
import { asksTime } from './engine/timing.ts'
import {
  askedAdd,
  askedCancel,
  askedUpdate,
  saidAdded,
  saidCancelled,
  saidFree,
  saidList,
  saidUpdated,
} from './engine/words.ts'
import { eventsTouching, findEvent, restore, save, seriesTouching, singlesById, singlesTouching } from './repository.ts'
import {
  type AddEventInput,
  addEventInput,
  type CancelEventInput,
  cancelEventInput,
  type EventOutput,
  eventOutput,
  type FreeSlotsInput,
  type FreeSlotsOutput,
  freeSlotsInput,
  freeSlotsOutput,
  type ListEventsInput,
  type ListEventsOutput,
  listEventsInput,
  listEventsOutput,
  type Scope,
  type Stored,
  type UpdateEventInput,
  updateEventInput,
} from './schema.ts'
import {
  changedFields,
  checkCurrency,
  clashes,
  freeTime,
  meant,
  newEvent,
  pageOf,
  show,
  showEvent,
  toCheck,
  windowAround,
  windowOf,
} from './service.ts'
import { feedTools } from './tools/feed.ts'

/** The calendar's tools: load facts, ask the service, save, tell others. */
const LIST_DAYS = 31
const FREE_DAYS = 7
const PAGE = 100
const MANY = 1_000_000

const BARE = {
  scope: 'all',
  changed: [],
  previous: null,
  conflicts: [],
  suggestions: [],
  changeId: null,
} as const satisfies Partial<EventOutput>

const editing = (ctx: Ctx): EditContext => ({ now: ctx.now, newId })

const load = async (ctx: Ctx, id: string, lock: 'read' | 'write'): Promise<Stored> => {
  const stored = await findEvent(ctx.tx, id, lock)
  if (!stored) throw new AppError('not_found', 'calendar.event_not_found')
  return stored
}

const clashesOf = async (ctx: Ctx, target: Stored, local: string | null, scope: Scope, bufferMinutes = 0) => {
  const mine = toCheck(target, local, scope, ctx.now)
  const window = windowAround(mine)
  const others = window ? await eventsTouching(ctx.tx, window.start, window.end) : []
  return clashes(mine, others, ctx.user, ctx.now, bufferMinutes)
}

/** Undo shared by the three writes: all or nothing, and told to whoever listens. */
const undo = async (ctx: Ctx, output: EventOutput, event: string): Promise<void> => {
  if (output.changeId === null) return
  if (!(await restore(ctx.tx, output.changeId, ctx.now))) throw new AppError('conflict', 'calendar.changed_since')
  ctx.emit({ type: `calendar.${event}`, payload: { ...eventPayload(output), undone: true } })
}

const eventPayload = (output: EventOutput) => ({
  id: output.id,
  scope: output.scope,
  occurrenceStart: output.occurrenceStart,
  start: output.start,
  end: output.end,
  changed: output.changed,
})

const addEvent = defineTool<AddEventInput, EventOutput>({
  name: 'calendar_add_event',
  title: 'Add an event',
  description:
    'Puts a meeting, call, appointment, trip or birthday with a time or a day on the calendar. Use it for things that happen at a set time; for things to do use tasks_add_task.',
  input: addEventInput,
  output: eventOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => askedAdd(showEvent(newEvent(input, ctx.user, newId(), editing(ctx)), null, BARE)),
  say: saidAdded,
  run: async (ctx, input) => {
    const changeId = newId()
    const stored = newEvent(input, ctx.user, changeId, editing(ctx))
    const found = await clashesOf(ctx, stored, null, 'all', input.bufferMinutes)
    await save(ctx.tx, { id: changeId, userId: ctx.user.id, now: ctx.now }, [stored])
    const output = showEvent(stored, null, { ...BARE, ...found, changeId })
    ctx.emit({ type: 'calendar.event_added', payload: { ...eventPayload(output), cost: output.cost } })
    return output
  },
  undo: (ctx, output) => undo(ctx, output, 'event_cancelled'),
})

const updateEvent = defineTool<UpdateEventInput, EventOutput>({
  name: 'calendar_update_event',
  title: 'Change or move an event',
  description:
    'Moves, renames, lengthens or otherwise changes an event; the duration stays when only the start changes. For "an hour later" pass shiftMinutes, for a new day at the same time date, for a new time on the same day time. For one date of a series pass its occurrenceStart.',
  input: updateEventInput,
  output: eventOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => askedUpdate(show(meant(await load(ctx, input.id, 'read'), input, ctx.now).occurrence)),
  say: saidUpdated,
  run: async (ctx, input) => {
    const stored = await load(ctx, input.id, 'write')
    if (stored.event.status === 'cancelled') throw new AppError('conflict', 'calendar.event_cancelled')
    const rest = [input.title, input.location, input.rrule, input.notes, input.cost, input.busy]
    if (!asksTime(input) && rest.every((value) => value === undefined))
      throw new AppError('invalid', 'calendar.nothing_to_change')
    checkCurrency(input.cost?.currency)
    const { occurrence, scope } = meant(stored, input, ctx.now)
    const before = show(occurrence)
    const plan = edit(stored, occurrence, scope, input, ctx.user.currency, editing(ctx))
    const changed = changedFields(before, showEvent(plan.target, plan.local, BARE))
    const previous = { title: before.title, start: before.start, end: before.end }
    if (changed.length === 0) return showEvent(stored, plan.local, { ...BARE, scope, previous })
    const changeId = newId()
    const found = await clashesOf(ctx, plan.target, plan.local, scope, input.bufferMinutes)
    await save(ctx.tx, { id: changeId, userId: ctx.user.id, now: ctx.now }, plan.after)
    const written = { ...plan.target, event: { ...plan.target.event, revision: changeId, updatedAt: ctx.now } }
    const output = showEvent(written, plan.local, { scope, changed, previous, ...found, changeId })
    ctx.emit({ type: 'calendar.event_changed', payload: eventPayload(output) })
    return output
  },
  undo: (ctx, output) => undo(ctx, output, 'event_changed'),
})

const cancelEvent = defineTool<CancelEventInput, EventOutput>({
  name: 'calendar_cancel_event',
  title: 'Cancel an event',
  description:
    'Takes an event off the calendar: one date of a series (scope this with occurrenceStart), that and all later ones (following), or everything (all). Asks the person first.',
  input: cancelEventInput,
  output: eventOutput,
  about: 'general',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, input) => {
    const { occurrence, scope } = meant(await load(ctx, input.id, 'read'), input, ctx.now)
    return askedCancel(show(occurrence), scope)
  },
  say: saidCancelled,
  run: async (ctx, input) => {
    const stored = await load(ctx, input.id, 'write')
    const cancelled = stored.event.status === 'cancelled'
    const { occurrence, scope } = cancelled ? meant(stored, {}, ctx.now) : meant(stored, input, ctx.now)
    const before = show(occurrence, 'cancelled')
    const more = { ...BARE, scope, previous: { title: before.title, start: before.start, end: before.end } }
    if (cancelled) return { ...showEvent(stored, null, more), ...before }
    const changeId = newId()
    const plan = cancel(stored, occurrence, scope, editing(ctx))
    await save(ctx.tx, { id: changeId, userId: ctx.user.id, now: ctx.now }, plan.after)
    const written = { ...plan.target, event: { ...plan.target.event, revision: changeId, updatedAt: ctx.now } }
    const output = {
      ...showEvent(written, null, { ...more, changed: ['status'], changeId }),
      ...before,
      version: changeId,
    }
    ctx.emit({ type: 'calendar.event_cancelled', payload: eventPayload(output) })
    return output
  },
  undo: (ctx, output) => undo(ctx, output, 'event_added'),
})

const listEvents = defineTool<ListEventsInput, ListEventsOutput>({
  name: 'calendar_list_events',
  title: 'List events',
  description:
    'What is on the calendar between two instants (at most a year; without them the next 31 days), every date of a series separately. query finds by words of the title or the place.',
  input: listEventsInput,
  output: listEventsOutput,
  about: 'general',
  risk: 'read',
  summary: async () => ({ key: 'calendar.none' }),
  say: saidList,
  run: async (ctx, input) => {
    const window = windowOf(input, ctx.user, ctx.now, LIST_DAYS)
    return { ...(await pageIn(ctx, window, input)), ...edges(ctx, window) }
  },
})

/** One page of a window; with words to look for, single events are sieved until it is full. */
const pageIn = async (ctx: Ctx, window: Span, { query, limit = PAGE, cursor }: ListEventsInput) => {
  const after = placeOf(cursor)
  const patterns = sieveOf(query)
  const series = await seriesTouching(ctx.tx, window.start, window.end)
  const filter = { from: window.start, to: window.end, after, patterns }
  let rows = await singlesTouching(ctx.tx, { ...filter, limit: limit + 1 })
  let page = pageOfDates({ rows, complete: rows.length <= limit }, series, window, after, query, limit)
  if (!page.full) {
    rows = await singlesTouching(ctx.tx, { ...filter, limit: MANY })
    page = pageOfDates({ rows, complete: true }, series, window, after, query, limit)
  }
  const ids = page.items.filter(({ occurrence }) => occurrence === null).map(({ id }) => id)
  const singles = new Map((await singlesById(ctx.tx, ids)).map((stored) => [stored.event.id, stored]))
  const items = page.items.flatMap(({ id, occurrence }) => {
    const single = singles.get(id)
    const one = occurrence ?? (single && currentOccurrence(single, ctx.now))
    return one ? [show(one)] : []
  })
  return { items, nextCursor: page.nextCursor }
}

const findFreeSlots = defineTool<FreeSlotsInput, FreeSlotsOutput>({
  name: 'calendar_find_free_slots',
  title: 'Find free time',
  description:
    'Free stretches of at least durationMinutes (default 60) between two instants, within the working hours or within given local hours, with bufferMinutes kept free around other events. Use it for "when am I free" and before proposing a time; timeZone when the hours are meant in another zone.',
  input: freeSlotsInput,
  output: freeSlotsOutput,
  about: 'general',
  risk: 'read',
  summary: async () => ({ key: 'calendar.no_free' }),
  say: saidFree,
  run: async (ctx, input) => {
    const window = windowOf(input, ctx.user, ctx.now, FREE_DAYS)
    const margin = (input.bufferMinutes ?? 0) * 60_000
    const others = await eventsTouching(
      ctx.tx,
      new Date(window.start.getTime() - margin),
      new Date(window.end.getTime() + margin),
    )
    const slots = freeTime(input, window, others, ctx.user, ctx.now).map(({ start, end }) => ({
      start: toRfc3339(start, ctx.user.timeZone),
      end: toRfc3339(end, ctx.user.timeZone),
      durationMinutes: (end.getTime() - start.getTime()) / 60_000,
    }))
    return { ...pageOf(slots, input.limit ?? PAGE, input.cursor), ...edges(ctx, window) }
  },
})

/** All occurrences that overlap a window; the day plan and the rules read them too. */
export const occurrencesIn = async (ctx: Ctx, from: Date, to: Date): Promise<Occurrence[]> =>
  expandAll(await eventsTouching(ctx.tx, from, to), from, to)

const edges = (ctx: Ctx, { start, end, date }: { start: Date; end: Date; date: string | null }) => ({
  from: toRfc3339(start, ctx.user.timeZone),
  to: toRfc3339(end, ctx.user.timeZone),
  date,
  timeZone: ctx.user.timeZone,
})

export const tools = [addEvent, updateEvent, cancelEvent, listEvents, findFreeSlots, ...feedTools]
