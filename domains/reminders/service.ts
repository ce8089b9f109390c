// Decisions about reminders: pure functions from a row, an input and a time to the row as it should be.
import { AppError } from '../../core/errors.ts'
import {
  localTimeOf,
  moveSeries,
  nextOccurrence,
  occurrencesBetween,
  placeLocal,
  type RuleProblem,
  readRule,
  type Series,
  shiftLocal,
} from '../../core/recurrence.ts'
import { type Instant, instantAt, localDateOf } from '../../core/time.ts'
import type { TimeWindow, User } from '../../core/user.ts'
import type { Reminder, SetInput, SkipInput, SnoozeInput, UpdateInput } from './schema.ts'

const MINUTE_MS = 60_000
const SNOOZE_MINUTES = 10
/** Every hour round the clock is the densest rule. */
const MAX_PER_YEAR = 9_000
/** More missed times of one series than this are told as one. */
const MAX_MISSED = 3
const LATEST = new Date('2100-01-01T00:00:00Z')
const DEFAULT_TIME = '09:00:00'

const PROBLEMS: Record<RuleProblem, string> = {
  syntax: 'reminders.bad_rule',
  dense: 'reminders.too_often',
  empty: 'reminders.rule_never',
}

const invalid = (key: string, params: Record<string, string | { instant: string }> = {}): AppError =>
  new AppError('invalid', key, params)

/** The next time by the rule strictly after `after`, without the skipped ones; null when the series is over. */
export const nextDue = (row: Reminder, after: Instant): Instant | null => {
  if (row.rrule === null) return row.startsAt > after ? row.startsAt : null
  const series = { rule: row.rrule, localStart: row.localStart, timeZone: row.timeZone }
  const skipped = new Set(row.exdates.map((date) => date.getTime()))
  let found = nextOccurrence(series, after)
  while (found && skipped.has(found.at.getTime())) found = nextOccurrence(series, found.at)
  return found?.at ?? null
}

/** The row with what follows from its times: `nextAt` and, unless it was cancelled, `status`. */
const settled = (row: Reminder): Reminder => {
  const times = [row.dueAt, row.snoozedUntil].filter((time) => time !== null)
  const nextAt = times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())))
  return { ...row, nextAt, status: row.status === 'cancelled' ? 'cancelled' : nextAt ? 'active' : 'done' }
}

const changed = (row: Reminder, now: Instant): Reminder => settled({ ...row, version: row.version + 1, updatedAt: now })

const futureOnly = (at: Instant, now: Instant): Instant => {
  if (at <= now) throw invalid('reminders.in_past', { at: { instant: at.toISOString() } })
  if (at >= LATEST) throw invalid('reminders.too_far')
  return at
}

/** A single hour or minute named in a rule is its time of day: it moves into the start, where it can be shifted. */
const timeIntoStart = (rule: string, localStart: string): { rule: string; localStart: string } => {
  const parts = rule.trim().toUpperCase().split(';')
  if (parts.some((part) => /FREQ=HOURLY$/.test(part))) return { rule, localStart }
  const value = (name: string): string | undefined =>
    parts.map((part) => new RegExp(`^${name}=(\\d{1,2})$`).exec(part)?.[1]).find((found) => found !== undefined)
  const hour = value('BYHOUR')
  const minute = value('BYMINUTE') ?? (hour === undefined ? undefined : localStart.slice(14, 16))
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return { rule, localStart }
  const kept = parts.filter((part) => !/^BY(?:HOUR|MINUTE|SECOND)=\d{1,2}$/.test(part))
  const time = `${hour.padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`
  return { rule: kept.join(';'), localStart: `${localStart.slice(0, 10)}T${time}` }
}

type Times = Pick<Reminder, 'rrule' | 'localStart' | 'startsAt' | 'dueAt'>

/** The times of a series from the rule and the wall clock it starts at. */
const seriesTimes = (row: Reminder, rule: string, localStart: string, now: Instant): Times => {
  const plain = timeIntoStart(rule, localStart)
  const read = readRule(plain.rule, plain.localStart, row.timeZone, MAX_PER_YEAR)
  if ('problem' in read) throw invalid(PROBLEMS[read.problem])
  const startsAt = placeLocal(read.localStart, row.timeZone)
  if (startsAt >= LATEST) throw invalid('reminders.too_far')
  const times = { rrule: read.rule, localStart: read.localStart, startsAt }
  const dueAt = nextDue({ ...row, ...times }, now)
  if (!dueAt) throw invalid('reminders.rule_ended')
  return { ...times, dueAt }
}

const singleTimes = (row: Reminder, at: Instant, now: Instant): Times => {
  futureOnly(at, now)
  return { rrule: null, localStart: localTimeOf(at, row.timeZone), startsAt: at, dueAt: at }
}

/** Without a time of its own a series begins at 09:00, and one that counts hours counts them from now. */
const defaultStart = (rule: string, row: Reminder, now: Instant): string =>
  /FREQ=HOURLY/i.test(rule) ? `${localTimeOf(now, row.timeZone).slice(0, 16)}:00` : row.localStart

/** A new reminder with its next time. */
export const newReminder = (input: SetInput, user: Pick<User, 'timeZone'>, now: Instant, id: string): Reminder => {
  const blank: Reminder = {
    id,
    text: input.text,
    localStart: `${localDateOf(now, user.timeZone)}T${DEFAULT_TIME}`,
    timeZone: user.timeZone,
    startsAt: now,
    rrule: null,
    exdates: [],
    dueAt: null,
    snoozedUntil: null,
    nextAt: null,
    lastAt: null,
    overrideQuiet: input.overrideQuiet ?? false,
    status: 'active',
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  const start = input.startsAt ?? input.at
  if (input.rrule !== undefined) {
    const localStart =
      start === undefined ? defaultStart(input.rrule, blank, now) : localTimeOf(new Date(start), user.timeZone)
    return settled({ ...blank, ...seriesTimes(blank, input.rrule, localStart, now) })
  }
  if (start === undefined) throw invalid('reminders.time_missing')
  return settled({ ...blank, ...singleTimes(blank, new Date(start), now) })
}

const mustBeOpen = (row: Reminder): void => {
  if (row.status === 'cancelled') throw new AppError('conflict', 'reminders.not_active', { text: row.text })
}

/** A reminder with other words or times. Moving a delivered one into the future makes it active again. */
export const changeReminder = (row: Reminder, input: UpdateInput, now: Instant): Reminder => {
  mustBeOpen(row)
  const { text, rrule, shiftMinutes, overrideQuiet } = input
  const start = input.startsAt ?? input.at
  const newTime = start !== undefined || rrule !== undefined || shiftMinutes !== undefined
  if (!newTime && text === undefined && overrideQuiet === undefined) throw invalid('reminders.nothing_to_change')
  if (start !== undefined && shiftMinutes !== undefined) throw invalid('reminders.two_times')
  const named = { ...row, text: text ?? row.text, overrideQuiet: overrideQuiet ?? row.overrideQuiet }
  if (!newTime) return changed(named, now)
  const rule = rrule === undefined ? row.rrule : rrule
  if (rule === null) {
    const at = singleTime(row, start, shiftMinutes)
    return changed({ ...named, exdates: [], snoozedUntil: null, ...singleTimes(named, at, now) }, now)
  }
  const from = start === undefined ? row.localStart : localTimeOf(new Date(start), row.timeZone)
  const moved = movedSeries({ rule, localStart: from, timeZone: row.timeZone }, shiftMinutes)
  if (rrule === undefined && start !== undefined && /BY(?:HOUR|MINUTE)=/.test(rule))
    throw invalid('reminders.many_times')
  const times = seriesTimes({ ...named, exdates: [] }, moved.rule, moved.localStart, now)
  const exdates = rrule === undefined ? movedExceptions(row, moved.localStart, shiftMinutes) : []
  const after = { ...named, ...times, exdates, snoozedUntil: null }
  return changed({ ...after, dueAt: nextDue(after, now) }, now)
}

const movedSeries = (series: Series, shiftMinutes: number | undefined): Series => {
  const moved = shiftMinutes === undefined ? series : moveSeries(series, shiftMinutes)
  if (!moved) throw invalid('reminders.many_times')
  return moved
}

/** A single reminder moves from the time the person sees; one that was a series stays at the time that was next. */
const singleTime = (row: Reminder, start: string | undefined, shiftMinutes: number | undefined): Instant => {
  if (start !== undefined) return new Date(start)
  const from = row.nextAt ?? row.startsAt
  if (shiftMinutes === undefined) return from
  return placeLocal(shiftLocal(localTimeOf(from, row.timeZone), shiftMinutes), row.timeZone)
}

/** Skipped days stay skipped when the time of day changes. */
const movedExceptions = (row: Reminder, localStart: string, shiftMinutes: number | undefined): Instant[] =>
  row.exdates.map((date) =>
    shiftMinutes === undefined
      ? instantAt(localDateOf(date, row.timeZone), localStart.slice(11), row.timeZone)
      : placeLocal(shiftLocal(localTimeOf(date, row.timeZone), shiftMinutes), row.timeZone),
  )

/** A series without one of its times: the named one, the one on a date, else the next. */
export const skipOccurrence = (row: Reminder, input: SkipInput, now: Instant): { row: Reminder; skipped: Instant } => {
  mustBeOpen(row)
  if (row.rrule === null) throw invalid('reminders.not_repeated', { text: row.text })
  const skipped = occurrenceMeant(row, input, now)
  if (!skipped) throw invalid('reminders.no_such_occurrence', { text: row.text })
  const exdates = [...row.exdates, skipped]
  const dueAt = row.dueAt?.getTime() === skipped.getTime() ? nextDue({ ...row, exdates }, skipped) : row.dueAt
  return { row: changed({ ...row, exdates, dueAt }, now), skipped }
}

const occurrenceMeant = (row: Reminder, input: SkipInput, now: Instant): Instant | null => {
  if (input.occurrenceStart !== undefined) {
    const at = new Date(input.occurrenceStart)
    const found = at > now ? nextDue(row, new Date(at.getTime() - 1)) : null
    return found?.getTime() === at.getTime() ? at : null
  }
  if (input.date === undefined) return row.dueAt
  const start = instantAt(input.date, '00:00', row.timeZone)
  const after = new Date(Math.max(start.getTime() - 1, now.getTime()))
  const found = nextDue(row, after)
  return found && localDateOf(found, row.timeZone) === input.date ? found : null
}

/**
 * A reminder told again later. Minutes count from now when it has just been delivered, and from its time when that is
 * still ahead: "an hour later" for a reminder at 18:00 means 19:00, whenever it is said.
 */
export const snoozeReminder = (row: Reminder, input: SnoozeInput, now: Instant): Reminder => {
  mustBeOpen(row)
  if (input.until !== undefined && input.minutes !== undefined) throw invalid('reminders.two_times')
  const delay = (input.minutes ?? SNOOZE_MINUTES) * MINUTE_MS
  const ahead = !wasJustDelivered(row, now)
  const base = ahead && row.nextAt && row.nextAt > now ? row.nextAt : now
  const until = futureOnly(input.until === undefined ? new Date(base.getTime() + delay) : new Date(input.until), now)
  // What is still ahead is put off, so it must not come at its own time as well.
  const putOff = ahead && row.dueAt !== null && row.nextAt?.getTime() === row.dueAt.getTime()
  const dueAt = putOff && row.dueAt ? nextDue(row, row.dueAt) : row.dueAt
  return changed({ ...row, dueAt, snoozedUntil: until }, now)
}

/** Between a delivered time and the next one, the nearer is meant. */
const wasJustDelivered = (row: Reminder, now: Instant): boolean => {
  if (!row.lastAt || row.snoozedUntil) return false
  return !row.dueAt || now.getTime() - row.lastAt.getTime() <= row.dueAt.getTime() - now.getTime()
}

export const cancelReminder = (row: Reminder, now: Instant): Reminder => {
  mustBeOpen(row)
  return changed({ ...row, status: 'cancelled', deletedAt: now }, now)
}

/**
 * The row as it was `before` a change. Deliveries that happened since stay delivered: a time that has come is not told
 * twice because something was undone.
 */
export const restoreReminder = (current: Reminder, before: Reminder): Reminder => {
  const last = current.lastAt
  if (!last || last.getTime() === before.lastAt?.getTime()) return before
  const snoozedUntil = before.snoozedUntil && before.snoozedUntil > last ? before.snoozedUntil : null
  const dueAt = before.dueAt && before.dueAt > last ? before.dueAt : nextDue(before, last)
  return settled({ ...before, lastAt: last, dueAt, snoozedUntil })
}

/** A time to tell now, and how many earlier times of the series it stands for. */
export interface Delivery {
  dueAt: Instant
  missed: number
}

/** What of this reminder has come by `at`, in order, and the row as it is after that. */
export const deliver = (row: Reminder, quiet: TimeWindow, at: Instant): { deliveries: Delivery[]; row: Reminder } => {
  const come = timesUpTo(row, at)
  const times = come.filter((time) => !isHushed(row, quiet, time))
  const dueAt = row.dueAt && row.dueAt <= at ? nextDue(row, at) : row.dueAt
  let { snoozedUntil } = row
  let lastAt = come.at(-1) ?? row.lastAt
  const deliveries: Delivery[] =
    times.length > MAX_MISSED
      ? times.slice(-1).map((time) => ({ dueAt: time, missed: times.length - 1 }))
      : times.map((time) => ({ dueAt: time, missed: 0 }))
  if (snoozedUntil && snoozedUntil <= at) {
    deliveries.push({ dueAt: snoozedUntil, missed: 0 })
    if (!lastAt || lastAt < snoozedUntil) lastAt = snoozedUntil
    snoozedUntil = null
  }
  deliveries.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  return { deliveries, row: settled({ ...row, dueAt, snoozedUntil, lastAt }) }
}

const timesUpTo = (row: Reminder, at: Instant): Instant[] => {
  if (!row.dueAt || row.dueAt > at) return []
  if (row.rrule === null) return [row.dueAt]
  const skipped = new Set(row.exdates.map((date) => date.getTime()))
  const series = { rule: row.rrule, localStart: row.localStart, timeZone: row.timeZone }
  return occurrencesBetween(series, row.dueAt, new Date(at.getTime() + 1))
    .map((occurrence) => occurrence.at)
    .filter((time) => !skipped.has(time.getTime()))
}

/** When an active reminder will come in `[from, to)`, a snoozed time included. */
export const timesBetween = (row: Reminder, quiet: TimeWindow, from: Instant, to: Instant): Instant[] => {
  const inside = (time: Instant | null): time is Instant => time !== null && time >= from && time < to
  const snoozed = [row.snoozedUntil].filter(inside)
  if (row.dueAt === null || row.dueAt >= to) return snoozed
  if (row.rrule === null) return [row.dueAt].filter(inside).concat(snoozed)
  const skipped = new Set(row.exdates.map((date) => date.getTime()))
  const series = { rule: row.rrule, localStart: row.localStart, timeZone: row.timeZone }
  return occurrencesBetween(series, row.dueAt > from ? row.dueAt : from, to)
    .map(({ at }) => at)
    .filter((at) => !skipped.has(at.getTime()) && !isHushed(row, quiet, at))
    .concat(snoozed)
}

/** An exact time was asked for and is kept at night too; "every hour" was not meant for the night. */
const isHushed = (row: Reminder, quiet: TimeWindow, at: Instant): boolean =>
  !row.overrideQuiet &&
  row.rrule !== null &&
  /FREQ=HOURLY/.test(row.rrule) &&
  !/BYHOUR/.test(row.rrule) &&
  isWithin(quiet, localTimeOf(at, row.timeZone).slice(11, 16))

/** Whether a local time is in a window that may go over midnight; the end is outside. */
export const isWithin = ({ start, end }: TimeWindow, time: string): boolean =>
  start <= end ? time >= start && time < end : time >= start || time < end
