import { fnv1a } from '../classifier/words.ts'
import type { Token } from './tokens.ts'

// Where the words of a text field stand: every run of words is a candidate, judged by what stands in it and around it. What
// is true of a run is the sum of what is true of its beginning, its end, each of its words and the run as a whole, so each
// of these is worked out once for all runs of a sentence.

/** Longer names are not told from sentences. */
export const MOST_TOKENS = 10

/** First and last token, both inclusive. */
export type Place = readonly [number, number]

/** Hashed features of a sentence's runs. */
export interface SpanFeatures {
  places: readonly Place[]
  /** Of a field that is not filled. */
  none: Int32Array
  /** Of every run of the sentence. */
  sentence: Int32Array
  /** Of the runs that begin, and end, with the token at the index. */
  begins: readonly Int32Array[]
  ends: readonly Int32Array[]
  /** Of each token inside of a run. */
  inside: readonly Int32Array[]
  /** Of each of `places` as a whole. */
  whole: readonly Int32Array[]
}

const isWord = (token: Token | undefined): boolean =>
  token !== undefined && !token.mention && /[\p{L}\p{N}]/u.test(token.plain)

/** All runs that begin and end with a word, a time or a sum and hold no list or clause sign. */
export const placesIn = (tokens: readonly Token[]): Place[] => {
  const places: Place[] = []
  tokens.forEach((token, from) => {
    if (!isWord(token) && !token.mention) return
    for (let to = from; to < tokens.length && to - from < MOST_TOKENS; to++) {
      const last = tokens[to]
      if (last && /^[:;?]$|^->|^=/u.test(last.plain)) break
      if (!isWord(last) && !last?.mention) continue
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

/** The end of a word tells its part of speech and its case. */
const endingOf = (token: Token | undefined): string => {
  if (!token) return '<edge>'
  return token.mention ? '<mention>' : token.plain.slice(-3)
}

const hashed = (names: readonly string[]): Int32Array => Int32Array.from(names, (name) => fnv1a(name) | 0)

/** The features of every run of a sentence; `known` are the stems that training met often enough. */
export const spanFeaturesOf = (tokens: readonly Token[], known: ReadonlySet<string>): SpanFeatures => {
  const places = placesIn(tokens)
  const rare = tokens.map((token) => isWord(token) && !known.has(token.stem))
  const kept = tokens.map((token) => isWord(token) && token.kept)
  const words = tokens.map((token, at) => {
    if (token.mention) return `<${token.mention.kind}>${/^\p{L}+/u.exec(token.plain)?.[0] ?? ''}`
    return rare[at] ? '<rare>' : token.stem
  })
  const word = (at: number): string => words[at] ?? '<edge>'
  const look = (at: number): string => `${classOf(tokens[at])} ${tokens[at]?.kept ?? 'x'} ${rare[at] ?? false}`
  const upTo = (flags: readonly boolean[]): number[] => {
    const sums = [0]
    for (const flag of flags) sums.push((sums.at(-1) ?? 0) + Number(flag))
    return sums
  }
  const [rares, keeps, allWords] = [upTo(rare), upTo(kept), upTo(tokens.map(isWord))]
  const within = (sums: readonly number[], from: number, to: number): number => (sums[to + 1] ?? 0) - (sums[from] ?? 0)
  const all = tokens.length - 1

  const begins = tokens.map((token, from) =>
    hashed([
      `l1 ${word(from - 1)}`,
      `l1c ${look(from - 1)}`,
      `l1s ${endingOf(tokens[from - 1])}`,
      `l2 ${word(from - 2)}`,
      `l2c ${look(from - 2)}`,
      `l2s ${endingOf(tokens[from - 2])}`,
      `l3 ${word(from - 3)}`,
      `l3c ${look(from - 3)}`,
      `l12 ${word(from - 2)} ${word(from - 1)}`,
      `l123 ${word(from - 3)} ${word(from - 2)} ${word(from - 1)}`,
      `f ${word(from)}`,
      `fc ${look(from)}`,
      `fs ${endingOf(token)}`,
      `l1f ${word(from - 1)} ${word(from)}`,
      `first ${from === 0}`,
      ...words.slice(0, from).map((one) => `lo ${one}`),
    ]),
  )
  const ends = tokens.map((token, to) =>
    hashed([
      `r1 ${word(to + 1)}`,
      `r1c ${look(to + 1)}`,
      `r1s ${endingOf(tokens[to + 1])}`,
      `r2 ${word(to + 2)}`,
      `r2c ${look(to + 2)}`,
      `r2s ${endingOf(tokens[to + 2])}`,
      `r3 ${word(to + 3)}`,
      `r3c ${look(to + 3)}`,
      `r12 ${word(to + 1)} ${word(to + 2)}`,
      `e ${word(to)}`,
      `ec ${look(to)}`,
      `es ${endingOf(token)}`,
      `er1 ${word(to)} ${word(to + 1)}`,
      `last ${to === all}`,
      ...words.slice(to + 1).map((one) => `ro ${one}`),
    ]),
  )
  const whole = places.map(([from, to]) => {
    const size = Math.min(6, to - from + 1)
    const inner = within(allWords, from, to)
    const names = [
      `lr ${word(from - 1)} ${word(to + 1)}`,
      `n ${size}`,
      `classes ${tokens
        .slice(from, to + 1)
        .map(classOf)
        .join(' ')
        .slice(0, 30)}`,
      `at ${from === 0} ${to === all}`,
      `unkept ${inner - within(keeps, from, to)}`,
      `rare ${Math.min(3, within(rares, from, to))}`,
      `kept out ${Math.min(4, within(keeps, 0, all) - within(keeps, from, to))}`,
      `rare out ${Math.min(3, within(rares, 0, all) - within(rares, from, to))}`,
    ]
    if (size > 1) names.push(`f2 ${word(from + 1)}`, `e2 ${word(to - 1)}`)
    if (tokens.slice(from, to + 1).some((token) => token.mention)) names.push('mention')
    return hashed(names)
  })
  return {
    places,
    none: hashed([
      'null',
      `null n ${Math.min(12, tokens.length)}`,
      `null kept ${Math.min(4, within(keeps, 0, all))}`,
      `null rare ${Math.min(4, within(rares, 0, all))}`,
      ...words.map((one) => `null ${one}`),
      ...words.map((one, at) => `null2 ${one} ${word(at + 1)}`),
    ]),
    sentence: hashed([`first word ${word(0)}`, `last word ${word(all)}`]),
    begins,
    ends,
    inside: words.map((one) => hashed([`in ${one}`])),
    whole,
  }
}
