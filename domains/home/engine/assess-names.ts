import { stemsOf } from '../../../core/words.ts'
import type { Bilingual, Suggestion } from './assess-types.ts'

/** Something that can be named: its names and reviewed aliases in both languages, each a whole word or phrase. */
export interface Named {
  id: string
  name: Bilingual
  aliases: readonly string[]
}

/** What was recognised, in the order of the text; `given` is how the person put it. */
export interface NameHit {
  id: string
  given: string
}

export interface Reading {
  hits: NameHit[]
  unknowns: string[]
  suggestions: Suggestion[]
}

interface Word {
  text: string
  stem: string
}

/** Words the stemmer makes one though they are two: "сырой" (raw) and "сыр" (cheese), "печенье" and "печень" (liver), scent and fruit. */
const apart: readonly (readonly [RegExp, string])[] = [
  [/^сыр(ой|ая|ое|ые|ого|ому|ую|ых|ыми|ым)$/u, 'raw'],
  [/^лимонн(ый|ая|ое|ые|ого|ому|ую|ой|ых|ым|ыми)$/u, 'lemony'],
  [/^печень(е|я|ем|ям|ями|ях)$/u, 'biscuit'],
]

/** The vowel that comes and goes in Russian nouns: щенок and щенка, косточек and косточки, огурец and огурца. */
const withoutFleetingVowel = (stem: string): string =>
  stem.length >= 5 ? stem.replace(/([бвгджзклмнпрстфхцчшщ])[ео]([кц])$/u, '$1$2') : stem

/** A noun on -ан, -ал or -ай looks like a verb to the stemmer, which would cut банан and бананы differently. */
const nounLikeVerb = /^\p{Script=Cyrillic}{2,}[ая][нлй]$/u

const stemOf = (word: string): string =>
  apart.find(([forms]) => forms.test(word))?.[1] ??
  (nounLikeVerb.test(word) ? word : withoutFleetingVowel(stemsOf(word)[0] ?? word))

/** Words of a text with the stems they are compared by; a sign that parts a list stands as a word of its own. */
export const wordsIn = (text: string): Word[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+|[,;+&]/gu) ?? []
  ).map((word) => ({ text: word, stem: stemOf(word) }))

const keyOf = (words: readonly Word[]): string =>
  words
    .map((word) => word.stem)
    .sort()
    .join(' ')

/** Number of single-letter edits between two words, neighbours swapped counting as one. */
const distance = (one: string, other: string): number => {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + changed)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}

const isNumber = (word: Word): boolean => /^\d/u.test(word.text)
const without = new Set(['без', 'without'])
/** What stands between two things named: no name reaches over it unless the name itself holds it ("хлеб с плесенью"). */
const between = new Set([',', ';', '+', '&', 'и', 'или', 'с', 'со', 'плюс', 'and', 'or', 'with', 'plus'])
/** How many neutral words may stand inside a name. */
const gap = 3

/**
 * Reads names out of free text: the longest known phrase first, its words in any order and inflection, whole words only.
 * Words that change nothing (`neutral`) are passed over; a word that is neither is given back as unknown.
 */
export class NameIndex {
  readonly #ids = new Map<string, string>()
  readonly #names = new Map<string, Bilingual>()
  readonly #single: { word: string; id: string }[] = []
  readonly #neutral: Set<string>
  #longest = 1

  constructor(entries: readonly Named[], neutral: readonly string[]) {
    this.#neutral = new Set(neutral.flatMap((word) => wordsIn(word).map((one) => one.stem)))
    for (const entry of entries) {
      this.#names.set(entry.id, entry.name)
      for (const alias of [entry.name.ru, entry.name.en, ...entry.aliases]) this.#add(entry.id, alias)
    }
  }

  read(text: string): Reading {
    const words = wordsIn(text)
    const reading: Reading = { hits: [], unknowns: [], suggestions: [] }
    let at = 0
    let left = false
    for (let word = words[0]; word; word = words[at]) {
      const found = this.#longestAt(words, at)
      at += found?.length ?? 1
      if (!found && without.has(word.text)) left = true
      else if (found ?? !this.#isNeutral(word)) {
        if (found && !left) reading.hits.push({ id: found.id, given: found.given })
        if (!found && !left) this.#unknown(word, reading)
        left = false
      }
    }
    return reading
  }

  /** Aliases that two entries claim, for the check of the knowledge itself. */
  static clashes(entries: readonly Named[]): string[] {
    const owner = new Map<string, string>()
    const clashes: string[] = []
    for (const entry of entries)
      for (const alias of [entry.name.ru, entry.name.en, ...entry.aliases]) {
        const key = keyOf(wordsIn(alias))
        const before = owner.get(key)
        if (before !== undefined && before !== entry.id) clashes.push(`${alias}: ${before} and ${entry.id}`)
        owner.set(key, entry.id)
      }
    return clashes
  }

  #add(id: string, alias: string): void {
    const words = wordsIn(alias)
    this.#longest = Math.max(this.#longest, words.length)
    this.#ids.set(keyOf(words), id)
    if (words.length === 1 && words[0]) this.#single.push({ word: words[0].text, id })
  }

  #isNeutral(word: Word): boolean {
    return isNumber(word) || between.has(word.text) || this.#neutral.has(word.stem)
  }

  #longestAt(words: readonly Word[], at: number): { id: string; given: string; length: number } | undefined {
    for (let length = Math.min(this.#longest + gap, words.length - at); length > 0; length--) {
      const part = words.slice(at, at + length)
      const id = this.#ids.get(keyOf(part)) ?? this.#withGaps(part)
      if (id !== undefined) return { id, given: part.map((word) => word.text).join(' '), length }
    }
    return undefined
  }

  /** A name with neutral words inside ("молочный домашний шоколад"), never reaching from one thing to the next. */
  #withGaps(part: readonly Word[]): string | undefined {
    const last = part.at(-1)
    if (!part[0] || !last || this.#isNeutral(part[0]) || this.#isNeutral(last)) return undefined
    if (part.some((word) => between.has(word.text))) return undefined
    return this.#ids.get(keyOf(part.filter((word) => !this.#isNeutral(word))))
  }

  #unknown(word: Word, reading: Reading): void {
    reading.unknowns.push(word.text)
    if (word.text.length < 4) return
    const allowed = word.text.length >= 8 ? 2 : 1
    const near = this.#single
      .filter((known) => Math.abs(known.word.length - word.text.length) <= allowed)
      .map((known) => ({ id: known.id, by: distance(known.word, word.text) }))
      .filter((known) => known.by <= allowed)
      .sort((one, other) => one.by - other.by)[0]
    const name = near && this.#names.get(near.id)
    if (name) reading.suggestions.push({ given: word.text, name })
  }
}
