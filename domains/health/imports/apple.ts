// Apple Health: `export.xml`, alone or in the `export.zip` that the phone shares. Read as a stream: a phone of ten
// years writes several gigabytes. Element names: DTD at the head of the export, "HealthKit Export Version: 14".
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { AppError } from '../../../core/errors.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { ImportBatch, ImportOptions } from '../../contract.ts'
import type { MetricKind } from '../schema.ts'
import { type Gathered, gather, ignore, nameOf, rest, take } from './batches.ts'
import { daysOf, latestOf } from './dates.ts'
import type { HealthRow, SleepStage } from './rows.ts'
import type { Source } from './sources.ts'
import { readPressure, readReading } from './values.ts'

const QUANTITIES: Record<string, MetricKind | 'systolic' | 'diastolic'> = {
  HKQuantityTypeIdentifierStepCount: 'steps',
  HKQuantityTypeIdentifierHeartRate: 'heart_rate',
  HKQuantityTypeIdentifierRestingHeartRate: 'resting_heart_rate',
  HKQuantityTypeIdentifierBodyMass: 'weight',
  HKQuantityTypeIdentifierBodyTemperature: 'temperature',
  HKQuantityTypeIdentifierOxygenSaturation: 'spo2',
  HKQuantityTypeIdentifierBloodGlucose: 'glucose',
  HKQuantityTypeIdentifierDietaryWater: 'water',
  HKQuantityTypeIdentifierBloodPressureSystolic: 'systolic',
  HKQuantityTypeIdentifierBloodPressureDiastolic: 'diastolic',
}
const SLEEP = 'HKCategoryTypeIdentifierSleepAnalysis'
/** Values of HKCategoryValueSleepAnalysis; `Asleep` is how iOS before 16 wrote `AsleepUnspecified`. */
const STAGES: Record<string, SleepStage> = {
  HKCategoryValueSleepAnalysisInBed: 'in_bed',
  HKCategoryValueSleepAnalysisAsleep: 'asleep',
  HKCategoryValueSleepAnalysisAsleepUnspecified: 'asleep',
  HKCategoryValueSleepAnalysisAsleepCore: 'core',
  HKCategoryValueSleepAnalysisAsleepDeep: 'deep',
  HKCategoryValueSleepAnalysisAsleepREM: 'rem',
  HKCategoryValueSleepAnalysisAwake: 'awake',
}

/** Characters without the start or end of an element: more is not an export but an attack on memory. */
const LONGEST_SILENCE = 1 << 20
/** Halves of blood pressure that wait for the other half. */
const MOST_HALVES = 50_000
/** A stretch longer than this is a mistake of the writer, not a reading or a sleep. */
const LONGEST_MS = 48 * 3_600_000

const TIME = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/

/** `2026-03-18 07:10:00 +0300` as epoch milliseconds, NaN when it is none. */
export const readAppleTime = (text: string | undefined): number => {
  const match = TIME.exec(text ?? '')
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = match
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const real = new Date(wall)
  if (real.getUTCDate() !== Number(day) || real.getUTCMonth() !== Number(month) - 1) return Number.NaN
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return Number.NaN
  return wall - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

interface State {
  out: Gathered
  dayOf: (instant: number) => LocalDate
  /** Time and device of a half of a blood pressure → its value and line. */
  halves: Map<string, { systolic: boolean; value: number; line: number }>
  rootSeen: boolean
  /** Nothing is measured after this. */
  latest: number
}

type Attributes = Record<string, string>

const reject = (state: State, line: number, key: string, params: Record<string, string> = {}): undefined => {
  const shown = Object.fromEntries(Object.entries(params).map(([name, text]) => [name, nameOf(text)]))
  state.out.rejected.push({ line, reason: { key: `health.import_${key}`, params: shown } })
}

const onRecord = (state: State, given: Attributes, line: number): undefined => {
  const type = given['type'] ?? ''
  const kind = QUANTITIES[type]
  if (!kind && type !== SLEEP) return ignore(state.out, type.replace(/^HK(Quantity|Category)TypeIdentifier/u, ''))
  const start = readAppleTime(given['startDate'])
  const end = readAppleTime(given['endDate'] ?? given['startDate'])
  if (!(start <= end) || end - start > LONGEST_MS || end > state.latest)
    return reject(state, line, 'bad_time', { text: `${given['startDate'] ?? ''} – ${given['endDate'] ?? ''}` })
  const device = nameOf(given['sourceName'] ?? '')
  if (!kind) {
    const stage = STAGES[given['value'] ?? '']
    if (!stage) return reject(state, line, 'bad_value', { text: given['value'] ?? '' })
    if (end > start) state.out.rows.push({ type: 'sleep', stage, start, end, device })
    return
  }
  const number = Number(given['value'] || Number.NaN)
  const at = { start, end: end > start ? end : null, date: state.dayOf(start), device }
  if (kind === 'systolic' || kind === 'diastolic')
    return onPressure(state, { systolic: kind === 'systolic', value: number, line }, at)
  // A saturation is written as 0.97 under the unit "%".
  const [value, unit] = kind === 'spo2' && number <= 1 ? [number * 100, '%'] : [number, given['unit'] ?? '']
  const row = readReading(kind, value, unit)
  if (!row) return reject(state, line, 'bad_value', { text: `${given['value'] ?? ''} ${given['unit'] ?? ''}`.trim() })
  const counted = kind === 'steps' || kind === 'water'
  state.out.rows.push({ ...row, ...at, end: counted ? at.end : null })
}

/** The two halves of a pressure are records of their own, far apart in the file: joined by time and device. */
const onPressure = (
  state: State,
  half: { systolic: boolean; value: number; line: number },
  at: { start: number; date: LocalDate; device: string },
): undefined => {
  const key = `${at.start}|${at.device}`
  const other = state.halves.get(key)
  if (!other || other.systolic === half.systolic) {
    if (state.halves.size >= MOST_HALVES) return reject(state, half.line, 'half_pressure')
    state.halves.set(key, half)
    return
  }
  state.halves.delete(key)
  const [systolic, diastolic] = half.systolic ? [half.value, other.value] : [other.value, half.value]
  const row = readPressure(systolic, diastolic)
  if (!row) return reject(state, half.line, 'bad_value', { text: `${systolic}/${diastolic}` })
  state.out.rows.push({ ...row, start: at.start, end: null, date: at.date, device: at.device })
}

/** A parser that puts what it meets into `state`. Throws AppError `invalid` for what must be refused whole. */
const parserFor = (state: State): { parser: SaxesParser; silence: (characters: number) => void } => {
  const parser = new SaxesParser({ fileName: 'export.xml' })
  let silent = 0
  let correlations = 0
  parser.on('doctype', (text) => {
    // The export declares elements and attributes, never entities; nothing here would expand one.
    if (/<!ENTITY/iu.test(text)) throw new AppError('invalid', 'health.import_entities')
  })
  parser.on('opentag', (tag) => {
    silent = 0
    if (!state.rootSeen) {
      if (tag.name !== 'HealthData') throw new AppError('invalid', 'health.import_unknown')
      state.rootSeen = true
    } else if (tag.name === 'Record') {
      // Parts of a correlation stand in the file once more by themselves.
      if (correlations === 0) onRecord(state, tag.attributes as Attributes, parser.line)
    } else if (tag.name === 'Workout') ignore(state.out, 'Workout')
    else if (tag.name === 'Correlation') correlations += 1
  })
  parser.on('closetag', (tag) => {
    silent = 0
    if (tag.name === 'Correlation') correlations -= 1
  })
  return {
    parser,
    silence: (characters) => {
      silent += characters
      if (silent > LONGEST_SILENCE) throw new AppError('invalid', 'health.import_bad_xml')
    },
  }
}

/** Rows of an export. What follows damage in the file is reported by line; what stands before it is kept. */
export async function* readApple(
  source: Source,
  fileBytes: number,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<HealthRow>> {
  const state: State = {
    out: gather(),
    dayOf: daysOf(options.timeZone),
    halves: new Map(),
    rootSeen: false,
    latest: latestOf(options.now),
  }
  const { parser, silence } = parserFor(state)
  const decoder = new StringDecoder('utf8')
  const scale = fileBytes / Math.max(source.size, 1)
  let read = 0
  try {
    for await (const part of await source.open()) {
      const chunk = part as Buffer
      read += chunk.length
      const text = decoder.write(chunk)
      silence(text.length)
      parser.write(text)
      yield* take(state.out, Math.round(read * scale))
    }
    parser.write(decoder.end())
    parser.close()
  } catch (error) {
    if (error instanceof AppError || !state.rootSeen) throw asInvalid(error)
    reject(state, parser.line, 'damaged')
  }
  for (const half of state.halves.values()) reject(state, half.line, 'half_pressure')
  yield* rest(state.out, fileBytes)
}

const asInvalid = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('invalid', 'health.import_bad_xml', {}, { cause: error })
