import { seeded, shuffle } from '../random.ts'
import type { SpanFeatures } from './span-features.ts'

export interface SpanFitOptions {
  rounds: number
  /** Adagrad's step at the start; the last two rounds take half steps. */
  rate: number
  /** Units of the hidden layer. */
  hidden: number
  /** Share of the features hidden from each step. */
  drop: number
  /** Networks trained from different beginnings, whose scores are averaged. */
  nets: number
}

const SLOW_ROUNDS = 2
/** The layers learn at different paces. */
const PACE = { inner: 0.5, outer: 0.3, bias: 0.02 }
/** Errors below this change nothing that matters. */
const NEGLIGIBLE = 5e-3

/** One sentence: the rows of weights its features have, and where each field of its tool stands. */
export interface SpanTask {
  rows: SpanFeatures
  /** `right`: 0 when the field is not filled, else the index of its place plus one. */
  fields: readonly { heads: readonly number[]; right: number }[]
}

/** Weights of one network: a row of hidden units per feature, and per head. */
export interface SpanNet {
  inner: Float32Array
  bias: Float32Array
  outer: Float32Array
}

/** Features that are summed together, what was kept of them in this step, and the error that comes back to them. */
interface Group {
  rows: readonly number[]
  sum: Float32Array
  back: Float32Array
}

/**
 * One hidden layer of rectified units over the features of a run, softmax over the runs of a sentence and "not filled",
 * trained by Adagrad with features dropped at random (Srivastava et al. 2014); deterministic.
 */
export const trainSpanNet = (
  tasks: readonly SpanTask[],
  size: { rows: number; heads: number },
  options: SpanFitOptions,
  seed: number,
): SpanNet => {
  const { rounds, hidden, drop } = options
  const random = seeded(seed)
  const inner = Float32Array.from({ length: size.rows * hidden }, () => (random() - 0.5) * 0.1)
  const innerHistory = new Float32Array(size.rows).fill(1e-3)
  const outer = Float32Array.from({ length: size.heads * hidden }, () => (random() - 0.5) * 0.3)
  const outerHistory = new Float32Array(outer.length).fill(1e-2)
  const bias = new Float32Array(outer.length)
  const rising = 1 / (1 - drop)
  const [back, weight, shift] = [new Float32Array(hidden), new Float32Array(hidden), new Float32Array(hidden)]

  const groupFrom = (all: Int32Array): Group => {
    const rows: number[] = []
    const sum = new Float32Array(hidden)
    for (const row of all) {
      if (random() < drop) continue
      rows.push(row)
      const base = row * hidden
      for (let k = 0; k < hidden; k++) sum[k] = (sum[k] ?? 0) + rising * (inner[base + k] ?? 0)
    }
    return { rows, sum, back: new Float32Array(hidden) }
  }
  const learn = (group: Group, rate: number): void => {
    let norm = 0
    for (let k = 0; k < hidden; k++) norm += (group.back[k] ?? 0) ** 2 / hidden
    if (norm === 0) return
    for (const row of group.rows) {
      const squares = (innerHistory[row] ?? 0) + norm
      innerHistory[row] = squares
      const step = (rate * PACE.inner) / Math.sqrt(squares)
      const base = row * hidden
      for (let k = 0; k < hidden; k++) inner[base + k] = (inner[base + k] ?? 0) - step * (group.back[k] ?? 0)
    }
  }

  /** What a field's heads make of the hidden units, into `weight` and `shift`. */
  const readHeads = (heads: readonly number[]): void => {
    weight.fill(0)
    shift.fill(0)
    for (const head of heads)
      for (let k = 0; k < hidden; k++) {
        weight[k] = (weight[k] ?? 0) + (outer[head * hidden + k] ?? 0)
        shift[k] = (shift[k] ?? 0) + (bias[head * hidden + k] ?? 0)
      }
  }
  const learnHeads = (heads: readonly number[], units: Float32Array, error: number, rate: number): void => {
    for (let k = 0; k < hidden; k++) {
      const unit = (units[k] ?? 0) + (shift[k] ?? 0)
      back[k] = unit > 0 ? error * (weight[k] ?? 0) : 0
      if (unit <= 0) continue
      const slope = error * unit
      for (const head of heads) {
        const at = head * hidden + k
        const squares = (outerHistory[at] ?? 0) + slope * slope
        outerHistory[at] = squares
        outer[at] = (outer[at] ?? 0) - (rate * PACE.outer * slope) / Math.sqrt(squares)
        bias[at] = (bias[at] ?? 0) - rate * PACE.bias * (back[k] ?? 0)
      }
    }
  }

  const learnFrom = ({ rows, fields }: SpanTask, rate: number): void => {
    const none = groupFrom(rows.none)
    const sentence = groupFrom(rows.sentence)
    const begins = rows.begins.map(groupFrom)
    const ends = rows.ends.map(groupFrom)
    const inside = rows.inside.map(groupFrom)
    const whole = rows.whole.map(groupFrom)
    const candidates: readonly Group[][] = [
      [none],
      ...rows.places.map(([from, to], i) => [
        sentence,
        ...begins.slice(from, from + 1),
        ...ends.slice(to, to + 1),
        ...inside.slice(from, to + 1),
        ...whole.slice(i, i + 1),
      ]),
    ]
    const units = candidates.map((groups) => {
      const sum = new Float32Array(hidden)
      for (const group of groups) for (let k = 0; k < hidden; k++) sum[k] = (sum[k] ?? 0) + (group.sum[k] ?? 0)
      return sum
    })
    for (const { heads, right } of fields) {
      readHeads(heads)
      const scores = units.map((own) => {
        let score = 0
        for (let k = 0; k < hidden; k++) {
          const unit = (own[k] ?? 0) + (shift[k] ?? 0)
          if (unit > 0) score += unit * (weight[k] ?? 0)
        }
        return score
      })
      const top = Math.max(...scores)
      const shares = scores.map((score) => Math.exp(score - top))
      const sum = shares.reduce((total, share) => total + share, 0)
      units.forEach((own, i) => {
        const error = (shares[i] ?? 0) / sum - (i === right ? 1 : 0)
        if (Math.abs(error) < NEGLIGIBLE) return
        learnHeads(heads, own, error, rate)
        for (const group of candidates[i] ?? [])
          for (let k = 0; k < hidden; k++) group.back[k] = (group.back[k] ?? 0) + (back[k] ?? 0)
      })
    }
    for (const group of [none, sentence, ...begins, ...ends, ...inside, ...whole]) learn(group, rate)
  }

  const order = Int32Array.from(tasks, (_, index) => index)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    const rate = round >= rounds - SLOW_ROUNDS ? options.rate / 2 : options.rate
    for (const at of order) {
      const task = tasks[at]
      if (task) learnFrom(task, rate)
    }
  }
  return { inner, bias, outer }
}
