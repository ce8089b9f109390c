import type { Form } from '../knowledge/shapes.ts'
import { wordsOf } from './normal.ts'

// Amounts as people say them, and in nanograms of the analyte: whole numbers, so that no sum depends on its order.

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

/** An amount that stands in a name: "витамин D 5000 МЕ". A figure without a unit is a part of the name: "омега-3", "B12"; "3 500 мг" may be either. */
export const amountIn = (name: string): { amount: number; unit: string } | null => {
  const [, figure, unit] =
    /(?<![\p{L}\p{N}.,-])(?<!\d\s(?=\d{3}(?!\d)))(\d+(?:[.,]\d+)?)\s*((?:тыс\.?\s*)?[\p{L}µμ.]+)/u.exec(
      name.normalize('NFKC'),
    ) ?? []
  if (figure === undefined || unit === undefined || unitFrom(unit) === null) return null
  return { amount: Number(figure.replace(',', '.')), unit }
}

/** Nanograms of the form as weighed; null when the unit measures no mass of it. */
export const nanograms = (amount: number, unit: Unit, form: Form): number | null => {
  const mass = NG[unit]
  if (mass !== undefined) return Math.round(amount * mass)
  if ((unit === 'iu' || unit === 'kiu') && form.mcgPerIu !== undefined)
    // An IU is defined of the analyte: it is taken back to the form, whose fraction is applied later.
    return Math.round((amount * (unit === 'kiu' ? 1e3 : 1) * form.mcgPerIu * 1e3) / form.fraction)
  return null
}

/** Nanograms of the analyte in so many of the form. */
export const analyte = (ofForm: number, form: Form): number => Math.round(ofForm * form.fraction)

export const toUnit = (ng: number, unit: string): number => Number((ng / (NG[unit as Unit] ?? 1)).toPrecision(12))
export const fromUnit = (value: number, unit: string): number => Math.round(value * (NG[unit as Unit] ?? 1))
