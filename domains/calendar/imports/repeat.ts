import type ICAL from 'ical.js'
import { localTimeOf, occurrencesBetween, placeLocal, readRule } from '../../../core/recurrence.ts'
import type { ImportOptions } from '../../contract.ts'
import type { IcsContent, IcsEvent } from './rows.ts'
import { type Moment, momentsOf, rejected } from './times.ts'
import type { ZoneBook } from './zones.ts'

/** How an event of a file repeats: its rule, the dates added to it and those taken out. */
type Repeat = Pick<IcsEvent, 'rrule' | 'rdates' | 'exdates' | 'expandedTo'> &
  Partial<Pick<IcsEvent, 'timeZone' | 'localStart'>>

/** A rule of one date: what carries added dates where there is no rule (RFC 5545 3.8.5.2). */
export const ONCE = 'FREQ=DAILY;COUNT=1'
const MAX_DATES = 2_000
/** A series on clocks that no known zone has is written out this far. */
const EXPANDED_DAYS = 730
const DAY_MS = 86_400_000

const ruleIn = (lines: readonly string[]): string | null => {
  const rules = lines.filter((line) => /^RRULE[:;]/i.test(line)).map((line) => line.slice(line.indexOf(':') + 1))
  if (lines.some((line) => /^EXRULE[:;]/i.test(line))) throw rejected('bad_rule', { rule: 'EXRULE' })
  if (rules.length > 1) throw rejected('bad_rule', { rule: rules.join(' + ').slice(0, 120) })
  return rules[0]?.trim() ?? null
}

const datesIn = (event: ICAL.Component, name: string, zones: ZoneBook, options: ImportOptions): Moment[] => {
  const found = event.getAllProperties(name).flatMap((property) => momentsOf(property, zones, options))
  if (found.length > MAX_DATES) throw rejected('too_big')
  return found
}

/** The wall clock of a date on the clock of its series; a day without a time means the date at the usual time. */
const localsOf = (moments: readonly Moment[], { allDay, localStart }: IcsContent, timeZone: string): string[] => {
  const locals = moments.map((one) => {
    if (allDay) return `${one.local.slice(0, 10)}T00:00:00`
    if (one.date !== null) return `${one.date}${localStart.slice(10)}`
    return one.timeZone === timeZone ? one.local : localTimeOf(one.at, timeZone)
  })
  return [...new Set(locals)].sort()
}

const lessOne = (rule: string): string =>
  rule.replace(/COUNT=(\d+)/, (_, count: string) => `COUNT=${Math.max(1, Number(count) - 1)}`)

export const repeatOf = (
  event: ICAL.Component,
  lines: readonly string[],
  content: IcsContent,
  start: Moment,
  zones: ZoneBook,
  options: ImportOptions,
): Repeat => {
  const rule = ruleIn(lines)
  const added = datesIn(event, 'rdate', zones, options)
  const removed = datesIn(event, 'exdate', zones, options)
  if (rule === null && added.length === 0) return { rrule: null, rdates: [], exdates: [], expandedTo: null }
  if (start.timeZone === null && !content.allDay) {
    const tzid = event.getFirstProperty('dtstart')?.getParameter('tzid')
    const place = typeof tzid === 'string' ? zones(tzid)?.place : null
    if (place) return expanded(rule, lines, place, { added, removed, start }, new Date(options.now))
  }
  const { timeZone, localStart } = content
  const rdates = localsOf(added, content, timeZone).filter((local) => local !== localStart)
  const exdates = localsOf(removed, content, timeZone)
  const once = { rrule: rdates.length > 0 ? ONCE : null, rdates, exdates: rdates.length > 0 ? exdates : [] }
  if (rule === null) return { ...once, expandedTo: null }
  const read = readRule(rule, localStart, timeZone)
  if ('problem' in read) {
    if (read.problem === 'empty') return { ...once, expandedTo: null }
    throw rejected('bad_rule', { rule: rule.slice(0, 120) })
  }
  if (read.localStart === localStart) return { rrule: read.rule, rdates, exdates, expandedTo: null }
  // DTSTART is always the first date, also when the rule does not give it, and counts (RFC 5545 3.8.5.3).
  const rrule = lessOne(read.rule)
  return { rrule, localStart: read.localStart, rdates: [localStart, ...rdates].sort(), exdates, expandedTo: null }
}

/** A series whose clocks no known zone has: its dates as instants, each by the file's own offsets. */
const expanded = (
  rule: string | null,
  lines: readonly string[],
  place: (local: string) => Date,
  { added, removed, start }: { added: Moment[]; removed: Moment[]; start: Moment },
  now: Date,
): Repeat => {
  const own = /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/im.exec(lines.join('\n'))
  const [, year, month, day, hour, minute, second] = own ?? []
  if (!own) throw rejected('broken')
  const localStart = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const read = rule === null ? null : readRule(rule, localStart, 'UTC')
  if (read && 'problem' in read && read.problem !== 'empty')
    throw rejected('bad_rule', { rule: (rule ?? '').slice(0, 120) })
  const end = new Date(Math.max(now.getTime(), start.at.getTime()) + EXPANDED_DAYS * DAY_MS)
  const series = read && 'rule' in read ? { rule: read.rule, localStart: read.localStart, timeZone: 'UTC' } : null
  const ruled = series ? occurrencesBetween(series, placeLocal(localStart, 'UTC'), end) : []
  const gone = new Set(removed.map(({ at }) => at.getTime()))
  const all = [start.at, ...ruled.map(({ local }) => place(local)), ...added.map(({ at }) => at)]
  const kept = [...new Set(all.map(Number))].filter((at) => !gone.has(at)).sort((a, b) => a - b)
  const [first = start.at.getTime(), ...rest] = kept.slice(0, MAX_DATES)
  const local = (at: number): string => localTimeOf(new Date(at), 'UTC')
  return {
    rrule: ONCE,
    timeZone: 'UTC',
    localStart: local(first),
    rdates: rest.map(local),
    exdates: [],
    expandedTo: new Date(kept.at(-1) ?? first).toISOString(),
  }
}
