import { stemsOf } from '../../../core/words.ts'
import { KIND_WORDS, WITH_UNKNOWN_MEDICINE } from '../knowledge/foods.ts'
import type { Dish, Food, FoodBan } from '../knowledge/shapes.ts'
import { check } from './check.ts'
import type { Knowledge } from './knowledge.ts'
import type { NamedKind } from './names.ts'
import type { CheckResult, Item, Missing, Question, StackInput } from './types.ts'

/** What a person must not eat: by their allergies, their medicines and conditions, and the checks of interactions. */

type Person = Omit<StackInput, 'items'>
export interface FoodKnowledge {
  foods: readonly Food[]
  dishes: readonly Dish[]
  bans: readonly FoodBan[]
}
export interface Forbidden {
  ids: ReadonlySet<string>
  /** What took foods away, in the person's words. */
  heeded: readonly { kind: 'allergy' | 'medication' | 'condition'; text: string }[]
  /** Foods that the checks took away because of a medicine or a condition. */
  avoided: readonly Food[]
  /** Allergies that name nothing known. */
  unknown: readonly string[]
}

/** Words of an allergy that name no food. */
const STOP = new Set(
  stemsOf(
    'аллергия аллергик непереносимость реакция пищевая сильная на не и к от у меня мне ем нельзя варёный готовый запечённый тушёный свежий цельный ' +
      'allergy allergic intolerance intolerant food severe i am have cannot eat to the and of on a cooked boiled baked roast stewed fresh plain',
  ),
)
const SHORTEST = 4

/** Whether two stems are of one word: "яблочн" and "яблок". A short one must be the same. */
const akin = (a: string, b: string): boolean => {
  const least = Math.max(SHORTEST, Math.min(a.length, b.length) - 2)
  return a === b || (a.length >= SHORTEST && a.slice(0, least) === b.slice(0, least))
}

const stemsMade = new WeakMap<Food, readonly string[]>()
/** Stems of all that a food may be called, made once. */
const stemsOfFood = (food: Food): readonly string[] => {
  const { name, names, kinds } = food
  const made =
    stemsMade.get(food) ??
    stemsOf([name.ru, name.en, ...names.ru, ...names.en, ...kinds.map((kind) => KIND_WORDS[kind])].join(' ')).filter(
      (stem) => !STOP.has(stem),
    )
  stemsMade.set(food, made)
  return made
}

const known = (knowledge: Knowledge, text: string, ...kinds: NamedKind[]) =>
  knowledge.names.resolve(text, new Set(kinds)).found

/** Whether a food is or holds one of these allergens, substances or kinds. Traces count. */
const holdsAny = (knowledge: Knowledge, food: Food, ids: ReadonlySet<string>): boolean =>
  food.kinds.some((kind) => ids.has(kind)) ||
  (food.substance !== undefined && ids.has(food.substance)) ||
  food.allergens.some(({ id }) => knowledge.allergenWithParents(id).some((one) => ids.has(one)))

/** Whether something told is what a ban is about, a kind of it, or something wider that may be it. */
const meets = (told: readonly string[], id: string, upwards: (id: string) => readonly string[]): boolean =>
  told.some((one) => upwards(one).includes(id) || upwards(id).includes(one))

const VEGAN = /веган|vegan|plant.based/iu
/** What a ban of a medicine's class or of a condition takes away. */
const bannedBy = (
  knowledge: Knowledge,
  bans: readonly FoodBan[],
  text: string,
  of: 'class' | 'condition',
): string[] => {
  const told =
    of === 'condition'
      ? known(knowledge, text, 'condition').map(({ id }) => id)
      : known(knowledge, text, 'drug', 'class').flatMap(({ kind, id }) =>
          kind === 'class' ? [id] : [id, ...knowledge.partsOf(id)].flatMap((drug) => [...knowledge.classesOf(drug)]),
        )
  const upwards = (id: string): string[] =>
    of === 'condition' ? knowledge.conditionWithParents(id) : knowledge.classWithParents(id)
  // The classes of a named medicine stand with their parents, which are no wider guess of it.
  const direct = of === 'class' && known(knowledge, text, 'drug').length > 0
  const held = bans.filter(
    ({ subject: { kind, id } }) => kind === of && (direct ? told.includes(id) : meets(told, id, upwards)),
  )
  const vegan = told.includes('vegetarian_diet') && VEGAN.test(text)
  return [...held.flatMap(({ without }) => without), ...(vegan ? ['dairy', 'egg', 'honey'] : [])]
}

/** Questions about the body rather than about a medicine or a condition. */
const BODILY: ReadonlySet<Missing> = new Set([
  'age',
  'sex',
  'weight',
  'pregnancy',
  'breastfeeding',
  'smoking',
  'amount',
])

/** Findings and open questions worth a warning: `told` without the questions about the body. */
interface Alarms {
  told: ReadonlySet<string>
  all: ReadonlySet<string>
}
const alarmsOf = ({ findings, questions }: CheckResult): Alarms => {
  const found = findings
    .filter(({ severity }) => severity !== 'minor')
    .map(({ ruleId, subject }) => `${ruleId} ${subject}`)
  const open = questions.filter(({ upTo }) => upTo !== 'minor' && upTo !== 'ok')
  const rules = (list: readonly Question[]): string[] => list.flatMap((question) => question.rules)
  return {
    told: new Set([...found, ...rules(open.filter(({ fact }) => !BODILY.has(fact)))]),
    all: new Set([...found, ...rules(open)]),
  }
}

/**
 * Foods that the checks warn of, each at twice its largest portion, and all the rest of them together: a check never
 * warns less of more, so no day of what is left is warned of. `told`: those because of a medicine or a condition.
 */
const interacting = (
  knowledge: Knowledge,
  { foods, dishes }: FoodKnowledge,
  person: Person,
): { told: Food[]; all: Food[] } => {
  const run = (items: readonly Item[]): CheckResult => check(knowledge, { ...person, items })
  const itemOf = (substance: string): Item => {
    const own = new Set(foods.filter((food) => food.substance === substance).map(({ id }) => id))
    const highs = dishes.flatMap(({ parts }) => parts.flatMap((p) => (p.foods.some((id) => own.has(id)) ? p.high : [])))
    return { name: knowledge.nameOf(substance)?.en ?? substance, amount: 2 * Math.max(...highs), unit: 'g', per: 'day' }
  }
  const nothing = run([])
  const before = alarmsOf(nothing)
  const warned = (substances: readonly string[], which: keyof Alarms): boolean =>
    alarmsOf(run(substances.map(itemOf)))[which].difference(before[which]).size > 0
  const substances = [...new Set(foods.flatMap(({ substance }) => substance ?? []))]
  const bad = new Set(substances.filter((substance) => warned([substance], 'all')))
  const left = substances.filter((substance) => !bad.has(substance))
  if (warned(left, 'all')) for (const substance of left) bad.add(substance)
  const unsure = nothing.unknowns.some(({ kind }) => kind === 'medication')
  const all = foods.filter(
    ({ id, substance }) =>
      (substance !== undefined && bad.has(substance)) || (unsure && WITH_UNKNOWN_MEDICINE.includes(id)),
  )
  const told = new Set([...bad].filter((substance) => warned([substance], 'told')))
  return { all, told: all.filter(({ substance = '' }) => unsure || told.has(substance)) }
}

/** Foods that an allergy in any words takes away, and whether its words name anything at all. */
const ofAllergy = (knowledge: Knowledge, food: FoodKnowledge, text: string): { foods: Food[]; known: boolean } => {
  const found = known(knowledge, text, 'allergen', 'substance', 'condition')
  const without = new Set([
    ...found.flatMap(({ kind, id }) => (kind === 'allergen' ? knowledge.allergenWithParents(id) : [id])),
    ...bannedBy(knowledge, food.bans, text, 'condition'),
  ])
  // Words of an allergen are its name; any other may be a food of its own.
  const allergens = found.filter(({ kind }) => kind === 'allergen').flatMap(({ words }) => words)
  const said = new Set(stemsOf(allergens.join(' ')))
  const stems = stemsOf(text).filter((stem) => !STOP.has(stem) && !said.has(stem))
  const named = (one: Food): boolean => stemsOfFood(one).some((own) => stems.some((stem) => akin(own, stem)))
  const foods = food.foods.filter((one) => holdsAny(knowledge, one, without) || named(one))
  return { foods, known: found.length > 0 || foods.length > 0 || known(knowledge, text, 'drug', 'class').length > 0 }
}

export const forbiddenFor = (knowledge: Knowledge, food: FoodKnowledge, person: Person): Forbidden => {
  const allergies = person.allergies.map((text) => ({
    kind: 'allergy' as const,
    text,
    ...ofAllergy(knowledge, food, text),
  }))
  const banned = (kind: 'medication' | 'condition', texts: readonly string[]) =>
    texts.map((text) => {
      const without = new Set(bannedBy(knowledge, food.bans, text, kind === 'medication' ? 'class' : 'condition'))
      return { kind, text, foods: food.foods.filter((one) => holdsAny(knowledge, one, without)) }
    })
  const taken = [...allergies, ...banned('medication', person.medications), ...banned('condition', person.conditions)]
  const ids = new Set(taken.flatMap(({ foods }) => foods.map(({ id }) => id)))
  const { told, all } = interacting(knowledge, food, person)
  return {
    ids: new Set([...ids, ...all.map(({ id }) => id)]),
    heeded: taken.filter(({ foods }) => foods.length > 0).map(({ kind, text }) => ({ kind, text })),
    avoided: told.filter(({ id }) => !ids.has(id)),
    unknown: allergies.filter((one) => !one.known).map(({ text }) => text),
  }
}
