// SQL of the schema `jobs`; every function runs in the open transaction of one person, unless it says otherwise.
import { newId } from '../core/ids.ts'
import type { Message } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { Tx } from '../db/contract.ts'
import type { Notice, Sent } from './contract.ts'

export interface Notification {
  id: string
  kind: string
  cause: string
  message: Message
  text: string
  channel: string
  ref: { domain: string; id: string } | null
  dueAt: Instant
  createdAt: Instant
  sentAt: Instant
  readAt: Instant | null
  snoozedUntil: Instant | null
  dismissedAt: Instant | null
}

const COLUMNS = `id, kind, cause, message, text, channel, ref, due_at as "dueAt", created_at as "createdAt",
  sent_at as "sentAt", read_at as "readAt", snoozed_until as "snoozedUntil", dismissed_at as "dismissedAt"`

/** Puts notices into the inbox, in order, and gives those that were not there yet. `text` is what the person reads. */
export const insertNotices = async (
  tx: Tx,
  userId: string,
  notices: readonly (Notice & { text: string })[],
  now: Instant,
): Promise<Sent[]> => {
  if (notices.length === 0) return []
  const given = notices.map((notice) => ({ id: newId(), ...notice }))
  const inserted = await tx.query<{ cause: string }>(
    `insert into jobs.notification
       (id, user_id, kind, cause, message, text, channel, ref, returned, due_at, created_at, sent_at)
     select n.id, $1, n.kind, n.cause, n.message, n.text, 'inbox', nullif(n.ref, 'null'::jsonb), 0, n."dueAt", $3, $3
       from jsonb_to_recordset($2::jsonb)
         as n(id uuid, kind text, cause text, message jsonb, text text, ref jsonb, "dueAt" timestamptz)
     on conflict (user_id, cause) do nothing
     returning cause`,
    [userId, JSON.stringify(given), now],
  )
  const fresh = new Set(inserted.map((row) => row.cause))
  return notices.flatMap(({ kind, cause, text }) => {
    // A cause named twice in one batch went in once.
    if (!fresh.delete(cause)) return []
    return [{ channel: 'inbox', kind, text, cause }]
  })
}

export interface Returning {
  id: string
  kind: string
  cause: string
  message: Message
  returned: number
  snoozedUntil: Instant
}

/** Put-off items whose time has come by `at`, the earliest first, locked. */
export const lockReturning = (tx: Tx, at: Instant): Promise<Returning[]> =>
  tx.query<Returning>(
    `select id, kind, cause, message, returned, snoozed_until as "snoozedUntil" from jobs.notification
      where snoozed_until <= $1 and dismissed_at is null order by snoozed_until, id for update`,
    [at],
  )

/** Shows a put-off item again, unread. */
export const bringBack = async (tx: Tx, id: string, text: string, at: Instant): Promise<void> => {
  await tx.query(
    `update jobs.notification
        set text = $2, sent_at = $3, snoozed_until = null, read_at = null, returned = returned + 1 where id = $1`,
    [id, text, at],
  )
}

/** Items of the inbox, the latest first: neither dismissed nor put off. */
export const readInbox = (
  tx: Tx,
  after: { sentAt: Instant; dueAt: Instant; id: string } | null,
  limit: number,
): Promise<Notification[]> =>
  tx.query<Notification>(
    `select ${COLUMNS} from jobs.notification
      where dismissed_at is null and snoozed_until is null
        and ($1::timestamptz is null or (sent_at, due_at, id) < ($1, $2, $3::uuid))
      order by sent_at desc, due_at desc, id desc limit $4`,
    [after?.sentAt ?? null, after?.dueAt ?? null, after?.id ?? null, limit],
  )

export const setRead = async (tx: Tx, id: string, now: Instant): Promise<Notification | undefined> => {
  const [row] = await tx.query<Notification>(
    `update jobs.notification set read_at = coalesce(read_at, $2) where id = $1 and dismissed_at is null
     returning ${COLUMNS}`,
    [id, now],
  )
  return row
}

export const setSnoozed = async (tx: Tx, id: string, until: Instant): Promise<Notification | undefined> => {
  const [row] = await tx.query<Notification>(
    `update jobs.notification set snoozed_until = $2 where id = $1 and dismissed_at is null returning ${COLUMNS}`,
    [id, until],
  )
  return row
}

export const setDismissed = async (tx: Tx, id: string, now: Instant): Promise<Notification | undefined> => {
  const [row] = await tx.query<Notification>(
    `update jobs.notification set dismissed_at = coalesce(dismissed_at, $2), snoozed_until = null where id = $1
     returning ${COLUMNS}`,
    [id, now],
  )
  return row
}

/** When something of this room is due for this person next. */
export const earliestOwn = async (tx: Tx): Promise<Instant | null> => {
  const [row] = await tx.query<{ at: Instant | null }>(
    `select least((select min(snoozed_until) from jobs.notification where dismissed_at is null),
                  (select min(next_at) from jobs.round)) as at`,
  )
  return row?.at ?? null
}

export const setRound = async (tx: Tx, userId: string, nextAt: Instant, now: Instant): Promise<void> => {
  await tx.query(
    `insert into jobs.round (id, user_id, next_at, created_at) values ($1, $2, $3, $4)
     on conflict (user_id) do update set next_at = $3`,
    [newId(), userId, nextAt, now],
  )
}

export const endRounds = async (tx: Tx): Promise<void> => {
  await tx.query('delete from jobs.round')
}

/** Who has something of this room due by `until`; for the scheduler, which sees no texts. */
export const duePeople = (
  tx: Tx,
  until: Instant,
  afterUser: string,
  limit: number,
): Promise<{ userId: string; at: Instant }[]> =>
  tx.query(
    `select user_id as "userId", min(at) as at from (
       select user_id, snoozed_until as at from jobs.notification
        where snoozed_until <= $1 and dismissed_at is null and user_id > $2::uuid
       union all
       select user_id, next_at from jobs.round where next_at <= $1 and user_id > $2::uuid
     ) due group by user_id order by user_id limit $3`,
    [until, afterUser, limit],
  )
