import { type Form, listed } from '../shapes.ts'

interface More {
  /** Micrograms of the analyte in one IU. */
  iu?: number
  /** Counts for the upper level this many times its mass. */
  weight?: number
  source?: string
}

/** A form that its name alone tells. Names: Russian and English, without the two that are the name itself. */
export const f = (
  id: string,
  substance: string,
  fraction: number,
  [ru, en]: readonly [string, string],
  names: readonly [string, string] = ['', ''],
  { iu, weight, source = 'molar_masses' }: More = {},
): Form => ({
  id,
  substance,
  name: { ru, en },
  names: { ru: listed(names[0]), en: listed(names[1]) },
  fraction,
  ...(iu === undefined ? {} : { mcgPerIu: iu }),
  ...(weight === undefined ? {} : { weightForLimit: weight }),
  needsSubstance: false,
  source,
})

/** How the elements are declined: "цитрат магния", "магния цитрат", "магний цитрат", "magnesium citrate". */
const ELEMENTS: Readonly<Record<string, readonly [nominative: string, genitive: string, en: string]>> = {
  magnesium: ['магний', 'магния', 'magnesium'],
  calcium: ['кальций', 'кальция', 'calcium'],
  zinc: ['цинк', 'цинка', 'zinc'],
  iron: ['железо', 'железа', 'iron'],
  potassium: ['калий', 'калия', 'potassium'],
  sodium: ['натрий', 'натрия', 'sodium'],
  copper: ['медь', 'меди', 'copper'],
  manganese: ['марганец', 'марганца', 'manganese'],
  chromium: ['хром', 'хрома', 'chromium'],
  boron: ['бор', 'бора', 'boron'],
}

/**
 * Salts of one element, a line each: "id | fraction | Russian words | English words". The words name the form only beside
 * the element: "цитрат" alone is none, and several elements have it. The word with the element is listed too.
 */
export const salts = (substance: string, table: string): Form[] => {
  const [nominative = '', genitive = '', english = ''] = ELEMENTS[substance] ?? []
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', fraction = '', ruWords = '', enWords = ''] = line.split('|').map((cell) => cell.trim())
      const [ru, en] = [listed(ruWords), listed(enWords)]
      const names = {
        ru: ru.flatMap((word) => [word, `${word} ${genitive}`, `${genitive} ${word}`, `${nominative} ${word}`]),
        en: en.flatMap((word) => [word, `${english} ${word}`]),
      }
      const name = { ru: `${ru[0]} ${genitive}`, en: `${english} ${en[0]}` }
      return {
        id: `${substance}_${id}`,
        substance,
        name,
        names: { ru: names.ru.filter((one) => one !== name.ru), en: names.en.filter((one) => one !== name.en) },
        fraction: Number(fraction),
        needsSubstance: true,
        source: 'molar_masses',
      }
    })
}

/** Source of a form that is a matter of definition, not of a mass fraction. */
export const IU = { source: 'ods' }
