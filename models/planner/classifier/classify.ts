import { type Model, probabilities, rowsOf } from './model.ts'
import { OUT_OF_SCOPE, SMALL_TALK } from './phrases.ts'

export interface Score {
  tool: string
  /** Probability, 0..1; all scores of one text add up to 1. */
  score: number
}

export interface Classifier {
  classes: readonly string[]
  /**
   * What the text asks for, likeliest first, `@smalltalk` and `@outofscope` included. With `allowedTools`, the share of
   * every other tool counts as out of scope: what may not be done must not turn into something that may.
   */
  classify(text: string, allowedTools?: readonly string[]): Score[]
}

export const createClassifier = (model: Model): Classifier => {
  const rows = rowsOf(model.keys)
  const { classes } = model
  const classify = (text: string, allowedTools?: readonly string[]): Score[] => {
    const all = probabilities(model, rows, text)
    const allowed = allowedTools && new Set([...allowedTools, SMALL_TALK, OUT_OF_SCOPE])
    const scores: Score[] = []
    let elsewhere = 0
    classes.forEach((tool, index) => {
      const score = all[index] ?? 0
      if (!allowed || allowed.has(tool)) scores.push({ tool, score })
      else elsewhere += score
    })
    if (elsewhere > 0) {
      const outside = scores.find((entry) => entry.tool === OUT_OF_SCOPE)
      if (outside) outside.score += elsewhere
      else scores.push({ tool: OUT_OF_SCOPE, score: elsewhere })
    }
    return scores.sort((a, b) => b.score - a.score)
  }
  return { classes, classify }
}
