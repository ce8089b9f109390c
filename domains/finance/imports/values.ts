// Amounts, currencies and dates as banks write them.
import { isCurrency, MAX_AMOUNT, minorDigits } from '../../../core/money.ts'
import { isLocalDate, type LocalDate, localDateOf } from '../../../core/time.ts'

/** Codes that files still hold, and signs. ISO 4217 withdrew RUR in 2004. */
const ALIASES: Record<string, string> = {
  RUR: 'RUB',
  РУБ: 'RUB',
  'РУБ.': 'RUB',
  РУБЛЬ: 'RUB',
  '₽': 'RUB',
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '810': 'RUB',
  '643': 'RUB',
  '840': 'USD',
  '978': 'EUR',
  '941': 'RSD',
  DIN: 'RSD',
  'DIN.': 'RSD',
}

/** An ISO 4217 code; null when there is no such currency. */
export const readCode = (text: string): string | null => {
  const code = text.trim().toUpperCase()
  const known = ALIASES[code] ?? code
  return isCurrency(known) ? known : null
}

/** Longer texts are no amounts. */
const MAX_LENGTH = 60

const SPACES = /[\s\u00a0\u202f'’`]/gu
const NUMBER = /^\d[\d.,]*$|^[.,]\d+$/u

/** Where the fraction begins, or -1: the last sign when there are two kinds, or a lone one that is no thousands sign. */
const fractionAt = (text: string, decimal: '.' | ',' | undefined, digits: number): number => {
  if (decimal) return text.lastIndexOf(decimal)
  const dot = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  if (dot !== -1 && comma !== -1) return Math.max(dot, comma)
  const at = Math.max(dot, comma)
  if (at === -1) return -1
  const sign = text[at] ?? ''
  if (text.indexOf(sign) !== at) return -1
  const thousands = text.length - at - 1 === 3 && digits !== 3 && at <= 3 && !text.startsWith('0')
  return thousands ? -1 : at
}

/**
 * Signed minor units of an amount: spaces, thousands signs, either decimal sign, minus before or after, unicode minus,
 * parentheses for a negative one, a currency beside it. Null when it is no amount or finer than the currency.
 */
export const readMoney = (raw: string, currency: string, decimal?: '.' | ','): number | null => {
  if (raw.length > MAX_LENGTH) return null
  let text = raw.replace(SPACES, '').replace(/[−–—‒﹣-]/gu, '-')
  text = text.replace(/^[\p{L}\p{Sc}]+\.?|[\p{L}\p{Sc}]+\.?$/gu, '').replace(/^([+-])[\p{L}\p{Sc}]+/u, '$1')
  const negative = text.startsWith('-') || text.endsWith('-') || /^\(.+\)$/u.test(text)
  text = text
    .replace(/^\((.+)\)$/u, '$1')
    .replace(/^[+-]|[+-]$/gu, '')
    .replace(/^[\p{L}\p{Sc}]+|[\p{L}\p{Sc}]+$/gu, '')
  if (!NUMBER.test(text) || text.length > 25) return null
  const digits = minorDigits(currency)
  const at = fractionAt(text, decimal, digits)
  const whole = (at === -1 ? text : text.slice(0, at)).replace(/[.,]/gu, '')
  const fraction = at === -1 ? '' : text.slice(at + 1)
  if (/[.,]/u.test(fraction) || /[1-9]/u.test(fraction.slice(digits))) return null
  const value = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return Number.isSafeInteger(value) && value <= MAX_AMOUNT ? (negative ? -value || 0 : value) : null
}

/** How a file writes days: 31.12.2026 or 12/31/2026. */
export type DayOrder = 'dmy' | 'mdy'

const MONTHS: [RegExp, number][] = [
  [/^(?:янв|jan|јан)/u, 1],
  [/^(?:фев|feb|феб)/u, 2],
  [/^(?:мар|mar)/u, 3],
  [/^(?:апр|apr)/u, 4],
  [/^(?:ма[йяј]|ma[yj])/u, 5],
  [/^(?:июн|jun|јун)/u, 6],
  [/^(?:июл|jul|јул)/u, 7],
  [/^(?:авг|aug|avg)/u, 8],
  [/^(?:сен|sep)/u, 9],
  [/^(?:окт|oct|okt)/u, 10],
  [/^(?:ноя|nov|нов)/u, 11],
  [/^(?:дек|dec)/u, 12],
]
const monthOf = (word: string): number | undefined => MONTHS.find(([pattern]) => pattern.test(word))?.[1]

const day = (year: string | number, month: string | number, date: string | number): LocalDate | null => {
  const full = String(year).length <= 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  const text = `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isLocalDate(text) && text >= '1970-01-01' && text <= '2100-12-31' ? text : null
}

const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2})$/u
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)/u
const NUMERIC = /^(\d{1,2})([-/. ])\s?(\d{1,2})(?:\2|['’])\s?(\d{4}|\d{2})(?!\d)/u
const DAY_WORD = /^(\d{1,2})[\s.-]*(\p{L}{3,})\.?[\s.,-]*(\d{4}|\d{2})(?!\d)/u
const WORD_DAY = /^(\p{L}{3,})\.?\s*(\d{1,2}),?\s*(\d{4})(?!\d)/u

/** The two numbers before the year, of which one is the day: null for dates that leave no doubt. */
export const doubtful = (raw: string): { first: number; second: number; dotted: boolean } | null => {
  const found = NUMERIC.exec(raw.trim())
  return found ? { first: Number(found[1]), second: Number(found[3]), dotted: found[2] === '.' } : null
}

/** A local date; a time after it does not count, except that an instant with a zone is taken to `timeZone`. */
export const readDay = (raw: string, order: DayOrder = 'dmy', timeZone?: string): LocalDate | null => {
  const text = raw.trim().slice(0, 60).toLowerCase()
  if (timeZone && ZONED.test(raw.trim())) {
    const instant = new Date(
      raw
        .trim()
        .replace(' ', 'T')
        .replace(/([+-]\d{2})(\d{2})$/u, '$1:$2'),
    )
    return Number.isNaN(instant.getTime()) ? null : localDateOf(instant, timeZone)
  }
  const iso = YEAR_FIRST.exec(text)
  if (iso) return day(iso[1] ?? '', iso[3] ?? '', iso[4] ?? '')
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, first = '', , second = '', year = ''] = numeric
    return order === 'mdy' ? day(year, first, second) : day(year, second, first)
  }
  const named = DAY_WORD.exec(text)
  if (named) return day(named[3] ?? '', monthOf(named[2] ?? '') ?? 0, named[1] ?? '')
  const english = WORD_DAY.exec(text)
  return english ? day(english[3] ?? '', monthOf(english[1] ?? '') ?? 0, english[2] ?? '') : null
}
