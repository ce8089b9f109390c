// What is saved for, how far it is, and what it takes a month: pure figures of a day.
import { type LocalDate, localDateOf, toRfc3339 } from '../../../core/time.ts'
import type { ContributionRow, GoalRow } from '../repository/goals.ts'
import type { Goal } from '../schema.ts'
import { monthsUntil, wholeMonths } from './days.ts'

/**
 * Whether the goal keeps up with an even pace: of the months between its beginning and its day as many parts are saved
 * as whole months went by. The first month is therefore never late.
 */
const keepsUp = (row: GoalRow, by: LocalDate, startedOn: LocalDate, today: LocalDate): boolean => {
  const saved = row.base + row.contributed
  if (saved >= row.target) return true
  if (today > by) return false
  const months = monthsUntil(startedOn, by)
  const gone = Math.min(months, Math.max(0, wholeMonths(startedOn, today)))
  return (saved - row.base) * months >= (row.target - row.base) * gone
}

const statusOf = (row: GoalRow, saved: number, today: LocalDate): Goal['status'] => {
  if (row.deletedAt !== null) return 'cancelled'
  if (saved >= row.target) return 'reached'
  return row.by !== null && row.by < today ? 'overdue' : 'active'
}

/** A goal as it is shown on a day; `contributions` are its own, newest first. */
export const showGoal = (
  row: GoalRow,
  contributions: readonly ContributionRow[],
  today: LocalDate,
  timeZone: string,
): Goal => {
  const saved = row.base + row.contributed
  const left = Math.max(0, row.target - saved)
  const months = row.by === null || row.by < today || left === 0 ? null : monthsUntil(today, row.by)
  const status = statusOf(row, saved, today)
  return {
    id: row.id,
    title: row.title,
    target: row.target,
    currency: row.currency,
    by: row.by,
    base: row.base,
    saved,
    left,
    monthly: months === null ? null : Math.ceil(left / months),
    monthsLeft: months,
    onTrack: row.by === null ? null : keepsUp(row, row.by, localDateOf(row.createdAt, timeZone), today),
    contributions: contributions
      .filter(({ goalId }) => goalId === row.id)
      .map(({ id, amount, on, createdAt }) => ({ id, amount, on, createdAt: toRfc3339(createdAt, timeZone) })),
    reachedOn: row.reachedOn,
    status,
    active: status === 'active' || status === 'overdue',
    version: row.version,
    createdAt: toRfc3339(row.createdAt, timeZone),
    updatedAt: toRfc3339(row.updatedAt, timeZone),
    deletedAt: row.deletedAt && toRfc3339(row.deletedAt, timeZone),
  }
}

/** The goal that was shown, to be put back as it was; `titleKey` is what its title is found by. */
export const restoredGoal = (shown: Goal, titleKey: string): Omit<GoalRow, 'contributed'> => ({
  id: shown.id,
  title: shown.title,
  titleKey,
  target: shown.target,
  currency: shown.currency,
  by: shown.by,
  base: shown.base,
  reachedOn: shown.reachedOn,
  version: shown.version,
  createdAt: new Date(shown.createdAt),
  updatedAt: new Date(shown.updatedAt),
  deletedAt: shown.deletedAt === null ? null : new Date(shown.deletedAt),
})
