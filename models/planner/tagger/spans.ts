import { fnv1a } from '../classifier/words.ts'
import { OUTSIDE } from './gold.ts'
import type { Sample } from './perceptron.ts'
import type { Token } from './tokens.ts'

// Where the words of a text field stand: every run of words is a candidate, judged as a whole by what stands in it and around it.

const BITS = 21
const MASK = (1 << BITS) - 1
/** Longer names are not told from sentences. */
const MOST_TOKENS = 10
/** Fields that may have several runs, which one span cannot say. */
export const SEVERAL: ReadonlySet<string> = new Set(['parts', 'tags'])

/** A trained chooser of spans as plain data, so that it can cross from a worker thread. */
export interface SpanModel {
  /** For each tool, the text fields its phrases filled. */
  fields: Record<string, string[]>
  /** Stems that several phrases used. */
  known: string[]
  weights: Int16Array
}

/** First and last token, both inclusive; null says that the field is not filled. */
type Place = readonly [number, number] | null

const isWord = (token: Token | undefined): boolean =>
  token !== undefined && !token.mention && /[\p{L}\p{N}]/u.test(token.plain)

/** All runs that begin and end with a word and hold no list or clause sign. */
const placesIn = (tokens: readonly Token[]): Place[] => {
  const places: Place[] = [null]
  tokens.forEach((token, from) => {
    if (!isWord(token) && !token.mention) return
    for (let to = from; to < tokens.length && to - from < MOST_TOKENS; to++) {
      const last = tokens[to]
      if (last && /^[:;?]$|^->|^=/u.test(last.plain)) break
      if (!isWord(last) && !last?.mention) continue
      if (tokens.slice(from, to + 1).every((one) => one.mention)) continue
      places.push([from, to])
    }
  })
  return places
}

const classOf = (token: Token | undefined): string => {
  if (!token) return '<edge>'
  if (token.mention) return `<${token.mention.kind}>`
  if (/^\p{N}/u.test(token.plain)) return '<n>'
  if (!/\p{L}/u.test(token.plain)) return token.plain
  return /\p{Script=Cyrillic}/u.test(token.plain) ? 'ru' : 'en'
}

const familyOf = (tool: string): string => {
  if (/_(?:update|delete|cancel|complete|split|skip|snooze|forget|correct)/.test(tool)) return 'row'
  return /_(?:list|search|get|summarise|find)/.test(tool) ? 'read' : 'make'
}

/** What is true of one candidate, hashed; the same for every field, told apart by the field's seeds. */
const featuresOf = (tokens: readonly Token[], place: Place, known: ReadonlySet<string>): Int32Array => {
  const word = (token: Token | undefined): string => {
    if (!token) return '<edge>'
    if (token.mention) return `<${token.mention.kind}>${/^\p{L}+/u.exec(token.plain)?.[0] ?? ''}`
    return known.has(token.stem) ? token.stem : '<rare>'
  }
  const names: string[] = []
  if (place === null) {
    names.push('null', `null ${Math.min(tokens.length, 12)}`)
    names.push(`null kept ${Math.min(4, tokens.filter((token) => token.kept && isWord(token)).length)}`)
    names.push(`null rare ${Math.min(4, tokens.filter((token) => isWord(token) && !known.has(token.stem)).length)}`)
    for (const token of tokens) names.push(`null ${word(token)}`)
    return Int32Array.from(names, (name) => fnv1a(name) | 0)
  }
  const [from, to] = place
  const inside = tokens.slice(from, to + 1)
  const [l1, l2, l3] = [tokens[from - 1], tokens[from - 2], tokens[from - 3]]
  const [r1, r2] = [tokens[to + 1], tokens[to + 2]]
  const [first, last] = [tokens[from], tokens[to]]
  const size = Math.min(6, inside.length)
  names.push(
    `l ${word(l1)}`,
    `lc ${classOf(l1)}`,
    `l2 ${word(l2)} ${word(l1)}`,
    `l2c ${word(l2)} ${classOf(l1)}`,
    `l3 ${word(l3)} ${word(l2)} ${word(l1)}`,
    `r ${word(r1)}`,
    `rc ${classOf(r1)}`,
    `r2 ${word(r1)} ${word(r2)}`,
    `lr ${word(l1)} ${word(r1)}`,
    `lrc ${classOf(l1)} ${classOf(r1)}`,
    `lrw ${word(l1)} ${classOf(r1)}`,
    `lwr ${classOf(l1)} ${word(r1)}`,
    `f ${word(first)}`,
    `lf ${word(l1)} ${word(first)}`,
    `lfc ${classOf(l1)} ${word(first)}`,
    `e ${word(last)}`,
    `er ${word(last)} ${word(r1)}`,
    `erc ${word(last)} ${classOf(r1)}`,
    `fe ${first?.plain.slice(-2)} ${last?.plain.slice(-2)}`,
    `fe3 ${first?.plain.slice(-3)}`,
    `ee3 ${last?.plain.slice(-3)}`,
    `lfe ${word(l1)} ${first?.plain.slice(-2)}`,
    `n ${size}`,
    `nl ${size} ${word(l1)}`,
    `c ${inside.map(classOf).join(' ').slice(0, 30)}`,
    `kept ${inside.every((token) => token.kept || !isWord(token))} ${l1?.kept ?? 'x'} ${r1?.kept ?? 'x'}`,
    `keptn ${inside.filter((token) => !token.kept && isWord(token)).length}`,
    `keptl ${l1?.kept ?? 'x'} ${word(l1)}`,
    `keptr ${r1?.kept ?? 'x'} ${word(r1)}`,
    `rare ${Math.min(3, inside.filter((token) => isWord(token) && !known.has(token.stem)).length)} ${size}`,
    `rarel ${isWord(l1) && l1 !== undefined && !known.has(l1.stem)} ${isWord(r1) && r1 !== undefined && !known.has(r1.stem)}`,
    `out ${Math.min(4, tokens.filter((token, at) => (at < from || at > to) && isWord(token) && token.kept).length)}`,
    `outr ${Math.min(3, tokens.filter((token, at) => (at < from || at > to) && isWord(token) && !known.has(token.stem)).length)}`,
    `at ${from === 0} ${to === tokens.length - 1}`,
    `fst ${word(tokens[0])} ${Math.min(3, from)}`,
    `fst2 ${word(tokens[0])} ${word(l1)}`,
    `lst ${word(tokens.at(-1))} ${Math.min(3, tokens.length - 1 - to)}`,
    `lgov ${governor(tokens, from, -1, known)} ${classOf(r1)}`,
    `rgov ${governor(tokens, to, 1, known)} ${classOf(l1)}`,
  )
  for (const token of inside) names.push(`in ${word(token)}`)
  if (inside.some((token) => token.mention)) names.push(`mention ${size}`)
  return Int32Array.from(names, (name) => fnv1a(name) | 0)
}

/** The next familiar word on one side, passing over names. */
const governor = (tokens: readonly Token[], at: number, step: 1 | -1, known: ReadonlySet<string>): string => {
  for (let i = at + step; i >= 0 && i < tokens.length; i += step) {
    const token = tokens[i]
    if (token && !token.mention && known.has(token.stem)) return token.stem
  }
  return '<edge>'
}

const seedsOf = (tool: string, field: string): readonly number[] => [
  fnv1a(`T${tool} ${field}`),
  fnv1a(`F${familyOf(tool)} ${field}`),
  fnv1a(`G${field}`),
  fnv1a('A'),
]
const slotOf = (feature: number, seed: number): number => {
  const h = Math.imul(feature ^ seed, 0x9e3779b1)
  return ((h ^ (h >>> 15)) >>> 0) & MASK
}

const scoreOf = (
  weights: Float32Array | Int16Array,
  features: Int32Array,
  seeds: readonly number[],
  keep?: Uint8Array,
): number => {
  let score = 0
  for (let i = 0; i < features.length; i++) {
    if (keep && keep[i] === 0) continue
    for (let s = 0; s < seeds.length; s++) score += weights[slotOf(features[i] ?? 0, seeds[s] ?? 0)] ?? 0
  }
  return score
}

/** Where a phrase's field stands, undefined when its words are apart. */
const goldPlace = (tokens: readonly Token[], labels: readonly string[], field: string): Place | undefined => {
  const from = labels.indexOf(field)
  if (from < 0) return null
  const to = labels.lastIndexOf(field)
  const whole = labels
    .slice(from, to + 1)
    .every((label, i) => label === field || tokens[from + i]?.mention !== undefined)
  return whole && to - from < MOST_TOKENS ? [from, to] : undefined
}

const OFTEN = 3
const ROUNDS = 5
const RATE = 0.15
const DROP = 0.4
const NEGLIGIBLE = 5e-3
const STEPS = 256

/** Log-linear choice among the candidates (Berger et al. 1996), Adagrad, features dropped at random; deterministic. */
export const fitSpans = (samples: readonly Sample[]): SpanModel => {
  const counts = new Map<string, number>()
  const fields: Record<string, string[]> = {}
  for (const { tool, tokens, labels } of samples) {
    for (const stem of new Set(tokens.filter((token) => !token.mention).map((token) => token.stem)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    const own = tokens.flatMap((token, i) => {
      const label = labels[i] ?? OUTSIDE
      return token.mention || label === OUTSIDE || SEVERAL.has(label) ? [] : [label]
    })
    fields[tool] = [...new Set([...(fields[tool] ?? []), ...own])]
  }
  const known = new Set([...counts].filter(([, count]) => count >= OFTEN).map(([stem]) => stem))
  const weights = new Float32Array(MASK + 1)
  const history = new Float32Array(MASK + 1).fill(1e-2)
  const prepared = samples.map(({ tokens }) => {
    const places = placesIn(tokens)
    return { places, features: places.map((place) => featuresOf(tokens, place, known)) }
  })
  let state = 1
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  const order = samples.map((_, index) => index)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const held = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = held
    }
    for (const at of order) {
      const sample = samples[at]
      const own = prepared[at]
      if (!sample || !own) continue
      for (const field of fields[sample.tool] ?? []) {
        const gold = goldPlace(sample.tokens, sample.labels, field)
        if (gold === undefined) continue
        const right = own.places.findIndex((place) => place?.[0] === gold?.[0] && place?.[1] === gold?.[1])
        if (right < 0) continue
        const seeds = seedsOf(sample.tool, field)
        const keeps = own.features.map((features) => Uint8Array.from(features, () => (random() < DROP ? 0 : 1)))
        const scores = own.features.map((features, i) => scoreOf(weights, features, seeds, keeps[i]))
        const top = Math.max(...scores)
        const shares = scores.map((score) => Math.exp(score - top))
        const sum = shares.reduce((total, share) => total + share, 0)
        own.features.forEach((features, i) => {
          const error = (shares[i] ?? 0) / sum - (i === right ? 1 : 0)
          if (Math.abs(error) < NEGLIGIBLE) return
          const keep = keeps[i]
          for (let k = 0; k < features.length; k++) {
            if (keep?.[k] === 0) continue
            for (const seed of seeds) {
              const slot = slotOf(features[k] ?? 0, seed)
              const squares = (history[slot] ?? 0) + error * error
              history[slot] = squares
              weights[slot] = (weights[slot] ?? 0) - (RATE * error) / Math.sqrt(squares)
            }
          }
        })
      }
    }
  }
  return { fields, known: [...known], weights: Int16Array.from(weights, (weight) => Math.round(weight * STEPS)) }
}

/** Log-odds from which a field counts as filled: a name left out costs more than one too many. */
const FILLED = -0.75

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
  model: SpanModel,
  known: ReadonlySet<string>,
  tool: string,
  tokens: readonly Token[],
  atLeast: readonly string[] = [],
): FoundSpan[] | undefined => {
  const fields = model.fields[tool]
  if (!fields) return undefined
  const places = placesIn(tokens)
  const features = places.map((place) => featuresOf(tokens, place, known))
  const judged = fields.map((field) => {
    const seeds = seedsOf(tool, field)
    const [none = 0, ...scores] = features.map((own) => scoreOf(model.weights, own, seeds) / STEPS)
    // Whether the field is filled at all is a question of its own: many runs share the mass of one name.
    const somewhere = logOfSum(scores)
    return { field, scores, somewhere, lead: somewhere - none }
  })
  const likeliest = Math.max(...judged.flatMap(({ field, lead }) => (atLeast.includes(field) ? [lead] : [])), -Infinity)
  const ranked = judged
    .flatMap(({ field, scores, somewhere, lead }) => {
      if (lead <= FILLED && !(likeliest <= 0 && lead === likeliest && atLeast.includes(field))) return []
      return scores.flatMap((score, i) => {
        const place = places[i + 1]
        return place ? [{ field, from: place[0], to: place[1], share: score - somewhere }] : []
      })
    })
    .sort((a, b) => b.share - a.share)
  const found: FoundSpan[] = []
  for (const { field, from, to } of ranked)
    if (found.every((one) => one.field !== field && (to < one.from || from > one.to))) found.push({ field, from, to })
  return found
}
