import { Temporal } from 'temporal-polyfill'
import { addDays } from '../../../core/time.ts'
import type { Mention } from '../mention.ts'
import { words } from '../words.ts'
import { today } from './moment.ts'
import { left, type Slots } from './state.ts'

// Lengths of months, years and seasons, which are no number of minutes.

/** What follows a figure that counts months. */
const COUNTED: readonly (readonly [number, RegExp])[] = [
  [12, /^[\s-]*(?:год[ау]?|лет|г\.|years?|yrs?|yr)(?!\p{L})/u],
  [1, /^[\s-]*(?:месяц\p{L}*|мес|months?|mos?)(?!\p{L})/u],
]
const NAMED: readonly (readonly [number, RegExp])[] = [
  [6, words('полгода|полугод\\p{L}+|half a year')],
  [18, words('полтора года|year and a half')],
]
const ONE: readonly (readonly [number, RegExp])[] = [
  [12, words('год|годик|a year|one year|1 year|an? annual|следующий год|ближайший год')],
  [3, words('квартал|a quarter')],
  [1, words('месяц|a month|one month')],
]

/** "2 года", "полгода", "18 months": so many months, and the figure that said it. */
export const monthsIn = (slots: Slots): { months: number; mentions: Mention[] } | undefined => {
  const { plain } = slots.clause
  const named = NAMED.find(([, pattern]) => pattern.test(plain))
  if (named) return { months: named[0], mentions: [] }
  for (const figure of left(slots, 'number')) {
    const unit = COUNTED.find(([, pattern]) => pattern.test(plain.slice(figure.end)))
    if (unit && figure.value > 0) return { months: Math.round(figure.value * unit[0]), mentions: [figure] }
  }
  const one = ONE.find(([, pattern]) => pattern.test(plain))
  return one && { months: one[0], mentions: [] }
}

/** The same day so many months ago. */
export const monthsAgo = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).subtract({ months }).toString()

const ROLLING: readonly (readonly [Temporal.DurationLike, RegExp])[] = [
  [
    { days: 6 },
    words(
      '(?:за|последн(?:юю|ей|яя)) (?:последн\\p{L}+ )?недел[юяе](?! (?:эт|прошл|назад)\\p{L}*)|(?:over|in|for|during) the (?:last|past) week|past week|last 7 days',
    ),
  ],
  [
    { months: 1 },
    words(
      '(?:за|последн(?:ий|его)) (?:последн\\p{L}+ )?месяца?(?! (?:эт|прошл|назад)\\p{L}*)|(?:over|in|for|during) the (?:last|past) month|past month',
    ),
  ],
  [{ months: 6 }, words('(?:за|последние) (?:последн\\p{L}+ )?полгода|(?:last|past) half (?:a )?year')],
  [
    { months: 12 },
    words(
      '(?:за|последний) (?:весь |последн\\p{L}+ )?год(?! (?:эт|прошл|назад)\\p{L}*)|(?:over|in|for|during) the (?:last|past) year|past year',
    ),
  ],
]
/** "За последнюю неделю", "за год" end today; "за прошлую неделю" is the one of the calendar. */
export const rollingFrom = (slots: Slots): string | undefined => {
  const length = ROLLING.find(([, pattern]) => pattern.test(slots.clause.plain))?.[0]
  return length && Temporal.PlainDate.from(today(slots)).subtract(length).toString()
}

const SEASONS: readonly (readonly [number, RegExp])[] = [
  [12, words('зим[аыуе]|зимой|зимн\\p{L}+', 'winter')],
  [3, words('весн[аыуе]|весной|весенн\\p{L}+', 'spring')],
  [6, words('лет[оа]|летом|летн\\p{L}+', 'summer')],
  [9, words('осень|осени|осенью|осенн\\p{L}+', 'autumn|fall')],
]
const SEASON_MONTHS = 3
const seasonStart = (date: string, month: number, step: 1 | -1): Temporal.PlainDate => {
  const day = Temporal.PlainDate.from(date)
  const start = day.with({ month, day: 1 })
  if (step === -1) return Temporal.PlainDate.compare(start, day) > 0 ? start.subtract({ years: 1 }) : start
  return Temporal.PlainDate.compare(start, day) < 0 ? start.add({ years: 1 }) : start
}
const seasonIn = (slots: Slots): number | undefined =>
  SEASONS.find(([, pattern]) => pattern.test(slots.clause.plain))?.[0]

/** "за зиму", "летние ремонты": the season that was last, up to today. */
export const lastSeason = (slots: Slots): { from: string; to: string } | undefined => {
  const month = seasonIn(slots)
  if (month === undefined) return undefined
  const start = seasonStart(today(slots), month, -1)
  const to = addDays(start.add({ months: SEASON_MONTHS }).toString(), -1)
  return { from: start.toString(), to: [to, today(slots)].sort()[0] ?? to }
}
/** "к лету", "by summer": the day the coming season begins. */
export const nextSeason = (slots: Slots): string | undefined => {
  const month = seasonIn(slots)
  return month === undefined ? undefined : seasonStart(today(slots), month, 1).toString()
}
