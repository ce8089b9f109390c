import { words } from '../words.ts'
import { fillLearnt, give, takeDaysBehind } from './fields.ts'
import { left, type Slots, set, use, wasSaid } from './state.ts'

const CARE: readonly (readonly [string, RegExp])[] = [
  ['vaccination', words('прив\\p{L}*|вакцин\\p{L}*|vaccin\\p{L}*|shots?|jabs?|booster')],
  ['deworming', words('глист\\p{L}*|дегельминт\\p{L}*|deworm\\p{L}*|worm\\p{L}*')],
  ['flea_treatment', words('бло[хш]\\p{L}*|клещ\\p{L}*|flea\\p{L}*|tick\\p{L}*')],
  ['nails', words('ког(?:т\\p{L}*|оть)', 'nails?|claws?')],
  [
    'grooming',
    words(
      'груминг\\p{L}*|стриг\\p{L}*|подстриг\\p{L}*|стрижк\\p{L}*|вычес\\p{L}*|расчес\\p{L}*|помы\\p{L}*|искупал\\p{L}*|купа\\p{L}*|groom\\p{L}*|brush\\p{L}*|bath\\p{L}*|trim\\p{L}*|wash\\p{L}*|haircut',
    ),
  ],
  ['vet_visit', words('ветеринар\\p{L}*|ветклиник\\p{L}*|к врачу|vets?|checkup|check-up')],
  [
    'medication',
    words('таблетк\\p{L}*|лекарств\\p{L}*|капл[иь]\\p{L}*|уко[лн]\\p{L}*|medicine|medication|pills?|drops|injection'),
  ],
  ['litter', words('лот[оа]?к\\p{L}*|наполнител\\p{L}*|litter')],
  ['walk', words('гул[яи]\\p{L}*|погул\\p{L}*|выгул\\p{L}*|прогул\\p{L}*|walk\\p{L}*')],
  ['feeding', words('корм\\p{L}*|покорм\\p{L}*|накорм\\p{L}*|fed|feed\\p{L}*|breakfast|dinner|meal')],
  ['weighing', words('взве[сш]\\p{L}*', 'weigh(?:ed|ing|s)?')],
  ['training', words('дрессир\\p{L}*|training|trained')],
]
const careIn = (slots: Slots): void => {
  const { plain } = slots.clause
  set(slots, 'kind', CARE.find(([, pattern]) => pattern.test(plain))?.[0])
}
/** What was done for an animal, or is asked about. */
export const fillCare = (slots: Slots): void => {
  delete slots.args['kind']
  careIn(slots)
  fillLearnt(slots)
}
export const fillCareAsked = (slots: Slots): void => {
  delete slots.args['kind']
  careIn(slots)
  takeDaysBehind(slots)
  fillLearnt(slots)
}

const AFTER_LAST = words('раз в|через|once|every other')
const UNIT_DAYS: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 30, YEARLY: 365 }
/** "раз в две недели", "через день": so long after it was done; "по субботам" is a rule of the calendar. */
export const fillCadence = (slots: Slots): void => {
  const [rule] = left(slots, 'rrule')
  const [, unit = ''] = /FREQ=(\w+)/.exec(rule?.rrule ?? '') ?? []
  const days = UNIT_DAYS[unit]
  const times = Number(/INTERVAL=(\d+)/.exec(rule?.rrule ?? '')?.[1] ?? 1)
  const counted = rule && (AFTER_LAST.test(wasSaid(slots, rule)) || (unit === 'DAILY' && times > 1))
  if (rule && days && counted && !/BY/.test(rule.rrule)) {
    if (set(slots, 'everyDays', days * times)) use(slots, rule)
  } else if (rule && set(slots, 'rrule', rule.rrule)) use(slots, rule)
  fillLearnt(slots)
}

/** "Список" alone is the one everybody means. */
const DEFAULT_LIST =
  /^(?:(?:мой|наш|the|my|our)\s+)?(?:списо?к\p{L}*|покупк\p{L}*|покупок|list|shopping|grocer\p{L}*)(?:\s+(?:покупок|продуктов|list))?$/iu

/** A thing with how much of it: "молоко 2 литра", "десяток яиц". */
export const fillThing = (slots: Slots): void => {
  const [measure] = left(slots, 'measure')
  if (measure && give(slots, 'quantity', measure)) use(slots, measure)
  const [number] = left(slots, 'number')
  if (!measure && number && give(slots, 'quantity', number)) use(slots, number)
  const { list } = slots.args
  if (typeof list === 'string' && DEFAULT_LIST.test(list)) delete slots.args['list']
  fillLearnt(slots)
}

const ANIMAL =
  /^(?:собак|собач|пс[аыуе]|п[её]с|щен|кош|кот|котен|котён|киск|кролик|крол|хомя|морск|свин|попуга|птиц|канарей|крыс|мыш|хор[её]?к|лошад|кон[ьяюе]|рыб|черепа|шиншил|уж|змей|игуан|ящер|ёж|еж|коз|овц|кур|гус|утк|dog|pup|cat|kitt|rabbit|bunn|hamster|guinea|parrot|budg|bird|canar|rat|mouse|mice|ferret|horse|pony|fish|turtle|tortoise|chinchilla|snake|iguana|lizard|hedgehog|goat|sheep|chicken|hen|duck|goose|geese|gerbil)/iu
/** "можно Биму шоколад": a name that is no animal's kind is the pet's own. */
export const fillPetFood = (slots: Slots): void => {
  fillLearnt(slots)
  const { species, pet } = slots.args
  const isKind = (said: unknown): said is string =>
    typeof said === 'string' && said.split(' ').some((word) => ANIMAL.test(word))
  if (typeof species === 'string' && !isKind(species) && pet === undefined && slots.tool.properties['pet']) {
    delete slots.args['species']
    slots.args['pet'] = species
  } else if (typeof pet === 'string' && isKind(pet) && species === undefined) {
    delete slots.args['pet']
    slots.args['species'] = pet
  }
  const [measure] = left(slots, 'measure')
  if (measure && give(slots, 'amountGrams', measure)) use(slots, measure)
}

const BOUGHT = words('куплен\\p{L}*|купил[аи]?|покупк\\p{L}*|приобр\\p{L}*|bought|purchased|got')
const WARRANTY = words('гаранти\\p{L}*|warranty|guarantee')
export const fillAppliance = (slots: Slots): void => {
  const { plain } = slots.clause
  for (const date of left(slots, 'date')) {
    const lead = plain.slice(Math.max(0, date.start - 30), date.start)
    const field = WARRANTY.test(lead)
      ? 'warrantyUntil'
      : BOUGHT.test(lead) || !WARRANTY.test(plain)
        ? 'boughtOn'
        : undefined
    if (field && give(slots, field, date)) use(slots, date)
  }
  fillLearnt(slots)
}
