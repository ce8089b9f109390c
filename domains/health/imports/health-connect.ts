// Health Connect: the zip that "Back up and restore → Export" of Android writes, with a SQLite file inside. Tables and
// units as the platform's own code keeps them: Android Open Source Project, packages/modules/HealthFitness
// (…/healthconnect/storage/datatypehelpers, android.health.connect.datatypes), 2024.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../core/errors.ts'
import type { ImportBatch, ImportOptions } from '../../contract.ts'
import type { MetricKind } from '../schema.ts'
import { type Gathered, gather, nameOf, rest, take } from './batches.ts'
import { daysOf, latestOf } from './dates.ts'
import type { HealthRow, SleepStage } from './rows.ts'
import type { Source } from './sources.ts'
import { readPressure, readReading } from './values.ts'

interface Query {
  /** All of them have to be there. */
  tables: readonly string[]
  kind: MetricKind | 'sleep'
  unit: string
  sql: string
}

const APP = 'left join application_info_table a on a.row_id = t.app_info_id'
const moment = (kind: MetricKind, table: string, value: string, unit: string, value2 = 'null'): Query => ({
  tables: [table],
  kind,
  unit,
  sql: `select t.time as start, t.time as end, t.${value} as value, ${value2} as value2, a.app_name as app from ${table} t ${APP}`,
})
const stretch = (kind: MetricKind, table: string, value: string, unit: string): Query => ({
  tables: [table],
  kind,
  unit,
  sql: `select t.start_time as start, t.end_time as end, t.${value} as value, null as value2, a.app_name as app from ${table} t ${APP}`,
})
const SESSION = 'sleep_session_record_table'

const QUERIES: readonly Query[] = [
  stretch('steps', 'steps_record_table', 'count', ''),
  stretch('water', 'hydration_record_table', 'volume', 'l'),
  moment('weight', 'weight_record_table', 'weight', 'g'),
  moment('resting_heart_rate', 'resting_heart_rate_record_table', 'beats_per_minute', 'bpm'),
  moment('temperature', 'body_temperature_record_table', 'temperature', '°C'),
  moment('glucose', 'blood_glucose_record_table', 'level', 'mmol/L'),
  moment('spo2', 'oxygen_saturation_record_table', 'percentage', '%'),
  moment('blood_pressure', 'blood_pressure_record_table', 'systolic', 'mmHg', 't.diastolic'),
  {
    tables: ['heart_rate_record_table', 'heart_rate_record_series_table'],
    kind: 'heart_rate',
    unit: 'bpm',
    sql: `select s.epoch_millis as start, s.epoch_millis as end, s.beats_per_minute as value, null as value2, a.app_name as app
      from heart_rate_record_series_table s join heart_rate_record_table t on t.row_id = s.parent_key ${APP}`,
  },
  {
    tables: [SESSION, 'sleep_stages_table'],
    kind: 'sleep',
    unit: '',
    sql: `select s.stage_start_time as start, s.stage_end_time as end, s.stage_type as value, null as value2, a.app_name as app
      from sleep_stages_table s join ${SESSION} t on t.row_id = s.parent_key ${APP}`,
  },
  {
    tables: [SESSION, 'sleep_stages_table'],
    kind: 'sleep',
    unit: '',
    // A session without stages is sleep all through: 2.
    sql: `select t.start_time as start, t.end_time as end, 2 as value, null as value2, a.app_name as app from ${SESSION} t ${APP}
      where not exists (select 1 from sleep_stages_table s where s.parent_key = t.row_id)`,
  },
]
/** SleepSessionRecord.StageType; 3 is out of bed, 7 awake in bed. */
const STAGES: Record<number, SleepStage> = { 1: 'awake', 2: 'asleep', 4: 'core', 5: 'deep', 6: 'rem', 7: 'awake' }
const LONGEST_MS = 48 * 3_600_000

interface Held {
  start: number
  end: number
  value: number
  value2: number | null
  app: string | null
}
interface Place {
  dayOf(instant: number): string
  latest: number
}

const onRow = (out: Gathered, query: Query, row: Held, number: number, { dayOf, latest }: Place): undefined => {
  const reject = (key: string, text: string): undefined => {
    out.rejected.push({ line: number, reason: { key: `health.import_${key}`, params: { text } } })
  }
  const { start, end, value } = row
  if (!(start > 0 && start <= end && end <= latest && end - start <= LONGEST_MS))
    return reject('bad_time', `${query.tables[0]}: ${start}`)
  const device = nameOf(String(row.app ?? '')) || 'Health Connect'
  if (query.kind === 'sleep') {
    const stage = STAGES[value]
    if (stage && end > start) out.rows.push({ type: 'sleep', stage, start, end, device })
    return
  }
  const figure =
    query.kind === 'blood_pressure'
      ? readPressure(value, row.value2 ?? Number.NaN)
      : readReading(query.kind, value, query.unit)
  if (!figure) return reject('bad_value', `${query.tables[0]}: ${value}`)
  out.rows.push({ ...figure, start, end: end > start ? end : null, date: dayOf(start), device })
}

const open = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { allowExtension: false })
  // The file is a stranger's: nothing in its schema may run functions.
  database.exec('pragma trusted_schema = off')
  return database
}

/** Real tables only: a view may be anything. */
const tablesOf = (database: DatabaseSync): Set<string> => {
  const rows = database
    .prepare(`select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'`)
    .all()
  return new Set(rows.map(({ name }) => String(name)))
}

function* readDatabase(
  database: DatabaseSync,
  fileBytes: number,
  options: ImportOptions,
): Generator<ImportBatch<HealthRow>> {
  const out = gather()
  const place = { dayOf: daysOf(options.timeZone), latest: latestOf(options.now) }
  const tables = tablesOf(database)
  const found = QUERIES.filter((query) =>
    [...query.tables, 'application_info_table'].every((table) => tables.has(table)),
  )
  if (found.length === 0) throw new AppError('invalid', 'health.import_bad_sqlite')
  for (const [index, query] of found.entries()) {
    let number = 0
    for (const row of database.prepare(query.sql).iterate()) {
      number += 1
      onRow(out, query, row as unknown as Held, number, place)
      yield* take(out, Math.round((index / found.length) * fileBytes))
    }
  }
  if (tables.has('exercise_session_record_table')) {
    const held = database.prepare('select count(*) as n from exercise_session_record_table').get()
    if (Number(held?.['n']) > 0) out.ignored.set('Workout', Number(held?.['n']))
  }
  yield* rest(out, fileBytes)
}

/** Rows of an export. SQLite reads from a file, so it is unpacked to one that is gone afterwards. */
export async function* readHealthConnect(
  source: Source,
  fileBytes: number,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<HealthRow>> {
  const folder = await mkdtemp(join(tmpdir(), 'health-connect-'))
  let database: DatabaseSync | undefined
  try {
    const path = join(folder, 'export.db')
    await pipeline(await source.open(), createWriteStream(path, { mode: 0o600 }))
    database = open(path)
    yield* readDatabase(database, fileBytes, options)
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('invalid', 'health.import_bad_sqlite', {}, { cause })
  } finally {
    database?.close()
    await rm(folder, { recursive: true, force: true })
  }
}
