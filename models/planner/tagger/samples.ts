import type { Phrase } from '../classifier/phrases.ts'
import { clauseOf } from '../clause.ts'
import type { PersonContext } from '../types.ts'
import { goldLabels } from './gold.ts'
import { fitTagger, type Sample, type TaggerModel } from './perceptron.ts'
import { tokensOf } from './tokens.ts'

/** The moment and place at which the arguments of all phrases are written. */
export const phraseContext = (lang: 'ru' | 'en'): PersonContext => ({
  now: new Date('2026-03-18T10:00:00+03:00'),
  timeZone: 'Europe/Moscow',
  locale: lang === 'ru' ? 'ru-RU' : 'en-US',
  currency: lang === 'ru' ? 'RUB' : 'USD',
  displayName: null,
})

const sampleOf = ({ text, lang, tool, args }: Phrase): Sample => {
  const context = phraseContext(lang)
  const clause = clauseOf(text, lang, context)
  const tokens = tokensOf(clause, tool)
  return { tool, tokens, labels: goldLabels(text, tokens, args, context) }
}

/** Learns which words of a sentence fill which field, on this thread. */
export const fitPhrases = (phrases: readonly Phrase[]): TaggerModel => fitTagger(phrases.map(sampleOf))
