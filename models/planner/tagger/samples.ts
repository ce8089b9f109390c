import type { Phrase } from '../classifier/phrases.ts'
import { clauseOfPhrase, phraseContext } from '../phrase-clause.ts'
import { fitChoices } from './choices.ts'
import { fitSpans } from './fit-spans.ts'
import { goldLabels } from './gold.ts'
import { fitTagger, type Sample } from './perceptron.ts'
import { fitPresence } from './presence.ts'
import type { FieldsModel } from './tag.ts'
import { tokensOf } from './tokens.ts'

const sampleOf = ({ text, lang, tool, args }: Phrase): Sample => {
  const tokens = tokensOf(clauseOfPhrase({ text, lang }), tool)
  return { tool, tokens, labels: goldLabels(text, tokens, args, phraseContext(lang)) }
}

/** Learns which words of a sentence fill which field, on this thread. */
export const fitPhrases = (phrases: readonly Phrase[]): FieldsModel => {
  const samples = phrases.map(sampleOf)
  return {
    labels: fitTagger(samples),
    spans: fitSpans(samples),
    choices: fitChoices(phrases),
    presence: fitPresence(phrases),
  }
}
