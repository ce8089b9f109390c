import type { Band, Drug, Form, Limit, Predicate, Rule, Source, Substance } from '../knowledge/shapes.ts'
import { Knowledge } from './knowledge.ts'

// A small knowledge of its own, so that the tests of the engine do not change with the data.

const both = (ru: string, en: string) => ({ ru, en })
const adult: Band[] = [{ from: 0, to: null, value: 1 }]
const substance = (
  id: string,
  name: { ru: string; en: string },
  unit: Substance['unit'],
  more: Partial<Substance> = {},
): Substance => ({
  id,
  kind: 'mineral',
  name,
  names: { ru: [], en: [] },
  unit,
  lookalikes: [],
  groups: [],
  allergens: [],
  parts: [],
  ...more,
})
const bare = (id: string, more: Partial<Form> = {}): Form => ({
  id,
  substance: id,
  name: both(id, id),
  names: { ru: [], en: [] },
  fraction: 1,
  needsSubstance: false,
  source: 'book',
  ...more,
})
const limit = (of: string, authority: Limit['authority'], value: number, unit: Limit['unit'] = 'mg'): Limit => ({
  substance: of,
  authority,
  kind: 'UL',
  basis: 'total',
  forms: [],
  unit,
  bands: adult.map((band) => ({ ...band, value })),
  effect: both('вред', 'harm'),
  notCovering: [],
  source: 'book',
})
const rule = (id: string, subject: Rule['subject'], when: Predicate, severity: Rule['severity']): Rule => ({
  id,
  subject,
  when,
  severity,
  evidence: 'a',
  action: 'avoid',
  why: both('почему', 'why'),
  advice: both('что делать', 'what to do'),
  sources: [{ id: 'book' }],
  status: 'reviewed',
})
const drug = (id: string, ru: string, classes: string[], parts: string[] = []): Drug => ({
  id,
  inn: both(ru, id.replaceAll('_', ' ')),
  names: { ru: [], en: [] },
  classes,
  parts,
})
const about = (id: string): Rule['subject'] => ({ kind: 'substance', id })
const book: Source = {
  id: 'book',
  kind: 'review',
  org: 'Org',
  title: 'Book',
  year: 2020,
  checked: 'read',
  expires: '2030-01-01',
}

export const KNOWLEDGE = new Knowledge(
  {
    sources: [book],
    substances: [
      substance('magnesium', both('магний', 'magnesium'), 'mg'),
      substance('copper', both('медь', 'copper'), 'mg', { lookalikes: ['мёд'] }),
      substance('vitamin_d', both('витамин D', 'vitamin D'), 'mcg', { names: { ru: ['д3'], en: ['d3'] } }),
      substance('b6', both('витамин B6', 'vitamin B6'), 'mg', { names: { ru: ['пиридоксин'], en: ['b6'] } }),
      substance('caffeine', both('кофеин', 'caffeine'), 'mg', { kind: 'stimulant', groups: ['stimulant'] }),
      substance('guarana', both('гуарана', 'guarana'), 'mg', {
        kind: 'botanical',
        groups: ['stimulant'],
        parts: [{ substance: 'caffeine', perGram: 40 }],
      }),
      substance('coffee', both('кофе', 'coffee'), 'g', {
        kind: 'food',
        parts: [{ substance: 'caffeine', perGram: 0.5 }],
      }),
      substance('sjw', both('зверобой', 'st johns wort'), 'mg', { kind: 'botanical' }),
      substance('whey', both('сывороточный протеин', 'whey'), 'g', {
        kind: 'protein',
        allergens: [{ id: 'milk', certainty: 'contains' }],
      }),
      substance('nettle', both('крапива', 'nettle'), 'mg', { kind: 'botanical' }),
    ],
    forms: [
      bare('magnesium'),
      {
        ...bare('magnesium_citrate', { substance: 'magnesium', fraction: 0.16, needsSubstance: true }),
        name: both('цитрат магния', 'magnesium citrate'),
        names: { ru: ['цитрат', 'магний цитрат'], en: ['citrate'] },
      },
      bare('copper'),
      bare('vitamin_d', { mcgPerIu: 0.025 }),
      ...['b6', 'caffeine', 'guarana', 'coffee', 'sjw', 'whey', 'nettle'].map((id) => bare(id)),
    ],
    products: [
      {
        id: 'aevit',
        name: both('Аевит', 'Aevit'),
        names: { ru: [], en: [] },
        piece: 'capsule',
        components: [
          { form: 'vitamin_d', amount: 1000, unit: 'iu' },
          { form: 'b6', amount: 5, unit: 'mg' },
        ],
        excipients: ['lactose'],
        medicine: true,
        source: 'book',
      },
      {
        id: 'drops',
        name: both('Каплевит', 'Dropvit'),
        names: { ru: [], en: [] },
        piece: 'drop',
        components: [{ form: 'vitamin_d', amount: 500, unit: 'iu' }],
        excipients: [],
        medicine: false,
        source: 'book',
      },
      {
        id: 'secret',
        name: both('Секретин', 'Secretin'),
        names: { ru: [], en: [] },
        piece: 'capsule',
        components: [{ form: 'caffeine', amount: null, unit: 'mg' }],
        excipients: [],
        medicine: false,
        source: 'book',
      },
    ],
    drugs: [
      drug('sertraline', 'сертралин', ['ssri']),
      drug('levodopa', 'леводопа', ['levodopa_alone']),
      drug('levodopa_carbidopa', 'наком', ['with_inhibitor'], ['levodopa']),
    ],
    drugClasses: [
      { id: 'antidepressant', name: both('антидепрессанты', 'antidepressants'), names: { ru: [], en: [] } },
      { id: 'ssri', name: both('СИОЗС', 'SSRI'), names: { ru: [], en: [] }, parent: 'antidepressant' },
      { id: 'levodopa_alone', name: both('леводопа одна', 'levodopa alone'), names: { ru: [], en: [] } },
      { id: 'with_inhibitor', name: both('леводопа с ингибитором', 'levodopa combined'), names: { ru: [], en: [] } },
    ],
    conditions: [
      { id: 'pregnancy', name: both('беременность', 'pregnancy'), names: { ru: ['беременна'], en: ['pregnant'] } },
      { id: 'kidney_disease', name: both('болезнь почек', 'kidney disease'), names: { ru: [], en: [] } },
      {
        id: 'ckd',
        name: both('хроническая болезнь почек', 'chronic kidney disease'),
        names: { ru: ['хбп'], en: ['ckd'] },
        parent: 'kidney_disease',
      },
    ],
    allergens: [{ id: 'milk', name: both('молоко', 'milk'), names: { ru: [], en: [] }, eu14: true }],
    limits: [
      limit('magnesium', 'nasem', 350),
      limit('magnesium', 'efsa', 250),
      limit('copper', 'nasem', 10),
      limit('copper', 'efsa', 5),
      limit('vitamin_d', 'nasem', 100, 'mcg'),
      limit('b6', 'nasem', 100),
      limit('caffeine', 'efsa', 400),
    ],
    intakes: [],
    sportDoses: [
      {
        id: 'caffeine_endurance',
        substance: 'caffeine',
        goal: 'endurance',
        tier: 'A',
        perKg: [3, 6],
        absolute: null,
        unit: 'mg',
        per: 'dose',
        timing: both('за час', 'an hour before'),
        source: 'book',
      },
    ],
    rules: [
      rule('R001', about('sjw'), { class: 'ssri' }, 'contraindicated'),
      rule('R002', about('magnesium'), { condition: 'ckd' }, 'major'),
      rule(
        'R003',
        about('caffeine'),
        { all: [{ stage: 'pregnant' }, { dose: { atLeast: 200, unit: 'mg', per: 'day' } }] },
        'major',
      ),
      rule('R004', about('caffeine'), { dose: { atLeast: 300, unit: 'mg', per: 'single' } }, 'moderate'),
      rule('R005', { kind: 'group', id: 'stimulant' }, { members: { group: 'stimulant', atLeast: 2 } }, 'moderate'),
      rule('R006', about('b6'), { class: 'levodopa_alone' }, 'major'),
      rule('R007', about('copper'), { with: 'magnesium' }, 'minor'),
      rule('R008', about('sjw'), { underYears: 18 }, 'moderate'),
      rule('R009', about('magnesium'), { drug: 'levodopa' }, 'minor'),
      rule('R010', about('magnesium'), { all: [{ always: true }, { smoker: true }] }, 'none'),
    ],
    doping: [],
  },
  'test',
)
