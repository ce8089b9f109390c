import { rowOf } from '../classifier/model.ts'
import type { Presence } from './presence.ts'
import { type Place, type SpanFeatures, spanFeaturesOf } from './span-features.ts'
import type { Token } from './tokens.ts'

/** Fields that may have several runs, which one span cannot say. */
export const SEVERAL: ReadonlySet<string> = new Set(['parts', 'tags'])

/** A trained chooser of spans as plain data, so that it can cross from a worker thread. */
export interface SpanModel {
  /** For each tool, the text fields its phrases filled, with what the hidden units mean to each. */
  fields: Record<string, { field: string; bias: Float32Array; outer: Float32Array }[]>
  /** Stems that several phrases used. */
  known: string[]
  /** The feature hash of each row of `inner`, ascending. */
  keys: Int32Array
  /** One row of weights per feature, a weight per hidden unit, as 127ths of the row's own scale. */
  inner: Int8Array
  scales: Float32Array
}

/** A model ready to read. */
export interface SpanReader {
  model: SpanModel
  known: ReadonlySet<string>
}
export const spanReader = (model: SpanModel): SpanReader => ({ model, known: new Set(model.known) })

/** What the hidden units get from each run, "not filled" first. */
const hiddenOf = ({ model }: SpanReader, features: SpanFeatures): Float32Array[] => {
  const { inner, scales } = model
  const hidden = scales.length === 0 ? 0 : inner.length / scales.length
  const sumOf = (keys: Int32Array): Float32Array => {
    const sum = new Float32Array(hidden)
    for (const key of keys) {
      const row = rowOf(model.keys, key)
      if (row < 0) continue
      const scale = scales[row] ?? 0
      const base = row * hidden
      for (let k = 0; k < hidden; k++) sum[k] = (sum[k] ?? 0) + scale * (inner[base + k] ?? 0)
    }
    return sum
  }
  const add = (sum: Float32Array, more: Float32Array | undefined): void => {
    if (more) for (let k = 0; k < hidden; k++) sum[k] = (sum[k] ?? 0) + (more[k] ?? 0)
  }
  const sentence = sumOf(features.sentence)
  const begins = features.begins.map(sumOf)
  const ends = features.ends.map(sumOf)
  const inside = features.inside.map(sumOf)
  const places = features.places.map(([from, to], i) => {
    const sum = sumOf(features.whole[i] ?? new Int32Array())
    add(sum, sentence)
    add(sum, begins[from])
    add(sum, ends[to])
    for (let at = from; at <= to; at++) add(sum, inside[at])
    return sum
  })
  return [sumOf(features.none), ...places]
}

/** Log-odds from which a field counts as filled: a name left out costs more than one too many. */
const FILLED = -0.25
/** What the sentence as a whole says of a field's being filled, beside what its runs say. */
const PRESENCE = 0.7
const LEAST_SHARE = 0.05

const logit = (share: number): number => {
  const p = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share))
  return Math.log(p / (1 - p))
}

const logOfSum = (scores: readonly number[]): number => {
  const top = Math.max(...scores)
  return top + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0))
}

export interface FoundSpan {
  field: string
  from: number
  to: number
}

/**
 * The best place of each text field of a tool; no two overlap, the surer one first. Undefined for a tool without phrases.
 * `atLeast`: fields of which one is filled for sure, because nothing else of the input is.
 */
export const findSpans = (
  reader: SpanReader,
  tool: string,
  tokens: readonly Token[],
  presence: Presence,
  atLeast: readonly string[] = [],
): FoundSpan[] | undefined => {
  const fields = reader.model.fields[tool]
  if (!fields) return undefined
  const features = spanFeaturesOf(tokens, reader.known)
  const units = hiddenOf(reader, features)
  const judged = fields.map(({ field, bias, outer }) => {
    const [none = 0, ...scores] = units.map((own) => {
      let score = 0
      for (let k = 0; k < own.length; k++) {
        const unit = (own[k] ?? 0) + (bias[k] ?? 0)
        if (unit > 0) score += unit * (outer[k] ?? 0)
      }
      return score
    })
    // Whether the field is filled at all is a question of its own: many runs share the mass of one name.
    const somewhere = logOfSum(scores)
    const told = presence.size === 0 ? 0 : PRESENCE * logit(presence.get(field) ?? 0)
    return { field, scores, somewhere, lead: somewhere - none + told }
  })
  const likeliest = Math.max(...judged.flatMap(({ field, lead }) => (atLeast.includes(field) ? [lead] : [])), -Infinity)
  const ranked = judged
    .flatMap(({ field, scores, somewhere, lead }) => {
      if (lead <= FILLED && !(likeliest <= 0 && lead === likeliest && atLeast.includes(field))) return []
      return scores.flatMap((score, i) => {
        const place: Place | undefined = features.places[i]
        return place ? [{ field, from: place[0], to: place[1], share: score - somewhere }] : []
      })
    })
    .sort((a, b) => b.share - a.share)
  const found: FoundSpan[] = []
  for (const { field, from, to } of ranked)
    if (found.every((one) => one.field !== field && (to < one.from || from > one.to))) found.push({ field, from, to })
  return found
}
