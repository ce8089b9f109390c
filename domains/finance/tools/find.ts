import type { Ctx, FoundRow } from '../../../tools/contract.ts'
import { showAccount } from '../engine/accounts.ts'
import { findAccount } from '../repository/accounts.ts'
import { listBills, listPayments, lockBill } from '../repository/bills.ts'
import { listGoals, lockGoal } from '../repository/goals.ts'
import { lockTransaction } from '../repository.ts'
import { showTransaction } from '../service.ts'
import { showNow } from './bills.ts'
import { shownGoals } from './goals.ts'

/** A payment changes what a bill shows without changing the bill: it counts as a version too. */
const findBill = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  if (!(await lockBill(ctx.tx, ctx.user.id, id))) return null
  const row = (await listBills(ctx.tx, ctx.user.id)).find((bill) => bill.id === id)
  if (!row) return null
  const payments = await listPayments(ctx.tx, ctx.user.id, [id])
  return {
    version: [row.version, ...payments.map((payment) => payment.id)].join(' '),
    row: showNow(ctx, row, payments),
  }
}

const findGoal = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  if (!(await lockGoal(ctx.tx, ctx.user.id, id))) return null
  const [goal] = await shownGoals(
    ctx,
    (await listGoals(ctx.tx, ctx.user.id)).filter((row) => row.id === id),
  )
  return goal ? { version: String(goal.version), row: goal } : null
}

/** An entry, an account, a bill or a goal by id, as their tools show them; held until the transaction ends. */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const { timeZone } = ctx.user
  const entry = await lockTransaction(ctx.tx, ctx.user.id, id)
  if (entry) return { version: String(entry.version), row: showTransaction(entry, timeZone) }
  const account = await findAccount(ctx.tx, ctx.user.id, id)
  if (account) return { version: String(account.version), row: showAccount(account, timeZone) }
  return (await findBill(ctx, id)) ?? findGoal(ctx, id)
}
