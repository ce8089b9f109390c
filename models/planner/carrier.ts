import type { Phrase } from './classifier/phrases.ts'
import { fnv1a } from './classifier/words.ts'
import type { Clause } from './clause.ts'
import { clauseOfPhrase, phraseContext } from './phrase-clause.ts'
import { goldLabels, OUTSIDE } from './tagger/gold.ts'
import { decode, fitTagger, type Sample, type TaggerModel } from './tagger/perceptron.ts'
import { type Token, tokensOf } from './tagger/tokens.ts'

// The carrier phrase of a request: what is left of "i need a reminder to change the bandage" when the names are taken out.
// Which words are names is told before the tool is known, so "change" there asks for no change.

/** The tagger learns one kind of sentence: any. */
const ANY = 'any'
const NAME = 'name'
const FOLDS = 4

const namesIn = (labels: readonly string[], tokens: readonly Token[]): string[] =>
  labels.map((label, at) => (label !== OUTSIDE && !tokens[at]?.mention ? NAME : OUTSIDE))

const outlineOf = (tokens: readonly Token[], labels: readonly string[]): string[] =>
  tokens.flatMap((token, at) => {
    const isName = (one: number): boolean => labels[one] === NAME && !tokens[one]?.mention
    if (!isName(at)) return [token.stem]
    return at > 0 && isName(at - 1) ? [] : [`<${NAME}>`]
  })

/** The carrier phrase as marks: its words, runs of two and three, itself as a whole. */
const marksOf = (outline: readonly string[]): string[] => {
  const bordered = ['^', ...outline, '$']
  const words = outline.filter((part) => !part.startsWith('<'))
  return [
    ...outline.map((part) => `carrier ${part}`),
    ...bordered.slice(1).map((part, at) => `carrier2 ${bordered[at]} ${part}`),
    ...bordered
      .slice(2)
      .flatMap((part, at) => [
        `carrier3 ${bordered[at]} ${bordered[at + 1]} ${part}`,
        `carrier-gap ${bordered[at]} ${part}`,
      ]),
    `carrier-whole ${outline.join(' ')}`,
    `carrier-words ${words.join(' ')}`,
    `carrier-shape ${outline.map((part) => (part.startsWith('<') ? part : 'w')).join(' ')}`,
  ]
}

/** The marks of a clause's carrier phrase. */
export const createCarrier = (model: TaggerModel): ((clause: Clause) => string[]) => {
  const known = new Set(model.known)
  return (clause) => {
    const tokens = tokensOf(clause, ANY)
    return marksOf(outlineOf(tokens, decode(model, known, ANY, tokens) ?? []))
  }
}

const sampleOf = ({ text, lang, args }: Phrase): Sample => {
  const tokens = tokensOf(clauseOfPhrase({ text, lang }), ANY)
  return { tool: ANY, tokens, labels: namesIn(goldLabels(text, tokens, args, phraseContext(lang)), tokens) }
}

/**
 * Learns to tell names from the carrier phrase. `marks` are those of each phrase by a tagger that never saw it: the
 * classifier must learn from what it will meet.
 */
export const fitCarrier = (phrases: readonly Phrase[]): { model: TaggerModel; marks: string[][] } => {
  const taught = phrases.flatMap((phrase) =>
    phrase.tool.startsWith('@') ? [] : [{ phrase, sample: sampleOf(phrase) }],
  )
  const foldOf = ({ text }: Phrase): number => fnv1a(`fold ${text}`) % FOLDS
  const carriers = Array.from({ length: FOLDS }, (_, fold) =>
    createCarrier(fitTagger(taught.flatMap(({ phrase, sample }) => (foldOf(phrase) === fold ? [] : [sample])))),
  )
  return {
    model: fitTagger(taught.map(({ sample }) => sample)),
    marks: phrases.map((phrase) => carriers[foldOf(phrase)]?.(clauseOfPhrase(phrase)) ?? []),
  }
}
