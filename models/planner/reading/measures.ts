import type { Dimension } from '../mention.ts'
import { readNumber } from './numbers.ts'
import { mention, type Piece, type Rule } from './piece.ts'
import { after, isGlued, oneOf, type Scan, wordAt } from './scan.ts'

// What is weighed, measured or counted: "82,4 кг", "five kilometres", "120 на 80", "3х8 по 60".

/** How much of the base unit one of this unit is. Base units: kg, metres, millilitres, kcal; others stand for themselves. */
interface Unit {
  of: Dimension
  size: number
}

// Pound, ounce, stone, mile, foot, inch: international definitions (NIST Handbook 44, Appendix C). Cups and glasses as poured.
const UNITS = new Map<string, Unit>()
const add = (of: Dimension, size: number, words: string): void => {
  for (const word of words.split(' ')) UNITS.set(word, { of, size })
}
add('mass', 1, 'кг килограмм килограмма килограммов килограммы кило kg kgs kilo kilos kilogram kilograms')
add('mass', 0.001, 'г гр грамм грамма граммов граммы g gr gram grams gramme grammes')
add('mass', 0.000_001, 'мг миллиграмм миллиграмма миллиграммов mg milligram milligrams')
add('mass', 0.000_000_001, 'мкг микрограмм микрограмма микрограммов mcg ug µg μg microgram micrograms')
add('mass', 0.453_592_37, 'lb lbs')
add('mass', 0.028_349_523_125, 'oz ounce ounces унция унции унций')
add('mass', 6.350_293_18, 'st stone')
add(
  'length',
  1000,
  'км километр километра километров километры km kms kilometer kilometers kilometre kilometres kilometr',
)
add('length', 1609.344, 'mi mile miles миля мили миль')
add('length', 1, 'метр метра метров метры meter meters metre metres')
add('length', 0.01, 'см сантиметр сантиметра сантиметров cm centimeter centimeters centimetre centimetres')
add('length', 0.9144, 'yd yds yard yards ярд ярда ярдов')
add('volume', 1000, 'л литр литра литров литры l liter liters litre litres')
add('volume', 1, 'мл миллилитр миллилитра миллилитров ml milliliter milliliters millilitre millilitres')
add('volume', 250, 'стакан стакана стаканов стаканчик стаканчика кружка кружку кружки кружек glass glasses mug mugs')
add('volume', 200, 'чашка чашку чашки чашек')
add('volume', 240, 'cup cups')
add('steps', 1, 'шаг шага шагов шаги шажков step steps')
add('energy', 1, 'ккал килокалорий килокалории калорий калории kcal kcals calories calorie cals')
add('rate', 1, 'удар удара ударов bpm beats уд')
add('temperature', 1, 'градус градуса градусов ° degrees degree')
add('glucose', 1, 'ммоль mmol')
add('energy', 1, 'квт киловатт квтч kwh')
add('volume', 1, 'куб куба кубов кубометр кубометра кубометров')
add(
  'pieces',
  1,
  'шт штук кусок куска кусков мешок мешка мешков баночка баночку баночки бутыль флакон флакона флаконов ампула ампулу ампулы ампул свечу батон батона ведро ведра пауч пауча паучей бутылей порция порцию порции порций пачка пачку пачки пачек упаковка упаковку упаковки упаковок банка банку банки банок бутылка бутылку бутылки бутылок ' +
    'буханка буханку буханки десяток десятка пакет пакета пакетов пакетик пакетика пакетиков коробка коробку коробки коробок рулон рулона рулонов тюбик тюбика ' +
    'таблетка таблетку таблетки таблеток капсула капсулу капсулы капсул головка головки пучок пучка вилок вилка ' +
    'pcs piece pieces pack packs packet packets bottle bottles can cans tin tins jar jars box boxes bag bags loaf loaves roll rolls dozen bunch bunches ' +
    'tube tubes carton cartons tablet tablets pill pills capsule capsules head heads ' +
    'pouch pouches bar bars tub tubs sack sacks bucket buckets punnet punnets sachet sachets jug jugs cord cords slice slices tabs serving servings ' +
    'капля капли капель таб табл капс драже саше пастилка пастилки пастилок ме iu drop drops tab caps softgel softgels gummy gummies scoop scoops',
)
/** Units that go on: "ммоль/л", "уд/мин", "beats per minute", "°F". */
const GOES_ON: readonly (readonly string[])[] = [
  ['/', 'л'],
  ['/', 'l'],
  ['/', 'мин'],
  ['/', 'min'],
  ['в', 'минуту'],
  ['per', 'minute'],
  ['a', 'minute'],
  ['на', 'литр'],
  ['per', 'liter'],
  ['per', 'litre'],
  ['/', 'дл'],
  ['/', 'dl'],
  ['цельсия'],
  ['фаренгейта'],
  ['celsius'],
  ['fahrenheit'],
  ['c'],
  ['f'],
  ['с'],
  ['ч'],
]
const ON_AFTER: ReadonlySet<Dimension> = new Set(['rate', 'glucose', 'temperature', 'mass', 'energy'])
/** Letters that alone stand for other things as well: a metre of a run, no minute and no million. */
const BARE_METRE = oneOf('м m')
const LEAST_METRES = 50
const YEARS: readonly [number, number] = [1900, 2100]
/** A container in the singular is one of it: "выпил стакан воды", "a cup of tea". */
const ONE_OF_IT = oneOf(
  'стакан стаканчик кружку чашку бутылку пачку банку упаковку буханку пакет коробку десяток пачка бутылка банка упаковка мешок тюбик баночку бутыль мешок',
)
const ARTICLE = oneOf('a an one')
const ONE_LEFT = oneOf('a an one last')
const MINUS = oneOf('минус minus')
const TAKEN: ReadonlySet<Dimension> = new Set(['pieces', 'mass', 'volume'])
const CONTAINER = oneOf(
  'glass cup mug bottle pack packet can tin jar box bag loaf dozen bunch carton tub bar pouch tube',
)

const unitEnd = (s: Scan, at: number, unit: Unit): number => {
  if (!ON_AFTER.has(unit.of)) return at + 1
  const further = GOES_ON.find((words) => words.every((word, index) => wordAt(s, at + 1 + index) === word))
  const single = further?.length === 1 && /^[cfсч]$/u.test(further[0] ?? '')
  // "37 градусов с утра": the preposition is no Celsius.
  if (!further || (single && !isGlued(s, at + 1) && !isEnd(s, at + 2))) return at + 1
  return at + 1 + further.length
}
const isEnd = (s: Scan, at: number): boolean => !/^\p{L}/u.test(wordAt(s, at))

const round = (value: number): number => Number(value.toPrecision(12))

const measured = (s: Scan, from: number, end: number, value: number, unit: Unit): Piece => {
  const first = s.tokens[from]
  const last = s.tokens[end - 1]
  const said = first && last ? s.text.slice(first.start, last.end) : ''
  return mention(end, { kind: 'measure', value, unit: said, of: unit.of, base: round(value * unit.size) })
}

/** "120/80", "120 на 80", "120 over 80": pressure, when both figures can be. */
const pairRule: Rule = (s, i) => {
  const first = readNumber(s, i)
  if (!first || first.value < 70 || first.value > 300) return null
  const between = wordAt(s, first.end)
  if (!/^(?:\/|на|over|by)$/u.test(between)) return null
  const second = readNumber(s, first.end + 1)
  if (!second || second.value < 30 || second.value > 200 || second.value >= first.value) return null
  if (UNITS.get(wordAt(s, second.end))?.of === 'length') return null
  if (!Number.isInteger(first.value) || !Number.isInteger(second.value)) return null
  return mention(second.end, { kind: 'pair', first: first.value, second: second.value })
}

const TIMES = oneOf('х x × по of подхода подходов подход sets set')
const REPS = oneOf('раз раза повторений повторения повторов reps rep повтора')
/** What is done in sets: "отжимания 3 по 10" needs no further sign. */
const EXERCISE =
  /отжим|присед|подтяг|жим|тяг[аиу]|скруч|пресс|выпад|планк|б[её]рпи|подъ[её]м|развед|махи|push.?up|pull.?up|chin.?up|squat|lunge|press|curl|row(?:s|ing)?(?!\p{L})|deadlift|crunch|plank|dips?(?!\p{L})|burpee|thrust/u
const AT_WEIGHT = oneOf('по с на at with @ х x ×')

/** "5 225" of "3x5 225 lb" are two figures, no five thousand. */
const readReps: typeof readNumber = (s, i) => {
  const found = readNumber(s, i)
  const first = s.tokens[i]
  const isGrouped = found && found.end > i + 1 && first?.kind === 'digits' && s.tokens[i + 1]?.kind === 'digits'
  return isGrouped ? { ...found, value: Number(first.word), end: i + 1, plain: true } : found
}

/** "3х8", "3 подхода по 8 раз", "3 sets of 8 at 60 kg": sets of equal effort. */
const setsRule: Rule = (s, i) => {
  const sets = readNumber(s, i)
  if (!sets?.plain || sets.value < 1 || sets.value > 50) return null
  let at = sets.end
  const from = at
  while (TIMES.has(wordAt(s, at)) && at - from < 2) at++
  if (at === from) return null
  const named = /^(?:подход|set)/u.test(wordAt(s, from))
  const reps = readReps(s, at)
  if (!reps?.plain || reps.value < 1 || reps.value > 200) return null
  let end = reps.end
  const counted = REPS.has(wordAt(s, end))
  if (counted) end++
  // "2 по 100" is a price, "3 of 5" an order: crosses, sets and repetitions say what is counted.
  const crossed = /^[хx×]$/u.test(wordAt(s, from))
  if (wordAt(s, end) === ',') end++
  const lead = AT_WEIGHT.has(wordAt(s, end)) ? end + 1 : end
  const weight = readNumber(s, lead)
  const unit = weight ? UNITS.get(wordAt(s, weight.end)) : undefined
  const inMass = unit?.of === 'mass'
  // "жим 4х8 80": a bare figure after crossed ones is what was lifted.
  const bare = crossed && weight?.plain === true && !/^[\p{L}:/]/u.test(wordAt(s, weight.end))
  const heavy = weight !== null && (inMass || lead > end || bare)
  if (!crossed && !named && !counted && !heavy && !EXERCISE.test(s.lower)) return null
  if (!weight || !heavy) {
    const stop = wordAt(s, end - 1) === ',' ? end - 1 : end
    return mention(stop, { kind: 'sets', sets: sets.value, reps: reps.value, weightKg: null })
  }
  const weightKg = Number((weight.value * (inMass ? unit.size : 1)).toFixed(2))
  return mention(weight.end + (inMass ? 1 : 0), { kind: 'sets', sets: sets.value, reps: reps.value, weightKg })
}

/** Weighed, measured, counted in pieces. */
const amountRule: Rule = (s, i) => {
  if (ONE_OF_IT.has(wordAt(s, i))) {
    const unit = UNITS.get(wordAt(s, i))
    return unit ? measured(s, i, i + 1, 1, unit) : null
  }
  if (ONE_LEFT.has(wordAt(s, i)) && CONTAINER.has(wordAt(s, i + 1))) {
    const unit = UNITS.get(wordAt(s, i + 1))
    return unit ? measured(s, i + 1, i + 2, 1, unit) : null
  }
  const half =
    after(s, i, 'half', ARTICLE) || after(s, i, 'half') || after(s, i, oneOf('пол поллитра половину половина'))
  if (half) {
    const word = wordAt(s, i) === 'поллитра' ? 'литра' : wordAt(s, half)
    const unit = UNITS.get(word)
    const end = word === wordAt(s, half) ? half + 1 : half
    return unit ? measured(s, wordAt(s, i) === 'поллитра' ? i : half, end, 0.5, unit) : null
  }
  // "минус 2 рулона" takes two away; only degrees go below nothing.
  const taken = MINUS.has(wordAt(s, i)) ? amountRule(s, i + 1) : null
  if (taken?.kind === 'mention' && taken.body.kind === 'measure' && TAKEN.has(taken.body.of)) return taken
  const number = readNumber(s, i)
  if (!number || number.money) return null
  const under = wordAt(s, number.end) === '/' ? readNumber(s, number.end + 1) : null
  const share = under?.plain ? UNITS.get(wordAt(s, under.end)) : undefined
  if (under && share && under.value > 0) return measured(s, under.end, under.end + 1, number.value / under.value, share)
  const word = wordAt(s, number.end)
  if (BARE_METRE.has(word) && number.value >= LEAST_METRES)
    return measured(s, number.end, number.end + 1, number.value, { of: 'length', size: 1 })
  const unit = UNITS.get(word)
  if (!unit) return null
  if ((word === 'г' || word === 'гр') && number.value >= YEARS[0] && number.value <= YEARS[1]) return null
  return measured(s, number.end, unitEnd(s, number.end, unit), number.value, unit)
}

export const measureRule: Rule = (s, i) => setsRule(s, i) ?? pairRule(s, i) ?? amountRule(s, i)
