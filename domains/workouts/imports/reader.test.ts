// Workout files read from the disk as they come. Expected figures are worked out by hand.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { fileOf, readAll, zipOf } from '../../health/imports/files.fixture.ts'
import en from '../messages.en.json' with { type: 'json' }
import ru from '../messages.ru.json' with { type: 'json' }
import {
  FIT_TRIATHLON,
  fileId,
  fitOf,
  fitRun,
  gpxOf,
  RUN,
  START,
  TCX,
  TCX_MULTI,
  withoutHeartRate,
} from './files.fixture.ts'
import { reader } from './reader.ts'
import type { SampleRow, WorkoutFileRow } from './rows.ts'

const read = async (
  content: string | Uint8Array,
  name = 'activity',
): Promise<{ format: string; workouts: WorkoutFileRow[]; samples: SampleRow[]; rejected: string[] }> => {
  const { format, rows, rejected } = await readAll(reader, fileOf(name, content))
  return {
    format,
    workouts: rows.filter((row) => row.type === 'workout'),
    samples: rows.filter((row) => row.type === 'sample'),
    rejected: rejected.map(({ reason }) => reason.key),
  }
}
/** The refusal of a file that must give no row at all. */
const refusal = async (content: string | Uint8Array): Promise<string> => {
  const file = fileOf('activity', content)
  const format = await reader.recognise(file)
  if (format === null) return 'not recognised'
  const options = { timeZone: 'Europe/Moscow', currency: 'RUB', locale: 'ru-RU', now: '2026-03-18T10:00:00+03:00' }
  let rows = 0
  try {
    for await (const batch of reader.read(file, format, options)) rows += batch.rows.length
  } catch (error) {
    // What is refused is told in both languages.
    if (error instanceof AppError && Object.hasOwn(ru, error.key) && Object.hasOwn(en, error.key))
      return `${error.key}, ${rows} rows`
    throw error
  }
  return 'read'
}

describe('GPX', () => {
  it('gives distance, times, climb, pulse and cadence over a pause', async () => {
    const { format, workouts, samples } = await read(gpxOf(RUN))
    expect(format).toBe('gpx')
    expect(workouts).toHaveLength(1)
    expect(workouts[0]).toMatchObject({
      source: 'gpx',
      sport: 'running',
      start: START,
      durationSeconds: 1200,
      movingSeconds: 600,
      distanceMeters: 2224,
      elevationGainMeters: 10,
      heartRateAvg: 150,
      heartRateMax: 160,
      calories: null,
      samples: 22,
      sorted: false,
      heartRateTimes: [
        { heartRate: 140, seconds: 300 },
        { heartRate: 160, seconds: 300 },
      ],
    })
    expect(samples[0]).toMatchObject({
      at: START,
      heartRate: 140,
      cadence: 85,
      altitude: 100,
      latitude: 55.7,
      longitude: 37.6,
    })
  })

  it('without heart rate leaves it empty, not zero', async () => {
    const { workouts, samples } = await read(gpxOf(withoutHeartRate(RUN)))
    expect(workouts[0]).toMatchObject({
      heartRateAvg: null,
      heartRateMax: null,
      heartRateTimes: [],
      distanceMeters: 2224,
    })
    expect(
      samples.every(({ heartRate, cadence, power }) => heartRate === null && cadence === null && power === null),
    ).toBe(true)
    const zeros = RUN.map((points) => points.map((point) => ({ ...point, hr: 0 })))
    expect((await read(gpxOf(zeros))).workouts[0]).toMatchObject({ heartRateAvg: null, heartRateMax: null })
  })

  it('puts points in order of time', async () => {
    const [first = [], second = []] = RUN
    const { workouts } = await read(gpxOf([first.toReversed(), second]))
    expect(workouts[0]).toMatchObject({ distanceMeters: 2224, movingSeconds: 600, durationSeconds: 1200, sorted: true })
  })

  it('knows the sport by its name when no type is given, and every track for itself', async () => {
    const one = gpxOf(RUN, { type: '', name: 'Вечерний велосипед' })
    const track = /<trk>.*<\/trk>/su.exec(one)?.[0] ?? ''
    const two = one.replace('</gpx>', `${track.replaceAll('2026-03-17', '2026-03-16')}</gpx>`)
    const { workouts } = await read(two)
    expect(workouts.map(({ sport }) => sport)).toEqual(['cycling', 'cycling'])
    expect(new Set(workouts.map(({ key }) => key)).size).toBe(2)
  })
})

describe('TCX', () => {
  it('takes the totals of the device, by lap and in all', async () => {
    const { format, workouts, samples } = await read(TCX)
    expect(format).toBe('tcx')
    expect(workouts[0]).toMatchObject({
      sport: 'running',
      durationSeconds: 630,
      movingSeconds: 630,
      distanceMeters: 2000,
      calories: 145,
      // (140 × 300 + 150 × 330) ÷ 630 = 145.2
      heartRateAvg: 145,
      heartRateMax: 165,
    })
    expect(
      workouts[0]?.laps.map(({ distanceMeters, durationSeconds, kind }) => [kind, distanceMeters, durationSeconds]),
    ).toEqual([
      ['lap', 1000, 300],
      ['lap', 1000, 330],
    ])
    // The end of the first lap and the start of the second are one moment.
    expect(samples).toHaveLength(5)
    expect(samples[0]).toMatchObject({ heartRate: 140, cadence: 82, altitude: 150.2, distance: 0 })
  })

  it('makes one workout with legs of a multi-sport session', async () => {
    const { workouts } = await read(TCX_MULTI)
    expect(workouts).toHaveLength(1)
    expect(workouts[0]).toMatchObject({ sport: 'duathlon', durationSeconds: 690, distanceMeters: 2000, calories: 146 })
    expect(
      workouts[0]?.laps
        .filter(({ kind }) => kind === 'leg')
        .map(({ sport, durationSeconds }) => [sport, durationSeconds]),
    ).toEqual([
      ['other', 300],
      [null, 60],
      ['cycling', 330],
    ])
  })
})

describe('FIT', () => {
  it('takes session, laps and records', async () => {
    const { format, workouts, samples } = await read(fitRun({ seconds: 600 }))
    expect(format).toBe('fit')
    expect(workouts[0]).toMatchObject({
      key: `fit:7:${START}`,
      sport: 'running',
      start: START,
      durationSeconds: 600,
      movingSeconds: 600,
      distanceMeters: 1800,
      elevationGainMeters: 12,
      calories: 100,
      heartRateAvg: 150,
      heartRateMax: 170,
      samples: 601,
    })
    expect(workouts[0]?.laps.map(({ durationSeconds }) => durationSeconds)).toEqual([300, 300])
    expect(samples[0]).toMatchObject({ at: START, heartRate: 150, cadence: 84, speed: 3, altitude: 150 })
    expect(samples[0]?.latitude).toBeCloseTo(55.7, 5)
  })

  it('without heart rate leaves it empty, not zero', async () => {
    const { workouts, samples } = await read(fitRun({ seconds: 60, heartRate: false }))
    expect(workouts[0]).toMatchObject({ heartRateAvg: null, heartRateMax: null, heartRateTimes: [] })
    expect(samples.every(({ heartRate }) => heartRate === null)).toBe(true)
  })

  it('makes one workout with legs of several sessions', async () => {
    const { workouts } = await read(FIT_TRIATHLON)
    expect(workouts).toHaveLength(1)
    expect(workouts[0]).toMatchObject({ sport: 'triathlon', durationSeconds: 3705, distanceMeters: 25_750 })
    expect(workouts[0]?.laps.map(({ kind, sport, distanceMeters }) => [kind, sport, distanceMeters])).toEqual([
      ['leg', 'open_water_swimming', 750],
      ['leg', null, 0],
      ['leg', 'cycling', 20_000],
      ['leg', null, 0],
      ['leg', 'running', 5_000],
    ])
  })

  it('names the sport by its kind', async () => {
    const sportOf = async (sport: string, subSport: string): Promise<string | undefined> =>
      (await read(fitRun({ seconds: 60, sport, subSport }))).workouts[0]?.sport
    expect(await sportOf('cycling', 'indoorCycling')).toBe('indoor_cycling')
    expect(await sportOf('swimming', 'lapSwimming')).toBe('swimming')
    expect(await sportOf('running', 'virtualActivity')).toBe('running')
    expect(await sportOf('training', 'strengthTraining')).toBe('strength')
  })
})

describe('what is broken is refused whole', () => {
  const fit = fitRun({ seconds: 60 })
  const flipped = Uint8Array.from(fit, (byte, at) => (at === 200 ? byte ^ 0xff : byte))
  const gpx = gpxOf(RUN)
  const laughs = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><gpx version="1.1"><trk><name>&b;</name></trk></gpx>`
  const cases: [string, string | Uint8Array, string][] = [
    ['XML cut short', gpx.slice(0, gpx.length - 200), 'workouts.import_bad_xml, 0 rows'],
    ['TCX cut short', TCX.slice(0, -40), 'workouts.import_bad_xml, 0 rows'],
    ['a wrong checksum', flipped, 'workouts.import_bad_crc, 0 rows'],
    ['FIT cut short', fit.slice(0, fit.length - 30), 'workouts.import_bad_crc, 0 rows'],
    ['a FIT of another kind', fitOf([fileId(1, 'course')]), 'workouts.import_not_activity, 0 rows'],
    ['no points', gpxOf([[]]), 'workouts.import_no_points, 0 rows'],
    ['one point only', gpxOf([RUN[0]?.slice(0, 1) ?? []]), 'workouts.import_no_points, 0 rows'],
    ['a route without times', gpx.replace(/<time>[^<]*<\/time>/gu, ''), 'workouts.import_no_times, 0 rows'],
    [
      'a clock that jumped',
      gpx.replace('2026-03-17T05:00:00Z</time></trkpt>', '').replace(/2026-03-17T05:20/u, '2019-01-01T05:20'),
      'workouts.import_bad_times, 0 rows',
    ],
    ['a future', gpx.replaceAll('2026-03-17', '2027-03-17'), 'workouts.import_bad_times, 0 rows'],
    ['entities', laughs, 'workouts.import_entities, 0 rows'],
    ['a table', 'date,steps\n2026-03-17,5\n', 'not recognised'],
  ]
  it.each(cases)('%s', async (_, content, expected) => {
    expect(await refusal(content)).toBe(expected)
  })
})

describe('packed files', () => {
  it('are read as .gz and several in a zip, of which a broken one does not take the others along', async () => {
    const packed = await read(gzipSync(gpxOf(RUN)), 'activity.gpx.gz')
    expect(packed.workouts[0]).toMatchObject({ distanceMeters: 2224 })
    const zip = zipOf({
      'activities/1.gpx': gpxOf(RUN),
      'activities/2.fit.gz': gzipSync(fitRun({ seconds: 60, start: START - 86_400_000 })),
      'activities/3.tcx': TCX.slice(0, 900),
      'profile.csv': 'a,b\n1,2\n',
    })
    const { format, workouts, rejected } = await read(zip, 'export.zip')
    expect(format).toBe('zip')
    expect(workouts.map(({ source }) => source)).toEqual(['gpx', 'fit'])
    expect(rejected).toEqual(['workouts.import_bad_xml'])
  })
})
