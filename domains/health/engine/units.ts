// Figures as people say them ↔ figures as they are stored. The only place where a unit is converted.
import { AppError } from '../../../core/errors.ts'
import type { Message, MessageParams } from '../../../core/messages.ts'
import { MEASURES, type Unit, US_UNITS } from '../knowledge/units.ts'
import type { Figure, MetricKind } from '../schema.ts'
import { tellFigure } from './figures.ts'

/** A figure in the canonical unit of its kind; `value2` is the diastolic of a blood pressure, else null. */
export interface Canonical {
  value: number
  value2: number | null
}

const said = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/[\s.]/gu, '')
    .replace(/^(?:градус\p{L}*|°|deg(?:rees?)?)$/u, '')

const byName = (kind: MetricKind, name: string): Unit | undefined =>
  MEASURES[kind].units.find((unit) => unit.name === name)

/** The unit a person reads a kind in. */
export const unitFor = (kind: MetricKind, locale: string): Unit => {
  const measure = MEASURES[kind]
  const wanted = /-US$/iu.test(locale) ? US_UNITS[kind] : undefined
  return byName(kind, wanted ?? measure.canonical) ?? { name: measure.canonical, factor: 1, says: [] }
}

/** The unit meant by a word, or null when this kind has no such unit. Case and dots do not count. */
export const findUnit = (kind: MetricKind, word: string): Unit | null => {
  const key = said(word)
  return MEASURES[kind].units.find((unit) => unit.name.toLowerCase() === key || unit.says.includes(key)) ?? null
}

/** Twelve significant digits: what a factor adds in the fifteenth is not part of the figure (54 mg/dL stays 54). */
const tidy = (value: number): number => Number(value.toPrecision(12))
const toCanonical = (value: number, unit: Unit): number => tidy(value * unit.factor + (unit.offset ?? 0))
const fromCanonical = (value: number, unit: Unit): number => tidy((value - (unit.offset ?? 0)) / unit.factor)

/** One figure of a kind from a unit (by any of its names) into the canonical one. Throws RangeError on an unknown unit. */
export const convert = (kind: MetricKind, value: number, unit: string): number => {
  const found = findUnit(kind, unit)
  if (!found) throw new RangeError(`${kind} is not measured in ${unit}`)
  return toCanonical(value, found)
}

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high

export const isPlausible = (kind: MetricKind, { value, value2 }: Canonical): boolean => {
  const { range, range2 } = MEASURES[kind]
  if (!within(value, range)) return false
  if (!range2) return value2 === null
  return value2 !== null && within(value2, range2) && value2 < value
}

const rounded = (kind: MetricKind, value: number, unit: Unit): number => {
  const digits = MEASURES[kind].digits[unit.name] ?? 0
  return Number(value.toFixed(digits))
}

/** A canonical figure as this person reads it. */
export const shownIn = (kind: MetricKind, { value, value2 }: Canonical, locale: string): Figure => {
  const unit = unitFor(kind, locale)
  return {
    value: rounded(kind, fromCanonical(value, unit), unit),
    value2: value2 === null ? null : rounded(kind, fromCanonical(value2, unit), unit),
    unit: unit.name,
  }
}

/** A difference of two figures, which has no offset: 1 °C apart is 1.8 °F apart. */
export const differenceIn = (kind: MetricKind, difference: number, locale: string): number => {
  const unit = unitFor(kind, locale)
  return Number((difference / unit.factor).toFixed(MEASURES[kind].digits[unit.name] ?? 0))
}

export type Given = number | { systolic: number; diastolic: number }

const invalid = (path: string, key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `health.${key}`, params, { errors: [{ path, message: `health.${key}` }] })

const pairOf = (kind: MetricKind, given: Given): Canonical => {
  if (kind === 'blood_pressure') {
    if (typeof given === 'number') throw invalid('value', 'pressure_needs_two')
    return { value: given.systolic, value2: given.diastolic }
  }
  if (typeof given !== 'number') throw invalid('value', 'one_figure')
  return { value: given, value2: null }
}

const inUnit = (pair: Canonical, unit: Unit): Canonical => ({
  value: toCanonical(pair.value, unit),
  value2: pair.value2 === null ? null : toCanonical(pair.value2, unit),
})

/**
 * Reads a figure as said. Without a unit it is the person's own one, unless it cannot be true in that and can in exactly
 * one other (a temperature of 38.2 said in the United States is °C). Throws `invalid` with the range when it cannot be
 * true at all, and with the units of the kind when the unit is unknown.
 */
export const readFigure = (
  kind: MetricKind,
  given: Given,
  unit: string | undefined,
  locale: string,
): Canonical & { unit: string } => {
  const pair = pairOf(kind, given)
  const named = unit === undefined || said(unit) === '' ? null : findUnit(kind, unit)
  if (unit !== undefined && said(unit) !== '' && !named) {
    const units = MEASURES[kind].units.map(({ name }) => name).join(', ')
    throw invalid('unit', 'unknown_unit', { unit, units })
  }
  const own = unitFor(kind, locale)
  const fits = MEASURES[kind].units.filter((one) => isPlausible(kind, inUnit(pair, one)))
  const only = fits.length === 1 ? fits[0] : undefined
  const meant = named ?? (fits.includes(own) ? own : (only ?? own))
  const canonical = inUnit(pair, meant)
  if (!isPlausible(kind, canonical)) throw implausible(kind, pair, meant)
  return { ...canonical, unit: meant.name }
}

const implausible = (kind: MetricKind, pair: Canonical, unit: Unit): AppError => {
  const { range, range2 } = MEASURES[kind]
  const shown = (value: number, value2: number | null): Message =>
    tellFigure({
      value: rounded(kind, fromCanonical(value, unit), unit),
      value2: value2 === null ? null : rounded(kind, fromCanonical(value2, unit), unit),
      unit: unit.name,
    })
  return invalid('value', `implausible.${kind}`, {
    value: tellFigure({ ...pair, unit: unit.name }),
    low: shown(range[0], range2?.[0] ?? null),
    high: shown(range[1], range2?.[1] ?? null),
  })
}
