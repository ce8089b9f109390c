import type { NamedThing } from '../../../tools/contract.ts'
import { type Clause, clauseOf } from '../clause.ts'
import type { Mention } from '../mention.ts'
import type { Args } from '../types.ts'
import { tidy, words } from '../words.ts'
import { give } from './fields.ts'
import { today } from './moment.ts'
import { left, type Slots, set, use } from './state.ts'
import { aboutSubject } from './subject.ts'

// What is taken and eaten: names with their amounts, and what was said of the person in passing.

export interface SaidItem {
  name: string
  /** How it is known: a food is eaten with what is taken; undefined for words that no base holds. */
  kind?: 'taken' | 'food'
  start: number
  end: number
  amount?: number
  unit?: string
  per?: 'day' | 'dose'
  times?: number
}

export type Figure = Extract<Mention, { kind: 'measure' | 'number' }>
export const FIGURES: ReadonlySet<Mention['kind']> = new Set(['measure', 'number'])
const AMOUNTS: ReadonlySet<string> = new Set(['mass', 'pieces', 'volume'])

/** The clause with every name blanked out, so that "омега-3 500 мг" is no 3,500. */
const withoutNames = (
  { text, lang }: Clause,
  spans: readonly { start: number; end: number }[],
  slots: Slots,
): Clause => {
  const blank = spans.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${'¤'.repeat(end - start)}${rest.slice(end)}`,
    text,
  )
  return clauseOf(blank, lang, slots.context)
}

/** What may stand between a name and its figure, or a figure and its name. */
const BESIDE =
  /^[\s:(–—-]*(?:(?:по|в дозе|в дозировке|доза|дозировка|дозой|примерно|около|где-то|форте|экстракт|at|of|about|around|dose|extract|worth|the|my|моего|своего)\s+)*[\s(]*$/iu
const TIMES =
  /^[\s,(]*(?:по\s+)?(?:(\d+)\s*(?:раза?|р\.?|times?|x|х)\s*(?:в|\/|a|per)?\s*(?:день|сутки|д|day|daily)|x\s?(\d)\s*(?:a|per)?\s*(?:day|daily)|(дважды|twice)(?:\s+(?:в день|в сутки|a day|daily|per day))|(трижды|three times|thrice)(?:\s+(?:в день|a day|daily|per day))|(?:два|две|двa) раза в (?:день|сутки)()|три раза в (?:день|сутки)()|(two) times (?:a|per) day)/iu
const TIMES_BEFORE =
  /(?:(\d+)\s*(?:раза?|р|times?)\s*(?:в|a|per)\s*(?:день|сутки|day)|(дважды|twice|два раза)\s*(?:в день|в сутки|a day|daily)|(трижды|три раза|three times)\s*(?:в день|в сутки|a day|daily))\s*(?:по\s*)?$/iu
const PER_DAY =
  /^[\s,(]*(?:в день|в сутки|ежедневно|за день|каждый день|на день|\/\s?день|a day|per day|daily|every day|each day|\/\s?day)/iu
const AT_ONCE =
  /^[\s,(]*(?:(?:за|в) один при[её]м|разом|за раз|за один раз|на при[её]м|за при[её]м|at once|per dose|at a time|in one go)/iu

const timesIn = (found: RegExpExecArray | null): number | undefined => {
  if (!found) return undefined
  const [all, before, after] = found
  const digits = before ?? (/^\d$/u.test(after ?? '') ? after : undefined)
  if (digits !== undefined) return Number(digits)
  const twice = /дважды|twice/iu.test(all)
  const thrice = /трижды|thrice/iu.test(all)
  if (twice || /(?:^|[^\p{L}])(?:дв|two)/iu.test(all)) return 2
  return thrice || /^\W*(?:тр|three)/iu.test(all) ? 3 : 2
}

/** "2 раза в день", "в день", "за раз": how often the amount before is taken. */
const oftenAt = (clause: Clause, figure: Figure, from = figure.end): Pick<SaidItem, 'per' | 'times'> => {
  const after = clause.text.slice(from)
  const times = timesIn(TIMES.exec(after)) ?? timesIn(TIMES_BEFORE.exec(clause.text.slice(0, figure.start)))
  if (times !== undefined) return { per: 'dose', times }
  if (PER_DAY.test(after)) return { per: 'day' }
  return AT_ONCE.test(after) ? { per: 'dose' } : {}
}

const OFTEN = /(?:раза?|р\.?|times?|x|х)\s*(?:в|\/|a|per)?\s*(?:день|сутки|day|daily)/iu
const SCALED =
  /(?:лет|год|года|годик\p{L}*|years?|yrs?|yo|месяц\p{L}*|months?|дн\p{L}*|days?|недел\p{L}*|weeks?|стади\p{L}*|степен\p{L}*|триместр\p{L}*|trimester|stage|%)(?!\p{L})/iu

/** Figures that may be amounts: no ages, weights of a body, hours of a day or times a day. */
const amountsIn = (clause: Clause, taken: readonly { start: number; end: number }[]): Figure[] =>
  clause.mentions.filter((mention): mention is Figure => {
    if (!FIGURES.has(mention.kind)) return false
    if (taken.some(({ start, end }) => mention.start < end && mention.end > start)) return false
    const after = clause.plain.slice(mention.end)
    if (/(?:stage|type|grade|тип|стадия|степень|ст)\s*$/u.test(clause.plain.slice(0, mention.start))) return false
    if (mention.kind === 'number')
      return !new RegExp(`^\\s*-?\\s*(?:${OFTEN.source}|${SCALED.source})`, 'iu').test(after)
    return AMOUNTS.has(mention.kind === 'measure' ? mention.of : '')
  })

/** A unit without its figure: "400 мг" is said in "мг". */
const unitOf = (figure: Figure): string | undefined =>
  figure.kind === 'measure'
    ? /[\p{L}µμ][\p{L}µμ.\s]*$/u
        .exec(figure.unit)?.[0]
        ?.replace(/\s+[сc]$/u, '')
        .trim()
    : undefined
/** What is counted and is no measure of its own: "пять тысяч единиц", "2 scoops". */
const COUNTED =
  /^\s*(единиц\p{L}*|ед|units?|ч\.\s?л\.?|ст\.\s?л\.?|(?:мерн|чайн|столов)\p{L}+ лож\p{L}+|капсул\p{L}*|таблет\p{L}*|мармелад\p{L}*|чаш\p{L}+|ложк\p{L}*|ложек|скуп\p{L}*|штук\p{L}*|пшик\p{L}*|меш\p{L}+|горст\p{L}*|стакан\p{L}*|бан\p{L}{2,3}|cups?|spoons?|teaspoons?|tablespoons?|tsp|tbsp|cans?|shots?|handfuls?|bags?|sacks?|pumps?|sprays?)(?!\p{L})/iu

const isBeside = (text: string): boolean => BESIDE.test(text.replace(COUNTED, ' '))

/** Gives each figure to the name it stands beside: after its name, else before it. */
const withAmounts = (clause: Clause, items: readonly SaidItem[], figures: readonly Figure[]): SaidItem[] => {
  const found = items.map((item) => ({ ...item }))
  for (const figure of figures) {
    const before = found.findLast(({ end }) => end <= figure.start)
    const after = found.find(({ start }) => start >= figure.end)
    const closeBefore = before && isBeside(clause.text.slice(before.end, figure.start))
    const closeAfter = after && isBeside(clause.text.slice(figure.end, after.start))
    const isMeasured = figure.kind === 'measure' || COUNTED.test(clause.text.slice(figure.end))
    const free = (item: SaidItem | undefined): boolean => item !== undefined && item.amount === undefined
    const owner =
      closeBefore && free(before)
        ? before
        : closeAfter && free(after)
          ? after
          : free(before) && isMeasured
            ? before
            : free(after) && !before && isMeasured
              ? after
              : undefined
    if (!owner) continue
    owner.amount = figure.value
    const unit = unitOf(figure) ?? COUNTED.exec(clause.text.slice(figure.end))?.[1]
    if (unit !== undefined) owner.unit = unit
    Object.assign(owner, oftenAt(clause, figure, owner.end), oftenAt(clause, figure))
  }
  for (const item of found) {
    const times = item.amount === undefined ? timesIn(TIMES.exec(clause.text.slice(item.end))) : undefined
    if (times !== undefined) item.times = times
  }
  // "магний 400 мг и цинк 50": the measure goes on down the list.
  for (const [at, item] of found.entries()) {
    const { unit } = found[at - 1] ?? {}
    if (item.amount !== undefined && item.unit === undefined && unit !== undefined) item.unit = unit
  }
  // "…, железо 60 мг и магний 400 мг за раз": at once is said of all.
  const last = found.at(-1)
  if (last?.per === 'dose' && last.times === undefined)
    for (const item of found) if (item.amount !== undefined) item.per ??= 'dose'
  return found
}

const PIECE =
  'таблет\\p{L}*|капсул\\p{L}*|порци\\p{L}*|саше|ампул\\p{L}*|скуп\\p{L}*|(?:мерн|чайн|столов)\\p{L}+ лож\\p{L}+|мармелад\\p{L}*|жевател\\p{L}*|дропс\\p{L}*|tablets?|capsules?|pills?|scoops?|softgels?|gumm(?:y|ies)|sachets?|servings?|tea ?spoons?|table ?spoons?'
const ONE_PIECE = new RegExp(
  `(?<!\\p{L})(?:(пол|половин\\p{L}*|half(?: an?| of an?)?)\\s*|(пар[ауые]|a couple(?: of)?)\\s+|(?:an?|one)\\s+)?(${PIECE})(?!\\p{L})`,
  'iu',
)
const ONE_OF_IT =
  /^(?:таблет(?:к|очк)[ау]|капсул(?:к|очк)?[ау]|порци[юя]|саше|ампул[ау]|скуп|.* ложк[ау]|мармеладк[ау]|.*[^s])$/iu
const OTHER_NUMBER =
  /(?:\d|дв[ае]|дво\p{L}+|три|тро\p{L}+|четыре|пять|шесть|семь|восемь|девять|десять|нескольк\p{L}+|two|three|four|five|six|several|few|some)(?: \p{L}+)?\s*$/u
/** "таблетку магния", "a scoop of whey", "пару капсул", "пол таблетки": counted in words. */
const withOnePiece = (clause: Clause, items: SaidItem[]): SaidItem[] => {
  const [only] = items
  const found = items.length === 1 && only?.amount === undefined ? ONE_PIECE.exec(clause.text) : null
  const [, half, pair, unit] = found ?? []
  // "двойную порцию", "две капсулки": another number is said, in a way that was not read.
  if (!only || unit === undefined || OTHER_NUMBER.test(clause.plain.slice(0, found?.index))) return items
  const amount = half === undefined ? (pair === undefined ? (ONE_OF_IT.test(unit) ? 1 : undefined) : 2) : 0.5
  return amount === undefined ? items : [{ ...only, amount, unit }]
}

/** Words of a question that an unsure reader may take for a name. */
const NO_NAME = words(
  'мужчин\\p{L}*|женщин\\p{L}*|парень|девушк\\p{L}*|реб[её]н\\p{L}*|лет|год\\p{L}*|можно|нельзя|пить|принимать|вместе|если|таблет\\p{L}*|капсул\\p{L}*|добавк\\p{L}*|витамин\\p{L}*|лекарств\\p{L}*|мне|я|это|день|утром|вечером|норма|норм|стек|стак|дозировк\\p{L}*|доза|мг|мкг|завтрак\\p{L}*|обед\\p{L}*|ужин\\p{L}*|перекус\\p{L}*|белк\\p{L}*|жир\\p{L}*|углевод\\p{L}*|калори\\p{L}*|ккал',
  'man|woman|years?|old|kids?|can|take|taking|together|with|if|pills?|tablets?|capsules?|supplements?|me|i|it|daily|stack|dose|breakfast|lunch|dinner|snack|protein|fat|carbs|calories|kcal',
)

/** Nothing in it but words of the question. */
export const isNoName = (name: string): boolean =>
  (name.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => NO_NAME.test(word) || word.length < 2)

export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && a.end > b.start

/** What the words of the sentence name of its own: runs that no known name covers. */
const unknownNames = (slots: Slots, known: readonly { start: number; end: number }[]): SaidItem[] =>
  slots.parts
    .map(({ text, start, end }) => ({ name: tidy(text), start, end }))
    .filter((run) => !known.some((name) => overlaps(name, run)) && !isNoName(run.name))
    .filter(({ name }) => /\p{L}{3,}/u.test(name))

const ALLERGY =
  /(?<!\p{L})(?:аллерги\p{L}*|непереносимост\p{L}*|allergic|allergy|intoleran\p{L}*)\s+(?:(?:на|к|to|of)\s+)?([\p{L} -]{2,40}?)(?=[,.;?!]|$|\s(?:можно|могу|а|но|can|may|is|are|but|should)(?!\p{L}))|(\p{L}{3,20}) (?:allergy|intolerance)/iu
const PREGNANCY: ReadonlySet<string> = new Set(['pregnancy', 'breastfeeding', 'trying_to_conceive', 'smoking'])

const NAMED_ILLNESS =
  /(?<!\p{L})((?:болезн\p{L}+|синдром\p{L}*|disease of|syndrome of)\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+(?:['’]s)? (?:disease|syndrome|disorder))/u

const ORGAN =
  /^(?:давлени\p{L}*|почк\p{L}*|печен\p{L}*|сердц\p{L}*|желуд\p{L}*|blood pressure|kidneys?|liver|heart|stomach)$/iu
const AILING =
  /(?:при|от|больн\p{L}*|слаб\p{L}*|проблем\p{L}* с|высок\p{L}*|повышенн\p{L}*|плох\p{L}*|болят|болит|скачет|шалит|high|bad|weak|poor|(?:problems?|issues?|trouble) with|my)\s*$/iu
/** "давление не упадёт?" names no illness, "при давлении" and "давление 160" do. */
const isIllness = ({ text }: Clause, { start, end }: NamedThing): boolean =>
  !ORGAN.test(text.slice(start, end)) || AILING.test(text.slice(0, start)) || /^\s*\d{2,3}/u.test(text.slice(end))

/** Figures and vessels at the ends of a known name are amounts: "aspirin 75" before "mg", "чашки кофе". */
const trimmedName = (text: string, { start, end }: { start: number; end: number }): { start: number; end: number } => {
  const name = text.slice(start, end)
  const figure = /\s\d+$/u.exec(name)
  const vessel = /^(?:чаш\p{L}+|банк\p{L}+|стакан\p{L}*|кружк\p{L}+|cups? of|cans? of|mugs? of)\s+/iu.exec(name)
  const isAmount = figure && /^\s*(?:мг|мкг|г|ме|mg|mcg|g|iu)(?!\p{L})/iu.test(text.slice(end))
  return { start: start + (vessel?.[0].length ?? 0), end: isAmount ? end - figure[0].length : end }
}

/** "магний б6" and "chamomile tea" are one thing: a code or a drink that follows a name at once belongs to it. */
const withCodes = ({ text }: Clause, things: readonly NamedThing[]): { start: number; end: number }[] => {
  const whole: { start: number; end: number }[] = []
  for (const thing of things) {
    const { start, end } = trimmedName(text, thing)
    const last = whole.at(-1)
    const said = text.slice(start, end)
    const gap = last === undefined ? '' : text.slice(last.end, start)
    const isCode = /^[a-zа-я]-?\d{1,2}$/iu.test(said) && !/\d/u.test(text.slice(last?.start, last?.end))
    const isDrink = /^(?:tea|чай|чая|чаем)$/iu.test(said)
    if (last && ((isCode && /^[ +-]$/u.test(gap)) || (isDrink && gap === ' ')))
      whole.splice(-1, 1, { start: last.start, end })
    else whole.push({ start, end })
  }
  return whole
}

/** Everything a sentence names: what is taken, what one has and what one does not bear. */
export const stackIn = (slots: Slots): { items: SaidItem[]; about: Args; known: boolean } => {
  const { clause, names } = slots
  const allergy = ALLERGY.exec(clause.text)
  const span = allergy && { start: allergy.index, end: allergy.index + allergy[0].length }
  const inAllergy = (thing: NamedThing): boolean => span !== null && overlaps(thing, span)
  const conditions = names.filter(
    (thing) => thing.kind === 'condition' && !inAllergy(thing) && isIllness(clause, thing),
  )
  const taken = names
    .filter(({ kind }) => kind === 'item' || kind === 'food' || kind === 'medicine')
    .filter((thing) => !inAllergy(thing))
  const eaten = names.filter(({ kind }) => kind === 'allergen').filter((thing) => !inAllergy(thing))
  const said = (thing: { start: number; end: number }): string => clause.text.slice(thing.start, thing.end)
  const things = [...taken, ...eaten].sort((a, b) => a.start - b.start)
  const own = withCodes(clause, things).map(({ start, end }): SaidItem => {
    const isFood = things.every(
      (thing) => !overlaps(thing, { start, end }) || thing.kind === 'food' || thing.kind === 'allergen',
    )
    return { name: said({ start, end }), start, end, kind: isFood ? 'food' : 'taken' }
  })
  const all = [...own, ...unknownNames(slots, [...names, ...(span ? [span] : [])])].sort((a, b) => a.start - b.start)
  const bare = withoutNames(clause, [...own, ...conditions.filter(({ id }) => !PREGNANCY.has(id))], slots)
  const { subject, spans } = aboutSubject(bare, today(slots))
  const items = withOnePiece(clause, withAmounts(bare, all, amountsIn(bare, spans)))
  const illness = NAMED_ILLNESS.exec(clause.text)?.[1]
  const ills = [
    ...conditions.filter(({ id }) => !PREGNANCY.has(id)).map(said),
    ...(illness !== undefined && conditions.length === 0 ? [illness] : []),
  ]
  const allergens = allergy ? [tidy(allergy[1] ?? allergy[2] ?? '')] : []
  return {
    items,
    known: own.length > 0,
    about: {
      ...(subject ? { subject } : {}),
      ...(ills.length > 0 ? { conditions: [...new Set(ills)] } : {}),
      ...(allergens.length > 0 ? { allergies: allergens } : {}),
    },
  }
}

const bareItem = ({ start: _, end: __, kind: ___, ...item }: SaidItem): Args => ({ ...item })

/** A medicine that somebody takes anyway, beside what is asked about: "если я пью эутирокс", "with sertraline". */
const TAKEN_ANYWAY =
  /(?<!\p{L})(?:пью|принимаю|принимает|пьёт|пьет|пьют|сижу|сидит|на|с|со|при|после|до|к|вместе с|мне (?:назначили|прописали|выписали)|take|takes|taking|on|with|while|use|prescribed|and i(?:'m| am) on)(?:\s+(?:the|my|a|свой|мой|свою|тоже|сейчас|ещё|еще))?\s*$/iu

/** Checking things together: each with its amount, and what was said of the person. */
export const fillStack = (slots: Slots): void => {
  const { items, about } = stackIn(slots)
  const { text } = slots.clause
  const isMedicine = ({ start, end }: SaidItem): boolean =>
    slots.names.some((thing) => thing.kind === 'medicine' && overlaps(thing, { start, end }))
  const others = items.filter((item) => !isMedicine(item))
  const companions =
    others.length === 0 ? [] : items.filter((item) => isMedicine(item) && TAKEN_ANYWAY.test(text.slice(0, item.start)))
  const asked = items.filter((item) => !companions.includes(item))
  if (asked.length > 0) set(slots, 'items', asked.map(bareItem))
  if (companions.length > 0)
    set(
      slots,
      'medications',
      companions.map(({ name }) => name),
    )
  for (const [field, value] of Object.entries(about)) set(slots, field, value)
}

/** How much of one thing. */
export const fillDose = (slots: Slots): void => {
  const { items, about } = stackIn(slots)
  const [first, ...more] = items
  if (first) {
    slots.args['substance'] = first.name
    if (more.length > 0) set(slots, 'items', more.map(bareItem))
  }
  for (const [field, value] of Object.entries(about)) set(slots, field, value)
}

/** What to take for a goal. */
export const fillChoice = (slots: Slots): void => {
  const { items, about } = stackIn(slots)
  const { goal } = slots.args
  const others = items.filter(
    ({ name }) => typeof goal !== 'string' || !goal.toLowerCase().includes(name.toLowerCase()),
  )
  if (others.length > 0) set(slots, 'items', others.map(bareItem))
  for (const [field, value] of Object.entries(about)) set(slots, field, value)
}

/** One supplement that was taken: a known one before words that may be a name, and those before what it was drunk with. */
export const fillTaken = (slots: Slots): void => {
  const { items } = stackIn(slots)
  for (const { start, end } of items)
    use(slots, ...slots.clause.mentions.filter((mention) => overlaps(mention, { start, end })))
  const { name } = slots.args
  const read = typeof name === 'string' && !isNoName(name) ? name.toLowerCase() : undefined
  const only =
    items.find(({ kind }) => kind === 'taken') ??
    items.find((item) => item.name.toLowerCase() === read) ??
    items.find(({ kind }) => kind === 'food') ??
    (read === undefined ? items[0] : undefined)
  if (!only) return
  slots.args['name'] = only.name
  for (const field of ['amount', 'unit'] as const) {
    delete slots.args[field]
    set(slots, field, only[field])
  }
}

/** When it was, if an hour was said; "утром" says none. */
export const takeWhen = (slots: Slots): void => {
  if (slots.args['at'] !== undefined) return
  const when = [...left(slots, 'instant'), ...left(slots, 'time')].find(({ exact }) => exact)
  if (when && give(slots, 'at', when)) use(slots, when)
}

/** The day that is asked of. */
export const fillDay = (slots: Slots): void => {
  const [date] = left(slots, 'date')
  const [range] = left(slots, 'range')
  const [instant] = left(slots, 'instant')
  const day = date?.date ?? (range?.from === range?.to ? range?.from : undefined) ?? instant?.at.slice(0, 10)
  if (day !== undefined && day !== today(slots)) set(slots, 'date', day)
}

const CODE = /(?<![\p{L}\d])((?:r|р)\s?-?\s?\d{1,3}[a-zа-я]?|(?:ul|allergy)\s?:\s?[a-z][\w-]*)(?![\p{L}\d])/iu
/** A rule by its code; a Russian letter that looks like one is meant as it looks. */
export const fillRuleCode = (slots: Slots): void => {
  const said = CODE.exec(slots.clause.text)?.[1]
  if (said === undefined) return
  const [, , number, letter = ''] = /^(r|р)\s?-?\s?(\d{1,3})([a-zа-я]?)$/iu.exec(said) ?? []
  slots.args['ruleId'] =
    number === undefined
      ? said.replace(/\s/gu, '').replace(/^[a-z]+/iu, (kind) => kind.toUpperCase())
      : `R${number.padStart(3, '0')}${letter.toLowerCase().replace('а', 'a').replace('б', 'b')}`
}
