import { z } from 'zod'

/** Shapes of workouts: inputs as tools take them, outputs as they give them. Rows as stored are in `repository/rows.ts`. */

/** Postgres text cannot hold NUL; everything else a person types is kept. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes('\u0000'), 'must not contain NUL')
const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const date = z.iso.date()
const page = { limit: z.int().min(1).max(500).optional(), cursor: z.string().max(200).optional() }
const rpe = z.number().min(0).max(10).describe('How hard it felt, 0 rest … 10 maximal (Borg CR-10)')
const heartRate = z.int().min(20).max(260)

const setInput = z.strictObject({
  exercise: text(120).min(1).describe('In the person’s own word: жим лёжа, squat'),
  reps: z.int().min(1).max(1_000).optional(),
  sets: z.int().min(1).max(50).describe('How many such sets; 3×8 is sets 3, reps 8. Default 1').optional(),
  weightKg: z.number().min(0).max(1_000).describe('Kilograms; left out for body weight').optional(),
  seconds: z.int().min(1).max(36_000).describe('For a held exercise such as a plank').optional(),
  rpe: rpe.optional(),
})
export type SetInput = z.infer<typeof setInput>

const workoutFields = {
  sport: text(80).min(1).describe('In the person’s own word: бег, зал, running'),
  start: instant.describe('Default: now minus the duration'),
  durationMinutes: z.number().positive().max(2_880),
  movingMinutes: z.number().positive().max(2_880),
  distanceMeters: z.number().min(0).max(2_000_000),
  elevationGainMeters: z.number().min(0).max(30_000),
  calories: z.number().min(0).max(30_000),
  rpe,
  heartRateAvg: heartRate,
  heartRateMax: heartRate,
  notes: text(2_000),
}

export const logWorkoutInput = z.strictObject({
  sport: workoutFields.sport.optional(),
  start: workoutFields.start.optional(),
  durationMinutes: workoutFields.durationMinutes.optional(),
  movingMinutes: workoutFields.movingMinutes.optional(),
  distanceMeters: workoutFields.distanceMeters.optional(),
  elevationGainMeters: workoutFields.elevationGainMeters.optional(),
  calories: workoutFields.calories.optional(),
  rpe: workoutFields.rpe.optional(),
  heartRateAvg: workoutFields.heartRateAvg.optional(),
  heartRateMax: workoutFields.heartRateMax.optional(),
  sets: z.array(setInput).max(100).optional(),
  notes: workoutFields.notes.optional(),
  sourceKey: z.string().min(1).max(200).describe('Unique name in the program it comes from').optional(),
})
export type LogWorkoutInput = z.infer<typeof logWorkoutInput>

export const updateWorkoutInput = z.strictObject({
  id,
  sport: workoutFields.sport.optional(),
  start: instant.optional(),
  durationMinutes: workoutFields.durationMinutes.optional(),
  movingMinutes: workoutFields.movingMinutes.nullable().optional(),
  distanceMeters: workoutFields.distanceMeters.nullable().optional(),
  elevationGainMeters: workoutFields.elevationGainMeters.nullable().optional(),
  calories: workoutFields.calories.nullable().optional(),
  rpe: workoutFields.rpe.nullable().optional(),
  heartRateAvg: workoutFields.heartRateAvg.nullable().optional(),
  heartRateMax: workoutFields.heartRateMax.nullable().optional(),
  sets: z.array(setInput).max(100).describe('Replaces all sets').optional(),
  notes: workoutFields.notes.nullable().optional(),
})
export type UpdateWorkoutInput = z.infer<typeof updateWorkoutInput>

export const idInput = z.strictObject({ id })
export type IdInput = z.infer<typeof idInput>

export const listWorkoutsInput = z.strictObject({
  from: date.describe('Local day').optional(),
  to: date.describe('Local day, inclusive').optional(),
  sport: text(80).optional(),
  exercise: text(120).optional(),
  query: text(200).optional(),
  status: z.enum(['done', 'deleted', 'all']).describe('Default done').optional(),
  ...page,
})
export type ListWorkoutsInput = z.infer<typeof listWorkoutsInput>

export const setGoalInput = z.strictObject({
  goal: text(300).min(1).describe('In the person’s own words: пробежать 10 км, stronger back'),
  by: date.optional(),
  sport: text(80).optional(),
  exercise: text(120).optional(),
  distanceMeters: z.number().positive().max(2_000_000).optional(),
  targetMinutes: z.number().positive().max(10_000).optional(),
  weightKg: z.number().positive().max(1_000).describe('Weight to be lifted').optional(),
  sessionsPerWeek: z.int().min(1).max(7).optional(),
  sessionMinutes: z.int().min(10).max(300).optional(),
})
export type SetGoalInput = z.infer<typeof setGoalInput>

export const setEquipmentInput = z.strictObject({
  items: z.array(text(80).min(1)).max(60).describe('All that is there; an empty list means body weight only'),
})
export type SetEquipmentInput = z.infer<typeof setEquipmentInput>

export const setThresholdsInput = z.strictObject({
  heartRateMax: z.int().min(80).max(240).describe('Measured maximum, beats a minute').nullable().optional(),
  heartRateRest: z.int().min(25).max(120).nullable().optional(),
  powerWatts: z.int().min(30).max(800).describe('Functional threshold power on the bicycle').nullable().optional(),
})
export type SetThresholdsInput = z.infer<typeof setThresholdsInput>

export const reportInjuryInput = z.strictObject({
  bodyPart: text(80).min(1),
  since: date.optional(),
  severity: z
    .union([z.enum(['mild', 'moderate', 'severe']), z.number().min(1).max(10)])
    .describe('1 barely felt … 10 unbearable, or mild, moderate, severe')
    .optional(),
  note: text(500).optional(),
})
export type ReportInjuryInput = z.infer<typeof reportInjuryInput>

export const healInjuryInput = z.strictObject({
  id: id.optional(),
  bodyPart: text(80).min(1).describe('Instead of the id, when only one such injury is active').optional(),
  healedOn: date.optional(),
})
export type HealInjuryInput = z.infer<typeof healInjuryInput>

export const listInjuriesInput = z.strictObject({ status: z.enum(['active', 'healed', 'all']).optional(), ...page })
export type ListInjuriesInput = z.infer<typeof listInjuriesInput>

export const getProfileInput = z.strictObject({})
export type GetProfileInput = z.infer<typeof getProfileInput>

export const planWeekInput = z.strictObject({
  weekStart: date
    .describe('Any day of the week meant; default: the days left of this week, on Sunday the next')
    .optional(),
  sessions: z.int().min(1).max(7).describe('How many times a week the person wants to train').optional(),
  sessionMinutes: z.int().min(10).max(180).optional(),
})
export type PlanWeekInput = z.infer<typeof planWeekInput>

export const acceptPlanInput = z.strictObject({
  planId: id,
  blockIds: z.array(id).max(14).describe('Only these sessions; default all').optional(),
})
export type AcceptPlanInput = z.infer<typeof acceptPlanInput>

export const getStatsInput = z.strictObject({
  from: date.describe('Local day; default: the Monday four weeks before this one').optional(),
  to: date.describe('Local day, inclusive; default today').optional(),
  sport: text(80).optional(),
  exercise: text(120).optional(),
})
export type GetStatsInput = z.infer<typeof getStatsInput>

export const getLoadInput = z.strictObject({ on: date.describe('Local day, default today').optional() })
export type GetLoadInput = z.infer<typeof getLoadInput>

export const forecastInput = z.strictObject({
  sport: text(80).describe('Forecasts its speed').optional(),
  exercise: text(120).describe('Forecasts its one-repetition maximum').optional(),
  on: date.describe('Day to look at, default four weeks from today').optional(),
})
export type ForecastInput = z.infer<typeof forecastInput>

export const setShape = z.object({
  ordinal: z.number(),
  exercise: z.string(),
  exerciseKey: z.string().nullable(),
  reps: z.number().nullable(),
  seconds: z.number().nullable(),
  weightKg: z.number().nullable(),
  rpe: z.number().nullable(),
  /** Estimated one-repetition maximum in kilograms (Epley 1985), null without weight or over 12 repetitions. */
  oneRepMaxKg: z.number().nullable(),
})
export type SetShape = z.infer<typeof setShape>

export const workoutShape = z.object({
  id: z.string(),
  sport: z.string(),
  sportWord: z.string().nullable(),
  start: z.string(),
  date: z.string(),
  timeZone: z.string(),
  durationMinutes: z.number().nullable(),
  movingMinutes: z.number().nullable(),
  distanceMeters: z.number().nullable(),
  elevationGainMeters: z.number().nullable(),
  calories: z.number().nullable(),
  rpe: z.number().nullable(),
  heartRateAvg: z.number().nullable(),
  heartRateMax: z.number().nullable(),
  powerAvg: z.number().nullable(),
  powerNormalised: z.number().nullable(),
  /** Seconds for a kilometre; for swimming `paceSecondsPer100m`. */
  paceSecondsPerKm: z.number().nullable(),
  paceSecondsPer100m: z.number().nullable(),
  speedKmh: z.number().nullable(),
  /** Units of session RPE × minutes (Foster 2001); `loadMethod` says where the RPE came from. */
  load: z.number().nullable(),
  loadMethod: z.enum(['session_rpe', 'heart_rate', 'sport_default']).nullable(),
  /** Banister's TRIMP and the power-based stress score; shown, never added to totals. */
  trimp: z.number().nullable(),
  tss: z.number().nullable(),
  zoneSeconds: z.array(z.number()).nullable(),
  hasSamples: z.boolean(),
  notes: z.string().nullable(),
  source: z.string(),
  sourceKey: z.string().nullable(),
  importId: z.string().nullable(),
  planSessionId: z.string().nullable(),
  sets: z.array(setShape),
  status: z.enum(['done', 'deleted']),
  /** Differs after every change; a device sends it back as `baseVersion`. */
  version: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type WorkoutShape = z.infer<typeof workoutShape>

export const bestShape = z.object({
  kind: z.enum(['longest_distance', 'longest_time', 'fastest_pace', 'one_rep_max', 'heaviest_set', 'most_reps']),
  sport: z.string(),
  exercise: z.string().nullable(),
  /** Metres, seconds, seconds a kilometre, kilograms or repetitions, by kind. */
  value: z.number(),
  previous: z.number().nullable(),
  /** For the fastest pace: over at least this distance. */
  overMeters: z.number().nullable(),
  workoutId: z.string(),
  date: z.string(),
})
export type BestShape = z.infer<typeof bestShape>

export const workoutOutput = workoutShape.extend({
  /** Which fields this call changed. */
  changed: z.array(z.string()),
  /** Personal bests this workout is. */
  bests: z.array(bestShape),
  /** Another workout of the same sport at about the same time, which may be the same one. */
  similarId: z.string().nullable(),
  /** What is shown of lengths and weights: `metric` or `imperial`. */
  units: z.enum(['metric', 'imperial']),
  /** Names what can be put back; null when nothing was changed. */
  changeId: z.string().nullable(),
})
export type WorkoutOutput = z.infer<typeof workoutOutput>

const lapShape = z.object({
  ordinal: z.number(),
  kind: z.enum(['lap', 'leg']),
  sport: z.string().nullable(),
  start: z.string(),
  durationSeconds: z.number().nullable(),
  movingSeconds: z.number().nullable(),
  distanceMeters: z.number().nullable(),
  elevationGainMeters: z.number().nullable(),
  heartRateAvg: z.number().nullable(),
  heartRateMax: z.number().nullable(),
  powerAvg: z.number().nullable(),
})
export const workoutDetailOutput = workoutShape.extend({
  laps: z.array(lapShape),
  zones: z
    .object({
      method: z.enum(['measured_max', 'age', 'reserve']),
      maximum: z.number(),
      resting: z.number().nullable(),
      bounds: z.array(z.object({ zone: z.number(), from: z.number(), to: z.number() })),
      source: z.string(),
    })
    .nullable(),
  units: z.enum(['metric', 'imperial']),
})
export type WorkoutDetailOutput = z.infer<typeof workoutDetailOutput>

export const listWorkoutsOutput = z.object({
  items: z.array(workoutShape),
  nextCursor: z.string().nullable(),
  /** All that match, also those on other pages. */
  total: z.number(),
  units: z.enum(['metric', 'imperial']),
})
export type ListWorkoutsOutput = z.infer<typeof listWorkoutsOutput>
