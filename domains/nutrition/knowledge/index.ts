import { createHash } from 'node:crypto'
import { Knowledge } from '../engine/knowledge.ts'
import type { KnowledgeData } from '../engine/types.ts'
import { ALLERGENS } from './allergens.ts'
import { CONDITIONS } from './conditions.ts'
import { DISHES } from './dishes.ts'
import { DOPING } from './doping-2026.ts'
import { DRUG_CLASSES } from './drug-classes.ts'
import { DRUGS } from './drugs/index.ts'
import { FOOD_BANS, FOODS } from './foods.ts'
import { FORMS } from './forms.ts'
import { INTAKES, LIMITS } from './limits/index.ts'
import { PRODUCTS } from './products.ts'
import { AMINO_ACID_RULES } from './rules/a-amino-acids.ts'
import { BLEEDING_RULES } from './rules/a-bleeding.ts'
import { CAFFEINE_RULES } from './rules/a-caffeine.ts'
import { MINERAL_RULES } from './rules/a-minerals.ts'
import { SALT_RULES } from './rules/a-salts.ts'
import { ST_JOHNS_WORT_RULES } from './rules/a-st-johns-wort.ts'
import { THYROID_RULES } from './rules/a-thyroid.ts'
import { VITAMIN_RULES } from './rules/a-vitamins.ts'
import { BOTANICALS } from './rules/b-botanicals.ts'
import { GROUPS_AND_DOPING } from './rules/b-groups-doping.ts'
import { METABOLIC } from './rules/b-metabolic.ts'
import { SPORT } from './rules/b-sport.ts'
import { STIMULANTS } from './rules/b-stimulants.ts'
import { VARIOUS } from './rules/b-various.ts'
import { SOURCES } from './sources.ts'
import { SPORT_DOSES } from './sport-doses.ts'
import { SUBSTANCES } from './substances/index.ts'

const VERSION = '1.0.0'

const DATA: KnowledgeData = {
  sources: SOURCES,
  substances: SUBSTANCES,
  forms: FORMS,
  products: PRODUCTS,
  drugs: DRUGS,
  drugClasses: DRUG_CLASSES,
  conditions: CONDITIONS,
  allergens: ALLERGENS,
  limits: LIMITS,
  intakes: INTAKES,
  sportDoses: SPORT_DOSES,
  rules: [
    ...AMINO_ACID_RULES,
    ...BLEEDING_RULES,
    ...CAFFEINE_RULES,
    ...MINERAL_RULES,
    ...SALT_RULES,
    ...ST_JOHNS_WORT_RULES,
    ...THYROID_RULES,
    ...VITAMIN_RULES,
    ...BOTANICALS,
    ...GROUPS_AND_DOPING,
    ...METABOLIC,
    ...SPORT,
    ...STIMULANTS,
    ...VARIOUS,
  ],
  doping: DOPING,
}

/** Keys in one order, so that equal knowledge has equal text. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, canonical(one)]),
  )
}

/** The version and the first 12 hex digits of the SHA-256 of its canonical JSON: other facts, another release. */
const releaseOf = (data: object): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify(canonical(data)))
    .digest('hex')
  return `${VERSION}+${hash.slice(0, 12)}`
}

let made: Knowledge | undefined
/** All that is known, indexed when it is first asked for. */
export const knowledge = (): Knowledge => {
  made ??= new Knowledge(DATA, releaseOf({ ...DATA, foods: FOODS, dishes: DISHES, foodBans: FOOD_BANS }))
  return made
}
