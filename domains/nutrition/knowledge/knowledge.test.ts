// The knowledge against itself: shapes, references, names, units, sources and their dates, and rules that would contradict.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { NEVER_PROPOSED } from '../engine/dose.ts'
import type { NamedKind } from '../engine/names.ts'
import { wordsOf } from '../engine/normal.ts'
import { knowledge } from './index.ts'
import type { Predicate, Rule } from './shapes.ts'
import * as shapes from './shapes.ts'

// Every name is read: seconds on a free machine, more on a busy one.
vi.setConfig({ testTimeout: 120_000 })

const { data, names, substances, forms } = knowledge()
const DOMAIN = new URL('../', import.meta.url)
const TODAY = new Date().toISOString().slice(0, 10)
const idsOf = (rows: readonly { id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))
const IDS = {
  source: idsOf(data.sources),
  substance: idsOf(data.substances),
  form: idsOf(data.forms),
  drug: idsOf(data.drugs),
  class: idsOf(data.drugClasses),
  condition: idsOf(data.conditions),
  allergen: idsOf(data.allergens),
  group: new Set(data.substances.flatMap(({ groups }) => groups)),
  excipient: new Set(data.products.flatMap(({ excipients }) => excipients)),
}
type Kind = keyof typeof IDS
/** What something refers to, as "kind id". */
const ref = (kind: Kind, ...ids: readonly (string | undefined)[]): string[] =>
  ids.filter((id) => id !== undefined).map((id) => `${kind} ${id}`)
const isKnown = (one: string): boolean => {
  const [kind, id = ''] = one.split(' ')
  return IDS[kind as Kind].has(id)
}

/** The leaves of a predicate. */
const leaves = (when: Predicate): Predicate[] =>
  'all' in when ? when.all.flatMap(leaves) : 'any' in when ? when.any.flatMap(leaves) : [when]
const refsOf = (leaf: Predicate): string[] => {
  if ('drug' in leaf) return ref('drug', leaf.drug)
  if ('class' in leaf) return ref('class', leaf.class)
  if ('condition' in leaf) return ref('condition', leaf.condition)
  if ('allergy' in leaf) return ref(IDS.allergen.has(leaf.allergy) ? 'allergen' : 'substance', leaf.allergy)
  if ('with' in leaf) return ref(IDS.group.has(leaf.with) ? 'group' : 'substance', leaf.with)
  if ('members' in leaf) return ref('group', leaf.members.group)
  return []
}

it('every entry has the shape of its kind, and an id of its own', () => {
  const schemas = {
    sources: shapes.source,
    substances: shapes.substance,
    forms: shapes.form,
    products: shapes.product,
    drugs: shapes.drug,
    drugClasses: shapes.drugClass,
    conditions: shapes.condition,
    allergens: shapes.allergen,
    limits: shapes.limit,
    intakes: shapes.intake,
    sportDoses: shapes.sportDose,
    rules: shapes.rule,
    doping: shapes.doping,
  } satisfies Record<keyof typeof data, unknown>
  for (const [key, schema] of Object.entries(schemas)) {
    const rows: readonly object[] = data[key as keyof typeof data]
    expect(rows.length, key).toBeGreaterThan(0)
    for (const row of rows)
      expect(schema.safeParse(row).error?.message, `${key} ${JSON.stringify(row)}`).toBeUndefined()
    const ids = rows.flatMap((row) => ('id' in row ? row.id : []))
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      key,
    ).toEqual([])
  }
})

describe('every reference exists:', () => {
  const source = ({ source: id }: { source: string }): string[] => ref('source', id)
  const parent =
    (kind: Kind) =>
    (row: { parent?: string | undefined }): string[] =>
      ref(kind, row.parent)
  it.each([
    [
      'of substances',
      data.substances.flatMap((one) => [
        ...ref('substance', ...one.parts.map(({ substance }) => substance)),
        ...ref('allergen', ...one.allergens.map(({ id }) => id)),
      ]),
    ],
    ['of forms', data.forms.flatMap((one) => [...ref('substance', one.substance), ...source(one)])],
    [
      'of products',
      data.products.flatMap((one) => [...ref('form', ...one.components.map(({ form }) => form)), ...source(one)]),
    ],
    [
      'of medicines',
      data.drugs.flatMap(({ classes, parts }) => [...ref('class', ...classes), ...ref('drug', ...parts)]),
    ],
    ['of classes', data.drugClasses.flatMap(parent('class'))],
    ['of conditions', data.conditions.flatMap(parent('condition'))],
    ['of allergens', data.allergens.flatMap(parent('allergen'))],
    [
      'of levels',
      data.limits.flatMap((one) => [
        ...ref('substance', one.substance),
        ...ref('form', ...one.forms),
        ...one.notCovering.flatMap(({ kind, id }) => ref(kind, id)),
        ...source(one),
      ]),
    ],
    ['of needs', data.intakes.flatMap((one) => [...ref('substance', one.substance), ...source(one)])],
    ['of sport doses', data.sportDoses.flatMap((one) => [...ref('substance', one.substance), ...source(one)])],
    ['of the doping list', data.doping.flatMap((one) => [...ref('substance', one.substance), ...source(one)])],
    [
      'of rules',
      data.rules.flatMap(({ subject, when, sources }) => [
        ...ref(subject.kind, subject.id),
        ...leaves(when).flatMap(refsOf),
        ...ref('source', ...sources.map(({ id }) => id)),
      ]),
    ],
    ['of what is never proposed', ref('substance', ...NEVER_PROPOSED)],
  ])('%s', (_, refs) => {
    expect(refs.filter((one) => !isKnown(one))).toEqual([])
  })
  it('and no tree bites its tail', () => {
    for (const rows of [data.drugClasses, data.conditions, data.allergens]) {
      const parents = new Map(rows.map(({ id, parent: above }) => [id, above]))
      for (const { id } of rows) {
        const above: string[] = []
        for (let at = parents.get(id); at !== undefined && above.length <= rows.length; at = parents.get(at))
          above.push(at)
        expect(above, id).not.toContain(id)
      }
    }
  })
})

describe('sources', () => {
  /** Nothing cites them yet. */
  const KEPT: Readonly<Record<string, string>> = {
    eaeu_sanitary: 'caps of Eurasian labels: their text is to be keyed, nutrition-safety §12',
    efsa_2024_iron: 'the opinion behind the safe level of iron, which is keyed from the overview',
    dsld: 'compositions of American labels: an importer may read it, nutrition-safety §2',
  }
  const cited = new Set([
    ...[data.forms, data.products, data.limits, data.intakes, data.sportDoses, data.doping].flatMap((rows) =>
      rows.map(({ source }) => source),
    ),
    ...data.rules.flatMap(({ sources }) => sources.map(({ id }) => id)),
  ])
  /** Ids in quotes or in the cells of a table, wherever the domain names them beside the list itself. */
  const code = globSync('**/*.ts', { cwd: DOMAIN, exclude: (name) => /(?:\.test\.ts|sources\.ts)$/u.test(name) })
  const words = new Set(code.flatMap((file) => readFileSync(new URL(file, DOMAIN), 'utf8').match(/\w+/gu) ?? []))
  it('are cited, or kept for a reason', () => {
    const idle = data.sources.map(({ id }) => id).filter((id) => !cited.has(id) && !words.has(id))
    expect(idle.sort()).toEqual(Object.keys(KEPT).sort())
  })
  it('are read again before their date', () => {
    expect(data.sources.filter(({ expires }) => expires < TODAY).map(({ id, expires }) => `${id} ${expires}`)).toEqual(
      [],
    )
  })
  it('are due within a year where they are labels, within two otherwise, a doping list with its year', () => {
    const later = (years: number): string => `${Number(TODAY.slice(0, 4)) + years}${TODAY.slice(4)}`
    const late = data.sources.filter(({ kind, expires }) => expires > later(kind === 'label' ? 1 : 2))
    expect(late.map(({ id }) => id)).toEqual([])
    const expires = new Map(data.sources.map((one) => [one.id, one.expires]))
    expect(data.doping.filter(({ source, to }) => to !== null && (expires.get(source) ?? '') > to)).toEqual([])
    expect(data.doping.filter(({ from, to }) => from > TODAY || (to !== null && to < TODAY))).toEqual([])
  })
  it('of a reviewed rule: one was opened, and a serious rule has authority or two studies behind it', () => {
    const byId = new Map(data.sources.map((one) => [one.id, one]))
    const reviewed = data.rules
      .filter(({ status }) => status === 'reviewed')
      .map(({ id, severity, sources }) => ({ id, severity, of: sources.flatMap((one) => byId.get(one.id) ?? []) }))
    expect(reviewed.length).toBeGreaterThan(50)
    expect(reviewed.filter(({ of }) => of.every(({ checked }) => checked === 'desk')).map(({ id }) => id)).toEqual([])
    const isWeak = ({ severity, of }: (typeof reviewed)[number]): boolean =>
      (severity === 'major' || severity === 'contraindicated') &&
      !of.some(({ kind }) => ['law', 'label', 'regulator', 'guideline'].includes(kind)) &&
      of.filter(({ kind }) => kind === 'review' || kind === 'trial').length < 2
    expect(reviewed.filter(isWeak).map(({ id }) => id)).toEqual([])
  })
})

describe('names', () => {
  type Row = { kind: NamedKind; id: string; own: readonly string[] }
  const row = (
    kind: NamedKind,
    id: string,
    name: { ru: string; en: string },
    more: (typeof data.substances)[0]['names'],
  ): Row => ({
    kind,
    id,
    own: [name.ru, name.en, ...more.ru, ...more.en],
  })
  const rows: readonly Row[] = [
    ...data.substances.map((one) => row('substance', one.id, one.name, one.names)),
    ...data.forms
      .filter(({ id, substance }) => id !== substance)
      // Words of a salt name it only beside the element.
      .map((one) => row('form', one.id, one.name, one.needsSubstance ? { ru: [], en: [] } : one.names)),
    ...data.products.map((one) => row('product', one.id, one.name, one.names)),
    ...data.drugs.map((one) => row('drug', one.id, one.inn, one.names)),
    ...data.drugClasses.map((one) => row('class', one.id, one.name, one.names)),
    ...data.conditions.map((one) => row('condition', one.id, one.name, one.names)),
    ...data.allergens.map((one) => row('allergen', one.id, one.name, one.names)),
  ]
  const keyOf = (name: string): string => wordsOf(name).join(' ')
  it('name one thing of a kind', () => {
    const owners = new Map<string, Set<string>>()
    for (const { kind, id, own } of rows)
      for (const name of own) {
        const key = `${kind}: ${keyOf(name)}`
        owners.set(key, (owners.get(key) ?? new Set()).add(id))
      }
    expect(
      [...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => `${key} = ${[...ids].join(', ')}`),
    ).toEqual([])
  })

  /** Kinds that are looked for together, where something is told. */
  const TOGETHER: Readonly<Record<NamedKind, readonly NamedKind[]>> = {
    substance: ['substance', 'form', 'product', 'drug'],
    form: ['substance', 'form', 'product', 'drug'],
    product: ['substance', 'form', 'product', 'drug'],
    drug: ['drug', 'class'],
    class: ['drug', 'class'],
    condition: ['condition'],
    allergen: ['allergen', 'substance'],
  }
  /** Medicines that are counted as what they hold too, or stand on the doping list: both are meant. */
  const BOTH: ReadonlySet<string> = new Set([
    'aluminium aluminium_magnesium_hydroxide',
    'aluminium aluminium_phosphate',
    'lithium_orotate lithium',
    'lactulose lactulose',
    'thyroid_glandular thyroid_extract',
    'meldonium meldonium',
    'trimetazidine_s trimetazidine',
    'epo erythropoietin',
    'sibutramine sibutramine',
    'modafinil_s modafinil',
    'mexidol mexidol',
    'furosemide_s furosemide',
    'hydrochlorothiazide_s hydrochlorothiazide',
    'spironolactone_s spironolactone',
    'calcidiol calcifediol',
    // "Bulardi" in Latin letters is the yeast spelt in Russian and the product that is all of it.
    'enterol s_boulardii',
  ])
  it('are found, whole, and mean nothing else but what was reviewed', () => {
    const wrong = rows.flatMap(({ kind, id, own }) =>
      own.flatMap((name) => {
        const { found, unknown } = names.resolve(name, new Set(TOGETHER[kind]))
        const others = found.filter((one) => one.id !== id && !(kind === 'allergen' && one.kind === 'substance'))
        const isOwn = found.some((one) => one.id === id) && unknown.length === 0
        return isOwn && others.every((one) => BOTH.has(`${id} ${one.id}`)) ? [] : [`${kind} ${id}: ${name}`]
      }),
    )
    expect(wrong).toEqual([])
  })
  it('of a medicine on the doping list are those of the substance there', () => {
    for (const { id } of data.substances.filter((one) => data.doping.some(({ substance }) => substance === one.id))) {
      const drug = data.drugs.find((one) => BOTH.has(`${id} ${one.id}`))
      const own = new Set(rows.find((one) => one.kind === 'substance' && one.id === id)?.own.map(keyOf))
      const told = rows.find((one) => one.kind === 'drug' && one.id === drug?.id)?.own ?? []
      expect(
        told.filter((name) => !own.has(keyOf(name))),
        id,
      ).toEqual([])
    }
  })
  it('hold a word: a figure alone is the amount of something', () => {
    expect(rows.flatMap(({ own }) => own).filter((name) => wordsOf(name).every((word) => /^\d*$/u.test(word)))).toEqual(
      [],
    )
  })
  it('that only look alike are something else', () => {
    const taken = data.substances.flatMap(({ id, lookalikes }) =>
      lookalikes
        .filter((text) =>
          names
            .resolve(text, new Set(TOGETHER.substance))
            .found.some((one) => one.id === id || forms.get(one.id)?.substance === id),
        )
        .map((text) => `${id}: ${text}`),
    )
    expect(taken).toEqual([])
  })
})

describe('units', () => {
  const isCounted = (substance: string): boolean => substances.get(substance)?.unit === 'cfu'
  it('of components fit their forms', () => {
    const misfits = data.products.flatMap(({ id, components }) =>
      components
        .filter(({ form, unit }) => {
          const own = forms.get(form)
          if (unit === 'iu') return own?.mcgPerIu === undefined
          return (unit === 'cfu') !== isCounted(own?.substance ?? '')
        })
        .map(({ form, unit }) => `${id}: ${form} in ${unit}`),
    )
    expect(misfits).toEqual([])
  })
  it('of levels, needs, sport doses and rules fit their substances', () => {
    const weighed = [...data.limits, ...data.intakes, ...data.sportDoses].filter(
      ({ substance, unit }) => ((unit as string) === 'cfu') !== isCounted(substance),
    )
    expect(weighed.map(({ substance }) => substance)).toEqual([])
    const doses = data.rules.filter(({ when }) => leaves(when).some((leaf) => 'dose' in leaf))
    expect(doses.length).toBeGreaterThan(10)
    // Of a group a dose would add up different things; of a thing counted in CFU none is weighed.
    expect(
      doses.filter(({ subject }) => subject.kind === 'excipient' || isCounted(subject.id)).map(({ id }) => id),
    ).toEqual([])
  })
  it('of time and amount stand beside the action that needs them', () => {
    // A cap without a figure of its own has that of the amount the rule begins at.
    const isOdd = ({ action, hours, cap, when }: Rule): boolean =>
      (action === 'separate_hours') !== (hours !== undefined) ||
      (action !== 'cap_dose' && cap !== undefined) ||
      (action === 'cap_dose' && cap === undefined && !leaves(when).some((leaf) => 'dose' in leaf))
    expect(data.rules.filter(isOdd).map(({ id }) => id)).toEqual([])
  })
  it('of ages run on, and a level that is established has a figure', () => {
    for (const { substance, authority, kind, bands } of data.limits) {
      expect(bands.length > 0, `${authority} ${substance}`).toBe(kind !== 'not_established')
      expect(bands.filter(({ from, to }) => to !== null && to <= from)).toEqual([])
      const same = bands.map(({ from, sex, stage }) => JSON.stringify([from, sex, stage]))
      expect(new Set(same).size, `${authority} ${substance}`).toBe(same.length)
    }
  })
})

describe('rules', () => {
  /** What must hold for a rule, branch by branch of an "or", in one order: two rules with a branch in common hold together. */
  const branches = (when: Predicate): string[] =>
    'any' in when
      ? when.any.flatMap(branches)
      : 'all' in when
        ? when.all
            .map(branches)
            .reduce((so, more) => so.flatMap((one) => more.map((other) => [one, other].sort().join(' & '))))
        : [JSON.stringify(when)]
  /** Said twice, as strictly: the plant's own rule and the one of surgery, fibre beside thyroxine and beside any medicine. */
  const TWICE: ReadonlySet<string> = new Set(['R020 R333d', 'R031 R333a', 'R059b R297'])
  const pairs = [...Map.groupBy(data.rules, ({ subject }) => `${subject.kind} ${subject.id}`).values()].flatMap(
    (same) => {
      const read = same.map((one) => ({ one, on: new Set(branches(one.when)) }))
      return read.flatMap((a, at) =>
        read
          .slice(at + 1)
          .flatMap((b) => ([...a.on].some((branch) => b.on.has(branch)) ? [[a.one, b.one] as const] : [])),
      )
    },
  )
  /** The stricter of two grades of one thing holds of everyone the milder holds of: kidneys that fail are weak, too. */
  const GRADED: ReadonlySet<string> = new Set(['R106 R107', 'R116 R117'])
  it('of one subject and condition never differ in what they say', () => {
    expect(pairs.length).toBeGreaterThan(0)
    const reviewed = ([a, b]: readonly [Rule, Rule]): boolean =>
      a.severity === b.severity
        ? TWICE.has(`${a.id} ${b.id}`)
        : a.severity !== 'none' && b.severity !== 'none' && GRADED.has(`${a.id} ${b.id}`)
    const said = pairs.filter((pair) => !reviewed(pair)).map(([a, b]) => `${a.id} ${a.severity}, ${b.id} ${b.severity}`)
    expect(said).toEqual([])
  })
  it('say why and what to do in both languages', () => {
    const isRussian = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)
    const told = [
      ...data.rules.flatMap(({ id, why, advice }) => [[`${id} why`, why] as const, [`${id} advice`, advice] as const]),
      ...data.limits.map(({ authority, substance, effect }) => [`${authority} ${substance}`, effect] as const),
      ...data.sportDoses.flatMap(({ id, timing, note }) =>
        [timing, ...(note ? [note] : [])].map((text) => [id, text] as const),
      ),
    ]
    const wrong = told.filter(([, { ru, en }]) => !isRussian(ru) || isRussian(en) || !/[a-z]{2}/iu.test(en))
    expect(wrong.map(([of]) => of)).toEqual([])
  })
})
