import { labelFeatures, staticFeatures } from './features.ts'
import { OUTSIDE } from './gold.ts'
import type { Token } from './tokens.ts'

const BITS = 21
const MASK = (1 << BITS) - 1
const START = '<start>'

/** A trained tagger as plain data, so that it can cross from a worker thread. */
export interface TaggerModel {
  labels: string[]
  /** For each tool, the labels its phrases used. */
  byTool: Record<string, number[]>
  /** Stems that several phrases used. */
  known: string[]
  /** Only their order matters, so they are kept as whole numbers. */
  weights: Int16Array
}

export interface Sample {
  tool: string
  tokens: readonly Token[]
  labels: readonly string[]
}

/** Mixes a feature with a label into a place in the weight table (a bijective finaliser spreads the bits). */
const slotOf = (feature: number, label: number): number => {
  let h = feature ^ Math.imul(label + 1, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  return ((h ^ (h >>> 13)) >>> 0) & MASK
}

const best = (
  weights: Float32Array | Int16Array,
  features: readonly number[],
  more: readonly number[],
  allowed: readonly number[],
): number => {
  let top = allowed[0] ?? 0
  let topScore = Number.NEGATIVE_INFINITY
  for (const label of allowed) {
    let score = 0
    for (const feature of features) score += weights[slotOf(feature, label)] ?? 0
    for (const feature of more) score += weights[slotOf(feature, label)] ?? 0
    if (score > topScore) {
      topScore = score
      top = label
    }
  }
  return top
}

/** Labels of a sentence, left to right, each choice seeing the two before it. Undefined for a tool without phrases. */
export const decode = (
  model: TaggerModel,
  known: ReadonlySet<string>,
  tool: string,
  tokens: readonly Token[],
): string[] | undefined => {
  const allowed = model.byTool[tool]
  if (!allowed) return undefined
  const labels: string[] = []
  tokens.forEach((token, index) => {
    const more = labelFeatures(labels[index - 1] ?? START, labels[index - 2] ?? START, token, tool, known)
    labels.push(model.labels[best(model.weights, staticFeatures(tokens, index, tool, known), more, allowed)] ?? OUTSIDE)
  })
  return labels
}

/** A word counts as known when at least this many phrases use it. */
const OFTEN = 3
/** Half of the rounds know only words as common as this, so that the tagger learns to place names it never saw. */
const ALWAYS = 20
const oftenUsed = (samples: readonly Sample[], often: number): Set<string> => {
  const counts = new Map<string, number>()
  for (const { tokens } of samples)
    for (const stem of new Set(tokens.map((token) => token.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= often).map(([stem]) => stem))
}

/** Numbers in a fixed order, so that the same phrases always train the same tagger. */
const shuffled = (length: number, seed: number): number[] => {
  const order = Array.from({ length }, (_, index) => index)
  let state = seed >>> 0
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = state % (i + 1)
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
  return order
}

/** Steps of a weight that are kept. */
const STEPS = 32
const ROUNDS = 12

/** Half of the features, another half at each step: what only single words say must be said by their place as well. */
const isKept = (feature: number, step: number): boolean =>
  ((Math.imul(feature ^ Math.imul(step, 0x9e3779b1), 0x85ebca6b) >>> 8) & 1) === 0

/** Averaged structured perceptron (Collins 2002, EMNLP), greedy decoding. */
export const fitTagger = (samples: readonly Sample[]): TaggerModel => {
  const labels = [...new Set([OUTSIDE, ...samples.flatMap((sample) => sample.labels)])]
  const idOf = new Map(labels.map((label, index) => [label, index]))
  const byTool: Record<string, number[]> = {}
  for (const { tool, labels: own } of samples) {
    const known = new Set([0, ...(byTool[tool] ?? []), ...own.map((label) => idOf.get(label) ?? 0)])
    byTool[tool] = [...known]
  }
  const weights = new Float32Array(MASK + 1)
  const sums = new Float32Array(MASK + 1)
  const known = oftenUsed(samples, OFTEN)
  const prepare = (words: ReadonlySet<string>) =>
    samples.map((sample) => sample.tokens.map((_, index) => staticFeatures(sample.tokens, index, sample.tool, words)))
  const sets = [known, oftenUsed(samples, ALWAYS)].map((words) => ({ words, prepared: prepare(words) }))
  let step = 1
  const change = (features: readonly number[], label: number, by: number): void => {
    for (const feature of features) {
      const slot = slotOf(feature, label)
      weights[slot] = (weights[slot] ?? 0) + by
      sums[slot] = (sums[slot] ?? 0) + by * step
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(samples.length, round + 1)) {
      const sample = samples[at]
      const { words, prepared } = sets[(round + at) % 2] ?? { words: known, prepared: [] }
      const features = prepared[at]
      if (!sample || !features) continue
      const allowed = byTool[sample.tool] ?? [0]
      let before = START
      let before2 = START
      sample.tokens.forEach((token, index) => {
        const own = (features[index] ?? []).filter((feature) => isKept(feature, step))
        const more = labelFeatures(before, before2, token, sample.tool, words)
        const guess = best(weights, own, more, allowed)
        const gold = idOf.get(sample.labels[index] ?? OUTSIDE) ?? 0
        if (guess !== gold) {
          for (const [label, by] of [
            [gold, 1],
            [guess, -1],
          ] as const) {
            change(own, label, by)
            change(more, label, by)
          }
        }
        step++
        before2 = before
        before = labels[guess] ?? OUTSIDE
      })
    }
  }
  const averaged = weights.map((weight, i) => weight - (sums[i] ?? 0) / step)
  return {
    labels,
    byTool,
    known: [...known],
    weights: Int16Array.from(averaged, (weight) => Math.round(weight * STEPS)),
  }
}
