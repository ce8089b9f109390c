import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { localTimeOf } from '../../../core/recurrence.ts'
import { langOf } from '../../../core/user.ts'
import type { ImportOptions } from '../../contract.ts'
import { repeatOf } from './repeat.ts'
import type { IcsContent, IcsEvent, IcsOverride } from './rows.ts'
import { endAfter, firstValue, type Moment, momentIn, rejected } from './times.ts'
import type { ZoneBook } from './zones.ts'

/** One VEVENT as a row. What it says is text by somebody else: cleaned, shortened, never interpreted. */
const LIMIT = { title: 300, location: 300, notes: 4_000, uid: 250 }
const MAX_DAYS = 366
const FIRST = Date.UTC(1900, 0, 1)
const LAST = Date.UTC(2101, 0, 1)
const DAY_MINUTES = 1_440

/** Without NUL and other control characters, and no longer than we keep. */
const cleaned = (value: unknown, max: number): string =>
  [
    ...String(value ?? '')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .toWellFormed()
      .trim(),
  ]
    .slice(0, max)
    .join('')
    .trim()

const parsed = (lines: readonly string[]): ICAL.Component => {
  try {
    // Some programs write a date without saying that it is one.
    const dated = lines.map((line) =>
      line.replace(/^(DTSTART|DTEND|RECURRENCE-ID)(;TZID=[^:;]*)?:(\d{8})$/i, '$1;VALUE=DATE:$3'),
    )
    return new ICAL.Component(ICAL.parse(['BEGIN:VEVENT', ...dated, 'END:VEVENT'].join('\r\n')))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw rejected('broken')
  }
}

const stampOf = (event: ICAL.Component, zones: ZoneBook, options: ImportOptions): string | null => {
  for (const name of ['last-modified', 'dtstamp']) {
    const value = firstValue(event, name)
    if (value instanceof ICAL.Time) return momentIn(event, name, zones, options)?.at.toISOString() ?? null
  }
  return null
}

/** An event without a UID is known by what it is: the same file again finds it. */
const uidOf = (event: ICAL.Component, lines: readonly string[]): string => {
  const uid = cleaned(firstValue(event, 'uid'), LIMIT.uid)
  return uid || `content-${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32)}`
}

const minutesOf = (event: ICAL.Component, start: Moment, end: Moment | null, allDay: boolean): number => {
  const duration = firstValue(event, 'duration')
  const until = end?.at ?? (duration instanceof ICAL.Duration ? endAfter(start, duration) : start.at)
  const minutes = (until.getTime() - start.at.getTime()) / 60_000
  if (minutes < 0) throw rejected('bad_end')
  if (minutes > (MAX_DAYS + 1) * DAY_MINUTES) throw rejected('too_long')
  if (allDay) return Math.max(1, Math.round(minutes / DAY_MINUTES)) * DAY_MINUTES
  // A moment without a length (RFC 5545 3.6.1) lasts the shortest time a calendar shows.
  return minutes === 0 ? 1 : minutes
}

const midnight = ({ local }: Moment): boolean => local.slice(11) === '00:00:00'
const isAllDay = (event: ICAL.Component, start: Moment, end: Moment | null): boolean => {
  if (start.date !== null) return true
  const said = String(firstValue(event, 'x-microsoft-cdo-alldayevent') ?? '').toUpperCase() === 'TRUE'
  return said && midnight(start) && end !== null && midnight(end)
}

const busyOf = (event: ICAL.Component): boolean | null => {
  const said = String(firstValue(event, 'transp') ?? '').toUpperCase()
  return said === 'TRANSPARENT' ? false : said === 'OPAQUE' ? true : null
}

const contentOf = (
  event: ICAL.Component,
  lines: readonly string[],
  start: Moment,
  allDay: boolean,
  cancel: boolean,
  zones: ZoneBook,
  options: ImportOptions,
): IcsContent => {
  const ms = start.at.getTime()
  if (!(ms >= FIRST && ms < LAST)) throw rejected('out_of_range')
  const repeats = event.hasProperty('rrule') || event.hasProperty('rdate')
  // One date in UTC is shown on the person's clock; a series has to keep the clock it repeats by.
  const own = start.timeZone === null || (start.utc && !repeats) || allDay
  const timeZone = own ? options.timeZone : (start.timeZone ?? options.timeZone)
  const sequence = Number(firstValue(event, 'sequence') ?? 0)
  const untitled = langOf(options.locale) === 'ru' ? 'Без названия' : 'Untitled'
  return {
    uid: uidOf(event, lines),
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 && sequence < 2 ** 31 ? sequence : 0,
    stamp: stampOf(event, zones, options),
    cancelled: cancel || String(firstValue(event, 'status') ?? '').toUpperCase() === 'CANCELLED',
    title: cleaned(firstValue(event, 'summary'), LIMIT.title) || untitled,
    location: cleaned(firstValue(event, 'location'), LIMIT.location) || null,
    notes: cleaned(firstValue(event, 'description'), LIMIT.notes) || null,
    allDay,
    timeZone,
    startAt: start.at.toISOString(),
    localStart: allDay ? `${start.local.slice(0, 10)}T00:00:00` : localTimeOf(start.at, timeZone),
    durationMinutes: minutesOf(event, start, momentIn(event, 'dtend', zones, options), allDay),
    busy: busyOf(event),
  }
}

/** Reads the property lines of one VEVENT. Throws an AppError `invalid` that says why it cannot be taken. */
export const readEvent = (
  lines: readonly string[],
  cancel: boolean,
  zones: ZoneBook,
  options: ImportOptions,
): IcsEvent | IcsOverride => {
  const event = parsed(lines)
  const recurrence = momentIn(event, 'recurrence-id', zones, options)
  if (event.getFirstProperty('recurrence-id')?.getParameter('range')) throw rejected('range')
  const start = momentIn(event, 'dtstart', zones, options) ?? (cancel ? recurrence : null)
  if (!start) throw rejected('no_start')
  const allDay = isAllDay(event, start, momentIn(event, 'dtend', zones, options))
  const content = contentOf(event, lines, start, allDay, cancel, zones, options)
  if (!recurrence) return { kind: 'event', ...content, ...repeatOf(event, lines, content, start, zones, options) }
  const { date, at, local } = recurrence
  const timeZone = recurrence.timeZone ?? 'UTC'
  return {
    kind: 'override',
    ...content,
    recurrence: date === null ? { at: at.toISOString(), local, timeZone } : { date },
  }
}
