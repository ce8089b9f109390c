import { Temporal } from 'temporal-polyfill'
import { DOUBTFUL_MONTHS, DOUBTFUL_WEEKDAYS, MONTHS, RELATIVE_DAYS, UNIT_WORDS, WEEKDAYS } from './lexicon/calendar.ts'
import { readCount, readNumber, readOrdinal } from './numbers.ts'
import { mention, type Piece, type Rule } from './piece.ts'
import { after, isBoundary, isGlued, oneOf, type Prefer, pattern, type Scan, skip, wordAt } from './scan.ts'

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

const day = (end: number, date: Day): Piece => ({ kind: 'day', end, date })
export const badDate = (s: Scan, i: number, end: number): Piece =>
  mention(end, { kind: 'invalid', what: 'date', text: s.text.slice(s.tokens[i]?.start, s.tokens[end - 1]?.end) })

const PREPOSITIONS = oneOf(
  'в во на к ко до с со от за после по on by until till before after for from since starting начиная due around около',
)
export const NEXT = oneOf('следующий следующую следующее следующего следующей следующем следующая след next nxt')
export const LAST = oneOf('прошлый прошлую прошлое прошлого прошлой прошлом прошлая прош last previous')
export const THIS = oneOf(
  'этот эту это этого этой этом эта текущий текущую текущем текущей текущего this ближайший ближайшую ближайшее ближайшей',
)
const BEFORE_LAST = oneOf('позапрошлый позапрошлую позапрошлое позапрошлого позапрошлой позапрошлом')
const YEAR_WORDS = oneOf('год года году г')

const ISO = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.])/y
const DMY = /(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d])/y
const D_M = /(\d{1,2})([./])(\d{1,2})(?![\d/])/y
const FRACTIONS = /^(?:1\/2|1\/3|2\/3|1\/4|3\/4|24\/7|50\/50)$/

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** Whether day or month comes first: months first only with English slashes, unless that cannot be. */
const dayMonth = (s: Scan, a: number, b: number, sign: string): [number, number] => {
  const monthFirst = sign === '/' && s.context.lang === 'en'
  if (monthFirst) return a > 12 && b <= 12 ? [a, b] : [b, a]
  return b > 12 && a <= 12 && sign === '/' ? [b, a] : [a, b]
}

/** Dates in digits: 2026-03-20, 20.03.2026, 20.03, 3/20. */
const readWritten = (s: Scan, i: number, at: number): Piece | null => {
  const iso = pattern(s, at, ISO)
  if (iso) {
    const date = dateOf(Number(iso.groups[1]), Number(iso.groups[2]), Number(iso.groups[3]))
    return date ? day(iso.end, date) : badDate(s, at, iso.end)
  }
  const full = pattern(s, at, DMY)
  if (full) {
    const [, a = '', sign = '', b = '', y = ''] = full.groups
    const [d, m] = dayMonth(s, Number(a), Number(b), sign)
    const date = dateOf(fullYear(y), m, d)
    const end = skip(s, full.end, YEAR_WORDS)
    if (date) return day(end, date)
    return y.length === 4 && sign !== '-' ? badDate(s, at, end) : null
  }
  const short = pattern(s, at, D_M)
  if (!short) return null
  const [text, a = '', sign = '', b = ''] = short.groups
  const bare = at === i
  if (sign === '.' && (b.length !== 2 || (s.context.lang === 'en' && bare))) return null
  if (sign === '/' && (FRACTIONS.test(text) || (s.context.lang === 'ru' && b.length !== 2))) return null
  if (isAmount(s, short.end)) return null
  const [d, m] = dayMonth(s, Number(a), Number(b), sign)
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  const date = nearestDate(s, m, d, s.prefer)
  return date ? day(short.end, date) : badDate(s, at, short.end)
}
const isAmount = (s: Scan, i: number): boolean =>
  /^(?:р|руб|рублей|рубля|евро|долларов|баксов|кг|км|г|л|тыс|млн|%|₽|\$|€|usd|eur|kg|km|миль|miles|cups?|час|часа|часов|hours?)$/u.test(
    wordAt(s, i),
  )

/** A year after a day and a month: "2026", "2026 года", "прошлого года". */
const readYear = (s: Scan, i: number): { year: number; end: number } | null => {
  const at = wordAt(s, i) === ',' ? i + 1 : i
  const token = s.tokens[at]
  if (token?.kind === 'digits' && /^(?:19|20)\d\d$/.test(token.word) && !(wordAt(s, at + 1) === ':')) {
    const end = skip(s, at + 1, YEAR_WORDS)
    return { year: Number(token.word), end: wordAt(s, end - 1) === 'г' && wordAt(s, end) === '.' ? end + 1 : end }
  }
  const last = after(s, i, LAST, oneOf('года год year'))
  if (last) return { year: s.today.year - 1, end: last }
  const next = after(s, i, NEXT, oneOf('года год year'))
  if (next) return { year: s.today.year + 1, end: next }
  const current = after(s, i, THIS, oneOf('года год year'))
  return current ? { year: s.today.year, end: current } : null
}

/** Day of a month with its optional year. */
export const dayOfMonth = (s: Scan, start: number, end: number, month: number, d: number, prefer = s.prefer): Piece => {
  const dotted = wordAt(s, end) === '.' && isGlued(s, end) && !isBoundary(s, end + 1) ? end + 1 : end
  const year = readYear(s, dotted)
  const date = year ? dateOf(year.year, month, d) : nearestDate(s, month, d, prefer)
  const stop = year?.end ?? end
  return date ? day(stop, date) : badDate(s, start, stop)
}

const NUMBER_WORD = oneOf('числа число числе числу')
const AFTER_ORDINAL =
  /^(?:этаж|класс|курс|подъезд|дом|сезон|кабинет|глав|том|тур|урок|раз|век|лет|дня|кварт|части|floor|grade|time|season|chapter|street|avenue|place|birthday|one|thing|item|half|person|row)/u

/** "20 марта", "двадцатого марта", "20-е", "первого числа", "march 20th", "20th of march", "the 5th". */
const readNamed = (s: Scan, i: number, at: number): Piece | null => {
  const english = readMonthFirst(s, at)
  if (english) return english
  const the = wordAt(s, at) === 'the' ? at + 1 : at
  const ordinal = readOrdinal(s, the)
  const count = ordinal ?? readCount(s, the)
  if (!count || count.value < 1 || count.value > 31) return count && ordinal ? null : tooLate(s, the)
  const ofMonth = skip(s, count.end, oneOf('of'))
  const month = MONTHS.get(wordAt(s, ofMonth))
  if (month !== undefined) return dayOfMonth(s, the, ofMonth + 1, month, count.value)
  if (after(s, count.end, NUMBER_WORD)) return dayNumber(s, the, count.end + 1, count.value)
  if (!ordinal) return null
  const ofThe = after(s, ordinal.end, 'of', oneOf('the this next'), 'month')
  if (ofThe)
    return wordAt(s, ofThe - 2) === 'next'
      ? dayInMonth(s, the, ofThe, 1, count.value)
      : dayNumber(s, the, ofThe, count.value)
  return acceptsOrdinal(s, i, the, ordinal) ? dayNumber(s, the, ordinal.end, ordinal.value) : null
}

/** An ordinal alone is a day only in the case or with the article that days are said with. */
const acceptsOrdinal = (s: Scan, i: number, the: number, ordinal: { value: number; end: number }): boolean => {
  const last = wordAt(s, ordinal.end - 1)
  const next = wordAt(s, ordinal.end)
  if (AFTER_ORDINAL.test(next) || MONTHS.has(next)) return false
  if (/^(?:st|nd|rd|th)$|st$|nd$|rd$|th$/.test(last))
    return (
      the > i &&
      wordAt(s, the - 1) === 'the' &&
      isEnglishLead(wordAt(s, i)) &&
      (s.tokens[the]?.kind === 'digits' || endsDay(s, ordinal.end))
    )
  if (!/(?:го|е|му)$/u.test(last)) return false
  const digits = s.tokens[the]?.kind === 'digits'
  const accusative = /е$/u.test(last)
  if (accusative) return the > i && /^(?:на|по|до)$/u.test(wordAt(s, i)) && (digits || endsDay(s, ordinal.end))
  return digits || ordinal.value >= 10 || endsDay(s, ordinal.end)
}
const isEnglishLead = (word: string): boolean => /^(?:on|by|until|till|before|after|from|since|for|due)$/.test(word)
const endsDay = (s: Scan, i: number): boolean =>
  isBoundary(s, i) || /^(?:в|на|к|до|с|и|at|in|and|to|by|утром|вечером|днем)$/u.test(wordAt(s, i))

/** "32 марта": a month says that a day was meant. */
const tooLate = (s: Scan, i: number): Piece | null => {
  const count = readCount(s, i)
  if (!count?.digits || count.value > 99 || !MONTHS.has(wordAt(s, count.end)) || count.end !== i + 1) return null
  return badDate(s, i, count.end + 1)
}

const readMonthFirst = (s: Scan, i: number): Piece | null => {
  const word = wordAt(s, i)
  const month = /^[a-z]/.test(word) ? MONTHS.get(word) : undefined
  if (month === undefined) return null
  const dotted = wordAt(s, i + 1) === '.' && isGlued(s, i + 1) ? i + 2 : i + 1
  const at = skip(s, dotted, oneOf('the'))
  if (wordAt(s, at) === 'one') return null
  const count = readOrdinal(s, at) ?? readCount(s, at)
  if (!count || count.value < 1 || count.value > 99 || wordAt(s, count.end) === ':') return null
  if (count.value > 31 && DOUBTFUL_MONTHS.has(word)) return null
  return count.value > 31 ? badDate(s, i, count.end) : dayOfMonth(s, i, count.end, month, count.value)
}

/** The nearest month that has this day: "31-го" said in April is 31 May. */
const dayNumber = (s: Scan, start: number, end: number, d: number): Piece => {
  const inMonth = after(s, end, oneOf('этого текущего'), 'месяца')
    ? 0
    : after(s, end, NEXT, 'месяца')
      ? 1
      : after(s, end, LAST, 'месяца')
        ? -1
        : null
  if (inMonth !== null) return dayInMonth(s, start, end + 2, inMonth, d)
  const step = s.prefer === 'future' ? 1 : -1
  const first = s.today.with({ day: 1 })
  for (let n = 0; n < 4; n++) {
    const month = first.add({ months: n * step })
    const date = dateOf(month.year, month.month, d)
    if (date && Temporal.PlainDate.compare(date, s.today) * step >= 0) return day(end, date)
  }
  return badDate(s, start, end)
}
const dayInMonth = (s: Scan, start: number, end: number, months: number, d: number): Piece => {
  const month = s.today.with({ day: 1 }).add({ months })
  const date = dateOf(month.year, month.month, d)
  return date ? day(end, date) : badDate(s, start, end)
}

/** "в пятницу", "next friday", "в прошлый понедельник", "пт". */
const readWeekday = (s: Scan, i: number, at: number): Piece | null => {
  const first = wordAt(s, at)
  const side = NEXT.has(first) ? 1 : LAST.has(first) ? -1 : THIS.has(first) || first === 'coming' ? 0 : null
  const beforeLast = BEFORE_LAST.has(first)
  const qualified = side !== null || beforeLast
  const word = wordAt(s, qualified ? at + 1 : at)
  const weekday = WEEKDAYS.get(word)
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
    return weekdayPiece(end, passed && /^ближ|coming/u.test(first) ? date.add({ weeks: 1 }) : date)
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

/** "в следующем месяце 5-го", "next month on the 5th". */
const readInMonth = (s: Scan, i: number): Piece | null => {
  const at = skip(s, i, oneOf('в'))
  const side = NEXT.has(wordAt(s, at)) ? 1 : LAST.has(wordAt(s, at)) ? -1 : THIS.has(wordAt(s, at)) ? 0 : null
  const month = side === null ? 0 : after(s, at + 1, oneOf('месяце месяц month'))
  if (side === null || !month) return null
  const the = skip(s, skip(s, month, oneOf('on')), oneOf('the'))
  const ordinal = readOrdinal(s, the)
  const count = ordinal ?? readCount(s, the)
  const end = count ? skip(s, count.end, NUMBER_WORD) : 0
  if (!count || count.value < 1 || count.value > 31 || (!ordinal && end === count.end)) return null
  return dayInMonth(s, the, end, side, count.value)
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
  const afterTomorrow = after(s, the, 'day', 'after', 'tomorrow')
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
  return readCore(s, i, at)
}
