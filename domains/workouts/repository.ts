import type { Instant } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { EquipmentRow, GoalRow, InjuryRow, ThresholdRow } from './repository/rows.ts'

/** SQL of what a person trains for, with what, and what hurts. Workouts and plans are in `repository/`. */
const GOAL = `id, goal, kind, sport, exercise_key as "exerciseKey", distance_meters as "distanceMeters",
  target_seconds as "targetSeconds", weight_grams as "weightGrams", sessions_per_week as "sessionsPerWeek",
  session_minutes as "sessionMinutes", by_date as "byDate", replaced_id as "replacedId", created_at as "createdAt",
  superseded_at as "supersededAt"`
const EQUIPMENT = `id, items, item_keys as "itemKeys", replaced_id as "replacedId", created_at as "createdAt",
  superseded_at as "supersededAt"`
const THRESHOLD = `id, heart_rate_max as "heartRateMax", heart_rate_rest as "heartRateRest", power_watts as "powerWatts",
  replaced_id as "replacedId", created_at as "createdAt", superseded_at as "supersededAt"`
const INJURY = `id, body_part_key as "bodyPartKey", body_part as "bodyPart", since, severity, note, status,
  healed_on as "healedOn", revision, created_at as "createdAt", updated_at as "updatedAt"`

export const goalNow = async (tx: Tx, userId: string): Promise<GoalRow | null> =>
  (
    await tx.query<GoalRow>(`select ${GOAL} from workouts.goal where user_id = $1 and superseded_at is null`, [userId])
  )[0] ?? null
export const equipmentNow = async (tx: Tx, userId: string): Promise<EquipmentRow | null> =>
  (
    await tx.query<EquipmentRow>(
      `select ${EQUIPMENT} from workouts.equipment where user_id = $1 and superseded_at is null`,
      [userId],
    )
  )[0] ?? null
export const thresholdsNow = async (tx: Tx, userId: string): Promise<ThresholdRow | null> =>
  (
    await tx.query<ThresholdRow>(
      `select ${THRESHOLD} from workouts.threshold where user_id = $1 and superseded_at is null`,
      [userId],
    )
  )[0] ?? null

/** Each of these holds one row at a time: the new one takes the place of the one before. */
export const replaceGoal = async (tx: Tx, userId: string, goal: GoalRow): Promise<void> => {
  await tx.query('update workouts.goal set superseded_at = $2 where user_id = $1 and superseded_at is null', [
    userId,
    goal.createdAt,
  ])
  await tx.query(
    `insert into workouts.goal (id, user_id, goal, kind, sport, exercise_key, distance_meters, target_seconds,
       weight_grams, sessions_per_week, session_minutes, by_date, replaced_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      goal.id,
      userId,
      goal.goal,
      goal.kind,
      goal.sport,
      goal.exerciseKey,
      goal.distanceMeters,
      goal.targetSeconds,
      goal.weightGrams,
      goal.sessionsPerWeek,
      goal.sessionMinutes,
      goal.byDate,
      goal.replacedId,
      goal.createdAt,
    ],
  )
}
export const replaceEquipment = async (tx: Tx, userId: string, equipment: EquipmentRow): Promise<void> => {
  await tx.query('update workouts.equipment set superseded_at = $2 where user_id = $1 and superseded_at is null', [
    userId,
    equipment.createdAt,
  ])
  await tx.query(
    `insert into workouts.equipment (id, user_id, items, item_keys, replaced_id, created_at)
     values ($1, $2, $3::text[], $4::text[], $5, $6)`,
    [equipment.id, userId, equipment.items, equipment.itemKeys, equipment.replacedId, equipment.createdAt],
  )
}
export const replaceThresholds = async (tx: Tx, userId: string, row: ThresholdRow): Promise<void> => {
  await tx.query('update workouts.threshold set superseded_at = $2 where user_id = $1 and superseded_at is null', [
    userId,
    row.createdAt,
  ])
  await tx.query(
    `insert into workouts.threshold (id, user_id, heart_rate_max, heart_rate_rest, power_watts, replaced_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, userId, row.heartRateMax, row.heartRateRest, row.powerWatts, row.replacedId, row.createdAt],
  )
}

const DROP = {
  goal: 'delete from workouts.goal where user_id = $1 and id = $2 and superseded_at is null returning replaced_id as "replacedId"',
  equipment:
    'delete from workouts.equipment where user_id = $1 and id = $2 and superseded_at is null returning replaced_id as "replacedId"',
  threshold:
    'delete from workouts.threshold where user_id = $1 and id = $2 and superseded_at is null returning replaced_id as "replacedId"',
}
const REVIVE = {
  goal: 'update workouts.goal set superseded_at = null where user_id = $1 and id = $2',
  equipment: 'update workouts.equipment set superseded_at = null where user_id = $1 and id = $2',
  threshold: 'update workouts.threshold set superseded_at = null where user_id = $1 and id = $2',
}
/** Takes the row that holds now away and puts the one it replaced back. False when it does not hold any more. */
export const takeBack = async (tx: Tx, userId: string, table: keyof typeof DROP, id: string): Promise<boolean> => {
  const [gone] = await tx.query<{ replacedId: string | null }>(DROP[table], [userId, id])
  if (!gone) return false
  if (gone.replacedId !== null) await tx.query(REVIVE[table], [userId, gone.replacedId])
  return true
}

export const listInjuries = (tx: Tx, userId: string, status: 'active' | 'healed' | 'all'): Promise<InjuryRow[]> =>
  tx.query<InjuryRow>(
    `select ${INJURY} from workouts.injury
      where user_id = $1 and status <> 'deleted' and ($2 = 'all' or status = $2) order by since desc, created_at desc, id`,
    [userId, status],
  )
export const findInjury = async (tx: Tx, userId: string, id: string): Promise<InjuryRow | null> =>
  (
    await tx.query<InjuryRow>(`select ${INJURY} from workouts.injury where user_id = $1 and id = $2 for update`, [
      userId,
      id,
    ])
  )[0] ?? null
/** Makes the stored injury be exactly this. */
export const saveInjury = async (tx: Tx, userId: string, injury: InjuryRow): Promise<void> => {
  await tx.query(
    `insert into workouts.injury (id, user_id, body_part_key, body_part, since, severity, note, status, healed_on, revision,
       created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (id) do update set body_part_key = excluded.body_part_key, body_part = excluded.body_part,
       since = excluded.since, severity = excluded.severity, note = excluded.note, status = excluded.status,
       healed_on = excluded.healed_on, revision = excluded.revision, updated_at = excluded.updated_at`,
    [
      injury.id,
      userId,
      injury.bodyPartKey,
      injury.bodyPart,
      injury.since,
      injury.severity,
      injury.note,
      injury.status,
      injury.healedOn,
      injury.revision,
      injury.createdAt,
      injury.updatedAt,
    ],
  )
}

/** Removes an injury that nothing has changed since; false when something has. */
export const dropInjury = async (tx: Tx, userId: string, id: string, revision: string): Promise<boolean> =>
  (
    await tx.query('delete from workouts.injury where user_id = $1 and id = $2 and revision = $3 returning id', [
      userId,
      id,
      revision,
    ])
  ).length === 1

/** The advice of a week as the latest workout left it. */
export interface WeekAdvice {
  weekStart: string
  workoutId: string | null
  acuteTenths: number
  chronicTenths: number | null
  ratio: number | null
  advice: string
  refreshed: number
  updatedAt: Instant
}
export const adviceOf = async (tx: Tx, userId: string, weekStart: string): Promise<WeekAdvice | null> =>
  (
    await tx.query<WeekAdvice>(
      `select week_start as "weekStart", workout_id as "workoutId", acute_tenths as "acuteTenths",
         chronic_tenths as "chronicTenths", ratio, advice, refreshed, updated_at as "updatedAt"
       from workouts.week_advice where user_id = $1 and week_start = $2`,
      [userId, weekStart],
    )
  )[0] ?? null
/** Stores a week's advice; the same workout again changes nothing. */
export const saveAdvice = async (tx: Tx, userId: string, advice: Omit<WeekAdvice, 'refreshed'>): Promise<void> => {
  await tx.query(
    `insert into workouts.week_advice (user_id, week_start, workout_id, acute_tenths, chronic_tenths, ratio, advice,
       created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (user_id, week_start) do update set workout_id = excluded.workout_id,
       acute_tenths = excluded.acute_tenths, chronic_tenths = excluded.chronic_tenths, ratio = excluded.ratio,
       advice = excluded.advice, refreshed = workouts.week_advice.refreshed + 1, updated_at = excluded.updated_at
     where workouts.week_advice.workout_id is distinct from excluded.workout_id`,
    [
      userId,
      advice.weekStart,
      advice.workoutId,
      advice.acuteTenths,
      advice.chronicTenths,
      advice.ratio,
      advice.advice,
      advice.updatedAt,
    ],
  )
}
