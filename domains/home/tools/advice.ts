// What the knowledge of home says: food for pets, mixes of chemicals, small repairs. The engines decide, here it is told.
import type { Message } from '../../../core/messages.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { assessMix } from '../engine/assess-mix.ts'
import { assessPetFood } from '../engine/assess-pet-food.ts'
import { adviseRepair } from '../engine/assess-repair.ts'
import type { Bilingual } from '../engine/assess-types.ts'
import { placeOf } from '../repository/household.ts'
import { listPets } from '../repository/pets.ts'
import {
  type AdvisedRepair,
  type AdviseRepair,
  adviseRepairInput,
  adviseRepairOutput,
  type CheckedMix,
  type CheckedPetFood,
  type CheckMix,
  type CheckPetFood,
  checkMixInput,
  checkMixOutput,
  checkPetFoodInput,
  checkPetFoodOutput,
} from '../schema.ts'
import { say, told } from '../service.ts'
import { named } from './catalogue.ts'
import { petMeant } from './pets.ts'

const MOST_FINDINGS = 4
const MOST_SOURCES = 3

/** A text of the knowledge, in the language of whoever reads. */
const tell = ({ ru, en }: Bilingual): Message => say('bilingual', { ru, en })
const lines = (messages: readonly Message[]): Message => say('lines', { lines: { list: messages, join: 'lines' } })
const tellSources = (sources: readonly { organisation: string; title: string; year: number }[]): Message[] => {
  if (sources.length === 0) return []
  const list = sources
    .slice(0, MOST_SOURCES)
    .map(({ organisation, title, year }) => say('source', { organisation, title, year: String(year) }))
  return [say('sources', { sources: told(list, list.length).list })]
}
const tellOpen = (open: {
  unknowns: string[]
  suggestions: { given: string; name: Bilingual }[]
  questions: { text: Bilingual }[]
}): Message[] => [
  ...(open.unknowns.length === 0 ? [] : [say('not_known', { words: open.unknowns.join(', ') })]),
  ...open.suggestions.map(({ given, name }) => say('did_you_mean', { given, name: tell(name) })),
  ...open.questions.map(({ text }) => tell(text)),
]
const unique = (texts: readonly Bilingual[]): Message[] =>
  [...new Map(texts.map((text) => [text.ru, text])).values()].map(tell)

/** The animal meant and its weight: as said, or as its row has it. */
const animalOf = async (ctx: Ctx, input: CheckPetFood): Promise<{ species: string; weightKg: number | null }> => {
  const said = input.weightKg ?? null
  const place = await placeOf(ctx)
  if (input.petId !== undefined || (input.pet !== undefined && input.species === undefined)) {
    const pet = await petMeant(ctx, place, input.petId, input.pet)
    return { species: input.species ?? pet.species, weightKg: said ?? pet.weightKg }
  }
  if (input.species !== undefined) return { species: input.species, weightKg: said }
  const [only, second] = await listPets(ctx.tx, place.spaces)
  return only && !second ? { species: only.species, weightKg: said ?? only.weightKg } : { species: '', weightKg: said }
}

const checkPetFood = defineTool<CheckPetFood, CheckedPetFood>({
  ...named('home_check_pet_food'),
  input: checkPetFoodInput,
  output: checkPetFoodOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => {
    const shown = output.findings.slice(0, MOST_FINDINGS)
    return lines([
      say('pet_food_verdict', { verdict: output.verdict }),
      ...unique(shown.map(({ text }) => text)),
      ...unique(shown.map(({ action }) => action)),
      ...tellOpen(output),
      ...tellSources(output.sources),
    ])
  },
  run: async (ctx, input) => {
    const { species, weightKg } = await animalOf(ctx, input)
    return assessPetFood({
      species,
      food: input.food,
      ...(input.amountGrams === undefined ? {} : { amountGrams: input.amountGrams }),
      ...(weightKg === null ? {} : { weightKg }),
    })
  },
})

const checkMix = defineTool<CheckMix, CheckedMix>({
  ...named('home_check_mix'),
  input: checkMixInput,
  output: checkMixOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output) => {
    const shown = output.findings.slice(0, MOST_FINDINGS)
    const already = unique(shown.flatMap(({ ifMixed }) => (ifMixed ? [ifMixed] : [])))
    return lines([
      say('mix_verdict', { verdict: output.verdict }),
      ...shown.map(({ products, text }) => say('mix_finding', { products: products.join(' + '), text: tell(text) })),
      ...unique(shown.map(({ action }) => action)),
      ...already,
      ...tellOpen(output),
      ...tellSources(output.sources),
    ])
  },
  run: async (_, input) => assessMix(input.products),
})

const numbered = (steps: readonly Bilingual[]): Message[] =>
  steps.map((step, index) => say('step', { n: index + 1, text: tell(step) }))

const tellAdvice = (output: AdvisedRepair): Message => {
  if (!output.found || output.title === null)
    return lines([say('repair_unknown'), ...tellOpen({ ...output, unknowns: [] })])
  const stops = output.stopRules.length === 0 ? [] : [say('stop_rules'), ...output.stopRules.map(bullet)]
  const steps = output.steps.length === 0 ? [] : [say('steps'), ...numbered(output.steps)]
  const needed =
    output.tools.length === 0 ? [] : [say('tools', { tools: { list: output.tools.map(tell), join: 'and' } })]
  // Where nobody should begin alone, the limits come first; in an emergency what to do now does.
  const stopsFirst = output.verdict === 'call_professional' && !output.emergency
  const first = stopsFirst ? [...stops, ...steps] : [...steps, ...stops]
  return lines([
    say('repair_verdict', { title: tell(output.title), verdict: output.emergency ? 'emergency' : output.verdict }),
    ...needed,
    ...first,
    ...(output.followUp === null
      ? []
      : [say('follow_up', { n: output.followUp.afterDays, text: tell(output.followUp.text) })]),
    ...tellSources(output.sources),
  ])
}
const bullet = (text: Bilingual): Message => say('bullet', { text: tell(text) })

const advise = defineTool<AdviseRepair, AdvisedRepair>({
  ...named('home_advise_repair'),
  input: adviseRepairInput,
  output: adviseRepairOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: tellAdvice,
  run: async (_, input) => adviseRepair(input.topic),
})

export const adviceTools: Tool[] = [checkPetFood, checkMix, advise]
