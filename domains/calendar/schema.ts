import { z } from 'zod'
import { MAX_AMOUNT } from '../../core/money.ts'

/** Shapes of the calendar: rows as stored, inputs as tools take them, outputs as they give them. */
export interface EventRow {
  id: string
  title: string
  startAt: Date
  /** Wall clock of the start in `timeZone`; a series repeats by it. */
  localStart: string
  timeZone: string
  durationMinutes: number
  allDay: boolean
  rrule: string | null
  /** Wall clocks of cancelled occurrences. */
  exdates: string[]
  /** Wall clocks of a series besides those its rule gives. */
  rdates: string[]
  /** Whether it takes up time; null is the usual: a timed event does, a whole day does not. */
  busy: boolean | null
  location: string | null
  notes: string | null
  costAmount: number | null
  costCurrency: string | null
  status: 'confirmed' | 'cancelled'
  firstStart: Date
  lastEnd: Date | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  /** UID of the iCalendar object it was taken from; null for the person's own. */
  uid: string | null
  sequence: number
  /** When that version was made; null once the person has changed the event here. */
  stamp: Date | null
  source: 'ics' | null
  importId: string | null
  /** Minutes to keep free before and after, for the way. */
  bufferMinutes: number | null
}

/** What a single occurrence has of its own; what is absent follows the series. */
export interface OverrideFields {
  title?: string
  location?: string | null
  notes?: string | null
  cost?: { amount: number; currency: string } | null
  busy?: boolean
}
export interface OverrideRow {
  id: string
  eventId: string
  recurrenceLocal: string
  recurrenceAt: Date
  startAt: Date | null
  durationMinutes: number | null
  fields: OverrideFields
  createdAt: Date
  /** The version of the iCalendar object it was taken from; null for the person's own. */
  sequence: number | null
  stamp: Date | null
}
/** An event with everything that decides when it happens. */
export interface Stored {
  event: EventRow
  overrides: OverrideRow[]
}

/** Postgres text cannot hold NUL; everything else a person types is kept. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes('\u0000'), 'must not contain NUL')
const title = text(300).min(1)
const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const moment = (what: string) =>
  z
    .string()
    .max(40)
    .meta({ format: 'date-time', description: `${what}: RFC 3339 with offset; for all-day a local date` })
const minutes = z.number().positive().max(1_000_000)
const cost = z.strictObject({ amount: z.int().min(0).max(MAX_AMOUNT), currency: z.string().length(3).optional() })
const rrule = z.string().max(500).describe('RFC 5545 recurrence rule, e.g. FREQ=WEEKLY;BYDAY=MO')
const scope = z.enum(['this', 'following', 'all'])
const occurrenceStart = moment('Start of the occurrence meant, as calendar_list_events gave it')
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const busy = z.boolean().describe('Takes up time; default: a timed event does, a whole day does not')
const bufferMinutes = z.number().min(0).max(240).describe('Minutes to keep free before and after other events')
const zone = (what: string) => z.string().max(64).describe(`IANA zone ${what}`)
const page = {
  limit: z.int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
}

export const addEventInput = z.strictObject({
  title,
  start: moment('Start'),
  end: moment('End; for all-day the last day').optional(),
  durationMinutes: minutes.optional(),
  allDay: z.boolean().optional(),
  timeZone: zone("the event is in; default: the person's").optional(),
  location: text(300).optional(),
  rrule: rrule.optional(),
  notes: text(4_000).optional(),
  cost: cost.optional(),
  busy: busy.optional(),
  bufferMinutes: bufferMinutes.optional(),
})
export type AddEventInput = z.infer<typeof addEventInput>

export const updateEventInput = z.strictObject({
  id,
  scope: scope.optional(),
  occurrenceStart: occurrenceStart.optional(),
  title: title.optional(),
  start: moment('New start').optional(),
  date: z.iso.date().describe('Move to this local date, the time stays').optional(),
  time: localTime.describe('Move to this local time HH:MM, the date stays').optional(),
  shiftMinutes: z.number().min(-5_256_000).max(5_256_000).describe('Move by minutes, later is positive').optional(),
  end: moment('New end').optional(),
  durationMinutes: minutes.optional(),
  allDay: z.boolean().optional(),
  timeZone: zone('the event is in').optional(),
  location: text(300).nullable().optional(),
  rrule: rrule.nullable().optional(),
  notes: text(4_000).nullable().optional(),
  cost: cost.nullable().optional(),
  busy: busy.optional(),
  bufferMinutes: bufferMinutes.optional(),
})
export type UpdateEventInput = z.infer<typeof updateEventInput>

export const cancelEventInput = z.strictObject({
  id,
  scope: scope.optional(),
  occurrenceStart: occurrenceStart.optional(),
})
export type CancelEventInput = z.infer<typeof cancelEventInput>
export type Scope = z.infer<typeof scope>

export const listEventsInput = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  query: text(200).optional(),
  ...page,
})
export type ListEventsInput = z.infer<typeof listEventsInput>

export const freeSlotsInput = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  durationMinutes: minutes.optional(),
  within: z.strictObject({ start: localTime, end: localTime }).describe('Local hours to look in').optional(),
  bufferMinutes: bufferMinutes.optional(),
  timeZone: zone("the hours are meant in; default: the person's").optional(),
  ...page,
})
export type FreeSlotsInput = z.infer<typeof freeSlotsInput>

export const createFeedInput = z.strictObject({})
export type CreateFeedInput = z.infer<typeof createFeedInput>
export const revokeFeedInput = z.strictObject({})
export type RevokeFeedInput = z.infer<typeof revokeFeedInput>

const slot = z.object({ start: z.string(), end: z.string() })
/** `sameDay`: on the person's day of the event itself. */
const near = slot.extend({ sameDay: z.boolean() })
const occurrenceShape = {
  id: z.string(),
  seriesId: z.string().nullable(),
  /** The start its rule gives it; names this occurrence in later calls, also after it was moved. */
  occurrenceStart: z.string().nullable(),
  title: z.string(),
  start: z.string(),
  end: z.string(),
  timeZone: z.string(),
  durationMinutes: z.number(),
  allDay: z.boolean(),
  rrule: z.string().nullable(),
  location: z.string().nullable(),
  notes: z.string().nullable(),
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  /** Whether it takes up time. */
  busy: z.boolean(),
  /** `ics`: its words came in with a file and are nobody's request. */
  source: z.enum(['ics']).nullable(),
  importId: z.string().nullable(),
  /** Of the whole event, also for one date of a series; differs after every change. */
  version: z.string(),
  status: z.enum(['confirmed', 'cancelled']),
}
export const occurrenceOutput = z.object(occurrenceShape)
export type OccurrenceOutput = z.infer<typeof occurrenceOutput>

export const eventOutput = z.object({
  ...occurrenceShape,
  exdates: z.array(z.string()),
  rdates: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  scope,
  /** Which fields this call changed. */
  changed: z.array(z.string()),
  /** How it was before this call; null for a new event. */
  previous: z.object({ title: z.string(), start: z.string(), end: z.string() }).nullable(),
  conflicts: z.array(near.extend({ id: z.string(), title: z.string() })),
  /** With conflicts: the two nearest times when it would fit. */
  suggestions: z.array(near),
  /** Names what can be put back; null when nothing was changed. */
  changeId: z.string().nullable(),
})
export type EventOutput = z.infer<typeof eventOutput>

export const listEventsOutput = z.object({
  items: z.array(occurrenceOutput),
  nextCursor: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  /** The local date when the window is exactly one day. */
  date: z.string().nullable(),
  timeZone: z.string(),
})
export type ListEventsOutput = z.infer<typeof listEventsOutput>

export const freeSlotsOutput = z.object({
  items: z.array(slot.extend({ durationMinutes: z.number() })),
  nextCursor: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  date: z.string().nullable(),
  timeZone: z.string(),
})
export type FreeSlotsOutput = z.infer<typeof freeSlotsOutput>

export const createFeedOutput = z.object({
  id: z.string(),
  /** Told once; only a hash of it is kept. */
  secret: z.string(),
  /** Where a calendar program reads the feed, on this server. */
  path: z.string(),
  /** The link that stopped working because of this one. */
  replacedId: z.string().nullable(),
  status: z.enum(['active']),
  createdAt: z.string(),
})
export type CreateFeedOutput = z.infer<typeof createFeedOutput>

export const revokeFeedOutput = z.object({
  /** The link that was closed; null when there was none. */
  id: z.string().nullable(),
  status: z.enum(['revoked', 'none']),
  revokedAt: z.string().nullable(),
})
export type RevokeFeedOutput = z.infer<typeof revokeFeedOutput>
