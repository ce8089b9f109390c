import type { DoseScale, PetEntry, PetRule } from '../knowledge/entries.ts'
import { petActions } from '../knowledge/pet-actions.ts'
import { petEntries } from '../knowledge/pets.ts'
import { petNeutralWords, speciesNames } from '../knowledge/species.ts'
import { NameIndex } from './assess-names.ts'
import { sourcesOf, stricterFirst, strictest } from './assess-severity.ts'
import type { Bilingual, Dose, PetFinding, PetFoodAssessment, Question, Severity, Species } from './assess-types.ts'

const speciesIndex = new NameIndex(speciesNames, [])
const foodIndex = new NameIndex(petEntries, petNeutralWords)
const entryById = new Map(petEntries.map((entry) => [entry.id, entry]))

interface PetFoodInput {
  species: string
  food: string
  /** Eaten or to be given, in grams. */
  amountGrams?: number
  /** Body weight in kilograms. */
  weightKg?: number
}

const speciesOf = (text: string): Species | null => {
  const ids = [...new Set(speciesIndex.read(text).hits.map((hit) => hit.id))]
  const known = speciesNames.find((entry) => entry.id === ids[0])
  return ids.length === 1 && known ? known.species : null
}

const positive = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0

/** Where a dose stands on its scale. Amount in g, weight in kg; the result in the scale's unit per kg of body weight. */
const onScale = (
  scale: DoseScale,
  amountGrams: number,
  weightKg: number,
): { severity: Severity; amount: Dose; text?: Bilingual } => {
  const exact = (amountGrams * scale.perGram) / weightKg
  const reached = scale.steps.findLast((step) => exact >= step.atLeast)
  const limit = (reached ?? scale.steps[0])?.atLeast ?? 0
  const amount: Dose = { given: Math.round(exact * 100) / 100, limit, unit: scale.unit, per: 'kg' }
  return reached ? { severity: reached.severity, amount, text: reached.text } : { severity: scale.below, amount }
}

const findingOf = (entry: PetEntry, rule: PetRule, species: Species, input: PetFoodInput): PetFinding => {
  const { amountGrams, weightKg } = input
  const dose =
    rule.scale && positive(amountGrams) && positive(weightKg) ? onScale(rule.scale, amountGrams, weightKg) : undefined
  const severity = dose?.severity ?? rule.severity
  const mild = dose && (severity === 'minor' || severity === 'ok')
  return {
    ruleId: `pet.${entry.id}.${species}`,
    severity,
    subject: entry.name,
    evidence: rule.evidence,
    text: dose?.text ?? rule.text,
    action: petActions[mild ? 'watch' : rule.action],
    ...(dose ? { amount: dose.amount } : {}),
    sources: rule.sources,
  }
}

const notCovered = (entry: PetEntry, species: Species): PetFinding => ({
  ruleId: `pet.${entry.id}.${species}.unknown`,
  severity: 'unknown',
  subject: entry.name,
  evidence: 'weak',
  text: {
    ru: 'Для этого вида животных проверенных данных нет: не могу оценить.',
    en: 'There are no reviewed data for this species: I cannot assess it.',
  },
  action: petActions.unknown,
  sources: [...new Set(entry.rules.flatMap((rule) => rule.sources))],
})

const unclearSpecies: Question = {
  id: 'species',
  text: { ru: 'Какое это животное?', en: 'What animal is it?' },
}
const unclearFood: Question = {
  id: 'food',
  text: {
    ru: 'Что именно съело или должно съесть животное?',
    en: 'What exactly has the animal eaten, or is about to?',
  },
}
const noWeight: Question = {
  id: 'weight',
  text: { ru: 'Сколько животное весит?', en: 'How much does the animal weigh?' },
}
const noAmount: Question = { id: 'amount', text: { ru: 'Сколько граммов?', en: 'How many grams?' } }

/** A dose that would change the answer is asked for, never guessed. */
const doseQuestions = (rules: readonly PetRule[], input: PetFoodInput): Question[] =>
  rules.some((rule) => rule.scale)
    ? [...(positive(input.amountGrams) ? [] : [noAmount]), ...(positive(input.weightKg) ? [] : [noWeight])]
    : []

/** All findings about what was recognised, the strictest first. */
const judge = (entries: readonly PetEntry[], species: Species, input: PetFoodInput) =>
  entries
    .flatMap((entry) => {
      const rules = entry.rules.filter((rule) => rule.species.includes(species))
      if (rules.length === 0) return [{ entry, rules, finding: notCovered(entry, species) }]
      return rules.map((rule) => ({ entry, rules, finding: findingOf(entry, rule, species, input) }))
    })
    .toSorted((one, other) => stricterFirst(one.finding.severity, other.finding.severity))

/**
 * What is known about an animal eating something (or meeting it: plants and household substances count as food here).
 * Everything named in `food` is judged and the strictest wins; a word that is not recognised makes the verdict at least
 * `unknown`. The whole amount counts for each thing named.
 */
export const assessPetFood = (input: PetFoodInput): PetFoodAssessment => {
  const species = speciesOf(input.species)
  const { hits, unknowns, suggestions } = foodIndex.read(input.food)
  const entries = [...new Set(hits.map((hit) => hit.id))].flatMap((id) => entryById.get(id) ?? [])
  const askedFood = unknowns.length > 0 || entries.length === 0 ? [unclearFood] : []
  if (!species) {
    return {
      verdict: 'unknown',
      species,
      food: entries[0]?.id ?? null,
      findings: [],
      unknowns: [input.species, ...unknowns],
      suggestions,
      questions: [unclearSpecies, ...askedFood],
      sources: [],
    }
  }
  const judged = judge(entries, species, input)
  const findings = judged.map(({ finding }) => finding)
  const asUnknown: Severity[] = unknowns.length > 0 ? ['unknown'] : []
  return {
    verdict: strictest([...findings.map(({ severity }) => severity), ...asUnknown]),
    species,
    food: judged[0]?.entry.id ?? null,
    findings,
    unknowns,
    suggestions,
    questions: [
      ...askedFood,
      ...doseQuestions(
        judged.flatMap(({ rules }) => rules),
        input,
      ),
    ],
    sources: sourcesOf(findings.flatMap(({ sources }) => sources)),
  }
}
