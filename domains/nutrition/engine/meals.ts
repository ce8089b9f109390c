import { addDays } from '../../../core/time.ts'
import type { Dish, Food, MealKind } from '../knowledge/shapes.ts'

/**
 * Menus of days. Pure: the same foods, aim and date give the same day, whatever range it is asked in. Dishes are chosen
 * first, then weighed out so that the day comes to its aim.
 */

/** From, to; grams a day, or a share of the meal. */
export type Band = readonly [number, number]
/** What a day aims at. */
export interface Aim {
  kcal: number
  /** No day under it where the foods allow, kcal. */
  floor: number
  protein: Band
  fat: Band
  carbs: Band
}

/** kcal whole, the rest in grams with one decimal. */
export interface Figures {
  kcal: number
  protein: number
  fat: number
  carbs: number
}
export interface PlannedFood extends Figures {
  food: Food
  grams: number
}
export interface PlannedMeal {
  meal: MealKind
  dishes: readonly Dish[]
  foods: readonly PlannedFood[]
  sums: Figures
}
export interface PlannedDay {
  date: string
  meals: readonly PlannedMeal[]
  /** Meals that no allowed dish is left for. */
  missing: readonly MealKind[]
  sums: Figures
}

/** Share of the day's energy. */
const SHARES: Readonly<Record<MealKind, number>> = { breakfast: 0.25, lunch: 0.35, dinner: 0.28, snack: 0.12 }
export const MEALS = ['breakfast', 'lunch', 'dinner', 'snack'] as const
/** At most so many dishes beside the main one. */
const MOST_BESIDE = 3
/** Dishes of a meal take turns by the day: with so many of them one comes back on the third day at the earliest. */
const ENOUGH_FOR_THREE = 9
/** Other dishes that are tried in each meal when the first do not come to the aim. */
const MOST_TRIED = 4
const DAY_MS = 86_400_000

const FIGURES = ['kcal', 'protein', 'fat', 'carbs'] as const
/** kcal and tenths of a gram: whole numbers add up exactly. */
type Counts = readonly [number, number, number, number]
const countsOf = (food: Food, grams: number): Counts => [
  Math.round((food.kcal * grams) / 100),
  Math.round((food.protein * grams) / 10),
  Math.round((food.fat * grams) / 10),
  Math.round((food.carbs * grams) / 10),
]
const figuresOf = ([kcal, protein, fat, carbs]: Counts): Figures => ({
  kcal,
  protein: protein / 10,
  fat: fat / 10,
  carbs: carbs / 10,
})
/** Sums of figures, exact to the tenth. */
export const sumFigures = (list: readonly Figures[]): Figures => {
  const [kcal, protein, fat, carbs] = FIGURES.map((figure) =>
    list.reduce((sum, one) => sum + Math.round(one[figure] * 10), 0),
  )
  return figuresOf([(kcal ?? 0) / 10, protein ?? 0, fat ?? 0, carbs ?? 0])
}

/** FNV-1a as a number in [0, 1). */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 13)) >>> 0) / 2 ** 32
}

interface Part {
  foods: readonly Food[]
  low: number
  high: number
}
/** A dish of which only allowed foods are left. */
interface Allowed {
  dish: Dish
  parts: readonly Part[]
  /** What gives most of its protein: poultry, fish, or a food by its id. Two main dishes of a day should differ in it. */
  lead: string
  /** kcal at its least and its most, and protein in a kcal. */
  low: number
  high: number
  dense: number
}

const leadOf = (parts: readonly Part[]): string => {
  const most = parts.toSorted((a, b) => b.high * (b.foods[0]?.protein ?? 0) - a.high * (a.foods[0]?.protein ?? 0))
  const food = most[0]?.foods[0]
  return food?.kinds.find((kind) => kind === 'poultry' || kind === 'fish') ?? food?.id ?? ''
}

const allowedOf = (dish: Dish, foods: ReadonlyMap<string, Food>, forbidden: ReadonlySet<string>): Allowed | null => {
  const parts: Part[] = []
  for (const part of dish.parts) {
    const left = part.foods.flatMap((id) => (forbidden.has(id) ? [] : (foods.get(id) ?? [])))
    if (left.length > 0) parts.push({ foods: left, low: part.low, high: part.high })
    else if (!part.optional) return null
  }
  const at = (end: 'low' | 'high', figure: 'kcal' | 'protein'): number =>
    parts.reduce((sum, part) => sum + ((part.foods[0]?.[figure] ?? 0) * part[end]) / 100, 0)
  const [low, high] = [at('low', 'kcal'), at('high', 'kcal')]
  return {
    dish,
    parts,
    lead: leadOf(parts),
    low,
    high,
    dense: (at('low', 'protein') + at('high', 'protein')) / (low + high),
  }
}

/** Those whose turn a day is: neighbours in days never share one, unless there is only one. */
const turnOf = (dishes: readonly Allowed[], day: number): Allowed[] => {
  const turns = dishes.length >= ENOUGH_FOR_THREE ? 3 : 2
  const own = dishes.filter((_, index) => index % turns === day % turns)
  return own.length > 0 ? own : [...dishes]
}

/** One food of a dish being weighed out. */
interface Portion {
  food: Food
  meal: number
  low: number
  high: number
  grams: number
  /** Where between least and most the meal would have it, 0 to 1. */
  level: number
  counts: Counts
}
interface Weighed {
  portions: readonly Portion[]
  loss: number
}
type Choice = readonly { meal: MealKind; served: readonly Allowed[] }[]

const WEIGHTS = { kcal: 60, floor: 10, under: 0.5, protein: 60, tooMuch: 3, fat: 4, carbs: 3, meal: 1.5, shape: 0.01 }
const square = (value: number): number => value * value
const outside = (value: number, [low, high]: Band): number =>
  value < low ? (low - value) / low : value > high ? (value - high) / high : 0

const lossOf = (aim: Aim, sums: readonly number[], meals: readonly number[], shares: readonly number[]): number => {
  const [kcal = 0, protein = 0, fat = 0, carbs = 0] = sums
  const ratio = protein / 10 / aim.protein[0]
  return (
    WEIGHTS.kcal * square((kcal - aim.kcal) / aim.kcal) +
    (kcal < aim.floor ? WEIGHTS.under + (WEIGHTS.floor * (aim.floor - kcal)) / aim.floor : 0) +
    (ratio < 1 ? WEIGHTS.protein : WEIGHTS.tooMuch) * square(outside(protein / 10, aim.protein)) +
    WEIGHTS.fat * square(outside(fat / 10, aim.fat)) +
    WEIGHTS.carbs * square(outside(carbs / 10, aim.carbs)) +
    meals.reduce((sum, one, at) => sum + WEIGHTS.meal * square((one - (shares[at] ?? 0)) / aim.kcal), 0)
  )
}

const STEPS = [8, -8, 2, -2, 1, -1]
const MOST_SWEEPS = 40

/** Weighs the chosen dishes out: every meal to its share first, then food by food while the day comes nearer to its aim. */
const weigh = (choice: Choice, aim: Aim, date: string): Weighed => {
  const whole = choice.reduce((sum, { meal }) => sum + SHARES[meal], 0)
  const shares = choice.map(({ meal }) => (aim.kcal * SHARES[meal]) / whole)
  const portions = choice.flatMap(({ served }, meal): Portion[] => {
    const low = served.reduce((sum, one) => sum + one.low, 0)
    const high = served.reduce((sum, one) => sum + one.high, 0)
    const level = Math.min(1, Math.max(0, ((shares[meal] ?? 0) - low) / (high - low)))
    return served.flatMap(({ dish, parts }) =>
      parts.flatMap((part, at): Portion[] => {
        const food = part.foods[Math.floor(hash(`${date} ${dish.id} ${at}`) * part.foods.length)]
        if (!food) return []
        const grams = part.low + Math.round((level * (part.high - part.low)) / food.step) * food.step
        return [{ food, meal, low: part.low, high: part.high, grams, level, counts: countsOf(food, grams) }]
      }),
    )
  })
  const sums = [0, 0, 0, 0]
  const meals = choice.map(() => 0)
  for (const { counts, meal } of portions) {
    for (const at of sums.keys()) sums[at] = (sums[at] ?? 0) + (counts[at] ?? 0)
    meals[meal] = (meals[meal] ?? 0) + counts[0]
  }
  const shape = ({ low, high, level }: Portion, grams: number): number =>
    high === low ? 0 : WEIGHTS.shape * square((grams - low) / (high - low) - level)
  let loss = lossOf(aim, sums, meals, shares)
  let moved = true
  for (let sweep = 0; moved && sweep < MOST_SWEEPS; sweep++) {
    moved = false
    for (const portion of portions)
      for (const step of STEPS) {
        const grams = portion.grams + step * portion.food.step
        if (grams < portion.low || grams > portion.high) continue
        const counts = countsOf(portion.food, grams)
        const next = sums.map((sum, at) => sum + (counts[at] ?? 0) - (portion.counts[at] ?? 0))
        const nextMeals = meals.with(portion.meal, (meals[portion.meal] ?? 0) + counts[0] - portion.counts[0])
        const nextLoss = lossOf(aim, next, nextMeals, shares)
        if (nextLoss + shape(portion, grams) >= loss + shape(portion, portion.grams) - 1e-9) continue
        Object.assign(portion, { grams, counts })
        for (const at of sums.keys()) sums[at] = next[at] ?? 0
        meals[portion.meal] = nextMeals[portion.meal] ?? 0
        loss = nextLoss
        moved = true
      }
  }
  return { portions, loss }
}

const foodsOf = ({ parts }: Allowed): string[] => parts.flatMap(({ foods }) => foods.map(({ id }) => id))

interface Slot {
  meal: MealKind
  target: number
  /** The likeliest first. */
  mains: readonly Allowed[]
  besides: readonly Allowed[]
}

/** A main dish with what must stand beside it to come to the meal's share; `taken` are those of the day. */
const servedWith = (main: Allowed, { target, besides }: Slot, taken: Set<string>): Allowed[] => {
  const served = [main]
  const own = new Set(foodsOf(main))
  for (const one of besides) {
    const high = served.reduce((sum, { high }) => sum + high, 0)
    if (high >= target || served.length > MOST_BESIDE) break
    const foods = foodsOf(one)
    if (foods.some((id) => own.has(id)) || taken.has(one.dish.id)) continue
    for (const id of foods) own.add(id)
    taken.add(one.dish.id)
    served.push(one)
  }
  return served
}

/** A loss under which a day is good enough: every figure at its aim but for a percent or two. */
const GOOD = 0.02

const planDay = (mains: readonly Allowed[], besides: readonly Allowed[], aim: Aim, date: string): PlannedDay => {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS
  const wanted = aim.protein[0] / aim.kcal
  const open = MEALS.filter((meal) => mains.some(({ dish }) => dish.meal === meal))
  const whole = open.reduce((sum, meal) => sum + SHARES[meal], 0)
  const slots = open.map((meal): Slot => {
    const target = (aim.kcal * SHARES[meal]) / whole
    const chance = ({ dish, low, dense }: Allowed): number =>
      hash(`${date} ${dish.id}`) + (3 * Math.max(0, low - target)) / target + 2 * Math.max(0, 1 - dense / wanted)
    const likely = (list: readonly Allowed[]): Allowed[] =>
      list
        .map((one) => ({ one, score: chance(one) }))
        .sort((a, b) => a.score - b.score)
        .map(({ one }) => one)
    const own = mains.filter(({ dish }) => dish.meal === meal)
    const beside = besides.filter(({ dish }) => dish.beside.includes(meal))
    const turn = turnOf(beside, day)
    const others = beside.filter((one) => !turn.includes(one))
    return { meal, target, mains: likely(turnOf(own, day)), besides: [...likely(turn), ...likely(others)] }
  })
  const choose = (main: (slot: Slot, at: number) => Allowed | undefined): Choice => {
    const taken = new Set<string>()
    return slots.map((slot, at) => {
      const chosen = main(slot, at)
      return { meal: slot.meal, served: chosen ? servedWith(chosen, slot, taken) : [] }
    })
  }
  let picked: (Allowed | undefined)[] = []
  for (const { mains: list } of slots)
    picked.push(list.find(({ lead }) => picked.every((other) => other?.lead !== lead)) ?? list[0])
  let choice = choose((_, at) => picked[at])
  let best = weigh(choice, aim, date)
  for (const [at, slot] of slots.entries())
    for (const other of slot.mains.slice(0, MOST_TRIED + 1)) {
      if (best.loss < GOOD) break
      if (picked.some((one) => one?.lead === other.lead)) continue
      const tried = picked.with(at, other)
      const next = choose((_, index) => tried[index])
      const weighed = weigh(next, aim, date)
      if (weighed.loss < best.loss) [picked, choice, best] = [tried, next, weighed]
    }
  const meals = choice.map(({ meal, served }, at): PlannedMeal => {
    const foods = best.portions
      .filter((portion) => portion.meal === at)
      .map(({ food, grams, counts }): PlannedFood => ({ food, grams, ...figuresOf(counts) }))
    return { meal, dishes: served.map(({ dish }) => dish), foods, sums: sumFigures(foods) }
  })
  return {
    date,
    meals,
    missing: MEALS.filter((meal) => !open.includes(meal)),
    sums: sumFigures(meals.map(({ sums }) => sums)),
  }
}

/** Menus of `days` days from a date, of the foods that are not forbidden. */
export const planDays = (
  knowledge: { foods: readonly Food[]; dishes: readonly Dish[] },
  aim: Aim,
  forbidden: ReadonlySet<string>,
  from: string,
  days: number,
): PlannedDay[] => {
  const foods = new Map(knowledge.foods.map((food) => [food.id, food]))
  const allowed = knowledge.dishes.flatMap((dish) => allowedOf(dish, foods, forbidden) ?? [])
  const mains = allowed.filter(({ dish }) => dish.meal !== null)
  const besides = allowed.filter(({ dish }) => dish.beside.length > 0)
  return Array.from({ length: days }, (_, at) => planDay(mains, besides, aim, addDays(from, at)))
}
