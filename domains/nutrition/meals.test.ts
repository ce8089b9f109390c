// Menus through the tool, for people as their profile, allergies, medicines and targets are kept, in both languages.
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { User } from '../../core/user.ts'
import { NOW, useDatabase } from '../../test/harness/database.ts'
import { messageFolders } from '../../test/harness/selection.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { loadMessages } from '../../tools/catalog.ts'
import { register, userById } from '../account/auth.ts'
import { account } from '../account/index.ts'
import { signingKey } from '../account/tokens.ts'
import { health } from '../health/index.ts'
import { nutrition } from './index.ts'
import { FOODS } from './knowledge/foods.ts'
import type { PlanMealsOutput } from './schema.ts'
import { say } from './words.ts'

const database = useDatabase()
const unused = async (): Promise<never> => {
  throw new Error('not used here')
}
const deps = { undoLast: unused, exportAll: unused, eraseAll: unused, explain: unused }
const tools = toolRunner(database, nutrition, health, account(deps))

const KEY = signingKey('test-'.repeat(10))
const person = async (profile: object = {}, locale = 'ru-RU'): Promise<User> => {
  const email = `p${newId()}@example.com`
  const signed = await register({ db: database.db, key: KEY }, { email, password: 'long-enough' }, NOW)
  const user = await userById(database.db, signed.user.id)
  if (!user) throw new Error('the person is there')
  const own: User = { ...user, locale, timeZone: 'Europe/Moscow', consents: ['health'] }
  if (Object.keys(profile).length > 0) await tools.run(own, 'account_update_profile', profile)
  return own
}
const MAN = { sex: 'male', birthDate: '1996-01-10', weightKg: 80, heightCm: 180 }
const WOMAN = { sex: 'female', birthDate: '1996-01-10', weightKg: 60, heightCm: 165 }

const FROM = '2026-03-19'
const plan = (user: User, days = 1, from = FROM): Promise<ToolRun<PlanMealsOutput>> =>
  tools.run(user, 'nutrition_plan_meals', { from, days })
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
const foodsIn = ({ days }: PlanMealsOutput): string[] =>
  days.flatMap(({ meals }) => meals.flatMap(({ foods }) => foods.map(({ food }) => food)))

describe('a menu', () => {
  it('comes to the person’s target and adds up', async () => {
    const user = await person(MAN)
    await tools.run(user, 'nutrition_set_target', { kcal: 2_200, protein: 130 })
    const { output, said } = await plan(user, 3)
    expect(output.aim).toMatchObject({ basis: 'target', kcal: 2_200, protein: 130, fat: null })
    expect(output.days.map(({ date }) => date)).toEqual(['2026-03-19', '2026-03-20', '2026-03-21'])
    for (const { meals, sums } of output.days) {
      expect(meals.map(({ meal }) => meal)).toEqual(['breakfast', 'lunch', 'dinner', 'snack'])
      expect(Math.abs(sums.kcal - 2_200)).toBeLessThanOrEqual(110)
      expect(sums.protein).toBeGreaterThanOrEqual(117)
      const foods = meals.flatMap((meal) => meal.foods)
      expect(foods.reduce((sum, { kcal }) => sum + kcal, 0)).toBe(sums.kcal)
      expect(foods.reduce((sum, { protein }) => sum + Math.round(protein * 10), 0)).toBe(Math.round(sums.protein * 10))
    }
    expect(output.sums.kcal).toBe(output.days.reduce((sum, { sums }) => sum + sums.kcal, 0))
    expect(said).toMatch(/^Меню на 3 дня под вашу цель: 2\u00a0200 ккал, белки от 130 г в день\.\nЗавтра: /u)
    expect(said.match(/^Завтрак, /gmu)).toHaveLength(3)
    expect(said).toContain('USDA, 2019')
    expect(said.split('\n')).toHaveLength(1 + 3 * 5 + 2)
  })
  it('is the same for the same day, and another the next', async () => {
    const user = await person(MAN)
    const { output } = await plan(user, 3)
    const again = await plan(user, 1, '2026-03-20')
    expect(again.output.days[0]).toEqual(output.days[1])
    expect(output.days[0]?.meals).not.toEqual(output.days[1]?.meals)
  })
  it('is told in English with the same figures', async () => {
    const ru = await plan(await person(MAN))
    const en = await plan(await person(MAN, 'en-GB'))
    expect(en.said).toMatch(/^Menu for 1 day\. There is no target, so I took your estimated need: 2,490 kcal/u)
    expect(en.said).toMatch(/^Breakfast, \d+ kcal: [^\n]+ \([^\n]+ g\)\.$/mu)
    expect(en.said).not.toMatch(/\p{Script=Cyrillic}/u)
    expect(en.output.days.map(({ sums }) => sums)).toEqual(ru.output.days.map(({ sums }) => sums))
    expect(foodsIn(en.output)).toEqual(foodsIn(ru.output))
  })
})

describe('an aim', () => {
  it('is worked out from the body, never under the floor', async () => {
    const { output, said } = await plan(await person(WOMAN))
    // 10 × 60 + 6.25 × 165 − 5 × 30.2 − 161 = 1,319 at rest; × 1.4 = 1,850.
    expect(output.aim).toMatchObject({ basis: 'estimated', kcal: 1_850, floor: 1_200 })
    expect(said).toMatch(/^Меню на 1 день\. Цели нет, поэтому взял расчётную норму: 1\u00a0850 ккал, /u)
    const small = await person({ sex: 'male', birthDate: '1946-01-10', weightKg: 45, heightCm: 150 })
    expect((await plan(small)).output.aim.kcal).toBe(1_500)
  })
  it('is the reference intake where a fact is missing, which the reply names', async () => {
    const { output, said } = await plan(await person({ ...MAN, heightCm: null }))
    expect(output).toMatchObject({ aim: { basis: 'reference', kcal: 2_000 }, missingFacts: ['height'] })
    expect(said).toMatch(
      /^Меню на 1 день\. Цели нет, и для расчёта нормы не хватает: рост\. Поэтому взял справочную: /u,
    )
    expect((await plan(await person())).output.missingFacts).toEqual(['sex', 'age', 'weight', 'height'])
  })
  it.each([
    [{ ...MAN, birthDate: '2010-01-10' }, null, 'refused nutrition.target_minor'],
    [WOMAN, 'беременность', 'refused nutrition.target_pregnant'],
    [WOMAN, 'анорексия', 'refused nutrition.target_eating_disorder'],
    [MAN, 'фенилкетонурия', 'refused nutrition.plan_doctor'],
    [MAN, 'хроническая болезнь почек', 'refused nutrition.plan_doctor'],
    [MAN, 'гипертония', 'allowed'],
  ])('of %j with %s is %s', async (profile, condition, expected) => {
    const user = await person(profile)
    if (condition) await tools.run(user, 'health_add_condition', { name: condition })
    expect(await refusal(plan(user))).toBe(expected)
  })
  it.each([
    [{ from: FROM, days: 0 }, 'invalid tools.bad_input'],
    [{ from: FROM, days: 15 }, 'invalid tools.bad_input'],
    [{ from: '19.03.2026', days: 1 }, 'invalid tools.bad_input'],
    [{ from: '2026-03-17', days: 1 }, 'invalid nutrition.plan_past'],
    [{ from: '2026-03-18', days: 14 }, 'allowed'],
  ])('is not asked for by %j: %s', async (input, expected) => {
    expect(await refusal(tools.run(await person(MAN), 'nutrition_plan_meals', input))).toBe(expected)
  })
})

describe('a person', () => {
  const without = (allergen: string) =>
    FOODS.filter(({ allergens }) => allergens.some(({ id }) => id === allergen)).map(({ id }) => id)
  it('with allergies gets nothing of them, and hears that they were heeded', async () => {
    const user = await person(MAN)
    for (const name of ['молоко', 'орехи', 'клубника']) await tools.run(user, 'health_add_allergy', { name })
    const { output, said } = await plan(user, 14)
    const forbidden = [...without('milk'), ...without('tree_nuts'), 'strawberries']
    expect(foodsIn(output).filter((id) => forbidden.includes(id))).toEqual([])
    expect(said).toMatch(/^Учёл: (?=[^\n]*молоко)(?=[^\n]*орехи)(?=[^\n]*клубника)/mu)
    expect(said).toContain('сверяйте с этикеткой')
  })
  it('who takes a statin gets no grapefruit, and hears why', async () => {
    const user = await person(MAN)
    await tools.run(user, 'health_add_medication', { name: 'симвастатин' })
    const { output, said } = await plan(user, 14)
    expect(foodsIn(output)).not.toContain('grapefruit')
    expect(said).toContain('Не включил из-за лекарств и болезней: грейпфрут.')
    expect(said).toContain('не лечебная диета')
    const free = await Promise.all(
      ['2026-03-19', '2026-04-02', '2026-04-16'].map(async (from) => plan(await person(MAN), 14, from)),
    )
    expect(free.flatMap(({ output }) => foodsIn(output))).toContain('grapefruit')
  })
  it('who did not agree to the use of health data hears what was not heeded', async () => {
    const user = await person(MAN)
    await tools.run(user, 'health_add_allergy', { name: 'молоко' })
    const { output, said } = await plan({ ...user, consents: [] })
    expect(output.considered).toEqual({ medications: [], conditions: [], allergies: [], profile: false })
    expect(said).toContain('Ваши аллергии, лекарства и болезни не учтены')
  })
  it('who is vegetarian gets neither meat nor fish, a vegan nothing of animals', async () => {
    const kinds = (output: PlanMealsOutput) =>
      new Set(FOODS.filter(({ id }) => foodsIn(output).includes(id)).flatMap((food) => food.kinds as string[]))
    const vegetarian = await person(WOMAN)
    await tools.run(vegetarian, 'health_add_condition', { name: 'вегетарианка' })
    const eaten = kinds((await plan(vegetarian, 14)).output)
    expect(['meat', 'fish', 'seafood'].filter((kind) => eaten.has(kind))).toEqual([])
    expect(eaten.has('dairy')).toBe(true)
    const vegan = await person(WOMAN)
    await tools.run(vegan, 'health_add_condition', { name: 'веган' })
    const { output, said } = await plan(vegan, 14)
    expect(['meat', 'fish', 'seafood', 'dairy', 'egg', 'honey'].filter((kind) => kinds(output).has(kind))).toEqual([])
    expect(said).not.toContain('не лечебная диета')
  })
  it('who may eat next to nothing gets fewer meals and hears it', async () => {
    const user = await person(MAN)
    const names = ['глютен', 'молоко', 'яйца', 'рыба', 'соя', 'орехи', 'мясо', 'бобовые', 'крупы', 'картофель']
    for (const name of names) await tools.run(user, 'health_add_allergy', { name })
    const { output, said } = await plan(user)
    expect(output.missingMeals.length).toBeGreaterThan(0)
    expect(said).toMatch(/Из того, что вам можно, не собрать: |не подходит ни один/u)
    expect(said).toMatch(/До цели не хватает|не подходит ни один/u)
  })
})

it('has words for everything that is said by a computed name', () => {
  const messages = loadMessages(messageFolders())
  const keys = [
    ...['target', 'estimated', 'reference'].map((basis) => `plan_${basis}`),
    ...['breakfast', 'lunch', 'dinner', 'snack'].flatMap((meal) => [`plan_${meal}`, `plan_meal_${meal}`]),
    ...['sex', 'age', 'weight', 'height'].map((fact) => `fact_${fact}`),
    ...['kcal', 'protein', 'fat', 'carbs'].map((figure) => `sum_${figure}`),
  ].map((key) => say(key).key)
  expect(keys.filter((key) => !messages.has(key, 'ru') || !messages.has(key, 'en'))).toEqual([])
})
