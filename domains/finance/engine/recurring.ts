/**
 * What repeats in history: rows of one payee at even intervals with near amounts. At least three of them, the interval
 * within a tolerance of a week, two weeks, a month, a quarter or a year; one missed payment in between does not break it.
 */
import { Temporal } from 'temporal-polyfill'
import { addDays, type LocalDate } from '../../../core/time.ts'
import type { HistoryRow } from '../repository/history.ts'
import type { Recurring, RecurringPeriod } from '../schema.ts'
import { daysBetween } from './days.ts'
import { keyOf } from './words.ts'

const LEAST_OCCURRENCES = 3
/** Amounts this far from the median still belong together: services charge in other currencies, prices rise. */
const NEAR_AMOUNT = 0.35
/** A rise is spoken of from this share on: below it is rounding and exchange rates. */
const LEAST_RISE = 0.03
/** A rise that is older than this is no news. */
const RISE_DAYS = 120

interface Shape {
  period: RecurringPeriod
  days: number
  tolerance: number
  /** Occurrences a year. */
  yearly: number
}
const SHAPES: readonly Shape[] = [
  { period: 'week', days: 7, tolerance: 1, yearly: 52 },
  { period: 'two_weeks', days: 14, tolerance: 2, yearly: 26 },
  { period: 'month', days: 30.4, tolerance: 5, yearly: 12 },
  { period: 'quarter', days: 91.3, tolerance: 8, yearly: 4 },
  { period: 'year', days: 365.25, tolerance: 12, yearly: 1 },
]

/** The middle value; of an even number the lower middle one, so that it is an amount that was really paid. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Groups of rows with near amounts, so that Google's disk and Google's music are two series. */
const byAmount = (rows: readonly HistoryRow[]): HistoryRow[][] => {
  const groups: { rows: HistoryRow[]; last: number }[] = []
  for (const row of rows) {
    let fits: (typeof groups)[number] | undefined
    let least = NEAR_AMOUNT
    for (const group of groups) {
      const off = Math.abs(row.amount - group.last) / Math.max(row.amount, group.last)
      if (off < least || (off === least && !fits)) {
        fits = group
        least = off
      }
    }
    if (fits) {
      fits.rows.push(row)
      fits.last = row.amount
    } else groups.push({ rows: [row], last: row.amount })
  }
  return groups.map((group) => group.rows)
}

const near = (gap: number, shape: Shape, times: number): boolean =>
  Math.abs(gap - shape.days * times) <= shape.tolerance * times
/** One period, or two when a payment was missed in between. */
const fits = (gap: number, shape: Shape): boolean => near(gap, shape, 1) || near(gap, shape, 2)

/** The day after `times` periods; months keep the day of the month where it exists. */
const step = (from: LocalDate, period: RecurringPeriod, times: number): LocalDate => {
  const day = Temporal.PlainDate.from(from)
  if (period === 'week') return addDays(from, 7 * times)
  if (period === 'two_weeks') return addDays(from, 14 * times)
  return day.add({ months: { month: 1, quarter: 3, year: 12 }[period] * times }).toString()
}

const missedIn = (days: readonly LocalDate[], shape: Shape): LocalDate[] =>
  days.slice(1).flatMap((day, i) => {
    const before = days[i] ?? day
    return daysBetween(before, day) > shape.days + shape.tolerance ? [step(before, shape.period, 1)] : []
  })

/** The latest lasting rise: from then on every row costs more than the row before it did. */
const riseOf = (rows: readonly HistoryRow[]): Recurring['priceChange'] => {
  for (let i = rows.length - 1; i > 0; i--) {
    const [before, after] = [rows[i - 1], rows[i]]
    if (!before || !after || after.amount < before.amount * (1 + LEAST_RISE)) continue
    const kept = rows.slice(i).every(({ amount }) => amount > before.amount)
    const steady = rows.slice(0, i).filter(({ amount }) => amount <= before.amount * (1 + LEAST_RISE)).length === i
    if (!kept || !steady) return null
    return { from: before.amount, to: after.amount, on: after.occurredOn, transactionIds: [before.id, after.id] }
  }
  return null
}

/** Whether a rise happened lately enough to be news. */
export const isRecent = (on: LocalDate, today: LocalDate, days = RISE_DAYS): boolean => on >= addDays(today, -days)

/** Categories of things paid for being able to use them; a shop visited every week is no subscription. */
const SUBSCRIPTION_CATEGORIES = new Set(['subscriptions', 'telecom', 'sport'])
const STEADY = 0.02

const isSubscription = (rows: readonly HistoryRow[], shape: Shape): boolean => {
  const [first] = rows
  if (first?.kind !== 'expense' || shape.period === 'two_weeks') return false
  if (SUBSCRIPTION_CATEGORIES.has(first.categoryKey ?? '')) return true
  const usual = median(rows.map(({ amount }) => amount))
  const same = rows.filter(({ amount }) => Math.abs(amount - usual) <= usual * STEADY).length
  const plain = first.categoryKey === null || first.categoryKey === 'entertainment' || first.categoryKey === 'education'
  return shape.period !== 'week' && plain && same * 3 >= rows.length * 2
}

interface BillName {
  id: string
  title: string
  payee: string | null
}
const billOf = (row: HistoryRow, bills: readonly BillName[]): string | null =>
  bills.find(({ title, payee }) => [title, payee].some((name) => name !== null && keyOf(name) === row.payeeKey))?.id ??
  null

const describe = (
  rows: readonly HistoryRow[],
  shape: Shape,
  today: LocalDate,
  bills: readonly BillName[],
): Recurring | null => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const days = rows.map(({ occurredOn }) => occurredOn)
  const active = daysBetween(last.occurredOn, today) <= shape.days * 1.5 + shape.tolerance
  return {
    id: first.id,
    payee: last.payee ?? '',
    payeeKey: last.payeeKey ?? '',
    kind: last.kind,
    category: last.category,
    categoryKey: last.categoryKey,
    amount: last.amount,
    typicalAmount: median(rows.map(({ amount }) => amount)),
    currency: last.currency,
    period: shape.period,
    count: rows.length,
    firstOn: first.occurredOn,
    lastOn: last.occurredOn,
    nextOn: step(last.occurredOn, shape.period, 1),
    perMonth: Math.round((last.amount * shape.yearly) / 12),
    perYear: last.amount * shape.yearly,
    priceChange: riseOf(rows),
    missed: missedIn(days, shape),
    subscription: isSubscription(rows, shape),
    billId: billOf(last, bills),
    active,
    status: active ? 'active' : 'stopped',
    transactionIds: rows.map(({ id }) => id),
  }
}

/** One row a day: two on the same day are a duplicate, not a rhythm. */
const onePerDay = (rows: readonly HistoryRow[]): HistoryRow[] =>
  rows.filter((row, i) => row.occurredOn !== rows[i - 1]?.occurredOn)

/** A short run of a longer history may be even by chance, and so may weeks: they take more rows. */
const leastOf = (shape: Shape, whole: boolean): number =>
  shape.days > 14 ? LEAST_OCCURRENCES + (whole ? 0 : 1) : LEAST_OCCURRENCES + (whole ? 1 : 3)

interface Run {
  rows: HistoryRow[]
  shape: Shape
}
/** The latest rows that keep the rhythm of a shape: what was irregular long ago does not hide a rhythm of today. */
const runOf = (rows: readonly HistoryRow[], gaps: readonly number[], shape: Shape): Run | null => {
  const kept = gaps.length - 1 - gaps.findLastIndex((gap) => !fits(gap, shape))
  const run = gaps.slice(gaps.length - kept)
  const single = run.filter((gap) => near(gap, shape, 1)).length
  const enough = kept + 1 >= leastOf(shape, kept === gaps.length) && single >= Math.min(2, kept)
  return enough && near(median(run), shape, 1) ? { rows: rows.slice(rows.length - kept - 1), shape } : null
}

/** The longest run of any shape. */
const evenTail = (rows: readonly HistoryRow[]): Run | null => {
  if (rows.length < LEAST_OCCURRENCES) return null
  const gaps = rows.slice(1).map((row, i) => daysBetween(rows[i]?.occurredOn ?? row.occurredOn, row.occurredOn))
  const runs = SHAPES.flatMap((shape) => runOf(rows, gaps, shape) ?? [])
  return runs.sort((a, b) => b.rows.length - a.rows.length)[0] ?? null
}

/** Of each payee its latest rows are looked at: five years of months. */
const MOST_ROWS = 60

const runsOf = (rows: readonly HistoryRow[]): Run[] => {
  const whole = evenTail(onePerDay(rows))
  if (whole !== null && byAmount(whole.rows).length === 1) return [whole]
  return byAmount(rows).flatMap((near) => evenTail(onePerDay(near)) ?? [])
}

/** Everything that repeats among rows in order of days: what goes on first, the dearest a year first. */
export const findRecurring = (
  rows: readonly HistoryRow[],
  today: LocalDate,
  bills: readonly BillName[] = [],
): Recurring[] => {
  const past = rows.filter(({ payeeKey, occurredOn }) => payeeKey !== null && occurredOn <= today)
  const groups = Map.groupBy(past, (row) => `${row.kind} ${row.currency} ${row.payeeKey}`)
  return [...groups.values()]
    .flatMap((group) => runsOf(group.slice(-MOST_ROWS)))
    .flatMap((run) => describe(run.rows, run.shape, today, bills) ?? [])
    .sort((a, b) => Number(b.active) - Number(a.active) || b.perYear - a.perYear || a.id.localeCompare(b.id))
}
