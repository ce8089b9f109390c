import { CLOCK_PARTS, MONTHS, UNIT_WORDS } from './lexicon/calendar.ts'
import { CURRENCIES } from './lexicon/currencies.ts'
import { readCount, readOrdinal } from './numbers.ts'
import type { Clock } from './piece.ts'
import { after, isGlued, oneOf, pattern, type Scan, skip, wordAt } from './scan.ts'

/** A clock reading found at a token; `sure`: needs no preposition to be one. */
export interface ClockFound {
  clock: Clock
  end: number
  sure: boolean
}

/** Whole-day time of a reading. Without a part of day 1–6 is after noon, 7–11 before, as people speak of their day. */
export const resolveClock = ({ hour, minute, part, literal }: Clock): { time: string; nextDay: boolean } => {
  let h = hour
  if (part === 'morning' || part === 'am') h = hour === 12 ? 0 : hour
  else if (part === 'pm') h = hour < 12 ? hour + 12 : hour
  else if (part === 'day') h = hour < 8 ? hour + 12 : hour
  else if (part === 'evening') h = hour === 12 ? 24 : hour > 2 && hour < 12 ? hour + 12 : hour
  else if (part === 'night') h = hour === 12 ? 0 : hour > 6 && hour < 12 ? hour + 12 : hour
  else if (!literal && hour >= 1 && hour <= 6) h = hour + 12
  const nextDay = h >= 24
  return { time: `${String(h % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, nextDay }
}

const exactly = (hour: number, minute: number, extra: Partial<Clock> = {}): Clock => ({
  hour,
  minute,
  part: null,
  literal: false,
  exact: true,
  ...extra,
})

const MERIDIEM = new Map<string, 'am' | 'pm'>([
  ['am', 'am'],
  ['pm', 'pm'],
  ['ам', 'am'],
  ['пм', 'pm'],
])
const EN_PARTS = new Map([
  ['morning', 'morning'],
  ['afternoon', 'day'],
  ['evening', 'evening'],
] as const)
const OCLOCK = oneOf("o'clock oclock")
const SHARP = oneOf('ровно sharp')

/** "вечера", "p.m.", "in the morning": which half of the day, said after the hour. */
export const readPart = (s: Scan, from: number): { part: Clock['part']; end: number } => {
  const i = skip(s, from, SHARP)
  const ru = CLOCK_PARTS.get(wordAt(s, i))
  if (ru) return { part: ru, end: skip(s, i + 1, SHARP) }
  const meridiem = MERIDIEM.get(wordAt(s, i))
  if (meridiem) return { part: meridiem, end: i + 1 }
  const dotted = after(s, i, oneOf('a p'), '.', 'm')
  if (dotted) return { part: wordAt(s, i) === 'p' ? 'pm' : 'am', end: wordAt(s, dotted) === '.' ? dotted + 1 : dotted }
  const inThe = after(s, i, 'in', 'the')
  const en = inThe ? EN_PARTS.get(wordAt(s, inThe) as 'morning') : undefined
  if (en) return { part: en, end: inThe + 1 }
  const atNight = after(s, i, 'at', 'night')
  if (atNight) return { part: 'night', end: atNight }
  return { part: null, end: i }
}

const HH_MM = /(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/y
const HH_MM_DOT = /(\d{1,2})[.-](\d{2})(?![\d.])/y
const HH_MM_GAP = /(\d{1,2}) ([0-5]\d)(?!\d)/y
const HH_H_MM = /(\d{1,2}) ?(?:ч|h)\.? ?(\d{2})(?!\d)/y

const written = (s: Scan, groups: RegExpExecArray, end: number): ClockFound | null => {
  const hour = Number(groups[1])
  const minute = Number(groups[2])
  const { part, end: done } = readPart(s, end)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  const literal = hour > 12 || hour === 0 || (groups[1] ?? '').startsWith('0')
  return { clock: exactly(hour, minute, { part, literal }), end: done, sure: true }
}

const FIXED = new Map<string, number>([
  ...'полдень полудню полудня полднем полдню noon midday'.split(' ').map((word): [string, number] => [word, 12]),
  ...'полночь полночи полуночи полночью midnight'.split(' ').map((word): [string, number] => [word, 0]),
])

const HALF = oneOf('пол половина половине половину половины')
const QUARTER_RU = oneOf('четверть четверти')
const MINUTE_WORDS = new Set([...UNIT_WORDS].filter(([, unit]) => unit === 'minute').map(([word]) => word))
const HOUR_WORDS = oneOf('час часа часов часам часу ч')
const HALF_GLUED = /^пол(?=\p{L}{4})/u

const hourBefore = (hour: number): number => (hour === 1 ? 12 : hour - 1)

/** "полтретьего", "в половине третьего", "четверть пятого", "десять минут пятого". */
const readOfHour = (s: Scan, i: number): ClockFound | null => {
  const word = wordAt(s, i)
  const half = HALF.has(word) ? (wordAt(s, i + 1) === '-' ? i + 2 : i + 1) : 0
  const count = half || QUARTER_RU.has(word) ? null : readCount(s, i)
  const minute = half
    ? 30
    : QUARTER_RU.has(word)
      ? 15
      : count && MINUTE_WORDS.has(wordAt(s, count.end))
        ? count.value
        : 0
  const at = half || (count ? count.end + 1 : i + 1)
  if (minute > 0 && minute < 60) {
    const ordinal = readOrdinal(s, at)
    if (ordinal && ordinal.value <= 12 && /(?:ого|его|го)$/u.test(wordAt(s, ordinal.end - 1))) {
      const { part, end } = readPart(s, ordinal.end)
      return { clock: exactly(hourBefore(ordinal.value), minute, { part }), end, sure: true }
    }
  }
  const early = word === 'начале' ? readOrdinal(s, i + 1) : null
  if (early && early.value <= 12 && /(?:ого|его)$/u.test(wordAt(s, i + 1)) && !MONTHS.has(wordAt(s, early.end)))
    return { clock: exactly(hourBefore(early.value), 0, { exact: false }), end: early.end, sure: true }
  if (!HALF_GLUED.test(word)) return null
  const ordinal = ORDINAL_HOURS.get(word.slice(3))
  if (ordinal === undefined) return null
  const { part, end } = readPart(s, i + 1)
  return { clock: exactly(hourBefore(ordinal), 30, { part }), end, sure: true }
}
const ORDINAL_HOURS = new Map(
  'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)

/** "без пятнадцати восемь", "без четверти три". */
const readWithout = (s: Scan, i: number): ClockFound | null => {
  if (wordAt(s, i) !== 'без') return null
  const quarter = wordAt(s, i + 1) === 'четверти'
  const count = quarter ? { value: 15, end: i + 2 } : readCount(s, i + 1)
  if (!count || count.value < 1 || count.value > 30) return null
  return beforeHour(s, MINUTE_WORDS.has(wordAt(s, count.end)) ? count.end + 1 : count.end, count.value)
}
const beforeHour = (s: Scan, i: number, minutes: number): ClockFound | null => {
  const one = wordAt(s, i) === 'час'
  const hour = one ? { value: 1, end: i + 1 } : readCount(s, i)
  if (!hour || hour.value < 1 || hour.value > 12) return null
  const { part, end } = readPart(s, one ? hour.end : skip(s, skip(s, hour.end, HOUR_WORDS), OCLOCK))
  return { clock: exactly(hourBefore(hour.value), 60 - minutes, { part }), end, sure: true }
}

const PAST = oneOf('past after')
const TO = oneOf('to of till before')

/** "half past two", "quarter to nine", "ten past five". */
const readPastTo = (s: Scan, from: number): ClockFound | null => {
  const i = wordAt(s, from) === 'a' ? from + 1 : from
  const word = wordAt(s, i)
  const count = word === 'half' || word === 'quarter' ? null : readCount(s, i)
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : (count?.value ?? 0)
  if (minutes < 1 || minutes > 59 || (count && minutes % 5 !== 0)) return null
  const at = count ? skip(s, count.end, MINUTE_WORDS) : i + 1
  const british = word === 'half' && from === i ? readCount(s, at) : null
  if (british && british.value >= 1 && british.value <= 12 && !isQuantity(s, british.end))
    return { clock: exactly(british.value, 30), end: british.end, sure: false }
  const hourAt = skip(s, at, PAST) > at || TO.has(wordAt(s, at)) ? at + 1 : 0
  if (!hourAt || (count?.digits && TO.has(wordAt(s, at)))) return null
  if (TO.has(wordAt(s, at))) return word === 'half' ? null : beforeHour(s, hourAt, minutes)
  const hour = readCount(s, hourAt)
  if (!hour || hour.value < 1 || hour.value > 12) return null
  const { part, end } = readPart(s, skip(s, hour.end, OCLOCK))
  return { clock: exactly(hour.value, minutes, { part }), end, sure: true }
}

const OH = oneOf('o oh ноль zero')

/** Minutes after a spoken hour: "тридцать", "ноль пять", "ноль ноль", "thirty", "oh five". */
const readMinutes = (s: Scan, i: number): { value: number; end: number } | null => {
  if (OH.has(wordAt(s, i))) {
    const count = readCount(s, i + 1)
    return count && count.value < 10 ? { value: count.value, end: count.end } : null
  }
  const count = readCount(s, i)
  return count && !count.digits && count.value >= 10 && count.value < 60 ? { value: count.value, end: count.end } : null
}

/** An hour in words or digits with what follows it: "три часа дня", "15 часов 30 минут", "three thirty pm", "7". */
const readHour = (s: Scan, i: number): ClockFound | null => {
  const one = wordAt(s, i) === 'час' || (wordAt(s, i) === 'часу' && /^(?:до|к)$/u.test(wordAt(s, i - 1)))
  const count = one ? null : readCount(s, i)
  if (!one && (!count || count.value < 0 || count.value > 24)) return null
  const hour = one ? 1 : (count?.value ?? 0)
  let end = one ? i + 1 : (count?.end ?? i + 1)
  const hours = one ? 0 : after(s, end, HOUR_WORDS)
  const oclock = after(s, end, OCLOCK)
  if (hours) end = hours
  if (oclock) end = oclock
  let minute = 0
  const spoken = one || (count && !count.digits) || hours ? readMinutes(s, end) : null
  const digits = hours ? readCount(s, end) : null
  if (spoken && !isQuantity(s, spoken.end, hours > 0)) {
    minute = spoken.value
    end = skip(s, spoken.end, MINUTE_WORDS)
  } else if (digits && digits.value < 60 && MINUTE_WORDS.has(wordAt(s, digits.end))) {
    minute = digits.value
    end = digits.end + 1
  }
  const { part, end: done } = readPart(s, end)
  const isDayCount = (part === 'day' || part === 'night') && !hours && !one && minute === 0
  const literal = hour > 12 || hour === 0 || (count?.digits === true && wordAt(s, i).startsWith('0'))
  return {
    clock: exactly(hour, minute, { part, literal }),
    end: done,
    sure: oclock > 0 || (part !== null && !isDayCount),
  }
}

const COUNTED =
  /^(?:раз|раза|человек|люд|кабинет|комнат|магазин|этаж|класс|школ|групп|строк|страниц|глав|том(?:а|ов|ах)$|мест|кг$|км$|г$|гр$|мл$|л$|см$|мм$|м$|шт|грамм|килограмм|литр|метр|километр|таблет|капсул|балл|процент|яблок|порци|стакан|чашк|чашек|ложк|ложек|подход|повтор|ступен|очк|сери[йия]|сезон|част(?:ь|и|ей|ях)$|кварти|вариант|город|стран|times?$|people$|persons?$|guests?$|beers?$|kg$|km$|lbs?$|miles?$|pages?$|items?$|apples?$|pills?$|tablets?$|cups?$|glasses$|percent$|stars$|points$|x$|х$|reps?$|sets?$)/u

/** Whether the number before token `i` counts things or money rather than hours. */
export const isQuantity = (s: Scan, i: number, minutesMayFollow = false): boolean => {
  const word = wordAt(s, i)
  if (word === '') return false
  if (minutesMayFollow && MINUTE_WORDS.has(word)) return false
  if (word === '%' || (word === '-' && isGlued(s, i)) || word === '/') return true
  const unit = UNIT_WORDS.get(word)
  return CURRENCIES.has(word) || COUNTED.test(word) || unit !== undefined || MONTHS.has(word)
}

/** The clock reading at token `i` without its preposition; `dotted` allows "15.30", "15-30" and "15 30"; "3 30 pm" needs no leave. */
export const readClock = (s: Scan, i: number, dotted: boolean): ClockFound | null => {
  const token = s.tokens[i]
  if (!token) return null
  if (token.kind === 'digits') {
    const colon = pattern(s, i, HH_MM)
    if (colon) return written(s, colon.groups, colon.end)
    const hours = pattern(s, i, HH_H_MM)
    if (hours && dotted) return written(s, hours.groups, hours.end)
    const dot = pattern(s, i, HH_MM_DOT) ?? pattern(s, i, HH_MM_GAP)
    if (dot) {
      const found = Number(dot.groups[1]) < 24 && Number(dot.groups[2]) < 60 ? written(s, dot.groups, dot.end) : null
      const marked = found !== null && found.clock.part !== null && !dot.groups[0].includes('-')
      if (found && (dotted || marked) && !isQuantity(s, found.end)) return found
    }
  }
  const fixed = FIXED.get(token.word)
  if (fixed !== undefined) return { clock: exactly(fixed, 0, { literal: true }), end: i + 1, sure: true }
  return readOfHour(s, i) ?? readWithout(s, i) ?? readPastTo(s, i) ?? readHour(s, i)
}

/** "25:70": looks like a clock, is none. */
export const readBadClock = (s: Scan, i: number): number => {
  const colon = s.tokens[i]?.kind === 'digits' ? pattern(s, i, HH_MM) : null
  return colon && !written(s, colon.groups, colon.end) ? colon.end : 0
}
