import { createLexicon } from '../../embeddings/lexicon.ts'
import { cuesOf, HEAD_WORDS } from './cues.ts'
import { shapeOf } from './shapes.ts'
import { fnv1a, scriptOf, stemOf, tokensOf } from './words.ts'

/** A sparse vector: `keys[i]` is the 32-bit hash of a feature (as a signed integer), `values[i]` its weight. */
export interface Features {
  keys: Int32Array
  values: Float32Array
}

/** Chosen by cross-validation inside the four fifths that are trained on. */
const WEIGHT = {
  stem: 1,
  shape: 0.7,
  pair: 0.7,
  skip: 0.2,
  edge: 0.6,
  head: 0.5,
  gram: 0.15,
  whole: 0.2,
  cue: 0.8,
  headCue: 0.6,
  cuePair: 0.6,
  sketch: 0.8,
  form: 0.6,
  concept: 0.6,
}
const GRAM_MIN = 3
const GRAM_MAX = 5

type Add = (name: string, weight: number) => void

const concepts = createLexicon()

/** Marks count beside the words, whose vector has unit length. */
const MARK = 0.2

/**
 * What a text says, as hashed features: stems, pairs of neighbours (numbers, weekdays and the like replaced by their class),
 * first and last words, letter n-grams that survive typos, what both languages share (concepts and cues of intent), and
 * the marks of grammar.
 */
export const featuresOf = (text: string, marks: readonly string[] = []): Features => {
  const weights = new Map<number, number>()
  const add: Add = (name, weight) => {
    const key = fnv1a(name) | 0
    weights.set(key, Math.max(weights.get(key) ?? 0, weight))
  }
  const tokens = tokensOf(text)
  addWords(tokens, add)
  addCues(tokens, add)
  for (const { concept, strength } of concepts.conceptsOf(tokens)) add(`x${concept}`, WEIGHT.concept * strength)
  add(`n${Math.min(4, Math.floor(tokens.length / 3))}`, WEIGHT.whole)
  add(`g${scriptOf(text)}`, WEIGHT.whole)
  const features = unitLength(weights)
  if (marks.length === 0) return features
  const hashes = [...new Set(marks.map((mark) => fnv1a(`\u0001${mark}`) | 0))]
  return {
    keys: Int32Array.from([...features.keys, ...hashes]),
    values: Float32Array.from([...features.values, ...hashes.map(() => MARK)]),
  }
}

const addWords = (tokens: readonly string[], add: Add): void => {
  const parts = tokens.map((token, at) => {
    const shape = shapeOf(token)
    if (shape) add(`s${shape}`, WEIGHT.shape)
    const stem = stemOf(token)
    if (/^\p{L}/u.test(token)) {
      add(`w${stem}`, WEIGHT.stem)
      addGrams(token, add)
      const form = formOf(token, at === 0)
      if (form) add(`m${form}`, WEIGHT.form)
    }
    return shape ?? stem
  })
  parts.forEach((part, at) => {
    const next = parts[at + 1]
    if (next === undefined) return
    add(`p${part} ${next}`, WEIGHT.pair)
    const second = parts[at + 2]
    if (second !== undefined) add(`k${part} ${second}`, WEIGHT.skip)
  })
  for (const part of parts.slice(0, HEAD_WORDS)) add(`h${part}`, WEIGHT.head)
  if (parts.length === 0) return
  add(`f${parts[0]}`, WEIGHT.edge)
  add(`l${parts.at(-1)}`, WEIGHT.edge)
}

const addGrams = (word: string, add: Add): void => {
  const bordered = `_${word}_`
  for (let size = GRAM_MIN; size <= GRAM_MAX; size++) {
    for (let at = 0; at + size <= bordered.length; at++) add(`c${bordered.slice(at, at + size)}`, WEIGHT.gram)
  }
}

/** Past, infinitive, imperative: by endings alone, which is right often enough to be worth a feature. */
const formOf = (token: string, isFirst: boolean): string | null => {
  if (/[а-я](?:л|ла|ли|лся|лась|лись|лось)$/.test(token) || /[a-z]ed$/.test(token)) return 'past'
  if (/[а-я](?:ть|ти|ться)$/.test(token)) return 'infinitive'
  if (/[a-z]ing$/.test(token)) return 'gerund'
  return isFirst && /[а-я](?:й|йте|и|ите|ь)$/.test(token) ? 'imperative' : null
}

/** A long text would pair everything with everything; beyond this many cues it says nothing clear anyway. */
const MAX_PAIRED = 16

const addCues = (tokens: readonly string[], add: Add): void => {
  const { all, action, object, stance, outline, head } = cuesOf(tokens)
  for (const cue of all) add(`q${cue}`, WEIGHT.cue)
  for (const cue of head) add(`H${cue}`, WEIGHT.headCue)
  const shapes = tokens.map(shapeOf).filter((shape) => shape !== null)
  const paired = [...new Set([...all, ...shapes])].slice(0, MAX_PAIRED).sort()
  paired.forEach((one, at) => {
    for (const other of paired.slice(at + 1)) add(`Q${one} ${other}`, WEIGHT.cuePair)
  })
  add(`A${action}`, WEIGHT.sketch)
  add(`O${object}`, WEIGHT.sketch)
  add(`B${action} ${object}`, WEIGHT.sketch)
  add(`M${stance}`, WEIGHT.sketch)
  add(`S${outline}`, WEIGHT.sketch)
}

const unitLength = (weights: Map<number, number>): Features => {
  const keys = Int32Array.from(weights.keys())
  const values = Float32Array.from(weights.values())
  let square = 0
  for (const value of values) square += value * value
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
  return { keys, values }
}
