// Words as they are compared: one case, one alphabet, every inflection of a known word.

/** Letters of short codes: "В6", "Д3" and "витамин Е" typed in Russian letters. */
const CODE_LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'b',
  с: 'c',
  ц: 'c',
  д: 'd',
  е: 'e',
  к: 'k',
  р: 'p',
  н: 'h',
}
const CODE = /^([абвсцдекрн])(\d{0,2})$/u
/** Latin letters that look like Russian ones, in a word that is otherwise Russian, and the other way round. */
const TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}
const TO_LATIN = Object.fromEntries(Object.entries(TO_CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]))
const mapped = (word: string, table: Readonly<Record<string, string>>): string =>
  [...word].map((letter) => table[letter] ?? letter).join('')

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu

/** One alphabet per word: the one most of its letters are of. */
const oneAlphabet = (word: string): string => {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (cyrillic === 0 || latin === 0) return word
  return cyrillic >= latin ? mapped(word, TO_CYRILLIC) : mapped(word, TO_LATIN)
}

const MEASURE = 'мкг|мг|гр?|грамм\\p{L}*|ме|ед|тыс|mcg|mg|[µμu]g|gr?|grams?|iu|k'
/** A code is one word, however it is typed: "b-6", "b 6". A figure that is an amount is none: "витамин D 10 мкг", "A 25 000 МЕ". */
const SPLIT_CODE = `(?<![\\p{L}\\p{N}])(?:[bвб][\\s-]?\\d{1,2}|[acdekасдек](?:-?\\d{1,2}|\\s\\d{1,2}(?!\\s\\d{3}(?!\\d)|\\s*(?:${MEASURE})(?!\\p{L}))))(?![\\p{L}\\p{N}]|[.,]\\d)`
const JOINED_CODE = new RegExp(SPLIT_CODE, 'gu')
const codeOf = (word: string): string => {
  const own = oneAlphabet(word)
  const code = CODE.exec(own)
  return code ? `${CODE_LETTERS[code[1] ?? ''] ?? code[1]}${code[2] ?? ''}` : own
}

export interface PlacedWord {
  word: string
  /** UTF-16 offsets into the text, `end` exclusive. */
  start: number
  end: number
}
// "витамин д 3" is a code, "с 2 капсулами" is none: a Russian letter stands for a vitamin alone only after that word.
const PLACED =
  /(?<![\p{L}\p{N}])(?:[abcdek][\s-]?|[авсдекб]-?|(?<=витамин\p{L}* )[вбдк] )\d{1,2}(?![\p{L}\p{N}])(?!\s*(?:мг|мкг|г|ме|капс|таб|кап|mg|mcg|g|iu)(?!\p{L}))|[\p{L}\p{N}]+/giu
/** Words of a text as `wordsOf` has them, with their places. */
export const placedWordsOf = (text: string): PlacedWord[] =>
  [...text.matchAll(PLACED)].flatMap((found) => {
    const [word] = wordsOf(found[0])
    return word === undefined ? [] : [{ word, start: found.index, end: found.index + found[0].length }]
  })

/** Words of a name: NFKC, lower case, ё as е, short codes in Latin letters; "b-6" and "b 6" are "b6". */
export const wordsOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(JOINED_CODE, (code) => code.replace(/[\s-]/u, ''))
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(codeOf)
}

const ADJECTIVE = 'ый ого ому ым ом ая ой ую ою ое ые ых ыми ий его ему им ем яя ей юю ею ее ие их ими'.split(' ')
const with_ = (stem: string, endings: string): string[] =>
  endings.split(' ').map((end) => stem + (end === '0' ? '' : end))

/** Inflected forms of one Russian word given in the nominative; a word of another alphabet has its plural. */
export const formsOf = (word: string): string[] => {
  if (!/^\p{Script=Cyrillic}{3,}$/u.test(word))
    return /^[a-z]{3,}$/.test(word) ? [word, `${word}s`, `${word}es`] : [word]
  const cut = (n: number): string => word.slice(0, -n)
  // "зверобой" is a noun that ends like an adjective.
  if (word.endsWith('ой'))
    return [...ADJECTIVE.map((end) => cut(2) + end), ...with_(cut(1), 'й я ю ем е и ев ям ями ях')]
  if (/(?:ая|яя|ое|ее|ые|ый)$/u.test(word)) return [word, ...ADJECTIVE.map((end) => cut(2) + end)]
  if (word.endsWith('ий')) return [word, ...with_(cut(2), 'ий ия ию ием ии'), ...ADJECTIVE.map((end) => cut(2) + end)]
  if (word.endsWith('ия')) return with_(cut(2), 'ия ии ию ией иею ий иям иями иях')
  if (word.endsWith('ие')) return with_(cut(2), 'ие ия ию ием ии ий иям иями иях')
  if (word.endsWith('й')) return with_(cut(1), 'й я ю ем е и ев ям ями ях')
  if (word.endsWith('а')) return with_(cut(1), 'а ы и е у ой ою 0 ам ами ах')
  if (word.endsWith('я')) return with_(cut(1), 'я и е ю ей ею ь й ям ями ях')
  if (word.endsWith('ь')) return with_(cut(1), 'ь и ью я ю ем е ей ям ями ях')
  if (word.endsWith('о')) return with_(cut(1), 'о а у ом е 0 ам ами ах')
  if (word.endsWith('е')) return with_(cut(1), 'е я ю ем и')
  if (/[иы]$/u.test(word)) return [word, ...with_(cut(1), 'ей ов ам ами ах ям ями ях 0 а ь')]
  if (/[бвгджзклмнпрстфхцчшщ]о[кц]$/u.test(word) || /е[ц]$/u.test(word))
    return [
      ...with_(word, '0 а у ом е и ы ов ам ами ах'),
      ...with_(cut(2) + word.slice(-1), 'а у ом ем е и ы ов ам ами ах'),
    ]
  return with_(word, '0 а у ом ем е ы и ов ей ам ами ах')
}

const TRANSLIT: readonly (readonly [RegExp, string, string])[] = [
  [/щ/gu, 'shch', 'sch'],
  [/ж/gu, 'zh', 'j'],
  [/х/gu, 'kh', 'h'],
  [/ц/gu, 'ts', 'c'],
  [/ч/gu, 'ch', 'ch'],
  [/ш/gu, 'sh', 'sh'],
  [/ю/gu, 'yu', 'u'],
  [/я/gu, 'ya', 'ia'],
  [/ий/gu, 'iy', 'ij'],
  [/й/gu, 'y', 'i'],
  [/[ьъ]/gu, '', ''],
]
const LETTERS = Object.fromEntries(
  [...'абвгдезиклмнопрстуфыэ'].map((letter, at) => [letter, 'abvgdeziklmnoprstufye'[at] ?? '']),
)
/** How a Russian word is typed in Latin letters: "магний" as "magniy" or "magnij". */
export const latinOf = (word: string): string[] => {
  if (!/^\p{Script=Cyrillic}{4,}$/u.test(word)) return []
  const spelt = ([1, 2] as const).map((way) =>
    mapped(
      TRANSLIT.reduce((text, sound) => text.replace(sound[0], sound[way] ?? ''), word),
      LETTERS,
    ),
  )
  return [...new Set(spelt)].filter((latin) => /^[a-z]+$/.test(latin))
}
