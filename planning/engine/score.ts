import {
  afterPause,
  type Before,
  beforeAfter,
  isDemanding,
  joinPoints,
  NOTHING_BEFORE,
  pointsOf,
  sumOf,
  unitsOf,
  unitWeights,
  weightOf,
} from './soft.ts'
import { gridOf, overlaps, withTravel } from './spans.ts'
import { startTest, stillOf } from './starts.ts'
import type { Block, Conflict, Day, Movable, Objective, Span } from './types.ts'

/** Judges any plan of a day from its blocks alone; knows nothing of how it was found. */

/** A rule that a plan breaks. */
export interface Broken {
  code: 'overlap' | 'rule' | 'after' | 'gap' | 'length' | 'demanding'
  ids: string[]
}

const spanOf = (block: Block): Span => ({ from: block.start, to: block.end })

/** The pieces of an item that a plan holds, in order; null when its blocks are not made of its pieces. */
const piecesOf = (item: Movable, blocks: readonly Block[], grid: number): { unit: number; start: number }[] | null => {
  const units = unitsOf(item, grid)
  const found: { unit: number; start: number }[] = []
  for (const { start, end } of blocks) {
    let at = start
    while (at < end) {
      const minutes = units[found.length]
      if (minutes === undefined || at + minutes > end) return null
      found.push({ unit: found.length, start: at })
      at += minutes
    }
  }
  return found
}

/** What the person's own calendar already breaks. */
export const conflictsOf = (day: Day): Conflict[] => {
  const still = stillOf(day).sort((a, b) => a.core.from - b.core.from || (a.id < b.id ? -1 : 1))
  return still.flatMap((one, at) =>
    still.slice(at + 1).flatMap((other): Conflict[] => {
      if (!overlaps(one.whole, other.whole)) return []
      const code = overlaps(one.core, other.core) ? 'overlap' : 'travel'
      const [a, b] = code === 'overlap' ? [one.core, other.core] : [one.whole, other.whole]
      const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
      return [{ ids: [one.id, other.id], span, code }]
    }),
  )
}

/** Every hard rule that the movable blocks break. */
export const brokenBy = (day: Day, blocks: readonly Block[]): Broken[] => {
  const grid = gridOf(day)
  const still = stillOf(day)
  const busy = [...still.map(({ whole }) => whole), ...day.sleep].filter(({ from, to }) => to > from)
  const broken: Broken[] = []
  const items = new Map(day.movable.filter(({ pinned }) => !pinned).map((item) => [item.id, item]))
  const moved = blocks.filter(({ pinned }) => !pinned)
  const whole = (block: Block): Span => withTravel(spanOf(block), items.get(block.id)?.travel)
  moved.forEach((block, at) => {
    for (const other of moved.slice(at + 1))
      if (overlaps(whole(block), whole(other))) broken.push({ code: 'overlap', ids: [block.id, other.id] })
  })
  let demanding = 0
  for (const [id, item] of items) {
    const own = moved.filter((block) => block.id === id)
    const pieces = piecesOf(item, own, grid)
    if (!pieces) {
      broken.push({ code: 'length', ids: [id] })
      continue
    }
    const units = unitsOf(item, grid)
    for (const { unit, start } of pieces) {
      if (!startTest(day, still, busy, item, units[unit] ?? 0)(start)) broken.push({ code: 'rule', ids: [id] })
      if (isDemanding(item) && !item.must) demanding += units[unit] ?? 0
    }
    const [first] = own
    if (!first) continue
    for (const name of item.after ?? []) {
      const before = items.get(name)
      if (!before) continue
      const done = moved.filter((block) => block.id === name)
      const whole = (piecesOf(before, done, grid)?.length ?? 0) === unitsOf(before, grid).length
      if (!whole || done.some(({ end }) => end > first.start)) broken.push({ code: 'after', ids: [name, id] })
    }
    for (const gap of item.gaps ?? [])
      for (const other of moved.filter((block) => block.id === gap.of))
        for (const block of own)
          if (block.start < other.end + gap.minutes && other.start < block.end + gap.minutes)
            broken.push({ code: 'gap', ids: [id, gap.of] })
  }
  if (day.demandingMinutes !== null && demanding > Math.max(0, day.demandingMinutes))
    broken.push({ code: 'demanding', ids: [] })
  return broken
}

const softOf = (day: Day, blocks: readonly Block[], grid: number): number => {
  const things = new Map([...day.movable, ...day.fixed].map((one) => [one.id, one]))
  const items = new Map(day.movable.filter(({ pinned }) => !pinned).map((item) => [item.id, item]))
  const still = new Map(stillOf(day).map((one) => [one.id, one.whole]))
  const done = new Map<string, number>()
  let before: Before = NOTHING_BEFORE
  let end = Number.NEGATIVE_INFINITY
  let soft = 0
  for (const block of [...blocks].sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1))) {
    const thing = things.get(block.id)
    const item = block.pinned ? undefined : items.get(block.id)
    const span = block.pinned ? still.get(block.id) : spanOf(block)
    if (!thing || !span || span.to <= span.from || !overlaps(span, day.span)) continue
    const from = block.start - (block.pinned ? 0 : (thing.travel?.before ?? 0))
    if (from - end >= 5) before = afterPause(before)
    if (item) {
      const units = unitsOf(item, grid)
      const points = pointsOf(day, item, units)
      for (let at = block.start; at < block.end; ) {
        const unit = done.get(item.id) ?? 0
        soft += sumOf(points(unit, at)) + joinPoints(before, item, unit)
        done.set(item.id, unit + 1)
        before = beforeAfter(before, item, item.id)
        at += Math.max(grid, units[unit] ?? grid)
      }
    } else before = beforeAfter(before, thing, null)
    end = block.end + (item?.travel?.after ?? 0)
  }
  return soft
}

/** The three levels of a plan; items in no block count as left out. */
export const scoreOf = (day: Day, blocks: readonly Block[]): Objective => {
  const grid = gridOf(day)
  let medium = 0
  let demandingMinutes = 0
  for (const item of day.movable) {
    if (item.pinned) continue
    if (!(item.minutes > 0 && Number.isFinite(item.minutes))) {
      medium += weightOf(item)
      continue
    }
    const own = blocks.filter(({ id, pinned }) => id === item.id && !pinned)
    const placed = piecesOf(item, own, grid)?.length ?? 0
    const units = unitsOf(item, grid)
    medium += unitWeights(item, units).reduce((sum, weight, unit) => sum + (unit < placed ? 0 : weight), 0)
    if (isDemanding(item)) demandingMinutes += units.reduce((sum, one, unit) => sum + (unit < placed ? one : 0), 0)
  }
  const broken = brokenBy(day, blocks)
  return { hard: broken.length, medium, demandingMinutes, soft: softOf(day, blocks, grid) }
}
