// Figures of files in the canonical unit of their metric.
import { convert, findUnit, isPlausible } from '../engine/units.ts'
import type { MetricKind } from '../schema.ts'
import type { ReadingRow } from './rows.ts'

type Figure = Pick<ReadingRow, 'type' | 'kind' | 'value' | 'diastolic' | 'given' | 'unit'>

/** Units as HealthKit and tables spell them (HKUnit strings, developer.apple.com/documentation/healthkit/hkunit). */
const SPELLED: Record<string, string> = {
  'count/min': 'bpm',
  count: '',
  degC: '°C',
  degF: '°F',
  '°С': '°C',
  С: '°C',
  fl_oz_us: 'fl oz',
  'fl oz us': 'fl oz',
}

/** The unit of a kind meant by a spelling, null when it has none like that; '' is the canonical one. */
const unitMeant = (kind: MetricKind, spelled: string): string | null => {
  const molar = spelled.replace(/^mmol<[\d.]+>\/L$/u, 'mmol/L')
  const word = SPELLED[molar] ?? molar
  return word === '' ? '' : (findUnit(kind, word)?.name ?? null)
}

/** A figure of one number; null when it cannot be true or its unit is unknown. */
export const readReading = (kind: MetricKind, given: number, spelled: string): Figure | null => {
  const unit = unitMeant(kind, spelled)
  if (unit === null || !Number.isFinite(given)) return null
  const value = unit === '' ? given : convert(kind, given, unit)
  if (!isPlausible(kind, { value, value2: null })) return null
  return { type: 'reading', kind, value, diastolic: null, given, unit: spelled }
}

/** A blood pressure in mmHg; null when it cannot be true. */
export const readPressure = (systolic: number, diastolic: number): Figure | null => {
  if (!isPlausible('blood_pressure', { value: systolic, value2: diastolic })) return null
  return { type: 'reading', kind: 'blood_pressure', value: systolic, diastolic, given: systolic, unit: 'mmHg' }
}
