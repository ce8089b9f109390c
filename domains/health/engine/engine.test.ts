import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALARMS, BEYOND } from '../knowledge/alarms.ts'
import { TECHNIQUES } from '../knowledge/breaks.ts'
import { SAFETY_NAMES } from '../knowledge/safety-names.ts'
import { MEASURES } from '../knowledge/units.ts'
import type { Done, HabitRow } from '../repository/habits.ts'
import type { Spell } from '../repository/sleep.ts'
import { METRIC_KINDS } from '../schema.ts'
import { alarmOf, beyondOf } from './alarms.ts'
import { type BreakFacts, chooseBreak } from './breaks.ts'
import { progressOf } from './habits.ts'
import { ownKey, recognise } from './names.ts'
import { countNight, countNights, readSleep } from './sleep.ts'
import { summarise } from './trend.ts'
import { convert, isPlausible, readFigure, shownIn } from './units.ts'

describe('units', () => {
  it.each([
    ['weight', 181, 'lb', 82.1002],
    ['weight', 13, 'st', 82.5538],
    ['weight', 100, 'oz', 2.83495],
    ['water', 2, 'стакана', 500],
    ['water', 1, 'cup', 236.588],
    ['water', 16, 'fl oz', 473.176],
    ['temperature', 98.6, '°F', 37],
    ['temperature', 102, 'F', 38.8889],
    ['glucose', 54, 'mg/dL', 2.99741],
    ['glucose', 180, 'мг/дл', 9.99134],
    ['blood_pressure', 16, 'кПа', 120.0102],
    ['spo2', 0.97, 'fraction', 97],
  ] as const)('%s: %d %s is %d', (kind, value, unit, canonical) => {
    expect(convert(kind, value, unit)).toBeCloseTo(canonical, 3)
  })

  it('reads what was written back', () => {
    const kinds = METRIC_KINDS.flatMap((kind) => MEASURES[kind].units.map((unit) => ({ kind, unit })))
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.double({ min: 1, max: 1000, noNaN: true }), ({ kind, unit }, value) => {
        const back = (convert(kind, value, unit.name) - (unit.offset ?? 0)) / unit.factor
        expect(Math.abs(back - value)).toBeLessThan(1e-6)
      }),
    )
  })

  it('knows no unit of one kind by two meanings', () => {
    for (const kind of METRIC_KINDS) {
      const words = MEASURES[kind].units.flatMap(({ says }) => says)
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('takes a figure without unit in the person’s own, and in the only one it can be true in', () => {
    expect(readFigure('weight', 181, undefined, 'en-US').value).toBeCloseTo(82.1, 1)
    expect(readFigure('weight', 81, undefined, 'ru-RU').value).toBe(81)
    expect(readFigure('temperature', 38.2, undefined, 'en-US').value).toBe(38.2)
    expect(readFigure('glucose', 95, undefined, 'ru-RU').value).toBeCloseTo(5.27, 2)
    expect(readFigure('temperature', 38.2, 'градуса', 'ru-RU').value).toBe(38.2)
  })

  it('asks instead of keeping what cannot be', () => {
    expect(() => readFigure('weight', 82_500, 'кг', 'ru-RU')).toThrow(/implausible.weight/)
    expect(() => readFigure('blood_pressure', { systolic: 80, diastolic: 120 }, undefined, 'ru-RU')).toThrow(
      /implausible/,
    )
    expect(() => readFigure('blood_pressure', 120, undefined, 'ru-RU')).toThrow(/pressure_needs_two/)
    expect(() => readFigure('weight', 80, 'метров', 'ru-RU')).toThrow(/unknown_unit/)
    expect(isPlausible('spo2', { value: 101, value2: null })).toBe(false)
  })

  it('shows in the person’s units', () => {
    expect(shownIn('weight', { value: 82.1002, value2: null }, 'en-US')).toEqual({
      value: 181,
      value2: null,
      unit: 'lb',
    })
    expect(shownIn('temperature', { value: 37, value2: null }, 'en-US')).toEqual({
      value: 98.6,
      value2: null,
      unit: '°F',
    })
    expect(shownIn('glucose', { value: 5.5, value2: null }, 'en-GB')).toEqual({
      value: 5.5,
      value2: null,
      unit: 'mmol/L',
    })
  })
})

describe('alarms', () => {
  const measured = (kind: (typeof METRIC_KINDS)[number], value: number, value2: number | null = null, more = {}) => ({
    kind,
    value,
    value2,
    context: null,
    pregnant: false,
    ...more,
  })
  it.each([
    ['blood_pressure', 180, 90, {}, 'blood_pressure'],
    ['blood_pressure', 150, 120, {}, 'blood_pressure'],
    ['blood_pressure', 179, 119, {}, null],
    ['blood_pressure', 160, 100, {}, null],
    ['blood_pressure', 160, 100, { pregnant: true }, 'blood_pressure_pregnancy'],
    ['blood_pressure', 150, 110, { pregnant: true }, 'blood_pressure_pregnancy'],
    ['blood_pressure', 159, 109, { pregnant: true }, null],
    ['glucose', 2.9, null, {}, 'glucose_low'],
    ['glucose', 3, null, {}, null],
    ['glucose', 20, null, {}, null],
    ['glucose', 20.1, null, {}, 'glucose_high'],
    ['spo2', 89, null, {}, 'spo2_low'],
    ['spo2', 90, null, {}, null],
    ['temperature', 40, null, {}, 'temperature_high'],
    ['temperature', 39.9, null, {}, null],
    ['temperature', 34.9, null, {}, 'temperature_low'],
    ['temperature', 35, null, {}, null],
    ['heart_rate', 150, null, {}, null],
    ['heart_rate', 150, null, { context: 'exercise' }, null],
    ['heart_rate', 131, null, { context: 'rest' }, 'heart_rate_high'],
    ['heart_rate', 39, null, {}, 'heart_rate_low'],
    ['weight', 82, null, {}, null],
  ] as const)('%s %d/%s %j → %s', (kind, value, value2, more, rule) => {
    expect(alarmOf(measured(kind, value, value2, more))?.rule ?? null).toBe(rule)
  })
  it('tells of what is merely unusual, never beside an alarm', () => {
    expect(beyondOf(measured('blood_pressure', 160, 100))?.rule).toBe('pressure_above')
    expect(beyondOf(measured('blood_pressure', 190, 100))).toBeNull()
    expect(beyondOf(measured('blood_pressure', 120, 80))).toBeNull()
    expect(beyondOf(measured('heart_rate', 150))?.rule).toBe('pulse_fast')
    expect(beyondOf(measured('heart_rate', 150, null, { context: 'exercise' }))).toBeNull()
    expect(beyondOf(measured('heart_rate', 110))).toBeNull()
  })
  it('cites a source for every threshold', () => {
    for (const { source } of [...ALARMS, ...BEYOND]) expect(source).toMatch(/(?:19|20)\d\d/)
  })
})

const spell = (given: Partial<Spell> & Pick<Spell, 'id'>): Spell => ({
  startedAt: null,
  endedAt: null,
  localDate: '2026-03-18',
  minutes: 480,
  nap: false,
  quality: null,
  source: 'apple_health',
  device: null,
  staged: false,
  updatedAt: new Date(0),
  ...given,
})
const at = (clock: string) => new Date(`2026-03-${clock}:00+03:00`)
const between = (id: string, from: string, to: string, more: Partial<Spell> = {}): Spell => {
  const [startedAt, endedAt] = [at(from), at(to)]
  return spell({ id, startedAt, endedAt, minutes: (endedAt.getTime() - startedAt.getTime()) / 60_000, ...more })
}

describe('sleep', () => {
  const now = new Date('2026-03-31T12:00:00Z')
  it('belongs to the day of waking and lasts as long as it lasted', () => {
    const night = readSleep(
      { start: '2026-03-17T23:30:00+03:00', end: '2026-03-18T07:00:00+03:00' },
      now,
      'Europe/Moscow',
    )
    expect(night).toMatchObject({ localDate: '2026-03-18', minutes: 450, nap: false })
    // Clocks go forward on 29 March 2026 in Berlin: 23:00 to 7:00 are seven hours.
    const spring = readSleep(
      { start: '2026-03-28T23:00:00+01:00', end: '2026-03-29T07:00:00+02:00' },
      now,
      'Europe/Berlin',
    )
    expect(spring).toMatchObject({ localDate: '2026-03-29', minutes: 420 })
    const autumn = readSleep(
      { start: '2025-10-25T23:00:00+02:00', end: '2025-10-26T07:00:00+01:00' },
      now,
      'Europe/Berlin',
    )
    expect(autumn).toMatchObject({ localDate: '2025-10-26', minutes: 540 })
  })
  it('takes a length with a day, with an end, or asks', () => {
    expect(readSleep({ durationMinutes: 450 }, now, 'UTC')).toMatchObject({ localDate: '2026-03-31', minutes: 450 })
    expect(readSleep({ end: '2026-03-31T07:00:00Z', durationMinutes: 420 }, now, 'UTC').startedAt).toEqual(
      new Date('2026-03-31T00:00:00Z'),
    )
    expect(() => readSleep({}, now, 'UTC')).toThrow(/sleep_needs_length/)
    expect(() => readSleep({ start: '2026-03-30T23:00:00Z' }, now, 'UTC')).toThrow(/sleep_half/)
    expect(() => readSleep({ start: '2026-03-31T07:00:00Z', end: '2026-03-30T23:00:00Z' }, now, 'UTC')).toThrow(
      /ends_before/,
    )
    expect(() => readSleep({ start: '2026-03-31T07:00:00Z', end: '2026-04-01T07:00:00Z' }, now, 'UTC')).toThrow(
      /in_future/,
    )
    expect(() => readSleep({ durationMinutes: 1441 }, now, 'UTC')).toThrow(/sleep_too_long/)
  })
  it('knows a nap by its hour and length', () => {
    const nap = readSleep({ start: '2026-03-30T14:00:00Z', end: '2026-03-30T15:30:00Z' }, now, 'UTC')
    expect(nap).toMatchObject({ nap: true, minutes: 90 })
    expect(readSleep({ start: '2026-03-30T08:00:00Z', end: '2026-03-30T16:00:00Z' }, now, 'UTC').nap).toBe(false)
  })
  it('counts a night that a watch, a phone and the person tell of once', () => {
    const watch = between('w', '17T23:30', '18T07:00', { device: 'Watch', minutes: 430, staged: true })
    const phone = between('p', '17T23:00', '18T07:30', { device: 'iPhone' })
    expect(countNight('2026-03-18', [watch, phone]).minutes).toBe(430)
    const said = spell({ id: 's', source: 'person', minutes: 400 })
    expect(countNight('2026-03-18', [watch, phone, said])).toMatchObject({
      minutes: 400,
      sources: ['person'],
      ids: ['s'],
    })
  })
  it('adds up a broken night and keeps naps apart', () => {
    const night = [between('a', '17T23:00', '18T02:00'), between('b', '18T03:00', '18T07:00')]
    const nap = between('n', '18T14:00', '18T14:40', { nap: true })
    expect(countNight('2026-03-18', [...night, nap])).toMatchObject({ minutes: 420, napMinutes: 40 })
    expect(countNight('2026-03-18', [nap])).toMatchObject({ minutes: null, napMinutes: 40 })
  })
  it('counts a night once whatever the order of imports', () => {
    const anySpell = fc
      .record({
        from: fc.integer({ min: 0, max: 500 }),
        length: fc.integer({ min: 5, max: 600 }),
        source: fc.constantFrom('person' as const, 'apple_health' as const, 'google_fit' as const),
        device: fc.constantFrom(null, 'Watch', 'Phone'),
        staged: fc.boolean(),
      })
      .map(({ from, length, ...more }) => {
        const startedAt = new Date(Date.UTC(2026, 2, 17, 19) + from * 60_000)
        return { ...more, startedAt, endedAt: new Date(startedAt.getTime() + length * 60_000), minutes: length }
      })
    fc.assert(
      fc.property(fc.array(anySpell, { minLength: 1, maxLength: 7 }), fc.infiniteStream(fc.nat()), (given, order) => {
        const rows = given.map((row, index) => spell({ id: `s${index}`, ...row }))
        const shuffled = rows.map((row) => ({ row, key: order.next().value })).sort((a, b) => a.key - b.key)
        const counted = countNight('2026-03-18', rows)
        expect(
          countNight(
            '2026-03-18',
            shuffled.map(({ row }) => row),
          ),
        ).toEqual(counted)
        // Never more than the time that any row covers.
        const minutes = new Set<number>()
        for (const row of rows)
          for (let t = row.startedAt?.getTime() ?? 0; t < (row.endedAt?.getTime() ?? 0); t += 60_000) minutes.add(t)
        expect(counted.minutes ?? 0).toBeLessThanOrEqual(minutes.size)
        // The same file again is the same night.
        const again = [...rows, ...rows.map((row) => ({ ...row, id: `${row.id}x` }))]
        expect(countNight('2026-03-18', again).minutes).toBe(counted.minutes)
      }),
    )
  })
  it('lists nights in order of their days', () => {
    const rows = [spell({ id: 'b', localDate: '2026-03-19' }), spell({ id: 'a', localDate: '2026-03-17' })]
    expect(countNights(rows).map(({ date }) => date)).toEqual(['2026-03-17', '2026-03-19'])
  })
})

describe('trend', () => {
  const points = (values: readonly number[]) =>
    values.map((value, index) => ({ date: `2026-03-${String(index + 1).padStart(2, '0')}`, value, value2: null }))
  it('has the naive average and counts the days without data', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 31 }), (values) => {
        const found = summarise('weight', points(values), '2026-03-01', '2026-03-31')
        let sum = 0
        for (const value of values) sum += value
        expect(found.average).toBeCloseTo(sum / values.length, 9)
        expect(found.daysWithData + found.daysMissing).toBe(31)
      }),
    )
  })
  it('says a direction only from ten days on, and not of noise', () => {
    const rising = Array.from({ length: 14 }, (_, index) => 80 + index * 0.2)
    expect(summarise('weight', points(rising.slice(0, 9)), '2026-03-01', '2026-03-31').direction).toBeNull()
    const found = summarise('weight', points(rising), '2026-03-01', '2026-03-31')
    expect(found.direction).toBe('up')
    expect(found.change).toBeCloseTo(1.4, 9)
    const noise = [80, 82, 79, 81, 80, 83, 79, 82, 80, 81]
    expect(summarise('weight', points(noise), '2026-03-01', '2026-03-31').direction).toBe('flat')
  })
  it('says nothing without data', () => {
    expect(summarise('mood', [], '2026-03-01', '2026-03-07')).toMatchObject({
      average: null,
      daysWithData: 0,
      daysMissing: 7,
    })
  })
})

describe('habits', () => {
  const habit: HabitRow = {
    id: 'h',
    title: 'Зарядка',
    titleKey: 'зарядка',
    target: 1,
    unit: null,
    period: 'day',
    startedOn: '2026-03-01',
    revision: 'h',
    createdAt: new Date(0),
    updatedAt: new Date(0),
    deletedAt: null,
  }
  const on = (...days: number[]): Done[] =>
    days.map((day) => ({ habitId: 'h', date: `2026-03-${String(day).padStart(2, '0')}`, amount: 1 }))
  it('forgives one missed day and ends after two', () => {
    expect(progressOf(habit, on(10, 11, 13, 14), '2026-03-14')).toMatchObject({ streak: 4, met: true, done: 1 })
    expect(progressOf(habit, on(8, 9, 12, 13), '2026-03-14')).toMatchObject({ streak: 2, met: false })
    expect(progressOf(habit, on(13), '2026-03-15').streak).toBe(1)
    expect(progressOf(habit, on(12), '2026-03-15').streak).toBe(0)
  })
  it('says what was kept of the days it runs', () => {
    expect(progressOf(habit, on(1, 2, 3), '2026-03-10')).toMatchObject({ kept: 3, periods: 10 })
    expect(progressOf(habit, [], '2026-03-01')).toMatchObject({ kept: 0, periods: 1, streak: 0 })
  })
  it('counts a week from Monday', () => {
    const weekly: HabitRow = { ...habit, target: 3, period: 'week', startedOn: '2026-03-02' }
    // 2, 4 and 6 March are one week; 9 to 15 the next.
    expect(progressOf(weekly, on(2, 4, 6, 9, 10), '2026-03-11')).toMatchObject({
      done: 2,
      met: false,
      streak: 1,
      kept: 1,
      periods: 2,
    })
  })
})

describe('names', () => {
  it.each([
    ['Беременна, 20 недель', 'condition', 'pregnancy'],
    ["I'm pregnant", 'condition', 'pregnancy'],
    ['кормлю грудью', 'condition', 'breastfeeding'],
    ['курю', 'condition', 'smoking'],
    ['сахарный диабет 2 типа', 'condition', 'type 2 diabetes'],
    ['высокое давление', 'condition', 'hypertension'],
    ['астмой', 'condition', 'asthma'],
    ['межпозвоночная грыжа', 'condition', 'back injury'],
    ['колено', 'injury', 'knee injury'],
    ['арахиса', 'allergy', 'peanut'],
    ['penicillin', 'allergy', 'penicillin'],
    ['ибупрофен', 'allergy', 'ibuprofen'],
    ['Эутирокс', 'medication', 'levothyroxine'],
    ['birth control pills', 'medication', 'oral contraceptive'],
  ] as const)('%s (%s) is %s', (text, kind, key) => {
    expect(recognise(text, kind).map((found) => found.key)).toEqual([key])
  })
  it('guesses nothing', () => {
    expect(recognise('не беременна', 'condition')).toEqual([])
    expect(recognise('грушевый сок', 'allergy')).toEqual([])
    expect(
      recognise('астма и гипертония', 'condition')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['asthma', 'hypertension'])
    expect(ownKey('Редкая  Болезнь')).toBe('редкая болезнь')
  })
  it('finds every name of the table by each of its own words', () => {
    const lost = SAFETY_NAMES.flatMap(({ key, kind, says }) =>
      [key, ...says]
        .filter((word) => !recognise(word, kind).some((found) => found.key === key))
        .map((word) => `${key}: ${word}`),
    )
    expect(lost).toEqual([])
    expect(SAFETY_NAMES.length).toBeGreaterThanOrEqual(150)
  })
  it('names nothing in the breaks that the table does not know', () => {
    const keys = new Set(SAFETY_NAMES.map(({ key }) => key))
    expect(TECHNIQUES.flatMap(({ avoidWith }) => avoidWith).filter((key) => !keys.has(key))).toEqual([])
  })
})

describe('breaks', () => {
  const facts: BreakFacts = {
    stress: null,
    energy: null,
    sleepMinutes: null,
    loadMinutes: 0,
    minutes: null,
    place: null,
    safety: [],
    unknownInjury: null,
    offeredToday: [],
    offeredBefore: [],
  }
  const chosen = (more: Partial<BreakFacts>) => chooseBreak({ ...facts, ...more }).technique?.key
  it('answers what the moment asks for', () => {
    expect(chosen({ stress: 8 })).toBe('cyclic_sighing')
    expect(chosen({ stress: 8, sleepMinutes: 300 })).toBe('body_scan')
    expect(chosen({ loadMinutes: 300 })).toBe('short_walk')
    expect(chosen({ energy: 2 })).toBe('short_walk')
    expect(chosen({})).toBe('slow_breathing')
  })
  it('respects safety, place, time and what was offered', () => {
    expect(chosen({ stress: 8, safety: ['asthma'] })).toBe('slow_breathing')
    expect(chosen({ loadMinutes: 300, safety: ['knee injury'] })).toBe('eyes_20_20_20')
    expect(chosen({ stress: 8, offeredToday: ['cyclic_sighing'] })).toBe('slow_breathing')
    expect(chosen({ stress: 8, offeredBefore: ['cyclic_sighing'] })).toBe('slow_breathing')
    expect(chosen({ loadMinutes: 300, place: 'transport', minutes: 2 })).toBe('eyes_20_20_20')
    expect(chooseBreak({ ...facts, loadMinutes: 300, unknownInjury: 'странная боль' }).technique?.kind).not.toBe(
      'movement',
    )
    expect(chosen({ offeredToday: TECHNIQUES.map(({ key }) => key) })).toBeUndefined()
  })
  it('never offers what the profile speaks against', () => {
    const names = [...new Set(TECHNIQUES.flatMap(({ avoidWith }) => avoidWith))]
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 700 }),
        (safety, stress, loadMinutes) => {
          const { technique } = chooseBreak({ ...facts, safety, stress, loadMinutes })
          expect(technique?.avoidWith.some((name) => safety.includes(name)) ?? false).toBe(false)
          expect(technique?.minutes ?? 0).toBeLessThan(10)
        },
      ),
    )
  })
})
