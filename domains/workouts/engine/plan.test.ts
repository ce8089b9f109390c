// Week plans on made-up facts: what is proposed never breaks a limit, and the same facts give the same plan.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { User } from '../../../core/user.ts'
import type { DayPart, SafetyFact } from '../../../tools/contract.ts'
import { CAUTIONS } from '../knowledge/cautions.ts'
import { GEAR } from '../knowledge/equipment.ts'
import type { GoalRow } from '../repository/rows.ts'
import { bodyPartWith, exerciseWith } from './catalogue.ts'
import { exclusionOf, limitsOf } from './limits.ts'
import { type PlanFacts, planWeek } from './plan.ts'
import { loadState } from './ratio.ts'

const SENTENCES = ['ru', 'en'].map(
  (lang) =>
    JSON.parse(readFileSync(new URL(`../messages.${lang}.json`, import.meta.url), 'utf8')) as Record<string, string>,
)

const NOW = new Date('2026-03-22T12:00:00Z')
const MONDAY = '2026-03-23'
const USER: User = {
  id: '00000000-0000-4000-8000-000000000001',
  role: 'user',
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  country: 'RU',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: [],
}
const DATES = Array.from({ length: 7 }, (_, i) => `2026-03-${23 + i}`)
const GOAL: GoalRow = {
  id: USER.id,
  goal: 'стать сильнее',
  kind: 'strength',
  sport: null,
  exerciseKey: null,
  distanceMeters: null,
  targetSeconds: null,
  weightGrams: null,
  sessionsPerWeek: 4,
  sessionMinutes: null,
  byDate: null,
  replacedId: null,
  createdAt: NOW,
  supersededAt: null,
}
const month = (lastWeek: number) =>
  loadState(
    Array.from({ length: 28 }, (_, i) => ({
      date: new Date(Date.UTC(2026, 1, 23 + i)).toISOString().slice(0, 10),
      tenths: i < 21 ? 1_000 : lastWeek,
      estimated: false,
    })),
    '2026-01-01',
    '2026-03-22',
  )
const fact = (kind: SafetyFact['kind'], name: string, details?: Record<string, unknown>): SafetyFact => ({
  kind,
  name,
  source: { domain: 'health', id: name },
  ...(details ? { details } : {}),
})
const AGE = fact('age', '35', { years: 35 })
const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  user: USER,
  goal: GOAL,
  gear: ['barbell', 'bench', 'rack', 'dumbbells', 'pull_up_bar'],
  injuries: [],
  safety: [AGE],
  load: month(1_000),
  takenTenths: 0,
  takenDays: new Set(),
  done: [],
  sessionsLast28: 12,
  sports: [],
  days: DATES.map((date) => ({ date, parts: [] })),
  ...changes,
})
const plan = (given: PlanFacts, wish: { sessions?: number; sessionMinutes?: number } = {}) => {
  let n = 0
  return planWeek(
    given,
    { weekStart: MONDAY, sessions: wish.sessions, sessionMinutes: wish.sessionMinutes },
    NOW,
    () => {
      n += 1
      return `id-${n}`
    },
  )
}
const injury = (key: string, severity = 4) => ({ id: key, bodyPart: key, bodyPartKey: key, severity })

describe('a plan', () => {
  it('is the same for the same facts', () => expect(plan(facts())).toEqual(plan(facts())))
  it('trains four times with rest between and evenings after work', () => {
    const made = plan(facts())
    expect(made.sessions.map(({ date, kind, start }) => [date, kind, start.slice(11, 16)])).toEqual([
      ['2026-03-23', 'strength', '18:30'],
      ['2026-03-25', 'strength', '18:30'],
      ['2026-03-27', 'endurance', '18:30'],
      ['2026-03-29', 'strength', '10:00'],
    ])
    expect(made.restDays.map(({ date }) => date)).toEqual(['2026-03-24', '2026-03-26', '2026-03-28'])
    expect(made.load.planned).toBeLessThanOrEqual(made.load.limit ?? 0)
  })
  it('gets lighter when load has jumped, and says so', () => {
    const made = plan(facts({ load: month(2_500) }))
    expect(made.reasons[0]?.code).toBe('deload')
    expect(made.load.planned).toBeLessThan(plan(facts()).load.planned)
  })
  it('finds no room in a full week, and none when the load is used up', () => {
    const busy: DayPart = {
      kind: 'fixed',
      type: 'event',
      busy: true,
      title: 'x',
      ref: { domain: 'calendar', id: 'x' },
      start: new Date('2026-03-22T00:00:00Z'),
      end: new Date('2026-03-31T00:00:00Z'),
    }
    expect(plan(facts({ days: DATES.map((date) => ({ date, parts: [busy] })) })).refusal?.code).toBe('no_room')
    expect(plan(facts({ takenTenths: 99_999 })).refusal?.code).toBe('no_load_left')
  })
  it('proposes nothing with a heart condition before a doctor was asked', () => {
    const made = plan(facts({ safety: [AGE, fact('condition', 'ишемическая болезнь сердца')] }))
    expect([made.status, made.refusal?.code, made.sessions]).toEqual(['refused', 'needs_clearance', []])
  })
  it('is careful in pregnancy and with minors', () => {
    const expecting = plan(facts({ safety: [AGE, fact('condition', 'беременность')] }))
    expect(expecting.sessions.every(({ rpe }) => rpe <= 4)).toBe(true)
    const minor = plan(facts({ safety: [fact('age', '15', { years: 15 })] }))
    expect([minor.sessions.length, minor.sessions.every(({ durationMinutes }) => durationMinutes <= 60)]).toEqual([
      3,
      true,
    ])
  })
  it('asks for what it does not know, and uses body weight until then', () => {
    const made = plan(facts({ goal: null, gear: null, safety: [] }))
    expect(made.questions.map(({ code }) => code)).toEqual(['goal', 'equipment', 'age'])
    expect(
      made.sessions.flatMap(({ exercises }) => exercises).every(({ key }) => exerciseWith(key)?.equipment.length === 0),
    ).toBe(true)
  })
  it('of an injury nobody could place is only walking and mobility', () => {
    const made = plan(facts({ injuries: [{ id: 'x', bodyPart: 'штуковина', bodyPartKey: null, severity: 3 }] }))
    expect(new Set(made.sessions.map(({ sport }) => sport))).toEqual(new Set(['walking']))
    expect(made.questions.map(({ code }) => code)).toContain('which_part')
  })
  it('takes the next weight from the last sets', () => {
    const done = [1, 2, 3, 4].map(() => ({ exerciseKey: 'back_squat', reps: 5, weightGrams: 80_000, rpe: 7 }))
    const squat = plan(facts({ done }))
      .sessions.flatMap(({ exercises }) => exercises)
      .find(({ key }) => key === 'back_squat')
    expect(squat).toMatchObject({
      weightKg: 82.5,
      sets: 4,
      reps: 5,
      reason: { code: 'for_known', params: { progress: 'progress' } },
    })
  })
  it('never asks for missing gear, never loads what is injured or forbidden, always says why', () => {
    const gearKeys = GEAR.map(({ key }) => key)
    fc.assert(
      fc.property(
        fc.subarray(gearKeys),
        fc.subarray(['knee', 'lower_back', 'shoulder', 'wrist', 'ankle', 'hip', 'neck', 'elbow'], { maxLength: 3 }),
        fc.subarray(
          CAUTIONS.filter(({ clearance }) => !clearance).map(({ words }) => words[0] ?? ''),
          { maxLength: 2 },
        ),
        fc.constantFrom('strength', 'muscle', 'endurance', 'race', 'weight_loss', 'mobility', 'health' as const),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 20 }),
        (gear, hurt, conditions, kind, sessions, sessionsLast28) => {
          const given = facts({
            gear,
            injuries: hurt.map((key) => injury(key)),
            safety: [AGE, ...conditions.map((name) => fact('condition', name))],
            goal: { ...GOAL, kind: kind as GoalRow['kind'] },
            sessionsLast28,
          })
          const limits = limitsOf(given.safety, given.injuries)
          const made = plan(given, { sessions })
          const reasons = [
            ...made.reasons,
            ...made.questions,
            ...made.exclusions.map(({ reason }) => reason),
            ...made.restDays.map(({ reason }) => reason),
            ...made.sessions.flatMap((one) => [...one.reasons, ...one.exercises.map(({ reason }) => reason)]),
            ...(made.refusal ? [made.refusal] : []),
          ]
          for (const code of new Set(reasons.map((one) => `workouts.reason_${one.code}`)))
            expect(
              SENTENCES.map((sentences) => code in sentences),
              code,
            ).toEqual([true, true])
          for (const session of made.sessions) {
            expect(session.rpe).toBeLessThanOrEqual(limits.maxRpe)
            expect(session.reasons.length).toBeGreaterThan(0)
            for (const one of session.exercises) {
              const exercise = exerciseWith(one.key)
              expect(exercise && exclusionOf(exercise, limits, new Set(gear))).toBeNull()
              expect(
                exercise?.stresses.filter((part) => hurt.some((key) => bodyPartWith(key)?.rulesOut.includes(part))),
              ).toEqual([])
              expect(one.reason.code).not.toBe('')
            }
          }
          expect(made.sessions.length).toBeLessThanOrEqual(Math.min(6, sessions))
          expect(new Set(made.sessions.map(({ date }) => date)).size).toBe(made.sessions.length)
          if (made.load.limit !== null) expect(made.load.planned).toBeLessThanOrEqual(made.load.limit)
        },
      ),
      { numRuns: 150 },
    )
  })
})
