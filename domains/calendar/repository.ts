import type { Instant } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { EventRow, OverrideRow, Stored } from './schema.ts'

/** SQL of the calendar's own schema, nothing else. */
export const EVENT = `e.id, e.title, e.start_at as "startAt", e.local_start as "localStart", e.time_zone as "timeZone",
  e.duration_minutes as "durationMinutes", e.all_day as "allDay", e.rrule, e.exdates, e.location, e.notes,
  e.cost_amount as "costAmount", e.cost_currency as "costCurrency", e.status, e.first_start as "firstStart",
  e.last_end as "lastEnd", e.revision, e.created_at as "createdAt", e.updated_at as "updatedAt", e.deleted_at as "deletedAt",
  e.uid, coalesce(e.sequence, 0) as "sequence", e.stamp, coalesce(e.rdates, '{}') as "rdates", e.busy, e.source,
  e.import_id as "importId", e.buffer_minutes as "bufferMinutes"`
export const OVERRIDE = `o.id, o.event_id as "eventId", o.recurrence_local as "recurrenceLocal", o.recurrence_at as "recurrenceAt",
  o.start_at as "startAt", o.duration_minutes as "durationMinutes", o.fields, o.created_at as "createdAt",
  o.sequence, o.stamp`
const WINDOW = `select ${EVENT} from calendar.event e
  where e.status = 'confirmed' and e.first_start < $2 and (e.last_end is null or e.last_end > $1)`
const WINDOW_OVERRIDES = `select ${OVERRIDE} from calendar.occurrence_override o
  join calendar.event e on e.id = o.event_id
  where e.status = 'confirmed' and e.first_start < $2 and (e.last_end is null or e.last_end > $1)`
const ONE = `select ${EVENT} from calendar.event e where e.id = $1`
const ONE_LOCKED = `select ${EVENT} from calendar.event e where e.id = $1 for update`
const ONE_OVERRIDES = `select ${OVERRIDE} from calendar.occurrence_override o where o.event_id = $1`

/** How long a change can be put back; a little over the 24 h people are promised. */
const KEPT_MS = 48 * 3_600_000
const LONGEST_MS = 368 * 86_400_000
const FAR = new Date('9999-01-01T00:00:00Z')

/** Confirmed events that can touch [from, to), series included, without expanding them. */
export const eventsTouching = async (tx: Tx, from: Instant, to: Instant): Promise<Stored[]> => {
  const events = await tx.query<EventRow>(WINDOW, [from, to])
  if (!events.some((event) => event.rrule !== null)) return events.map((event) => ({ event, overrides: [] }))
  const overrides = await tx.query<OverrideRow>(WINDOW_OVERRIDES, [from, to])
  const byEvent = Map.groupBy(overrides, (override) => override.eventId)
  return events.map((event) => ({ event, overrides: byEvent.get(event.id) ?? [] }))
}

const ON_DAY = `select ${EVENT} from calendar.event e where e.id in (
    select o.id from calendar.event o where o.user_id = $1 and o.status = 'confirmed' and o.rrule is null
      and o.first_start >= $4 and o.first_start < $3 and o.last_end > $2
    union all select s.id from calendar.event s where s.user_id = $1 and s.status = 'confirmed' and s.rrule is not null
      and s.first_start < $3 and (s.last_end is null or s.last_end > $2))`
const ON_DAY_OVERRIDES = `select ${OVERRIDE} from calendar.occurrence_override o where o.event_id = any($1::uuid[])`
/** The same for a short stretch of time, without walking through all that is over. */
export const eventsOnDay = async (tx: Tx, userId: string, from: Instant, to: Instant): Promise<Stored[]> => {
  const events = await tx.query<EventRow>(ON_DAY, [userId, from, to, new Date(from.getTime() - LONGEST_MS)])
  const series = events.filter(({ rrule }) => rrule !== null).map(({ id }) => id)
  const overrides = series.length === 0 ? [] : await tx.query<OverrideRow>(ON_DAY_OVERRIDES, [series])
  const byEvent = Map.groupBy(overrides, (override) => override.eventId)
  return events.map((event) => ({ event, overrides: byEvent.get(event.id) ?? [] }))
}

/** What a long list needs of a single event to know its place. */
export interface SingleRef {
  id: string
  startAt: Date
  title: string
  location: string | null
}
export interface SinglesFilter {
  from: Instant
  to: Instant
  /** Only those after this place in the order of start and id. */
  after: { start: Instant; id: string } | null
  /** Regular expressions that title or place must all fit. */
  patterns: readonly string[]
  limit: number
}
/** Confirmed single events that overlap [from, to), in order; longer than a year is none (`engine/timing.ts`). */
export const singlesTouching = (tx: Tx, { from, to, after, patterns, limit }: SinglesFilter): Promise<SingleRef[]> =>
  tx.query<SingleRef>(
    `select e.id, e.start_at as "startAt", e.title, e.location from calendar.event e
     where e.status = 'confirmed' and e.rrule is null and e.first_start < $2 and e.first_start >= $3 and e.last_end > $1
       and ($4::timestamptz is null or (e.first_start, e.id) > ($4::timestamptz, $5::uuid))
       and (e.title || ' ' || coalesce(e.location, '')) ~ all($6::text[])
     order by e.first_start, e.id limit $7`,
    [
      from,
      to,
      new Date(Math.max(from.getTime() - LONGEST_MS, after?.start.getTime() ?? -Infinity)),
      after?.start ?? null,
      after?.id ?? null,
      patterns,
      limit,
    ],
  )

/** Confirmed series that can touch [from, to), without expanding them. */
export const seriesTouching = async (tx: Tx, from: Instant, to: Instant): Promise<Stored[]> => {
  const events = await tx.query<EventRow>(`${WINDOW} and e.rrule is not null`, [from, to])
  const overrides = events.length === 0 ? [] : await tx.query<OverrideRow>(WINDOW_OVERRIDES, [from, to])
  const byEvent = Map.groupBy(overrides, (override) => override.eventId)
  return events.map((event) => ({ event, overrides: byEvent.get(event.id) ?? [] }))
}

/** Single events by their ids. */
export const singlesById = async (tx: Tx, ids: readonly string[]): Promise<Stored[]> =>
  ids.length === 0
    ? []
    : (await tx.query<EventRow>(`select ${EVENT} from calendar.event e where e.id = any($1::uuid[])`, [ids])).map(
        (event) => ({ event, overrides: [] }),
      )

/** All confirmed events that are not over at `after`. */
export const allEvents = (tx: Tx, after: Instant): Promise<Stored[]> => eventsTouching(tx, after, FAR)

export const findEvent = async (tx: Tx, id: string, lock: 'read' | 'write'): Promise<Stored | null> => {
  const [event] = await tx.query<EventRow>(lock === 'write' ? ONE_LOCKED : ONE, [id])
  if (!event) return null
  return { event, overrides: event.rrule === null ? [] : await tx.query<OverrideRow>(ONE_OVERRIDES, [id]) }
}

export interface Change {
  id: string
  userId: string
  now: Instant
}

/** Makes the stored rows of these events be exactly `after`, and keeps what was there under the change's id. */
export const save = async (tx: Tx, change: Change, after: readonly Stored[]): Promise<void> => {
  const ids = after.map(({ event }) => event.id)
  await tx.query(
    `with aged as (delete from calendar.change where created_at < $5)
     insert into calendar.change (id, user_id, event_ids, before_events, before_overrides, created_at)
     select $1, $2, $3::uuid[],
       coalesce((select jsonb_agg(to_jsonb(e)) from calendar.event e where e.id = any($3::uuid[])), '[]'),
       coalesce((select jsonb_agg(to_jsonb(o)) from calendar.occurrence_override o where o.event_id = any($3::uuid[])), '[]'), $4`,
    [change.id, change.userId, ids, change.now, new Date(change.now.getTime() - KEPT_MS)],
  )
  for (const { event } of after) await tx.query(UPSERT, eventParams(event, change))
  if (!after.some(({ event }) => event.rrule !== null)) return
  const overrides = after.flatMap((stored) => stored.overrides)
  await tx.query('delete from calendar.occurrence_override where event_id = any($1::uuid[])', [ids])
  if (overrides.length > 0) await tx.query(INSERT_OVERRIDES, [change.userId, JSON.stringify(overrides)])
}

const UPSERT = `insert into calendar.event (id, user_id, title, start_at, local_start, time_zone, duration_minutes, all_day,
    rrule, exdates, location, notes, cost_amount, cost_currency, status, first_start, last_end, revision, created_at,
    updated_at, deleted_at, rdates, busy, buffer_minutes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text[], $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $22::text[], $23, $24)
  on conflict (id) do update set title = excluded.title, start_at = excluded.start_at, local_start = excluded.local_start,
    time_zone = excluded.time_zone, duration_minutes = excluded.duration_minutes, all_day = excluded.all_day,
    rrule = excluded.rrule, exdates = excluded.exdates, location = excluded.location, notes = excluded.notes,
    cost_amount = excluded.cost_amount, cost_currency = excluded.cost_currency, status = excluded.status,
    first_start = excluded.first_start, last_end = excluded.last_end, revision = excluded.revision,
    updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, rdates = excluded.rdates, busy = excluded.busy,
    buffer_minutes = excluded.buffer_minutes, stamp = null`

const eventParams = (event: EventRow, change: Change): unknown[] => [
  event.id,
  change.userId,
  event.title,
  event.startAt,
  event.localStart,
  event.timeZone,
  event.durationMinutes,
  event.allDay,
  event.rrule,
  event.exdates,
  event.location,
  event.notes,
  event.costAmount,
  event.costCurrency,
  event.status,
  event.firstStart,
  event.lastEnd,
  change.id,
  event.createdAt,
  change.now,
  event.deletedAt,
  event.rdates,
  event.busy,
  event.bufferMinutes,
]

const INSERT_OVERRIDES = `insert into calendar.occurrence_override
    (id, user_id, event_id, recurrence_local, recurrence_at, start_at, duration_minutes, fields, created_at,
     sequence, stamp)
  select o.id, $1, o."eventId", o."recurrenceLocal", o."recurrenceAt", o."startAt", o."durationMinutes", o.fields,
    o."createdAt", o.sequence, o.stamp
  from jsonb_to_recordset($2::jsonb) as o(id uuid, "eventId" uuid, "recurrenceLocal" text, "recurrenceAt" timestamptz,
    "startAt" timestamptz, "durationMinutes" double precision, fields jsonb, "createdAt" timestamptz,
    sequence integer, stamp timestamptz)`

/**
 * Puts the events of a change back exactly as they were. False when the change is unknown, was undone before, or
 * something has changed one of its events since.
 */
export const restore = async (tx: Tx, changeId: string, now: Instant): Promise<boolean> => {
  const [change] = await tx.query<{ eventIds: string[] }>(
    'update calendar.change set undone_at = $2 where id = $1 and undone_at is null returning event_ids as "eventIds"',
    [changeId, now],
  )
  if (!change) return false
  const current = await tx.query<{ revision: string }>(
    'select revision from calendar.event where id = any($1::uuid[]) for update',
    [change.eventIds],
  )
  if (current.length !== change.eventIds.length || current.some((row) => row.revision !== changeId)) return false
  await tx.query('delete from calendar.event where id = any($1::uuid[])', [change.eventIds])
  await tx.query(
    `insert into calendar.event select (jsonb_populate_recordset(null::calendar.event, c.before_events)).*
     from calendar.change c where c.id = $1`,
    [changeId],
  )
  await tx.query(
    `insert into calendar.occurrence_override
     select (jsonb_populate_recordset(null::calendar.occurrence_override, c.before_overrides)).*
     from calendar.change c where c.id = $1`,
    [changeId],
  )
  return true
}
