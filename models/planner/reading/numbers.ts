import {
  COLLECTIVE,
  HALF_SCALE,
  HUNDREDS,
  MONEY_SCALES,
  ONE_AND_HALF,
  ORDINAL_ENDINGS,
  ORDINALS,
  SCALES,
  SUFFIXES,
  TEENS,
  TENS,
  UNITS,
} from './lexicon/numerals.ts'
import { after, isGlued, pattern, type Scan, wordAt } from './scan.ts'

export interface NumberFound {
  value: number
  end: number
  /** Written in digits, at least in part. */
  digits: boolean
  /** A scale of slang money was used: "три косаря". */
  money: boolean
  /** Nothing but one run of digits or plain number words: usable as an hour or a day. */
  plain: boolean
}

const GROUPED_BY_SPACE = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?/y
const GROUPED_BY_SIGN =
  /[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d{1,2})?|(?:\.\d{3})+(?:,\d{1,2})?|(?:'\d{3})+(?:\.\d{1,2})?)(?!\d)(?![.,]\d)/y
const DECIMAL = /\d+[.,]\d+(?![.,:/]?\d)/y

const readDigits = (s: Scan, i: number): { value: number; end: number; plain: boolean } | null => {
  const token = s.tokens[i]
  if (token?.kind !== 'digits') return null
  const grouped = pattern(s, i, GROUPED_BY_SPACE)
  if (grouped) {
    const value = Number(grouped.groups[0].replace(/[ \u00a0\u202f\u2009]/gu, '').replace(',', '.'))
    return { value, end: grouped.end, plain: false }
  }
  const signed = pattern(s, i, GROUPED_BY_SIGN)
  if (signed) {
    const text = signed.groups[0]
    const fraction = /[.,](\d{1,2})$/.exec(text)
    const whole = (fraction ? text.slice(0, fraction.index) : text).replace(/\D/g, '')
    return { value: Number(fraction ? `${whole}.${fraction[1]}` : whole), end: signed.end, plain: false }
  }
  const decimal = pattern(s, i, DECIMAL)
  if (decimal) return { value: Number(decimal.groups[0].replace(',', '.')), end: decimal.end, plain: false }
  return { value: Number(token.word), end: i + 1, plain: true }
}

const isHyphenBetweenWords = (s: Scan, i: number): boolean => wordAt(s, i) === '-' && isGlued(s, i) && isGlued(s, i + 1)
const WITH_HALF = new Set(['половиной', 'половинкой'])

/** Below a thousand, in words: "двести сорок пять", "one hundred and five". */
const readGroup = (s: Scan, from: number): { value: number; end: number } | null => {
  let i = from
  let value = 0
  let room = 1000
  let found = false
  for (;;) {
    let j = found && isHyphenBetweenWords(s, i) ? i + 1 : i
    if (found && wordAt(s, j) === 'and' && value % 100 === 0 && value > 0) j++
    const word = wordAt(s, j)
    const hundreds = HUNDREDS.get(word)
    const tens = TENS.get(word)
    const small = TEENS.get(word) ?? UNITS.get(word)
    const part = hundreds ?? tens ?? small
    if (part === undefined) break
    const place = hundreds ? 100 : tens ? 10 : part >= 10 ? 1.5 : 1
    if (place >= room || (place === 1.5 && room <= 10) || (found && part === 0)) break
    value += part
    room = place === 1.5 ? 1 : place
    i = j + 1
    found = true
    if (part === 0) break
    // "five hundred": the English hundred multiplies what stands before it.
    if (!hundreds && (wordAt(s, i) === 'hundred' || wordAt(s, i) === 'hundreds') && value < 100) {
      value *= 100
      room = 100
      i++
    }
  }
  return found ? { value, end: i } : null
}

const ARTICLES = new Set(['a', 'an'])

/** "пара тысяч", "a couple of hundred", "сотня", "a hundred": a multiplier named by a noun. */
const readCollective = (s: Scan, i: number): { value: number; end: number } | null => {
  let j = ARTICLES.has(wordAt(s, i)) ? i + 1 : i
  const first = COLLECTIVE.get(wordAt(s, j))
  if (first === undefined) return null
  j++
  if (first === 2 && wordAt(s, j) === 'of') j++
  const second = COLLECTIVE.get(wordAt(s, j))
  if (first === 2 && second !== undefined && second > 2) return { value: first * second, end: j + 1 }
  if (first === 2) return SCALES.has(wordAt(s, j)) || MONEY_SCALES.has(wordAt(s, j)) ? { value: 2, end: j } : null
  if (first < 100) return { value: first, end: j }
  const rest = readGroup(s, wordAt(s, j) === 'and' ? j + 1 : j)
  return rest && rest.value < 100 ? { value: first + rest.value, end: rest.end } : { value: first, end: j }
}

const readHalf = (s: Scan, i: number): number => after(s, i, 'с', WITH_HALF) || after(s, i, 'and', 'a', 'half')

const readAtom = (s: Scan, i: number): { value: number; end: number; digits: boolean; plain: boolean } | null => {
  const digits = readDigits(s, i)
  if (digits) return { ...digits, digits: true }
  const word = wordAt(s, i)
  if (ONE_AND_HALF.has(word)) return { value: 1.5, end: i + 1, digits: false, plain: false }
  const half = HALF_SCALE.get(word)
  if (half !== undefined) return { value: half, end: i + 1, digits: false, plain: false }
  if (word === 'half' && (after(s, i + 1, 'a', SCALES) || after(s, i + 1, 'a', MONEY_SCALES)))
    return { value: 0.5, end: i + 2, digits: false, plain: false }
  if (word === 'пол' && (SCALES.has(wordAt(s, i + 1)) || MONEY_SCALES.has(wordAt(s, i + 1))))
    return { value: 0.5, end: i + 1, digits: false, plain: false }
  const collective = readCollective(s, i)
  if (collective) return { ...collective, digits: false, plain: false }
  const group = readGroup(s, i)
  if (!group) return null
  // "две сто" leaves the thousands out.
  const unit = UNITS.get(word) ?? 0
  const hundreds =
    unit > 1 && group.end === i + 1 && HUNDREDS.has(wordAt(s, group.end)) ? readGroup(s, group.end) : null
  if (hundreds) return { value: unit * 1000 + hundreds.value, end: hundreds.end, digits: false, plain: false }
  const times = COLLECTIVE.get(wordAt(s, group.end))
  if (times === 100 && group.value < 100)
    return { value: group.value * 100, end: group.end + 1, digits: false, plain: false }
  return { ...group, digits: false, plain: true }
}

/** "2к" but not "2 к 1"; "5 тыс" is a scale word of its own. */
const readSuffix = (s: Scan, i: number): number => (isGlued(s, i) ? (SUFFIXES.get(wordAt(s, i)) ?? 0) : 0)

const compute = (s: Scan, from: number): NumberFound | null => {
  let i = from
  let total = 0
  let lastScale = Infinity
  let digits = false
  let money = false
  let plain = true
  let found = false
  for (;;) {
    const start = found && wordAt(s, i) === 'and' && lastScale < Infinity ? i + 1 : i
    const article =
      ARTICLES.has(wordAt(s, start)) && (SCALES.has(wordAt(s, start + 1)) || MONEY_SCALES.has(wordAt(s, start + 1)))
    let atom = article ? { value: 1, end: start + 1, digits: false, plain: false } : readAtom(s, start)
    if (!atom && (SCALES.has(wordAt(s, start)) || MONEY_SCALES.has(wordAt(s, start))))
      atom = { value: 1, end: start, digits: false, plain: false }
    if (!atom || (found && atom.value >= lastScale)) break
    let value = atom.value
    let end = atom.end
    const half = readHalf(s, end)
    if (half && (SCALES.has(wordAt(s, half)) || MONEY_SCALES.has(wordAt(s, half)))) {
      value += 0.5
      end = half
    }
    const suffix = atom.digits && end > start ? readSuffix(s, end) : 0
    const word = wordAt(s, end)
    const scale = suffix || SCALES.get(word) || MONEY_SCALES.get(word) || 0
    const isMoney = !suffix && !SCALES.has(word) && MONEY_SCALES.has(word)
    if (scale >= lastScale) break
    digits ||= atom.digits
    plain &&= atom.plain && !scale && !found
    found = true
    i = end
    if (!scale) {
      total += value
      break
    }
    money ||= isMoney
    total += value * scale
    lastScale = scale
    i = end + 1
    if ((suffix || word === 'тыс' || word === 'млн') && wordAt(s, i) === '.' && isGlued(s, i) && !readsOn(s, i)) i++
    const halfEnd = readHalf(s, i)
    if (halfEnd) {
      total += scale / 2
      i = halfEnd
    }
    if (suffix) break
  }
  if (!found || !Number.isFinite(total)) return null
  // Sums such as 1.1 * 1000 must not carry the noise of binary fractions.
  return { value: Number(total.toPrecision(15)), end: i, digits, money, plain }
}

/** A full stop at the very end belongs to the sentence, not to an abbreviation. */
const readsOn = (s: Scan, i: number): boolean => i === s.tokens.length - 1

/** The number that starts at token `i`, in digits or words, with its scale: "1 200,50", "две с половиной тысячи", "5k". */
export const readNumber = (s: Scan, i: number): NumberFound | null => {
  const known = s.numbers.get(i)
  if (known !== undefined) return known
  const found = compute(s, i)
  s.numbers.set(i, found)
  return found
}

/** A whole number from words or digits without scales, grouping or fraction: an hour, a day, a count. */
export const readCount = (s: Scan, i: number): NumberFound | null => {
  const found = readNumber(s, i)
  return found?.plain && Number.isInteger(found.value) ? found : null
}

/** "двадцать первого", "5-го", "21st". */
export const readOrdinal = (s: Scan, i: number): { value: number; end: number } | null => {
  const token = s.tokens[i]
  if (!token) return null
  if (token.kind === 'digits') {
    const j = wordAt(s, i + 1) === '-' && isGlued(s, i + 1) ? i + 2 : i + 1
    return isGlued(s, j) && ORDINAL_ENDINGS.has(wordAt(s, j)) ? { value: Number(token.word), end: j + 1 } : null
  }
  const own = ORDINALS.get(token.word)
  if (own !== undefined) return { value: own, end: i + 1 }
  const tens = TENS.get(token.word)
  if (tens === undefined) return null
  const j = isHyphenBetweenWords(s, i + 1) ? i + 2 : i + 1
  const unit = ORDINALS.get(wordAt(s, j))
  return unit !== undefined && unit < 10 ? { value: tens + unit, end: j + 1 } : null
}
