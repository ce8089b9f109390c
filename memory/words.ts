import snowball from 'snowball-stemmers'
import type { Lang } from '../core/user.ts'

const russian = snowball.newStemmer('russian')
const english = snowball.newStemmer('english')

/** `ru` when there is at least as much Cyrillic as Latin. */
export const langOfText = (text: string): Lang => {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic > 0 && cyrillic >= latin ? 'ru' : 'en'
}

/** One spelling for comparing: NFKC, lower case, ё as е, no apostrophes inside words. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')

/** Lower case and ё as е, every character at its old place, so that a match can be cut out of the original. */
export const fold = (text: string): string =>
  Array.from(text, (char) => {
    const low = char.toLowerCase().replace('ё', 'е')
    return low.length === char.length ? low : char
  }).join('')

export const wordsOf = (text: string): string[] => plain(text).match(/\p{L}+|\d+(?:[.,:]\d+)*/gu) ?? []

export const stem = (word: string): string => (/\p{Script=Cyrillic}/u.test(word) ? russian : english).stem(word)

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that turn a statement into its opposite. */
const NEGATORS = set('не нет ни никогда not no never dont doesnt didnt cant cannot isnt arent wont havent hasnt wasnt')
/** Words that say who speaks or nothing at all: a fact is the same with and without them. */
const FILLERS = set(
  'я у меня мне мной мой моя мое мои моего моей моему моим моих мою есть это то что бы же ну вот вообще очень теперь сейчас уже ' +
    'i im ive me my mine have has had am is are was be been a an the that this to of do does did now really just',
)
/** Words of a question about memory itself, not of what is asked for. */
const ASKING = set(
  'помнишь помни вспомни напомни напомнишь знаешь скажи расскажи подскажи сказал сказала говорил говорила рассказывал рассказывала ' +
    'писал писала упоминал упоминала обо про насчет о об что чего какой какая какое какие кто где когда почему как ли ты тебе мы ' +
    'remember recall know tell told said say mention mentioned about what which who where when why how did do does you your i me my is are was',
)

export const isNegated = (text: string): boolean => wordsOf(text).some((word) => NEGATORS.has(word))

/** Stems that carry the meaning of a fact, in order. */
export const contentStems = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !NEGATORS.has(word) && !FILLERS.has(word))
    .map(stem)

/** What to search for in a question: its words without those that only ask. The whole question when nothing is left. */
export const searchWords = (question: string): string[] => {
  const words = wordsOf(question)
  const content = words.filter((word) => !ASKING.has(word) && !FILLERS.has(word))
  return content.length > 0 ? content : words
}
