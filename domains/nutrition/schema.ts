import { z } from 'zod'
import { mealKind } from './knowledge/shapes.ts'

/** Shapes of nutrition: inputs as tools take them, outputs as they give them. Texts in outputs are in the person's language. */

/** Postgres text cannot hold NUL; everything else a person types is kept. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !value.includes('\u0000'), 'must not contain NUL')
const instant = z.iso.datetime({ offset: true })
const names = z.array(text(200)).max(100)

const item = z.strictObject({
  name: text(200).describe('Supplement, food or medicine in the person’s own words: магний, Магне B6, coffee'),
  amount: z.number().max(1e9).optional(),
  unit: text(40).describe('In their words: мг, mcg, МЕ, капсулы').optional(),
  per: z.enum(['day', 'dose']).optional(),
  times: z.number().positive().max(48).describe('Doses a day').optional(),
  prescribed: z.boolean().describe('A doctor ordered it').optional(),
  as: z.enum(['salt', 'element']).describe('Of what the amount of "magnesium citrate" is, if they said').optional(),
})

const person = z.strictObject({
  self: z.boolean().describe('True: the asking person, these are more facts; else somebody else').optional(),
  age: z.number().min(0).max(130).describe('Years').optional(),
  sex: z.enum(['male', 'female']).optional(),
  weightKg: z.number().positive().max(500).optional(),
  pregnant: z.boolean().optional(),
  breastfeeding: z.boolean().optional(),
  trying: z.boolean().describe('Trying to conceive').optional(),
  smoker: z.boolean().optional(),
  alcohol: z.boolean().describe('Drinks alcohol').optional(),
  dopingControlled: z.boolean().describe('Competes under doping control').optional(),
  egfr: z.number().positive().max(200).describe('Kidney function, ml/min/1.73 m²').optional(),
  surgeryInDays: z.int().min(0).max(3_650).optional(),
})

/** What is said of the person beside the profile, or, with a `subject` who is somebody else, in its place. */
const about = {
  medications: names.describe('Beside those in the profile').optional(),
  conditions: names.describe('Beside those in the profile').optional(),
  allergies: names.describe('Beside those in the profile').optional(),
  subject: person
    .describe('Somebody else, whose profile is only what is said here; or facts of the person, with self')
    .optional(),
}
const aboutInput = z.strictObject(about)
export type About = z.infer<typeof aboutInput>

export const checkStackInput = z.strictObject({ items: z.array(item).min(1).max(100), ...about })
export type CheckStackInput = z.infer<typeof checkStackInput>

const amount = z.object({ value: z.number(), unit: z.string() })
export type AmountShape = z.infer<typeof amount>
const source = z.object({
  id: z.string(),
  organisation: z.string(),
  title: z.string(),
  year: z.int(),
  locator: z.string().nullable(),
})
export type SourceShape = z.infer<typeof source>

const finding = z.object({
  ruleId: z.string(),
  severity: z.enum(['minor', 'moderate', 'major', 'contraindicated']),
  evidence: z.string(),
  subject: z.string(),
  object: z.array(z.string()),
  subjectName: z.string(),
  objectNames: z.array(z.string()),
  /** Per day, of the analyte. */
  amount: amount.optional(),
  limit: amount.optional(),
  authority: z.array(z.string()).optional(),
  action: z.string(),
  hours: z.number().optional(),
  /** Empty for a finding that is an amount or an allergy alone. */
  why: z.string(),
  advice: z.string(),
  status: z.enum(['draft', 'reviewed']),
  sources: z.array(source),
})
export type FindingShape = z.infer<typeof finding>

const total = z.object({
  substance: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  complete: z.boolean(),
  from: z.array(z.object({ item: z.string(), value: z.number().nullable() })),
  limits: z.array(
    z.object({
      authority: z.string(),
      kind: z.string(),
      basis: z.enum(['total', 'supplemental']),
      value: z.number(),
      unit: z.string(),
      source: z.string(),
    }),
  ),
})
export type TotalShape = z.infer<typeof total>

const verdict = z.enum(['ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated'])
const question = z.object({
  fact: z.enum([
    'age',
    'sex',
    'weight',
    'pregnancy',
    'breastfeeding',
    'smoking',
    'kidney',
    'amount',
    'salt',
    'medicine',
    'condition',
  ]),
  /** The strictest verdict that an answer may lead to. */
  upTo: verdict,
  rules: z.array(z.string()),
  items: z.array(z.string()).optional(),
})
export type QuestionShape = z.infer<typeof question>

export const checkOutput = z.object({
  /** Of the recorded check. */
  id: z.string().nullable(),
  verdict,
  findings: z.array(finding),
  /** Documented as nothing to fear. */
  notes: z.array(z.object({ ruleId: z.string(), subject: z.string(), why: z.string() })),
  totals: z.array(total),
  unknowns: z.array(
    z.object({
      kind: z.enum(['item', 'medication', 'condition', 'allergy', 'coverage', 'medicines']),
      text: z.string(),
      near: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string() })),
    }),
  ),
  questions: z.array(question),
  /** Sentences that a retelling must keep. */
  mustMention: z.array(z.string()),
  /** `profile` is false when the person's own health data were left out, because they did not agree to their use. */
  considered: z.object({ medications: names, conditions: names, allergies: names, profile: z.boolean() }),
  release: z.string(),
})
export type CheckOutput = z.infer<typeof checkOutput>

const taken = { items: z.array(item).max(100).describe('What is taken already; default: logged today').optional() }

export const proposeDoseInput = z.strictObject({
  substance: text(200),
  goal: text(200).describe('What for: сила, выносливость, sleep').optional(),
  ...taken,
  ...about,
})
export type ProposeDoseInput = z.infer<typeof proposeDoseInput>

const refusal = z.enum([
  'minor',
  'pregnant',
  'verdict',
  'not_proposed',
  'no_sport_dose',
  'nothing_left',
  'needs_facts',
  'disease',
  'unknown',
])
const proposal = z.object({
  substance: z.string(),
  name: z.string(),
  dose: z
    .object({
      low: z.number(),
      high: z.number(),
      unit: z.enum(['mg', 'g']),
      per: z.enum(['day', 'dose', 'hour']),
      timing: z.string(),
      note: z.string(),
      tier: z.enum(['A', 'B', 'C']),
    })
    .nullable(),
  refusal: refusal.nullable(),
  missing: z.array(question.shape.fact),
  cappedBy: z.array(z.string()),
  sources: z.array(source),
  check: checkOutput,
})
export type ProposalShape = z.infer<typeof proposal>
export const proposeDoseOutput = proposal
export type ProposeDoseOutput = ProposalShape

export const selectInput = z.strictObject({
  goal: text(200),
  sport: text(80).optional(),
  ...taken,
  ...about,
})
export type SelectInput = z.infer<typeof selectInput>
export const selectOutput = z.object({
  goal: z.string(),
  sport: z.string().nullable(),
  chosen: z.array(proposal.omit({ check: true })),
  excluded: z.array(
    z.object({
      substance: z.string(),
      name: z.string(),
      refusal,
      missing: z.array(question.shape.fact),
      rules: z.array(z.string()),
    }),
  ),
  release: z.string(),
})
export type SelectOutput = z.infer<typeof selectOutput>

export const explainRuleInput = z.strictObject({
  ruleId: text(80).describe('As a finding names it: R172, UL:magnesium, ALLERGY:whey'),
})
export type ExplainRuleInput = z.infer<typeof explainRuleInput>
export const explainRuleOutput = z.object({
  ruleId: z.string(),
  kind: z.enum(['rule', 'limit', 'allergy']),
  subject: z.string(),
  subjectName: z.string(),
  severity: z.string().nullable(),
  evidence: z.string().nullable(),
  action: z.string().nullable(),
  why: z.string(),
  advice: z.string(),
  status: z.enum(['draft', 'reviewed']),
  /** Of a limit: the adult levels. */
  limits: total.shape.limits,
  /** When the rule holds, as the engine reads it. */
  when: z.unknown(),
  sources: z.array(source),
  release: z.string(),
})
export type ExplainRuleOutput = z.infer<typeof explainRuleOutput>

export const logSupplementInput = z.strictObject({
  name: text(200),
  amount: z.number().max(1e9).describe('Of one intake').optional(),
  unit: text(40).optional(),
  at: instant.describe('Default: now').optional(),
})
export type LogSupplementInput = z.infer<typeof logSupplementInput>
const supplement = z.object({
  id: z.uuid(),
  name: z.string(),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  at: z.string(),
  date: z.iso.date(),
})
export type SupplementShape = z.infer<typeof supplement>
export const logSupplementOutput = supplement.extend({
  /** What is known under that name. */
  recognised: z.boolean(),
  /** Of everything logged that day. */
  day: checkOutput,
})
export type LogSupplementOutput = z.infer<typeof logSupplementOutput>

const grams = z.number().min(0).max(100_000)
const mealItem = z.strictObject({
  name: text(200),
  grams: z.number().positive().max(100_000).optional(),
  kcal: z.number().min(0).max(50_000).optional(),
  protein: grams.optional(),
  fat: grams.optional(),
  carbs: grams.optional(),
})
export const logMealInput = z.strictObject({
  items: z.array(mealItem).min(1).max(50),
  at: instant.describe('Default: now').optional(),
})
export type LogMealInput = z.infer<typeof logMealInput>

/** Sums of what was said; `complete` is false when some item had no figure. */
const energy = z.object({ value: z.number(), complete: z.boolean() })
const eaten = z.object({ kcal: energy, protein: energy, fat: energy, carbs: energy })
export type Eaten = z.infer<typeof eaten>
const meal = z.object({
  id: z.uuid(),
  at: z.string(),
  date: z.iso.date(),
  items: z.array(mealItem),
  eaten,
})
export type MealShape = z.infer<typeof meal>
export const logMealOutput = meal.extend({ day: eaten })
export type LogMealOutput = z.infer<typeof logMealOutput>

/** Figures a day; null where none is set. */
const target = z.object({
  id: z.uuid(),
  kcal: z.number().nullable(),
  protein: z.number().nullable(),
  fat: z.number().nullable(),
  carbs: z.number().nullable(),
  createdAt: z.string(),
})
export type TargetShape = z.infer<typeof target>
export const setTargetInput = z
  .strictObject({
    kcal: z.int().min(0).max(20_000).optional(),
    protein: z.int().min(0).max(2_000).describe('Grams a day').optional(),
    fat: z.int().min(0).max(2_000).describe('Grams a day').optional(),
    carbs: z.int().min(0).max(3_000).describe('Grams a day').optional(),
  })
  .refine((value) => Object.values(value).some((one) => one !== undefined), 'names no figure')
export type SetTargetInput = z.infer<typeof setTargetInput>
export const setTargetOutput = target.extend({ previousId: z.uuid().nullable() })
export type SetTargetOutput = z.infer<typeof setTargetOutput>

export const getDiaryInput = z.strictObject({ date: z.iso.date().describe('Default: today').optional() })
export type GetDiaryInput = z.infer<typeof getDiaryInput>
export const getDiaryOutput = z.object({
  date: z.iso.date(),
  meals: z.array(meal),
  supplements: z.array(supplement),
  eaten,
  target: target.nullable(),
  /** Analytes of the day, with their levels. */
  totals: z.array(total),
  verdict,
  findings: z.array(finding),
  release: z.string(),
})
export type GetDiaryOutput = z.infer<typeof getDiaryOutput>

export const planMealsInput = z.strictObject({
  from: z.iso.date().describe('First day'),
  days: z.int().min(1).max(14),
})
export type PlanMealsInput = z.infer<typeof planMealsInput>

/** kcal whole, the rest in grams to the tenth; every sum is exactly that of its foods. */
const figures = z.object({ kcal: z.int(), protein: z.number(), fat: z.number(), carbs: z.number() })
export type FiguresShape = z.infer<typeof figures>
const plannedMeal = z.object({
  meal: mealKind,
  dishes: z.array(z.string()),
  foods: z.array(figures.extend({ food: z.string(), name: z.string(), grams: z.int().positive() })),
  sums: figures,
})
export type PlannedMealShape = z.infer<typeof plannedMeal>
const plannedDay = z.object({ date: z.iso.date(), meals: z.array(plannedMeal), sums: figures })
export type PlannedDayShape = z.infer<typeof plannedDay>
export const planMealsOutput = z.object({
  days: z.array(plannedDay),
  sums: figures,
  /** What each day aims at: the person's target, an estimate of their needs, or the reference intake of the law. */
  aim: z.object({
    basis: z.enum(['target', 'estimated', 'reference']),
    kcal: z.number(),
    /** At least. */
    protein: z.number(),
    fat: z.number().nullable(),
    carbs: z.number().nullable(),
    floor: z.number(),
  }),
  /** Facts that an estimate would need. */
  missingFacts: z.array(z.enum(['sex', 'age', 'weight', 'height'])),
  /** Meals that no dish is left for. */
  missingMeals: z.array(mealKind),
  /** What took foods away, in the person’s words. */
  heeded: z.array(z.object({ kind: z.enum(['allergy', 'medication', 'condition']), text: z.string() })),
  /** Foods left out because of medicines and conditions. */
  avoided: z.array(z.string()),
  /** Allergies that name no food known here. */
  unknownAllergies: z.array(z.string()),
  considered: checkOutput.shape.considered,
  /** Of a person with medicines or an illness: the menu treats none. */
  showDoctor: z.boolean(),
  sources: z.array(source),
  release: z.string(),
})
export type PlanMealsOutput = z.infer<typeof planMealsOutput>

const id = z.uuid()
export const events = {
  'nutrition.supplement_logged': z.object({ id, date: z.iso.date() }),
  'nutrition.meal_logged': z.object({ id, date: z.iso.date() }),
  'nutrition.target_changed': z.object({ id }),
  'nutrition.entry_removed': z.object({ id }),
}
