import { exampleOf } from '../classifier/examples.ts'
import { featuresOf } from '../classifier/features.ts'
import { FIT, fitModel } from '../classifier/fit.ts'
import { type Model, probabilities } from '../classifier/model.ts'
import type { Phrase } from '../classifier/phrases.ts'
import type { Clause } from '../clause.ts'
import { signsOf } from '../marks.ts'
import type { Args } from '../types.ts'

// Which fields of its input a sentence fills, told by the sentence as a whole: "give me two more days" moves a deadline, "it
// takes two days" says how long.

/** A model for each tool whose phrases fill different fields; its classes are lists of fields. */
export type PresenceModels = Record<string, Model>

/** Probability that a field is filled, 0..1; `field=null` that it is to be emptied, `ref=@it` and `ref=@all` that no row is named. */
export type Presence = ReadonlyMap<string, number>

const markOf = (field: string, value: unknown): string[] => {
  if (value === null) return [`${field}=null`]
  if (field === 'ref' && (value === '@it' || value === '@all')) return [`ref=${value}`]
  return [field]
}
const shapeOf = (args: Args): string =>
  Object.entries(args)
    .flatMap(([field, value]) => markOf(field, value))
    .sort()
    .join(' ')

const LEAST_PHRASES = 3

/** Learns the lists of fields of every tool; those of fewer than three phrases are left out. */
export const fitPresence = (phrases: readonly Phrase[]): PresenceModels => {
  const models: PresenceModels = {}
  for (const [tool, own] of Map.groupBy(phrases, (phrase) => phrase.tool)) {
    const counts = new Map<string, number>()
    for (const { args } of own) counts.set(shapeOf(args), (counts.get(shapeOf(args)) ?? 0) + 1)
    const taught = own.filter(({ args }) => (counts.get(shapeOf(args)) ?? 0) >= LEAST_PHRASES)
    if (new Set(taught.map(({ args }) => shapeOf(args))).size < 2) continue
    models[tool] = fitModel(
      taught.map((phrase) => ({ ...exampleOf(phrase), tool: shapeOf(phrase.args) })),
      { ...FIT, epochs: 14, hidden: 16, minTexts: 3, bare: 0, nets: 1, kept: 0.4 },
    )
  }
  return models
}

/** What of a tool's input a clause fills; nothing for a tool whose phrases are all alike. */
export const createPresence =
  (models: PresenceModels) =>
  (clause: Clause, tool: string): Presence => {
    const odds = new Map<string, number>()
    const model = models[tool]
    if (!model) return odds
    const { plain, marks } = signsOf(clause)
    const shares = probabilities(model, featuresOf(plain, marks))
    model.classes.forEach((shape, at) => {
      if (shape !== '')
        for (const field of shape.split(' ')) odds.set(field, (odds.get(field) ?? 0) + (shares[at] ?? 0))
    })
    return odds
  }
