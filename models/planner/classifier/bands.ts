import type { Score } from './classify.ts'
import { OUT_OF_SCOPE, SMALL_TALK } from './phrases.ts'

/** `act`: do it; `choose`: offer the likeliest few; `decline`: say honestly that this is not for us. */
export type Band = 'act' | 'choose' | 'decline'

export interface Thresholds {
  /** Least probability of the best tool to act on it. */
  act: number
  /** Least lead over the second best tool. */
  lead: number
  /** Least probability of all tools together to offer a choice. */
  choose: number
}

/** Found by `scripts/measure-classifier.ts` (table "bands"): a wrong write is the worst answer, so a write needs more certainty. */
export const THRESHOLDS: Readonly<Record<'read' | 'write', Thresholds>> = {
  read: { act: 0.45, lead: 0.1, choose: 0.4 },
  write: { act: 0.6, lead: 0.2, choose: 0.4 },
}

const READ_VERBS =
  /_(?:list|get|search|find|summarise|forecast|can|suggest|explain|check|propose|plan|export|morning|evening)(?:_|$)/
const NOT_READS = new Set(['home_check_list_item'])

/** By the catalogue's naming rule: the verb of a tool's name tells whether it only reads. */
export const isReadByName = (tool: string): boolean => READ_VERBS.test(tool) && !NOT_READS.has(tool)

/** What certainty allows. `scores` as `classify` returns them, likeliest first. */
export const bandOf = (scores: readonly Score[], isRead: (tool: string) => boolean = isReadByName): Band => {
  const tools = scores.filter(({ tool }) => tool !== SMALL_TALK && tool !== OUT_OF_SCOPE)
  const [best, second] = tools
  if (!best) return 'decline'
  const limits = THRESHOLDS[isRead(best.tool) ? 'read' : 'write']
  const isTop = scores[0]?.tool === best.tool
  if (isTop && best.score >= limits.act && best.score - (second?.score ?? 0) >= limits.lead) return 'act'
  const anyTool = tools.reduce((sum, { score }) => sum + score, 0)
  return anyTool >= limits.choose ? 'choose' : 'decline'
}
