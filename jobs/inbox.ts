// The inbox of a person, as channels read and change it. Functions run in the person's open transaction.
import { AppError } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { type Instant, toRfc3339 } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Tx } from '../db/contract.ts'
import { type Notification, readInbox, setDismissed, setRead, setSnoozed } from './repository.ts'

/** An item on the wire; instants carry the person's offset. */
export interface InboxItem {
  id: string
  kind: string
  text: string
  channel: string
  cause: string
  /** The row it tells of, e.g. the reminder. */
  ref: { domain: string; id: string } | null
  dueAt: string
  createdAt: string
  sentAt: string
  readAt: string | null
  snoozedUntil: string | null
  dismissedAt: string | null
}

const LIMIT = 50
const MOST = 200
const SNOOZE_MINUTES = 10
const LONGEST_MINUTES = 525_600

const shown = (row: Notification, timeZone: string): InboxItem => {
  const orNull = (date: Instant | null): string | null => date && toRfc3339(date, timeZone)
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    channel: row.channel,
    cause: row.cause,
    ref: row.ref,
    dueAt: toRfc3339(row.dueAt, timeZone),
    createdAt: toRfc3339(row.createdAt, timeZone),
    sentAt: toRfc3339(row.sentAt, timeZone),
    readAt: orNull(row.readAt),
    snoozedUntil: orNull(row.snoozedUntil),
    dismissedAt: orNull(row.dismissedAt),
  }
}

const invalid = (path: string, message: string): AppError =>
  new AppError('invalid', 'jobs.bad_input', { field: path }, { errors: [{ path, message }] })

const encode = ({ sentAt, dueAt, id }: Notification): string =>
  Buffer.from(`${sentAt.toISOString()}|${dueAt.toISOString()}|${id}`).toString('base64url')

const decode = (cursor: string): { sentAt: Instant; dueAt: Instant; id: string } => {
  const [sent = '', due = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  const [sentAt, dueAt] = [new Date(sent), new Date(due)]
  if (Number.isNaN(sentAt.getTime()) || Number.isNaN(dueAt.getTime()) || !isId(id))
    throw invalid('cursor', 'is not a cursor of this list')
  return { sentAt, dueAt, id }
}

/** A page of the inbox, the latest first, without what was dismissed or put off. */
export const listInbox = async (
  tx: Tx,
  { limit = LIMIT, cursor }: { limit?: number | undefined; cursor?: string | undefined },
  user: Pick<User, 'timeZone'>,
): Promise<{ items: InboxItem[]; nextCursor: string | null }> => {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw invalid('limit', `must be 1 to ${MOST}`)
  const rows = await readInbox(tx, cursor === undefined ? null : decode(cursor), limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => shown(row, user.timeZone)),
    nextCursor: rows.length > limit && last ? encode(last) : null,
  }
}

const one = async (
  id: string,
  change: (id: string) => Promise<Notification | undefined>,
  user: Pick<User, 'timeZone'>,
): Promise<InboxItem> => {
  const row = isId(id) ? await change(id) : undefined
  if (!row) throw new AppError('not_found', 'jobs.notification_not_found')
  return shown(row, user.timeZone)
}

export const markRead = (tx: Tx, id: string, user: Pick<User, 'timeZone'>, now: Instant): Promise<InboxItem> =>
  one(id, (known) => setRead(tx, known, now), user)

/** Puts an item off; it comes back at `snoozedUntil`, for which the caller wakes the scheduler. Default: ten minutes. */
export const snooze = (
  tx: Tx,
  id: string,
  { minutes, until }: { minutes?: number | undefined; until?: Instant | undefined },
  user: Pick<User, 'timeZone'>,
  now: Instant,
): Promise<InboxItem> => {
  if (minutes !== undefined && until !== undefined) throw invalid('until', 'give minutes or until, not both')
  if (minutes !== undefined && !(minutes >= 1 && minutes <= LONGEST_MINUTES))
    throw invalid('minutes', `must be 1 to ${LONGEST_MINUTES}`)
  const time = until ?? new Date(now.getTime() + (minutes ?? SNOOZE_MINUTES) * 60_000)
  const latest = now.getTime() + LONGEST_MINUTES * 60_000
  if (!(time > now && time.getTime() <= latest)) throw invalid('until', 'must be within the coming year')
  return one(id, (known) => setSnoozed(tx, known, time), user)
}

export const dismiss = (tx: Tx, id: string, user: Pick<User, 'timeZone'>, now: Instant): Promise<InboxItem> =>
  one(id, (known) => setDismissed(tx, known, now), user)
