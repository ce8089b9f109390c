// What a reader of workout files gives: plain rows that cross a thread. Instants are epoch milliseconds.
import type { Sample } from '../engine/summarise.ts'

/** A lap, or a leg of a multi-sport workout. */
export interface LapPart {
  kind: 'lap' | 'leg'
  sport: string | null
  start: number
  durationSeconds: number | null
  movingSeconds: number | null
  distanceMeters: number | null
  elevationGainMeters: number | null
  calories: number | null
  heartRateAvg: number | null
  heartRateMax: number | null
  powerAvg: number | null
}

/** One workout with its totals; its samples follow. */
export interface WorkoutFileRow {
  type: 'workout'
  /** What tells it from every other recording. */
  key: string
  source: 'gpx' | 'tcx' | 'fit'
  sport: string
  /** As the file calls it. */
  sportWord: string | null
  start: number
  /** From the first to the last moment, pauses included. */
  durationSeconds: number
  movingSeconds: number | null
  distanceMeters: number | null
  elevationGainMeters: number | null
  calories: number | null
  heartRateAvg: number | null
  heartRateMax: number | null
  powerAvg: number | null
  powerNormalised: number | null
  /** Seconds at each heart rate: what zones and TRIMP are made of. */
  heartRateTimes: { heartRate: number; seconds: number }[]
  laps: LapPart[]
  samples: number
  /** Samples were not in order of time and have been sorted. */
  sorted: boolean
}

export interface SampleRow extends Omit<Sample, 'segment'> {
  type: 'sample'
  key: string
}

export type WorkoutRow = WorkoutFileRow | SampleRow
