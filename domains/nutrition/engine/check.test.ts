// The engine over a small knowledge of its own: sums, levels, three-valued rules, names, and what must never change a verdict.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, whyBad } from './check.ts'
import { proposeDose } from './dose.ts'
import { KNOWLEDGE } from './knowledge.fixture.ts'
import { formsOf } from './normal.ts'
import { BadItem } from './stack.ts'
import { type CheckResult, type Item, type StackInput, VERDICTS } from './types.ts'

const MAN = { ageMonths: 30 * 12, sex: 'male', weightKg: 80 } as const
const WOMAN = { ageMonths: 30 * 12, sex: 'female', weightKg: 60 } as const
const run = (items: readonly Item[], more: Partial<StackInput> = {}): CheckResult =>
  check(KNOWLEDGE, { items, medications: [], conditions: [], allergies: [], subject: MAN, ...more })
const ids = ({ findings }: CheckResult): string[] => findings.map(({ ruleId }) => ruleId)
const sum = (result: CheckResult, substance: string): number | undefined =>
  result.totals.find((total) => total.substance === substance)?.value
const mg = (name: string, amount: number): Item => ({ name, amount, unit: 'мг' })
const rank = ({ verdict }: CheckResult): number => VERDICTS.indexOf(verdict)

describe('levels', () => {
  it.each([
    [5, 'ok'],
    [8, 'minor'],
    [15, 'moderate'],
    [25, 'major'],
  ])('%d mg of copper, whose levels are 5 and 10, are %s', (amount, verdict) => {
    expect(run([mg('медь', amount)]).verdict).toBe(verdict)
  })
  it('show every authority side by side, and name the lowest that is exceeded', () => {
    const result = run([mg('медь', 8)])
    expect(result.totals[0]?.limits.map(({ authority, value }) => [authority, value])).toEqual([
      ['nasem', 10],
      ['efsa', 5],
    ])
    expect(result.findings[0]).toMatchObject({
      ruleId: 'UL:copper',
      amount: { value: 8, unit: 'mg' },
      limit: { value: 5, unit: 'mg' },
      authority: ['efsa'],
    })
  })
  it('are a remark where a doctor ordered the amount', () => {
    expect(run([{ ...mg('медь', 25), prescribed: true }])).toMatchObject({
      verdict: 'minor',
      findings: [{ action: 'monitor' }],
    })
  })
  it('ask for an amount nobody said', () => {
    expect(run([{ name: 'медь' }])).toMatchObject({
      verdict: 'unknown',
      questions: [{ fact: 'amount', items: ['медь'] }],
    })
  })
})

describe('amounts', () => {
  it('add up over products, forms and foods', () => {
    const result = run([
      { name: 'Аевитом', amount: 2, unit: 'капсулы' },
      { name: 'витамина Д', amount: 1000, unit: 'МЕ' },
      { name: 'кофе', amount: 200, unit: 'мл' },
      mg('гуарана', 1000),
    ])
    expect([sum(result, 'vitamin_d'), sum(result, 'b6'), sum(result, 'caffeine')]).toEqual([75, 10, 140])
  })
  it('are a dose when times are said, a day when nothing is', () => {
    expect(sum(run([{ ...mg('кофеин', 100), times: 3 }]), 'caffeine')).toBe(300)
    expect(sum(run([{ ...mg('кофеин', 300), per: 'day', times: 3 }]), 'caffeine')).toBe(300)
    expect(sum(run([mg('кофеин', 300)]), 'caffeine')).toBe(300)
  })
  it('stand in the name too', () => {
    expect(sum(run([{ name: 'витамин D 4000 МЕ' }]), 'vitamin_d')).toBe(100)
    expect(sum(run([{ name: 'd3 2 тыс. МЕ' }]), 'vitamin_d')).toBe(50)
  })
  it('of two things named at once belongs to neither', () => {
    const { totals, questions } = run([mg('магний B6', 400)])
    expect(totals.map(({ value }) => value)).toEqual([0, 0])
    expect(questions[0]?.fact).toBe('amount')
  })
  it('of a product of one thing may be of that thing', () => {
    expect(sum(run([{ name: 'Каплевит', amount: 2000, unit: 'МЕ' }]), 'vitamin_d')).toBe(50)
    expect(sum(run([{ name: 'Каплевит', amount: 4, unit: 'капли' }]), 'vitamin_d')).toBe(50)
  })
  it('that a maker hides are unknown', () => {
    expect(run([{ name: 'Секретин', amount: 1, unit: 'капсула' }]).verdict).toBe('unknown')
  })
  it.each([
    [mg('магний', -5), 'negative'],
    [mg('магний', 0), 'negative'],
    [{ name: 'магний', amount: 3, unit: 'мешка' }, 'unit'],
    [{ name: 'кофеин', amount: 5, unit: 'кг' }, 'implausible'],
    [{ name: 'медь', amount: 5, unit: 'г' }, 'implausible'],
    [{ name: 'магний', amount: 400, unit: 'МЕ' }, 'unit_misfit'],
    [{ name: 'Каплевит', amount: 5, unit: 'мл' }, 'unit_misfit'],
    [{ name: 'Аевит', amount: 5, unit: 'мг' }, 'unit_misfit'],
  ])('%j is refused as %s', (item, why) => {
    expect(() => run([item])).toThrow(BadItem)
    expect(whyBad(KNOWLEDGE, item)).toBe(why)
  })
})

describe('rules', () => {
  it('hold, do not hold, or wait for a fact', () => {
    const pregnant = { ...WOMAN, pregnant: true, breastfeeding: false }
    expect(ids(run([mg('кофеин', 250)], { subject: pregnant }))).toContain('R003')
    expect(run([mg('кофеин', 250)], { subject: { ...pregnant, pregnant: false } }).verdict).toBe('ok')
    expect(run([mg('кофеин', 250)], { subject: WOMAN })).toMatchObject({
      verdict: 'unknown',
      questions: [{ fact: 'pregnancy', upTo: 'major', rules: ['R003'] }],
    })
    // A small amount settles it: nothing is asked.
    expect(run([mg('кофеин', 50)], { subject: WOMAN }).verdict).toBe('ok')
  })
  it('read a pregnancy among the conditions', () => {
    expect(ids(run([mg('кофеин', 250)], { subject: WOMAN, conditions: ['беременна'] }))).toContain('R003')
  })
  it('name the medicine, not its class', () => {
    expect(run([mg('зверобой', 300)], { medications: ['сертралином'] }).findings[0]?.object).toEqual(['sertraline'])
  })
  it('wait when only a kind of medicine or illness was named', () => {
    expect(run([mg('зверобой', 300)], { medications: ['антидепрессанты'] })).toMatchObject({
      verdict: 'unknown',
      questions: [{ fact: 'medicine', upTo: 'contraindicated' }],
    })
    expect(run([mg('магний', 100)], { conditions: ['болезнь почек'] }).questions).toMatchObject([{ fact: 'condition' }])
    expect(ids(run([mg('магний', 100)], { conditions: ['ХБП'] }))).toEqual(['R002'])
  })
  it('find a medicine in a combination, and its class only where the combination has it', () => {
    expect(run([mg('пиридоксин', 5)], { medications: ['наком'] }).verdict).toBe('ok')
    expect(ids(run([mg('пиридоксин', 5)], { medications: ['леводопа'] }))).toEqual(['R006'])
    expect(ids(run([mg('магний', 100)], { medications: ['наком'] }))).toEqual(['R009'])
  })
  it('that fear nothing are notes', () => {
    const { notes, verdict } = run([mg('магний', 100)], { subject: { ...MAN, smoker: true } })
    expect([notes, verdict]).toEqual([[{ ruleId: 'R010', subject: 'magnesium' }], 'ok'])
  })
  it('are joined by allergies to what is in something', () => {
    expect(run([{ name: 'сывороточный протеин', amount: 30, unit: 'г' }], { allergies: ['молоко'] })).toMatchObject({
      verdict: 'contraindicated',
      findings: [{ ruleId: 'ALLERGY:whey', object: ['milk'] }],
    })
    expect(ids(run([mg('крапива', 100)], { allergies: ['крапива'] }))).toEqual(['ALLERGY:nettle'])
  })
  it('count a vitamin among the medicines', () => {
    expect(sum(run([mg('витамин B6', 5)], { medications: ['Аевит'] }), 'b6')).toBe(10)
  })
})

describe('names', () => {
  it.each(['магния', 'МАГНИЕМ', 'magnesium', 'мaгний', 'magniy', 'цитрат магния', 'магний цитрат'])(
    '%s is magnesium',
    (name) => {
      expect(run([mg(name, 100)]).totals[0]?.substance).toBe('magnesium')
    },
  )
  it('of nouns that end like adjectives have their own cases', () => {
    expect(['зверобоя', 'зверобоем', 'зверобою'].every((form) => formsOf('зверобой').includes(form))).toBe(true)
  })
  it('in look-alike letters and codes are the same', () => {
    for (const name of ['витамин В6', 'vitamin b-6', 'витамин b 6', 'В6'])
      expect(run([mg(name, 5)]).totals[0]?.substance, name).toBe('b6')
  })
  it.each(['мёд', 'цитрат', 'магнит', 'абракадабра', 'медь-содержащий камень'])('%s is not known', (name) => {
    expect(run([mg(name, 1)])).toMatchObject({ verdict: 'unknown', unknowns: [{ kind: 'item', text: name }] })
  })
  it('with a typo are asked about, never taken', () => {
    const { unknowns, totals } = run([mg('магнйи', 100)])
    expect([totals, unknowns[0]?.near]).toEqual([[], [{ kind: 'substance', id: 'magnesium' }]])
  })
  it('of medicines, conditions and allergies that are unknown make the verdict unknown', () => {
    for (const more of [{ medications: ['зюзюлин'] }, { conditions: ['зюзюлит'] }, { allergies: ['зюзюля'] }])
      expect(run([mg('магний', 100)], more).verdict).toBe('unknown')
  })
  it('of a plant that nothing else is known of are no reassurance', () => {
    expect(run([mg('крапива', 100)])).toMatchObject({ verdict: 'unknown', unknowns: [{ kind: 'coverage' }] })
  })
})

const anItem = fc
  .record({
    name: fc.constantFrom('магний', 'медь', 'витамин D', 'B6', 'кофеин', 'гуарана', 'зверобой', 'крапива', 'зюзюля'),
    amount: fc.integer({ min: 1, max: 100 }),
    unit: fc.constant('мг'),
    per: fc.constantFrom('day' as const, 'dose' as const),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map((item) => (item.name === 'витамин D' ? { ...item, unit: 'мкг' } : item))
const items = fc.array(anItem, { minLength: 1, maxLength: 6 })
const people = fc.record({
  medications: fc.subarray(['сертралин', 'наком', 'антидепрессанты', 'зюзюлин']),
  conditions: fc.subarray(['хбп', 'болезнь почек', 'беременность']),
  allergies: fc.subarray(['молоко', 'крапива']),
  subject: fc.constantFrom(MAN, WOMAN, {}),
})

describe('whatever the stack', () => {
  it('order changes nothing, and a replay is the same to the byte', () => {
    fc.assert(
      fc.property(items, people, (list, person) => {
        const once = JSON.stringify(run(list, person))
        expect(JSON.stringify(run(list, person))).toBe(once)
        expect(JSON.stringify(run(list.toReversed(), person))).toBe(once)
      }),
    )
  })
  it('splitting a dose over two products changes no verdict and no sum', () => {
    fc.assert(
      fc.property(items, people, (list, person) => {
        const split = list.flatMap((item) => [
          { ...item, amount: item.amount / 4 },
          { ...item, amount: (item.amount * 3) / 4 },
        ])
        const [whole, parts] = [run(list, person), run(split, person)]
        expect([parts.verdict, parts.findings, parts.questions]).toEqual([
          whole.verdict,
          whole.findings,
          whole.questions,
        ])
      }),
    )
  })
  it('the unit changes nothing', () => {
    fc.assert(
      fc.property(items, people, (list, person) => {
        const other = list.map((item) =>
          item.unit === 'мкг'
            ? { ...item, amount: item.amount * 40, unit: 'IU' }
            : { ...item, amount: item.amount * 1000, unit: 'mcg' },
        )
        expect(run(other, person)).toEqual(run(list, person))
      }),
    )
    const salt: Item = { ...mg('цитрат магния', 1000), as: 'salt' }
    expect(sum(run([salt]), 'magnesium')).toBe(sum(run([mg('магний', 160)]), 'magnesium'))
  })
  it('a salt is counted as the mineral in it until somebody says otherwise, and asked about where that matters', () => {
    const said = run([mg('цитрат магния', 1000)])
    expect(sum(said, 'magnesium')).toBe(1000)
    expect(said.questions).toEqual([{ fact: 'salt', upTo: said.verdict, rules: [], items: ['цитрат магния'] }])
    const salt = run([{ ...mg('цитрат магния', 1000), as: 'salt' }])
    expect(rank(salt)).toBeLessThan(rank(said))
    expect(salt.questions).toEqual([])
    expect(run([{ ...mg('цитрат магния', 1000), as: 'element' }]).questions).toEqual([])
  })
  it('more of anything never makes it milder', () => {
    fc.assert(
      fc.property(items, anItem, people, people, (list, more, person, other) => {
        const before = rank(run(list, person))
        expect(rank(run([...list, more], person))).toBeGreaterThanOrEqual(before)
        const both = {
          subject: person.subject,
          medications: [...person.medications, ...other.medications],
          conditions: [...person.conditions, ...other.conditions],
          allergies: [...person.allergies, ...other.allergies],
        }
        expect(rank(run(list, both))).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('a dose', () => {
  const propose = (more: Partial<StackInput>, items: readonly Item[] = []) =>
    proposeDose(KNOWLEDGE, 'caffeine', 'endurance', {
      items,
      medications: [],
      conditions: [],
      allergies: [],
      subject: MAN,
      ...more,
    })
  it('stays within 200 mg at once and what the level leaves', () => {
    expect(propose({}).dose).toMatchObject({ high: 200, unit: 'mg' })
    expect(propose({}, [{ ...mg('кофеин', 100), times: 3 }]).dose).toMatchObject({ high: 100 })
    expect(propose({}, [mg('кофеин', 400)])).toMatchObject({ dose: null, refusal: 'nothing_left' })
  })
  it('is not proposed to minors, in pregnancy, without facts, or where something is unknown', () => {
    expect(propose({ subject: { ...MAN, ageMonths: 16 * 12 } }).refusal).toBe('minor')
    expect(propose({ subject: WOMAN, conditions: ['беременность'] }).refusal).toBe('pregnant')
    expect(propose({ subject: {} })).toMatchObject({ refusal: 'needs_facts', missing: ['age', 'pregnancy', 'weight'] })
    expect(propose({ medications: ['зюзюлин'] }).refusal).toBe('verdict')
  })
})

describe('medicines among themselves', () => {
  it('are never said to be fine: how one that is asked about goes with another is unknown', () => {
    const alone = run([{ name: 'леводопа' }, { name: 'сертралин' }])
    expect(alone.verdict).toBe('unknown')
    expect(alone.unknowns.map(({ kind }) => kind)).toEqual(['medicines'])
    expect(run([{ name: 'леводопа' }], { medications: ['сертралин'] }).verdict).toBe('unknown')
  })
  it('that are only taken are nobody’s question', () => {
    const { unknowns } = run([mg('медь', 1)], { medications: ['леводопа', 'сертралин'] })
    expect(unknowns).toEqual([])
  })
})
