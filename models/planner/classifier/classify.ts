import { createCarrier } from '../carrier.ts'
import type { Clause } from '../clause.ts'
import type { Signs } from '../marks.ts'
import type { TaggerModel } from '../tagger/perceptron.ts'
import { featuresOf } from './features.ts'
import { type Model, probabilities } from './model.ts'

export interface Score {
  tool: string
  /** Probability, 0..1; all scores of one text add up to 1. */
  score: number
}

export interface Classifier {
  classes: readonly string[]
  /** What a text asks for by its words alone, likeliest first, `@smalltalk` and `@outofscope` included. */
  classify(text: string): Score[]
  /** The same for a clause, by its grammar and its carrier phrase as well. */
  judge(clause: Clause, signs: Signs): Score[]
}

/** What was learnt of tools, as plain data. */
export interface ClassesModel {
  net: Model
  carrier: TaggerModel
}

export const createClassifier = ({ net, carrier }: ClassesModel): Classifier => {
  const carrierOf = createCarrier(carrier)
  const judged = new WeakMap<Clause, Score[]>()
  const { classes } = net
  const score = (text: string, marks: readonly string[]): Score[] => {
    const all = probabilities(net, featuresOf(text, marks))
    return classes.map((tool, index) => ({ tool, score: all[index] ?? 0 })).sort((a, b) => b.score - a.score)
  }
  return {
    classes,
    classify: (text) => score(text, []),
    judge: (clause, { plain, marks }) => {
      const scores = judged.get(clause) ?? score(plain, [...marks, ...carrierOf(clause)])
      judged.set(clause, scores)
      return scores
    },
  }
}
