import { localTimeOf, placeLocal } from '../../../core/recurrence.ts'
import type { Instant } from '../../../core/time.ts'
import type { IcsContent, IcsEvent, IcsOverride } from '../imports/rows.ts'
import type { EventRow, OverrideFields, OverrideRow, Stored } from '../schema.ts'
import { takesTime, withSpan } from './expand.ts'

/** What a row of an iCalendar file makes of what is stored: newer versions win, older ones change nothing. */
export interface Taking {
  importId: string
  now: Instant
  newId(): string
}
/** A series known only by single changed dates has no version yet: whatever comes is newer. */
const NO_VERSION = -1
const ONCE = 'FREQ=DAILY;COUNT=1'

const stampOf = (stamp: string | null): number => (stamp === null ? 0 : Date.parse(stamp))

/** Whether a row is newer than what is stored: by SEQUENCE, then by the time it was made (RFC 5546 2.1.5). */
const isNewer = (row: IcsContent, known: { sequence: number; stamp: number }): boolean =>
  row.sequence === known.sequence ? stampOf(row.stamp) > known.stamp : row.sequence > known.sequence

/** Stamps in a file have whole seconds. */
const versionOf = ({ sequence, stamp, updatedAt }: EventRow) => ({
  sequence,
  stamp: Math.floor((stamp ?? updatedAt).getTime() / 1_000) * 1_000,
})

/** Null where it says the usual, so that the same words come out the same. */
const busyOf = ({ busy, allDay }: IcsContent): boolean | null => (busy === !allDay ? null : busy)

const contentOf = (row: IcsContent, taking: Taking) => ({
  title: row.title,
  startAt: new Date(row.startAt),
  localStart: row.localStart,
  timeZone: row.timeZone,
  durationMinutes: row.durationMinutes,
  allDay: row.allDay,
  location: row.location,
  notes: row.notes,
  busy: busyOf(row),
  status: 'confirmed' as const,
  deletedAt: null,
  updatedAt: taking.now,
  sequence: row.sequence,
  stamp: row.stamp === null ? new Date(0) : new Date(row.stamp),
})

const fresh = (row: IcsContent, taking: Taking): EventRow => ({
  ...contentOf(row, taking),
  id: taking.newId(),
  rrule: null,
  exdates: [],
  rdates: [],
  costAmount: null,
  costCurrency: null,
  firstStart: new Date(row.startAt),
  lastEnd: null,
  revision: taking.importId,
  createdAt: taking.now,
  uid: row.uid,
  source: 'ics',
  importId: taking.importId,
  bufferMinutes: null,
})

const COMPARED = [
  'title',
  'localStart',
  'timeZone',
  'durationMinutes',
  'allDay',
  'rrule',
  'exdates',
  'rdates',
  'location',
  'notes',
  'busy',
  'status',
] as const
const same = (a: EventRow, b: EventRow): boolean =>
  a.startAt.getTime() === b.startAt.getTime() &&
  COMPARED.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))

/** The stored event after a whole event or series of the file; null when it changes nothing. */
export const takeEvent = (known: Stored | null, row: IcsEvent, taking: Taking): Stored | null => {
  if (known && !isNewer(row, versionOf(known.event))) return null
  if (row.cancelled) {
    if (!known || known.event.status === 'cancelled') return null
    const { updatedAt, sequence, stamp } = contentOf(row, taking)
    const event: EventRow = { ...known.event, status: 'cancelled', deletedAt: taking.now, updatedAt, sequence, stamp }
    return { ...known, event }
  }
  const repeat = { rrule: row.rrule, rdates: row.rdates, exdates: row.exdates }
  if (!known) return withSpan({ event: { ...fresh(row, taking), ...repeat }, overrides: [] })
  const next: EventRow = { ...known.event, ...contentOf(row, taking), ...repeat }
  // Dates changed before belong to the older version; only what came ahead of its series stays.
  const kept = known.event.sequence === NO_VERSION && row.rrule !== null ? known.overrides : []
  const after = withSpan({ event: next, overrides: kept.map((override) => placed(override, next)) })
  return same(known.event, after.event) ? null : after
}
const placed = (override: OverrideRow, event: EventRow): OverrideRow => ({
  ...override,
  recurrenceAt: placeLocal(override.recurrenceLocal, event.timeZone),
})

/** The wall clock of the date meant, on the clock of its series. */
const recurrenceOf = (
  { recurrence }: IcsOverride,
  event: Pick<EventRow, 'allDay' | 'timeZone' | 'localStart'>,
): string => {
  if ('date' in recurrence) return `${recurrence.date}T${event.allDay ? '00:00:00' : event.localStart.slice(11)}`
  const { at, local, timeZone } = recurrence
  const clock = timeZone === event.timeZone ? local : localTimeOf(new Date(at), event.timeZone)
  return event.allDay ? `${clock.slice(0, 10)}T00:00:00` : clock
}

const fieldsOf = (row: IcsOverride, event: EventRow): OverrideFields => {
  const busy = row.busy ?? !row.allDay
  // The series itself is still to come: what this date says must not depend on it.
  if (event.sequence === NO_VERSION) return { title: row.title, location: row.location, notes: row.notes, busy }
  return differing(row, event, busy)
}
const differing = (row: IcsOverride, event: EventRow, busy: boolean): OverrideFields => ({
  ...(row.title === event.title ? {} : { title: row.title }),
  ...(row.location === event.location ? {} : { location: row.location }),
  ...(row.notes === event.notes ? {} : { notes: row.notes }),
  ...(busy === takesTime(event) ? {} : { busy }),
})

const overrideOf = (row: IcsOverride, event: EventRow, local: string, old: OverrideRow | undefined, taking: Taking) => {
  const ruled = placeLocal(local, event.timeZone)
  // A whole day of a series lasts from midnight in its zone, whatever part of it the file names.
  const at = event.allDay
    ? placeLocal(`${row.localStart.slice(0, 10)}T00:00:00`, event.timeZone)
    : new Date(row.startAt)
  const minutes = event.allDay ? Math.max(1_440, row.durationMinutes) : row.durationMinutes
  const override: OverrideRow = {
    id: old?.id ?? taking.newId(),
    eventId: event.id,
    recurrenceLocal: local,
    recurrenceAt: ruled,
    startAt: at.getTime() === ruled.getTime() ? null : at,
    durationMinutes: minutes === event.durationMinutes && event.sequence !== NO_VERSION ? null : minutes,
    fields: fieldsOf(row, event),
    createdAt: old?.createdAt ?? taking.now,
    sequence: row.sequence,
    stamp: row.stamp === null ? new Date(0) : new Date(row.stamp),
  }
  return override
}

/** A series of which only one changed date is known. */
const shell = (row: IcsOverride, taking: Taking): Stored => {
  const zone = 'date' in row.recurrence ? row.timeZone : row.recurrence.timeZone
  const event = { ...fresh(row, taking), timeZone: row.allDay ? row.timeZone : zone, rrule: ONCE, sequence: NO_VERSION }
  const localStart = recurrenceOf(row, event)
  return { event: { ...event, localStart }, overrides: [] }
}

/** What an override is compared with: its own version, else the person's last change of the series. */
const overrideVersion = ({ event }: Stored, old: OverrideRow | undefined): { sequence: number; stamp: number } => {
  if (old?.stamp) return { sequence: old.sequence ?? 0, stamp: old.stamp.getTime() }
  return event.stamp === null ? versionOf(event) : { sequence: NO_VERSION, stamp: 0 }
}

/** The stored series after one changed date of the file; null when it changes nothing. */
export const takeOverride = (known: Stored | null, row: IcsOverride, taking: Taking): Stored | null => {
  if (!known && row.cancelled) return null
  const stored = known ?? shell(row, taking)
  const { event } = stored
  if (event.status === 'cancelled' || event.rrule === null) return null
  const local = recurrenceOf(row, event)
  const old = stored.overrides.find((override) => override.recurrenceLocal === local)
  if (!isNewer(row, overrideVersion(stored, old))) return null
  const others = stored.overrides.filter((override) => override !== old)
  const touched: EventRow = { ...event, updatedAt: taking.now }
  if (row.cancelled) {
    if (event.exdates.includes(local)) return null
    return withSpan({ event: { ...touched, exdates: [...event.exdates, local].sort() }, overrides: others })
  }
  if (event.exdates.includes(local) && event.stamp === null) return null
  const exdates = event.exdates.filter((one) => one !== local)
  // Of a series not seen itself, each changed date is a date of its own.
  const alone = event.sequence === NO_VERSION && local !== event.localStart && !event.rdates.includes(local)
  const rdates = alone ? [...event.rdates, local].sort() : event.rdates
  const next = { ...touched, exdates, rdates }
  return withSpan({ event: next, overrides: [...others, overrideOf(row, next, local, old, taking)] })
}

/** A row of a changed date that cannot be part of its series (a time in a series of whole days): an event by itself. */
export const standsAlone = (row: IcsOverride, series: EventRow): boolean =>
  !row.cancelled && row.allDay !== series.allDay

export const asEvent = (row: IcsOverride): IcsEvent => {
  const { recurrence, ...content } = row
  const name = 'date' in recurrence ? recurrence.date : recurrence.at
  return {
    ...content,
    kind: 'event',
    uid: aloneUid(row.uid, name),
    rrule: null,
    rdates: [],
    exdates: [],
    expandedTo: null,
  }
}
const aloneUid = (uid: string, name: string): string => `${uid}/${name}`

/** All names under which a row's event may be stored. */
export const uidsOf = (row: IcsEvent | IcsOverride): string[] =>
  row.kind === 'event' ? [row.uid] : [row.uid, asEvent(row).uid]

/** Takes a date out of its series. */
export const without = (stored: Stored, row: IcsOverride): Stored => {
  const local = recurrenceOf(row, stored.event)
  if (stored.event.exdates.includes(local)) return stored
  return withSpan({
    event: { ...stored.event, exdates: [...stored.event.exdates, local].sort() },
    overrides: stored.overrides.filter((override) => override.recurrenceLocal !== local),
  })
}
