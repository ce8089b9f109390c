// Rows of the safety profile and of the breaks that were offered.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { defineTable } from './table.ts'

export interface SafetyFactRow {
  id: string
  kind: 'condition' | 'medication' | 'allergy' | 'injury'
  /** The person's own words. */
  name: string
  key: string
  severity: string | null
  since: LocalDate | null
  dose: string | null
  schedule: string | null
  reaction: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}
export interface BreakOfferRow {
  id: string
  technique: string
  localDate: LocalDate
  status: 'offered' | 'declined' | 'done'
  revision: string
  createdAt: Date
  updatedAt: Date
}

export const SAFETY_FACT = defineTable<SafetyFactRow>('health.safety_fact', {
  id: 'id',
  kind: 'kind',
  name: 'name',
  key: 'key',
  severity: 'severity',
  since: 'since',
  dose: 'dose',
  schedule: 'schedule',
  reaction: 'reaction',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
})
export const BREAK_OFFER = defineTable<BreakOfferRow>('health.break_offer', {
  id: 'id',
  technique: 'technique',
  localDate: 'local_date',
  status: 'status',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
})

/** Every fact, never a page of them: advice without one of them may do harm. */
export const safetyRows = (tx: Tx, userId: string, includeRemoved = false): Promise<SafetyFactRow[]> =>
  tx.query<SafetyFactRow>(
    `select ${SAFETY_FACT.columns} from health.safety_fact t
      where t.user_id = $1 and ($2::boolean or t.deleted_at is null) order by t.kind, t.created_at, t.id`,
    [userId, includeRemoved],
  )

/** Breaks offered since a local day, newest first. */
export const offersSince = (tx: Tx, userId: string, from: LocalDate): Promise<BreakOfferRow[]> =>
  tx.query<BreakOfferRow>(
    `select ${BREAK_OFFER.columns} from health.break_offer t
      where t.user_id = $1 and t.local_date >= $2 order by t.created_at desc, t.id`,
    [userId, from],
  )
