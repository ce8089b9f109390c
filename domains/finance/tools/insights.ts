// What history shows: what repeats, what stands out, where money could be left over.
import { Temporal } from 'temporal-polyfill'
import { addDays } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { findAnomalies, findDuplicates } from '../engine/anomalies.ts'
import { pageOf } from '../engine/pages.ts'
import { findRecurring } from '../engine/recurring.ts'
import { findSavings } from '../engine/savings.ts'
import { budgetState, totalsOf } from '../engine/spending.ts'
import { tellAnomalies, tellRecurring, tellSavings } from '../engine/telling.ts'
import { listBills } from '../repository/bills.ts'
import { listBudgets } from '../repository/budgets.ts'
import { type HistoryRow, historyBetween } from '../repository/history.ts'
import {
  type FindAnomalies,
  type FindRecurring,
  type FoundAnomalies,
  type FoundRecurring,
  findAnomaliesInput,
  findAnomaliesOutput,
  findRecurringInput,
  findRecurringOutput,
  type Recurring,
  type SuggestedSavings,
  type SuggestSavings,
  suggestSavingsInput,
  suggestSavingsOutput,
} from '../schema.ts'
import { invalid, readDate } from '../service.ts'
import { todayOf } from './moment.ts'
import { expensesFor } from './spending.ts'

/** Far enough back for three payments a year apart, with room for the last one being late. */
const YEARS = 4

/** Entries until today, and everything that repeats among them. */
const historyOf = async (ctx: Ctx): Promise<{ rows: HistoryRow[]; series: Recurring[] }> => {
  const today = todayOf(ctx)
  const from = Temporal.PlainDate.from(today).subtract({ years: YEARS }).toString()
  const rows = await historyBetween(ctx.tx, ctx.user.id, from, today)
  return { rows, series: findRecurring(rows, today, await listBills(ctx.tx, ctx.user.id)) }
}

/** Everything that repeats for a person until today. */
export const seriesOf = async (ctx: Ctx): Promise<Recurring[]> => (await historyOf(ctx)).series

const findRepeated = defineTool<FindRecurring, FoundRecurring>({
  name: 'finance_find_recurring',
  title: 'Find regular payments and subscriptions',
  description:
    'Finds subscriptions, regular payments and regular income in the recorded entries: how often, how much, when next, price rises and missed ones. Needs at least three entries of the same payee.',
  about: 'money',
  risk: 'read',
  input: findRecurringInput,
  output: findRecurringOutput,
  summary: async () => ({ key: 'finance.ask_recurring' }),
  run: async (ctx, input) => {
    const found = (await seriesOf(ctx)).filter(({ kind }) => input.kind === undefined || kind === input.kind)
    const paid = found.filter(({ kind, active }) => kind === 'expense' && active)
    const perMonth = totalsOf(
      paid.map(({ perMonth: amount, currency }) => ({ amount, currency })),
      ctx.user.currency,
    )
    return { ...pageOf(found, input), perMonth }
  },
  say: (output) => tellRecurring(output),
})

const LOOKED_AT_DAYS = 30
const COMPARED_DAYS = 365

const findOdd = defineTool<FindAnomalies, FoundAnomalies>({
  name: 'finance_find_anomalies',
  title: 'Find what stands out in spending',
  description:
    'Finds payments made twice, amounts far above the usual, payments that began to repeat and prices that rose, each with its entries; the last 30 days unless said.',
  about: 'money',
  risk: 'read',
  input: findAnomaliesInput,
  output: findAnomaliesOutput,
  summary: async () => ({ key: 'finance.ask_anomalies' }),
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const to = input.to === undefined ? today : readDate(input.to, 'to')
    const from = input.from === undefined ? addDays(to, -LOOKED_AT_DAYS) : readDate(input.from, 'from')
    if (from > to) throw invalid('finance.period_backwards', 'from')
    const { rows, series } = await historyOf(ctx)
    const since = addDays(from, -COMPARED_DAYS)
    const compared = rows.filter(({ occurredOn }) => occurredOn >= since && occurredOn <= to)
    const found = findAnomalies(compared, series, { from, to })
    return { ...pageOf(found, input), from, to, today }
  },
  say: (output) => tellAnomalies(output),
})

const DUPLICATE_DAYS = 60
const GROWTH_MONTHS = 4

const suggest = defineTool<SuggestSavings, SuggestedSavings>({
  name: 'finance_suggest_savings',
  title: 'Suggest where money could be saved',
  description:
    'Names what could be saved, from entries only: prices that rose, services of one kind, subscriptions, limits gone over, payments made twice, categories that grew. Gives no advice on credit or investments; add none.',
  about: 'money',
  risk: 'read',
  input: suggestSavingsInput,
  output: suggestSavingsOutput,
  summary: async () => ({ key: 'finance.ask_savings' }),
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const first = Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: GROWTH_MONTHS }).toString()
    const { rows: all, series } = await historyOf(ctx)
    const rows = all.filter(({ occurredOn }) => occurredOn >= first)
    const budgets = await listBudgets(ctx.tx, ctx.user.id, { categoryKeys: null, period: null })
    const spent = await expensesFor(ctx, budgets, today)
    const found = findSavings({
      today,
      lang: langOf(ctx.user.locale),
      series,
      rows,
      budgets: budgets.map((budget) => budgetState(budget, spent, today)),
      duplicates: findDuplicates(
        rows.filter(({ kind }) => kind === 'expense'),
        { from: addDays(today, -DUPLICATE_DAYS), to: today },
      ),
    })
    return pageOf(found, input)
  },
  say: (output) => tellSavings(output),
})

export const insightTools: Tool[] = [findRepeated, findOdd, suggest]
