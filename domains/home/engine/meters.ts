// What a meter says about consumption: the difference of two readings, over a rollover too.
import type { LocalDate } from '../../../core/time.ts'
import { daysBetween } from '../service.ts'
import { rounded } from './amounts.ts'

export interface MeterPoint {
  value: number
  on: LocalDate
  reset: 'rollover' | 'replaced' | null
}
export interface Consumption {
  consumption: number | null
  days: number | null
}

/** What the counter holds before it begins again at zero: 99 987 has five digits, so 100 000. */
const capacityOf = (value: number): number => 10 ** Math.max(String(Math.floor(value)).length, 4)

/** Consumption from one reading to the next; unknown for the first, and after a new meter, which began elsewhere. */
export const consumed = (before: MeterPoint | null, reading: MeterPoint): Consumption => {
  if (!before) return { consumption: null, days: null }
  const days = daysBetween(before.on, reading.on)
  if (reading.reset === 'replaced') return { consumption: null, days }
  const whole = reading.reset === 'rollover' ? reading.value + capacityOf(before.value) : reading.value
  return { consumption: rounded(whole - before.value), days }
}

/** What does not fit: a value below the one before, or above the one after, of the same counter. */
export const doubtOf = (
  before: MeterPoint | null,
  reading: MeterPoint,
  after: MeterPoint | null,
): { kind: 'lower' | 'higher'; other: MeterPoint } | null => {
  if (before && reading.reset === null && reading.value < before.value) return { kind: 'lower', other: before }
  if (after && after.reset === null && reading.value > after.value) return { kind: 'higher', other: after }
  return null
}

/** Units in which meters count: SI for volume and energy (BIPM, 2019); heat in Russia in gigacalories. */
export const METER_UNITS = { electricity: 'kWh', water_cold: 'm3', water_hot: 'm3', gas: 'm3', heat: 'Gcal' } as const
