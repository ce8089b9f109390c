import type { Product } from '../knowledge/shapes.ts'
import { amountIn, analyte, nanograms, type Unit, unitFrom } from './amounts.ts'
import type { Knowledge } from './knowledge.ts'
import type { NamedKind } from './names.ts'
import { wordsOf } from './normal.ts'
import type { Item, Unknown } from './types.ts'

// What a stack comes to: every product taken apart into forms, every form into its analyte, summed over all items.

/** One form from one item. */
export interface Part {
  item: number
  form: string
  substance: string
  /** Nanograms of the form a day and at once; null when nobody said how much, or the maker keeps it to himself. */
  daily: number | null
  single: number | null
  food: boolean
  prescribed: boolean
  /** The maker does not say how much of it is in the product. */
  hidden: boolean
}

export interface Stack {
  parts: readonly Part[]
  /** Things in products that are no nutrients: aspartame, lactose. */
  excipients: ReadonlyMap<string, readonly number[]>
  /** Medicines named among the items. */
  drugs: readonly string[]
  unknowns: readonly Unknown[]
  /** Items that name a known thing and no amount. */
  without: readonly string[]
  /** Items whose amount may be of a salt or of the mineral in it; counted as the mineral, which is more. */
  salts: readonly string[]
}

const ITEMS: ReadonlySet<NamedKind> = new Set(['substance', 'form', 'product', 'drug'])
const COUNTED: ReadonlySet<Unit> = new Set(['piece', 'drop', 'ml'])
/** What a product is counted in when it is not by the piece: drops of what is sold in drops, never millilitres. */
const MEASURE: Readonly<Partial<Record<Product['piece'], Unit>>> = { drop: 'drop', ml: 'ml', gram: 'g' }

/** Why an item cannot be counted at all. */
export class BadItem extends Error {
  readonly why: 'unit' | 'unit_misfit' | 'negative' | 'implausible'
  readonly item: Item
  constructor(why: BadItem['why'], item: Item) {
    super(`${why}: ${item.name}`)
    this.why = why
    this.item = item
  }
}

/** Per day and at once, in the unit as said. */
const doses = ({ amount, per, times }: Item): { daily: number; single: number } | null => {
  if (amount === undefined) return null
  const many = times ?? 1
  // "200 мг два раза в день" is an amount a dose, also when nobody says so.
  return per === 'dose' || (per === undefined && times !== undefined)
    ? { daily: amount * many, single: amount }
    : { daily: amount, single: amount / many }
}

const fromProduct = (knowledge: Knowledge, product: Product, item: Item, index: number, unit: Unit | null): Part[] => {
  const said = doses(item)
  if (said && unit !== null && unit !== (MEASURE[product.piece] ?? 'piece')) {
    // "Аквадетрим 2000 МЕ" is an amount of the only thing in it.
    const [only, ...others] = product.components
    if (!only || others.length > 0 || COUNTED.has(unit)) throw new BadItem('unit_misfit', item)
    return fromForm(knowledge, only.form, item, index, unit)
  }
  const many = said ?? { daily: item.times ?? 1, single: 1 }
  return product.components.flatMap((component): Part[] => {
    const form = knowledge.forms.get(component.form)
    if (!form) return []
    const one = component.amount === null ? null : nanograms(component.amount, component.unit as Unit, form)
    return [
      {
        item: index,
        form: form.id,
        substance: form.substance,
        daily: one === null ? null : one * many.daily,
        single: one === null ? null : one * many.single,
        food: false,
        prescribed: item.prescribed ?? false,
        hidden: component.amount === null,
      },
    ]
  })
}

const WEIGHED: ReadonlySet<Unit> = new Set(['mcg', 'mg', 'g', 'kg'])
/** "Цитрат магния 400 мг" may be of the salt or of the magnesium in it: labels say either. */
const mayBeSalt = (knowledge: Knowledge, id: string, item: Item, unit: Unit | null): boolean => {
  const form = knowledge.forms.get(id)
  const isMineral = form && knowledge.substances.get(form.substance)?.kind === 'mineral'
  return isMineral === true && form.fraction < 1 && item.amount !== undefined && unit !== null && WEIGHED.has(unit)
}
const scaled = (value: number | null, by: number): number | null => (value === null ? null : value / by)

const fromForm = (knowledge: Knowledge, id: string, item: Item, index: number, given: Unit | null): Part[] => {
  const form = knowledge.forms.get(id)
  const substance = form && knowledge.substances.get(form.substance)
  if (!form || !substance) return []
  const food = substance.kind === 'food'
  // A drink is counted as ready to drink, a millilitre of it as a gram; so is an infusion.
  const unit = given === 'ml' && (food || substance.kind === 'doping') ? 'g' : given
  const said = doses(item)
  const measured =
    said === null || unit === null
      ? null
      : { daily: nanograms(said.daily, unit, form), single: nanograms(said.single, unit, form) }
  // "две капсулы омега-3" of no known brand: it is taken, nobody knows how much. Nor what a gram of living bacteria holds.
  const living = substance.unit === 'cfu'
  // The worse of both readings, unless it was said: so much of the mineral is more than so much of its salt.
  const share = mayBeSalt(knowledge, id, item, unit) && item.as !== 'salt' ? form.fraction : 1
  const uncounted = unit !== null && (COUNTED.has(unit) || living)
  if (measured && measured.daily === null && !uncounted) throw new BadItem('unit_misfit', item)
  const own: Part = {
    item: index,
    form: form.id,
    substance: form.substance,
    daily: living ? null : scaled(measured?.daily ?? null, share),
    single: living ? null : scaled(measured?.single ?? null, share),
    food,
    prescribed: item.prescribed ?? false,
    hidden: false,
  }
  const held = substance.parts.flatMap((part): Part[] => {
    const bare = knowledge.bareForm(part.substance)
    // `perGram` is in the unit the held substance is counted in: a gram of coffee holds so many mg of caffeine.
    const unitOf = knowledge.substances.get(part.substance)?.unit ?? 'mg'
    const scale = ((unitOf === 'mcg' ? 1e-6 : unitOf === 'mg' ? 1e-3 : 1) * part.perGram) / (bare?.fraction ?? 1)
    return bare
      ? [
          {
            ...own,
            form: bare.id,
            substance: part.substance,
            daily: own.daily === null ? null : own.daily * scale,
            single: own.single === null ? null : own.single * scale,
          },
        ]
      : []
  })
  return [own, ...held]
}

/** A form named beside its substance ("магний цитрат") is that form, not two things. */
const narrowed = (
  knowledge: Knowledge,
  found: readonly { kind: NamedKind; id: string }[],
): { kind: NamedKind; id: string }[] => {
  const formed = new Set(
    found.filter(({ kind }) => kind === 'form').map(({ id }) => knowledge.forms.get(id)?.substance),
  )
  return found.filter(({ kind, id }) => kind !== 'substance' || !formed.has(id))
}

/** The amount that stands in the name, unless it belongs to what is called so: "Детримакс 2000", "NOW Vitamin A 25,000 IU". */
const withAmount = (item: Item, found: readonly { words: readonly string[] }[]): Item => {
  const said = item.amount === undefined ? amountIn(item.name) : null
  if (!said) return item
  const figure = ` ${wordsOf(said.figure).join(' ')} `
  if (found.some(({ words }) => ` ${words.join(' ')} `.includes(figure))) return item
  return { ...item, amount: said.amount, unit: said.unit }
}

/** Takes a list of items apart. Throws {@link BadItem} for an amount that cannot be counted. */
export const stackOf = (knowledge: Knowledge, items: readonly Item[]): Stack => {
  const parts: Part[] = []
  const excipients = new Map<string, number[]>()
  const drugs: string[] = []
  const unknowns: Unknown[] = []
  const without: string[] = []
  const salts: string[] = []
  for (const [index, given] of items.entries()) {
    const { found, unknown, near } = knowledge.names.resolve(given.name, ITEMS)
    const item = withAmount(given, found)
    for (const figure of [item.amount, item.times])
      if (figure !== undefined && !(figure > 0 && Number.isFinite(figure))) throw new BadItem('negative', item)
    const unit = item.unit === undefined ? null : unitFrom(item.unit)
    if (item.unit !== undefined && unit === null) throw new BadItem('unit', item)
    if (unknown.length > 0 || found.length === 0)
      unknowns.push({ kind: 'item', text: item.name, near: found.length > 0 ? [] : near })
    const named = narrowed(knowledge, found)
    // "магний B6 400 мг": nobody knows of which of them the amount is.
    const several = named.filter(({ kind }) => kind === 'substance' || kind === 'form').length > 1
    const one = several ? { ...item, amount: undefined } : item
    for (const { kind, id } of named) {
      const before = parts.length
      if (kind === 'drug') drugs.push(id)
      const product = kind === 'product' ? knowledge.products.get(id) : undefined
      if (product) {
        parts.push(...fromProduct(knowledge, product, item, index, unit))
        for (const excipient of product.excipients)
          excipients.set(excipient, [...(excipients.get(excipient) ?? []), index])
      } else if (kind === 'substance')
        parts.push(...fromForm(knowledge, knowledge.bareForm(id)?.id ?? '', one, index, unit))
      else if (kind === 'form') {
        parts.push(...fromForm(knowledge, id, one, index, unit))
        if (item.as === undefined && mayBeSalt(knowledge, id, one, unit)) salts.push(item.name)
      }
      // "цинк, 10 таблеток" says no more of how much zinc than "цинк".
      const untold = parts.slice(before).some(({ daily }) => daily === null) && unit !== 'cfu'
      if (kind !== 'product' && untold) without.push(item.name)
    }
  }
  return { parts, excipients, drugs: [...new Set(drugs)], unknowns, without, salts }
}

/**
 * What all parts of one substance come to, in nanograms of the analyte: summed by form first and rounded once, so that no
 * split matters, from the smallest up, so that no order does.
 * What is taken at once may be taken together with the rest, so single doses add up too.
 */
export const sumOf = (
  knowledge: Knowledge,
  parts: readonly Part[],
  which: (part: Part) => boolean,
  dose: 'daily' | 'single',
  weighted = false,
): { value: number; complete: boolean } => {
  const byForm = new Map<string, number[]>()
  let complete = true
  for (const part of parts) {
    if (!which(part)) continue
    const amount = part[dose]
    if (amount === null) complete = false
    else {
      const same = byForm.get(part.form) ?? []
      same.push(amount)
      byForm.set(part.form, same)
    }
  }
  let value = 0
  for (const [id, amounts] of byForm) {
    const form = knowledge.forms.get(id)
    const amount = amounts.sort((a, b) => a - b).reduce((sum, one) => sum + one, 0)
    if (form) value += Math.round(analyte(amount, form) * (weighted ? (form.weightForLimit ?? 1) : 1))
  }
  return { value, complete }
}
