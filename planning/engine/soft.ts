import type { Day, EnergyCurve, Fixed, Minute, Movable, Span } from './types.ts'

/** What a plan is judged by: the weight of what is left out, and the points of where things lie. */

/** From here on a thing counts as demanding. */
export const DEMANDING = 0.6
/** Points of one coming after another; whole numbers, so that sums compare exactly. */
export const JOIN = { otherGroup: 80, noRest: 120, brokenUp: 150 } as const
const MOVED = { loose: 100, firm: 20_000 } as const
const QUARTER = 15

/** Hundredths of importance × urgency: priority 1 weighs 4, priority 4 weighs 1. */
export const weightOf = (item: Movable): number => {
  const importance = Math.min(4, Math.max(1, 5 - item.priority))
  const urgency = Math.min(10, Math.max(1, item.urgency))
  return Math.round(100 * importance * urgency * (item.must ? 1_000 : 1))
}

export const isDemanding = (thing: { demand?: number }): boolean => (thing.demand ?? 0) >= DEMANDING

/** Minutes of the pieces it is made of: as many least pieces as it holds, the first takes the rest. */
export const unitsOf = (item: Movable, grid: number): number[] => {
  const minutes = Math.ceil(item.minutes / grid) * grid
  if (item.travel) return [minutes]
  const least = Math.ceil((item.leastPiece ?? minutes) / grid) * grid
  const count = Math.max(1, Math.floor(minutes / Math.max(least, grid)))
  return Array.from({ length: count }, (_, at) => (at === 0 ? minutes - least * (count - 1) : least))
}

/** The weight of each piece; they sum to the weight of the whole. */
export const unitWeights = (item: Movable, units: readonly number[]): number[] => {
  const weight = weightOf(item)
  const whole = units.reduce((sum, unit) => sum + unit, 0)
  const rest = units.slice(1).map((unit) => Math.floor((weight * unit) / whole))
  return [weight - rest.reduce((sum, one) => sum + one, 0), ...rest]
}

export const energyAt = (curve: EnergyCurve, at: Minute): number =>
  curve.values[Math.floor((at - curve.from) / QUARTER)] ?? 0

/** Minutes from the preferred span to where it would lie. */
const distance = (span: Span, start: Minute, end: Minute): number =>
  Math.max(0, span.from - start, end - Math.max(span.to, span.from + (end - start)))

/** Where each piece was in the last plan; null for one that was not. */
const previousStarts = (item: Movable, units: readonly number[]): (Minute | null)[] => {
  const spans = [...(item.previous ?? [])].sort((a, b) => a.from - b.from)
  let at = 0
  let used = 0
  return units.map((unit) => {
    const span = spans[at]
    if (!span) return null
    const start = span.from + used
    used += unit
    if (start + unit >= span.to) {
      at += 1
      used = 0
    }
    return start
  })
}

/** The points of one piece at one time, by what they are for. */
export interface Points {
  energy: number
  preferred: number
  asBefore: number
  soonest: number
}

/** Points of the pieces of one item as a function of where a piece starts. `unit` is its place in `units`. */
export const pointsOf = (day: Day, item: Movable, units: readonly number[]) => {
  const before = previousStarts(item, units)
  const whole = units.reduce((sum, one) => sum + one, 0)
  return (unit: number, start: Minute): Points => {
    const minutes = units[unit] ?? 0
    const share = minutes / whole
    let short = 0
    for (let at = start; at < start + minutes; at += 5)
      short += Math.max(0, item.demand - energyAt(day.energy, at)) * Math.min(5, start + minutes - at)
    const off = item.preferred ? distance(item.preferred, start, start + minutes) : 0
    const previous = before[unit]
    const moved = previous === null || previous === undefined ? 0 : Math.abs(start - previous)
    return {
      energy: Math.round(10 * short),
      preferred: Math.round(off === 0 ? 0 : share * (60 + 2 * Math.min(off, 480))),
      asBefore: moved === 0 ? 0 : Math.round(share * (MOVED[day.stability] + Math.min(moved, 480) / 4)),
      soonest: Math.round((share * (item.urgency + 1) * (start - day.span.from)) / 60),
    }
  }
}

export const sumOf = (points: Points): number => points.energy + points.preferred + points.asBefore + points.soonest

/** What lies before a piece, as far as it matters to it. */
export interface Before {
  /** The last place or project. */
  group: string | null
  /** Something demanding ends right here. */
  demanding: boolean
  /** The item whose piece ends right here. */
  item: string | null
}

export const NOTHING_BEFORE: Before = { group: null, demanding: false, item: null }

/** Points for what comes before it. A piece right after the one before is the same block. */
export const joinPoints = (before: Before, item: Movable, unit: number): number => {
  if (before.item === item.id && unit > 0) return 0
  const other = item.group !== undefined && before.group !== null && before.group !== item.group
  return (
    (other ? JOIN.otherGroup : 0) +
    (before.demanding && isDemanding(item) && !item.travel?.before ? JOIN.noRest : 0) +
    (unit > 0 ? JOIN.brokenUp : 0)
  )
}

export const beforeAfter = (before: Before, thing: Movable | Fixed, item: string | null): Before => ({
  group: thing.group ?? before.group,
  demanding: isDemanding(thing) && !thing.travel?.after,
  item,
})

export const afterPause = (before: Before): Before => ({ group: before.group, demanding: false, item: null })
