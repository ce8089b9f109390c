import type { Form, Product, Rule, Substance } from '../knowledge/shapes.ts'
import { type Named, NameIndex } from './names.ts'
import { formsOf, wordsOf } from './normal.ts'
import type { KnowledgeData } from './types.ts'

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]))

/** Everything above an id in a tree, itself included. */
const upwards = (parents: ReadonlyMap<string, string | undefined>, id: string): string[] => {
  const seen: string[] = []
  for (let at: string | undefined = id; at !== undefined && !seen.includes(at); at = parents.get(at)) seen.push(at)
  return seen
}

/** A release of the knowledge with its indexes: made once, read by every check. */
export class Knowledge {
  readonly data: KnowledgeData
  readonly release: string
  readonly names: NameIndex
  readonly substances: ReadonlyMap<string, Substance>
  readonly forms: ReadonlyMap<string, Form>
  readonly products: ReadonlyMap<string, Product>
  /** The form a bare name of a substance means. */
  readonly #bare = new Map<string, Form>()
  readonly #rules = new Map<string, Rule[]>()
  readonly #classesOf = new Map<string, ReadonlySet<string>>()
  readonly #partsOf = new Map<string, readonly string[]>()
  readonly #namesOf = new Map<string, { ru: string; en: string }>()
  readonly #conditions: ReadonlyMap<string, string | undefined>
  readonly #allergens: ReadonlyMap<string, string | undefined>
  readonly #classParents: ReadonlyMap<string, string | undefined>

  constructor(data: KnowledgeData, release: string) {
    this.data = data
    this.release = release
    this.substances = byId(data.substances)
    this.forms = byId(data.forms)
    this.products = byId(data.products)
    for (const form of data.forms) if (!this.#bare.has(form.substance)) this.#bare.set(form.substance, form)
    for (const rule of data.rules) {
      const key = `${rule.subject.kind} ${rule.subject.id}`
      this.#rules.set(key, [...(this.#rules.get(key) ?? []), rule])
    }
    this.#conditions = new Map(data.conditions.map(({ id, parent }) => [id, parent]))
    this.#allergens = new Map(data.allergens.map(({ id, parent }) => [id, parent]))
    this.#classParents = new Map(data.drugClasses.map(({ id, parent }) => [id, parent]))
    for (const { id, classes, parts } of data.drugs) {
      this.#classesOf.set(id, new Set(classes.flatMap((one) => upwards(this.#classParents, one))))
      this.#partsOf.set(id, parts)
    }
    const { allergens, conditions, drugClasses, products, forms, substances } = data
    for (const { id, name } of [...allergens, ...conditions, ...drugClasses, ...products, ...forms, ...substances])
      this.#namesOf.set(id, name)
    for (const { id, inn } of data.drugs) this.#namesOf.set(id, inn)
    this.names = new NameIndex(named(data))
  }

  bareForm(substance: string): Form | undefined {
    return this.#bare.get(substance)
  }
  rulesOf(kind: Rule['subject']['kind'], id: string): readonly Rule[] {
    return this.#rules.get(`${kind} ${id}`) ?? []
  }
  /** What people call anything that has an id; undefined for a group. */
  nameOf(id: string): { ru: string; en: string } | undefined {
    return this.#namesOf.get(id)
  }
  /** A rule on a medicine finds it in a combination too. */
  partsOf(drug: string): readonly string[] {
    return this.#partsOf.get(drug) ?? []
  }
  /** Its own classes with their parents: of a combination not those of its parts, levodopa with carbidopa is no levodopa alone. */
  classesOf(drug: string): ReadonlySet<string> {
    return this.#classesOf.get(drug) ?? new Set()
  }
  classWithParents(id: string): string[] {
    return upwards(this.#classParents, id)
  }
  /** A condition and everything more general that it is a kind of. */
  conditionWithParents(id: string): string[] {
    return upwards(this.#conditions, id)
  }
  allergenWithParents(id: string): string[] {
    return upwards(this.#allergens, id)
  }
}

const all = (row: { names: { ru: readonly string[]; en: readonly string[] } }, ...own: string[]): string[] => [
  ...own,
  ...row.names.ru,
  ...row.names.en,
]
/** Of a form that needs its substance beside it only the names that hold it: "цитрат магния", never "цитрат". */
const namesOfForm = (data: KnowledgeData) => {
  const words = new Map(
    data.substances.map(({ id, name }) => [id, new Set(wordsOf(`${name.ru} ${name.en}`).flatMap(formsOf))]),
  )
  return (form: Form): string[] => {
    const names = all(form, form.name.ru, form.name.en)
    if (!form.needsSubstance) return names
    return names.filter((name) => wordsOf(name).some((word) => words.get(form.substance)?.has(word)))
  }
}
const named = (data: KnowledgeData): (Named & { names: readonly string[] })[] => {
  const formNames = namesOfForm(data)
  return [
    ...data.substances.map((row) => ({
      kind: 'substance' as const,
      id: row.id,
      names: all(row, row.name.ru, row.name.en),
    })),
    ...data.forms
      .filter(({ id, substance }) => id !== substance)
      .map((row) => ({
        kind: 'form' as const,
        id: row.id,
        names: formNames(row),
      })),
    ...data.products.map((row) => ({
      kind: 'product' as const,
      id: row.id,
      names: all(row, row.name.ru, row.name.en),
    })),
    ...data.drugs.map((row) => ({ kind: 'drug' as const, id: row.id, names: all(row, row.inn.ru, row.inn.en) })),
    ...data.drugClasses.map((row) => ({
      kind: 'class' as const,
      id: row.id,
      names: all(row, row.name.ru, row.name.en),
    })),
    ...data.conditions.map((row) => ({
      kind: 'condition' as const,
      id: row.id,
      names: all(row, row.name.ru, row.name.en),
    })),
    ...data.allergens.map((row) => ({
      kind: 'allergen' as const,
      id: row.id,
      names: all(row, row.name.ru, row.name.en),
    })),
  ]
}
