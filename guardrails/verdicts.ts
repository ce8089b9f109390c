import { newId } from '../core/ids.ts'
import type { Db } from '../db/contract.ts'
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
  db.withUser(verdict.userId, async (tx) => {
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
  })
