import type { Form } from '../knowledge/shapes.ts'
import { wordsOf } from './normal.ts'

// Amounts as people say them, and in nanograms: whole numbers of the analyte, so that no level is missed by a fraction.

export type Unit = 'mcg' | 'mg' | 'g' | 'kg' | 'iu' | 'kiu' | 'cfu' | 'ml' | 'drop' | 'piece'

const UNITS: Readonly<Record<string, Unit>> = {
  мкг: 'mcg', mcg: 'mcg', µg: 'mcg', μg: 'mcg', ug: 'mcg', микрограмм: 'mcg', микрограммов: 'mcg', micrograms: 'mcg', microgram: 'mcg',
  мг: 'mg', mg: 'mg', миллиграмм: 'mg', миллиграммов: 'mg', миллиграмма: 'mg', milligrams: 'mg', milligram: 'mg',
  г: 'g', гр: 'g', g: 'g', gr: 'g', грамм: 'g', грамма: 'g', граммов: 'g', gram: 'g', grams: 'g',
  кг: 'kg', kg: 'kg', килограмм: 'kg', килограмма: 'kg', килограммов: 'kg', kilograms: 'kg', kilogram: 'kg',
  ме: 'iu', ед: 'iu', iu: 'iu', единиц: 'iu', единицы: 'iu', units: 'iu', unit: 'iu',
  кое: 'cfu', cfu: 'cfu',
  мл: 'ml', ml: 'ml', миллилитров: 'ml',
  капля: 'drop', капли: 'drop', капель: 'drop', кап: 'drop', drop: 'drop', drops: 'drop',
} // biome-ignore format: a table
const PIECES =
  /^(?:таб|табл|таблет\p{L}*|капс|капсул\p{L}*|шт|штук\p{L}*|драже|пастил\p{L}*|саше|пакет\p{L}*|ампул\p{L}*|порци\p{L}*|чаш\p{L}*|банк\p{L}*|tablets?|tabs?|capsules?|caps?|pills?|softgels?|gumm(?:y|ies)|sachets?|ampoules?|servings?|scoops?|cups?|cans?|pcs|pieces?)$/u

/** The unit meant by a word, "тыс. МЕ" included; null when it is no measure of an amount: "мешка". */
export const unitFrom = (said: string): Unit | null => {
  const plain = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
  const words = plain.match(/[\p{L}µμ]+/gu) ?? []
  const last = words.at(-1) ?? ''
  const unit = UNITS[last] ?? UNITS[wordsOf(last)[0] ?? ''] ?? (PIECES.test(last) ? 'piece' : null)
  const thousands = /^(?:тыс\p{L}*|k|thousand)$/u.test(words[0] ?? '') && words.length > 1
  return thousands && unit === 'iu' ? 'kiu' : thousands ? null : unit
}

const NG: Readonly<Partial<Record<Unit, number>>> = { mcg: 1e3, mg: 1e6, g: 1e9, kg: 1e12 }

/** Figures that are one number: "25,000" and "25 000" are thousands of IU; "0,125" is a decimal. Of a mass "1,500" may be either. */
const figureOf = (figure: string, unit: Unit): number | null => {
  const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/u.test(figure)
  if (!grouped) return Number(figure.replace(',', '.'))
  return unit === 'iu' ? Number(figure.replace(/[.,]/u, '')) : null
}

/** An amount that stands in a name: "витамин D 5000 МЕ". A figure without a unit is a part of the name: "омега-3", "B12"; "3 500 мг" may be either. */
export const amountIn = (name: string): { amount: number; unit: string; figure: string } | null => {
  const [, figure, said] =
    /(?<![\p{L}\p{N}.,\-\u2212–—])(?<!(?<![\p{L}\p{N}])\d{1,3}\s(?=\d{3}(?!\d)))(\d+(?:[.,]\d+)?)\s*((?:тыс\.?\s*)?[\p{L}µμ.]+)/u.exec(
      name.normalize('NFKC'),
    ) ?? []
  const unit = said === undefined ? null : unitFrom(said)
  if (figure === undefined || said === undefined || unit === null) return null
  const amount = figureOf(figure, unit)
  return amount === null ? null : { amount, unit: said, figure }
}

/** Nanograms of the form as weighed, not rounded: parts of a dose come to the whole one; null when the unit measures no mass of it. */
export const nanograms = (amount: number, unit: Unit, form: Form): number | null => {
  const mass = NG[unit]
  if (mass !== undefined) return amount * mass
  if ((unit === 'iu' || unit === 'kiu') && form.mcgPerIu !== undefined)
    // An IU is defined of the analyte: it is taken back to the form, whose fraction is applied later.
    return (amount * (unit === 'kiu' ? 1e3 : 1) * form.mcgPerIu * 1e3) / form.fraction
  return null
}

/** Nanograms of the analyte in so many of the form, whole. */
export const analyte = (ofForm: number, form: Form): number => Math.round(ofForm * form.fraction)

export const toUnit = (ng: number, unit: string): number => Number((ng / (NG[unit as Unit] ?? 1)).toPrecision(12))
export const fromUnit = (value: number, unit: string): number => Math.round(value * (NG[unit as Unit] ?? 1))
