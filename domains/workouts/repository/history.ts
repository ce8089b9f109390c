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
  filter: { from: string; to: string; sport: string | null; exerciseKey: string | null },
): Promise<Counted[]> =>
  tx.query<Counted>(
    `select w.id, w.sport, w.local_date as "localDate", w.duration_seconds as "durationSeconds",
       w.distance_meters as "distanceMeters", w.elevation_gain_meters as "elevationGainMeters", w.calories,
       w.load_tenths as "loadTenths", w.load_method as "loadMethod", w.plan_session_id as "planSessionId"
       from workouts.workout w
      where w.user_id = $1 and w.deleted_at is null and w.local_date >= $2 and w.local_date <= $3
        and w.start_at >= $2::date - interval '2 days' and w.start_at < $3::date + interval '3 days'
        and ($4::text is null or w.sport = $4)
        and ($5::text is null or exists (select from workouts.exercise_set s
              where s.user_id = $1 and s.workout_id = w.id and s.exercise_key = $5))
      order by w.start_at desc, w.id`,
    [userId, filter.from, filter.to, filter.sport, filter.exerciseKey],
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

/** The heaviest set of each exercise and number of repetitions, so at most a few dozen rows an exercise. */
export const heaviest = (
  tx: Tx,
  userId: string,
  exerciseKeys: readonly string[],
  except: string | null,
): Promise<Lift[]> =>
  tx.query<Lift>(
    `select distinct on (s.exercise_key, s.reps) s.workout_id as "workoutId", w.local_date as "localDate",
       s.exercise_key as "exerciseKey", s.exercise, s.reps, s.weight_grams as "weightGrams"
       from workouts.exercise_set s join workouts.workout w on w.id = s.workout_id and w.user_id = $1
      where s.user_id = $1 and s.exercise_key = any($2::text[]) and w.deleted_at is null
        and ($3::uuid is null or w.id <> $3)
      order by s.exercise_key, s.reps, s.weight_grams desc nulls last, w.start_at`,
    [userId, exerciseKeys, except],
  )

/** The sets of each exercise in the latest workout that had it, since a day. */
export const latestSets = (tx: Tx, userId: string, since: string): Promise<(Lift & { rpe: number | null })[]> =>
  tx.query<Lift & { rpe: number | null }>(
    `with recent as (
       select id, local_date, start_at from workouts.workout
        where user_id = $1 and deleted_at is null and local_date >= $2),
     latest as (
       select distinct on (s.exercise_key) s.exercise_key, r.id, r.local_date
         from workouts.exercise_set s join recent r on r.id = s.workout_id
        where s.user_id = $1 and s.exercise_key is not null
        order by s.exercise_key, r.start_at desc)
     select s.workout_id as "workoutId", l.local_date as "localDate", s.exercise_key as "exerciseKey", s.exercise, s.reps,
       s.weight_grams as "weightGrams", s.rpe
       from latest l join workouts.exercise_set s on s.user_id = $1 and s.workout_id = l.id and s.exercise_key = l.exercise_key
      order by s.exercise_key, s.ordinal`,
    [userId, since],
  )

/** A workout of the same sport that began within some minutes of an instant, other than this one. */
export const nearby = async (
  tx: Tx,
  userId: string,
  workout: { id: string; sport: string; startAt: Date },
  minutes: number,
): Promise<string | null> =>
  (
    await tx.query<{ id: string }>(
      `select id from workouts.workout
        where user_id = $1 and deleted_at is null and sport = $2 and id <> $3 and start_at >= $4 and start_at <= $5
        order by start_at, id limit 1`,
      [
        userId,
        workout.sport,
        workout.id,
        new Date(workout.startAt.getTime() - minutes * 60_000),
        new Date(workout.startAt.getTime() + minutes * 60_000),
      ],
    )
  )[0]?.id ?? null
