import { addDays, type LocalDate } from '../../../core/time.ts'

/** Days between two local dates, positive when `to` is later. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/** The Monday of a date's week (ISO 8601). */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, -weekdayOf(date))
