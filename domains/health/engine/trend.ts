// What a run of daily figures says, and what it does not.
import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../../core/time.ts'
import type { TrendMetric } from '../schema.ts'

export interface Point {
  date: LocalDate
  value: number
  value2: number | null
}
export interface Summary {
  average: number | null
  average2: number | null
  lowest: number | null
  highest: number | null
  daysWithData: number
  daysMissing: number
  direction: 'up' | 'down' | 'flat' | null
  /** Mean of the later half of the days minus that of the earlier half; null without a direction. */
  change: number | null
}

/** Fewer days with data than this say nothing about a direction. */
const MIN_DAYS = 10
/**
 * A direction needs a difference of the halves' means that is larger than twice its standard error (about 95 % for
 * independent days; NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.1) and than what matters to a person at all:
 * the figures here are choices of this product, in canonical units, minutes and points.
 */
const MATTERS: Readonly<Record<TrendMetric, number>> = {
  sleep: 15,
  mood: 0.5,
  stress: 0.5,
  energy: 0.5,
  weight: 0.5,
  steps: 500,
  water: 150,
  heart_rate: 3,
  resting_heart_rate: 2,
  blood_pressure: 3,
  temperature: 0.2,
  glucose: 0.3,
  spo2: 1,
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const squaredError = (values: readonly number[], average: number): number =>
  values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1) / values.length

const directionOf = (
  metric: TrendMetric,
  values: readonly number[],
): { direction: 'up' | 'down' | 'flat'; change: number } | null => {
  if (values.length < MIN_DAYS) return null
  const half = Math.floor(values.length / 2)
  const before = values.slice(0, half)
  const after = values.slice(-half)
  const [first, last] = [mean(before), mean(after)]
  const change = last - first
  const error = Math.sqrt(squaredError(before, first) + squaredError(after, last))
  if (Math.abs(change) < MATTERS[metric] || Math.abs(change) <= 2 * error) return { direction: 'flat', change }
  return { direction: change > 0 ? 'up' : 'down', change }
}

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1

/** Sums up the points of a period, both days included; points are in order of their days. */
export const summarise = (metric: TrendMetric, points: readonly Point[], from: LocalDate, to: LocalDate): Summary => {
  const values = points.map((point) => point.value)
  const seconds = points.flatMap((point) => (point.value2 === null ? [] : [point.value2]))
  const turn = directionOf(metric, values)
  return {
    average: values.length > 0 ? mean(values) : null,
    average2: seconds.length > 0 ? mean(seconds) : null,
    lowest: values.length > 0 ? Math.min(...values) : null,
    highest: values.length > 0 ? Math.max(...values) : null,
    daysWithData: points.length,
    daysMissing: daysBetween(from, to) - points.length,
    direction: turn?.direction ?? null,
    change: turn?.change ?? null,
  }
}
