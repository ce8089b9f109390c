import { listed, type Substance } from '../shapes.ts'

interface More {
  /** Words that look alike and are something else. */
  look?: string
  /** Ids parted by spaces. */
  groups?: string
  /** "milk soy:by_source": without a certainty it is `contains`. */
  allergens?: string
  /** "caffeine:0.45": in the unit of that substance, per gram of this one. */
  parts?: string
}

const words = (text = ''): string[] => text.split(' ').filter(Boolean)
const certainty = (text: string | undefined): 'contains' | 'may' | 'by_source' =>
  text === 'may' || text === 'by_source' ? text : 'contains'

/** `names`: Russian and English, each parted by commas, without the two that are the name itself. */
export const s = (
  id: string,
  kind: Substance['kind'],
  unit: Substance['unit'],
  [ru, en]: readonly [string, string],
  names: readonly [string, string],
  more: More = {},
): Substance => ({
  id,
  kind,
  name: { ru, en },
  names: { ru: listed(names[0]), en: listed(names[1]) },
  unit,
  lookalikes: listed(more.look ?? ''),
  groups: words(more.groups),
  allergens: words(more.allergens).map((one) => {
    const [allergen = '', how] = one.split(':')
    return { id: allergen, certainty: certainty(how) }
  }),
  parts: words(more.parts).map((one) => {
    const [substance = '', perGram] = one.split(':')
    return { substance, perGram: Number(perGram) }
  }),
})
