import type { Aim, Band } from './meals.ts'
import type { Subject } from './types.ts'

/** What the menus of a person aim at: their own target, what their body needs, or the reference intake of the law. */

/** Grams a day, kcal; null where none is set. */
export interface DayTarget {
  kcal: number | null
  protein: number | null
  fat: number | null
  carbs: number | null
}
export type BodyFact = 'sex' | 'age' | 'weight' | 'height'
export interface PlanAim extends Aim {
  basis: 'target' | 'estimated' | 'reference'
  /** Facts that an estimate would need. */
  missing: readonly BodyFact[]
}

/** Energy of a gram, kcal: Regulation (EU) No 1169/2011, annex XIV. */
const ENERGY = { protein: 4, fat: 9, carbs: 4 } as const
/** Reference intake of an adult, kcal and g: Regulation (EU) No 1169/2011, annex XIII, part B. */
const REFERENCE = { kcal: 2_000, protein: 50 } as const
/** Physical activity level of a day that is mostly sat through: EFSA, 2013. */
const ACTIVITY = 1.4
/** More energy while breastfeeding, kcal a day: EFSA, 2013, the first half-year. */
const MILK = 500
/** Protein, g per kg of body weight, and its largest share of energy where no target says more: EFSA, 2012; NASEM, 2005. */
const PROTEIN_PER_KG = 0.83
const MOST_PROTEIN = 0.22
/** Shares of energy: EFSA, 2010. */
const FAT: Band = [0.2, 0.35]
const CARBS: Band = [0.45, 0.6]
const MONTHS = 12
/** How far from a target of fat or carbohydrates a day may be. */
const SPARE = 0.08

/** Mifflin and others, 1990: energy at rest, kcal a day; null with the facts it lacks. */
const atRest = (
  { sex, ageMonths, weightKg }: Subject,
  heightCm: number | null,
): { kcal: number } | { missing: BodyFact[] } => {
  if (sex !== undefined && ageMonths !== undefined && weightKg !== undefined && heightCm !== null)
    return { kcal: 10 * weightKg + 6.25 * heightCm - (5 * ageMonths) / MONTHS + (sex === 'male' ? 5 : -161) }
  const told: Record<BodyFact, unknown> = { sex, age: ageMonths, weight: weightKg, height: heightCm ?? undefined }
  return { missing: (['sex', 'age', 'weight', 'height'] as const).filter((fact) => told[fact] === undefined) }
}

const around = (figure: number | null, otherwise: Band): Band =>
  figure === null ? otherwise : [Math.max(1, figure * (1 - SPARE)), Math.max(1, figure * (1 + SPARE))]

/** The aim, never under `floor` kcal unless the target itself is, which {@link assertTarget} refuses. */
export const aimOf = (target: DayTarget | null, subject: Subject, heightCm: number | null, floor: number): PlanAim => {
  const { protein = null, fat = null, carbs = null } = target ?? {}
  const ofNutrients =
    protein === null || fat === null || carbs === null
      ? null
      : protein * ENERGY.protein + fat * ENERGY.fat + carbs * ENERGY.carbs
  const own = target?.kcal ?? ofNutrients
  const rest = atRest(subject, heightCm)
  const more = subject.breastfeeding ? MILK : 0
  const needed = 'kcal' in rest ? Math.round((rest.kcal * ACTIVITY) / 10) * 10 : REFERENCE.kcal
  const kcal = own ?? Math.max(floor, needed + more)
  const needs = subject.weightKg === undefined ? REFERENCE.protein : Math.round(subject.weightKg * PROTEIN_PER_KG)
  const least = protein ?? needs
  return {
    kcal,
    floor,
    protein: [
      Math.max(1, least),
      Math.max(least * 1.25, protein === null ? (kcal * MOST_PROTEIN) / ENERGY.protein : 1),
    ],
    fat: around(fat, [(kcal * FAT[0]) / ENERGY.fat, (kcal * FAT[1]) / ENERGY.fat]),
    carbs: around(carbs, [(kcal * CARBS[0]) / ENERGY.carbs, (kcal * CARBS[1]) / ENERGY.carbs]),
    basis: own !== null ? 'target' : 'kcal' in rest ? 'estimated' : 'reference',
    missing: own !== null || 'kcal' in rest ? [] : rest.missing,
  }
}
