import {
  lastOccurrence,
  localTimeOf,
  nextOccurrence,
  occurrencesBetween,
  placeLocal,
  type Occurrence as RuleOccurrence,
  type Series,
} from '../../../core/recurrence.ts'
import { addDays, dayBounds, type Instant } from '../../../core/time.ts'
import type { EventRow, OverrideRow, Stored } from '../schema.ts'

/** From stored events to what happens when: expansion of series, exceptions applied. */
export interface Occurrence {
  event: EventRow
  /** Null for an event that does not repeat. */
  recurrence: RuleOccurrence | null
  title: string
  start: Instant
  end: Instant
  durationMinutes: number
  location: string | null
  notes: string | null
  cost: { amount: number; currency: string } | null
  /** Whether it takes up time. */
  busy: boolean
}

const DAY_MINUTES = 1_440
const MINUTE_MS = 60_000

export const seriesOf = (event: EventRow): Series | null =>
  event.rrule === null ? null : { rule: event.rrule, localStart: event.localStart, timeZone: event.timeZone }

/** An all-day event ends at a local midnight, whatever DST does; a timed one lasts its minutes. */
export const endOf = (start: Instant, durationMinutes: number, allDay: boolean, timeZone: string): Instant => {
  if (!allDay) return new Date(start.getTime() + Math.round(durationMinutes * MINUTE_MS))
  const date = localTimeOf(start, timeZone).slice(0, 10)
  return placeLocal(`${addDays(date, Math.max(1, Math.round(durationMinutes / DAY_MINUTES)))}T00:00:00`, timeZone)
}

/** A timed event takes up its time, a whole day (a birthday, a holiday) does not, unless it was said. */
export const takesTime = (event: EventRow): boolean => event.busy ?? !event.allDay

const costOf = (event: EventRow): Occurrence['cost'] =>
  event.costAmount === null || event.costCurrency === null
    ? null
    : { amount: event.costAmount, currency: event.costCurrency }

/** An occurrence with its own changes over what it has of the series. */
export const buildOccurrence = (
  event: EventRow,
  recurrence: RuleOccurrence | null,
  override?: OverrideRow,
): Occurrence => {
  const own = override?.fields ?? {}
  const start = override?.startAt ?? recurrence?.at ?? event.startAt
  const durationMinutes = override?.durationMinutes ?? event.durationMinutes
  return {
    event,
    recurrence,
    title: own.title ?? event.title,
    start,
    end: endOf(start, durationMinutes, event.allDay, event.timeZone),
    durationMinutes,
    location: own.location === undefined ? event.location : own.location,
    notes: own.notes === undefined ? event.notes : own.notes,
    cost: own.cost === undefined ? costOf(event) : own.cost,
    busy: own.busy ?? takesTime(event),
  }
}

const touches = (occurrence: Occurrence, from: Instant, to: Instant): boolean =>
  occurrence.start < to && occurrence.end > from

/** What a series gives in [from, to), exceptions not yet applied: its rule's dates and its added ones, in order. */
const recurrencesBetween = (event: EventRow, series: Series, from: Instant, to: Instant): RuleOccurrence[] => {
  const ruled = occurrencesBetween(series, from, to)
  if (event.rdates.length === 0) return ruled
  const known = new Set(ruled.map(({ local }) => local))
  const added = event.rdates
    .filter((local) => !known.has(local))
    .map((local) => ({ local, at: placeLocal(local, series.timeZone) }))
    .filter(({ at }) => at >= from && at < to)
  return [...ruled, ...added].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Whether the rule or an added date (exceptions not applied) gives exactly this wall clock. */
export const gives = (event: EventRow, local: string): boolean => {
  const series = seriesOf(event)
  if (!series) return false
  const at = placeLocal(local, series.timeZone)
  return recurrencesBetween(event, series, at, new Date(at.getTime() + 1)).some((found) => found.local === local)
}

/** Everything of one event that overlaps [from, to), in order of start. */
export const expand = (stored: Stored, from: Instant, to: Instant): Occurrence[] => {
  const { event, overrides } = stored
  const series = seriesOf(event)
  if (!series) return [buildOccurrence(event, null)].filter((occurrence) => touches(occurrence, from, to))
  const excluded = new Set(event.exdates)
  const changed = new Map(overrides.map((override) => [override.recurrenceLocal, override]))
  const lookBack = (event.durationMinutes + (event.allDay ? DAY_MINUTES : 0)) * MINUTE_MS
  const seen = new Set<string>()
  const found: Occurrence[] = []
  for (const recurrence of recurrencesBetween(event, series, new Date(from.getTime() - lookBack), to)) {
    seen.add(recurrence.local)
    if (excluded.has(recurrence.local)) continue
    found.push(buildOccurrence(event, recurrence, changed.get(recurrence.local)))
  }
  for (const override of overrides) {
    const { recurrenceLocal: local } = override
    if (seen.has(local) || excluded.has(local)) continue
    const occurrence = buildOccurrence(event, { local, at: placeLocal(local, series.timeZone) }, override)
    if (touches(occurrence, from, to) && gives(event, local)) found.push(occurrence)
  }
  return found
    .filter((occurrence) => touches(occurrence, from, to))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
}

export const expandAll = (all: readonly Stored[], from: Instant, to: Instant): Occurrence[] =>
  all
    .flatMap((stored) => expand(stored, from, to))
    .sort((a, b) => a.start.getTime() - b.start.getTime() || (a.event.id < b.event.id ? -1 : 1))

/** The occurrence meant by a start: its present one, or the one its rule gave it. */
export const occurrenceAt = (stored: Stored, at: Instant): Occurrence | null => {
  const moved = new Date(at.getTime() + MINUTE_MS)
  const present = expand(stored, at, moved).find((occurrence) => sameMinute(occurrence.start, at))
  if (present) return present
  const series = seriesOf(stored.event)
  const ruled = series && recurrencesBetween(stored.event, series, new Date(at.getTime() - MINUTE_MS), moved)
  const recurrence = ruled?.find((found) => sameMinute(found.at, at))
  if (!recurrence || stored.event.exdates.includes(recurrence.local)) return null
  return buildOccurrence(
    stored.event,
    recurrence,
    stored.overrides.find((override) => override.recurrenceLocal === recurrence.local),
  )
}
const sameMinute = (a: Instant, b: Instant): boolean => Math.abs(a.getTime() - b.getTime()) < MINUTE_MS

/** The occurrence that starts on a local date of the event's zone, if there is one. */
export const occurrenceOn = (stored: Stored, date: string): Occurrence | null => {
  const { start, end } = dayBounds(date, stored.event.timeZone)
  return expand(stored, start, end).find((occurrence) => occurrence.start >= start) ?? null
}

/** The first occurrence that is not over at `now`, else the last one there was; null for a series with none left. */
export const currentOccurrence = (stored: Stored, now: Instant): Occurrence | null => {
  const series = seriesOf(stored.event)
  if (!series) return buildOccurrence(stored.event, null)
  const ahead = expand(stored, now, new Date(now.getTime() + 400 * DAY_MINUTES * MINUTE_MS))[0]
  if (ahead) return ahead
  const next = nextKept(stored, series, now)
  if (next) return buildOccurrence(stored.event, next, overrideOf(stored, next))
  const { firstStart, lastEnd } = stored.event
  return lastEnd ? (expand(stored, firstStart, new Date(lastEnd.getTime() + 1)).at(-1) ?? null) : null
}
const overrideOf = (stored: Stored, recurrence: RuleOccurrence): OverrideRow | undefined =>
  stored.overrides.find((override) => override.recurrenceLocal === recurrence.local)
/** The next date that is not cancelled; dates added beside the rule are found within what was expanded before. */
const nextKept = (stored: Stored, series: Series, now: Instant): RuleOccurrence | null => {
  let next = nextOccurrence(series, now, true)
  while (next && stored.event.exdates.includes(next.local)) next = nextOccurrence(series, next.at)
  const [added] = stored.event.rdates
    .filter((local) => !stored.event.exdates.includes(local))
    .map((local) => ({ local, at: placeLocal(local, series.timeZone) }))
    .filter(({ at }) => at >= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  return added && (!next || added.at < next.at) ? added : next
}

/** The event with the span its occurrences lie in; stored so that a window finds it without expanding it. */
export const withSpan = ({ event, overrides }: Stored): Stored => {
  const series = seriesOf(event)
  const startAt = series ? placeLocal(event.localStart, event.timeZone) : event.startAt
  const last = series ? lastOccurrence(series)?.at : startAt
  const added = series ? event.rdates.map((local) => placeLocal(local, event.timeZone)) : []
  const starts = [startAt, ...added, ...overrides.flatMap((override) => override.startAt ?? [])]
  const ends = overrides.map((override) => buildOccurrence({ ...event, startAt }, ruled(event, override), override).end)
  ends.push(...added.map((at) => endOf(at, event.durationMinutes, event.allDay, event.timeZone)))
  if (last) ends.push(endOf(last, event.durationMinutes, event.allDay, event.timeZone))
  return {
    event: {
      ...event,
      startAt,
      firstStart: new Date(Math.min(...starts.map(Number))),
      lastEnd: last ? new Date(Math.max(...ends.map(Number))) : null,
    },
    overrides,
  }
}
const ruled = (event: EventRow, override: OverrideRow): RuleOccurrence => ({
  local: override.recurrenceLocal,
  at: placeLocal(override.recurrenceLocal, event.timeZone),
})
