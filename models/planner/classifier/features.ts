import { shapeOf } from './shapes.ts'
import { fnv1a, plain, scriptOf, stemOf, tokensOf } from './words.ts'

/** A sparse vector: `keys[i]` is the 32-bit hash of a feature (as a signed integer), `values[i]` its weight; unit length. */
export interface Features {
  keys: Int32Array
  values: Float32Array
}

const WEIGHT = { stem: 1, shape: 0.7, pair: 0.7, skip: 0.35, edge: 0.6, gram: 0.3, language: 0.2 }
const GRAM_MIN = 3
const GRAM_MAX = 5

const addGrams = (word: string, add: (name: string, weight: number) => void): void => {
  const bordered = `_${word}_`
  for (let size = GRAM_MIN; size <= GRAM_MAX; size++) {
    for (let at = 0; at + size <= bordered.length; at++) add(`c${bordered.slice(at, at + size)}`, WEIGHT.gram)
  }
}

/**
 * What a text says, as hashed features: stems, pairs of neighbours (numbers, weekdays and the like replaced by their class),
 * the first and last words, and letter n-grams that survive typos.
 */
export const featuresOf = (text: string): Features => {
  const weights = new Map<number, number>()
  const add = (name: string, weight: number): void => {
    const key = fnv1a(name) | 0
    weights.set(key, Math.max(weights.get(key) ?? 0, weight))
  }
  const tokens = tokensOf(text)
  const parts: string[] = []
  for (const token of tokens) {
    const shape = shapeOf(token)
    const isWord = /^\p{L}/u.test(token)
    if (shape) add(`s${shape}`, WEIGHT.shape)
    if (isWord) {
      add(`w${stemOf(token)}`, WEIGHT.stem)
      addGrams(token, add)
    }
    parts.push(shape ?? stemOf(token))
  }
  for (let i = 0; i + 1 < parts.length; i++) {
    add(`p${parts[i]} ${parts[i + 1]}`, WEIGHT.pair)
    if (i + 2 < parts.length) add(`k${parts[i]} ${parts[i + 2]}`, WEIGHT.skip)
  }
  if (parts.length > 0) {
    add(`f${parts[0]}`, WEIGHT.edge)
    add(`l${parts.at(-1)}`, WEIGHT.edge)
  }
  add(`n${Math.min(4, Math.floor(tokens.length / 3))}`, WEIGHT.language)
  add(`g${scriptOf(plain(text))}`, WEIGHT.language)
  return unitLength(weights)
}

const unitLength = (weights: Map<number, number>): Features => {
  const keys = new Int32Array(weights.size)
  const values = new Float32Array(weights.size)
  let square = 0
  let at = 0
  for (const [key, weight] of weights) {
    keys[at] = key
    values[at] = weight
    square += weight * weight
    at++
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
  return { keys, values }
}
