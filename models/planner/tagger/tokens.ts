import { stemOf } from '../classifier/words.ts'
import type { Clause } from '../clause.ts'
import { contentOffsets } from '../content.ts'
import type { Mention } from '../mention.ts'
import { stripFor } from '../slots/strips.ts'

/** A word of a clause, or everything that says one time, sum or quantity. */
export interface Token {
  start: number
  end: number
  /** Stem of a word, `<kind>` of a mention, the sign itself for punctuation that separates. */
  stem: string
  plain: string
  mention?: Mention
  /** Whether peeling the command words off leaves it. */
  kept: boolean
}

const PIECE = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\p{N}+(?:[.,:/]\p{N}+)*|[:,;—–"«»“”?#→=>-]/gu

/** The tokens of a clause in order; no token lies inside two. */
export const tokensOf = (clause: Clause, tool: string): Token[] => {
  const offsets = contentOffsets(clause, clause.mentions, stripFor(tool))
  const tokens: Token[] = clause.mentions.map((mention) => ({
    start: mention.start,
    end: mention.end,
    stem: `<${mention.kind}>`,
    plain: clause.plain.slice(mention.start, mention.end),
    mention,
    kept: false,
  }))
  const taken = clause.mentions
  for (const piece of clause.plain.matchAll(PIECE)) {
    const start = piece.index
    const end = start + piece[0].length
    if (taken.some((mention) => start < mention.end && end > mention.start)) continue
    const [plain] = piece
    tokens.push({ start, end, stem: /\p{L}/u.test(plain) ? stemOf(plain) : plain, plain, kept: offsets.has(start) })
  }
  return tokens.sort((a, b) => a.start - b.start)
}
