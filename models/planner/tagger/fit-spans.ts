import { compact } from '../classifier/fit.ts'
import { OUTSIDE } from './gold.ts'
import type { Sample } from './perceptron.ts'
import { MOST_TOKENS, type SpanFeatures, spanFeaturesOf } from './span-features.ts'
import { type SpanFitOptions, type SpanTask, trainSpanNet } from './span-net.ts'
import { SEVERAL, type SpanModel } from './spans.ts'

/** Stems that fewer phrases use are names nobody used before. */
const OFTEN = 3
/** Features that fewer phrases have cannot generalise. */
const LEAST_PHRASES = 3
/** Share of the features that is kept, those with the largest weights. */
const KEPT = 0.3
const SEED = 20260318

/** Chosen by cross-validation inside the four fifths that are trained on. */
const SPAN_FIT: SpanFitOptions = { rounds: 10, rate: 0.1, hidden: 32, drop: 0.5, nets: 3 }

/** Where a phrase's field stands: 0 when it is not filled, the index of the place plus one, or undefined when its words are apart. */
const rightPlace = ({ labels, tokens }: Sample, field: string, { places }: SpanFeatures): number | undefined => {
  const first = labels.indexOf(field)
  if (first < 0) return 0
  const last = labels.lastIndexOf(field)
  const isWhole = labels
    .slice(first, last + 1)
    .every((label, i) => label === field || tokens[first + i]?.mention !== undefined)
  if (!isWhole || last - first >= MOST_TOKENS) return undefined
  const at = places.findIndex(([from, to]) => from === first && to === last)
  return at < 0 ? undefined : at + 1
}

/** Tools that name a row of the person's, those that ask, and those that make one: fields of one kind look alike. */
const familyOf = (tool: string): string => {
  if (/_(?:update|delete|cancel|complete|split|skip|snooze|forget|correct)/.test(tool)) return 'row'
  return /_(?:list|search|get|summarise|find)/.test(tool) ? 'read' : 'make'
}

/** A field learns from its own tool, from tools of its kind, from every tool that has it and from all fields. */
const headNames = (tool: string, field: string): string[] => [
  `${tool} ${field}`,
  `${familyOf(tool)} ${field}`,
  field,
  'any',
]

/** For each tool, the text fields its phrases filled. */
const fieldsOf = (samples: readonly Sample[]): Map<string, string[]> => {
  const fields = new Map<string, Set<string>>()
  for (const { tool, tokens, labels } of samples) {
    const own = fields.get(tool) ?? new Set()
    fields.set(tool, own)
    tokens.forEach((token, i) => {
      const label = labels[i] ?? OUTSIDE
      if (!token.mention && label !== OUTSIDE && !SEVERAL.has(label)) own.add(label)
    })
  }
  return new Map([...fields].map(([tool, own]) => [tool, [...own]]))
}

/** What at least `least` of the lists hold. */
const common = <T>(lists: Iterable<Iterable<T>>, least: number): T[] => {
  const counts = new Map<T, number>()
  for (const list of lists) for (const one of new Set(list)) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].flatMap(([one, count]) => (count >= least ? [one] : []))
}

const keysIn = ({ none, sentence, begins, ends, inside, whole }: SpanFeatures): number[] =>
  [none, sentence, ...begins, ...ends, ...inside, ...whole].flatMap((keys) => [...keys])

/** The same features as rows of the weights; those too rare to keep are gone. */
const asRows = (features: SpanFeatures, rows: ReadonlyMap<number, number>): SpanFeatures => {
  const kept = (keys: Int32Array): Int32Array =>
    Int32Array.from(
      [...keys].flatMap((key) => {
        const row = rows.get(key)
        return row === undefined ? [] : [row]
      }),
    )
  return {
    places: features.places,
    none: kept(features.none),
    sentence: kept(features.sentence),
    begins: features.begins.map(kept),
    ends: features.ends.map(kept),
    inside: features.inside.map(kept),
    whole: features.whole.map(kept),
  }
}

/** Learns where the words of each text field stand. */
export const fitSpans = (samples: readonly Sample[], options: SpanFitOptions = SPAN_FIT): SpanModel => {
  const { hidden, nets } = options
  const fields = fieldsOf(samples)
  const stems = samples.map(({ tokens }) => tokens.flatMap((token) => (token.mention ? [] : [token.stem])))
  const known = new Set(common(stems, OFTEN))
  const hashed = samples.map(({ tokens }) => spanFeaturesOf(tokens, known))
  const keys = Int32Array.from(common(hashed.map(keysIn), LEAST_PHRASES)).sort()
  const rowOf = new Map([...keys].map((key, row) => [key, row]))

  const pairs = [...fields].flatMap(([tool, own]) =>
    own.map((field) => ({ tool, field, names: headNames(tool, field) })),
  )
  const heads = new Map([...new Set(pairs.flatMap(({ names }) => names))].map((name, at) => [name, at]))
  const headsOf = (names: readonly string[]): number[] => names.map((name) => heads.get(name) ?? 0)
  const tasks = samples.map((sample, i): SpanTask => {
    const features = hashed[i] ?? spanFeaturesOf(sample.tokens, known)
    return {
      rows: asRows(features, rowOf),
      fields: (fields.get(sample.tool) ?? []).flatMap((field) => {
        const right = rightPlace(sample, field, features)
        return right === undefined ? [] : [{ heads: headsOf(headNames(sample.tool, field)), right }]
      }),
    }
  })
  const trained = Array.from({ length: nets }, (_, n) =>
    trainSpanNet(tasks, { rows: keys.length, heads: heads.size }, options, SEED + n),
  )

  const units = hidden * nets
  const inner = new Float32Array(keys.length * units)
  trained.forEach((net, n) => {
    keys.forEach((_, row) => {
      inner.set(net.inner.subarray(row * hidden, (row + 1) * hidden), row * units + n * hidden)
    })
  })
  /** The sum over a field's heads, the networks side by side. */
  const folded = (part: 'bias' | 'outer', names: readonly string[]): Float32Array =>
    Float32Array.from({ length: units }, (_, at) => {
      const weights = trained[Math.floor(at / hidden)]?.[part]
      return headsOf(names).reduce((sum, head) => sum + (weights?.[head * hidden + (at % hidden)] ?? 0), 0)
    })
  return {
    fields: Object.fromEntries(
      [...fields.keys()].map((tool) => [
        tool,
        pairs
          .filter((pair) => pair.tool === tool)
          .map(({ field, names }) => ({
            field,
            bias: folded('bias', names),
            outer: folded('outer', names).map((weight) => weight / nets),
          })),
      ]),
    ),
    known: [...known],
    ...compact(keys, inner, units, KEPT),
  }
}
