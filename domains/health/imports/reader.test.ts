// Health files read from the disk as they come: rows, rejected lines, refusals. Expected figures are worked out by hand.
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import en from '../messages.en.json' with { type: 'json' }
import ru from '../messages.ru.json' with { type: 'json' }
import { EXPORT, HEAD, NIGHT, record, sleep, TAIL } from './apple.fixture.ts'
import { readAppleTime } from './apple.ts'
import { fileOf, OPTIONS, pathFor, readAll, zipOf } from './files.fixture.ts'
import { reader } from './reader.ts'
import type { HealthRow, ReadingRow } from './rows.ts'

const readings = (rows: readonly HealthRow[]): ReadingRow[] => rows.filter((row) => row.type === 'reading')
const of = (rows: readonly HealthRow[], kind: string): ReadingRow[] => readings(rows).filter((row) => row.kind === kind)
const iso = (instant: number | null | undefined): string | null =>
  instant === null || instant === undefined ? null : new Date(instant).toISOString()
const refusal = async (content: string | Uint8Array, name = 'export.xml'): Promise<string> => {
  try {
    await readAll(reader, fileOf(name, content))
  } catch (error) {
    // What is refused is told in both languages.
    if (error instanceof AppError && Object.hasOwn(ru, error.key) && Object.hasOwn(en, error.key))
      return `${error.code} ${error.key}`
    throw error
  }
  return 'read'
}

describe('an Apple Health export', () => {
  it('gives figures in canonical units at their instants', async () => {
    const { format, rows } = await readAll(reader, fileOf('export.xml', EXPORT))
    expect(format).toBe('apple_health')
    expect(of(rows, 'steps').map(({ value, device }) => [value, device])).toEqual([
      [1200, 'iPhone Anna'],
      [1250, 'Apple Watch — Anna'],
      [800, 'Apple Watch — Anna'],
    ])
    // 07:10 at +0300 is 04:10 UTC.
    expect(iso(of(rows, 'steps')[0]?.start)).toBe('2026-03-17T04:10:00.000Z')
    expect(iso(of(rows, 'steps')[0]?.end)).toBe('2026-03-17T04:20:00.000Z')
    expect(of(rows, 'heart_rate').map(({ value, end }) => [value, end])).toEqual([
      [62, null],
      [118.5, null],
    ])
    expect(of(rows, 'resting_heart_rate').map(({ value }) => value)).toEqual([56])
    // 154.5 lb × 0.45359237 kg = 70.08002… kg
    expect(of(rows, 'weight').map(({ value }) => value)).toEqual([70.2, expect.closeTo(70.080_021_2, 6)])
    expect(of(rows, 'weight')[1]).toMatchObject({ given: 154.5, unit: 'lb', device: 'Scale' })
    // 98.6 °F is 37 °C.
    expect(of(rows, 'temperature').map(({ value }) => value)).toEqual([36.6, expect.closeTo(37, 9)])
    expect(of(rows, 'spo2').map(({ value }) => value)).toEqual([expect.closeTo(97, 9)])
    // 99.0858 mg/dL ÷ 18.0156 = 5.5 mmol/L
    expect(of(rows, 'glucose').map(({ value }) => value)).toEqual([expect.closeTo(5.5, 6), 5.5])
    expect(of(rows, 'water').map(({ value }) => value)).toEqual([250, 300])
  })

  it('joins the halves of a pressure by time and device, and says which half is alone', async () => {
    const { rows, rejected } = await readAll(reader, fileOf('export.xml', EXPORT))
    expect(of(rows, 'blood_pressure').map(({ value, diastolic }) => [value, diastolic])).toEqual([[121, 79]])
    expect(rejected.filter(({ reason }) => reason.key === 'health.import_half_pressure')).toHaveLength(1)
  })

  it('counts what is not for here and rejects by line what cannot be true', async () => {
    const { rows, rejected } = await readAll(reader, fileOf('export.xml', EXPORT))
    const ignored = rows.filter((row) => row.type === 'ignored').map(({ what, count }) => [what, count])
    expect(Object.fromEntries(ignored)).toEqual({ Workout: 1, MindfulSession: 1, HeartRateVariabilitySDNN: 1 })
    const lines = EXPORT.split('\n')
    const reasons = rejected.filter(({ reason }) => reason.key !== 'health.import_half_pressure')
    expect(reasons.map(({ reason }) => reason.key.replace('health.import_', ''))).toEqual([
      'bad_value',
      'bad_time',
      'bad_value',
      'bad_time',
      'bad_time',
    ])
    expect(lines[(reasons[0]?.line ?? 0) - 1]).toContain('value="0"')
    expect(lines[(reasons[1]?.line ?? 0) - 1]).toContain('2026-02-30')
  })

  it('reads the pieces of sleep with their stages', async () => {
    const { rows } = await readAll(reader, fileOf('export.xml', HEAD + NIGHT.join('') + TAIL))
    expect(rows.filter((row) => row.type === 'sleep').map(({ stage }) => stage)).toEqual([
      'in_bed',
      'core',
      'deep',
      'awake',
      'rem',
      'core',
      'asleep',
    ])
  })

  it('keeps instants over a change of offset', async () => {
    // Winter time began in Berlin on 2025-10-26 at 03:00: the hour from 02:00 came twice.
    const content = HEAD + sleep('Asleep', '2025-10-26 02:30:00 +0200', '2025-10-26 02:30:00 +0100') + TAIL
    const { rows } = await readAll(reader, fileOf('export.xml', content))
    const [piece] = rows.filter((row) => row.type === 'sleep')
    expect((piece?.end ?? 0) - (piece?.start ?? 0)).toBe(3_600_000)
  })

  it('is found in a zip under its name in any language', async () => {
    const zip = zipOf({
      'apple_health_export/export_cda.xml': '<?xml version="1.0"?><ClinicalDocument/>',
      'apple_health_export/экспорт.xml': EXPORT,
    })
    const packed = await readAll(reader, fileOf('экспорт.zip', zip))
    const plain = await readAll(reader, fileOf('export.xml', EXPORT))
    expect(packed.format).toBe('apple_health')
    expect(packed.rows).toEqual(plain.rows)
    expect(packed.batches.at(-1)?.bytes).toBe(zip.length)
  })

  it('keeps what stands before the damage and says where it begins', async () => {
    const cut = EXPORT.slice(0, EXPORT.indexOf('HKQuantityTypeIdentifierBodyTemperature'))
    const { rows, rejected } = await readAll(reader, fileOf('export.xml', cut))
    expect(of(rows, 'weight')).toHaveLength(2)
    expect(of(rows, 'temperature')).toHaveLength(0)
    expect(rejected.at(-1)?.reason.key).toBe('health.import_damaged')
    expect(rejected.at(-1)?.line).toBe(cut.split('\n').length)
  })

  it('refuses entities, foreign XML and noise', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('\n')
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE HealthData [<!ENTITY l0 "lol">\n${laughs}]>\n<HealthData locale="&l9;"></HealthData>`
    expect(await refusal(bomb)).toBe('invalid health.import_entities')
    expect(await refusal(`<?xml version="1.0"?><!-- <HealthData > --><Other/>`)).toBe('invalid health.import_unknown')
    expect(await refusal(`<HealthData ${'x'.repeat(3_000_000)}`)).toBe('invalid health.import_bad_xml')
    expect(await reader.recognise(fileOf('a.xml', '<gpx version="1.1"/>'))).toBeNull()
    expect(await reader.recognise(fileOf('a.bin', Buffer.from([0, 1, 2, 3])))).toBeNull()
  })

  it('reads no time that is none', () => {
    expect(readAppleTime('2026-03-18 07:10:00 +0300')).toBe(Date.parse('2026-03-18T04:10:00Z'))
    expect(readAppleTime('2026-03-18 07:10:00 -0330')).toBe(Date.parse('2026-03-18T10:40:00Z'))
    for (const bad of ['2026-13-18 07:10:00 +0300', '2026-03-18 25:10:00 +0300', '2026-03-18', '', undefined])
      expect(readAppleTime(bad)).toBeNaN()
  })

  it('gives batches of at most 500 rows that say how far the file is read', async () => {
    const many = Array.from({ length: 1_203 }, (_, i) => {
      const minute = String(i % 60).padStart(2, '0')
      const hour = String(Math.floor(i / 60)).padStart(2, '0')
      return record('HeartRate', '70', 'count/min', `2026-03-17 ${hour}:${minute}:00 +0300`)
    }).join('')
    const file = fileOf('export.xml', HEAD + many + TAIL)
    const { batches } = await readAll(reader, file)
    expect(Math.max(...batches.map(({ rows }) => rows.length))).toBeLessThanOrEqual(500)
    expect(batches.flatMap(({ rows }) => rows)).toHaveLength(1_203)
    expect(batches.at(-1)?.bytes).toBe(file.bytes)
  })
})

describe('a table', () => {
  it('in windows-1251 with Russian headings, decimal commas and two columns of pressure', async () => {
    const text = [
      'Дневник самочувствия',
      'Дата;Время;Вес, кг;САД;ДАД;Пульс, уд/мин;Сахар, ммоль/л;Температура;Настроение',
      '17.03.2026;07:10;70,4;121;79;62;5,3;36,6;хорошее',
      '18.03.2026;;70,1;;;;;;',
      '31.02.2026;07:00;70;;;;;;',
      '18.03.2026;08:00;семьдесят;130;;61;;;',
    ].join('\r\n')
    const bytes = Uint8Array.from(text, (sign) => {
      const code = sign.charCodeAt(0)
      if (code < 128) return code
      // Windows-1251: А–я are C0–FF, in the order of Unicode.
      return code - 0x410 + 0xc0
    })
    const { format, rows, rejected } = await readAll(reader, fileOf('дневник.csv', bytes))
    expect(format).toBe('csv')
    expect(of(rows, 'weight').map(({ value, start }) => [value, iso(start)])).toEqual([
      [70.4, '2026-03-17T04:10:00.000Z'],
      // A day without an hour: noon in Moscow.
      [70.1, '2026-03-18T09:00:00.000Z'],
    ])
    expect(of(rows, 'blood_pressure').map(({ value, diastolic }) => [value, diastolic])).toEqual([[121, 79]])
    expect(of(rows, 'heart_rate').map(({ value }) => value)).toEqual([62, 61])
    expect(of(rows, 'glucose').map(({ value }) => value)).toEqual([5.3])
    expect(of(rows, 'temperature').map(({ value }) => value)).toEqual([36.6])
    expect(rejected.map(({ line, reason }) => [line, reason.key])).toEqual([
      [5, 'health.import_bad_time'],
      [6, 'health.import_bad_value'],
      [6, 'health.import_bad_value'],
    ])
    expect(rows.filter((row) => row.type === 'ignored')).toEqual([{ type: 'ignored', what: 'Настроение', count: 1 }])
  })

  it('in English with units in the headings, and one column of pressure', async () => {
    const text = [
      'Date,Weight (lb),Blood pressure,Glucose mg/dL,Steps,SpO2,Water (l)',
      '3/17/2026 7:10 PM,154.5,121/79,99.0858,"10,250",97%,1.5',
      '03/18/2026,,,,800,,',
    ].join('\n')
    const { rows, rejected } = await readAll(reader, fileOf('log.csv', text))
    expect(rejected).toEqual([])
    expect(iso(of(rows, 'weight')[0]?.start)).toBe('2026-03-17T16:10:00.000Z')
    expect(of(rows, 'weight')[0]?.value).toBeCloseTo(70.080_021_2, 6)
    expect(of(rows, 'glucose')[0]?.value).toBeCloseTo(5.5, 6)
    expect(of(rows, 'spo2')[0]?.value).toBe(97)
    expect(of(rows, 'water')[0]?.value).toBe(1500)
    expect(of(rows, 'steps').map(({ value, start, end }) => [value, iso(start), iso(end)])).toEqual([
      [10_250, '2026-03-17T16:10:00.000Z', null],
      [800, '2026-03-17T21:00:00.000Z', '2026-03-18T21:00:00.000Z'],
    ])
  })

  it('asks for the unit of glucose rather than guess it', async () => {
    const { rows, rejected } = await readAll(reader, fileOf('s.csv', 'дата;сахар\n17.03.2026;5,4\n'))
    expect(readings(rows)).toEqual([])
    expect(rejected).toMatchObject([{ line: 2, reason: { key: 'health.import_no_unit' } }])
  })

  it('of another kind is not recognised', async () => {
    expect(await reader.recognise(fileOf('bank.csv', 'Дата;Сумма;Описание\n17.03.2026;100;такси\n'))).toBeNull()
    expect(await reader.recognise(fileOf('a.csv', 'name,weight\nbox,3\n'))).toBeNull()
  })
})

describe('a Google Takeout', () => {
  const DAILY = [
    'Date,Move Minutes count,Calories (kcal),Distance (m),Heart Points,Average heart rate (bpm),Max heart rate (bpm),Min heart rate (bpm),Step count,Average weight (kg),Max weight (kg),Min weight (kg)',
    '2026-03-16,61,1800.5,5321.7,20,71.5,140,51,7421,70.3,70.3,70.3',
    '2026-03-17,0,1500.1,0,0,,,,0,,,',
  ].join('\n')
  const points = (type: string, values: object[]): string =>
    JSON.stringify({
      'Data Source': `derived:${type}:com.google.android.gms:merge`,
      'Data Points': values.map((value, i) => ({
        fitValue: [{ value }],
        originDataSourceId: 'raw:scale "Весы"',
        endTimeNanos: (1_773_720_000 + i * 60) * 1e9,
        dataTypeName: type,
        startTimeNanos: (1_773_720_000 + i * 60) * 1e9,
        rawTimestampNanos: 0,
      })),
    })

  it('gives the daily table, and of the data points what the table does not hold', async () => {
    const zip = zipOf({
      'Takeout/Fit/Daily activity metrics/Daily activity metrics.csv': DAILY,
      'Takeout/Fit/Daily activity metrics/2026-03-16.csv': 'Start time,End time,Step count\n07:00,07:15,100\n',
      'Takeout/Fit/All Data/derived_com.google.weight_com.google.android.gms_merge_weight.json': points(
        'com.google.weight',
        [{ fpVal: 70.25 }, { fpVal: 7_000 }],
      ),
      'Takeout/Fit/All Data/derived_com.google.step_count.delta_com.google.android.gms_merge_step_deltas.json': points(
        'com.google.step_count.delta',
        [{ intVal: 55 }],
      ),
      'Takeout/Fit/All Data/raw_com.google.weight_com.fitbit.json': points('com.google.weight', [{ fpVal: 70.25 }]),
    })
    const { format, rows, rejected } = await readAll(reader, fileOf('takeout.zip', zip))
    expect(format).toBe('google_fit')
    // The first row's average weight and the one good point; the raw file tells the same as the merged one.
    expect(of(rows, 'weight').map(({ value }) => value)).toEqual([70.3, 70.25])
    expect(of(rows, 'steps').map(({ value, date }) => [value, date])).toEqual([[7421, '2026-03-16']])
    expect(of(rows, 'heart_rate').map(({ value }) => value)).toEqual([71.5])
    expect(rejected).toMatchObject([{ line: 2, reason: { key: 'health.import_bad_value' } }])
  })

  it('reads a file of data points by itself, and tells where it is cut', async () => {
    const text = points('com.google.heart_rate.bpm', [{ fpVal: 61 }, { fpVal: 62 }, { fpVal: 63 }])
    expect(of((await readAll(reader, fileOf('hr.json', text))).rows, 'heart_rate').map(({ value }) => value)).toEqual([
      61, 62, 63,
    ])
    const cut = await readAll(reader, fileOf('hr.json', text.slice(0, -60)))
    expect(of(cut.rows, 'heart_rate')).toHaveLength(2)
    expect(cut.rejected).toEqual([{ line: 3, reason: { key: 'health.import_damaged' } }])
  })

  it('that is damaged is refused', async () => {
    const zip = zipOf({ 'Takeout/Fit/Daily activity metrics/Daily activity metrics.csv': DAILY })
    expect(await refusal(zip.subarray(0, 60), 'broken.zip')).toBe('invalid health.import_bad_zip')
  })
})

describe('a Health Connect export', () => {
  /** The columns that matter of the tables that Android keeps, with one record each. */
  const exported = (statements: string): Buffer => {
    const path = pathFor('health_connect_export.db')
    const database = new DatabaseSync(path)
    database.exec(statements)
    database.close()
    return readFileSync(path)
  }
  const at = Date.parse('2026-03-17T04:10:00Z')
  const SCHEMA = `
    create table application_info_table (row_id integer primary key, package_name text, app_name text);
    insert into application_info_table values (1, 'com.sec.android.app.shealth', 'Samsung Health');
    create table steps_record_table (row_id integer primary key, app_info_id integer, start_time integer, end_time integer, count integer);
    insert into steps_record_table values (1, 1, ${at}, ${at + 600_000}, 1200), (2, 1, ${at + 600_000}, ${at}, 5);
    create table weight_record_table (row_id integer primary key, app_info_id integer, time integer, weight real);
    insert into weight_record_table values (1, 1, ${at}, 70200.0);
    create table blood_pressure_record_table (row_id integer primary key, app_info_id integer, time integer, systolic real, diastolic real);
    insert into blood_pressure_record_table values (1, null, ${at}, 121, 79);
    create table heart_rate_record_table (row_id integer primary key, app_info_id integer, start_time integer, end_time integer);
    create table heart_rate_record_series_table (parent_key integer, beats_per_minute integer, epoch_millis integer);
    insert into heart_rate_record_table values (1, 1, ${at}, ${at + 60_000});
    insert into heart_rate_record_series_table values (1, 61, ${at}), (1, 0, ${at + 30_000}), (1, 63, ${at + 60_000});
    create table sleep_session_record_table (row_id integer primary key, app_info_id integer, start_time integer, end_time integer);
    create table sleep_stages_table (parent_key integer, stage_start_time integer, stage_end_time integer, stage_type integer);
    insert into sleep_session_record_table values (1, 1, ${at - 7_200_000}, ${at}), (2, 1, ${at + 3_600_000}, ${at + 5_400_000});
    insert into sleep_stages_table values (1, ${at - 7_200_000}, ${at - 3_600_000}, 5), (1, ${at - 3_600_000}, ${at}, 4);
    create table exercise_session_record_table (row_id integer primary key, app_info_id integer, start_time integer, end_time integer);
    insert into exercise_session_record_table values (1, 1, ${at}, ${at});`

  it('gives figures in canonical units with the app that wrote them', async () => {
    const zip = zipOf({ 'health_connect_export.db': exported(SCHEMA) })
    const { format, rows, rejected } = await readAll(reader, fileOf('Health Connect.zip', zip))
    expect(format).toBe('health_connect')
    expect(of(rows, 'steps')).toMatchObject([{ value: 1200, start: at, end: at + 600_000, device: 'Samsung Health' }])
    expect(of(rows, 'weight')).toMatchObject([{ value: expect.closeTo(70.2, 9), end: null }])
    expect(of(rows, 'blood_pressure')).toMatchObject([{ value: 121, diastolic: 79, device: 'Health Connect' }])
    expect(of(rows, 'heart_rate').map(({ value }) => value)).toEqual([61, 63])
    const pieces = rows.filter((row) => row.type === 'sleep')
    expect(pieces.map(({ stage, start, end }) => [stage, (end - start) / 60_000])).toEqual([
      ['deep', 60],
      ['core', 60],
      ['asleep', 30],
    ])
    expect(rows.filter((row) => row.type === 'ignored')).toEqual([{ type: 'ignored', what: 'Workout', count: 1 }])
    expect(rejected.map(({ reason }) => reason.key)).toEqual(['health.import_bad_time', 'health.import_bad_value'])
  })

  it('that holds no such tables, or is no database, is refused', async () => {
    const views = exported(`create view steps_record_table as select 1; create table other (a);`)
    expect(await refusal(zipOf({ 'health_connect_export.db': views }))).toBe('invalid health.import_bad_sqlite')
    const noise = zipOf({ 'health_connect_export.db': 'SQLite format 3\u0000 but not really' })
    expect(await refusal(noise)).toBe('invalid health.import_bad_sqlite')
  })
})

it('options do not change what an instant is', async () => {
  const { rows } = await readAll(reader, fileOf('export.xml', EXPORT), { ...OPTIONS, timeZone: 'Asia/Vladivostok' })
  const [first] = of(rows, 'steps')
  expect(iso(first?.start)).toBe('2026-03-17T04:10:00.000Z')
  // 23:55 in Moscow is the morning of the next day in Vladivostok.
  expect(of(rows, 'steps')[2]?.date).toBe('2026-03-18')
})
