import type { Contexts } from './contexts.ts'
import type { Model } from './model.ts'

/**
 * Prices of jobs (Lagrangian relaxation of "each job once" over the time-indexed network, with exact contexts): what
 * any completion of a plan costs at least. Tanaka, Fujikuma, Araki (2009), "An exact algorithm for single-machine
 * scheduling without machine idle time", J. Scheduling 12:575–593; with idle time: Tanaka, Fujikuma (2012), 15:347–361.
 */

/** What a search minimises, as whole numbers. */
export interface Costs {
  /** By job and slot; −1 where it may not start. */
  start: Int32Array[]
  /** By job: of leaving it out. */
  leave: Float64Array
  contexts: Contexts
}

export interface Prices {
  /** Jobs that `rest` remembers as done or not: each of its contexts times their bits. */
  noted: readonly number[]
  contexts: number
  /** No plan costs less. */
  bound: number
  /** By job, at most what leaving it out costs. */
  job: Float64Array
  /** Of one slot of demanding work, from the day's budget. */
  demanding: number
  /** By job: how often the relaxed day repeats or forgets it. */
  wrong: Float64Array
  /** By slot, bits and context: the least that the rest of the day costs, prices of jobs taken off. */
  rest: Float64Array
}

const MOMENTUM = 0.7
const PATIENCE = 10
const SMALLEST_STEP = 0.005
const MOST_REPEATS = 3
const MOST_STEP = 8

const NEVER = 1e9

/** Contexts that also remember which of the `noted` jobs are done, so that these are not done twice (sublimation). */
const noting = (model: Model, contexts: Contexts, noted: readonly number[]): Contexts => {
  const { count } = contexts
  const states = count << noted.length
  const spread = (row: Int32Array): Int32Array =>
    Int32Array.from({ length: states }, (_, at) => (row[at % count] as number) + at - (at % count))
  const bitOf = (job: number): number => (noted.includes(job) ? 1 << noted.indexOf(job) : 0)
  const bits = (at: number): number => Math.floor(at / count)
  return {
    count: states,
    pause: spread(contexts.pause),
    busy: contexts.busy.map(spread),
    after: contexts.after.map((row, job) => {
      const bit = bitOf(job)
      return spread(row).map((to, at) => to + (bits(at) & bit ? 0 : bit * count))
    }),
    join: contexts.join.map((row, job) => {
      const bit = bitOf(job)
      const needed = (model.jobs[job]?.after ?? []).reduce((all, one) => all | bitOf(one), 0)
      return Int32Array.from({ length: states }, (_, at) =>
        bits(at) & bit || (bits(at) & needed) !== needed ? NEVER : (row[at % count] as number),
      )
    }),
  }
}

/** The jobs that may start in each slot. */
const startable = (model: Model, costs: Costs): Int32Array[] =>
  Array.from({ length: model.slots }, (_, slot) =>
    Int32Array.from(model.jobs.flatMap((_job, number) => ((costs.start[number]?.[slot] ?? -1) >= 0 ? [number] : []))),
  )

/** Fills `rest` and `choice` (−1: nothing starts) backwards through the day. */
const sweep = (
  model: Model,
  costs: Costs,
  starts: readonly Int32Array[],
  noted: readonly number[],
  prices: Float64Array,
  demanding: number,
  rest: Float64Array,
  choice: Int32Array,
): void => {
  const { count, pause, busy, after, join } = costs.contexts
  const plain = count >> noted.length
  for (let c = 0; c < count; c += 1) {
    const bits = Math.floor(c / plain)
    rest[model.slots * count + c] = noted.reduce(
      (sum, job, at) => sum + ((bits >> at) & 1 ? 0 : (costs.leave[job] ?? 0) - (prices[job] ?? 0)),
      0,
    )
  }
  for (let slot = model.slots - 1; slot >= 0; slot -= 1) {
    const row = slot * count
    const span = model.busyAt[slot] as number
    if (span >= 0) {
      const crossed = busy[span] as Int32Array
      const end = (model.freeFrom[slot] as number) * count
      for (let c = 0; c < count; c += 1) rest[row + c] = rest[end + (crossed[c] as number)] as number
      continue
    }
    for (let c = 0; c < count; c += 1) rest[row + c] = rest[row + count + (pause[c] as number)] as number
    choice.fill(-1, row, row + count)
    const here = starts[slot] as Int32Array
    for (let at = 0; at < here.length; at += 1) {
      const number = here[at] as number
      const job = model.jobs[number]
      if (!job) continue
      const end = (slot + job.length) * count
      const cost =
        ((costs.start[number] as Int32Array)[slot] as number) - (prices[number] as number) + demanding * job.demanding
      const then = after[number] as Int32Array
      const joins = join[number] as Int32Array
      for (let c = 0; c < count; c += 1) {
        const value = cost + (joins[c] as number) + (rest[end + (then[c] as number)] as number)
        if (value < (rest[row + c] as number)) {
          rest[row + c] = value
          choice[row + c] = number
        }
      }
    }
  }
}

/** How often each job starts on the cheapest way through the relaxed day. */
const countStarts = (model: Model, costs: Costs, choice: Int32Array): Int32Array => {
  const { count, pause, busy, after } = costs.contexts
  const starts = new Int32Array(model.jobs.length)
  let context = 0
  for (let slot = 0; slot < model.slots; ) {
    const span = model.busyAt[slot] as number
    const number = choice[slot * count + context] as number
    const job = model.jobs[number]
    if (span >= 0) {
      context = (busy[span] as Int32Array)[context] as number
      slot = model.freeFrom[slot] as number
    } else if (job) {
      starts[number] = (starts[number] as number) + 1
      context = (after[number] as Int32Array)[context] as number
      slot += job.length
    } else {
      context = pause[context] as number
      slot += 1
    }
  }
  return starts
}

const cheapest = (starts: Int32Array): number =>
  starts.reduce((least, one) => (one >= 0 && one < least ? one : least), 1e9)

/** How the prices are looked for. */
export interface Pricing {
  /** The cost of the best plan known. */
  upper: number
  /** What a first step reaches for: the scale of the costs of one job. */
  reach: number
  rounds: number
  /** To go on from. */
  from?: Prices | undefined
  /** How many more jobs are noted: those that the relaxed day repeats or forgets most. */
  add?: number
}

const mostWrong = (prices: Prices, count: number): number[] =>
  Array.from(prices.wrong, (much, job) => ({ much, job }))
    .filter(({ much, job }) => much > 0 && !prices.noted.includes(job))
    .sort((a, b) => b.much - a.much || a.job - b.job)
    .slice(0, count)
    .map(({ job }) => job)

/** Prices by length, as dear as bounds best: time is what jobs compete for. */
const firstPrices = (
  model: Model,
  costs: Costs,
  starts: readonly Int32Array[],
  rest: Float64Array,
  choice: Int32Array,
): { prices: Float64Array; demanding: number } => {
  const { jobs, budget } = model
  const limited = Number.isFinite(budget)
  const leave = (at: number): number => costs.leave[at] ?? 0
  const rates = jobs.map((job, at) => leave(at) / job.length).sort((a, b) => a - b)
  const tried = [0, ...[0.1, 0.25, 0.4, 0.55, 0.7, 0.85].map((share) => rates[Math.floor(share * rates.length)] ?? 0)]
  let best = { bound: Number.NEGATIVE_INFINITY, prices: new Float64Array(jobs.length), demanding: 0 }
  const pairs = tried.flatMap((rate) => (limited ? tried : [0]).map((demanding) => ({ rate, demanding })))
  for (const { rate, demanding } of pairs) {
    const prices = Float64Array.from(jobs, (job, at) =>
      Math.min(leave(at), cheapest(costs.start[at] as Int32Array) + rate * job.length + demanding * job.demanding),
    )
    sweep(model, costs, starts, [], prices, demanding, rest, choice)
    const bound = prices.reduce((sum, one) => sum + one, rest[0] ?? 0) - (limited ? demanding * budget : 0)
    if (bound > best.bound) best = { bound, prices, demanding }
  }
  return best
}

/** Subgradient steps; they end when no cheaper plan can exist. */
export const findPrices = (model: Model, plain: Costs, { upper, reach, rounds, from, add = 0 }: Pricing): Prices => {
  const { jobs, slots, budget } = model
  const limited = Number.isFinite(budget)
  const noted = from ? [...from.noted, ...mostWrong(from, add)] : []
  const costs = noted.length > 0 ? { ...plain, contexts: noting(model, plain.contexts, noted) } : plain
  const size = (slots + 1) * costs.contexts.count
  const starts = startable(model, costs)
  const rest = new Float64Array(size)
  const choice = new Int32Array(size).fill(-1)
  const first = from ? { prices: from.job, demanding: from.demanding } : firstPrices(model, costs, starts, rest, choice)
  let { prices, demanding } = first
  let best = { bound: Number.NEGATIVE_INFINITY, job: prices, demanding }
  let step = from ? 0.7 : 1.2
  let stale = 0
  let momentum = new Float64Array(jobs.length + 1)
  const wrong = new Float64Array(jobs.length)
  for (let round = 0; round < rounds && step > SMALLEST_STEP; round += 1) {
    sweep(model, costs, starts, noted, prices, demanding, rest, choice)
    const bound = prices.reduce((sum, one) => sum + one, rest[0] ?? 0) - (limited ? demanding * budget : 0)
    if (bound > best.bound + 1e-9) {
      stale = bound > best.bound + 0.5 ? 0 : stale + 1
      best = { bound, job: prices, demanding }
      step = Math.min(MOST_STEP, step * 1.1)
    } else stale += 1
    if (best.bound > upper - 1) break
    if (stale >= PATIENCE) {
      step /= 1.6
      stale = 0
    }
    const counts = countStarts(model, costs, choice)
    for (let at = 0; at < wrong.length; at += 1)
      wrong[at] = 0.9 * (wrong[at] as number) + Math.min(MOST_REPEATS, Math.abs((counts[at] as number) - 1))
    const used = jobs.reduce((sum, job, at) => sum + job.demanding * (counts[at] ?? 0), 0)
    const slope = momentum.map((old, at) => {
      const now = at < jobs.length ? 1 - Math.min(MOST_REPEATS, counts[at] ?? 0) : limited ? used - budget : 0
      return now + MOMENTUM * old
    })
    const length = slope.reduce((sum, one) => sum + one * one, 0)
    if (length === 0) break
    const stride = (step * Math.max(1, Math.min(upper, best.bound + reach) - bound)) / length
    prices = prices.map((one, at) => Math.min(costs.leave[at] ?? 0, one + stride * (slope[at] ?? 0)))
    if (limited) demanding = Math.max(0, demanding + stride * (slope[jobs.length] ?? 0))
    momentum = slope
  }
  sweep(model, costs, starts, noted, best.job, best.demanding, rest, choice)
  return { ...best, rest, noted, contexts: plain.contexts.count, wrong }
}
