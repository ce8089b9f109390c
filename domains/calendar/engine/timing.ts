import { AppError } from '../../../core/errors.ts'
import type { MessageParams } from '../../../core/messages.ts'
import { localTimeOf, placeLocal, shiftLocal } from '../../../core/recurrence.ts'
import { type Instant, isLocalDate, isTimeZone, localDateOf } from '../../../core/time.ts'

/** When an event is: read from what was asked, refused when it cannot be. */
export interface Timing {
  startAt: Instant
  /** Wall clock of the start in `timeZone`. */
  localStart: string
  timeZone: string
  durationMinutes: number
  allDay: boolean
}
export interface Asked {
  start?: string | undefined
  date?: string | undefined
  time?: string | undefined
  shiftMinutes?: number | undefined
  end?: string | undefined
  durationMinutes?: number | undefined
  allDay?: boolean | undefined
  timeZone?: string | undefined
}

const DAY = 1_440
const MAX_DAYS = 14
const MAX_ALL_DAYS = 366
const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2101, 0, 1)
const OFFSET_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/

/** An `invalid` error about one field, said as message `calendar.<key>`. */
export const invalid = (path: string, key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `calendar.${key}`, params, { errors: [{ path, message: key }] })

/** An instant, or a local date where only a day was given. */
export const parseMoment = (path: string, value: string): Instant | string => {
  if (isLocalDate(value)) return value
  const at = OFFSET_TIME.test(value) && isLocalDate(value.slice(0, 10)) ? new Date(value) : null
  if (!at || Number.isNaN(at.getTime())) throw invalid(path, 'bad_moment', { value })
  return at
}

export const checkZone = (timeZone: string): string => {
  if (!/^[A-Za-z]/.test(timeZone) || !isTimeZone(timeZone)) throw invalid('timeZone', 'bad_zone', { zone: timeZone })
  return timeZone
}

const minutesBetween = (from: string, to: string): number =>
  (new Date(`${to}Z`).getTime() - new Date(`${from}Z`).getTime()) / 60_000
const midnight = (date: string): string => `${date}T00:00:00`

const checked = (timing: Timing): Timing => {
  const start = timing.startAt.getTime()
  if (start < EARLIEST || start >= LATEST) throw invalid('start', 'out_of_range')
  const days = timing.allDay ? MAX_ALL_DAYS : MAX_DAYS
  if (timing.durationMinutes > days * DAY) throw invalid('durationMinutes', 'too_long', { days })
  return timing
}

/** Minutes an event lasts by what was said: an end, a duration, both when they agree; else the fallback. */
const lengthOf = (asked: Asked, start: Instant, allDay: boolean, timeZone: string, fallback: number): number => {
  const given =
    asked.durationMinutes === undefined ? null : allDay ? wholeDays(asked.durationMinutes) : asked.durationMinutes
  if (asked.end === undefined) return given ?? (allDay ? wholeDays(fallback) : fallback)
  const end = parseMoment('end', asked.end)
  const startDate = localDateOf(start, timeZone)
  let minutes: number
  if (allDay) minutes = minutesBetween(midnight(startDate), midnight(lastDayOf(end, timeZone))) + DAY
  else if (typeof end === 'string') throw invalid('end', 'bad_moment', { value: end })
  else minutes = (end.getTime() - start.getTime()) / 60_000
  if (minutes <= 0) throw invalid('end', 'end_before_start')
  if (given !== null && Math.abs(given - minutes) >= 1) throw invalid('durationMinutes', 'end_and_duration')
  return minutes
}
const wholeDays = (minutes: number): number => Math.max(1, Math.ceil(minutes / DAY)) * DAY
/** The last day of an all-day event: a local date names it, an instant at midnight is the end of the day before. */
const lastDayOf = (end: Instant | string, timeZone: string): string =>
  typeof end === 'string' ? end : localDateOf(new Date(end.getTime() - 1), timeZone)

/** When a new event is. Without an end it lasts an hour, or its whole day. */
export const timingOf = (asked: Asked & { start: string }, userZone: string): Timing => {
  const timeZone = checkZone(asked.timeZone ?? userZone)
  const start = parseMoment('start', asked.start)
  const dateOnly = typeof start === 'string'
  if (dateOnly && asked.allDay === false) throw invalid('start', 'bad_moment', { value: asked.start })
  const allDay = asked.allDay ?? dateOnly
  const localStart = allDay
    ? midnight(dateOnly ? start : localDateOf(start, timeZone))
    : localTimeOf(dateOnly ? placeLocal(midnight(start), timeZone) : start, timeZone)
  const startAt = dateOnly || allDay ? placeLocal(localStart, timeZone) : start
  const durationMinutes = lengthOf(asked, startAt, allDay, timeZone, allDay ? DAY : 60)
  return checked({ startAt, localStart, timeZone, durationMinutes, allDay })
}

/** Whether anything about the time was asked for. */
export const asksTime = (asked: Asked): boolean =>
  [
    asked.start,
    asked.date,
    asked.time,
    asked.shiftMinutes,
    asked.end,
    asked.durationMinutes,
    asked.allDay,
    asked.timeZone,
  ].some((value) => value !== undefined)

/** An existing time changed as asked, by the wall clock; what was not mentioned stays, the duration too. */
export const movedTiming = (base: Timing, asked: Asked): Timing => {
  const ways = [asked.start, asked.date ?? asked.time, asked.shiftMinutes].filter((value) => value !== undefined)
  if (ways.length > 1) throw invalid('start', 'one_move')
  const timeZone = asked.timeZone === undefined ? base.timeZone : checkZone(asked.timeZone)
  const start = asked.start === undefined ? undefined : parseMoment('start', asked.start)
  const allDay =
    asked.allDay ?? (base.allDay && (start === undefined || typeof start === 'string') && asked.time === undefined)
  if (base.allDay && !allDay && asked.time === undefined && !(start instanceof Date))
    throw invalid('start', 'needs_time')
  const localStart = movedLocal(base, asked, start, allDay, timeZone)
  const exact = start instanceof Date && !allDay
  const startAt = exact ? start : placeLocal(localStart, timeZone)
  const kept = base.allDay === allDay ? base.durationMinutes : allDay ? DAY : 60
  const durationMinutes = lengthOf(asked, startAt, allDay, timeZone, kept)
  return checked({ startAt, localStart, timeZone, durationMinutes, allDay })
}

const movedLocal = (
  base: Timing,
  asked: Asked,
  start: Instant | string | undefined,
  allDay: boolean,
  timeZone: string,
): string => {
  let local = base.localStart
  if (start instanceof Date) local = localTimeOf(start, timeZone)
  else if (typeof start === 'string') local = `${start}${local.slice(10)}`
  if (asked.date !== undefined) local = `${asked.date}${local.slice(10)}`
  if (asked.time !== undefined) local = `${local.slice(0, 10)}T${asked.time}:00`
  if (asked.shiftMinutes !== undefined) {
    if (allDay && asked.shiftMinutes % DAY !== 0) throw invalid('shiftMinutes', 'all_day_shift')
    local = shiftLocal(local, asked.shiftMinutes)
  }
  return allDay ? midnight(local.slice(0, 10)) : local
}
