import { describe, expect, it } from 'vitest'
import { clockedElsewhere, markedBusy } from './asides.ts'
import type { PersonContext } from './types.ts'

const at = (now: string, timeZone = 'Europe/Moscow'): PersonContext => ({
  now: new Date(now),
  timeZone,
  locale: 'ru-RU',
  currency: 'RUB',
  displayName: null,
})
const NOON = at('2026-03-18T12:00:00+03:00')

describe('an hour on another clock', () => {
  it.each([
    ['ru', 'созвон завтра в 10 утра по Нью-Йорку', 'America/New_York', 'созвон завтра в 10 утра'],
    ['ru', 'встреча в 15:00 по московскому времени в офисе', 'Europe/Moscow', 'встреча в 15:00 в офисе'],
    ['en', 'webinar on friday at 3pm London time', 'Europe/London', 'webinar on friday at 3pm'],
    ['en', 'call mom tomorrow at 9 Eastern time', 'America/New_York', 'call mom tomorrow at 9'],
  ] as const)('%s: %s', (lang, text, zone, rest) => {
    const found = clockedElsewhere(text, lang, NOON)
    expect(found).toMatchObject({ text: rest, context: { timeZone: zone } })
  })

  it.each([
    ['ru', 'прогулка по Москве завтра в 10'],
    ['ru', 'в 10 утра встреча по проекту'],
    ['en', 'dinner at 7, next time bring wine'],
    ['en', 'block some focus time at 9'],
  ] as const)('%s: is not heard in: %s', (lang, text) => {
    expect(clockedElsewhere(text, lang, NOON)).toBeUndefined()
  })

  it("keeps the person's own day, though it is still yesterday over there", () => {
    const found = clockedElsewhere('созвон завтра в 10 утра по Нью-Йорку', 'ru', at('2026-03-18T01:00:00+03:00'))
    expect(found?.context.now.toISOString()).toBe('2026-03-18T05:00:00.000Z')
  })
})

describe('whether an event takes time', () => {
  it.each([
    ['дежурство с 9 до 18, пометь, что я при этом свободен', false],
    ['day off on friday, block the whole day as busy', true],
    ["make it not busy, it's only a note", false],
  ])('is heard in: %s', (text, busy) => {
    expect(markedBusy(text)).toMatchObject({ busy })
  })
  it.each(['когда я завтра свободен?', 'am I free on friday', 'what is my busy day', 'встреча с Фридой в 5'])(
    'is not heard in: %s',
    (text) => {
      expect(markedBusy(text)).toBeUndefined()
    },
  )
})
