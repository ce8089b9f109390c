import { type Costs, findPrices, type Prices } from './bound.ts'
import type { Contexts } from './contexts.ts'
import { type Model, modelOf } from './model.ts'
import { conflictsOf, scoreOf } from './score.ts'
import { type Found, type Level, search } from './search.ts'
import type { Block, Day, LeftOut, Optimality, Plan } from './types.ts'

/** One day, solved: first what gets in, then where it lies. Pure and deterministic: effort is counted, not timed. */

/** Leaving out weighs before any number of demanding minutes a day has. */
const HEAVIER = 2_000
/** Points that an average job left out stands for while places are priced. */
const AVERAGE_LEAVE = 1_500
const NEVER = 1e3
const SOFT_REACH = 200
/** From cheap to dear: how many more jobs the prices note, the steps of pricing, the states a slot keeps. */
const STAGES = {
  left: [
    { add: 0, rounds: 0, width: 8 },
    { add: 0, rounds: 100, width: 60 },
    { add: 3, rounds: 40, width: 400 },
    { add: 3, rounds: 40, width: 4_000 },
  ],
  soft: [
    { add: 0, rounds: 120, width: 24 },
    { add: 3, rounds: 40, width: 100 },
    { add: 2, rounds: 30, width: 400 },
    { add: 2, rounds: 30, width: 2_000 },
  ],
} as const

/** How far the search goes: `quick` is for explanations, which solve a day many times. */
export type Effort = 'full' | 'quick'

/** One context for a level that does not look at what lies before. */
const noContexts = (model: Model): Contexts => {
  const one = (): Int32Array => new Int32Array(1)
  return {
    count: 1,
    pause: one(),
    busy: model.contexts.busy.map(one),
    after: model.jobs.map(one),
    join: model.jobs.map(one),
  }
}

const leftCosts = (model: Model): Costs => ({
  start: model.jobs.map(({ points, demanding }) => points.map((one) => (one < 0 ? -1 : demanding * model.grid))),
  leave: Float64Array.from(model.jobs, ({ weight }) => weight * HEAVIER),
  contexts: noContexts(model),
})

const softCosts = (model: Model, rate: number): Costs => ({
  start: model.jobs.map(({ points }) => points),
  leave: Float64Array.from(model.jobs, ({ weight }) => weight * HEAVIER * rate),
  contexts: model.contexts,
})

/** What gets in: the least that must be left out, and whether that is proven. */
export interface Chosen {
  level: Level
  found: Found
  bound: number
  proven: boolean
}

const nothing = (model: Model, costs: Costs): Found => ({
  left: costs.leave.reduce((sum, one) => sum + one, 0),
  soft: 0,
  starts: new Int32Array(model.jobs.length).fill(-1),
})

export const chooseJobs = (model: Model, effort: Effort = 'full'): Chosen => {
  const costs = leftCosts(model)
  let found = nothing(model, costs)
  let level: Level = { costs, prices: findPrices(model, costs, { upper: found.left, reach: 1, rounds: 1 }) }
  let bound = level.prices.bound
  const leaves = [...costs.leave].sort((a, b) => a - b)
  const reach = 0.3 * (leaves[leaves.length >> 1] ?? 1)
  for (const { add, rounds, width } of STAGES.left.slice(0, effort === 'quick' ? 3 : 9)) {
    if (bound > found.left - 1) break
    if (rounds > 0) {
      const prices = findPrices(model, costs, { upper: found.left, reach, rounds, from: level.prices, add })
      level = { costs, prices }
      bound = Math.max(bound, prices.bound)
    }
    const searched = search(model, {
      left: level,
      soft: null,
      rate: 0,
      mostLeft: Number.POSITIVE_INFINITY,
      width,
      below: found.left,
    })
    found = searched.found ?? found
    bound = Math.max(bound, Math.min(searched.aside, found.left))
  }
  return { level, found, bound, proven: bound > found.left - 1 + 1e-6 }
}

interface Placed {
  found: Found
  bound: number
  proven: boolean
}

/** Where the chosen lie: the fewest points among all plans that leave out no more. */
const placeJobs = (model: Model, chosen: Chosen): Placed => {
  const { jobs } = model
  const all = chosen.found.starts.every((start) => start >= 0)
  const mean = jobs.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, jobs.length)
  // When everything gets in, leaving out has no price at all: it is not allowed.
  const rate = all ? 0 : AVERAGE_LEAVE / (HEAVIER * Math.max(1, mean))
  const costs = softCosts(model, all ? NEVER : rate)
  const offset = rate * chosen.found.left
  let found: Found | null = null
  let upper = jobs.reduce((sum, { points }) => sum + points.reduce((most, one) => Math.max(most, one), 0) + 500, 1)
  let from: Prices | undefined
  let bound = 0
  for (const { add, rounds, width } of STAGES.soft) {
    const prices: Prices = findPrices(model, costs, { upper: upper + offset, reach: SOFT_REACH, rounds, from, add })
    from = prices
    bound = Math.max(bound, prices.bound - offset)
    if (found && bound > upper - 1 + 1e-6) break
    const searched = search(model, {
      left: chosen.level,
      soft: { costs, prices },
      rate,
      mostLeft: chosen.found.left,
      width,
      below: upper,
    })
    found = searched.found ?? found
    upper = found?.soft ?? upper
    bound = Math.max(bound, Math.min(searched.aside, upper))
    if (found && bound > upper - 1 + 1e-6) break
  }
  return { found: found ?? chosen.found, bound, proven: found !== null && bound > upper - 1 + 1e-6 }
}

/** Blocks by time; pieces that follow on each other are one. */
export const blocksOf = (model: Model, starts: Int32Array): Block[] => {
  const { day, origin, grid } = model
  const placed = model.jobs
    .flatMap(({ item, minutes, lead }, number): Block[] => {
      const slot = starts[number] ?? -1
      if (slot < 0) return []
      const start = origin + (slot + lead) * grid
      return [{ id: item.id, start, end: start + minutes, kind: item.kind, pinned: false }]
    })
    .sort((a, b) => a.start - b.start)
  const merged: Block[] = []
  for (const block of placed) {
    const last = merged.at(-1)
    if (last && last.id === block.id && last.end === block.start) last.end = block.end
    else merged.push({ ...block })
  }
  const standing: Block[] = [
    ...day.fixed.map(({ id, start, end }): Block => ({ id, start, end, kind: 'fixed', pinned: true })),
    ...day.movable.flatMap(({ id, kind, pinned }): Block[] =>
      pinned ? [{ id, start: pinned.from, end: pinned.to, kind, pinned: true }] : [],
    ),
  ]
  return [...standing, ...merged].sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
}

const leftOutOf = (model: Model, starts: Int32Array): LeftOut[] => {
  const minutes = new Map<string, number>()
  model.jobs.forEach((job, number) => {
    if ((starts[number] ?? -1) < 0) minutes.set(job.item.id, (minutes.get(job.item.id) ?? 0) + job.minutes)
  })
  const noRoom = [...minutes].map(([id, left]): LeftOut => ({ id, minutes: left, code: 'no_room', by: [] }))
  return [...model.never, ...noRoom].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const optimalityOf = (chosen: Chosen, placed: Placed): Optimality => {
  if (!chosen.proven)
    return { proven: false, gap: Math.ceil((chosen.found.left - chosen.bound) / HEAVIER), level: 'medium' }
  if (!placed.proven) return { proven: false, gap: Math.ceil(placed.found.soft - placed.bound), level: 'soft' }
  return { proven: true, gap: 0, level: null }
}

/** The best plan of the day. Never throws for what a person may have in a day; what finds no place is in `leftOut`. */
export const solveDay = (day: Day): Plan => {
  const model = modelOf(day)
  const chosen = chooseJobs(model)
  const placed = placeJobs(model, chosen)
  const blocks = blocksOf(model, placed.found.starts)
  return {
    blocks,
    leftOut: leftOutOf(model, placed.found.starts),
    conflicts: conflictsOf(day),
    objective: scoreOf(day, blocks),
    optimality: optimalityOf(chosen, placed),
  }
}
