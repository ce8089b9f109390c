import { z } from 'zod'

// What an entry of the knowledge holds. Data files call the constructors at the end, which give plain readonly objects;
// `knowledge.test.ts` checks every entry with these schemas and every reference between them.

const id = z.string().regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/)
const bilingual = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) })
const names = z.strictObject({ ru: z.array(z.string().min(1)), en: z.array(z.string().min(1)) })
const day = z.iso.date()

/** Amounts are of the analyte: what a limit counts, never of its salt. */
export const analyteUnit = z.enum(['mcg', 'mg', 'g', 'cfu'])

export const source = z.strictObject({
  id,
  kind: z.enum(['law', 'label', 'regulator', 'guideline', 'review', 'trial', 'reference_db']),
  org: z.string().min(1),
  title: z.string().min(1),
  year: z.int().min(1950).max(2026),
  /** Table, section or article number, or a DOI. */
  locator: z.string().min(1).optional(),
  url: z.url().optional(),
  /** `desk`: named from professional literature and not opened; `read`: figures compared with the source. */
  checked: z.enum(['desk', 'read']),
  /** Labels and doping lists are read again every year, limits every two. */
  expires: day,
})
export type Source = z.infer<typeof source>

export const substance = z.strictObject({
  id,
  kind: z.enum([
    'vitamin',
    'mineral',
    'amino',
    'botanical',
    'stimulant',
    'protein',
    'probiotic',
    'hormone',
    'lipid',
    'food',
    'doping',
    'other',
  ]),
  /** The name a reply uses. */
  name: bilingual,
  /** Every other name people use, nominative case, lower case: common, latin, chemical, abbreviation. No brands. */
  names,
  unit: analyteUnit,
  /** Words that look alike and are something else: "мёд" is no "медь". Each must not resolve to this substance. */
  lookalikes: z.array(z.string().min(1)),
  /** `polyvalent_cations`, `serotonergic`, `stimulant`, `antiplatelet`, `cyp3a4_inducer`, `hypoglycaemic`, `sedative`, `hepatotoxic`, `caffeine_source`, `fibre`… */
  groups: z.array(id),
  allergens: z.array(z.strictObject({ id, certainty: z.enum(['contains', 'may', 'by_source']) })),
  /** How much of the substance a usual amount of food holds, when it is also a food: "чашка кофе" is caffeine. */
  parts: z.array(z.strictObject({ substance: id, perGram: z.number().positive() })),
})
export type Substance = z.infer<typeof substance>

/** A chemical form: how much of the analyte is in it. The first form of a substance is what its bare name means. */
export const form = z.strictObject({
  id,
  substance: id,
  name: bilingual,
  names,
  /** Mass of the analyte in a mass of the form, 0..1; 1 for the element or vitamin itself. */
  fraction: z.number().positive().max(1),
  /** Micrograms of the analyte in one IU; only where the unit is defined for this form. */
  mcgPerIu: z.number().positive().optional(),
  /** Counts for the upper level this many times its mass: calcidiol 2.5. */
  weightForLimit: z.number().positive().optional(),
  /** Words that name this form need the substance beside them: "цитрат" alone is none. */
  needsSubstance: z.boolean(),
  source: id,
})
export type Form = z.infer<typeof form>

/** A brand is a composition, never an alias of one substance. */
export const product = z.strictObject({
  id,
  name: bilingual,
  names,
  /** What one of it is: one tablet, one drop, one ml. */
  piece: z.enum(['tablet', 'capsule', 'drop', 'ml', 'sachet', 'ampoule', 'portion', 'gram']),
  components: z
    .array(
      z.strictObject({
        form: id,
        amount: z.number().positive().nullable(),
        unit: z.enum(['mcg', 'mg', 'g', 'iu', 'cfu']),
      }),
    )
    .min(1),
  /** Other things in it that a rule may name: aspartame, lactose, sorbitol, sucrose, gelatin, soy, ethanol. */
  excipients: z.array(id),
  /** A registered medicine rather than a supplement. */
  medicine: z.boolean(),
  source: id,
})
export type Product = z.infer<typeof product>

export const drug = z.strictObject({
  id,
  inn: bilingual,
  /** Other names and brands in each language, nominative case, lower case. */
  names,
  classes: z.array(id).min(1),
  /** A fixed combination: its parts, each a drug; it is a drug of its own. */
  parts: z.array(id),
  /** ATC code, as a reference. */
  atc: z
    .string()
    .regex(/^[A-Z]\d{2}(?:[A-Z]{1,2}(?:\d{2})?)?$/)
    .optional(),
})
export type Drug = z.infer<typeof drug>

export const drugClass = z.strictObject({ id, name: bilingual, names, parent: id.optional() })
export type DrugClass = z.infer<typeof drugClass>

export const condition = z.strictObject({ id, name: bilingual, names, parent: id.optional() })
export type Condition = z.infer<typeof condition>

export const allergen = z.strictObject({ id, name: bilingual, names, parent: id.optional(), eu14: z.boolean() })
export type Allergen = z.infer<typeof allergen>

export const authority = z.enum(['nasem', 'efsa', 'ru'])
/** Ages in whole months, `to` exclusive; null is no end. Unset sex or stage fits everyone of the age who is in no stage. */
export const band = z.strictObject({
  from: z.int().min(0),
  to: z.int().nullable(),
  sex: z.enum(['male', 'female']).optional(),
  stage: z.enum(['pregnant', 'lactating']).optional(),
  value: z.number().positive(),
})
export type Band = z.infer<typeof band>
export const limit = z.strictObject({
  substance: id,
  authority,
  kind: z.enum(['UL', 'safe_level', 'guidance', 'not_established']),
  /** What is counted: everything, or only what comes from supplements and medicines. */
  basis: z.enum(['total', 'supplemental']),
  /** Only these forms count; empty: all. */
  forms: z.array(id),
  unit: analyteUnit,
  bands: z.array(band),
  effect: bilingual,
  /** Drug classes and conditions the level was not set for: the level is no assurance for them. */
  notCovering: z.array(z.strictObject({ kind: z.enum(['class', 'condition']), id })),
  source: id,
})
export type Limit = z.infer<typeof limit>
export const intake = z.strictObject({
  substance: id,
  authority,
  kind: z.enum(['RDA', 'AI', 'PRI', 'RNI', 'CDRR']),
  unit: analyteUnit,
  bands: z.array(band).min(1),
  source: id,
})
export type Intake = z.infer<typeof intake>

export const sportDose = z.strictObject({
  id,
  substance: id,
  goal: z.enum(['strength', 'endurance', 'power', 'recovery', 'muscle', 'focus', 'hydration', 'sleep']),
  /** Evidence tier of the IOC and AIS frameworks. */
  tier: z.enum(['A', 'B', 'C']),
  perKg: z.tuple([z.number(), z.number()]).nullable(),
  absolute: z.tuple([z.number(), z.number()]).nullable(),
  unit: z.enum(['mg', 'g']),
  per: z.enum(['day', 'dose', 'hour']),
  timing: bilingual,
  note: bilingual.optional(),
  source: id,
})
export type SportDose = z.infer<typeof sportDose>

/**
 * When a rule holds. Three-valued: a fact nobody told is unknown, and a rule that depends on it asks.
 * There is no "not": adding an item, medicine or condition can only make more rules hold. Exceptions are narrower rules.
 */
export type Predicate =
  | { all: readonly Predicate[] }
  | { any: readonly Predicate[] }
  | { drug: string }
  | { class: string }
  | { condition: string }
  | { allergy: string }
  | { stage: 'pregnant' | 'lactating' | 'trying' }
  | { underYears: number }
  | { overYears: number }
  | { sex: 'male' | 'female' }
  | { smoker: true }
  | { alcohol: true }
  | { dopingControlled: true }
  | { egfrUnder: number }
  | { surgeryWithinDays: number }
  /** Of the rule's subject, in its analyte; `kg`: per kilogram of body weight. */
  | { dose: { atLeast: number; unit: 'mcg' | 'mg' | 'g'; per: 'day' | 'single' | 'kg_day' } }
  /** Another substance or group of the stack beside the subject. */
  | { with: string; atLeast?: { amount: number; unit: 'mcg' | 'mg' | 'g' } | undefined }
  /** At least so many different members of a group in the stack. */
  | { members: { group: string; atLeast: number } }
  /** Always: the subject alone is enough. */
  | { always: true }

const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(predicate).min(2) }),
    z.strictObject({ any: z.array(predicate).min(2) }),
    z.strictObject({ drug: id }),
    z.strictObject({ class: id }),
    z.strictObject({ condition: id }),
    z.strictObject({ allergy: id }),
    z.strictObject({ stage: z.enum(['pregnant', 'lactating', 'trying']) }),
    z.strictObject({ underYears: z.number().positive() }),
    z.strictObject({ overYears: z.number().positive() }),
    z.strictObject({ sex: z.enum(['male', 'female']) }),
    z.strictObject({ smoker: z.literal(true) }),
    z.strictObject({ alcohol: z.literal(true) }),
    z.strictObject({ dopingControlled: z.literal(true) }),
    z.strictObject({ egfrUnder: z.number().positive() }),
    z.strictObject({ surgeryWithinDays: z.int().positive() }),
    z.strictObject({
      dose: z.strictObject({
        atLeast: z.number().positive(),
        unit: z.enum(['mcg', 'mg', 'g']),
        per: z.enum(['day', 'single', 'kg_day']),
      }),
    }),
    z.strictObject({
      with: id,
      atLeast: z.strictObject({ amount: z.number().positive(), unit: z.enum(['mcg', 'mg', 'g']) }).optional(),
    }),
    z.strictObject({ members: z.strictObject({ group: id, atLeast: z.int().min(2) }) }),
    z.strictObject({ always: z.literal(true) }),
  ]),
)

export const severity = z.enum(['none', 'minor', 'moderate', 'major', 'contraindicated'])
export const rule = z.strictObject({
  id: z.string().regex(/^R\d{3}[a-z]?$/),
  /** What the rule is about: a substance, a group of them, a chemical form, or an excipient of products. */
  subject: z.strictObject({ kind: z.enum(['substance', 'group', 'form', 'excipient']), id }),
  when: predicate,
  /** `none` documents that there is no relevant interaction. */
  severity,
  evidence: z.enum(['a', 'b', 'c', 'ungraded']),
  action: z.enum(['avoid', 'separate_hours', 'cap_dose', 'monitor', 'ask_doctor', 'test_first', 'inform']),
  /** Of `separate_hours`: at least so many hours apart. */
  hours: z.number().positive().optional(),
  /** Of `cap_dose`: no more than this a day, of the analyte. */
  cap: z.strictObject({ amount: z.number().positive(), unit: z.enum(['mcg', 'mg', 'g']) }).optional(),
  /** What happens and why, one short plain sentence; never an instruction about a prescribed medicine. */
  why: bilingual,
  /** What the person does, one short plain sentence. */
  advice: bilingual,
  sources: z.array(z.strictObject({ id, locator: z.string().optional() })).min(1),
  /** `draft`: its source awaits a curator; it counts, and says so. */
  status: z.enum(['draft', 'reviewed']),
})
export type Rule = z.infer<typeof rule>

export const doping = z.strictObject({
  substance: id,
  class: z.enum(['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'P1', 'M1', 'M2', 'M3', 'none']),
  when: z.enum(['always', 'in_competition', 'never']),
  status: z.enum(['prohibited', 'monitored', 'permitted']),
  threshold: bilingual.optional(),
  from: day,
  to: day.nullable(),
  source: id,
})
export type Doping = z.infer<typeof doping>

/** What several foods have in common, where it decides who may eat them. */
export const foodKind = z.enum([
  'meat',
  'red_meat',
  'poultry',
  'pork',
  'fish',
  'seafood',
  'egg',
  'dairy',
  'honey',
  'fruit',
  'berry',
  'citrus',
  'stone_fruit',
  'nightshade',
  'crucifer',
  'corn',
  'cereal',
  'tyramine',
  'purine',
  'oxalate',
  'copper',
])
export type FoodKind = z.infer<typeof foodKind>
const per100 = z.number().min(0).max(100)
/** A food of menus, per 100 g as eaten: kcal, and grams of the rest. */
export const food = z.strictObject({
  id,
  name: bilingual,
  /** What else people call it or are allergic to. */
  names,
  kcal: z.number().positive().max(900),
  protein: per100,
  fat: per100,
  /** With fibre. */
  carbs: per100,
  fibre: per100,
  /** `may`: labels warn of traces. */
  allergens: z.array(z.strictObject({ id, certainty: z.enum(['contains', 'may']) })),
  kinds: z.array(foodKind),
  /** What the checks of interactions know it as. */
  substance: id.optional(),
  /** Grams it is measured out by: a piece, or 5. */
  step: z.int().positive().multipleOf(5),
  source: id,
})
export type Food = z.infer<typeof food>

export const mealKind = z.enum(['breakfast', 'lunch', 'dinner', 'snack'])
export type MealKind = z.infer<typeof mealKind>
/** A dish of menus: one to five foods and how much of each, g. */
export const dish = z.strictObject({
  id,
  name: bilingual,
  /** The meal it is the main thing of; null for what only stands beside. */
  meal: mealKind.nullable(),
  beside: z.array(mealKind),
  parts: z
    .array(
      z.strictObject({
        /** One of them. */
        foods: z.array(id).min(1),
        low: z.int().positive().multipleOf(5),
        high: z.int().positive().multipleOf(5),
        /** The dish is itself without it. */
        optional: z.boolean(),
      }),
    )
    .min(1)
    .max(5),
})
export type Dish = z.infer<typeof dish>

/** Kinds of food or allergens that a menu for a medicine or a condition leaves out. */
export const foodBan = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['class', 'condition']), id }),
  without: z.array(id).min(1),
  source: id,
})
export type FoodBan = z.infer<typeof foodBan>

/** "витамин c, аскорбинка" as a list; the comma of "1,3-дмаа" parts nothing. */
export const listed = (text: string): string[] =>
  text
    .split(/(?<!\d),|,(?!\d)/u)
    .map((one) => one.trim())
    .filter(Boolean)
