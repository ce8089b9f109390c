// A table of measurements as CSV: one row a moment or a day, one column a metric. Google Fit's "Daily activity
// metrics.csv" is one of these.
import { pipeline } from 'node:stream'
import { type Info, type Parser, parse } from 'csv-parse'
import { AppError } from '../../../core/errors.ts'
import type { ImportBatch, ImportOptions } from '../../contract.ts'
import type { MetricKind } from '../schema.ts'
import { type Gathered, gather, ignore, nameOf, rest, take } from './batches.ts'
import { type Column, type ColumnRole, isHeading, readHeadings } from './columns.ts'
import {
  type DayOrder,
  dayOrderOf,
  daysOf,
  instantsIn,
  latestOf,
  readClock,
  readTableTime,
  type TableTime,
} from './dates.ts'
import type { HealthRow } from './rows.ts'
import { headOf, type Source } from './sources.ts'
import { decodeHead, decoding, encodingOf, readCount, readNumber, separatorOf } from './text.ts'
import { readPressure, readReading } from './values.ts'

/** Lines before the heading: a title, the name of the person. */
const TITLE_LINES = 10
const HEAD_BYTES = 65_536
/** When a day without an hour is meant for what is measured at one moment. */
const NOON = '12:00:00'

interface Table {
  out: Gathered
  columns: Column[]
  order: DayOrder
  dayOf: (instant: number) => string
  instantOf: (at: TableTime, time: string) => number
  device: string
  /** Nothing is measured after this. */
  latest: number
}

/** Whether the text begins with a table of measurements. */
export const isTable = (head: Uint8Array): boolean => {
  const text = decodeHead(head)
  const separator = separatorOf(text)
  return text
    .split(/\r?\n/u)
    .slice(0, TITLE_LINES)
    .some((line) => isHeading(cellsOf(line, separator)))
}

const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => cell.replace(/^\uFEFF|^"|"$/gu, '').trim())

const tableOf = (text: string, options: ImportOptions, device: string): Table => ({
  out: gather(),
  columns: [],
  order: dayOrderOf(text.split(/[\r\n;,\t]+/u), options.locale),
  dayOf: daysOf(options.timeZone),
  instantOf: instantsIn(options.timeZone),
  device,
  latest: latestOf(options.now),
})

/** The lines of a source as cells. What fails before the parser is thrown by the loop over it. */
const recordsOf = async (source: Source, head: Uint8Array): Promise<Parser> => {
  const records = parse({
    delimiter: separatorOf(decodeHead(head)),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1 << 20,
  })
  pipeline(await source.open(), decoding(encodingOf(head)), records, () => undefined)
  return records
}

/** Rows of a table. A line that cannot be read is reported, the rest is kept. */
export async function* readTable(
  source: Source,
  fileBytes: number,
  options: ImportOptions,
  device: string,
): AsyncGenerator<ImportBatch<HealthRow>> {
  const head = await headOf(source, HEAD_BYTES)
  const table = tableOf(decodeHead(head), options, device)
  const scale = fileBytes / Math.max(source.size, 1)
  const records = await recordsOf(source, head)
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: Info }>) {
      if (table.columns.length > 0) onRecord(table, record, info.lines)
      else if (isHeading(record)) onHeading(table, record)
      else if (info.lines > TITLE_LINES) break
      yield* take(table.out, Math.round(Math.min(info.bytes * scale, fileBytes)))
    }
  } catch (cause) {
    if (cause instanceof AppError || table.columns.length === 0) throw asInvalid(cause)
    table.out.rejected.push({ line: records.info.lines + 1, reason: { key: 'health.import_damaged' } })
  } finally {
    records.destroy()
  }
  if (table.columns.length === 0) throw new AppError('invalid', 'health.import_unknown')
  yield* rest(table.out, fileBytes)
}

const asInvalid = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('invalid', 'health.import_bad_table', {}, { cause })

const onHeading = (table: Table, record: string[]): undefined => {
  const { columns, ignored } = readHeadings(record)
  table.columns = columns
  for (const heading of ignored) ignore(table.out, heading)
}

const onRecord = (table: Table, record: string[], line: number): undefined => {
  const cell = (role: ColumnRole): string => {
    const column = table.columns.find((one) => one.role === role)
    return column ? (record[column.index] ?? '').trim() : ''
  }
  const reject = (key: string, text: string): undefined => {
    table.out.rejected.push({ line, reason: { key: `health.import_${key}`, params: { text: nameOf(text) } } })
  }
  if (record.every((one) => one.trim() === '')) return
  const at = momentOf(cell('when'), cell('time'), table.order)
  if (!at || table.instantOf(at, '00:00:00') > table.latest)
    return reject('bad_time', `${cell('when')} ${cell('time')}`.trim())
  const until = cell('end') === '' ? undefined : readTableTime(cell('end'), table.order)
  for (const column of table.columns) {
    const given = (record[column.index] ?? '').trim()
    if (given === '' || given === '-' || given === '—') continue
    const row = rowOf(table, column, given, { at, until })
    if (row === 'bad') reject('bad_value', `${column.heading}: ${given}`)
    else if (row === 'no_unit') reject('no_unit', `${column.heading}: ${given}`)
    else if (row) table.out.rows.push(row)
  }
  const [systolic, diastolic] = [cell('systolic'), cell('diastolic')]
  if (systolic === '' && diastolic === '') return
  const pressure = readPressure(readNumber(systolic), readNumber(diastolic))
  if (!pressure) return reject('bad_value', `${systolic}/${diastolic}`)
  table.out.rows.push({ ...pressure, ...placeOf(table, 'blood_pressure', { at, until: undefined }) })
}

const momentOf = (when: string, time: string, order: DayOrder): TableTime | undefined => {
  const at = readTableTime(when, order)
  if (!at || at.time !== null || time === '') return at
  const clock = readClock(time)
  return clock === undefined ? undefined : { ...at, time: clock }
}

interface Moments {
  at: TableTime
  until: TableTime | undefined
}

/** Where in time a figure stands: a count of a day without hours covers that day, a reading of it stands at noon. */
const placeOf = (
  table: Table,
  kind: MetricKind,
  { at, until }: Moments,
): { start: number; end: number | null; date: string; device: string } => {
  const counted = kind === 'steps' || kind === 'water'
  const start = table.instantOf(at, counted ? '00:00:00' : NOON)
  const date = at.time === null || at.offset === null ? at.date : table.dayOf(start)
  let end: number | null = null
  if (counted && until) end = Math.max(table.instantOf(until, '00:00:00'), start)
  else if (counted && at.time === null) end = table.instantOf(at, '23:59:59') + 1000
  return { start, end, date, device: table.device }
}

const rowOf = (table: Table, column: Column, given: string, at: Moments): HealthRow | 'bad' | 'no_unit' | null => {
  const { role } = column
  if (role === 'when' || role === 'time' || role === 'end' || role === 'systolic' || role === 'diastolic') return null
  if (role === 'blood_pressure') {
    const [, high, low] = /^(\d{2,3})\s*[/\\-]\s*(\d{2,3})$/u.exec(given) ?? []
    const pressure = readPressure(Number(high), Number(low))
    return pressure ? { ...pressure, ...placeOf(table, role, at) } : 'bad'
  }
  const kind: MetricKind = role
  const number = kind === 'steps' ? readCount(given) : readNumber(given)
  // An empty day of Google Fit is a row of zeros: nothing was measured.
  if (number === 0) return null
  const unit = column.unit === '' ? usualUnit(kind, number) : column.unit
  if (unit === null) return 'no_unit'
  const reading = readReading(kind, kind === 'spo2' && number <= 1 ? number * 100 : number, unit)
  if (!reading) return 'bad'
  return { ...reading, ...placeOf(table, kind, at) }
}

/** The unit of a heading that names none, where the figure leaves no doubt; 20 of glucose may be either unit. */
const usualUnit = (kind: MetricKind, value: number): string | null => {
  switch (kind) {
    case 'glucose':
      return null
    case 'temperature':
      return value > 50 ? '°F' : '°C'
    case 'water':
      return value < 20 ? 'l' : 'ml'
    default:
      return ''
  }
}
