// When bills fall due, what is paid of them and what is not: pure decisions over days, without a clock.
import { Temporal } from 'temporal-polyfill'
import { occurrencesBetween, readRule, type Series } from '../../../core/recurrence.ts'
import { addDays, type LocalDate, toRfc3339 } from '../../../core/time.ts'
import type { BillRow, PaymentRow } from '../repository/bills.ts'
import type { Bill, ShownDue, ShownPayment } from '../schema.ts'
import { earlierOf, laterOf } from './days.ts'

/** A bill may fall due once a day at most. */
const MOST_DUES_A_YEAR = 366
/**
 * An unpaid due day of a series counts as overdue this long; an older one was settled somewhere else. A single payment
 * stays overdue until it is paid or cancelled.
 */
const OVERDUE_DAYS = 60
/** How far ahead the next due day is looked for: a series may repeat every few years. */
const HORIZON_YEARS = 5

const MONTH_END = /^(29|30|31)$/

/**
 * RFC 5545 §3.3.10 leaves out months without the day of BYMONTHDAY=31. People who pay "on the 31st" pay on the last day
 * of a shorter month, so a day from 29 to 31 becomes the last existing one of 28 up to that day. The same for a rule
 * that takes such a day from its start, and for 29 February.
 */
export const keepMonthEnds = (rule: string, start: LocalDate): string => {
  const parts = new Map(
    rule
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  )
  const monthly = parts.get('FREQ') === 'MONTHLY'
  const yearly = parts.get('FREQ') === 'YEARLY'
  const others = ['BYDAY', 'BYSETPOS', 'BYYEARDAY', 'BYWEEKNO'].some((key) => parts.has(key))
  if (others || !(monthly || yearly)) return rule
  if (yearly && !parts.has('BYMONTHDAY') && parts.has('BYMONTH') && parts.get('BYMONTH') !== month(start)) return rule
  const day = parts.get('BYMONTHDAY') ?? String(Number(start.slice(8)))
  if (!MONTH_END.test(day)) return rule
  if (yearly && !parts.has('BYMONTH')) parts.set('BYMONTH', month(start))
  if (yearly && parts.get('BYMONTH') !== '2') return rule
  parts.set('BYMONTHDAY', day === '31' ? '-1' : lastOf(Number(day)))
  if (day !== '31') parts.set('BYSETPOS', '-1')
  return [...parts].map(([key, value]) => `${key}=${value}`).join(';')
}
const month = (date: LocalDate): string => String(Number(date.slice(5, 7)))
const lastOf = (day: number): string => Array.from({ length: day - 27 }, (_, i) => String(28 + i)).join(',')

/** The rule as it is kept and its first day, or what is wrong with it. */
export const readBillRule = (
  rule: string,
  start: LocalDate,
): { rule: string; dueOn: LocalDate } | { problem: 'syntax' | 'dense' | 'empty' } => {
  const read = readRule(keepMonthEnds(rule, start), `${start}T00:00:00`, 'UTC', MOST_DUES_A_YEAR)
  return 'problem' in read ? read : { rule: read.rule, dueOn: read.localStart.slice(0, 10) }
}

type Dated = Pick<BillRow, 'dueOn' | 'rrule' | 'changes' | 'amount'>

/** Days are expanded as UTC midnights: a day has no clock that a DST change could move. */
const seriesOf = (bill: Dated): Series | null =>
  bill.rrule === null ? null : { rule: bill.rrule, localStart: `${bill.dueOn}T00:00:00`, timeZone: 'UTC' }

/** A day on which something is to be paid: `dueOn` is what the rule gives, `on` where it was moved to. */
export interface Due {
  dueOn: LocalDate
  on: LocalDate
  amount: number
}

/** Due days from one day to another, both included, in order; paid or not. */
export const duesBetween = (bill: Dated, from: LocalDate, to: LocalDate): Due[] => {
  const series = seriesOf(bill)
  const changed = new Map(bill.changes.map((change) => [change.dueOn, change]))
  const given =
    series === null
      ? [bill.dueOn]
      : occurrencesBetween(series, midnight(from), midnight(addDays(to, 1))).map(({ local }) => local.slice(0, 10))
  // A moved day may come from outside of the period.
  const days = new Set([...given, ...bill.changes.filter(({ movedTo }) => movedTo !== null).map(({ dueOn }) => dueOn)])
  return [...days]
    .filter((dueOn) => changed.get(dueOn)?.skipped !== true)
    .map((dueOn) => {
      const change = changed.get(dueOn)
      return { dueOn, on: change?.movedTo ?? dueOn, amount: change?.amount ?? bill.amount }
    })
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => a.on.localeCompare(b.on) || a.dueOn.localeCompare(b.dueOn))
}
const midnight = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`)

/** The first day on which an unpaid due day still counts. */
const lookedAfterFrom = (bill: BillRow, today: LocalDate): LocalDate =>
  bill.rrule === null ? earlierOf(bill.dueOn, today) : laterOf(bill.since, addDays(today, -OVERDUE_DAYS))

/** Due days until `to` that are not paid: overdue ones first. */
export const unpaidUntil = (bill: BillRow, payments: readonly PaymentRow[], today: LocalDate, to: LocalDate): Due[] => {
  if (bill.deletedAt !== null) return []
  const paid = new Set(payments.filter(({ billId }) => billId === bill.id).map(({ dueOn }) => dueOn))
  return duesBetween(bill, lookedAfterFrom(bill, today), to).filter(({ dueOn }) => !paid.has(dueOn))
}

/** The earliest due day that is not paid: overdue or to come; null when nothing is to come. */
export const nextDue = (bill: BillRow, payments: readonly PaymentRow[], today: LocalDate): Due | null => {
  const day = Temporal.PlainDate.from(today)
  for (const months of [14, HORIZON_YEARS * 12]) {
    const [first] = unpaidUntil(bill, payments, today, day.add({ months }).toString())
    if (first) return first
    if (bill.rrule === null && bill.dueOn <= day.add({ months }).toString()) return null
  }
  return null
}

const SHOWN_PAYMENTS = 12
/** Most bills fall due within a month: they need no second look. */
const NEAR_DAYS = 35

const showPayment = ({ id, dueOn, paidOn, amount, currency, transactionId }: PaymentRow): ShownPayment => ({
  id,
  dueOn,
  paidOn,
  amount,
  currency,
  transactionId,
})

/** A bill as it is shown on a day. `payments` are its own, the latest due first. */
export const showBill = (row: BillRow, payments: readonly PaymentRow[], today: LocalDate, timeZone: string): Bill => {
  const own = payments.filter(({ billId }) => billId === row.id)
  const near = unpaidUntil(row, own, today, addDays(today, NEAR_DAYS))
  const next = near[0] ?? nextDue(row, own, today)
  const overdue = near.flatMap(({ on }) => (on < today ? [on] : []))
  const status =
    row.deletedAt !== null ? 'cancelled' : next === null ? 'finished' : overdue.length > 0 ? 'overdue' : 'active'
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    amount: row.amount,
    currency: row.currency,
    category: row.category,
    categoryKey: row.categoryKey,
    payee: row.payee,
    accountId: row.accountId,
    dueOn: row.dueOn,
    rrule: row.rrule,
    changes: row.changes,
    since: row.since,
    remindDaysBefore: row.remindDaysBefore,
    remindAt: row.remindAt,
    nextDueOn: next?.on ?? null,
    nextAmount: next?.amount ?? null,
    overdue,
    paidOn:
      own
        .map(({ paidOn }) => paidOn)
        .sort()
        .at(-1) ?? null,
    payments: own.slice(0, SHOWN_PAYMENTS).map(showPayment),
    status,
    active: status === 'active' || status === 'overdue',
    version: row.version,
    createdAt: toRfc3339(row.createdAt, timeZone),
    updatedAt: toRfc3339(row.updatedAt, timeZone),
    deletedAt: row.deletedAt && toRfc3339(row.deletedAt, timeZone),
  }
}

/** The bill that was shown, to be put back as it was. */
export const restoredBill = (shown: Bill): BillRow => ({
  id: shown.id,
  title: shown.title,
  kind: shown.kind,
  amount: shown.amount,
  currency: shown.currency,
  category: shown.category,
  categoryKey: shown.categoryKey,
  payee: shown.payee,
  accountId: shown.accountId,
  dueOn: shown.dueOn,
  rrule: shown.rrule,
  changes: shown.changes,
  since: shown.since,
  remindDaysBefore: shown.remindDaysBefore,
  remindAt: shown.remindAt,
  version: shown.version,
  createdAt: new Date(shown.createdAt),
  updatedAt: new Date(shown.updatedAt),
  deletedAt: shown.deletedAt === null ? null : new Date(shown.deletedAt),
})

/** What falls into a period: paid, overdue and to come. */
export const duesIn = (
  bills: readonly BillRow[],
  payments: readonly PaymentRow[],
  period: { from: LocalDate; to: LocalDate; today: LocalDate },
): ShownDue[] => {
  const paid = new Map(payments.map((payment) => [`${payment.billId} ${payment.dueOn}`, payment]))
  return bills
    .flatMap((bill) =>
      duesBetween(bill, period.from, period.to).flatMap(({ dueOn, on, amount }): ShownDue[] => {
        const payment = paid.get(`${bill.id} ${dueOn}`)
        if (!payment && on < lookedAfterFrom(bill, period.today)) return []
        const shown: ShownDue = {
          billId: bill.id,
          title: bill.title,
          kind: bill.kind,
          dueOn: on,
          amount: payment?.amount ?? amount,
          currency: payment?.currency ?? bill.currency,
          status: payment ? 'paid' : on < period.today ? 'overdue' : 'due',
        }
        return [shown]
      }),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title))
}
