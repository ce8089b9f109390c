// What holds of every stack of real substances, products and medicines, whoever takes it.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { knowledge } from '../knowledge/index.ts'
import type { Predicate } from '../knowledge/shapes.ts'
import {
  aCondition,
  aMedicine,
  anAllergy,
  anItem,
  aPerson,
  counted,
  outcome,
  run,
  someItems,
  weighed,
} from './real-stacks.test-data.ts'
import { stackOf } from './stack.ts'
import { type CheckResult, type Item, type StackInput, VERDICTS } from './types.ts'

// Thousands of stacks: seconds on a free machine, more on a busy one.
vi.setConfig({ testTimeout: 120_000 })

const CASES = { numRuns: 1_000 }
const rank = ({ verdict }: CheckResult): number => VERDICTS.indexOf(verdict)
/** Rules that speak, with how strictly: levels and allergies too. */
const strictness = ({ findings }: CheckResult): Map<string, number> => {
  const found = new Map<string, number>()
  for (const { ruleId, severity } of findings)
    found.set(ruleId, Math.max(found.get(ruleId) ?? 0, VERDICTS.indexOf(severity)))
  return found
}
/** The verdict is no milder, and everything said is still said as strictly; what is refused stays refused. */
const noMilder = (less: StackInput, more: StackInput): void => {
  const [before, after] = [outcome(less), outcome(more)]
  if (typeof before === 'string') expect(after).toBe(before)
  if (typeof before === 'string' || typeof after === 'string') return
  expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
  const still = strictness(after)
  for (const [ruleId, was] of strictness(before)) {
    // An allergy that a rule names is said by the rule.
    const now = still.get(ruleId) ?? (ruleId.startsWith('ALLERGY:') ? rank(after) : -1)
    expect(now, ruleId).toBeGreaterThanOrEqual(was)
  }
}
const inputs = fc.record({ items: someItems(), person: aPerson }).map(({ items, person }) => ({ items, ...person }))

describe('more never makes a verdict milder:', () => {
  const added: Readonly<Record<string, (input: StackInput) => fc.Arbitrary<StackInput>>> = {
    'another item': (input) => anItem.map((item) => ({ ...input, items: [...input.items, item] })),
    'another medicine': (input) => aMedicine.map((one) => ({ ...input, medications: [...input.medications, one] })),
    'another condition': (input) => aCondition.map((one) => ({ ...input, conditions: [...input.conditions, one] })),
    'another allergy': (input) => anAllergy.map((one) => ({ ...input, allergies: [...input.allergies, one] })),
    'a larger amount': (input) =>
      fc.tuple(fc.nat(input.items.length - 1), fc.constantFrom(1.25, 2, 3, 10)).map(([which, factor]) => ({
        ...input,
        items: input.items.map((item, at) =>
          at === which && item.amount !== undefined ? { ...item, amount: item.amount * factor } : item,
        ),
      })),
  }
  it.each(Object.entries(added))('%s', (_, more) => {
    fc.assert(
      fc.property(
        inputs.chain((input) => more(input).map((fuller) => [input, fuller] as const)),
        ([input, fuller]) => noMilder(input, fuller),
      ),
      CASES,
    )
  })
})

describe('the same to the byte is', () => {
  it('a replay, and any order of items, medicines, conditions and allergies', () => {
    const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length })
    fc.assert(
      fc.property(
        inputs.chain((input) =>
          fc
            .record({
              items: shuffled(input.items),
              medications: shuffled(input.medications),
              conditions: shuffled(input.conditions),
              allergies: shuffled(input.allergies),
            })
            .map((other) => [input, { ...input, ...other }] as const),
        ),
        ([input, other]) => {
          const once = JSON.stringify(outcome(input))
          expect(JSON.stringify(outcome(JSON.parse(JSON.stringify(input)) as StackInput))).toBe(once)
          expect(JSON.stringify(outcome(other))).toBe(once)
        },
      ),
      CASES,
    )
  })
})

/** A result without which items its sums come from. */
const apart = (input: StackInput) => {
  const { totals, ...rest } = run(input)
  return { ...rest, totals: totals.map(({ from: _, ...total }) => total) }
}

describe('the same but for its parts is', () => {
  const split = (item: Item, share: number): Item[] =>
    item.amount === undefined
      ? [item]
      : [
          { ...item, amount: item.amount * share },
          { ...item, amount: item.amount * (1 - share) },
        ]
  it('a dose split over two products', () => {
    fc.assert(
      fc.property(
        someItems(fc.oneof(weighed, counted)),
        aPerson,
        fc.constantFrom(0.5, 0.25, 1 / 3, 0.1),
        (items, person, share) => {
          // What is refused is refused by the item: half of it may be a dose.
          fc.pre(typeof outcome({ items, ...person }) !== 'string')
          const parts = items.flatMap((item) => split(item, share))
          expect(apart({ items: parts, ...person })).toEqual(apart({ items, ...person }))
        },
      ),
      CASES,
    )
  })
})

describe('the same is an amount in', () => {
  it('grams, milligrams and micrograms', () => {
    const UNITS = [
      ['мг', 1e3],
      ['mg', 1e3],
      ['г', 1e6],
      ['g', 1e6],
      ['кг', 1e9],
      ['mcg', 1],
    ] as const
    fc.assert(
      fc.property(someItems(weighed), aPerson, fc.constantFrom(...UNITS), (items, person, [unit, size]) => {
        const other = items.map((item) => ({ ...item, unit, amount: (item.amount ?? 0) / size }))
        expect(outcome({ items: other, ...person })).toEqual(outcome({ items, ...person }))
      }),
      CASES,
    )
  })
  it('international units, where the form has them', () => {
    const forms = knowledge().data.forms.filter(({ mcgPerIu }) => mcgPerIu !== undefined)
    expect(forms.length).toBeGreaterThan(8)
    const pair = fc
      .tuple(fc.constantFrom(...forms), fc.integer({ min: 1, max: 50_000 }), fc.constantFrom('ru', 'en'))
      .map(([{ name, mcgPerIu = 0, fraction }, iu, lang]) => {
        const most = Math.min(iu, Math.floor(1e6 / mcgPerIu) + 1)
        return [
          { name: name[lang === 'ru' ? 'ru' : 'en'], amount: most, unit: lang === 'ru' ? 'МЕ' : 'IU' },
          { name: name[lang === 'ru' ? 'ru' : 'en'], amount: (most * mcgPerIu) / fraction, unit: 'mcg' },
        ] as const
      })
    fc.assert(
      fc.property(pair, someItems(), aPerson, ([units, mass], items, person) => {
        const [inUnits, inMass] = [units, mass].map((one) => outcome({ items: [one, ...items], ...person }))
        expect(inUnits).toEqual(inMass)
      }),
      CASES,
    )
  })
})

describe('who it is decides only where something says so:', () => {
  type Told = { sex: boolean; ages: readonly number[] }
  const NONE: Told = { sex: false, ages: [] }
  const joined = (all: readonly Told[]): Told => ({
    sex: all.some(({ sex }) => sex),
    ages: all.flatMap(({ ages }) => ages),
  })
  /** Whether a predicate looks at the sex, and at which ages in months it changes its mind. */
  const looksAt = (when: Predicate): Told => {
    if ('all' in when) return joined(when.all.map(looksAt))
    if ('any' in when) return joined(when.any.map(looksAt))
    if ('sex' in when) return { sex: true, ages: [] }
    // Whether one may be pregnant depends on both.
    if ('stage' in when) return { sex: true, ages: [12 * 12, 55 * 12 + 1] }
    if ('underYears' in when) return { sex: false, ages: [when.underYears * 12] }
    if ('overYears' in when) return { sex: false, ages: [when.overYears * 12 + 1] }
    return NONE
  }
  const { data, substances } = knowledge()
  const told = (items: readonly Item[]): Told => {
    const { parts, excipients } = stackOf(knowledge(), items)
    const about = new Set([
      ...excipients.keys(),
      ...parts.flatMap(({ substance, form }) => [substance, form, ...(substances.get(substance)?.groups ?? [])]),
    ])
    const bands = data.limits.filter(({ substance }) => about.has(substance)).flatMap((limit) => limit.bands)
    return joined([
      ...data.rules.filter(({ subject }) => about.has(subject.id)).map(({ when }) => looksAt(when)),
      { sex: bands.some(({ sex }) => sex !== undefined), ages: bands.flatMap(({ from, to }) => [from, to ?? 0]) },
    ])
  }
  it('neither sex nor age otherwise', () => {
    let compared = 0
    const age = fc.integer({ min: 19 * 12, max: 95 * 12 })
    fc.assert(
      fc.property(someItems(), aPerson, age, age, (items, person, one, other) => {
        // A vitamin among the medicines counts with the items.
        const { sex, ages } = told([...items, ...person.medications.map((name) => ({ name }))])
        const alike = (a: number, b: number): boolean => ages.every((at) => a < at === b < at)
        const of = (ageMonths: number, is: 'male' | 'female') =>
          outcome({ items, ...person, subject: { ...person.subject, ageMonths, sex: is } })
        const his = of(one, 'male')
        if (!sex) expect(of(one, 'female')).toEqual(his)
        if (alike(one, other)) expect(of(other, 'male')).toEqual(his)
        if (!sex || alike(one, other)) compared++
      }),
      { numRuns: 2_000 },
    )
    // A test that skips nearly everything tests nothing.
    expect(compared).toBeGreaterThan(1_000)
  })
})
