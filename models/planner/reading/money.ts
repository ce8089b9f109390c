import { isCurrency, MAX_AMOUNT, minorDigits } from '../../../core/money.ts'
import { ABBREVIATED, CURRENCIES, MINOR_WORDS, SIGNS, WEIGHT_CUES } from './lexicon/currencies.ts'
import { MONEY_WORDS, NOT_ALONE } from './lexicon/numerals.ts'
import { type NumberFound, readNumber } from './numbers.ts'
import { mention, type Piece, type Rule } from './piece.ts'
import { after, isBoundary, isGlued, oneOf, pattern, type Scan, wordAt } from './scan.ts'

const MINUS = oneOf('- − –')
const MINUS_WORDS = oneOf('минус minus')
const VIDEO_LINES = new Set([240, 360, 480, 720, 1080, 1440, 2160])
const POUNDS = oneOf('фунтов фунт фунта фунты pound pounds')
const ADJECTIVES: [RegExp, string | null][] = [
  [/^белорус/u, 'BYN'],
  [/^(?:канадск|canadian$)/u, 'CAD'],
  [/^(?:австрал|australian$)/u, 'AUD'],
  [/^(?:гонконгск)/u, 'HKD'],
  [/^(?:америк|росси|сербск|турецк|казахст|us$)/u, null],
]

/** The currency named at token `i`, with the token after it. */
const readCurrency = (s: Scan, i: number, found: NumberFound): { code: string; end: number } | null => {
  const word = wordAt(s, i)
  if (word === '') return null
  for (const [adjective, own] of ADJECTIVES) {
    const code = adjective.test(word) ? CURRENCIES.get(wordAt(s, i + 1)) : undefined
    if (code) return { code: own ?? code, end: i + 2 }
  }
  // A Latin p after digits is the rouble of someone on the wrong layout.
  if (word === 'p' && s.context.lang === 'ru' && isGlued(s, i) && !VIDEO_LINES.has(found.value))
    return { code: 'RUB', end: i + 1 }
  if (word === 'у' && after(s, i + 1, '.', 'е')) return { code: 'USD', end: wordAt(s, i + 3) === '.' ? i + 4 : i + 3 }
  let code = CURRENCIES.get(word)
  if (code === undefined) {
    const token = s.tokens[i]
    const raw = token ? s.text.slice(token.start, token.end) : ''
    if (/^[A-Z]{3}$/.test(raw) && isCurrency(raw)) code = raw
  }
  if (code === undefined) return null
  if (POUNDS.has(word)) {
    const sterling = after(s, i + 1, oneOf('sterling стерлингов'))
    if (sterling) return { code, end: sterling }
    if (WEIGHT_CUES.test(s.lower)) return null
  }
  return { code, end: endOfAbbreviation(s, i) }
}

/** The full stop of "руб." belongs to it, unless it ends the message. */
const endOfAbbreviation = (s: Scan, i: number): number =>
  ABBREVIATED.has(wordAt(s, i)) && wordAt(s, i + 1) === '.' && isGlued(s, i + 1) && i + 2 < s.tokens.length
    ? i + 2
    : i + 1

/** "5 т.р.", "5тр": thousands of roubles. */
const readThousandRoubles = (s: Scan, i: number): number => {
  if (wordAt(s, i) === 'тр') return i + 1
  const dotted = after(s, i, 'т', '.', 'р')
  return dotted ? (wordAt(s, dotted) === '.' ? dotted + 1 : dotted) : 0
}

const PIECES = oneOf('штука штуку штуки штук')
/** "две штуки баксов", "ушло пять штук": thousands; "5 штук яиц", "за штуку": pieces. */
const readThousandSlang = (s: Scan, i: number): number => {
  if (!PIECES.has(wordAt(s, i))) return 0
  const next = wordAt(s, i + 1)
  if (CURRENCIES.has(next)) return i + 1
  return next === 'на' || next === 'в' ? i + 1 : 0
}

const make = (s: Scan, i: number, end: number, value: number, currency: string | null): Piece => {
  const amount = Math.round(Number((value * 10 ** minorDigits(currency ?? s.context.currency)).toPrecision(15)))
  if (amount < 0 || amount > MAX_AMOUNT) return invalid(s, i, end)
  return mention(end, { kind: 'money', amount, currency })
}
const invalid = (s: Scan, i: number, end: number): Piece =>
  mention(end, { kind: 'invalid', what: 'money', text: s.text.slice(s.tokens[i]?.start, s.tokens[end - 1]?.end) })

const minorCurrency = (s: Scan, word: string): string =>
  /^ко/u.test(word) ? 'RUB' : s.context.currency === 'EUR' ? 'EUR' : 'USD'

/** "50 коп" after "450 руб": hundredths to add. */
const readMinor = (s: Scan, i: number): { value: number; end: number } | null => {
  const j = wordAt(s, i) === 'и' || wordAt(s, i) === 'and' ? i + 1 : i
  const number = readNumber(s, j)
  if (!number || number.value >= 100 || !MINOR_WORDS.has(wordAt(s, number.end))) return null
  return { value: number.value / 100, end: endOfAbbreviation(s, number.end) }
}

/** "six dollars forty": two figures with nothing after them. */
const readBareMinor = (s: Scan, i: number): { value: number; end: number } | null => {
  if (s.context.lang !== 'en') return null
  const number = readNumber(s, i)
  if (!number?.plain || number.value < 10 || number.value > 99 || !Number.isInteger(number.value)) return null
  return isBoundary(s, number.end) || /^(?:on|for|at|from|in|left)$/.test(wordAt(s, number.end))
    ? { value: number.value / 100, end: number.end }
    : null
}

const BEFORE_MONEY = oneOf('за на в во по около примерно for of about around worth')
const INVERTED = oneOf('рублей долларов баксов евро динаров тенге лир')

/** A sum with its currency, or in slang that is always a sum. */
export const moneyRule: Rule = (s, from) => {
  let i = BEFORE_MONEY.has(wordAt(s, from)) ? from + 1 : from
  if (i > from && BEFORE_MONEY.has(wordAt(s, i))) i++
  const minus =
    (MINUS.has(wordAt(s, i)) && isGlued(s, i + 1) && !(i > 0 && isGlued(s, i))) || MINUS_WORDS.has(wordAt(s, i))
  if (minus) i++
  const sign = minus ? -1 : 1
  const prefix = readPrefix(s, i)
  if (prefix) i = prefix.end
  const number = readNumber(s, i)
  if (!number) return prefix ? null : readSlang(s, from, i, 1, i)
  const big = wordAt(s, number.end)
  if (prefix) {
    const million = isGlued(s, number.end) && big === 'm'
    return make(s, from, million ? number.end + 1 : number.end, sign * number.value * (million ? 1e6 : 1), prefix.code)
  }
  const roubles = readThousandRoubles(s, number.end)
  if (roubles) return make(s, from, roubles, sign * number.value * 1000, 'RUB')
  const slang = readThousandSlang(s, number.end)
  const end = slang || number.end
  const value = number.value * (slang ? 1000 : 1)
  const currency = readCurrency(s, end, number)
  if (currency) {
    const minor = Number.isInteger(value) ? (readMinor(s, currency.end) ?? readBareMinor(s, currency.end)) : null
    return make(s, from, minor?.end ?? currency.end, sign * (value + (minor?.value ?? 0)), currency.code)
  }
  if (slang || number.money) return make(s, from, end, sign * value, null)
  if (MINOR_WORDS.has(big))
    return make(s, from, endOfAbbreviation(s, number.end), (sign * number.value) / 100, minorCurrency(s, big))
  return readSlang(s, from, i, sign * number.value, number.end)
}

/** "$20", "EUR 50", "рублей пятьсот". */
const readPrefix = (s: Scan, i: number): { code: string; end: number } | null => {
  const word = wordAt(s, i)
  const token = s.tokens[i]
  if (!token) return null
  const raw = s.text.slice(token.start, token.end)
  const isCode = /^[A-Z]{3}$/.test(raw) && isCurrency(raw)
  const code = SIGNS.has(word) || INVERTED.has(word) ? CURRENCIES.get(word) : isCode ? raw : undefined
  if (code === undefined || !readNumber(s, i + 1)) return null
  return { code, end: i + 1 }
}

/** "пятихатка", "две сотки", "полтинник". */
const readSlang = (s: Scan, from: number, i: number, count: number, end: number): Piece | null => {
  const value = MONEY_WORDS.get(wordAt(s, end))
  if (value !== undefined) {
    const code = CURRENCIES.get(wordAt(s, end + 1)) ?? null
    return make(s, from, code ? end + 2 : end + 1, count * value, code)
  }
  const isThousand = i === end && wordAt(s, i) === 'штуку' && wordAt(s, i - 1) !== 'за'
  return isThousand && wordAt(s, from) !== 'за' && readThousandSlang(s, i) ? thousand(s, from, i) : null
}
const thousand = (s: Scan, from: number, i: number): Piece => {
  const code = CURRENCIES.get(wordAt(s, i + 1)) ?? null
  return make(s, from, code ? i + 2 : i + 1, 1000, code)
}

const PERCENT = oneOf('% процент процента процентов проценту процентах percent pct')
const MEASURES = oneOf(
  'кг км г гр мл л м см мм шт кал ккал kg km g mg мг mcg мкг iu ме ml l lb lbs oz cm mm mi cal kcal x х kcals',
)
const EXPONENT = /\d+(?:[.,]\d+)?[eE]\+?\d+(?![\p{L}\d])/uy

/** A percentage or a number that is nothing else. */
export const numberRule: Rule = (s, i) => {
  const token = s.tokens[i]
  if (!token) return null
  if (token.kind === 'digits') {
    const exponent = pattern(s, i, EXPONENT)
    if (exponent) return invalid(s, i, exponent.end)
  }
  const sign = MINUS.has(token.word) && isGlued(s, i + 1) && !(i > 0 && isGlued(s, i))
  const minus = (sign && s.tokens[i + 1]?.kind === 'digits') || MINUS_WORDS.has(token.word)
  const number = readNumber(s, minus ? i + 1 : i)
  if (!number) return null
  const price = readSpokenPrice(s, number)
  if (price) return mention(price.end, { kind: 'number', value: price.value })
  const value = minus ? -number.value : number.value
  if (PERCENT.has(wordAt(s, number.end))) return mention(number.end + 1, { kind: 'percent', value })
  if (number.plain && !number.digits && number.end === i + 1 && NOT_ALONE.has(token.word)) return null
  const next = s.tokens[number.end]
  // "3d", "b2b", "covid19": part of a name.
  if (number.digits && next?.kind === 'word' && !next.gap && !MEASURES.has(next.word))
    return { kind: 'skip', end: number.end + 1 }
  if (token.kind === 'digits' && !token.gap && s.tokens[i - 1]?.kind === 'word')
    return { kind: 'skip', end: number.end }
  if (Math.abs(value) * 100 > MAX_AMOUNT) return invalid(s, i, number.end)
  return mention(number.end, { kind: 'number', value })
}

/** "forty nine ninety nine" is 49.99: two English numbers below a hundred with nothing after them. */
const readSpokenPrice = (s: Scan, first: NumberFound): { value: number; end: number } | null => {
  if (first.digits || !first.plain || first.value < 1 || first.value > 99 || s.context.lang !== 'en') return null
  const second = readNumber(s, first.end)
  if (!second?.plain || second.digits || second.value < 10 || second.value > 99) return null
  return isBoundary(s, second.end) || /^(?:on|for|at|from|in)$/.test(wordAt(s, second.end))
    ? { value: first.value + second.value / 100, end: second.end }
    : null
}

const PHONE = /(?:\+\d|8)[\d ()\u00a0-]{8,18}\d(?!\d)/y
const LINK = /https?:\/\/\S+|www\.\S+/iy
const ADDRESS = /[\p{L}\d._+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/uy
const VERSION = /\d+(?:\.\d+){2,}(?!\d)/y

/** "7-eleven": figures tied to a number in words are a name. */
const NAME = /\d+-(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L})/iuy

/** Phones, links, addresses, versions: digits in them are nobody's amounts or dates. */
export const opaqueRule: Rule = (s, i) => {
  const token = s.tokens[i]
  if (!token) return null
  if (token.kind === 'word') {
    const link = pattern(s, i, LINK) ?? pattern(s, i, ADDRESS)
    return link ? { kind: 'skip', end: link.end } : null
  }
  const phone = pattern(s, i, PHONE)
  if (
    phone &&
    /[ ()\u00a0-]/.test(phone.groups[0]) &&
    phone.groups[0].replace(/\D/g, '').length === 11 &&
    isBoundaryAfter(s, phone.end)
  )
    return { kind: 'skip', end: phone.end }
  const name = token.kind === 'digits' ? pattern(s, i, NAME) : null
  if (name) return { kind: 'skip', end: name.end }
  const version = token.kind === 'digits' ? pattern(s, i, VERSION) : null
  return version && version.groups[0].split('.').length > 3 ? { kind: 'skip', end: version.end } : null
}
const isBoundaryAfter = (s: Scan, i: number): boolean => isBoundary(s, i) || s.tokens[i]?.gap === true
