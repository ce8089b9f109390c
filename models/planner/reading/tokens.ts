/** A word, a run of digits or one sign of the text, with its place in it. */
export interface Token {
  kind: 'word' | 'digits' | 'sign'
  /** As compared: lower case, ё as е, a straight apostrophe. */
  word: string
  start: number
  end: number
  /** Whether anything separates it from the token before. */
  gap: boolean
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\d+|[^\s\p{L}\d\p{Cf}]/gu

/** Lower case with ё as е, so that spelling and case do not matter when words are compared. */
export const comparable = (text: string): string => {
  const lower = text.toLowerCase()
  return SPELLINGS.test(lower) ? lower.replaceAll('ё', 'е').replaceAll('\u0435\u0308', 'е').replaceAll('’', "'") : lower
}
const SPELLINGS = /ё|\u0308|’/u

export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = []
  let last = 0
  for (const found of text.matchAll(TOKEN)) {
    const raw = found[0]
    const first = raw.charCodeAt(0)
    const isDigits = first >= 48 && first <= 57
    const kind = isDigits ? 'digits' : /^\p{L}/u.test(raw) ? 'word' : 'sign'
    const end = found.index + raw.length
    tokens.push({
      kind,
      word: kind === 'word' ? comparable(raw) : raw,
      start: found.index,
      end,
      gap: found.index > last,
    })
    last = end
  }
  return tokens
}
