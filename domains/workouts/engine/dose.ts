import type { Exercise } from '../knowledge/exercises.ts'
import { SOURCES } from '../knowledge/formulas.ts'
import type { GoalKind } from '../repository/rows.ts'
import type { Reason } from '../schema/insight.ts'
import type { PlannedExercise } from '../schema/plan.ts'
import { oneRepMaxOf } from './pace.ts'
import { kilogramsOf } from './units.ts'

/** How much of an exercise: sets, repetitions, weight and rest. */
export interface Scheme {
  sets: number
  reps: number
  rpe: number
  restSeconds: number
}
/**
 * ACSM's progression models (2009): novices 1–3 sets of 8–12; strength heavier with fewer repetitions and 2–3 minutes of
 * rest; hypertrophy 6–12 with 1–2 minutes; endurance 15 and more with short rests. Minors: 1–3 sets of 6–15 (NSCA 2009).
 */
export const schemeOf = (goal: GoalKind, novice: boolean, maxRpe: number, deload: boolean): Scheme => {
  const base: Scheme = novice
    ? { sets: 2, reps: 12, rpe: 6, restSeconds: 90 }
    : {
        strength: { sets: 4, reps: 5, rpe: 8, restSeconds: 150 },
        muscle: { sets: 3, reps: 10, rpe: 8, restSeconds: 90 },
        endurance: { sets: 2, reps: 15, rpe: 6, restSeconds: 60 },
        race: { sets: 2, reps: 15, rpe: 6, restSeconds: 60 },
        weight_loss: { sets: 3, reps: 12, rpe: 7, restSeconds: 75 },
        mobility: { sets: 2, reps: 12, rpe: 5, restSeconds: 60 },
        health: { sets: 3, reps: 10, rpe: 7, restSeconds: 90 },
      }[goal]
  const rpe = Math.min(base.rpe, maxRpe)
  return deload ? { ...base, sets: Math.max(1, base.sets - 1), rpe: Math.min(rpe, 6) } : { ...base, rpe }
}

/** The sets of an exercise in the latest workout that had it. */
export interface Done {
  exerciseKey: string | null
  reps: number | null
  weightGrams: number | null
  rpe: number | null
}

/** Plates come in pairs of 1.25 kg. */
const PLATES = 2_500
/** Repetitions kept in reserve when a weight is worked out from the maximum. */
const RESERVE = 2
const downToPlates = (grams: number): number => Math.floor(grams / PLATES) * PLATES

/**
 * Progressive overload by ACSM's rule (2009): when all repetitions of the last time were done with some left (RPE 8 or
 * less), the weight rises by 2–10 % – here one step of 2.5 kg where that is at most 10 %; otherwise it stays. A new
 * number of repetitions takes its weight from Epley's maximum with two repetitions in reserve. A deload takes 10 % off.
 */
export const nextWeight = (
  sets: readonly Done[],
  scheme: Scheme,
  deload: boolean,
): { grams: number | null; code: 'first_time' | 'progress' | 'hold' | 'deload' | 'from_maximum' } => {
  const weighted = sets.filter(({ weightGrams }) => weightGrams)
  const top = weighted.reduce((most, { weightGrams }) => Math.max(most, weightGrams ?? 0), 0)
  if (top === 0) return { grams: null, code: 'first_time' }
  const working = weighted.filter(({ weightGrams }) => weightGrams === top)
  if (deload) return { grams: downToPlates(top * 0.9) || top, code: 'deload' }
  const least = working.reduce((fewest, { reps }) => Math.min(fewest, reps ?? 0), Number.MAX_SAFE_INTEGER)
  const hardest = working.reduce((most, { rpe }) => Math.max(most, rpe ?? 0), 0)
  if (least >= scheme.reps) {
    const step = top + PLATES
    return hardest <= 8 && step <= top * 1.1 ? { grams: step, code: 'progress' } : { grams: top, code: 'hold' }
  }
  if (scheme.reps - least <= RESERVE) return { grams: top, code: 'hold' }
  const maximum = oneRepMaxOf(top, least)
  if (maximum === null) return { grams: top, code: 'hold' }
  return { grams: downToPlates(maximum / (1 + (scheme.reps + RESERVE) / 30)) || null, code: 'from_maximum' }
}

/** An exercise with its dose and why it is there. */
export const dosed = (
  exercise: Exercise,
  sets: readonly Done[],
  scheme: Scheme,
  options: { deload: boolean; name: string; why: Reason },
): PlannedExercise => {
  const weight = exercise.dose === 'weight' ? nextWeight(sets, scheme, options.deload) : null
  const most = sets.reduce((reps, set) => Math.max(reps, set.reps ?? 0), 0)
  // By body weight: one repetition more than the best set of the last time, within twice the scheme.
  const reps =
    exercise.dose === 'body' && most > 0 && !options.deload ? Math.min(most + 1, scheme.reps * 2) : scheme.reps
  return {
    key: exercise.key,
    name: options.name,
    sets: scheme.sets,
    reps: exercise.dose === 'weight' || exercise.dose === 'body' ? reps : null,
    seconds: exercise.dose === 'hold' ? 30 : null,
    weightKg: weight?.grams ? kilogramsOf(weight.grams) : null,
    rpe: scheme.rpe,
    restSeconds: scheme.restSeconds,
    muscles: [...exercise.muscles],
    reason: {
      ...options.why,
      params: { ...options.why.params, progress: weight?.code ?? 'none' },
      source: SOURCES.acsmProgression,
    },
  }
}
