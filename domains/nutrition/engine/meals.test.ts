// Foods and dishes are right in themselves; menus keep to aims, allergies, medicines and the floor for any person.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/time.ts'
import { DISHES } from '../knowledge/dishes.ts'
import { DIETS, DOCTORS_DIETS, FOOD_BANS, FOODS } from '../knowledge/foods.ts'
import { knowledge } from '../knowledge/index.ts'
import { dish, type Food, food, foodBan } from '../knowledge/shapes.ts'
import { aimOf } from './aim.ts'
import { check } from './check.ts'
import { forbiddenFor } from './forbidden.ts'
import { type Figures, type PlannedDay, planDays, sumFigures } from './meals.ts'
import type { StackInput } from './types.ts'

const DATA = { foods: FOODS, dishes: DISHES, bans: FOOD_BANS }
const FROM = '2026-03-18'
const MAN = { sex: 'male', ageMonths: 40 * 12, weightKg: 80 } as const
const HEALTHY = { medications: [], conditions: [], allergies: [], subject: MAN }
const forbidden = (person: Partial<Omit<StackInput, 'items'>>) =>
  forbiddenFor(knowledge(), DATA, { ...HEALTHY, ...person })
const foodsOf = (days: readonly PlannedDay[]): Food[] =>
  days.flatMap(({ meals }) => meals.flatMap(({ foods }) => foods.map((one) => one.food)))
const unique = (list: readonly string[]): boolean => new Set(list).size === list.length
const byId = new Map(FOODS.map((one) => [one.id, one]))

describe('the foods', () => {
  it('have the shape of foods, and ids of their own', () => {
    for (const one of FOODS) expect(food.safeParse(one).error, one.id).toBeUndefined()
    for (const one of DISHES) expect(dish.safeParse(one).error, one.id).toBeUndefined()
    for (const one of FOOD_BANS) expect(foodBan.safeParse(one).error, one.subject.id).toBeUndefined()
    for (const list of [FOODS, DISHES]) expect(unique(list.map(({ id }) => id))).toBe(true)
    expect([FOODS.length, DISHES.length]).toEqual([expect.toSatisfy((n) => n >= 120), expect.toSatisfy((n) => n >= 70)])
  })
  it('name only what exists', () => {
    const { data, substances } = knowledge()
    const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))
    const [sources, allergens, conditions] = [ids(data.sources), ids(data.allergens), ids(data.conditions)]
    const classes = ids(data.drugClasses)
    const kinds = new Set(FOODS.flatMap((one) => one.kinds as string[]))
    const used = new Set(DISHES.flatMap(({ parts }) => parts.flatMap((part) => part.foods)))
    expect(FOODS.filter(({ source }) => !sources.has(source))).toEqual([])
    expect(FOODS.flatMap((one) => one.allergens.filter(({ id }) => !allergens.has(id)))).toEqual([])
    expect(FOODS.filter(({ substance }) => substance !== undefined && !substances.has(substance))).toEqual([])
    expect(FOODS.filter(({ id }) => !used.has(id))).toEqual([])
    expect([...used].filter((id) => !byId.has(id))).toEqual([])
    for (const { subject, without, source } of FOOD_BANS) {
      expect((subject.kind === 'class' ? classes : conditions).has(subject.id), subject.id).toBe(true)
      expect(without.filter((id) => !kinds.has(id) && !allergens.has(id))).toEqual([])
      expect(sources.has(source)).toBe(true)
    }
    expect([...DOCTORS_DIETS, ...DIETS].filter((id) => !conditions.has(id))).toEqual([])
  })
  it('have the energy of what is in them: 4, 9 and 4 kcal a gram, 2 of fibre', () => {
    const off = FOODS.flatMap(({ id, kcal, protein, fat, carbs, fibre }) => {
      const counted = 4 * protein + 9 * fat + 4 * (carbs - fibre) + 2 * fibre
      return Math.abs(counted - kcal) <= Math.max(kcal * 0.12, 10) ? [] : [`${id} ${kcal} ${counted}`]
    })
    expect(off).toEqual([])
    expect(FOODS.filter(({ protein, fat, carbs, fibre }) => protein + fat + carbs > 101 || fibre > carbs)).toEqual([])
  })
  it('are checked for interactions where the checks know them', () => {
    const known = new Set(['substance', 'form'] as const)
    const apart = FOODS.filter(({ name, substance }) =>
      [name.ru, name.en].some((text) =>
        knowledge()
          .names.resolve(text, known)
          // Honey is no pollen or propolis, whose rules are of supplements.
          .found.some(({ id }) => id !== substance && id !== 'bee_products'),
      ),
    )
    expect(apart.map(({ id }) => id)).toEqual([])
  })
  it('are measured out whole: a range of a dish is of whole pieces', () => {
    const off = DISHES.flatMap(({ id, parts }) =>
      parts
        .filter(({ foods, low, high }) => foods.some((one) => low % (byId.get(one)?.step ?? 5) !== 0 || high < low))
        .map(() => id),
    )
    expect(off).toEqual([])
  })
})

const target = fc.record({
  kcal: fc.integer({ min: 1_200, max: 4_000 }),
  proteinShare: fc.integer({ min: 10, max: 20 }),
  female: fc.boolean(),
})
const ALLERGENS = ['gluten', 'crustaceans', 'egg', 'fish', 'peanut', 'soy', 'milk', 'tree_nuts', 'sesame', 'celery']
const OTHERS = ['legumes', 'chickpea', 'bee_products', 'asteraceae', 'latex', 'yeast', 'sulphites']
const allergies = fc.subarray([...ALLERGENS, ...OTHERS], { maxLength: 4 })
const date = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(FROM, n))
const nameOf = (id: string): string => knowledge().nameOf(id)?.ru ?? id

const aimFor = ({ kcal, proteinShare, female }: { kcal: number; proteinShare: number; female: boolean }) => {
  const floor = female ? 1_200 : 1_500
  const protein = Math.round((kcal * proteinShare) / 400)
  return aimOf({ kcal: Math.max(kcal, floor), protein, fat: null, carbs: null }, {}, null, floor)
}

describe('a menu of anybody', () => {
  it('adds up exactly from its foods, in whole steps', () => {
    fc.assert(
      fc.property(target, allergies, date, (wanted, list, from) => {
        const days = planDays(DATA, aimFor(wanted), forbidden({ allergies: list.map(nameOf) }).ids, from, 2)
        for (const { meals, sums } of days) {
          const foods = meals.flatMap((meal) => meal.foods)
          for (const figure of ['kcal', 'protein', 'fat', 'carbs'] as const) {
            const sum = (rows: readonly Figures[]) => rows.reduce((all, one) => all + Math.round(one[figure] * 10), 0)
            expect(sum(foods)).toBe(Math.round(sums[figure] * 10))
            expect(sum(meals.map((meal) => meal.sums))).toBe(Math.round(sums[figure] * 10))
            for (const one of foods)
              expect(Math.abs(one[figure] - (one.food[figure] * one.grams) / 100)).toBeLessThanOrEqual(0.501)
          }
          for (const { grams, food } of foods) expect(grams % food.step).toBe(0)
        }
        expect(sumFigures(days.map(({ sums }) => sums)).kcal).toBe(days.reduce((all, { sums }) => all + sums.kcal, 0))
      }),
      { numRuns: 30 },
    )
  })
  it('holds nothing that an allergy forbids, in any name of it', () => {
    fc.assert(
      fc.property(target, allergies, fc.boolean(), date, (wanted, list, english, from) => {
        const named = list.map((id) => knowledge().nameOf(id)?.[english ? 'en' : 'ru'] ?? id)
        const days = planDays(DATA, aimFor(wanted), forbidden({ allergies: named }).ids, from, 3)
        const held = foodsOf(days).flatMap((one) =>
          one.allergens.flatMap(({ id }) => knowledge().allergenWithParents(id)).filter((id) => list.includes(id)),
        )
        expect(held).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
  it('comes within 5 % of its energy and 10 % of its protein, and never under the floor', () => {
    fc.assert(
      fc.property(target, fc.subarray(ALLERGENS, { maxLength: 2 }), date, (wanted, list, from) => {
        const aim = aimFor(wanted)
        for (const { sums, missing } of planDays(DATA, aim, forbidden({ allergies: list.map(nameOf) }).ids, from, 2)) {
          expect(missing).toEqual([])
          expect(Math.abs(sums.kcal - aim.kcal) / aim.kcal).toBeLessThanOrEqual(0.05)
          expect(sums.kcal).toBeGreaterThanOrEqual(aim.floor)
          expect(sums.protein / aim.protein[0]).toBeGreaterThanOrEqual(0.9)
        }
      }),
      { numRuns: 80 },
    )
  })
  it('is the same whenever it is asked for, and no main dish comes two days running', () => {
    fc.assert(
      fc.property(target, allergies, date, (wanted, list, from) => {
        const aim = aimFor(wanted)
        const { ids } = forbidden({ allergies: list.map(nameOf) })
        const days = planDays(DATA, aim, ids, from, 6)
        expect(planDays(DATA, aim, ids, addDays(from, 2), 3)).toEqual(days.slice(2, 5))
        for (const [at, { meals }] of days.entries()) {
          const before = new Map(days[at - 1]?.meals.map(({ meal, dishes }) => [meal, dishes[0]?.id]))
          for (const { meal, dishes } of meals) {
            const others = DISHES.filter(
              (one) =>
                one.meal === meal && one.parts.every((part) => part.optional || part.foods.some((id) => !ids.has(id))),
            )
            if (others.length > 1) expect(dishes[0]?.id).not.toBe(before.get(meal))
          }
        }
      }),
      { numRuns: 20 },
    )
  })
  it('is varied over a fortnight', () => {
    const days = planDays(DATA, aimOf(null, {}, null, 1_500), new Set(), FROM, 14)
    const mains = days.flatMap(({ meals }) => meals.map(({ dishes }) => dishes[0]?.id))
    expect(new Set(mains).size).toBeGreaterThanOrEqual(30)
    for (const { meals } of days)
      for (const { foods } of meals) expect(unique(foods.map((one) => one.food.id))).toBe(true)
  })
  it('is made in under 5 ms a day', () => {
    const run = (kcal: number): void => {
      planDays(DATA, aimFor({ kcal, proteinShare: 20, female: false }), new Set(), FROM, 14)
    }
    run(2_000)
    const before = process.cpuUsage()
    for (const kcal of [1_500, 2_000, 3_000, 4_000]) run(kcal)
    expect(process.cpuUsage(before).user / 1_000 / (4 * 14)).toBeLessThan(5)
  })
})

describe('a person', () => {
  const names = (list: ReadonlySet<string> | readonly Food[]): string[] =>
    [...list].map((one) => (typeof one === 'string' ? one : one.id)).sort()
  it.each([
    ['клубника', ['strawberries']],
    ['аллергия на помидоры', ['tomato', 'tomato_sauce']],
    ['непереносимость лактозы', ['milk', 'kefir', 'butter', 'tvorog', 'pancakes']],
    ['lactose', ['milk', 'gouda']],
    ['цитрусовые', ['orange', 'tangerine', 'grapefruit', 'orange_juice']],
    ['яблоки', ['apple']],
    ['курица', ['chicken_breast', 'chicken_thigh']],
    ['мёд', ['honey', 'granola']],
    ['strawberry', ['strawberries']],
    ['eggs', ['egg', 'pancakes', 'pasta', 'oat_cookies']],
    ['нут', ['chickpeas', 'hummus', 'lentils']],
    ['гречка', ['buckwheat']],
    ['кукуруза', ['cornmeal', 'sweetcorn', 'mixed_vegetables']],
  ])('allergic to "%s" gets none of %j', (text, without) => {
    const { ids, heeded, unknown } = forbidden({ allergies: [text] })
    expect(without.filter((id) => !ids.has(id))).toEqual([])
    expect([heeded, unknown]).toEqual([[{ kind: 'allergy', text }], []])
  })
  it('allergic to something else keeps every food, and hears of it', () => {
    expect(forbidden({ allergies: ['клубника'] }).ids.size).toBe(1)
    const { ids, unknown } = forbidden({ allergies: ['зюзюлин', 'амоксициллин'] })
    expect([ids.size, unknown]).toEqual([0, ['зюзюлин']])
  })
  it.each([
    [{ medications: ['симвастатин'] }, ['grapefruit']],
    [{ medications: ['статины'] }, ['grapefruit']],
    [{ medications: ['варфарин'] }, ['spinach', 'broccoli', 'lettuce']],
    [{ medications: ['зюзюлин'] }, ['grapefruit']],
    [{ medications: ['ципрофлоксацин'] }, ['milk', 'kefir', 'gouda']],
    [{ medications: ['доксициклин'] }, ['milk']],
    [{ medications: ['антибиотики'] }, ['milk']],
    [{ medications: ['левотироксин'] }, ['tofu', 'soy_milk', 'milk']],
    [{ medications: ['алендроновая кислота'] }, ['milk', 'kefir']],
    [{ conditions: ['галактоземия'] }, ['milk', 'pancakes', 'dark_chocolate']],
    [{ subject: {} }, ['dark_chocolate']],
    [{ medications: ['ингибиторы МАО'] }, ['gouda', 'cheddar', 'herring', 'sauerkraut']],
    [{ conditions: ['целиакия'] }, ['rye_bread', 'pasta', 'oats', 'bulgur', 'pearl_barley']],
    [{ conditions: ['подагра'] }, ['herring', 'sardines', 'mackerel']],
    [{ conditions: ['вегетарианка'] }, ['beef', 'chicken_breast', 'salmon', 'shrimp']],
    [{ conditions: ['веган'] }, ['beef', 'salmon', 'egg', 'milk', 'honey']],
    [{ conditions: ['халяль'] }, ['pork_loin', 'ham']],
  ])('with %j gets none of %j', (person, without) => {
    const { ids } = forbidden(person)
    expect(without.filter((id) => !ids.has(id))).toEqual([])
    const days = planDays(DATA, aimOf(null, {}, null, 1_500), ids, FROM, 14)
    expect(foodsOf(days).filter(({ id }) => without.includes(id))).toEqual([])
  })
  it('keeps what their medicine and diet allow', () => {
    expect(names(forbidden({}).ids)).toEqual([])
    expect(names(forbidden({ medications: ['розувастатин'] }).ids)).toEqual([])
    expect(names(forbidden({ medications: ['симвастатин'] }).avoided)).toEqual(['grapefruit'])
    const { ids } = forbidden({ conditions: ['вегетарианка'] })
    expect(['egg', 'milk', 'tvorog', 'honey'].filter((id) => ids.has(id))).toEqual([])
    expect(forbidden({ medications: ['амоксициллин'] }).ids.has('milk')).toBe(false)
  })
  it('hears no warning of any day from the checks', () => {
    for (const medication of ['симвастатин', 'варфарин', 'силденафил']) {
      const person = { ...HEALTHY, medications: [medication] }
      const none = check(knowledge(), { ...person, items: [] }).findings
      for (const { meals } of planDays(DATA, aimOf(null, {}, null, 1_500), forbidden(person).ids, FROM, 5)) {
        const items = meals.flatMap(({ foods }) =>
          foods
            .filter((one) => one.food.substance !== undefined)
            .map((one) => ({ name: one.food.name.ru, amount: one.grams, unit: 'г' })),
        )
        const { findings } = check(knowledge(), { ...person, items })
        expect(findings.filter(({ severity }) => severity !== 'minor').length, medication).toBe(none.length)
      }
    }
  })
  it('who may eat next to nothing gets fewer meals, never a forbidden food', () => {
    const allergies = [
      'глютен',
      'молоко',
      'яйца',
      'рыба',
      'соя',
      'орехи',
      'мясо',
      'бобовые',
      'крупы',
      'фрукты',
      'картофель',
    ]
    const { ids } = forbidden({ allergies })
    const [day] = planDays(DATA, aimOf(null, {}, null, 1_500), ids, FROM, 1)
    expect(day?.missing.length).toBeGreaterThan(0)
    expect(foodsOf(day ? [day] : []).filter(({ id }) => ids.has(id))).toEqual([])
    const all = planDays(DATA, aimOf(null, {}, null, 1_500), new Set(FOODS.map(({ id }) => id)), FROM, 1)
    expect(all).toEqual([
      { date: FROM, meals: [], missing: ['breakfast', 'lunch', 'dinner', 'snack'], sums: sumFigures([]) },
    ])
  })
})

describe('an aim', () => {
  it('is the person’s own target', () => {
    const own = { kcal: 2_345, protein: 100, fat: 70, carbs: null }
    expect(aimOf(own, MAN, 180, 1_500)).toMatchObject({
      kcal: 2_345,
      basis: 'target',
      missing: [],
      protein: [100, 125],
    })
    const nutrients = { kcal: null, protein: 100, fat: 70, carbs: 250 }
    expect(aimOf(nutrients, {}, null, 1_500)).toMatchObject({ kcal: 2_030, basis: 'target' })
  })
  it('is what Mifflin and others give for the body, never under the floor', () => {
    // 10 × 80 + 6.25 × 180 − 5 × 40 + 5 = 1,730 at rest; × 1.4 = 2,422.
    expect(aimOf(null, MAN, 180, 1_500)).toMatchObject({ kcal: 2_420, basis: 'estimated', missing: [] })
    const small = { sex: 'female', ageMonths: 80 * 12, weightKg: 40 } as const
    expect(aimOf(null, small, 145, 1_200).kcal).toBe(1_200)
    expect(aimOf(null, { ...MAN, sex: 'female', breastfeeding: true }, 180, 1_200).kcal).toBe(2_690)
  })
  it('is the reference intake where facts are missing', () => {
    expect(aimOf(null, {}, null, 1_500)).toMatchObject({
      kcal: 2_000,
      basis: 'reference',
      missing: ['sex', 'age', 'weight', 'height'],
    })
    expect(aimOf({ kcal: null, protein: 90, fat: null, carbs: null }, MAN, null, 1_500)).toMatchObject({
      kcal: 2_000,
      basis: 'reference',
      missing: ['height'],
      protein: [90, 112.5],
    })
  })
})
