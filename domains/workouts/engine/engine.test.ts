// The pure parts of workouts: figures worked out by hand, and laws that hold for any input.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/time.ts'
import { BODY_PARTS, CAUTIONS } from '../knowledge/cautions.ts'
import { GEAR } from '../knowledge/equipment.ts'
import { EXERCISES } from '../knowledge/exercises.ts'
import { SPORTS } from '../knowledge/sports.ts'
import { bodyPartOf, exerciseOf, gearOf } from './catalogue.ts'
import { nextWeight, schemeOf } from './dose.ts'
import { forecastOn } from './forecast.ts'
import { loadOf, sessionLoad, trimpOf, tssOf } from './load.ts'
import { oneRepMaxOf, paceOf } from './pace.ts'
import { type LoadDay, loadState } from './ratio.ts'
import { sportKeyOf } from './sports.ts'
import { elevationGain, haversine, type Sample, summarise } from './summarise.ts'
import { MILE, POUND, toMiles, toPounds, unitsOf } from './units.ts'
import { type Body, maximumOf, zoneSeconds, zonesOf } from './zones.ts'

const UNKNOWN: Body = { age: null, sex: null, heartRateMax: null, heartRateRest: null, powerWatts: null }
const EMPTY = {
  heartRate: null,
  latitude: null,
  longitude: null,
  altitude: null,
  distance: null,
  speed: null,
  cadence: null,
  power: null,
}
const at = (second: number, fields: Partial<Sample> = {}): Sample => ({ ...EMPTY, at: second * 1_000, ...fields })

describe('a recording', () => {
  it('one degree of latitude is 111.195 km on the mean sphere', () => {
    expect(haversine(55, 37, 56, 37)).toBeCloseTo(111_195.08, 0)
    expect(haversine(55, 37, 55, 37)).toBe(0)
  })
  it('adds distance and time, leaves pauses out, and counts standing as no movement', () => {
    const samples = [
      at(0, { distance: 0, heartRate: 100 }),
      at(10, { distance: 30, heartRate: 120 }),
      at(20, { distance: 60, heartRate: 140 }),
      // Standing for 20 seconds.
      at(40, { distance: 61, heartRate: 130 }),
      // Ten minutes without a sample, half a kilometre further: a pause.
      at(640, { distance: 561, heartRate: 90 }),
      at(650, { distance: 591, heartRate: 110 }),
    ]
    expect(summarise(samples)).toEqual({
      distanceMeters: 91,
      elapsedSeconds: 650,
      movingSeconds: 30,
      elevationGainMeters: null,
      // (10×120 + 10×140 + 20×130 + 10×110) / 50
      heartRateAvg: 126,
      heartRateMax: 140,
      powerAvg: null,
      powerNormalised: null,
    })
    expect(summarise([...samples].reverse())).toEqual(summarise(samples))
  })
  it('takes a change of segment for a pause', () => {
    const samples = [0, 10, 20, 30].map((s) => at(s, { distance: s * 3, segment: s < 20 ? 0 : 1 }))
    expect(summarise(samples)).toMatchObject({
      distanceMeters: 60,
      movingSeconds: 20,
      heartRateAvg: null,
      heartRateMax: null,
    })
  })
  it('counts climbs of three metres and more, from bottom to top', () => {
    expect(elevationGain([100, 101, 100, 102, 101, 100])).toBe(0)
    expect(elevationGain([100, 110, 109, 112, 90, 95])).toBe(17)
    expect(elevationGain([null, 100])).toBeNull()
  })
  it('of constant power has that power as its normalised one', () => {
    const samples = Array.from({ length: 121 }, (_, s) => at(s, { power: 200 }))
    expect(summarise(samples)).toMatchObject({ powerAvg: 200, powerNormalised: 200 })
  })
  it('of nothing says nothing', () => {
    expect(summarise([])).toMatchObject({ distanceMeters: null, elapsedSeconds: 0, movingSeconds: 0 })
  })
})

describe('heart rate', () => {
  it('maximum is measured, else Tanaka’s for an adult, else unknown', () => {
    expect(maximumOf({ ...UNKNOWN, age: 40 })).toEqual({ beats: 180, from: 'age' })
    expect(maximumOf({ ...UNKNOWN, age: 40, heartRateMax: 191 })).toEqual({ beats: 191, from: 'measured' })
    expect(maximumOf({ ...UNKNOWN, age: 15 })).toBeNull()
    expect(zonesOf(UNKNOWN)).toBeNull()
  })
  it('zones are shares of the reserve when the resting rate is known', () => {
    const zones = zonesOf({ ...UNKNOWN, age: 40, heartRateRest: 60 })
    expect(zones?.bounds.map(({ from }) => from)).toEqual([120, 132, 144, 156, 168])
    expect(
      zones &&
        zoneSeconds(
          [
            { heartRate: 150, seconds: 60 },
            { heartRate: 185, seconds: 30 },
            { heartRate: 90, seconds: 9 },
          ],
          zones,
        ),
    ).toEqual([0, 0, 60, 0, 30])
  })
})

describe('load', () => {
  it('is session RPE × minutes', () => {
    expect(sessionLoad(7, 45 * 60)).toBe(3_150)
    expect(loadOf({ sport: 'running', durationSeconds: 2_700, rpe: 7, heartRateAvg: null }, UNKNOWN)).toEqual({
      tenths: 3_150,
      method: 'session_rpe',
    })
    expect(loadOf({ sport: 'running', durationSeconds: null, rpe: 7, heartRateAvg: null }, UNKNOWN)).toBeNull()
  })
  it('never falls when effort or time grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 9_000 }),
        (half, seconds, more, longer) => {
          const load = sessionLoad(half / 2, seconds)
          expect(sessionLoad(Math.min(10, half / 2 + more / 2), seconds)).toBeGreaterThanOrEqual(load)
          expect(sessionLoad(half / 2, seconds + longer)).toBeGreaterThanOrEqual(load)
        },
      ),
    )
  })
  it('of a month does not depend on the order of its workouts', () => {
    const day = fc.record({
      date: fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`),
      tenths: fc.option(fc.integer({ min: 0, max: 20_000 })),
      estimated: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (days, order) => {
        const shuffled = days
          .map((one) => [order.next().value ?? 0, one] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, one]) => one)
        expect(loadState(shuffled, '2026-01-01', '2026-02-28')).toEqual(loadState(days, '2026-01-01', '2026-02-28'))
      }),
    )
  })
  it('an even month has ratio 1; a doubled last week 1.6; too few days none', () => {
    const days = (factor: number): LoadDay[] =>
      Array.from({ length: 28 }, (_, i) => ({
        date: `2026-02-${String(i + 1).padStart(2, '0')}`,
        tenths: i < 21 ? 100 : 100 * factor,
        estimated: false,
      }))
    expect(loadState(days(1), '2026-02-01', '2026-02-28')).toMatchObject({
      ratio: 1,
      zone: 'usual',
      acuteTenths: 700,
      chronicTenths: 700,
    })
    expect(loadState(days(2), '2026-02-01', '2026-02-28')).toMatchObject({ ratio: 1.6, zone: 'high' })
    expect(loadState(days(1).slice(5), '2026-02-06', '2026-02-28')).toMatchObject({
      ratio: null,
      daysMissing: 5,
      zone: 'unknown',
    })
  })
  it('Banister’s impulse and the power score need all they are made of', () => {
    const body: Body = { ...UNKNOWN, sex: 'male', heartRateMax: 190, heartRateRest: 50, powerWatts: 250 }
    // 60 min × 0.5 × 0.64 × e^0.96 = 50.145
    expect(trimpOf([{ heartRate: 120, seconds: 3_600 }], body)).toBe(501)
    expect(trimpOf([{ heartRate: 120, seconds: 3_600 }], { ...body, sex: null })).toBeNull()
    expect(trimpOf([], body)).toBeNull()
    expect(tssOf(250, 3_600, body)).toBe(1_000)
    expect(tssOf(250, 3_600, UNKNOWN)).toBeNull()
  })
})

describe('units, pace and strength', () => {
  it('miles and pounds convert back to what they came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (value) => {
        expect(Math.round(toMiles(value) * MILE)).toBe(value)
        expect(Math.round(toPounds(value) * POUND)).toBe(value)
      }),
    )
    expect([unitsOf('en-US'), unitsOf('en-GB'), unitsOf('ru-RU'), unitsOf('en')]).toEqual([
      'imperial',
      'imperial',
      'metric',
      'metric',
    ])
  })
  it('pace times distance is the time, and falls as the distance grows', () => {
    expect(paceOf({ movingSeconds: null, durationSeconds: 1_620, distanceMeters: 5_000 })).toBe(324)
    expect(paceOf({ movingSeconds: 1_500, durationSeconds: 1_620, distanceMeters: 5_000 })).toBe(300)
    expect(paceOf({ movingSeconds: null, durationSeconds: 1_620, distanceMeters: 0 })).toBeNull()
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 36_000 }),
        fc.integer({ min: 100, max: 100_000 }),
        fc.integer({ min: 1, max: 9_000 }),
        (seconds, metres, more) => {
          const pace = paceOf({ movingSeconds: null, durationSeconds: seconds, distanceMeters: metres }) ?? 0
          expect(Math.abs((pace * metres) / 1_000 - seconds)).toBeLessThanOrEqual(metres / 2_000 + 1e-6)
          expect(
            paceOf({ movingSeconds: null, durationSeconds: seconds, distanceMeters: metres + more }),
          ).toBeLessThanOrEqual(pace)
        },
      ),
    )
  })
  it('a maximum is Epley’s, up to twelve repetitions', () => {
    expect(oneRepMaxOf(60_000, 8)).toBe(76_000)
    expect(oneRepMaxOf(100_000, 1)).toBe(100_000)
    expect([oneRepMaxOf(60_000, 13), oneRepMaxOf(null, 5), oneRepMaxOf(0, 5)]).toEqual([null, null, null])
  })
  it('weight rises a step when all repetitions were done with some left, else stays', () => {
    const scheme = schemeOf('muscle', false, 8, false)
    const sets = (reps: number, rpe: number | null) =>
      [1, 2, 3].map(() => ({ exerciseKey: 'squat', reps, weightGrams: 60_000, rpe }))
    expect(nextWeight(sets(10, 8), scheme, false)).toEqual({ grams: 62_500, code: 'progress' })
    expect(nextWeight(sets(10, 9), scheme, false)).toEqual({ grams: 60_000, code: 'hold' })
    expect(nextWeight(sets(9, 7), scheme, false)).toEqual({ grams: 60_000, code: 'hold' })
    expect(nextWeight(sets(10, 7), scheme, true)).toEqual({ grams: 52_500, code: 'deload' })
    // From 60×5, maximum 70: ten repetitions with two left is 70 / 1.4 = 50.
    expect(nextWeight(sets(5, 8), scheme, false)).toEqual({ grams: 50_000, code: 'from_maximum' })
    expect(nextWeight([], scheme, false)).toEqual({ grams: null, code: 'first_time' })
  })
})

describe('a forecast', () => {
  const line = (n: number, step: number, slope: number) =>
    Array.from({ length: n }, (_, i) => ({
      date: addDays('2026-01-01', i * step),
      value: 100 + slope * i * step,
    }))
  it('continues a line exactly, and one odd day does not bend it', () => {
    expect(forecastOn(line(9, 7, 0.5), '2026-03-12')).toMatchObject({
      status: 'ok',
      value: 135,
      low: 135,
      high: 135,
      perWeek: 3.5,
    })
    const odd = line(9, 7, 0.5).map((point, i) => (i === 4 ? { ...point, value: 300 } : point))
    expect(forecastOn(odd, '2026-03-12').value).toBeCloseTo(135, 5)
  })
  it('has its value inside the band, which widens with distance', () => {
    const noisy = line(12, 5, 0.2).map(({ date, value }, i) => ({
      date,
      value: value + ([2, -1, 0, 1, -2, 3][i % 6] ?? 0),
    }))
    const near = forecastOn(noisy, '2026-03-05')
    const far = forecastOn(noisy, '2026-04-10')
    const width = (found: typeof near): number => (found.high ?? 0) - (found.low ?? 0)
    expect((near.low ?? 0) <= (near.value ?? 0) && (near.value ?? 0) <= (near.high ?? 0)).toBe(true)
    expect(width(far)).toBeGreaterThan(width(near))
  })
  it('is refused with few points, a short span, or a day too far off', () => {
    expect(forecastOn(line(7, 7, 1), '2026-03-01')).toMatchObject({ status: 'too_little_data', value: null, points: 7 })
    expect(forecastOn(line(9, 2, 1), '2026-03-01')).toMatchObject({ status: 'too_little_data', spanDays: 16 })
    expect(forecastOn(line(9, 7, 1), '2026-12-01')).toMatchObject({ status: 'too_far', until: '2026-04-23' })
  })
})

describe('the catalogue', () => {
  it('holds at least 120 exercises whose parts are all known', () => {
    expect(EXERCISES.length).toBeGreaterThanOrEqual(120)
    expect(new Set(EXERCISES.map(({ key }) => key)).size).toBe(EXERCISES.length)
    const gear = new Set(GEAR.flatMap(({ key, gives }) => [key, ...(gives ?? [])]))
    const parts = new Set(BODY_PARTS.flatMap(({ rulesOut }) => rulesOut))
    const sports = new Set(SPORTS.map(({ key }) => key))
    for (const one of EXERCISES) {
      expect([
        one.key,
        one.equipment.filter((item) => !gear.has(item)),
        one.stresses.filter((part) => !parts.has(part)),
        sports.has(one.sport),
      ]).toEqual([one.key, [], [], true])
      expect([one.ru, one.en, one.muscles.length > 0].every(Boolean)).toBe(true)
      expect([exerciseOf(one.ru)?.key, exerciseOf(one.en)?.key], one.key).toEqual([one.key, one.key])
    }
    const traits = new Set(EXERCISES.flatMap((one) => one.traits))
    for (const caution of CAUTIONS) expect(caution.traits.filter((trait) => !traits.has(trait))).toEqual([])
  })
  it.each([
    ['жима лёжа', 'bench_press'],
    ['жал', 'bench_press'],
    ['становую', 'deadlift'],
    ['приседал', 'back_squat'],
    ['подтягивался', 'pull_up'],
    ['жим гантелей', 'dumbbell_press'],
    ['squats', 'back_squat'],
    ['pull-ups', 'pull_up'],
  ])('%s is %s', (said, key) => expect(exerciseOf(said)?.key).toBe(key))
  it.each([
    ['пробежка', 'running'],
    ['велик', 'cycling'],
    ['плавала', 'swimming'],
    ['в зале', 'strength'],
    ['лыжный бег', 'cross_country_skiing'],
    ['lap_swimming', 'swimming'],
    ['шахматы', null],
  ])('%s is %s', (said, key) => expect(sportKeyOf(said)).toBe(key))
  it('knows gear and body parts by words, and says what it does not know', () => {
    expect(gearOf(['гантели', 'свой вес', 'хулахуп'])).toEqual({ keys: ['dumbbells'], unknown: ['хулахуп'] })
    expect(gearOf(['зал']).keys).toContain('leg_press')
    expect([bodyPartOf('болит левое колено')?.key, bodyPartOf('аура')]).toEqual(['knee', null])
  })
})
