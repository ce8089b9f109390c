import snowball from 'snowball-stemmers'
import type { Mention } from '../mention.ts'
import { comparable } from './tokens.ts'

/** How much of a message is read; a longer one is a document, not a request. */
export const READ_LIMIT = 2_000

const LATIN_AS_CYRILLIC: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}
const CYRILLIC_AS_LATIN = Object.fromEntries(
  Object.entries(LATIN_AS_CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]),
)

const LETTERS = /[\p{Script=Cyrillic}a-zA-Z]+/gu
const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /[a-zA-Z]/

/** A word typed with two keyboard layouts becomes one script when every foreign letter has a twin in the other. */
const repairWord = (word: string): string => {
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return word
  const letters = [...word]
  const cyrillic = letters.map((letter) => (LATIN.test(letter) ? LATIN_AS_CYRILLIC[letter] : letter))
  const latin = letters.map((letter) => (CYRILLIC.test(letter) ? CYRILLIC_AS_LATIN[letter] : letter))
  const cyrillicFits = cyrillic.every((letter) => letter !== undefined)
  const latinFits = latin.every((letter) => letter !== undefined)
  if (cyrillicFits && latinFits) {
    const ownCyrillic = letters.filter((letter) => CYRILLIC.test(letter)).length
    return ownCyrillic * 2 >= letters.length ? cyrillic.join('') : latin.join('')
  }
  if (cyrillicFits) return cyrillic.join('')
  return latinFits ? latin.join('') : word
}

/** Invisible characters, direction marks and soft hyphens; the joiner inside emoji stays out of words too. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const CONTROL = /\p{Cc}/gu
const ODD_SPACE = /[\p{Zs}\u2028\u2029]/gu

/**
 * The text as the other functions read it: NFC, plain spaces (line breaks stay), nothing invisible, words repaired that
 * mix Cyrillic and Latin look-alikes. ё and case are kept: `comparable` removes them.
 */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(CONTROL, (control) => (control === '\n' ? '\n' : ' '))
    .replace(ODD_SPACE, ' ')
    .replace(LETTERS, repairWord)
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()

/** The language most letters belong to; `fallback` when there are none of either script. */
export const detectLang = (text: string, fallback: 'ru' | 'en'): 'ru' | 'en' => {
  const sample = text.slice(0, READ_LIMIT)
  const cyrillic = sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = sample.match(/[a-zA-Z]/g)?.length ?? 0
  if (cyrillic === 0 && latin === 0) return fallback
  // A Russian sentence with a long brand name in it is still Russian.
  return cyrillic * 2 >= latin ? 'ru' : 'en'
}

const russian = snowball.newStemmer('russian')
const english = snowball.newStemmer('english')
const STEM_TOKEN = /[\p{L}\p{N}]+/gu

/** The stems of all words and numbers in order; case, inflection and ё do not matter. */
export const stemWords = (text: string): string[] =>
  (comparable(text).match(STEM_TOKEN) ?? []).map((word) => {
    if (CYRILLIC.test(word)) return russian.stem(word)
    return LATIN.test(word) ? english.stem(word) : word
  })

const EDGE = /^[\s,;:.!?…–—-]+|[\s,;:–—-]+$/gu

/** What is left of the text when the mentions are cut out: words in their order, tidied. */
export const restOf = (text: string, mentions: readonly Mention[]): string => {
  let rest = ''
  let from = 0
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    if (mention.start < from) continue
    rest += `${text.slice(from, mention.start)} `
    from = mention.end
  }
  return (rest + text.slice(from))
    .replace(/\s+/g, ' ')
    .replace(/ ([,;:.!?…])/g, '$1')
    .replace(/([,;:])[,;:.]+/g, '$1')
    .replace(EDGE, '')
}
