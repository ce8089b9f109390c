import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { LapRow, SetRow, WorkoutRow } from './rows.ts'

/** SQL of workouts, their sets and laps, and of what a write replaced. */
const WORKOUT = `w.id, w.sport, w.sport_word as "sportWord", w.start_at as "startAt", w.local_date as "localDate",
  w.time_zone as "timeZone", w.duration_seconds as "durationSeconds", w.moving_seconds as "movingSeconds",
  w.distance_meters as "distanceMeters", w.elevation_gain_meters as "elevationGainMeters", w.calories, w.rpe,
  w.heart_rate_avg as "heartRateAvg", w.heart_rate_max as "heartRateMax", w.power_avg as "powerAvg",
  w.power_normalised as "powerNormalised", w.load_tenths as "loadTenths", w.load_method as "loadMethod",
  w.trimp_tenths as "trimpTenths", w.tss_tenths as "tssTenths", w.zone_seconds as "zoneSeconds",
  w.has_samples as "hasSamples", w.notes, w.source, w.source_key as "sourceKey", w.import_id as "importId",
  w.plan_session_id as "planSessionId", w.revision, w.created_at as "createdAt", w.updated_at as "updatedAt",
  w.deleted_at as "deletedAt"`
const SET = `s.id, s.workout_id as "workoutId", s.ordinal, s.exercise_key as "exerciseKey", s.exercise, s.reps, s.seconds,
  s.weight_grams as "weightGrams", s.rpe`
const ONE = `select ${WORKOUT} from workouts.workout w where w.user_id = $1 and w.id = $2`
const ONE_LOCKED = `${ONE} for update`
const SPAN = `select ${WORKOUT} from workouts.workout w
  where w.user_id = $1 and w.deleted_at is null and w.start_at >= $2 and w.start_at < $3
    and ($4::text[] is null or w.sport = any($4))
  order by w.start_at desc, w.id`
const FILTERED = `from workouts.workout w
  where w.user_id = $1 and ($2 = 'all' or (w.deleted_at is null) = ($2 = 'done'))
    and ($3::date is null or w.local_date >= $3) and ($4::date is null or w.local_date <= $4)
    and ($5::text is null or w.sport = $5)
    and ($6::uuid[] is null or w.id = any($6))`
const LISTED = `select ${WORKOUT} ${FILTERED} order by w.start_at desc, w.id limit $7 offset $8`
const COUNTED = `select count(*)::int as n ${FILTERED}`
const SETS = `select ${SET} from workouts.exercise_set s
  where s.user_id = $1 and s.workout_id = any($2::uuid[]) order by s.workout_id, s.ordinal`

/** How long a change can be put back; a little over the 24 h people are promised. */
const KEPT_MS = 48 * 3_600_000

export const findWorkout = async (
  tx: Tx,
  userId: string,
  id: string,
  lock: 'read' | 'write',
): Promise<WorkoutRow | null> =>
  (await tx.query<WorkoutRow>(lock === 'write' ? ONE_LOCKED : ONE, [userId, id]))[0] ?? null

/** The workout that a program has sent under this key before, deleted or not. */
export const findBySource = async (tx: Tx, userId: string, sourceKey: string): Promise<WorkoutRow | null> =>
  (
    await tx.query<WorkoutRow>(`select ${WORKOUT} from workouts.workout w where w.user_id = $1 and w.source_key = $2`, [
      userId,
      sourceKey,
    ])
  )[0] ?? null

/** Workouts that began in [from, to), newest first; `sports` null means all. */
export const workoutsBetween = (
  tx: Tx,
  userId: string,
  from: Instant,
  to: Instant,
  sports: readonly string[] | null = null,
): Promise<WorkoutRow[]> => tx.query<WorkoutRow>(SPAN, [userId, from, to, sports])

export interface ListFilter {
  status: 'done' | 'deleted' | 'all'
  from: string | null
  to: string | null
  sport: string | null
  /** Null means any; see `workoutsWith`. */
  ids: readonly string[] | null
}
const filterParams = (userId: string, filter: ListFilter): unknown[] => [
  userId,
  filter.status,
  filter.from,
  filter.to,
  filter.sport,
  filter.ids,
]
/** Workouts newest first; `page` null means all of them. */
export const listWorkouts = (
  tx: Tx,
  userId: string,
  filter: ListFilter,
  page: { limit: number; offset: number } | null,
): Promise<WorkoutRow[]> =>
  tx.query<WorkoutRow>(LISTED, [...filterParams(userId, filter), page?.limit ?? null, page?.offset ?? 0])
export const countWorkouts = async (tx: Tx, userId: string, filter: ListFilter): Promise<number> =>
  (await tx.query<{ n: number }>(COUNTED, filterParams(userId, filter)))[0]?.n ?? 0

/** Sets of these workouts, in their order. */
export const setsOf = async (tx: Tx, userId: string, workoutIds: readonly string[]): Promise<SetRow[]> =>
  workoutIds.length === 0 ? [] : tx.query<SetRow>(SETS, [userId, workoutIds])

export const lapsOf = (tx: Tx, userId: string, workoutId: string): Promise<LapRow[]> =>
  tx.query<LapRow>(
    `select id, workout_id as "workoutId", ordinal, kind, sport, start_at as "startAt",
       duration_seconds as "durationSeconds", moving_seconds as "movingSeconds", distance_meters as "distanceMeters",
       elevation_gain_meters as "elevationGainMeters", calories, heart_rate_avg as "heartRateAvg",
       heart_rate_max as "heartRateMax", power_avg as "powerAvg"
     from workouts.lap where user_id = $1 and workout_id = $2 order by kind, ordinal`,
    [userId, workoutId],
  )

/** One line per set with the day of its workout: what records and trends of exercises are made of. */
export interface DatedSet extends SetRow {
  localDate: string
  startAt: Date
}
/**
 * Sets of an exercise in the workouts that began in [from, to). Joined here and not in SQL: the embedded database has no
 * statistics of fresh tables and would compare every set with every workout.
 */
export const datedSets = async (
  tx: Tx,
  userId: string,
  from: Instant,
  to: Instant,
  exerciseKey: string,
): Promise<DatedSet[]> => {
  const days = await tx.query<{ id: string; localDate: string; startAt: Date }>(
    `select id, local_date as "localDate", start_at as "startAt" from workouts.workout
      where user_id = $1 and deleted_at is null and start_at >= $2 and start_at < $3`,
    [userId, from, to],
  )
  const byId = new Map(days.map((day) => [day.id, day]))
  const sets = await tx.query<SetRow>(
    `select ${SET} from workouts.exercise_set s
      where s.user_id = $1 and s.exercise_key = $2 and s.workout_id = any($3::uuid[]) order by s.workout_id, s.ordinal`,
    [userId, exerciseKey, [...byId.keys()]],
  )
  return sets.flatMap((set) => {
    const day = byId.get(set.workoutId)
    return day ? [{ ...set, localDate: day.localDate, startAt: day.startAt }] : []
  })
}

/** Ids of the workouts that had an exercise. */
export const workoutsWith = async (tx: Tx, userId: string, exerciseKey: string): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      'select distinct workout_id as id from workouts.exercise_set where user_id = $1 and exercise_key = $2',
      [userId, exerciseKey],
    )
  ).map(({ id }) => id)

export interface Change {
  id: string
  userId: string
  now: Instant
}

/** Makes the stored workout (and its sets, when given) be exactly this, and keeps what was there under the change's id. */
export const saveWorkout = async (
  tx: Tx,
  change: Change,
  workout: WorkoutRow,
  sets: readonly SetRow[] | null,
): Promise<void> => {
  await tx.query(
    `with aged as (delete from workouts.change where user_id = $2 and created_at < $5)
     insert into workouts.change (id, user_id, workout_id, before_workout, before_sets, created_at)
     select $1, $2, $3, (select to_jsonb(w) from workouts.workout w where w.user_id = $2 and w.id = $3),
       coalesce((select jsonb_agg(to_jsonb(s)) from workouts.exercise_set s
                 where s.user_id = $2 and s.workout_id = $3), '[]'), $4`,
    [change.id, change.userId, workout.id, change.now, new Date(change.now.getTime() - KEPT_MS)],
  )
  await tx.query(UPSERT, workoutParams(workout, change))
  if (sets === null) return
  await tx.query('delete from workouts.exercise_set where user_id = $1 and workout_id = $2', [
    change.userId,
    workout.id,
  ])
  await insertSets(tx, change.userId, sets, change.now)
}

const UPSERT = `insert into workouts.workout (id, user_id, sport, sport_word, start_at, local_date, time_zone,
    duration_seconds, moving_seconds, distance_meters, elevation_gain_meters, calories, rpe, heart_rate_avg, heart_rate_max,
    power_avg, power_normalised, load_tenths, load_method, trimp_tenths, tss_tenths, zone_seconds, has_samples, notes,
    source, source_key, import_id, plan_session_id, revision, created_at, updated_at, deleted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22::integer[],
    $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)
  on conflict (id) do update set sport = excluded.sport, sport_word = excluded.sport_word, start_at = excluded.start_at,
    local_date = excluded.local_date, time_zone = excluded.time_zone, duration_seconds = excluded.duration_seconds,
    moving_seconds = excluded.moving_seconds, distance_meters = excluded.distance_meters,
    elevation_gain_meters = excluded.elevation_gain_meters, calories = excluded.calories, rpe = excluded.rpe,
    heart_rate_avg = excluded.heart_rate_avg, heart_rate_max = excluded.heart_rate_max, power_avg = excluded.power_avg,
    power_normalised = excluded.power_normalised, load_tenths = excluded.load_tenths, load_method = excluded.load_method,
    trimp_tenths = excluded.trimp_tenths, tss_tenths = excluded.tss_tenths, zone_seconds = excluded.zone_seconds,
    has_samples = excluded.has_samples, notes = excluded.notes, plan_session_id = excluded.plan_session_id,
    revision = excluded.revision, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`

const workoutParams = (workout: WorkoutRow, change: Change): unknown[] => [
  workout.id,
  change.userId,
  workout.sport,
  workout.sportWord,
  workout.startAt,
  workout.localDate,
  workout.timeZone,
  workout.durationSeconds,
  workout.movingSeconds,
  workout.distanceMeters,
  workout.elevationGainMeters,
  workout.calories,
  workout.rpe,
  workout.heartRateAvg,
  workout.heartRateMax,
  workout.powerAvg,
  workout.powerNormalised,
  workout.loadTenths,
  workout.loadMethod,
  workout.trimpTenths,
  workout.tssTenths,
  workout.zoneSeconds,
  workout.hasSamples,
  workout.notes,
  workout.source,
  workout.sourceKey,
  workout.importId,
  workout.planSessionId,
  change.id,
  workout.createdAt,
  change.now,
  workout.deletedAt,
]

const insertSets = async (tx: Tx, userId: string, sets: readonly SetRow[], now: Instant): Promise<void> => {
  if (sets.length === 0) return
  await tx.query(
    `insert into workouts.exercise_set (id, user_id, workout_id, ordinal, exercise_key, exercise, reps, seconds,
       weight_grams, rpe, created_at)
     select (e->>'id')::uuid, $1, (e->>'workoutId')::uuid, (e->>'ordinal')::smallint, e->>'exerciseKey', e->>'exercise',
       (e->>'reps')::smallint, (e->>'seconds')::integer, (e->>'weightGrams')::integer, (e->>'rpe')::double precision, $3
     from jsonb_array_elements($2::jsonb) as given(e)`,
    [userId, JSON.stringify(sets), now],
  )
}

/**
 * Puts a workout back exactly as it was before a change. False when the change is unknown, was undone before, or
 * something has changed the workout since.
 */
export const restore = async (tx: Tx, userId: string, changeId: string, now: Instant): Promise<boolean> => {
  const [change] = await tx.query<{ workoutId: string }>(
    `update workouts.change set undone_at = $3 where user_id = $1 and id = $2 and undone_at is null
     returning workout_id as "workoutId"`,
    [userId, changeId, now],
  )
  if (!change) return false
  const gone = await tx.query(
    'delete from workouts.workout where user_id = $1 and id = $2 and revision = $3 returning id',
    [userId, change.workoutId, changeId],
  )
  if (gone.length === 0) return false
  await tx.query('delete from workouts.exercise_set where user_id = $1 and workout_id = $2', [userId, change.workoutId])
  await tx.query(
    `insert into workouts.workout select (jsonb_populate_record(null::workouts.workout, c.before_workout)).*
       from workouts.change c where c.user_id = $1 and c.id = $2 and c.before_workout is not null`,
    [userId, changeId],
  )
  await tx.query(
    `insert into workouts.exercise_set
     select (jsonb_populate_recordset(null::workouts.exercise_set, c.before_sets)).*
       from workouts.change c where c.user_id = $1 and c.id = $2`,
    [userId, changeId],
  )
  return true
}
