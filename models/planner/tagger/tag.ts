import type { Clause } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { tidy } from '../words.ts'
import { type Choice, type ChoiceModels, createChooser } from './choices.ts'
import { OUTSIDE } from './gold.ts'
import { decode, type TaggerModel } from './perceptron.ts'
import { createPresence, type Presence, type PresenceModels } from './presence.ts'
import { findSpans, SEVERAL, type SpanModel, spanReader } from './spans.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a clause gives to the fields of a tool, by the words alone. */
export interface Tagged {
  /** Words of text fields, as said. */
  texts: Readonly<Record<string, string>>
  /** The words of each run of a field, in order, with their place in the text. */
  runs: readonly { field: string; text: string; start: number; end: number }[]
  /** Which field each time or sum belongs to; `O` for none. */
  fields: ReadonlyMap<Mention, string>
  presence: Presence
}
export interface Tagger {
  /** Undefined for a tool without phrases; one of the text fields `atLeast` is filled, however unsure. */
  read(clause: Clause, tool: string, atLeast?: readonly string[]): Tagged | undefined
  /** The likeliest value of each field that is one of a few codes. */
  choose(clause: Clause, tool: string): Choice[]
}

interface Run {
  field: string
  tokens: Token[]
}

const runsOf = (tokens: readonly Token[], labels: readonly string[]): Run[] => {
  const runs: Run[] = []
  tokens.forEach((token, index) => {
    const field = labels[index] ?? OUTSIDE
    const last = runs.at(-1)
    // The sum between two parts parts them.
    if (field === 'parts' && (token.mention || !/\p{L}/u.test(token.plain)))
      runs.push({ field: OUTSIDE, tokens: [token] })
    else if (last && last.field === field) last.tokens.push(token)
    else runs.push({ field, tokens: [token] })
  })
  return runs.filter((run) => run.field !== OUTSIDE)
}

/** What was learnt of fields: which mention fills which, where the words of a text field stand, which code is meant, what is filled at all. */
export interface FieldsModel {
  labels: TaggerModel
  spans: SpanModel
  choices: ChoiceModels
  presence: PresenceModels
}

/** A tagger that knows the fields of the tools it was trained on. */
export const createTagger = (model: FieldsModel): Tagger => {
  const knownToLabels = new Set(model.labels.known)
  const spanModel = spanReader(model.spans)
  const presenceOf = createPresence(model.presence)
  const read = (clause: Clause, tool: string, atLeast?: readonly string[]): Tagged | undefined => {
    const tokens = tokensOf(clause, tool)
    const labels = decode(model.labels, knownToLabels, tool, tokens)
    const presence = presenceOf(clause, tool)
    const spans = findSpans(spanModel, tool, tokens, presence, atLeast)
    if (!labels || !spans) return undefined
    const fields = new Map<Mention, string>()
    tokens.forEach((token, index) => {
      if (token.mention) fields.set(token.mention, labels[index] ?? OUTSIDE)
    })
    const several = runsOf(tokens, labels).filter((run) => SEVERAL.has(run.field))
    // "вынести мусор вечером": a time at the end of a name belongs to the field that it fills.
    const belongsElsewhere = (at: number, field: string): boolean =>
      tokens[at]?.mention !== undefined && labels[at] !== OUTSIDE && labels[at] !== field
    const single = spans.map(({ field, from, to }): Run => {
      let last = to
      while (last > from && belongsElsewhere(last, field)) last--
      return { field, tokens: tokens.slice(from, last + 1) }
    })
    const texts: Record<string, string> = {}
    const runs: { field: string; text: string; start: number; end: number }[] = []
    for (const run of [...several, ...single]) {
      const [first] = run.tokens
      const last = run.tokens.at(-1)
      const at = first ? tokens.indexOf(first) : 0
      const isElsewhere = run.tokens.every((token) => token.mention) && belongsElsewhere(at, run.field)
      if (!first || !last || isElsewhere) continue
      const text = tidy(clause.text.slice(first.start, last.end))
      if (text === '') continue
      runs.push({ field: run.field, text, start: first.start, end: last.end })
      texts[run.field] = texts[run.field] === undefined ? text : `${texts[run.field]} ${text}`
    }
    return { texts, runs, fields, presence }
  }
  return { read, choose: createChooser(model.choices) }
}
