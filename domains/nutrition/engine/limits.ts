import type { Band, Limit } from '../knowledge/shapes.ts'
import { fromUnit } from './amounts.ts'
import type { Knowledge } from './knowledge.ts'
import { type Part, type Stack, sumOf } from './stack.ts'
import type { Finding, Subject } from './types.ts'

// Daily amounts against the upper levels of both authorities, side by side and never merged.

const ADULT = 19 * 12

const fits = (band: Band, { ageMonths, sex }: Subject, stage: Band['stage']): boolean => {
  if (band.stage !== stage) return false
  if (band.sex !== undefined && sex !== undefined && band.sex !== sex) return false
  if (ageMonths === undefined) return band.to === null || band.to > ADULT
  return ageMonths >= band.from && (band.to === null || ageMonths < band.to)
}

const stageOf = ({ pregnant, breastfeeding }: Subject): Band['stage'] =>
  pregnant ? 'pregnant' : breastfeeding ? 'lactating' : undefined

/** The level for this person: of the bands that fit the strictest; a stage without a band of its own has that of the age. */
export const levelFor = (limit: Limit, subject: Subject): number | null => {
  const stage = stageOf(subject)
  const own = stage === undefined ? [] : limit.bands.filter((band) => fits(band, subject, stage))
  const bands = own.length > 0 ? own : limit.bands.filter((band) => fits(band, subject, undefined))
  return bands.length === 0 ? null : Math.min(...bands.map(({ value }) => value))
}

export interface Level {
  limit: Limit
  /** Nanograms of the analyte a day. */
  level: number
  taken: number
  complete: boolean
  prescribed: boolean
}

const counted =
  (knowledge: Knowledge, limit: Limit) =>
  (part: Part): boolean =>
    part.substance === limit.substance &&
    (limit.basis === 'total' || !part.food) &&
    (limit.forms.length === 0 || limit.forms.includes(part.form)) &&
    knowledge.forms.has(part.form)

export const levelsOf = (knowledge: Knowledge, stack: Stack, substance: string, subject: Subject): Level[] =>
  knowledge.data.limits
    .filter((limit) => limit.substance === substance && limit.kind !== 'not_established')
    .flatMap((limit) => {
      const level = levelFor(limit, subject)
      if (level === null) return []
      const which = counted(knowledge, limit)
      const { value, complete } = sumOf(knowledge, stack.parts, which, 'daily', true)
      const own = stack.parts.filter(which)
      const prescribed = own.length > 0 && own.every((part) => part.prescribed)
      return [{ limit, level: fromUnit(level, limit.unit), taken: value, complete, prescribed }]
    })

/** Levels that are compared with an amount; guidance only informs. */
export const competes = ({ limit }: Level): boolean => limit.kind === 'UL' || limit.kind === 'safe_level'

type Grade = Finding['severity'] | null
const TWICE = 2
const MG = 1e6
const CHILD = 18 * 12

/** Grade of an amount against the levels that compete, nutrition-safety §7.3. */
export const gradeOf = (substance: string, levels: readonly Level[], subject: Subject): Grade => {
  const competing = levels.filter(competes)
  const over = competing.filter(({ taken, level }) => taken > level)
  const [first] = over
  if (!first) return null
  const taken = Math.max(...over.map((one) => one.taken))
  const lowest = Math.min(...competing.map(({ level }) => level))
  const highest = Math.max(...competing.map(({ level }) => level))
  if (over.every(({ prescribed }) => prescribed)) return 'minor'
  if (substance === 'retinol' && (subject.pregnant || subject.trying) && taken > lowest) return 'contraindicated'
  if (substance === 'iron' && subject.ageMonths !== undefined && subject.ageMonths < CHILD) return 'major'
  if (substance === 'vitamin_d' && taken >= 250e3) return 'major'
  if (substance === 'niacin' && taken >= 1000 * MG) return 'major'
  if (substance === 'caffeine') return taken > TWICE * highest ? 'major' : 'moderate'
  if (substance === 'magnesium' || substance === 'vitamin_c') return taken <= TWICE * highest ? 'minor' : 'moderate'
  const plain: Grade = taken <= highest && lowest < highest ? 'minor' : taken > TWICE * highest ? 'major' : 'moderate'
  const capped = substance === 'folate' || competing.every(({ limit }) => limit.kind === 'safe_level')
  return capped && plain === 'major' ? 'moderate' : plain
}
