/**
 * The balance of days to come. The central path starts from stated balances and adds what is known with its day: bills,
 * income that comes by itself, entries recorded ahead; and an average of everyday spending, as a cause of its own.
 *
 * Everyday spending is what was spent without bills on the days before today. Its mean is the sum over those days by
 * their number; day k of the forecast takes round(sum·k/n) − round(sum·(k−1)/n), halves away from zero, so that no unit
 * is lost and everything stays an integer. With less than 14 days of history there is none.
 *
 * The band is ±z·s·√k around the path: s is the sample deviation of a day's spending, days are taken as independent, so
 * variances add. z = 1.2816 leaves 80 % inside for a normal sum (NIST/SEMATECH e-Handbook of Statistical Methods, 2012,
 * §1.3.6.7.1). It describes past spread only and promises nothing.
 */
import { addDays, type LocalDate } from '../../../core/time.ts'
import type { Cause, ForecastDay } from '../schema.ts'
import { daysBetween, laterOf } from './days.ts'

export const COVERAGE = 0.8
const Z = 1.2816
const LEAST_HISTORY = 14
const HISTORY_DAYS = 90

/** Spending of the days before today; `days` counts those without spending too. */
export interface Everyday {
  from: LocalDate
  to: LocalDate
  days: number
  total: number
  deviation: number
}

/** The days that everyday spending is taken from: at most 90, ending yesterday, none before the first entry. */
export const historyWindow = (
  firstEntry: LocalDate | null,
  today: LocalDate,
): { from: LocalDate; to: LocalDate; days: number } => {
  const to = addDays(today, -1)
  const earliest = addDays(today, -HISTORY_DAYS)
  const from = firstEntry !== null && firstEntry > earliest ? firstEntry : earliest
  return { from, to, days: firstEntry === null ? 0 : Math.max(0, daysBetween(from, to) + 1) }
}

/** Sum and spread of everyday spending in a window; null when the window is too short to say anything. */
export const everydayOf = (
  spent: readonly { spent: number }[],
  window: { from: LocalDate; to: LocalDate; days: number },
): Everyday | null => {
  if (window.days < LEAST_HISTORY) return null
  const total = spent.reduce((sum, day) => sum + day.spent, 0)
  const mean = total / window.days
  const empty = window.days - spent.length
  const squares = spent.reduce((sum, day) => sum + (day.spent - mean) ** 2, 0) + empty * mean ** 2
  return { ...window, total, deviation: Math.sqrt(squares / (window.days - 1)) }
}

/** sum·k/n as an integer, halves away from zero; exact whatever the size. */
const share = (total: number, k: number, days: number): number => {
  const n = BigInt(days)
  const scaled = BigInt(total) * BigInt(k)
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (2n * size + n) / (2n * n)
  return Number(scaled < 0n ? -rounded : rounded)
}

/** What everyday spending takes on the k-th day from today, k ≥ 1. Never below zero: refunds do not become income. */
const everydayOn = (everyday: Everyday, k: number): number => {
  const total = Math.max(0, everyday.total)
  return share(total, k, everyday.days) - share(total, k - 1, everyday.days)
}

interface ForecastFacts {
  today: LocalDate
  days: number
  start: number
  /** Dated causes; those before today are overdue and fall on today. */
  causes: readonly (Cause & { on: LocalDate })[]
  everyday: Everyday | null
}

const width = (everyday: Everyday | null, k: number): number =>
  everyday === null ? 0 : Math.round(Z * everyday.deviation * Math.sqrt(k))

/** The path from today to today + days, both included: every movement is a cause. */
export const forecastPath = (facts: ForecastFacts): ForecastDay[] => {
  const byDay = Map.groupBy(facts.causes, ({ on }) => laterOf(on, facts.today))
  const path: ForecastDay[] = []
  let balance = facts.start
  let known = facts.start
  for (let k = 0; k <= facts.days; k++) {
    const date = addDays(facts.today, k)
    const dated: Cause[] = (byDay.get(date) ?? []).map(({ on: _, ...cause }) => cause)
    const spent = facts.everyday === null || k === 0 ? 0 : everydayOn(facts.everyday, k)
    const moved = dated.reduce((sum, { amount }) => sum + amount, 0)
    const causes: Cause[] =
      spent === 0 ? dated : [...dated, { kind: 'everyday', id: null, title: null, amount: -spent, dueOn: date }]
    known += moved
    balance += moved - spent
    const half = width(facts.everyday, k)
    path.push({ date, balance, known, low: balance - half, high: balance + half, causes })
  }
  return path
}

/** The first day with the lowest of a figure. */
export const lowestOf = (
  path: readonly ForecastDay[],
  figure: 'balance' | 'known' | 'low',
): { date: LocalDate; balance: number } | null => {
  let lowest: { date: LocalDate; balance: number } | null = null
  for (const day of path)
    if (lowest === null || day[figure] < lowest.balance) lowest = { date: day.date, balance: day[figure] }
  return lowest
}

type Verdict = 'yes' | 'tight' | 'no'
/** A week of everyday spending should be left over for a plain yes. */
const RESERVE_DAYS = 7

/**
 * Whether an amount can go on a day: `no` when the central path then falls below zero, `tight` when only the band does
 * or less than a week of everyday spending is left at the lowest point. It is a reading of the forecast, no promise.
 */
export const judge = (
  path: readonly ForecastDay[],
  amount: number,
  on: LocalDate,
  everyday: Everyday | null,
): Verdict => {
  const after = path.filter(({ date }) => date >= on)
  const lowest = lowestOf(after, 'balance')
  const likely = lowestOf(after, 'low')
  if (lowest === null || lowest.balance < amount) return 'no'
  const reserve = everyday === null ? 0 : share(Math.max(0, everyday.total), RESERVE_DAYS, everyday.days)
  return (likely && likely.balance < amount) || lowest.balance - amount < reserve ? 'tight' : 'yes'
}
