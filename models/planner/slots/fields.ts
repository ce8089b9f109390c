import { Temporal } from 'temporal-polyfill'
import { minorDigits } from '../../../core/money.ts'
import { addDays, localDateOf } from '../../../core/time.ts'
import { clauseOf, type MentionOf } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { LISTS } from '../tagger/gold.ts'
import type { Property } from '../types.ts'
import { tidy, words } from '../words.ts'
import { inMinutes, nextTime, periodOf, restOfPeriod, rfc, today } from './moment.ts'
import { lastSeason, monthsIn, rollingFrom } from './spans.ts'
import { left, type Slots, set, unused, use, wasSaid } from './state.ts'

// Fields of tools nobody wrote words for: which mention fills which was learnt from phrases, the schema says in what form.

const POUND_KG = 0.453_592_37
const DAY_MINUTES = 1_440
const MONTH_DAYS = 30
/** A day of which no hour was said, as an instant. */
const NOON = '12:00'

/** What has been done, felt or measured lies behind. */
export const isLog = (tool: string): boolean =>
  /_(?:log|complete|mark|use|report|heal|contribute)_|_add_(?:condition|medication|allergy)$/u.test(tool)

const rounded = (value: number): number => Number(value.toFixed(2))

/** Sums are in minor units; the amount of a habit is no sum. */
const isMoneyIn = ({ tool }: Slots, field: string): boolean =>
  (field === 'limit' ? tool.required.has(field) : /^(?:amount|target|balance|saved|cost)$/u.test(field)) &&
  (tool.properties['currency'] !== undefined || tool.name.startsWith('finance_'))

const numberFor = (slots: Slots, field: string, mention: Mention): number | undefined => {
  const isMoney = isMoneyIn(slots, field)
  switch (mention.kind) {
    case 'money':
      if (isMoney) return mention.amount
      // "100 pounds" is money unless something is weighed.
      return /Kg$/u.test(field) && mention.currency === 'GBP' ? rounded((mention.amount / 100) * POUND_KG) : undefined
    case 'number':
      return isMoney ? Math.round(mention.value * 10 ** minorDigits(slots.context.currency)) : mention.value
    case 'percent':
      return mention.value
    case 'measure':
      if (/Meters$/u.test(field)) return mention.of === 'length' ? rounded(mention.base) : undefined
      if (/Kg$/u.test(field)) return mention.of === 'mass' ? rounded(mention.base) : undefined
      if (/Grams$/u.test(field)) return mention.of === 'mass' ? Math.round(mention.base * 1000) : undefined
      return mention.value
    case 'duration':
      if (/[Ss]econds$/u.test(field)) return mention.minutes * 60
      if (/[Dd]ays/u.test(field)) return Math.round(mention.minutes / DAY_MINUTES)
      if (/[Mm]onths$/u.test(field)) return Math.round(mention.minutes / DAY_MINUTES / MONTH_DAYS)
      return /[Mm]inutes$/u.test(field) ? mention.minutes : undefined
    default:
      return undefined
  }
}

/** The last time the clock showed this. */
const lastTime = (slots: Slots, time: string): string => {
  const at = rfc(slots, today(slots), time)
  return new Date(at) <= slots.context.now ? at : rfc(slots, addDays(today(slots), -1), time)
}

const HALF_DAY_MARKED = /вечера|дня|ночи|днем|вечером|pm(?!\p{L})|p\.m|evening|afternoon|night/u
/** "в 5:40" that was taken for the evening, when that has not come yet: the hour the dial shows. */
const onDial = (slots: Slots, time: string, mention: Mention): string => {
  const hour = Number(time.slice(0, 2)) - 12
  const said = wasSaid(slots, mention)
  const morning = `${String(hour).padStart(2, '0')}${time.slice(2)}`
  const shown = hour > 0 && new RegExp(`(?<!\\d)0?${hour}(?!\\d)`).test(said) && !HALF_DAY_MARKED.test(said)
  const over = (clock: string): boolean => new Date(rfc(slots, today(slots), clock)) <= slots.context.now
  return shown && !over(time) && over(morning) ? morning : time
}
/** What is corrected has been, like what is recorded. */
const isBehind = (tool: string): boolean => isLog(tool) || /^(?:health|workouts)_update_(?:entry|workout)$/u.test(tool)
const instantOf = (slots: Slots, mention: MentionOf<'instant'>): string => {
  const date = localDateOf(new Date(mention.at), slots.context.timeZone)
  if (!isBehind(slots.tool.name) || date !== today(slots)) return mention.at
  const time = mention.at.slice(11, 16)
  const dial = onDial(slots, time, mention)
  return dial === time ? mention.at : rfc(slots, date, dial)
}

/** Fields that lie ahead or behind whatever else the sentence is about: "прививка сделана, следующая 2 апреля". */
const AHEAD = /^(?:nextDueOn|expiresOn|warrantyUntil|by)$/u
const BEHIND = /^(?:boughtOn|since|birthDate|paidOn|healedOn)$/u
/** The same words read as a day to come, or one that has been. */
const inItsTense = (slots: Slots, field: string, mention: Mention): Mention => {
  if (mention.kind !== 'date' || !(AHEAD.test(field) || BEHIND.test(field))) return mention
  const { text, lang } = slots.clause
  const { mentions } = clauseOf(text, lang, slots.context, AHEAD.test(field) ? 'future' : 'past')
  return mentions.find(({ kind, start }) => kind === 'date' && start === mention.start) ?? mention
}

const textFor = (slots: Slots, property: Property, mention: Mention): string | undefined => {
  const { timeZone } = slots.context
  const isInstant = property.format === 'date-time'
  switch (mention.kind) {
    case 'instant':
      return isInstant ? instantOf(slots, mention) : localDateOf(new Date(mention.at), timeZone)
    case 'date':
      return isInstant ? rfc(slots, mention.date, NOON) : mention.date
    case 'delay':
      return isInstant
        ? inMinutes(slots, mention.minutes)
        : localDateOf(new Date(inMinutes(slots, mention.minutes)), timeZone)
    case 'time':
      // "Утром" says when it was said to be, not the hour.
      if (isInstant && !mention.exact && isLog(slots.tool.name)) return undefined
      if (!isInstant) return property.format === 'date' ? today(slots) : mention.time
      return isBehind(slots.tool.name)
        ? lastTime(slots, onDial(slots, mention.time, mention))
        : nextTime(slots, mention)
    case 'range':
      return isInstant ? rfc(slots, mention.from, '00:00') : mention.from
    case 'rrule':
      return mention.rrule
    default:
      return undefined
  }
}

/** "с 23 до 7": the window that ended last, or that comes next. */
const setWindow = (slots: Slots, { from, to }: { from: string; to: string }): boolean => {
  if (slots.tool.properties['start']?.format !== 'date-time' || slots.args['start'] !== undefined) return false
  const end = isLog(slots.tool.name)
    ? lastTime(slots, to)
    : rfc(slots, to > from ? today(slots) : addDays(today(slots), 1), to)
  const day = localDateOf(new Date(end), slots.context.timeZone)
  set(slots, 'start', rfc(slots, from > to ? addDays(day, -1) : day, from))
  return set(slots, 'end', end)
}

const setRange = (slots: Slots, field: string, { from, to }: { from: string; to: string }): boolean => {
  const { properties } = slots.tool
  if ((field !== 'from' && field !== 'to') || !properties['from']) return false
  const isInstant = properties['from'].format === 'date-time'
  set(slots, 'from', isInstant ? rfc(slots, from, '00:00') : from)
  return set(slots, 'to', isInstant ? rfc(slots, addDays(to, 1), '00:00') : to)
}

const UNIT_CODES: readonly (readonly [string, RegExp])[] = [
  ['kWh', /^(?:квт|киловатт|kwh)/iu],
  ['m3', /^(?:куб|м3|м³|m3|cubic)/iu],
  ['Gcal', /^(?:гкал|гигакал|gcal)/iu],
  ['MWh', /^(?:мвт|mwh)/iu],
  ['GJ', /^(?:гдж|gj)/iu],
]
/** A unit as said, or as one of the codes that the field takes. */
const unitFor = (property: Property | undefined, said: string): string | undefined =>
  property?.enum === undefined
    ? said
    : UNIT_CODES.find(([code, pattern]) => property.enum?.includes(code) && pattern.test(said))?.[0]

/** The unit of a meter, wherever it stands. */
export const meterUnit = (property: Property | undefined, plain: string): string | undefined =>
  UNIT_CODES.find(
    ([code, pattern]) =>
      property?.enum?.includes(code) && new RegExp(`(?<!\\p{L})(?:${pattern.source.slice(1)})`, 'u').test(plain),
  )?.[0]

const DAY_MS = 86_400_000
const daysFrom = (slots: Slots, date: string): number =>
  Math.round((Date.parse(date) - Date.parse(today(slots))) / DAY_MS)
/** "за 4 дня", "ближайшие 5 дней" are so many days; "на этой неделе" ends on its last. */
const daysOfRange = (slots: Slots, { from, to, start, end }: MentionOf<'range'>): number => {
  const counted = /\d|ближайш|следующ|next|coming/u.test(slots.clause.plain.slice(start, end))
  if (to === today(slots) && from < to) return 1 - daysFrom(slots, from)
  return daysFrom(slots, to) + (counted && from <= today(slots) ? 1 : 0)
}
/** "через неделю", "до пятницы", "на 30 дней", "к концу апреля": how many days ahead that is. */
const daysUntil = (slots: Slots, mention: Mention): number | undefined => {
  const days =
    mention.kind === 'duration' || mention.kind === 'delay'
      ? Math.round(mention.minutes / DAY_MINUTES)
      : mention.kind === 'date'
        ? daysFrom(slots, mention.date)
        : mention.kind === 'range'
          ? daysOfRange(slots, mention)
          : mention.kind === 'instant'
            ? daysFrom(slots, localDateOf(new Date(mention.at), slots.context.timeZone))
            : undefined
  return days !== undefined && days >= 0 ? days : undefined
}

const WEEK_DAYS = 7
const YEAR_DAYS = 365
const daysOfMonths = (months: number): number => (months % 12 === 0 ? (months / 12) * YEAR_DAYS : months * MONTH_DAYS)
/** "на неделю", "in a month": a whole one from now, whatever the calendar says. */
const WHOLE_UNIT =
  /(?<!\p{L})(?:на|через|за|в течение|in an?|for an?|for the|next|within an?|over the next|through the) (?:ближайш\p{L}+ |следующ\p{L}+ )?(недел[юи]|месяца?|года?|квартала?|полгода|week|month|year|quarter)(?!\p{L})/u
const AHEAD_OF_NOW = words(
  'на|через|ближайш\\p{L}+|следующ\\p{L}+|вперед|впер[её]д|in|for|next|within|over|ahead|\\d+[- ](?:month|year)',
)
const IN_MONTHS_AHEAD = /(?:месяц\p{L}*|months?)$/u
const CALENDAR_MONTH_DAYS = 30.4
/** "через два месяца" is twice thirty days. */
const daysInMonths = (slots: Slots): number | undefined => {
  const [length] = left(slots, 'delay', 'duration')
  return length && IN_MONTHS_AHEAD.test(wasSaid(slots, length))
    ? Math.round(length.minutes / DAY_MINUTES / CALENDAR_MONTH_DAYS) * MONTH_DAYS
    : undefined
}
const WEEK_END =
  /(?<!\p{L})(?:к концу|конца?|до конца|by the end of|end of) (?:этой |текущей |the |this )?(следующей |next )?(?:недели|week)(?!\p{L})/u
/** "к концу недели" is its Sunday. */
const daysToWeekEnd = (slots: Slots): number | undefined => {
  const found = WEEK_END.exec(slots.clause.plain)
  if (!found) return undefined
  const { dayOfWeek } = Temporal.PlainDate.from(today(slots))
  return WEEK_DAYS - dayOfWeek + (found[1] === undefined ? 0 : WEEK_DAYS)
}

/** How far ahead is asked about, whatever the words for it. */
export const takeDaysAhead = (slots: Slots, field = 'days'): void => {
  const { plain } = slots.clause
  const rest = restOfPeriod(slots)
  if (rest) {
    use(slots, ...rest.mentions)
    set(slots, field, daysFrom(slots, rest.to))
  }
  const [, unit = ''] = WHOLE_UNIT.exec(plain) ?? []
  const months = /^(?:нед|week)/u.test(unit) ? undefined : AHEAD_OF_NOW.test(plain) ? monthsIn(slots) : undefined
  const counted =
    months !== undefined
      ? daysOfMonths(months.months)
      : /^мес|^month/u.test(unit)
        ? MONTH_DAYS
        : unit === ''
          ? (daysInMonths(slots) ?? daysToWeekEnd(slots))
          : WEEK_DAYS
  if (counted !== undefined && set(slots, field, counted))
    use(slots, ...(months?.mentions ?? []), ...left(slots, 'duration', 'delay', 'range', 'date'))
  const [length] = left(slots, 'duration', 'delay')
  const when = length ?? left(slots, 'date', 'range', 'instant')[0]
  if (when && give(slots, field, when)) use(slots, when)
}

/** The days something behind is asked about: none after today. */
export const takeDaysBehind = (slots: Slots): void => {
  const { properties } = slots.tool
  const rolling = rollingFrom(slots)
  if (rolling !== undefined && properties['from']) {
    use(slots, ...left(slots, 'range', 'duration'))
    set(slots, 'from', rolling)
    set(slots, 'to', today(slots))
    return
  }
  const [length] = left(slots, 'duration')
  const days = countedBack(slots.clause.plain) ?? (length && Math.round(length.minutes / DAY_MINUTES))
  if (days !== undefined && days > 0 && properties['from']) {
    use(slots, ...left(slots, 'duration', 'range'))
    set(slots, 'from', addDays(today(slots), 1 - days))
    set(slots, 'to', today(slots))
    return
  }
  const period = periodOf(slots)
  const season = period ? undefined : lastSeason(slots)
  if (season && properties['from']) {
    set(slots, 'from', season.from)
    set(slots, 'to', season.to)
  }
  if (!period) return
  use(slots, ...period.mentions)
  if (properties['from']) {
    const since = SINCE.test(slots.clause.plain) && period.from === period.to
    const inMonths =
      period.to === today(slots) && period.mentions.some((mention) => IN_MONTHS.test(wasSaid(slots, mention)))
    set(slots, 'from', inMonths ? addDays(period.from, -1) : period.from)
    // What is odd is looked for in the whole of a period.
    const isWhole = slots.tool.name === 'finance_find_anomalies'
    if (!(isWhole && since))
      set(
        slots,
        'to',
        !isWhole && (since || (period.to > today(slots) && period.from <= today(slots))) ? today(slots) : period.to,
      )
  } else set(slots, 'date', period.from)
}
/** "За последние три месяца": from the same day of the month. */
const IN_MONTHS =
  /(?<!\p{L})(?:последн\p{L}+|last|past) (?:\p{L}+ |\d+ )?(?:месяц\p{L}*|months?|years?|лет|года)(?!\p{L})/u
const SINCE = words('с|со|начиная с|since|from (?=\\p{L}+ (?:\\d+ )?on(?!\\p{L}))|starting')
const WEEKS_BACK =
  /(?<!\p{L})(\d+|две|три|четыре|два|пять|шесть) последни[ехй]\p{L}* (недел\p{L}+|дн\p{L}+|месяц\p{L}+)/u
const COUNT_BACK: Readonly<Record<string, number>> = { два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6 }
/** "за три последние недели": the figure may come first. */
const countedBack = (plain: string): number | undefined => {
  const [, count = '', unit = ''] = WEEKS_BACK.exec(plain) ?? []
  if (count === '') return undefined
  const days = unit.startsWith('нед') ? WEEK_DAYS : unit.startsWith('мес') ? MONTH_DAYS : 1
  return (COUNT_BACK[count] ?? Number(count)) * days
}

/** Gives one mention to one field, in the form the field has. */
export const give = (slots: Slots, field: string, mention: Mention): boolean => {
  const property = slots.tool.properties[field]
  if (!property) return false
  if (mention.kind === 'window' && setWindow(slots, mention)) return true
  if (mention.kind === 'range' && setRange(slots, field, mention)) return true
  if (mention.kind === 'date' && field === 'from' && slots.tool.properties['to'])
    return setRange(slots, 'from', { from: mention.date, to: mention.date })
  if (mention.kind === 'pair') return set(slots, field, { systolic: mention.first, diastolic: mention.second })
  if (/^(?:days|warrantyWithinDays)$/u.test(field) && mention.kind !== 'number')
    return set(slots, field, daysUntil(slots, mention))
  const isNumber = property.type === 'number' || property.type === 'integer' || property.type === undefined
  const value =
    isNumber && property.format === undefined
      ? numberFor(slots, field, mention)
      : textFor(slots, property, inItsTense(slots, field, mention))
  if (value === undefined || !set(slots, field, value)) return false
  if (mention.kind === 'money' && mention.currency) set(slots, 'currency', mention.currency)
  if (mention.kind === 'percent' && field === 'value')
    set(
      slots,
      'unit',
      /[%\p{L}]+/u.exec(
        slots.clause.text
          .slice(mention.start, mention.end)
          .replace(/^\P{L}*\d+[.,]?\d*/u, '')
          .split(/\s+/u)
          .at(-1) ?? '',
      )?.[0],
    )
  // Steps are steps: "8000 шагов" needs no unit.
  const isCounted = mention.kind === 'measure' && !(mention.of === 'steps' && field === 'value')
  if (isCounted && /^(?:value|quantity|amount|target)$/u.test(field))
    set(slots, 'unit', unitFor(slots.tool.properties['unit'], mention.unit))
  return true
}

const SEPARATOR =
  /\s*(?:,|;|\+|&|(?<!\p{L})(?:и ещ[её]|а также|вместе с|и|с|со|плюс|после|потом|затем|and|with|plus|then|after|or|или|либо)(?!\p{L}))\s*/giu
/** "is lysol safe with bleach": what is asked of a name is no part of it. */
const NO_NAME = /\s+(?:safe|fine|ok(?:ay)?|react|dangerous|mix|безопасно|можно|опасно)$/iu
/** "белизну и уксус" as the names in it. */
export const namesIn = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((name) => tidy(name.replace(NO_NAME, '')))
    .filter((name) => name !== '')

/** Where a record of what was done keeps its day. */
const DAY_DONE = ['at', 'start', 'on', 'date', 'paidOn', 'healedOn', 'since']
/** A day that was named and lies behind is the day it was done. */
const takeDayDone = (slots: Slots): void => {
  const field = isLog(slots.tool.name) ? DAY_DONE.find((name) => slots.tool.properties[name]) : undefined
  const day = left(slots, 'date').find(({ date }) => date < today(slots))
  if (field !== undefined && day && slots.args[field] === undefined && give(slots, field, day)) use(slots, day)
}

/** What was learnt of every mention, then lists of names. */
export const fillLearnt = (slots: Slots): void => {
  for (const mention of unused(slots)) {
    const field = slots.fields.get(mention)
    if (field !== undefined && slots.args[field] === undefined && give(slots, field, mention)) use(slots, mention)
  }
  takeDayDone(slots)
  for (const field of LISTS) {
    const said = slots.args[field]
    if (typeof said === 'string') slots.args[field] = namesIn(said)
  }
}
