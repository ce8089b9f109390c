import { joined, overlaps, within, withTravel } from './spans.ts'
import type { Day, LeftOutCode, Minute, Movable, Span } from './types.ts'

/** Where one piece may start, looking at nothing but what does not move. */

/** A rule that can be looked away from, to learn whether it is the one in the way. */
export type Rule = 'windows' | 'hours' | 'deadline' | 'earliest' | 'forbidden' | 'gaps' | 'busy'

const QUARTER = 15

/** Things that stand still, with what they keep free around them. */
export interface Still {
  id: string
  core: Span
  whole: Span
}

/** Events and what has begun, in the order of their ends. */
export const stillOf = (day: Day): Still[] =>
  [
    ...day.fixed.map((one) => {
      const core = { from: one.start, to: one.end }
      return { id: one.id, core, whole: one.end > one.start ? withTravel(core, one.travel) : core }
    }),
    ...day.movable.flatMap((item) =>
      item.pinned ? [{ id: item.id, core: item.pinned, whole: withTravel(item.pinned, item.travel) }] : [],
    ),
  ].sort((a, b) => a.core.to - b.core.to || (a.id < b.id ? -1 : 1))

/** What is taken by things that stand still and by sleep, rounded outwards to the grid. */
export const busyOf = (day: Day, still: readonly Still[], grid: number): Span[] =>
  joined(
    [...still.map(({ whole }) => whole), ...day.sleep]
      .filter((span) => span.to > span.from && overlaps(span, day.span))
      .map(({ from, to }) => ({ from: Math.floor(from / grid) * grid, to: Math.ceil(to / grid) * grid })),
  )

const gapKept = (still: readonly Still[], day: Day, item: Movable, start: Minute, end: Minute): boolean =>
  still.every(({ id, core }) => {
    const own = item.gaps?.filter(({ of }) => of === id) ?? []
    const other = day.movable.filter((one) => one.id === id).flatMap((one) => one.gaps ?? [])
    const minutes = Math.max(0, ...[...own, ...other.filter(({ of }) => of === item.id)].map((gap) => gap.minutes))
    return minutes === 0 || start >= core.to + minutes || end + minutes <= core.from
  })

/**
 * Whether a piece of `minutes` may start at a minute: on a quarter hour, unless its own length is finer or something that
 * stands still ends there; `without` is the rule looked away from.
 */
export const startTest = (day: Day, still: readonly Still[], busy: readonly Span[], item: Movable, minutes: number) => {
  const windows = item.windows ? joined(item.windows) : null
  const working = joined(day.working)
  const forbidden = day.forbidden.filter(
    ({ kinds, over }) => item.demand > over && (kinds === undefined || kinds.includes(item.kind)),
  )
  const doneBefore = still.filter(({ id }) => item.after?.includes(id) && id !== item.id)
  const bound = still.some(
    ({ id }) =>
      item.gaps?.some(({ of }) => of === id) ||
      day.movable.some((one) => one.id === id && one.gaps?.some(({ of }) => of === item.id)),
  )
  const fine = minutes % QUARTER !== 0
  const edges = new Set([
    day.span.from,
    item.earliest,
    ...busy.map(({ to }) => to + (item.travel?.before ?? 0)),
    ...(windows ?? []).map(({ from }) => from),
    ...(item.gaps ?? []).flatMap((gap) =>
      still.flatMap(({ id, core }) => (id === gap.of ? [core.to + gap.minutes] : [])),
    ),
  ])
  return (start: Minute, without?: Rule): boolean => {
    if (!fine && start % QUARTER !== 0 && !edges.has(start)) return false
    const end = start + minutes
    const whole = withTravel({ from: start, to: end }, item.travel)
    if (whole.from < day.span.from || whole.to > day.span.to) return false
    if (without !== 'busy' && busy.some((span) => overlaps(span, whole))) return false
    if (without !== 'earliest' && item.earliest !== undefined && start < item.earliest) return false
    if (without !== 'deadline' && item.latest !== undefined && end > item.latest) return false
    if (without !== 'windows' && windows && !within(windows, start, end)) return false
    if (without !== 'hours' && item.hours === 'working' && !within(working, start, end)) return false
    if (without !== 'hours' && item.loud && day.quiet.some((span) => overlaps(span, { from: start, to: end })))
      return false
    if (without !== 'forbidden' && forbidden.some(({ span }) => !span || overlaps(span, { from: start, to: end })))
      return false
    if (without !== 'gaps' && bound && !gapKept(still, day, item, start, end)) return false
    return doneBefore.every(({ core }) => start >= core.to)
  }
}

const CODES: readonly [Rule, LeftOutCode][] = [
  ['forbidden', 'contraindicated'],
  ['deadline', 'window_closed'],
  ['windows', 'window_closed'],
  ['hours', 'outside_hours'],
  ['gaps', 'gap'],
  ['earliest', 'window_closed'],
]

/** The rule that leaves an item without any start. */
export const whyNever = (
  day: Day,
  item: Movable,
  minutes: number,
  grid: number,
  may: (start: Minute, without?: Rule) => boolean,
): LeftOutCode => {
  if (item.latest !== undefined && item.latest - minutes < day.span.from && item.latest <= day.span.from)
    return 'deadline_past'
  for (const [rule, code] of CODES)
    for (let at = Math.ceil(day.span.from / grid) * grid; at < day.span.to; at += grid) if (may(at, rule)) return code
  return 'longer_than_any_gap'
}
