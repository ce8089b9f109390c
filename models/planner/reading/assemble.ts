import { instantAt, toRfc3339 } from '../../../core/time.ts'
import type { Mention } from '../mention.ts'
import { resolveClock } from './clock.ts'
import { type DayPart, PART_TIME } from './lexicon/calendar.ts'
import type { Clock, MentionBody, Piece } from './piece.ts'
import { oneOf, type Scan, wordAt } from './scan.ts'

/** A piece with the token it starts at. */
export type Placed = Piece & { from: number }

/** What belongs together: a day, a clock, a part of the day, a repetition, at most one of each, side by side. */
interface Cluster {
  from: number
  end: number
  day?: Piece & { kind: 'day' }
  clock?: Clock
  part?: DayPart
  repeat?: Piece & { kind: 'repeat' }
  window?: { from: Clock; to: Clock }
  body?: MentionBody
}

const isNextTo = (s: Scan, end: number, from: number): boolean =>
  end === from || (end + 1 === from && s.tokens[end]?.word === ',')

const open = (piece: Placed): Cluster => {
  const at = { from: piece.from, end: piece.end }
  if (piece.kind === 'day') return piece.part ? { ...at, day: piece, part: piece.part } : { ...at, day: piece }
  if (piece.kind === 'clock') return { ...at, clock: piece.clock }
  if (piece.kind === 'part') return { ...at, part: piece.part }
  if (piece.kind === 'repeat') return piece.part ? { ...at, repeat: piece, part: piece.part } : { ...at, repeat: piece }
  if (piece.kind === 'window') return { ...at, window: { from: piece.opens, to: piece.closes } }
  return piece.kind === 'mention' ? { ...at, body: piece.body } : at
}

const STARTS = oneOf('с со from')
const TARGETS = oneOf('на по до к to till until')
/** "с четверга на пятницу" names two days, "в пятницу 20 марта" one. */
const movesOn = (s: Scan, cluster: Cluster, piece: Placed): boolean =>
  STARTS.has(wordAt(s, cluster.from)) || TARGETS.has(wordAt(s, piece.from))

/** Adds `piece` to the cluster when they are about the same moment. */
const join = (s: Scan, cluster: Cluster, piece: Placed): boolean => {
  if (!isNextTo(s, cluster.end, piece.from) || cluster.body || cluster.window) return false
  const { day, clock, part, repeat } = cluster
  if (piece.kind === 'day' && day && movesOn(s, cluster, piece)) return false
  if (piece.kind === 'day') {
    if (repeat) return false
    if (!day && (clock || part) && !(part && piece.part)) {
      cluster.day = piece
      if (piece.part) cluster.part = piece.part
    } else if (day && !clock && !part && !piece.part && (day.weekday || day.date.equals(piece.date)))
      cluster.day = piece
    else if (day && !clock && !part && !piece.part && piece.weekday && day.date.dayOfWeek === piece.date.dayOfWeek)
      cluster.day = day
    else return false
  } else if (piece.kind === 'clock') {
    if (clock) return false
    cluster.clock = piece.clock
  } else if (piece.kind === 'part') {
    if (part || clock?.part) return false
    cluster.part = piece.part
  } else if (piece.kind === 'repeat') {
    if (day || repeat || !(clock || part)) return false
    cluster.repeat = piece
    if (piece.part) cluster.part = piece.part
  } else return false
  cluster.end = piece.end
  return true
}

const withPart = (clock: Clock, part: DayPart | undefined): Clock =>
  part && clock.part === null && (!clock.literal || clock.hour === 12) && clock.exact ? { ...clock, part } : clock

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Today's "в 8" said at ten in the morning is tonight's; "в час ночи" is the coming night's. */
const todaysClock = (s: Scan, clock: Clock): Clock & { tomorrow?: true } => {
  if (s.prefer === 'past') return clock
  const { time } = resolveClock(clock)
  if (minutesOf(time) >= s.now.hour * 60 + s.now.minute) return clock
  if (clock.part === null && !clock.literal && clock.hour < 12) return { ...clock, part: 'pm' }
  return clock.part === 'night' && minutesOf(time) < 360 ? { ...clock, tomorrow: true } : clock
}

const timeOf = (cluster: Cluster): { time: string; exact: boolean; nextDay: boolean } | null => {
  if (cluster.clock) return { ...resolveClock(withPart(cluster.clock, cluster.part)), exact: cluster.clock.exact }
  return cluster.part ? { time: PART_TIME[cluster.part], exact: false, nextDay: false } : null
}

const instantBody = (s: Scan, cluster: Cluster, day: Piece & { kind: 'day' }): MentionBody => {
  let { date } = day
  let clock = cluster.clock ? withPart(cluster.clock, cluster.part) : null
  if (clock && date.equals(s.today)) {
    const own = todaysClock(s, clock)
    if (own.tomorrow) date = date.add({ days: 1 })
    clock = own
  }
  const found = clock ? { ...resolveClock(clock), exact: clock.exact } : timeOf(cluster)
  if (!found) return { kind: 'date', date: date.toString() }
  if (found.nextDay) date = date.add({ days: 1 })
  const at = toRfc3339(instantAt(date.toString(), found.time, s.context.timeZone), s.context.timeZone)
  return { kind: 'instant', at, exact: found.exact }
}

/** The end of a window is the first fitting reading after its start: "с 9 до 5", "с 11 до 2". */
const windowBody = (from: Clock, to: Clock): MentionBody => {
  const start = resolveClock(from).time
  let end = resolveClock(to).time
  if (to.part === null && !to.literal && to.hour <= 12) {
    const readings = [end, resolveClock({ ...to, literal: true }).time, resolveClock({ ...to, part: 'pm' }).time]
    const later = readings.filter((time) => minutesOf(time) > minutesOf(start)).sort()
    end = later[0] ?? resolveClock({ ...to, literal: true }).time
  }
  return { kind: 'window', from: start, to: end }
}

const bodyOf = (s: Scan, cluster: Cluster): MentionBody | null => {
  if (cluster.body) return cluster.body
  if (cluster.window) return windowBody(cluster.window.from, cluster.window.to)
  const found = timeOf(cluster)
  if (cluster.repeat) return { kind: 'rrule', rrule: cluster.repeat.repeat.rrule, time: found?.time ?? null }
  if (cluster.day) return instantBody(s, cluster, cluster.day)
  return found ? { kind: 'time', time: found.time, exact: found.exact } : null
}

/** A day, a part of it and a clock that stand apart in one sentence still say one moment. */
const relate = (s: Scan, clusters: Cluster[]): void => {
  const days = clusters.filter((c) => c.day)
  const clocks = clusters.filter((c) => (c.clock || c.window) && !c.day && !c.repeat)
  const [own] = clocks
  if (clocks.length !== 1 || !own || days.length > 1) return
  const [day] = days
  const parts = clusters.filter((c) => c.part && !c.clock && !c.repeat)
  const part = parts.length === 1 ? parts[0]?.part : undefined
  const adapt = (clock: Clock): Clock => {
    const parted = withPart(clock, own.part ?? part)
    return day?.day?.date.equals(s.today) ? todaysClock(s, parted) : parted
  }
  if (own.clock) own.clock = adapt(own.clock)
  if (own.window) own.window = { from: adapt(own.window.from), to: adapt(own.window.to) }
  // "завтра вечером созвон в 8": the exact clock is the time, the day stays a date.
  if (day && !day.clock && day.part && (own.clock?.exact || own.window)) delete day.part
}

/** The mentions that pieces make, in order. */
export const assemble = (s: Scan, pieces: readonly Placed[]): Mention[] => {
  const clusters: Cluster[] = []
  for (const piece of pieces) {
    const last = clusters.at(-1)
    if (!last || !join(s, last, piece)) clusters.push(open(piece))
  }
  relate(s, clusters)
  return clusters.flatMap((cluster) => {
    const body = bodyOf(s, cluster)
    const first = s.tokens[cluster.from]
    const last = s.tokens[cluster.end - 1]
    return body && first && last ? [{ ...body, start: first.start, end: last.end }] : []
  })
}
