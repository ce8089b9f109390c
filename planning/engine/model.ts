import { type Contexts, contextsOf } from './contexts.ts'
import { isDemanding, pointsOf, sumOf, unitsOf, unitWeights } from './soft.ts'
import { gridOf } from './spans.ts'
import { busyOf, type Still, startTest, stillOf, whyNever } from './starts.ts'
import type { Day, LeftOut, Minute, Movable, Span } from './types.ts'

/** The day as the search sees it: slots of the grid, jobs without overlap on one line of time. */

/** One piece of an item. Times are slots, `lead` the slots of the way before. */
export interface Job {
  item: Movable
  unit: number
  minutes: number
  length: number
  lead: number
  weight: number
  /** Slots of demanding work. */
  demanding: number
  /** Points of starting at a slot; −1 where it may not. */
  points: Int32Array
  /** The first slot from here on where it may start; −1 for none. */
  next: Int32Array
  /** Jobs that must be finished before, and those that wait for this one. */
  after: number[]
  followers: number[]
  gaps: { job: number; slots: number }[]
}

export interface Model {
  day: Day
  grid: number
  origin: Minute
  slots: number
  /** By slot: where the busy span ends that it lies in; the slot itself when it is free. */
  freeFrom: Int32Array
  /** By slot: the number of the busy span it lies in, −1 when free. */
  busyAt: Int32Array
  jobs: Job[]
  contexts: Contexts
  /** Slots of demanding jobs that the day carries; infinite when all of them fit into it. */
  budget: number
  /** What no search could place. */
  never: LeftOut[]
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Sorts out what cannot be a job: no duration, an id that is already there, a circle of dependencies. */
const sound = (day: Day): { items: Movable[]; never: LeftOut[] } => {
  const never: LeftOut[] = []
  const seen = new Set(day.fixed.map(({ id }) => id))
  const unpinned: Movable[] = []
  const order = (item: Movable): string => JSON.stringify(item, Object.keys(item).sort())
  const sorted = [...day.movable].sort((a, b) => byId(a, b) || (order(a) < order(b) ? -1 : 1))
  for (const item of sorted) {
    const out = (code: LeftOut['code'], minutes = item.minutes): void =>
      void never.push({ id: item.id, minutes, code, by: [] })
    if (seen.has(item.id)) out('same_id')
    else if (!item.pinned && !(item.minutes > 0 && Number.isFinite(item.minutes))) out('not_a_duration', 0)
    else if (!item.pinned) unpinned.push(item)
    seen.add(item.id)
  }
  const byName = new Map(unpinned.map((item) => [item.id, item]))
  const reaches = (from: string, to: string, been: Set<string>): boolean =>
    (byName.get(from)?.after ?? []).some((id) => id === to || (!been.has(id) && reaches(id, to, been.add(id))))
  const items = unpinned.filter((item) => {
    if (!reaches(item.id, item.id, new Set())) return true
    never.push({ id: item.id, minutes: item.minutes, code: 'circular', by: [...(item.after ?? [])].sort() })
    return false
  })
  return { items, never }
}

interface Line {
  day: Day
  grid: number
  origin: Minute
  slots: number
}

const jobsOf = (
  line: Line,
  still: readonly Still[],
  busy: readonly Span[],
  items: Movable[],
  never: LeftOut[],
): Job[] => {
  const { day, grid, origin, slots } = line
  const jobs: Job[] = []
  for (const item of items) {
    const units = unitsOf(item, grid)
    const weights = unitWeights(item, units)
    const points = pointsOf(day, item, units)
    const lead = Math.ceil((item.travel?.before ?? 0) / grid)
    const tail = Math.ceil((item.travel?.after ?? 0) / grid)
    const made = units.map((minutes, unit): Job => {
      const may = startTest(day, still, busy, item, minutes)
      const job: Job = {
        item,
        unit,
        minutes,
        length: lead + minutes / grid + tail,
        lead,
        weight: weights[unit] ?? 0,
        demanding: isDemanding(item) ? minutes / grid : 0,
        points: new Int32Array(slots + 1).fill(-1),
        next: new Int32Array(slots + 2).fill(-1),
        after: [],
        followers: [],
        gaps: [],
      }
      for (let slot = slots; slot >= 0; slot -= 1) {
        const start = origin + (slot + lead) * grid
        const fits = slot + job.length <= slots && may(start)
        if (fits) job.points[slot] = sumOf(points(unit, start))
        job.next[slot] = fits ? slot : (job.next[slot + 1] ?? -1)
      }
      return job
    })
    const [first] = made
    if (first && first.next[0] === -1) {
      const may = startTest(day, still, busy, item, first.minutes)
      const code = whyNever(day, item, first.minutes, grid, may)
      never.push({ id: item.id, minutes: item.minutes, code, by: [] })
    } else jobs.push(...made)
  }
  return jobs
}

/** Drops what waits for something that never comes, then joins pieces, dependencies and gaps by number. */
const connect = (jobs: readonly Job[], never: LeftOut[], grid: number): Job[] => {
  const out = new Set(never.map(({ id }) => id))
  let left = [...jobs]
  for (let before = -1; before !== left.length; ) {
    before = left.length
    left = left.filter(({ item, unit }) => {
      const by = (item.after ?? []).filter((id) => out.has(id)).sort()
      if (by.length === 0) return true
      if (unit === 0) never.push({ id: item.id, minutes: item.minutes, code: 'needs_other', by })
      return false
    })
    for (const { id } of never) out.add(id)
  }
  left.forEach((job, at) => {
    const gaps = new Map<number, number>()
    left.forEach((other, number) => {
      const isBefore = other.item === job.item ? other.unit === job.unit - 1 : job.item.after?.includes(other.item.id)
      if (isBefore) {
        job.after.push(number)
        other.followers.push(at)
      }
      if (other.item === job.item) return
      const between = [
        ...(job.item.gaps ?? []).filter(({ of }) => of === other.item.id),
        ...(other.item.gaps ?? []).filter(({ of }) => of === job.item.id),
      ]
      const minutes = Math.max(0, ...between.map((gap) => gap.minutes))
      if (minutes > 0) gaps.set(number, Math.ceil(minutes / grid))
    })
    job.gaps = [...gaps].map(([number, slots]) => ({ job: number, slots }))
  })
  return left
}

/** Slots of demanding jobs that are still allowed: what is asked for in the message always is. */
const budgetOf = (day: Day, jobs: readonly Job[], grid: number): number => {
  if (day.demandingMinutes === null) return Number.POSITIVE_INFINITY
  const standing = [
    ...day.fixed.filter(isDemanding).map(({ start, end }) => Math.max(0, end - start)),
    ...day.movable.flatMap((item) => (item.pinned && isDemanding(item) ? [item.pinned.to - item.pinned.from] : [])),
  ].reduce((sum, minutes) => sum + minutes, 0)
  const asked = jobs.filter(({ item }) => item.must).reduce((sum, { demanding }) => sum + demanding, 0)
  const all = jobs.reduce((sum, { demanding }) => sum + demanding, 0)
  const budget = Math.max(asked, Math.floor((day.demandingMinutes - standing) / grid))
  return all <= budget ? Number.POSITIVE_INFINITY : budget
}

/** The model of a day; the order of its lists changes nothing. */
export const modelOf = (day: Day): Model => {
  const grid = gridOf(day)
  const origin = Math.ceil(day.span.from / grid) * grid
  const slots = Math.max(0, Math.floor((day.span.to - origin) / grid))
  const still = stillOf(day)
  const busy = busyOf(day, still, grid)
  const freeFrom = Int32Array.from({ length: slots + 1 }, (_, slot) => slot)
  const busyAt = new Int32Array(slots + 1).fill(-1)
  busy.forEach(({ from, to }, number) => {
    const end = Math.min(slots, (to - origin) / grid)
    for (let slot = Math.max(0, (from - origin) / grid); slot < end; slot += 1) {
      freeFrom[slot] = end
      busyAt[slot] = number
    }
  })
  const { items, never } = sound(day)
  const jobs = connect(jobsOf({ day, grid, origin, slots }, still, busy, items, never), never, grid)
  const contexts = contextsOf(day, jobs, still, busy)
  return { day, grid, origin, slots, freeFrom, busyAt, jobs, contexts, budget: budgetOf(day, jobs, grid), never }
}
