import { capitalised, tidy, words } from '../words.ts'
import { takeLimit, takeStatus } from './asked.ts'
import { fillLearnt, give, isLog, meterUnit, takeDaysAhead, takeDaysBehind } from './fields.ts'
import { periodOf, today } from './moment.ts'
import { monthsIn } from './spans.ts'
import { left, type Slots, set, use } from './state.ts'

const CARE: readonly (readonly [string, RegExp])[] = [
  ['vaccination', words('прив\\p{L}*|вакцин\\p{L}*|vaccin\\p{L}*|shots?|jabs?|booster')],
  ['deworming', words('глист\\p{L}*|дегельминт\\p{L}*|deworm\\p{L}*|worm\\p{L}*')],
  ['flea_treatment', words('бло[хш]\\p{L}*|клещ\\p{L}*|flea\\p{L}*|tick\\p{L}*|бравекто|bravecto|nexgard')],
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
/** What has no code of its own and keeps the person's words. */
const OWN_OBJECT =
  '(?:зубы|клетк[уи]|аквариум|террариум|колесо|клюв|копыта|уши|воду|рентген|узи|анализ\\p{L}* (?:крови|мочи)|teeth|cage|aquarium|tank|terrarium|bowls?|beak|hooves|eyes|ears|water|bedding|filter|x.?rays?|ultrasound|urine (?:test|sample)|blood work|allergy test|stitches out)'
const RU_DONE = '(?:\\p{L}{3,}(?:ла?|ли))'
const EN_DONE = '(?:(?:\\p{L}{3,}ed) (?:the )?)'
const OWN_CARE = new RegExp(
  `(?<!\\p{L})(?:${RU_DONE} (?=зубы|клетк|аквариум|террариум|колесо|клюв|копыта|уши|воду)|${EN_DONE}(?=teeth|cage|aquarium|tank|terrarium|bowl|beak|hooves|eyes|ears|water|bedding|filter))?${OWN_OBJECT}(?!\\p{L})|(?<!\\p{L})(?:подков|стерилиз|кастрир|чипир|поигра)\\p{L}+(?!\\p{L})`,
  'u',
)
const OWN_NAME = new RegExp(`(?<!\\p{L})${OWN_OBJECT}(?!\\p{L})`, 'u')
const careIn = (slots: Slots): void => {
  const { plain } = slots.clause
  const own = (isLog(slots.tool.name) ? OWN_CARE : OWN_NAME).exec(plain)?.[0]
  set(slots, 'kind', own)
  set(slots, 'kind', CARE.find(([, pattern]) => pattern.test(plain))?.[0])
}
/** What was done for an animal, or is asked about. */
export const fillCare = (slots: Slots): void => {
  delete slots.args['kind']
  careIn(slots)
  for (const date of left(slots, 'date')) {
    const isNext = NEXT_CARE.test(slots.clause.plain.slice(0, date.start))
    if ((isNext || date.date <= today(slots)) && give(slots, isNext ? 'nextDueOn' : 'at', date)) use(slots, date)
  }
  fillLearnt(slots)
}
const NEXT_CARE =
  /(?<!\p{L})(?:след\p{L}*|повтор\p{L}*|контрол\p{L}*|потом|снова|ревакцин\p{L}*|next|again|repeat|due|follow.?up|until)(?!\p{L})[^,;.]*$/u
export const fillCareAsked = (slots: Slots): void => {
  delete slots.args['kind']
  careIn(slots)
  takeLimit(slots)
  takeDaysBehind(slots)
  fillLearnt(slots)
}

const UNIT_DAYS: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 30, YEARLY: 365 }
const HALF_YEAR = 182
const OTHER_DAY = words('через день', 'every other day')
/** "раз в две недели", "через день": so long after it was done; "каждый день" and "по субботам" are rules of the calendar. */
export const fillCadence = (slots: Slots): void => {
  const [rule] = left(slots, 'rrule')
  const [, unit = ''] = /FREQ=(\w+)/.exec(rule?.rrule ?? '') ?? []
  const days = UNIT_DAYS[unit]
  const times = Number(/INTERVAL=(\d+)/.exec(rule?.rrule ?? '')?.[1] ?? 1)
  if (OTHER_DAY.test(slots.clause.plain)) {
    use(slots, ...left(slots, 'date', 'delay'))
    set(slots, 'everyDays', 2)
  } else if (rule && days && days * times > 1 && !/BY/.test(rule.rrule)) {
    if (set(slots, 'everyDays', unit === 'MONTHLY' && times === 6 ? HALF_YEAR : days * times)) use(slots, rule)
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
  // "минус 2 рулона" are two.
  const { quantity } = slots.args
  if (typeof quantity === 'number' && quantity < 0) slots.args['quantity'] = -quantity
  const { list } = slots.args
  if (typeof list === 'string' && DEFAULT_LIST.test(list)) delete slots.args['list']
  fillLearnt(slots)
}

const ANIMAL =
  /^(?:собак|собач|пс[аыуе]|п[её]с|щен|кош|кот|котен|котён|киск|кролик|крол|хомя|морск|свин|попуга|птиц|канарей|крыс|мыш|хор[её]?к|хорьк|лошад|кон[ьяюе]|рыб|черепа|шиншил|уж|змей|игуан|ящер|ёж|еж|коз|овц|кур|гус|утк|утят|утен|dog|pup|cat|kitt|rabbit|bunn|hamster|guinea|parrot|budg|bird|canar|rat|mouse|mice|ferret|horse|pony|fish|turtle|tortoise|chinchilla|snake|iguana|lizard|gecko|hedgehog|goat|sheep|cows?$|pigs?$|llama|alpaca|donkey|chicken|hen|duck|goose|geese|gerbil)/iu
/** Breeds of dogs and cats. */
const BREED =
  /^(?:алаба|бигл|болонк|боксёр|боксер[ауе]?$|британ|бульдог|далматин|доберман|йорк|корги$|лабрадор|лайк[аеиу]$|мопс|овчарк|перс(?:у|а|ам|ов)?$|пудел|ретривер|ротвейлер|сиамск|спаниел|сфинкс|такс[аеуы]?$|терьер|хаски$|чихуахуа$|шпиц|beagle|boxer|bulldog|chihuahua|collie|corgi|dachshund|dalmatian|doberman|husky|huskies|labrador|maine|malamute|persian|pomeranian|poodle|pug|retriever|rottweiler|shepherd|siamese|spaniel|sphynx|terrier)/iu
/** "можно Биму шоколад": a name that is no animal's kind is the pet's own. */
export const fillPetFood = (slots: Slots): void => {
  fillLearnt(slots)
  const { species, pet } = slots.args
  const isKind = (said: unknown): said is string =>
    typeof said === 'string' && said.split(' ').some((word) => ANIMAL.test(word) || BREED.test(word))
  if (typeof species === 'string' && !isKind(species) && pet === undefined && slots.tool.properties['pet']) {
    delete slots.args['species']
    slots.args['pet'] = species
  } else if (typeof species === 'string' && !isKind(species)) {
    delete slots.args['species']
  } else if (typeof pet === 'string' && isKind(pet) && species === undefined) {
    delete slots.args['pet']
    slots.args['species'] = pet
  }
  const [measure] = left(slots, 'measure')
  if (measure && give(slots, 'amountGrams', measure)) use(slots, measure)
  // A breed is never eaten.
  if (slots.args['species'] === undefined && slots.args['pet'] === undefined)
    set(
      slots,
      'species',
      slots.clause.text.match(/\p{L}+/gu)?.find((word) => BREED.test(word)),
    )
}

/** What goes with the names of what is mixed and is none of them. */
const BEFORE_PRODUCT =
  /^(?:(?:а|и|теперь|потом|сразу|сверху|можно(?: ли)?|добавить|налить|залить|лить|can|could|may|i|we|use|add|pour|put|apply|now|then|right|straight|immediately|some)\s+)+/iu
const AFTER_PRODUCT =
  /\s+(?:смешать|смешивать|соединить|вместе|в раствор\p{L}*|сразу|сверху|теперь|потом|можно|нельзя|опасно|безопасно|be|get|mixed|combined|compatible|safe|fine|ok(?:ay)?|react|dangerous|mix|right|now|first|down the (?:drain|toilet|sink))$/iu
const product = (name: string): string => {
  const bare = tidy(`${name} `.replace(BEFORE_PRODUCT, '').trim().replace(AFTER_PRODUCT, ''))
  return bare === name ? name : product(bare)
}
const BETWEEN_PRODUCTS =
  /\s*(?:(?<!\p{L})(?:к|в раствор\p{L}* с[о]?|followed by|(?:right |straight )?(?:after|before)|to|into|on top of|на|поверх|можно(?: ли)?|can i|could i|may i)(?!\p{L}))\s*/giu
/** "белизну к порошку", "can i add bleach to vinegar": what is to be poured together. */
export const fillMix = (slots: Slots): void => {
  fillLearnt(slots)
  const { products } = slots.args
  if (!Array.isArray(products)) return
  slots.args['products'] = products
    .flatMap((name: string) => name.split(BETWEEN_PRODUCTS))
    .map(product)
    .filter((name) => name !== '')
}

const BOUGHT = words(
  'куплен\\p{L}*|купил[аи]?|покупк\\p{L}*|приобр\\p{L}*|поставил[аи]?|установил[аи]?|взял[аи]?',
  'bought|purchased|got|installed',
)
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
  const length = WARRANTY.test(plain) ? monthsIn(slots) : undefined
  if (length && set(slots, 'warrantyMonths', length.months)) use(slots, ...length.mentions)
  fillLearnt(slots)
}

const OVERDUE = words('просроч\\p{L}*|гор[ия]т|отст\\p{L}+|не сделано вовремя', 'overdue|late|behind|past due')
/** Chores due by a day, or by now. */
export const fillChoresAsked = (slots: Slots): void => {
  takeStatus(slots)
  const period = periodOf(slots)
  if (period) {
    use(slots, ...period.mentions)
    set(slots, 'dueBy', period.to)
  } else if (OVERDUE.test(slots.clause.plain)) set(slots, 'dueBy', today(slots))
  fillLearnt(slots)
}

const EXPIRED = words(
  'просрочк\\p{L}+|просрочен\\p{L}+|просрочил\\p{L}+|протух\\p{L}*|истек(?:ло|ли|ший|шее|шие)?|с вышедшим срок\\p{L}+|срок\\p{L}* (?:уже )?(?:вышел|вышли|прош[её]л)',
  'expired|out of date|gone off|past (?:its|their) (?:\\p{L}+[ -])*date',
)
export const fillExpiring = (slots: Slots): void => {
  takeDaysAhead(slots)
  if (EXPIRED.test(slots.clause.plain)) set(slots, 'days', 0)
  fillLearnt(slots)
}

/** A name that breaks off before what it is of: "заменил картриджи в", "cleaned the". */
const BROKEN_OFF = /(?:^|\s)(?:в|во|на|у|с|со|из|от|для|к|под|за|the|a|an|of|in|on|for|to|from|with|my|our)$|^\p{L}+$/iu
/** What was done, with the thing it was done to: the appliance's own name may end it. */
export const fillRepair = (slots: Slots): void => {
  const { title, appliance } = slots.args
  if (typeof title === 'string' && typeof appliance === 'string' && BROKEN_OFF.test(title)) {
    const { text } = slots.clause
    const at = text.toLowerCase().indexOf(`${title} ${appliance}`.toLowerCase())
    if (at >= 0) slots.args['title'] = capitalised(text.slice(at, at + title.length + 1 + appliance.length))
  } else if (typeof title === 'string' && ONE_WORD.test(title)) {
    const before = BEFORE_KIND.exec(slots.clause.text.slice(0, wordAt(slots.clause.text, title)))?.[1]
    if (before !== undefined) slots.args['title'] = capitalised(`${before} ${title.toLowerCase()}`)
  }
  fillLearnt(slots)
}
const ONE_WORD = /^(?:repair|tune.?up|maintenance|service|cleaning|replacement)$/iu
const wordAt = (text: string, word: string): number => Math.max(0, text.toLowerCase().indexOf(` ${word.toLowerCase()}`))
/** "exercise bike repair": what was repaired stands before the repair. */
const BEFORE_KIND =
  /(?:^|:\s*|to (?:the )?repairs\s+|log (?:the |a )?)(?:hey )?((?!(?:add|log|record|put|into|to)(?!\p{L}))\p{L}+(?: \p{L}+)?)$/iu

const FRACTION = { ru: /(?<![\d.,])(\d{1,5})[.,](\d{3})(?![\d.,])/u, en: /(?<![\d.,])(\d{1,5})\.(\d{3})(?![\d.,])/u }
/** What a meter shows: three figures after the point are litres, no thousands. */
export const fillMeter = (slots: Slots): void => {
  const { plain } = slots.clause
  const shown = FRACTION[slots.clause.lang].exec(plain)
  if (shown) set(slots, 'value', Number(`${shown[1]}.${shown[2]}`))
  set(slots, 'unit', meterUnit(slots.tool.properties['unit'], plain))
  fillLearnt(slots)
}
