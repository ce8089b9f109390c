import type { Score } from './classify.ts'
import { OUT_OF_SCOPE, SMALL_TALK } from './phrases.ts'

/** `act`: do it; `choose`: offer the likeliest few, or ask whether the only likely one is meant; `decline`: say honestly that this is not for us. */
export type Band = 'act' | 'choose' | 'decline'

export interface Thresholds {
  /** Least probability of the best tool to act on it. */
  act: number
  /** Least lead over whatever comes second. */
  lead: number
}

/** Found by cross-validation on the phrases that are trained on: a wrong write is the worst answer, so a write needs more certainty. */
export const THRESHOLDS: Readonly<Record<'read' | 'write', Thresholds>> = {
  read: { act: 0.27, lead: 0.03 },
  write: { act: 0.85, lead: 0.7 },
}
/** Least probability of a tool to be offered, and how many are. */
const OFFERED = 0.12
const MOST_OFFERED = 3
/** Least probability of the only likely tool to ask whether it is meant. */
const ALONE = 0.4
/** Beyond this nothing we do is meant. */
const ELSEWHERE = 0.6

const READ_VERBS =
  /_(?:list|get|search|find|summarise|forecast|can|suggest|explain|check|propose|select|plan|export|morning|evening)(?:_|$)/
const NOT_READS = new Set(['home_check_list_item'])

/** By the catalogue's naming rule: the verb of a tool's name tells whether it only reads. */
export const isReadByName = (tool: string): boolean => READ_VERBS.test(tool) && !NOT_READS.has(tool)

const isTool = ({ tool }: Score): boolean => tool !== SMALL_TALK && tool !== OUT_OF_SCOPE

/** The few tools to offer when none is sure enough. `scores` as `classify` returns them, likeliest first. */
export const offered = (scores: readonly Score[]): string[] =>
  scores
    .filter((one) => isTool(one) && one.score >= OFFERED)
    .slice(0, MOST_OFFERED)
    .map(({ tool }) => tool)

/** What certainty allows. `scores` as `classify` returns them, likeliest first. */
export const bandOf = (scores: readonly Score[]): Band => {
  const [top, second] = scores
  if (!top || top.tool === SMALL_TALK || (top.tool === OUT_OF_SCOPE && top.score > ELSEWHERE)) return 'decline'
  const { act, lead } = THRESHOLDS[isReadByName(top.tool) ? 'read' : 'write']
  if (isTool(top) && top.score >= act && top.score - (second?.score ?? 0) >= lead) return 'act'
  return offered(scores).length > 1 || (isTool(top) && top.score >= ALONE) ? 'choose' : 'decline'
}
