import { signsOf } from '../marks.ts'
import { clauseOfPhrase } from '../phrase-clause.ts'
import type { Example } from './fit.ts'
import type { Phrase } from './phrases.ts'

/** What of a phrase says which tool is meant. */
export type Taught = Pick<Phrase, 'text' | 'lang' | 'tool'>

/** A phrase as the classifier sees it in a conversation: mistyped commands put right, with the marks of grammar. */
export const exampleOf = ({ text, lang, tool }: Taught): Example => {
  const { plain, marks } = signsOf(clauseOfPhrase({ text, lang }))
  return { text: plain, marks, tool }
}
