import type { FindNames, NamedThing } from '../tools/contract.ts'

// What may be said of supplements and medicines: only things, amounts and severities that a tool found, a row holds or the
// person named. A model may word a verdict; it may not make one.

export interface SubstanceEvidence {
  names: FindNames
  /** The person's own words of this conversation. */
  own: readonly string[]
  /** Tool results and recalled rows, as text; JSON is read by its fields. */
  rows: readonly string[]
}

export type SubstanceRule =
  | 'unknown_substance'
  | 'unknown_dose'
  | 'wrong_severity'
  | 'unchecked_advice'
  | 'medicine_change'

/** Milligrams of a unit of mass; other measures stand for themselves. */
const MASS_MG: readonly (readonly [RegExp, number])[] = [
  [/^(?:мкг|микрограмм\p{L}*|mcg|ug|[µμ]g|micrograms?)$/u, 0.001],
  [/^(?:мг|миллиграмм\p{L}*|mg|milligrams?)$/u, 1],
  [/^(?:г|гр|грамм\p{L}*|g|gr|grams?|grammes?)$/u, 1000],
  [/^(?:кг|килограмм\p{L}*|kg|kilograms?)$/u, 1_000_000],
]
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ме|iu|единиц\p{L}*|units?|ед)$/u, 'iu'],
  [
    /^(?:таб\p{L}*|капс\p{L}*|капл\p{L}*|капел\p{L}*|драже|саше|порци\p{L}*|пилюл\p{L}*|ложк\p{L}*|ложек|скуп\p{L}*|мерн\p{L}*|tab\p{L}*|cap\p{L}*|pills?|drops?|sachets?|servings?|scoops?|spoon\p{L}*|tsp|tbsp|softgels?|gumm\p{L}*|piece)$/u,
    'piece',
  ],
  [/^(?:мл|миллилитр\p{L}*|ml|millilit\p{L}*)$/u, 'ml'],
]
const UNIT =
  'мкг|микрограмм\\p{L}*|мг|миллиграмм\\p{L}*|гр?|грамм\\p{L}*|кг|ме|единиц\\p{L}*|таблет\\p{L}*|капсул\\p{L}*|капл\\p{L}*|капел\\p{L}*|драже|саше|порци\\p{L}*|ложк\\p{L}*|ложек|скуп\\p{L}*|мл|mcg|[µμ]g|ug|mg|milligrams?|micrograms?|g|grams?|kg|iu|units?|tablets?|tabs?|capsules?|caps?|pills?|drops?|scoops?|servings?|tsp|tbsp|teaspoons?|tablespoons?|softgels?|gummies|ml'
const NUMBER_WORD =
  'пол|полтор\\p{L}*|половин\\p{L}*|четверть|од(?:ин|на|ну|ной|ного)|дв(?:а|е|ух|умя)|тр(?:и|[её]х|емя)|четыр\\p{L}*|пят\\p{L}*|шест\\p{L}*|сем\\p{L}*|вос\\p{L}*|девят\\p{L}*|десят\\p{L}*|двадцат\\p{L}*|тридцат\\p{L}*|сорок\\p{L}*|сто|ст[ао]|двест\\p{L}*|трист\\p{L}*|тысяч\\p{L}*|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand'
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d.,])(\\d+(?:[\\s\\u00a0\\u202f]\\d{3}(?!\\d))*(?:[.,]\\d+)?|(?:${NUMBER_WORD})(?:\\s(?:${NUMBER_WORD}))*)[\\s\\u00a0\\u202f-]*(?:(тыс\\p{L}*\\.?)\\s*)?(${UNIT})(?![\\p{L}])`,
  'giu',
)

interface Quantity {
  /** Normalised: milligrams, IU or pieces; null when the number is in words. */
  key: string | null
  said: string
  start: number
  end: number
}
const keyOf = (value: number, unit: string): string | null => {
  const plain = unit.toLowerCase().replace('ё', 'е').replace(/\.$/u, '')
  const mass = MASS_MG.find(([form]) => form.test(plain))
  if (mass) return `${Number((value * mass[1]).toPrecision(9))} mg`
  const other = OTHERS.find(([form]) => form.test(plain))
  return other ? `${value} ${other[1]}` : null
}
const quantitiesIn = (text: string): Quantity[] =>
  [...text.matchAll(QUANTITY)].map((found) => {
    const [said, figure = '', thousand, unit = ''] = found
    const digits = /^\d/u.test(figure) ? Number(figure.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.')) : Number.NaN
    const value = digits * (thousand === undefined ? 1 : 1000)
    return {
      key: Number.isNaN(value) ? null : keyOf(value, unit),
      said: said.toLowerCase().replace(/\s+/gu, ' '),
      start: found.index,
      end: found.index + said.length,
    }
  })

/** What a gate is about: foods are eaten and bought without a check. */
const isSubstance = ({ kind }: NamedThing): boolean => kind === 'item' || kind === 'medicine'

/** The thing an amount is of: the nearer one, of two as near the one after it. */
const ownerOf = (things: readonly NamedThing[], quantity: Quantity): NamedThing | undefined => {
  let best: { thing: NamedThing; gap: number } | undefined
  for (const thing of things) {
    const gap = thing.start >= quantity.end ? thing.start - quantity.end : quantity.start - thing.end
    if (gap >= 0 && (!best || gap <= best.gap)) best = { thing, gap }
  }
  return best?.thing
}

/** Fields that hold the name of what an object is about. */
const NAMING = ['name', 'substance', 'subject', 'subjectName', 'item', 'title', 'text', 'words']
const MILD: ReadonlySet<string> = new Set(['ok', 'minor'])

/** Everything that may be said, read from the evidence once. */
class Allowed {
  readonly ids = new Set<string>()
  readonly amounts = new Map<string, Set<string>>()
  /** Of things that a check found nothing serious about, or that a dose was proposed of. */
  readonly cleared = new Set<string>()
  readonly severities = new Set<string>()
  /** Whether a check was made, and whether all that were made came out mild. */
  checked = false
  mild = true
  readonly #names: FindNames
  readonly #heard: string

  constructor({ names, own, rows }: SubstanceEvidence) {
    this.#names = names
    this.#heard = [...own, ...rows].join('\n').toLowerCase().replace(/\s+/gu, ' ')
    for (const text of own) this.#text(text)
    for (const row of rows) {
      const parsed = parse(row)
      if (parsed === undefined) this.#text(row)
      else this.#value(parsed)
    }
  }

  has(id: string, quantity: Quantity): boolean {
    if (quantity.key === null) return this.#heard.includes(quantity.said)
    return this.amounts.get(id)?.has(quantity.key) ?? false
  }

  #text(text: string): void {
    const things = this.#names(text)
    for (const { id } of things) this.ids.add(id)
    for (const quantity of quantitiesIn(text)) {
      const owner = ownerOf(things, quantity)
      if (owner && quantity.key !== null) this.#amount(owner.id, quantity.key)
    }
  }

  #amount(id: string, key: string): void {
    const own = this.amounts.get(id) ?? new Set()
    own.add(key)
    this.amounts.set(id, own)
  }

  #value(value: unknown): void {
    if (typeof value === 'string') this.#text(value)
    else if (Array.isArray(value)) for (const one of value) this.#value(one)
    else if (typeof value === 'object' && value !== null) this.#object(value as Record<string, unknown>)
  }

  #object(object: Record<string, unknown>): void {
    const ids = idsOf(this.#names, object)
    for (const id of ids) this.ids.add(id)
    for (const key of amountsOf(object)) for (const id of ids) this.#amount(id, key)
    const { verdict, severity, findings, totals, considered, dose, refusal } = object
    if (typeof severity === 'string') this.severities.add(severity)
    if (typeof verdict === 'string' && Array.isArray(findings)) {
      this.checked = true
      this.severities.add(verdict)
      if (!MILD.has(verdict)) this.mild = false
      else for (const id of [totals, considered].flatMap((list) => allIds(this.#names, list))) this.cleared.add(id)
    }
    if (dose !== undefined && dose !== null && refusal === null) for (const id of ids) this.cleared.add(id)
    for (const one of Object.values(object)) this.#value(one)
  }
}

const parse = (row: string): unknown => {
  const text = row.trim()
  if (!/^[{[]/u.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
const idsOf = (names: FindNames, object: Record<string, unknown>): string[] =>
  NAMING.flatMap((field) => {
    const value = object[field]
    return typeof value === 'string' ? names(value).map(({ id }) => id) : []
  })
const allIds = (names: FindNames, value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => allIds(names, one))
  if (typeof value !== 'object' || value === null) return []
  const object = value as Record<string, unknown>
  return [...idsOf(names, object), ...Object.values(object).flatMap((one) => allIds(names, one))]
}

/** Amounts of an object and of what hangs under it, up to objects with names of their own. */
const amountsOf = (object: Record<string, unknown>, unitAbove?: string): string[] => {
  const unit = typeof object['unit'] === 'string' ? object['unit'] : unitAbove
  return Object.entries(object).flatMap(([field, value]): string[] => {
    if (typeof value === 'number') {
      const key = keyOf(value, field === 'grams' ? 'g' : (unit ?? ''))
      return key === null ? [] : [key]
    }
    if (typeof value === 'string') return quantitiesIn(value).flatMap(({ key }) => key ?? [])
    const nested = Array.isArray(value) ? value : [value]
    return nested.flatMap((one) => {
      if (typeof one !== 'object' || one === null) return []
      const child = one as Record<string, unknown>
      return NAMING.some((name) => typeof child[name] === 'string') ? [] : amountsOf(child, unit)
    })
  })
}

const whole = (...alternatives: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu')

/** The word is never used of a substance, whatever was found. */
const SAFE = whole('безопас\\p{L}*|безвред\\p{L}*', 'safe|safely|harmless|risk.free')
const NOT_SAFE = /(?:не|not|isn['’]t|никогда не|never|un)\s*$/iu
const FINE = whole(
  'можно|совместим\\p{L}*|сочетаются|сочетается|не взаимодейству\\p{L}*|не конфликту\\p{L}*|нет (?:взаимодействи\\p{L}*|противопоказани\\p{L}*|рисков?|проблем\\p{L}*)|подойд[её]т|подходит|не мешают|не мешает|уживаются|дружат|не повредит|не навредит|ничего страшного|нормальн\\p{L}*|допустим\\p{L}*|разреш\\p{L}*|хорош\\p{L}* сочета\\p{L}*|полез\\p{L}*|не вред\\p{L}*',
  "fine|ok|okay|all right|alright|compatible|no (?:known )?(?:interactions?|problems?|risks?|issues?|contraindications?)|do(?:es)?n['’]t interact|won['’]t hurt|good (?:idea|combination|choice)|go ahead|beneficial|acceptable|can (?:take|have|combine|mix|add|be taken)|may (?:take|have|combine)",
)
const NEGATED = /(?:не|нельзя|not|cannot|can['’]t|isn['’]t|aren['’]t)\s+(?:\p{L}+\s+){0,2}$/iu
const GRADES: readonly (readonly [readonly string[], RegExp])[] = [
  [
    ['contraindicated'],
    whole(
      'противопоказ\\p{L}*|категорически|строго нельзя|запрещен\\p{L}*|запрещён\\p{L}*',
      'contraindicated|must not|never take|strictly|forbidden',
    ),
  ],
  [
    ['contraindicated', 'major'],
    whole(
      'нельзя|опас\\p{L}*|серь[её]зн\\p{L}*|смертельн\\p{L}*|высок\\p{L}* риск\\p{L}*|крайне нежелательн\\p{L}*|тяж[её]л\\p{L}*|токсичн\\p{L}*',
      "dangerous|serious|severe|major|high risk|deadly|fatal|toxic|do not (?:take|combine|mix)|don['’]t (?:take|combine|mix)|shouldn['’]t (?:take|combine|mix)|avoid",
    ),
  ],
  [['moderate'], whole('умеренн\\p{L}*|нежелательн\\p{L}*', 'moderate')],
  [
    ['moderate', 'major', 'contraindicated'],
    whole('с осторожностью|взаимодейству\\p{L}*|конфликту\\p{L}*', 'caution|interacts?|conflicts?'),
  ],
]
const GRADE_NOT = /(?:не|нет|без|not|no|isn['’]t|doesn['’]t|n['’]t)\s+(?:\p{L}+\s+){0,2}$/iu

const TAKE = whole(
  'прини?ма(?:йте|й)|пе(?:йте|й)|выпе(?:йте|й)|прим(?:ите|и)|попробу(?:йте|й)|добав(?:ьте|ь)|начн(?:ите|и)|использу(?:йте|й)|возьм(?:ите|и)|ешьте|советую|рекоменду\\p{L}*|стоит (?:попробовать|принимать|пить|добавить)|попейте|пропейте|лучше (?:принимать|пить|взять)|вам (?:поможет|подойдет|подойдёт|нужен|нужна|нужно)|поможет|помогут',
  "take|try|add|start|have|use|drink|consider|i (?:recommend|suggest)|i['’]d (?:recommend|suggest|take|try)|recommend\\p{L}*|you (?:should|could|need|might want)|will help|helps",
)
const CHANGE = whole(
  'прекрат\\p{L}*|прекраща\\p{L}*|брос(?:ьте|ь|ить)|перестан\\p{L}*|отмен(?:ите|и|ить|яйте)|пропуст\\p{L}*|пропуска\\p{L}*|не (?:пейте|пей|принимайте|принимай|пить|принимать)|удво\\p{L}*|увелич\\p{L}*|повыс\\p{L}*|уменьш\\p{L}*|сниз\\p{L}*|снижа\\p{L}*|замен(?:ите|и|ить)|откаж\\p{L}*|обойд[её]тесь без',
  'stop|quit|skip|discontinue|come off|double|increase|raise|reduce|lower|cut|halve|replace|swap|switch|drop|omit',
)
const DOSING = whole(
  'доз\\p{L}*|дозировк\\p{L}*|порци\\p{L}*|при[её]м\\p{L}*',
  'dos(?:e|es|age|ages|ing)|intake|servings?',
)

/** Whether some match of a pattern is not turned into its opposite by what stands before it. */
const says = (pattern: RegExp, sentence: string, negation: RegExp): boolean =>
  [...sentence.matchAll(new RegExp(pattern.source, 'giu'))].some(
    (found) => !negation.test(sentence.slice(0, found.index)),
  )

/** Judges sentences about supplements and medicines; null for a sentence that may go out. */
export const createSubstanceRule = (evidence: SubstanceEvidence): ((sentence: string) => SubstanceRule | null) => {
  let made: Allowed | undefined
  const allowed = (): Allowed => {
    made ??= new Allowed(evidence)
    return made
  }
  return (said) => {
    const sentence = said.replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    const named = evidence.names(sentence)
    const things = named.filter(isSubstance)
    const isQuestion = /\?\s*$/u.test(sentence)
    if (things.length === 0) {
      // "Да, это безопасно" after a check is a verdict too.
      if (!SAFE.test(sentence) && !FINE.test(sentence) && !CHANGE.test(sentence)) return null
      if (!allowed().checked) return null
      if (says(SAFE, sentence, NOT_SAFE)) return 'wrong_severity'
      if (CHANGE.test(sentence) && DOSING.test(sentence)) return 'medicine_change'
      return !isQuestion && !allowed().mild && says(FINE, sentence, NEGATED) ? 'wrong_severity' : null
    }
    if (things.some(({ id }) => !allowed().ids.has(id))) return 'unknown_substance'
    if (things.some(({ kind }) => kind === 'medicine') && CHANGE.test(sentence)) return 'medicine_change'
    if (CHANGE.test(sentence) && DOSING.test(sentence)) return 'medicine_change'
    for (const quantity of quantitiesIn(sentence)) {
      const owner = ownerOf(named, quantity)
      if (owner && isSubstance(owner) && !allowed().has(owner.id, quantity)) return 'unknown_dose'
    }
    if (says(SAFE, sentence, NOT_SAFE)) return 'wrong_severity'
    if (isQuestion) return null
    if (says(FINE, sentence, NEGATED) && !(allowed().checked && allowed().mild)) return 'wrong_severity'
    for (const [grades, words] of GRADES)
      if (says(words, sentence, GRADE_NOT) && !grades.some((grade) => allowed().severities.has(grade)))
        return 'wrong_severity'
    if (TAKE.test(sentence) && things.some(({ id }) => !allowed().cleared.has(id))) return 'unchecked_advice'
    return null
  }
}
