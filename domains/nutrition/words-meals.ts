import type { Message, MessageParam } from '../../core/messages.ts'
import type { FiguresShape, PlanMealsOutput, PlannedDayShape, PlannedMealShape } from './schema.ts'
import { joined, lines, saidSources, say, words } from './words.ts'

/** How a menu is told: what it aims at, each day with its sums first and a line a meal, then what it left out and why. */

const saidSums = ({ kcal, protein, fat, carbs }: FiguresShape): MessageParam =>
  joined(Object.entries({ kcal, protein, fat, carbs }).map(([figure, value]) => say(`sum_${figure}`, { value })))

const saidAim = ({ aim, days, missingFacts }: PlanMealsOutput): Message => {
  const { basis, kcal, protein, fat, carbs } = aim
  const figures = joined([
    say('sum_kcal', { value: kcal }),
    say('plan_protein_least', { value: protein }),
    ...(fat === null ? [] : [say('sum_fat', { value: fat })]),
    ...(carbs === null ? [] : [say('sum_carbs', { value: carbs })]),
  ])
  const facts = joined(missingFacts.map((fact) => say(`fact_${fact}`)))
  return say(`plan_${basis}`, { days: days.length, figures, facts })
}

const saidMeal = ({ meal, dishes, foods, sums }: PlannedMealShape): Message =>
  say(`plan_${meal}`, {
    kcal: sums.kcal,
    dishes: words(dishes),
    foods: joined(foods.map(({ name, grams }) => say('plan_food', { name, grams }))),
  })
const saidDay = ({ date, meals, sums }: PlannedDayShape): Message[] => [
  say('plan_day', { date: { date, capital: true }, sums: saidSums(sums) }),
  ...meals.map(saidMeal),
]

/** A day may be this far from its aim without a word. */
const SPARE_KCAL = 0.05
const SPARE_PROTEIN = 0.1

/** How far the days are from their aim, the furthest of them. */
const saidGaps = ({ days, aim, missingMeals }: PlanMealsOutput): Message[] => {
  const least = Math.min(...days.map(({ sums }) => sums.kcal))
  const most = Math.max(...days.map(({ sums }) => sums.kcal))
  const protein = Math.min(...days.map(({ sums }) => sums.protein))
  return [
    ...(missingMeals.length > 0
      ? [say('plan_missing', { meals: joined(missingMeals.map((meal) => say(`plan_meal_${meal}`))) })]
      : []),
    ...(least < aim.kcal * (1 - SPARE_KCAL) ? [say('plan_short', { kcal: aim.kcal - least })] : []),
    ...(least < aim.floor ? [say('plan_under_floor', { floor: aim.floor })] : []),
    ...(most > aim.kcal * (1 + SPARE_KCAL) ? [say('plan_over', { kcal: most - aim.kcal })] : []),
    ...(protein < aim.protein * (1 - SPARE_PROTEIN)
      ? [say('plan_short_protein', { protein: Math.ceil(aim.protein - protein) })]
      : []),
  ]
}

/** "аллергия на молоко" says itself what it is, "молоко" does not. */
const saidHeeded = ({ kind, text }: PlanMealsOutput['heeded'][number]): Message =>
  kind === 'allergy' && !/аллерг|неперенос|allerg|intoleran/iu.test(text)
    ? say('plan_allergy', { name: text })
    : say('text', { text })

export const saidPlan = (plan: PlanMealsOutput): Message => {
  const { days, heeded, avoided, unknownAllergies, considered } = plan
  const notes = [
    ...(considered.profile ? [] : [say('plan_no_profile')]),
    ...(heeded.length > 0 ? [say('plan_heeded', { list: joined(heeded.map(saidHeeded)) })] : []),
    ...(avoided.length > 0 ? [say('plan_avoided', { foods: words(avoided) })] : []),
    ...(unknownAllergies.length > 0 ? [say('plan_unknown', { words: words(unknownAllergies) })] : []),
    ...(considered.allergies.length > 0 ? [say('plan_labels')] : []),
    ...(plan.showDoctor ? [say('plan_not_medical')] : []),
  ]
  if (days.every(({ meals }) => meals.length === 0)) return lines([say('plan_nothing'), ...notes])
  return lines([
    saidAim(plan),
    ...days.flatMap(saidDay),
    ...(days.length > 1 ? [say('plan_all', { days: days.length, sums: saidSums(plan.sums) })] : []),
    ...saidGaps(plan),
    ...notes,
    // Labels have no organisation to name.
    ...saidSources(plan.sources.filter(({ id }) => !id.startsWith('label'))),
  ])
}
