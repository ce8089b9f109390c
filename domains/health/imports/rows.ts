// What a reader of health files gives: plain rows that cross a thread. Instants are epoch milliseconds.
import type { Message } from '../../../core/messages.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { MetricKind } from '../schema.ts'

/** One measurement in the canonical unit of its metric; of a pressure, `value` is systolic and `diastolic` is set. */
export interface ReadingRow {
  type: 'reading'
  kind: MetricKind
  value: number
  diastolic: number | null
  start: number
  /** Of what was counted over a time, null for what was measured at one moment. */
  end: number | null
  /** The day on the person's calendar. */
  date: LocalDate
  /** The figure as the file gives it. */
  given: number
  unit: string
  /** What took it: a watch, a scale, an app. */
  device: string
}

export type SleepStage = 'asleep' | 'core' | 'deep' | 'rem' | 'in_bed' | 'awake'

/** A piece of sleep; pieces become nights when they are stored. */
export interface SleepRow {
  type: 'sleep'
  stage: SleepStage
  start: number
  end: number
  device: string
}

/** Records of the file that are of no interest here, counted by name. */
export interface IgnoredRow {
  type: 'ignored'
  what: string
  count: number
}

export type HealthRow = ReadingRow | SleepRow | IgnoredRow

export interface Rejected {
  line: number
  reason: Message
}
