// What a night is: read from what a person says, counted once however many rows tell of it.
import { AppError } from '../../../core/errors.ts'
import { type Instant, type LocalDate, localDateOf, zoned } from '../../../core/time.ts'
import type { SleepRow, Spell } from '../repository/sleep.ts'
import type { LogSleep } from '../schema.ts'

const MINUTE_MS = 60_000
const LONGEST_MINUTES = 24 * 60
/** Said without being asked, sleep of up to three hours that begins from 9:00 to 20:00 by the wall clock is a nap. */
const NAP_MINUTES = 180
const NAP_FROM_HOUR = 9
const NAP_TO_HOUR = 20

export interface SleepSaid {
  startedAt: Instant | null
  endedAt: Instant | null
  localDate: LocalDate
  minutes: number
  nap: boolean
}

const invalid = (path: string, key: string): AppError =>
  new AppError('invalid', `health.${key}`, {}, { errors: [{ path, message: `health.${key}` }] })

const boundsOf = (input: LogSleep): { startedAt: Instant; endedAt: Instant } | null => {
  const start = input.start === undefined ? null : new Date(input.start)
  const end = input.end === undefined ? null : new Date(input.end)
  const length = input.durationMinutes === undefined ? null : input.durationMinutes * MINUTE_MS
  if (start && end) return { startedAt: start, endedAt: end }
  if (end && length !== null) return { startedAt: new Date(end.getTime() - length), endedAt: end }
  if (start && length !== null) return { startedAt: start, endedAt: new Date(start.getTime() + length) }
  if (start || end) throw invalid(start ? 'end' : 'start', 'sleep_half')
  return null
}

const looksLikeNap = (startedAt: Instant, minutes: number, timeZone: string): boolean => {
  const { hour } = zoned(startedAt, timeZone)
  return minutes <= NAP_MINUTES && hour >= NAP_FROM_HOUR && hour < NAP_TO_HOUR
}

/**
 * Sleep as said: elapsed minutes (a night of a DST change is 7 or 9 hours by the clock's 8) on the local day of waking.
 * Throws `invalid` without a length, in the future, or longer than a day.
 */
export const readSleep = (input: LogSleep, now: Instant, timeZone: string): SleepSaid => {
  const today = localDateOf(now, timeZone)
  const bounds = boundsOf(input)
  if (!bounds) {
    if (input.durationMinutes === undefined) throw invalid('durationMinutes', 'sleep_needs_length')
    if (input.durationMinutes > LONGEST_MINUTES) throw invalid('durationMinutes', 'sleep_too_long')
    const localDate = input.date ?? today
    if (localDate > today) throw invalid('date', 'in_future')
    return { startedAt: null, endedAt: null, localDate, minutes: input.durationMinutes, nap: input.nap ?? false }
  }
  const minutes = (bounds.endedAt.getTime() - bounds.startedAt.getTime()) / MINUTE_MS
  if (minutes <= 0) throw invalid('end', 'sleep_ends_before')
  if (minutes > LONGEST_MINUTES) throw invalid('end', 'sleep_too_long')
  if (bounds.endedAt.getTime() > now.getTime()) throw invalid('end', 'in_future')
  const nap = input.nap ?? looksLikeNap(bounds.startedAt, minutes, timeZone)
  return { ...bounds, localDate: localDateOf(bounds.endedAt, timeZone), minutes, nap }
}

interface Interval {
  startedAt: Instant | null
  endedAt: Instant | null
}
const overlap = (a: Interval, b: Interval): boolean =>
  a.startedAt !== null &&
  a.endedAt !== null &&
  b.startedAt !== null &&
  b.endedAt !== null &&
  a.startedAt < b.endedAt &&
  b.startedAt < a.endedAt

/**
 * Of the person's own rows those that the new statement corrects: what it overlaps, and on the same day a night of which
 * one of both has no clock times. Naps without clock times are further naps, not corrections.
 */
export const correctedBy = (said: SleepSaid, own: readonly SleepRow[]): SleepRow[] =>
  own.filter((row) => {
    if (row.nap !== said.nap) return overlap(row, said)
    if (overlap(row, said)) return true
    return !said.nap && row.localDate === said.localDate && (row.startedAt === null || said.startedAt === null)
  })

const minutesOf = (rows: readonly Spell[]): number => rows.reduce((sum, row) => sum + row.minutes, 0)
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Rows of one source and device without those that repeat a longer one. */
const withoutRepeats = (rows: readonly Spell[]): Spell[] => {
  const kept: Spell[] = []
  for (const row of [...rows].sort((a, b) => b.minutes - a.minutes || byText(a.id, b.id)))
    if (!kept.some((other) => overlap(row, other))) kept.push(row)
  return kept
}

const byStream = (rows: readonly Spell[]): { name: string; rows: Spell[] }[] => {
  const streams = new Map<string, Spell[]>()
  for (const row of rows) {
    const name = `${row.source}|${row.device ?? ''}`
    streams.set(name, [...(streams.get(name) ?? []), row])
  }
  return [...streams].map(([name, all]) => ({ name, rows: withoutRepeats(all) }))
}

/** Rows that tell of the same time: connected by overlap. Rows without clock times tell of the whole night. */
const sameTime = (rows: readonly Spell[]): Spell[][] => {
  if (rows.some((row) => row.startedAt === null)) return rows.length > 0 ? [[...rows]] : []
  const sorted = [...rows].sort(
    (a, b) => (a.startedAt?.getTime() ?? 0) - (b.startedAt?.getTime() ?? 0) || byText(a.id, b.id),
  )
  const groups: { rows: Spell[]; until: number }[] = []
  for (const row of sorted) {
    const last = groups.at(-1)
    const end = row.endedAt?.getTime() ?? 0
    if (last && (row.startedAt?.getTime() ?? 0) < last.until) {
      last.rows.push(row)
      last.until = Math.max(last.until, end)
    } else groups.push({ rows: [row], until: end })
  }
  return groups.map((group) => group.rows)
}

/**
 * Which stream (source and device) speaks for a stretch of time: the person, else one that saw stages, else the longest,
 * else the first by name. The order in which rows arrived does not matter.
 */
const chosen = (rows: readonly Spell[]): Spell[] => {
  const ranked = byStream(rows).map((stream) => ({
    ...stream,
    own: stream.rows.some((row) => row.source === 'person'),
    staged: stream.rows.some((row) => row.staged),
    minutes: minutesOf(stream.rows),
  }))
  ranked.sort(
    (a, b) =>
      Number(b.own) - Number(a.own) ||
      Number(b.staged) - Number(a.staged) ||
      b.minutes - a.minutes ||
      byText(a.name, b.name),
  )
  return ranked[0]?.rows ?? []
}

/** What the person says of a night is all of it: a device's pieces beside it do not lengthen it. */
const ownFirst = (rows: readonly Spell[]): readonly Spell[] => {
  const own = rows.filter((row) => row.source === 'person')
  return own.length > 0 ? own : rows
}

export interface NightCounted {
  date: LocalDate
  /** Null when only naps are known. */
  minutes: number | null
  napMinutes: number
  /** As the person said last. */
  quality: number | null
  sources: string[]
  ids: string[]
}

/** The sleep of one local day of waking from all rows that tell of it. */
export const countNight = (date: LocalDate, spells: readonly Spell[]): NightCounted => {
  const night = sameTime(ownFirst(spells.filter((row) => !row.nap))).flatMap(chosen)
  const naps = sameTime(spells.filter((row) => row.nap)).flatMap((rows) =>
    rows.some((row) => row.startedAt === null) ? napsWithoutTimes(rows) : chosen(rows),
  )
  const counted = [...night, ...naps]
  const rated = counted
    .filter((row) => row.quality !== null)
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || byText(a.id, b.id))
  return {
    date,
    minutes: night.length > 0 ? minutesOf(night) : null,
    napMinutes: minutesOf(naps),
    quality: rated[0]?.quality ?? null,
    sources: [...new Set(counted.map((row) => row.source))].sort(),
    ids: counted.map((row) => row.id).sort(),
  }
}

/** Two naps of which one has no clock times are two naps. */
const napsWithoutTimes = (rows: readonly Spell[]): Spell[] => [
  ...rows.filter((row) => row.startedAt === null),
  ...sameTime(rows.filter((row) => row.startedAt !== null)).flatMap(chosen),
]

/** Nights by day of waking, in order; days without rows are not in it. */
export const countNights = (spells: readonly Spell[]): NightCounted[] => {
  const days = new Map<LocalDate, Spell[]>()
  for (const spell of spells) {
    const day = days.get(spell.localDate)
    if (day) day.push(spell)
    else days.set(spell.localDate, [spell])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, rows]) => countNight(date, rows))
}
