// SQL of the schema `reminders`; every function runs in the open transaction of one person.
import type { Instant } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { Reminder, Status, Topic } from './schema.ts'

const COLUMNS = `id, text, local_start as "localStart", time_zone as "timeZone", starts_at as "startsAt", rrule, exdates,
  due_at as "dueAt", snoozed_until as "snoozedUntil", next_at as "nextAt", last_at as "lastAt",
  override_quiet as "overrideQuiet", status, version, created_at as "createdAt", updated_at as "updatedAt",
  deleted_at as "deletedAt"`

type Stored = Omit<Reminder, 'exdates'> & { exdates: string[] }
const fromStored = (row: Stored): Reminder => ({ ...row, exdates: row.exdates.map((date) => new Date(date)) })

const valuesOf = (row: Reminder): unknown[] => [
  row.id,
  row.text,
  row.localStart,
  row.timeZone,
  row.startsAt,
  row.rrule,
  JSON.stringify(row.exdates),
  row.dueAt,
  row.snoozedUntil,
  row.lastAt,
  row.overrideQuiet,
  row.status,
  row.version,
  row.createdAt,
  row.updatedAt,
  row.deletedAt,
]

export const insertReminder = async (tx: Tx, userId: string, row: Reminder): Promise<void> => {
  await tx.query(
    `insert into reminders.reminder (id, text, local_start, time_zone, starts_at, rrule, exdates, due_at, snoozed_until,
       last_at, override_quiet, status, version, created_at, updated_at, deleted_at, user_id)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [...valuesOf(row), userId],
  )
}

export const saveReminder = async (tx: Tx, row: Reminder): Promise<void> => {
  await tx.query(
    `update reminders.reminder set text = $2, local_start = $3, time_zone = $4, starts_at = $5, rrule = $6,
       exdates = $7::jsonb, due_at = $8, snoozed_until = $9, last_at = $10, override_quiet = $11, status = $12,
       version = $13, created_at = $14, updated_at = $15, deleted_at = $16
     where id = $1`,
    valuesOf(row),
  )
}

/** The row, locked until the transaction ends: delivery and a change never mix. */
export const lockReminder = async (tx: Tx, id: string): Promise<Reminder | undefined> => {
  const [row] = await tx.query<Stored>(`select ${COLUMNS} from reminders.reminder where id = $1 for update`, [id])
  return row && fromStored(row)
}

export const readReminder = async (tx: Tx, id: string): Promise<Reminder | undefined> => {
  const [row] = await tx.query<Stored>(`select ${COLUMNS} from reminders.reminder where id = $1`, [id])
  return row && fromStored(row)
}

/** Reminders that have come by `at`, the earliest first, locked. */
export const lockDue = async (tx: Tx, at: Instant, limit: number): Promise<Reminder[]> => {
  const rows = await tx.query<Stored>(
    `select ${COLUMNS} from reminders.reminder where status = 'active' and next_at <= $1
      order by next_at, id limit $2 for update`,
    [at, limit],
  )
  return rows.map(fromStored)
}

/** The next time of any reminder of this person. */
export const earliestNext = async (tx: Tx): Promise<Instant | null> => {
  const [row] = await tx.query<{ at: Instant | null }>(
    `select min(next_at) as at from reminders.reminder where status = 'active'`,
  )
  return row?.at ?? null
}

export interface ListFilter {
  statuses: readonly Status[]
  /** Delivered ones only since then; null: all. */
  doneSince: Instant | null
  after: { key: string; id: string } | null
  limit: number
}

/** Reminders by their next time, those without one last. */
export const listReminders = async (tx: Tx, filter: ListFilter): Promise<Reminder[]> => {
  const rows = await tx.query<Stored>(
    `select ${COLUMNS} from reminders.reminder
      where status = any($1::text[]) and ($2::timestamptz is null or status <> 'done' or last_at >= $2)
        and ($3::timestamptz is null or (coalesce(next_at, 'infinity'), id) > ($3, $4::uuid))
      order by coalesce(next_at, 'infinity'), id limit $5`,
    [filter.statuses, filter.doneSince, filter.after?.key ?? null, filter.after?.id ?? null, filter.limit],
  )
  return rows.map(fromStored)
}

/** Active reminders that may come in `[from, to)`; of those that repeat the rule says whether they do. */
export const remindersIn = async (tx: Tx, userId: string, from: Instant, to: Instant): Promise<Reminder[]> => {
  const rows = await tx.query<Stored>(
    `select ${COLUMNS} from reminders.reminder
      where user_id = $1 and status = 'active' and next_at < $3 and (rrule is not null or due_at >= $2 or snoozed_until >= $2)
      order by next_at, id`,
    [userId, from, to],
  )
  return rows.map(fromStored)
}

export const readTopics = (tx: Tx): Promise<Topic[]> =>
  tx.query<Topic>(
    `select id, topic, enabled, window_start as "windowStart", window_end as "windowEnd", version
       from reminders.topic order by topic`,
  )

export const lockTopic = async (tx: Tx, topic: string): Promise<Topic | undefined> => {
  const [row] = await tx.query<Topic>(
    `select id, topic, enabled, window_start as "windowStart", window_end as "windowEnd", version
       from reminders.topic where topic = $1 for update`,
    [topic],
  )
  return row
}

export const saveTopic = async (tx: Tx, userId: string, row: Topic, now: Instant): Promise<void> => {
  await tx.query(
    `insert into reminders.topic (id, user_id, topic, enabled, window_start, window_end, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (user_id, topic) do update set enabled = $4, window_start = $5, window_end = $6, version = $7, updated_at = $8`,
    [row.id, userId, row.topic, row.enabled, row.windowStart, row.windowEnd, row.version, now],
  )
}

export const deleteTopic = async (tx: Tx, id: string): Promise<void> => {
  await tx.query('delete from reminders.topic where id = $1', [id])
}

/** Keeps a row as it was before the change that made `version`. */
export const keepBefore = async (
  tx: Tx,
  userId: string,
  change: { id: string; rowId: string; version: number; before: Reminder | Topic; now: Instant },
): Promise<void> => {
  await tx.query(
    `insert into reminders.change (id, user_id, row_id, version, before, created_at) values ($1, $2, $3, $4, $5::jsonb, $6)`,
    [change.id, userId, change.rowId, change.version, JSON.stringify(change.before), change.now],
  )
}

/** The version of the next change: one that the row never had, also when the latest ones were undone. */
export const nextVersion = async (tx: Tx, row: { id: string; version: number }): Promise<number> => {
  const [last] = await tx.query<{ version: number | null }>(
    'select max(version) as version from reminders.change where row_id = $1',
    [row.id],
  )
  return Math.max(row.version, last?.version ?? 0) + 1
}

/** What was kept, as JSON; undefined when nothing was. */
export const readBefore = async (tx: Tx, rowId: string, version: number): Promise<unknown> => {
  const [row] = await tx.query<{ before: unknown }>(
    'select before from reminders.change where row_id = $1 and version = $2',
    [rowId, version],
  )
  return row?.before
}

/** Who has a reminder that comes by `until`, with its time; for the scheduler, which sees no texts. */
export const duePeople = (
  tx: Tx,
  until: Instant,
  afterUser: string,
  limit: number,
): Promise<{ userId: string; at: Instant }[]> =>
  tx.query(
    `select user_id as "userId", min(next_at) as at from reminders.reminder
      where status = 'active' and next_at <= $1 and user_id > $2::uuid group by user_id order by user_id limit $3`,
    [until, afterUser, limit],
  )
