import { fnv1a } from '../classifier/words.ts'
import type { Token } from './tokens.ts'

/** Tools that name a row of the person's, those that make one, and those that ask: slots of one kind look alike. */
const familyOf = (tool: string): string => {
  if (/_(?:update|delete|cancel|complete|split|skip|snooze|forget|correct)/.test(tool)) return 'row'
  if (/_(?:list|search|get|summarise|find)/.test(tool)) return 'read'
  return 'make'
}

/** Each feature counts for the tool, for its family and for all tools: what is rare in one is often clear in the others. */
const seedsOf = (tool: string): number[] => [fnv1a(`T${tool}`), fnv1a(`F${familyOf(tool)}`), fnv1a('G')]
/** One hash of a feature, mixed with each seed: hashing text is the dear part. */
const mixed = (feature: string, seeds: readonly number[]): number[] => {
  const hash = fnv1a(feature)
  return seeds.map((seed) => Math.imul(hash ^ seed, 0x9e3779b1) ^ (hash >>> 7))
}

const shapeOf = (token: Token | undefined): string => {
  if (!token) return '<edge>'
  if (token.mention) return token.stem
  if (/^\p{N}/u.test(token.plain)) return '<n>'
  if (!/\p{L}/u.test(token.plain)) return token.plain
  return /\p{Script=Cyrillic}/u.test(token.plain) ? 'ru' : 'en'
}

/** The words a mention begins with tell its part: "на пятницу" is a goal, "в пятницу" is not. */
const headOf = (token: Token): string => (token.mention ? (/^\p{L}+/u.exec(token.plain)?.[0] ?? '') : '')

/** A word by itself when training saw it often, else only its script: a name nobody used before is still a name. */
const wordOf = (token: Token | undefined, known: ReadonlySet<string>): string => {
  if (!token) return '<edge>'
  return token.mention || known.has(token.stem) ? token.stem : `<rare ${shapeOf(token)}>`
}

/**
 * Hashed features of one token, without those of the labels before it. Words and their neighbours, endings (Russian case
 * tells a part of speech), place in the sentence; each for this tool and for tools alike.
 */
export const staticFeatures = (
  tokens: readonly Token[],
  at: number,
  tool: string,
  known: ReadonlySet<string>,
): number[] => {
  const token = tokens[at]
  if (!token) return []
  const [p2, p1, n1, n2] = [tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  const stem = (one: Token | undefined): string => wordOf(one, known)
  const end2 = token.plain.slice(-2)
  const end3 = token.plain.slice(-3)
  const shape = shapeOf(token)
  const head = headOf(token)
  const place = at === 0 ? 'first' : at === 1 ? 'second' : at === tokens.length - 1 ? 'last' : 'mid'
  const base = [
    `w${stem(token)}`,
    `w${stem(token)}|${head}`,
    `w-${stem(p1)}|${shape}`,
    `w+${stem(n1)}|${shape}`,
    `w-2${stem(p2)}|${shape}`,
    `w+2${stem(n2)}|${shape}`,
    `ww-${stem(p1)}|${stem(token)}`,
    `ww+${stem(token)}|${stem(n1)}`,
    `w-w+${stem(p1)}|${stem(n1)}`,
    `w-2w-${stem(p2)}|${stem(p1)}|${shape}`,
    `s${shapeOf(p1)}|${shape}|${shapeOf(n1)}`,
    `s2${shapeOf(p2)}|${shapeOf(p1)}|${shape}|${shapeOf(n1)}|${shapeOf(n2)}`,
    `e2${end2}|${shape}`,
    `e3${end3}`,
    `p${place}|${shape}`,
    `pw${place}|${stem(token)}`,
    `h${head}|${shape}`,
    `k${kindsAfter(tokens, at)}|${shape}`,
    `kb${kindsBefore(tokens, at)}|${shape}`,
    `nl${nearest(tokens, at, -1, known)}|${shape}`,
    `nr${nearest(tokens, at, 1, known)}|${shape}`,
    `nlr${nearest(tokens, at, -1, known)}|${nearest(tokens, at, 1, known)}|${shape}`,
    `f${wordOf(tokens[0], known)}|${shape}`,
    `c${token.kept}|${shape}`,
    `cw${token.kept}|${stem(token)}`,
    `cc${p1?.kept}|${token.kept}|${n1?.kept}|${shape}`,
    `cn${token.kept}|${stem(p1)}|${shape}`,
    `cs${token.kept}|${place}|${shapeOf(p1)}|${shapeOf(n1)}`,
    `d${Math.min(at, 6)}|${Math.min(tokens.length - at, 6)}|${shape}`,
  ]
  const seeds = seedsOf(tool)
  const features = base.flatMap((feature) => mixed(feature, seeds))
  return features
}

/** The next familiar word on one side, passing over names: it governs them. */
const nearest = (tokens: readonly Token[], at: number, step: 1 | -1, known: ReadonlySet<string>): string => {
  for (let i = at + step; i >= 0 && i < tokens.length; i += step) {
    const token = tokens[i]
    if (token && !token.mention && known.has(token.stem)) return token.stem
  }
  return '<edge>'
}

const kinds = (tokens: readonly Token[]): string =>
  tokens
    .flatMap((token) => (token.mention ? [token.mention.kind] : []))
    .sort()
    .join(',')
const kindsAfter = (tokens: readonly Token[], at: number): string => kinds(tokens.slice(at + 1))
const kindsBefore = (tokens: readonly Token[], at: number): string => kinds(tokens.slice(0, at))

/** Features of the labels just given, which make a name hold together. */
export const labelFeatures = (
  before: string,
  before2: string,
  token: Token,
  tool: string,
  known: ReadonlySet<string>,
): number[] => {
  const seeds = seedsOf(tool)
  const word = wordOf(token, known)
  const features = [
    `l${before}`,
    `ll${before}|${before2}`,
    `lw${before}|${word}`,
    `ls${before}|${shapeOf(token)}|${token.kept}`,
  ].flatMap((feature) => mixed(feature, seeds))
  return features
}
