import type { Predicate, Rule } from '../knowledge/shapes.ts'
import { fromUnit } from './amounts.ts'
import type { Knowledge } from './knowledge.ts'
import { type Part, type Stack, sumOf } from './stack.ts'
import type { Missing, Subject } from './types.ts'

// Whether a rule holds: yes, no, or it depends on a fact nobody told.

export interface Facts {
  knowledge: Knowledge
  stack: Stack
  /** Medicines as named; `drugs` has the parts of combinations too. */
  named: ReadonlySet<string>
  drugs: ReadonlySet<string>
  classes: ReadonlySet<string>
  /** Kinds of medicine that were named instead of one: "антидепрессанты". */
  kinds: ReadonlySet<string>
  conditions: ReadonlySet<string>
  /** As told, without what is more general. */
  told: ReadonlySet<string>
  allergens: ReadonlySet<string>
  subject: Subject
}

export type Truth =
  | { holds: true; by: readonly string[] }
  | { holds: false }
  | { holds: 'unknown'; missing: readonly Missing[] }

const NO: Truth = { holds: false }
const yes = (...by: string[]): Truth => ({ holds: true, by })
const unknown = (...missing: Missing[]): Truth => ({ holds: 'unknown', missing })
const when = (fact: boolean | undefined, missing: Missing, by: string): Truth =>
  fact === undefined ? unknown(missing) : fact ? yes(by) : NO

/** Pregnancy is asked of women of 12 to 55 alone. */
const mayBePregnant = ({ sex, ageMonths }: Subject): boolean =>
  sex !== 'male' && (ageMonths === undefined || (ageMonths >= 12 * 12 && ageMonths <= 55 * 12))

const stage = (subject: Subject, name: 'pregnant' | 'lactating' | 'trying'): Truth => {
  const told = name === 'pregnant' ? subject.pregnant : name === 'lactating' ? subject.breastfeeding : subject.trying
  if (told !== undefined) return told ? yes(name) : NO
  if (!mayBePregnant(subject) || name === 'trying') return NO
  return unknown(name === 'lactating' ? 'breastfeeding' : 'pregnancy')
}

/** Whether something more general was told, which may be this: "болезнь почек" may be a chronic one. */
const mayBe = (wider: Iterable<string>, told: ReadonlySet<string>, missing: Missing): Truth =>
  [...wider].some((id) => told.has(id)) ? unknown(missing) : NO

const medicine = ({ knowledge, drugs, kinds }: Facts, id: string): Truth =>
  drugs.has(id) ? yes(id) : mayBe(knowledge.classesOf(id), kinds, 'medicine')
const classOf = ({ knowledge, named, classes, kinds }: Facts, id: string): Truth => {
  if (!classes.has(id)) return mayBe(knowledge.classWithParents(id), kinds, 'medicine')
  const members = [...named].filter((drug) => knowledge.classesOf(drug).has(id))
  return yes(...(members.length > 0 ? members : [id]))
}
const condition = ({ knowledge, conditions, told }: Facts, id: string): Truth =>
  conditions.has(id) ? yes(id) : mayBe(knowledge.conditionWithParents(id), told, 'condition')

const MONTHS = 12

/** Whether a part belongs to what a rule is about. */
export const isSubject =
  (knowledge: Knowledge, { kind, id }: Rule['subject']) =>
  (part: Part): boolean =>
    kind === 'substance'
      ? part.substance === id
      : kind === 'form'
        ? part.form === id
        : kind === 'group' && (knowledge.substances.get(part.substance)?.groups.includes(id) ?? false)

const dose = (
  facts: Facts,
  rule: Rule,
  { atLeast, unit, per }: { atLeast: number; unit: string; per: string },
): Truth => {
  const { knowledge, stack, subject } = facts
  const { value, complete } = sumOf(
    knowledge,
    stack.parts,
    isSubject(knowledge, rule.subject),
    per === 'single' ? 'single' : 'daily',
  )
  const least = fromUnit(atLeast, unit)
  if (per === 'kg_day') {
    if (subject.weightKg === undefined) return unknown('weight')
    return value >= least * subject.weightKg ? yes('dose') : complete ? NO : unknown('amount')
  }
  return value >= least ? yes('dose') : complete ? NO : unknown('amount')
}

const beside = (facts: Facts, rule: Rule, id: string, atLeast?: { amount: number; unit: string }): Truth => {
  const { knowledge, stack } = facts
  const own = isSubject(knowledge, rule.subject)
  const others = (part: Part): boolean =>
    (part.substance === id || (knowledge.substances.get(part.substance)?.groups.includes(id) ?? false)) &&
    (rule.subject.id !== id ? !own(part) || part.substance === id : true)
  const found = stack.parts.filter(others)
  if (found.length === 0) return NO
  if (!atLeast) return yes(...new Set(found.map(({ substance }) => substance)))
  const { value, complete } = sumOf(knowledge, stack.parts, others, 'daily')
  return value >= fromUnit(atLeast.amount, atLeast.unit) ? yes(id) : complete ? NO : unknown('amount')
}

const every = (truths: readonly Truth[]): Truth => {
  if (truths.some(({ holds }) => holds === false)) return NO
  const missing = truths.flatMap((truth) => (truth.holds === 'unknown' ? truth.missing : []))
  if (missing.length > 0) return unknown(...new Set(missing))
  return yes(...truths.flatMap((truth) => (truth.holds === true ? truth.by : [])))
}
const some = (truths: readonly Truth[]): Truth => {
  const by = truths.flatMap((truth) => (truth.holds === true ? truth.by : []))
  if (truths.some(({ holds }) => holds === true)) return yes(...by)
  const missing = truths.flatMap((truth) => (truth.holds === 'unknown' ? truth.missing : []))
  return missing.length > 0 ? unknown(...new Set(missing)) : NO
}

/** Whether a predicate holds for a stack and a person. Monotone: more items, medicines, conditions never make it hold less. */
export const holds = (predicate: Predicate, rule: Rule, facts: Facts): Truth => {
  const { subject, conditions, allergens } = facts
  if ('all' in predicate) return every(predicate.all.map((one) => holds(one, rule, facts)))
  if ('any' in predicate) return some(predicate.any.map((one) => holds(one, rule, facts)))
  if ('drug' in predicate) return medicine(facts, predicate.drug)
  if ('class' in predicate) return classOf(facts, predicate.class)
  if ('condition' in predicate) return condition(facts, predicate.condition)
  if ('allergy' in predicate) return allergens.has(predicate.allergy) ? yes(predicate.allergy) : NO
  if ('stage' in predicate) return stage(subject, predicate.stage)
  if ('underYears' in predicate)
    return when(
      subject.ageMonths === undefined ? undefined : subject.ageMonths < predicate.underYears * MONTHS,
      'age',
      'age',
    )
  if ('overYears' in predicate)
    return when(
      subject.ageMonths === undefined ? undefined : subject.ageMonths > predicate.overYears * MONTHS,
      'age',
      'age',
    )
  if ('sex' in predicate)
    return when(subject.sex === undefined ? undefined : subject.sex === predicate.sex, 'sex', predicate.sex)
  if ('smoker' in predicate) return when(subject.smoker, 'smoking', 'smoking')
  if ('alcohol' in predicate) return subject.alcohol === true ? yes('alcohol') : NO
  if ('dopingControlled' in predicate) return subject.dopingControlled === true ? yes('doping') : NO
  if ('egfrUnder' in predicate) {
    if (subject.egfr !== undefined) return subject.egfr < predicate.egfrUnder ? yes('egfr') : NO
    // Kidneys nobody called ill are not asked about; ill ones without a figure are.
    return conditions.has('ckd') || conditions.has('kidney_failure') ? unknown('kidney') : NO
  }
  if ('surgeryWithinDays' in predicate)
    return subject.surgeryInDays !== undefined && subject.surgeryInDays <= predicate.surgeryWithinDays
      ? yes('surgery')
      : NO
  if ('dose' in predicate) return dose(facts, rule, predicate.dose)
  if ('with' in predicate) return beside(facts, rule, predicate.with, predicate.atLeast)
  if ('members' in predicate) {
    const { group, atLeast } = predicate.members
    const members = new Set(
      facts.stack.parts
        .map(({ substance }) => substance)
        .filter((id) => facts.knowledge.substances.get(id)?.groups.includes(group)),
    )
    return members.size >= atLeast ? yes(...members) : NO
  }
  return yes()
}
