import { AppError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Tx } from '../db/contract.ts'
import { findAudit } from './audit.ts'
import type { FoundRow } from './contract.ts'

/** A write that a device made while it was offline. */
export interface SyncItem {
  /** The device's own name for it: unique per person, the same when it is sent again. */
  clientId: string
  tool: string
  input: Record<string, unknown>
  /** The version of the row the device had seen. */
  baseVersion?: string | undefined
}

export interface SyncConflict {
  clientId: string
  tool: string
  input: Record<string, unknown>
  baseVersion: string
  rowId: string
  currentRow: Record<string, unknown>
  currentVersion: string
  createdAt: Date
}

const PREFIX = 'sync:'
export const keyOf = (clientId: string): { idempotencyKey: string } => ({ idempotencyKey: `${PREFIX}${clientId}` })

const REFERENCE = /^client:(.{1,200})$/u

/**
 * The input with every `client:<clientId>` replaced by the id of the row which that item made, in this batch or before:
 * a device cannot know ids of rows it made offline. Throws `invalid` when there is no such item.
 */
export const resolveClientIds = async (tx: Tx, input: Record<string, unknown>): Promise<Record<string, unknown>> =>
  (await resolve(tx, input)) as Record<string, unknown>

const resolve = async (tx: Tx, value: unknown): Promise<unknown> => {
  if (typeof value === 'string') {
    const [, clientId] = REFERENCE.exec(value) ?? []
    return clientId === undefined ? value : madeBy(tx, clientId)
  }
  if (Array.isArray(value)) {
    const items: unknown[] = []
    for (const item of value) items.push(await resolve(tx, item))
    return items
  }
  if (value === null || typeof value !== 'object') return value
  const fields: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) fields[key] = await resolve(tx, item)
  return fields
}

const madeBy = async (tx: Tx, clientId: string): Promise<string> => {
  const { output } = (await findAudit(tx, keyOf(clientId))) ?? {}
  if (output === null || typeof output !== 'object' || !('id' in output) || typeof output.id !== 'string')
    throw new AppError('invalid', 'tools.no_such_item', { id: clientId })
  return output.id
}

/** Keeps both sides of a conflict: what the device wanted and the row it met. Sent again, the same conflict stands once. */
export const keepConflict = async (
  tx: Tx,
  userId: string,
  item: SyncItem & { baseVersion: string },
  rowId: string,
  current: FoundRow,
  now: Date,
): Promise<void> => {
  await tx.query(
    `insert into tools.sync_conflict (id, user_id, client_id, tool, input, base_version, row_id, current_row, current_version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (user_id, client_id) do update set input = excluded.input, base_version = excluded.base_version,
       current_row = excluded.current_row, current_version = excluded.current_version, resolved_at = null`,
    [
      newId(),
      userId,
      item.clientId,
      item.tool,
      JSON.stringify(item.input),
      item.baseVersion,
      rowId,
      JSON.stringify(current.row),
      current.version,
      now,
    ],
  )
}

/** The person decided: the item went through after all. */
export const settleConflict = async (tx: Tx, userId: string, clientId: string, now: Date): Promise<void> => {
  await tx.query(
    'update tools.sync_conflict set resolved_at = $3 where user_id = $1 and client_id = $2 and resolved_at is null',
    [userId, clientId, now],
  )
}

/** Conflicts nobody has decided yet, oldest first. */
export const openConflicts = (tx: Tx, userId: string): Promise<SyncConflict[]> =>
  tx.query<SyncConflict>(
    `select client_id as "clientId", tool, input, base_version as "baseVersion", row_id as "rowId",
       current_row as "currentRow", current_version as "currentVersion", created_at as "createdAt"
     from tools.sync_conflict where user_id = $1 and resolved_at is null order by created_at, id limit 500`,
    [userId],
  )
