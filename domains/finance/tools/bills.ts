// Bills and income that comes by itself: when they fall due.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { addDays } from '../../../core/time.ts'
import { holdsWords } from '../../../core/words.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { rescheduled, ruleOf } from '../engine/bill-changes.ts'
import { duesIn, restoredBill, showBill } from '../engine/bills.ts'
import { pageOf } from '../engine/pages.ts'
import { totalsOf } from '../engine/spending.ts'
import { tellBill, tellBills, tellChangedBill, tellNewBill } from '../engine/telling.ts'
import {
  type BillRow,
  insertBill,
  listBills,
  listPayments,
  lockBill,
  type PaymentRow,
  removeBill,
  replaceBill,
} from '../repository/bills.ts'
import {
  type AddBill,
  addBillInput,
  type Bill,
  type ById,
  bill,
  byIdInput,
  type ChangedBill,
  changedBillOutput,
  type ListBills,
  type ListedBills,
  listBillsInput,
  listBillsOutput,
  type UpdateBill,
  updateBillInput,
} from '../schema.ts'
import { classify, invalid, readAmount, readCurrency, readDate } from '../service.ts'
import { accountOf, factsOf } from './entries.ts'
import { changedSince, todayOf } from './moment.ts'

const notFound = (): AppError => new AppError('not_found', 'finance.bill_not_found')
const REMIND_DAYS_BEFORE = 1
const REMIND_AT = '09:00'

/** A bill as it is shown to this person today. */
export const showNow = (ctx: Ctx, row: BillRow, payments: readonly PaymentRow[]): Bill =>
  showBill(row, payments, todayOf(ctx), ctx.user.timeZone)

/** A bill with its payments, held until the transaction ends. Throws `not_found`. */
export const lockedBill = async (ctx: Ctx, id: string): Promise<{ row: BillRow; payments: PaymentRow[] }> => {
  const row = await lockBill(ctx.tx, ctx.user.id, id)
  if (!row) throw notFound()
  return { row, payments: await listPayments(ctx.tx, ctx.user.id, [id]) }
}

const categoryOf = async (ctx: Ctx, said: Pick<BillRow, 'kind' | 'title' | 'payee' | 'category'>) => {
  const { title: note, ...rest } = said
  const { category, categoryKey, payee } = classify({ ...rest, note }, await factsOf(ctx))
  return { category, categoryKey, payee }
}

const compose = async (ctx: Ctx, input: AddBill): Promise<BillRow> => {
  const today = todayOf(ctx)
  const account = await accountOf(ctx, input.accountId)
  const currency = input.currency ? readCurrency(input.currency) : (account?.currency ?? ctx.user.currency)
  if (account && account.currency !== currency)
    throw invalid('finance.account_currency', 'currency', { currency, expected: account.currency })
  const start = input.dueOn === undefined ? undefined : readDate(input.dueOn, 'dueOn')
  if (start === undefined && input.rrule === undefined) throw invalid('finance.bill_needs_day', 'dueOn')
  const when = input.rrule === undefined ? { dueOn: start ?? today, rrule: null } : ruleOf(input.rrule, start ?? today)
  const { title, kind } = input
  return {
    id: newId(),
    title,
    kind,
    amount: readAmount(input.amount, currency),
    currency,
    ...(await categoryOf(ctx, { kind, title, payee: input.payee ?? null, category: input.category ?? null })),
    accountId: account?.id ?? null,
    ...when,
    changes: [],
    since: today,
    remindDaysBefore: input.remindDaysBefore ?? REMIND_DAYS_BEFORE,
    remindAt: input.remindAt ?? REMIND_AT,
    version: 1,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    deletedAt: null,
  }
}

const addBill = defineTool<AddBill, Bill>({
  name: 'finance_add_bill',
  title: 'Add a bill or a regular income',
  description:
    'Records what has to be paid or will come in on a day or regularly: rent, loan payment, subscription, salary on the 10th. dueOn for a single day, rrule (RFC 5545) for a regular one. Use finance_add_transaction for what was already paid.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: addBillInput,
  output: bill,
  summary: async (ctx, input) => ({
    key: 'finance.ask_add_bill',
    params: { bill: tellBill(showNow(ctx, await compose(ctx, input), [])) },
  }),
  run: async (ctx, input) => {
    const row = await compose(ctx, input)
    await insertBill(ctx.tx, ctx.user.id, row)
    const shown = showNow(ctx, row, [])
    const { id, kind, amount, currency, nextDueOn } = shown
    ctx.emit({ type: 'finance.bill_added', payload: { id, kind, amount, currency, nextDueOn } })
    return shown
  },
  say: (output) => tellNewBill(output),
  undo: async (ctx, { id, version }) => {
    if (!(await removeBill(ctx.tx, ctx.user.id, id, version))) throw changedSince()
  },
})

/** What an update compares, in the order in which it is told. */
const CHANGEABLE = [
  'title',
  'kind',
  'amount',
  'currency',
  'dueOn',
  'rrule',
  'changes',
  'nextDueOn',
  'nextAmount',
  'category',
  'payee',
  'accountId',
  'remindDaysBefore',
  'remindAt',
] as const

const changeBill = async (
  ctx: Ctx,
  row: BillRow,
  payments: readonly PaymentRow[],
  input: UpdateBill,
): Promise<BillRow> => {
  const { id: _, scope: __, of: ___, ...given } = input
  if (Object.values(given).every((value) => value === undefined)) throw invalid('finance.nothing_to_change', 'id')
  const single = row.rrule !== null && input.rrule === undefined && (input.scope === 'next' || input.skip === true)
  const account = await accountOf(ctx, input.accountId === undefined ? null : input.accountId)
  const currency = input.currency ? readCurrency(input.currency) : row.currency
  if (account && account.currency !== currency)
    throw invalid('finance.account_currency', 'currency', { currency, expected: account.currency })
  const amount = input.amount === undefined ? row.amount : readAmount(input.amount, currency)
  const title = input.title ?? row.title
  const kind = input.kind ?? row.kind
  const renamed = [input.title, input.category, input.payee, input.kind].some((value) => value !== undefined)
  const named = {
    kind,
    title,
    payee: input.payee === undefined ? row.payee : input.payee,
    category: input.category === undefined ? row.category : input.category,
  }
  return {
    ...row,
    title,
    kind,
    currency,
    amount: single ? row.amount : amount,
    ...(renamed ? await categoryOf(ctx, named) : {}),
    ...(input.category === null ? { category: null, categoryKey: null } : {}),
    ...rescheduled(row, payments, input, todayOf(ctx)),
    accountId: input.accountId === undefined ? row.accountId : (account?.id ?? null),
    remindDaysBefore: input.remindDaysBefore ?? row.remindDaysBefore,
    remindAt: input.remindAt ?? row.remindAt,
    version: row.version + 1,
    updatedAt: ctx.now,
  }
}

const putBack = async (ctx: Ctx, output: { version: number; previous: Bill }): Promise<void> => {
  if (output.version === output.previous.version) return
  if (!(await replaceBill(ctx.tx, ctx.user.id, output.version, restoredBill(output.previous)))) throw changedSince()
}

const updateBill = defineTool<UpdateBill, ChangedBill>({
  name: 'finance_update_bill',
  title: 'Change a bill',
  description:
    'Changes amount, day, rule or name of a bill or regular income, found with finance_list_bills. scope "next" moves, changes or skips only the coming payment; "all" changes it and all later ones. Past payments stay as they are.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: updateBillInput,
  output: changedBillOutput,
  summary: async (ctx, { id }) => {
    const { row, payments } = await lockedBill(ctx, id)
    return { key: 'finance.ask_update_bill', params: { bill: tellBill(showNow(ctx, row, payments)) } }
  },
  run: async (ctx, input) => {
    const { row, payments } = await lockedBill(ctx, input.id)
    const previous = showNow(ctx, row, payments)
    const next = await changeBill(ctx, row, payments, input)
    const shown = showNow(ctx, next, payments)
    const changed = CHANGEABLE.filter((name) => JSON.stringify(shown[name]) !== JSON.stringify(previous[name]))
    if (changed.length === 0) return { ...previous, previous, changed }
    if (!(await replaceBill(ctx.tx, ctx.user.id, row.version, next))) throw changedSince()
    return { ...shown, previous, changed }
  },
  say: (output) => tellChangedBill(output),
  undo: putBack,
})

const cancelBill = defineTool<ById, ChangedBill>({
  name: 'finance_cancel_bill',
  title: 'Cancel a bill',
  description:
    'Ends a bill or regular income: nothing of it is to be paid any more, what was paid stays. Asks first; can be undone.',
  about: 'money',
  risk: 'write',
  confirm: 'always',
  input: byIdInput,
  output: changedBillOutput,
  summary: async (ctx, { id }) => {
    const { row, payments } = await lockedBill(ctx, id)
    return { key: 'finance.ask_cancel_bill', params: { bill: tellBill(showNow(ctx, row, payments)) } }
  },
  run: async (ctx, { id }) => {
    const { row, payments } = await lockedBill(ctx, id)
    const gone = { ...row, version: row.version + 1, updatedAt: ctx.now, deletedAt: ctx.now }
    if (!(await replaceBill(ctx.tx, ctx.user.id, row.version, gone))) throw changedSince()
    return { ...showNow(ctx, gone, payments), previous: showNow(ctx, row, payments), changed: ['status'] }
  },
  say: (output) => ({ key: 'finance.bill_cancelled', params: { bill: tellBill(output.previous) } }),
  undo: putBack,
})

const LISTED_DAYS = 30

const listAll = defineTool<ListBills, ListedBills>({
  name: 'finance_list_bills',
  title: 'List bills and regular income',
  description:
    'Lists bills and regular income with their next due day, what is overdue, and what has to be paid in a period (the coming 30 days unless said). Use it to find the id of a bill.',
  about: 'money',
  risk: 'read',
  input: listBillsInput,
  output: listBillsOutput,
  summary: async () => ({ key: 'finance.ask_bills' }),
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const from = input.from === undefined ? today : readDate(input.from, 'from')
    const to = input.to === undefined ? addDays(from, LISTED_DAYS) : readDate(input.to, 'to')
    if (from > to) throw invalid('finance.period_backwards', 'from')
    const rows = (await listBills(ctx.tx, ctx.user.id, input.status === 'all')).filter(
      (row) =>
        (input.kind === undefined || row.kind === input.kind) &&
        (input.query === undefined || holdsWords(`${row.title} ${row.payee ?? ''} ${row.category ?? ''}`, input.query)),
    )
    const payments = await listPayments(
      ctx.tx,
      ctx.user.id,
      rows.map(({ id }) => id),
    )
    const shown = rows.map((row) => showNow(ctx, row, payments))
    const items = shown
      .filter(({ active }) => active || input.status === 'all')
      .sort((a, b) => (a.nextDueOn ?? '9').localeCompare(b.nextDueOn ?? '9') || a.title.localeCompare(b.title))
    const open = rows.filter(({ deletedAt }) => deletedAt === null)
    // What is overdue has to be paid too, so a list without a period begins with it.
    const overdue = input.from === undefined ? shown.flatMap((row) => row.overdue).sort()[0] : undefined
    const dues = duesIn(open, payments, { from: overdue ?? from, to, today }).filter(
      ({ status, dueOn }) => status !== 'paid' || dueOn >= from,
    )
    const sums = (kind: 'expense' | 'income') =>
      totalsOf(
        dues.filter((due) => due.kind === kind && due.status !== 'paid'),
        ctx.user.currency,
      )
    return { ...pageOf(items, input), dues, toPay: sums('expense'), toReceive: sums('income'), from, to, today }
  },
  say: (output, input) => tellBills(output, input.from !== undefined || input.to !== undefined),
})

export const billTools: Tool[] = [addBill, updateBill, cancelBill, listAll]
