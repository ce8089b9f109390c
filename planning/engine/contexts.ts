import type { Job } from './model.ts'
import { afterPause, type Before, beforeAfter, joinPoints, NOTHING_BEFORE } from './soft.ts'
import { overlaps } from './spans.ts'
import type { Still } from './starts.ts'
import type { Day, Minute, Span } from './types.ts'

/** What lies before a piece, numbered; 0 is nothing. The tables say what it becomes. */
export interface Contexts {
  count: number
  pause: Int32Array
  /** By busy span and context. */
  busy: Int32Array[]
  /** By job and context: what lies before the next, and the points for joining on. */
  after: Int32Array[]
  join: Int32Array[]
}

/** Ends this near to a start leave no rest between: less than the finest grid. */
const NEAR = 5

/** What lies before the end of a busy span. */
const overBusy = (day: Day, still: readonly Still[], span: Span) => {
  const things = new Map([...day.movable, ...day.fixed].map((one) => [one.id, one]))
  const inside = still.filter(({ whole }) => overlaps(whole, span) && overlaps(whole, day.span))
  return (before: Before): Before => {
    let now = afterPause(before)
    let end: Minute = span.from
    for (const { id, core } of inside) {
      const thing = things.get(id)
      if (!thing) continue
      now = beforeAfter(now, thing, null)
      end = core.to
    }
    return span.to - end < NEAR ? now : afterPause(now)
  }
}

/** Numbers every context that can come up and tabulates what follows. */
export const contextsOf = (
  day: Day,
  jobs: readonly Job[],
  still: readonly Still[],
  busy: readonly Span[],
): Contexts => {
  const numbers = new Map<string, number>()
  const list: Before[] = []
  const numberOf = (before: Before): number => {
    const key = JSON.stringify([before.group, before.demanding, before.item])
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, list.length)
    return list.push(before) - 1
  }
  const continued = new Set(jobs.filter(({ unit }) => unit > 0).map(({ item }) => item))
  const isLast = jobs.map(({ item, unit }) => !jobs.some((other) => other.item === item && other.unit > unit))
  const over = busy.map((span) => overBusy(day, still, span))
  const pause: number[] = []
  const afterBusy: number[][] = busy.map(() => [])
  const after: number[][] = jobs.map(() => [])
  numberOf(NOTHING_BEFORE)
  for (let at = 0; at < list.length; at += 1) {
    const before = list[at] ?? NOTHING_BEFORE
    pause.push(numberOf(afterPause(before)))
    over.forEach((crossed, number) => {
      afterBusy[number]?.push(numberOf(crossed(before)))
    })
    jobs.forEach((job, number) => {
      const item = continued.has(job.item) && !isLast[number] ? job.item.id : null
      after[number]?.push(numberOf(beforeAfter(before, job.item, item)))
    })
  }
  return {
    count: list.length,
    pause: Int32Array.from(pause),
    busy: afterBusy.map((row) => Int32Array.from(row)),
    after: after.map((row) => Int32Array.from(row)),
    join: jobs.map(({ item, unit }) => Int32Array.from(list, (before) => joinPoints(before, item, unit))),
  }
}
