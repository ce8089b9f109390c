import { stemOf } from '../planner/classifier/words.ts'
import concepts from './concepts.json' with { type: 'json' }

interface Concept {
  ru: string[]
  en: string[]
  in: string[]
}

/** A concept a text touches, and how strongly: 1 for its own words, less for the wider concepts it belongs to. */
export interface Touched {
  concept: string
  strength: number
}

export interface Lexicon {
  /** How many concepts it knows. */
  size: number
  conceptsOf(tokens: readonly string[]): Touched[]
}

const WIDER = [1, 0.4, 0.15] as const
const MIN_PREFIX = 2
const LONGEST_PHRASE = 3

/** People double and drop letters ("алергия", "comittee"), so doubled letters count once. */
const squeezed = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1')

const put = (index: Map<string, Set<string>>, key: string, concept: string): void => {
  const known = index.get(key)
  if (known) known.add(concept)
  else index.set(key, new Set([concept]))
}

/** All concepts with their distance: the concept itself 0, what it belongs to 1, and so on. */
const closure = (id: string, all: Readonly<Record<string, Concept>>): Touched[] => {
  const found = new Map<string, number>()
  let level = [id]
  for (const strength of WIDER) {
    const next: string[] = []
    for (const concept of level) {
      if (found.has(concept)) continue
      found.set(concept, strength)
      next.push(...(all[concept]?.in ?? []))
    }
    level = next
  }
  return [...found].map(([concept, strength]) => ({ concept, strength }))
}

/** Reads `concepts.json`: `*` ends a prefix, `_` joins the words of a phrase. */
export const createLexicon = (all: Readonly<Record<string, Concept>> = concepts): Lexicon => {
  const words = new Map<string, Set<string>>()
  const stems = new Map<string, Set<string>>()
  const prefixes = new Map<string, Set<string>>()
  const phrases = new Map<string, Set<string>>()
  let longest = MIN_PREFIX
  const wider = new Map<string, Touched[]>()
  for (const [id, concept] of Object.entries(all)) {
    wider.set(id, closure(id, all))
    for (const entry of [...concept.ru, ...concept.en]) {
      if (entry.includes('_')) put(phrases, entry.split('_').map(stemOf).join(' '), id)
      else if (entry.endsWith('*')) {
        const prefix = squeezed(entry.slice(0, -1))
        put(prefixes, prefix, id)
        longest = Math.max(longest, prefix.length)
      } else {
        put(words, squeezed(entry), id)
        put(stems, stemOf(entry), id)
      }
    }
  }

  const ofWord = (token: string): ReadonlySet<string> | undefined => {
    const word = squeezed(token)
    const exact = words.get(word)
    if (exact) return exact
    for (let length = Math.min(longest, word.length); length >= MIN_PREFIX; length--) {
      const found = prefixes.get(word.slice(0, length))
      if (found) return found
    }
    return stems.get(stemOf(token))
  }

  const conceptsOf = (tokens: readonly string[]): Touched[] => {
    const strengths = new Map<string, number>()
    const touch = (ids: ReadonlySet<string> | undefined): void => {
      for (const id of ids ?? []) {
        for (const { concept, strength } of wider.get(id) ?? []) {
          strengths.set(concept, Math.max(strengths.get(concept) ?? 0, strength))
        }
      }
    }
    tokens.forEach((token, at) => {
      let joined = stemOf(token)
      let inPhrase = false
      for (let more = 1; more < LONGEST_PHRASE && at + more < tokens.length; more++) {
        joined = `${joined} ${stemOf(tokens[at + more] ?? '')}`
        const found = phrases.get(joined)
        touch(found)
        inPhrase ||= found !== undefined
      }
      if (!inPhrase) touch(ofWord(token))
    })
    return [...strengths].map(([concept, strength]) => ({ concept, strength }))
  }
  return { size: wider.size, conceptsOf }
}
