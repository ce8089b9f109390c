import { describe, expect, it } from 'vitest'
import { clock, type DayShape, randomDay, seeded } from './days.fixture.ts'
import { type EnergyInputs, energyOf } from './energy.ts'
import { bruteForce } from './oracle.fixture.ts'
import { brokenBy } from './score.ts'
import { solveDay } from './solve.ts'
import type { Day, Plan } from './types.ts'

const seeds = (count: number, from = 0): number[] => Array.from({ length: count }, (_, at) => from + at)

/** A few hours, so that every plan can be tried. */
const small = (seed: number): Day => {
  const movable = 2 + (seed % 6)
  const hours = movable < 5 ? 3 : 2
  const shape: Partial<DayShape> = {
    movable,
    fixed: seed % 3 === 0 ? 1 : 0,
    quarters: true,
    awake: ['11:00', `${11 + hours}:00`],
    load: 1.2,
  }
  return randomDay(seed, shape)
}

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

const minutesOf = (plan: Plan, id: string): number =>
  plan.blocks.filter((block) => block.id === id).reduce((sum, { start, end }) => sum + end - start, 0)

/** Nothing broken, nothing lost silently. */
const expectSound = (day: Day, plan: Plan): void => {
  expect(brokenBy(day, plan.blocks)).toEqual([])
  expect(plan.objective.hard).toBe(0)
  for (const item of day.movable) {
    const out = plan.leftOut.filter(({ id }) => id === item.id).reduce((sum, { minutes }) => sum + minutes, 0)
    if (!item.pinned) expect(minutesOf(plan, item.id) + out, item.id).toBeGreaterThanOrEqual(item.minutes)
  }
}

describe('a seeded day', () => {
  it.each([0, 1, 2, 3])('breaks no hard rule and loses nothing: 250 days, part %i', (part) => {
    for (const seed of seeds(250, part * 250)) {
      const day = randomDay(seed, { movable: 3 + (seed % 7), fixed: seed % 5, quarters: seed % 2 === 0 })
      expectSound(day, solveDay(day))
    }
  })

  it('is as good as the best of all plans, tried one by one', () => {
    for (const seed of seeds(120)) {
      const day = small(seed)
      const plan = solveDay(day)
      expect(plan.optimality, `seed ${seed}`).toEqual({ proven: true, gap: 0, level: null })
      expect(plan.objective, `seed ${seed}`).toEqual(bruteForce(day))
    }
  })

  it('does not depend on the order of its lists', () => {
    for (const seed of seeds(60)) {
      const day = randomDay(seed, { movable: 6, fixed: 3 })
      const random = seeded(seed)
      const other = { ...day, fixed: shuffled(day.fixed, random), movable: shuffled(day.movable, random) }
      expect(solveDay(other)).toEqual(solveDay(day))
    }
  })

  it('leaves out no more when an event is taken away or the day is an hour longer', () => {
    for (const seed of seeds(60)) {
      const day = randomDay(seed, { movable: 6, fixed: 3, quarters: true, awake: ['09:00', '15:00'], load: 1 })
      const { medium } = solveDay(day).objective
      const longer = { ...day, span: { ...day.span, to: day.span.to + 60 } }
      expect(solveDay(longer).objective.medium).toBeLessThanOrEqual(medium)
      const gaps = new Set(day.movable.flatMap((item) => (item.gaps ?? []).map(({ of }) => of)))
      const freed = { ...day, fixed: day.fixed.filter((_, at) => at > 0 || gaps.has(`event-${at}`)) }
      expect(solveDay(freed).objective.medium).toBeLessThanOrEqual(medium)
    }
  })
})

describe('zones', () => {
  const days: [string, string, number][] = [
    ['Europe/Belgrade', '2026-03-29', 23],
    ['Europe/Belgrade', '2026-10-25', 25],
    ['Europe/London', '2026-03-29', 23],
    ['Europe/London', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/Moscow', '2026-03-29', 24],
  ]
  it.each(days)('%s on %s keeps durations', (zone, date, hours) => {
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    expect(clock(next, '00:00', zone) - clock(date, '00:00', zone)).toBe(hours * 60)
    for (const seed of seeds(8)) {
      const day = randomDay(seed, { date, zone, movable: 6, fixed: 2, awake: ['00:00', '23:00'] })
      const plan = solveDay(day)
      expectSound(day, plan)
      for (const item of day.movable)
        if (!plan.leftOut.some(({ id }) => id === item.id)) expect(minutesOf(plan, item.id)).toBe(item.minutes)
    }
  })
})

describe('energy', () => {
  const wake = clock('2026-03-18', '07:00', 'Europe/Moscow')
  const night: EnergyInputs = {
    span: { from: wake, to: wake + 960 },
    wake,
    sleptMinutes: 480,
    debtMinutes: 0,
    midSleep: wake - 240,
    stress: 0.3,
    mood: 0.6,
    loadRatio: 1,
  }

  it('is nowhere higher after less sleep, more debt, more stress, lower mood or harder training', () => {
    for (const worse of [{ sleptMinutes: 240 }, { debtMinutes: 600 }, { stress: 1 }, { mood: 0 }, { loadRatio: 2 }]) {
      const rested = energyOf(night)
      const tired = energyOf({ ...night, ...worse })
      tired.curve.values.forEach((value, at) => {
        expect(value).toBeLessThanOrEqual(rested.curve.values[at] ?? 0)
      })
      expect(tired.demandingMinutes).toBeLessThanOrEqual(rested.demandingMinutes)
    }
  })

  it('dips after noon, and an owl is better in the evening than a lark', () => {
    const at = (inputs: EnergyInputs, hour: number): number => energyOf(inputs).curve.values[(hour - 7) * 4] ?? 0
    expect(at(night, 14)).toBeLessThan(at(night, 10))
    expect(at(night, 14)).toBeLessThan(at(night, 17))
    expect(at({ ...night, midSleep: wake - 120 }, 22)).toBeGreaterThan(at({ ...night, midSleep: wake - 300 }, 22))
  })

  it('says what was missing and what was assumed for it', () => {
    const nothing = energyOf({
      ...night,
      wake: null,
      sleptMinutes: null,
      debtMinutes: null,
      midSleep: null,
      stress: null,
      mood: null,
      loadRatio: Number.NaN,
    })
    expect(nothing.missing).toEqual(['wake', 'sleptMinutes', 'debtMinutes', 'midSleep', 'stress', 'mood', 'loadRatio'])
    expect(nothing.used.sleptMinutes).toBe(450)
    expect(energyOf(night).missing).toEqual([])
  })

  it('never gives more demanding minutes to a day after less sleep', () => {
    for (const seed of seeds(30)) {
      const day = randomDay(seed, { movable: 6, fixed: 2, load: 1 })
      let most = Number.POSITIVE_INFINITY
      for (const sleptMinutes of [480, 360, 240, 120]) {
        const energy = energyOf({
          ...night,
          span: day.span,
          wake: day.span.from,
          sleptMinutes,
          debtMinutes: 480 - sleptMinutes,
        })
        const plan = solveDay({ ...day, energy: energy.curve, demandingMinutes: energy.demandingMinutes })
        expect(plan.objective.demandingMinutes, `seed ${seed}`).toBeLessThanOrEqual(most)
        most = plan.objective.demandingMinutes
      }
    }
  })
})
