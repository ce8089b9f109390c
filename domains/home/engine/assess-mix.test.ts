import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chemicalClasses } from '../knowledge/mix-classes.ts'
import { productNames } from '../knowledge/mix-products.ts'
import { mixRules } from '../knowledge/mix-rules.ts'
import { assessMix } from './assess-mix.ts'
import { NameIndex } from './assess-names.ts'
import { stricterFirst } from './assess-severity.ts'
import type { Severity } from './assess-types.ts'

const twins: [ru: string[], en: string[], verdict: Severity][] = [
  [['хлоркой', 'уксусом'], ['bleach', 'vinegar'], 'contraindicated'],
  [['хлоркой и уксусом'], ['bleach and vinegar'], 'contraindicated'],
  [['Белизну', 'лимонной кислотой'], ['Clorox', 'citric acid'], 'contraindicated'],
  [['Доместос', 'Силит'], ['Domestos', 'Cillit'], 'contraindicated'],
  [['белизна', 'нашатырным спиртом'], ['bleach', 'ammonia'], 'contraindicated'],
  [['хлорка', 'кошачий лоток'], ['bleach', 'cat litter'], 'major'],
  [['отбеливатель', 'спиртом'], ['bleach', 'rubbing alcohol'], 'major'],
  [['доместос', 'ацетоном'], ['domestos', 'acetone'], 'major'],
  [['хлорка', 'перекисью'], ['bleach', 'hydrogen peroxide'], 'major'],
  [['хлорка', 'средство для стёкол'], ['bleach', 'glass cleaner'], 'contraindicated'],
  [['хлорка', 'средство для унитаза'], ['bleach', 'toilet bowl cleaner'], 'contraindicated'],
  [['хлорка', 'ваниш'], ['bleach', 'vanish'], 'moderate'],
  [['крот', 'серной кислотой'], ['lye', 'acid drain opener'], 'contraindicated'],
  [['крот', 'фольгой'], ['lye', 'aluminum foil'], 'major'],
  [['трихлор', 'гипохлоритом кальция'], ['trichlor', 'cal hypo'], 'contraindicated'],
  [['перекись', 'уксус'], ['peroxide', 'vinegar'], 'moderate'],
  [['перекись', 'ацетон'], ['peroxide', 'nail polish remover'], 'contraindicated'],
  [['марганцовка', 'глицерином'], ['potassium permanganate', 'glycerine'], 'contraindicated'],
  [['сода', 'уксус'], ['baking soda', 'vinegar'], 'minor'],
  [['сода', 'вода'], ['baking soda', 'water'], 'ok'],
  [['мылом', 'водой'], ['soap', 'water'], 'ok'],
  [['белизна', 'вода'], ['bleach', 'cold water'], 'minor'],
  [['мыльница', 'вода'], ['soapbox', 'water'], 'unknown'],
  [['неведомое средство', 'сода'], ['mystery stuff', 'baking soda'], 'unknown'],
]

describe('products to a verdict', () => {
  it.each(twins)('%j | %j: %s', (ru, en, verdict) => {
    expect(assessMix(ru).verdict).toBe(verdict)
    expect(assessMix(en).verdict).toBe(verdict)
  })

  it('names the gas, what to do after, and both products', () => {
    const [finding] = assessMix(['хлорка', 'уксус']).findings
    expect(finding).toMatchObject({
      ruleId: 'mix.hypochlorite+acid_weak',
      severity: 'contraindicated',
      forms: { ru: 'хлор', en: 'chlorine' },
    })
    expect(finding?.products.toSorted()).toEqual(['уксус', 'хлорка'])
    expect(finding?.ifMixed?.ru).toContain('112')
  })

  it('only asks about a misspelt product', () => {
    const assessed = assessMix(['bleech', 'water'])
    expect(assessed).toMatchObject({ verdict: 'unknown', unknowns: ['bleech'] })
    expect(assessed.suggestions.map(({ name }) => name.en)).toEqual(['bleach'])
  })

  it('asks for the other product when one is named, and knows what never mixes', () => {
    expect(assessMix(['сода'])).toMatchObject({ verdict: 'ok', questions: [{ id: 'product' }] })
    expect(assessMix(['крот'])).toMatchObject({ verdict: 'major' })
    expect(assessMix([])).toMatchObject({ verdict: 'unknown', findings: [] })
  })
})

const anyName = fc.oneof(fc.constantFrom(...productNames.map((product) => product.name.ru)), fc.constant('неведомое'))

describe('properties', () => {
  it('the order does not count', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { minLength: 2, maxLength: 4 }), (names) => {
        const rules = (list: string[]) => assessMix(list).findings.map((finding) => finding.ruleId)
        expect(assessMix(names.toReversed()).verdict).toBe(assessMix(names).verdict)
        expect(rules(names.toReversed())).toEqual(rules(names))
      }),
    )
  })

  it('one more product never lowers the verdict', () => {
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 1, maxLength: 4 }), anyName, (names, more) => {
        expect(stricterFirst(assessMix([...names, more]).verdict, assessMix(names).verdict)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('mix knowledge', () => {
  it('holds at least forty pairs, each once, and a hundred and twenty names', () => {
    const keys = mixRules.map((rule) => rule.classes.toSorted().join('+'))
    expect(keys.length).toBeGreaterThanOrEqual(40)
    expect(new Set(keys).size).toBe(keys.length)
    expect(
      productNames.flatMap((product) => [product.name.ru, product.name.en, ...product.aliases]).length,
    ).toBeGreaterThanOrEqual(120)
  })

  it('speaks of known classes only and shares no name', () => {
    const classes = new Set(chemicalClasses.map((one) => one.id))
    const named = [...mixRules.flatMap((rule) => rule.classes), ...productNames.flatMap((product) => product.classes)]
    expect(named.filter((id) => !classes.has(id))).toEqual([])
    expect(NameIndex.clashes(productNames)).toEqual([])
  })

  it('resolves every name to its product', () => {
    for (const product of productNames)
      for (const name of product.aliases) expect([name, assessMix([name]).unknowns]).toEqual([name, []])
  })
})
