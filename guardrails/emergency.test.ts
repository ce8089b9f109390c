import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Messages } from '../core/messages.ts'
import cases from './emergency.cases.json' with { type: 'json' }
import { EMERGENCY_KINDS, emergencyReply, findEmergency } from './emergency.ts'
import { cleanText } from './limits.ts'

const catalogOf = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`messages.${lang}.json`, import.meta.url), 'utf8')) as Record<string, string>
const messages = new Messages({ ru: catalogOf('ru'), en: catalogOf('en') })
const reader = (locale: string) => ({ locale, timeZone: 'Europe/Moscow', now: new Date('2026-03-18T07:00:00Z') })

describe.each(['ru', 'en'] as const)('an emergency told in %s', (lang) => {
  it.each(cases.emergency[lang] as [string, string][])('%s: %s', (kind, text) => {
    expect(findEmergency(text, [])).toEqual({ kind, rule: `emergency.${kind}` })
  })
  it.each(cases.emergency[lang] as [string, string][])('%s in capitals: %s', (kind, text) => {
    expect(findEmergency(`${text.toUpperCase()}!!!`, [])?.kind).toBe(kind)
  })
})

describe.each(['ru', 'en'] as const)('ordinary speech in %s', (lang) => {
  it.each(cases.ordinary[lang].map((text) => [text]))('%s', (text) => {
    expect(findEmergency(text, [])).toBeNull()
  })
})

describe('the last messages', () => {
  it.each(cases.continued as [string[], string, string | null][])('%j then "%s": %s', (recent, text, kind) => {
    expect(findEmergency(text, recent)?.kind ?? null).toBe(kind)
  })

  it('a long message stands for itself', () => {
    const long = 'запланируй на завтра созвон с леной в три часа дня и напомни за полчаса до него'
    expect(findEmergency(long, ['у мамы инсульт'])).toBeNull()
  })
})

describe('phrases that train the planner', () => {
  const rooms = ['account', 'calendar', 'finance', 'reminders', 'tasks']
  it.each(rooms)('none of %s is an emergency', (room) => {
    const file = readFileSync(new URL(`../domains/${room}/phrases.jsonl`, import.meta.url), 'utf8')
    const texts = file
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text)
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter((text) => findEmergency(text, []))).toEqual([])
  })
})

describe('hidden characters', () => {
  it('do not hide an emergency', () => {
    expect(findEmergency(cleanText('дави\u200bт в гру\u2060ди'), [])?.kind).toBe('chest_pain')
    expect(findEmergency(cleanText('I want\u00a0to\u200d die'), [])?.kind).toBe('suicide')
  })
})

describe('the fixed reply', () => {
  it.each(EMERGENCY_KINDS.map((kind) => [kind]))('%s begins with a number to call, in both languages', (kind) => {
    for (const [country, locale] of [
      ['RU', 'ru-RU'],
      ['RS', 'ru-RU'],
      ['US', 'en-US'],
      ['GB', 'en-GB'],
      ['DE', 'en-GB'],
    ] as const) {
      const said = messages.render(emergencyReply(kind, country), reader(locale))
      expect(said).toMatch(/^\d/u)
      expect(said.length).toBeLessThan(320)
      expect(said).not.toContain('!')
      expect(said).not.toMatch(/[{}]/u)
    }
  })

  it.each([
    ['chest_pain', 'RU', '103'],
    ['chest_pain', 'RS', '194'],
    ['chest_pain', 'FR', '112'],
    ['chest_pain', 'US', '911'],
    ['chest_pain', 'GB', '999'],
    ['suicide', 'US', '988'],
    ['suicide', 'GB', '111'],
    ['fire', 'RU', '112'],
    ['fire', 'US', '911'],
  ])('%s in %s: %s first', (kind, country, number) => {
    const locale = country === 'RU' ? 'ru-RU' : 'en-US'
    expect(messages.render(emergencyReply(kind, country), reader(locale)).startsWith(number)).toBe(true)
  })

  it('names no number of another country', () => {
    for (const kind of EMERGENCY_KINDS) {
      const said = messages.render(emergencyReply(kind, 'US'), reader('ru-RU'))
      expect(said).not.toMatch(/103|112|999/u)
    }
  })
})

describe('cost', () => {
  it('a message of 8,000 characters is judged in a few milliseconds', () => {
    const long = 'не болит ничего и в груди всё хорошо, купить хлеб и молоко; '.repeat(140).slice(0, 8_000)
    findEmergency(long, [])
    const started = performance.now()
    findEmergency(long, [])
    expect(performance.now() - started).toBeLessThan(100)
  })
})
