import { featuresOf } from './features.ts'
import { type Model, rowsOf, softmax } from './model.ts'

export interface Example {
  text: string
  tool: string
}

export interface FitOptions {
  epochs: number
  /** Adagrad's step at the start. */
  rate: number
  /** Pull of every weight towards zero. */
  l2: number
  /** Features seen in fewer texts are left out: they cannot generalise. */
  minTexts: number
}

export const FIT: FitOptions = { epochs: 8, rate: 0.5, l2: 1e-5, minTexts: 2 }

/** Errors below this change nothing that matters; skipping them makes training several times faster. */
const NEGLIGIBLE = 2e-3

/** A small seeded generator: the same phrases always give the same model. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const shuffle = (order: Int32Array, random: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

interface Row {
  rows: Int32Array
  values: Float32Array
  label: number
}

const vectorise = (examples: readonly Example[], classes: readonly string[], minTexts: number) => {
  const counts = new Map<number, number>()
  const raw = examples.map((example) => featuresOf(example.text))
  for (const { keys } of raw) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = Int32Array.from([...counts].filter(([, count]) => count >= minTexts).map(([key]) => key)).sort()
  const rowOf = rowsOf(keys)
  const labelOf = new Map(classes.map((name, index) => [name, index]))
  const data = raw.map((features, index): Row => {
    const rows: number[] = []
    const values: number[] = []
    features.keys.forEach((key, at) => {
      const row = rowOf.get(key)
      if (row === undefined) return
      rows.push(row)
      values.push(features.values[at] ?? 0)
    })
    return {
      rows: Int32Array.from(rows),
      values: Float32Array.from(values),
      label: labelOf.get(examples[index]?.tool ?? '') ?? 0,
    }
  })
  return { keys, data }
}

/** Multinomial logistic regression by Adagrad over sparse rows; deterministic. */
export const fitModel = (examples: readonly Example[], options: FitOptions = FIT): Model => {
  const sorted = [...examples].sort((a, b) => (a.tool < b.tool ? -1 : a.tool > b.tool ? 1 : a.text < b.text ? -1 : 1))
  const classes = [...new Set(sorted.map((example) => example.tool))]
  const width = classes.length
  const { keys, data } = vectorise(sorted, classes, options.minTexts)
  const weights = new Float32Array(keys.length * width)
  const history = new Float32Array(keys.length * width).fill(1e-4)
  const bias = new Float32Array(width)
  const biasHistory = new Float32Array(width).fill(1e-2)
  const order = Int32Array.from(data.keys())
  const random = mulberry32(20260318)
  const scores = new Float32Array(width)
  const wrong = new Int32Array(width)
  const { rate, l2 } = options

  const step = ({ rows, values, label }: Row): void => {
    scores.set(bias)
    for (let i = 0; i < rows.length; i++) {
      const base = (rows[i] ?? 0) * width
      const value = values[i] ?? 0
      for (let c = 0; c < width; c++) scores[c] = (scores[c] ?? 0) + value * (weights[base + c] ?? 0)
    }
    softmax(scores)
    scores[label] = (scores[label] ?? 0) - 1
    let wrongs = 0
    for (let c = 0; c < width; c++) if (Math.abs(scores[c] ?? 0) > NEGLIGIBLE) wrong[wrongs++] = c
    for (let w = 0; w < wrongs; w++) {
      const c = wrong[w] ?? 0
      const error = scores[c] ?? 0
      biasHistory[c] = (biasHistory[c] ?? 0) + error * error
      bias[c] = (bias[c] ?? 0) - (rate * 0.1 * error) / Math.sqrt(biasHistory[c] ?? 1)
    }
    for (let i = 0; i < rows.length; i++) {
      const base = (rows[i] ?? 0) * width
      const value = values[i] ?? 0
      for (let w = 0; w < wrongs; w++) {
        const c = wrong[w] ?? 0
        const at = base + c
        const weight = weights[at] ?? 0
        const gradient = (scores[c] ?? 0) * value + l2 * weight
        const squares = (history[at] ?? 0) + gradient * gradient
        history[at] = squares
        weights[at] = weight - (rate * gradient) / Math.sqrt(squares)
      }
    }
  }

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const row = data[index]
      if (row) step(row)
    }
  }
  return { classes, keys, weights, bias }
}
