import { signsOf } from '../marks.ts'
import { clauseOfPhrase } from '../phrase-clause.ts'
import { bandOf, isReadByName } from './bands.ts'
import type { Classifier, Score } from './classify.ts'
import { isHeldOut, OUT_OF_SCOPE, type Phrase, SMALL_TALK } from './phrases.ts'
import { createToolRanker, type RankedTool } from './rank-tools.ts'

export interface LanguageResult {
  texts: number
  /** Share whose likeliest class is the meant one. */
  accuracy: number
  /** Share of texts meant for a tool that certainty allows to act on, and how many of those acts are right. */
  acted: number
  rightWhenActed: number
  /** Texts that ask for nothing we do, and the share of them that would be acted on at all, or with a write. */
  nonTools: number
  falseActs: number
  falseWrites: number
}

export interface BandRow {
  kind: 'read' | 'write'
  act: number
  acted: number
  wrong: number
  onNothing: number
}

export interface Wrong {
  text: string
  meant: string
  taken: string
  score: number
}

export interface Measured {
  phrases: number
  heldOut: number
  classes: number
  p95Ms: number
  languages: Record<'ru' | 'en', LanguageResult>
  recallAt12: number
  bands: BandRow[]
  confusions: { meant: string; taken: string; times: number }[]
  wrong: Wrong[]
}

interface Judged {
  phrase: Phrase
  scores: Score[]
  best: Score
  acts: boolean
}

const isTool = (name: string): boolean => name !== SMALL_TALK && name !== OUT_OF_SCOPE
const share = <T>(rows: readonly T[], test: (row: T) => boolean): number =>
  rows.length === 0 ? 0 : rows.filter(test).length / rows.length

/** Judges a classifier on the fifth it was not trained on. `tools` adds titles and descriptions to the ranking. */
export const measure = (
  classifier: Classifier,
  phrases: readonly Phrase[],
  tools?: readonly RankedTool[],
): Measured => {
  const heldOut = phrases.filter(({ text }) => isHeldOut(text))
  const { judged, p95Ms } = judge(classifier, heldOut)
  const wrong = judged
    .filter(({ phrase, best }) => best.tool !== phrase.tool)
    .map(({ phrase, best }) => ({ text: phrase.text, meant: phrase.tool, taken: best.tool, score: best.score }))
  return {
    phrases: phrases.length,
    heldOut: heldOut.length,
    classes: classifier.classes.length,
    p95Ms,
    languages: { ru: ofLanguage(judged, 'ru'), en: ofLanguage(judged, 'en') },
    recallAt12: recallAt(12, classifier, heldOut, tools ?? classifier.classes.filter(isTool).map(nameOnly)),
    bands: bandRows(judged),
    confusions: confusionsOf(wrong),
    wrong,
  }
}

const nameOnly = (name: string): RankedTool => ({ name, title: '', description: '' })

const judge = (classifier: Classifier, phrases: readonly Phrase[]): { judged: Judged[]; p95Ms: number } => {
  const times: number[] = []
  // The first texts run uncompiled code and fill the memo of stems; people do not wait for those.
  for (const { text } of phrases) classifier.classify(text)
  const judged = phrases.map((phrase): Judged => {
    const clause = clauseOfPhrase(phrase)
    const before = performance.now()
    const scores = classifier.judge(clause, signsOf(clause))
    times.push(performance.now() - before)
    return { phrase, scores, best: scores[0] ?? { tool: OUT_OF_SCOPE, score: 0 }, acts: bandOf(scores) === 'act' }
  })
  times.sort((a, b) => a - b)
  return { judged, p95Ms: times[Math.floor(times.length * 0.95)] ?? 0 }
}

const ofLanguage = (all: readonly Judged[], lang: 'ru' | 'en'): LanguageResult => {
  const judged = all.filter(({ phrase }) => phrase.lang === lang)
  const asking = judged.filter(({ phrase }) => isTool(phrase.tool))
  const idle = judged.filter(({ phrase }) => !isTool(phrase.tool))
  return {
    texts: judged.length,
    accuracy: share(judged, ({ phrase, best }) => best.tool === phrase.tool),
    acted: share(asking, ({ acts }) => acts),
    rightWhenActed: share(
      asking.filter(({ acts }) => acts),
      ({ phrase, best }) => best.tool === phrase.tool,
    ),
    nonTools: idle.length,
    falseActs: share(idle, ({ acts }) => acts),
    falseWrites: share(idle, ({ acts, best }) => acts && !isReadByName(best.tool)),
  }
}

const recallAt = (
  k: number,
  classifier: Classifier,
  phrases: readonly Phrase[],
  tools: readonly RankedTool[],
): number => {
  const rank = createToolRanker(classifier)
  const asking = phrases.filter(({ tool }) => isTool(tool))
  return share(asking, ({ text, tool }) => rank(text, tools, k).some(({ name }) => name === tool))
}

const bandRows = (judged: readonly Judged[]): BandRow[] =>
  (['read', 'write'] as const).flatMap((kind) => {
    const ofKind = (tool: string): boolean => isTool(tool) && isReadByName(tool) === (kind === 'read')
    return [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7].map((act): BandRow => {
      const asking = judged.filter(({ phrase }) => ofKind(phrase.tool))
      const acts = judged.filter(({ best }) => ofKind(best.tool) && best.score >= act)
      return {
        kind,
        act,
        acted: share(asking, ({ best }) => ofKind(best.tool) && best.score >= act),
        wrong: share(acts, ({ phrase, best }) => phrase.tool !== best.tool),
        onNothing: share(
          judged.filter(({ phrase }) => !isTool(phrase.tool)),
          ({ best }) => ofKind(best.tool) && best.score >= act,
        ),
      }
    })
  })

const confusionsOf = (wrong: readonly Wrong[]): Measured['confusions'] => {
  const pairs = Map.groupBy(wrong, ({ meant, taken }) => `${meant} ${taken}`)
  return [...pairs.values()]
    .map((rows) => ({ meant: rows[0]?.meant ?? '', taken: rows[0]?.taken ?? '', times: rows.length }))
    .sort((a, b) => b.times - a.times)
}
