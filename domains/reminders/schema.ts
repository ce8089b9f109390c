// Shapes of reminders: the row, and what the tools take and give.
import { z } from 'zod'
import type { Instant } from '../../core/time.ts'

export const STATUSES = ['active', 'done', 'cancelled'] as const
export type Status = (typeof STATUSES)[number]

/** One reminder as stored. `nextAt` is the earlier of `dueAt` (by the rule) and `snoozedUntil` (asked for later). */
export interface Reminder {
  id: string
  text: string
  /** `YYYY-MM-DDTHH:MM:SS` on the wall clock of `timeZone`. */
  localStart: string
  timeZone: string
  startsAt: Instant
  rrule: string | null
  exdates: Instant[]
  dueAt: Instant | null
  snoozedUntil: Instant | null
  nextAt: Instant | null
  lastAt: Instant | null
  overrideQuiet: boolean
  status: Status
  version: number
  createdAt: Instant
  updatedAt: Instant
  deletedAt: Instant | null
}

export interface Topic {
  id: string
  topic: string
  enabled: boolean
  windowStart: string | null
  windowEnd: string | null
  version: number
}

const instant = z.iso.datetime({ offset: true })
const localDate = z.iso.date()
const id = z.uuid()
const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((value) => !/[\p{Cc}]/u.test(value.replace(/[\n\t]/g, '')), 'must not contain control characters')
const rrule = z.string().trim().min(1).max(500)
const limit = z.int().min(1).max(200).default(50)
const cursor = z.string().max(300)
const minutes = z.number().min(1).max(525_600)
/** Minutes a time may be moved by: a year either way. */
const shift = z.number().min(-525_600).max(525_600)

export const setInput = z.strictObject({
  text: text.describe('What to remind of, in the words of the person, without the time'),
  at: instant.optional().describe('The one time to remind'),
  rrule: rrule.optional().describe('RFC 5545 rule of a repeated reminder, without DTSTART'),
  startsAt: instant.optional().describe('First time of a repeated reminder; its local time of day is kept'),
  overrideQuiet: z.boolean().optional().describe('Let an hourly reminder through in the quiet hours too'),
})
export const updateInput = z.strictObject({
  id,
  text: text.optional(),
  at: instant.optional(),
  rrule: rrule.nullable().optional().describe('null: no longer repeated'),
  startsAt: instant.optional(),
  shiftMinutes: shift.optional().describe('Move by minutes from the present time; negative is earlier'),
  overrideQuiet: z.boolean().optional(),
})
export const skipInput = z.strictObject({
  id,
  occurrenceStart: instant.optional().describe('The occurrence to skip; default: the next one'),
  date: localDate.optional().describe('Local date of the occurrence to skip'),
})
export const snoozeInput = z.strictObject({
  id,
  minutes: minutes.optional().describe('Default 10'),
  until: instant.optional(),
})
export const cancelInput = z.strictObject({ id })
export const listInput = z.strictObject({
  from: localDate.optional(),
  to: localDate.optional().describe('Inclusive'),
  query: z.string().trim().min(1).max(200).optional().describe('Words of the reminder'),
  status: z
    .enum([...STATUSES, 'all'])
    .optional()
    .describe('Default: active ones, and those of the last 12 hours'),
  limit,
  cursor: cursor.optional(),
})
export const setTopicInput = z.strictObject({
  topic: z.string().trim().min(1).max(80).describe('finance, finance.budget, health.sleep, … or a word for it'),
  enabled: z.boolean(),
  window: z
    .strictObject({ start: localTime, end: localTime })
    .refine((window) => window.start !== window.end, 'start and end must differ')
    .nullable()
    .optional()
    .describe('Local times between which these messages may come; null: any time'),
})
export const listTopicsInput = z.strictObject({
  limit: z.int().min(1).max(200).default(100),
  cursor: cursor.optional(),
})

/** A row as `reminders.change` keeps it. */
export const keptReminder = z.object({
  id,
  text: z.string(),
  localStart: z.string(),
  timeZone: z.string(),
  startsAt: z.coerce.date(),
  rrule: z.string().nullable(),
  exdates: z.array(z.coerce.date()),
  dueAt: z.coerce.date().nullable(),
  snoozedUntil: z.coerce.date().nullable(),
  nextAt: z.coerce.date().nullable(),
  lastAt: z.coerce.date().nullable(),
  overrideQuiet: z.boolean(),
  status: z.enum(STATUSES),
  version: z.int(),
  createdAt: z.coerce.date(),
  updatedAt: z.coerce.date(),
  deletedAt: z.coerce.date().nullable(),
}) satisfies z.ZodType<Reminder>
export const keptTopic = z.object({
  id,
  topic: z.string(),
  enabled: z.boolean(),
  windowStart: z.string().nullable(),
  windowEnd: z.string().nullable(),
  version: z.int(),
}) satisfies z.ZodType<Topic>

export const reminderOutput = z.object({
  id,
  text: z.string(),
  at: instant.nullable(),
  rrule: z.string().nullable(),
  startsAt: instant,
  timeZone: z.string(),
  nextAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  lastAt: instant.nullable(),
  exdates: z.array(instant),
  overrideQuiet: z.boolean(),
  status: z.enum(STATUSES),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
})
export const skipOutput = reminderOutput.extend({ skippedAt: instant })
/** `occursAt`: the first time of this reminder in the days asked for, or its next time. */
export const listedReminder = reminderOutput.extend({ occursAt: instant.nullable() })
export const listOutput = z.object({ items: z.array(listedReminder), nextCursor: z.string().nullable() })
export const topicOutput = z.object({
  topic: z.string(),
  enabled: z.boolean(),
  window: z.object({ start: localTime, end: localTime }).nullable(),
})
export const setTopicOutput = topicOutput.extend({ id, version: z.int() })
export const topicsOutput = z.object({ items: z.array(topicOutput), nextCursor: z.string().nullable() })

export type SetInput = z.infer<typeof setInput>
export type UpdateInput = z.infer<typeof updateInput>
export type SkipInput = z.infer<typeof skipInput>
export type SnoozeInput = z.infer<typeof snoozeInput>
export type CancelInput = z.infer<typeof cancelInput>
export type ListInput = z.infer<typeof listInput>
export type SetTopicInput = z.infer<typeof setTopicInput>
export type ListTopicsInput = z.infer<typeof listTopicsInput>
export type ReminderOutput = z.infer<typeof reminderOutput>
export type SkipOutput = z.infer<typeof skipOutput>
export type ListOutput = z.infer<typeof listOutput>
export type SetTopicOutput = z.infer<typeof setTopicOutput>
export type TopicsOutput = z.infer<typeof topicsOutput>
