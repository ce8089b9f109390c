import { featuresOf } from './features.ts'
import { type Model, probabilities, rowsOf } from './model.ts'

export interface Score {
  tool: string
  /** Probability, 0..1; all scores of one text add up to 1. */
  score: number
}

export interface Classifier {
  classes: readonly string[]
  /** What the text asks for, likeliest first, `@smalltalk` and `@outofscope` included; `marks` as `marksOf` gives them. */
  classify(text: string, marks?: readonly string[]): Score[]
}

export const createClassifier = (model: Model): Classifier => {
  const rows = rowsOf(model.keys)
  const { classes } = model
  const classify = (text: string, marks: readonly string[] = []): Score[] => {
    const all = probabilities(model, rows, featuresOf(text, marks))
    return classes.map((tool, index) => ({ tool, score: all[index] ?? 0 })).sort((a, b) => b.score - a.score)
  }
  return { classes, classify }
}
