// A figure: digits with spaces, dots, commas or colons inside ("1 299,50", "15:00").
const FIGURE = /\d+(?:[ \u00a0\u202f]\d{3}(?!\d)|[.,:]\d+)*/gu
/** Numbers up to this are counting words ("3 встречи", "2)"), unless they are money, a share or an hour. */
const FREE = 12
const UNIT_AFTER =
  /^\s*(?:[₽$€£%]|руб|коп|процент|доллар|евро|динар|rub|usd|eur|gbp|rsd|percent|dollars?|euros?|pounds?|тыс|млн|утра|вечера|ночи|a\.?m(?!\p{L})|p\.?m(?!\p{L})|o'clock)/iu
const UNIT_BEFORE = /[$€£₽]\s*[-−]?\s*$/u
const BIG_WORD =
  /(?<!\p{L})(?:двадцат|тридцат|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяност|сто(?!\p{L})|двест|трист|четырест|пятьсот|шестьсот|семьсот|восемьсот|девятьсот|тысяч|миллион|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\p{L}*/giu
const MONEY_WORD = /(?<!\p{L})(?:рубл|доллар|евро|динар|процент|dollar|euro|pound|rouble|ruble|percent)/iu

const plainNumber = (figure: string): string =>
  figure
    .replace(/[ \u00a0\u202f]/gu, '')
    .replace(/,(?=\d{3}(?:\D|$))/gu, '')
    .replace(',', '.')

const timeOf = (figure: string): string | null => {
  const time = /^(\d{1,2}):(\d{2})(?::\d{2})?$/u.exec(figure)
  return time ? `${Number(time[1])}:${time[2]}` : null
}

/** All figures that may be said: numbers of these texts, their clock times in both notations, dates in parts. */
export const knownFigures = (said: readonly string[], rows: readonly string[]): Set<string> => {
  const figures = new Set<string>()
  for (const text of said) addFigures(figures, text, false)
  for (const text of rows) addFigures(figures, text, true)
  return figures
}

// Ids are no figures; a date and an instant (RFC 3339) are said in parts.
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu
const INSTANT = /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?/gu

const addFigures = (figures: Set<string>, text: string, isRow: boolean): void => {
  const rest = text
    .replace(ID, '')
    .replace(INSTANT, (_all, year: string, month: string, day: string, time?: string) => {
      for (const part of [year, month, day]) figures.add(String(Number(part)))
      if (time) addTime(figures, time)
      return ' '
    })
  for (const [figure] of rest.matchAll(FIGURE)) {
    const time = timeOf(figure)
    if (time) {
      addTime(figures, time)
      continue
    }
    const value = Number(plainNumber(figure))
    if (Number.isFinite(value)) {
      figures.add(String(value))
      figures.add(String(Math.trunc(value)))
    }
    if (!Number.isFinite(value) || (isRow && figure.includes(',')))
      // A date in dots, or numbers of a JSON list.
      for (const part of figure.split(Number.isFinite(value) ? /,/u : /[.,:]/u)) addNumber(figures, Number(part), isRow)
    if (isRow && Number.isFinite(value)) addNumber(figures, value, true)
  }
}

const addTime = (figures: Set<string>, time: string): void => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  for (const each of new Set([hour, hour % 12 || 12])) {
    figures.add(`${each}:${String(minute).padStart(2, '0')}`)
    figures.add(String(each))
  }
}

/** A row keeps money in minor units and shares as fractions. */
const addNumber = (figures: Set<string>, value: number, isRow: boolean): void => {
  if (!Number.isFinite(value)) return
  figures.add(String(value))
  if (!isRow) return
  if (Number.isInteger(value)) figures.add(String(value / 100))
  else if (value > 0 && value < 1) figures.add(String(Math.round(value * 100)))
}

/** The first figure of a sentence that comes from nowhere, or null. `texts` is all that is known, in lower case. */
export const unknownFigure = (
  sentence: string,
  figures: () => ReadonlySet<string>,
  texts: () => string,
): string | null => {
  for (const match of sentence.matchAll(FIGURE)) {
    const before = sentence.slice(0, match.index)
    const after = sentence.slice(match.index + match[0].length)
    if (!isKnown(match[0], figures(), UNIT_AFTER.test(after) || UNIT_BEFORE.test(before))) return match[0]
  }
  if (!MONEY_WORD.test(sentence)) return null
  for (const [word] of sentence.matchAll(BIG_WORD)) if (!texts().includes(word.toLowerCase())) return word
  return null
}

const isKnown = (figure: string, figures: ReadonlySet<string>, measured: boolean): boolean => {
  const time = timeOf(figure)
  if (time) return figures.has(time)
  const value = Number(plainNumber(figure))
  if (figures.has(String(value))) return true
  if (Number.isFinite(value)) return !measured && Number.isInteger(value) && value <= FREE
  // "18.03.2026" or "10:00:00": every part must be known.
  return figure.split(/[.,:]/u).every((part) => figures.has(String(Number(part))))
}
