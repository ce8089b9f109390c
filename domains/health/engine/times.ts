// When something is meant to be taken or done, from the words people use for it.
import { instantAt, type LocalDate } from '../../../core/time.ts'
import type { User } from '../../../core/user.ts'
import { type DaySpan, wakingHours } from '../../../tools/day.ts'

const HOUR_MS = 3_600_000
const CLOCK =
  /(?<![\d:.,])(?:(1[0-2]|0?[1-9])(?::([0-5]\d))? ?([ap])\.?m|([01]?\d|2[0-3])(?::([0-5]\d))? ?(?:час\p{L}* ?)?(утра|дня|вечера|ночи)|([01]?\d|2[0-3]):([0-5]\d))(?![\d\p{L}])/giu
/** Which days it is meant for is not known: no day can be told that it is. */
const NOT_DAILY =
  /через день|по (?:необходимости|потребности)|при (?!завтрак|обед|ужин)\p{L}+|раз в (?:\d+ )?(?:недел|месяц|год|дня|дней)|цикл|every other|as needed|when needed|if needed|weekly|monthly|once a (?:week|month)/iu
const PARTS = {
  morning: /(?<!\p{L})(?:утр\p{L}*|по утрам|натощак|завтрак\p{L}*|morning\p{L}*|breakfast|fasting)(?!\p{L})/iu,
  midday: /(?<!\p{L})(?:дн[её]м|обед\p{L}*|полдень|midday|noon|lunch\p{L}*)(?!\p{L})/iu,
  evening: /(?<!\p{L})(?:вечер\p{L}*|ужин\p{L}*|evening\p{L}*|dinner|supper)(?!\p{L})/iu,
  bedtime:
    /(?<!\p{L})(?:на ночь|перед сном|ноч[ьи]ю?|before (?:bed|sleep)|at (?:bedtime|night)|bedtime|nightly)(?!\p{L})/iu,
} as const
type Part = keyof typeof PARTS
const OFTEN =
  /(?<!\p{L})(?:кажд\p{L}+ день|ежедневно|раза? в день|(?:дважды|трижды) в день|daily|every day|(?:once|twice|times) (?:a|per) day)(?!\p{L})/iu

export interface TimesSaid {
  /** `HH:MM` by the person's clock. */
  clocks: string[]
  parts: Part[]
  /** Meant for every day, whether or not its hour is known. */
  daily: boolean
}

const NOON: Readonly<Record<string, (hour: number) => number>> = {
  a: (hour) => hour % 12,
  p: (hour) => (hour % 12) + 12,
  утра: (hour) => hour,
  дня: (hour) => (hour < 12 ? hour + 12 : hour),
  вечера: (hour) => (hour < 12 ? hour + 12 : hour),
  ночи: (hour) => (hour >= 8 && hour < 12 ? hour + 12 : hour % 12),
}
const clockOf = (found: readonly (string | undefined)[]): string => {
  const [, hour12, minute12, half, hourSaid, minuteSaid, part, hour, minute] = found
  const shift = NOON[(half ?? part ?? '').toLowerCase()]
  const said = Number(hour ?? hour12 ?? hourSaid)
  return `${String(shift ? shift(said) : said).padStart(2, '0')}:${minute ?? minute12 ?? minuteSaid ?? '00'}`
}

/** Hours and parts of the day that a text names. */
export const timesIn = (text: string): TimesSaid => {
  if (NOT_DAILY.test(text)) return { clocks: [], parts: [], daily: false }
  const clocks = [...new Set([...text.matchAll(CLOCK)].map(clockOf))].sort()
  const rest = text.replace(CLOCK, ' ')
  const parts = (Object.keys(PARTS) as Part[]).filter((part) => PARTS[part].test(rest))
  return { clocks, parts, daily: clocks.length > 0 || parts.length > 0 || OFTEN.test(text) }
}

/** A part of a local day, from this person's getting up and going to bed. */
export const partSpan = (part: Part, date: LocalDate, user: Pick<User, 'sleepWindow' | 'timeZone'>): DaySpan => {
  const { start: up, end: bed } = wakingHours(date, user)
  const from = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS)
  if (part === 'morning') return { start: up, end: from(up, 4) }
  if (part === 'evening') return { start: from(bed, -5), end: bed }
  if (part === 'bedtime') return { start: from(bed, -1.5), end: bed }
  const { timeZone } = user
  return { start: instantAt(date, '12:00', timeZone), end: instantAt(date, '15:00', timeZone) }
}
