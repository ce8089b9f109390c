import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { Attempt, Lift } from '../engine/bests.ts'
import type { LoadDay } from '../engine/ratio.ts'
import type { Counted } from '../engine/stats.ts'

/** Narrow reads over many workouts: what sums, loads and bests are made of. */

/** Load of each workout from `from` to `to`, local days. */
export const loadDays = (tx: Tx, userId: string, from: string, to: string): Promise<LoadDay[]> =>
  tx.query<LoadDay>(
    `select local_date as date, load_tenths as tenths, coalesce(load_method <> 'session_rpe', false) as estimated
       from workouts.workout
      where user_id = $1 and deleted_at is null and local_date >= $2 and local_date <= $3
        and start_at >= $2::date - interval '2 days' and start_at < $3::date + interval '3 days'`,
    [userId, from, to],
  )

export const firstDay = async (tx: Tx, userId: string): Promise<string | null> =>
  (
    await tx.query<{ date: string }>(
      `select local_date as date from workouts.workout where user_id = $1 and deleted_at is null order by start_at limit 1`,
      [userId],
    )
  )[0]?.date ?? null

export interface Latest {
  id: string
  sport: string
  localDate: string
  startAt: Date
}
export const latestWorkout = async (tx: Tx, userId: string, before: Instant): Promise<Latest | null> =>
  (
    await tx.query<Latest>(
      `select id, sport, local_date as "localDate", start_at as "startAt" from workouts.workout
        where user_id = $1 and deleted_at is null and start_at <= $2 order by start_at desc limit 1`,
      [userId, before],
    )
  )[0] ?? null

/** Workouts of local days, newest first, with what is summed. */
export const counted = (
  tx: Tx,
  userId: string,
  filter: { from: string; to: string; sport: string | null; ids: readonly string[] | null },
): Promise<Counted[]> =>
  tx.query<Counted>(
    `select w.id, w.sport, w.local_date as "localDate", w.duration_seconds as "durationSeconds",
       w.distance_meters as "distanceMeters", w.elevation_gain_meters as "elevationGainMeters", w.calories,
       w.load_tenths as "loadTenths", w.load_method as "loadMethod", w.plan_session_id as "planSessionId"
       from workouts.workout w
      where w.user_id = $1 and w.deleted_at is null and w.local_date >= $2 and w.local_date <= $3
        and w.start_at >= $2::date - interval '2 days' and w.start_at < $3::date + interval '3 days'
        and ($4::text is null or w.sport = $4)
        and ($5::uuid[] is null or w.id = any($5))
      order by w.start_at desc, w.id`,
    [userId, filter.from, filter.to, filter.sport, filter.ids],
  )

/** Every workout of a sport that bests are found from; `before` leaves out one and all that came after it. */
export const attempts = (tx: Tx, userId: string, sport: string, except: string | null): Promise<Attempt[]> =>
  tx.query<Attempt>(
    `select id, sport, local_date as "localDate", duration_seconds as "durationSeconds",
       moving_seconds as "movingSeconds", distance_meters as "distanceMeters"
       from workouts.workout
      where user_id = $1 and sport = $2 and deleted_at is null and ($3::uuid is null or id <> $3)
      order by start_at`,
    [userId, sport, except],
  )

/**
 * The heaviest set of each exercise and number of repetitions, so at most a few dozen rows an exercise. Days are looked up
 * afterwards: a join of every set with every workout is slow where the database has no statistics of them.
 */
export const heaviest = async (
  tx: Tx,
  userId: string,
  exerciseKeys: readonly string[],
  except: string | null,
): Promise<Lift[]> => {
  const hidden = await tx.query<{ id: string }>(
    'select id from workouts.workout where user_id = $1 and (deleted_at is not null or id = $2)',
    [userId, except],
  )
  const lifts = await tx.query<Omit<Lift, 'localDate'>>(
    `select distinct on (exercise_key, reps) workout_id as "workoutId", exercise_key as "exerciseKey", exercise, reps,
       weight_grams as "weightGrams"
       from workouts.exercise_set
      where user_id = $1 and exercise_key = any($2::text[]) and not (workout_id = any($3::uuid[]))
      order by exercise_key, reps, weight_grams desc nulls last, created_at, workout_id`,
    [userId, exerciseKeys, hidden.map(({ id }) => id)],
  )
  const days = await daysOf(
    tx,
    userId,
    lifts.map(({ workoutId }) => workoutId),
  )
  return lifts.map((lift) => ({ ...lift, localDate: days.get(lift.workoutId) ?? '' }))
}
const daysOf = async (tx: Tx, userId: string, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.query<{ id: string; localDate: string }>(
    'select id, local_date as "localDate" from workouts.workout where user_id = $1 and id = any($2::uuid[])',
    [userId, ids],
  )
  return new Map(rows.map(({ id, localDate }) => [id, localDate]))
}

/** The sets of each exercise in the latest workout that had it, since a day. */
export const latestSets = async (tx: Tx, userId: string, since: string): Promise<(Lift & { rpe: number | null })[]> => {
  const recent = await tx.query<{ id: string; localDate: string }>(
    `select id, local_date as "localDate" from workouts.workout
      where user_id = $1 and deleted_at is null and start_at >= $2::date - interval '2 days' and local_date >= $2
      order by start_at desc, id`,
    [userId, since],
  )
  const sets = Map.groupBy(
    await tx.query<Omit<Lift, 'localDate'> & { rpe: number | null }>(
      `select workout_id as "workoutId", exercise_key as "exerciseKey", exercise, reps, weight_grams as "weightGrams", rpe
         from workouts.exercise_set
        where user_id = $1 and exercise_key is not null and workout_id = any($2::uuid[]) order by workout_id, ordinal`,
      [userId, recent.map(({ id }) => id)],
    ),
    ({ workoutId }) => workoutId,
  )
  const latest = new Map<string | null, string>()
  return recent.flatMap(({ id, localDate }) =>
    (sets.get(id) ?? []).flatMap((set) => {
      const from = latest.get(set.exerciseKey) ?? id
      latest.set(set.exerciseKey, from)
      return from === id ? [{ ...set, localDate }] : []
    }),
  )
}

/** A workout of the same sport that began within some minutes of an instant, other than this one. */
export const nearby = async (
  tx: Tx,
  userId: string,
  workout: { id: string; sport: string; startAt: Date },
  minutes: number,
): Promise<string[]> => {
  const rows = await tx.query<{ id: string }>(
    `select id from workouts.workout
      where user_id = $1 and deleted_at is null and sport = $2 and id <> $3 and start_at >= $4 and start_at <= $5
      order by start_at, id limit 20`,
    [
      userId,
      workout.sport,
      workout.id,
      new Date(workout.startAt.getTime() - minutes * 60_000),
      new Date(workout.startAt.getTime() + minutes * 60_000),
    ],
  )
  return rows.map(({ id }) => id)
}
