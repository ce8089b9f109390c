import type { Intake, Limit, Rule } from '../knowledge/shapes.ts'
import { allergyFindings } from './allergies.ts'
import { fromUnit, toUnit } from './amounts.ts'
import type { Knowledge } from './knowledge.ts'
import { competes, gradeOf, type Level, levelsOf } from './limits.ts'
import type { NamedKind } from './names.ts'
import { type Facts, holds, isSubject, type Truth } from './rules.ts'
import { BadItem, type Part, type Stack, stackOf, sumOf } from './stack.ts'
import { subjectOf } from './subject.ts'
import {
  type CheckResult,
  type Finding,
  type Item,
  type Missing,
  type Question,
  type StackInput,
  stricter,
  type Total,
  type Unknown,
  VERDICTS,
  type Verdict,
} from './types.ts'

/** More than this many times the highest level is a slip of the unit, not a dose. */
const IMPLAUSIBLE = 100
/** Without a level the same of the need: 5 mg of B12 are 2000 times the need and sold over the counter. */
const IMPLAUSIBLE_NEED = 20_000
const KILOGRAM = 1e12
/** What nobody eats or drinks in a day. */
const FOOD = 20 * KILOGRAM

const known = (
  knowledge: Knowledge,
  texts: readonly string[],
  kinds: readonly NamedKind[],
  kind: Unknown['kind'],
  unknowns: Unknown[],
): { kind: NamedKind; id: string }[] =>
  texts.flatMap((text) => {
    const { found, unknown, near } = knowledge.names.resolve(text, new Set(kinds))
    if (found.length === 0 || (unknown.length > 0 && kind !== 'condition')) unknowns.push({ kind, text, near })
    return [...found]
  })

const MEDICINES: ReadonlySet<NamedKind> = new Set(['drug', 'class'])
const TAKEN: ReadonlySet<NamedKind> = new Set(['substance', 'form', 'product'])

/** Medicines that are vitamins or minerals ("Сорбифер", "йод") count with the items, as prescribed ones. */
const withPrescribed = (knowledge: Knowledge, input: StackInput): StackInput => {
  const counted = (name: string): boolean =>
    knowledge.names.resolve(name, MEDICINES).found.length === 0 && knowledge.names.resolve(name, TAKEN).found.length > 0
  const items = input.medications.filter(counted).map((name) => ({ name, prescribed: true }))
  if (items.length === 0) return input
  return {
    ...input,
    items: [...input.items, ...items],
    medications: input.medications.filter((name) => !counted(name)),
  }
}

const ONE: ReadonlySet<NamedKind> = new Set(['substance', 'form', 'product', 'drug'])
/** Medicines named by their kind ("с антидепрессантами") count with the medicines, wherever they were named. */
const withKinds = (knowledge: Knowledge, input: StackInput): StackInput => {
  const isKind = ({ name }: Item): boolean =>
    knowledge.names.resolve(name, ONE).found.length === 0 &&
    knowledge.names.resolve(name, new Set(['class'])).found.length > 0
  const kinds = input.items.filter(isKind).map(({ name }) => name)
  if (kinds.length === 0) return input
  return {
    ...input,
    items: input.items.filter((item) => !isKind(item)),
    medications: [...input.medications, ...kinds],
  }
}

const factsOf = (knowledge: Knowledge, stack: Stack, input: StackInput, unknowns: Unknown[]): Facts => {
  const medicines = known(knowledge, input.medications, [...MEDICINES], 'medication', unknowns)
  const named = new Set([...stack.drugs, ...medicines.filter(({ kind }) => kind === 'drug').map(({ id }) => id)])
  const kinds = medicines.filter(({ kind }) => kind === 'class').map(({ id }) => id)
  const conditions = known(knowledge, input.conditions, ['condition'], 'condition', unknowns).map(({ id }) => id)
  const allergies = known(knowledge, input.allergies, ['allergen', 'substance'], 'allergy', unknowns)
  return {
    knowledge,
    stack,
    named,
    drugs: new Set([...named].flatMap((id) => [id, ...knowledge.partsOf(id)])),
    classes: new Set([
      ...[...named].flatMap((id) => [...knowledge.classesOf(id)]),
      ...kinds.flatMap((id) => knowledge.classWithParents(id)),
    ]),
    kinds: new Set(kinds),
    conditions: new Set(conditions.flatMap((id) => knowledge.conditionWithParents(id))),
    told: new Set(conditions),
    allergens: new Set(
      allergies.flatMap(({ kind, id }) => (kind === 'allergen' ? knowledge.allergenWithParents(id) : [id])),
    ),
    subject: subjectOf(knowledge, input),
  }
}

/** Rules about anything in the stack, each once. */
const rulesFor = (knowledge: Knowledge, stack: Stack): Rule[] => {
  const found = new Set<Rule>()
  const add = (rules: readonly Rule[]): void => {
    for (const rule of rules) found.add(rule)
  }
  for (const { substance, form } of stack.parts) {
    add(knowledge.rulesOf('substance', substance))
    add(knowledge.rulesOf('form', form))
    for (const group of knowledge.substances.get(substance)?.groups ?? []) add(knowledge.rulesOf('group', group))
  }
  for (const excipient of stack.excipients.keys()) add(knowledge.rulesOf('excipient', excipient))
  return [...found].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const amountOf = (facts: Facts, rule: Rule): Finding['amount'] => {
  const { knowledge, stack } = facts
  const own = rule.subject.kind === 'substance' ? knowledge.substances.get(rule.subject.id) : undefined
  if (!own) return undefined
  const { value } = sumOf(knowledge, stack.parts, isSubject(knowledge, rule.subject), 'daily')
  return value > 0 ? { value: toUnit(value, own.unit), unit: own.unit } : undefined
}

const findingOf = (facts: Facts, rule: Rule, by: readonly string[]): Finding => {
  const amount = amountOf(facts, rule)
  return {
    ruleId: rule.id,
    severity: rule.severity as Finding['severity'],
    evidence: rule.evidence,
    subject: rule.subject.id,
    object: [...new Set(by)].sort(),
    ...(amount ? { amount } : {}),
    ...(rule.cap ? { limit: { value: rule.cap.amount, unit: rule.cap.unit } } : {}),
    action: rule.action,
    ...(rule.hours === undefined ? {} : { hours: rule.hours }),
    status: rule.status,
    sources: rule.sources.map(({ id }) => id),
  }
}

const limitFinding = (
  substance: string,
  unit: string,
  levels: readonly Level[],
  severity: Finding['severity'],
): Finding => {
  const over = levels.filter(({ taken, level, limit }) => taken > level && limit.kind !== 'guidance')
  const lowest = over.reduce((a, b) => (b.level < a.level ? b : a))
  return {
    ruleId: `UL:${substance}`,
    severity,
    evidence: 'a',
    subject: substance,
    object: [],
    amount: { value: toUnit(lowest.taken, unit), unit },
    limit: { value: toUnit(lowest.level, unit), unit },
    authority: over.map(({ limit }) => limit.authority).sort(),
    action: over.every(({ prescribed }) => prescribed) ? 'monitor' : 'cap_dose',
    status: 'reviewed',
    sources: [...new Set(over.map(({ limit }) => limit.source))].sort(),
  }
}

const highest = (rows: readonly (Limit | Intake)[], of: string): number =>
  Math.max(
    0,
    ...rows
      .filter(({ substance }) => substance === of)
      .flatMap(({ bands, unit }) => bands.map(({ value }) => fromUnit(value, unit))),
  )
const plausible = (knowledge: Knowledge, stack: Stack, items: readonly Item[]): void => {
  const { limits, intakes } = knowledge.data
  for (const part of stack.parts) {
    const form = knowledge.forms.get(part.form)
    const item = items[part.item]
    if (!form || !item || part.daily === null) continue
    if (part.food && part.daily > FOOD) throw new BadItem('implausible', item)
    if (part.food) continue
    const most = highest(limits, part.substance) * IMPLAUSIBLE || highest(intakes, part.substance) * IMPLAUSIBLE_NEED
    if ((most > 0 && part.daily * form.fraction > most) || part.daily > KILOGRAM) throw new BadItem('implausible', item)
  }
}

const totalsOf = (
  knowledge: Knowledge,
  stack: Stack,
  input: StackInput,
  levels: ReadonlyMap<string, readonly Level[]>,
): Total[] =>
  [...levels.keys()].sort().map((substance) => {
    const unit = knowledge.substances.get(substance)?.unit ?? 'mg'
    const own = stack.parts.filter((part) => part.substance === substance)
    const { value, complete } = sumOf(knowledge, own, () => true, 'daily')
    const items = [...new Set(own.map(({ item }) => item))]
    return {
      substance,
      value: toUnit(value, unit),
      unit,
      complete,
      from: items
        .map((item) => {
          const of = sumOf(knowledge, own, (part) => part.item === item, 'daily')
          return { item: input.items[item]?.name ?? '', value: of.complete ? toUnit(of.value, unit) : null }
        })
        .sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : (a.value ?? 0) - (b.value ?? 0))),
      limits: (levels.get(substance) ?? []).map(({ limit, level }) => ({
        authority: limit.authority,
        kind: limit.kind,
        basis: limit.basis,
        value: toUnit(level, unit),
        unit,
        source: limit.source,
      })),
    }
  })

const asVerdict = (severity: Rule['severity']): Verdict => (severity === 'none' ? 'ok' : severity)

const questionsOf = (open: readonly { rule: Rule; missing: readonly Missing[] }[], stack: Stack): Question[] => {
  const byFact = new Map<Missing, { upTo: Verdict; rules: string[] }>()
  for (const { rule, missing } of open)
    for (const fact of missing) {
      const known = byFact.get(fact) ?? { upTo: 'ok' as Verdict, rules: [] }
      known.upTo = stricter(known.upTo, asVerdict(rule.severity))
      known.rules.push(rule.id)
      byFact.set(fact, known)
    }
  return [...byFact].map(([fact, { upTo, rules }]) => ({
    fact,
    upTo,
    rules,
    ...(fact === 'amount' ? { items: [...new Set(stack.without)].sort() } : {}),
  }))
}

/** Kinds of which silence is no reassurance: without a rule or a level nothing is known of their risk. */
const NEEDS_COVER: ReadonlySet<string> = new Set(['botanical', 'hormone', 'stimulant', 'doping'])
const uncovered = (knowledge: Knowledge, stack: Stack, items: readonly Item[]): Unknown[] => {
  const covered = ({ substance, form }: Part): boolean => {
    const own = knowledge.substances.get(substance)
    return (
      !own ||
      !NEEDS_COVER.has(own.kind) ||
      own.parts.length > 0 ||
      knowledge.data.limits.some((limit) => limit.substance === substance) ||
      [
        ...knowledge.rulesOf('substance', substance),
        ...knowledge.rulesOf('form', form),
        ...own.groups.flatMap((group) => knowledge.rulesOf('group', group)),
      ].length > 0
    )
  }
  const bare = stack.parts.filter((part) => !covered(part)).map(({ item }) => items[item]?.name ?? '')
  return [...new Set(bare)].map((text) => ({ kind: 'coverage', text, near: [] }))
}

/** A severity that is worth a question: what is minor either way is not asked about. */
const ASKED: ReadonlySet<string> = new Set(['moderate', 'major', 'contraindicated'])

/** Levels are compared with amounts: an amount nobody said is asked for. */
const amountsOpen = (levels: ReadonlyMap<string, readonly Level[]>, stack: Stack): Question[] => {
  const open = [...levels].filter(([, own]) => own.some((level) => !level.complete && competes(level)))
  if (open.length === 0 || stack.without.length === 0) return []
  const rules = open.map(([substance]) => `UL:${substance}`).sort()
  return [{ fact: 'amount', upTo: 'moderate', rules, items: [...new Set(stack.without)].sort() }]
}

/** Two questions about one fact are one. */
const merged = (questions: readonly Question[]): Question[] => {
  const byFact = new Map<Missing, Question>()
  for (const question of questions) {
    const same = byFact.get(question.fact)
    byFact.set(
      question.fact,
      same
        ? { ...same, upTo: stricter(same.upTo, question.upTo), rules: [...same.rules, ...question.rules].sort() }
        : question,
    )
  }
  return [...byFact.values()].sort(
    (a, b) => VERDICTS.indexOf(b.upTo) - VERDICTS.indexOf(a.upTo) || (a.fact < b.fact ? -1 : 1),
  )
}

/** Rules of a stack that ask for hours between two things, with their hours: what a whole check finds of them, and less work. */
export const hoursBetween = (knowledge: Knowledge, given: StackInput): ReadonlyMap<string, number> => {
  const input = withPrescribed(knowledge, withKinds(knowledge, given))
  const stack = stackOf(knowledge, input.items)
  const rules = rulesFor(knowledge, stack).filter(({ action }) => action === 'separate_hours')
  if (rules.length === 0) return new Map()
  const facts = factsOf(knowledge, stack, input, [])
  return new Map(
    rules.flatMap((rule) =>
      rule.hours !== undefined && rule.severity !== 'none' && holds(rule.when, rule, facts).holds === true
        ? [[rule.id, rule.hours]]
        : [],
    ),
  )
}

/**
 * Rules are about supplements and foods: how a medicine that is asked about goes with another is not known here, and
 * nothing is said to be fine. Medicines of the profile among themselves are nobody's question.
 */
const medicinesTogether = (asked: number, { named, kinds }: Facts): Unknown[] => {
  const medicines = [...named, ...kinds]
  if (asked === 0 || medicines.length < 2) return []
  return [{ kind: 'medicines', text: medicines.sort().join(', '), near: [] }]
}

/** Whether it matters of what an amount is: asked when the milder reading has a milder verdict. */
const saltsOpen = (knowledge: Knowledge, input: StackInput, { salts }: Stack, verdict: Verdict): Question[] => {
  if (salts.length === 0) return []
  const items = input.items.map((item): Item => (item.as === undefined ? { ...item, as: 'salt' } : item))
  return judge(knowledge, { ...input, items }).verdict === verdict
    ? []
    : [{ fact: 'salt', upTo: verdict, rules: [], items: [...new Set(salts)].sort() }]
}

/**
 * Checks a whole stack against a person. Pure: the same input and release give the same bytes, whatever the order of items.
 * Throws {@link BadItem} for an amount that cannot be counted.
 */
export const check = (knowledge: Knowledge, given: StackInput): CheckResult => {
  const { stack, ...result } = judge(knowledge, given)
  return { ...result, questions: [...result.questions, ...saltsOpen(knowledge, given, stack, result.verdict)] }
}

const judge = (knowledge: Knowledge, given: StackInput): CheckResult & { stack: Stack } => {
  const input = withPrescribed(knowledge, withKinds(knowledge, given))
  const stack = stackOf(knowledge, input.items)
  plausible(knowledge, stack, input.items)
  const unknowns: Unknown[] = [...stack.unknowns, ...uncovered(knowledge, stack, input.items)]
  const facts = factsOf(knowledge, stack, input, unknowns)
  const kindsAsked = withKinds(knowledge, given).medications.length - given.medications.length
  unknowns.push(...medicinesTogether(stack.drugs.length + kindsAsked, facts))
  const findings: Finding[] = []
  const notes: { ruleId: string; subject: string }[] = []
  const open: { rule: Rule; missing: readonly Missing[] }[] = []
  for (const rule of rulesFor(knowledge, stack)) {
    const truth: Truth = holds(rule.when, rule, facts)
    if (truth.holds === true && rule.severity === 'none') notes.push({ ruleId: rule.id, subject: rule.subject.id })
    else if (truth.holds === true) findings.push(findingOf(facts, rule, truth.by))
    else if (truth.holds === 'unknown' && ASKED.has(rule.severity)) open.push({ rule, missing: truth.missing })
  }
  const saidByRule = ({ subject, object, severity }: Finding): boolean =>
    findings.some(
      (rule) =>
        rule.subject === subject &&
        object.every((id) => rule.object.includes(id)) &&
        VERDICTS.indexOf(rule.severity) >= VERDICTS.indexOf(severity),
    )
  findings.push(...allergyFindings(knowledge, stack, facts.allergens).filter((one) => !saidByRule(one)))
  const levels = new Map(
    [...new Set(stack.parts.map(({ substance }) => substance))].map((substance) => [
      substance,
      levelsOf(knowledge, stack, substance, facts.subject),
    ]),
  )
  for (const [substance, own] of levels) {
    const severity = gradeOf(substance, own, facts.subject)
    const unit = knowledge.substances.get(substance)?.unit ?? 'mg'
    if (severity) findings.push(limitFinding(substance, unit, own, severity))
  }
  findings.sort((a, b) => VERDICTS.indexOf(b.severity) - VERDICTS.indexOf(a.severity) || (a.ruleId < b.ruleId ? -1 : 1))
  const questions = merged([...questionsOf(open, stack), ...amountsOpen(levels, stack)])
  const unsure: Verdict =
    unknowns.length > 0 || questions.length > 0 || stack.parts.some(({ hidden }) => hidden) ? 'unknown' : 'ok'
  const verdict = findings.reduce<Verdict>((worst, { severity }) => stricter(worst, severity), unsure)
  unknowns.sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1))
  return {
    verdict,
    findings,
    notes,
    totals: totalsOf(knowledge, stack, input, levels),
    unknowns,
    questions,
    release: knowledge.release,
    stack,
  }
}

/** Why an item could not be counted in any stack, or null. */
export const whyBad = (knowledge: Knowledge, item: Item): BadItem['why'] | null => {
  try {
    plausible(knowledge, stackOf(knowledge, [item]), [item])
    return null
  } catch (error) {
    if (error instanceof BadItem) return error.why
    throw error
  }
}
