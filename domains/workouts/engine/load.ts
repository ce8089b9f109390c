import type { LoadMethod } from '../repository/rows.ts'
import { sportOf } from './sports.ts'
import { type Body, maximumOf, reserveShare } from './zones.ts'

/** How heavy one workout was. The totals know one measure: session RPE × minutes (Foster et al. 2001). */

export interface Effort {
  sport: string
  durationSeconds: number | null
  rpe: number | null
  heartRateAvg: number | null
}
export interface Load {
  /** Tenths of a unit: whole numbers add up the same in any order. */
  tenths: number
  method: LoadMethod
}

/** RPE × minutes, in tenths. Never falls when either grows. */
export const sessionLoad = (rpe: number, seconds: number): number => Math.round((rpe * seconds) / 6)

/**
 * Effort on CR-10 for a mean heart rate, by the intensity classes of ACSM's Guidelines (11th ed., 2021, table 5.2):
 * very light below 30 % of the reserve (57 % of the maximum), light, moderate from 40 % (64 %), vigorous from 60 %
 * (77 %), near maximal from 90 % (96 %). Each class takes the middle of its span on the scale.
 */
const CLASSES = [
  { reserve: 0.9, maximum: 0.96, rpe: 9 },
  { reserve: 0.6, maximum: 0.77, rpe: 6 },
  { reserve: 0.4, maximum: 0.64, rpe: 4 },
  { reserve: 0.3, maximum: 0.57, rpe: 2 },
  { reserve: 0, maximum: 0, rpe: 1 },
] as const
const rpeOfHeartRate = (heartRate: number, body: Body): number | null => {
  const reserve = reserveShare(heartRate, body)
  if (reserve !== null) return CLASSES.find((band) => reserve >= band.reserve)?.rpe ?? null
  const maximum = maximumOf(body)
  if (!maximum) return null
  return CLASSES.find((band) => heartRate / maximum.beats >= band.maximum)?.rpe ?? null
}

/**
 * The load of a workout: from the RPE the person gave, else from the mean heart rate, else from the sport's usual effort
 * (both marked as estimates by `method`). Null without a duration.
 */
export const loadOf = (effort: Effort, body: Body): Load | null => {
  if (effort.durationSeconds === null) return null
  const load = (rpe: number, method: LoadMethod): Load => ({
    tenths: sessionLoad(rpe, effort.durationSeconds ?? 0),
    method,
  })
  if (effort.rpe !== null) return load(effort.rpe, 'session_rpe')
  const heart = effort.heartRateAvg === null ? null : rpeOfHeartRate(effort.heartRateAvg, body)
  return heart === null ? load(sportOf(effort.sport).usualRpe, 'sport_default') : load(heart, 'heart_rate')
}

/**
 * Banister's training impulse in tenths: minutes × reserve share × a·e^(b·share), a and b by sex (Banister 1991).
 * Null without heart-rate samples, resting rate, a maximum or the sex.
 */
export const trimpOf = (times: readonly { heartRate: number; seconds: number }[], body: Body): number | null => {
  if (times.length === 0 || body.sex === null) return null
  const [a, b] = body.sex === 'male' ? [0.64, 1.92] : [0.86, 1.67]
  let sum = 0
  for (const { heartRate, seconds } of times) {
    const share = reserveShare(heartRate, body)
    if (share === null) return null
    sum += (seconds / 60) * share * a * Math.exp(b * share)
  }
  return Math.round(sum * 10)
}

/** Power-based stress score in tenths: 100 is an hour at threshold (Allen & Coggan 2010). Null without power or threshold. */
export const tssOf = (powerNormalised: number | null, seconds: number | null, body: Body): number | null => {
  if (powerNormalised === null || seconds === null || body.powerWatts === null) return null
  const intensity = powerNormalised / body.powerWatts
  return Math.round((seconds / 3_600) * intensity ** 2 * 1_000)
}
