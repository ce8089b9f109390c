import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { EVENT, OVERRIDE } from '../repository.ts'
import type { EventRow, OverrideRow, Stored } from '../schema.ts'

/** SQL of an import: many events at once, found by the names they have outside. */

/** The person's events with one of these UIDs, or one of these ids of their own, to be changed. */
export const knownEvents = async (
  tx: Tx,
  userId: string,
  uids: readonly string[],
  ids: readonly string[],
): Promise<Stored[]> => {
  const events = await tx.query<EventRow>(
    `select ${EVENT} from calendar.event e
     where e.user_id = $1 and (e.uid = any($2::text[]) or e.id = any($3::uuid[])) for update`,
    [userId, uids, ids],
  )
  const series = events.filter(({ rrule }) => rrule !== null).map(({ id }) => id)
  if (series.length === 0) return events.map((event) => ({ event, overrides: [] }))
  const overrides = await tx.query<OverrideRow>(
    `select ${OVERRIDE} from calendar.occurrence_override o where o.user_id = $1 and o.event_id = any($2::uuid[])`,
    [userId, series],
  )
  const byEvent = Map.groupBy(overrides, ({ eventId }) => eventId)
  return events.map((event) => ({ event, overrides: byEvent.get(event.id) ?? [] }))
}

const UPSERT_MANY = `insert into calendar.event (id, user_id, title, start_at, local_start, time_zone, duration_minutes,
    all_day, rrule, exdates, rdates, location, notes, cost_amount, cost_currency, busy, status, first_start, last_end,
    revision, created_at, updated_at, deleted_at, uid, sequence, stamp, source, import_id)
  select e.id, $1, e.title, e."startAt", e."localStart", e."timeZone", e."durationMinutes", e."allDay", e.rrule,
    e.exdates, e.rdates, e.location, e.notes, e."costAmount", e."costCurrency", e.busy, e.status, e."firstStart",
    e."lastEnd", $3, e."createdAt", e."updatedAt", e."deletedAt", e.uid, e.sequence, e.stamp, e.source, e."importId"
  from jsonb_to_recordset($2::jsonb) as e(id uuid, title text, "startAt" timestamptz, "localStart" text, "timeZone" text,
    "durationMinutes" double precision, "allDay" boolean, rrule text, exdates text[], rdates text[], location text,
    notes text, "costAmount" bigint, "costCurrency" text, busy boolean, status text, "firstStart" timestamptz,
    "lastEnd" timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz, "deletedAt" timestamptz, uid text,
    sequence integer, stamp timestamptz, source text, "importId" uuid)
  on conflict (id) do update set title = excluded.title, start_at = excluded.start_at, local_start = excluded.local_start,
    time_zone = excluded.time_zone, duration_minutes = excluded.duration_minutes, all_day = excluded.all_day,
    rrule = excluded.rrule, exdates = excluded.exdates, rdates = excluded.rdates, location = excluded.location,
    notes = excluded.notes, busy = excluded.busy, status = excluded.status, first_start = excluded.first_start,
    last_end = excluded.last_end, revision = excluded.revision, updated_at = excluded.updated_at,
    deleted_at = excluded.deleted_at, uid = excluded.uid, sequence = excluded.sequence, stamp = excluded.stamp,
    source = excluded.source`

const INSERT_OVERRIDES = `insert into calendar.occurrence_override
    (id, user_id, event_id, recurrence_local, recurrence_at, start_at, duration_minutes, fields, created_at, sequence, stamp)
  select o.id, $1, o."eventId", o."recurrenceLocal", o."recurrenceAt", o."startAt", o."durationMinutes", o.fields,
    o."createdAt", o.sequence, o.stamp
  from jsonb_to_recordset($2::jsonb) as o(id uuid, "eventId" uuid, "recurrenceLocal" text, "recurrenceAt" timestamptz,
    "startAt" timestamptz, "durationMinutes" double precision, fields jsonb, "createdAt" timestamptz, sequence integer,
    stamp timestamptz)`

/** Makes the stored rows of these events be exactly these, written by this import. */
export const saveImported = async (tx: Tx, userId: string, importId: string, all: readonly Stored[]): Promise<void> => {
  if (all.length === 0) return
  await tx.query(UPSERT_MANY, [userId, JSON.stringify(all.map(({ event }) => event)), importId])
  const overrides = all.flatMap((stored) => stored.overrides)
  const ids = all.map(({ event }) => event.id)
  await tx.query('delete from calendar.occurrence_override where user_id = $1 and event_id = any($2::uuid[])', [
    userId,
    ids,
  ])
  if (overrides.length > 0) await tx.query(INSERT_OVERRIDES, [userId, JSON.stringify(overrides)])
}

/** Removes what an import created and nothing has touched since. */
export const removeImported = async (tx: Tx, userId: string, importId: string): Promise<void> => {
  await tx.query('delete from calendar.event where user_id = $1 and import_id = $2 and revision = $2', [
    userId,
    importId,
  ])
}

/** First start and last end of what an import created; nulls when it created nothing. */
export const spanOfImport = async (
  tx: Tx,
  userId: string,
  importId: string,
): Promise<{ first: Instant | null; last: Instant | null }> => {
  const [span] = await tx.query<{ first: Date | null; last: Date | null }>(
    `select min(first_start) as first, max(coalesce(last_end, start_at)) as last from calendar.event
     where user_id = $1 and import_id = $2`,
    [userId, importId],
  )
  return span ?? { first: null, last: null }
}
