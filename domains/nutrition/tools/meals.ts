import { AppError } from '../../../core/errors.ts'
import type { Lang } from '../../../core/user.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { aimOf, type PlanAim } from '../engine/aim.ts'
import { forbiddenFor } from '../engine/forbidden.ts'
import { MEALS, type PlannedDay, planDays, sumFigures } from '../engine/meals.ts'
import { subjectOf } from '../engine/subject.ts'
import type { StackInput } from '../engine/types.ts'
import { DISHES } from '../knowledge/dishes.ts'
import { DIETS, DOCTORS_DIETS, FOOD_BANS, FOODS } from '../knowledge/foods.ts'
import { knowledge } from '../knowledge/index.ts'
import type { Food } from '../knowledge/shapes.ts'
import { targetNow } from '../repository.ts'
import {
  type PlanMealsInput,
  type PlanMealsOutput,
  type PlannedDayShape,
  planMealsInput,
  planMealsOutput,
} from '../schema.ts'
import { assertTarget, FLOOR, invalid } from '../service.ts'
import { sourcesOf } from '../show.ts'
import { say } from '../words.ts'
import { saidPlan } from '../words-meals.ts'
import { bodyOf, dayOf, langFor, showerFor } from './body.ts'
import { inTurn } from './queue.ts'

const FOOD = { foods: FOODS, dishes: DISHES, bans: FOOD_BANS }
const AIM_SOURCES: Readonly<Record<PlanAim['basis'], readonly string[]>> = {
  target: [],
  estimated: ['mifflin_1990', 'efsa_drv_2017'],
  reference: ['eu_1169_intake'],
}

/** Centimetres as the profile has them; asked for only when all else that an estimate needs is there. */
const heightOf = async (ctx: Ctx, { sex, ageMonths, weightKg }: StackInput['subject']): Promise<number | null> => {
  if (sex === undefined || ageMonths === undefined || weightKg === undefined) return null
  const { heightCm } = (await ctx.call('account_get_profile', {})) as { heightCm: number | null }
  return heightCm
}

const conditionsIn = (text: string): string[] =>
  knowledge()
    .names.resolve(text, new Set(['condition']))
    .found.map(({ id }) => id)
const isDiet = (text: string): boolean => conditionsIn(text).some((id) => DIETS.includes(id))

/** Refuses for a condition whose diet a doctor sets. */
const assertOrdinary = (conditions: readonly string[]): void => {
  for (const condition of conditions) {
    const kinds = conditionsIn(condition).flatMap((id) => knowledge().conditionWithParents(id))
    if (kinds.some((id) => DOCTORS_DIETS.includes(id)))
      throw new AppError('refused', 'nutrition.plan_doctor', { condition })
  }
}

const showDay = (ctx: Ctx, { date, meals, sums }: PlannedDay): PlannedDayShape => {
  const lang = langFor(ctx)
  return {
    date,
    meals: meals.map(({ meal, dishes, foods, sums }) => ({
      meal,
      dishes: dishes.map(({ name }) => name[lang]),
      foods: foods.map(({ food, ...figures }) => ({ food: food.id, name: food.name[lang], ...figures })),
      sums,
    })),
    sums,
  }
}

/** By name; several foods of one kind by the name of that. */
const avoidedNames = (foods: readonly Food[], lang: Lang): string[] => [
  ...new Set(
    foods.map(({ name, substance }) => {
      const same = foods.filter((food) => food.substance === substance)
      return (same.length > 1 && substance && knowledge().nameOf(substance)?.[lang]) || name[lang]
    }),
  ),
]

export const planMeals = defineTool<PlanMealsInput, PlanMealsOutput>({
  name: 'nutrition_plan_meals',
  title: 'Plan meals',
  description:
    'A menu for each of 1 to 14 days: breakfast, lunch, dinner and a snack with grams, kilocalories, protein, fat and carbohydrates: "составь меню на неделю". It keeps to the person’s target, allergies, medicines and conditions. Refuses for minors, in pregnancy and with an eating disorder.',
  input: planMealsInput,
  output: planMealsOutput,
  about: 'health',
  withoutConsent: true,
  risk: 'read',
  summary: async () => say('plan_ask'),
  say: (output) => saidPlan(output),
  run: async (ctx, { from, days }) => {
    if (from < dayOf(ctx)) throw invalid('from', 'plan_past')
    const person = await bodyOf(ctx)
    assertOrdinary(person.conditions)
    const subject = subjectOf(knowledge(), { ...person, items: [] })
    const target = await targetNow(ctx.tx, ctx.user.id)
    const aim = aimOf(target, subject, target?.kcal ? null : await heightOf(ctx, subject), FLOOR[subject.sex ?? 'male'])
    assertTarget({ kcal: aim.kcal }, { ...person, subject }, knowledge())
    const { forbidden, planned } = await inTurn(() => {
      const forbidden = forbiddenFor(knowledge(), FOOD, person)
      return { forbidden, planned: planDays(FOOD, aim, forbidden.ids, from, days) }
    })
    const by = showerFor(ctx)
    const used = planned.flatMap(({ meals }) => meals.flatMap(({ foods }) => foods.map(({ food }) => food.source)))
    return {
      days: planned.map((day) => showDay(ctx, day)),
      sums: sumFigures(planned.map(({ sums }) => sums)),
      aim: {
        basis: aim.basis,
        kcal: aim.kcal,
        protein: aim.protein[0],
        fat: target?.fat ?? null,
        carbs: target?.carbs ?? null,
        floor: aim.floor,
      },
      missingFacts: [...aim.missing],
      missingMeals: MEALS.filter((meal) => planned.some(({ missing }) => missing.includes(meal))),
      heeded: [...forbidden.heeded],
      avoided: avoidedNames(forbidden.avoided, by.lang),
      unknownAllergies: [...forbidden.unknown],
      considered: {
        medications: [...person.medications],
        conditions: [...person.conditions],
        allergies: [...person.allergies],
        profile: by.profile,
      },
      showDoctor: person.medications.length > 0 || person.conditions.some((text) => !isDiet(text)),
      sources: sourcesOf(by, [...AIM_SOURCES[aim.basis], ...used.toSorted()]),
      release: knowledge().release,
    }
  },
})
