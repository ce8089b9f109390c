// What money may say by itself: rules over rows, no model.
import { Temporal } from 'temporal-polyfill'
import type { Message } from '../../core/messages.ts'
import { addDays, type Instant, instantAt, type LocalDate, localDateOf } from '../../core/time.ts'
import type { TimeWindow, User } from '../../core/user.ts'
import type { Rule } from '../contract.ts'
import { unpaidUntil } from './engine/bills.ts'
import { periodOf } from './engine/periods.ts'
import { isRecent } from './engine/recurring.ts'
import { money, tellExceeded } from './engine/sentences.ts'
import { budgetState, exceededAt } from './engine/spending.ts'
import { tellDues, tellGoal } from './engine/telling.ts'
import { type BillRow, listBills, listPayments, type PaymentRow } from './repository/bills.ts'
import { listBudgets } from './repository/budgets.ts'
import { listGoals } from './repository/goals.ts'
import { spendingBetween } from './repository.ts'
import type { Goal, Recurring, ShownDue } from './schema.ts'
import { forecastOf } from './tools/forecast.ts'
import { shownGoals } from './tools/goals.ts'
import { seriesOf } from './tools/insights.ts'

/**
 * Tells of a limit that was gone over, once in its period. The rule does not know what was sent, so it names the limit that
 * was crossed last: an earlier one keeps its cause and is not sent again. Limits that one entry crossed are told together.
 */
const overBudget: Rule = {
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

interface DueNotice {
  at: number
  cause: string
  due: ShownDue
}
const HOUR_MS = 3_600_000

const isQuiet = ({ start, end }: TimeWindow, time: string): boolean =>
  start <= end ? time >= start && time < end : time >= start || time < end

/**
 * When a due day is spoken of: the person's hour so many days before, after the quiet hours if it falls into them. Rounded
 * up to the hour in which rules are looked at, so that notices of one round are told together and none is passed over.
 */
const noticeAt = (bill: BillRow, on: LocalDate, user: User): number => {
  const date = addDays(on, -bill.remindDaysBefore)
  const { quietHours } = user
  const quiet = isQuiet(quietHours, bill.remindAt)
  const evening = quiet && quietHours.start > quietHours.end && bill.remindAt >= quietHours.start
  const at = instantAt(evening ? addDays(date, 1) : date, quiet ? quietHours.end : bill.remindAt, user.timeZone)
  return Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS
}

const noticesOf = (bill: BillRow, payments: readonly PaymentRow[], user: User, now: Instant): DueNotice[] => {
  const today = localDateOf(now, user.timeZone)
  return unpaidUntil(bill, payments, today, addDays(today, bill.remindDaysBefore + 1)).flatMap(
    ({ dueOn, on, amount }) => {
      const at = noticeAt(bill, on, user)
      if (on < today || at > now.getTime()) return []
      const { id, title, kind, currency } = bill
      return [
        {
          at,
          cause: `bill:${id}:${dueOn}`,
          due: { billId: id, title, kind, dueOn: on, amount, currency, status: 'due' },
        },
      ]
    },
  )
}

/** Speaks of a bill once before each of its due days. The latest moment is told, as with limits; what is paid is not. */
const billDue: Rule = {
  id: 'finance.bill',
  check: async ({ tx, user, now }) => {
    const payments = await listPayments(tx, user.id, null)
    const notices = (await listBills(tx, user.id)).flatMap((bill) => noticesOf(bill, payments, user, now))
    const latest = Math.max(...notices.map(({ at }) => at))
    const told = notices.filter(({ at }) => at === latest)
    if (told.length === 0) return null
    const cause = told
      .map((notice) => notice.cause)
      .sort()
      .join('+')
    return { topic: 'finance.bill', cause, text: tellDues(told.map(({ due }) => due)) }
  },
}

const WARNED_DAYS = 14
const MOST_CAUSES = 3

/** Warns when known and everyday payments take the balance below zero within two weeks; once for each such day. */
const belowZero: Rule = {
  id: 'finance.forecast',
  check: async (ctx) => {
    const { currency } = ctx.user
    const { forecast } = await forecastOf(ctx, { days: WARNED_DAYS, currency })
    const first = forecast.path.find(({ balance }) => balance < 0)
    const dates = forecast.path.filter(({ date }) => first && date <= first.date)
    const [causeDay] = dates.filter(({ causes }) => causes.some(({ kind }) => kind === 'bill')).slice(-1)
    // Somebody who is below zero already knows it.
    if (!first || forecast.start.balance < 0) return null
    const date = { date: first.date, capital: true } as const
    const short = money(-first.balance, currency)
    // Everyday spending alone has no day of its own: the first day below zero moves with every purchase.
    if (!causeDay)
      return {
        topic: 'finance.forecast',
        cause: `forecast:${currency}:${first.date.slice(0, 7)}:spending`,
        text: { key: 'finance.below_zero_spending', params: { date, short } },
      }
    const bills = dates.flatMap(({ causes }) => causes.filter(({ amount, kind }) => amount < 0 && kind !== 'everyday'))
    const named = bills.slice(-MOST_CAUSES).map(
      ({ title, amount }): Message => ({
        key: 'finance.group',
        params: { name: title ?? '', total: money(-amount, currency) },
      }),
    )
    return {
      topic: 'finance.forecast',
      cause: `forecast:${currency}:${causeDay.date}:below_zero`,
      text: {
        key: 'finance.below_zero',
        params: {
          date,
          short,
          causes: { key: 'finance.below_zero_causes', params: { causes: { list: named, join: 'and' } } },
        },
      },
    }
  },
}

const NEWS_DAYS = 35

const latestRise = (series: readonly Recurring[], today: LocalDate): Recurring | undefined =>
  series
    .filter(({ kind, active, subscription }) => kind === 'expense' && active && subscription)
    .filter(({ priceChange }) => priceChange !== null && isRecent(priceChange.on, today, NEWS_DAYS))
    .sort((a, b) => (b.priceChange?.on ?? '').localeCompare(a.priceChange?.on ?? '') || a.id.localeCompare(b.id))[0]

/** Tells of a subscription that became dearer, once for each rise. */
const priceRise: Rule = {
  id: 'finance.price',
  check: async (ctx) => {
    const rise = latestRise(await seriesOf(ctx), localDateOf(ctx.now, ctx.user.timeZone))
    if (!rise?.priceChange) return null
    const { from, to, on, transactionIds } = rise.priceChange
    return {
      topic: 'finance.price',
      cause: `price:${transactionIds.join(':')}`,
      text: {
        key: 'finance.price_rose',
        params: {
          payee: rise.payee,
          from: money(from, rise.currency),
          to: money(to, rise.currency),
          date: { date: on },
          more: money(Math.round((to - from) * (rise.perYear / rise.amount)), rise.currency),
        },
      },
    }
  },
}

const REACHED_DAYS = 7

const goalNews = (goals: readonly Goal[], today: LocalDate): { cause: string; text: Message } | null => {
  const reached = goals
    .filter(
      ({ status, reachedOn }) =>
        status === 'reached' && reachedOn !== null && reachedOn >= addDays(today, -REACHED_DAYS),
    )
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]
  if (reached)
    return {
      cause: `goal:${reached.id}:${reached.target}:reached`,
      text: {
        key: 'finance.goal_reached',
        params: { target: money(reached.target, reached.currency), title: reached.title },
      },
    }
  // One goal a day, so that several late ones do not come at once.
  const late = goals.filter(
    ({ status, onTrack, monthly }) => status === 'active' && onTrack === false && monthly !== null,
  )
  const goal = late[Temporal.PlainDate.from(today).day % Math.max(1, late.length)]
  if (!goal) return null
  return {
    cause: `goal:${goal.id}:${today.slice(0, 7)}:behind`,
    text: { key: 'finance.sentence', params: { text: tellGoal(goal) } },
  }
}

/** Tells of a goal that was reached, and once a month of one that falls behind an even pace. */
const goals: Rule = {
  id: 'finance.goal',
  check: async (ctx) => {
    const shown = await shownGoals(ctx, await listGoals(ctx.tx, ctx.user.id))
    const news = goalNews(shown, localDateOf(ctx.now, ctx.user.timeZone))
    return news && { topic: 'finance.goal', ...news }
  },
}

export const rules: Rule[] = [overBudget, billDue, belowZero, priceRise, goals]
