import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { type Instant, zoned } from './time.ts'

/**
 * Recurrence as people mean it: by the wall clock of a zone. A rule is expanded on local times ("floating", computed as
 * if they were UTC) and each one is then placed in the zone, so 10:00 stays 10:00 over a DST change, a skipped time moves
 * forward by the gap and one that happens twice is the earlier (RFC 5545 §3.3.5). The library alone drops skipped times.
 */
export interface Series {
  /** Canonical rule as `readRule` returned it. */
  rule: string
  /** Wall clock of the first occurrence, `YYYY-MM-DDTHH:MM:SS`. */
  localStart: string
  timeZone: string
}
export interface Occurrence {
  /** The wall clock the rule gives: what identifies this occurrence (RECURRENCE-ID, RFC 5545 §3.8.4.4). */
  local: string
  at: Instant
}

/** Rules with more occurrences than this in a year are refused, unless the reader of the rule sets another limit. */
const MAX_PER_YEAR = 1_000
const DAY_MS = 86_400_000
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export const localTimeOf = (instant: Instant, timeZone: string): string =>
  zoned(instant, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** Places a wall clock in its zone. */
export const placeLocal = (local: string, timeZone: string): Instant =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds)

export const shiftLocal = (local: string, minutes: number): string =>
  Temporal.PlainDateTime.from(local)
    .add({ seconds: Math.round(minutes * 60) })
    .toString({ smallestUnit: 'second' })

const floating = (local: string): Date => new Date(`${local}Z`)
const unfloat = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19)

const partsOf = (rule: string): Map<string, string> =>
  new Map(
    rule.split(';').map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at), part.slice(at + 1)] as const
    }),
  )
const joinParts = (parts: Map<string, string>): string => [...parts].map(([key, value]) => `${key}=${value}`).join(';')

const numbers =
  (min: number, max: number, signed = false) =>
  (value: string) =>
    value.split(',').every((item) => {
      if (!/^[+-]?\d{1,4}$/.test(item) || (!signed && /^[+-]/.test(item))) return false
      const size = Math.abs(Number(item))
      return size >= min && size <= max
    })
const one = (min: number, max: number) => (value: string) =>
  !value.includes(',') && /^\d{1,5}$/.test(value) && Number(value) >= min && Number(value) <= max

/** RFC 5545 §3.3.10, the parts we accept and their ranges. */
const PARTS: Record<string, (value: string) => boolean> = {
  FREQ: (value) => /^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/.test(value),
  INTERVAL: one(1, 1_000),
  COUNT: one(1, 10_000),
  UNTIL: (value) => /^\d{8}(T\d{6}Z?)?$/.test(value),
  BYDAY: (value) =>
    value.split(',').every((item) => /^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)$/.test(item)),
  BYMONTHDAY: numbers(1, 31, true),
  BYMONTH: numbers(1, 12),
  BYHOUR: numbers(0, 23),
  BYMINUTE: numbers(0, 59),
  BYSECOND: numbers(0, 59),
  BYSETPOS: numbers(1, 366, true),
  BYWEEKNO: numbers(1, 53, true),
  BYYEARDAY: numbers(1, 366, true),
  WKST: (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value),
}

const untilInstant = (until: string, timeZone: string): Instant | null => {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(until) ?? []
  const local = `${year}-${month}-${day}T${hour ?? '23'}:${minute ?? '59'}:${second ?? '59'}`
  if (unfloatSafe(local) !== local) return null
  return placeLocal(local, utc === 'Z' ? 'UTC' : timeZone)
}
const unfloatSafe = (local: string): string | null => {
  const ms = floating(local).getTime()
  return Number.isNaN(ms) ? null : unfloat(ms)
}

const basic = (local: string): string => `${local.replace(/[-:]/g, '')}Z`

/** The library's rule on floating time. */
const expander = (series: Series, maxIterations = 20_000): RRuleTemporal => {
  const parts = partsOf(series.rule)
  const until = parts.get('UNTIL')
  if (until !== undefined) {
    const at = untilInstant(until, series.timeZone)
    if (at) parts.set('UNTIL', basic(localTimeOf(at, series.timeZone)))
  }
  return new RRuleTemporal({
    rruleString: joinParts(parts),
    dtstart: Temporal.PlainDateTime.from(series.localStart).toZonedDateTime('UTC'),
    cache: false,
    maxIterations,
  })
}

export type RuleProblem = 'syntax' | 'dense' | 'empty'

/**
 * Reads a rule a person or a program gave. The answer is canonical (upper case, no `RRULE:`, UNTIL in UTC) with the
 * first wall clock at or after `localStart` that fits it: "every Monday" begun on a Wednesday starts on Monday.
 */
export const readRule = (
  text: string,
  localStart: string,
  timeZone: string,
  maxPerYear = MAX_PER_YEAR,
): { rule: string; localStart: string } | { problem: RuleProblem } => {
  const canonical = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
  const pairs = canonical.split(';').map((part) => part.split('='))
  const keys = pairs.map(([key]) => key ?? '')
  if (canonical.length > 500 || new Set(keys).size !== keys.length) return { problem: 'syntax' }
  for (const [key = '', value = '', ...rest] of pairs) {
    const fits = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined
    if (rest.length > 0 || !fits?.(value)) return { problem: 'syntax' }
  }
  const parts = new Map(pairs.map(([key = '', value = '']) => [key, value]))
  const freq = parts.get('FREQ')
  if (freq === undefined || (parts.has('COUNT') && parts.has('UNTIL'))) return { problem: 'syntax' }
  if (/\d/.test(parts.get('BYDAY') ?? '') && freq !== 'MONTHLY' && freq !== 'YEARLY') return { problem: 'syntax' }
  if (parts.has('BYWEEKNO') && freq !== 'YEARLY') return { problem: 'syntax' }
  if (freq === 'MINUTELY' || freq === 'SECONDLY') return { problem: 'dense' }
  const until = parts.get('UNTIL')
  if (until !== undefined) {
    const at = untilInstant(until, timeZone)
    if (!at) return { problem: 'syntax' }
    parts.set('UNTIL', basic(at.toISOString().slice(0, 19)))
  }
  const rule = joinParts(parts)
  return firstOf({ rule, localStart, timeZone }, maxPerYear)
}

const firstOf = (
  series: Series,
  maxPerYear: number,
): { rule: string; localStart: string } | { problem: RuleProblem } => {
  const parts = partsOf(series.rule)
  const timesADay = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].map((key) => parts.get(key)?.split(',').length ?? 1)
  if (timesADay.reduce((product, size) => product * size, 1) > maxPerYear) return { problem: 'dense' }
  const start = floating(series.localStart)
  let first: number | undefined
  try {
    const rule = expander(series, 4_000)
    // A dense rule shows in its first week already, without a whole year being expanded.
    for (const days of [7, 60, 366]) {
      const found = rule.between(start, new Date(start.getTime() + days * DAY_MS), true)
      if (found.length > maxPerYear) return { problem: 'dense' }
      first ??= found[0]?.epochMilliseconds
    }
    first ??= rule.next(start, true)?.epochMilliseconds
  } catch (error) {
    // The library gives up after many periods without a date (30 February); anything else is a rule it cannot read.
    if (!(error instanceof Error)) throw error
    if (first === undefined) return { problem: /maximum/i.test(error.message) ? 'empty' : 'syntax' }
  }
  return first === undefined ? { problem: 'empty' } : { rule: series.rule, localStart: unfloat(first) }
}

const place = (series: Series, epochMs: number): Occurrence => {
  const local = unfloat(epochMs)
  return { local, at: placeLocal(local, series.timeZone) }
}

/** Occurrences starting in [from, to), in order. Cost follows the window, not the age of an unbounded series. */
export const occurrencesBetween = (series: Series, from: Instant, to: Instant): Occurrence[] => {
  const margin = 2 * DAY_MS
  const low = floating(localTimeOf(from, series.timeZone)).getTime() - margin
  const high = floating(localTimeOf(to, series.timeZone)).getTime() + margin
  const seen = new Set<number>()
  return expander(series)
    .between(new Date(low), new Date(high), true)
    .map((date) => place(series, date.epochMilliseconds))
    .filter(({ at }) => {
      const ms = at.getTime()
      if (ms < from.getTime() || ms >= to.getTime() || seen.has(ms)) return false
      seen.add(ms)
      return true
    })
}

/** The first occurrence strictly after `after` (or at it, when `inclusive`), null when the series is over. */
export const nextOccurrence = (series: Series, after: Instant, inclusive = false): Occurrence | null => {
  const rule = expander(series)
  let cursor = new Date(floating(localTimeOf(after, series.timeZone)).getTime() - DAY_MS)
  for (;;) {
    const date = rule.next(cursor, false)
    if (!date) return null
    const found = place(series, date.epochMilliseconds)
    if (found.at > after || (inclusive && found.at.getTime() === after.getTime())) return found
    cursor = new Date(date.epochMilliseconds)
  }
}

/** The last occurrence, or null when the rule has no end. */
export const lastOccurrence = (series: Series): Occurrence | null => {
  const parts = partsOf(series.rule)
  if (!parts.has('COUNT') && !parts.has('UNTIL')) return null
  const rule = expander(series)
  const until = parts.get('UNTIL')
  const end = until === undefined ? null : untilInstant(until, series.timeZone)
  const last = end
    ? rule.previous(new Date(floating(localTimeOf(end, series.timeZone)).getTime() + 1_000), true)
    : rule.all().at(-1)
  return last ? place(series, last.epochMilliseconds) : place(series, floating(series.localStart).getTime())
}

/** Cuts a rule at an occurrence: `before` ends just ahead of it, `after` begins with it; COUNT is shared out. */
export const splitRule = (series: Series, at: Occurrence): { before: string; after: string } => {
  const before = partsOf(series.rule)
  const after = partsOf(series.rule)
  const count = before.get('COUNT')
  if (count !== undefined) {
    const done = expander(series).between(
      floating(series.localStart),
      floating(shiftLocal(at.local, -1 / 60)),
      true,
    ).length
    before.set('COUNT', String(done))
    after.set('COUNT', String(Number(count) - done))
  } else {
    before.set('UNTIL', basic(new Date(at.at.getTime() - 1_000).toISOString().slice(0, 19)))
  }
  return { before: joinParts(before), after: joinParts(after) }
}

const weekdayAt = (local: string): number => Temporal.PlainDateTime.from(local).dayOfWeek - 1
const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from.slice(0, 10)).until(Temporal.PlainDate.from(to.slice(0, 10))).days
/** The rule after its series moved from one local day to another: "every Monday" moved to Tuesday is "every Tuesday". */
export const moveRule = (rule: string, from: string, to: string): string => {
  const parts = partsOf(rule)
  moveDays(parts, from, to)
  return joinParts(parts)
}

const TIME_PARTS = { BYHOUR: 11, BYMINUTE: 14, BYSECOND: 17 } as const

/**
 * A whole series moved by wall-clock minutes: days, a single time of day and the end of its rule move along.
 * Null when the rule names several times of day and the time changes: such a rule has to be given anew.
 */
export const moveSeries = (series: Series, minutes: number): Series | null => {
  const from = series.localStart
  const to = shiftLocal(from, minutes)
  const parts = partsOf(moveRule(series.rule, from, to))
  for (const [key, at] of Object.entries(TIME_PARTS)) {
    const value = parts.get(key)
    if (value === undefined || from.slice(11) === to.slice(11)) continue
    if (value.includes(',')) return null
    parts.set(key, String(Number(to.slice(at, at + 2))))
  }
  const until = untilInstant(parts.get('UNTIL') ?? '', series.timeZone)
  if (until) {
    const moved = placeLocal(shiftLocal(localTimeOf(until, series.timeZone), minutes), series.timeZone)
    parts.set('UNTIL', basic(moved.toISOString().slice(0, 19)))
  }
  return { ...series, rule: joinParts(parts), localStart: to }
}

const moveDays = (parts: Map<string, string>, from: string, to: string): void => {
  const days = daysBetween(from, to)
  if (days === 0) return
  const byDay = parts.get('BYDAY')
  if (byDay !== undefined) {
    const moved = byDay.split(',').map((item) => {
      const at = WEEKDAYS.indexOf(item.slice(-2) as Weekday)
      return WEEKDAYS[(((at + days) % 7) + 7) % 7]
    })
    parts.set('BYDAY', /\d/.test(byDay) ? ordinalOf(byDay, to) : moved.join(','))
  }
  if (parts.get('BYMONTHDAY') === String(Number(from.slice(8, 10))))
    parts.set('BYMONTHDAY', String(Number(to.slice(8, 10))))
  if (parts.get('BYMONTH') === String(Number(from.slice(5, 7)))) parts.set('BYMONTH', String(Number(to.slice(5, 7))))
}
/** "The third Wednesday" moved to the 27th is "the fourth Friday"; "the last" stays the last. */
const ordinalOf = (byDay: string, to: string): string => {
  const week = byDay.startsWith('-1') ? '-1' : String(Math.ceil(Number(to.slice(8, 10)) / 7))
  return `${week}${WEEKDAYS[weekdayAt(to)]}`
}

/** A rule in the few shapes that people have words for; everything else is `other`. */
export interface RuleShape {
  kind: 'hourly' | 'daily' | 'workdays' | 'weekends' | 'weekly' | 'monthly' | 'yearly' | 'other'
  interval: number
  /** Weekdays of a weekly rule, in order. */
  days: Weekday[]
}

export const shapeOf = (rule: string, localStart: string): RuleShape => {
  const parts = partsOf(rule)
  const interval = Number(parts.get('INTERVAL') ?? '1')
  const known = [...parts.keys()].every((key) =>
    ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST'].includes(key),
  )
  const byDay = parts.get('BYDAY')
  const given = byDay === undefined ? [] : WEEKDAYS.filter((day) => byDay.split(',').includes(day))
  const freq = parts.get('FREQ')
  const shape = (kind: RuleShape['kind'], days: Weekday[] = []): RuleShape => ({ kind, interval, days })
  if (!known) return shape('other')
  if (freq === 'HOURLY' && !byDay) return shape('hourly')
  if (freq === 'DAILY' && parts.size - (parts.has('INTERVAL') ? 1 : 0) <= 2 && !byDay) return shape('daily')
  if ((freq === 'WEEKLY' || freq === 'DAILY') && byDay !== undefined && interval === 1) {
    const set = given.join()
    if (set === 'MO,TU,WE,TH,FR') return shape('workdays')
    if (set === 'SA,SU') return shape('weekends')
    if (given.length === 7) return shape('daily')
  }
  if (freq === 'WEEKLY') {
    const start = WEEKDAYS[weekdayAt(localStart)]
    return shape('weekly', given.length > 0 ? given : start ? [start] : [])
  }
  if (freq === 'MONTHLY' && byDay === undefined && !parts.get('BYMONTHDAY')?.includes(',')) return shape('monthly')
  if (freq === 'YEARLY' && byDay === undefined && !/,/.test(`${parts.get('BYMONTHDAY')}${parts.get('BYMONTH')}`))
    return shape('yearly')
  return shape('other')
}
