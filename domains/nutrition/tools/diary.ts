import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { type Instant, toRfc3339 } from '../../../core/time.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { check, whyBad } from '../engine/check.ts'
import type { Item } from '../engine/types.ts'
import { knowledge } from '../knowledge/index.ts'
import {
  addMeal,
  addSupplement,
  type MealRow,
  mealsOn,
  removeEntry,
  type SupplementRow,
  supplementsOn,
  targetNow,
} from '../repository.ts'
import {
  type CheckOutput,
  type GetDiaryInput,
  type GetDiaryOutput,
  getDiaryInput,
  getDiaryOutput,
  type LogMealInput,
  type LogMealOutput,
  type LogSupplementInput,
  type LogSupplementOutput,
  logMealInput,
  logMealOutput,
  logSupplementInput,
  logSupplementOutput,
  type MealShape,
  type SupplementShape,
} from '../schema.ts'
import { eatenOf, invalid } from '../service.ts'
import { showCheck } from '../show.ts'
import { say } from '../words.ts'
import { saidDiary, saidMeal, saidSupplement } from '../words-diary.ts'
import { bodyOf, dayOf, showerFor } from './body.ts'
import { inTurn } from './queue.ts'
import { showTarget } from './target.ts'

/** The diary: what was taken and eaten, and what a day comes to. */
const HOUR_MS = 3_600_000
const EARLIEST = Date.UTC(2000, 0, 1)
/** What was eaten is past; an hour of a wrong clock is forgiven. */
const momentOf = (ctx: Ctx, at: string | undefined): Instant => {
  if (at === undefined) return ctx.now
  const moment = new Date(at)
  if (moment.getTime() > ctx.now.getTime() + HOUR_MS) throw invalid('at', 'in_future')
  if (moment.getTime() < EARLIEST) throw invalid('at', 'too_early')
  return moment
}

export const itemOf = ({ name, amount, unit }: SupplementRow): Item => ({
  name,
  amount: amount ?? undefined,
  unit: unit ?? undefined,
})
/** Foods count for what they hold, when the knowledge names them: a cup of coffee is caffeine. */
const foodsOf = (meals: readonly MealRow[]): Item[] =>
  meals
    .flatMap(({ items }) => items)
    .filter(({ name, grams }) => {
      const { found, unknown } = knowledge().names.resolve(name, new Set(['substance']))
      return grams !== undefined && unknown.length === 0 && found.length > 0
    })
    .map(({ name, grams }) => ({ name, amount: grams, unit: 'g' }))

/** Everything of a day that the engine can count. */
const itemsOn = (supplements: readonly SupplementRow[], meals: readonly MealRow[]): Item[] =>
  [...supplements.map(itemOf), ...foodsOf(meals)].filter((item) => whyBad(knowledge(), item) === null)
export const takenOn = async (ctx: Ctx, date: string): Promise<Item[]> =>
  itemsOn(await supplementsOn(ctx.tx, ctx.user.id, date), await mealsOn(ctx.tx, ctx.user.id, date))

const checkDay = async (ctx: Ctx, items: readonly Item[]): Promise<CheckOutput> => {
  const person = await bodyOf(ctx)
  const result = await inTurn(() => check(knowledge(), { ...person, items }))
  return showCheck(showerFor(ctx), result, person, null)
}

const showSupplement = (ctx: Ctx, { id, name, amount, unit, at, date }: SupplementRow): SupplementShape => ({
  id,
  name,
  amount,
  unit,
  at: toRfc3339(at, ctx.user.timeZone),
  date,
})
const showMeal = (ctx: Ctx, { id, items, at, date }: MealRow): MealShape => ({
  id,
  items,
  at: toRfc3339(at, ctx.user.timeZone),
  date,
  eaten: eatenOf(items),
})

const undoEntry = async (ctx: Ctx, table: 'supplement' | 'meal', id: string): Promise<void> => {
  if (!(await removeEntry(ctx.tx, ctx.user.id, table, id))) throw new AppError('conflict', 'nutrition.changed_since')
  ctx.emit({ type: 'nutrition.entry_removed', payload: { id } })
}

export const logSupplement = defineTool<LogSupplementInput, LogSupplementOutput>({
  name: 'nutrition_log_supplement',
  title: 'Log a supplement',
  description:
    'Records a supplement that was taken, once a call: "выпил 400 мг магния", "took 2 capsules of omega-3". Name, amount and unit in the person’s own words; amount of that one intake.',
  input: logSupplementInput,
  output: logSupplementOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, { name }) => say('ask_log_supplement', { name }),
  say: (output) => saidSupplement(output),
  run: async (ctx, { name, amount, unit, at }) => {
    const bad = whyBad(knowledge(), { name, amount, unit })
    if (bad !== null)
      throw invalid(bad === 'unit' || bad === 'unit_misfit' ? 'unit' : 'amount', `bad_${bad}`, {
        name,
        amount: amount ?? 0,
        unit: unit ?? '',
      })
    const moment = momentOf(ctx, at)
    const row: SupplementRow = {
      id: newId(),
      name,
      amount: amount ?? null,
      unit: unit ?? null,
      at: moment,
      date: dayOf(ctx, moment),
    }
    await addSupplement(ctx.tx, ctx.user.id, row, ctx.now)
    ctx.emit({ type: 'nutrition.supplement_logged', payload: { id: row.id, date: row.date } })
    const { unknown, found } = knowledge().names.resolve(name, new Set(['substance', 'form', 'product', 'drug']))
    return {
      ...showSupplement(ctx, row),
      recognised: unknown.length === 0 && found.length > 0,
      day: await checkDay(ctx, await takenOn(ctx, row.date)),
    }
  },
  undo: (ctx, { id }) => undoEntry(ctx, 'supplement', id),
})

export const logMeal = defineTool<LogMealInput, LogMealOutput>({
  name: 'nutrition_log_meal',
  title: 'Log a meal',
  description:
    'Records what was eaten or drunk at once, an item each: "съел овсянку 250 г, 220 ккал, и яблоко". Grams, kilocalories, protein, fat and carbohydrates only where the person gave them; nothing is guessed.',
  input: logMealInput,
  output: logMealOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, { items }) => say('ask_log_meal', { names: items.map(({ name }) => name).join(', ') }),
  say: (output) => saidMeal(output),
  run: async (ctx, { items, at }) => {
    const moment = momentOf(ctx, at)
    const row: MealRow = { id: newId(), items, at: moment, date: dayOf(ctx, moment) }
    await addMeal(ctx.tx, ctx.user.id, row, ctx.now)
    ctx.emit({ type: 'nutrition.meal_logged', payload: { id: row.id, date: row.date } })
    const day = await mealsOn(ctx.tx, ctx.user.id, row.date)
    return { ...showMeal(ctx, row), day: eatenOf(day.flatMap((meal) => meal.items)) }
  },
  undo: (ctx, { id }) => undoEntry(ctx, 'meal', id),
})

export const getDiary = defineTool<GetDiaryInput, GetDiaryOutput>({
  name: 'nutrition_get_diary',
  title: 'Food and supplement diary',
  description:
    'A day of the diary: meals and supplements as logged, kilocalories and nutrients against the target, vitamins and minerals against their upper levels.',
  input: getDiaryInput,
  output: getDiaryOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => saidDiary(output),
  run: async (ctx, input) => {
    const date = input.date ?? dayOf(ctx)
    const meals = await mealsOn(ctx.tx, ctx.user.id, date)
    const supplements = await supplementsOn(ctx.tx, ctx.user.id, date)
    const target = await targetNow(ctx.tx, ctx.user.id)
    const { totals, verdict, findings, release } = await checkDay(ctx, itemsOn(supplements, meals))
    return {
      date,
      meals: meals.map((meal) => showMeal(ctx, meal)),
      supplements: supplements.map((one) => showSupplement(ctx, one)),
      eaten: eatenOf(meals.flatMap(({ items }) => items)),
      target: target && showTarget(ctx, target),
      totals: totals.filter(({ substance }) => knowledge().substances.get(substance)?.kind !== 'food'),
      verdict,
      findings,
      release,
    }
  },
})
