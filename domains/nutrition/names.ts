import type { FindNames, NamedThing } from '../../tools/contract.ts'
import type { NamedKind } from './engine/names.ts'
import { knowledge } from './knowledge/index.ts'

/** What a name is to a reader of messages: taken, prescribed, suffered from or not borne. */
const KINDS: Readonly<Record<NamedKind, NamedThing['kind']>> = {
  substance: 'item',
  form: 'item',
  product: 'item',
  drug: 'medicine',
  class: 'medicine',
  condition: 'condition',
  allergen: 'allergen',
}
const ORDER: readonly NamedKind[] = ['substance', 'form', 'product', 'drug', 'class', 'condition', 'allergen']
const ALL = new Set(ORDER)

/** Supplements, medicines, conditions and allergens that a text names; of several things under one name the first kind. */
export const namesIn: FindNames = (text) => {
  const byPlace = Map.groupBy(knowledge().names.find(text, ALL), ({ start }) => start)
  return [...byPlace.values()].map((same) => {
    const [{ kind, id, start, end }] = same.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)) as [
      (typeof same)[number],
    ]
    const isFood = kind === 'substance' && knowledge().substances.get(id)?.kind === 'food'
    return { kind: isFood ? 'food' : KINDS[kind], id, start, end }
  })
}
