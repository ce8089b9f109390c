import type { WorkoutRow } from '../repository/rows.ts'
import { sportOf } from './sports.ts'

/** Pace, speed and strength, worked out of what is stored. */

type Travelled = Pick<WorkoutRow, 'movingSeconds' | 'durationSeconds' | 'distanceMeters'>

/** Metres a second over the moving time, else the whole; null when distance or time is unknown or zero. */
export const speedOf = (workout: Travelled): number | null => {
  const seconds = workout.movingSeconds ?? workout.durationSeconds
  if (!seconds || !workout.distanceMeters) return null
  return workout.distanceMeters / seconds
}
/** Seconds for `metres`, rounded to whole ones. */
export const paceOf = (workout: Travelled, metres = 1_000): number | null => {
  const speed = speedOf(workout)
  return speed === null ? null : Math.round(metres / speed)
}

/** Which way of saying speed belongs to a sport. */
export const paceKind = (sport: string): 'per_km' | 'per_100m' | 'speed' | 'none' => {
  const { kind } = sportOf(sport)
  if (kind === 'run' || kind === 'walk') return 'per_km'
  if (kind === 'swim') return 'per_100m'
  return kind === 'ride' || kind === 'endurance' || kind === 'multi' ? 'speed' : 'none'
}

/** Beyond this many repetitions the equation says little (LeSuer et al., J Strength Cond Res 1997;11:211–213). */
export const MAX_REPS_FOR_MAXIMUM = 12
/** One-repetition maximum in grams: weight × (1 + reps / 30), Epley 1985; one repetition is the weight itself. */
export const oneRepMaxOf = (weightGrams: number | null, reps: number | null): number | null => {
  if (!weightGrams || !reps || reps > MAX_REPS_FOR_MAXIMUM) return null
  return reps === 1 ? weightGrams : Math.round(weightGrams * (1 + reps / 30))
}
