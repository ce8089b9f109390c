import { AppError } from '../../core/errors.ts'
import type { MessageParams } from '../../core/messages.ts'
import { stemsOf } from '../../core/words.ts'
import type { SafetyFact } from '../../tools/contract.ts'
import type { Knowledge } from './engine/knowledge.ts'
import { formsOf } from './engine/normal.ts'
import type { StackInput, Subject } from './engine/types.ts'
import type { SportDose } from './knowledge/shapes.ts'
import type { About, Eaten, LogMealInput, SetTargetInput } from './schema.ts'

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

/** Whether the profile says nothing of whom a question is about. */
export const isOther = ({ subject }: About): boolean => subject !== undefined && subject.self !== true

const subjectSaid = ({ self: _, age, ...said }: NonNullable<About['subject']>): Subject =>
  age === undefined ? said : { ...said, ageMonths: Math.floor(age * MONTHS) }

/** The profile as the engine takes it. */
const ownBody = (knowledge: Knowledge, facts: readonly SafetyFact[], today: string): Omit<StackInput, 'items'> => {
  const named = (wanted: SafetyFact['kind']): string[] =>
    facts
      .filter(({ kind, name }) => kind === wanted && (wanted !== 'condition' || STATES[name] === undefined))
      .map((fact) => nameOf(knowledge, fact))
  const states = facts.flatMap(({ kind, name }) => {
    const state = kind === 'condition' ? STATES[name] : undefined
    return state === undefined ? [] : [[state, true] as const]
  })
  const sex = facts.find(({ kind }) => kind === 'sex')?.name
  const weight = facts.find(({ kind }) => kind === 'weight')?.details?.['kg']
  return {
    medications: named('medication'),
    conditions: named('condition'),
    allergies: named('allergy'),
    subject: {
      ageMonths: ageMonthsOf(facts, today),
      sex: sex === 'male' || sex === 'female' ? sex : undefined,
      weightKg: typeof weight === 'number' ? weight : undefined,
      ...Object.fromEntries(states),
    },
  }
}

/** Everything the engine must know of a person: the profile with what was said beside it, or of somebody else only what was said. */
export const personOf = (
  knowledge: Knowledge,
  facts: readonly SafetyFact[],
  today: string,
  about: About,
): Omit<StackInput, 'items'> => {
  const own = ownBody(knowledge, isOther(about) ? [] : facts, today)
  return {
    medications: [...own.medications, ...(about.medications ?? [])],
    conditions: [...own.conditions, ...(about.conditions ?? [])],
    allergies: [...own.allergies, ...(about.allergies ?? [])],
    subject: { ...own.subject, ...subjectSaid(about.subject ?? {}) },
  }
}

type Goal = SportDose['goal']
/** What a goal may be called, as stems; the first that fits counts: what is asked for before the sport it is for. */
const GOALS: readonly (readonly [Goal, string])[] = [
  ['sleep', 'сон сна сну сном сне засыпать засыпание заснуть уснуть спать выспаться высыпаться sleep asleep'],
  ['recovery', 'восстановление восстановить восстановиться восстанавливаться крепатура recovery recover soreness sore'],
  ['hydration', 'вода обезвоживание гидратация электролиты жара hydration hydrated dehydration electrolytes heat'],
  ['focus', 'концентрация концентрироваться внимание бодрость бодрый фокус сосредоточиться focus alertness concentration concentrate'],
  ['power', 'мощность взрывная спринт скорость power explosive sprint speed faster'],
  ['endurance', 'выносливость кардио endurance stamina cardio'],
  ['strength', 'сила сильнее силовой силовые strength stronger'],
  ['muscle', 'мышцы мышца мышечная масса набрать накачаться бодибилдинг muscle mass bulk hypertrophy bodybuilding'],
  ['strength', 'пауэрлифтинг жим становая атлетика армрестлинг стронгмен powerlifting weightlifting lifting strongman arm'],
  ['endurance', 'бег бегать пробежка пробежек забег марафон полумарафон трейл трейлраннинг велосипед велоспорт велогонка плавание триатлон лыжи гребля running run runner trail marathon cycling bike swimming triathlon skiing rowing'],
  ['power', 'хоккей футбол баскетбол волейбол теннис бадминтон кроссфит бокс борьба самбо дзюдо мма football soccer hockey basketball volleyball tennis badminton crossfit boxing wrestling judo mma'],
  ['focus', 'energy'],
] // biome-ignore format: a table
const STEMS = GOALS.map(
  ([goal, words]) => [goal, new Set(stemsOf(words.split(' ').flatMap(formsOf).join(' ')))] as const,
)

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
export const FLOOR = { female: 1_200, male: 1_500 } as const
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
