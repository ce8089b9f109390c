// Figures that need action now. One row per threshold, with the authority it is from; nothing here is a diagnosis.
import type { MetricKind } from '../schema.ts'

export interface Alarm {
  /** Also the end of the message key `health.alarm.<rule>`. */
  rule: string
  kind: MetricKind
  /** Which of the two figures of a blood pressure; else the first. */
  of?: 'value2'
  at: { from: number } | { above: number } | { below: number }
  /** Only for a person with this in the safety profile. */
  only?: 'pregnancy'
  /** Only for a measurement known to be at rest. */
  atRest?: true
  source: string
}

const ACC_AHA =
  'ACC/AHA Guideline for High Blood Pressure in Adults (Whelton et al., 2017), section 11.2; AHA/ACC 2025 keeps 180/120 mmHg as severe'
const ACOG = 'ACOG Practice Bulletin 222, Gestational Hypertension and Preeclampsia (2020): severe range 160/110 mmHg'
const ADA =
  'American Diabetes Association, Standards of Care in Diabetes 2025, section 6: level 2 hypoglycemia below 54 mg/dL (3.0 mmol/L)'
const CDC_DKA =
  'CDC, About Diabetic Ketoacidosis (2024): sugar that stays at 300 mg/dL (16.7 mmol/L) or above is an emergency; ADA/EASD consensus on hyperglycemic crises (Umpierrez et al., 2024). 20 mmol/L is where this product stops waiting for a second reading'
const WHO_SPO2 =
  'WHO, Pulse Oximetry Training Manual (2011): below 90 % is a clinical emergency; BTS Guideline for oxygen use (2017)'
const HEAT =
  'Wilderness Medical Society, Clinical Practice Guidelines for Heat Illness (2024): heat stroke from a core of 40 °C'
const COLD =
  'Wilderness Medical Society, Clinical Practice Guidelines for Accidental Hypothermia (2019): a core below 35 °C'
const NEWS2 =
  'Royal College of Physicians, National Early Warning Score 2 (2017): a pulse of 131 or more, or 40 or less, scores 3'

/** In the order in which they are told when several hold. Canonical units. */
export const ALARMS: readonly Alarm[] = [
  { rule: 'blood_pressure', kind: 'blood_pressure', at: { from: 180 }, source: ACC_AHA },
  { rule: 'blood_pressure', kind: 'blood_pressure', of: 'value2', at: { from: 120 }, source: ACC_AHA },
  { rule: 'blood_pressure_pregnancy', kind: 'blood_pressure', at: { from: 160 }, only: 'pregnancy', source: ACOG },
  {
    rule: 'blood_pressure_pregnancy',
    kind: 'blood_pressure',
    of: 'value2',
    at: { from: 110 },
    only: 'pregnancy',
    source: ACOG,
  },
  { rule: 'glucose_low', kind: 'glucose', at: { below: 3.0 }, source: ADA },
  { rule: 'glucose_high', kind: 'glucose', at: { above: 20 }, source: CDC_DKA },
  { rule: 'spo2_low', kind: 'spo2', at: { below: 90 }, source: WHO_SPO2 },
  { rule: 'temperature_high', kind: 'temperature', at: { from: 40 }, source: HEAT },
  { rule: 'temperature_low', kind: 'temperature', at: { below: 35 }, source: COLD },
  { rule: 'heart_rate_high', kind: 'heart_rate', at: { from: 131 }, atRest: true, source: NEWS2 },
  { rule: 'heart_rate_low', kind: 'heart_rate', at: { below: 40 }, source: NEWS2 },
  { rule: 'heart_rate_high', kind: 'resting_heart_rate', at: { from: 131 }, source: NEWS2 },
  { rule: 'heart_rate_low', kind: 'resting_heart_rate', at: { below: 40 }, source: NEWS2 },
]

/**
 * Outside of the usual, told neutrally by the message `health.beyond.<rule>`, which names the source; only when nothing above
 * holds.
 */
export interface Beyond extends Omit<Alarm, 'only'> {
  /** Also when it is not known to be at rest. */
  unlessExercise?: true
}
export const BEYOND: readonly Beyond[] = [
  {
    rule: 'pressure_above',
    kind: 'blood_pressure',
    at: { from: 140 },
    source: 'WHO, Hypertension fact sheet (2023): 140/90 mmHg or higher',
  },
  {
    rule: 'pressure_above',
    kind: 'blood_pressure',
    of: 'value2',
    at: { from: 90 },
    source: 'WHO, Hypertension fact sheet (2023): 140/90 mmHg or higher',
  },
  {
    rule: 'pressure_below',
    kind: 'blood_pressure',
    at: { below: 91 },
    source: 'Royal College of Physicians, National Early Warning Score 2 (2017): systolic 90 or less',
  },
  {
    rule: 'glucose_below',
    kind: 'glucose',
    at: { below: 3.9 },
    source: 'American Diabetes Association, Standards of Care in Diabetes 2025, section 6: level 1 hypoglycemia',
  },
  {
    rule: 'glucose_above',
    kind: 'glucose',
    at: { above: 11.0 },
    source: 'American Diabetes Association, Standards of Care in Diabetes 2025, section 2: 11.1 mmol/L at random',
  },
  {
    rule: 'spo2_below',
    kind: 'spo2',
    at: { below: 94 },
    source: 'BTS Guideline for oxygen use in adults (2017): usual target 94–98 %',
  },
  {
    rule: 'fever',
    kind: 'temperature',
    at: { from: 38 },
    source: 'NHS, High temperature (fever) in adults (2023): 38 °C or higher',
  },
  { rule: 'pulse_fast', kind: 'heart_rate', at: { from: 131 }, unlessExercise: true, source: NEWS2 },
  {
    rule: 'pulse_above',
    kind: 'heart_rate',
    at: { above: 100 },
    atRest: true,
    source: 'American Heart Association, All About Heart Rate (2024): 60–100 at rest',
  },
]
