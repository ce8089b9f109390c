import { AppError } from '../../core/errors.ts'
import { isCurrency } from '../../core/money.ts'
import { placeLocal } from '../../core/recurrence.ts'
import { addDays, dayBounds, type Instant, localDateOf, toRfc3339 } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import { type EditContext, repeated } from './engine/edit.ts'
import {
  currentOccurrence,
  endOf,
  expand,
  expandAll,
  type Occurrence,
  occurrenceAt,
  occurrenceOn,
  seriesOf,
  takesTime,
  withSpan,
} from './engine/expand.ts'
import { freeSpans, hoursFor, nearestTwo, padded, type Span, windowsBetween } from './engine/slots.ts'
import { checkZone, invalid, parseMoment, timingOf } from './engine/timing.ts'
import type { AddEventInput, EventOutput, FreeSlotsInput, OccurrenceOutput, Scope, Stored } from './schema.ts'

/** Decisions about events, free of I/O and clock: facts in, result out. */
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MAX_WINDOW_MS = 366 * DAY_MS
/** How far ahead a repeating event is checked against the rest. */
const CONFLICT_DAYS = 28
const MAX_CONFLICTS = 10

export const checkCurrency = (currency: string | undefined): void => {
  if (currency !== undefined && !isCurrency(currency)) throw invalid('cost.currency', 'bad_currency', { currency })
}

/** A new event as it will be stored. */
export const newEvent = (input: AddEventInput, user: User, revision: string, context: EditContext): Stored => {
  checkCurrency(input.cost?.currency)
  const timing = timingOf(input, user.timeZone)
  const single: Stored['event'] = {
    ...timing,
    id: context.newId(),
    title: input.title,
    rrule: null,
    exdates: [],
    rdates: [],
    busy: input.busy ?? null,
    location: input.location || null,
    notes: input.notes || null,
    costAmount: input.cost?.amount ?? null,
    costCurrency: input.cost ? (input.cost.currency ?? user.currency) : null,
    status: 'confirmed',
    firstStart: timing.startAt,
    lastEnd: null,
    revision,
    createdAt: context.now,
    updatedAt: context.now,
    deletedAt: null,
    uid: null,
    sequence: 0,
    stamp: null,
    source: null,
    importId: null,
    bufferMinutes: input.bufferMinutes ?? null,
  }
  return withSpan({ event: input.rrule ? repeated(single, input.rrule) : single, overrides: [] })
}

/** Which occurrence a call means and how far it reaches. */
export const meant = (
  stored: Stored,
  input: { scope?: Scope | undefined; occurrenceStart?: string | undefined; start?: string | undefined },
  now: Instant,
): { occurrence: Occurrence; scope: Scope } => {
  const series = seriesOf(stored.event)
  const scope = series ? (input.scope ?? (input.occurrenceStart === undefined ? 'all' : 'this')) : 'all'
  const occurrence = series ? occurrenceMeant(stored, input, now) : currentOccurrence(stored, now)
  if (occurrence) return { occurrence, scope }
  if (input.occurrenceStart !== undefined || scope !== 'all' || !series)
    throw new AppError('not_found', 'calendar.occurrence_not_found')
  return { occurrence: firstEver(stored), scope }
}

const occurrenceMeant = (
  stored: Stored,
  input: { occurrenceStart?: string | undefined; start?: string | undefined },
  now: Instant,
): Occurrence | null => {
  if (input.occurrenceStart !== undefined) {
    const at = parseMoment('occurrenceStart', input.occurrenceStart)
    return typeof at === 'string' ? occurrenceOn(stored, at) : occurrenceAt(stored, at)
  }
  const start = input.start === undefined ? null : parseMoment('start', input.start)
  const date = start instanceof Date ? localDateOf(start, stored.event.timeZone) : start
  return (date === null ? null : occurrenceOn(stored, date)) ?? currentOccurrence(stored, now)
}

/** The first date of a series' rule, for changing a series that is over or whose dates were all cancelled. */
const firstEver = (stored: Stored): Occurrence => {
  const { event } = stored
  const [first] = expand(
    { event: { ...event, exdates: [] }, overrides: [] },
    event.startAt,
    new Date(event.startAt.getTime() + 1),
  )
  if (!first) throw new AppError('not_found', 'calendar.occurrence_not_found')
  return first
}

/** One occurrence as tools give it, on the clock of the event's own zone. */
export const show = (
  occurrence: Occurrence,
  status: 'confirmed' | 'cancelled' = occurrence.event.status,
): OccurrenceOutput => {
  const { event, recurrence } = occurrence
  return {
    id: event.id,
    seriesId: recurrence ? event.id : null,
    occurrenceStart: recurrence ? toRfc3339(recurrence.at, event.timeZone) : null,
    title: occurrence.title,
    start: toRfc3339(occurrence.start, event.timeZone),
    end: toRfc3339(occurrence.end, event.timeZone),
    timeZone: event.timeZone,
    durationMinutes: occurrence.durationMinutes,
    allDay: event.allDay,
    rrule: event.rrule,
    location: occurrence.location,
    notes: occurrence.notes,
    cost: occurrence.cost,
    busy: occurrence.busy,
    source: event.source,
    importId: event.importId,
    version: event.revision,
    status,
  }
}

/** What an event or one of its occurrences is now; `local` names the occurrence by its wall clock. */
export const showEvent = (
  stored: Stored,
  local: string | null,
  more: Pick<EventOutput, 'scope' | 'changed' | 'previous' | 'conflicts' | 'suggestions' | 'changeId'>,
): EventOutput => {
  const { event } = stored
  const occurrence = local === null ? null : occurrenceOf(stored, local)
  return {
    ...show(occurrence ?? plain(stored)),
    exdates: event.exdates.map((exdate) => toRfc3339(placeLocal(exdate, event.timeZone), event.timeZone)),
    rdates: event.rdates.map((rdate) => toRfc3339(placeLocal(rdate, event.timeZone), event.timeZone)),
    createdAt: event.createdAt.toISOString(),
    updatedAt: event.updatedAt.toISOString(),
    deletedAt: event.deletedAt?.toISOString() ?? null,
    ...more,
  }
}

/** The occurrence its rule put at this wall clock, with its own changes; null when the rule no longer gives it. */
const occurrenceOf = (stored: Stored, local: string): Occurrence | null => {
  const override = stored.overrides.find((one) => one.recurrenceLocal === local)
  const start = override?.startAt ?? placeLocal(local, stored.event.timeZone)
  return occurrenceAt(stored, start)
}
const plain = ({ event }: Stored): Occurrence => ({
  event,
  recurrence: event.rrule === null ? null : { local: event.localStart, at: event.startAt },
  title: event.title,
  start: event.startAt,
  end: endOf(event.startAt, event.durationMinutes, event.allDay, event.timeZone),
  durationMinutes: event.durationMinutes,
  location: event.location,
  notes: event.notes,
  cost:
    event.costAmount === null || event.costCurrency === null
      ? null
      : { amount: event.costAmount, currency: event.costCurrency },
  busy: takesTime(event),
})

/** The occurrences of an event that must not clash: one, or those of the next four weeks of a series. */
export const toCheck = (stored: Stored, local: string | null, scope: Scope, now: Instant): Occurrence[] => {
  const start = stored.event.startAt > now ? stored.event.startAt : now
  if (stored.event.rrule === null)
    return expand(stored, stored.event.startAt, new Date(8.64e15)).filter(({ busy }) => busy)
  if (scope === 'this' && local !== null) {
    const one = occurrenceOf(stored, local)
    return one?.busy ? [one] : []
  }
  return expand(stored, start, new Date(start.getTime() + CONFLICT_DAYS * DAY_MS)).filter(({ busy }) => busy)
}

/** The window in which others matter to these occurrences: three days after the first, for a better time too. */
export const windowAround = (mine: readonly Occurrence[]): Span | null => {
  const [first] = mine
  const last = mine.at(-1)
  if (!first || !last) return null
  const ahead = new Date(first.start.getTime() + 4 * DAY_MS)
  return { start: new Date(first.start.getTime() - DAY_MS), end: last.end > ahead ? last.end : ahead }
}

/** What overlaps (touching is no conflict), and two nearby times at which the first of mine would fit. */
export const clashes = (
  mine: readonly Occurrence[],
  others: readonly Stored[],
  user: User,
  now: Instant,
  bufferMinutes = 0,
): Pick<EventOutput, 'conflicts' | 'suggestions'> => {
  const window = windowAround(mine)
  const [first] = mine
  if (!window || !first) return { conflicts: [], suggestions: [] }
  const own = others.filter(({ event }) => event.id !== first.event.id)
  const busy = expandAll(own, window.start, window.end).filter((other) => other.busy)
  const hit = busy.filter((other) => mine.some((one) => one.start < other.end && other.start < one.end))
  const today = localDateOf(first.start, user.timeZone)
  const sameDay = (at: Instant): boolean => localDateOf(at, user.timeZone) === today
  const conflicts = hit.slice(0, MAX_CONFLICTS).map((other) => {
    const { id, title, start, end } = show(other)
    return { id, title, start, end, sameDay: sameDay(other.start) }
  })
  const meets = hit.some((other) => first.start < other.end && other.start < first.end)
  const fitting = meets && !first.event.allDay ? alternatives(first, busy, user, now, bufferMinutes) : []
  const suggestions = fitting.map(({ start, end }) => ({
    start: toRfc3339(start, user.timeZone),
    end: toRfc3339(end, user.timeZone),
    sameDay: sameDay(start),
  }))
  return { conflicts, suggestions }
}

/** The two nearest times at which an occurrence fits, from the morning of its day to three days on, never in the past. */
const alternatives = (
  one: Occurrence,
  busy: readonly Span[],
  user: User,
  now: Instant,
  bufferMinutes: number,
): Span[] => {
  const hours = hoursFor(one.start, one.durationMinutes, user.workHours, user.timeZone)
  const morning = dayBounds(localDateOf(one.start, user.timeZone), user.timeZone).start
  const from = roundUp(new Date(Math.max(now.getTime(), morning.getTime())))
  const to = new Date(one.start.getTime() + 3 * DAY_MS)
  if (from >= to) return []
  const windows = windowsBetween(from, to, hours, user.timeZone)
  return nearestTwo(
    freeSpans(windows, padded(busy, bufferMinutes), one.durationMinutes),
    one.start,
    one.durationMinutes,
  )
}
const roundUp = (at: Instant): Instant => new Date(Math.ceil(at.getTime() / 300_000) * 300_000)

/** The window of a list or a search for time; by default from the start of today on. */
export const windowOf = (
  input: { from?: string | undefined; to?: string | undefined },
  user: User,
  now: Instant,
  days: number,
): Span & { date: string | null } => {
  const start =
    input.from === undefined ? dayBounds(localDateOf(now, user.timeZone), user.timeZone).start : new Date(input.from)
  const end =
    input.to === undefined
      ? dayBounds(addDays(localDateOf(start, user.timeZone), days), user.timeZone).start
      : new Date(input.to)
  if (end <= start) throw invalid('to', 'window_order')
  if (end.getTime() - start.getTime() > MAX_WINDOW_MS + 2 * HOUR_MS) throw invalid('to', 'window_too_long')
  const date = localDateOf(start, user.timeZone)
  const day = dayBounds(date, user.timeZone)
  const whole = day.start.getTime() === start.getTime() && Math.abs(day.end.getTime() - end.getTime()) <= 60_000
  return { start, end, date: whole ? date : null }
}

/** Free time in the window: within given local hours or the person's working ones, never in what is already past. */
export const freeTime = (
  input: FreeSlotsInput,
  window: Span,
  others: readonly Stored[],
  user: User,
  now: Instant,
): Span[] => {
  const minutes = input.durationMinutes ?? 60
  const start = window.start < now && now < window.end ? roundUp(now) : window.start
  const margin = (input.bufferMinutes ?? 0) * MINUTE_MS
  const edge = { start: new Date(start.getTime() - margin), end: new Date(window.end.getTime() + margin) }
  const busy = expandAll(others, edge.start, edge.end).filter((one) => one.busy)
  const zone = checkZone(input.timeZone ?? user.timeZone)
  return freeSpans(
    windowsBetween(start, window.end, input.within ?? user.workHours, zone),
    padded(busy, input.bufferMinutes ?? 0),
    minutes,
  )
}

/** One page of free time; the cursor is the position in it. */
export const pageOf = <T>(
  items: readonly T[],
  limit: number,
  cursor: string | undefined,
): { items: T[]; nextCursor: string | null } => {
  const from = cursor === undefined ? 0 : Number(cursor)
  if (!Number.isSafeInteger(from) || from < 0) throw invalid('cursor', 'bad_cursor')
  const next = from + limit
  return { items: items.slice(from, next), nextCursor: next < items.length ? String(next) : null }
}

/** Names the fields an update changed, for what is said and for those who listen. */
export const changedFields = (before: OccurrenceOutput, after: OccurrenceOutput): string[] => {
  const keys = [
    'title',
    'start',
    'durationMinutes',
    'allDay',
    'timeZone',
    'rrule',
    'location',
    'notes',
    'cost',
    'busy',
  ] as const
  return keys.filter((key) =>
    key === 'start'
      ? Date.parse(before.start) !== Date.parse(after.start)
      : JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
}
