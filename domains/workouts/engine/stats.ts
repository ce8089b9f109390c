import { addDays, type LocalDate } from '../../../core/time.ts'
import type { PlanSessionRow, WorkoutRow } from '../repository/rows.ts'
import { mondayOf } from './dates.ts'
import { rounded } from './units.ts'

/** Sums of workouts, and what of the plan was done. Whole numbers are added, so the order does not matter. */
export type Counted = Pick<
  WorkoutRow,
  | 'id'
  | 'sport'
  | 'localDate'
  | 'durationSeconds'
  | 'distanceMeters'
  | 'elevationGainMeters'
  | 'calories'
  | 'loadTenths'
  | 'loadMethod'
  | 'planSessionId'
>

export interface Totals {
  workouts: number
  minutes: number
  distanceMeters: number
  elevationGainMeters: number
  calories: number
  load: number
}
export const totalsOf = (workouts: readonly Counted[]): Totals => {
  const sum = (value: (one: Counted) => number | null): number =>
    workouts.reduce((total, one) => total + (value(one) ?? 0), 0)
  return {
    workouts: workouts.length,
    minutes: rounded(sum((one) => one.durationSeconds) / 60, 1),
    distanceMeters: sum((one) => one.distanceMeters),
    elevationGainMeters: sum((one) => one.elevationGainMeters),
    calories: sum((one) => one.calories),
    load: sum((one) => one.loadTenths) / 10,
  }
}

/** How many say nothing of a quantity. */
export const gapsOf = (workouts: readonly Counted[]) => {
  const without = (value: (one: Counted) => unknown): number => workouts.filter((one) => value(one) === null).length
  return {
    withoutDuration: without((one) => one.durationSeconds),
    withoutDistance: without((one) => one.distanceMeters),
    withoutCalories: without((one) => one.calories),
    withoutLoad: without((one) => one.loadTenths),
    estimatedLoad: workouts.filter(({ loadMethod }) => loadMethod !== null && loadMethod !== 'session_rpe').length,
  }
}

export type Planned = Pick<PlanSessionRow, 'id' | 'date' | 'durationMinutes' | 'loadTenths' | 'sport'>
export interface Kept {
  sessions: number
  minutes: number
  load: number
  done: number
  missed: number
  ahead: number
  kept: number | null
}
/** What was planned against what was done; `done` holds ids of sessions a workout answers. A session of today is ahead. */
export const planTotals = (planned: readonly Planned[], done: ReadonlySet<string>, today: LocalDate): Kept => {
  const kept = planned.filter(({ id }) => done.has(id)).length
  const ahead = planned.filter(({ id, date }) => !done.has(id) && date >= today).length
  const due = planned.length - ahead
  return {
    sessions: planned.length,
    minutes: planned.reduce((sum, one) => sum + one.durationMinutes, 0),
    load: planned.reduce((sum, one) => sum + one.loadTenths, 0) / 10,
    done: kept,
    missed: due - kept,
    ahead,
    kept: due === 0 ? null : Math.round((kept * 100) / due),
  }
}

/** Every week that a period touches, oldest first. */
export const weeksOf = (
  workouts: readonly Counted[],
  planned: readonly Planned[],
  done: ReadonlySet<string>,
  period: { from: LocalDate; to: LocalDate; today: LocalDate },
) => {
  const weeks: (Totals & { weekStart: LocalDate; planned: Kept })[] = []
  for (let start = mondayOf(period.from); start <= period.to; ) {
    const end = addDays(start, 7)
    weeks.push({
      weekStart: start,
      ...totalsOf(workouts.filter(({ localDate }) => localDate >= start && localDate < end)),
      planned: planTotals(
        planned.filter(({ date }) => date >= start && date < end),
        done,
        period.today,
      ),
    })
    start = end
  }
  return weeks
}
