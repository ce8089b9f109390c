// Units people measure in, with the factor to the canonical unit of each kind, and what a figure can be at all.
//
// Sources of the factors: NIST Special Publication 811 (2008), Guide for the Use of the International System of Units,
// appendix B.8: avoirdupois pound 0.45359237 kg exactly, stone 14 lb, ounce 1/16 lb, US fluid ounce 29.573 529 5625 mL,
// US cup 8 fl oz, US pint 16 fl oz, mmHg 133.322 Pa. Imperial fluid ounce 28.413 0625 mL and pint 20 fl oz: UK Weights
// and Measures Act 1985, schedule 1. Glucose: molar mass 180.156 g/mol (PubChem, CID 5793), 1 mmol/L = 18.0156 mg/dL.
// A glass (стакан) is 250 mL, as in Russian recipe tables; it is a convention, the reply names the millilitres.
import type { MetricKind } from '../schema.ts'

export interface Unit {
  /** What a person sees and a message selects by. */
  name: string
  /** Canonical = given × factor + offset. */
  factor: number
  offset?: number
  /** How people write it, lower case without dots and spaces; a Russian word is matched in any case of it by its stem. */
  says: readonly string[]
}
export interface Measure {
  canonical: string
  units: readonly Unit[]
  /** Canonical limits of a figure that can be true; outside of them the person is asked. */
  range: readonly [number, number]
  /** Of the second figure of a blood pressure. */
  range2?: readonly [number, number]
  /** Digits after the point that mean anything, by unit name; else 0. */
  digits: Readonly<Record<string, number>>
}

const KG_PER_LB = 0.45359237
const ML_PER_FL_OZ = 29.5735295625
const MMHG_PER_KPA = 1000 / 133.322
const MG_DL_PER_MMOL_L = 18.0156

const PULSE: Measure = {
  canonical: 'bpm',
  units: [
    {
      name: 'bpm',
      factor: 1,
      says: [
        'bpm',
        'count/min',
        'beats/min',
        'beatsperminute',
        'уд/мин',
        'ударовминуту',
        'ударов',
        'удара',
        'удар',
        '/мин',
      ],
    },
  ],
  range: [20, 300],
  digits: {},
}

export const MEASURES: Readonly<Record<MetricKind, Measure>> = {
  weight: {
    canonical: 'kg',
    units: [
      {
        name: 'kg',
        factor: 1,
        says: [
          'kg',
          'kgs',
          'kilo',
          'kilos',
          'kilogram',
          'kilograms',
          'кг',
          'кило',
          'килограмм',
          'килограмма',
          'килограммов',
          'килограммы',
        ],
      },
      { name: 'lb', factor: KG_PER_LB, says: ['lb', 'lbs', 'pound', 'pounds', 'фунт', 'фунта', 'фунтов'] },
      { name: 'st', factor: 14 * KG_PER_LB, says: ['st', 'stone', 'stones', 'стоун', 'стоуна', 'стоунов'] },
      { name: 'oz', factor: KG_PER_LB / 16, says: ['oz', 'ounce', 'ounces', 'унция', 'унции', 'унций'] },
      { name: 'g', factor: 0.001, says: ['g', 'gram', 'grams', 'г', 'гр', 'грамм', 'грамма', 'граммов'] },
    ],
    range: [2, 500],
    digits: { kg: 1, lb: 1, st: 1, oz: 1 },
  },
  steps: {
    canonical: 'count',
    units: [{ name: 'count', factor: 1, says: ['count', 'step', 'steps', 'шаг', 'шага', 'шагов', 'шаги'] }],
    range: [0, 200_000],
    digits: {},
  },
  water: {
    canonical: 'ml',
    units: [
      {
        name: 'ml',
        factor: 1,
        says: [
          'ml',
          'milliliter',
          'milliliters',
          'millilitre',
          'millilitres',
          'мл',
          'миллилитр',
          'миллилитра',
          'миллилитров',
        ],
      },
      { name: 'l', factor: 1000, says: ['l', 'liter', 'liters', 'litre', 'litres', 'л', 'литр', 'литра', 'литров'] },
      {
        name: 'fl oz',
        factor: ML_PER_FL_OZ,
        says: [
          'floz',
          'floz_us',
          'fl_oz_us',
          'oz',
          'ounce',
          'ounces',
          'fluidounce',
          'fluidounces',
          'унция',
          'унции',
          'унций',
        ],
      },
      {
        name: 'imp fl oz',
        factor: 28.4130625,
        says: ['impfloz', 'floz_imp', 'fl_oz_imp', 'imperialfluidounces', 'imperialfluidounce'],
      },
      {
        name: 'cup',
        factor: 8 * ML_PER_FL_OZ,
        says: ['cup', 'cups', 'uscup', 'cup_us', 'чашка', 'чашки', 'чашку', 'чашек'],
      },
      { name: 'glass', factor: 250, says: ['glass', 'glasses', 'стакан', 'стакана', 'стаканов', 'стаканы'] },
      { name: 'pint', factor: 16 * ML_PER_FL_OZ, says: ['pint', 'pints', 'pt', 'пинта', 'пинты', 'пинт', 'pint_us'] },
      { name: 'imp pint', factor: 20 * 28.4130625, says: ['imppint', 'imperialpint', 'imperialpints', 'pint_imp'] },
    ],
    range: [1, 10_000],
    digits: { l: 2, 'fl oz': 1 },
  },
  heart_rate: PULSE,
  resting_heart_rate: PULSE,
  blood_pressure: {
    canonical: 'mmHg',
    units: [
      { name: 'mmHg', factor: 1, says: ['mmhg', 'мм', 'ммртст', 'миллиметров', 'миллиметровртутногостолба', 'mm'] },
      { name: 'kPa', factor: MMHG_PER_KPA, says: ['kpa', 'кпа', 'килопаскаль', 'килопаскаля', 'килопаскалей'] },
    ],
    range: [40, 310],
    range2: [20, 220],
    digits: { kPa: 1 },
  },
  temperature: {
    canonical: '°C',
    units: [
      {
        name: '°C',
        factor: 1,
        says: [
          'c',
          '°c',
          'degc',
          'celsius',
          'с',
          '°с',
          'цельсий',
          'поцельсию',
          'градусовпоцельсию',
          'градусапоцельсию',
          'цельсия',
          'градусцельсия',
          'градусовцельсия',
        ],
      },
      {
        name: '°F',
        factor: 5 / 9,
        offset: -160 / 9,
        says: [
          'f',
          '°f',
          'degf',
          'fahrenheit',
          'ф',
          'фаренгейт',
          'пофаренгейту',
          'градусовпофаренгейту',
          'фаренгейта',
          'градусовфаренгейта',
        ],
      },
      { name: 'K', factor: 1, offset: -273.15, says: ['k', 'kelvin'] },
    ],
    range: [25, 45],
    digits: { '°C': 1, '°F': 1 },
  },
  glucose: {
    canonical: 'mmol/L',
    units: [
      { name: 'mmol/L', factor: 1, says: ['mmol/l', 'mmol', 'mmoll', 'ммоль/л', 'ммоль', 'mmol<180.1558800000541>/l'] },
      { name: 'mg/dL', factor: 1 / MG_DL_PER_MMOL_L, says: ['mg/dl', 'mgdl', 'mg', 'мг/дл', 'мг%', 'мг'] },
      { name: 'g/L', factor: 1000 / (10 * MG_DL_PER_MMOL_L), says: ['g/l', 'г/л'] },
    ],
    range: [0.5, 60],
    digits: { 'mmol/L': 1 },
  },
  spo2: {
    canonical: '%',
    units: [
      { name: '%', factor: 1, says: ['%', 'percent', 'процент', 'процента', 'процентов', 'pct'] },
      { name: 'fraction', factor: 100, says: ['fraction', 'доля'] },
    ],
    range: [40, 100],
    digits: { '%': 1 },
  },
}

/** Units of people in the United States; everybody else reads the canonical ones. */
export const US_UNITS: Readonly<Partial<Record<MetricKind, string>>> = {
  weight: 'lb',
  temperature: '°F',
  glucose: 'mg/dL',
  water: 'fl oz',
}
