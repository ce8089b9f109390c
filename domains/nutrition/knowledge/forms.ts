import { EXTRACT_FORMS } from './forms/extracts.ts'
import { SALT_FORMS } from './forms/salts.ts'
import { VITAMIN_FORMS } from './forms/vitamins.ts'
import type { Form } from './shapes.ts'
import { SUBSTANCES } from './substances/index.ts'

/** IU of a bare name: vitamin A counts as retinol, vitamin E by the worst factor, the one of its synthetic form for the UL. */
const BARE_IU: Readonly<Record<string, number>> = { retinol: 0.3, beta_carotene: 0.6, vitamin_d: 0.025, vitamin_e: 900 }

/** The bare form of every substance: its id, all of its mass. Its names are those of the substance. */
const bare: readonly Form[] = SUBSTANCES.map(({ id, name }) => ({
  id,
  substance: id,
  name,
  names: { ru: [], en: [] },
  fraction: 1,
  ...(BARE_IU[id] === undefined ? {} : { mcgPerIu: BARE_IU[id] }),
  needsSubstance: false,
  source: 'ods',
}))

export const FORMS: readonly Form[] = [...bare, ...VITAMIN_FORMS, ...SALT_FORMS, ...EXTRACT_FORMS]
