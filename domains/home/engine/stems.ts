// Stems of names at home: nouns in the forms and numbers people say them in, where a general stemmer goes astray.
import { stemsOf } from '../../../core/words.ts'

/** "сметана", "диваны": a noun on -ан that the stemmer takes for a verb ("-на"), while "сметану" keeps its н. */
const NOUN_LIKE_VERB = /^(\p{Script=Cyrillic}+[ая]н)[аыо]?$/u

/** The vowel that comes and goes: "спичек" and "спички", "огурец" and "огурцы", "батареек" and "батарейки". */
const withoutFleetingVowel = (stem: string): string =>
  stem.length < 5
    ? stem
    : stem.replace(/(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[кц]$)/u, '').replace(/(?<=[аеиоуыэюя])е(?=[кц]$)/u, 'й')

const stemOf = (word: string): string => {
  const [stem = word] = stemsOf(word)
  const noun = NOUN_LIKE_VERB.exec(word)?.[1]
  return withoutFleetingVowel(noun?.startsWith(stem) ? noun : stem)
}

/** Stems of a text's words in order, the same for every case and number of a noun. */
export const nameStems = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stemOf)
