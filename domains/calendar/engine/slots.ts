import { localTimeOf, placeLocal } from '../../../core/recurrence.ts'
import { addDays, type Instant, localDateOf } from '../../../core/time.ts'
import type { TimeWindow } from '../../../core/user.ts'

/** Free time between busy spans, inside local hours. */
export interface Span {
  start: Instant
  end: Instant
}

const MINUTE_MS = 60_000

/** The stretches of [from, to) that lie in the daily window, whatever DST does to its length. */
export const windowsBetween = (from: Instant, to: Instant, within: TimeWindow, timeZone: string): Span[] => {
  const spans: Span[] = []
  const overnight = within.end <= within.start
  let date = addDays(localDateOf(from, timeZone), -1)
  const last = localDateOf(to, timeZone)
  for (; date <= last; date = addDays(date, 1)) {
    const start = placeLocal(`${date}T${within.start}:00`, timeZone)
    const end = placeLocal(`${overnight ? addDays(date, 1) : date}T${within.end}:00`, timeZone)
    const clipped = { start: start < from ? from : start, end: end > to ? to : end }
    if (clipped.start < clipped.end) spans.push(clipped)
  }
  return spans
}

/** Overlapping and touching spans joined, in order. */
export const merge = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start.getTime() - b.start.getTime())) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = new Date(Math.max(span.end.getTime(), last.end.getTime()))
    else merged.push({ ...span })
  }
  return merged
}

/** Busy spans with the minutes a person wants to themselves before and after each. */
export const padded = (spans: readonly Span[], bufferMinutes: number): Span[] =>
  spans.map(({ start, end }) => ({
    start: new Date(start.getTime() - bufferMinutes * MINUTE_MS),
    end: new Date(end.getTime() + bufferMinutes * MINUTE_MS),
  }))

/** What is left of the windows when the busy spans are taken out, in pieces of at least `durationMinutes`. */
export const freeSpans = (windows: readonly Span[], busy: readonly Span[], durationMinutes: number): Span[] => {
  const taken = merge(busy)
  const free: Span[] = []
  for (const window of merge(windows)) {
    let cursor = window.start
    for (const span of taken) {
      if (span.end <= cursor || span.start >= window.end) continue
      if (span.start > cursor) free.push({ start: cursor, end: span.start })
      cursor = span.end
    }
    if (cursor < window.end) free.push({ start: cursor, end: window.end })
  }
  return free.filter((span) => span.end.getTime() - span.start.getTime() >= durationMinutes * MINUTE_MS)
}

/** The two times nearest to the one wished for at which it would fit, earlier one first. */
export const nearestTwo = (free: readonly Span[], wished: Instant, durationMinutes: number): Span[] => {
  const length = durationMinutes * MINUTE_MS
  const at = (ms: number): Span => ({ start: new Date(ms), end: new Date(ms + length) })
  const wish = wished.getTime()
  const candidates = free.flatMap((span) => {
    const latest = span.end.getTime() - length
    const best = Math.min(Math.max(wish, span.start.getTime()), latest)
    return [
      best,
      best + length <= latest ? best + length : null,
      best - length >= span.start.getTime() ? best - length : null,
    ]
      .filter((ms) => ms !== null)
      .map(at)
  })
  return candidates
    .sort((a, b) => Math.abs(a.start.getTime() - wish) - Math.abs(b.start.getTime() - wish))
    .slice(0, 2)
    .sort((a, b) => a.start.getTime() - b.start.getTime())
}

/** The person's hours when the wish lies in them, else the waking day: nobody is offered 10:00 for a dinner at 20:00. */
export const hoursFor = (wished: Instant, durationMinutes: number, work: TimeWindow, timeZone: string): TimeWindow => {
  const start = localTimeOf(wished, timeZone).slice(11, 16)
  const end = localTimeOf(new Date(wished.getTime() + durationMinutes * MINUTE_MS), timeZone).slice(11, 16)
  return start >= work.start && end <= work.end && start <= end ? work : { start: '07:00', end: '23:00' }
}
