import { modelOf } from './model.ts'
import { brokenBy, scoreOf } from './score.ts'
import { DEMANDING, weightOf } from './soft.ts'
import { chooseJobs } from './solve.ts'
import type { Alternative, Block, Day, LeftOut, LeftOutCode, Movable, Plan, Reason, ReasonCode } from './types.ts'

/** Reasons found by taking a rule away and looking what changes; never guessed. */

export interface Explained extends LeftOut {
  alternative: Alternative
}

export interface Explanation {
  reasons: Reason[]
  leftOut: Explained[]
}

/** The day without one rule of one item. */
const relaxed = (day: Day, id: string, change: (item: Movable) => Movable): Day => ({
  ...day,
  movable: day.movable.map((item) => (item.id === id ? change(item) : item)),
})

const without =
  (...names: (keyof Movable)[]) =>
  (item: Movable): Movable =>
    Object.fromEntries(
      Object.entries(item).filter(([name]) => !(names as string[]).includes(name)),
    ) as unknown as Movable

/** What is taken away for a block, and the code when that lets it lie better. */
const RULES: readonly [ReasonCode, (day: Day, item: Movable) => Day][] = [
  ['deadline', (day, item) => relaxed(day, item.id, without('latest'))],
  ['window', (day, item) => relaxed(day, item.id, without('windows', 'earliest'))],
  ['hours', (day, item) => relaxed(day, item.id, (one) => ({ ...without('loud')(one), hours: 'any' }))],
  [
    'after',
    (day, item) => ({
      ...relaxed(day, item.id, without('after')),
      movable: relaxed(day, item.id, without('after')).movable.map((one) =>
        one.after?.includes(item.id) ? { ...one, after: one.after.filter((id) => id !== item.id) } : one,
      ),
    }),
  ],
  [
    'gap',
    (day, item) => ({
      ...day,
      movable: day.movable.map((one) =>
        one.id === item.id
          ? without('gaps')(one)
          : { ...one, gaps: (one.gaps ?? []).filter(({ of }) => of !== item.id) },
      ),
    }),
  ],
]

/** The preferences, each with the day that does not have it. */
const WISHES: readonly [ReasonCode, (day: Day, item: Movable) => Day][] = [
  ['as_before', (day, item) => relaxed(day, item.id, without('previous'))],
  ['preferred', (day, item) => relaxed(day, item.id, without('preferred'))],
  ['same_group', (day, item) => relaxed(day, item.id, without('group'))],
  [
    'energy',
    (day, item) => ({
      ...day,
      energy: { ...day.energy, values: day.energy.values.map(() => 1) },
    }),
  ],
  ['rest', (day, item) => relaxed(day, item.id, (one) => ({ ...one, demand: Math.min(one.demand, DEMANDING - 0.01) }))],
]

interface Place {
  start: number
  soft: number
}

/** Every place that a block could take while all others stay, with the points of the whole plan. */
const placesOf = (day: Day, blocks: readonly Block[], block: Block): Place[] => {
  const others = blocks.filter((one) => one !== block)
  const base = brokenBy(day, blocks).length
  const found: Place[] = []
  for (let start = Math.ceil(day.span.from / 15) * 15; start + block.end - block.start <= day.span.to; start += 15) {
    const plan = [...others, { ...block, start, end: start + block.end - block.start }]
    if (brokenBy(day, plan).length <= base) found.push({ start, soft: scoreOf(day, plan).soft })
  }
  return found
}

const bestOf = (places: readonly Place[]): Place | undefined =>
  places.reduce<Place | undefined>((best, one) => (!best || one.soft < best.soft ? one : best), undefined)

const byOf = (code: ReasonCode, item: Movable, blocks: readonly Block[], block: Block, day: Day): string[] => {
  if (code === 'after') {
    const waiting = day.movable.filter(({ after }) => after?.includes(item.id)).map(({ id }) => id)
    return [...(item.after ?? []), ...waiting].sort()
  }
  if (code === 'gap') {
    const others = day.movable.filter(({ gaps }) => gaps?.some(({ of }) => of === item.id)).map(({ id }) => id)
    return [...(item.gaps ?? []).map(({ of }) => of), ...others].sort()
  }
  if (code === 'same_group') {
    const group = new Set([...day.movable, ...day.fixed].filter((one) => one.group === item.group).map(({ id }) => id))
    const near = blocks.filter((one) => one !== block && group.has(one.id))
    return near.slice(0, 1).map(({ id }) => id)
  }
  return []
}

const reasonOf = (day: Day, blocks: readonly Block[], block: Block): Reason => {
  const reason = (code: ReasonCode, by: readonly string[] = []): Reason => ({
    id: block.id,
    start: block.start,
    code,
    by,
  })
  const item = day.movable.find(({ id }) => id === block.id)
  if (block.kind === 'fixed' || !item) return reason('fixed')
  if (block.pinned) return reason('started')
  const here = scoreOf(day, blocks).soft
  const places = placesOf(day, blocks, block)
  for (const [code, change] of RULES) {
    const other = change(day, item)
    const better = bestOf(placesOf(other, blocks, block))
    if (better && better.start !== block.start && better.soft < Math.min(here, bestOf(places)?.soft ?? here))
      return reason(code, byOf(code, item, blocks, block, day))
  }
  if (!places.some(({ start }) => start !== block.start)) return reason('only_place')
  for (const [code, change] of WISHES) {
    const other = change(day, item)
    const best = bestOf(placesOf(other, blocks, block))
    if (best && best.start !== block.start && best.soft < scoreOf(other, blocks).soft)
      return reason(code, byOf(code, item, blocks, block, day))
  }
  return reason('soonest')
}

/** The least weight that must be left out of a day, and whether it is sure. */
const leastLeft = (day: Day): { ids: Set<string>; left: number } => {
  const model = modelOf(day)
  const { found } = chooseJobs(model, 'quick')
  const out = model.jobs.filter((_, number) => (found.starts[number] ?? -1) < 0)
  return { ids: new Set([...out.map(({ item }) => item.id), ...model.never.map(({ id }) => id)]), left: found.left }
}

/** What else is given up when this one must get in. */
const droppedFor = (day: Day, plan: Plan, item: Movable): string[] | null => {
  const { ids } = leastLeft(relaxed(day, item.id, (one) => ({ ...one, priority: 1, urgency: 10, must: true })))
  if (ids.has(item.id)) return null
  const before = new Set(plan.leftOut.map(({ id }) => id))
  return [...ids].filter((id) => !before.has(id)).sort()
}

/** The changes that are tried, from the nearest on; each with what it is called when it lets the item in. */
const changesFor = (day: Day, item: Movable): [Alternative, LeftOutCode, string[], Day][] => [
  ...(item.gaps ?? []).map(({ of }): [Alternative, LeftOutCode, string[], Day] => [
    { code: 'ignore_gap', id: of },
    'gap',
    [of],
    relaxed(day, item.id, without('gaps')),
  ]),
  [{ code: 'ignore_energy' }, 'too_demanding', [], { ...day, demandingMinutes: null }],
  ...[60, 120].flatMap((minutes): [Alternative, LeftOutCode, string[], Day][] =>
    item.latest === undefined
      ? []
      : [
          [
            { code: 'later_deadline', minutes },
            'no_room',
            [],
            relaxed(day, item.id, (one) => ({ ...one, latest: (item.latest ?? 0) + minutes })),
          ],
        ],
  ),
  ...[...day.fixed]
    .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.id < b.id ? -1 : 1))
    .map((event): [Alternative, LeftOutCode, string[], Day] => [
      { code: 'move_fixed', id: event.id },
      'no_room',
      [event.id],
      { ...day, fixed: day.fixed.filter((one) => one !== event) },
    ]),
  ...(item.hours === 'working'
    ? ([
        [
          { code: 'longer_hours', minutes: 60 },
          'outside_hours',
          [],
          { ...day, working: day.working.map(({ from, to }) => ({ from, to: to + 60 })) },
        ],
      ] as [Alternative, LeftOutCode, string[], Day][])
    : []),
]

const FINAL: readonly LeftOutCode[] = ['contraindicated', 'not_a_duration', 'same_id', 'circular']

const explainLeftOut = (day: Day, plan: Plan, out: LeftOut): Explained => {
  const item = day.movable.find(({ id }) => id === out.id)
  if (!item || FINAL.includes(out.code)) return { ...out, alternative: { code: 'another_day' } }
  const before = new Set(plan.leftOut.map(({ id }) => id))
  for (const [alternative, code, by, changed] of changesFor(day, item)) {
    const { ids } = leastLeft(changed)
    if (!ids.has(item.id) && [...ids].every((id) => before.has(id)))
      return {
        ...out,
        code: out.code === 'no_room' ? code : out.code,
        by: out.by.length > 0 ? out.by : by,
        alternative,
      }
  }
  const dropped = out.code === 'no_room' ? droppedFor(day, plan, item) : null
  if (dropped && dropped.length > 0) return { ...out, by: dropped, alternative: { code: 'drop', ids: dropped } }
  if (item.leastPiece === undefined && item.minutes >= 60) {
    const { ids } = leastLeft(relaxed(day, item.id, (one) => ({ ...one, leastPiece: 30 })))
    if (!ids.has(item.id)) return { ...out, alternative: { code: 'split', leastPiece: 30 } }
  }
  for (let minutes = Math.floor((item.minutes - 15) / 15) * 15; minutes >= 15; minutes -= 15) {
    const { ids } = leastLeft(relaxed(day, item.id, (one) => ({ ...one, minutes })))
    if (!ids.has(item.id)) return { ...out, alternative: { code: 'shorter', minutes } }
  }
  return { ...out, alternative: { code: 'another_day' } }
}

/** Why each block is where it is, and for each thing left out what forces it and what would let it in. */
export const explainPlan = (day: Day, plan: Plan): Explanation => ({
  reasons: plan.blocks.map((block) => reasonOf(day, plan.blocks, block)),
  leftOut: [...plan.leftOut]
    .sort((a, b) => {
      const weight = (id: string): number => weightOf(day.movable.find((one) => one.id === id) as Movable)
      return weight(b.id) - weight(a.id) || (a.id < b.id ? -1 : 1)
    })
    .map((out) => explainLeftOut(day, plan, out)),
})
