import { localDateOf } from '../../../core/time.ts'
import { type Lang, langOf } from '../../../core/user.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { check } from '../engine/check.ts'
import { BadItem } from '../engine/stack.ts'
import type { CheckResult, Item, StackInput } from '../engine/types.ts'
import { knowledge } from '../knowledge/index.ts'
import type { Instead } from '../schema.ts'
import { invalid, personOf } from '../service.ts'

/** The person's day of an instant. */
export const dayOf = (ctx: Ctx, at: Date = ctx.now): string => localDateOf(at, ctx.user.timeZone)
export const langFor = (ctx: Ctx): Lang => langOf(ctx.user.locale)

/** The person as the engine takes them: their profile, with what the input says instead. */
export const bodyOf = async (ctx: Ctx, instead: Instead = {}): Promise<Omit<StackInput, 'items'>> =>
  personOf(knowledge(), await ctx.safetyFacts(), dayOf(ctx), instead)

/** An amount that cannot be counted is an error about its item. */
export const counted = <T>(items: readonly Item[], run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof BadItem)) throw error
    const at = items.findIndex(({ name }) => name === error.item.name)
    throw invalid(`items.${Math.max(at, 0)}`, `bad_${error.why}`, {
      name: error.item.name,
      amount: error.item.amount ?? 0,
      unit: error.item.unit ?? '',
    })
  }
}
export const checked = (input: StackInput): CheckResult => counted(input.items, () => check(knowledge(), input))
