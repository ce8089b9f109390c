import { fnv1a, stemOf, tokensOf } from '../planner/classifier/words.ts'
import { inLatin } from './latin.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { STOPWORDS } from './stopwords.ts'

export const DIMENSIONS = 1024
/** Changes whenever the same text would get another vector: stored rows are then embedded again. */
export const LEXICAL_MODEL = 'zelenial-lexical-1'

const WEIGHT = { concept: 1.15, stem: 0.7, grams: 0.75, number: 0.6, stopword: 0.12 }
const GRAM_SIZES = [3, 4] as const
/** Each feature is spread over a few places, so that two features seldom meet in all of them. */
const PLACES = 4

const spread = (vector: Float32Array, name: string, weight: number): void => {
  let hash = fnv1a(name)
  const part = weight / Math.sqrt(PLACES)
  for (let i = 0; i < PLACES; i++) {
    hash = fnv1a('·', hash)
    // The low bits of FNV mix poorly, so place and sign come from the folded halves.
    const at = ((hash ^ (hash >>> 15)) >>> 0) % DIMENSIONS
    vector[at] = (vector[at] ?? 0) + (hash & 0x40000000 ? part : -part)
  }
}

const addGrams = (vector: Float32Array, token: string): void => {
  const bordered = `_${inLatin(token)}_`
  const grams: string[] = []
  for (const size of GRAM_SIZES) {
    for (let at = 0; at + size <= bordered.length; at++) grams.push(bordered.slice(at, at + size))
  }
  const weight = WEIGHT.grams / Math.sqrt(Math.max(1, grams.length))
  for (const gram of grams) spread(vector, `g${gram}`, weight)
}

const addToken = (vector: Float32Array, token: string): void => {
  if (/^\d/.test(token)) spread(vector, `n${token}`, WEIGHT.number)
  else if (STOPWORDS.has(token)) spread(vector, `w${token}`, WEIGHT.stopword)
  else {
    spread(vector, `w${stemOf(token)}`, WEIGHT.stem)
    addGrams(vector, token)
  }
}

const toUnitLength = (vector: Float32Array): Float32Array => {
  let square = 0
  for (const value of vector) square += value * value
  if (square === 0) return vector
  const scale = 1 / Math.sqrt(square)
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale
  return vector
}

/** Text to a unit vector by words, letters and shared concepts; a text without a word gives zeros. No network, same result everywhere. */
export const createLexicalVectors = (lexicon: Lexicon = createLexicon()): ((text: string) => Float32Array) => {
  return (text) => {
    const vector = new Float32Array(DIMENSIONS)
    const tokens = tokensOf(text)
    for (const token of new Set(tokens)) addToken(vector, token)
    for (const { concept, strength } of lexicon.conceptsOf(tokens)) {
      spread(vector, `c${concept}`, WEIGHT.concept * strength)
    }
    return toUnitLength(vector)
  }
}
