import { Temporal } from 'temporal-polyfill'
import { readInMonth, readNamed, readWritten } from './dates.ts'
import { DOUBTFUL_WEEKDAYS, MONTHS, RELATIVE_DAYS, UNIT_WORDS, WEEKDAYS } from './lexicon/calendar.ts'
import { day, endOfMonth, LAST, mondayOf, NEXT, nearestDate, nearestWeekday, THIS } from './nearest.ts'
import { readCount, readNumber } from './numbers.ts'
import { type Piece, type Rule, range } from './piece.ts'
import { after, isBoundary, isGlued, oneOf, type Scan, skip, wordAt } from './scan.ts'

type Day = Temporal.PlainDate

const PREPOSITIONS = oneOf(
  'в во на к ко до с со от за после по on by until till before after for from since starting начиная due around около',
)
const WEEKDAY_ADJECTIVES = 'понедельничн вторничн средов четвергов пятничн субботн воскресн'.split(' ')
/** Which of the stems an adjective has, from 1: "пятничную" → 5. */
export const adjectiveOf = (stems: readonly string[], word: string): number | undefined => {
  if (!/(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ой|ей|ое|ее|ые|ие|ых|их|ыми|ими)$/u.test(word))
    return undefined
  const at = stems.findIndex((stem) => word.startsWith(stem) && word.length <= stem.length + 3)
  return at < 0 ? undefined : at + 1
}
const BEFORE_LAST = oneOf('позапрошлый позапрошлую позапрошлое позапрошлого позапрошлой позапрошлом')
/** "в пятницу", "next friday", "в прошлый понедельник", "пт". */
const readWeekday = (s: Scan, i: number, at: number): Piece | null => {
  const first = wordAt(s, at)
  const side = NEXT.has(first) ? 1 : LAST.has(first) ? -1 : THIS.has(first) || first === 'coming' ? 0 : null
  const beforeLast = BEFORE_LAST.has(first)
  const qualified = side !== null || beforeLast
  const word = wordAt(s, qualified ? at + 1 : at)
  const weekday = WEEKDAYS.get(word) ?? adjectiveOf(WEEKDAY_ADJECTIVES, word)
  if (weekday === undefined) return null
  let end = (qualified ? at + 1 : at) + 1
  const bare = at === i && !qualified
  if (
    bare &&
    DOUBTFUL_WEEKDAYS.has(word) &&
    !isBoundary(s, end) &&
    !/^(?:в|в|at|с|к|утром|вечером|днем|morning|evening|afternoon|night)$/u.test(wordAt(s, end)) &&
    s.tokens[end]?.kind !== 'digits'
  )
    return null
  if (word.length <= 4 && wordAt(s, end) === '.' && isGlued(s, end) && end + 1 < s.tokens.length) end++
  const monday = mondayOf(s.today)
  const weekWord = weekOf(s, end)
  if (weekWord) return weekdayPiece(weekWord.end, monday.add({ days: weekWord.weeks * 7 + weekday - 1 }))
  if (beforeLast) return weekdayPiece(end, nearestWeekday(s, weekday, 'past').subtract({ weeks: 1 }))
  if (side === 1) return weekdayPiece(end, monday.add({ weeks: 1, days: weekday - 1 }))
  if (side === -1) return weekdayPiece(end, nearestWeekday(s, weekday, 'past'))
  if (side === 0) {
    const date = monday.add({ days: weekday - 1 })
    const passed = Temporal.PlainDate.compare(date, s.today) < 0
    if (date.equals(s.today)) return weekdayPiece(end, nearestWeekday(s, weekday, s.prefer))
    return weekdayPiece(
      end,
      passed && (s.prefer === 'future' || /^ближ|coming/u.test(first)) ? date.add({ weeks: 1 }) : date,
    )
  }
  return weekdayPiece(end, nearestWeekday(s, weekday, s.prefer))
}
const weekdayPiece = (end: number, date: Day): Piece => ({ kind: 'day', end, date, weekday: true })

/** "в пятницу на следующей неделе", "friday next week", "a week from friday". */
const weekOf = (s: Scan, i: number): { weeks: number; end: number } | null => {
  const at = /^(?:на|of)$/u.test(wordAt(s, i)) ? i + 1 : i
  const end =
    after(s, at, NEXT, oneOf('неделе недели week')) ||
    after(s, at, LAST, oneOf('неделе недели week')) ||
    after(s, at, THIS, oneOf('неделе недели week'))
  if (!end) return null
  return { end, weeks: NEXT.has(wordAt(s, at)) ? 1 : LAST.has(wordAt(s, at)) ? -1 : 0 }
}

const DAY_UNITS = new Set(['day', 'week', 'month', 'quarter', 'year'])

/** "через 3 дня", "неделю назад", "in a week", "two weeks ago": a count of days, weeks, months or years from today. */
const readOffset = (s: Scan, i: number): Piece | null => {
  const lead =
    wordAt(s, i) === 'через' || wordAt(s, i) === 'спустя' || wordAt(s, i) === 'in' || wordAt(s, i) === 'within'
  const at = lead ? i + 1 : i
  const halfYear = after(s, at, 'полгода') || after(s, at, 'half', 'a', 'year')
  const article = /^(?:a|an)$/.test(wordAt(s, at))
  const couple = after(s, article ? at + 1 : at, oneOf('пару couple'))
  const number = couple
    ? { value: 2, end: skip(s, couple, oneOf('of')) }
    : article
      ? { value: 1, end: at + 1 }
      : readNumber(s, at)
  const unitAt = number?.end ?? at
  const unit = halfYear ? 'month' : UNIT_WORDS.get(wordAt(s, unitAt))
  if (!unit || !DAY_UNITS.has(unit)) return null
  const count = halfYear ? 6 : (number?.value ?? 1)
  if (!Number.isInteger(count) || count > 1200 || (unit === 'month' && wordAt(s, unitAt) === 'мес' && !number))
    return null
  const end = halfYear || unitAt + 1
  const ago = after(s, end, oneOf('назад ago back'))
  const hence = lead ? end : after(s, end, 'from', oneOf('now today')) || after(s, end, 'спустя')
  if (!ago && !hence) return null
  const amount = unit === 'quarter' ? count * 3 : count
  const key = `${unit === 'quarter' ? 'month' : unit}s`
  const date = ago ? s.today.subtract({ [key]: amount }) : s.today.add({ [key]: amount })
  const stop = ago || hence
  if (unit === 'week') {
    const weekday = readWeekday(s, stop, skip(s, stop, PREPOSITIONS))
    if (weekday?.kind === 'day' && wordAt(s, stop) !== 'с')
      return { ...day(weekday.end, mondayOf(date).add({ days: weekday.date.dayOfWeek - 1 })) }
  }
  return day(stop, date)
}

/** "a week from friday", "two weeks from tomorrow". */
const readFromDay = (s: Scan, i: number): Piece | null => {
  const article = /^(?:a|an)$/.test(wordAt(s, i))
  const number = article ? { value: 1, end: i + 1 } : readCount(s, i)
  const unit = number ? UNIT_WORDS.get(wordAt(s, number.end)) : undefined
  if (!number || (unit !== 'week' && unit !== 'day') || wordAt(s, number.end + 1) !== 'from') return null
  const start = readCore(s, number.end + 2, number.end + 2)
  return start?.kind === 'day' ? day(start.end, start.date.add({ [`${unit}s`]: number.value })) : null
}

const END = oneOf('конце концу конца конец')
const START = oneOf('начале началу начала')
const MIDDLE = oneOf('середине середину')

/** "в конце месяца", "к концу недели", "в начале следующего месяца", "by the end of march". */
const readEdge = (s: Scan, at: number): Piece | null => {
  const the = skip(s, at, oneOf('the'))
  const word = wordAt(s, the)
  const edge =
    END.has(word) || after(s, the, 'end', 'of')
      ? 'end'
      : START.has(word) || after(s, the, oneOf('start beginning'), 'of')
        ? 'start'
        : MIDDLE.has(word) || after(s, the, 'middle', 'of')
          ? 'middle'
          : null
  const lastDay =
    after(s, the, oneOf('последний последнего последнему'), oneOf('день дня дню')) || after(s, the, 'last', 'day', 'of')
  if (!edge && !lastDay) return null
  const from = lastDay || (/^[a-z]/.test(word) ? the + 2 : the + 1)
  const i = skip(s, from, oneOf('the'))
  const side = NEXT.has(wordAt(s, i)) ? 1 : LAST.has(wordAt(s, i)) ? -1 : 0
  const at2 = side !== 0 || THIS.has(wordAt(s, i)) ? i + 1 : i
  const unit = UNIT_WORDS.get(wordAt(s, at2))
  const month = MONTHS.get(wordAt(s, at2))
  const place = lastDay || edge === 'end' ? 'end' : edge === 'middle' ? 'middle' : 'start'
  if (month !== undefined) {
    const first = nearestDate(s, month, month === s.today.month ? s.today.day : 1, s.prefer)
    return first ? day(at2 + 1, inMonth(first.with({ day: 1 }), place)) : null
  }
  if (unit === 'month') return day(at2 + 1, inMonth(s.today.with({ day: 1 }).add({ months: side }), place))
  if (unit === 'week') {
    const days = place === 'end' ? 4 : place === 'middle' ? 2 : 0
    return day(at2 + 1, mondayOf(s.today).add({ days: side * 7 + days }))
  }
  if (unit !== 'year') return null
  const year = s.today.year + side
  return day(
    at2 + 1,
    Temporal.PlainDate.from(place === 'end' ? `${year}-12-31` : place === 'middle' ? `${year}-07-01` : `${year}-01-01`),
  )
}
const inMonth = (first: Day, place: 'end' | 'middle' | 'start'): Day =>
  place === 'end' ? endOfMonth(first) : place === 'middle' ? first.with({ day: 15 }) : first

const readRelative = (s: Scan, at: number): Piece | null => {
  const offset = RELATIVE_DAYS.get(wordAt(s, at))
  if (offset !== undefined) {
    const adjective = /шн\p{L}+$/u.test(wordAt(s, at))
    return day(adjective ? skip(s, at + 1, oneOf('день дня дню')) : at + 1, s.today.add({ days: offset }))
  }
  const the = skip(s, at, oneOf('the'))
  const afterTomorrow = after(s, the, 'day', 'after', oneOf("tomorrow tomorrow's"))
  if (afterTomorrow) return day(afterTomorrow, s.today.add({ days: 2 }))
  const beforeYesterday = after(s, the, 'day', 'before', 'yesterday')
  if (beforeYesterday) return day(beforeYesterday, s.today.subtract({ days: 2 }))
  const nextDay = after(s, at, 'следующий', 'день')
  return nextDay ? day(nextDay, s.today.add({ days: 1 })) : null
}

const readCore = (s: Scan, i: number, at: number): Piece | null =>
  readRelative(s, at) ?? readWeekday(s, i, at) ?? readWritten(s, i, at) ?? readEdge(s, at) ?? readNamed(s, i, at)

/** A day of the calendar with its preposition. */
export const dayRule: Rule = (s, i) => {
  const offset = readOffset(s, i) ?? readFromDay(s, i) ?? readInMonth(s, i)
  if (offset) return offset
  const at = PREPOSITIONS.has(wordAt(s, i)) ? i + 1 : i
  return wordAt(s, i) === 'since' ? readSince(s, i, at) : readCore(s, i, at)
}

/** "since january 1st": from that day, which has been, to today. */
const readSince = (s: Scan, i: number, at: number): Piece | null => {
  const past: Scan = { ...s, prefer: 'past' }
  const piece = readCore(past, i, at)
  if (piece?.kind !== 'day' || Temporal.PlainDate.compare(piece.date, s.today) > 0) return piece
  return range(piece.end, piece.date, s.today)
}
