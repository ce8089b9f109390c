// A recording as a file holds it, made into rows: put in order, checked, summed up.
import { createHash } from 'node:crypto'
import { AppError } from '../../../core/errors.ts'
import { sportKeyOf, sportOf } from '../engine/sports.ts'
import { heartRateTimes, type Sample, type Summary, summarise } from '../engine/summarise.ts'
import type { LapPart, WorkoutFileRow } from './rows.ts'

/** Totals that the device wrote; null where it did not. They count before what samples give. */
export type Totals = Omit<Summary, 'elapsedSeconds' | 'movingSeconds'> & {
  elapsedSeconds: number | null
  movingSeconds: number | null
  calories: number | null
}

export interface Activity {
  source: WorkoutFileRow['source']
  /** The file's own name of the recording, when it has one that no other has. */
  id: string | null
  /** What the file calls the sport; several in order of preference. */
  sportWords: string[]
  /** Null: that of the first sample. */
  start: number | null
  samples: Sample[]
  totals: Totals
  parts: LapPart[]
}

export const NO_TOTALS: Totals = {
  distanceMeters: null,
  elapsedSeconds: null,
  movingSeconds: null,
  elevationGainMeters: null,
  heartRateAvg: null,
  heartRateMax: null,
  powerAvg: null,
  powerNormalised: null,
  calories: null,
}

/** The longest race by foot is six days; a longer recording has a clock that jumped. */
const LONGEST_SECONDS = 7 * 86_400
/** A file of more is no recording of one workout: a week at one a second. */
export const MOST_SAMPLES = 604_800

const MOST_LAPS = 2_000

export const broken = (key: string, params: Record<string, string> = {}, cause?: unknown): AppError =>
  new AppError('invalid', `workouts.import_${key}`, params, cause === undefined ? {} : { cause })

/** The sport of the first word that is known. */
export const sportNamed = (words: readonly string[]): string => {
  for (const word of words) {
    // Devices write `lapSwimming` and `MOUNTAIN_BIKING`.
    const key = sportKeyOf(word.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    if (key !== null) return key
  }
  return 'other'
}

/** Two samples of one moment are one, of which the later in the file fills what the first left open. */
const ordered = (given: readonly Sample[]): { samples: Sample[]; sorted: boolean } => {
  const sorted = given.some((sample, index) => index > 0 && sample.at < (given[index - 1]?.at ?? 0))
  const samples: Sample[] = []
  for (const sample of sorted ? given.toSorted((a, b) => a.at - b.at) : given) {
    const last = samples.at(-1)
    if (!last || last.at !== sample.at) samples.push({ ...sample })
    else samples[samples.length - 1] = merged(last, sample)
  }
  return { samples, sorted }
}

const merged = (first: Sample, second: Sample): Sample => ({
  ...first,
  heartRate: first.heartRate ?? second.heartRate,
  latitude: first.latitude ?? second.latitude,
  longitude: first.longitude ?? second.longitude,
  altitude: first.altitude ?? second.altitude,
  distance: first.distance ?? second.distance,
  speed: first.speed ?? second.speed,
  cadence: first.cadence ?? second.cadence,
  power: first.power ?? second.power,
})

const between = (value: number | null, low: number, high: number): number | null =>
  value !== null && value >= low && value <= high ? value : null
const whole = (value: number | null): number | null => (value === null ? null : Math.round(value))
/** A rate of zero is a strap that was not worn. */
const pulse = (rate: number | null): number | null => whole(between(rate, 20, 260))
/** More than 4,000 watts nobody has held; FIT writes 65,535 for none. */
const watts = (power: number | null): number | null => whole(between(power, 0, 4_000))

/** What no sensor can have measured is no measurement. */
const cleaned = (sample: Sample): Sample => ({
  ...sample,
  heartRate: pulse(sample.heartRate),
  altitude: between(sample.altitude, -500, 20_000),
  distance: between(sample.distance, 0, 1e8),
  speed: between(sample.speed, 0, 400),
  cadence: whole(between(sample.cadence, 1, 400)),
  power: watts(sample.power),
})

const keyOf = (activity: Activity, sport: string, start: number, samples: readonly Sample[]): string => {
  if (activity.id !== null) return `${activity.source}:${activity.id}`
  const point = (sample: Sample | undefined): string =>
    sample ? `${sample.at},${sample.latitude ?? ''},${sample.longitude ?? ''},${sample.distance ?? ''}` : ''
  const told = [
    sport,
    start,
    samples.length,
    point(samples[0]),
    point(samples.at(-1)),
    activity.totals.distanceMeters ?? '',
  ]
  return `${activity.source}:${createHash('sha256').update(told.join('|')).digest('hex').slice(0, 32)}`
}

const secondsByRate = (samples: readonly Sample[]): { heartRate: number; seconds: number }[] => {
  const sums = new Map<number, number>()
  for (const { heartRate, seconds } of heartRateTimes(samples))
    sums.set(heartRate, (sums.get(heartRate) ?? 0) + seconds)
  return [...sums].sort((a, b) => a[0] - b[0]).map(([heartRate, seconds]) => ({ heartRate, seconds }))
}

/** Rows of one recording. Throws AppError `invalid` when it holds no time at all or its clock jumps. */
export const rowsOf = (activity: Activity, now: number): { workout: WorkoutFileRow; samples: Sample[] } => {
  const { samples, sorted } = ordered(activity.samples.map(cleaned))
  const found = summarise(samples)
  const { totals } = activity
  const start = activity.start ?? samples[0]?.at
  const durationSeconds = Math.max(Math.round(totals.elapsedSeconds ?? 0), found.elapsedSeconds)
  if (start === undefined || durationSeconds <= 0) throw broken('no_points')
  if (durationSeconds > LONGEST_SECONDS || start > now + 86_400_000) throw broken('bad_times')
  const sport = sportNamed(activity.sportWords)
  const [word = null] = activity.sportWords
  const moving = totals.movingSeconds ?? (samples.length > 1 ? found.movingSeconds : null)
  const heartRateAvg = pulse(totals.heartRateAvg ?? found.heartRateAvg)
  const heartRateMax = pulse(totals.heartRateMax ?? found.heartRateMax)
  const workout: WorkoutFileRow = {
    type: 'workout',
    key: keyOf(activity, sport, start, samples),
    source: activity.source,
    sport,
    sportWord: word === null || word === sportOf(sport).key ? null : word.slice(0, 100),
    start,
    durationSeconds,
    movingSeconds: moving === null ? null : Math.min(Math.round(moving), durationSeconds),
    distanceMeters: whole(totals.distanceMeters ?? found.distanceMeters),
    elevationGainMeters: whole(totals.elevationGainMeters ?? found.elevationGainMeters),
    calories: whole(totals.calories),
    heartRateAvg,
    heartRateMax: heartRateAvg === null ? heartRateMax : Math.max(heartRateMax ?? 0, heartRateAvg),
    powerAvg: watts(totals.powerAvg ?? found.powerAvg),
    powerNormalised: watts(totals.powerNormalised ?? found.powerNormalised),
    heartRateTimes: secondsByRate(samples),
    laps: activity.parts.slice(0, MOST_LAPS).map((part) => ({
      ...part,
      heartRateAvg: pulse(part.heartRateAvg),
      heartRateMax: pulse(part.heartRateMax),
      powerAvg: watts(part.powerAvg),
    })),
    samples: samples.length,
    sorted,
  }
  return { workout, samples }
}
