// What nobody can take or nobody knows: a question or a clear refusal, never a verdict that reassures and never a crash.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { knowledge } from '../knowledge/index.ts'
import { outcome } from './real-stacks.test-data.ts'
import type { CheckResult, Item, StackInput } from './types.ts'

// Thousands of unknown names: seconds on a free machine, more on a busy one.
vi.setConfig({ testTimeout: 120_000 })

const MAN = { ageMonths: 30 * 12, sex: 'male', weightKg: 80 } as const
const NOBODY = { medications: [], conditions: [], allergies: [], subject: MAN } as const
const of = (items: readonly Item[], more: Partial<StackInput> = {}) => outcome({ ...NOBODY, items, ...more })
const result = (items: readonly Item[], more: Partial<StackInput> = {}): CheckResult => {
  const found = of(items, more)
  if (typeof found === 'string') throw new Error(`refused: ${found}`)
  return found
}

describe('an amount that cannot be is refused:', () => {
  it.each<[string, Item, string]>([
    ['below zero', { name: 'магний', amount: -0.001, unit: 'мг' }, 'negative'],
    ['below zero, of a medicine', { name: 'варфарин', amount: -5, unit: 'мг' }, 'negative'],
    ['no number', { name: 'магний', amount: Number.NaN, unit: 'мг' }, 'negative'],
    ['endless', { name: 'магний', amount: Number.POSITIVE_INFINITY, unit: 'мг' }, 'negative'],
    ['endless below zero', { name: 'магний', amount: Number.NEGATIVE_INFINITY, unit: 'мг' }, 'negative'],
    ['no number of times', { name: 'магний', amount: 200, unit: 'мг', times: Number.NaN }, 'negative'],
    ['times below zero', { name: 'магний', amount: 200, unit: 'мг', times: -3 }, 'negative'],
    ['never a day', { name: 'магний', amount: 200, unit: 'мг', times: 0 }, 'negative'],
    ['times below zero, of a product', { name: 'Магне B6', times: -2 }, 'negative'],
    ['caffeine by the kilogram, in the name', { name: 'кофеин 5 кг' }, 'implausible'],
    ['more than a number holds', { name: 'магний', amount: 1e308, unit: 'кг' }, 'implausible'],
    ['a billion tablets', { name: 'Магне B6', amount: 1e9, unit: 'таблеток' }, 'implausible'],
    ['a ton of coffee', { name: 'кофе', amount: 1000, unit: 'кг' }, 'implausible'],
    ['coffee without end', { name: 'кофе', amount: 1e308, unit: 'кг' }, 'implausible'],
    ['sacks', { name: 'витамин D', amount: 3, unit: 'мешка' }, 'unit'],
    ['spoons', { name: 'креатин', amount: 3, unit: 'ложки' }, 'unit'],
    ['an emoji', { name: 'магний', amount: 3, unit: '💊' }, 'unit'],
    ['units of what has none', { name: 'креатин', amount: 400, unit: 'МЕ' }, 'unit_misfit'],
    ['living bacteria of a metal', { name: 'магний', amount: 5, unit: 'КОЕ' }, 'unit_misfit'],
    ['millilitres of what is sold in drops', { name: 'Аквадетрим', amount: 5, unit: 'мл' }, 'unit_misfit'],
    ['a mass of a mixture', { name: 'Магне B6', amount: 100, unit: 'мг' }, 'unit_misfit'],
  ])('%s', (_, item, why) => {
    expect(of([item])).toBe(why)
    // It stays refused among things that are fine.
    expect(of([{ name: 'витамин C', amount: 100, unit: 'мг' }, item])).toBe(why)
  })
})

describe('an amount nobody can tell is asked for:', () => {
  it.each<Item>([
    { name: 'магний', amount: 3, unit: 'капли' },
    { name: 'магний 3 капли' },
    { name: 'цинк', amount: 10, unit: 'таблеток' },
    { name: 'витамин D', amount: 5, unit: 'мл' },
    { name: 'омега-3', amount: 2, unit: 'капсулы' },
    { name: 'магний', unit: 'мг' },
    { name: 'магний', amount: 3 },
    { name: 'магний -5 мг' },
    { name: 'магний −5 мг' },
    { name: 'магний 1,500 мг' },
    { name: 'магний 3 500 мг' },
  ])('$name $amount $unit', (item) => {
    const { verdict, questions } = result([item])
    expect(verdict).toBe('unknown')
    expect(questions).toMatchObject([{ fact: 'amount', items: [item.name] }])
  })
  it('in words and sacks, in the name', () => {
    for (const name of ['магний три мешка', 'магний 3 мешка', 'three bags of magnesium'])
      expect(result([{ name }]), name).toMatchObject({ verdict: 'unknown', unknowns: [{ kind: 'item', text: name }] })
  })
})

describe('an amount in a name is read whole:', () => {
  it.each<[string, string, number]>([
    ['витамин D 10 мкг', 'vitamin_d', 10],
    ['витамин C 50 мг', 'vitamin_c', 50],
    ['vitamin K 90 mcg', 'vitamin_k', 90],
    ['vitamin D 50 µg', 'vitamin_d', 50],
    ['витамин D 2,5 мкг', 'vitamin_d', 2.5],
    ['vitamin D 5,000 IU', 'vitamin_d', 125],
    ['витамин D3 500 МЕ', 'vitamin_d', 12.5],
    ['B12 500 мкг', 'b12', 500],
    ['витамин B 6 5 мг', 'b6', 5],
    ['селен 0,055 мг', 'selenium', 55],
  ])('%s', (name, substance, value) => {
    expect(result([{ name }]).totals).toMatchObject([{ substance, value, complete: true }])
  })
  it('also where it belongs to the name of a product, in either language', () => {
    const [ru, en] = ['NOW витамин A 25 000 МЕ', 'NOW Vitamin A 25,000 IU'].map((name) => result([{ name }]).totals)
    expect(ru).toMatchObject([{ substance: 'retinol', value: 7500 }])
    expect(en?.[0]?.value).toBe(7500)
  })
  it('and "1" names nothing', () => {
    const { totals } = result([{ name: 'магний 1 таблетка' }])
    expect(totals.map(({ substance }) => substance)).toEqual(['magnesium'])
  })
})

describe('a name that names nothing is unknown:', () => {
  const letters = fc.string({ unit: 'grapheme', minLength: 200, maxLength: 200 })
  const emoji = fc
    .array(fc.constantFrom('💊', '🧪', '👩‍⚕️', '❤️', '🇷🇺', '1️⃣'), { minLength: 1 })
    .map((all) => all.join(''))
  it('200 random characters, emoji, or nothing at all', () => {
    fc.assert(
      fc.property(fc.oneof(letters, emoji, fc.constantFrom('', ' ', '\u200b', '12345', '—', '%', '1,3')), (name) => {
        const input = { medications: [name], conditions: [name], allergies: [name] }
        for (const found of [of([{ name }]), of([{ name: 'магний', amount: 100, unit: 'мг' }], input)])
          if (typeof found !== 'string') {
            expect(found.verdict).not.toBe('ok')
            expect(found.verdict).not.toBe('minor')
            expect(found.unknowns.some(({ text }) => text === name)).toBe(true)
          }
      }),
      { numRuns: 200 },
    )
  })
  it('whatever is typed into every field', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('магний', 'B12', 'мг', 'МЕ', 'три мешка', 'кофе'),
    )
    const item = fc.record(
      {
        name: text,
        amount: fc.double(),
        unit: text,
        per: fc.constantFrom('day' as const, 'dose' as const),
        times: fc.double(),
      },
      { requiredKeys: ['name'] },
    )
    const input = fc.record({
      items: fc.array(item, { maxLength: 4 }),
      medications: fc.array(text, { maxLength: 2 }),
      conditions: fc.array(text, { maxLength: 2 }),
      allergies: fc.array(text, { maxLength: 2 }),
      subject: fc.constant(MAN),
    })
    fc.assert(
      fc.property(input, (given) => {
        const found = outcome(given)
        // No sum that is no number ever leaves the engine.
        if (typeof found !== 'string')
          for (const { value } of found.totals) expect(Number.isFinite(value) && value >= 0).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('invented supplements', () => {
  const RUSSIAN = {
    onset: 'б в г д ж з к л м н п р с т ф х ц ч ш бр вр гл др кр пл ст тр'.split(' '),
    vowel: 'а е и о у ю я'.split(' '),
    end: 'вит ксин лон рокс тил дор нофен цепт макс зол фарм биум'.split(' '),
  }
  const ENGLISH = {
    onset: 'b c d f g j k l m n p r s t v w x z br cl dr fl gr pl st tr'.split(' '),
    vowel: 'a e i o u y ea oo'.split(' '),
    end: 'vit xin lon rox til dor nol cept max zole farm bium'.split(' '),
  }
  const invented = ({ onset, vowel, end }: typeof RUSSIAN) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom(...onset), fc.constantFrom(...vowel)), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...end),
      )
      .map(([syllables, last]) => syllables.flat().join('') + last)
  /** The same names in every run. */
  const NAMES = [RUSSIAN, ENGLISH].flatMap((language) =>
    [...new Set(fc.sample(invented(language), { numRuns: 300, seed: 20261122 }))].slice(0, 250),
  )
  it('are all unknown, whatever stands beside them', () => {
    expect(NAMES).toHaveLength(500)
    const taken = NAMES.filter((name) =>
      [name, `${name} форте`, `витамин ${name}`, `${name.toUpperCase()} 500 мг`, `${name} plus, 2 capsules`].some(
        (text) => {
          const found = of([{ name: text }])
          return typeof found === 'string' || found.verdict !== 'unknown' || found.totals.length > 0
        },
      ),
    )
    expect(taken).toEqual([])
  })
  it('are unknown as a medicine, a condition and an allergy too', () => {
    const fine = [{ name: 'магний', amount: 100, unit: 'мг' }]
    expect(result(fine).verdict).toBe('ok')
    for (const place of ['medications', 'conditions', 'allergies'] as const)
      expect(NAMES.filter((name) => result(fine, { [place]: [name] }).verdict !== 'unknown')).toEqual([])
  })
})

describe('a great many', () => {
  it('items are counted, none at all are nothing to check', () => {
    const names = knowledge().data.substances.map(({ name }) => name.ru)
    const items = Array.from({ length: 500 }, (_, n): Item => ({ name: names[n % names.length] ?? '' }))
    const { totals, verdict } = result(items)
    expect([totals.length > 250, verdict]).toEqual([true, 'contraindicated'])
    expect(result([])).toMatchObject({ findings: [], totals: [], unknowns: [] })
  })
  it('unknown names cost no more than a moment', () => {
    const nonsense = Array.from({ length: 100 }, (_, text) =>
      Array.from({ length: 15 }, (__, word) => `зюзя${String.fromCharCode(1072 + (text % 32), 1072 + word)}бурин`).join(
        ' ',
      ),
    )
    const started = process.cpuUsage()
    const found = result(
      nonsense.map((name) => ({ name })),
      { medications: nonsense, conditions: nonsense, allergies: nonsense },
    )
    const { user, system } = process.cpuUsage(started)
    // Minutes, when every form of every name was measured letter by letter. Time of this process: another's does not count.
    expect((user + system) / 1e6).toBeLessThan(20)
    expect(found.verdict).toBe('unknown')
  })
})
