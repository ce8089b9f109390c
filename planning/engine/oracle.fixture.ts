import { scoreOf } from './score.ts'
import { unitsOf, unitWeights } from './soft.ts'
import { gridOf } from './spans.ts'
import { busyOf, startTest, stillOf } from './starts.ts'
import type { Block, Day, Objective } from './types.ts'

/** Tries every plan of a small day: no bounds, no dynamic programming, judged by `scoreOf` alone. */
export const bruteForce = (day: Day): Objective => {
  const grid = gridOf(day)
  const still = stillOf(day)
  const busy = busyOf(day, still, grid)
  const items = day.movable.filter(({ pinned }) => !pinned)
  const units = items.map((item) => unitsOf(item, grid))
  const weights = items.map((item, at) => unitWeights(item, units[at] ?? []))
  const tests = items.map((item, at) => (units[at] ?? []).map((minutes) => startTest(day, still, busy, item, minutes)))
  const standing: Block[] = [
    ...day.fixed.map(({ id, start, end }): Block => ({ id, start, end, kind: 'fixed', pinned: true })),
    ...day.movable.flatMap(({ id, kind, pinned }): Block[] =>
      pinned ? [{ id, start: pinned.from, end: pinned.to, kind, pinned: true }] : [],
    ),
  ]
  let best = scoreOf(day, standing)
  const better = (a: Objective): boolean =>
    (a.medium - best.medium || a.demandingMinutes - best.demandingMinutes || a.soft - best.soft) < 0
  const done = items.map(() => 0)
  const blocks: Block[] = []
  const visit = (at: number, left: number): void => {
    if (left <= best.medium && blocks.length > 0) {
      const score = scoreOf(day, [...standing, ...blocks])
      if (score.hard === 0 && better(score)) best = score
    }
    for (let start = at; start < day.span.to; start += grid)
      items.forEach((item, number) => {
        const unit = done[number] ?? 0
        const minutes = units[number]?.[unit]
        if (minutes === undefined || !tests[number]?.[unit]?.(start)) return
        const from = start - (item.travel?.before ?? 0)
        if (from < at) return
        done[number] = unit + 1
        blocks.push({ id: item.id, start, end: start + minutes, kind: item.kind, pinned: false })
        visit(start + minutes + (item.travel?.after ?? 0), left - (weights[number]?.[unit] ?? 0))
        blocks.pop()
        done[number] = unit
      })
  }
  const all = weights.flat().reduce((sum, one) => sum + one, 0)
  visit(Math.ceil(day.span.from / grid) * grid, all)
  return best
}
