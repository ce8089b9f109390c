import { exampleOf } from '../classifier/examples.ts'
import { featuresOf } from '../classifier/features.ts'
import { FIT, fitModel } from '../classifier/fit.ts'
import { type Model, probabilities } from '../classifier/model.ts'
import type { Phrase } from '../classifier/phrases.ts'
import type { Clause } from '../clause.ts'
import { signsOf } from '../marks.ts'

// Fields whose value is one of a few codes (`granted`, `topic`, `status`) are told by the sentence as a whole, not by words to copy.

/** A model for each such field, by tool. */
export type ChoiceModels = Record<string, Record<string, Model>>

/** The likeliest value of a field; undefined says that it is left out. */
export interface Choice {
  field: string
  value: string | boolean | undefined
  /** Probability, 0..1. */
  share: number
}

const ABSENT = 'absent'
const LEAST_PHRASES = 15
const MOST_VALUES = 24
const CODE = /^[a-z]+(?:[._-][a-zA-Z]+)*$/

/** Of the values of a field so many must be codes; the others are words of the person's own. */
const MOSTLY = 0.8
const isCode = (value: unknown): boolean =>
  typeof value === 'boolean' || (typeof value === 'string' && CODE.test(value))

/** A field is a choice when its values are codes that mostly do not stand in the text. */
const isChoice = (phrases: readonly Phrase[], field: string): boolean => {
  const said = phrases.filter(({ args }) => args[field] !== undefined && args[field] !== null)
  const filled = said.filter(({ args }) => isCode(args[field]))
  const values = new Set(filled.map(({ args }) => args[field]))
  if (filled.length < LEAST_PHRASES || filled.length < said.length * MOSTLY || values.size > MOST_VALUES) return false
  const copied = filled.filter(({ text, args }) => text.toLowerCase().includes(String(args[field])))
  return copied.length * 2 < filled.length
}

const labelOf = (value: unknown): string => (value === undefined ? ABSENT : String(value))
const codeOf = (label: string): Choice['value'] =>
  label === ABSENT ? undefined : label === 'true' ? true : label === 'false' ? false : label

/** Learns every choice of every tool from its phrases. */
export const fitChoices = (phrases: readonly Phrase[]): ChoiceModels => {
  const models: ChoiceModels = {}
  for (const [tool, own] of Map.groupBy(phrases, (phrase) => phrase.tool)) {
    const fields = [...new Set(own.flatMap(({ args }) => Object.keys(args)))].filter((field) => isChoice(own, field))
    if (fields.length === 0) continue
    const read = own.map((phrase) => ({ ...exampleOf(phrase), args: phrase.args }))
    models[tool] = Object.fromEntries(
      fields.map((field) => [
        field,
        fitModel(
          read
            .filter(({ args }) => args[field] === undefined || isCode(args[field]))
            .map(({ text, marks, args }) => ({ text, marks, tool: labelOf(args[field]) })),
          { ...FIT, epochs: 20, hidden: 16, minTexts: 2, bare: 0, nets: 1, kept: 0.4 },
        ),
      ]),
    )
  }
  return models
}

/** What a clause chooses for the coded fields of a tool; nothing for a tool that has none. */
export const createChooser =
  (models: ChoiceModels) =>
  (clause: Clause, tool: string): Choice[] => {
    const fields = models[tool]
    if (!fields) return []
    const { plain, marks } = signsOf(clause)
    const features = featuresOf(plain, marks)
    return Object.entries(fields).map(([field, model]) => {
      const shares = probabilities(model, features)
      const share = Math.max(...shares)
      return { field, value: codeOf(model.classes[shares.indexOf(share)] ?? ABSENT), share }
    })
  }
