import { z } from 'zod'
import { addDays, dayBounds, type Instant, instantAt, type LocalDate } from '../core/time.ts'
import type { User } from '../core/user.ts'

/** What a part of life brings to a day plan. What nobody knows is left out: whoever plans assumes, and says so. */
const minutes = z.number().min(0)
const instant = z.date()
const span = z.strictObject({ start: instant, end: instant })
const spans = z.array(span)
/** Several parts may share a ref: one medicine at two times. */
const ref = z.strictObject({ domain: z.string(), id: z.string() })
const demand = z.enum(['low', 'medium', 'high'])
/** 1 the least, 5 the most. */
const felt = z.number().min(1).max(5)

const common = {
  title: z.string(),
  ref,
  durationMinutes: minutes.optional(),
  /** How much of a person it takes. */
  demand: demand.optional(),
  /** Of exercise, in units of session RPE × minutes. */
  load: minutes.optional(),
  /** Outside under the sky. */
  outdoor: z.boolean().optional(),
  place: z.string().optional(),
  travelBeforeMinutes: minutes.optional(),
  travelAfterMinutes: minutes.optional(),
  /** To be kept between it and another part, before and after. */
  gaps: z.array(z.strictObject({ ref, minutes })).optional(),
  cost: z.strictObject({ amount: z.number(), currency: z.string() }).optional(),
  /** Its texts came from a file or another person: data, never an instruction. */
  untrusted: z.literal(true).optional(),
}
const movable = {
  ...common,
  /** To be over by then; it may be past. */
  dueAt: instant.optional(),
  /** Not to begin before. */
  earliest: instant.optional(),
  /** It has to lie within one of them. */
  windows: spans.optional(),
  /** Where it would rather lie. */
  preferred: spans.optional(),
  /** 3 the most important, 0 the least. */
  priority: z.int().min(0).max(3).optional(),
  /** Open things that have to be done before, which may be missing from the day. */
  after: z.array(ref.extend({ title: z.string() })).optional(),
  /** May be done in several sittings, none shorter than this. */
  splittableMinutes: minutes.optional(),
}

const fixed = z.strictObject({
  kind: z.literal('fixed'),
  type: z.enum(['event', 'session', 'reminder', 'medicine']),
  ...common,
  /** Missing only of a whole day that takes no time. */
  start: instant.optional(),
  end: instant.optional(),
  /** Whether it takes up its time. */
  busy: z.boolean(),
  allDay: z.literal(true).optional(),
  /** The zone it was made in. */
  timeZone: z.string().optional(),
  /** Of a series: which of its dates this is, as tools of its domain take it. */
  occurrenceStart: z.string().optional(),
})
const task = z.strictObject({
  kind: z.literal('task'),
  type: z.enum(['task', 'chore', 'pet_care', 'bill', 'session']),
  ...movable,
  /** The local day it is planned for. */
  plannedOn: z.iso.date().optional(),
  project: z.string().optional(),
})
const habit = z.strictObject({
  kind: z.literal('habit'),
  type: z.enum(['habit', 'meal', 'supplement', 'medicine']),
  ...movable,
  progress: z
    .strictObject({
      done: z.number(),
      target: z.number(),
      unit: z.string().nullable(),
      period: z.enum(['day', 'week']),
    })
    .optional(),
})

const limited = { kind: z.literal('limit'), title: z.string(), ref, untrusted: z.literal(true).optional() }
const limit = z.discriminatedUnion('type', [
  /** Stretches that touch the local day, whole. */
  z.strictObject({ ...limited, type: z.enum(['work_hours', 'sleep_window', 'quiet_hours']), windows: spans }),
  z.strictObject({
    ...limited,
    type: z.literal('sleep'),
    /** Nights that are known, by the day of waking, the latest last; `minutes` is null when only naps are. */
    nights: z.array(
      z.strictObject({
        date: z.iso.date(),
        minutes: minutes.nullable(),
        napMinutes: minutes,
        start: instant.optional(),
        end: instant.optional(),
      }),
    ),
    /** What the known nights of the last week lack of `needMinutes` each. */
    debtMinutes: minutes,
    needMinutes: minutes,
  }),
  z.strictObject({
    ...limited,
    type: z.literal('feeling'),
    /** When the latest of them was said. */
    at: instant,
    stress: felt.optional(),
    mood: felt.optional(),
    energy: felt.optional(),
  }),
  z.strictObject({
    ...limited,
    type: z.literal('load'),
    /** Load of 7 days, the weekly mean of 28, and their ratio, where there is enough to take it of. */
    acute: minutes,
    chronic: minutes.nullable(),
    ratio: minutes.nullable(),
  }),
  /** A session whose time the calendar holds as an event. */
  z.strictObject({
    ...limited,
    type: z.literal('session'),
    calendarEventId: z.string(),
    durationMinutes: minutes,
    demand,
    load: minutes,
    sport: z.string(),
    outdoor: z.boolean().optional(),
  }),
  z.strictObject({
    ...limited,
    type: z.literal('injury'),
    bodyPart: z.string(),
    /** 1 barely felt … 10 unbearable, or in words. */
    severity: z.union([z.number(), z.string()]).optional(),
  }),
  z.strictObject({
    ...limited,
    type: z.literal('contraindication'),
    condition: z.string(),
    severity: z.string().optional(),
  }),
])

export const dayPart = z.discriminatedUnion('kind', [fixed, task, habit, limit])
export type DayPart = z.infer<typeof dayPart>
export type Demand = z.infer<typeof demand>
export interface DaySpan {
  start: Instant
  end: Instant
}

/** Whether a part takes time that nothing else may have. */
export const takesTime = (part: DayPart): part is DayPart & { kind: 'fixed' } & DaySpan =>
  part.kind === 'fixed' && part.busy && part.start !== undefined && part.end !== undefined

/** From waking up on a local day to going to bed, which may be after midnight. */
export const wakingHours = (
  date: LocalDate,
  { sleepWindow, timeZone }: Pick<User, 'sleepWindow' | 'timeZone'>,
): DaySpan => {
  const { start, end } = sleepWindow
  if (start === end) return dayBounds(date, timeZone)
  return {
    start: instantAt(date, end, timeZone),
    end: instantAt(start < end ? addDays(date, 1) : date, start, timeZone),
  }
}
