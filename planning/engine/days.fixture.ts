import { dayBounds, instantAt } from '../../core/time.ts'
import type { Day, Fixed, Kind, Minute, Movable, Span } from './types.ts'

/** Seeded days that look like a person's. */

/** Mulberry32: the same numbers in [0, 1) for the same seed, everywhere. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const clock = (date: string, time: string, zone: string): Minute =>
  Math.round(instantAt(date, time, zone).getTime() / 60_000)

export interface DayShape {
  date: string
  zone: string
  movable: number
  fixed: number
  /** Everything on quarter hours. */
  quarters: boolean
  /** From and to of what may be used, wall clock. */
  awake: [string, string]
  /** The minutes of all things are at most between half and half plus this of what events leave free. */
  load: number
}

export const SHAPE: DayShape = {
  date: '2026-03-18',
  zone: 'Europe/Belgrade',
  movable: 12,
  fixed: 6,
  quarters: false,
  awake: ['07:00', '23:00'],
  load: 0.6,
}

const MINUTES: Record<Kind, number[]> = {
  task: [30, 45, 60, 90, 120],
  habit: [15, 30],
  workout: [45, 60, 75],
  meal: [30, 45],
  supplement: [5],
  chore: [15, 30, 45],
  pet_care: [15, 30],
  bill: [15],
  wish: [60, 120],
  break: [15],
}
const KINDS: Kind[] = [
  'task',
  'task',
  'task',
  'meal',
  'habit',
  'task',
  'workout',
  'chore',
  'supplement',
  'task',
  'break',
  'bill',
  'pet_care',
  'wish',
]
const DEMAND: Partial<Record<Kind, number>> = { workout: 0.7, wish: 0.8, chore: 0.3, habit: 0.2, bill: 0.3 }
const GROUPS = ['home', 'office', 'report', 'site']

/** A day of `shape`; the same seed gives the same day. */
export const randomDay = (seed: number, shape: Partial<DayShape> = {}): Day => {
  const { date, zone, movable, fixed, quarters, awake, load } = { ...SHAPE, ...shape }
  const random = seeded(seed * 7_919 + movable * 131 + fixed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const grid = quarters ? 15 : 5
  const span: Span = { from: clock(date, awake[0], zone), to: clock(date, awake[1], zone) }
  const between = (from: number, to: number): number => Math.round((from + random() * (to - from)) / grid) * grid
  const working: Span[] = [{ from: clock(date, '09:00', zone), to: clock(date, '19:00', zone) }]
  const events = Array.from({ length: fixed }, (_, at): Fixed => {
    const start = between(span.from, span.to - 60)
    const event: Fixed = { id: `event-${at}`, start, end: start + pick([30, 30, 45, 60]) }
    if (random() < 0.3) event.travel = { before: 15, after: 15 }
    if (random() < 0.4) event.group = pick(GROUPS)
    if (random() < 0.3) event.demand = 0.7
    return event
  })
  const items = Array.from({ length: movable }, (_, at): Movable => {
    const kind = KINDS[(at + Math.floor(random() * 2)) % KINDS.length] as Kind
    const lengths = MINUTES[kind].filter((minutes) => !quarters || minutes % 15 === 0)
    const minutes = lengths.length > 0 ? pick(lengths) : 15
    const item: Movable = {
      id: `${kind}-${at}`,
      kind,
      minutes,
      priority: 1 + Math.floor(random() * 4),
      urgency: 1 + Math.floor(random() * 10),
      demand: DEMAND[kind] ?? (kind === 'task' ? pick([0.3, 0.5, 0.7, 0.9]) : 0.1),
      hours: kind === 'task' && random() < 0.6 ? 'working' : 'any',
    }
    if (kind === 'task' && minutes >= 60 && random() < 0.5) item.leastPiece = 30
    if (kind === 'task' && random() < 0.35) item.latest = between(span.from + 180, span.to)
    if (random() < 0.15) item.earliest = between(span.from, span.to - 240)
    if (kind === 'meal') {
      const noon = pick(['08:00', '13:00', '19:00'])
      const from = clock(date, noon, zone)
      item.windows = [{ from: from - 60, to: from + 120 }]
      item.preferred = { from, to: from + 60 }
    } else if (random() < 0.3) {
      const from = between(span.from, span.to - 180)
      item.preferred = { from, to: from + 120 }
    }
    if (kind === 'chore' && random() < 0.4) item.loud = true
    if (kind === 'workout' && random() < 0.5) item.travel = { before: 15, after: 15 }
    if (random() < 0.4) item.group = pick(GROUPS)
    if (kind === 'wish') item.must = random() < 0.5
    if (random() < 0.2) {
      const from = between(span.from, span.to - minutes)
      item.previous = [{ from, to: from + minutes }]
    }
    return item
  })
  for (const [at, item] of items.entries()) {
    const other = items[Math.floor(random() * items.length)]
    if (other && other !== item && random() < 0.12 && at > items.indexOf(other)) item.after = [other.id]
    const far = [...items, ...events][Math.floor(random() * (items.length + events.length))]
    if (item.kind === 'supplement' && far && far.id !== item.id)
      item.gaps = [{ of: far.id, minutes: pick([30, 60, 120]) }]
  }
  const taken = events.reduce((sum, { start, end }) => sum + end - start, 0)
  const room = (span.to - span.from - taken) * (0.5 + load * random())
  for (let total = items.reduce((sum, { minutes }) => sum + minutes, 0); total > room; total -= 15) {
    const longest = items.reduce((most, item) => (item.minutes > most.minutes ? item : most))
    if (longest.minutes <= 15) break
    longest.minutes -= 15
  }
  const bounds = dayBounds(date, zone)
  const midnight = Math.round(bounds.start.getTime() / 60_000)
  const quartersOfDay = Math.round((bounds.end.getTime() - bounds.start.getTime()) / 900_000)
  const tired = random()
  return {
    span,
    fixed: events,
    movable: items,
    working,
    sleep: [],
    quiet: [{ from: clock(date, '21:00', zone), to: span.to }],
    energy: {
      from: midnight,
      values: Array.from({ length: quartersOfDay }, (_, quarter) => {
        const hour = quarter / 4
        return Math.max(
          0,
          Math.min(
            1,
            0.55 +
              0.35 * Math.cos(((hour - 10.5) / 12) * Math.PI) -
              0.4 * tired +
              0.1 * Math.cos(((hour - 18) / 6) * Math.PI),
          ),
        )
      }),
    },
    demandingMinutes: random() < 0.5 ? null : Math.round((120 + random() * 240) / 5) * 5,
    forbidden: random() < 0.1 ? [{ ref: 'injury', kinds: ['workout'], over: 0.5 }] : [],
    stability: 'loose',
  }
}
