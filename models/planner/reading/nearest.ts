import { Temporal } from 'temporal-polyfill'
import { mention, type Piece } from './piece.ts'
import { oneOf, type Prefer, type Scan } from './scan.ts'

type Day = Temporal.PlainDate

/** The real date, null when the calendar has none such (31 February). */
export const dateOf = (year: number, month: number, day: number): Day | null => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999) return null
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day ? date : null
}

/** The nearest such day of the year, today included, on the preferred side. 29 February waits for a leap year. */
export const nearestDate = (s: Scan, month: number, day: number, prefer: Prefer): Day | null => {
  const step = prefer === 'future' ? 1 : -1
  for (let n = 0; n <= 8; n++) {
    const date = dateOf(s.today.year + step * n, month, day)
    if (date && Temporal.PlainDate.compare(date, s.today) * step >= 0) return date
    if (!date && !(month === 2 && day === 29)) return null
  }
  return null
}

/** The nearest such weekday; never today, whose name said on the day itself means another week. */
export const nearestWeekday = (s: Scan, weekday: number, prefer: Prefer): Day =>
  prefer === 'future'
    ? s.today.add({ days: ((weekday - s.today.dayOfWeek + 6) % 7) + 1 })
    : s.today.subtract({ days: ((s.today.dayOfWeek - weekday + 6) % 7) + 1 })

export const mondayOf = (date: Day): Day => date.subtract({ days: date.dayOfWeek - 1 })
export const endOfMonth = (date: Day): Day => date.with({ day: date.daysInMonth })

export const day = (end: number, date: Day): Piece => ({ kind: 'day', end, date })
export const badDate = (s: Scan, i: number, end: number): Piece =>
  mention(end, { kind: 'invalid', what: 'date', text: s.text.slice(s.tokens[i]?.start, s.tokens[end - 1]?.end) })

export const NEXT = oneOf('следующий следующую следующее следующего следующей следующем следующая след next nxt')
export const LAST = oneOf('прошлый прошлую прошлое прошлого прошлой прошлом прошлая прош last previous')
export const THIS = oneOf(
  'этот эту это этого этой этом эта текущий текущую текущем текущей текущего this ближайший ближайшую ближайшее ближайшей',
)
