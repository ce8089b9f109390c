import { Temporal } from 'temporal-polyfill'

/** An absolute point in time. Never read from the machine inside a turn: it comes from `ctx.now`. */
export type Instant = Date
/** A day on a person's calendar, `YYYY-MM-DD`. */
export type LocalDate = string

/** The wall clock in `timeZone` at `instant`. */
export const zoned = (instant: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)

/** The local date in `timeZone` at `instant`. */
export const localDateOf = (instant: Instant, timeZone: string): LocalDate =>
  zoned(instant, timeZone).toPlainDate().toString()

/**
 * The instant of a wall-clock time. A time that a DST change skips moves forward by the gap, one that happens twice is
 * the earlier (RFC 5545 §3.3.5).
 */
export const instantAt = (date: LocalDate, time: string, timeZone: string): Instant =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds)

/** Start (inclusive) and end (exclusive) of a local day as instants; 23 or 25 hours apart on a DST change. */
export const dayBounds = (date: LocalDate, timeZone: string): { start: Instant; end: Instant } => ({
  start: instantAt(date, '00:00', timeZone),
  end: instantAt(addDays(date, 1), '00:00', timeZone),
})

export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** RFC 3339 with the offset that holds in `timeZone` then, e.g. `2026-03-18T10:00:00+03:00`. */
export const toRfc3339 = (instant: Instant, timeZone: string): string =>
  zoned(instant, timeZone).toString({
    timeZoneName: 'never',
    smallestUnit: instant.getTime() % 1000 ? 'millisecond' : 'second',
  })

export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Whether `text` is a real calendar date (31 February is not). */
export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
