import ICAL from 'ical.js'
import { AppError } from '../../../core/errors.ts'
import type { MessageParams } from '../../../core/messages.ts'
import { localTimeOf, placeLocal, shiftLocal } from '../../../core/recurrence.ts'
import { isLocalDate } from '../../../core/time.ts'
import type { ImportOptions } from '../../contract.ts'
import type { Zone, ZoneBook } from './zones.ts'

/** Dates and times of an event as instants (RFC 5545 3.3.4, 3.3.5): of a day, in UTC, in a zone, or floating. */
export interface Moment {
  /** A day without a time. */
  date: string | null
  at: Date
  /** Wall clock in `timeZone`. */
  local: string
  /** Null for a zone that shares its clocks with none known: only the instant is sure. */
  timeZone: string | null
  utc: boolean
}

/** Why one event of a file is left out; the others are kept. */
export const rejected = (key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `calendar.import_${key}`, params)

const inZone = (local: string, zone: Zone): Moment => {
  if (!zone.place) {
    const timeZone = zone.iana ?? 'UTC'
    return { date: null, local, timeZone, at: placeLocal(local, timeZone), utc: false }
  }
  const at = zone.place(local)
  const clock = zone.iana ?? 'UTC'
  return { date: null, at, local: localTimeOf(at, clock), timeZone: zone.iana, utc: false }
}

const momentOf = (time: ICAL.Time, tzid: string | null, zones: ZoneBook, options: ImportOptions): Moment => {
  const text = time.toString()
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ?)?$/.test(text)) throw rejected('broken')
  if (time.isDate) {
    const local = `${text.slice(0, 10)}T00:00:00`
    const at = placeLocal(local, options.timeZone)
    return { date: text.slice(0, 10), at, local, timeZone: options.timeZone, utc: false }
  }
  const local = text.slice(0, 19)
  // The library reads a time of the zone named UTC as one without a zone; ours keeps that zone.
  if (text.endsWith('Z')) return { date: null, at: new Date(text), local, timeZone: 'UTC', utc: tzid === null }
  if (tzid === null) return inZone(local, { iana: options.timeZone, guessed: false, place: null })
  const zone = zones(tzid)
  if (!zone) throw rejected('bad_zone', { zone: tzid.slice(0, 80) })
  return inZone(local, zone)
}

const tzidOf = (property: ICAL.Property): string | null => {
  const tzid = property.getParameter('tzid')
  return typeof tzid === 'string' ? tzid : null
}

/** The values of a property; the library throws where they are not what their type says. */
const valuesOf = (property: ICAL.Property): unknown[] => {
  try {
    return property.getValues()
  } catch {
    throw rejected('broken')
  }
}
export const firstValue = (event: ICAL.Component, name: string): unknown => {
  const property = event.getFirstProperty(name)
  return property ? valuesOf(property)[0] : undefined
}

/** All moments of a property that may hold several (RDATE, EXDATE); of a period, its start. */
export const momentsOf = (property: ICAL.Property, zones: ZoneBook, options: ImportOptions): Moment[] => {
  const written: unknown[] = property.toJSON().slice(3)
  return valuesOf(property).map((value, index) => {
    const time = value instanceof ICAL.Period ? value.start : value
    // The library turns 30 February into 2 March.
    const day = String(Array.isArray(written[index]) ? written[index][0] : written[index]).slice(0, 10)
    if (!(time instanceof ICAL.Time) || !isLocalDate(day)) throw rejected('broken')
    return momentOf(time, tzidOf(property), zones, options)
  })
}

export const momentIn = (
  event: ICAL.Component,
  name: string,
  zones: ZoneBook,
  options: ImportOptions,
): Moment | null => {
  const property = event.getFirstProperty(name)
  return property ? (momentsOf(property, zones, options)[0] ?? null) : null
}

/** The end of an event that gives a duration: days and weeks go by the wall clock, hours by the stopwatch. */
export const endAfter = (start: Moment, duration: ICAL.Duration): Date => {
  if (duration.isNegative) throw rejected('bad_end')
  const days = duration.weeks * 7 + duration.days
  const rest = (duration.hours * 3_600 + duration.minutes * 60 + duration.seconds) * 1_000
  const zone = start.timeZone
  const moved = zone ? placeLocal(shiftLocal(start.local, days * 1_440), zone).getTime() : NaN
  return new Date((days > 0 && zone ? moved : start.at.getTime() + days * 86_400_000) + rest)
}
