import { createLexicon } from '../../embeddings/lexicon.ts'
import cueWords from './cues.json' with { type: 'json' }
import { shapeOf } from './shapes.ts'

/** What somebody wants done, in either language: "снеси", "get rid of" and "удали" are one. */
const ACTIONS: ReadonlySet<string> = new Set(
  'delete show change add search skip snooze done remember forget split consent export undo explain spend earn remind total'.split(
    ' ',
  ),
)
/** What it is done to. */
const OBJECTS: ReadonlySet<string> = new Set(
  'budget account category expense event task note memory reminder profile topic data free left'.split(' '),
)

export interface Cues {
  /** All cues of the text, words of several tokens included. */
  all: string[]
  /** The first action and the first object, '' when there is none: the verb and the noun a request usually turns on. */
  action: string
  object: string
  /** Amount or not, question or not, somebody else or not, a negation or not: what tells a request from a remark. */
  stance: string
  /** The first words, each as its shape or cue, so that "had ramen, 17" and "взял кофе 250" look alike. */
  outline: string
  /** Cues of the first words alone: what stands further on is often the title of something. */
  head: string[]
}

const lexicon = createLexicon(cueWords)
const OUTLINE_WORDS = 5
/** How many words at the start say what is wanted, rather than of what. */
export const HEAD_WORDS = 3
const AMOUNTS: ReadonlySet<string> = new Set(['#small', '#large', '#decimal', '#money'])

export const cuesOf = (tokens: readonly string[]): Cues => {
  const all = lexicon.conceptsOf(tokens).map(({ concept }) => concept)
  const shapes = tokens.map(shapeOf)
  const ofToken = tokens.map((token) => lexicon.conceptsOf([token]).map(({ concept }) => concept))
  const firstOf = (kind: ReadonlySet<string>): string => ofToken.flat().find((cue) => kind.has(cue)) ?? ''
  const action = firstOf(ACTIONS)
  const object = firstOf(OBJECTS)
  const flags = [
    shapes.some((shape) => shape !== null && AMOUNTS.has(shape)),
    all.includes('question') || all.includes('total') || tokens.at(-1) === '?',
    all.includes('other'),
    all.includes('no'),
  ]
  return {
    all,
    action,
    object,
    stance: `${action || object || '-'} ${flags.map(Number).join('')}`,
    outline: ofToken
      .slice(0, OUTLINE_WORDS)
      .map((cues, at) => shapes[at] ?? cues[0] ?? '_')
      .join(' '),
    head: ofToken.slice(0, HEAD_WORDS).flat(),
  }
}
