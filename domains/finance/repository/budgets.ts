// SQL of spending limits.
import type { Tx } from '../../../db/contract.ts'
import type { BudgetPeriod } from '../engine/periods.ts'

export interface BudgetRow {
  id: string
  category: string
  categoryKey: string
  limit: number
  currency: string
  period: BudgetPeriod
  version: number
  createdAt: Date
  updatedAt: Date
}
const BUDGET = `b.id, b.category, b.category_key as "categoryKey", b.limit_amount as "limit", b.currency, b.period, b.version,
  b.created_at as "createdAt", b.updated_at as "updatedAt"`

/** Limits in the order they were set; null means any. */
export const listBudgets = (
  tx: Tx,
  userId: string,
  filter: { categoryKeys: string[] | null; period: BudgetPeriod | null },
): Promise<BudgetRow[]> =>
  tx.query<BudgetRow>(
    `select ${BUDGET} from finance.budget b where b.user_id = $1 and b.deleted_at is null
       and ($2::text[] is null or b.category_key = any($2::text[])) and ($3::text is null or b.period = $3)
     order by b.created_at, b.id`,
    [userId, filter.categoryKeys, filter.period],
  )

/** The limit of this category and period, held until the transaction ends. */
export const lockBudget = async (
  tx: Tx,
  userId: string,
  categoryKey: string,
  period: BudgetPeriod,
): Promise<BudgetRow | undefined> => {
  const rows = await tx.query<BudgetRow>(
    `select ${BUDGET} from finance.budget b
     where b.user_id = $1 and b.category_key = $2 and b.period = $3 and b.deleted_at is null for update`,
    [userId, categoryKey, period],
  )
  return rows[0]
}

export const insertBudget = async (tx: Tx, userId: string, row: BudgetRow): Promise<void> => {
  await tx.query(
    `insert into finance.budget (id, user_id, category, category_key, limit_amount, currency, period, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      userId,
      row.category,
      row.categoryKey,
      row.limit,
      row.currency,
      row.period,
      row.version,
      row.createdAt,
      row.updatedAt,
    ],
  )
}

/** Writes a limit over the one of that `version`; whether it still was. */
export const replaceBudget = async (
  tx: Tx,
  userId: string,
  version: number,
  row: Pick<BudgetRow, 'id' | 'category' | 'limit' | 'currency' | 'version' | 'updatedAt'>,
): Promise<boolean> => {
  const rows = await tx.query(
    `update finance.budget set category = $4, limit_amount = $5, currency = $6, version = $7, updated_at = $8
     where user_id = $1 and id = $2 and version = $3 returning id`,
    [userId, row.id, version, row.category, row.limit, row.currency, row.version, row.updatedAt],
  )
  return rows.length === 1
}

export const removeBudget = async (tx: Tx, userId: string, id: string, version: number): Promise<boolean> => {
  const rows = await tx.query(
    'delete from finance.budget where user_id = $1 and id = $2 and version = $3 returning id',
    [userId, id, version],
  )
  return rows.length === 1
}
