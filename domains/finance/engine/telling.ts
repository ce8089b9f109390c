// How bills, forecasts, findings and goals are told: messages only, the number first.
import type { Message, MessageParam } from '../../../core/messages.ts'
import { shapeOf } from '../../../core/recurrence.ts'
import type {
  Affordable,
  Anomaly,
  Bill,
  Cause,
  ChangedBill,
  Contributed,
  Forecast,
  FoundAnomalies,
  FoundRecurring,
  Goal,
  ListedBills,
  PaidBill,
  Recurring,
  SavedGoal,
  Saving,
  ShownDue,
  SuggestedSavings,
  Total,
} from '../schema.ts'
import { duringPeriod, money } from './sentences.ts'

const MOST_LINES = 10

const lines = (rows: readonly Message[], all: number = rows.length): MessageParam => {
  const shown = rows.slice(0, MOST_LINES)
  const rest = all - shown.length
  return { list: rest > 0 ? [...shown, { key: 'finance.and_more', params: { count: rest } }] : shown }
}
const day = (date: string | null): MessageParam => (date === null ? null : { date })
const sums = (totals: readonly Total[]): MessageParam => ({
  list: totals.map(({ total, currency }) => ({ key: 'finance.money', params: { amount: money(total, currency) } })),
  join: 'and',
})
/** How often a bill comes: by day, week, month or year, or by a rule that has no short name. */
const rhythmOf = ({ rrule, dueOn }: Pick<Bill, 'rrule' | 'dueOn'>): { rhythm: string; every: number } => {
  if (rrule === null) return { rhythm: 'once', every: 1 }
  const { kind, interval } = shapeOf(rrule, `${dueOn}T00:00:00`)
  const monthEnd = /^FREQ=MONTHLY/.test(rrule) && /BYMONTHDAY=[\d,]+;BYSETPOS=-1/.test(rrule)
  return { rhythm: monthEnd ? 'monthly' : kind, every: interval }
}

/** `30 000 ₽, аренда, каждый месяц, вс, 5 апреля` */
export const tellBill = (bill: Bill): Message => ({
  key: 'finance.bill',
  params: {
    amount: money(bill.nextAmount ?? bill.amount, bill.currency),
    title: bill.title,
    kind: bill.kind,
    ...rhythmOf(bill),
    next: bill.nextDueOn === null ? 'no' : 'yes',
    date: day(bill.nextDueOn),
  },
})

export const tellNewBill = (bill: Bill): Message => ({ key: 'finance.bill_added', params: { bill: tellBill(bill) } })

export const tellChangedBill = (bill: ChangedBill): Message =>
  bill.changed.length === 0
    ? { key: 'finance.bill_unchanged', params: { bill: tellBill(bill) } }
    : {
        key: 'finance.bill_updated',
        params: {
          bill: tellBill(bill),
          was: bill.nextDueOn !== bill.previous.nextDueOn ? 'day' : 'other',
          before: day(bill.previous.nextDueOn),
        },
      }

const tellDue = (due: ShownDue): Message => ({
  key: `finance.due.${due.status}`,
  params: {
    amount: money(due.amount, due.currency),
    kind: due.kind,
    title: due.title,
    date: { date: due.dueOn },
  },
})

const toPay = ({ toPay: totals, dues, from, to, today }: ListedBills): Message | null => {
  if (totals.length === 0) return null
  const count = dues.filter(({ kind, status }) => kind === 'expense' && status !== 'paid').length
  return { key: 'finance.to_pay', params: { total: sums(totals), count, during: duringPeriod({ from, to }, today) } }
}

export const tellBills = (listed: ListedBills, periodNamed: boolean): Message => {
  const { items, dues } = listed
  if (periodNamed) {
    const total = toPay(listed)
    if (dues.length === 0) return { key: 'finance.no_dues', params: { during: duringPeriod(listed, listed.today) } }
    const rows = lines(dues.map(tellDue))
    return total === null
      ? { key: 'finance.lines', params: { rows } }
      : { key: 'finance.head_lines', params: { head: total, rows } }
  }
  if (items.length === 0) return { key: 'finance.no_bills' }
  const total = toPay(listed)
  const rows = lines(
    items.map((bill) =>
      bill.status === 'overdue' ? { key: 'finance.bill_overdue', params: { bill: tellBill(bill) } } : tellBill(bill),
    ),
  )
  return total === null
    ? { key: 'finance.lines', params: { rows } }
    : { key: 'finance.head_lines', params: { head: total, rows } }
}

export const tellPaidBill = (bill: PaidBill): Message => ({
  key: 'finance.bill_paid',
  params: {
    amount: money(bill.payment.amount, bill.payment.currency),
    title: bill.title,
    kind: bill.kind,
    date: { date: bill.payment.paidOn },
    next: bill.nextDueOn === null ? 'no' : 'yes',
    nextDate: day(bill.nextDueOn),
  },
})

const tellCause =
  (currency: string) =>
  (cause: Cause): Message => ({
    key: 'finance.cause',
    params: {
      date: { date: cause.dueOn },
      title: cause.title ?? { key: 'finance.no_payee' },
      amount: money(Math.abs(cause.amount), currency),
      sign: cause.amount < 0 ? 'minus' : 'plus',
    },
  })

/** Whether everyday spending is in the figure, and what is not. */
const basis = (days: number, counted: boolean, notIncluded: Forecast['notIncluded']): Message[] => {
  const said: Message[] = counted ? [] : [{ key: 'finance.no_everyday', params: { days } }]
  if (notIncluded.length > 0)
    said.push({
      key: 'finance.not_included',
      params: {
        names: {
          list: notIncluded
            .slice(0, MOST_LINES)
            .map(({ name }): Message => ({ key: 'finance.text', params: { text: name } })),
          join: 'and',
        },
      },
    })
  return said
}

/** `41 200 ₽ через 30 дней. …` and under it the dated causes. */
export const tellForecast = (forecast: Forecast): Message => {
  const { lowest, path, currency, band } = forecast
  const last = path.at(-1)
  if (!last || !lowest) return { key: 'finance.forecast_unknown' }
  const causes = path.flatMap((one) => one.causes.filter(({ kind }) => kind !== 'everyday'))
  const head: Message = {
    key: 'finance.forecast',
    params: {
      balance: money(last.balance, currency),
      about: band === null ? 'no' : 'yes',
      days: forecast.days,
      date: { date: last.date },
      same: lowest.balance === last.balance ? 'yes' : 'no',
      lowest: money(lowest.balance, currency),
      lowestOn: { date: lowest.date },
      below: forecast.belowZeroOn === null ? 'no' : 'yes',
      belowOn: day(forecast.belowZeroOn),
      low: money(last.low, currency),
      high: money(last.high, currency),
      everyday: money(band?.dailyMean ?? 0, currency),
    },
  }
  const rest = basis(forecast.daysOfHistory, band !== null, forecast.notIncluded)
  const rows = [head, ...causes.slice(0, MOST_LINES).map(tellCause(currency))]
  if (causes.length > MOST_LINES) rows.push({ key: 'finance.and_more', params: { count: causes.length - MOST_LINES } })
  return { key: 'finance.lines', params: { rows: { list: [...rows, ...rest] } } }
}

export const tellAffordable = (output: Affordable): Message => {
  const { verdict, lowest, currency, amount, on } = output
  if (verdict === 'unknown' || lowest === null) return { key: 'finance.forecast_unknown' }
  const told: Message = {
    key: `finance.afford.${verdict}`,
    params: {
      amount: money(amount, currency),
      on: { date: on },
      lowest: money(lowest.balance, currency),
      short: money(Math.abs(lowest.balance), currency),
      date: { date: lowest.date },
      until: { date: output.until },
    },
  }
  return basis(output.daysOfHistory, output.everyday, output.notIncluded).reduce(
    (sentence, next): Message => ({ key: 'finance.two', params: { first: sentence, second: next } }),
    told,
  )
}

const tellSeries = (one: Recurring): Message => ({
  key: one.active ? 'finance.recurring' : 'finance.recurring_stopped',
  params: {
    amount: money(one.amount, one.currency),
    payee: one.payee,
    kind: one.kind,
    period: one.period,
    date: { date: one.active ? one.nextOn : one.lastOn },
    rise: one.priceChange === null ? 'no' : 'yes',
    from: money(one.priceChange?.from ?? 0, one.currency),
    missed: one.missed.length,
  },
})

export const tellRecurring = ({ items, perMonth }: FoundRecurring): Message => {
  if (items.length === 0) return { key: 'finance.no_recurring' }
  const rows = lines(items.map(tellSeries))
  return perMonth.length === 0
    ? { key: 'finance.lines', params: { rows } }
    : {
        key: 'finance.head_lines',
        params: { head: { key: 'finance.per_month', params: { total: sums(perMonth) } }, rows },
      }
}

const tellAnomaly = (one: Anomaly): Message => ({
  key: `finance.anomaly.${one.kind}`,
  params: {
    title: one.title,
    amount: money(one.amount, one.currency),
    usual: money(one.usual ?? 0, one.currency),
    date: { date: one.occurredOn },
    count: one.transactionIds.length,
  },
})

export const tellAnomalies = ({ items, from, to, today }: FoundAnomalies): Message =>
  items.length === 0
    ? { key: 'finance.no_anomalies', params: { during: duringPeriod({ from, to }, today) } }
    : { key: 'finance.lines', params: { rows: lines(items.map(tellAnomaly)) } }

const tellSaving = (one: Saving): Message => ({
  key: `finance.saving.${one.kind}`,
  params: {
    title: one.title,
    amount: money(one.amount, one.currency),
    now: money(one.now, one.currency),
    before: money(one.before ?? 0, one.currency),
  },
})

export const tellSavings = ({ items }: SuggestedSavings): Message =>
  items.length === 0
    ? { key: 'finance.no_savings' }
    : { key: 'finance.lines', params: { rows: lines(items.map(tellSaving)) } }

/** `120 000 ₽ из 300 000 ₽: отпуск, к 1 июля. Осталось …` */
export const tellGoal = (goal: Goal): Message => ({
  key: 'finance.goal',
  params: {
    saved: money(goal.saved, goal.currency),
    target: money(goal.target, goal.currency),
    left: money(goal.left, goal.currency),
    title: goal.title,
    status: goal.status,
    by: goal.by === null ? 'no' : 'yes',
    date: day(goal.by),
    pace: goal.monthly === null ? 'no' : goal.onTrack === false ? 'late' : 'yes',
    monthly: money(goal.monthly ?? 0, goal.currency),
  },
})

export const tellSavedGoal = (goal: SavedGoal): Message => ({
  key: goal.previous ? 'finance.goal_changed' : 'finance.goal_set',
  params: { goal: tellGoal(goal) },
})

export const tellContributed = (goal: Contributed): Message => ({
  key: goal.reachedNow ? 'finance.goal_reached' : 'finance.contributed',
  params: {
    amount: money(Math.abs(goal.contribution.amount), goal.currency),
    sign: goal.contribution.amount < 0 ? 'out' : 'in',
    title: goal.title,
    goal: tellGoal(goal),
    target: money(goal.target, goal.currency),
  },
})

export const tellGoals = (goals: readonly Goal[]): Message =>
  goals.length === 0
    ? { key: 'finance.no_goals' }
    : { key: 'finance.lines', params: { rows: lines(goals.map(tellGoal)) } }

/** What a reminder says of dues of one moment. */
export const tellDues = (dues: readonly ShownDue[]): Message => ({
  key: 'finance.lines',
  params: { rows: lines(dues.map(tellDue)) },
})
