import { AppError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Message } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { Tx } from '../db/contract.ts'
import { argsHash } from '../tools/hash.ts'

/** How long a confirmation stays open. */
export const PENDING_MINUTES = 30

export type PendingStatus = 'open' | 'approved' | 'rejected' | 'executed' | 'failed' | 'expired'
export interface PendingAction {
  id: string
  pendingId: string
  threadId: string
  turnId: string
  callId: string
  tool: string
  args: unknown
  argsHash: string
  summary: Message
  status: PendingStatus
  expiresAt: Date
}

const COLUMNS = `id, pending_id as "pendingId", thread_id as "threadId", turn_id as "turnId", call_id as "callId", tool,
  args, args_hash as "argsHash", summary, status, expires_at as "expiresAt"`

/**
 * Opens the confirmation of a turn: one row an action, keyed by `(turn, call)` so that asking twice changes nothing.
 * Another open confirmation of the thread is replaced and becomes `expired`.
 */
export const openPending = async (
  tx: Tx,
  ask: {
    userId: string
    threadId: string
    turnId: string
    now: Instant
    actions: { callId: string; tool: string; args: unknown; summary: Message }[]
  },
): Promise<PendingAction[]> => {
  const before = await tx.query<PendingAction>(
    `select ${COLUMNS} from guardrails.pending_action where turn_id = $1 order by position`,
    [ask.turnId],
  )
  const known = new Set(before.map((row) => row.callId))
  const fresh = ask.actions.filter((action) => !known.has(action.callId))
  if (fresh.length === 0) return before
  await tx.query(
    `update guardrails.pending_action set status = 'expired', decided_at = $2
     where thread_id = $1 and status = 'open' and turn_id <> $3`,
    [ask.threadId, ask.now, ask.turnId],
  )
  const pendingId = before[0]?.pendingId ?? newId()
  const expires = new Date(ask.now.getTime() + PENDING_MINUTES * 60_000)
  await tx.query(
    `insert into guardrails.pending_action (id, pending_id, user_id, thread_id, turn_id, call_id, position, tool, args,
       args_hash, summary, status, expires_at, created_at)
     select r.id, $1, $2, $3, $4, r.call_id, r.position, r.tool, r.args, r.args_hash, r.summary, 'open', $5, $6
     from jsonb_to_recordset($7::jsonb) as r(id uuid, call_id text, position int, tool text, args jsonb, args_hash text, summary jsonb)
     on conflict (turn_id, call_id) do nothing`,
    [
      pendingId,
      ask.userId,
      ask.threadId,
      ask.turnId,
      expires,
      ask.now,
      JSON.stringify(
        fresh.map((action, index) => ({
          id: newId(),
          call_id: action.callId,
          position: before.length + index,
          tool: action.tool,
          args: action.args,
          args_hash: argsHash(action.tool, action.args),
          summary: action.summary,
        })),
      ),
    ],
  )
  return tx.query<PendingAction>(
    `select ${COLUMNS} from guardrails.pending_action where turn_id = $1 order by position`,
    [ask.turnId],
  )
}

/** The open actions of a thread that have not expired at `now`; expired ones are marked so. */
export const openActions = async (tx: Tx, threadId: string, now: Instant): Promise<PendingAction[]> =>
  tx.query<PendingAction>(
    `select ${COLUMNS} from guardrails.pending_action
     where thread_id = $1 and status = 'open' and expires_at > $2 order by position`,
    [threadId, now],
  )

export interface ActionDecision {
  actionId: string
  decision: 'approve' | 'reject'
}

/**
 * Records decisions on a confirmation. Actions not named stay open. Throws `not_found` (nothing of this person has the
 * id), `conflict` (already answered, expired or replaced) and `invalid` (an action that is not part of it).
 */
export const decidePending = async (
  tx: Tx,
  pendingId: string,
  decisions: readonly ActionDecision[],
  now: Instant,
): Promise<PendingAction[]> => {
  const rows = await tx.query<PendingAction>(
    `select ${COLUMNS} from guardrails.pending_action where pending_id = $1 order by position for update`,
    [pendingId],
  )
  if (rows.length === 0) throw new AppError('not_found', 'guardrails.pending_not_found')
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { actionId } of decisions) {
    const row = byId.get(actionId)
    if (!row) throw new AppError('invalid', 'guardrails.pending_foreign_action')
    if (row.status === 'expired' || row.expiresAt <= now) throw new AppError('conflict', 'guardrails.pending_expired')
    if (row.status !== 'open') throw new AppError('conflict', 'guardrails.pending_answered')
  }
  for (const { actionId, decision } of decisions) {
    const status = decision === 'approve' ? 'approved' : 'rejected'
    await tx.query('update guardrails.pending_action set status = $2, decided_at = $3 where id = $1', [
      actionId,
      status,
      now,
    ])
    const row = byId.get(actionId)
    if (row) row.status = status
  }
  return rows
}

export const actionsOfTurn = (tx: Tx, turnId: string): Promise<PendingAction[]> =>
  tx.query<PendingAction>(`select ${COLUMNS} from guardrails.pending_action where turn_id = $1 order by position`, [
    turnId,
  ])

/** Marks what became of an approved action. */
export const settleAction = async (tx: Tx, id: string, status: 'executed' | 'failed'): Promise<void> => {
  await tx.query(`update guardrails.pending_action set status = $2 where id = $1 and status = 'approved'`, [id, status])
}

/** What the person approved at this moment in a thread: the work of the turn that began then, done or not. */
export const actionsApprovedAt = (tx: Tx, threadId: string, at: Instant): Promise<PendingAction[]> =>
  tx.query<PendingAction>(
    `select ${COLUMNS} from guardrails.pending_action
     where thread_id = $1 and decided_at = $2 and status in ('approved', 'executed', 'failed') order by position`,
    [threadId, at],
  )

/** An approved action whose turn died before it ran waits for the person again. */
export const reopenAction = async (tx: Tx, id: string): Promise<void> => {
  await tx.query(
    `update guardrails.pending_action set status = 'open', decided_at = null where id = $1 and status = 'approved'`,
    [id],
  )
}
