import { newId } from '../core/ids.ts'
import { toRfc3339 } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Db, Tx } from '../db/contract.ts'
import { POLICY_VERSION } from './policy.ts'

export interface Verdict {
  userId: string
  turnId: string | null
  gate: 'input' | 'action' | 'reply'
  verdict: string
  rules: readonly string[]
  /** By reference: names and ids, never content. */
  inputs: Record<string, unknown>
  now: Date
}

/** Records a judgement so that the person can ask why. */
export const recordVerdict = (db: Db, verdict: Verdict): Promise<void> =>
  db.withUser(verdict.userId, (tx) => writeVerdict(tx, verdict))

/** The same inside a transaction that is open already. */
export const writeVerdict = async (tx: Tx, verdict: Verdict): Promise<void> => {
  await tx.query(
    `insert into guardrails.verdict (id, user_id, turn_id, gate, verdict, rules, inputs, version, created_at)
     values ($1, $2, $3, $4, $5, $6::text[], $7, $8, $9)`,
    [
      newId(),
      verdict.userId,
      verdict.turnId,
      verdict.gate,
      verdict.verdict,
      verdict.rules,
      JSON.stringify(verdict.inputs),
      POLICY_VERSION,
      verdict.now,
    ],
  )
}

interface VerdictRow {
  id: string
  gate: string
  verdict: string
  rules: string[]
  inputs: Record<string, unknown>
  version: string
  createdAt: Date
}

/** The verdict with this id, or the latest one that refused something; null when there is none. */
export const explainVerdict = async (tx: Tx, user: Pick<User, 'timeZone'>, id?: string) => {
  const [row] = await tx.query<VerdictRow>(
    `select id, gate, verdict, rules, inputs, version, created_at as "createdAt" from guardrails.verdict
     where $1::uuid is null or id = $1 order by seq desc limit 1`,
    [id ?? null],
  )
  if (!row) return null
  const tool = row.inputs['tool']
  return {
    id: row.id,
    at: toRfc3339(row.createdAt, user.timeZone),
    tool: typeof tool === 'string' ? tool : null,
    outcome: row.verdict,
    reason: null,
    rules: row.rules.map((rule) => ({ id: rule, version: row.version })),
    inputs: Object.entries(row.inputs).map(([kind, ref]) => ({ kind, ref: String(ref) })),
    versions: { policy: row.version },
  }
}
