import { stemsOf } from '../../../core/words.ts'
import { BODY_PARTS, type BodyPart } from '../knowledge/cautions.ts'
import { GEAR, NOTHING } from '../knowledge/equipment.ts'
import { EXERCISES, type Exercise } from '../knowledge/exercises.ts'

/** Finds exercises, gear and body parts by what a person calls them, in either language and any inflection. */

const keyOf = (words: string): string => stemsOf(words).join(' ')

interface Named {
  key: string
  ru: string
  en: string
  words: readonly string[]
}
/** Index of entries by the stems of all their names; the first entry to claim a name keeps it. */
const indexOf = <T extends Named>(entries: readonly T[]): Map<string, T> => {
  const index = new Map<string, T>()
  for (const entry of entries)
    for (const name of [entry.key.replaceAll('_', ' '), entry.ru, entry.en, ...entry.words]) {
      const key = keyOf(name)
      if (!index.has(key)) index.set(key, entry)
    }
  return index
}
/** The whole phrase, else its longest run of words that is a name; of equally long ones the first. */
const lookUp = <T>(index: ReadonlyMap<string, T>, said: string): T | null => {
  const stems = stemsOf(said)
  for (let size = Math.min(stems.length, 6); size > 0; size -= 1)
    for (let at = 0; at + size <= stems.length; at += 1) {
      const found = index.get(stems.slice(at, at + size).join(' '))
      if (found) return found
    }
  return null
}

const exercises = indexOf(EXERCISES)
const exerciseByKey = new Map(EXERCISES.map((exercise) => [exercise.key, exercise]))
const gear = indexOf(GEAR)
const parts = indexOf(BODY_PARTS)
const partByKey = new Map(BODY_PARTS.map((part) => [part.key, part]))
const nothing = new Set(NOTHING.map(keyOf))

export const exerciseOf = (said: string): Exercise | null => lookUp(exercises, said)
export const exerciseWith = (key: string): Exercise | null => exerciseByKey.get(key) ?? null
export const bodyPartOf = (said: string): BodyPart | null => lookUp(parts, said)
export const bodyPartWith = (key: string): BodyPart | null => partByKey.get(key) ?? null

/** The gear meant by these words with all that comes with it, sorted, and the words that were not understood. */
export const gearOf = (items: readonly string[]): { keys: string[]; unknown: string[] } => {
  const keys = new Set<string>()
  const unknown: string[] = []
  for (const item of items) {
    const found = lookUp(gear, item)
    if (found) for (const key of [found.key, ...(found.gives ?? [])]) keys.add(key)
    else if (!nothing.has(keyOf(item))) unknown.push(item)
  }
  return { keys: [...keys].sort(), unknown }
}
