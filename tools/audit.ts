import type { Tx } from '../db/contract.ts'
import type { Origin, Risk } from './contract.ts'

export interface AuditRow {
  id: string
  turnId: string | null
  callId: string | null
  parentId: string | null
  tool: string
  risk: Risk
  args: unknown
  argsHash: string
  output: unknown
  status: 'ok' | 'failed'
  error: string | null
}

/** What makes a call unique: its place in a turn, or the caller's own key. */
export interface CallKey {
  turnId?: string | undefined
  callId?: string | undefined
  idempotencyKey?: string | undefined
}

const COLUMNS = `id, turn_id as "turnId", call_id as "callId", parent_id as "parentId", tool, risk, args,
  args_hash as "argsHash", output, status, error`

export interface NewAudit {
  id: string
  userId: string
  key: CallKey
  parentId: string | null
  tool: string
  risk: Risk
  origin: Origin
  args: unknown
  argsHash: string
  output: unknown
  status: 'ok' | 'failed'
  error: string | null
  rules: readonly string[]
  now: Date
}

const INSERT = `insert into tools.audit (id, user_id, turn_id, call_id, idempotency_key, parent_id, tool, risk, channel, actor,
       args, args_hash, output, status, error, rules, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::text[], $17)
     on conflict do nothing returning id`

const valuesOf = (row: NewAudit): unknown[] => [
  row.id,
  row.userId,
  row.key.turnId ?? null,
  row.key.callId ?? null,
  row.key.idempotencyKey ?? null,
  row.parentId,
  row.tool,
  row.risk,
  row.origin.channel,
  row.origin.actor,
  JSON.stringify(row.args ?? null),
  row.argsHash,
  JSON.stringify(row.output ?? null),
  row.status,
  row.error,
  row.rules,
  row.now,
]

/** Writes the row of a run; false when a run with this key is there already. */
export const insertAudit = async (tx: Tx, row: NewAudit): Promise<boolean> =>
  (await tx.query<{ id: string }>(INSERT, valuesOf(row))).length === 1

/** Writes the row of a run that changed nothing, with the commit: it may be there already. */
export const noteAudit = (tx: Tx, row: NewAudit): void => tx.send(INSERT, valuesOf(row))

/** The successful run with this key, if there is one. */
export const findAudit = async (tx: Tx, key: CallKey): Promise<AuditRow | undefined> => {
  const [row] = key.idempotencyKey
    ? await tx.query<AuditRow>(`select ${COLUMNS} from tools.audit where idempotency_key = $1 and status = 'ok'`, [
        key.idempotencyKey,
      ])
    : await tx.query<AuditRow>(
        `select ${COLUMNS} from tools.audit where turn_id = $1 and call_id = $2 and status = 'ok'`,
        [key.turnId, key.callId],
      )
  return row
}

/** All runs of a turn in order: what an interrupted turn is closed from. */
export const auditOfTurn = (tx: Tx, turnId: string): Promise<AuditRow[]> =>
  tx.query<AuditRow>(`select ${COLUMNS} from tools.audit where turn_id = $1 and parent_id is null order by seq`, [
    turnId,
  ])

/** Undoable-or-not writes of the latest turn or direct call not yet undone and at most 24 h old, newest first, children included. */
export const latestWrites = (tx: Tx, now: Date): Promise<AuditRow[]> =>
  tx.query<AuditRow>(
    `with latest as (
       select coalesce(turn_id, id) as grp from tools.audit
       where risk = 'write' and status = 'ok' and undo is null and parent_id is null
         and tool <> 'account_undo_last' and created_at > $1::timestamptz - interval '24 hours' and created_at <= $1
       order by seq desc limit 1)
     select ${COLUMNS} from tools.audit a, latest
     where (coalesce(a.turn_id, a.id) = latest.grp or a.parent_id in (
         select top.id from tools.audit top where coalesce(top.turn_id, top.id) = latest.grp))
       and a.risk <> 'read' and a.status = 'ok' and a.undo is null and a.tool <> 'account_undo_last'
     order by a.seq desc`,
    [now],
  )

export const markUndo = async (tx: Tx, id: string, undo: 'undone' | 'impossible'): Promise<void> => {
  await tx.query('update tools.audit set undo = $2 where id = $1', [id, undo])
}
