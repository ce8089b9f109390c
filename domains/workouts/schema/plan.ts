import { z } from 'zod'
import { reasonShape } from './insight.ts'

/** Shapes of a week plan: what is proposed, what was left out, and what was accepted. */

export const plannedExercise = z.object({
  /** Key of the catalogue. */
  key: z.string(),
  name: z.string(),
  sets: z.number(),
  reps: z.number().nullable(),
  seconds: z.number().nullable(),
  /** Working weight where the person's own sets give one; null: choose by the target effort. */
  weightKg: z.number().nullable(),
  rpe: z.number(),
  restSeconds: z.number(),
  muscles: z.array(z.string()),
  reason: reasonShape,
})
export type PlannedExercise = z.infer<typeof plannedExercise>

export const plannedSession = z.object({
  /** The id that `blockIds` of workouts_accept_plan takes. */
  id: z.string(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  durationMinutes: z.number(),
  kind: z.enum(['strength', 'endurance', 'long', 'intervals', 'mobility', 'walk']),
  sport: z.string(),
  title: z.string(),
  distanceMeters: z.number().nullable(),
  rpe: z.number(),
  /** Units of session RPE × minutes. */
  load: z.number(),
  exercises: z.array(plannedExercise),
  reasons: z.array(reasonShape),
})
export type PlannedSession = z.infer<typeof plannedSession>

export const planExclusion = z.object({
  key: z.string(),
  name: z.string(),
  reason: reasonShape,
  /** What does the same work instead, when the plan has it. */
  substitute: z.string().nullable(),
})
export type PlanExclusion = z.infer<typeof planExclusion>

export const planOutput = z.object({
  /** The plan as a row: the same as `planId`. */
  id: z.string().nullable(),
  /** Null when nothing may be proposed; `refusal` says why. */
  planId: z.string().nullable(),
  status: z.enum(['proposed', 'accepted', 'superseded', 'refused']),
  refusal: reasonShape.nullable(),
  weekStart: z.string(),
  weekEnd: z.string(),
  expiresAt: z.string().nullable(),
  sessions: z.array(plannedSession),
  exclusions: z.array(planExclusion),
  /** Days without a session and why. */
  restDays: z.array(z.object({ date: z.string(), reason: reasonShape })),
  /** What shaped the week as a whole: goal, load, deload, caution. */
  reasons: z.array(reasonShape),
  /** What the plan would need to know. */
  questions: z.array(reasonShape),
  load: z.object({
    planned: z.number(),
    /** What the week may hold; null without enough history. */
    limit: z.number().nullable(),
    acute: z.number(),
    chronic: z.number().nullable(),
    ratio: z.number().nullable(),
  }),
  goal: z.string().nullable(),
  rulesVersion: z.string(),
  units: z.enum(['metric', 'imperial']),
})
export type PlanOutput = z.infer<typeof planOutput>

export const acceptPlanOutput = z.object({
  id: z.string(),
  planId: z.string(),
  status: z.literal('accepted'),
  weekStart: z.string(),
  sessions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: z.string(),
      start: z.string(),
      end: z.string(),
      eventId: z.string().nullable(),
      conflicts: z.array(z.string()),
    }),
  ),
  /** Sessions of the proposal that were not taken. */
  leftOut: z.number(),
  revision: z.string(),
})
export type AcceptPlanOutput = z.infer<typeof acceptPlanOutput>
