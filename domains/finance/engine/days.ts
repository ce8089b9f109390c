// Calendar days as they are compared and counted here: `YYYY-MM-DD` sorts as text.
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../core/time.ts'

export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a.localeCompare(b) > 0 ? a : b)
export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a.localeCompare(b) < 0 ? a : b)

/** Days from one day to another; negative when the other is before it. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utc(to) - utc(from)) / 86_400_000
const utc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`)

/** Months from one day to a later one, a begun month counted whole; at least one. */
export const monthsUntil = (from: LocalDate, to: LocalDate): number => {
  const span = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'months' })
  return Math.max(1, span.months + (span.days > 0 ? 1 : 0))
}

/** Whole months from one day to another. */
export const wholeMonths = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'months' }).months
