import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/time.ts'
import { added, inUnit, readItem, tellAmount, unitKey } from './amounts.ts'
import { dueAfter, isDueOn, readCadence } from './cadence.ts'
import { CODE_PICKS, CODE_SIGNS, codeFrom, hashOf, readCode, showCode } from './codes.ts'
import { consumed, doubtOf } from './meters.ts'
import { readMoment } from './moments.ts'
import { assigneeNamed, careNamed, listNamed, speciesNamed } from './names.ts'

const today = '2026-03-18'
const chore = (given: { rrule?: string; everyDays?: number }, startsOn?: string) => ({
  ...readCadence(given, startsOn, today),
  lastDoneOn: null as string | null,
})
const day = fc.integer({ min: 0, max: 3650 }).map((offset) => addDays('2024-01-01', offset))

describe('amounts', () => {
  it('of one kind add up in the unit of the first', () => {
    expect(added({ quantity: 2, unit: 'л' }, { quantity: 500, unit: 'ml' })).toEqual({ quantity: 2.5, unit: 'л' })
    expect(added({ quantity: 300, unit: 'г' }, { quantity: 1, unit: 'кг' })).toEqual({ quantity: 1300, unit: 'г' })
    expect(added({ quantity: 10, unit: null }, { quantity: 2, unit: 'шт.' })).toEqual({ quantity: 12, unit: 'шт.' })
    expect([unitKey('пачек'), unitKey('упаковка'), unitKey('Рулон')]).toEqual(['pack', 'pack', 'рулон'])
    expect(inUnit(250, 'мл', 'л')).toBe(0.25)
  })

  it.each([
    ['молоко 2 литра', 'молоко', 2, 'литра'],
    ['сахар, 1,5 кг', 'сахар', 1.5, 'кг'],
    ['3 пачки чая', 'чая', 3, 'пачки'],
    ['milk 2l', 'milk', 2, 'l'],
    ['бензин 95', 'бензин 95', null, null],
    ['масло 5w30', 'масло 5w30', null, null],
    ['колготки 40 den', 'колготки 40 den', null, null],
  ])('are read from %s', (said, item, quantity, unit) => {
    expect(readItem(said, { quantity: null, unit: null })).toEqual({ item, quantity, unit })
  })

  it('that were given apart are not looked for in the name', () => {
    expect(readItem('молоко 3 л', { quantity: 1, unit: 'шт' })).toEqual({ item: 'молоко 3 л', quantity: 1, unit: 'шт' })
    expect(readItem('чай', { quantity: null, unit: 'пачка' })).toEqual({ item: 'чай', quantity: 1, unit: 'пачка' })
  })

  it('are told in known units, or as they were said', () => {
    expect(tellAmount({ quantity: 2, unit: 'литра' }).params).toEqual({ q: 2, unit: 'l' })
    expect(tellAmount({ quantity: 2, unit: 'рулона' }).params).toEqual({ q: 2, unit: 'рулона' })
  })

  it('do not depend on the order in which they were added, up to a gram', () => {
    const amount = fc.record({
      quantity: fc.integer({ min: 1, max: 100_000 }),
      unit: fc.constantFrom('кг', 'г', 'g', 'kg'),
    })
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const grams = (sum: { quantity: number | null; unit: string | null }) =>
          inUnit(sum.quantity ?? 0, sum.unit, 'г')
        expect(grams(added(one, other))).toBeCloseTo(grams(added(other, one)), 3)
      }),
    )
  })
})

describe('the cadence of a chore', () => {
  it('by a rule falls on the days of the calendar, short months and leap years included', () => {
    const last = chore({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }, '2026-01-31')
    expect(last.nextDueOn).toBe('2026-01-31')
    expect(dueAfter(last, '2026-01-31')).toBe('2026-02-28')
    expect(dueAfter({ ...last, nextDueOn: '2028-02-29' }, '2028-02-29')).toBe('2028-03-31')
    const first = chore({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=31' }, '2026-01-31')
    expect(dueAfter(first, '2026-01-31')).toBe('2026-03-31')
  })

  it('by days counts from the day it was done, over the end of a month and a change of the clock', () => {
    const every = chore({ everyDays: 3 }, '2026-03-27')
    // Clocks change in Belgrade on 29 March 2026.
    expect(dueAfter(every, '2026-03-28')).toBe('2026-03-31')
    expect(dueAfter(every, '2026-03-30')).toBe('2026-04-02')
    expect(dueAfter({ ...every, everyDays: 365 }, '2027-03-01')).toBe('2028-02-29')
  })

  it('takes an early doing for the coming date, and a second one for nothing', () => {
    const weekly = { ...chore({ rrule: 'FREQ=WEEKLY;BYDAY=SA' }), lastDoneOn: '2026-03-14' }
    expect(weekly.nextDueOn).toBe('2026-03-21')
    expect(dueAfter(weekly, '2026-03-20')).toBe('2026-03-28')
    expect(dueAfter(weekly, '2026-03-15')).toBe('2026-03-21')
    expect(dueAfter(weekly, '2026-03-24')).toBe('2026-03-28')
  })

  it('ends with its rule, and without a cadence there is no date', () => {
    const twice = chore({ rrule: 'FREQ=DAILY;COUNT=2' })
    expect([dueAfter(twice, '2026-03-18'), dueAfter({ ...twice, nextDueOn: '2026-03-19' }, '2026-03-19')]).toEqual([
      '2026-03-19',
      null,
    ])
    expect(chore({}).nextDueOn).toBeNull()
    expect(chore({}, '2026-04-01').nextDueOn).toBe('2026-04-01')
  })

  it('always moves on: the next date is after the day it was done', () => {
    const cadence = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((everyDays) => ({ everyDays })),
      fc.constantFrom(
        { rrule: 'FREQ=DAILY;INTERVAL=2' },
        { rrule: 'FREQ=WEEKLY;BYDAY=MO,TH' },
        { rrule: 'FREQ=MONTHLY;BYMONTHDAY=31' },
        { rrule: 'FREQ=MONTHLY;BYDAY=1SA' },
        { rrule: 'FREQ=YEARLY' },
      ),
    )
    fc.assert(
      fc.property(cadence, day, day, (given, startsOn, doneOn) => {
        const next = dueAfter(chore(given, startsOn), doneOn)
        expect(next !== null && next > doneOn).toBe(true)
      }),
    )
  })

  it('brings a later day exactly what completing on time would bring', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 90 }), (everyDays, ahead) => {
        const given = chore({ everyDays })
        const date = addDays(today, ahead)
        let due: string | null = given.nextDueOn
        while (due !== null && due < date) due = dueAfter(given, due)
        expect(isDueOn(given, date, today)).toBe(due === date)
      }),
    )
  })
})

describe('a meter', () => {
  const point = (value: number, on: string, reset: 'rollover' | 'replaced' | null = null) => ({ value, on, reset })
  it('tells what was used since the reading before', () => {
    expect(consumed(null, point(5, today))).toEqual({ consumption: null, days: null })
    expect(consumed(point(123.456, '2026-02-18'), point(130.5, today))).toEqual({ consumption: 7.044, days: 28 })
    expect(consumed(point(99_990, '2026-02-18'), point(12, today, 'rollover')).consumption).toBe(22)
    expect(consumed(point(99_990, '2026-02-18'), point(12, today, 'replaced')).consumption).toBeNull()
  })

  it('is doubted when it runs backwards, on either side', () => {
    const [before, after] = [point(100, '2026-03-01'), point(120, '2026-03-30')]
    expect(doubtOf(before, point(110, today), after)).toBeNull()
    expect(doubtOf(before, point(99, today), after)).toMatchObject({ kind: 'lower', other: before })
    expect(doubtOf(before, point(121, today), after)).toMatchObject({ kind: 'higher', other: after })
    expect(doubtOf(before, point(1, today, 'replaced'), null)).toBeNull()
  })

  it('adds up: the parts of a period are the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 20 }), (steps) => {
        let value = 0
        const points = steps.map((step, index) => {
          value += step
          return point(value, addDays('2026-01-01', index))
        })
        const used = points.slice(1).map((reading, index) => consumed(points[index] ?? null, reading).consumption ?? 0)
        const [first] = points
        expect(used.reduce((sum, part) => sum + part, 0)).toBe(value - (first?.value ?? 0))
      }),
    )
  })
})

describe('a code', () => {
  it('is read however it is typed', () => {
    const picks = fc.array(fc.integer({ min: 0, max: CODE_SIGNS.length - 1 }), {
      minLength: CODE_PICKS,
      maxLength: CODE_PICKS,
    })
    fc.assert(
      fc.property(picks, (chosen) => {
        const code = codeFrom(chosen)
        expect(readCode(showCode(code))).toBe(code)
        expect(readCode(` ${code.toLowerCase().split('').join(' ')} `)).toBe(code)
      }),
    )
    expect(readCode('АСЕН-КМРТ')).toBe('ACEHKMPT')
    expect([readCode('ACDE'), readCode('00000000'), readCode('')]).toEqual([null, null, null])
    expect(hashOf('ACEHKMPT')).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('names', () => {
  it('of lists, animals and care are known in both languages', () => {
    expect(['покупки', 'Список покупок', 'groceries', undefined].map((said) => listNamed(said).listKey)).toEqual(
      Array.from({ length: 4 }, () => 'shopping'),
    )
    expect(listNamed('Дача')).toEqual({ list: 'Дача', listKey: listNamed('дачи').listKey })
    expect(['кот', 'котёнок', 'kitten', 'cat'].map(speciesNamed)).toEqual(Array.from({ length: 4 }, () => 'cat'))
    expect([speciesNamed('щенок'), speciesNamed('морская свинка'), speciesNamed('игуана')]).toEqual([
      'dog',
      'guinea_pig',
      'игуана',
    ])
    expect(['прививка', 'обработка от клещей', 'погуляли', 'fed'].map(careNamed)).toEqual([
      'vaccination',
      'flea_treatment',
      'walk',
      'feeding',
    ])
  })

  it('of people: me, a member, anybody', () => {
    const members = [
      { userId: 'a', name: 'Анна', joinedAt: new Date(0) },
      { userId: 'b', name: 'Борис Иванов', joinedAt: new Date(0) },
    ]
    const me = { id: 'a', displayName: 'Анна' }
    expect(assigneeNamed('я', members, me)).toEqual({ assignee: 'Анна', assigneeId: 'a' })
    expect(assigneeNamed('Борису', members, me)).toEqual({ assignee: 'Борис Иванов', assigneeId: 'b' })
    expect(assigneeNamed('бабушка', members, me)).toEqual({ assignee: 'бабушка', assigneeId: null })
    expect(assigneeNamed(null, members, me)).toEqual({ assignee: null, assigneeId: null })
  })
})

describe('a moment', () => {
  const user = { timeZone: 'Asia/Tokyo' }
  const now = new Date('2026-03-18T20:00:00Z')
  it('lies on the local day of the person', () => {
    expect(readMoment(undefined, user, now).doneOn).toBe('2026-03-19')
    expect(readMoment('2026-03-18', user, now)).toMatchObject({
      doneOn: '2026-03-18',
      at: new Date('2026-03-18T03:00:00Z'),
    })
    expect(() => readMoment('2026-03-20', user, now)).toThrow(/in_future/)
  })
})
