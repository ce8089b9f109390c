// Shops and services of both languages, and words that are none.
import { expect, it } from 'vitest'
import lexicon from '../knowledge/categories.json' with { type: 'json' }
import { readPayee } from './categories.ts'

it('knows shops and services however they are written', () => {
  const known: Record<string, string> = {
    чижик: 'groceries',
    'в глобусе': 'groceries',
    biedronka: 'groceries',
    'Morrisons 221': 'groceries',
    'суши вок': 'cafe',
    greggs: 'cafe',
    'free now': 'taxi',
    flixbus: 'transport',
    башнефть: 'car',
    'octopus energy': 'utilities',
    'межрегионгаз москва': 'utilities',
    йота: 'telecom',
    'кион подписка': 'subscriptions',
    icloud: 'subscriptions',
    кдл: 'health',
    eapteka: 'pharmacy',
    zalando: 'clothing',
    'кассир.ру': 'entertainment',
    roblox: 'games',
    waterstones: 'books',
    нетология: 'education',
    'wizz air': 'travel',
    zooplus: 'pets',
    фаберлик: 'beauty',
    puregym: 'sport',
    'media markt': 'electronics',
    'лемана про': 'home',
    kupujemprodajem: 'marketplace',
    росгосстрах: 'insurance',
    'royal mail': 'mail',
  }
  for (const [said, category] of Object.entries(known))
    expect([said, readPayee(said).category]).toEqual([said, category])
})

it('takes no ordinary word for a shop', () => {
  for (const said of [
    'да, обед',
    'gift idea',
    'netto',
    'манго',
    'рандеву',
    'отдохнули в парке',
    'урюк',
    'reserved table',
  ])
    expect([said, readPayee(said).category]).toEqual([said, null])
})

it('names every merchant once, by letters or numbers that can be found', () => {
  const forms = lexicon.categories.flatMap(({ merchants }) =>
    merchants.flatMap(({ name, forms: other }) => [name, ...other]),
  )
  expect(forms.length).toBeGreaterThan(900)
  for (const form of forms) expect(form).toMatch(/[\p{L}\p{N}]{2}|\p{L}.*\p{L}/u)
})
