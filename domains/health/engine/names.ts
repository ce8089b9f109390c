// What a person calls a condition, medicine, allergen or injury → one canonical name. Words are matched whole, by their
// stems; never by a part of a word, and nothing is guessed: what is not known keeps the person's words.
import { stemsOf } from '../../../core/words.ts'
import { SAFETY_NAMES } from '../knowledge/safety-names.ts'

export type FactKind = 'condition' | 'medication' | 'allergy' | 'injury'
export interface Recognised {
  kind: FactKind
  key: string
}
interface Alias extends Recognised {
  stems: string[]
  /** Only where an injury is already known to be meant: "колено". */
  partOnly: boolean
}

const ALIASES: readonly Alias[] = SAFETY_NAMES.flatMap(({ key, kind, says, parts = [] }) => [
  ...[key, ...says].map((text) => ({ kind, key, stems: stemsOf(text), partOnly: false })),
  ...parts.map((text) => ({ kind, key, stems: stemsOf(text), partOnly: true })),
]).sort((a, b) => b.stems.length - a.stems.length)

/** Where a name may be looked up: a medicine can be what someone is allergic to. */
const LOOKED_UP: Readonly<Record<FactKind, readonly FactKind[]>> = {
  condition: ['condition', 'injury'],
  injury: ['injury', 'condition'],
  medication: ['medication'],
  allergy: ['allergy', 'medication'],
}

const placeOf = (stems: readonly string[], alias: readonly string[], taken: readonly boolean[]): number =>
  stems.findIndex((_, start) => alias.every((stem, offset) => stems[start + offset] === stem && !taken[start + offset]))

const NOT = new Set(['не', 'нет', 'not', 'no', 'never'])

/**
 * Every name that stands in a text, the longest first; a shorter name inside of a longer one does not count ("сахарный
 * диабет 2 типа" is not also "диабет"). A text with a negation names nothing: "не беременна" must not become pregnancy.
 */
export const recognise = (text: string, kind: FactKind): Recognised[] => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.some((word) => NOT.has(word))) return []
  const stems = stemsOf(text)
  const taken = stems.map(() => false)
  const found: Recognised[] = []
  for (const alias of ALIASES) {
    if (!LOOKED_UP[kind].includes(alias.kind) || (alias.partOnly && kind !== 'injury')) continue
    const at = placeOf(stems, alias.stems, taken)
    if (at < 0) continue
    taken.fill(true, at, at + alias.stems.length)
    if (!found.some(({ key }) => key === alias.key)) found.push({ kind: alias.kind, key: alias.key })
  }
  return found
}

/** The key of a name that is not in the table: its words, so that the same words in another case are the same fact. */
export const ownKey = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? text.trim()
