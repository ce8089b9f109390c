import { createLexicalVectors } from '../../embeddings/lexical.ts'
import type { Classifier } from './classify.ts'
import { OUT_OF_SCOPE, SMALL_TALK } from './phrases.ts'

export interface RankedTool {
  name: string
  title: string
  description: string
}

/** How much nearness of words counts beside what was learnt from phrases. */
const LEXICAL_SHARE = 0.5
/** Keeps a small learnt probability comparable with nearness: it is the order of the tools that counts, not the distance. */
const SOFTEN = 0.35

/**
 * The tools that fit a message best, for a model that cannot be shown all of them. A tool without phrases is judged by its
 * name, title and description alone, so a new one is found before anybody trained on it.
 */
export const createToolRanker = (classifier: Classifier) => {
  const vectorOf = createLexicalVectors()
  const described = new WeakMap<RankedTool, Float32Array>()
  const trained = new Set(classifier.classes)

  const describe = (tool: RankedTool): Float32Array => {
    const known = described.get(tool)
    if (known) return known
    const vector = vectorOf(`${tool.name.replaceAll('_', ' ')} ${tool.title} ${tool.description}`)
    described.set(tool, vector)
    return vector
  }

  const rankTools = <T extends RankedTool>(text: string, tools: readonly T[], k: number): T[] => {
    const learnt = shareOfTools(classifier, text)
    const message = sparse(vectorOf(text))
    return tools
      .map((tool) => {
        const near = nearness(message, describe(tool))
        const known = learnt.get(tool.name) ?? 0
        const score = trained.has(tool.name) ? known ** SOFTEN + LEXICAL_SHARE * near : (1 + LEXICAL_SHARE) * near
        return { tool, score }
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, k)
      .map(({ tool }) => tool)
  }
  return rankTools
}

/** Probabilities among tools only: that a message is out of scope says nothing about which tools are nearest to it. */
export const shareOfTools = (classifier: Classifier, text: string): Map<string, number> => {
  const tools = classifier.classify(text).filter(({ tool }) => tool !== SMALL_TALK && tool !== OUT_OF_SCOPE)
  const sum = tools.reduce((total, { score }) => total + score, 0)
  return new Map(tools.map(({ tool, score }) => [tool, sum > 0 ? score / sum : 0]))
}

interface Sparse {
  places: number[]
  values: number[]
}

/** A message touches a tenth of the dimensions; going over those alone makes 150 comparisons take 0.1 ms. */
const sparse = (vector: Float32Array): Sparse => {
  const places: number[] = []
  const values: number[] = []
  vector.forEach((value, place) => {
    if (value === 0) return
    places.push(place)
    values.push(value)
  })
  return { places, values }
}

const nearness = ({ places, values }: Sparse, dense: Float32Array): number => {
  let sum = 0
  for (let i = 0; i < places.length; i++) sum += (values[i] ?? 0) * (dense[places[i] ?? 0] ?? 0)
  return sum
}
