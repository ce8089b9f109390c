import { newId } from '../../core/ids.ts'
import { addDays } from '../../core/time.ts'
import type { Ctx, SafetyFact } from '../../tools/contract.ts'
import type { Rule } from '../contract.ts'
import { check } from './engine/check.ts'
import { type CheckResult, VERDICTS } from './engine/types.ts'
import { knowledge } from './knowledge/index.ts'
import { addStackChange, lastStackChange, supplementsBetween } from './repository.ts'
import { personOf } from './service.ts'
import { nameOf, showCheck } from './show.ts'
import { bodyOf, dayOf, showerFor } from './tools/body.ts'
import { itemOf } from './tools/diary.ts'
import { joined, say } from './words.ts'
import { saidFindings } from './words-check.ts'

/** What was taken this lately is what somebody takes. */
const LATELY_DAYS = 14
/** A change is news for so long. */
const NEWS_DAYS = 3

/** Everything taken lately, each thing once, as it was taken last. */
const stackOf = async (ctx: Ctx) => {
  const today = dayOf(ctx)
  const rows = await supplementsBetween(ctx.tx, ctx.user.id, addDays(today, -LATELY_DAYS), today)
  return [...new Map(rows.map((row) => [row.name.toLowerCase(), itemOf(row)])).values()]
}
const isStricter = (after: CheckResult, before: CheckResult): boolean =>
  VERDICTS.indexOf(after.verdict) > VERDICTS.indexOf(before.verdict)
/** Rules that only the second result breaks, seriously enough to speak up unasked. */
const added = (before: CheckResult, after: CheckResult): string[] => {
  const known = new Set(before.findings.map(({ ruleId }) => ruleId))
  return after.findings
    .filter(({ ruleId, severity }) => !known.has(ruleId) && severity !== 'minor')
    .map(({ ruleId }) => ruleId)
}

/** After a fact of the safety profile changed: what is taken is checked without it and with it. */
export const recheck = async (ctx: Ctx, factId: string): Promise<void> => {
  const facts = await ctx.safetyFacts()
  const items = await stackOf(ctx)
  if (items.length === 0 || !facts.some(({ source }) => source.id === factId)) return
  const verdictWith = (some: readonly SafetyFact[]): CheckResult =>
    check(knowledge(), { ...personOf(knowledge(), some, dayOf(ctx), {}), items })
  const before = verdictWith(facts.filter(({ source }) => source.id !== factId))
  const after = verdictWith(facts)
  const ruleIds = added(before, after)
  if (ruleIds.length === 0 || !isStricter(after, before)) return
  await addStackChange(ctx.tx, ctx.user.id, {
    id: newId(),
    factId,
    before: before.verdict,
    after: after.verdict,
    ruleIds,
    createdAt: ctx.now,
  })
}

/** A new medicine or illness that does not go with what is taken, said once, if it still holds when it is said. */
export const stackChanged: Rule = {
  id: 'nutrition.stack',
  check: async (ctx) => {
    const change = await lastStackChange(ctx.tx, ctx.user.id, new Date(ctx.now.getTime() - NEWS_DAYS * 86_400_000))
    if (!change) return null
    const facts = await ctx.safetyFacts()
    const fact = facts.find(({ source }) => source.id === change.factId)
    if (!fact) return null
    const items = await stackOf(ctx)
    const person = await bodyOf(ctx)
    const by = showerFor(ctx)
    const shown = showCheck(by, check(knowledge(), { ...person, items }), person, null)
    const still = shown.findings.filter(({ ruleId }) => change.ruleIds.includes(ruleId))
    if (still.length === 0) return null
    const named = [...new Set(still.map(({ subject }) => nameOf(by, subject)))]
    const { found } = saidFindings(still, shown.totals)
    return {
      topic: 'nutrition.stack',
      cause: `nutrition.stack:${change.factId}`,
      text: say('stack_changed', {
        fact: typeof fact.details?.['words'] === 'string' ? fact.details['words'] : fact.name,
        names: joined(named.map((text) => say('text', { text }))),
        findings: { list: found, join: 'lines' },
      }),
    }
  },
}
