// Sums: of spending by group, and of spending against limits. Currencies are never added together.
import type { LocalDate } from '../../../core/time.ts'
import type { Lang } from '../../../core/user.ts'
import type { BudgetRow } from '../repository/budgets.ts'
import type { SpendingRow } from '../repository.ts'
import type { BudgetNotice, BudgetState, CountedRow, Group, Total } from '../schema.ts'
import { canonicalLabel, EVERYTHING, UNCATEGORISED } from './categories.ts'
import { periodOf } from './periods.ts'

/** One total per currency, the person's own first. */
export const totalsOf = (rows: readonly { amount: number; currency: string }[], own: string): Total[] => {
  const sums = new Map<string, number>()
  for (const { amount, currency } of rows) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums]
    .map(([currency, total]) => ({ currency, total }))
    .sort((a, b) => Number(b.currency === own) - Number(a.currency === own) || a.currency.localeCompare(b.currency))
}

type GroupBy = 'category' | 'payee' | 'day'
const keyIn = (row: SpendingRow, by: GroupBy): string =>
  by === 'day' ? row.occurredOn : ((by === 'payee' ? row.payeeKey : row.categoryKey) ?? UNCATEGORISED)

/** Words of rows of one key: the one they share, else the usual name of the category, else the latest. */
const labelOf = (rows: readonly SpendingRow[], key: string, by: GroupBy, lang: Lang): string => {
  if (by === 'day' || key === UNCATEGORISED) return key
  const labels = new Set(rows.map((row) => (by === 'payee' ? row.payee : row.category) ?? key))
  const latest = [...labels].at(-1) ?? key
  if (labels.size === 1) return latest
  return (by === 'category' ? canonicalLabel(key, lang) : undefined) ?? latest
}

/** Sums by group and currency: days in their order, others from the largest. */
export const groupsOf = (rows: readonly SpendingRow[], by: GroupBy, lang: Lang): Group[] => {
  const groups = Map.groupBy(rows, (row) => `${row.currency} ${keyIn(row, by)}`)
  const byKey = Map.groupBy(rows, (row) => keyIn(row, by))
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members
      if (!first) return []
      const key = keyIn(first, by)
      return {
        key,
        label: labelOf(byKey.get(key) ?? members, key, by, lang),
        total: members.reduce((sum, row) => sum + row.amount, 0),
        currency: first.currency,
        count: members.length,
      }
    })
    .sort((a, b) => (by === 'day' ? a.key.localeCompare(b.key) : b.total - a.total || a.key.localeCompare(b.key)))
}

export const asCounted = ({ id, occurredOn, amount, currency, category, payee }: SpendingRow): CountedRow => ({
  id,
  occurredOn,
  amount,
  currency,
  category,
  payee,
})

const NEAR = 0.8

/** A limit against what was spent in its period that holds `date`. Going over is a value, not an error. */
export const budgetNotice = (budget: BudgetRow, spent: number, date: LocalDate): BudgetNotice => ({
  id: budget.id,
  category: budget.category,
  categoryKey: budget.categoryKey,
  limit: budget.limit,
  currency: budget.currency,
  period: budget.period,
  ...periodOf(budget.period, date),
  spent,
  left: budget.limit - spent,
  status: spent > budget.limit ? 'over' : spent >= budget.limit * NEAR ? 'near' : 'within',
})

/** The rows that a limit counts: expenses of its category and currency in its period. */
export const rowsUnder = (budget: BudgetRow, rows: readonly SpendingRow[], date: LocalDate): SpendingRow[] => {
  const { from, to } = periodOf(budget.period, date)
  return rows.filter(
    (row) =>
      row.currency === budget.currency &&
      row.occurredOn >= from &&
      row.occurredOn <= to &&
      (budget.categoryKey === EVERYTHING || row.categoryKey === budget.categoryKey),
  )
}

export const budgetState = (budget: BudgetRow, rows: readonly SpendingRow[], date: LocalDate): BudgetState => {
  const counted = rowsUnder(budget, rows, date)
  const spent = counted.reduce((sum, row) => sum + row.amount, 0)
  return { ...budgetNotice(budget, spent, date), transactionIds: counted.map(({ id }) => id) }
}

/** The limit to speak of after an expense: one that is used up by 80 % or more, the tightest first. */
export const pressing = (notices: readonly BudgetNotice[]): BudgetNotice | null =>
  notices.filter(({ status }) => status !== 'within').sort((a, b) => a.left - b.left)[0] ?? null

/**
 * One figure over several limits, where one exists: the same period and currency, and no limit that holds the others.
 * Null otherwise, since a sum would count rows twice.
 */
export const overall = (budgets: readonly BudgetState[]): { spent: number; left: number; limit: number } | null => {
  const [first] = budgets
  if (!first) return null
  const one = budgets.every(({ period, currency }) => period === first.period && currency === first.currency)
  if (!one || (budgets.length > 1 && budgets.some(({ categoryKey }) => categoryKey === EVERYTHING))) return null
  return budgets.reduce(
    (sum, { spent, left, limit }) => ({ spent: sum.spent + spent, left: sum.left + left, limit: sum.limit + limit }),
    { spent: 0, left: 0, limit: 0 },
  )
}

/** When a limit was gone over, in milliseconds: at the row that crossed it, or when it was set below what was spent already. */
export const exceededAt = (budget: BudgetRow, rows: readonly SpendingRow[], date: LocalDate): number | null => {
  let spent = 0
  for (const row of rowsUnder(budget, rows, date)) {
    spent += row.amount
    if (spent > budget.limit) return Math.max(row.createdAt.getTime(), budget.updatedAt.getTime())
  }
  return null
}
