import type { Lang } from '../../../core/user.ts'
import { EXERCISES, type Exercise, type Pattern } from '../knowledge/exercises.ts'
import { SOURCES } from '../knowledge/formulas.ts'
import type { GoalRow } from '../repository/rows.ts'
import type { Reason } from '../schema/insight.ts'
import type { PlannedExercise, PlannedSession } from '../schema/plan.ts'
import { type Done, dosed, schemeOf } from './dose.ts'
import { exclusionOf, type Limits } from './limits.ts'

/** Which exercises fill a session: by goal, what the person does already, gear and body. */
export type Kind = PlannedSession['kind']
/** What a choice needs to know of the person. */
export interface Chooser {
  goal: Pick<GoalRow, 'sport' | 'exerciseKey'> | null
  kind: GoalRow['kind']
  done: readonly Done[]
  sports: readonly string[]
  limits: Limits
  gear: ReadonlySet<string>
  lang: Lang
  novice: boolean
  deload: boolean
}
/** How long and how hard the session is. */
interface Slot {
  minutes: number
  rpe: number
}
export const why = (code: string, params: Reason['params'] = {}, source: string | null = null): Reason => ({
  code,
  params,
  source,
})
/** Stretching is light, whatever the day allows. */
export const MOBILITY_RPE = 2

const TEMPLATES: readonly (readonly Pattern[])[] = [
  ['squat', 'push_horizontal', 'pull_horizontal', 'core', 'hinge', 'shoulders'],
  ['hinge', 'push_vertical', 'pull_vertical', 'core', 'lunge', 'arms_front'],
]
const fits = (exercise: Exercise, { limits, gear }: Chooser): boolean => exclusionOf(exercise, limits, gear) === null

/** The endurance work of a session: the goal's sport, what the person does already, else the gentlest there is. */
export const cardioFor = (kind: Kind, course: Chooser): Exercise | null => {
  const open = EXERCISES.filter((one) => one.pattern === 'cardio' && fits(one, course))
  const walk = open.find(({ key }) => key === 'brisk_walk') ?? null
  if (kind === 'walk') return walk ?? open.find(({ beginner }) => beginner) ?? null
  const hard = open.filter((one) => one.traits.includes('intense') === (kind === 'intervals'))
  const wished = course.goal?.sport
  const known = [...(wished ? [wished] : []), ...course.sports]
  for (const sport of known) {
    const found = hard.find((one) => one.sport === sport) ?? open.find((one) => one.sport === sport)
    if (found) return found
  }
  return hard.find(({ beginner }) => beginner) ?? walk ?? hard[0] ?? null
}
export const endurance = (exercise: Exercise, slot: Slot, course: Chooser): PlannedExercise => ({
  key: exercise.key,
  name: exercise[course.lang],
  sets: 1,
  reps: null,
  seconds: slot.minutes * 60,
  weightKg: null,
  rpe: slot.rpe,
  restSeconds: 0,
  muscles: [...exercise.muscles],
  reason: why(course.goal?.sport === exercise.sport ? 'for_goal_sport' : 'for_endurance', {}, SOURCES.who),
})

export const exercisesFor = (kind: Kind, slot: Slot, index: number, course: Chooser): PlannedExercise[] => {
  if (kind === 'mobility') return mobility(slot, course)
  const patterns = (TEMPLATES[index % TEMPLATES.length] ?? []).slice(0, Math.max(3, Math.floor((slot.minutes - 5) / 7)))
  const scheme = schemeOf(course.kind, course.novice, course.limits.maxRpe, course.deload)
  return patterns.flatMap((pattern) => {
    const exercise = bestOf(pattern, course)
    if (!exercise) return []
    const sets = course.done.filter(({ exerciseKey }) => exerciseKey === exercise.key)
    const code = exercise.key === course.goal?.exerciseKey ? 'for_goal' : sets.length > 0 ? 'for_known' : 'for_pattern'
    return [
      dosed(exercise, sets, scheme, {
        deload: course.deload,
        name: exercise[course.lang],
        why: why(code, { pattern }),
      }),
    ]
  })
}

/** The exercise of a pattern: the goal's, one the person does, else a beginner's for novices and the catalogue's first. */
const bestOf = (pattern: Pattern, course: Chooser): Exercise | null => {
  const open = EXERCISES.filter((one) => one.pattern === pattern && fits(one, course))
  const known = new Set(course.done.map(({ exerciseKey }) => exerciseKey))
  return (
    open.find(({ key }) => key === course.goal?.exerciseKey) ??
    open.find(({ key }) => known.has(key)) ??
    (course.novice ? open.find(({ beginner }) => beginner) : undefined) ??
    (course.novice ? null : (open[0] ?? null))
  )
}

const mobility = (slot: Slot, course: Chooser): PlannedExercise[] =>
  EXERCISES.filter((one) => one.pattern === 'mobility' && fits(one, course))
    .slice(0, Math.max(3, Math.min(7, Math.floor(slot.minutes / 4))))
    .map((exercise) => ({
      key: exercise.key,
      name: exercise[course.lang],
      sets: 2,
      reps: exercise.dose === 'body' ? 8 : null,
      seconds: exercise.dose === 'hold' ? 30 : null,
      weightKg: null,
      rpe: MOBILITY_RPE,
      restSeconds: 15,
      muscles: [...exercise.muscles],
      reason: why('for_mobility', {}, SOURCES.acsmGuidelines),
    }))
