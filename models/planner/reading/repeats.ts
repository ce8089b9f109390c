import {
  DAY_PARTS,
  type DayPart,
  MONTHS,
  UNIT_WORDS,
  type Unit,
  WEEKDAYS,
  WEEKDAYS_EACH,
  WEEKDAYS_PLURAL_EN,
} from './lexicon/calendar.ts'
import { readCount, readOrdinal } from './numbers.ts'
import type { Piece, Rule } from './piece.ts'
import { after, isBoundary, oneOf, type Scan, skip, wordAt } from './scan.ts'

/** The parts of a rule (RFC 5545 §3.3.10) as they are collected from words. */
interface Parts {
  freq: 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval?: number
  month?: number
  monthDay?: number
  days?: readonly number[]
  /** Which such weekday of the month: 1, 2, 3, 4 or -1. */
  nth?: number
  part?: DayPart
}
type Found = { parts: Parts; end: number } | null

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WORKDAYS = [1, 2, 3, 4, 5]
const WEEKEND = [6, 7]

const writeRule = (parts: Parts): string => {
  const fields = [`FREQ=${parts.freq}`]
  if (parts.interval && parts.interval > 1) fields.push(`INTERVAL=${parts.interval}`)
  if (parts.month !== undefined) fields.push(`BYMONTH=${parts.month}`)
  if (parts.monthDay !== undefined) fields.push(`BYMONTHDAY=${parts.monthDay}`)
  if (parts.days?.length) {
    const days = [...new Set(parts.days)].sort((a, b) => a - b)
    fields.push(`BYDAY=${days.map((d) => `${parts.nth ?? ''}${CODES[d - 1]}`).join(',')}`)
  }
  return fields.join(';')
}

const every = (unit: Unit, interval: number): Parts => {
  if (unit === 'minute') return { freq: 'MINUTELY', interval }
  if (unit === 'hour') return { freq: 'HOURLY', interval }
  if (unit === 'day') return { freq: 'DAILY', interval }
  if (unit === 'week') return { freq: 'WEEKLY', interval }
  if (unit === 'quarter') return { freq: 'MONTHLY', interval: interval * 3 }
  return { freq: unit === 'year' ? 'YEARLY' : 'MONTHLY', interval }
}

const SEPARATORS = oneOf(', и and & / +')

/** "понедельникам и четвергам", "пн, ср, пт", "mon wed and fri", "monday through friday". */
const readDays = (s: Scan, i: number, lexicon: ReadonlyMap<string, number>): { days: number[]; end: number } | null => {
  const days: number[] = []
  let end = i
  for (;;) {
    let j = days.length > 0 ? skip(s, skip(s, end, SEPARATORS), oneOf('и and по on в every каждый каждую каждое')) : i
    const day = lexicon.get(wordAt(s, j))
    if (day === undefined) break
    days.push(day)
    j++
    end = j
    const through = after(s, j, oneOf('- – through thru to по'))
    const last = through ? lexicon.get(wordAt(s, through)) : undefined
    if (last !== undefined && last > day) {
      for (let d = day + 1; d <= last; d++) days.push(d)
      end = through + 1
    }
  }
  return days.length > 0 ? { days, end } : null
}

const EVERY = oneOf('каждый каждая каждое каждую каждые каждого каждой каждом каждых every each')
const OTHER = oneOf('второй вторую второе other second')
const WORKING = oneOf('будний рабочий будни weekday workday')
const PART_NOUNS = new Map<string, DayPart>([
  ['утро', 'morning'],
  ['вечер', 'evening'],
  ['ночь', 'night'],
  ['morning', 'morning'],
  ['afternoon', 'day'],
  ['evening', 'evening'],
  ['night', 'night'],
])

const readNth = (s: Scan, i: number): { nth: number; end: number } | null => {
  if (/^(?:последн|last$)/u.test(wordAt(s, i))) return { nth: -1, end: i + 1 }
  const ordinal = readOrdinal(s, i)
  return ordinal && ordinal.value <= 4 ? { nth: ordinal.value, end: ordinal.end } : null
}

/** The end of "(каждого) месяца", "of the month", "of every month"; 0 when not there. */
const ofMonth = (s: Scan, i: number): number => {
  const at = skip(s, skip(s, i, oneOf('of')), oneOf('the each every каждого в'))
  return after(s, at, oneOf('месяца month месяц')) || 0
}

const readEvery = (s: Scan, i: number): Found => {
  if (!EVERY.has(wordAt(s, i))) return null
  const at = i + 1
  const word = wordAt(s, at)
  const part = PART_NOUNS.get(word)
  if (part) return { parts: { freq: 'DAILY', part }, end: at + 1 }
  if (WORKING.has(word)) return { parts: { freq: 'WEEKLY', days: WORKDAYS }, end: skip(s, at + 1, oneOf('день')) }
  if (after(s, at, oneOf('выходные weekend выходной'))) return { parts: { freq: 'WEEKLY', days: WEEKEND }, end: at + 1 }
  const half = after(s, at, 'полчаса') || after(s, at, 'half', 'hour') || after(s, at, 'half', 'an', 'hour')
  if (half) return { parts: { freq: 'MINUTELY', interval: 30 }, end: half }
  const nth = readNth(s, at)
  if (nth) {
    const day = WEEKDAYS.get(wordAt(s, nth.end))
    const month = ofMonth(s, nth.end + 1)
    if (day !== undefined && month) return { parts: { freq: 'MONTHLY', days: [day], nth: nth.nth }, end: month }
    const lastDay = nth.nth === -1 && /^(?:день|day)$/u.test(wordAt(s, nth.end)) ? ofMonth(s, nth.end + 1) : 0
    if (lastDay) return { parts: { freq: 'MONTHLY', monthDay: -1 }, end: lastDay }
  }
  if (OTHER.has(word)) {
    const days = readDays(s, at + 1, WEEKDAYS)
    if (days) return { parts: { freq: 'WEEKLY', interval: 2, days: days.days }, end: days.end }
    const unit = UNIT_WORDS.get(wordAt(s, at + 1))
    if (unit) return { parts: every(unit, 2), end: at + 2 }
  }
  const days = readDays(s, at, WEEKDAYS)
  if (days) return { parts: { freq: 'WEEKLY', days: days.days }, end: days.end }
  return readEveryNumber(s, at)
}

/** "каждые 2 недели", "каждое 5-е число", "каждое 14 февраля", "every 3 days". */
const readEveryNumber = (s: Scan, at: number): Found => {
  const count = readOrdinal(s, at) ?? readCount(s, at)
  if (!count) {
    const unit = UNIT_WORDS.get(wordAt(s, at))
    return unit ? { parts: every(unit, 1), end: at + 1 } : null
  }
  if (count.value < 1 || count.value > 1000) return null
  const unit = UNIT_WORDS.get(wordAt(s, count.end))
  if (unit && !(unit === 'day' && /^(?:th|st|nd|rd)$/.test(wordAt(s, count.end - 1))))
    return { parts: every(unit, count.value), end: count.end + 1 }
  if (count.value > 31) return null
  const month = MONTHS.get(wordAt(s, skip(s, count.end, oneOf('of'))))
  if (month !== undefined)
    return { parts: { freq: 'YEARLY', month, monthDay: count.value }, end: skip(s, count.end, oneOf('of')) + 1 }
  const number = after(s, count.end, oneOf('число числа'))
  if (number) return { parts: { freq: 'MONTHLY', monthDay: count.value }, end: ofMonth(s, number) || number }
  const of = ofMonth(s, count.end)
  return of ? { parts: { freq: 'MONTHLY', monthDay: count.value }, end: of } : null
}

/** "раз в неделю", "once every two weeks". "Три раза в неделю" has no rule. */
const readOnce = (s: Scan, i: number): Found => {
  const counted = s.tokens[i - 1]?.kind === 'digits' || readCount(s, i - 1) !== null
  const one = skip(s, i, oneOf('один'))
  const lead = after(s, one, 'раз', oneOf('в во')) || after(s, i, 'once', oneOf('a an every per each'))
  if (!lead || (counted && one === i)) return null
  const half = after(s, lead, 'полгода')
  if (half) return { parts: { freq: 'MONTHLY', interval: 6 }, end: half }
  const halfHour = after(s, lead, 'полчаса')
  if (halfHour) return { parts: { freq: 'MINUTELY', interval: 30 }, end: halfHour }
  const count = readCount(s, lead)
  const unit = UNIT_WORDS.get(wordAt(s, count?.end ?? lead))
  return unit ? { parts: every(unit, count?.value ?? 1), end: (count?.end ?? lead) + 1 } : null
}

const ADVERBS = new Map<string, Parts>([
  ['ежедневно', { freq: 'DAILY' }],
  ['еженедельно', { freq: 'WEEKLY' }],
  ['ежемесячно', { freq: 'MONTHLY' }],
  ['ежегодно', { freq: 'YEARLY' }],
  ['ежечасно', { freq: 'HOURLY' }],
  ['ежеквартально', { freq: 'MONTHLY', interval: 3 }],
  ['daily', { freq: 'DAILY' }],
  ['everyday', { freq: 'DAILY' }],
  ['nightly', { freq: 'DAILY', part: 'night' }],
  ['weekly', { freq: 'WEEKLY' }],
  ['biweekly', { freq: 'WEEKLY', interval: 2 }],
  ['fortnightly', { freq: 'WEEKLY', interval: 2 }],
  ['monthly', { freq: 'MONTHLY' }],
  ['quarterly', { freq: 'MONTHLY', interval: 3 }],
  ['yearly', { freq: 'YEARLY' }],
  ['annually', { freq: 'YEARLY' }],
  ['hourly', { freq: 'HOURLY' }],
])
const AFTER_ADVERB = /^(?:at|on|in|from|starting|until|by|and|to|every)$/

/** "daily at 9" repeats, "daily report" is a title. */
const readAdverb = (s: Scan, i: number): Found => {
  const word = wordAt(s, i)
  const parts = ADVERBS.get(word)
  if (!parts) return null
  const english = /^[a-z]/.test(word)
  const free = isBoundary(s, i + 1) || AFTER_ADVERB.test(wordAt(s, i + 1)) || s.tokens[i + 1]?.kind === 'digits'
  return english && !free ? null : { parts, end: i + 1 }
}

const REPEATED_THINGS = /^(?:напомин|напомн|будильник|задач|встреч|событи|reminder|alarm|task|event|meeting|one$)/u
const ADJECTIVE = /^(?:ежедневн|еженедельн|ежемесячн|ежегодн)(?:ый|ое|ую|ая|ой|ого|ому|ым|ые|ых)$/u

/** "ежедневное напоминание", "a daily reminder", "сделай ежедневным": said of what is to repeat. */
const readAdjective = (s: Scan, i: number): Found => {
  const word = wordAt(s, i)
  const russian = ADJECTIVE.test(word)
  const parts = ADVERBS.get(russian ? word.replace(/(?:ый|ое|ую|ая|ой|ого|ому|ым|ые|ых)$/u, 'о') : word)
  if (!parts || !(REPEATED_THINGS.test(wordAt(s, i + 1)) || (russian && /(?:ым|ой)$/u.test(word)))) return null
  return { parts, end: i + 1 }
}

const BY_PART = new Map<string, DayPart>([
  ['утрам', 'morning'],
  ['вечерам', 'evening'],
  ['ночам', 'night'],
])

/** "по понедельникам", "по будням", "on weekdays", "mondays and thursdays", "по утрам". */
const readBy = (s: Scan, i: number): Found => {
  const word = wordAt(s, i)
  const by = word === 'по' || word === 'on' || word === 'в' ? i + 1 : i
  const next = wordAt(s, by)
  if (word === 'по') {
    const part = BY_PART.get(next)
    if (part) return { parts: { freq: 'DAILY', part }, end: by + 1 }
    const days = readDays(s, by, WEEKDAYS_EACH)
    if (days) return { parts: { freq: 'WEEKLY', days: days.days }, end: days.end }
    const numbers = readOrdinal(s, by) ?? readCount(s, by)
    const end = numbers ? after(s, numbers.end, 'числам') : 0
    if (numbers && end) return { parts: { freq: 'MONTHLY', monthDay: numbers.value }, end }
  }
  const workdays =
    after(s, by, oneOf('будням рабочим будним'), 'дням') ||
    (word === 'по' && after(s, by, 'будням')) ||
    (word === 'в' && after(s, by, oneOf('будни'))) ||
    (word === 'в' && after(s, by, oneOf('рабочие будние'), 'дни')) ||
    after(s, by, oneOf('weekdays workdays'))
  if (workdays) return { parts: { freq: 'WEEKLY', days: WORKDAYS }, end: workdays }
  const weekend =
    (word === 'по' && after(s, by, 'выходным')) ||
    (word === 'on' && after(s, by, 'weekends')) ||
    (by === i && next === 'weekends' ? i + 1 : 0)
  if (weekend) return { parts: { freq: 'WEEKLY', days: WEEKEND }, end: skip(s, weekend, oneOf('дням')) }
  const plural = word === 'в' ? null : readDays(s, by, WEEKDAYS_PLURAL_EN)
  // "mondays reminders" are those of one Monday; "mondays at 7" repeats.
  const free = word === 'on' || (plural && (isBoundary(s, plural.end) || AFTER_ADVERB.test(wordAt(s, plural.end))))
  return plural && free ? { parts: { freq: 'WEEKLY', days: plural.days }, end: plural.end } : null
}

/** "10-го числа каждого месяца", "on the 5th of every month", "14 февраля каждый год", "first monday of every month". */
const readTrailing = (s: Scan, i: number): Found => {
  const lead = skip(s, skip(s, i, oneOf('on в во')), oneOf('the'))
  const nth = readNth(s, lead)
  const weekday = nth ? WEEKDAYS.get(wordAt(s, nth.end)) : undefined
  const repeats = (end: number): boolean => end > 0 && s.tokens.slice(i, end).some((token) => EVERY.has(token.word))
  if (nth) {
    const end = ofMonth(s, nth.end + 1)
    if (weekday !== undefined && repeats(end)) return { parts: { freq: 'MONTHLY', days: [weekday], nth: nth.nth }, end }
    if (nth.nth === -1 && /^(?:день|day)$/u.test(wordAt(s, nth.end)) && repeats(end))
      return { parts: { freq: 'MONTHLY', monthDay: -1 }, end }
  }
  const named = readMonthDay(s, lead)
  if (!named) return null
  if (named.month !== undefined) {
    const end = after(s, named.end, EVERY, oneOf('год year'))
    return end ? { parts: { freq: 'YEARLY', month: named.month, monthDay: named.day }, end } : null
  }
  const end = ofMonth(s, named.end) || after(s, named.end, EVERY, oneOf('месяц month месяца'))
  if (repeats(end)) return { parts: { freq: 'MONTHLY', monthDay: named.day }, end }
  const monthly = after(s, named.end, oneOf('ежемесячно monthly'))
  return monthly ? { parts: { freq: 'MONTHLY', monthDay: named.day }, end: monthly } : null
}

const readMonthDay = (s: Scan, i: number): { day: number; month?: number; end: number } | null => {
  const english = /^[a-z]/.test(wordAt(s, i)) ? MONTHS.get(wordAt(s, i)) : undefined
  const at = english === undefined ? i : i + 1
  const count = readOrdinal(s, at) ?? readCount(s, at)
  if (!count || count.value < 1 || count.value > 31) return null
  const month = english ?? MONTHS.get(wordAt(s, skip(s, count.end, oneOf('of'))))
  if (month !== undefined)
    return { day: count.value, month, end: english === undefined ? skip(s, count.end, oneOf('of')) + 1 : count.end }
  return { day: count.value, end: skip(s, count.end, oneOf('числа число')) }
}

/** What may follow: days for weeks, a number for months, a date for years. */
const extend = (s: Scan, found: { parts: Parts; end: number }): { parts: Parts; end: number } => {
  const { parts, end } = found
  if (parts.days || parts.monthDay !== undefined) return found
  const at = skip(s, skip(s, end, oneOf(',')), oneOf('on по в the'))
  const the = skip(s, at, oneOf('the'))
  if (parts.freq === 'WEEKLY') {
    const days = readDays(s, at, WEEKDAYS) ?? readDays(s, at, WEEKDAYS_EACH)
    return days ? { parts: { ...parts, days: days.days }, end: days.end } : found
  }
  const day = parts.freq === 'MONTHLY' || parts.freq === 'YEARLY' ? readMonthDay(s, the) : null
  if (parts.freq === 'MONTHLY' && day && day.month === undefined) {
    const isDay = readOrdinal(s, the) !== null || day.end > (readCount(s, the)?.end ?? Infinity)
    return isDay ? { parts: { ...parts, monthDay: day.day }, end: day.end } : found
  }
  if (parts.freq === 'YEARLY' && day?.month !== undefined)
    return { parts: { ...parts, month: day.month, monthDay: day.day }, end: day.end }
  return found
}

/** What repeats, as an RFC 5545 rule without its time of day. */
export const repeatRule: Rule = (s, i): Piece | null => {
  const found =
    readTrailing(s, i) ?? readEvery(s, i) ?? readOnce(s, i) ?? readAdverb(s, i) ?? readAdjective(s, i) ?? readBy(s, i)
  if (!found) return null
  const { parts, end } = extend(s, found)
  const part =
    parts.part ?? (parts.freq === 'DAILY' && /^[a-z]/.test(wordAt(s, end)) ? DAY_PARTS.get(wordAt(s, end)) : undefined)
  const base = {
    kind: 'repeat' as const,
    end: parts.part || !part ? end : end + 1,
    repeat: { rrule: writeRule(parts) },
  }
  return part ? { ...base, part } : base
}
