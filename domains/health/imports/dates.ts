// Dates and times as people's tables write them.
import { dayBounds, instantAt, isLocalDate, type LocalDate, localDateOf } from '../../../core/time.ts'

/** Which part comes first in `03/04/2026`. */
export type DayOrder = 'day_first' | 'month_first'

export interface TableTime {
  date: LocalDate
  /** `HH:MM:SS`, null when the cell holds a day only. */
  time: string | null
  /** Minutes ahead of UTC when the cell says so itself. */
  offset: number | null
}

const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})/u
const PARTS = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?!\d)/u
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?$/iu
const OFFSET = /\s*(Z|[+-]\d\d:?\d\d)$/u

const pad = (value: string | number): string => String(value).padStart(2, '0')

/** `7:05`, `07:05:30`, `7:05 PM` as `HH:MM:SS`; undefined when it is none. */
export const readClock = (text: string): string | undefined => {
  const match = CLOCK.exec(text.trim())
  if (!match) return undefined
  const [, hours = '', minutes = '', seconds = '0', half] = match
  let hour = Number(hours)
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (/^p/iu.test(half) ? 12 : 0)
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return `${pad(hour)}:${minutes}:${pad(seconds)}`
}

/** `2026-03-18`, `18.03.2026 07:10`, `3/18/26 7:10 PM`, `2026-03-18T07:10:00+03:00`; undefined when it is none. */
export const readTableTime = (text: string, order: DayOrder): TableTime | undefined => {
  const cell = text.trim()
  const iso = ISO.exec(cell)
  const parts = iso ? null : PARTS.exec(cell)
  const found = iso ?? parts
  if (!found) return undefined
  const [whole, a = '', b = '', c = ''] = found
  const year = iso ? a : c.length === 2 ? `20${c}` : c
  const [month, day] = iso ? [b, c] : order === 'month_first' && cell.includes('/') ? [a, b] : [b, a]
  const date = `${year}-${pad(month)}-${pad(day)}`
  if (!isLocalDate(date)) return undefined
  const rest = cell.slice(whole.length).replace(/^(T|,)?\s*/iu, '')
  if (rest === '') return { date, time: null, offset: null }
  const zone = OFFSET.exec(rest)
  const time = readClock(zone ? rest.slice(0, zone.index) : rest)
  if (time === undefined) return undefined
  return { date, time, offset: zone?.[1] === undefined ? null : minutesOf(zone[1]) }
}

const minutesOf = (zone: string): number => {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

/** How this table writes slashed dates: by the first that can be read one way only, else by the person's country. */
export const dayOrderOf = (cells: Iterable<string>, locale: string): DayOrder => {
  for (const cell of cells) {
    const match = /^(\d{1,2})\/(\d{1,2})\//u.exec(cell.trim())
    if (match && Number(match[1]) > 12) return 'day_first'
    if (match && Number(match[2]) > 12) return 'month_first'
  }
  return /^en-(US|PH)$/iu.test(locale) ? 'month_first' : 'day_first'
}

const DAY_MS = 24 * 3_600_000

/**
 * Instants of wall-clock times in epoch milliseconds; `time` is that of a day alone. A zone keeps its offset through a
 * day of 24 hours, so most times need no calendar.
 */
export const instantsIn = (timeZone: string): ((at: TableTime, time: string) => number) => {
  let [date, midnight, even] = ['', 0, false]
  return (at, time) => {
    const clock = at.time ?? time
    const wall = Date.parse(`${at.date}T${clock}Z`)
    if (at.offset !== null) return wall - at.offset * 60_000
    if (at.date !== date) {
      const { start, end } = dayBounds(at.date, timeZone)
      date = at.date
      midnight = start.getTime()
      even = end.getTime() - midnight === DAY_MS
    }
    if (!even) return instantAt(at.date, clock, timeZone).getTime()
    return midnight + (wall - Date.parse(`${at.date}T00:00:00Z`))
  }
}

/** Local dates of instants that mostly follow one another: the day of the last one answers without a calendar. */
export const daysOf = (timeZone: string): ((instant: number) => LocalDate) => {
  let [start, end, date] = [0, 0, '']
  return (instant) => {
    if (instant < start || instant >= end) {
      date = localDateOf(new Date(instant), timeZone)
      const bounds = dayBounds(date, timeZone)
      start = bounds.start.getTime()
      end = bounds.end.getTime()
    }
    return date
  }
}

/** Clocks go wrong, and a zone may be guessed; what lies more than a day ahead was not measured. */
export const latestOf = (now: string): number => Date.parse(now) + 24 * 3_600_000
