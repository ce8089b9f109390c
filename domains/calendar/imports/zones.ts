import ICAL from 'ical.js'
import { localTimeOf } from '../../../core/recurrence.ts'
import { isTimeZone } from '../../../core/time.ts'
import windows from './windows-zones.json' with { type: 'json' }

/** From the zone names in a file to IANA zones; a zone nobody knows keeps its own offsets. */
export interface Zone {
  /** The IANA zone whose clocks it shares; null when there is none. */
  iana: string | null
  /** True when it was found by its offsets, not by its name. */
  guessed: boolean
  /** The instant of a wall clock by the file's own description; null where the IANA zone decides. */
  place: ((local: string) => Date) | null
}

const WINDOWS = new Map(Object.entries(windows.zones).map(([name, zone]) => [name.toLowerCase(), zone]))
const DAY_MS = 86_400_000
/** A zone is taken for another when both show the same time every week over these days around now. */
const COMPARED_DAYS = { before: 370, after: 740 }
const MAX_OBSERVANCES = 500

const known = (name: string): string | null => (/^[A-Za-z]/.test(name) && isTimeZone(name) ? name : null)

/** An IANA name, a path that ends in one (`/mozilla.org/20050126_1/Europe/Berlin`), or a Windows name. */
export const ianaOf = (tzid: string): string | null => {
  const name = tzid.trim().replace(/^"|"$/g, '')
  const parts = name.split('/').filter((part) => part !== '')
  const tails = parts.length > 2 ? [parts.slice(-3).join('/'), parts.slice(-2).join('/')] : []
  return known(name) ?? tails.map(known).find((found) => found !== null) ?? WINDOWS.get(name.toLowerCase()) ?? null
}

/** The zone a VTIMEZONE describes. Rules finer than a month are no clock changes and are refused. */
const described = (lines: readonly string[]): ICAL.Timezone | null => {
  const rules = lines.filter((line) => /^RRULE/i.test(line))
  if (rules.some((rule) => !/FREQ=(YEARLY|MONTHLY)(;|$)/i.test(rule)) || lines.length > MAX_OBSERVANCES * 10)
    return null
  // The library reads one date of each RDATE.
  const single = lines.flatMap((line) => {
    const [, name = '', dates = ''] = /^(RDATE[^:]*):(.*)$/i.exec(line) ?? []
    return name === '' ? [line] : dates.split(',').map((date) => `${name}:${date}`)
  })
  try {
    const component = new ICAL.Component(ICAL.parse(['BEGIN:VTIMEZONE', ...single, 'END:VTIMEZONE'].join('\r\n')))
    const zone = new ICAL.Timezone(component)
    return component.getFirstSubcomponent('standard') || component.getFirstSubcomponent('daylight') ? zone : null
  } catch {
    return null
  }
}

const offsetAt = (zone: ICAL.Timezone, local: string): number =>
  zone.utcOffset(ICAL.Time.fromDateTimeString(local.slice(0, 19)))

/** Whether two changes of clocks at an hour's distance make this wall clock come twice. */
const ambiguous = (at: Date, local: string, name: string): boolean =>
  [-60, -30, 30, 60].some((minutes) => localTimeOf(new Date(at.getTime() + minutes * 60_000), name) === local)

const sharesClocks = (zone: ICAL.Timezone, name: string, samples: readonly Date[]): boolean =>
  samples.every((at) => {
    const local = localTimeOf(at, name)
    const same = Math.abs(Date.parse(`${local}Z`) - offsetAt(zone, local) * 1_000 - at.getTime()) < 1_000
    return same || ambiguous(at, local, name)
  })

/** Every week around now, and every half-hour of a week in which the clocks change: zones differ in the hour of it. */
const samplesOf = (zone: ICAL.Timezone, now: Date): Date[] => {
  const weeks: Date[] = []
  const changes: Date[] = []
  const offset = (at: Date): number => offsetAt(zone, at.toISOString())
  for (let day = -COMPARED_DAYS.before; day <= COMPARED_DAYS.after; day += 7) {
    const at = new Date(now.getTime() + day * DAY_MS)
    const before = weeks.at(-1)
    weeks.push(at)
    if (!before || offset(before) === offset(at)) continue
    for (let ms = before.getTime(); ms < at.getTime(); ms += DAY_MS / 48) changes.push(new Date(ms))
  }
  return [...weeks, ...changes]
}

/** Finds the zones of one file; `preferred` is tried first where several fit. */
export const zoneBook = (definitions: ReadonlyMap<string, readonly string[]>, preferred: string, now: Date) => {
  const found = new Map<string, Zone | null>()
  const candidates = [preferred, ...WINDOWS.values(), ...Intl.supportedValuesOf('timeZone')]
  const find = (tzid: string): Zone | null => {
    const named = ianaOf(tzid)
    if (named) return { iana: named, guessed: false, place: null }
    const lines = definitions.get(tzid)
    const zone = lines && described(lines)
    if (!lines || !zone) return null
    const hint = lines.map((line) => /^X-LIC-LOCATION:(.+)$/i.exec(line)?.[1]).find((value) => value !== undefined)
    const hinted = hint === undefined ? null : ianaOf(hint)
    if (hinted) return { iana: hinted, guessed: false, place: null }
    const samples = samplesOf(zone, now)
    const iana = candidates.find((name) => sharesClocks(zone, name, samples)) ?? null
    const place = (local: string): Date => new Date(Date.parse(`${local}Z`) - offsetAt(zone, local) * 1_000)
    return { iana, guessed: true, place }
  }
  return (tzid: string): Zone | null => {
    const before = found.get(tzid)
    if (before !== undefined) return before
    const zone = find(tzid)
    found.set(tzid, zone)
    return zone
  }
}
export type ZoneBook = ReturnType<typeof zoneBook>
