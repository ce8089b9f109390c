import { solveDay } from './solve.ts'
import type { Block, Day, Minute, Movable, Plan, Span } from './types.ts'

/** The rest of a day that already has a plan. */

export interface Replan {
  plan: Plan
  /** Ids by what became of them; what stands still is in none. */
  kept: string[]
  moved: string[]
  added: string[]
  removed: string[]
}

const spanOf = ({ start, end }: Block): Span => ({ from: start, to: end })

/**
 * What has begun stays, what is over is done, everything else may move, but as little of it as can be. `day` is the day
 * as it now is, with all its things; `plan` what was accepted; `done` ids that need no time any more.
 */
export const replanDay = (day: Day, blocks: readonly Block[], now: Minute, done: readonly string[] = []): Replan => {
  const from = Math.max(day.span.from, Math.ceil(now / 5) * 5)
  const mine = new Map<string, Block[]>()
  for (const block of blocks) if (block.kind !== 'fixed') mine.set(block.id, [...(mine.get(block.id) ?? []), block])
  const gone = new Set(done)
  const movable = day.movable.flatMap((item): Movable[] => {
    if (gone.has(item.id)) return []
    const own = mine.get(item.id) ?? []
    const running = own.find(({ start, end }) => start < now && end > now)
    const past = own.filter(({ end }) => end <= now).reduce((sum, { start, end }) => sum + end - start, 0)
    const ahead = own.filter(({ start }) => start >= now)
    const left = item.minutes - past - (running ? running.end - running.start : 0)
    if (item.pinned) return item.pinned.to <= now ? [] : [item]
    if (left <= 0) return running ? [{ ...item, pinned: spanOf(running) }] : []
    if (running && ahead.length === 0) return [{ ...item, pinned: spanOf(running) }]
    // A thing with a running piece stays there; what remains of it is a thing of its own, right after that piece.
    const begun = running ? [{ ...item, pinned: spanOf(running), minutes: running.end - running.start }] : []
    const rest: Movable = {
      ...item,
      ...(running ? { id: `${item.id}#rest`, earliest: Math.max(item.earliest ?? 0, running.end) } : {}),
      minutes: left,
      previous: ahead.map(spanOf),
    }
    return [...begun, rest]
  })
  const plan = solveDay({ ...day, span: { from, to: Math.max(from, day.span.to) }, movable, stability: 'firm' })
  const placesOf = (list: readonly Block[], id: string): string =>
    list.flatMap((b) => (b.id.replace(/#rest$/, '') === id && b.end > now ? [`${b.start}-${b.end}`] : [])).join()
  const ids = [...new Set([...mine.keys(), ...day.movable.map(({ id }) => id)])].sort()
  const result: Replan = { plan, kept: [], moved: [], added: [], removed: [] }
  for (const id of ids) {
    const before = placesOf(blocks, id)
    const after = placesOf(plan.blocks, id)
    if (before === after && before !== '') result.kept.push(id)
    else if (before !== '' && after !== '') result.moved.push(id)
    else if (before !== '') result.removed.push(id)
    else if (after !== '') result.added.push(id)
  }
  return result
}
