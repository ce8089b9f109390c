import { addDays, type LocalDate } from '../../../core/time.ts'
import { SOURCES } from '../knowledge/formulas.ts'
import type { Reason } from '../schema/insight.ts'
import { daysBetween } from './dates.ts'

/**
 * Acute and chronic load: the sum of the last 7 days against the weekly mean of the last 28 (rolling, both end with the
 * day itself). The ratio describes how fast load has changed; it does not foretell an injury.
 */
export interface LoadDay {
  date: LocalDate
  tenths: number | null
  estimated: boolean
}
export interface LoadState {
  date: LocalDate
  acuteTenths: number
  chronicTenths: number | null
  ratio: number | null
  zone: 'unknown' | 'low' | 'usual' | 'raised' | 'high'
  advice: Reason
  daysOfData: number
  daysMissing: number
  estimated: number
  withoutLoad: number
  /** 28 days, oldest first, rest days with 0. */
  days: { date: LocalDate; tenths: number }[]
}

export const ACUTE_DAYS = 7
export const CHRONIC_DAYS = 28
/** Fewer sessions than one a week make no base that a ratio could be taken of. */
const SESSIONS_NEEDED = 4
/** Limits of Gabbett (2016): 0.8–1.3 the usual span, from 1.5 the spike. */
const LOW = 0.8
const RAISED = 1.3
export const HIGH = 1.5

const reason = (code: string, params: Reason['params'] = {}, source: string | null = SOURCES.ratio): Reason => ({
  code,
  params,
  source,
})

/**
 * The state of load on a day. `sessions` are the workouts of the 28 days up to it, in any order; `first` is the day of
 * the person's first workout ever. Below 28 days of history or four sessions there is no ratio.
 */
export const loadState = (sessions: readonly LoadDay[], first: LocalDate | null, date: LocalDate): LoadState => {
  const start = addDays(date, 1 - CHRONIC_DAYS)
  const inside = sessions.filter((one) => one.date >= start && one.date <= date)
  const days = Array.from({ length: CHRONIC_DAYS }, (_, index) => ({ date: addDays(start, index), tenths: 0 }))
  for (const one of inside) {
    const day = days[daysBetween(start, one.date)]
    if (day) day.tenths += one.tenths ?? 0
  }
  const sum = (part: readonly { tenths: number }[]): number => part.reduce((total, day) => total + day.tenths, 0)
  const acuteTenths = sum(days.slice(-ACUTE_DAYS))
  const daysOfData = first === null || first > date ? 0 : Math.min(CHRONIC_DAYS, daysBetween(first, date) + 1)
  const known = inside.filter(({ tenths }) => tenths !== null)
  const enough = daysOfData >= CHRONIC_DAYS && known.length >= SESSIONS_NEEDED
  const total = sum(days)
  const chronicTenths = enough ? Math.round((total * ACUTE_DAYS) / CHRONIC_DAYS) : null
  const ratio = enough && total > 0 ? Math.round((acuteTenths * CHRONIC_DAYS * 100) / (total * ACUTE_DAYS)) / 100 : null
  const zone = zoneOf(ratio)
  return {
    date,
    acuteTenths,
    chronicTenths,
    ratio,
    zone,
    advice: adviceOf(zone, ratio, daysOfData, inside.length),
    daysOfData,
    daysMissing: CHRONIC_DAYS - daysOfData,
    estimated: inside.filter(({ estimated }) => estimated).length,
    withoutLoad: inside.length - known.length,
    days,
  }
}

const zoneOf = (ratio: number | null): LoadState['zone'] => {
  if (ratio === null) return 'unknown'
  if (ratio < LOW) return 'low'
  if (ratio <= RAISED) return 'usual'
  return ratio < HIGH ? 'raised' : 'high'
}

const adviceOf = (zone: LoadState['zone'], ratio: number | null, days: number, sessions: number): Reason => {
  if (zone !== 'unknown') return reason(`load_${zone}`, { ratio: ratio ?? 0 })
  if (days < CHRONIC_DAYS) return reason('load_days_missing', { days: CHRONIC_DAYS - days }, null)
  if (sessions === 0) return reason('load_pause', {}, null)
  return reason('load_sessions_missing', { sessions: SESSIONS_NEEDED }, null)
}
