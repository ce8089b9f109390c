import snowball from 'snowball-stemmers'

const russian = snowball.newStemmer('russian')
const english = snowball.newStemmer('english')

/** Stems of a text's words in order: case, ё and inflection do not count ("Созвона с Лёной" and "созвон с леной"). */
export const stemsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => (/\p{Script=Cyrillic}/u.test(word) ? russian.stem(word) : english.stem(word)))

/**
 * Whether a text holds every word of a query, in any order and inflection; a word of three or more letters may be cut
 * short ("стом" finds "стоматолог"). A query of signs only is compared as it is.
 */
export const holdsWords = (text: string, query: string): boolean => {
  const wanted = stemsOf(query)
  if (wanted.length === 0) return text.toLowerCase().includes(query.trim().toLowerCase())
  const held = stemsOf(text)
  return wanted.every((stem) => held.some((word) => word === stem || (stem.length >= 3 && word.startsWith(stem))))
}
