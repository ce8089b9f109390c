import type { Ctx, SafetyFact } from '../../../tools/contract.ts'
import type { Body } from '../engine/zones.ts'
import { thresholdsNow } from '../repository.ts'

/** Years of the person, when their date of birth is known. */
export const ageOf = (facts: readonly SafetyFact[]): number | null => {
  const years = facts.find(({ kind }) => kind === 'age')?.details?.['years']
  return typeof years === 'number' ? years : null
}

/** What load and zones are worked out from: the profile's age and sex, and the person's own measured limits. */
export const loadBody = async (ctx: Ctx): Promise<Body> => {
  const facts = await ctx.safetyFacts()
  const sex = facts.find(({ kind }) => kind === 'sex')?.name
  const held = await thresholdsNow(ctx.tx, ctx.user.id)
  return {
    age: ageOf(facts),
    sex: sex === 'male' || sex === 'female' ? sex : null,
    heartRateMax: held?.heartRateMax ?? null,
    heartRateRest: held?.heartRateRest ?? null,
    powerWatts: held?.powerWatts ?? null,
  }
}
