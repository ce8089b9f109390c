// Paying bills: each payment is an entry that says which due day it is for.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { isEverydayMoney } from '../engine/accounts.ts'
import { meantDue } from '../engine/bill-changes.ts'
import { tellBill, tellPaidBill } from '../engine/telling.ts'
import { listAccounts } from '../repository/accounts.ts'
import { type BillRow, insertPayment, listPayments, removePayment } from '../repository/bills.ts'
import { insertTransaction, removeTransactions } from '../repository.ts'
import { type MarkBillPaid, markBillPaidInput, type PaidBill, paidBillOutput } from '../schema.ts'
import { composeTransaction, invalid, readEntryDay, showTransaction } from '../service.ts'
import { lockedBill, showNow } from './bills.ts'
import { accountOf, factsOf } from './entries.ts'
import { changedSince, todayOf } from './moment.ts'

/** Where a payment comes from when nobody said: the bill's account, else the only one that everyday money is on. */
const payingAccount = async (ctx: Ctx, row: BillRow, said: string | undefined) => {
  if (said !== undefined) return accountOf(ctx, said)
  const open = await listAccounts(ctx.tx, ctx.user.id)
  const own = open.find(({ id }) => id === row.accountId)
  if (own) return own
  const fitting = open.filter(({ kind, currency }) => isEverydayMoney(kind) && currency === row.currency)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const alreadyPaid = (title: string, dueOn: string): AppError =>
  new AppError('conflict', 'finance.bill_already_paid', { title, date: { date: dueOn } })

const markPaid = defineTool<MarkBillPaid, PaidBill>({
  name: 'finance_mark_bill_paid',
  title: 'Mark a bill paid',
  description:
    'Records that a bill was paid or a regular income came, and creates the entry for it. The coming due day, today and the usual amount unless said otherwise.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: markBillPaidInput,
  output: paidBillOutput,
  summary: async (ctx, { id }) => {
    const { row, payments } = await lockedBill(ctx, id)
    return { key: 'finance.ask_pay_bill', params: { bill: tellBill(showNow(ctx, row, payments)) } }
  },
  run: async (ctx, input) => {
    const { row, payments } = await lockedBill(ctx, input.id)
    const today = todayOf(ctx)
    const paidOn = input.paidOn === undefined ? today : readEntryDay(input.paidOn, today, 'paidOn')
    if (paidOn > today) throw invalid('finance.paid_in_future', 'paidOn')
    const last = payments[0]
    if (last && row.rrule === null) throw alreadyPaid(row.title, last.dueOn)
    const due = meantDue(row, payments, today, input.dueOn, 'dueOn')
    if (payments.some(({ dueOn }) => dueOn === due.dueOn)) throw alreadyPaid(row.title, due.on)
    // Said again on the same day without naming a due day: the same payment, not the one of the next month.
    const again = payments.find((payment) => payment.paidOn === paidOn)
    if (again && input.dueOn === undefined && due.on > today) throw alreadyPaid(row.title, again.dueOn)
    const account = await payingAccount(ctx, row, input.accountId)
    const composed = composeTransaction(
      {
        kind: row.kind,
        amount: input.amount ?? due.amount,
        currency: row.currency,
        payee: row.payee ?? row.title,
        occurredOn: paidOn,
        ...(row.category === null ? {} : { category: row.category }),
      },
      { ...(await factsOf(ctx)), id: newId(), account },
    )
    const saved = await insertTransaction(ctx.tx, ctx.user.id, composed)
    const payment = { id: newId(), billId: row.id, dueOn: due.dueOn, transactionId: saved.id, createdAt: ctx.now }
    await insertPayment(ctx.tx, ctx.user.id, payment)
    const { id, kind, amount, currency, categoryKey, occurredOn } = saved
    ctx.emit({ type: 'finance.transaction_added', payload: { id, kind, amount, currency, categoryKey, occurredOn } })
    ctx.emit({ type: 'finance.bill_paid', payload: { id: row.id, dueOn: due.dueOn, paidOn, transactionId: id } })
    const after = await listPayments(ctx.tx, ctx.user.id, [row.id])
    return {
      ...showNow(ctx, row, after),
      payment: { id: payment.id, dueOn: due.dueOn, paidOn, amount, currency, transactionId: id },
      transaction: showTransaction(saved, ctx.user.timeZone),
    }
  },
  say: (output) => tellPaidBill(output),
  undo: async (ctx, { payment, transaction }) => {
    if ((await removeTransactions(ctx.tx, ctx.user.id, [transaction])) !== 1) throw changedSince()
    if (!(await removePayment(ctx.tx, ctx.user.id, payment.id))) throw changedSince()
  },
})

export const paymentTools: Tool[] = [markPaid]
