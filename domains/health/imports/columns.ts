// Which metric a column of a table holds, by its heading in Russian or English, with the unit the heading names.
import type { MetricKind } from '../schema.ts'

export type ColumnRole = MetricKind | 'systolic' | 'diastolic' | 'when' | 'time' | 'end'

export interface Column {
  index: number
  heading: string
  role: ColumnRole
  unit: string
}

// The first that fits decides; extremes of a day (max, min) are no measurement of their own.
const ROLES: readonly [ColumnRole, RegExp][] = [
  ['systolic', /systolic|систол|верхнее|^сад(?!\p{L})/u],
  ['diastolic', /diastolic|диастол|нижнее|^дад(?!\p{L})/u],
  ['blood_pressure', /blood ?pressure|давлени|^ад(?!\p{L})|^bp(?!\p{L})/u],
  ['resting_heart_rate', /resting|поко[ея]/u],
  ['heart_rate', /heart ?rate|pulse|пульс|чсс|частота сердечных/u],
  ['weight', /weight|body ?mass|(?<!\p{L})вес(?!\p{L})|масса/u],
  ['steps', /(?<!\p{L})steps?(?!\p{L})|шаг(и|ов|а)(?!\p{L})/u],
  ['water', /(?<!\p{L})water|hydration|вод[аы](?!\p{L})|жидкост/u],
  ['temperature', /temperature|температур/u],
  ['glucose', /glucose|blood ?sugar|глюкоз|сахар/u],
  ['spo2', /spo2|saturation|oxygen|сатурац|кислород/u],
  ['end', /^(end|конец|окончание)/u],
  ['when', /^(date|day|datetime|timestamp|start|дата|день|начало|измерено|measured)/u],
  ['time', /^(time|время)/u],
]
const EXTREME = /(?<!\p{L})(max|min|maximum|minimum|макс|мин|максимал|минимал)/u

/** `Вес, кг` → `кг`; `Average weight (kg)` → `kg`; `Glucose mmol/L` → `mmol/L`. */
export const unitOf = (heading: string): string => {
  const bracketed = /[([]([^)\]]*)[)\]]/u.exec(heading)?.[1]
  if (bracketed !== undefined) return bracketed.trim()
  const after = /,\s*([^,]+)$/u.exec(heading)?.[1]
  if (after !== undefined) return after.trim()
  return (
    /(?<!\p{L})(mg\/dl|mmol\/l|мг\/дл|ммоль\/л|°?[cf]|°с|kg|lbs?|кг|ml|мл|l|л|%|bpm|mmhg)$/iu.exec(
      heading.trim(),
    )?.[0] ?? ''
  )
}

/** What the columns hold; a metric that stands twice counts by its first column. */
export const readHeadings = (headings: readonly string[]): { columns: Column[]; ignored: string[] } => {
  const columns: Column[] = []
  const ignored: string[] = []
  for (const [index, raw] of headings.entries()) {
    const heading = raw.trim()
    const plain = heading.toLowerCase().replaceAll('ё', 'е').replaceAll('_', ' ')
    const role = EXTREME.test(plain.replace(/\(.*\)|,.*$/gu, ''))
      ? undefined
      : ROLES.find(([, like]) => like.test(plain))?.[0]
    if (role && !columns.some((column) => column.role === role))
      columns.push({ index, heading, role, unit: unitOf(heading) })
    else if (heading !== '') ignored.push(heading)
  }
  // `Time` alone may be the whole moment.
  if (!columns.some((column) => column.role === 'when')) {
    const time = columns.find((column) => column.role === 'time')
    if (time) time.role = 'when'
  }
  return { columns, ignored }
}

/** Whether a row of cells can be the head of a table of measurements. */
export const isHeading = (cells: readonly string[]): boolean => {
  const { columns } = readHeadings(cells)
  const roles = new Set(columns.map((column) => column.role))
  const metrics = columns.filter((column) => !['when', 'time', 'end'].includes(column.role))
  return roles.has('when') && metrics.length > 0
}
