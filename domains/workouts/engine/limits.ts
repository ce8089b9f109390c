import { stemsOf } from '../../../core/words.ts'
import type { SafetyFact } from '../../../tools/contract.ts'
import { CAUTIONS, type Caution, MINOR_TRAITS, OLDER_TRAITS } from '../knowledge/cautions.ts'
import type { Exercise, Trait } from '../knowledge/exercises.ts'
import { SOURCES } from '../knowledge/formulas.ts'
import type { Reason } from '../schema/insight.ts'
import { bodyPartOf, bodyPartWith } from './catalogue.ts'

/** What a person's body allows in a plan: from injuries, conditions and age. Cautious where something is not known. */
export interface Injury {
  id: string
  bodyPart: string
  bodyPartKey: string | null
  severity: number
}
export interface Limits {
  /** Body parts that may not be loaded, with the injury's own word. */
  parts: ReadonlyMap<string, { said: string; source: string }>
  traits: ReadonlyMap<Trait, { caution: string; source: string }>
  /** Hardest effort on CR-10, sessions a week and minutes a session that a plan may ask for. */
  maxRpe: number
  maxSessions: number
  maxMinutes: number
  /** Only walking and mobility: an injury nobody could place. */
  gentle: Reason | null
  refusal: Reason | null
  reasons: Reason[]
  questions: Reason[]
}

const MINOR = 18
const OLDER = 65
const SEVERE = 7

const stemKey = (words: string): string[] => stemsOf(words)
const cautions = CAUTIONS.map((caution) => ({ caution, names: caution.words.map(stemKey) }))

/** Conditions that a fact's name speaks of: all words of one of its names are there. */
const cautionsOf = (fact: SafetyFact): Caution[] => {
  const held = new Set(stemsOf(fact.name))
  return cautions
    .filter(({ names }) => names.some((name) => name.every((stem) => held.has(stem))))
    .map(({ caution }) => caution)
}

const reason = (code: string, params: Reason['params'], source: string | null): Reason => ({ code, params, source })

/** Folds facts and injuries into limits. The order of the facts does not matter. */
export const limitsOf = (facts: readonly SafetyFact[], injuries: readonly Injury[]): Limits => {
  const parts = new Map<string, { said: string; source: string }>()
  const traits = new Map<Trait, { caution: string; source: string }>()
  const reasons: Reason[] = []
  const questions: Reason[] = []
  let gentle: Reason | null = null
  let refusal: Reason | null = null
  let maxRpe = 8
  let maxSessions = 6
  let maxMinutes = 90
  const forbid = (forbidden: readonly Trait[], caution: string, source: string): void => {
    for (const trait of forbidden) if (!traits.has(trait)) traits.set(trait, { caution, source })
  }
  for (const injury of everyInjury(facts, injuries)) {
    const part = injury.bodyPartKey === null ? bodyPartOf(injury.bodyPart) : bodyPartWith(injury.bodyPartKey)
    const params = { part: injury.bodyPart }
    if (part) for (const key of part.rulesOut) parts.set(key, { said: injury.bodyPart, source: part.source })
    else {
      gentle = reason('injury_unknown', params, SOURCES.acsmGuidelines)
      questions.push(reason('which_part', params, null))
    }
    reasons.push(reason(injury.severity >= SEVERE ? 'injury_severe' : 'injury', params, part?.source ?? null))
    maxRpe = Math.min(maxRpe, injury.severity >= SEVERE ? 4 : 7)
  }
  for (const caution of [...new Set(facts.filter(({ kind }) => kind === 'condition').flatMap(cautionsOf))]) {
    forbid(caution.traits, caution.key, caution.source)
    maxRpe = Math.min(maxRpe, caution.maxRpe ?? maxRpe)
    if (caution.clearance) refusal ??= reason('needs_clearance', { condition: caution.key }, caution.source)
    if (caution.maxRpe !== undefined) maxSessions = Math.min(maxSessions, 4)
    reasons.push(reason('condition', { condition: caution.key }, caution.source))
  }
  const age = facts.find(({ kind }) => kind === 'age')?.details?.['years']
  if (typeof age !== 'number') questions.push(reason('age', {}, null))
  else if (age < MINOR) {
    forbid(MINOR_TRAITS, 'minor', SOURCES.nscaYouth)
    maxRpe = Math.min(maxRpe, 6)
    maxSessions = Math.min(maxSessions, 3)
    maxMinutes = 60
    reasons.push(reason('minor', {}, SOURCES.nscaYouth))
  } else if (age >= OLDER) {
    forbid(OLDER_TRAITS, 'older', SOURCES.acsmGuidelines)
    maxRpe = Math.min(maxRpe, 6)
    maxSessions = Math.min(maxSessions, 5)
    reasons.push(reason('older', {}, SOURCES.acsmGuidelines))
  }
  return { parts, traits, maxRpe, maxSessions, maxMinutes, gentle, refusal, reasons, questions }
}

/** The person's own reports and what other parts of life know, each injury once. */
const everyInjury = (facts: readonly SafetyFact[], injuries: readonly Injury[]): Injury[] => {
  const own = new Set(injuries.map(({ id }) => id))
  const foreign = facts
    .filter(({ kind, source }) => kind === 'injury' && !own.has(source.id))
    .map(({ name, source, details }) => ({
      id: source.id,
      bodyPart: name,
      bodyPartKey: null,
      severity: typeof details?.['severity'] === 'number' ? details['severity'] : 5,
    }))
  return [...injuries, ...foreign]
}

/** Why an exercise is not for this person; null when nothing speaks against it. */
export const exclusionOf = (exercise: Exercise, limits: Limits, gear: ReadonlySet<string>): Reason | null => {
  for (const part of exercise.stresses) {
    const injury = limits.parts.get(part)
    if (injury) return reason('exclude_injury', { part: injury.said }, injury.source)
  }
  for (const trait of exercise.traits) {
    const found = limits.traits.get(trait)
    if (found) return reason('exclude_condition', { condition: found.caution, trait }, found.source)
  }
  if (limits.gentle && exercise.pattern !== 'mobility' && exercise.key !== 'brisk_walk') return limits.gentle
  const missing = exercise.equipment.find((item) => !gear.has(item))
  return missing === undefined ? null : reason('exclude_gear', { gear: missing }, null)
}
