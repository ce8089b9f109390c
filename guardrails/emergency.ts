import { z } from 'zod'
import type { Message } from '../core/messages.ts'
import type { Alarm } from '../tools/contract.ts'
import knowledge from './knowledge/emergencies.json' with { type: 'json' }

const patterns = z.array(z.string())
const data = z
  .object({
    words: z.record(z.string(), z.string()),
    kinds: z.array(z.object({ kind: z.string(), source: z.string(), signs: patterns })),
    excuses: z.object({
      story: patterns,
      idiom: patterns,
      past: patterns,
      now: patterns,
      ordinary: patterns,
      negatedBefore: patterns,
      negatedAfter: patterns,
      worse: patterns,
    }),
    numbers: z.record(z.string(), z.object({ ambulance: z.string(), all: z.string(), crisis: z.string() })),
  })
  .parse(knowledge)

/** One expression of several patterns; `{word}` stands for an entry of `words`. */
const anyOf = (sources: readonly string[], flags: string): RegExp => {
  const spelled = sources.map((source) =>
    source.replace(/\{([а-яa-z]+\d?)\}/gu, (whole, name: string) => data.words[name] ?? whole),
  )
  return new RegExp(spelled.map((source) => `(?:${source})`).join('|'), flags)
}
const KINDS = data.kinds.map(({ kind, signs }) => ({
  kind,
  sign: new RegExp(`(?<!\\p{L})(?:${anyOf(signs, 'u').source})`, 'giu'),
}))
/** Any sign of any kind: one look that nearly every message ends with. Texts are in lower case by then, like the signs. */
const ANY = new RegExp(
  `(?<!\\p{L})(?:${
    anyOf(
      data.kinds.flatMap(({ signs }) => signs),
      'u',
    ).source
  })`,
  'u',
)
const STORY = anyOf(data.excuses.story, 'iu')
const IDIOM = anyOf(data.excuses.idiom, 'iu')
const PAST = anyOf(data.excuses.past, 'iu')
const NOW = anyOf(data.excuses.now, 'iu')
const ORDINARY = anyOf(data.excuses.ordinary, 'iu')
const NEGATED_BEFORE = anyOf(data.excuses.negatedBefore, 'iu')
const NEGATED_AFTER = anyOf(data.excuses.negatedAfter, 'iu')
const WORSE = anyOf(data.excuses.worse, 'iu')
/** Danger by one's own hand: neither an errand nor a story told beside it excuses the words. */
const CRISIS = new Set(['suicide', 'self_harm'])
/** A longer message stands for itself; a short one may end the sentence of the one before. */
const CONTINUATION = 60

export interface Emergency {
  kind: string
  rule: string
}

/**
 * Whether this message tells of an emergency now, one's own or another's. Data, not a model, decides: signs by kind, each
 * excused only by what stands in its own clause (negation, idiom, a story, long ago, an errand). A short message is
 * also read as the end of up to three before it ("папа упал" · "не дышит"), or as a change for the worse.
 */
export const findEmergency = (text: string, recent: readonly string[]): Emergency | null => {
  const found = signIn(text)
  if (found) return found
  if (text.length > CONTINUATION) return null
  const before = recent.slice(-3)
  for (let from = before.length - 1; from >= 0; from--) {
    const last = signIn(before[from] ?? '')
    if (last) return WORSE.test(normalise(text)) ? last : null
    const joined = signIn(`${before.slice(from).join(' ')} ${text}`)
    if (joined) return joined
  }
  return null
}

const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[’‘`´]/gu, "'")
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\b(can|don|won|isn|doesn|didn|hasn|aren|wasn)t\b/gu, "$1't")

const SENTENCE = /[^.!?;\n…]+/gu
const CLAUSE_END = /,|:|\(|\)|\s[—–-]\s|\s(?:но|а|зато|однако|but|yet|then|теперь)\s/gu

const signIn = (said: string): Emergency | null => {
  const signalling = (normalise(said).match(SENTENCE) ?? []).filter((sentence) => ANY.test(sentence))
  for (const { kind, sign } of KINDS) {
    for (const sentence of signalling) {
      for (const match of sentence.matchAll(sign)) {
        if (!isExcused(kind, sentence, match.index, match.index + match[0].length))
          return { kind, rule: `emergency.${kind}` }
      }
    }
  }
  return null
}

const isExcused = (kind: string, sentence: string, start: number, end: number): boolean => {
  const { from, to } = clauseAround(sentence, start, end)
  const clause = sentence.slice(from, to)
  const before = sentence.slice(from, start).trimEnd()
  const after = sentence.slice(end, to)
  if (IDIOM.test(clause)) return true
  if (NEGATED_BEFORE.test(before) || NEGATED_AFTER.test(after)) return true
  if (PAST.test(clause) && !NOW.test(clause)) return true
  // "a song about …", but not "saw a film and I …".
  if (CRISIS.has(kind)) return STORY.test(`${before} `.split(/\s(?:и|and)\s/u).at(-1) ?? '')
  return STORY.test(sentence) || ORDINARY.test(before)
}

const clauseAround = (sentence: string, start: number, end: number): { from: number; to: number } => {
  let from = 0
  for (const cut of sentence.matchAll(CLAUSE_END)) {
    const after = cut.index + cut[0].length
    if (after <= start) from = after
    else if (cut.index >= end) return { from, to: cut.index }
  }
  return { from, to: sentence.length }
}

/** The fixed reply: the local number first, then the one thing to do. `country` is ISO 3166-1 alpha-2. */
export const emergencyReply = (kind: string, country: string): Message => ({
  key: `guardrails.emergency.${kind}`,
  params: numbersOf(country),
})

/** What is said of a result that is an emergency by itself: the local number, then what the tool says to do. */
export const alarmReply = ({ text }: Alarm, country: string): Message => ({
  key: 'guardrails.alarm',
  params: { ...numbersOf(country), text },
})

const numbersOf = (country: string) => {
  const numbers = data.numbers[country] ?? data.numbers['default']
  if (!numbers) throw new Error('no default emergency numbers')
  const { ambulance, all, crisis } = numbers
  return { ...numbers, second: all === ambulance ? 'none' : all, line: crisis === all ? 'none' : crisis }
}

/** Kinds that have a fixed reply. */
export const EMERGENCY_KINDS: readonly string[] = data.kinds.map(({ kind }) => kind)
