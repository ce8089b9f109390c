import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'

/** SQL of the links under which a calendar program reads the calendar. */

/** Closes the person's open link; null when there is none. */
export const closeFeed = async (tx: Tx, userId: string, now: Instant): Promise<string | null> => {
  const [closed] = await tx.query<{ id: string }>(
    'update calendar.feed set revoked_at = $2 where user_id = $1 and revoked_at is null returning id',
    [userId, now],
  )
  return closed?.id ?? null
}

export const insertFeed = async (
  tx: Tx,
  userId: string,
  id: string,
  secretHash: string,
  now: Instant,
): Promise<void> => {
  await tx.query('insert into calendar.feed (id, user_id, secret_hash, created_at) values ($1, $2, $3, $4)', [
    id,
    userId,
    secretHash,
    now,
  ])
}

/** Opens a closed link again. False when it is open already, unknown, or another one is open by now. */
export const reopenFeed = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const rows = await tx.query(
    `update calendar.feed set revoked_at = null where id = $2 and user_id = $1 and revoked_at is not null
       and not exists (select 1 from calendar.feed other where other.user_id = $1 and other.revoked_at is null)
     returning id`,
    [userId, id],
  )
  return rows.length > 0
}

/** Removes a link as if it had never been. False when it was closed or replaced since. */
export const deleteFeed = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const rows = await tx.query(
    'delete from calendar.feed where id = $2 and user_id = $1 and revoked_at is null returning id',
    [userId, id],
  )
  return rows.length > 0
}

/** Whose link has this secret; run as the system, which sees no content. */
export const feedOwner = async (tx: Tx, secretHash: string): Promise<string | null> => {
  const [row] = await tx.query<{ userId: string }>(
    'select user_id as "userId" from calendar.feed where secret_hash = $1 and revoked_at is null',
    [secretHash],
  )
  return row?.userId ?? null
}
