import { hoursBetween, whyBad } from './check.ts'
import type { Knowledge } from './knowledge.ts'
import type { Item, Subject } from './types.ts'

/** Two things that are not to be taken within some hours of each other, by their places in what was given. */
export interface Apart {
  item: number
  /** The other item, or the medicine. */
  other: { item: number } | { medicine: number }
  hours: number
}

/**
 * Which things of a stack have to be kept apart, and for how long: found for the whole, and again for each pair to know whose
 * it is. Medicines may have several names each. Items that cannot be counted are left out.
 */
export const keptApart = (
  knowledge: Knowledge,
  given: readonly Item[],
  medicines: readonly (readonly string[])[],
  subject: Subject,
): Apart[] => {
  const bare = { conditions: [], allergies: [], subject }
  const hoursOf = (items: readonly Item[], medications: readonly string[]): ReadonlyMap<string, number> =>
    hoursBetween(knowledge, { ...bare, items, medications })
  const items = given.flatMap((item, index) => (whyBad(knowledge, item) === null ? [{ item, index }] : []))
  if (items.length === 0) return []
  const all = hoursOf(
    items.map(({ item }) => item),
    medicines.flat(),
  )
  if (all.size === 0) return []
  const alone = items.map(({ item }) => hoursOf([item], []))
  const longest = (
    pair: ReadonlyMap<string, number>,
    ...without: (ReadonlyMap<string, number> | undefined)[]
  ): number =>
    Math.max(0, ...[...pair].flatMap(([rule, hours]) => (without.some((own) => own?.has(rule)) ? [] : [hours])))
  return items.flatMap(({ item, index }, at): Apart[] => {
    const withMedicines = medicines.map((names, medicine) => ({
      other: { medicine },
      hours: longest(hoursOf([item], names), alone[at]),
    }))
    const withItems = items.slice(at + 1).map((second, further) => ({
      other: { item: second.index },
      hours: longest(hoursOf([item, second.item], []), alone[at], alone[at + 1 + further]),
    }))
    return [...withMedicines, ...withItems]
      .filter(({ hours }) => hours > 0)
      .map(({ other, hours }) => ({ item: index, other, hours }))
  })
}
