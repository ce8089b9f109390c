import { z } from 'zod'
import { bestShape } from '../schema.ts'

/** Shapes of what is worked out from workouts: statistics, load, forecast, and the state of the person's training. */

/** A reason by code; `workouts.reason_<code>` is its sentence. `source` names the rule's publication. */
export const reasonShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  source: z.string().nullable(),
})
export type Reason = z.infer<typeof reasonShape>

const totals = {
  workouts: z.number(),
  minutes: z.number(),
  distanceMeters: z.number(),
  elevationGainMeters: z.number(),
  calories: z.number(),
  /** Units of session RPE × minutes. */
  load: z.number(),
}
const weekShape = z.object({
  weekStart: z.string(),
  ...totals,
  planned: z.object({
    sessions: z.number(),
    minutes: z.number(),
    load: z.number(),
    done: z.number(),
    missed: z.number(),
  }),
})
export const statsOutput = z.object({
  from: z.string(),
  to: z.string(),
  sport: z.string().nullable(),
  exercise: z.string().nullable(),
  exerciseKey: z.string().nullable(),
  fact: z.object({
    ...totals,
    /** Workouts in the period that say nothing of it: no sum pretends they were zero. */
    withoutDuration: z.number(),
    withoutDistance: z.number(),
    withoutCalories: z.number(),
    withoutLoad: z.number(),
    estimatedLoad: z.number(),
  }),
  plan: z.object({
    sessions: z.number(),
    minutes: z.number(),
    load: z.number(),
    done: z.number(),
    missed: z.number(),
    ahead: z.number(),
    /** Percent of the sessions due so far that were done; null when none was due. */
    kept: z.number().nullable(),
  }),
  weeks: z.array(weekShape),
  bySport: z.array(z.object({ sport: z.string(), ...totals })),
  bests: z.array(bestShape),
  last: z.object({ id: z.string(), sport: z.string(), date: z.string() }).nullable(),
  trend: z
    .object({
      metric: z.enum(['one_rep_max_kg', 'speed_kmh', 'minutes']),
      /** Median change a week (Theil–Sen) and whether its 90 % interval leaves out zero. */
      perWeek: z.number(),
      direction: z.enum(['up', 'down', 'flat']),
      points: z.number(),
    })
    .nullable(),
  loadFormula: z.string(),
  workoutIds: z.array(z.string()),
  units: z.enum(['metric', 'imperial']),
})
export type StatsOutput = z.infer<typeof statsOutput>

export const loadOutput = z.object({
  date: z.string(),
  /** Mean daily load of the last 7 and of the last 28 days, each times 7: units a week. */
  acute: z.number(),
  chronic: z.number().nullable(),
  ratio: z.number().nullable(),
  /** `unknown` while there is too little data for a ratio. */
  zone: z.enum(['unknown', 'low', 'usual', 'raised', 'high']),
  advice: reasonShape,
  daysOfData: z.number(),
  daysNeeded: z.number(),
  daysMissing: z.number(),
  /** Sessions of the last 28 days whose load had to be estimated or is unknown. */
  estimated: z.number(),
  withoutLoad: z.number(),
  formula: z.string(),
  caveat: z.string(),
  sources: z.array(z.string()),
  days: z.array(z.object({ date: z.string(), load: z.number() })),
  /** What the latest workout changed in the week's advice; null before the first. */
  refreshedBy: z.object({ workoutId: z.string(), at: z.string() }).nullable(),
})
export type LoadOutput = z.infer<typeof loadOutput>

export const forecastOutput = z.object({
  metric: z.enum(['one_rep_max_kg', 'speed_kmh']),
  subject: z.string(),
  on: z.string(),
  status: z.enum(['ok', 'too_little_data', 'too_far']),
  /** Null unless `status` is ok. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  perWeek: z.number().nullable(),
  latest: z.object({ date: z.string(), value: z.number() }).nullable(),
  points: z.number(),
  pointsNeeded: z.number(),
  spanDays: z.number(),
  spanNeeded: z.number(),
  /** The last day that may be asked about. */
  until: z.string().nullable(),
  method: z.string(),
  units: z.enum(['metric', 'imperial']),
})
export type ForecastOutput = z.infer<typeof forecastOutput>

export const goalOutput = z.object({
  id: z.string(),
  goal: z.string(),
  kind: z.enum(['strength', 'muscle', 'endurance', 'race', 'weight_loss', 'mobility', 'health']),
  sport: z.string().nullable(),
  exerciseKey: z.string().nullable(),
  distanceMeters: z.number().nullable(),
  targetMinutes: z.number().nullable(),
  weightKg: z.number().nullable(),
  sessionsPerWeek: z.number().nullable(),
  sessionMinutes: z.number().nullable(),
  by: z.string().nullable(),
  active: z.boolean(),
  createdAt: z.string(),
  supersededAt: z.string().nullable(),
})
export type GoalOutput = z.infer<typeof goalOutput>

export const equipmentOutput = z.object({
  id: z.string(),
  items: z.array(z.string()),
  itemKeys: z.array(z.string()),
  /** What was not understood and so counts for nothing in plans. */
  unknown: z.array(z.string()),
  active: z.boolean(),
  createdAt: z.string(),
  supersededAt: z.string().nullable(),
})
export type EquipmentOutput = z.infer<typeof equipmentOutput>

export const thresholdsOutput = z.object({
  id: z.string(),
  heartRateMax: z.number().nullable(),
  heartRateRest: z.number().nullable(),
  powerWatts: z.number().nullable(),
  active: z.boolean(),
  createdAt: z.string(),
  supersededAt: z.string().nullable(),
})
export type ThresholdsOutput = z.infer<typeof thresholdsOutput>

export const injuryShape = z.object({
  id: z.string(),
  bodyPart: z.string(),
  bodyPartKey: z.string().nullable(),
  since: z.string(),
  severity: z.number(),
  note: z.string().nullable(),
  status: z.enum(['active', 'healed', 'deleted']),
  healedOn: z.string().nullable(),
  /** Differs after every change; a device sends it back as `baseVersion`. */
  version: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export const injuryOutput = injuryShape.extend({
  /** What undo puts back; null for a new one. */
  previous: injuryShape.nullable(),
  /** Accepted sessions ahead that were planned without knowing of it. */
  plannedAhead: z.number(),
  revision: z.string(),
})
export type InjuryOutput = z.infer<typeof injuryOutput>
export const listInjuriesOutput = z.object({
  items: z.array(injuryShape),
  nextCursor: z.string().nullable(),
  total: z.number(),
})
export type ListInjuriesOutput = z.infer<typeof listInjuriesOutput>

export const profileOutput = z.object({
  goal: goalOutput.nullable(),
  equipment: equipmentOutput.nullable(),
  thresholds: thresholdsOutput.nullable(),
  injuries: z.array(injuryShape),
})
export type ProfileOutput = z.infer<typeof profileOutput>
