// How long a measurement stays worth calling current: a choice of this product by how fast each figure changes.
import type { Instant } from '../../../core/time.ts'
import type { MetricKind } from '../schema.ts'

const HOUR_MS = 3_600_000
const FRESH_HOURS: Readonly<Record<MetricKind, number>> = {
  weight: 14 * 24,
  steps: 36,
  water: 36,
  heart_rate: 24,
  resting_heart_rate: 7 * 24,
  blood_pressure: 7 * 24,
  temperature: 12,
  glucose: 24,
  spo2: 24,
}

export const ageOf = (kind: MetricKind, at: Instant, now: Instant): { ageHours: number; stale: boolean } => {
  const ageHours = Math.max(0, Math.round(((now.getTime() - at.getTime()) / HOUR_MS) * 10) / 10)
  return { ageHours, stale: ageHours > FRESH_HOURS[kind] }
}
