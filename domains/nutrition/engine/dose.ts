import type { SportDose } from '../knowledge/shapes.ts'
import { toUnit } from './amounts.ts'
import { check } from './check.ts'
import type { Knowledge } from './knowledge.ts'
import { levelsOf } from './limits.ts'
import { stackOf } from './stack.ts'
import { subjectOf } from './subject.ts'
import type { CheckResult, Finding, Missing, StackInput } from './types.ts'

// A dose is proposed only inside everything that limits it: the sport dose, what the levels leave, the caps of every rule.

export type Refusal =
  | 'minor'
  | 'pregnant'
  | 'verdict'
  | 'not_proposed'
  | 'no_sport_dose'
  | 'nothing_left'
  | 'needs_facts'

export interface DoseProposal {
  substance: string
  /** Per `per`, rounded down to a step a person can measure; null when nothing is proposed. */
  dose: { low: number; high: number; unit: 'mg' | 'g'; per: SportDose['per'] } | null
  refusal: Refusal | null
  missing: readonly Missing[]
  sport: SportDose | null
  /** What made the dose smaller than the sport dose. */
  cappedBy: readonly string[]
  check: CheckResult
}

/** Answered about, never proposed: nutrition-safety §4. */
export const NEVER_PROPOSED: ReadonlySet<string> = new Set([
  'yohimbine',
  'synephrine',
  'dmaa',
  'dmha',
  'ephedra',
  'ephedrine',
  'sarm',
  'prohormone',
  'dhea',
  'bpc_157',
  'tb_500',
  'igf_1',
  'growth_hormone',
  'epo',
  'phenibut',
  'kratom',
  'usnic_acid',
])
const isProhibited = ({ data }: Knowledge, substance: string): boolean =>
  data.doping.some((entry) => entry.substance === substance && entry.status === 'prohibited')

/** Under 18 only what is food for sport. */
const FOR_MINORS: ReadonlySet<string> = new Set([
  'protein',
  'whey',
  'casein',
  'soy_protein',
  'egg_protein',
  'pea_protein',
  'gainer',
  'electrolytes',
])
const ADULT = 18 * 12

/** Caffeine that is advised at once and a day, EFSA 2015. */
const CAFFEINE_SINGLE_MG = 200
const NEEDED = ['age', 'pregnancy', 'weight'] as const

const missingFor = ({ subject }: StackInput, sport: SportDose | null): Missing[] =>
  NEEDED.filter((fact) => {
    if (fact === 'age') return subject.ageMonths === undefined
    if (fact === 'weight') return sport?.perKg != null && sport.absolute === null && subject.weightKg === undefined
    return (
      subject.sex !== 'male' &&
      subject.pregnant === undefined &&
      (subject.ageMonths ?? 30 * 12) <= 55 * 12 &&
      (subject.ageMonths ?? 30 * 12) >= 12 * 12
    )
  })

const step = (value: number, unit: 'mg' | 'g'): number => {
  const size = unit === 'g' ? (value >= 10 ? 1 : 0.5) : value >= 100 ? 50 : 5
  return Number((Math.floor((value + 1e-9) / size) * size).toFixed(3))
}

const inMg = (value: number, unit: string): number => value * (unit === 'g' ? 1000 : unit === 'mcg' ? 0.001 : 1)

/** Proposes a dose for a goal. `input.items` is what is taken already. */
export const proposeDose = (
  knowledge: Knowledge,
  substance: string,
  goal: string | null,
  given: StackInput,
): DoseProposal => {
  const input = { ...given, subject: subjectOf(knowledge, given) }
  const name = knowledge.substances.get(substance)?.name.en ?? substance
  const doses = knowledge.data.sportDoses.filter((dose) => dose.substance === substance)
  const sport = doses.find((dose) => dose.goal === goal) ?? doses[0] ?? null
  const own = check(knowledge, { ...input, items: [...input.items, { name }] })
  const refused = (refusal: Refusal, missing: readonly Missing[] = []): DoseProposal => ({
    substance,
    dose: null,
    refusal,
    missing,
    sport,
    cappedBy: [],
    check: own,
  })
  if (NEVER_PROPOSED.has(substance) || isProhibited(knowledge, substance)) return refused('not_proposed')
  if (!sport) return refused('no_sport_dose')
  const { subject } = input
  // What refuses whatever else is true is not asked around.
  if (subject.pregnant || subject.breastfeeding || subject.trying) return refused('pregnant')
  if ((subject.ageMonths ?? ADULT) < ADULT && !FOR_MINORS.has(substance)) return refused('minor')
  const missing = missingFor(input, sport)
  if (missing.length > 0) return refused('needs_facts', missing)
  const weight = subject.weightKg
  const perKg =
    sport.perKg && weight !== undefined ? ([sport.perKg[0] * weight, sport.perKg[1] * weight] as const) : null
  let [low, high] = sport.absolute ?? perKg ?? [0, 0]
  if (sport.absolute && perKg) [low, high] = [Math.min(low, perKg[0]), Math.min(high, perKg[1])]
  if (high <= 0) return refused('no_sport_dose')
  const cappedBy: string[] = []
  const cap = (most: number, by: string): void => {
    if (most >= high) return
    high = Math.max(0, most)
    low = Math.min(low, high)
    cappedBy.push(by)
  }
  const back = sport.unit === 'g' ? 0.001 : 1
  if (substance === 'caffeine') cap(CAFFEINE_SINGLE_MG * back, 'efsa_caffeine_2015')
  const stack = stackOf(knowledge, input.items)
  for (const { limit, level, taken } of levelsOf(knowledge, stack, substance, subject))
    if (limit.kind !== 'guidance') cap(inMg(toUnit(level - taken, 'mg'), 'mg') * back, limit.source)
  for (const finding of own.findings)
    if (finding.limit && finding.action === 'cap_dose')
      cap(inMg(finding.limit.value, finding.limit.unit) * back, finding.ruleId)
  const dose = { low: step(low, sport.unit), high: step(high, sport.unit), unit: sport.unit, per: sport.per }
  if (dose.high <= 0) return { ...refused('nothing_left'), cappedBy }
  const taken = check(knowledge, {
    ...input,
    items: [...input.items, { name, amount: dose.high, unit: sport.unit, per: sport.per === 'dose' ? 'dose' : 'day' }],
  })
  if (isBlocked(taken)) return { ...refused('verdict'), check: taken }
  return { substance, dose, refusal: null, missing: [], sport, cappedBy, check: taken }
}

/** A proposal stands only where nothing warns and nothing is unknown. */
const MINOR: ReadonlySet<Finding['severity']> = new Set(['minor'])
const isBlocked = ({ verdict, findings }: CheckResult): boolean =>
  verdict !== 'ok' && !(verdict === 'minor' && findings.every(({ severity }) => MINOR.has(severity)))

export interface Selection {
  goal: string
  chosen: readonly (DoseProposal & { tier: SportDose['tier'] })[]
  excluded: readonly { substance: string; refusal: Refusal; missing: readonly Missing[]; rules: readonly string[] }[]
}

const TIERS = 'ABC'

/** Candidates for a goal, best evidence first; each that falls out says by which rule. */
export const select = (knowledge: Knowledge, goal: string, input: StackInput): Selection => {
  const candidates = [
    ...new Set(knowledge.data.sportDoses.filter((dose) => dose.goal === goal).map(({ substance }) => substance)),
  ]
  const proposals = candidates.sort().map((substance) => proposeDose(knowledge, substance, goal, input))
  const chosen = proposals
    .flatMap((proposal) => (proposal.dose && proposal.sport ? [{ ...proposal, tier: proposal.sport.tier }] : []))
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || (a.substance < b.substance ? -1 : 1))
  const excluded = proposals.flatMap(({ dose, substance, refusal, missing, check: { findings } }) =>
    dose || !refusal
      ? []
      : [
          {
            substance,
            refusal,
            missing,
            rules: findings.filter(({ severity }) => severity !== 'minor').map(({ ruleId }) => ruleId),
          },
        ],
  )
  return { goal, chosen, excluded }
}
