import { Temporal } from 'temporal-polyfill'
import { dayRule } from './days.ts'
import { MONTHS, WEEKDAYS } from './lexicon/calendar.ts'
import { dateOf } from './nearest.ts'
import { readCount, readOrdinal } from './numbers.ts'
import { checkedRange } from './periods.ts'
import { type Piece, type Rule, range } from './piece.ts'
import { isGlued, oneOf, type Scan, skip, wordAt } from './scan.ts'

type Day = Temporal.PlainDate
type End = { end: number } & (
  | { kind: 'date'; date: Day }
  | { kind: 'weekday'; weekday: number }
  | { kind: 'number'; day: number; month: number | null; year: number | null; ordinal: boolean }
)

const YEAR_WORDS = oneOf('год года году г')

/** One end of "с 1 по 15 марта": a bare day number, a day with its month, a weekday, or any other day. */
const readEnd = (s: Scan, i: number): End | null => {
  const weekday = WEEKDAYS.get(wordAt(s, i))
  if (weekday !== undefined) return { kind: 'weekday', weekday, end: i + 1 }
  const english = /^[a-z]/.test(wordAt(s, i)) ? MONTHS.get(wordAt(s, i)) : undefined
  const the = skip(s, english === undefined ? i : i + 1, oneOf('the'))
  const ordinal = readOrdinal(s, the)
  const count = ordinal ?? readCount(s, the)
  if (!count || count.value < 1 || count.value > 31) return plainDay(s, i)
  const named = skip(s, count.end, oneOf('числа of'))
  const month = english ?? MONTHS.get(wordAt(s, named)) ?? null
  const after = month !== null && english === undefined ? named + 1 : count.end === named ? count.end : named
  if (month === null && ordinal === null && !isDayEnd(s, count.end)) return plainDay(s, i)
  const token = s.tokens[after]
  const year = month !== null && token?.kind === 'digits' && /^20\d\d$/.test(token.word) ? Number(token.word) : null
  return {
    kind: 'number',
    day: count.value,
    month,
    year,
    ordinal: ordinal !== null,
    end: year === null ? after : skip(s, after + 1, YEAR_WORDS),
  }
}
const plainDay = (s: Scan, i: number): End | null => {
  const piece = dayRule(s, i)
  return piece?.kind === 'day' ? { kind: 'date', date: piece.date, end: piece.end } : null
}
const isDayEnd = (s: Scan, i: number): boolean =>
  !(/^[.:/]$/.test(wordAt(s, i)) && isGlued(s, i) && s.tokens[i + 1]?.kind === 'digits')

/** Both ends with a month: the one that the preference is about decides the year, the other follows it. */
const monthDays = (s: Scan, i: number, a: End & { kind: 'number' }, b: End & { kind: 'number' }): Piece | null => {
  const firstMonth = a.month ?? b.month
  const lastMonth = b.month ?? a.month
  if (firstMonth === null || lastMonth === null) return null
  const wraps = firstMonth > lastMonth || (firstMonth === lastMonth && a.day > b.day)
  const span = wraps ? 1 : 0
  let lastYear = b.year ?? (a.year === null ? null : a.year + span)
  if (lastYear === null) {
    const { year, month, day } = s.today
    const isAfter = (m: number, d: number) => m > month || (m === month && d >= day)
    const isBefore = (m: number, d: number) => m < month || (m === month && d <= day)
    lastYear =
      s.prefer === 'future'
        ? isAfter(lastMonth, b.day)
          ? year
          : year + 1
        : (isBefore(firstMonth, a.day) ? year : year - 1) + span
  }
  return checkedRange(s, i, b.end, [a.year ?? lastYear - span, firstMonth, a.day], [lastYear, lastMonth, b.day])
}

/** "с 10 по 15": of this month, or of the nearest where it fits. */
const bareDays = (s: Scan, i: number, a: End & { kind: 'number' }, b: End & { kind: 'number' }): Piece | null => {
  if (a.day > b.day) return null
  const past = s.prefer === 'past'
  const months = past ? (a.day <= s.today.day ? 0 : -1) : b.day >= s.today.day ? 0 : 1
  const month = s.today.with({ day: 1 }).add({ months })
  return checkedRange(s, i, b.end, [month.year, month.month, a.day], [month.year, month.month, b.day])
}

const weekdays = (s: Scan, end: number, a: number, b: number): Piece => {
  const length = (b - a + 7) % 7
  if (s.prefer === 'past') {
    const last = s.today.subtract({ days: (s.today.dayOfWeek - b + 7) % 7 })
    return range(end, last.subtract({ days: length }), last)
  }
  const first = s.today.add({ days: ((a - s.today.dayOfWeek + 6) % 7) + 1 })
  return range(end, first, first.add({ days: length }))
}

const dateOfEnd = (s: Scan, e: End): Day | null => {
  if (e.kind === 'date') return e.date
  if (e.kind === 'weekday') return s.today.add({ days: ((e.weekday - s.today.dayOfWeek + 6) % 7) + 1 })
  if (e.month === null) return null
  return dateOf(e.year ?? s.today.year, e.month, e.day)
}

const FROM = oneOf('с со from between между')
const WITHIN = oneOf('for during over of')
const JOINTS = oneOf('по до to through thru till until и and - – —')
const DASHES = oneOf('- – —')
const AND = oneOf('и and')
/** "7 и 8 марта", "the 24th and 25th": two days in a row are a range of two. */
const areNeighbours = (a: End, b: End): boolean =>
  a.kind === 'number' &&
  b.kind === 'number' &&
  b.day === a.day + 1 &&
  ((a.month ?? b.month) !== null || (a.ordinal && b.ordinal))

/** From one day to another, both included: "с 1 по 15 марта", "march 1-15", "с пятницы по воскресенье". */
export const betweenRule: Rule = (s, i) => {
  const word = wordAt(s, i)
  const lead = FROM.has(word)
  const within = !lead && WITHIN.has(word)
  const a = readEnd(s, lead || within ? i + 1 : i)
  if (!a || (within && !(a.kind === 'number' && a.month !== null))) return null
  const joint = wordAt(s, a.end)
  // "с 25 на 27 марта": moved from one day to another.
  const moved = lead && joint === 'на' && a.kind === 'number'
  const b = readEnd(s, a.end + 1)
  const pair = AND.has(joint) && b !== null && areNeighbours(a, b)
  if (!(moved || JOINTS.has(joint)) || (!lead && !pair && !DASHES.has(joint) && joint !== 'to' && joint !== 'through'))
    return null
  if (AND.has(joint) && !pair && word !== 'between' && word !== 'между') return null
  if (!b || (moved && !(b.kind === 'number' && a.kind === 'number' && (a.month ?? b.month) !== null))) return null
  if (a.kind === 'weekday' && b.kind === 'weekday')
    return lead || joint !== 'to' ? weekdays(s, b.end, a.weekday, b.weekday) : null
  if (a.kind === 'number' && b.kind === 'number') {
    if (a.month !== null || b.month !== null) return monthDays(s, i, a, b)
    const sayDays = joint === 'по' || (a.ordinal && b.ordinal)
    return (lead || pair) && sayDays ? bareDays(s, i, a, b) : null
  }
  const from = dateOfEnd(s, a)
  const to = dateOfEnd(s, b)
  if (!from || !to) return null
  return Temporal.PlainDate.compare(from, to) <= 0
    ? range(b.end, from, to)
    : lead
      ? orderedByYear(s, b.end, from, to)
      : null
}
const orderedByYear = (s: Scan, end: number, from: Day, to: Day): Piece =>
  s.prefer === 'future' ? range(end, from.subtract({ years: 1 }), to) : range(end, from, to.add({ years: 1 }))
