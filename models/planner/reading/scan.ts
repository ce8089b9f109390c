import { Temporal } from 'temporal-polyfill'
import { zoned } from '../../../core/time.ts'
import type { ReadContext } from '../mention.ts'
import type { NumberFound } from './numbers.ts'
import { comparable, type Token, tokenise } from './tokens.ts'

/** Which way a date without a year, or a weekday, points when the words do not say. */
export type Prefer = 'future' | 'past'

/** One message being read: its tokens and what the rules need to know about the person's day. */
export interface Scan {
  text: string
  lower: string
  tokens: readonly Token[]
  today: Temporal.PlainDate
  now: Temporal.ZonedDateTime
  context: ReadContext
  prefer: Prefer
  /** Numbers already read, by token: several rules look at the same one. */
  numbers: Map<number, NumberFound | null>
}

export const scanText = (text: string, context: ReadContext, prefer: Prefer): Scan => {
  const now = zoned(context.now, context.timeZone)
  return {
    text,
    lower: comparable(text),
    tokens: tokenise(text),
    today: Temporal.PlainDate.from({ year: now.year, month: now.month, day: now.day }),
    now,
    context,
    prefer,
    numbers: new Map(),
  }
}

/** The word at a token, `''` beyond the text. */
export const wordAt = (s: Scan, i: number): string => s.tokens[i]?.word ?? ''

/** Whether token `i` touches the one before. */
export const isGlued = (s: Scan, i: number): boolean => s.tokens[i]?.gap === false

interface Lookup {
  has(word: string): boolean
}

/** The token after `words` (each one word or a set of them) when they stand at `i`, else 0. */
export const after = (s: Scan, i: number, ...words: (string | Lookup)[]): number => {
  let j = i
  for (const expected of words) {
    const word = wordAt(s, j)
    if (word === '' || !(typeof expected === 'string' ? expected === word : expected.has(word))) return 0
    j++
  }
  return j
}

/** The token after a word that may stand at `i`; `i` itself when it does not. */
export const skip = (s: Scan, i: number, words: Lookup): number => (words.has(wordAt(s, i)) ? i + 1 : i)

/** A sticky pattern at token `i` that must end where a token ends. */
export const pattern = (s: Scan, i: number, sticky: RegExp): { groups: RegExpExecArray; end: number } | null => {
  const token = s.tokens[i]
  if (!token) return null
  sticky.lastIndex = token.start
  const groups = sticky.exec(s.text)
  if (!groups) return null
  const stop = token.start + groups[0].length
  let end = i
  while ((s.tokens[end]?.start ?? Infinity) < stop) end++
  return s.tokens[end - 1]?.end === stop ? { groups, end } : null
}

/** Whether a sentence part ends before token `i`: the end, punctuation or a line break. */
export const isBoundary = (s: Scan, i: number): boolean => {
  const token = s.tokens[i]
  if (!token) return true
  if (token.kind === 'sign') return !/[$€£₽#№%@&*+/=-]/u.test(token.word)
  return s.text.slice(s.tokens[i - 1]?.end ?? 0, token.start).includes('\n')
}

const sets = new Map<string, ReadonlySet<string>>()

/** The words of a literal as a set; built once for each, however often the rule that holds it runs. */
export const oneOf = (words: string): ReadonlySet<string> => {
  let set = sets.get(words)
  if (!set) {
    set = new Set(words.split(' '))
    sets.set(words, set)
  }
  return set
}
