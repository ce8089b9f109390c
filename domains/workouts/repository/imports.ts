// Rows that workout files bring: the workout, its laps, its samples.
import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { LapRow, WorkoutRow } from './rows.ts'

/** Stores a workout unless one with its source key is there, deleted or not; whether it was stored. */
export const insertImported = async (tx: Tx, userId: string, row: WorkoutRow): Promise<boolean> => {
  const stored = await tx.query(
    `insert into workouts.workout (id, user_id, sport, sport_word, start_at, local_date, time_zone, duration_seconds,
       moving_seconds, distance_meters, elevation_gain_meters, calories, heart_rate_avg, heart_rate_max, power_avg,
       power_normalised, load_tenths, load_method, trimp_tenths, tss_tenths, zone_seconds, has_samples, source, source_key,
       import_id, revision, plan_session_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21::integer[], $22,
       $23, $24, $25, $25, $26, $27, $27)
     on conflict (user_id, source_key) where source_key is not null do nothing returning id`,
    [
      row.id,
      userId,
      row.sport,
      row.sportWord,
      row.startAt,
      row.localDate,
      row.timeZone,
      row.durationSeconds,
      row.movingSeconds,
      row.distanceMeters,
      row.elevationGainMeters,
      row.calories,
      row.heartRateAvg,
      row.heartRateMax,
      row.powerAvg,
      row.powerNormalised,
      row.loadTenths,
      row.loadMethod,
      row.trimpTenths,
      row.tssTenths,
      row.zoneSeconds,
      row.hasSamples,
      row.source,
      row.sourceKey,
      row.importId,
      row.planSessionId,
      row.createdAt,
    ],
  )
  return stored.length > 0
}

export interface Known {
  id: string
  sourceKey: string | null
  deletedAt: Date | null
  /** How many of its samples are stored. */
  samples: number
}

/** The workout that a file brought under this key before. */
export const knownByKey = async (tx: Tx, userId: string, sourceKey: string): Promise<Known | null> =>
  (
    await tx.query<Known>(
      `select w.id, w.source_key as "sourceKey", w.deleted_at as "deletedAt",
          (select count(*)::int from workouts.sample s where s.user_id = $1 and s.workout_id = w.id) as samples
         from workouts.workout w where w.user_id = $1 and w.source_key = $2`,
      [userId, sourceKey],
    )
  )[0] ?? null

/** Whether the same activity is there from elsewhere: begun within a minute, as long within 2 %. */
export const isKnownActivity = async (
  tx: Tx,
  userId: string,
  { startAt, durationSeconds }: { startAt: Date; durationSeconds: number },
): Promise<boolean> => {
  const rows = await tx.query(
    `select w.id from workouts.workout w
      where w.user_id = $1 and w.deleted_at is null and w.start_at between $2 and $3
        and abs(w.duration_seconds - $4::integer) <= 0.02 * greatest(w.duration_seconds, $4::integer) limit 1`,
    [userId, new Date(startAt.getTime() - 60_000), new Date(startAt.getTime() + 60_000), durationSeconds],
  )
  return rows.length > 0
}

export const insertLaps = async (tx: Tx, userId: string, laps: readonly LapRow[], now: Instant): Promise<void> => {
  if (laps.length === 0) return
  await tx.query(
    `insert into workouts.lap (id, user_id, workout_id, ordinal, kind, sport, start_at, duration_seconds, moving_seconds,
       distance_meters, elevation_gain_meters, calories, heart_rate_avg, heart_rate_max, power_avg, created_at)
     select (e->>'id')::uuid, $1::uuid, (e->>'workoutId')::uuid, (e->>'ordinal')::smallint, e->>'kind', e->>'sport',
       (e->>'startAt')::timestamptz, (e->>'durationSeconds')::integer, (e->>'movingSeconds')::integer,
       (e->>'distanceMeters')::integer, (e->>'elevationGainMeters')::integer, (e->>'calories')::integer,
       (e->>'heartRateAvg')::smallint, (e->>'heartRateMax')::smallint, (e->>'powerAvg')::smallint, $3::timestamptz
     from jsonb_array_elements($2::jsonb) as given(e)`,
    [userId, JSON.stringify(laps), now],
  )
}

export interface NewSample {
  workoutId: string
  at: Date
  heartRate: number | null
  latitude: number | null
  longitude: number | null
  altitude: number | null
  distance: number | null
  speed: number | null
  cadence: number | null
  power: number | null
}

/** Stores the samples that are not there yet. */
export const insertSamples = async (
  tx: Tx,
  userId: string,
  rows: readonly NewSample[],
  now: Instant,
): Promise<void> => {
  await tx.query(
    `insert into workouts.sample (user_id, workout_id, at, heart_rate, latitude, longitude, altitude, distance, speed,
       cadence, power, created_at)
     select $1::uuid, u.workout_id, u.at, u.heart_rate, u.latitude, u.longitude, u.altitude, u.distance, u.speed, u.cadence,
       u.power, $2::timestamptz
       from unnest($3::uuid[], $4::timestamptz[], $5::smallint[], $6::float8[], $7::float8[], $8::real[], $9::float8[],
         $10::real[], $11::smallint[], $12::smallint[])
         as u (workout_id, at, heart_rate, latitude, longitude, altitude, distance, speed, cadence, power)
     on conflict do nothing`,
    [
      userId,
      now,
      rows.map((row) => row.workoutId),
      rows.map((row) => row.at),
      rows.map((row) => row.heartRate),
      rows.map((row) => row.latitude),
      rows.map((row) => row.longitude),
      rows.map((row) => row.altitude),
      rows.map((row) => row.distance),
      rows.map((row) => row.speed),
      rows.map((row) => row.cadence),
      rows.map((row) => row.power),
    ],
  )
}

/** Takes back the workouts of an import that nothing has changed since, with their laps and samples; their ids. */
export const removeImported = async (tx: Tx, userId: string, importId: string): Promise<string[]> => {
  const gone = await tx.query<{ id: string }>(
    'delete from workouts.workout w where w.user_id = $1 and w.import_id = $2 and w.revision = $2 returning w.id',
    [userId, importId],
  )
  const ids = gone.map(({ id }) => id)
  if (ids.length === 0) return []
  await tx.query('delete from workouts.lap l where l.user_id = $1 and l.workout_id = any($2::uuid[])', [userId, ids])
  await tx.query('delete from workouts.sample s where s.user_id = $1 and s.workout_id = any($2::uuid[])', [userId, ids])
  return ids
}
