import type { Phrase } from './classifier/phrases.ts'
import { type Clause, clauseOf } from './clause.ts'
import type { PersonContext } from './types.ts'

/** The moment and place at which the arguments of all phrases are written. */
export const phraseContext = (lang: 'ru' | 'en'): PersonContext => ({
  now: new Date('2026-03-18T10:00:00+03:00'),
  timeZone: 'Europe/Moscow',
  locale: lang === 'ru' ? 'ru-RU' : 'en-US',
  currency: lang === 'ru' ? 'RUB' : 'USD',
  displayName: null,
})

/** A phrase as the planner reads it. */
export const clauseOfPhrase = ({ text, lang }: Pick<Phrase, 'text' | 'lang'>): Clause =>
  clauseOf(text, lang, phraseContext(lang))
