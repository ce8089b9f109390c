// Workout files stored: totals, the same file again, the same activity in another format, taking an import back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { User } from '../../../core/user.ts'
import { newUser, useDatabase } from '../../../test/harness/database.ts'
import { fileOf, OPTIONS, readAll, zipOf } from '../../health/imports/files.fixture.ts'
import { importRunner } from '../../health/imports/run.fixture.ts'
import { workouts } from '../index.ts'
import { FIT_TRIATHLON, fitRun, gpxOf, RUN, START, TCX, withoutHeartRate } from './files.fixture.ts'
import { reader } from './reader.ts'
import type { WorkoutRow } from './rows.ts'

const database = useDatabase()
const imports = importRunner(database, workouts, 'workout', reader)

const query = <Row extends object>(user: User, text: string, params: unknown[] = []): Promise<Row[]> =>
  database.db.withUser(user.id, (tx) => tx.query<Row>(text, params))
const count = async (user: User, table: 'workout' | 'lap' | 'sample'): Promise<number> =>
  (await query<{ n: number }>(user, `select count(*)::int as n from workouts.${table}`))[0]?.n ?? 0

/** What is stored, without what differs from run to run. */
const held = async (user: User): Promise<unknown[]> => [
  await query(
    user,
    `select sport, start_at, local_date, duration_seconds, moving_seconds, distance_meters, heart_rate_avg, load_tenths,
       load_method, source, source_key from workouts.workout order by start_at, source_key`,
  ),
  await query(
    user,
    'select w.source_key, l.kind, l.ordinal, l.distance_meters from workouts.lap l join workouts.workout w on w.id = l.workout_id order by 1, 2, 3',
  ),
  await query(
    user,
    'select w.source_key, s.at, s.heart_rate, s.distance from workouts.sample s join workouts.workout w on w.id = s.workout_id order by 1, 2',
  ),
]

describe('a workout file', () => {
  it('is stored with its samples and laps, and told once', async () => {
    const anna = newUser()
    const run = await imports.file(anna, fileOf('run.tcx', TCX))
    expect(run).toMatchObject({ created: 1, updated: 0, skipped: 0, warnings: [], rejected: [] })
    expect(run.totals).toEqual({ workouts: 1, samples: 5, laps: 2, running: 1 })
    expect(run.told).toEqual({ ru: ['Загружена 1 тренировка.'], en: ['1 workout imported.'] })
    const [row] = await query(anna, 'select * from workouts.workout')
    expect(row).toMatchObject({
      sport: 'running',
      local_date: '2026-03-17',
      duration_seconds: 630,
      distance_meters: 2000,
      heart_rate_avg: 145,
      heart_rate_max: 165,
      calories: 145,
      has_samples: true,
      source: 'tcx',
      import_id: run.id,
      revision: run.id,
    })
    expect(run.events).toEqual([
      {
        type: 'workouts.workout_completed',
        // Nobody rated it and no maximum is known: 6, as running usually is, × 630 s ÷ 60 = 63.0
        payload: {
          id: row?.['id' as never],
          sport: 'running',
          date: '2026-03-17',
          start: '2026-03-17T05:00:00.000Z',
          durationSeconds: 630,
          loadTenths: 630,
        },
      },
    ])
  })

  it('without heart rate stays empty there and says so', async () => {
    const anna = newUser()
    const run = await imports.file(anna, fileOf('run.gpx', gpxOf(withoutHeartRate(RUN))))
    expect(run.warnings).toEqual(['no_heart_rate'])
    const [row] = await query(
      anna,
      'select heart_rate_avg, heart_rate_max, zone_seconds, trimp_tenths, power_avg, calories from workouts.workout',
    )
    expect(row).toEqual({
      heart_rate_avg: null,
      heart_rate_max: null,
      zone_seconds: null,
      trimp_tenths: null,
      power_avg: null,
      calories: null,
    })
    expect(await query(anna, 'select 1 from workouts.sample where heart_rate is not null')).toEqual([])
  })

  it('gets zones from the limits that the person measured', async () => {
    const anna = newUser()
    await query(
      anna,
      `insert into workouts.threshold (id, user_id, heart_rate_max, heart_rate_rest, created_at) values (gen_random_uuid(), $1, 200, 50, '2026-01-01Z')`,
      [anna.id],
    )
    await imports.file(anna, fileOf('run.gpx', gpxOf(RUN)))
    // Of a reserve of 150: 140 is 60 % (zone 2 begins at 140), 160 is 73 % (zone 3 from 155 to 170).
    expect(await query(anna, 'select zone_seconds, load_method from workouts.workout')).toEqual([
      { zone_seconds: [0, 300, 300, 0, 0], load_method: 'heart_rate' },
    ])
  })

  it('of several sports is one workout with legs', async () => {
    const anna = newUser()
    expect(await imports.file(anna, fileOf('tri.fit', FIT_TRIATHLON))).toMatchObject({
      created: 1,
      totals: { triathlon: 1, laps: 5 },
    })
    expect(
      await query(anna, `select sport, distance_meters from workouts.lap where kind = 'leg' order by ordinal`),
    ).toEqual([
      { sport: 'open_water_swimming', distance_meters: 750 },
      { sport: null, distance_meters: 0 },
      { sport: 'cycling', distance_meters: 20_000 },
      { sport: null, distance_meters: 0 },
      { sport: 'running', distance_meters: 5_000 },
    ])
  })

  it('that is broken leaves nothing', async () => {
    const anna = newUser()
    const text = gpxOf(RUN)
    await expect(imports.file(anna, fileOf('run.gpx', text.slice(0, -100)))).rejects.toMatchObject({
      key: 'workouts.import_bad_xml',
    })
    const bytes = fitRun({ seconds: 1200 })
    bytes[5000] = (bytes[5000] ?? 0) ^ 0xff
    await expect(imports.file(anna, fileOf('run.fit', bytes))).rejects.toMatchObject({ key: 'workouts.import_bad_crc' })
    expect([await count(anna, 'workout'), await count(anna, 'sample'), await count(anna, 'lap')]).toEqual([0, 0, 0])
  })
})

describe('the same again', () => {
  it('creates nothing, in the same file or in another format', async () => {
    const anna = newUser()
    await imports.file(anna, fileOf('run.gpx', gpxOf(RUN)))
    const before = await held(anna)
    const again = await imports.file(anna, fileOf('copy.gpx', gpxOf(RUN)))
    expect(again).toMatchObject({
      created: 0,
      skipped: 1,
      events: [],
      warnings: [],
      said: { key: 'workouts.import_nothing_new' },
    })
    // Begun 20 s later and 10 s longer: the same run as the watch wrote it.
    const watch = await imports.file(anna, fileOf('run.fit', fitRun({ start: START + 20_000, seconds: 1210 })))
    expect(watch).toMatchObject({ created: 0, skipped: 1, warnings: ['same_activity'], events: [] })
    expect(watch.told.ru).toEqual([
      'Эта тренировка уже записана.',
      '1 тренировка уже записана из другого файла: начало и длительность совпадают.',
    ])
    expect(await held(anna)).toEqual(before)
    // 1,300 s is 8 % longer, and 90 s later is not the same start.
    expect(await imports.file(anna, fileOf('a.fit', fitRun({ seconds: 1300, serial: 8 })))).toMatchObject({
      created: 1,
    })
    expect(
      await imports.file(anna, fileOf('b.fit', fitRun({ start: START + 90_000, seconds: 1200, serial: 9 }))),
    ).toMatchObject({ created: 1 })
  })

  it('is not brought back after it was deleted', async () => {
    const anna = newUser()
    await imports.file(anna, fileOf('run.gpx', gpxOf(RUN)))
    await query(anna, 'update workouts.workout set deleted_at = updated_at')
    expect(await imports.file(anna, fileOf('run.gpx', gpxOf(RUN)))).toMatchObject({ created: 0, skipped: 1 })
  })

  it('goes on where an import broke off', async () => {
    const anna = newUser()
    const { rows } = await readAll<WorkoutRow>(reader, fileOf('run.fit', fitRun({ seconds: 1200 })), OPTIONS)
    await imports.rows(anna, [rows.slice(0, 500)], 'fit')
    expect(await count(anna, 'sample')).toBe(499)
    const again = await imports.rows(anna, [rows.slice(0, 500), rows.slice(500, 1000), rows.slice(1000)], 'fit')
    expect(again).toMatchObject({ created: 0, events: [] })
    expect(await count(anna, 'sample')).toBe(1201)
  })

  it('in any split and any order gives the same rows', async () => {
    const days = Array.from({ length: 5 }, (_, day) =>
      gpxOf(RUN.map((points) => points.map((point) => ({ ...point, at: point.at - day * 86_400_000 })))),
    )
    const whole = newUser()
    for (const text of days) await imports.file(whole, fileOf('one.gpx', text))
    const expected = await held(whole)
    const archives = fc.array(fc.shuffledSubarray(days, { minLength: 1 }), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(archives, fc.shuffledSubarray(days, { minLength: 5 }), async (parts, all) => {
        const anna = newUser()
        for (const part of [...parts, all])
          await imports.file(
            anna,
            fileOf('some.zip', zipOf(Object.fromEntries(part.map((text, i) => [`${i}.gpx`, text])))),
          )
        expect(await held(anna)).toEqual(expected)
      }),
      { numRuns: 10 },
    )
  }, 60_000)
})

describe('an import', () => {
  it('is taken back whole, but not what the person changed since', async () => {
    const anna = newUser()
    const first = await imports.file(anna, fileOf('run.gpx', gpxOf(RUN)))
    const before = await held(anna)
    const second = await imports.file(anna, fileOf('tri.fit', fitRun({ start: START - 86_400_000, seconds: 600 })))
    await imports.undo(anna, second.id)
    expect(await held(anna)).toEqual(before)
    await query(anna, 'update workouts.workout set rpe = 5, revision = $1', [anna.id])
    await imports.undo(anna, first.id)
    expect(await count(anna, 'workout')).toBe(1)
    expect(await count(anna, 'sample')).toBe(22)
  })

  it('of one person is nothing to another', async () => {
    const [anna, boris] = [newUser(), newUser()]
    const run = await imports.file(anna, fileOf('run.gpx', gpxOf(RUN)))
    expect(await count(boris, 'workout')).toBe(0)
    expect(await imports.file(boris, fileOf('run.gpx', gpxOf(RUN)))).toMatchObject({ created: 1 })
    await imports.undo(boris, run.id)
    expect([await count(anna, 'workout'), await count(boris, 'workout')]).toEqual([1, 1])
  })

  it('of twelve hours at one sample a second is stored in batches', async () => {
    const anna = newUser()
    const file = fileOf('long.fit', fitRun({ seconds: 43_199 }))
    const { batches } = await readAll(reader, file)
    expect(batches).toHaveLength(Math.ceil(43_201 / 500))
    const run = await imports.file(anna, file)
    expect(run.totals).toMatchObject({ workouts: 1, samples: 43_200 })
    expect(run.events).toHaveLength(1)
    expect(await count(anna, 'sample')).toBe(43_200)
    // 43,199 s at 3 m/s
    expect(await query(anna, 'select distance_meters, duration_seconds from workouts.workout')).toEqual([
      { distance_meters: 129_597, duration_seconds: 43_199 },
    ])
  }, 60_000)
})
