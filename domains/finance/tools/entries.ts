// Recording, correcting, deleting and listing single entries.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { minorDigits } from '../../../core/money.ts'
import { langOf } from '../../../core/user.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { EVERYTHING, readFilter } from '../engine/categories.ts'
import { entryCursor, PAGE, readEntryCursor } from '../engine/pages.ts'
import { periodOf } from '../engine/periods.ts'
import { tellAdded, tellDated, tellEntry, tellList, tellSplit, tellUpdated } from '../engine/sentences.ts'
import { budgetNotice, pressing } from '../engine/spending.ts'
import { keyOf, stemsOf } from '../engine/words.ts'
import { findAccount } from '../repository/accounts.ts'
import { listBudgets } from '../repository/budgets.ts'
import { listRules } from '../repository/rules.ts'
import {
  findTransaction,
  insertTransaction,
  listTransactions,
  lockTransaction,
  refundedOf,
  removeTransactions,
  replaceTransaction,
  spentBetween,
  type TransactionRow,
} from '../repository.ts'
import {
  type AddedTransaction,
  type AddTransaction,
  addTransactionInput,
  addTransactionOutput,
  type BudgetNotice,
  type ById,
  byIdInput,
  type DeletedTransaction,
  deleteTransactionOutput,
  type ListedTransactions,
  type ListTransactions,
  listTransactionsInput,
  listTransactionsOutput,
  type SplitResult,
  type SplitTransaction,
  splitTransactionInput,
  splitTransactionOutput,
  type Transaction,
  type UpdatedTransaction,
  type UpdateTransaction,
  updateTransactionInput,
  updateTransactionOutput,
} from '../schema.ts'
import {
  changeTransaction,
  composeTransaction,
  type Facts,
  invalid,
  readDate,
  restoredRow,
  showTransaction,
  splitParts,
} from '../service.ts'
import { changedSince, todayOf } from './moment.ts'
import { learnRule, unlearnRule } from './rules.ts'

const notFound = (): AppError => new AppError('not_found', 'finance.transaction_not_found')

export const factsOf = async (ctx: Ctx): Promise<Facts> => ({
  user: ctx.user,
  now: ctx.now,
  today: todayOf(ctx),
  rules: await listRules(ctx.tx, ctx.user.id),
})

export const accountOf = async (
  ctx: Ctx,
  id: string | null | undefined,
): Promise<{ id: string; currency: string } | null> => {
  if (!id) return null
  const account = await findAccount(ctx.tx, ctx.user.id, id)
  if (!account) throw new AppError('not_found', 'finance.account_not_found')
  return account
}

/** What a new entry leans on: its accounts, and the expense that money came back for. */
const newEntry = async (ctx: Ctx, input: AddTransaction) => {
  const row = input.refundOf === undefined ? null : await findTransaction(ctx.tx, ctx.user.id, input.refundOf)
  if (row === undefined) throw notFound()
  const refunded = row && { row, refunded: await refundedOf(ctx.tx, ctx.user.id, row.id, null) }
  const account = await accountOf(ctx, input.accountId)
  const toAccount = await accountOf(ctx, input.toAccountId)
  return composeTransaction(input, { ...(await factsOf(ctx)), id: newId(), account, toAccount, refunded })
}

/** The tightest limit that this expense nearly uses up now; limits of other periods are not spoken of. */
const limitAfter = async (ctx: Ctx, row: TransactionRow): Promise<BudgetNotice | null> => {
  if (row.kind !== 'expense') return null
  const keys = row.categoryKey === null ? [EVERYTHING] : [row.categoryKey, EVERYTHING]
  const today = todayOf(ctx)
  const notices: BudgetNotice[] = []
  for (const budget of await listBudgets(ctx.tx, ctx.user.id, { categoryKeys: keys, period: null })) {
    const { from, to } = periodOf(budget.period, today)
    if (budget.currency !== row.currency || row.occurredOn < from || row.occurredOn > to) continue
    const categoryKey = budget.categoryKey === EVERYTHING ? null : budget.categoryKey
    const spent = await spentBetween(ctx.tx, ctx.user.id, { from, to, categoryKey, currency: budget.currency })
    notices.push(budgetNotice(budget, spent, today))
  }
  return pressing(notices)
}

const addTransaction = defineTool<AddTransaction, AddedTransaction>({
  name: 'finance_add_transaction',
  title: 'Record an expense, income or transfer',
  description:
    'Records money spent, received, moved between own accounts (accountId to toAccountId) or returned (refund, with refundOf when the expense is known). Pass category and payee in the words of the person; leave occurredOn out for today.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: addTransactionInput,
  output: addTransactionOutput,
  summary: async (ctx, input) => ({
    key: 'finance.ask_add',
    params: { entry: tellDated(await newEntry(ctx, input)) },
  }),
  run: async (ctx, input) => {
    const row = await insertTransaction(ctx.tx, ctx.user.id, await newEntry(ctx, input))
    const { id, kind, amount, currency, categoryKey, occurredOn } = row
    ctx.emit({ type: 'finance.transaction_added', payload: { id, kind, amount, currency, categoryKey, occurredOn } })
    return { ...showTransaction(row, ctx.user.timeZone), budget: await limitAfter(ctx, row) }
  },
  say: (output, input) => tellAdded(output, input.occurredOn !== undefined),
  undo: async (ctx, { id, version }) => {
    if ((await removeTransactions(ctx.tx, ctx.user.id, [{ id, version }])) !== 1) throw changedSince()
  },
})

/** The payee that a corrected category may hold for from now on; one that already has a rule of its own is not offered. */
const learnable = async (ctx: Ctx, row: TransactionRow, input: UpdateTransaction) => {
  if (input.category === undefined || row.category === null || row.payee === null || row.kind === 'transfer')
    return null
  const { payee: match, category } = row
  const known = (await listRules(ctx.tx, ctx.user.id)).find((rule) => keyOf(rule.match) === keyOf(match))
  return known && known.categoryKey === row.categoryKey ? null : { match, category }
}

/** Puts back the row that was there before, when it is still as the write left it. */
const putBack = async (ctx: Ctx, output: { version: number; previous: Transaction }): Promise<void> => {
  if (output.version === output.previous.version) return
  if (!(await replaceTransaction(ctx.tx, ctx.user.id, output.version, restoredRow(output.previous))))
    throw changedSince()
}

/** A correction may not make more come back than was paid, from either side. */
const keepRefundsWithin = async (ctx: Ctx, row: TransactionRow): Promise<void> => {
  const paid = row.refundOf === null ? row : await findTransaction(ctx.tx, ctx.user.id, row.refundOf)
  if (!paid) return
  const others = await refundedOf(ctx.tx, ctx.user.id, paid.id, row.id)
  const all = others + (row.refundOf === null ? 0 : row.amount)
  if (all > paid.amount || (all > 0 && paid.kind !== 'expense'))
    throw invalid('finance.refund_too_large', 'amount', {
      left: { money: Math.max(0, paid.amount - others), currency: paid.currency },
    })
}

const updateTransaction = defineTool<UpdateTransaction, UpdatedTransaction>({
  name: 'finance_update_transaction',
  title: 'Correct an entry',
  description:
    'Changes amount, category, payee, day or kind of one recorded entry, found with finance_list_transactions. With always a changed category also holds for all entries of that payee from now on.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: updateTransactionInput,
  output: updateTransactionOutput,
  summary: async (ctx, { id }) => {
    const row = await findTransaction(ctx.tx, ctx.user.id, id)
    if (!row) throw notFound()
    return { key: 'finance.ask_update', params: { entry: tellDated(row) } }
  },
  run: async (ctx, input) => {
    const row = await lockTransaction(ctx.tx, ctx.user.id, input.id)
    if (!row) throw notFound()
    const account = await accountOf(ctx, input.accountId === undefined ? row.accountId : input.accountId)
    const { row: next, changed } = changeTransaction(row, input, { ...(await factsOf(ctx)), account })
    await keepRefundsWithin(ctx, next)
    const previous = showTransaction(row, ctx.user.timeZone)
    const lesson = await learnable(ctx, next, input)
    const learns = input.always === true && lesson !== null
    if (next !== row && !(await replaceTransaction(ctx.tx, ctx.user.id, row.version, next))) throw changedSince()
    return {
      ...showTransaction(next, ctx.user.timeZone),
      previous,
      changed,
      rule: learns ? await learnRule(ctx, lesson) : null,
      offer: learns || !changed.includes('category') ? null : lesson,
    }
  },
  say: (output) => tellUpdated(output),
  undo: async (ctx, output) => {
    if (output.rule) await unlearnRule(ctx, output.rule)
    await putBack(ctx, output)
  },
})

const deleteTransaction = defineTool<ById, DeletedTransaction>({
  name: 'finance_delete_transaction',
  title: 'Delete an entry',
  description: 'Deletes one recorded entry, found with finance_list_transactions. Asks first; can be undone.',
  about: 'money',
  risk: 'write',
  confirm: 'always',
  input: byIdInput,
  output: deleteTransactionOutput,
  summary: async (ctx, { id }) => {
    const row = await findTransaction(ctx.tx, ctx.user.id, id)
    if (!row) throw notFound()
    return { key: 'finance.ask_delete', params: { entry: tellDated(row) } }
  },
  run: async (ctx, { id }) => {
    const row = await lockTransaction(ctx.tx, ctx.user.id, id)
    if (!row) throw notFound()
    const gone = { ...row, version: row.version + 1, updatedAt: ctx.now, deletedAt: ctx.now }
    const saved = await replaceTransaction(ctx.tx, ctx.user.id, row.version, gone)
    if (!saved) throw changedSince()
    return {
      ...showTransaction(saved, ctx.user.timeZone),
      previous: showTransaction(row, ctx.user.timeZone),
    }
  },
  say: (output) => ({ key: 'finance.deleted', params: { entry: tellDated(output) } }),
  undo: putBack,
})

/** Words of a search; one that is a number may be an amount in the person's currency: "такси 450". */
const readQuery = (query: string, currency: string): { stem: string; amount: number | null }[] => {
  const stems = stemsOf(query)
  return (stems.length > 0 ? stems : [keyOf(query)]).map((stem) => ({
    stem,
    amount: /^\d{1,12}$/.test(stem) ? Number(stem) * 10 ** minorDigits(currency) : null,
  }))
}

const listEntries = defineTool<ListTransactions, ListedTransactions>({
  name: 'finance_list_transactions',
  title: 'List entries',
  description:
    'Lists recorded entries, newest first: what was bought, when, where. Use it to find the id of an entry; for sums use finance_summarise_spending.',
  about: 'money',
  risk: 'read',
  input: listTransactionsInput,
  output: listTransactionsOutput,
  summary: async () => ({ key: 'finance.ask_list' }),
  run: async (ctx, input) => {
    const lang = langOf(ctx.user.locale)
    const chosen = input.category === undefined ? null : readFilter(input.category, lang)
    const limit = input.limit ?? PAGE
    const from = input.from === undefined ? null : readDate(input.from, 'from')
    const to = input.to === undefined ? null : readDate(input.to, 'to')
    const rows = await listTransactions(ctx.tx, ctx.user.id, {
      from,
      to,
      categoryKey: chosen && 'categoryKey' in chosen ? chosen.categoryKey : null,
      payeeKey: chosen && 'payeeKey' in chosen ? chosen.payeeKey : null,
      accountId: input.accountId ?? null,
      kind: input.kind ?? null,
      query: input.query === undefined ? [] : readQuery(input.query, ctx.user.currency),
      includeDeleted: input.includeDeleted ?? false,
      after: input.cursor === undefined ? null : readEntryCursor(input.cursor),
      limit: limit + 1,
    })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map((row) => showTransaction(row, ctx.user.timeZone)),
      nextCursor: last && rows.length > limit ? entryCursor(last) : null,
      period: { from, to, today: todayOf(ctx) },
    }
  },
  say: (output) => tellList(output.items, output.nextCursor !== null, output.period),
})

const splitTransaction = defineTool<SplitTransaction, SplitResult>({
  name: 'finance_split_transaction',
  title: 'Split an entry into categories',
  description:
    'Divides one recorded entry into parts of different categories; the parts add up to it and count in its place.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: splitTransactionInput,
  output: splitTransactionOutput,
  summary: async (ctx, { id }) => {
    const row = await findTransaction(ctx.tx, ctx.user.id, id)
    if (!row) throw notFound()
    return { key: 'finance.ask_split', params: { entry: tellEntry(row) } }
  },
  run: async (ctx, { id, parts }) => {
    const row = await lockTransaction(ctx.tx, ctx.user.id, id)
    if (!row) throw notFound()
    const composed = splitParts(row, parts, { ...(await factsOf(ctx)), newId })
    const whole = await replaceTransaction(ctx.tx, ctx.user.id, row.version, {
      ...row,
      version: row.version + 1,
      updatedAt: ctx.now,
      supersededAt: ctx.now,
    })
    if (!whole) throw changedSince()
    const saved: TransactionRow[] = []
    for (const part of composed) saved.push(await insertTransaction(ctx.tx, ctx.user.id, part))
    return {
      id,
      transaction: showTransaction(whole, ctx.user.timeZone),
      parts: saved.map((part) => showTransaction(part, ctx.user.timeZone)),
      previous: showTransaction(row, ctx.user.timeZone),
    }
  },
  say: (output) => tellSplit(output.transaction, output.parts),
  undo: async (ctx, { transaction, parts, previous }) => {
    if ((await removeTransactions(ctx.tx, ctx.user.id, parts)) !== parts.length) throw changedSince()
    await putBack(ctx, { version: transaction.version, previous })
  },
})

export const entryTools: Tool[] = [addTransaction, updateTransaction, deleteTransaction, listEntries, splitTransaction]
