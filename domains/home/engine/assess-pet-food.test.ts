import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { petEntries } from '../knowledge/pets.ts'
import { NameIndex } from './assess-names.ts'
import { assessPetFood } from './assess-pet-food.ts'
import { stricterFirst } from './assess-severity.ts'
import type { Severity } from './assess-types.ts'

type Twin = [ruSpecies: string, ruFood: string, enSpecies: string, enFood: string, verdict: Severity]

const twins: Twin[] = [
  ['собаке', 'винограда', 'dog', 'grapes', 'contraindicated'],
  ['щенку', 'изюмом', 'my puppy', 'raisins', 'contraindicated'],
  ['собака', 'шоколада', 'dogs', 'some chocolate', 'major'],
  ['собаке', 'белый шоколад', 'dog', 'white chocolate', 'minor'],
  ['псу', 'ксилитом', 'dog', 'xylitol', 'contraindicated'],
  ['собаке', 'жвачку без сахара', 'dog', 'sugar-free gum', 'contraindicated'],
  ['собаке', 'луковица', 'dog', 'onions', 'major'],
  ['кошке', 'жареным луком', 'cat', 'fried onion', 'contraindicated'],
  ['коту', 'чесноком', 'kitten', 'garlic cloves', 'contraindicated'],
  ['попугаю', 'авокадо', 'parrots', 'avocado', 'contraindicated'],
  ['кролику', 'авокадо', 'bunny', 'avocados', 'contraindicated'],
  ['лошади', 'авокадо', 'horses', 'avocado', 'contraindicated'],
  ['собаке', 'авокадо', 'dog', 'avocado', 'moderate'],
  ['собаке', 'орехами макадамии', 'dog', 'macadamias', 'major'],
  ['хомяку', 'пиво', 'hamsters', 'beer', 'contraindicated'],
  ['собаке', 'кофе', 'dog', 'coffee grounds', 'major'],
  ['собаке', 'сырое тесто', 'dog', 'raw dough', 'contraindicated'],
  ['собаке', 'куриных костей', 'dog', 'chicken bones', 'major'],
  ['кошке', 'лилию', 'cats', 'lilies', 'contraindicated'],
  ['коту', 'пыльца лилий', 'cat', 'lily pollen', 'contraindicated'],
  ['собаке', 'цикас', 'dog', 'sago palms', 'contraindicated'],
  ['лошади', 'олеандром', 'pony', 'oleander', 'contraindicated'],
  ['собаке', 'азалии', 'dog', 'azaleas', 'major'],
  ['кошке', 'луковицы тюльпанов', 'cat', 'tulip bulbs', 'moderate'],
  ['кошке', 'диффенбахию', 'cat', 'dieffenbachia', 'moderate'],
  ['кошке', 'монстеру', 'cat', 'monstera leaves', 'moderate'],
  ['кошке', 'пуансеттия', 'cat', 'poinsettias', 'minor'],
  ['кошке', 'хлорофитум', 'cat', 'spider plants', 'ok'],
  ['кошке', 'антифриз', 'cat', 'antifreeze', 'contraindicated'],
  ['кошке', 'таблетку парацетамола', 'cat', 'paracetamol tablet', 'contraindicated'],
  ['собаке', 'нурофен', 'dog', 'ibuprofen', 'contraindicated'],
  ['кошке', 'собачьи капли от блох', 'cat', 'dog flea drops', 'contraindicated'],
  ['собаке', 'крысиного яда', 'dog', 'rat poison', 'contraindicated'],
  ['собаке', 'метальдегид', 'dog', 'slug pellets', 'contraindicated'],
  ['кошке', 'маслом чайного дерева', 'cat', 'tea tree oil', 'contraindicated'],
  ['попугаю', 'тефлоновой сковородой', 'budgie', 'teflon fumes', 'contraindicated'],
  ['собаке', 'варёной курицы', 'dog', 'plain cooked chicken', 'ok'],
  ['собаке', 'морковку', 'dog', 'carrots', 'ok'],
  ['кошке', 'тыкву', 'cat', 'pumpkin', 'ok'],
  ['собаке', 'варёный рис с курицей', 'dog', 'chicken and rice', 'ok'],
  ['морской свинке', 'сладкого перца', 'guinea pigs', 'bell peppers', 'ok'],
  ['кролику', 'сеном', 'rabbits', 'hay', 'ok'],
  ['кролику', 'хлебом', 'rabbit', 'bread', 'moderate'],
  ['хорьку', 'бананом', 'ferrets', 'bananas', 'minor'],
  ['лошади', 'яблоками', 'horse', 'apples', 'ok'],
  ['лошади', 'тиса', 'horse', 'yew', 'contraindicated'],
  ['кошке', 'собачьим кормом', 'cat', 'dog food', 'moderate'],
  ['собаке', 'печеньем', 'dog', 'cookies', 'minor'],
  ['собаке', 'печени', 'dog', 'liver', 'minor'],
  ['собаке', 'сыром', 'dog', 'cheese', 'minor'],
  ['собаке', 'сырой курицы', 'dog', 'raw chicken', 'moderate'],
  ['собаке', 'курица с луком', 'dog', 'chicken with onions', 'major'],
  ['собаке', 'рахат-лукум', 'dog', 'turkish delight', 'unknown'],
  ['собаке', 'курица с карри', 'dog', 'chicken with curry', 'unknown'],
  ['собаке', 'лукум', 'dog', 'grapeseed', 'unknown'],
  ['крокодилу', 'рис', 'crocodile', 'rice', 'unknown'],
  ['хорьку', 'перловка', 'ferret', 'barley', 'unknown'],
  ['хомяку', 'лилию', 'hamster', 'lily', 'unknown'],
]

describe('words to a verdict', () => {
  it.each(twins)('%s %s | %s %s: %s', (ruSpecies, ruFood, enSpecies, enFood, verdict) => {
    expect(assessPetFood({ species: ruSpecies, food: ruFood }).verdict).toBe(verdict)
    expect(assessPetFood({ species: enSpecies, food: enFood }).verdict).toBe(verdict)
  })

  it('names no lookalike: a misspelt food stays unknown and is only asked about', () => {
    const assessed = assessPetFood({ species: 'щенок', food: 'шокалад' })
    expect(assessed).toMatchObject({ verdict: 'unknown', food: null, findings: [], unknowns: ['шокалад'] })
    expect(assessed.suggestions).toEqual([{ given: 'шокалад', name: { ru: 'шоколад', en: 'chocolate' } }])
  })

  it('says nothing without a species or a food', () => {
    expect(assessPetFood({ species: '', food: 'рис' })).toMatchObject({ verdict: 'unknown', species: null })
    expect(assessPetFood({ species: 'собака', food: '' })).toMatchObject({ verdict: 'unknown', food: null })
    expect(assessPetFood({ species: 'собака', food: '' }).questions.map(({ id }) => id)).toEqual(['food'])
  })

  it('leaves out what stands after "without"', () => {
    expect(assessPetFood({ species: 'собака', food: 'курица без костей' }).verdict).toBe('ok')
    expect(assessPetFood({ species: 'dog', food: 'chicken without bones' }).verdict).toBe('ok')
  })
})

describe('dose', () => {
  const dose = (species: string, food: string, amountGrams?: number, weightKg?: number) =>
    assessPetFood({ species, food, ...(amountGrams ? { amountGrams } : {}), ...(weightKg ? { weightKg } : {}) })

  it.each([
    // 2.3 mg/g × 50 g / 10 kg = 11.5; × 100 = 23; 5.7 × 100 / 10 = 57; 16 × 50 / 10 = 80; 28.5 × 10 / 5 = 57
    ['молочный шоколад', 50, 10, 'minor', 11.5, 20],
    ['молочный шоколад', 100, 10, 'moderate', 23, 20],
    ['тёмный шоколад', 100, 10, 'major', 57, 40],
    ['шоколад для выпечки', 50, 10, 'contraindicated', 80, 60],
    ['какао', 10, 5, 'major', 57, 40],
  ] as const)('methylxanthines of %s, %i g for %i kg', (food, grams, weight, verdict, given, limit) => {
    const assessed = dose('собака', food, grams, weight)
    expect(assessed.verdict).toBe(verdict)
    expect(assessed.findings[0]?.amount).toEqual({ given, limit, unit: 'mg', per: 'kg' })
    expect(assessed.questions).toEqual([])
  })

  it.each([
    // xylitol 1 g / 10 kg = 0.1; 6 / 10 = 0.6; onion 150 / 10 = 15; 140 / 10 = 14; cat 20 / 4 = 5
    ['dog', 'xylitol', 1, 10, 'contraindicated', 0.1, 0.1],
    ['dog', 'xylitol', 6, 10, 'contraindicated', 0.6, 0.5],
    ['dog', 'xylitol', 0.5, 10, 'major', 0.05, 0.1],
    ['dog', 'onion', 150, 10, 'contraindicated', 15, 15],
    ['dog', 'onion', 140, 10, 'moderate', 14, 15],
    ['cat', 'onion', 20, 4, 'contraindicated', 5, 5],
  ] as const)('%s, %s %d g for %i kg', (species, food, grams, weight, verdict, given, limit) => {
    const assessed = dose(species, food, grams, weight)
    expect(assessed.verdict).toBe(verdict)
    expect(assessed.findings[0]?.amount).toEqual({ given, limit, unit: 'g', per: 'kg' })
  })

  it('asks for the weight and the amount when they would decide', () => {
    const ids = (grams?: number, weight?: number) =>
      dose('собака', 'шоколад', grams, weight).questions.map(({ id }) => id)
    expect(ids()).toEqual(['amount', 'weight'])
    expect(ids(100)).toEqual(['weight'])
    expect(dose('собака', 'шоколад', 100).verdict).toBe('major')
    expect(dose('собака', 'шоколад', 100).findings[0]?.amount).toBeUndefined()
  })

  it('never falls as the amount grows or the animal shrinks', () => {
    const food = fc.constantFrom('шоколад', 'молочный шоколад', 'ксилит', 'лук', 'соль', 'макадамия', 'кофеин')
    const grams = fc.double({ min: 0.1, max: 2000, noNaN: true })
    fc.assert(
      fc.property(food, grams, grams, fc.double({ min: 0.1, max: 80, noNaN: true }), (name, one, other, weight) => {
        const less = dose('собака', name, Math.min(one, other), weight).verdict
        const more = dose('собака', name, Math.max(one, other), weight).verdict
        expect(stricterFirst(more, less)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('several things at once', () => {
  const names = petEntries.flatMap((entry) => [entry.name.ru, entry.name.en])
  it('never lowers the verdict by one more thing, known or not', () => {
    const more = fc.oneof(fc.constantFrom(...names), fc.constantFrom('карри', 'fooflakes'))
    fc.assert(
      fc.property(
        fc.constantFrom('dog', 'cat', 'rabbit', 'parrot', 'horse', 'ferret'),
        fc.constantFrom(...names),
        more,
        (species, one, other) => {
          const before = assessPetFood({ species, food: one }).verdict
          const after = assessPetFood({ species, food: `${one}, ${other}` }).verdict
          expect(stricterFirst(after, before)).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('pet entries', () => {
  it('are at least eighty, each named by both names', () => {
    expect(petEntries.length).toBeGreaterThanOrEqual(80)
    for (const entry of petEntries) {
      const [rule] = entry.rules
      const species = rule?.species[0]?.replace('_', ' ') ?? ''
      for (const food of [entry.name.ru, entry.name.en]) {
        if (/[,()]| и | and | or /u.test(food)) continue
        const { findings, unknowns } = assessPetFood({ species, food })
        expect([food, unknowns, findings.map(({ subject }) => subject.en)]).toEqual([food, [], [entry.name.en]])
      }
    }
  })

  it('share no name', () => {
    expect(NameIndex.clashes(petEntries)).toEqual([])
  })

  it('rule each species once', () => {
    for (const entry of petEntries) {
      const species = entry.rules.flatMap((rule) => rule.species)
      expect([entry.id, species.length]).toEqual([entry.id, new Set(species).size])
    }
  })
})
