import type { Db, Tx } from './contract.ts'

/** An event as it stands in the outbox. */
export interface OutboxEvent {
  id: number
  userId: string
  type: string
  payload: Record<string, unknown>
  createdAt: Date
  /** How often delivery has failed before. */
  attempts: number
}

/** Handles one event inside the transaction that also deletes it: what it writes and the deletion commit together. */
export type EventHandler = (tx: Tx, event: OutboxEvent) => Promise<void>

export interface RelayOptions {
  now: Date
  limit?: number
  /** Told about a handler that threw; the event is tried again later. */
  onFailure?: (event: Pick<OutboxEvent, 'id' | 'userId' | 'type'>, error: unknown, final: boolean) => void
}

const MAX_ATTEMPTS = 10
const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 3_600_000

/** Writes events into the outbox of the open transaction, in order. `now` is when they become due. */
export const appendEvents = async (
  tx: Tx,
  userId: string,
  events: readonly { type: string; payload: Record<string, unknown> }[],
  now: Date,
): Promise<void> => {
  if (events.length === 0) return
  await tx.query(
    `insert into db.outbox (user_id, type, payload, created_at, available_at)
     select $1, event->>'type', event->'payload', $3, $3
       from jsonb_array_elements($2::jsonb) with ordinality as given(event, place) order by place`,
    [userId, JSON.stringify(events), now],
  )
}

/**
 * Delivers what is due, oldest first, each event in a transaction of its person, exactly once however many relays run:
 * the row is locked, handled and deleted in one commit, and a relay that finds it locked goes on. Returns how many
 * events were delivered; the caller repeats while it is more than none.
 */
export const relayDue = async (db: Db, handle: EventHandler, options: RelayOptions): Promise<number> => {
  const due = await db.asSystem('relay', (tx) =>
    tx.query<{ id: number; userId: string; type: string }>(
      `select id, user_id as "userId", type from db.outbox
        where available_at <= $1 and failed_at is null order by available_at, id limit $2`,
      [options.now, options.limit ?? 100],
    ),
  )
  let delivered = 0
  for (const event of due) {
    try {
      if (await deliver(db, event, handle)) delivered += 1
    } catch (error) {
      const final = await postpone(db, event, options.now)
      options.onFailure?.(event, error, final)
    }
  }
  return delivered
}

type EventRef = Pick<OutboxEvent, 'id' | 'userId'>

/** False when another relay has it in hand, or has delivered it. */
const deliver = (db: Db, { id, userId }: EventRef, handle: EventHandler): Promise<boolean> =>
  db.withUser(userId, async (tx) => {
    const [event] = await tx.query<OutboxEvent>(
      `select id, user_id as "userId", type, payload, created_at as "createdAt", attempts
         from db.outbox where id = $1 and failed_at is null for update skip locked`,
      [id],
    )
    if (!event) return false
    await handle(tx, event)
    await tx.query('delete from db.outbox where id = $1', [id])
    return true
  })

/** Doubles the pause with each failure; true when that was the last attempt. */
const postpone = (db: Db, { id, userId }: EventRef, now: Date): Promise<boolean> =>
  db.withUser(userId, async (tx) => {
    const [row] = await tx.query<{ attempts: number }>(
      'update db.outbox set attempts = attempts + 1 where id = $1 returning attempts',
      [id],
    )
    if (!row) return false
    const final = row.attempts >= MAX_ATTEMPTS
    const pause = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (row.attempts - 1))
    await tx.query('update db.outbox set available_at = $2, failed_at = $3 where id = $1', [
      id,
      new Date(now.getTime() + pause),
      final ? now : null,
    ])
    return final
  })
