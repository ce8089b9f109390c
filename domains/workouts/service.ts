import { AppError } from '../../core/errors.ts'
import type { MessageParams } from '../../core/messages.ts'
import { type Instant, localDateOf, toRfc3339 } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import { holdsWords } from '../../core/words.ts'
import { exerciseOf } from './engine/catalogue.ts'
import { loadOf } from './engine/load.ts'
import { oneRepMaxOf, paceKind, paceOf, speedOf } from './engine/pace.ts'
import { sportKeyOf, sportOf } from './engine/sports.ts'
import { gramsOf, kilogramsOf, metresOf, rounded } from './engine/units.ts'
import type { Body } from './engine/zones.ts'
import type { SetRow, WorkoutRow } from './repository/rows.ts'
import type { LogWorkoutInput, SetInput, SetShape, UpdateWorkoutInput, WorkoutShape } from './schema.ts'

/** Decisions about workouts, free of I/O and clock: facts in, result out. */
const MAX_SETS = 200
const EARLIEST = Date.UTC(1970, 0, 1)
const HOUR_MS = 3_600_000

/** An `invalid` error about one field, said as message `workouts.<key>`. */
export const invalid = (path: string, key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `workouts.${key}`, params, { errors: [{ path, message: key }] })

const seconds = (minutes: number): number => Math.max(1, Math.round(minutes * 60))
const secondsOrNull = (minutes: number | null | undefined): number | null =>
  minutes === null || minutes === undefined ? null : seconds(minutes)
const whole = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value)

/** Sets as rows: "3×8 at 60" becomes three of them. `newId` names each. */
export const expandSets = (sets: readonly SetInput[], workoutId: string, newId: () => string): SetRow[] => {
  const rows: SetRow[] = []
  for (const [index, set] of sets.entries()) {
    if (set.reps === undefined && set.seconds === undefined)
      throw invalid(`sets.${index}.reps`, 'set_without_reps', { exercise: set.exercise })
    for (let n = 0; n < (set.sets ?? 1); n += 1)
      rows.push({
        id: newId(),
        workoutId,
        ordinal: rows.length + 1,
        exerciseKey: exerciseOf(set.exercise)?.key ?? null,
        exercise: set.exercise,
        reps: set.reps ?? null,
        seconds: set.seconds ?? null,
        weightGrams: set.weightKg === undefined ? null : gramsOf(set.weightKg),
        rpe: set.rpe ?? null,
      })
  }
  if (rows.length > MAX_SETS) throw invalid('sets', 'too_many_sets', { max: MAX_SETS })
  return rows
}

const startOf = (input: LogWorkoutInput, now: Instant): Instant => {
  if (input.start === undefined) return new Date(now.getTime() - (secondsOrNull(input.durationMinutes) ?? 0) * 1_000)
  return checkedStart(input.start, now)
}
/** A workout is done: it may not begin in the future (an hour of a wrong watch is forgiven). */
const checkedStart = (start: string, now: Instant): Instant => {
  const at = new Date(start)
  if (at.getTime() > now.getTime() + HOUR_MS) throw invalid('start', 'in_future')
  if (at.getTime() < EARLIEST) throw invalid('start', 'too_early')
  return at
}

/** The canonical sport of a word; sets alone make it strength training. */
const sportFor = (word: string | undefined, hasSets: boolean): { sport: string; sportWord: string | null } => {
  if (word === undefined) {
    if (!hasSets) throw invalid('sport', 'ask_sport')
    return { sport: 'strength', sportWord: null }
  }
  const key = sportKeyOf(word)
  return { sport: key ?? (hasSets || exerciseOf(word) ? 'strength' : 'other'), sportWord: word }
}

const consistent = (workout: WorkoutRow): WorkoutRow => {
  if (
    workout.movingSeconds !== null &&
    workout.durationSeconds !== null &&
    workout.movingSeconds > workout.durationSeconds
  )
    throw invalid('movingMinutes', 'moving_over_duration')
  if (workout.heartRateAvg !== null && workout.heartRateMax !== null && workout.heartRateAvg > workout.heartRateMax)
    throw invalid('heartRateAvg', 'heart_rate_over_max')
  return workout
}

/** The workout with its load worked out anew. */
export const withLoad = (workout: WorkoutRow, body: Body): WorkoutRow => {
  const load = loadOf(workout, body)
  return { ...workout, loadTenths: load?.tenths ?? null, loadMethod: load?.method ?? null }
}

export interface Draft {
  id: string
  revision: string
  body: Body
  now: Instant
}
/** A new workout as it will be stored. What was not said stays null. */
export const newWorkout = (input: LogWorkoutInput, user: User, draft: Draft): WorkoutRow => {
  const hasSets = (input.sets?.length ?? 0) > 0
  const named = sportFor(input.sport, hasSets)
  if (input.durationMinutes === undefined && !hasSets) throw invalid('durationMinutes', 'ask_duration')
  const startAt = startOf(input, draft.now)
  const workout: WorkoutRow = {
    id: draft.id,
    ...named,
    startAt,
    localDate: localDateOf(startAt, user.timeZone),
    timeZone: user.timeZone,
    durationSeconds: secondsOrNull(input.durationMinutes),
    movingSeconds: secondsOrNull(input.movingMinutes),
    distanceMeters: input.distanceMeters === undefined ? null : metresOf(input.distanceMeters),
    elevationGainMeters: whole(input.elevationGainMeters),
    calories: whole(input.calories),
    rpe: input.rpe ?? null,
    heartRateAvg: input.heartRateAvg ?? null,
    heartRateMax: input.heartRateMax ?? null,
    powerAvg: null,
    powerNormalised: null,
    loadTenths: null,
    loadMethod: null,
    trimpTenths: null,
    tssTenths: null,
    zoneSeconds: null,
    hasSamples: false,
    notes: input.notes || null,
    source: 'person',
    sourceKey: input.sourceKey ?? null,
    importId: null,
    planSessionId: null,
    revision: draft.revision,
    createdAt: draft.now,
    updatedAt: draft.now,
    deletedAt: null,
  }
  return withLoad(consistent(workout), draft.body)
}

/** The workout after an update; what was not mentioned stays, null empties. */
export const changedWorkout = (
  workout: WorkoutRow,
  input: UpdateWorkoutInput,
  body: Body,
  now: Instant,
): WorkoutRow => {
  const set = <T>(given: T | undefined, held: T): T => (given === undefined ? held : given)
  const minutes = (given: number | null | undefined, held: number | null): number | null =>
    given === undefined ? held : secondsOrNull(given)
  const startAt = input.start === undefined ? workout.startAt : checkedStart(input.start, now)
  const named = input.sport === undefined ? {} : sportFor(input.sport, false)
  const next: WorkoutRow = {
    ...workout,
    ...named,
    startAt,
    localDate: localDateOf(startAt, workout.timeZone),
    durationSeconds: minutes(input.durationMinutes, workout.durationSeconds),
    movingSeconds: minutes(input.movingMinutes, workout.movingSeconds),
    distanceMeters: input.distanceMeters === undefined ? workout.distanceMeters : whole(input.distanceMeters),
    elevationGainMeters:
      input.elevationGainMeters === undefined ? workout.elevationGainMeters : whole(input.elevationGainMeters),
    calories: input.calories === undefined ? workout.calories : whole(input.calories),
    rpe: set(input.rpe, workout.rpe),
    heartRateAvg: set(input.heartRateAvg, workout.heartRateAvg),
    heartRateMax: set(input.heartRateMax, workout.heartRateMax),
    notes: input.notes === undefined ? workout.notes : input.notes || null,
  }
  return withLoad(consistent(next), body)
}

const COMPARED = [
  'sport',
  'startAt',
  'durationSeconds',
  'movingSeconds',
  'distanceMeters',
  'elevationGainMeters',
  'calories',
  'rpe',
  'heartRateAvg',
  'heartRateMax',
  'notes',
] as const
const SHOWN_AS: Partial<Record<(typeof COMPARED)[number], string>> = {
  startAt: 'start',
  durationSeconds: 'durationMinutes',
  movingSeconds: 'movingMinutes',
}
/** Names the fields an update changed, as the tool calls them. */
export const changedFields = (before: WorkoutRow, after: WorkoutRow): string[] =>
  COMPARED.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(
    (key) => SHOWN_AS[key] ?? key,
  )

const minutesOf = (value: number | null): number | null => (value === null ? null : rounded(value / 60, 2))
const tenth = (value: number | null): number | null => (value === null ? null : value / 10)

export const showSet = (set: SetRow): SetShape => {
  const maximum = oneRepMaxOf(set.weightGrams, set.reps)
  return {
    ordinal: set.ordinal,
    exercise: set.exercise,
    exerciseKey: set.exerciseKey,
    reps: set.reps,
    seconds: set.seconds,
    weightKg: set.weightGrams === null ? null : kilogramsOf(set.weightGrams),
    rpe: set.rpe,
    oneRepMaxKg: maximum === null ? null : rounded(kilogramsOf(maximum), 1),
  }
}

/** A workout as tools give it: minutes, metres, kilograms; the start on the clock it was done by. */
export const show = (workout: WorkoutRow, sets: readonly SetRow[]): WorkoutShape => {
  const kind = paceKind(workout.sport)
  const speed = kind === 'none' ? null : speedOf(workout)
  return {
    id: workout.id,
    sport: workout.sport,
    sportWord: workout.sportWord,
    start: toRfc3339(workout.startAt, workout.timeZone),
    date: workout.localDate,
    timeZone: workout.timeZone,
    durationMinutes: minutesOf(workout.durationSeconds),
    movingMinutes: minutesOf(workout.movingSeconds),
    distanceMeters: workout.distanceMeters,
    elevationGainMeters: workout.elevationGainMeters,
    calories: workout.calories,
    rpe: workout.rpe,
    heartRateAvg: workout.heartRateAvg,
    heartRateMax: workout.heartRateMax,
    powerAvg: workout.powerAvg,
    powerNormalised: workout.powerNormalised,
    paceSecondsPerKm: kind === 'per_km' ? paceOf(workout) : null,
    paceSecondsPer100m: kind === 'per_100m' ? paceOf(workout, 100) : null,
    speedKmh: speed === null ? null : rounded(speed * 3.6, 2),
    load: tenth(workout.loadTenths),
    loadMethod: workout.loadMethod,
    trimp: tenth(workout.trimpTenths),
    tss: tenth(workout.tssTenths),
    zoneSeconds: workout.zoneSeconds,
    hasSamples: workout.hasSamples,
    notes: workout.notes,
    source: workout.source,
    sourceKey: workout.sourceKey,
    importId: workout.importId,
    planSessionId: workout.planSessionId,
    sets: sets.map(showSet),
    status: workout.deletedAt === null ? 'done' : 'deleted',
    version: workout.revision,
    createdAt: workout.createdAt.toISOString(),
    updatedAt: workout.updatedAt.toISOString(),
    deletedAt: workout.deletedAt?.toISOString() ?? null,
  }
}

/** Workouts whose sport, own word or notes hold the words. */
export const matching = (workouts: readonly WorkoutRow[], query: string | undefined): WorkoutRow[] =>
  query === undefined
    ? [...workouts]
    : workouts.filter((one) => {
        const { ru, en } = sportOf(one.sport)
        return holdsWords(`${ru} ${en} ${one.sportWord ?? ''} ${one.notes ?? ''}`, query)
      })

/** The position that a cursor stands for. */
export const offsetOf = (cursor: string | undefined): number => {
  const from = cursor === undefined ? 0 : Number(cursor)
  if (!Number.isSafeInteger(from) || from < 0) throw invalid('cursor', 'bad_cursor')
  return from
}
/** Where the page after this one begins; null when there is none. */
export const nextCursor = (offset: number, limit: number, total: number): string | null =>
  offset + limit < total ? String(offset + limit) : null
/** One page of a list that is all there. */
export const pageOf = <T>(
  items: readonly T[],
  limit: number,
  cursor: string | undefined,
): { items: T[]; nextCursor: string | null; total: number } => {
  const from = offsetOf(cursor)
  const { length } = items
  return { items: items.slice(from, from + limit), nextCursor: nextCursor(from, limit, length), total: length }
}

/** Which canonical sport a filter means; a word that is no sport is refused. */
export const sportFilter = (word: string | undefined): string | null => {
  if (word === undefined) return null
  const key = sportKeyOf(word)
  if (!key && word.trim().toLowerCase() === 'other') return 'other'
  if (!key) throw invalid('sport', 'unknown_sport', { sport: word })
  return key
}
export const exerciseFilter = (word: string | undefined): { key: string; said: string } | null => {
  if (word === undefined) return null
  const exercise = exerciseOf(word)
  if (!exercise) throw invalid('exercise', 'unknown_exercise', { exercise: word })
  return { key: exercise.key, said: word }
}
