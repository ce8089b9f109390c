import { addDays, localDateOf, zoned } from '../../../core/time.ts'
import { capitalised, words } from '../words.ts'
import { isUntil, MORNING, momentOf, periodOf, rfc, takeMoment, today } from './moment.ts'
import { sumsOf } from './money.ts'
import { chanceOf, left, restFor, type Slots, set, use, wasSaid } from './state.ts'
import { LIST_STRIP, STRIP } from './strips.ts'
import { nominative } from './tagged.ts'

const COST = words('стоит|стоимость|цена|билет\\p{L}* (?:по|за)|costs?|price|за вход|бюджет')
const LOCATION = /(?<!\p{L})(?:место|адрес|где|location|venue)\s*[:—-]?\s+(.+)$/iu

/** The first time of a repeated plan: the next day of the rule at its hour. */
export const firstOf = (slots: Slots, rrule: string, time: string): string => {
  const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const days = /BYDAY=([^;]+)/.exec(rrule)?.[1]?.split(',') ?? []
  const monthDay = Number(/BYMONTHDAY=(\d+)/.exec(rrule)?.[1] ?? 0)
  const month = Number(/BYMONTH=(\d+)/.exec(rrule)?.[1] ?? 0)
  const day = today(slots)
  for (let ahead = 0; ahead < (month === 0 ? 62 : 366); ahead++) {
    const date = addDays(day, ahead)
    const weekday = names[zoned(new Date(rfc(slots, date, '12:00')), slots.context.timeZone).dayOfWeek - 1] ?? ''
    const fits =
      (days.length === 0 || days.some((name) => name.endsWith(weekday))) &&
      (monthDay === 0 || Number(date.slice(8)) === monthDay) &&
      (month === 0 || Number(date.slice(5, 7)) === month)
    if (fits && new Date(rfc(slots, date, time)) > slots.context.now) return rfc(slots, date, time)
  }
  return rfc(slots, addDays(day, 1), time)
}

/** A repeated plan: its rule and first time. */
const takeRule = (slots: Slots, startField: string): boolean => {
  const [rule] = left(slots, 'rrule')
  if (!rule || !slots.tool.properties['rrule']) return false
  use(slots, rule)
  const [time] = left(slots, 'time', 'instant')
  const [window] = left(slots, 'window')
  const [date] = left(slots, 'date')
  const [delay] = left(slots, 'delay')
  const clock =
    rule.time ?? window?.from ?? (time?.kind === 'time' ? time.time : time ? clockOf(slots, time.at) : MORNING)
  if (time) use(slots, time)
  set(slots, 'rrule', yearly(rule.rrule))
  const isDay = startField === 'start' && date && !time && !window && rule.time === null
  if (isDay && /FREQ=YEARLY/.test(rule.rrule)) {
    use(slots, date)
    set(slots, startField, date.date)
    set(slots, 'allDay', true)
  } else if (date) {
    use(slots, date)
    set(slots, startField, rfc(slots, date.date, clock))
  } else if (/HOURLY|MINUTELY/.test(rule.rrule) && !time && !rule.time) {
    if (delay) use(slots, delay)
  } else set(slots, startField, firstOf(slots, rule.rrule, clock))
  return true
}

/** The day of the year is in the beginning. */
const yearly = (rrule: string): string => rrule.replace(/^(FREQ=YEARLY(?:;INTERVAL=\d+)?);BYMONTH=.*$/u, '$1')

const clockOf = (slots: Slots, at: string): string =>
  zoned(new Date(at), slots.context.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })

/** "с трёх до пяти" with the day it belongs to. */
const takeWindow = (slots: Slots): boolean => {
  const [window] = left(slots, 'window')
  if (!window) return false
  const [day] = left(slots, 'date', 'instant')
  use(slots, window)
  if (day) use(slots, day)
  const date =
    day?.kind === 'date' ? day.date : day ? localDateOf(new Date(day.at), slots.context.timeZone) : today(slots)
  set(slots, 'start', rfc(slots, date, window.from))
  set(slots, 'end', rfc(slots, window.to > window.from ? date : addDays(date, 1), window.to))
  return true
}

export const takeDuration = (slots: Slots): void => {
  const [duration] = left(slots, 'duration')
  if (duration && set(slots, 'durationMinutes', duration.minutes)) use(slots, duration)
}

/** What an event costs; in the person's own currency unless another is said. */
export const takeCost = (slots: Slots, said: boolean): void => {
  if (!slots.tool.properties['cost'] || !(said || chanceOf(slots, 'cost') > 0.5)) return
  const [sum] = sumsOf(slots)
  if (!sum) return
  use(slots, sum.mention)
  set(slots, 'cost', { amount: sum.amount, ...(sum.currency === null ? {} : { currency: sum.currency }) })
}

/** "tuesday 11 20", "суббота 10": an hour that stands right after its day. */
const HOUR_AFTER =
  /^,?\s+(\d{1,2})(?:[ .:](\d\d))?(?=\s*(?:$|[,;.]|\p{L}))(?!\s*(?:мин|час|дн|чел|руб|min|hour|hr|day|people|-?(?:st|nd|rd|th)|[a-z]*ill))/u
const bareHour = (slots: Slots): string | undefined => {
  const [date] = left(slots, 'date')
  const found = date && HOUR_AFTER.exec(slots.clause.plain.slice(date.end))
  const [hour = 24, minute = 0] = [found?.[1], found?.[2] ?? 0].map(Number)
  if (!found || hour < 7 || hour > 22 || minute > 59) return undefined
  const end = date.end + found[0].length
  use(slots, ...slots.clause.mentions.filter(({ start, end: to }) => start >= date.end && to <= end))
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export const fillEvent = (slots: Slots): void => {
  const { plain } = slots.clause
  const [money] = left(slots, 'money')
  takeCost(slots, money !== undefined && COST.test(plain))
  const ruled = takeRule(slots, 'start')
  if (ruled && slots.args['start']) {
    const [window] = left(slots, 'window')
    if (window) {
      use(slots, window)
      set(
        slots,
        'end',
        `${String(slots.args['start']).slice(0, 11)}${window.to}${String(slots.args['start']).slice(16)}`,
      )
    }
  } else if (!takeWindow(slots)) {
    const moment = momentOf(slots)
    const [range] = left(slots, 'range')
    const hour = moment && !moment.timed ? bareHour(slots) : undefined
    if (moment && hour !== undefined) {
      use(slots, ...moment.mentions)
      set(slots, 'start', rfc(slots, moment.date, hour))
    } else if (moment?.timed) {
      use(slots, ...moment.mentions)
      set(slots, 'start', moment.at)
    } else if (moment) {
      use(slots, ...moment.mentions)
      set(slots, 'start', moment.date)
      set(slots, 'allDay', true)
    } else if (range) {
      use(slots, range)
      set(slots, 'start', range.from)
      set(slots, 'end', range.to)
      set(slots, 'allDay', true)
    }
  }
  takeDuration(slots)
  const place = LOCATION.exec(slots.clause.text)
  if (place?.[1]) {
    slots.used.push({ kind: 'number', value: 0, start: place.index, end: slots.clause.text.length })
    set(slots, 'location', place[1].trim())
  }
  const title = restFor(slots, STRIP.event)
  if (title) set(slots, 'title', capitalised(slots.clause.lang === 'ru' ? nominative(title) : title))
}

const PRIORITY: readonly (readonly [number, RegExp])[] = [
  [
    1,
    words(
      'срочн\\p{L}*|(?:наи)?высш\\p{L}* приоритет\\p{L}*|приоритет(?:ом)? (?:1|один|высш\\p{L}*|высок\\p{L}*)|(?:сам\\p{L}+ )?высок\\p{L}+ приоритет\\p{L}*|(?:очень )?важн\\p{L}*|критичн\\p{L}*|p1|urgent(?:ly)?|(?:top|highest|high) priority|priority (?:1|one|high)|important|critical|asap',
    ),
  ],
  [2, words('приоритет(?:ом)? (?:2|два)|p2|priority (?:2|two)')],
  [
    3,
    words(
      'приоритет(?:ом)? (?:3|три|средн\\p{L}*)|средн\\p{L}+ приоритет\\p{L}*|p3|medium priority|priority (?:3|three|medium)|normal priority',
    ),
  ],
  [
    4,
    words(
      'не срочно|несрочн\\p{L}*|низк\\p{L}+ приоритет\\p{L}*|приоритет(?:ом)? (?:4|четыре|низк\\p{L}*)|не горит|p4|low priority|priority (?:4|four|low)|not urgent|no rush|whenever',
    ),
  ],
]
const ENERGY: readonly (readonly [string, RegExp])[] = [
  [
    'low',
    words(
      'легк(?:ая|ую|ое) задач\\p{L}|мало энергии|низк\\p{L}+ энерг\\p{L}+|энерги\\p{L}+ низк\\p{L}+|малоэнерг\\p{L}*|low[- ]energy|easy task',
    ),
  ],
  [
    'high',
    words(
      'тяжел(?:ая|ую|ое) задач\\p{L}|много энергии|высок\\p{L}+ энерг\\p{L}+|энерги\\p{L}+ высок\\p{L}+|high[- ]energy|hard task|deep work',
    ),
  ],
  ['medium', words('средн\\p{L}+ энерг\\p{L}+|энерги\\p{L}+ средн\\p{L}+|medium[- ]energy')],
]

/** Takes a word that fills an enumerated field out of the title. */
const takeWord = <V>(slots: Slots, field: string, table: readonly (readonly [V, RegExp])[]): void => {
  if (!slots.tool.properties[field]) return
  for (const [value, pattern] of [...table].reverse()) {
    const found = pattern.exec(slots.clause.plain)
    if (!found) continue
    if (set(slots, field, value))
      slots.used.push({ kind: 'number', value: 0, start: found.index, end: found.index + found[0].length })
    return
  }
}

const PROJECT =
  /(?<!\p{L})(?:проект|в проект|по проекту|для проекта|project|in project|under project|for project)\s*[:—-]?\s*[«"]?(\p{L}[\p{L}\p{N} -]{1,40}?)[»"]?(?=$|[,.;])/iu
export const takeProject = (slots: Slots): void => {
  const found = slots.tool.properties['project'] ? PROJECT.exec(slots.clause.text) : null
  if (!found?.[1]) return
  set(slots, 'project', found[1])
  slots.used.push({ kind: 'number', value: 0, start: found.index, end: found.index + found[0].length })
}

const PRIORITY_WORDS: readonly (readonly [number, RegExp])[] = [
  [1, words('перв\\p{L}+|один|единиц\\p{L}|максим\\p{L}*|высш\\p{L}+', 'first|one|maximum|highest')],
  [2, words('втор\\p{L}+|два|двойк\\p{L}', 'second|two')],
  [3, words('трет\\p{L}+|три|тройк\\p{L}', 'third|three')],
  [4, words('четверт\\p{L}+|четыре', 'fourth|four|minimum|lowest')],
]
const PRIORITY_NUMBER =
  /(?<!\p{L})(?:priority|приоритет\p{L}*)(?!\p{L})\D{0,60}?(?<![\p{N}.,:])([1-4])(?![\p{N}:.]\d|\p{N})|(?<![\p{N}.,:])([1-4])(?:st|nd|rd|th|-?[йияго]{1,3})?(?!\p{N})\s+(?:priority|приоритет\p{L}*)/u
/** "bring the priority of the quilt task down to 4". */
const takePriorityNumber = (slots: Slots): void => {
  const found = slots.tool.properties['priority'] ? PRIORITY_NUMBER.exec(slots.clause.plain) : null
  const digit = found?.[1] ?? found?.[2]
  if (!found || digit === undefined || !set(slots, 'priority', Number(digit))) return
  const at = found.index + found[0].lastIndexOf(digit)
  use(slots, ...slots.clause.mentions.filter((mention) => mention.start <= at && mention.end > at))
}
/** "до второго приоритета", "третий, а не первый": the last that is not denied. */
const takePriorityWord = (slots: Slots): void => {
  const { plain } = slots.clause
  if (chanceOf(slots, 'priority') <= 0.5 || !words('приоритет\\p{L}*', 'priority').test(plain)) return
  const allowed = plain.replace(/(?<!\p{L})(?:не|not)\s+\p{L}+/gu, ' ')
  set(slots, 'priority', PRIORITY_WORDS.find(([, pattern]) => pattern.test(allowed))?.[0])
}
export const takeImportance = (slots: Slots): void => {
  takePriorityNumber(slots)
  takeWord(slots, 'priority', PRIORITY)
  takePriorityWord(slots)
  takeWord(slots, 'energy', ENERGY)
}

export const fillTask = (slots: Slots): void => {
  takeImportance(slots)
  takeProject(slots)
  const timed =
    left(slots, 'time', 'instant', 'date').length > 0 || left(slots, 'rrule').some((rule) => rule.time !== null)
  if (takeRule(slots, 'dueAt')) {
    // A chore that repeats by itself has no hour unless one was said.
    if (!timed) delete slots.args['dueAt']
  } else {
    const moment = takeMoment(slots)
    if (moment && !moment.timed && chanceOf(slots, 'plannedOn') > 0.5) set(slots, 'plannedOn', moment.date)
    else if (moment) set(slots, 'dueAt', moment.at)
  }
  takeDuration(slots)
  const title = restFor(slots, STRIP.task)
  if (title) set(slots, 'title', capitalised(title))
}

const QUIET = words(
  'тих\\p{L}+ час\\p{L}*|ноч\\p{L}+|круглосуточно',
  'quiet hours?|nights?|round the clock|do not disturb|dnd',
)
const LEAVES_QUIET = words(
  'не (?:надо|нужно|звони|тревожь|беспокой|буди|присылай|шуми)|кроме|соблюда\\p{L}*|уважа\\p{L}*',
  'not|don.?t|never|except|respect|respects|stay silent|keep quiet|outside|skip',
)
/** "даже ночью", "also in quiet hours": whether a reminder may come when the person rests. */
export const takeQuiet = (slots: Slots): void => {
  const { plain } = slots.clause
  if (chanceOf(slots, 'overrideQuiet') <= 0.5 || !QUIET.test(plain)) return
  const ignores = words('no quiet hours|ignor\\p{L}*|игнорир\\p{L}*|не смотри|несмотря').test(plain)
  set(slots, 'overrideQuiet', ignores || !LEAVES_QUIET.test(plain))
}

export const fillReminder = (slots: Slots): void => {
  takeQuiet(slots)
  if (!takeRule(slots, 'startsAt')) {
    const moment = takeMoment(slots)
    if (moment) set(slots, 'at', moment.at)
  }
  const text = restFor(slots, STRIP.reminder)
  if (text) set(slots, 'text', text)
}

const dayStart = (slots: Slots, date: string): string => rfc(slots, date, '00:00')

/** A window of whole days as instants, the end exclusive. */
export const fillDays = (slots: Slots, byDefault: 'today' | 'none'): void => {
  const period = periodOf(slots)
  if (period) use(slots, ...period.mentions)
  if (!period && byDefault === 'none') return
  const from = period && !isUntil(slots, period) ? period.from : today(slots)
  const to = period?.to ?? today(slots)
  set(slots, 'from', dayStart(slots, from))
  set(slots, 'to', dayStart(slots, addDays(to, 1)))
}

const AN_HOUR = words('час|часик|часок', 'hour')
export const fillFreeSlots = (slots: Slots): void => {
  takeDuration(slots)
  if (chanceOf(slots, 'durationMinutes') > 0.5 && AN_HOUR.test(slots.clause.plain)) set(slots, 'durationMinutes', 60)
  const [window] = left(slots, 'window')
  if (window) {
    use(slots, window)
    set(slots, 'within', { start: window.from, end: window.to })
  }
  const part = left(slots, 'time', 'instant').find((mention) => !mention.exact)
  if (part && slots.args['within'] === undefined) {
    const within = PARTS.find(([pattern]) => pattern.test(wasSaid(slots, part)))?.[1]
    if (within) set(slots, 'within', within)
  }
  fillDays(slots, 'today')
}
const PARTS: readonly (readonly [RegExp, { start: string; end: string }])[] = [
  [/утр|morning/u, { start: '09:00', end: '12:00' }],
  [/после обеда|after lunch/u, { start: '14:00', end: '18:00' }],
  [/дн[её]м|afternoon/u, { start: '12:00', end: '18:00' }],
  [/вечер|evening|tonight/u, { start: '18:00', end: '22:00' }],
]

export const takeQuery = (slots: Slots, field = 'query'): void => {
  const rest = restFor(slots, LIST_STRIP)
  if (rest) set(slots, field, rest)
}
