/** How the tables of medicines are written: a line each. */
import { rows } from '../rows.ts'
import { type Drug, listed } from '../shapes.ts'

const words = (text: string): string[] => text.split(' ').filter(Boolean)

/** id | Russian INN | English INN | classes | ATC | other Russian names and brands | other English names and brands */
export const singles = (table: string): Drug[] =>
  rows(table, 7).map(([id = '', ru = '', en = '', classes = '', atc, otherRu = '', otherEn = '']) => ({
    id,
    inn: { ru, en },
    names: { ru: listed(otherRu), en: listed(otherEn) },
    classes: words(classes),
    parts: [],
    ...(atc ? { atc } : {}),
  }))

/** The same with parts after the classes. A combination carries every class of its parts that holds for it. */
export const combinations = (table: string): Drug[] =>
  rows(table, 8).map(([id = '', ru = '', en = '', classes = '', parts = '', atc, otherRu = '', otherEn = '']) => ({
    id,
    inn: { ru, en },
    names: { ru: listed(otherRu), en: listed(otherEn) },
    classes: words(classes),
    parts: words(parts),
    ...(atc ? { atc } : {}),
  }))
