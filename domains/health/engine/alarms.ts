// Whether a figure needs action now, or is merely outside of the usual.
import { ALARMS, type Alarm, BEYOND, type Beyond } from '../knowledge/alarms.ts'
import type { Context, MetricKind } from '../schema.ts'
import type { Canonical } from './units.ts'

/** A measurement with what a threshold may ask about. */
export interface Measured extends Canonical {
  kind: MetricKind
  context: Context | null
  pregnant: boolean
}

const reached = (value: number, at: Alarm['at']): boolean => {
  if ('from' in at) return value >= at.from
  return 'above' in at ? value > at.above : value < at.below
}

const holds = (row: Alarm | Beyond, measured: Measured): boolean => {
  const value = row.of === 'value2' ? measured.value2 : measured.value
  if (row.kind !== measured.kind || value === null) return false
  if ('only' in row && !measured.pregnant) return false
  if ('unlessExercise' in row && measured.context === 'exercise') return false
  if (row.atRest && measured.context !== 'rest') return false
  return reached(value, row.at)
}

/** The alarm a measurement raises, or null. */
export const alarmOf = (measured: Measured): Alarm | null => ALARMS.find((row) => holds(row, measured)) ?? null

/** What is outside of the usual without being an alarm, or null. */
export const beyondOf = (measured: Measured): Beyond | null =>
  alarmOf(measured) ? null : (BEYOND.find((row) => holds(row, measured)) ?? null)
