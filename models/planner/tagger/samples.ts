import type { Phrase } from '../classifier/phrases.ts'
import { clauseOfPhrase, phraseContext } from '../phrase-clause.ts'
import { goldLabels } from './gold.ts'
import { fitTagger, type Sample, type TaggerModel } from './perceptron.ts'
import { tokensOf } from './tokens.ts'

const sampleOf = ({ text, lang, tool, args }: Phrase): Sample => {
  const tokens = tokensOf(clauseOfPhrase({ text, lang }), tool)
  return { tool, tokens, labels: goldLabels(text, tokens, args, phraseContext(lang)) }
}

/** Learns which words of a sentence fill which field, on this thread. */
export const fitPhrases = (phrases: readonly Phrase[]): TaggerModel => fitTagger(phrases.map(sampleOf))
