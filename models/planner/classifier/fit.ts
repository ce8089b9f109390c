import { seeded, shuffle } from '../random.ts'
import { type Features, featuresOf } from './features.ts'
import { type Heads, headsOf } from './heads.ts'
import { type Model, softmax } from './model.ts'

export interface Example {
  text: string
  /** What grammar sees in the text (`marksOf`). */
  marks: readonly string[]
  tool: string
}

export interface FitOptions {
  epochs: number
  /** Adagrad's step at the start. */
  rate: number
  /** Units of the hidden layer. */
  hidden: number
  /** Share of the features hidden from each step: what one word says must be said by another as well. */
  drop: number
  /** Share of the steps that see no marks, because the ranking of tools has none. */
  bare: number
  /** Features seen in fewer texts are left out: they cannot generalise. */
  minTexts: number
  /** Networks trained from different beginnings, whose scores are averaged. */
  nets: number
  /** Share of the features that is kept, those with the largest weights. */
  kept: number
}

/** Chosen by cross-validation inside the four fifths that are trained on. */
export const FIT: FitOptions = {
  epochs: 12,
  rate: 0.5,
  hidden: 48,
  drop: 0.5,
  bare: 0.1,
  minTexts: 4,
  nets: 2,
  kept: 0.9,
}

/** Hidden units left out of each step. */
const DROP_UNITS = 0.2
/** How much of a score a class shares with its domain and with its action. */
const SHARED = 0.7
/** The layers learn at different paces. */
const PACE = { inner: 0.3, outer: 0.2, bias: 0.1 }
/** Errors below this change nothing that matters; skipping them makes training several times faster. */
const NEGLIGIBLE = 2e-3
/** The last rounds take half steps. */
const SLOW_ROUNDS = 2
const SEED = 20260318

/** Weights with the sum of their squared gradients: Adagrad (Duchi, Hazan, Singer 2011). */
const adagrad = (length: number, start: (index: number) => number, squares: number) => {
  const weights = Float32Array.from({ length }, (_, index) => start(index))
  const history = new Float32Array(length).fill(squares)
  const step = (at: number, gradient: number, rate: number): void => {
    const sum = (history[at] ?? 0) + gradient * gradient
    history[at] = sum
    weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(sum)
  }
  return { weights, step }
}

interface Row {
  rows: Int32Array
  values: Float32Array
}

const rowOf = ({ keys, values }: Features, rows: Map<number, number>): Row => {
  const kept = [...keys].flatMap((key, at) => {
    const row = rows.get(key)
    return row === undefined ? [] : [{ row, value: values[at] ?? 0 }]
  })
  return { rows: Int32Array.from(kept, ({ row }) => row), values: Float32Array.from(kept, ({ value }) => value) }
}

const keysIn = (all: readonly Features[], minTexts: number): Int32Array => {
  const counts = new Map<number, number>()
  for (const { keys } of all) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Int32Array.from([...counts].filter(([, count]) => count >= minTexts).map(([key]) => key)).sort()
}

/** Weights as trained: `inner` a row per feature, `outer` a row per hidden unit. */
interface Net {
  inner: Float32Array
  innerBias: Float32Array
  outer: Float32Array
  outerBias: Float32Array
}

/** Several networks as one whose scores are their average. */
const averaged = (nets: readonly Net[], rows: number, hidden: number): Net => {
  const units = hidden * nets.length
  const inner = new Float32Array(rows * units)
  nets.forEach((net, n) => {
    for (let row = 0; row < rows; row++)
      inner.set(net.inner.subarray(row * hidden, (row + 1) * hidden), row * units + n * hidden)
  })
  const joined = (part: (net: Net) => Float32Array): Float32Array =>
    Float32Array.from(nets.flatMap((net) => [...part(net)]))
  const [first] = nets
  return {
    inner,
    innerBias: joined((net) => net.innerBias),
    outer: joined((net) => net.outer).map((weight) => weight / nets.length),
    outerBias: Float32Array.from(
      first?.outerBias ?? [],
      (_, c) => nets.reduce((sum, net) => sum + (net.outerBias[c] ?? 0), 0) / nets.length,
    ),
  }
}

/**
 * One hidden layer of rectified units over sparse features, softmax over the classes, trained by Adagrad with features and
 * units dropped at random (Srivastava et al. 2014); deterministic.
 */
export const fitModel = (examples: readonly Example[], options: FitOptions = FIT): Model => {
  const { hidden, drop, bare, epochs } = options
  const sorted = [...examples].sort((a, b) => (a.tool < b.tool ? -1 : a.tool > b.tool ? 1 : a.text < b.text ? -1 : 1))
  const classes = [...new Set(sorted.map((example) => example.tool))]
  const heads = headsOf(classes)
  const { width } = heads
  const labelOf = new Map(classes.map((name, index) => [name, index]))
  const full = sorted.map(({ text, marks }) => featuresOf(text, marks))
  const keys = keysIn(full, options.minTexts)
  const index = new Map([...keys].map((key, row) => [key, row]))
  const data = sorted.map(({ text, tool }, at) => ({
    marked: rowOf(full[at] ?? featuresOf(text), index),
    bare: rowOf(featuresOf(text), index),
    label: labelOf.get(tool) ?? 0,
  }))

  const trained = (seed: number): Net => {
    const random = seeded(seed)
    const inner = adagrad(keys.length * hidden, () => (random() - 0.5) * 0.6, 1e-4)
    const innerBias = adagrad(hidden, () => 0, 1e-2)
    const outer = adagrad(hidden * width, () => (random() - 0.5) * 0.4, 1e-2)
    const outerBias = adagrad(classes.length, () => 0, 1e-2)
    const units = new Float32Array(hidden)
    const back = new Float32Array(hidden)
    const scores = new Float32Array(classes.length)
    const errors = new Float32Array(width)
    const out = new Float32Array(width)
    const rising = 1 / (1 - drop)

    const step = (row: Row, label: number, rate: number): void => {
      const taken: number[] = []
      units.set(innerBias.weights)
      for (let i = 0; i < row.rows.length; i++) {
        if (random() < drop) continue
        taken.push(i)
        const value = (row.values[i] ?? 0) * rising
        const base = (row.rows[i] ?? 0) * hidden
        for (let j = 0; j < hidden; j++) units[j] = (units[j] ?? 0) + value * (inner.weights[base + j] ?? 0)
      }
      out.fill(0)
      for (let j = 0; j < hidden; j++) {
        const unit = random() < DROP_UNITS ? 0 : Math.max(0, units[j] ?? 0)
        units[j] = unit
        if (unit === 0) continue
        const base = j * width
        for (let c = 0; c < width; c++) out[c] = (out[c] ?? 0) + unit * (outer.weights[base + c] ?? 0)
      }
      for (let c = 0; c < scores.length; c++)
        scores[c] =
          (outerBias.weights[c] ?? 0) +
          (out[c] ?? 0) +
          SHARED * ((out[heads.domainOf[c] ?? 0] ?? 0) + (out[heads.actionOf[c] ?? 0] ?? 0))
      softmax(scores)
      scores[label] = (scores[label] ?? 0) - 1
      errors.fill(0)
      for (let c = 0; c < scores.length; c++) {
        const error = scores[c] ?? 0
        if (Math.abs(error) <= NEGLIGIBLE) continue
        errors[c] = error
        for (const head of [heads.domainOf[c] ?? 0, heads.actionOf[c] ?? 0])
          errors[head] = (errors[head] ?? 0) + SHARED * error
        outerBias.step(c, error, rate * PACE.bias)
      }
      const wrong = [...errors.keys()].filter((c) => Math.abs(errors[c] ?? 0) > NEGLIGIBLE)
      if (wrong.length === 0) return
      for (let j = 0; j < hidden; j++) {
        const unit = units[j] ?? 0
        back[j] = 0
        if (unit === 0) continue
        let error = 0
        for (const c of wrong) {
          const at = j * width + c
          error += (errors[c] ?? 0) * (outer.weights[at] ?? 0)
          outer.step(at, (errors[c] ?? 0) * unit, rate * PACE.outer)
        }
        back[j] = error
        innerBias.step(j, error, rate * PACE.bias)
      }
      for (const i of taken) {
        const value = (row.values[i] ?? 0) * rising
        const base = (row.rows[i] ?? 0) * hidden
        for (let j = 0; j < hidden; j++) {
          const error = back[j] ?? 0
          if (error !== 0) inner.step(base + j, error * value, rate * PACE.inner)
        }
      }
    }

    const order = Int32Array.from(data.keys())
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random)
      const rate = epoch >= epochs - SLOW_ROUNDS ? options.rate / 2 : options.rate
      for (const at of order) {
        const one = data[at]
        if (one) step(random() < bare ? one.bare : one.marked, one.label, rate)
      }
    }
    return {
      inner: inner.weights,
      innerBias: innerBias.weights,
      outer: folded(outer.weights, hidden, classes.length, heads),
      outerBias: outerBias.weights,
    }
  }
  const net = averaged(
    Array.from({ length: options.nets }, (_, n) => trained(SEED + n)),
    keys.length,
    hidden,
  )
  const { innerBias, outer, outerBias } = net
  return { classes, ...compact(keys, net.inner, hidden * options.nets, options.kept), innerBias, outer, outerBias }
}

/** A byte a weight is precise enough and a quarter of the size; features with small weights say nothing. */
export const compact = (
  keys: Int32Array,
  weights: Float32Array,
  hidden: number,
  kept: number,
): Pick<Model, 'keys' | 'inner' | 'scales'> => {
  const rowAt = (row: number): Float32Array => weights.subarray(row * hidden, (row + 1) * hidden)
  const norms = Float32Array.from(keys, (_, row) => rowAt(row).reduce((sum, weight) => sum + weight * weight, 0))
  const least = Float32Array.from(norms).sort()[Math.floor(norms.length * (1 - kept))] ?? 0
  const rows = [...keys.keys()].filter((row) => (norms[row] ?? 0) >= least)
  const scales = new Float32Array(rows.length)
  const inner = new Int8Array(rows.length * hidden)
  rows.forEach((row, at) => {
    const own = rowAt(row)
    const scale = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
    scales[at] = scale
    own.forEach((weight, j) => {
      inner[at * hidden + j] = scale === 0 ? 0 : Math.round(weight / scale)
    })
  })
  return { keys: Int32Array.from(rows, (row) => keys[row] ?? 0), inner, scales }
}

/** Domains and actions are a help for learning; what is kept is one score per class. */
const folded = (outer: Float32Array, hidden: number, classes: number, heads: Heads): Float32Array => {
  const kept = new Float32Array(hidden * classes)
  for (let j = 0; j < hidden; j++)
    for (let c = 0; c < classes; c++) {
      const of = (head: number): number => outer[j * heads.width + head] ?? 0
      kept[j * classes + c] = of(c) + SHARED * (of(heads.domainOf[c] ?? 0) + of(heads.actionOf[c] ?? 0))
    }
  return kept
}
