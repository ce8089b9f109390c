import snowball from 'snowball-stemmers'

const russian = snowball.newStemmer('russian')
const english = snowball.newStemmer('english')

/** Longer input says nothing new about what is wanted and only costs time. */
export const MAX_CHARS = 1000

/** Stemming costs 6–9 µs a word and people use the same few thousand words, so stems are kept up to a bound. */
const MEMO_SIZE = 20_000
const memo = new Map<string, string>()

const CYRILLIC = /[а-я]/u

/** The stem of one lower-case word; the script decides the language. */
export const stemOf = (word: string): string => {
  const known = memo.get(word)
  if (known !== undefined) return known
  const stem = (CYRILLIC.test(word) ? russian : english).stem(word)
  if (memo.size >= MEMO_SIZE) memo.clear()
  memo.set(word, stem)
  return stem
}

/** Lower case, ё as е, no accents that keyboards lose, apostrophes dropped so that "don't" and "dont" are one word. */
export const plain = (text: string): string =>
  text
    .slice(0, MAX_CHARS)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')

const TOKEN = /\p{L}+|\d+(?:[.,:]\d+)*|[?₽$€£%]/gu

/** Words, numbers and the few signs that carry meaning, in order. */
export const tokensOf = (text: string): string[] => plain(text).match(TOKEN) ?? []

/** `ru` when at least half of the letters are Cyrillic. */
export const scriptOf = (text: string): 'ru' | 'en' => {
  const sample = text.slice(0, MAX_CHARS)
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return cyrillic > 0 && cyrillic * 2 >= letters ? 'ru' : 'en'
}

/** FNV-1a over UTF-16 units: short, stable between versions and machines, good enough to spread features. */
export const fnv1a = (text: string, seed = 0x811c9dc5): number => {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
