// How a habit goes: progress of the period that runs, and a streak that a single missed one does not end.
import { Temporal } from 'temporal-polyfill'
import { addDays, type LocalDate } from '../../../core/time.ts'
import type { Done, HabitRow } from '../repository/habits.ts'

/** How far back a habit is looked at: 30 days or 12 weeks for what was kept, a year for a streak. */
const KEPT_PERIODS = { day: 30, week: 12 } as const
export const STREAK_DAYS = 366

/** Monday of a week, as ISO 8601 counts them. */
export const mondayOf = (date: LocalDate): LocalDate => {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
const periodOf = (date: LocalDate, period: 'day' | 'week'): LocalDate => (period === 'day' ? date : mondayOf(date))

export interface Progress {
  done: number
  met: boolean
  /**
   * Periods that met the target, counted back from now. The running one counts once it is met and does not harm before;
   * a single missed period is passed over, two in a row end it.
   */
  streak: number
  kept: number
  periods: number
}

/** `done` holds the habit's own amounts by day, of the last `STREAK_DAYS`; nothing before `startedOn` was missed. */
export const progressOf = (habit: HabitRow, done: readonly Done[], today: LocalDate): Progress => {
  const step = habit.period === 'day' ? 1 : 7
  const amounts = new Map<LocalDate, number>()
  for (const { date, amount } of done) {
    const period = periodOf(date, habit.period)
    amounts.set(period, (amounts.get(period) ?? 0) + amount)
  }
  const current = periodOf(today, habit.period)
  const earliest = [habit.startedOn, ...done.map(({ date }) => date)].sort()[0] ?? habit.startedOn
  const first = periodOf(earliest, habit.period)
  const metOn = (period: LocalDate): boolean => (amounts.get(period) ?? 0) >= habit.target
  const met = metOn(current)
  const past: boolean[] = []
  for (let at = addDays(current, -step); at >= first && past.length < STREAK_DAYS; at = addDays(at, -step))
    past.push(metOn(at))
  const recent = past.slice(0, KEPT_PERIODS[habit.period] - 1)
  return {
    done: amounts.get(current) ?? 0,
    met,
    streak: Number(met) + streakOf(past),
    kept: Number(met) + recent.filter(Boolean).length,
    periods: recent.length + 1,
  }
}

const streakOf = (past: readonly boolean[]): number => {
  let streak = 0
  let missed = 0
  for (const met of past) {
    missed = met ? 0 : missed + 1
    if (missed === 2) break
    if (met) streak += 1
  }
  return streak
}
