// A process of its own: what a plan costs and how good it is, beside the earliest deadline first, on the same days.
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { randomDay } from '../planning/engine/days.fixture.ts'
import { brokenBy, scoreOf } from '../planning/engine/score.ts'
import { unitsOf } from '../planning/engine/soft.ts'
import { solveDay } from '../planning/engine/solve.ts'
import { gridOf } from '../planning/engine/spans.ts'
import { busyOf, startTest, stillOf } from '../planning/engine/starts.ts'
import type { Block, Day, Objective } from '../planning/engine/types.ts'

/** The baseline: by deadline, then by importance × urgency, each at the first time that breaks nothing. */
const earliestDeadline = (day: Day): Block[] => {
  const grid = gridOf(day)
  const still = stillOf(day)
  const busy = busyOf(day, still, grid)
  const blocks: Block[] = day.fixed.map(({ id, start, end }) => ({ id, start, end, kind: 'fixed', pinned: true }))
  const order = [...day.movable].sort(
    (a, b) =>
      (a.latest ?? day.span.to) - (b.latest ?? day.span.to) ||
      (5 - b.priority) * b.urgency - (5 - a.priority) * a.urgency ||
      (a.id < b.id ? -1 : 1),
  )
  for (const item of order)
    for (const minutes of unitsOf(item, grid)) {
      const may = startTest(day, still, busy, item, minutes)
      for (let start = Math.ceil(day.span.from / grid) * grid; start < day.span.to; start += grid) {
        if (!may(start)) continue
        const block: Block = { id: item.id, start, end: start + minutes, kind: item.kind, pinned: false }
        if (brokenBy(day, [...blocks, block]).length > 0) continue
        blocks.push(block)
        break
      }
    }
  return blocks
}

const { values } = parseArgs({ options: { days: { type: 'string', default: '100' } } })
const days = Number(values.days)
const mean = (list: readonly Objective[], level: keyof Objective): string =>
  (list.reduce((sum, one) => sum + one[level], 0) / list.length).toFixed(0)

const rows = [
  { movable: 12, fixed: 6 },
  { movable: 30, fixed: 10 },
].map(({ movable, fixed }) => {
  const ours: Objective[] = []
  const greedy: Objective[] = []
  const times: number[] = []
  let proven = 0
  for (let seed = 0; seed < days; seed += 1) {
    const day = randomDay(seed, { movable, fixed })
    const start = performance.now()
    const plan = solveDay(day)
    times.push(performance.now() - start)
    if (plan.optimality.proven) proven += 1
    ours.push(plan.objective)
    greedy.push(scoreOf(day, earliestDeadline(day)))
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)
  return (
    `| ${movable} + ${fixed} | ${at(0.5)} | ${at(0.95)} | ${((100 * proven) / days).toFixed(0)} % ` +
    `| ${mean(ours, 'medium')} | ${mean(greedy, 'medium')} | ${mean(ours, 'soft')} | ${mean(greedy, 'soft')} |`
  )
})
process.stdout.write(
  `${[
    '| movable + fixed | p50 ms | p95 ms | proven | left out, ours | left out, greedy | points, ours | points, greedy |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`,
)
