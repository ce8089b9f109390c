import type { Clause } from '../clause.ts'
import type { Args } from '../types.ts'
import { tidy, words } from '../words.ts'
import { FIGURES, type Figure, isNoName, overlaps } from './nutrition.ts'
import { left, type Slots, set, use } from './state.ts'

// What is eaten and what a day aims at: foods with their figures, grams and calories.

const MACROS: readonly (readonly [string, RegExp])[] = [
  ['protein', words('белок|белк\\p{L}*|протеин\\p{L}*|[бp]', 'proteins?|prot')],
  ['fat', words('жир\\p{L}*|ж|f', 'fats?')],
  ['carbs', words('углевод\\p{L}*|угл\\p{L}*|у|c', 'carbs?|carbohydrates?')],
  ['kcal', words('ккал\\p{L}*|кал|калори\\p{L}*|килокалори\\p{L}*', 'k?cals?|calories|kilocalories')],
]
interface MacroWord {
  macro: string
  start: number
  end: number
}
const macroWords = (plain: string): MacroWord[] =>
  [...plain.matchAll(/\p{L}+/gu)].flatMap((found) => {
    const macro = MACROS.find(([, word]) => word.test(found[0]))?.[0]
    return macro === undefined ? [] : [{ macro, start: found.index, end: found.index + found[0].length }]
  })
const TO_FIGURE = /^[\s:–—=-]*(?:до|в|на|to|at|of|около|примерно)?\s*$/u
const TO_WORD = /^[\s–—-]*(?:г(?:р|рамм\p{L}*)?\.?|g|grams?)?\s*(?:of\s+)?$/u

/** Which nutrient each figure is of: the word before it ("белка 30"), else the one after it ("30 г белка"); each word once. */
const macrosOf = ({ plain }: Clause, figures: readonly Figure[]): Map<Figure, string> => {
  const found = new Map<Figure, string>()
  const free = macroWords(plain)
  for (const figure of figures) {
    if (figure.kind === 'measure' && figure.of === 'energy') {
      found.set(figure, 'kcal')
      continue
    }
    const word =
      free.find(({ end }) => end <= figure.start && TO_FIGURE.test(plain.slice(end, figure.start))) ??
      free.find(({ start }) => start >= figure.end && TO_WORD.test(plain.slice(figure.end, start)))
    if (!word) continue
    free.splice(free.indexOf(word), 1)
    found.set(figure, word.macro)
  }
  return found
}
/** "кбжу 200/8/8/25", "бжу 2/8/10", "б12 ж12 у20": all at once, in their usual order. */
const SHARES =
  /(к?бжу|(?:к\/)?б\/ж\/у)?[\s:]*(?<![\d/])(\d{1,4})\s*\/\s*(\d{1,3})\s*\/\s*(\d{1,3})(?:\s*\/\s*(\d{1,3}))?(?![\d/])/gu
const LETTERED = /(?<!\p{L})[бp]\s?(\d{1,3})\s*,?\s*[жf]\s?(\d{1,3})\s*,?\s*[уc]\s?(\d{1,3})(?!\d)/gu
const sharesIn = (plain: string): { figures: Args; start: number; end: number }[] => [
  ...[...plain.matchAll(SHARES)].map((found) => {
    const [said, , ...numbers] = found
    const given = numbers.filter((one) => one !== undefined).map(Number)
    const fields = given.length === 4 ? ['kcal', 'protein', 'fat', 'carbs'] : ['protein', 'fat', 'carbs']
    const figures = Object.fromEntries(fields.map((field, at) => [field, given[at]]))
    return { figures, start: found.index, end: found.index + said.length }
  }),
  ...[...plain.matchAll(LETTERED)].map((found) => ({
    figures: { protein: Number(found[1]), fat: Number(found[2]), carbs: Number(found[3]) },
    start: found.index,
    end: found.index + found[0].length,
  })),
]
const figuresIn = (clause: Clause): Figure[] =>
  clause.mentions.filter((mention): mention is Figure => FIGURES.has(mention.kind))

/** What was eaten, an item each, with the figures that stand beside it. */
export const fillMeal = (slots: Slots): void => {
  const { clause } = slots
  const foods = joined(clause, slots.parts)
    .map(({ text, start, end }) => ({ name: tidy(text), start, end }))
    .filter(({ name }) => /\p{L}{2,}/u.test(name) && !isNoName(name))
  const items: (Args & { start: number; end: number })[] = foods.map((food) => ({ ...food }))
  const shares = sharesIn(clause.plain)
  for (const share of shares) {
    const owner = items.findLast(({ end }) => end <= share.start) ?? items[0]
    if (owner) Object.assign(owner, share.figures)
  }
  const figures = figuresIn(clause).filter(
    (figure) => !foods.some((food) => overlaps(food, figure)) && !shares.some((share) => overlaps(share, figure)),
  )
  const macros = macrosOf(clause, figures)
  for (const figure of figures) {
    const macro = macros.get(figure)
    const grams = figure.kind === 'measure' && figure.of === 'mass' ? Math.round(figure.base * 1000) : undefined
    const field = macro ?? (grams === undefined ? undefined : 'grams')
    if (field === undefined) continue
    const before = items.findLast(({ end }) => end <= figure.start)
    const after = items.find(({ start }) => start >= figure.end)
    const gap = before && clause.text.slice(before.end, figure.start)
    const close = gap !== undefined && !/[,;]|(?<!\p{L})(?:и|and)(?!\p{L})/u.test(gap)
    const leads = after && /^[\s(]*(?:of\s+|a\s+)?$/u.test(clause.text.slice(figure.end, after.start))
    const isFree = (item: Args | undefined): boolean => item !== undefined && item[field] === undefined
    const owner =
      close && isFree(before)
        ? before
        : leads && isFree(after)
          ? after
          : isFree(before)
            ? before
            : before
              ? undefined
              : after
    if (owner) owner[field] = macro === undefined ? grams : Math.round(figure.value * 10) / 10
    use(slots, figure)
  }
  const whole = items.map(({ start: _, end: __, ...item }) => item)
  if (whole.length > 0) slots.args['items'] = whole
}
/** "суп-пюре" is one food: runs with nothing but a hyphen between them belong together. */
const joined = (clause: Clause, runs: Slots['parts']): Slots['parts'] => {
  const whole: Slots['parts'][number][] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last && /^-$/u.test(clause.text.slice(last.end, run.start)))
      whole.splice(-1, 1, { ...last, end: run.end, text: clause.text.slice(last.start, run.end) })
    else whole.push(...apart(run))
  }
  return whole
}
/** "doughnut + cottage cheese" are two foods, however they were read. */
const apart = (run: Slots['parts'][number]): Slots['parts'][number][] => {
  const pieces: Slots['parts'][number][] = []
  for (const found of run.text.matchAll(/[^+&]+/gu)) {
    const start = run.start + found.index
    pieces.push({ ...run, text: found[0], start, end: start + found[0].length })
  }
  return pieces
}

const macroNamed = (text: string): string | undefined => {
  const named = [...text.matchAll(/\p{L}+/gu)].flatMap(([word]) => MACROS.find(([, of]) => of.test(word))?.[0] ?? [])
  return named.at(-1)
}
const LEAST_KCAL = 500
/** What a day is to aim at: names stand before all figures ("белок 150, жир 60") or after them ("150 г белка"). */
export const fillAim = (slots: Slots): void => {
  const { plain } = slots.clause
  const figures = figuresIn(slots.clause).sort((a, b) => a.start - b.start)
  const [first] = figures
  if (!first) return
  const shares = sharesIn(plain)
  for (const { figures: said } of shares) for (const [field, value] of Object.entries(said)) set(slots, field, value)
  if (shares.length > 0) return
  const macros = macrosOf(slots.clause, figures)
  for (const [at, figure] of figures.entries()) {
    const from = figures[at - 1]?.end ?? 0
    const field =
      macros.get(figure) ??
      macroNamed(plain.slice(from, figure.start)) ??
      macroNamed(plain.slice(figure.end, figures[at + 1]?.start))
    if (field !== undefined) set(slots, field, Math.round(figure.value))
  }
  if (figures.length === 1 && Object.keys(slots.args).length === 0 && first.value >= LEAST_KCAL)
    set(slots, 'kcal', Math.round(first.value))
}

const WEEK = 7
const WEEKEND = words('выходн\\p{L}+', 'weekend')
/** A menu from a day on, for so many days. */
export const fillMenu = (slots: Slots, today: string, next: (date: string, days: number) => string): void => {
  const [range] = left(slots, 'range')
  const [date] = left(slots, 'date')
  const [length] = left(slots, 'duration', 'delay')
  const DAY_MINUTES = 1_440
  const { plain } = slots.clause
  const spanned = range && (Date.parse(range.to) - Date.parse(range.from)) / 86_400_000 + 1
  const told = length && length.minutes >= DAY_MINUTES ? Math.round(length.minutes / DAY_MINUTES) : undefined
  const weeks = words('недел\\p{L}*', 'week').test(plain)
  const from = date?.date ?? (range && range.from > today ? range.from : today)
  const days = told ?? (WEEKEND.test(plain) ? 2 : weeks ? WEEK : date ? 1 : spanned && range ? spanned : 1)
  set(slots, 'from', from < today ? next(today, 0) : from)
  set(slots, 'days', Math.min(14, Math.max(1, days)))
}
