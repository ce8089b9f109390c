/** Reading: what a text says about time, money and quantity, in Russian and English, by rules alone. */
import type { Mention, ReadContext } from '../mention.ts'
import { assemble, type Placed } from './assemble.ts'
import { betweenRule } from './between.ts'
import { dayRule } from './days.ts'
import { lengthRule } from './lengths.ts'
import { measureRule } from './measures.ts'
import { moneyRule, numberRule, opaqueRule } from './money.ts'
import { periodRule } from './periods.ts'
import type { Piece, Rule } from './piece.ts'
import { repeatRule } from './repeats.ts'
import { type Prefer, type Scan, scanText } from './scan.ts'
import { READ_LIMIT } from './text.ts'
import { clockRule, partRule, todayPartRule, windowRule } from './times.ts'

export { detectLang, normaliseText, restOf, stemWords } from './text.ts'
export { comparable } from './tokens.ts'

/** The longest reading wins; of two equally long the earlier rule. */
const RULES: readonly Rule[] = [
  opaqueRule,
  repeatRule,
  betweenRule,
  windowRule,
  periodRule,
  todayPartRule,
  clockRule,
  dayRule,
  lengthRule,
  measureRule,
  partRule,
  moneyRule,
  numberRule,
]

const longest = (s: Scan, i: number): Piece | null => {
  let best: Piece | null = null
  for (const rule of RULES) {
    const piece = rule(s, i)
    if (piece && piece.end > i && (!best || piece.end > best.end)) best = piece
  }
  return best
}

/**
 * Everything `text` says about time, money and quantity: sorted by start, not overlapping, prepositions included, so that
 * what is left (`restOf`) is content. `prefer` decides which way weekdays and dates without a year point. Only the first
 * 2,000 characters are read. Pure: the same text, context and preference give the same mentions.
 */
export const readMentions = (
  text: string,
  context: ReadContext,
  { prefer = 'future' }: { prefer?: Prefer } = {},
): Mention[] => {
  const scan = scanText(text.slice(0, READ_LIMIT), context, prefer)
  const pieces: Placed[] = []
  for (let i = 0; i < scan.tokens.length; ) {
    const piece = longest(scan, i)
    if (piece && piece.kind !== 'skip') pieces.push({ ...piece, from: i })
    i = piece?.end ?? i + 1
  }
  return assemble(scan, pieces)
}
