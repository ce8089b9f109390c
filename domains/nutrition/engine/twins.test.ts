// One case in Russian and in English is one result, to the byte: everything the knowledge names, alone and together.
import { describe, expect, it, vi } from 'vitest'
import { knowledge } from '../knowledge/index.ts'
import { run } from './real-stacks.test-data.ts'
import type { CheckResult, Item, StackInput } from './types.ts'

const { data } = knowledge()
// Thousands of checks of everything at once: seconds on a free machine, more on a busy one.
vi.setConfig({ testTimeout: 120_000 })

/** A thing with its two names, and where it is told. */
interface Named {
  place: 'item' | 'medications' | 'conditions' | 'allergies'
  id: string
  ru: string
  en: string
}
const placed = (
  place: Named['place'],
  rows: readonly { id: string; name: { ru: string; en: string } }[],
): readonly Named[] => rows.map(({ id, name }) => ({ place, id, ...name }))
const taken = placed('item', [...data.substances, ...data.forms, ...data.products])
const drugs = data.drugs.map(({ id, inn }) => ({ id, name: inn }))
const medicines = placed('medications', [...drugs, ...data.drugClasses])
const conditions = placed('conditions', data.conditions)
const allergens = placed('allergies', [...data.allergens, ...data.substances])

type Lang = 'ru' | 'en'
const UNITS = { ru: 'мг', en: 'mg' } as const
/** Everything a rule is about or that holds an allergen, at once: a medicine, condition or allergy meets all there is to meet. As a tablet, to be told from it. */
const ruled = new Set(data.rules.map(({ subject }) => subject.id))
const EVERYTHING = data.substances
  .filter(({ id, groups, allergens: held }) => held.length > 0 || [id, ...groups].some((one) => ruled.has(one)))
  .map(({ name }) => ({ name: `таблетки ${name.ru}` }))
const PERSON = { ageMonths: 30 * 12, sex: 'female', weightKg: 60 } as const

const inputOf = (things: readonly Named[], lang: Lang, amount?: number): StackInput => {
  const told = (place: Named['place']): string[] => things.filter((one) => one.place === place).map((one) => one[lang])
  const items = told('item').map(
    (name): Item => (amount === undefined ? { name } : { name, amount, unit: UNITS[lang] }),
  )
  return {
    items: items.length > 0 ? items : EVERYTHING,
    medications: told('medications'),
    conditions: told('conditions'),
    allergies: told('allergies'),
    subject: PERSON,
  }
}

/** The result as text, with the words of the person as the ids of what they name. */
const bytes = (things: readonly Named[], lang: Lang, result: CheckResult): string => {
  const ids = new Map(things.map((one) => [one[lang], one.id]))
  const idOf = (text: string): string => ids.get(text) ?? text
  const sorted = (texts: readonly string[]): string[] => texts.map(idOf).sort()
  return JSON.stringify({
    ...result,
    totals: result.totals.map((total) => ({
      ...total,
      from: total.from
        .map(({ item, value }) => ({ item: idOf(item), value }))
        .sort((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : Number(a.value) - Number(b.value))),
    })),
    unknowns: result.unknowns.map(({ kind, text }) => `${kind} ${idOf(text)}`).sort(),
    questions: result.questions.map(({ items, ...question }) => ({ ...question, items: sorted(items ?? []) })),
  })
}
const inLang = (things: readonly Named[], lang: Lang, amount?: number): string => {
  const input = inputOf(things, lang, amount)
  try {
    return bytes(things, lang, run(input))
  } catch (error) {
    // An amount that is refused is refused in both.
    return error instanceof Error ? (error.message.split(':')[0] ?? '') : ''
  }
}
const differing = (list: readonly (readonly Named[])[], amount?: number): string[] =>
  list
    .filter((things) => inLang(things, 'ru', amount) !== inLang(things, 'en', amount))
    .map((things) => things.map(({ ru, en }) => `${ru} = ${en}`).join(', '))

describe('the Russian and the English name give the same of', () => {
  it('every substance, form and product, with an amount and without', () => {
    const each = taken.map((one) => [one])
    expect(differing(each)).toEqual([])
    expect(differing(each, 120)).toEqual([])
  })
  it('every medicine and class of medicines', () => {
    expect(differing(medicines.map((one) => [one]))).toEqual([])
  })
  it('every medicine among the items', () => {
    const items = placed('item', drugs)
    expect(
      differing(items.map((one) => [one, ...taken.filter(({ id }) => id === 'st_johns_wort').slice(0, 1)])),
    ).toEqual([])
  })
  it('every condition', () => {
    expect(differing(conditions.map((one) => [one]))).toEqual([])
  })
  it('every allergen, and every substance as one', () => {
    expect(differing(allergens.map((one) => [one]))).toEqual([])
  })
  it('200 stacks of two to four things', () => {
    // Steps that share no factor with the lengths visit different pairs every time.
    const at = (list: readonly Named[], step: number): Named[] => list.slice(step % list.length).slice(0, 1)
    const stacks = Array.from({ length: 200 }, (_, n) => [
      ...at(taken, n * 37 + 5),
      ...at(taken, n * 101 + 11),
      ...(n % 2 === 0 ? at(medicines, n * 13) : []),
      ...(n % 4 === 0 ? at(n % 8 === 0 ? conditions : allergens, n * 7) : []),
    ])
    expect(stacks.every(({ length }) => length >= 2 && length <= 4)).toBe(true)
    for (const amount of [undefined, 40, 900]) expect(differing(stacks, amount)).toEqual([])
  })
})
