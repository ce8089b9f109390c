// Sums, and limits of spending.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { toRfc3339 } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { EVERYTHING, isEverything, readCategory, readFilter, readPayee } from '../engine/categories.ts'
import { pageOf } from '../engine/pages.ts'
import { monthToDate, periodOf } from '../engine/periods.ts'
import { duringPeriod, money, tellBudgets, tellLimit, tellSummary } from '../engine/sentences.ts'
import { asCounted, budgetState, groupsOf, overall, rowsUnder, totalsOf } from '../engine/spending.ts'
import {
  type BudgetRow,
  insertBudget,
  listBudgets,
  lockBudget,
  removeBudget,
  replaceBudget,
} from '../repository/budgets.ts'
import { type SpendingRow, spendingBetween } from '../repository.ts'
import {
  type Budgets,
  type GetBudgets,
  getBudgetsInput,
  getBudgetsOutput,
  type SavedBudget,
  type SetBudget,
  type Summarise,
  type Summary,
  setBudgetInput,
  setBudgetOutput,
  summariseInput,
  summariseOutput,
} from '../schema.ts'
import { readAmount, readCurrency, readDate } from '../service.ts'
import { changedSince, todayOf } from './moment.ts'

/** What a question about spending covers: the month until today unless the person named something else. */
const askedPeriod = (input: Summarise, today: string): { from: string; to: string } => {
  const to = input.to === undefined ? today : readDate(input.to, 'to')
  const from = input.from === undefined ? monthToDate(to).from : readDate(input.from, 'from')
  if (from > to)
    throw new AppError(
      'invalid',
      'finance.period_backwards',
      {},
      { errors: [{ path: 'from', message: 'finance.period_backwards' }] },
    )
  return { from, to }
}

const summariseSpending = defineTool<Summarise, Summary>({
  name: 'finance_summarise_spending',
  title: 'Sum up spending or income',
  description:
    'Answers how much was spent or earned from one local date to another, both included, in all or by category, payee or day. Every sum comes from here; never add amounts yourself.',
  about: 'money',
  risk: 'read',
  input: summariseInput,
  output: summariseOutput,
  summary: async (ctx, input) => {
    const today = todayOf(ctx)
    return { key: 'finance.ask_summarise', params: { during: duringPeriod(askedPeriod(input, today), today) } }
  },
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const lang = langOf(ctx.user.locale)
    const { from, to } = askedPeriod(input, today)
    const kind = input.kind ?? 'expense'
    const wanted = input.category === undefined || isEverything(input.category) ? undefined : input.category
    const chosen = wanted === undefined ? null : readFilter(wanted, lang)
    const payeeKey = input.payee === undefined ? null : readPayee(input.payee).key
    const rows = await spendingBetween(ctx.tx, ctx.user.id, {
      kind,
      from,
      to,
      categoryKey: chosen && 'categoryKey' in chosen ? chosen.categoryKey : null,
      payeeKey: payeeKey ?? (chosen && 'payeeKey' in chosen ? chosen.payeeKey : null),
    })
    const groupBy = input.groupBy ?? 'category'
    const totals = totalsOf(rows, ctx.user.currency)
    return {
      total: totals.find(({ currency }) => currency === ctx.user.currency)?.total ?? 0,
      currency: ctx.user.currency,
      totals,
      groups: groupsOf(rows, groupBy, lang),
      groupBy,
      kind,
      filter: filterName(input.payee, wanted, lang),
      count: rows.length,
      transactionIds: rows.map(({ id }) => id),
      from,
      to,
      today,
    }
  },
  say: (output) => tellSummary(output),
})

const filterName = (payee: string | undefined, category: string | undefined, lang: 'ru' | 'en'): string | null => {
  if (payee !== undefined) return readPayee(payee).name
  if (category === undefined) return null
  const { label, merchant } = readCategory(category, lang)
  return merchant ?? label
}

/** The expenses that these limits may count today. */
export const expensesFor = async (ctx: Ctx, budgets: readonly BudgetRow[], today: string): Promise<SpendingRow[]> => {
  const periods = budgets.map(({ period }) => periodOf(period, today))
  const from = periods.map((period) => period.from).sort()[0]
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1)
  if (from === undefined || to === undefined) return []
  const keys = new Set(budgets.map(({ categoryKey }) => categoryKey))
  const [only] = keys
  const categoryKey = keys.size === 1 && only !== undefined && only !== EVERYTHING ? only : null
  return spendingBetween(ctx.tx, ctx.user.id, { kind: 'expense', from, to, categoryKey, payeeKey: null })
}

/** The category of a limit; one on spending as a whole has a key of its own. */
const limitCategory = (text: string, lang: 'ru' | 'en'): { label: string; key: string } => {
  if (isEverything(text)) return { label: text.toLowerCase(), key: EVERYTHING }
  const { label, key } = readCategory(text, lang)
  return { label, key }
}

const setBudget = defineTool<SetBudget, SavedBudget>({
  name: 'finance_set_budget',
  title: 'Set a spending limit',
  description:
    'Sets how much may be spent on a category in a week, month or year; a limit of the same category and period is replaced. Category "everything" limits all spending.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: setBudgetInput,
  output: setBudgetOutput,
  summary: async (ctx, input) => {
    const { label } = limitCategory(input.category, langOf(ctx.user.locale))
    const currency = input.currency ? readCurrency(input.currency) : ctx.user.currency
    return {
      key: 'finance.ask_limit',
      params: { limit: money(input.limit, currency), period: input.period, category: label },
    }
  },
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const currency = input.currency ? readCurrency(input.currency) : ctx.user.currency
    const limit = readAmount(input.limit, currency, 'limit')
    const { label, key } = limitCategory(input.category, langOf(ctx.user.locale))
    const before = await lockBudget(ctx.tx, ctx.user.id, key, input.period)
    const row: BudgetRow = {
      id: before?.id ?? newId(),
      category: label,
      categoryKey: key,
      limit,
      currency,
      period: input.period,
      version: (before?.version ?? 0) + 1,
      createdAt: before?.createdAt ?? ctx.now,
      updatedAt: ctx.now,
    }
    if (!before) await insertBudget(ctx.tx, ctx.user.id, row)
    else if (!(await replaceBudget(ctx.tx, ctx.user.id, before.version, row))) throw changedSince()
    const rows = await expensesFor(ctx, [row], today)
    return {
      ...budgetState(row, rows, today),
      rows: rowsUnder(row, rows, today).map(asCounted),
      version: row.version,
      previous: before
        ? {
            category: before.category,
            limit: before.limit,
            currency: before.currency,
            updatedAt: toRfc3339(before.updatedAt, ctx.user.timeZone),
          }
        : null,
    }
  },
  say: (output) => tellLimit(output),
  undo: async (ctx, { id, version, previous }) => {
    const done = previous
      ? await replaceBudget(ctx.tx, ctx.user.id, version, {
          ...previous,
          id,
          version: version - 1,
          updatedAt: new Date(previous.updatedAt),
        })
      : await removeBudget(ctx.tx, ctx.user.id, id, version)
    if (!done) throw changedSince()
  },
})

const getBudgets = defineTool<GetBudgets, Budgets>({
  name: 'finance_get_budgets',
  title: 'Show spending limits and what is left',
  description: 'Answers how much is left of one or all spending limits in their current week, month or year.',
  about: 'money',
  risk: 'read',
  input: getBudgetsInput,
  output: getBudgetsOutput,
  summary: async () => ({ key: 'finance.ask_budgets' }),
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const asked = input.category === undefined ? null : limitCategory(input.category, langOf(ctx.user.locale))
    const found = await listBudgets(ctx.tx, ctx.user.id, {
      categoryKeys: asked ? [asked.key] : null,
      period: input.period ?? null,
    })
    const page = pageOf(found, input)
    const rows = await expensesFor(ctx, page.items, today)
    const budgets = page.items.map((budget) => budgetState(budget, rows, today))
    const counted = new Set(budgets.flatMap(({ transactionIds }) => transactionIds))
    const sums = overall(budgets)
    return {
      budgets,
      items: budgets,
      rows: rows.filter(({ id }) => counted.has(id)).map(asCounted),
      spent: sums?.spent ?? null,
      left: sums?.left ?? null,
      limit: sums?.limit ?? null,
      currency: sums ? (budgets[0]?.currency ?? null) : null,
      category: asked?.label ?? null,
      nextCursor: page.nextCursor,
    }
  },
  say: (output) => tellBudgets(output.budgets, output.category),
})

export const spendingTools: Tool[] = [summariseSpending, setBudget, getBudgets]
