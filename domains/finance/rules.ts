// What money may say by itself: rules over rows, no model.
import { localDateOf } from '../../core/time.ts'
import type { Rule } from '../contract.ts'
import { periodOf } from './engine/periods.ts'
import { tellExceeded } from './engine/sentences.ts'
import { budgetState, exceededAt } from './engine/spending.ts'
import { listBudgets } from './repository/budgets.ts'
import { spendingBetween } from './repository.ts'

/**
 * Tells of a limit that was gone over, once in its period. The rule does not know what was sent, so it names the limit that
 * was crossed last: an earlier one keeps its cause and is not sent again. Limits that one entry crossed are told together.
 */
export const overBudget: Rule = {
  id: 'finance.budget',
  check: async ({ tx, user, now }) => {
    const today = localDateOf(now, user.timeZone)
    const budgets = await listBudgets(tx, user.id, { categoryKeys: null, period: null })
    const periods = budgets.map(({ period }) => periodOf(period, today))
    const from = periods.map((period) => period.from).sort()[0]
    const to = periods
      .map((period) => period.to)
      .sort()
      .at(-1)
    if (from === undefined || to === undefined) return null
    const rows = await spendingBetween(tx, user.id, { kind: 'expense', from, to, categoryKey: null, payeeKey: null })
    const over = budgets.flatMap((budget) => {
      const at = exceededAt(budget, rows, today)
      return at !== null ? [{ at, state: budgetState(budget, rows, today) }] : []
    })
    const latest = Math.max(...over.map(({ at }) => at))
    const crossed = over.flatMap(({ at, state }) => (at === latest ? [state] : []))
    if (crossed.length === 0) return null
    const causes = crossed.map((state) => `budget:${state.id}:${state.from}:over`)
    return { topic: 'finance.budget', cause: causes.sort().join('+'), text: tellExceeded(crossed) }
  },
}
