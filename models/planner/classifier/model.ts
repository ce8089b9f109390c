import type { Features } from './features.ts'

/** A trained network of one hidden layer as plain arrays, so that it can cross from a worker thread without copying. */
export interface Model {
  classes: string[]
  /** The feature hash of each row of `inner`, ascending. */
  keys: Int32Array
  /** One row of weights per feature, a weight per hidden unit, as 127ths of the row's own scale. */
  inner: Int8Array
  scales: Float32Array
  innerBias: Float32Array
  /** One row of `classes.length` weights per hidden unit. */
  outer: Float32Array
  outerBias: Float32Array
}

/** The row of a feature hash, -1 for one never seen in training. A search in the sorted keys needs no map in memory. */
export const rowOf = (keys: Int32Array, key: number): number => {
  let low = 0
  let high = keys.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = keys[middle] ?? 0
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Turns scores into probabilities in place. */
export const softmax = (scores: Float32Array): void => {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const e = Math.exp((scores[i] ?? 0) - top)
    scores[i] = e
    sum += e
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / sum
}

/** The probability of each class, in the order of `model.classes`. */
export const probabilities = (model: Model, { keys, values }: Features): Float32Array => {
  const { inner, scales, innerBias, outer, outerBias } = model
  const hidden = Float32Array.from(innerBias)
  for (let i = 0; i < keys.length; i++) {
    const row = rowOf(model.keys, keys[i] ?? 0)
    if (row < 0) continue
    const value = (values[i] ?? 0) * (scales[row] ?? 0)
    const base = row * hidden.length
    for (let j = 0; j < hidden.length; j++) hidden[j] = (hidden[j] ?? 0) + value * (inner[base + j] ?? 0)
  }
  const scores = Float32Array.from(outerBias)
  hidden.forEach((unit, j) => {
    if (unit <= 0) return
    const base = j * scores.length
    for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) + unit * (outer[base + c] ?? 0)
  })
  softmax(scores)
  return scores
}
