import type { BestShape } from '../schema.ts'
import { oneRepMaxOf, paceKind, paceOf } from './pace.ts'
import { kilogramsOf, rounded } from './units.ts'

/** Personal bests of sports and exercises. */

/** What a best of a sport is found from. */
export interface Attempt {
  id: string
  sport: string
  localDate: string
  durationSeconds: number | null
  movingSeconds: number | null
  distanceMeters: number | null
}
/** A set with the day and the workout it belongs to. */
export interface Lift {
  workoutId: string
  localDate: string
  exerciseKey: string | null
  exercise: string
  reps: number | null
  weightGrams: number | null
}

/** A pace is compared with others over at least the same of these distances, in metres. */
const ROAD = [1_000, 3_000, 5_000, 10_000, 21_097, 42_195, 100_000] as const
const POOL = [100, 400, 1_000, 1_500, 3_000] as const
export const classesOf = (sport: string): readonly number[] => (paceKind(sport) === 'per_100m' ? POOL : ROAD)

type Best = Omit<BestShape, 'previous'>

/** The greatest (or with `least` the smallest) value; of equal ones the earliest. */
const top = (found: readonly Best[], least = false): Best | null =>
  found.reduce<Best | null>((best, one) => {
    if (!best) return one
    if (one.value === best.value) return one.date < best.date ? one : best
    return (least ? one.value < best.value : one.value > best.value) ? one : best
  }, null)

const bestOf = (
  attempts: readonly Attempt[],
  kind: Best['kind'],
  value: (attempt: Attempt) => number | null,
  overMeters: number | null = null,
): Best | null =>
  top(
    attempts.flatMap((attempt) => {
      const found = value(attempt)
      const { id, sport, localDate } = attempt
      return found ? [{ kind, sport, exercise: null, value: found, overMeters, workoutId: id, date: localDate }] : []
    }),
    kind === 'fastest_pace',
  )

/** Bests of one sport's workouts: longest way, longest time, fastest pace over each distance there is. */
export const sportBests = (attempts: readonly Attempt[]): Best[] => {
  const [first] = attempts
  if (!first) return []
  const paced = paceKind(first.sport) === 'none' ? [] : classesOf(first.sport)
  const found = [
    bestOf(attempts, 'longest_distance', ({ distanceMeters }) => distanceMeters),
    bestOf(attempts, 'longest_time', ({ durationSeconds }) => durationSeconds),
    ...paced.map((metres) =>
      bestOf(attempts, 'fastest_pace', (a) => ((a.distanceMeters ?? 0) >= metres ? paceOf(a) : null), metres),
    ),
  ]
  return found.filter((best) => best !== null)
}

/** Bests of one exercise's sets: estimated maximum, heaviest set; without weights the most repetitions. */
export const exerciseBests = (lifts: readonly Lift[]): Best[] => {
  const best = (kind: Best['kind'], value: (lift: Lift) => number | null): Best | null =>
    top(
      lifts.flatMap((lift) => {
        const found = value(lift)
        if (!found) return []
        const { workoutId, localDate, exercise } = lift
        return [{ kind, sport: 'strength', exercise, value: found, overMeters: null, workoutId, date: localDate }]
      }),
    )
  const kilos = (grams: number | null): number | null => (grams ? rounded(kilogramsOf(grams), 1) : null)
  const heavy = best('heaviest_set', (lift) => kilos(lift.weightGrams))
  if (!heavy) return [best('most_reps', ({ reps }) => reps)].filter((one) => one !== null)
  return [best('one_rep_max', (lift) => kilos(oneRepMaxOf(lift.weightGrams, lift.reps))), heavy].filter(
    (one) => one !== null,
  )
}

/** Which bests a workout is: better than everything before it. The first of its kind is no best, there was nothing to beat. */
export const newBests = (mine: readonly Best[], before: readonly Best[]): BestShape[] =>
  mine.flatMap((best) => {
    const old = before.find((one) => one.kind === best.kind && one.overMeters === best.overMeters)
    if (!old) return []
    const better = best.kind === 'fastest_pace' ? best.value < old.value : best.value > old.value
    return better ? [{ ...best, previous: old.value }] : []
  })
