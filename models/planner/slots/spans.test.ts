import { describe, expect, it } from 'vitest'
import type { Lang } from '../../../core/user.ts'
import { clauseOf } from '../clause.ts'
import { cuesOf } from '../cues.ts'
import { takeSets } from './sets.ts'
import { lastSeason, monthsIn, nextSeason, rollingFrom } from './spans.ts'
import type { Slots } from './state.ts'

const context = {
  now: new Date('2026-03-18T10:00:00+03:00'),
  timeZone: 'Europe/Moscow',
  locale: 'ru-RU',
  currency: 'RUB',
  displayName: null,
}
const slotsOf = (text: string, field = 'sets'): Slots => {
  const lang: Lang = /[а-я]/u.test(text) ? 'ru' : 'en'
  const clause = clauseOf(text, lang, context)
  return {
    tool: {
      name: 'workouts_log_workout',
      description: '',
      properties: { [field]: { type: 'array' } },
      required: new Set<string>(),
    },
    clause,
    whole: clause,
    cues: cuesOf(clause),
    context,
    args: {},
    used: [],
    tagged: true,
    presence: new Map(),
    fields: new Map(),
    names: [],
    parts: [],
  }
}

describe('lengths of months and seasons', () => {
  it.each([
    ['гарантия 2 года', 24],
    ['18 month warranty', 18],
    ['прогноз на полгода', 6],
    ['насос, гарантия полтора года', 18],
  ])('%s', (text, months) => {
    expect(monthsIn(slotsOf(text))?.months).toBe(months)
  })
  it.each([
    ['сколько я прошёл за неделю', '2026-03-12'],
    ['ремонты за год', '2025-03-18'],
    ['mood over the past month', '2026-02-18'],
    ['сон за прошлую неделю', undefined],
  ])('%s', (text, from) => {
    expect(rollingFrom(slotsOf(text))).toBe(from)
  })
  it('knows the last season and the next', () => {
    expect(lastSeason(slotsOf('ремонты за зиму'))).toEqual({ from: '2025-12-01', to: '2026-02-28' })
    expect(nextSeason(slotsOf('how far by summer'))).toBe('2026-06-01')
  })
})

describe('sets', () => {
  it.each([
    ['жим 4х8 80', [{ exercise: 'жим', sets: 4, reps: 8, weightKg: 80 }]],
    ['squat 3x5 225 lb', [{ exercise: 'squat', sets: 3, reps: 5, weightKg: 102.06 }]],
    ['clean and jerk 70 kg 3x2', [{ exercise: 'clean and jerk', sets: 3, reps: 2, weightKg: 70 }]],
    ['жим лёжа 90 на 3', [{ exercise: 'жим лёжа', reps: 3, weightKg: 90 }]],
    ['там был присед 5х5 по 95', [{ exercise: 'присед', sets: 5, reps: 5, weightKg: 95 }]],
    ['планка минута', [{ exercise: 'планка', seconds: 60 }]],
    ['bear crawl 60 seconds x 3', [{ exercise: 'bear crawl', sets: 3, seconds: 60 }]],
  ])('%s', (text, sets) => {
    const slots = slotsOf(text)
    takeSets(slots)
    expect(slots.args['sets']).toEqual(sets)
  })
})
