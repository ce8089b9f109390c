import { AppError } from '../../core/errors.ts'
import type { MessageParams } from '../../core/messages.ts'
import { stemsOf } from '../../core/words.ts'
import type { SafetyFact } from '../../tools/contract.ts'
import type { Knowledge } from './engine/knowledge.ts'
import type { StackInput, Subject } from './engine/types.ts'
import type { SportDose } from './knowledge/shapes.ts'
import type { Eaten, Instead, LogMealInput, SetTargetInput } from './schema.ts'

/** Decisions about nutrition, free of I/O and clock: facts in, result out. */

/** An `invalid` error about one field, said as message `nutrition.<key>`. */
export const invalid = (path: string, key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `nutrition.${key}`, params, { errors: [{ path, message: key }] })
const refused = (key: string, params: MessageParams = {}): AppError =>
  new AppError('refused', `nutrition.${key}`, params)

const MONTHS = 12
const monthsBetween = (birth: string, today: string): number => {
  const [years = 0, months = 0, days = 0] = [birth, today]
    .map((date) => date.split('-').map(Number))
    .reduce((from, to) => to.map((part, at) => part - (from[at] ?? 0)))
  return years * MONTHS + months - (days < 0 ? 1 : 0)
}
const ageMonthsOf = (facts: readonly SafetyFact[], today: string): number | undefined => {
  const details = facts.find(({ kind }) => kind === 'age')?.details
  if (typeof details?.['birthDate'] === 'string') return monthsBetween(details['birthDate'], today)
  return typeof details?.['years'] === 'number' ? details['years'] * MONTHS : undefined
}

/** Of the profile's words and its canonical name, the one the knowledge knows whole. */
const nameOf = (knowledge: Knowledge, { name, details }: SafetyFact): string => {
  const words = typeof details?.['words'] === 'string' ? details['words'] : name
  const kinds = new Set(['substance', 'form', 'product', 'drug', 'class', 'condition', 'allergen'] as const)
  const known = [words, name].find((text) => {
    const { found, unknown } = knowledge.names.resolve(text, kinds)
    return found.length > 0 && unknown.length === 0
  })
  return known ?? words
}

/** Facts of the profile that are no illness: their canonical names there, and what they are here. */
const STATES: Readonly<Record<string, keyof Subject>> = {
  pregnancy: 'pregnant',
  breastfeeding: 'breastfeeding',
  'trying to conceive': 'trying',
  smoking: 'smoker',
}

/** Everything the engine must know of a person; fields of the input replace those of the profile. */
export const personOf = (
  knowledge: Knowledge,
  facts: readonly SafetyFact[],
  today: string,
  instead: Instead,
): Omit<StackInput, 'items'> => {
  const named = (wanted: SafetyFact['kind']): string[] =>
    facts
      .filter(({ kind, name }) => kind === wanted && (wanted !== 'condition' || STATES[name] === undefined))
      .map((fact) => nameOf(knowledge, fact))
  const states = instead.conditions
    ? []
    : facts.flatMap(({ kind, name }) => {
        const state = kind === 'condition' ? STATES[name] : undefined
        return state === undefined ? [] : [[state, true] as const]
      })
  const sex = facts.find(({ kind }) => kind === 'sex')?.name
  const weight = facts.find(({ kind }) => kind === 'weight')?.details?.['kg']
  const { age, ...said } = instead.subject ?? {}
  const own: Subject = {
    ageMonths: ageMonthsOf(facts, today),
    sex: sex === 'male' || sex === 'female' ? sex : undefined,
    weightKg: typeof weight === 'number' ? weight : undefined,
  }
  const body: Subject = instead.subject
    ? { ...said, ageMonths: age === undefined ? undefined : Math.floor(age * MONTHS) }
    : own
  return {
    medications: instead.medications ?? named('medication'),
    conditions: instead.conditions ?? named('condition'),
    allergies: instead.allergies ?? named('allergy'),
    subject: { ...Object.fromEntries(states), ...body },
  }
}

type Goal = SportDose['goal']
/** What a goal may be called, as stems; the first that fits counts. */
const GOALS: readonly (readonly [Goal, string])[] = [
  ['strength', 'сила силовой силовые пауэрлифтинг жим становая strength powerlifting lifting'],
  ['endurance', 'выносливость бег марафон полумарафон велосипед плавание триатлон лыжи endurance running run marathon cycling swimming triathlon cardio'],
  ['power', 'мощность взрывная спринт скорость хоккей футбол кроссфит power sprint speed football hockey crossfit'],
  ['recovery', 'восстановление восстановиться крепатура recovery recover soreness'],
  ['muscle', 'мышцы мышечная масса набрать бодибилдинг muscle mass bulk hypertrophy bodybuilding'],
  ['focus', 'концентрация внимание бодрость фокус сосредоточиться focus alertness concentration energy'],
  ['hydration', 'вода обезвоживание гидратация электролиты жара hydration dehydration electrolytes heat'],
  ['sleep', 'сон засыпать выспаться sleep asleep'],
] // biome-ignore format: a table
const STEMS = GOALS.map(([goal, words]) => [goal, new Set(stemsOf(words))] as const)

/** A goal of sport, "disease" for the treatment of one, or null for words that name neither. */
export const goalOf = (knowledge: Knowledge, ...said: readonly (string | undefined)[]): Goal | 'disease' | null => {
  for (const text of said) {
    if (text === undefined) continue
    const stems = stemsOf(text)
    const goal = STEMS.find(([, words]) => stems.some((stem) => words.has(stem)))?.[0]
    const illness = knowledge.names.resolve(text, new Set(['condition'])).found.length > 0
    if (illness || stemsOf('лечить вылечить лечение treat cure treatment').some((stem) => stems.includes(stem)))
      return 'disease'
    if (goal) return goal
  }
  return null
}

const FIGURES = ['kcal', 'protein', 'fat', 'carbs'] as const
/** What items add up to; a figure nobody gave makes its sum incomplete. */
export const eatenOf = (items: LogMealInput['items']): Eaten => {
  const sum = (figure: (typeof FIGURES)[number]) => ({
    // Tenths: sums of decimals do not depend on their order.
    value: items.reduce((total, item) => total + Math.round((item[figure] ?? 0) * 10), 0) / 10,
    complete: items.every((item) => item[figure] !== undefined),
  })
  return { kcal: sum('kcal'), protein: sum('protein'), fat: sum('fat'), carbs: sum('carbs') }
}

/**
 * The least a day may aim at without a doctor, kcal: the lower ends of the diets of 1,200–1,500 kcal for women and
 * 1,500–1,800 kcal for men of the 2013 AHA/ACC/TOS Guideline for the Management of Overweight and Obesity in Adults
 * (Jensen et al., Circulation 2014;129(25 Suppl 2):S102–S138), recommendation 3a.
 */
const FLOOR = { female: 1_200, male: 1_500 } as const
/** Energy of a gram, kcal: Regulation (EU) No 1169/2011, annex XIV. */
const ENERGY = { protein: 4, fat: 9, carbs: 4 } as const
const ADULT = 18 * MONTHS

/** The least energy that figures mean: as said, or what all three nutrients come to. */
const energyOf = ({ kcal, protein, fat, carbs }: SetTargetInput): number | null => {
  const nutrients =
    protein === undefined || fat === undefined || carbs === undefined
      ? null
      : protein * ENERGY.protein + fat * ENERGY.fat + carbs * ENERGY.carbs
  const said = [kcal ?? null, nutrients].filter((one) => one !== null)
  return said.length === 0 ? null : Math.min(...said)
}

/**
 * Refuses a target that may harm: any with an eating disorder; one of energy for minors, in pregnancy, or under the
 * floor. A sex nobody told has the higher floor.
 */
export const assertTarget = (target: SetTargetInput, person: Omit<StackInput, 'items'>, knowledge: Knowledge): void => {
  const { subject, conditions } = person
  const ill = conditions.flatMap((text) => knowledge.names.resolve(text, new Set(['condition'])).found)
  if (ill.some(({ id }) => knowledge.conditionWithParents(id).includes('eating_disorder')))
    throw refused('target_eating_disorder')
  const kcal = energyOf(target)
  if (kcal === null) return
  if (subject.ageMonths !== undefined && subject.ageMonths < ADULT) throw refused('target_minor')
  if (subject.pregnant) throw refused('target_pregnant')
  const floor = FLOOR[subject.sex ?? 'male']
  if (kcal < floor) throw refused('target_floor', { kcal, floor, sex: subject.sex ?? 'unknown' })
}
