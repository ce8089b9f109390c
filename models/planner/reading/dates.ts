import { Temporal } from 'temporal-polyfill'
import { DOUBTFUL_MONTHS, MONTHS } from './lexicon/calendar.ts'
import { badDate, dateOf, day, LAST, NEXT, nearestDate, THIS } from './nearest.ts'
import { readCount, readOrdinal } from './numbers.ts'
import type { Piece } from './piece.ts'
import { after, isBoundary, isGlued, oneOf, pattern, type Scan, skip, wordAt } from './scan.ts'

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
export const readWritten = (s: Scan, i: number, at: number): Piece | null => {
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
const dayOfMonth = (s: Scan, start: number, end: number, month: number, d: number, prefer = s.prefer): Piece => {
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
export const readNamed = (s: Scan, i: number, at: number): Piece | null => {
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
  if (/^(?:st|nd|rd|th)$|st$|nd$|rd$|th$/.test(last)) return isEnglishDay(s, i, the, ordinal)
  if (!/(?:го|е|му)$/u.test(last)) return false
  const digits = s.tokens[the]?.kind === 'digits'
  const accusative = /е$/u.test(last)
  if (accusative) return the > i && /^(?:на|по|до)$/u.test(wordAt(s, i)) && (digits || endsDay(s, ordinal.end))
  return digits || ordinal.value >= 10 || endsDay(s, ordinal.end)
}
/** "on the 5th", "by 26th", "the 24th": with a preposition or an article; alone, only to the end of its phrase. */
const isEnglishDay = (s: Scan, i: number, the: number, ordinal: { end: number }): boolean => {
  const digits = s.tokens[the]?.kind === 'digits'
  const article = the > 0 && wordAt(s, the - 1) === 'the'
  if (the > i && isEnglishLead(wordAt(s, i))) return article ? digits || endsDay(s, ordinal.end) : digits
  return digits && ((article && endsDay(s, ordinal.end)) || isClockNext(s, ordinal.end))
}
/** "24th 4pm": an hour follows. */
const isClockNext = (s: Scan, i: number): boolean =>
  s.tokens[i]?.kind === 'digits' && /^(?:am|pm|:)$/.test(wordAt(s, i + 1))
const isEnglishLead = (word: string): boolean => /^(?:on|by|until|till|before|after|from|since|for|due)$/.test(word)
const endsDay = (s: Scan, i: number): boolean =>
  isBoundary(s, i) || /^(?:в|на|к|до|с|и|at|in|and|to|by|from|for|off|утром|вечером|днем)$/u.test(wordAt(s, i))

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

/** "в следующем месяце 5-го", "next month on the 5th". */
export const readInMonth = (s: Scan, i: number): Piece | null => {
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
