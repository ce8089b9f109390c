import { type Features, featuresOf } from './features.ts'

/** A trained model as plain arrays, so that it can cross from a worker thread without copying. */
export interface Model {
  classes: string[]
  /** The feature hash of each row. */
  keys: Int32Array
  /** One row of `classes.length` weights per feature. */
  weights: Float32Array
  bias: Float32Array
}

/** Maps feature hashes to rows; features never seen in training have none. */
export const rowsOf = (keys: Int32Array): Map<number, number> => {
  const rows = new Map<number, number>()
  keys.forEach((key, row) => {
    rows.set(key, row)
  })
  return rows
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
export const probabilities = (model: Model, rows: Map<number, number>, text: string): Float32Array => {
  const scores = Float32Array.from(model.bias)
  addScores(scores, model, rows, featuresOf(text))
  softmax(scores)
  return scores
}

const addScores = (scores: Float32Array, model: Model, rows: Map<number, number>, { keys, values }: Features): void => {
  const width = scores.length
  const { weights } = model
  for (let i = 0; i < keys.length; i++) {
    const row = rows.get(keys[i] ?? 0)
    if (row === undefined) continue
    const value = values[i] ?? 0
    const base = row * width
    for (let c = 0; c < width; c++) scores[c] = (scores[c] ?? 0) + value * (weights[base + c] ?? 0)
  }
}
