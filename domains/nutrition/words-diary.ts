import type { Message, MessageParam } from '../../core/messages.ts'
import type {
  Eaten,
  GetDiaryOutput,
  LogMealOutput,
  LogSupplementOutput,
  MealShape,
  SetTargetOutput,
  SupplementShape,
  TargetShape,
} from './schema.ts'
import { joined, lines, saidAmount, say } from './words.ts'
import { saidFindings } from './words-check.ts'

/** How the diary is told. */
const MOST_TOTALS = 12

const saidTaken = ({ name, amount, unit }: SupplementShape): Message =>
  amount === null ? say('text', { text: name }) : say('taken', { name, amount, unit: unit ?? '' })

export const saidSupplement = (output: LogSupplementOutput): Message => {
  const { findings, totals } = output.day
  const { found, origin } = saidFindings(
    findings.filter(({ severity }) => severity !== 'minor'),
    totals,
  )
  return lines([
    say('supplement_logged', { taken: saidTaken(output), date: { date: output.date } }),
    ...(output.recognised ? [] : [say('supplement_unknown', { release: output.day.release })]),
    ...found,
    ...origin,
  ])
}

const saidFood = ({ name, grams, kcal }: MealShape['items'][number]): Message =>
  say('food', {
    name,
    grams: grams === undefined ? '' : say('food_grams', { grams }),
    kcal: kcal === undefined ? '' : say('food_kcal', { kcal }),
  })
const saidFoods = (items: MealShape['items']): MessageParam => joined(items.map(saidFood))

/** Only what somebody gave a figure for; "at least" where some item had none. */
const saidEaten = ({ kcal, protein, fat, carbs }: Eaten): Message[] =>
  Object.entries({ kcal, protein, fat, carbs }).flatMap(([figure, { value, complete }]) =>
    value === 0 ? [] : [say(complete ? `sum_${figure}` : `sum_${figure}_least`, { value })],
  )

export const saidMeal = ({ items, date, day }: LogMealOutput): Message => {
  const sums = saidEaten(day)
  return say('meal_logged', {
    foods: saidFoods(items),
    date: { date },
    day: sums.length === 0 ? '' : say('day_sums', { sums: joined(sums) }),
  })
}

const saidFigures = ({ kcal, protein, fat, carbs }: TargetShape): MessageParam =>
  joined(
    Object.entries({ kcal, protein, fat, carbs }).flatMap(([figure, value]) =>
      value === null ? [] : [say(`sum_${figure}`, { value })],
    ),
  )
export const saidTarget = (target: SetTargetOutput): Message => say('target_set', { figures: saidFigures(target) })

export const saidDiary = (diary: GetDiaryOutput): Message => {
  const { meals, supplements, eaten, target, totals, date } = diary
  if (meals.length === 0 && supplements.length === 0) return say('diary_empty', { date: { date } })
  const sums = saidEaten(eaten)
  const { found, origin } = saidFindings(diary.findings, totals)
  return lines([
    say('diary', { date: { date, capital: true } }),
    ...meals.map(({ items }) => say('diary_meal', { foods: saidFoods(items) })),
    ...(supplements.length > 0 ? [say('diary_supplements', { list: joined(supplements.map(saidTaken)) })] : []),
    ...(sums.length > 0 ? [say('diary_sums', { sums: joined(sums) })] : []),
    ...(target ? [say('diary_target', { figures: saidFigures(target) })] : []),
    ...(totals.length > 0
      ? [
          say('diary_totals', {
            list: joined(
              totals
                .filter(({ value }) => value > 0)
                .slice(0, MOST_TOTALS)
                .map((total) => say('diary_total', { name: total.name, amount: saidAmount(total) })),
            ),
          }),
        ]
      : []),
    ...found,
    ...origin,
  ])
}
