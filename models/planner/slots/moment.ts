import { Temporal } from 'temporal-polyfill'
import { addDays, instantAt, localDateOf, toRfc3339, zoned } from '../../../core/time.ts'
import type { MentionOf } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { words } from '../words.ts'
import { left, type Slots, use } from './state.ts'

/** A task or reminder that names a day and no time. */
export const MORNING = '09:00'

export const rfc = (slots: Slots, date: string, time: string): string =>
  toRfc3339(instantAt(date, time, slots.context.timeZone), slots.context.timeZone)

export const today = (slots: Slots): string => localDateOf(slots.context.now, slots.context.timeZone)

export const inMinutes = (slots: Slots, minutes: number): string =>
  toRfc3339(new Date(slots.context.now.getTime() + minutes * 60_000), slots.context.timeZone)

const AS_CLOCK = /[:.]\d\d|утра|утром|ночи|am(?!\p{L})|a\.m|morning/u

/** The next time the clock shows this; a bare hour that has passed today means the afternoon. */
export const nextTime = (slots: Slots, mention: MentionOf<'time'>): string => {
  const { time } = mention
  const day = today(slots)
  const { now, timeZone } = slots.context
  if (instantAt(day, time, timeZone) > now) return rfc(slots, day, time)
  const hour = Number(time.slice(0, 2))
  const said = slots.clause.plain.slice(mention.start, mention.end)
  if (hour < 12 && mention.exact && !AS_CLOCK.test(said)) {
    const later = `${String(hour + 12).padStart(2, '0')}${time.slice(2)}`
    if (instantAt(day, later, timeZone) > now) return rfc(slots, day, later)
  }
  return rfc(slots, addDays(day, 1), time)
}

export interface Moment {
  at: string
  /** False when only a day was said and the hour is ours. */
  timed: boolean
  date: string
  mentions: Mention[]
}

/** The one moment a clause speaks of: an instant, a day and a time apart, a time, a delay, or a day alone. */
export const momentOf = (slots: Slots, dayTime: string = MORNING): Moment | undefined => {
  const [instant] = left(slots, 'instant')
  const localDate = (at: string): string => zoned(new Date(at), slots.context.timeZone).toPlainDate().toString()
  const made = (at: string, timed: boolean, ...mentions: Mention[]): Moment => ({
    at,
    timed,
    date: localDate(at),
    mentions,
  })
  if (instant) return made(instant.at, true, instant)
  const [delay] = left(slots, 'delay')
  if (delay) return made(inMinutes(slots, delay.minutes), true, delay)
  const [time] = left(slots, 'time')
  const [date] = left(slots, 'date')
  if (date && time) return made(rfc(slots, date.date, time.time), true, date, time)
  if (time) return made(nextTime(slots, time), true, time)
  if (date) return made(rfc(slots, date.date, dayTime), false, date)
  return undefined
}

export const takeMoment = (slots: Slots, dayTime?: string): Moment | undefined => {
  const moment = momentOf(slots, dayTime)
  if (moment) use(slots, ...moment.mentions)
  return moment
}

/** Local dates, both inclusive. */
export interface Period {
  from: string
  to: string
  mentions: Mention[]
}

/** "до конца недели", "the rest of this month": from today to its end. */
const REST_OF =
  /(?<!\p{L})(?:(?:до|по) конца?|остаток|остатке|остатком|(?:until|till|to|through|by) the end of(?: the| this)?|(?:the )?rest of(?: the| this)?|(?:what.s )?(?:left|remaining|remains?)(?: \p{L}+){0,3}? this)\s+(?:этой |этого |текущ\p{L}+ )?(дня|недели|месяца|года|day|week|month|year)(?!\p{L})/u
export const restOfPeriod = (slots: Slots, clause = slots.clause): Period | undefined => {
  const found = REST_OF.exec(clause.plain)
  if (!found) return undefined
  const from = today(slots)
  const mentions = clause.mentions.filter(
    ({ start, end }) => start < found.index + found[0].length && end > found.index,
  )
  return { from, to: endOf(from, found[1] ?? ''), mentions }
}
const endOf = (date: string, unit: string): string => {
  const day = Temporal.PlainDate.from(date)
  if (/^(?:нед|week)/u.test(unit)) return day.add({ days: 7 - day.dayOfWeek }).toString()
  if (/^(?:мес|month)/u.test(unit)) return day.with({ day: day.daysInMonth }).toString()
  return /^(?:год|year)/u.test(unit) ? day.with({ month: 12, day: 31 }).toString() : date
}

/** The days a clause speaks of; a single day is a period of one. */
export const periodOf = (slots: Slots): Period | undefined => {
  const rest = restOfPeriod(slots)
  if (rest) return rest
  if (YEAR_TO_DATE.test(slots.clause.plain))
    return { from: `${today(slots).slice(0, 4)}-01-01`, to: today(slots), mentions: left(slots, 'range') }
  const [range, other] = left(slots, 'range')
  if (range && other && other.to > range.to && other.from > range.from)
    return { from: range.from, to: other.to, mentions: [range, other] }
  if (range) return { from: range.from, to: range.to, mentions: [range] }
  const dates = left(slots, 'date')
  const [first, second] = dates
  if (first && second && second.date > first.date)
    return { from: first.date, to: second.date, mentions: [first, second] }
  if (first) return { from: first.date, to: first.date, mentions: [first] }
  const [instant] = left(slots, 'instant')
  if (instant) {
    const date = localDateOf(new Date(instant.at), slots.context.timeZone)
    return { from: date, to: date, mentions: [instant] }
  }
  return bareMonth(slots)
}

const MONTHS =
  'январ[ьяе]|january,феврал[ьяе]|february,марта?е?|march,апрел[ьяе]|april,ма[йяе],июн[ьяе]|june,июл[ьяе]|july,августа?е?|august,сентябр[ьяе]|september,октябр[ьяе]|october,ноябр[ьяе]|november,декабр[ьяе]|december'
    .split(',')
    .map((names) => words(names))
const ASKS = /_(?:list|get|summarise|find)_/u
const LIES_AHEAD = /^(?:calendar|reminders|tasks)_/u
/** "итоги января", "march repairs": a month without a preposition, the last one or the next. */
const bareMonth = (slots: Slots): Period | undefined => {
  const month = MONTHS.findIndex((names) => names.test(slots.clause.plain)) + 1
  if (month === 0 || !ASKS.test(slots.tool.name)) return undefined
  const now = Temporal.PlainDate.from(today(slots))
  const ahead = LIES_AHEAD.test(slots.tool.name)
  const years = ahead ? Number(month < now.month) : -Number(month > now.month)
  const first = now.with({ month, day: 1 }).add({ years })
  return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString(), mentions: [] }
}

const YEAR_TO_DATE = words('с начала (?:этого )?года', 'year to date|ytd|(?:the |this )?year so far')

export const monthStart = (date: string): string => `${date.slice(0, 7)}-01`

/** "no, at 8" of something in the evening stays in the evening. */
export const clockNear = (clock: string | undefined, said: string, current: string | undefined): string | undefined => {
  const hour = Number(clock?.slice(0, 2))
  if (clock === undefined || current === undefined || hour >= 12 || /утра|am(?!\p{L})|:\d\d|morning/u.test(said))
    return clock
  return Number(current.slice(11, 13)) >= 12 ? `${hour + 12}${clock.slice(2)}` : clock
}

/** "до пятницы", "till sunday": no day of its own but the last of those from today on. */
const UNTIL_DAY = /(?:^|\s)(?:до|until|till|til|through)\s*$/u
const OPENS_UNTIL = /^(?:до|until|till|til|through)\s/u
export const isUntil = (slots: Slots, { from, to, mentions }: Period): boolean => {
  const [mention] = mentions
  if (!mention || mentions.length > 1 || from !== to || from <= today(slots)) return false
  const { plain } = slots.clause
  return OPENS_UNTIL.test(plain.slice(mention.start)) || UNTIL_DAY.test(plain.slice(0, mention.start))
}
