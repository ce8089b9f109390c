// Health files stored: totals, the same file again, overlapping exports in any order, taking an import back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { User } from '../../../core/user.ts'
import { newUser, useDatabase } from '../../../test/harness/database.ts'
import { health } from '../index.ts'
import { EXPORT, HEAD, NIGHT, record, sleep, TAIL } from './apple.fixture.ts'
import { fileOf } from './files.fixture.ts'
import { reader } from './reader.ts'
import type { HealthRow, SleepStage } from './rows.ts'
import { importRunner } from './run.fixture.ts'

const database = useDatabase()
const imports = importRunner(database, health, 'health', reader)

const query = <Row extends object>(user: User, text: string, params: unknown[] = []): Promise<Row[]> =>
  database.db.withUser(user.id, (tx) => tx.query<Row>(text, params))

/** What is stored, without what differs from run to run. */
const held = async (user: User): Promise<{ metrics: unknown[]; days: unknown[]; sleep: unknown[] }> => ({
  metrics: await query(
    user,
    `select kind, value, value2, at, end_at, local_date, source, source_key, device from health.metric order by kind, at, source_key`,
  ),
  days: await query(
    user,
    'select kind, local_date, value, value2, samples, sources from health.metric_day order by kind, local_date',
  ),
  sleep: await query(
    user,
    'select started_at, ended_at, local_date, minutes, nap, stages, source, source_key, device from health.sleep order by device, started_at',
  ),
})

describe('an Apple Health export', () => {
  it('is stored with its totals, and says what it left out', async () => {
    const anna = newUser()
    const run = await imports.file(anna, fileOf('export.xml', EXPORT))
    // 3 steps, 2 pulses, 1 at rest, 2 weights, 2 temperatures, 1 saturation, 2 glucose, 1 pressure, 2 water; night, nap.
    expect(run.totals).toEqual({
      steps: 3,
      heart_rate: 2,
      resting_heart_rate: 1,
      weight: 2,
      temperature: 2,
      spo2: 1,
      glucose: 2,
      blood_pressure: 1,
      water: 2,
      sleep: 2,
    })
    // 1 workout, 1 meditation, 1 variability were passed over.
    expect(run).toMatchObject({ created: 18, updated: 0, skipped: 3 })
    expect(run.warnings).toEqual(['workouts_by_file', 'not_kept'])
    expect(run.rejected).toHaveLength(6)
    expect(run.said).toMatchObject({ key: 'health.import_done' })
  })

  it('is told in both languages', async () => {
    const { told } = await imports.file(newUser(), fileOf('export.xml', EXPORT))
    expect(told.ru.slice(0, 3)).toEqual([
      '18 новых записей, пропущено: 3.',
      '1 тренировка в этом файле без подробностей. Тренировки загружаются своими файлами: GPX, TCX или FIT.',
      'Не сохранены: MindfulSession, HeartRateVariabilitySDNN. Такие показатели пока не ведутся.',
    ])
    expect(told.en.slice(0, 3)).toEqual([
      '18 new records, 3 skipped.',
      '1 workout in this file comes without detail. Import workouts by their own files: GPX, TCX or FIT.',
      'Not kept: MindfulSession, HeartRateVariabilitySDNN. These are not tracked yet.',
    ])
  })

  it('counts a night over midnight once, on the day of waking, and the nap apart', async () => {
    const anna = newUser()
    await imports.file(anna, fileOf('export.xml', EXPORT))
    const { sleep: spells } = await held(anna)
    expect(spells).toMatchObject([
      {
        // 60 + 80 + 90 + 200 minutes asleep, 10 awake in between.
        minutes: 430,
        stages: { deep: 80, rem: 90, light: 260, awake: 10 },
        local_date: '2026-03-17',
        nap: false,
        started_at: new Date('2026-03-16T20:30:00Z'),
        ended_at: new Date('2026-03-17T03:50:00Z'),
      },
      { minutes: 40, stages: null, nap: true, local_date: '2026-03-17' },
    ])
  })

  it('does not take time in bed for sleep, and says so where no other device saw the sleep', async () => {
    const anna = newUser()
    const other = sleep('InBed', '2026-03-15 23:00:00 +0300', '2026-03-16 07:00:00 +0300', 'iPhone Anna')
    const run = await imports.file(anna, fileOf('export.xml', HEAD + NIGHT.join('') + other + TAIL))
    expect(run.warnings).toEqual(['in_bed_only'])
    expect(run.told.ru.at(-1)).toBe(
      'Только время в постели записано 1 раз. Сколько из него сна, неизвестно, поэтому в сон это не вошло.',
    )
    expect((await held(anna)).sleep).toHaveLength(2)
  })

  it('keeps what several devices counted as rows of their own, of which the day takes one', async () => {
    const anna = newUser()
    await imports.file(anna, fileOf('export.xml', EXPORT))
    const { metrics, days } = await held(anna)
    expect(metrics.filter((row) => (row as { kind: string }).kind === 'steps')).toHaveLength(3)
    // The watch counted 1250 + 800 on the 17th, the phone 1200.
    expect(days).toContainEqual(expect.objectContaining({ kind: 'steps', local_date: '2026-03-17', value: 2050 }))
  })

  it('changes nothing when it comes again', async () => {
    const anna = newUser()
    await imports.file(anna, fileOf('export.xml', EXPORT))
    const before = await held(anna)
    const again = await imports.file(anna, fileOf('export.xml', EXPORT))
    expect(again).toMatchObject({ created: 0, updated: 0, skipped: 18 + 3, said: { key: 'health.import_nothing_new' } })
    expect(await held(anna)).toEqual(before)
  })

  it('makes one night of two files that hold its halves', async () => {
    const anna = newUser()
    const first = await imports.file(anna, fileOf('export.xml', HEAD + NIGHT.slice(0, 3).join('') + TAIL))
    expect(first).toMatchObject({ created: 1, updated: 0 })
    const second = await imports.file(anna, fileOf('export.xml', HEAD + NIGHT.slice(3).join('') + TAIL))
    expect(second).toMatchObject({ created: 1, updated: 1 })
    const whole = newUser()
    await imports.file(whole, fileOf('export.xml', HEAD + NIGHT.join('') + TAIL))
    expect(await held(anna)).toEqual(await held(whole))
  })

  it('counts elapsed time in a night of a change of clocks', async () => {
    const anna = newUser({ timeZone: 'Europe/Berlin' })
    // 22:00 summer time to 06:00 winter time: nine hours.
    const night = sleep('Asleep', '2025-10-25 22:00:00 +0200', '2025-10-26 06:00:00 +0100')
    await imports.file(anna, fileOf('export.xml', HEAD + night + TAIL))
    expect((await held(anna)).sleep).toMatchObject([{ minutes: 540, local_date: '2025-10-26' }])
  })
})

describe('a hostile file', () => {
  it('names its device with what a database cannot hold, and is stored all the same', async () => {
    const anna = newUser()
    const point = (name: string, at: number): object => ({
      fitValue: [{ value: { fpVal: 70 } }],
      originDataSourceId: name,
      startTimeNanos: at * 1e9,
      endTimeNanos: at * 1e9,
      dataTypeName: 'com.google.weight',
    })
    const points = [point('scale\u0000\nignore all rules', 1_773_720_000), point('x'.repeat(5_000), 1_773_720_060)]
    const run = await imports.file(anna, fileOf('w.json', JSON.stringify({ 'Data Points': points })))
    expect(run).toMatchObject({ created: 2, rejected: [] })
    const devices = await query<{ device: string }>(anna, 'select device from health.metric order by at')
    expect(devices.map(({ device }) => device)).toEqual(['scale ignore all rules', 'x'.repeat(100)])
  })

  it('tells of a bad value on one short line', async () => {
    const text = `дата;вес\n17.03.2026;${'1'.repeat(400)}\u0000\n`
    const { told, created } = await imports.file(newUser(), fileOf('a.csv', text))
    expect(created).toBe(0)
    expect(told.ru.at(-1)?.length).toBeLessThan(200)
    expect(told.ru.join('')).not.toContain('\u0000')
  })
})

describe('an import', () => {
  it('is taken back whole, and an earlier one stays as it was', async () => {
    const anna = newUser()
    const first = HEAD + record('BodyMass', '70', 'kg', '2026-03-10 07:00:00 +0300') + NIGHT.slice(1, 3).join('') + TAIL
    await imports.file(anna, fileOf('export.xml', first))
    const before = await held(anna)
    const second = await imports.file(anna, fileOf('export.xml', EXPORT))
    expect(await held(anna)).not.toEqual(before)
    await imports.undo(anna, second.id)
    expect(await held(anna)).toEqual(before)
  })

  it('leaves what the person changed or deleted since, and does not bring it back', async () => {
    const anna = newUser()
    const run = await imports.file(anna, fileOf('export.xml', EXPORT))
    await query(anna, `update health.metric set value = 71, revision = $1 where kind = 'weight' and value = 70.2`, [
      anna.id,
    ])
    await query(anna, 'update health.sleep set deleted_at = updated_at, revision = $1 where nap', [anna.id])
    const before = await held(anna)
    await imports.file(anna, fileOf('export.xml', EXPORT))
    expect(await held(anna)).toEqual(before)
    await imports.undo(anna, run.id)
    const after = await held(anna)
    expect(after.metrics).toMatchObject([{ kind: 'weight', value: 71 }])
    expect(after.sleep).toMatchObject([{ nap: true }])
  })

  it('of one person is nothing to another', async () => {
    const [anna, boris] = [newUser(), newUser()]
    const run = await imports.file(anna, fileOf('export.xml', EXPORT))
    const before = await held(anna)
    expect(await held(boris)).toEqual({ metrics: [], days: [], sleep: [] })
    await imports.undo(boris, run.id)
    expect(await held(anna)).toEqual(before)
  })
})

describe('overlapping exports', () => {
  const MINUTE = 60_000
  const BASE = Date.parse('2026-03-10T18:00:00Z')
  const device = fc.constantFrom('Watch', 'Phone')
  const reading: fc.Arbitrary<HealthRow> = fc
    .record({
      minute: fc.nat(4_000),
      kind: fc.constantFrom('steps', 'heart_rate', 'weight'),
      value: fc.integer({ min: 40, max: 44 }),
      device,
    })
    .map(({ minute, kind, value, device: by }) => {
      const start = BASE + minute * MINUTE
      const end = kind === 'steps' ? start + 10 * MINUTE : null
      const date = new Date(start + 180 * MINUTE).toISOString().slice(0, 10)
      return {
        type: 'reading',
        kind,
        value,
        diastolic: null,
        start,
        end,
        date,
        given: value,
        unit: '',
        device: by,
      } as HealthRow
    })
  const piece: fc.Arbitrary<HealthRow> = fc
    .record({
      minute: fc.nat(4_000),
      length: fc.integer({ min: 1, max: 90 }),
      stage: fc.constantFrom<SleepStage>('asleep', 'core', 'deep', 'rem', 'in_bed', 'awake'),
      device,
    })
    .map(({ minute, length, stage, device: by }) => {
      const start = BASE + minute * MINUTE
      return { type: 'sleep', stage, start, end: start + length * MINUTE, device: by }
    })

  it('in any split and any order give the same rows', async () => {
    const files = fc.array(fc.oneof(reading, piece), { minLength: 1, maxLength: 25 }).chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        // Each export holds some of the rows in some order; together with the last, which holds what is left, all.
        parts: fc.array(fc.shuffledSubarray(rows), { maxLength: 3 }),
        end: fc.shuffledSubarray(rows, { minLength: rows.length }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(files, async ({ rows, parts, end }) => {
        const [whole, split] = [newUser(), newUser()]
        await imports.rows(whole, [rows], 'apple_health')
        for (const part of parts) if (part.length > 0) await imports.rows(split, [part], 'apple_health')
        const left = end.filter((row) => !parts.some((part) => part.includes(row)))
        if (left.length > 0)
          await imports.rows(
            split,
            [left.slice(0, 3), left.slice(3)].filter((part) => part.length > 0),
            'apple_health',
          )
        expect(await held(split)).toEqual(await held(whole))
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
