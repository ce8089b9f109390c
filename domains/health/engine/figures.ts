// Figures and lengths as messages; the words are in messages.*.json.
import type { Message } from '../../../core/messages.ts'
import type { Figure } from '../schema.ts'

const KEYS: Readonly<Record<string, string>> = {
  '°C': 'c',
  '°F': 'f',
  K: 'k',
  '%': 'percent',
  'mmol/L': 'mmol',
  'mg/dL': 'mg_dl',
  'g/L': 'g_l',
  mmHg: 'mmhg',
  kPa: 'kpa',
  'fl oz': 'fl_oz',
  'imp fl oz': 'imp_fl_oz',
  'imp pint': 'imp_pint',
}

/** `82,5 кг`, `120/80 mmHg`. */
export const tellFigure = ({ value, value2, unit }: Figure): Message => {
  const key = `health.figure.${KEYS[unit] ?? unit}`
  return value2 === null ? { key, params: { value } } : { key: `${key}_two`, params: { value, value2 } }
}

/** `7 ч 30 мин`, of whole minutes. */
export const tellMinutes = (minutes: number): Message => {
  const whole = Math.round(minutes)
  const [h, m] = [Math.floor(whole / 60), whole % 60]
  if (h === 0) return { key: 'health.minutes', params: { m } }
  return m === 0 ? { key: 'health.hours', params: { h } } : { key: 'health.hours_minutes', params: { h, m } }
}
