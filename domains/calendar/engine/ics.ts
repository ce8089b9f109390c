import { localTimeOf, placeLocal } from '../../../core/recurrence.ts'
import type { Instant } from '../../../core/time.ts'
import type { EventRow, OverrideRow, Stored } from '../schema.ts'
import { buildOccurrence, endOf, gives, type Occurrence, seriesOf } from './expand.ts'
import { zoneLines } from './vtimezone.ts'

/** Events as iCalendar text (RFC 5545), the same text for the same events. Costs stay here: they are nobody else's. */
const PRODUCT = '-//Zelenial//Calendar//EN'
/** RFC 5545 3.1: a line has at most 75 octets, without its end. */
const MAX_OCTETS = 75
/** How many years of clock changes a zone's description holds beyond the latest date. */
const ZONE_YEARS = 10
const LAST_YEAR = 2100

const UTC_NAMES = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'Etc/UCT', 'UCT', 'Zulu', 'Etc/Zulu'])

/** Name under which an event is known outside. */
const uidOf = (event: EventRow): string => event.uid ?? `${event.id}@zelenial`

/** A single event in UTC names its zone: a bare UTC time is shown on the reader's own clock. */
const isUtcSeries = ({ rrule, timeZone }: EventRow): boolean => rrule !== null && UTC_NAMES.has(timeZone)

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 3.1 forbids them in a text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** One line folded at 75 octets, never inside a character. */
export const fold = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > MAX_OCTETS) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += character
    size += octets
  }
  return [...parts, part].join('\r\n')
}

const basic = (local: string): string => local.slice(0, 19).replace(/[-:]/g, '')
const utc = (at: Instant): string => `${basic(at.toISOString())}Z`

/** `DTSTART;TZID=Europe/Moscow:20260319T150000`; in UTC where the wall clock would be read as another instant. */
const moment = (name: string, at: Instant, event: EventRow): string => {
  const local = localTimeOf(at, event.timeZone)
  const exact = Math.floor(at.getTime() / 1_000) === placeLocal(local, event.timeZone).getTime() / 1_000
  return event.allDay || exact ? wall(name, [local], event) : `${name}:${utc(at)}`
}
/** Wall clocks of a series, which its rule gives: also those that a change of clocks skips. */
const wall = (name: string, locals: readonly string[], event: EventRow): string => {
  const values = [...locals].sort().map(basic)
  if (event.allDay) return `${name};VALUE=DATE:${values.map((value) => value.slice(0, 8)).join(',')}`
  if (isUtcSeries(event)) return `${name}:${values.map((value) => `${value}Z`).join(',')}`
  return `${name};TZID=${event.timeZone}:${values.join(',')}`
}

const ruleLine = ({ rrule, allDay, timeZone }: EventRow): string[] => {
  if (rrule === null) return []
  // The end of an all-day rule is a date, as its start is (RFC 5545 3.3.10).
  const text = rrule.replace(/UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, (until, ...parts: string[]) => {
    if (!allDay) return until
    const [year, month, day, hour, minute, second] = parts
    const local = localTimeOf(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`), timeZone)
    return `UNTIL=${basic(local).slice(0, 8)}`
  })
  return [`RRULE:${text}`]
}

const component = (event: EventRow, one: Occurrence, version: { sequence: number; at: Instant }, times: string[]) => [
  'BEGIN:VEVENT',
  `UID:${escaped(uidOf(event))}`,
  `DTSTAMP:${utc(version.at)}`,
  `LAST-MODIFIED:${utc(version.at)}`,
  `SEQUENCE:${Math.max(0, version.sequence)}`,
  ...times,
  `SUMMARY:${escaped(one.title)}`,
  ...(one.location === null ? [] : [`LOCATION:${escaped(one.location)}`]),
  ...(one.notes === null ? [] : [`DESCRIPTION:${escaped(one.notes)}`]),
  `STATUS:CONFIRMED`,
  `TRANSP:${one.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
  'END:VEVENT',
]

const eventLines = (event: EventRow): string[] => {
  const series = seriesOf(event)
  const one = buildOccurrence(event, series && { local: event.localStart, at: event.startAt })
  const start = series ? wall('DTSTART', [event.localStart], event) : moment('DTSTART', event.startAt, event)
  const end = endOf(event.startAt, event.durationMinutes, event.allDay, event.timeZone)
  return component(event, one, { sequence: event.sequence, at: event.stamp ?? event.updatedAt }, [
    start,
    moment('DTEND', end, event),
    ...ruleLine(event),
    ...(event.rdates.length > 0 ? [wall('RDATE', event.rdates, event)] : []),
    ...(event.exdates.length > 0 ? [wall('EXDATE', event.exdates, event)] : []),
  ])
}

const overrideLines = (event: EventRow, override: OverrideRow): string[] => {
  const { recurrenceLocal: local } = override
  const one = buildOccurrence(event, { local, at: placeLocal(local, event.timeZone) }, override)
  const at = override.stamp ?? event.stamp ?? event.updatedAt
  return component(event, one, { sequence: override.sequence ?? event.sequence, at }, [
    wall('RECURRENCE-ID', [local], event),
    moment('DTSTART', one.start, event),
    moment('DTEND', one.end, event),
  ])
}

/** What is sent of an event's changed dates: those that its rule still gives and that are not cancelled. */
const changedDates = ({ event, overrides }: Stored): OverrideRow[] =>
  overrides
    .filter(({ recurrenceLocal: local }) => !event.exdates.includes(local) && gives(event, local))
    .sort((a, b) => (a.recurrenceLocal < b.recurrenceLocal ? -1 : 1))

const yearsOf = (events: readonly EventRow[], now: Instant): [number, number] => {
  const first = Math.min(...events.map(({ firstStart }) => firstStart.getUTCFullYear()))
  const last = Math.max(now.getUTCFullYear(), ...events.map((one) => (one.lastEnd ?? one.startAt).getUTCFullYear()))
  return [first - 1, Math.min(Math.max(last + ZONE_YEARS, first), LAST_YEAR)]
}

const orderOf = (event: EventRow): string => `${event.localStart} ${uidOf(event)}`

/** The confirmed events of a calendar as one VCALENDAR object, lines ended by CRLF and folded. */
export const renderCalendar = (all: readonly Stored[], now: Instant): string => {
  const confirmed = all
    .filter(({ event }) => event.status === 'confirmed')
    .sort(
      // By the clock that is written: the instant of a whole day depends on who reads it.
      (a, b) => (orderOf(a.event) < orderOf(b.event) ? -1 : 1),
    )
  const zoned = confirmed.map(({ event }) => event).filter((event) => !event.allDay && !isUtcSeries(event))
  const zones = [...Map.groupBy(zoned, (event) => event.timeZone)].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...zones.flatMap(([timeZone, events]) => zoneLines(timeZone, ...yearsOf(events, now))),
    ...confirmed.flatMap((stored) => [
      ...eventLines(stored.event),
      ...changedDates(stored).flatMap((override) => overrideLines(stored.event, override)),
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}
