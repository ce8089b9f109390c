import { localDateOf } from '../../../core/time.ts'
import { type Lang, langOf } from '../../../core/user.ts'
import type { Ctx, SafetyFact } from '../../../tools/contract.ts'
import { check } from '../engine/check.ts'
import { BadItem } from '../engine/stack.ts'
import type { CheckResult, Item, StackInput } from '../engine/types.ts'
import { knowledge } from '../knowledge/index.ts'
import type { About } from '../schema.ts'
import { invalid, isOther, personOf } from '../service.ts'
import type { Shower } from '../show.ts'
import { inTurn } from './queue.ts'

/** The person's day of an instant. */
export const dayOf = (ctx: Ctx, at: Date = ctx.now): string => localDateOf(at, ctx.user.timeZone)
export const langFor = (ctx: Ctx): Lang => langOf(ctx.user.locale)

/** Facts the person let us use: without the consent to health data only what the account says. */
export const factsOf = async (ctx: Ctx): Promise<SafetyFact[]> => {
  const facts = await ctx.safetyFacts()
  return mayUse(ctx) ? facts : facts.filter(({ source }) => source.domain === 'account')
}
const mayUse = ({ user }: Ctx): boolean => user.consents.includes('health')

/** The person as the engine takes them: their profile, with what the input says of them. */
export const bodyOf = async (ctx: Ctx, about: About = {}): Promise<Omit<StackInput, 'items'>> =>
  personOf(knowledge(), await factsOf(ctx), dayOf(ctx), about)

/** How results are told to this person. */
export const showerFor = (ctx: Ctx, about: About = {}): Shower => ({
  knowledge: knowledge(),
  lang: langFor(ctx),
  profile: mayUse(ctx) || isOther(about),
})

/** An amount that cannot be counted is an error about its item. */
export const counted = <T>(items: readonly Item[], run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof BadItem)) throw error
    const same = items.indexOf(error.item)
    const at = same >= 0 ? same : items.findIndex(({ name }) => name === error.item.name)
    throw invalid(`items.${Math.max(at, 0)}`, `bad_${error.why}`, {
      name: error.item.name,
      amount: error.item.amount ?? 0,
      unit: error.item.unit ?? '',
    })
  }
}
export const checked = (input: StackInput): Promise<CheckResult> =>
  inTurn(() => counted(input.items, () => check(knowledge(), input)))
