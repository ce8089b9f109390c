import { formsOf, latinOf, placedWordsOf, wordsOf } from './normal.ts'

// Which known things a name names: whole words in any inflection, never a part of a word; a near miss is only suggested.

export type NamedKind = 'substance' | 'form' | 'product' | 'drug' | 'class' | 'condition' | 'allergen'
export interface Named {
  kind: NamedKind
  id: string
}
interface Entry extends Named {
  words: readonly string[]
}

/** Words that say how something is taken or packed and name nothing. */
const FILLERS = new Set(
  wordsOf(
    'таблетки таблетка таблеток капсула капсулы капсул капли капля капель порошок порошка раствор сироп суспензия суспензии спрей пастилки шипучие жевательные экстракт экстракта добавка добавку бад препарат препараты препарата средство лекарство витамин витамины витамина витаминов минерал комплекс чистый обычный обычная мой моя мои мое для с со и в во на от по или а еще день ежедневно утром вечером ночь натощак еды обед мг мкг г гр грамм граммов кг мл ме ед тыс шт ' +
      'solgar солгар thorne эвалар now nature made nordic naturals seven seas myprotein holland barrett доппельгерц doppelherz optimum nutrition swanson natures bounty garden of life ' +
      'tablet tablets capsule capsules drops drop powder solution syrup suspension spray gummies chewable effervescent softgel softgels extract supplement supplements pill pills vitamin vitamins mineral complex pure plain my the a an of with and in for on or daily day morning evening night mg mcg μg ug g kg ml iu',
  ),
)

/** Forms of names that in a running text are ordinary words: "Разо" in "2 раза", "Концерта", "Лён" and Lena. */
const ORDINARY = new Set(
  wordsOf(
    'берет берем алка мак маке мели кроны хмели монстера бура герань раз раза разом концерт концерта концерте концерты жду брал брала брали бар бара баре бары матч матча матче лена лене лену дима диме диму динамика динамику динамики прайм рутину рутины рутина ' +
      'same tin tins foster med meds codes aids pressing tulips pram dim sol si omar elder weed mate ella jess lola sonata acc',
  ),
)
const VITAMIN = /^(?:витамин\p{L}*|vitamins?)$/u
const HOUR = /^\p{Script=Cyrillic}\s\d+$/u
const MOST_NEAR = 3
/** So many unknown words of a text are read as typos: a page of nonsense costs no more than a line of it. */
const MOST_TYPOS = 8
/** Bits of the letters of a word: each letter that only one of two words has is an edit, of which a typo has few. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}
const bits = (mask: number): number => {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count++
  return count
}

/** Words of a name that a typo in one of them is looked for in. */
const LONGEST = 3

/** Damerau–Levenshtein distance, given up above `most`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1)
      row.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

export interface Resolved {
  found: readonly (Named & { words: readonly string[] })[]
  /** Words that name nothing known. */
  unknown: readonly string[]
  /** "вы имели в виду …": names within a typo of an unknown word. Never taken without asking. */
  near: readonly Named[]
}

/** Names of one knowledge release. Building it generates every inflection once; resolving is lookups only. */
export class NameIndex {
  /** Any form of a word to the words of names it is a form of. */
  readonly #lemmas = new Map<string, Set<string>>()
  /** The first word of a name to the names that begin with it, longest first. */
  readonly #byFirst = new Map<string, Entry[]>()
  readonly #lengths = new Map<number, { form: string; letters: number }[]>()

  constructor(entries: readonly (Named & { names: readonly string[] })[]) {
    for (const { kind, id, names } of entries)
      for (const name of new Set(names.map((text) => wordsOf(text).join(' '))))
        this.#add({ kind, id, words: name.split(' ') })
    for (const list of this.#byFirst.values())
      list.sort((a, b) => b.words.length - a.words.length || (a.id < b.id ? -1 : 1))
    for (const form of this.#lemmas.keys()) {
      const same = this.#lengths.get(form.length) ?? []
      same.push({ form, letters: lettersOf(form) })
      this.#lengths.set(form.length, same)
    }
  }

  #add(entry: Entry): void {
    const [first] = entry.words
    if (first === undefined || first === '') return
    for (const word of entry.words)
      for (const form of [...formsOf(word), ...latinOf(word)]) {
        const lemmas = this.#lemmas.get(form) ?? new Set()
        lemmas.add(word)
        this.#lemmas.set(form, lemmas)
      }
    const same = this.#byFirst.get(first) ?? []
    same.push(entry)
    this.#byFirst.set(first, same)
  }

  #is(word: string, lemma: string): boolean {
    return word === lemma || (this.#lemmas.get(word)?.has(lemma) ?? false)
  }

  /**
   * The longest name that begins at a word; of equally long ones all, so that an ambiguity is seen. A name to the letter
   * is no ambiguity: "инсулин" is the medicine, though "инсулины", which is a class, has no other root.
   */
  #at(words: readonly string[], at: number, kinds: ReadonlySet<NamedKind>): Entry[] {
    const starts = [...(this.#lemmas.get(words[at] ?? '') ?? [])].flatMap((lemma) => this.#byFirst.get(lemma) ?? [])
    const fitting = starts.filter(
      (entry) => kinds.has(entry.kind) && entry.words.every((word, n) => this.#is(words[at + n] ?? '', word)),
    )
    const longest = Math.max(0, ...fitting.map((entry) => entry.words.length))
    const longestOnes = fitting.filter((entry) => entry.words.length === longest)
    const same = longestOnes.filter((entry) => entry.words.every((word, n) => words[at + n] === word))
    const best = same.length > 0 ? same : longestOnes
    // A word that is a form of two names of one thing ("omega" and "омега") names it once.
    return [...new Map(best.map((entry) => [`${entry.kind} ${entry.id}`, entry])).values()]
  }

  resolve(text: string, kinds: ReadonlySet<NamedKind>): Resolved {
    const words = wordsOf(text)
    const found: Entry[] = []
    const unknown: string[] = []
    for (let at = 0; at < words.length; ) {
      const entries = this.#at(words, at, kinds)
      const [first] = entries
      if (first) {
        found.push(...entries)
        at += first.words.length
        continue
      }
      const word = words[at] ?? ''
      if (!FILLERS.has(word) && !/^\d+$/u.test(word)) unknown.push(word)
      at++
    }
    return { found, unknown, near: this.#near(words, unknown, kinds) }
  }

  /** Every known name in a running text, with its place. A lone letter is a name only after "витамин". */
  find(text: string, kinds: ReadonlySet<NamedKind>): (Named & { start: number; end: number })[] {
    const placed = placedWordsOf(text)
    const words = placed.map(({ word }) => word)
    const found: (Named & { start: number; end: number })[] = []
    for (let at = 0; at < words.length; ) {
      const entries = this.#at(words, at, kinds)
      const count = entries[0]?.words.length ?? 0
      const [first, last] = [placed[at], placed[at + count - 1]]
      if (!first || !last || count === 0) {
        at++
        continue
      }
      const before = placed[at - 1]
      const isVitamin = before !== undefined && VITAMIN.test(before.word)
      const start = isVitamin ? before.start : first.start
      // "в 5" is an hour, "b 5" and "витамин в 5" are not.
      const isOrdinary = count === 1 && ORDINARY.has(first.word)
      if (isVitamin || (!isOrdinary && last.end - first.start > 1 && !HOUR.test(text.slice(first.start, last.end))))
        for (const { kind, id } of entries) found.push({ kind, id, start, end: last.end })
      at += count
    }
    return found
  }

  /** Names that stand there once an unknown word is read as one within a typo of it. */
  #near(words: readonly string[], unknown: readonly string[], kinds: ReadonlySet<NamedKind>): Named[] {
    const near = new Map<string, Named>()
    const read = new Set([...new Set(unknown)].filter((word) => word.length >= 4).slice(0, MOST_TYPOS))
    for (const [at, word] of words.entries()) {
      if (!read.delete(word)) continue
      for (const lemma of this.#typos(word)) {
        const meant = words.with(at, lemma)
        for (let from = Math.max(0, at - LONGEST + 1); from <= at; from++)
          for (const { kind, id, words: name } of this.#at(meant, from, kinds))
            if (from + name.length > at) near.set(`${kind} ${id}`, { kind, id })
      }
    }
    return [...near.values()].slice(0, MOST_NEAR)
  }

  #typos(word: string): Set<string> {
    const most = word.length >= 8 ? 2 : 1
    const own = lettersOf(word)
    const lemmas = new Set<string>()
    for (let length = word.length - most; length <= word.length + most; length++)
      for (const { form, letters } of this.#lengths.get(length) ?? [])
        if (bits(own ^ letters) <= 2 * most && distance(word, form, most) <= most)
          for (const lemma of this.#lemmas.get(form) ?? []) lemmas.add(lemma)
    return lemmas
  }
}
