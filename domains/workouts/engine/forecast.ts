import type { LocalDate } from '../../../core/time.ts'
import { addDays } from '../../../core/time.ts'
import { daysBetween } from './dates.ts'

/**
 * Where a value is heading: the Theil–Sen line (median of all pairwise slopes), which single odd days do not bend, with
 * a band from Sen's interval of the slope and the spread of the points about the line.
 */
export interface Point {
  date: LocalDate
  value: number
}
export interface Trend {
  perDay: number
  /** 90 % interval of the slope (Sen 1968). */
  low: number
  high: number
  middleDay: number
  middleValue: number
  /** Robust standard deviation about the line: 1.4826 × median absolute residual. */
  spread: number
}
export interface Forecast {
  status: 'ok' | 'too_little_data' | 'too_far'
  value: number | null
  low: number | null
  high: number | null
  perWeek: number | null
  points: number
  spanDays: number
  until: LocalDate | null
}

export const POINTS_NEEDED = 8
export const SPAN_NEEDED = 28
/** No further ahead than the data reach back, and never over a season. */
const FURTHEST = 90
/** Two-sided 90 % of the normal distribution. */
const Z90 = 1.645
const MAD_TO_SD = 1.4826

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** The line through points of different days; null below three of them. */
export const trendOf = (points: readonly Point[]): Trend | null => {
  const [first] = points
  if (!first || points.length < 3) return null
  const xs = points.map(({ date }) => daysBetween(first.date, date))
  const slopes: number[] = []
  for (let i = 0; i < points.length; i += 1)
    for (let j = i + 1; j < points.length; j += 1) {
      const days = (xs[j] ?? 0) - (xs[i] ?? 0)
      if (days !== 0) slopes.push(((points[j]?.value ?? 0) - (points[i]?.value ?? 0)) / days)
    }
  if (slopes.length === 0) return null
  slopes.sort((a, b) => a - b)
  const n = points.length
  const half = Z90 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const at = (place: number): number => slopes[Math.min(slopes.length - 1, Math.max(0, Math.round(place)))] ?? 0
  const perDay = median(slopes)
  const middleDay = median(xs)
  const middleValue = median(points.map(({ value }, i) => value - perDay * ((xs[i] ?? 0) - middleDay)))
  const residuals = points.map(({ value }, i) => Math.abs(value - middleValue - perDay * ((xs[i] ?? 0) - middleDay)))
  return {
    perDay,
    low: at((slopes.length - half) / 2 - 1),
    high: at((slopes.length + half) / 2),
    middleDay,
    middleValue,
    spread: MAD_TO_SD * median(residuals),
  }
}

/** The value to expect on a day, with a 90 % band; refused below 8 points over 28 days, and beyond what they carry. */
export const forecastOn = (points: readonly Point[], date: LocalDate): Forecast => {
  const sorted = [...points].sort((a, b) => (a.date < b.date ? -1 : 1))
  const first = sorted[0]
  const last = sorted.at(-1)
  const spanDays = first && last ? daysBetween(first.date, last.date) : 0
  const none = { value: null, low: null, high: null, perWeek: null, points: sorted.length, spanDays }
  const trend = trendOf(sorted)
  if (!first || !last || !trend || sorted.length < POINTS_NEEDED || spanDays < SPAN_NEEDED)
    return { ...none, status: 'too_little_data', until: null }
  const until = addDays(last.date, Math.min(FURTHEST, spanDays))
  if (date > until) return { ...none, status: 'too_far', until }
  const ahead = daysBetween(first.date, date) - trend.middleDay
  const value = trend.middleValue + trend.perDay * ahead
  const noise = Z90 * trend.spread
  const edge = (slope: number, side: -1 | 1): number =>
    value + side * Math.sqrt(noise ** 2 + ((slope - trend.perDay) * ahead) ** 2)
  const [down, up] = ahead >= 0 ? [trend.low, trend.high] : [trend.high, trend.low]
  return {
    status: 'ok',
    value: Math.max(0, value),
    low: Math.max(0, edge(down, -1)),
    high: Math.max(0, edge(up, 1)),
    perWeek: trend.perDay * 7,
    points: sorted.length,
    spanDays,
    until,
  }
}

/** The best value of each day, in order. */
export const bestOfDays = (points: readonly Point[]): Point[] => {
  const best = new Map<LocalDate, number>()
  for (const { date, value } of points) best.set(date, Math.max(value, best.get(date) ?? value))
  return [...best].map(([date, value]) => ({ date, value })).sort((a, b) => (a.date < b.date ? -1 : 1))
}
