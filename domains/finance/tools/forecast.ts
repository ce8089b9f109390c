// The balance of days to come, and whether something fits into it.
import { AppError } from '../../../core/errors.ts'
import { addDays } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { daysBetween } from '../engine/days.ts'
import {
  COVERAGE,
  type Everyday,
  everydayOf,
  forecastPath,
  historyWindow,
  judge,
  lowestOf,
} from '../engine/forecast.ts'
import { billCauses, countedAccounts, plannedCauses } from '../engine/forecast-facts.ts'
import { converter } from '../engine/rates.ts'
import { money } from '../engine/sentences.ts'
import { tellAffordable, tellForecast } from '../engine/telling.ts'
import { keyOf } from '../engine/words.ts'
import { type AccountRow, listAccounts } from '../repository/accounts.ts'
import { type BillRow, listBills, listPayments } from '../repository/bills.ts'
import { everydayByDay, firstEntryOn, plannedBetween, unassignedSince } from '../repository/history.ts'
import {
  type Affordable,
  type AskAfford,
  type AskForecast,
  affordInput,
  affordOutput,
  type Forecast,
  forecastInput,
  forecastOutput,
} from '../schema.ts'
import { invalid, readAmount, readCurrency, readDate } from '../service.ts'
import { todayOf } from './moment.ts'

type Asked = Omit<AskForecast, 'currency'> & { currency: string }

/** Entries on no account since the balances were stated: the money for them came from somewhere among these. */
const unassigned = async (ctx: Ctx, counted: readonly AccountRow[], asked: Asked) => {
  const latest = [...counted].sort(
    (a, b) => b.asOf.localeCompare(a.asOf) || b.statedAt.getTime() - a.statedAt.getTime(),
  )[0]
  if (!latest || asked.accountIds !== undefined) return { amount: 0, ids: [] }
  const { asOf, statedAt } = latest
  const since = { asOf, statedAt, to: todayOf(ctx), currency: asked.currency }
  const rows = await unassignedSince(ctx.tx, ctx.user.id, since)
  const amount = rows.reduce((sum, row) => sum + (row.kind === 'income' ? row.amount : -row.amount), 0)
  return { amount, ids: rows.map(({ id }) => id) }
}

const everyday = async (ctx: Ctx, currency: string, bills: readonly BillRow[]) => {
  const window = historyWindow(await firstEntryOn(ctx.tx, ctx.user.id, currency), todayOf(ctx))
  if (window.days === 0) return { days: 0, estimate: null }
  const withoutPayees = bills.flatMap(({ title, payee }) => [title, ...(payee === null ? [] : [payee])]).map(keyOf)
  const spent = await everydayByDay(ctx.tx, ctx.user.id, { ...window, currency, withoutPayees })
  return { days: window.days, estimate: everydayOf(spent, window) }
}

const bandOf = (estimate: Everyday | null): Forecast['band'] =>
  estimate && {
    coverage: COVERAGE,
    dailyMean: Math.round(estimate.total / estimate.days),
    dailyDeviation: Math.round(estimate.deviation),
    daysOfHistory: estimate.days,
    spent: estimate.total,
    from: estimate.from,
    to: estimate.to,
  }

/** The forecast of a person, with the estimate of everyday spending that it used. */
export const forecastOf = async (
  ctx: Ctx,
  asked: Asked,
): Promise<{ forecast: Forecast; estimate: Everyday | null }> => {
  const today = todayOf(ctx)
  const to = addDays(today, asked.days)
  const convert = converter(asked.currency, asked.rates)
  const accounts = await listAccounts(ctx.tx, ctx.user.id, today)
  if (asked.accountIds?.some((id) => !accounts.some((row) => row.id === id)))
    throw new AppError('not_found', 'finance.account_not_found')
  const { counted, notIncluded } = countedAccounts(accounts, asked.accountIds, convert)
  const known = counted.length > 0
  const bills = await listBills(ctx.tx, ctx.user.id)
  const payments = await listPayments(ctx.tx, ctx.user.id, null)
  const planned = await plannedBetween(ctx.tx, ctx.user.id, addDays(today, 1), to)
  const loose = await unassigned(ctx, counted, asked)
  const { days, estimate } = await everyday(ctx, asked.currency, bills)
  const used = asked.everyday === false ? null : estimate
  const ids = new Set(counted.map(({ id }) => id))
  const others = new Set(accounts.map(({ id }) => id))
  const fromBills = billCauses(bills, payments, { today, to, counted: ids, others, convert })
  const fromEntries = plannedCauses(planned, accounts, ids, convert)
  const held = counted.map((row) => ({
    id: row.id,
    name: row.name,
    balance: convert(row.balance + row.movement, row.currency) ?? 0,
    currency: row.currency,
  }))
  const start = held.reduce((sum, { balance }) => sum + balance, 0) + loose.amount
  const causes = [...fromBills.causes, ...fromEntries.causes]
  const path = known ? forecastPath({ today, days: asked.days, start, causes, everyday: used }) : []
  const forecast: Forecast = {
    status: known ? 'known' : 'unknown',
    currency: asked.currency,
    days: asked.days,
    from: today,
    to,
    start: { balance: known ? start : 0, accounts: held, unassigned: loose.amount, transactionIds: loose.ids },
    path,
    lowest: lowestOf(path, 'balance'),
    lowestKnown: lowestOf(path, 'known'),
    lowestLikely: lowestOf(path, 'low'),
    belowZeroOn: path.find(({ balance }) => balance < 0)?.date ?? null,
    band: known ? bandOf(used) : null,
    daysOfHistory: days,
    notIncluded: [...notIncluded, ...fromBills.notIncluded, ...fromEntries.notIncluded],
    today,
  }
  return { forecast, estimate: used }
}

const currencyOf = (ctx: Ctx, said: string | undefined): string =>
  said === undefined ? ctx.user.currency : readCurrency(said)

const forecastBalance = defineTool<AskForecast, Forecast>({
  name: 'finance_forecast_balance',
  title: 'Forecast the balance',
  description:
    'Answers how much money there will be over the coming days (30 unless said) and when it is lowest: from stated balances, bills, regular income, entries ahead and an average of everyday spending, with the causes of each day. Never compute it yourself and never promise it.',
  about: 'money',
  risk: 'read',
  input: forecastInput,
  output: forecastOutput,
  summary: async (_, { days }) => ({ key: 'finance.ask_forecast', params: { days } }),
  run: async (ctx, input) => (await forecastOf(ctx, { ...input, currency: currencyOf(ctx, input.currency) })).forecast,
  say: (output) => tellForecast(output),
})

/** Looked at after the day of buying, so that the bills of a month are in it. */
const DAYS_AFTER = 30
const MOST_DAYS = 365

/** The currency that is reckoned in: of the amount, or the person's own when a rate to it was stated. */
const reckonedIn = (ctx: Ctx, input: AskAfford): { amount: number; currency: string } => {
  const said = currencyOf(ctx, input.currency)
  const amount = readAmount(input.amount, said)
  const own = converter(ctx.user.currency, input.rates)(amount, said)
  return own === null ? { amount, currency: said } : { amount: own, currency: ctx.user.currency }
}

const canAfford = defineTool<AskAfford, Affordable>({
  name: 'finance_can_afford',
  title: 'Whether something can be afforded',
  description:
    'Answers whether an amount can be spent on a day (today unless said) from the forecast of the balance: yes, tight, no or unknown, with the lowest balance after it. A reading of what is known, never a promise.',
  about: 'money',
  risk: 'read',
  input: affordInput,
  output: affordOutput,
  summary: async (ctx, input) => ({
    key: 'finance.ask_afford',
    params: { amount: money(input.amount, currencyOf(ctx, input.currency)) },
  }),
  run: async (ctx, input) => {
    const today = todayOf(ctx)
    const on = input.on === undefined ? today : readDate(input.on, 'on')
    const ahead = daysBetween(today, on)
    if (ahead < 0) throw invalid('finance.afford_in_past', 'on')
    if (ahead > MOST_DAYS) throw invalid('finance.date_too_far', 'on', { date: { date: on } })
    const { amount, currency } = reckonedIn(ctx, input)
    const days = Math.min(MOST_DAYS, ahead + DAYS_AFTER)
    const { forecast, estimate } = await forecastOf(ctx, {
      days,
      currency,
      ...(input.rates ? { rates: input.rates } : {}),
    })
    const after = forecast.path.filter(({ date }) => date >= on)
    const less = (found: { date: string; balance: number } | null) =>
      found && { ...found, balance: found.balance - amount }
    const without = lowestOf(after, 'balance')
    return {
      verdict: forecast.status === 'unknown' ? 'unknown' : judge(forecast.path, amount, on, estimate),
      amount,
      currency,
      on,
      until: forecast.to,
      lowest: less(without),
      lowestWithout: without,
      lowestLikely: less(lowestOf(after, 'low')),
      causes: forecast.path
        .filter(({ date }) => without !== null && date <= without.date)
        .flatMap(({ causes }) => causes.filter(({ kind }) => kind !== 'everyday')),
      everyday: estimate !== null,
      daysOfHistory: forecast.daysOfHistory,
      notIncluded: forecast.notIncluded,
    }
  },
  say: (output) => tellAffordable(output),
})

export const forecastTools: Tool[] = [forecastBalance, canAfford]
