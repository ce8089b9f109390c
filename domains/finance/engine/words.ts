import snowball from 'snowball-stemmers'

const russian = snowball.newStemmer('russian')
const english = snowball.newStemmer('english')
const CYRILLIC = /[а-я]/u
const TOKEN = /[\p{L}\p{N}]+/gu

/** Words that name no thing, so that neither a search nor a rule depends on them. */
const EMPTY = new Set(
  (
    'в во на за из от до с со у к ко по о об и а но или для при не это этот эта мой моя мои тот та ' +
    'the a an at in on for from of to and or with my this that'
  ).split(' '),
)

export const isEmptyWord = (token: string): boolean => EMPTY.has(token)

/** Lower case, ё as е, one form of Unicode: what makes two spellings of a word the same. */
export const comparable = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')

/** Words and numbers of a text in order, comparable. */
export const tokensOf = (text: string): string[] => comparable(text).match(TOKEN) ?? []

/** The stem of one comparable word; the script decides the language. */
export const stemOf = (token: string): string => (CYRILLIC.test(token) ? russian : english).stem(token)

/** Distinct stems of the words that carry meaning; of all words when none does. */
export const stemsOf = (...texts: (string | null | undefined)[]): string[] => {
  const tokens = texts.flatMap((text) => (text ? tokensOf(text) : []))
  const meant = tokens.filter((token) => !EMPTY.has(token))
  return [...new Set((meant.length > 0 ? meant : tokens).map(stemOf))]
}

/** One key for a name however it is inflected; text without any letter is its own key. */
export const keyOf = (text: string): string => stemsOf(text).join(' ') || comparable(text).trim()
