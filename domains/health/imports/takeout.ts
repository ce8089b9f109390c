// Google Takeout of Fit: the daily table, and of "All Data" the JSON files that Google merged from all sources.
// Data types and their fields: Google, "Google Fit: Data types" (developers.google.com/fit/datatypes), 2024.
import { StringDecoder } from 'node:string_decoder'
import { AppError } from '../../../core/errors.ts'
import type { ImportBatch, ImportOptions } from '../../contract.ts'
import type { MetricKind } from '../schema.ts'
import { type Gathered, gather, ignore, nameOf, rest, take } from './batches.ts'
import { daysOf, latestOf } from './dates.ts'
import type { HealthRow, SleepStage } from './rows.ts'
import { headOf, type Source } from './sources.ts'
import { isTable, readTable } from './table.ts'
import { readPressure, readReading } from './values.ts'

const KINDS: Record<string, { kind: MetricKind; unit: string }> = {
  'com.google.step_count.delta': { kind: 'steps', unit: '' },
  'com.google.weight': { kind: 'weight', unit: 'kg' },
  'com.google.heart_rate.bpm': { kind: 'heart_rate', unit: 'bpm' },
  'com.google.hydration': { kind: 'water', unit: 'l' },
  'com.google.body.temperature': { kind: 'temperature', unit: '°C' },
  'com.google.blood_glucose': { kind: 'glucose', unit: 'mmol/L' },
  'com.google.oxygen_saturation': { kind: 'spo2', unit: '%' },
}
const PRESSURE = 'com.google.blood_pressure'
const SLEEP = 'com.google.sleep.segment'
/** Values of `sleep_segment_type`; 3 is out of bed. */
const STAGES: Record<number, SleepStage> = { 1: 'awake', 2: 'asleep', 4: 'core', 5: 'deep', 6: 'rem' }

/** One data point is a few hundred characters. */
const LONGEST_POINT = 1 << 18

interface DataPoint {
  dataTypeName?: unknown
  startTimeNanos?: unknown
  endTimeNanos?: unknown
  originDataSourceId?: unknown
  fitValue?: { value?: { fpVal?: unknown; intVal?: unknown } }[]
}

export const isDataPoints = (head: Uint8Array): boolean =>
  /^\s*\{\s*"Data (Source|Points)"/u.test(Buffer.from(head).toString('utf8'))

/** Which files of a Takeout archive are read: steps of the daily table are those of the JSON files, added up. */
export const chooseTakeout = async (sources: readonly Source[]): Promise<{ table: Source[]; points: Source[] }> => {
  const table: Source[] = []
  // One file a day stands beside the table of all days and says the same in quarters of an hour.
  for (const source of sources.filter(({ name }) => /\.csv$/iu.test(name)))
    if (!/\/\d{4}-\d\d-\d\d\.csv$/u.test(source.name) && isTable(await headOf(source))) table.push(source)
  const json = sources.filter(({ name }) => /\.json$/iu.test(name) && /derived[_:]com\.google\./iu.test(name))
  const points = json.filter(({ name }) => /merge/iu.test(name) && !(table.length > 0 && /step_count/iu.test(name)))
  return { table, points }
}

export async function* readTakeout(
  { table, points }: { table: readonly Source[]; points: readonly Source[] },
  fileBytes: number,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<HealthRow>> {
  const whole = [...table, ...points].reduce((sum, source) => sum + source.size, 0)
  let before = 0
  for (const source of [...table, ...points]) {
    const share = (source.size / Math.max(whole, 1)) * fileBytes
    const read = table.includes(source)
      ? readTable(source, share, options, 'Google Fit')
      : readPoints(source, share, options)
    for await (const batch of read) yield { ...batch, bytes: Math.round(before + batch.bytes) }
    before += share
  }
}

/** Rows of one JSON file of data points; a point that cannot be read is reported by its number. */
export async function* readPoints(
  source: Source,
  fileBytes: number,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<HealthRow>> {
  const out = gather()
  const place = { dayOf: daysOf(options.timeZone), latest: latestOf(options.now) }
  const decoder = new StringDecoder('utf8')
  const split = splitter()
  const scale = fileBytes / Math.max(source.size, 1)
  let read = 0
  let number = 0
  for await (const part of await source.open()) {
    read += (part as Buffer).length
    for (const text of split.feed(decoder.write(part as Buffer))) {
      number += 1
      onPoint(out, text, number, place)
    }
    yield* take(out, Math.round(read * scale))
  }
  if (!split.ended()) out.rejected.push({ line: number + 1, reason: { key: 'health.import_damaged' } })
  yield* rest(out, fileBytes)
}

interface Place {
  dayOf(instant: number): string
  latest: number
}

const onPoint = (out: Gathered, text: string, line: number, { dayOf, latest }: Place): undefined => {
  const bad = (): undefined => {
    out.rejected.push({ line, reason: { key: 'health.import_bad_value', params: { text: nameOf(text) } } })
  }
  let point: DataPoint
  try {
    point = JSON.parse(text) as DataPoint
  } catch {
    return bad()
  }
  const start = Math.round(Number(point.startTimeNanos) / 1e6)
  const end = Math.round(Number(point.endTimeNanos) / 1e6)
  const values = (point.fitValue ?? []).map(({ value }) => Number(value?.fpVal ?? value?.intVal ?? Number.NaN))
  const type = String(point.dataTypeName)
  if (!(start > 0 && start <= end && end <= latest)) return bad()
  const device = nameOf(String(point.originDataSourceId ?? '')) || 'Google Fit'
  if (type === SLEEP) {
    const stage = STAGES[values[0] ?? 0]
    if (stage && end > start) out.rows.push({ type: 'sleep', stage, start, end, device })
    return
  }
  const known = KINDS[type]
  if (!known && type !== PRESSURE) return ignore(out, type.replace(/^com\.google\./u, ''))
  const row = known
    ? readReading(known.kind, values[0] ?? Number.NaN, known.unit)
    : readPressure(values[0] ?? Number.NaN, values[1] ?? Number.NaN)
  if (!row) return bad()
  const counted = row.kind === 'steps' || row.kind === 'water'
  out.rows.push({ ...row, start, end: counted && end > start ? end : null, date: dayOf(start), device })
}

/** Cuts the objects of the one array of a JSON document out of a stream of text. */
const splitter = (): { feed(text: string): Generator<string>; ended(): boolean } => {
  let [depth, array, quoted, escaped, ended] = [0, 0, false, false, false]
  let held = ''
  return {
    *feed(text) {
      let from = depth > 1 && array > 0 ? 0 : -1
      for (let at = 0; at < text.length; at += 1) {
        const sign = text[at]
        if (quoted) {
          if (escaped) escaped = false
          else if (sign === '\\') escaped = true
          else if (sign === '"') quoted = false
        } else if (sign === '"') quoted = true
        else if (sign === '[') array += 1
        else if (sign === ']') array -= 1
        else if (sign === '{') {
          if (depth === 1 && array === 1) from = at
          depth += 1
        } else if (sign === '}') {
          depth -= 1
          if (depth === 0) ended = true
          if (depth === 1 && array === 1 && from >= 0) {
            yield held + text.slice(from, at + 1)
            held = ''
            from = -1
          }
        }
      }
      if (from >= 0) held += text.slice(from)
      if (held.length > LONGEST_POINT) throw new AppError('invalid', 'health.import_bad_json')
    },
    ended: () => ended,
  }
}
