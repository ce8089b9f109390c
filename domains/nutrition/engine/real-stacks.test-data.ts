/** Random stacks and people out of the real knowledge, for properties that hold whatever is in it. */
import fc from 'fast-check'
import { knowledge } from '../knowledge/index.ts'
import type { Product } from '../knowledge/shapes.ts'
import { fromUnit } from './amounts.ts'
import { check } from './check.ts'
import { BadItem } from './stack.ts'
import type { CheckResult, Item, StackInput, Subject } from './types.ts'

const { data, substances: byId } = knowledge()

export const run = (input: Partial<StackInput> & Pick<StackInput, 'items'>): CheckResult =>
  check(knowledge(), { medications: [], conditions: [], allergies: [], subject: {}, ...input })
/** What a check comes to: a result, or why an amount is refused. */
export const outcome = (input: StackInput): CheckResult | BadItem['why'] => {
  try {
    return run(input)
  } catch (error) {
    if (error instanceof BadItem) return error.why
    throw error
  }
}

type Names = { names: { ru: readonly string[]; en: readonly string[] } }
const anyName = (row: Names, { ru, en }: { ru: string; en: string }) =>
  fc.constantFrom(ru, en, ...row.names.ru, ...row.names.en)

/** What levels and rules compare amounts of a substance with, in micrograms: amounts around them are the telling ones. */
const marksOf = (substance: string): number[] => {
  const levels = data.limits
    .filter((limit) => limit.substance === substance)
    .flatMap(({ bands, unit }) => bands.map(({ value }) => fromUnit(value, unit) / 1e3))
  const doses = data.rules
    .filter(({ subject }) => subject.id === substance)
    .flatMap(({ when }) => [...JSON.stringify(when).matchAll(/"atLeast":([\d.]+),"unit":"(m?c?g)"/gu)])
    .map(([, value, unit]) => fromUnit(Number(value), unit ?? 'mg') / 1e3)
  const usual = { mcg: 100, mg: 100_000, g: 10_000_000, cfu: 1000 }[byId.get(substance)?.unit ?? 'mg']
  return levels.length + doses.length > 0 ? [...levels, ...doses] : [usual]
}

/** A multiple of four micrograms of a form, near a mark of its substance. */
const micrograms = (substance: string, fraction: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.constantFrom(...marksOf(substance)), fc.constantFrom(0.1, 0.4, 0.9, 1, 1.1, 1.9, 2.2, 6))
    .map(([mark, times]) => Math.max(1, Math.round((mark * times) / fraction / 4)) * 4)

const how = fc.record(
  {
    per: fc.constantFrom('day' as const, 'dose' as const),
    times: fc.integer({ min: 1, max: 4 }),
    prescribed: fc.boolean(),
  },
  { requiredKeys: [] },
)

const FORMS = data.forms.filter(({ substance }) => byId.get(substance)?.unit !== 'cfu')
/** A substance or a form of it, weighed in micrograms. */
export const weighed: fc.Arbitrary<Item> = fc.constantFrom(...FORMS).chain((form) => {
  const row = form.id === form.substance ? (byId.get(form.substance) ?? form) : form
  // Words of a salt are its names only beside the element.
  const name = form.needsSubstance ? fc.constantFrom(form.name.ru, form.name.en) : anyName(row, form.name)
  return fc
    .tuple(name, micrograms(form.substance, form.fraction), how)
    .map(([text, amount, more]) => ({ name: text, amount, unit: 'мкг', ...more }))
})
const PIECES: Readonly<Record<Product['piece'], string>> = {
  tablet: 'таблетки',
  capsule: 'капсулы',
  drop: 'капли',
  ml: 'мл',
  sachet: 'саше',
  ampoule: 'ампулы',
  portion: 'порции',
  gram: 'г',
}
/** Pieces of a product, an even number of them. */
export const counted: fc.Arbitrary<Item> = fc
  .constantFrom(...data.products)
  .chain((product) =>
    fc
      .tuple(anyName(product, product.name), fc.constantFrom(2, 4), how)
      .map(([name, amount, more]) => ({ name, amount, unit: PIECES[product.piece], ...more })),
  )
const unweighed: fc.Arbitrary<Item> = fc
  .constantFrom(...data.substances.map(({ name }) => name.ru), ...data.drugs.map(({ inn }) => inn.en), 'зюзюлин')
  .map((name) => ({ name }))

export const anItem: fc.Arbitrary<Item> = fc.oneof(
  { arbitrary: weighed, weight: 6 },
  { arbitrary: counted, weight: 2 },
  { arbitrary: unweighed, weight: 1 },
)
export const someItems = (one: fc.Arbitrary<Item> = anItem): fc.Arbitrary<Item[]> =>
  fc.array(one, { minLength: 1, maxLength: 5 })

export const aMedicine = fc.constantFrom(
  ...data.drugs.flatMap(({ inn }) => [inn.ru, inn.en]),
  ...data.drugClasses.flatMap(({ name }) => [name.ru, name.en]),
  ...data.products.filter(({ medicine }) => medicine).map(({ name }) => name.ru),
  'зюзюлин',
)
export const aCondition = fc.constantFrom(...data.conditions.flatMap(({ name }) => [name.ru, name.en]), 'зюзюлит')
export const anAllergy = fc.constantFrom(
  ...data.allergens.flatMap(({ name }) => [name.ru, name.en]),
  ...data.substances.map(({ name }) => name.ru),
  'зюзюля',
)

export const aSubject: fc.Arbitrary<Subject> = fc.record(
  {
    ageMonths: fc.oneof(fc.integer({ min: 0, max: 100 * 12 }), fc.integer({ min: 14 * 12, max: 55 * 12 })),
    sex: fc.constantFrom('male' as const, 'female' as const),
    weightKg: fc.integer({ min: 10, max: 150 }),
    pregnant: fc.boolean(),
    breastfeeding: fc.boolean(),
    trying: fc.boolean(),
    smoker: fc.boolean(),
    alcohol: fc.boolean(),
    dopingControlled: fc.boolean(),
    egfr: fc.integer({ min: 10, max: 120 }),
    surgeryInDays: fc.integer({ min: 0, max: 30 }),
  },
  { requiredKeys: [] },
)
export const aPerson = fc.record({
  medications: fc.array(aMedicine, { maxLength: 4 }),
  conditions: fc.array(aCondition, { maxLength: 3 }),
  allergies: fc.array(anAllergy, { maxLength: 2 }),
  subject: aSubject,
})
