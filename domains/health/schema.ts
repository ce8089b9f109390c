import { z } from 'zod'

/** Shapes of health: what tools take and give. Rows as stored are in repository/. */

/** What a person names; a device also gives a resting pulse, which a person says as a heart_rate at rest. */
const LOGGED_KINDS = [
  'weight',
  'steps',
  'water',
  'heart_rate',
  'blood_pressure',
  'temperature',
  'glucose',
  'spo2',
] as const
export const METRIC_KINDS = [...LOGGED_KINDS, 'resting_heart_rate'] as const
export type MetricKind = (typeof METRIC_KINDS)[number]

const SOURCES = ['person', 'apple_health', 'health_connect', 'google_fit', 'csv'] as const
export type Source = (typeof SOURCES)[number]

export const TREND_METRICS = ['sleep', 'mood', 'stress', 'energy', ...METRIC_KINDS] as const
export type TrendMetric = (typeof TREND_METRICS)[number]

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
const scale = (max: number) => z.int().min(1).max(max)
const cursor = z.string().max(200).optional()
const limit = z.int().min(1).max(500).optional()
const note = text(2_000).optional()
const at = instant.describe('When, RFC 3339 with offset; left out means now').optional()

// Inputs

export const logSleepInput = z.strictObject({
  start: instant.describe('Fell asleep, RFC 3339 with offset').optional(),
  end: instant.describe('Woke up, RFC 3339 with offset').optional(),
  date: date.describe('Local day of waking, when only the length is known; default today').optional(),
  durationMinutes: z.number().positive().max(100_000).describe('Length, when start and end are not known').optional(),
  quality: scale(5).describe('1 bad … 5 very good').optional(),
  nap: z.boolean().describe('A nap in the daytime').optional(),
  note,
})
export type LogSleep = z.infer<typeof logSleepInput>

export const logMoodInput = z.strictObject({
  mood: scale(10).describe('1 very bad … 10 excellent').optional(),
  stress: scale(10).describe('1 calm … 10 extreme').optional(),
  energy: scale(10).describe('1 exhausted … 10 full of energy').optional(),
  note,
  at,
})
export type LogMood = z.infer<typeof logMoodInput>

export const logSymptomInput = z.strictObject({
  symptom: text(200).min(1).describe('In the words of the person: "головная боль"'),
  severity: scale(10).describe('1 barely noticed … 10 unbearable').optional(),
  since: date.describe('Local day it began').optional(),
  note,
})
export type LogSymptom = z.infer<typeof logSymptomInput>

export const CONTEXTS = ['rest', 'exercise', 'fasting', 'after_meal'] as const
export type Context = (typeof CONTEXTS)[number]
const value = z.union([z.number(), z.strictObject({ systolic: z.number(), diastolic: z.number() })])
const unit = text(20).describe('As said: кг, lb, стакан, cups, °F, mg/dL, mmHg …').optional()

export const logMetricInput = z.strictObject({
  kind: z.enum(LOGGED_KINDS),
  value: value.describe('The figure as said; {systolic, diastolic} for blood_pressure'),
  unit,
  at,
  context: z.enum(CONTEXTS).describe('Pulse: rest or exercise. Glucose: fasting or after_meal').optional(),
  note,
})
export type LogMetric = z.infer<typeof logMetricInput>

export const updateEntryInput = z.strictObject({
  id,
  value: value.optional(),
  unit,
  at,
  mood: scale(10).optional(),
  stress: scale(10).optional(),
  energy: scale(10).optional(),
  severity: scale(10).describe('Of a symptom').optional(),
  quality: scale(5).describe('Of sleep').optional(),
  durationMinutes: z.number().positive().max(1440).describe('Of sleep').optional(),
  note: text(2_000).nullable().optional(),
})
export type UpdateEntry = z.infer<typeof updateEntryInput>

export const byIdInput = z.strictObject({ id })
export type ById = z.infer<typeof byIdInput>

const ENTRY_KINDS = ['sleep', 'mood', 'symptom', ...METRIC_KINDS] as const
export const listEntriesInput = z.strictObject({
  kind: z.enum(ENTRY_KINDS).describe('Left out means everything').optional(),
  from: date.optional(),
  to: date.optional(),
  includeDeleted: z.boolean().optional(),
  limit,
  cursor,
})
export type ListEntries = z.infer<typeof listEntriesInput>

export const addHabitInput = z.strictObject({
  title: text(120).min(1),
  target: z.number().positive().max(1_000_000).describe('How many times or units per period; default 1').optional(),
  unit: text(20).describe('Of the target: times when left out; минут, стаканов, pages').optional(),
  period: z.enum(['day', 'week']).describe('Default day').optional(),
})
export type AddHabit = z.infer<typeof addHabitInput>

export const logHabitInput = z.strictObject({
  id: id.optional(),
  title: text(120).min(1).describe('The habit in words, when its id is not known').optional(),
  amount: z.number().positive().max(1_000_000).describe('How many times or units; default 1').optional(),
  date: date.describe('Local day; default today').optional(),
  note,
})
export type LogHabit = z.infer<typeof logHabitInput>

export const listHabitsInput = z.strictObject({ limit, cursor })
export type ListHabits = z.infer<typeof listHabitsInput>

export const getTrendInput = z.strictObject({
  metric: z.enum(TREND_METRICS),
  from: date.describe('Default 29 days before to').optional(),
  to: date.describe('Default today').optional(),
})
export type GetTrend = z.infer<typeof getTrendInput>

export const getDayInput = z.strictObject({ date: date.describe('Default today').optional() })
export type GetDay = z.infer<typeof getDayInput>

export const PLACES = ['home', 'office', 'outdoors', 'transport'] as const
export type Place = (typeof PLACES)[number]
export const suggestBreakInput = z.strictObject({
  minutes: z.number().min(1).max(60).describe('How long there is; a break takes under 10').optional(),
  place: z.enum(PLACES).optional(),
})
export type SuggestBreak = z.infer<typeof suggestBreakInput>

export const declineBreakInput = z.strictObject({ id: id.describe('Default: the last one offered today').optional() })
export type DeclineBreak = z.infer<typeof declineBreakInput>

export const addConditionInput = z.strictObject({
  name: text(200).min(1).describe('In the words of the person: "астма", "pregnancy", "болит колено после травмы"'),
  since: date.optional(),
  severity: text(50).describe('mild, moderate, severe or in words').optional(),
  kind: z.enum(['condition', 'injury']).describe('injury for what was hurt; else left out').optional(),
})
export type AddCondition = z.infer<typeof addConditionInput>

export const addMedicationInput = z.strictObject({
  name: text(200).min(1),
  dose: text(100).describe('As prescribed, in words: "50 мг"').optional(),
  schedule: text(200).describe('In words: "утром и вечером"').optional(),
})
export type AddMedication = z.infer<typeof addMedicationInput>

export const addAllergyInput = z.strictObject({
  name: text(200).min(1).describe('To what: "арахис", "penicillin"'),
  reaction: text(200).describe('What happens: "сыпь", "anaphylaxis"').optional(),
  severity: text(50).optional(),
})
export type AddAllergy = z.infer<typeof addAllergyInput>

export const getSafetyProfileInput = z.strictObject({ includeRemoved: z.boolean().optional() })
export type GetSafetyProfile = z.infer<typeof getSafetyProfileInput>

// Outputs

/** Rows that can be put back: null when the call changed nothing. */
const changeId = z.string().nullable()
/** Differs after every change of a row; a device sends it back as `baseVersion`. */
const version = z.string()
const stamps = { version, createdAt: z.string(), updatedAt: z.string(), deletedAt: z.string().nullable() }

export const sleepShape = z.object({
  id: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  /** Local day of waking. */
  date: z.string(),
  timeZone: z.string(),
  durationMinutes: z.number(),
  quality: z.number().nullable(),
  nap: z.boolean(),
  stages: z.record(z.string(), z.number()).nullable(),
  note: z.string().nullable(),
  source: z.string(),
  device: z.string().nullable(),
  ...stamps,
})
export type SleepShape = z.infer<typeof sleepShape>
export const logSleepOutput = sleepShape.extend({
  changeId,
  /** The length of the same night that this row replaced. */
  replacedMinutes: z.number().nullable(),
  /** Sleep of the night as it counts now, all its rows and sources together. */
  nightMinutes: z.number().nullable(),
})
export type LoggedSleep = z.infer<typeof logSleepOutput>

export const checkinShape = z.object({
  id: z.string(),
  at: z.string(),
  date: z.string(),
  mood: z.number().nullable(),
  stress: z.number().nullable(),
  energy: z.number().nullable(),
  note: z.string().nullable(),
  source: z.string(),
  ...stamps,
})
export type CheckinShape = z.infer<typeof checkinShape>
export const logMoodOutput = checkinShape.extend({ changeId })
export type LoggedMood = z.infer<typeof logMoodOutput>

export const symptomShape = z.object({
  id: z.string(),
  symptom: z.string(),
  severity: z.number().nullable(),
  since: z.string().nullable(),
  at: z.string(),
  date: z.string(),
  note: z.string().nullable(),
  source: z.string(),
  ...stamps,
})
export type SymptomShape = z.infer<typeof symptomShape>
export const logSymptomOutput = symptomShape.extend({ changeId })
export type LoggedSymptom = z.infer<typeof logSymptomOutput>

/** A figure in the person's units, as it is said. */
export const figureShape = z.object({ value: z.number(), value2: z.number().nullable(), unit: z.string() })
export type Figure = z.infer<typeof figureShape>

export const metricShape = z.object({
  id: z.string(),
  kind: z.enum(METRIC_KINDS),
  /** In the canonical unit; systolic of a blood pressure. */
  value: z.number(),
  /** Diastolic. */
  value2: z.number().nullable(),
  unit: z.string(),
  shown: figureShape,
  at: z.string(),
  date: z.string(),
  context: z.enum(CONTEXTS).nullable(),
  note: z.string().nullable(),
  source: z.string(),
  device: z.string().nullable(),
  ...stamps,
})
export type MetricShape = z.infer<typeof metricShape>
export const logMetricOutput = metricShape.extend({
  changeId,
  /** Of steps and water: the day's total after it, in the person's units. */
  total: figureShape.nullable(),
  /** The usual range it is outside of, with its source; not an alarm and no diagnosis. */
  beyond: z.object({ rule: z.string(), source: z.string() }).nullable(),
  /** The alarm it raises, by the rule of knowledge/alarms.ts. */
  alarm: z.string().nullable(),
})
export type LoggedMetric = z.infer<typeof logMetricOutput>

const entryShape = z.object({
  id: z.string(),
  kind: z.enum(ENTRY_KINDS),
  at: z.string(),
  date: z.string(),
  status: z.enum(['active', 'deleted']),
  source: z.string(),
  note: z.string().nullable(),
  version,
  deletedAt: z.string().nullable(),
  sleep: sleepShape.nullable(),
  checkin: checkinShape.nullable(),
  symptom: symptomShape.nullable(),
  metric: metricShape.nullable(),
})
export type Entry = z.infer<typeof entryShape>
export const entryOutput = entryShape.extend({ changeId, previous: entryShape, alarm: z.string().nullable() })
export type ChangedEntry = z.infer<typeof entryOutput>
export const listEntriesOutput = z.object({ items: z.array(entryShape), nextCursor: z.string().nullable() })
export type ListedEntries = z.infer<typeof listEntriesOutput>

export const habitShape = z.object({
  id: z.string(),
  title: z.string(),
  target: z.number(),
  unit: z.string().nullable(),
  period: z.enum(['day', 'week']),
  startedOn: z.string(),
  active: z.boolean(),
  /** Done in the current day or week. */
  done: z.number(),
  met: z.boolean(),
  /** Periods in a row that met the target; one missed period is forgiven (engine/habits.ts). */
  streak: z.number(),
  /** Of the last 30 days or 12 weeks since it began: periods that met the target, and all of them. */
  kept: z.number(),
  periods: z.number(),
  ...stamps,
})
export type HabitShape = z.infer<typeof habitShape>
export const habitOutput = habitShape.extend({ changeId, known: z.boolean() })
export type HabitOutput = z.infer<typeof habitOutput>
export const logHabitOutput = z.object({
  id: z.string(),
  habitId: z.string(),
  amount: z.number(),
  date: z.string(),
  note: z.string().nullable(),
  ...stamps,
  habit: habitShape,
  changeId,
})
export type LoggedHabit = z.infer<typeof logHabitOutput>
export const listHabitsOutput = z.object({ items: z.array(habitShape), nextCursor: z.string().nullable() })
export type ListedHabits = z.infer<typeof listHabitsOutput>

const latestShape = metricShape.extend({
  /** Older than its kind stays meaningful (engine/freshness.ts). */
  stale: z.boolean(),
  ageHours: z.number(),
})
export const trendOutput = z.object({
  metric: z.enum(TREND_METRICS),
  from: z.string(),
  to: z.string(),
  /** Of the values below: the person's units; minutes for sleep; 1–10 for mood, stress and energy. */
  unit: z.string(),
  points: z.array(z.object({ date: z.string(), value: z.number(), value2: z.number().nullable() })),
  average: z.number().nullable(),
  average2: z.number().nullable(),
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  daysWithData: z.number(),
  daysMissing: z.number(),
  /** Null while there are too few days to say (engine/trend.ts). */
  direction: z.enum(['up', 'down', 'flat']).nullable(),
  /** First and last week's averages compared, in `unit`; null without a direction. */
  change: z.number().nullable(),
  sources: z.array(z.string()),
  /** The last measurement up to the end of the period; null for sleep and feelings. */
  latest: latestShape.nullable(),
})
export type Trend = z.infer<typeof trendOutput>

export const dayOutput = z.object({
  date: z.string(),
  sleep: z
    .object({
      minutes: z.number().nullable(),
      napMinutes: z.number(),
      quality: z.number().nullable(),
      sources: z.array(z.string()),
      ids: z.array(z.string()),
    })
    .nullable(),
  checkins: z.array(checkinShape),
  symptoms: z.array(symptomShape),
  /** What was measured on this day: totals of steps and water, else the mean. */
  metrics: z.array(
    z.object({
      kind: z.enum(METRIC_KINDS),
      shown: figureShape,
      samples: z.number(),
      lastAt: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  /** The last known value of each kind up to the end of this day, with its time and source. */
  latest: z.array(latestShape),
  habits: z.array(habitShape),
})
export type Day = z.infer<typeof dayOutput>

export const breakOutput = z.object({
  /** Null when nothing is left to offer today. */
  id: z.string().nullable(),
  technique: z.string().nullable(),
  kind: z.enum(['breathing', 'meditation', 'movement', 'rest']).nullable(),
  minutes: z.number().nullable(),
  steps: z.number(),
  /** The rows the choice rests on. */
  reasons: z.array(
    z.object({
      fact: z.string(),
      value: z.number().nullable(),
      ref: z.object({ domain: z.string(), id: z.string() }).nullable(),
    }),
  ),
  /** What was left out because of the safety profile. */
  excluded: z.array(z.object({ technique: z.string(), because: z.string() })),
  source: z.string().nullable(),
  date: z.string(),
  status: z.enum(['offered', 'declined', 'none']),
  changeId,
})
export type BreakOutput = z.infer<typeof breakOutput>

export const safetyFactShape = z.object({
  id: z.string(),
  kind: z.enum(['condition', 'medication', 'allergy', 'injury']),
  /** The person's own words. */
  name: z.string(),
  /** Canonical name in knowledge/, or the words themselves when they are not known there. */
  key: z.string(),
  recognised: z.boolean(),
  severity: z.string().nullable(),
  since: z.string().nullable(),
  dose: z.string().nullable(),
  schedule: z.string().nullable(),
  reaction: z.string().nullable(),
  status: z.enum(['active', 'removed']),
  ...stamps,
})
export type SafetyFactShape = z.infer<typeof safetyFactShape>
export const safetyFactOutput = safetyFactShape.extend({
  changeId,
  /** It was in the profile before this call. */
  known: z.boolean(),
})
export type SafetyFactOutput = z.infer<typeof safetyFactOutput>
export const safetyProfileOutput = z.object({
  items: z.array(safetyFactShape),
  nextCursor: z.null(),
})
export type SafetyProfile = z.infer<typeof safetyProfileOutput>

// Events

export const events = {
  'health.metric_logged': z.object({ id, kind: z.enum(METRIC_KINDS), value: z.number(), at: z.string() }),
  'health.sleep_logged': z.object({ id, date, minutes: z.number() }),
  'health.checkin_logged': z.object({ id, date }),
  'health.habit_logged': z.object({ id, habitId: id, date, met: z.boolean() }),
  'health.safety_fact_changed': z.object({ id, kind: z.string(), key: z.string(), active: z.boolean() }),
}
