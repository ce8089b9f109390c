/** Rows of the workouts' own schema as they are stored: whole metres, seconds, grams; tenths of a load unit. */

export type LoadMethod = 'session_rpe' | 'heart_rate' | 'sport_default'

export interface WorkoutRow {
  id: string
  sport: string
  sportWord: string | null
  startAt: Date
  localDate: string
  timeZone: string
  durationSeconds: number | null
  movingSeconds: number | null
  distanceMeters: number | null
  elevationGainMeters: number | null
  calories: number | null
  rpe: number | null
  heartRateAvg: number | null
  heartRateMax: number | null
  powerAvg: number | null
  powerNormalised: number | null
  loadTenths: number | null
  loadMethod: LoadMethod | null
  trimpTenths: number | null
  tssTenths: number | null
  zoneSeconds: number[] | null
  hasSamples: boolean
  notes: string | null
  source: string
  sourceKey: string | null
  importId: string | null
  planSessionId: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

export interface SetRow {
  id: string
  workoutId: string
  ordinal: number
  exerciseKey: string | null
  exercise: string
  reps: number | null
  seconds: number | null
  weightGrams: number | null
  rpe: number | null
}

export interface LapRow {
  id: string
  workoutId: string
  ordinal: number
  kind: 'lap' | 'leg'
  sport: string | null
  startAt: Date
  durationSeconds: number | null
  movingSeconds: number | null
  distanceMeters: number | null
  elevationGainMeters: number | null
  calories: number | null
  heartRateAvg: number | null
  heartRateMax: number | null
  powerAvg: number | null
}

export type GoalKind = 'strength' | 'muscle' | 'endurance' | 'race' | 'weight_loss' | 'mobility' | 'health'

export interface GoalRow {
  id: string
  goal: string
  kind: GoalKind
  sport: string | null
  exerciseKey: string | null
  distanceMeters: number | null
  targetSeconds: number | null
  weightGrams: number | null
  sessionsPerWeek: number | null
  sessionMinutes: number | null
  byDate: string | null
  replacedId: string | null
  createdAt: Date
  supersededAt: Date | null
}

export interface EquipmentRow {
  id: string
  items: string[]
  itemKeys: string[]
  replacedId: string | null
  createdAt: Date
  supersededAt: Date | null
}

export interface ThresholdRow {
  id: string
  heartRateMax: number | null
  heartRateRest: number | null
  powerWatts: number | null
  replacedId: string | null
  createdAt: Date
  supersededAt: Date | null
}

export interface InjuryRow {
  id: string
  bodyPartKey: string | null
  bodyPart: string
  since: string
  severity: number
  note: string | null
  status: 'active' | 'healed' | 'deleted'
  healedOn: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
}

export interface PlanSessionRow {
  id: string
  planId: string
  ordinal: number
  date: string
  startAt: Date
  durationMinutes: number
  kind: string
  sport: string
  title: string
  distanceMeters: number | null
  loadTenths: number
  status: 'accepted' | 'cancelled'
  calendarEventId: string | null
}
