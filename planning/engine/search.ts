import type { Costs, Prices } from './bound.ts'
import { createHolds } from './holds.ts'
import { addLabel, createLabels, hashOf, type Labels, sameState } from './labels.ts'
import type { Model } from './model.ts'

/**
 * Forward dynamic programming over (slot, jobs done, context), the best `width` states of a slot by their bound; when
 * nothing better than the result was put aside, the result is proven.
 */

/** One level of costs with the prices that bound it. */
export interface Level {
  costs: Costs
  prices: Prices
}

export interface Task {
  left: Level
  /** Absent: only what is left out counts, and each job starts as early as it can. */
  soft: Level | null
  /** Points that a unit of `left` stands for in the prices of `soft`. */
  rate: number
  /** No plan may leave out more. */
  mostLeft: number
  width: number
  /** Only better plans are of interest: on `left` without `soft`, else on `soft`. */
  below: number
}

export interface Found {
  left: number
  soft: number
  /** Slots by job, −1 for left out. */
  starts: Int32Array
}

export interface Searched {
  found: Found | null
  /** The least bound that was put aside; infinite when nothing was. */
  aside: number
  labels: number
}

const EPSILON = 1e-6

export const search = (model: Model, task: Task): Searched => {
  const { jobs, slots, budget, freeFrom, busyAt } = model
  const { costs: leftCosts, prices: leftPrices } = task.left
  const soft = task.soft
  const early = soft === null
  const costs = soft?.costs ?? leftCosts
  const { contexts } = costs
  const limited = Number.isFinite(budget)
  const labels: Labels = createLabels(jobs.length)
  const { words } = labels
  const holds = createHolds(jobs)
  const layers: number[][] = Array.from({ length: slots + 1 }, () => [])
  const tables: Map<number, number>[] = layers.map(() => new Map())
  const seen = new Map<number, number>()
  let best = -1
  let bestLeft = Number.POSITIVE_INFINITY
  let below = task.below
  let aside = Number.POSITIVE_INFINITY

  const isSet = (label: number, job: number): boolean =>
    (((labels.mask[label * words + (job >> 5)] as number) >>> (job & 31)) & 1) === 1
  const setBit = (label: number, job: number): void => {
    const at = label * words + (job >> 5)
    labels.mask[at] = (labels.mask[at] as number) | (1 << (job & 31))
  }
  const earliest = (label: number, number: number, slot: number): number => {
    const job = jobs[number]
    if (!job || slot > slots) return -1
    return job.next[
      Math.max(slot, Math.min(slots, holds.until(labels.held[label] as number, number) - job.lead))
    ] as number
  }
  const close = (label: number, number: number): void => {
    setBit(label, number)
    labels.left[label] = (labels.left[label] as number) + (leftCosts.leave[number] as number)
    for (const follower of jobs[number]?.followers ?? []) if (!isSet(label, follower)) close(label, follower)
  }

  const restOf = (prices: Prices, label: number, slot: number, context: number): number => {
    const { noted, contexts: plain } = prices
    let bits = 0
    for (let at = 0; at < noted.length; at += 1) if (isSet(label, noted[at] as number)) bits |= 1 << at
    return prices.rest[((slot << noted.length) + bits) * plain + context] as number
  }

  /** Brings a new label to where it can go on, closes what can no longer be done, and keeps it if it may still win. */
  const keep = (label: number, until: number): void => {
    let slot = labels.slot[label] as number
    let context = labels.context[label] as number
    while (slot < slots && (slot < until || (busyAt[slot] as number) >= 0)) {
      const span = busyAt[slot] as number
      if (span >= 0) {
        context = (contexts.busy[span] as Int32Array)[context] as number
        slot = freeFrom[slot] as number
      } else {
        context = contexts.pause[context] as number
        slot += 1
      }
    }
    labels.slot[label] = slot
    labels.context[label] = context
    labels.held[label] = holds.at(labels.held[label] as number, slot, (job) => isSet(label, job))
    const room = limited ? budget - (labels.spent[label] as number) : 0
    let open = 0
    for (let number = 0; number < jobs.length; number += 1) {
      if (isSet(label, number)) continue
      const tooMuch = limited && (jobs[number]?.demanding ?? 0) > room
      if (tooMuch || earliest(label, number, slot) < 0) close(label, number)
    }
    let leftBound = (labels.left[label] as number) + restOf(leftPrices, label, slot, 0) - leftPrices.demanding * room
    let softBound = 0
    if (soft)
      softBound =
        (labels.soft[label] as number) +
        task.rate * ((labels.left[label] as number) - task.mostLeft) +
        restOf(soft.prices, label, slot, context) -
        soft.prices.demanding * room
    let lost = labels.left[label] as number
    for (let number = 0; number < jobs.length; number += 1)
      if (!isSet(label, number)) {
        open += 1
        lost += leftCosts.leave[number] as number
        leftBound += leftPrices.job[number] as number
        if (soft) softBound += soft.prices.job[number] as number
      }
    const bound = soft ? softBound : leftBound
    const hopeless = leftBound > task.mostLeft + EPSILON || bound > below - 1 + EPSILON
    if (hopeless) {
      labels.size -= 1
      return
    }
    labels.bound[label] = bound
    const value = soft ? (labels.soft[label] as number) : lost
    if (lost <= task.mostLeft && value < below) {
      best = label
      bestLeft = lost
      below = value
    }
    if (open === 0 || slot >= slots) return
    const table = tables[slot] as Map<number, number>
    const hash = hashOf(labels, label, !early)
    const first = table.get(hash) ?? -1
    for (let other = first; other >= 0; other = labels.chain[other] as number) {
      if (!sameState(labels, other, label, !early)) continue
      const less =
        (labels.left[label] as number) - (labels.left[other] as number) ||
        (labels.soft[label] as number) - (labels.soft[other] as number)
      if (less < 0) {
        for (const column of [labels.left, labels.soft, labels.bound]) column[other] = column[label] as number
        for (const column of [labels.parent, labels.job, labels.at]) column[other] = column[label] as number
        if (best === label) best = other
      }
      if (best !== label) labels.size -= 1
      return
    }
    labels.chain[label] = first
    table.set(hash, label)
    layers[slot]?.push(label)
  }

  const child = (from: number, slot: number): number => {
    const label = addLabel(labels)
    labels.slot[label] = slot
    labels.context[label] = labels.context[from] as number
    labels.spent[label] = labels.spent[from] as number
    labels.held[label] = labels.held[from] as number
    labels.left[label] = labels.left[from] as number
    labels.soft[label] = labels.soft[from] as number
    for (let word = 0; word < words; word += 1)
      labels.mask[label * words + word] = labels.mask[from * words + word] as number
    labels.parent[label] = from
    labels.job[label] = -1
    return label
  }

  const place = (from: number, number: number, slot: number): void => {
    const job = jobs[number]
    if (!job) return
    const label = child(from, slot + job.length)
    const context = labels.context[from] as number
    setBit(label, number)
    labels.job[label] = number
    labels.at[label] = slot
    if (limited) labels.spent[label] = (labels.spent[label] as number) + job.demanding
    if (job.gaps.length > 0)
      labels.held[label] = holds.after(labels.held[label] as number, number, slot + job.lead, model.grid)
    labels.context[label] = (contexts.after[number] as Int32Array)[context] as number
    const start = (costs.start[number] as Int32Array)[slot] as number
    if (early) labels.left[label] = (labels.left[label] as number) + start
    else {
      labels.left[label] = (labels.left[label] as number) + ((leftCosts.start[number] as Int32Array)[slot] as number)
      labels.soft[label] =
        (labels.soft[label] as number) + start + ((contexts.join[number] as Int32Array)[context] as number)
    }
    keep(label, 0)
  }

  /** In the search for what gets in: a state reached earlier at no higher cost makes this one useless. */
  const dominated = (label: number): boolean => {
    const hash = hashOf(labels, label, false)
    const other = seen.get(hash)
    if (
      other !== undefined &&
      sameState(labels, other, label, false) &&
      (labels.left[other] as number) <= (labels.left[label] as number)
    )
      return true
    seen.set(hash, label)
    return false
  }

  const expand = (label: number, slot: number): void => {
    let soonest = slots
    for (let number = 0; number < jobs.length; number += 1) {
      const job = jobs[number]
      if (!job || isSet(label, number) || job.after.some((one) => !isSet(label, one))) continue
      const start = earliest(label, number, slot)
      if (start < 0) continue
      if (early || start === slot) place(label, number, start)
      const later = start === slot ? earliest(label, number, slot + 1) : start
      if (later >= 0 && later < soonest) soonest = later
    }
    if (!early && soonest < slots) keep(child(label, slot), soonest)
  }

  const root = addLabel(labels)
  for (const column of [labels.parent, labels.job]) column[root] = -1
  keep(root, 0)
  for (let slot = 0; slot < slots; slot += 1) {
    let layer = layers[slot] as number[]
    if (layer.length > task.width) {
      layer.sort((a, b) => (labels.bound[a] as number) - (labels.bound[b] as number) || a - b)
      aside = Math.min(aside, labels.bound[layer[task.width] as number] as number)
      layer = layer.slice(0, task.width)
    }
    for (const label of layer) {
      if ((labels.bound[label] as number) > below - 1 + EPSILON) continue
      if (early && dominated(label)) continue
      expand(label, slot)
    }
    tables[slot] = new Map()
    layers[slot] = []
  }
  if (best < 0) return { found: null, aside, labels: labels.size }
  const starts = new Int32Array(jobs.length).fill(-1)
  for (let label = best; label >= 0; label = labels.parent[label] as number) {
    const number = labels.job[label] as number
    if (number >= 0) starts[number] = labels.at[label] as number
  }
  return { found: { left: bestLeft, soft: soft ? below : 0, starts }, aside, labels: labels.size }
}
