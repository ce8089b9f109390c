/** Lengths and weights as people read them. Stored are metres and grams. */
export type Units = 'metric' | 'imperial'

/** Metres of the international mile and grams of the avoirdupois pound, both exact (international yard and pound, 1959). */
export const MILE = 1_609.344
export const POUND = 453.592_37

/** Regions that measure roads in miles: CLDR 47 supplemental data, measurement system US and UK. */
const MILES = new Set(['US', 'GB', 'LR', 'MM'])
const region = (locale: string): string | undefined => new Intl.Locale(locale).region

/** What a reader of this locale is shown. */
export const unitsOf = (locale: string): Units => (MILES.has(region(locale) ?? '') ? 'imperial' : 'metric')

export const toMiles = (metres: number): number => metres / MILE
export const toPounds = (grams: number): number => grams / POUND
export const gramsOf = (kilograms: number): number => Math.round(kilograms * 1_000)
export const kilogramsOf = (grams: number): number => grams / 1_000
export const metresOf = (given: number): number => Math.round(given)

/** Rounds to a number of decimals without a trailing error: 27.35 stays 27.35. */
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
