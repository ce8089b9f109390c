/** The problem of one day and the plan that answers it. */

/** Whole minutes since the Unix epoch: days of 23 and 25 hours need nothing special. */
export type Minute = number

/** From (inclusive) to (exclusive). */
export interface Span {
  from: Minute
  to: Minute
}

export type Kind =
  | 'task'
  | 'habit'
  | 'workout'
  | 'meal'
  | 'supplement'
  | 'chore'
  | 'pet_care'
  | 'bill'
  | 'wish'
  | 'break'

/** Minutes on the way before and after, which nothing else may use. */
export interface Travel {
  before: number
  after: number
}

/** What stands where it stands: an event of the calendar. */
export interface Fixed {
  id: string
  start: Minute
  end: Minute
  travel?: Travel
  /** Place or project. */
  group?: string
  /** How demanding it is, 0..1. */
  demand?: number
}

/** At least `minutes` between this and `of`, whichever comes first; `of` is a fixed or movable id. */
export interface Gap {
  of: string
  minutes: number
}

/** What the engine finds a time for. */
export interface Movable {
  id: string
  kind: Kind
  minutes: number
  /** 1 most important … 4 least, as a task has it. */
  priority: number
  /** 1 can wait … 10 must be today. */
  urgency: number
  /** How demanding it is, 0..1. */
  demand: number
  earliest?: Minute
  /** The end at the latest: the deadline. */
  latest?: Minute
  /** It lies in one of these; any time when absent. */
  windows?: readonly Span[]
  /** Which hours it keeps to; sleep is left alone by everything. */
  hours: 'working' | 'any'
  /** Not in quiet hours. */
  loud?: boolean
  /** Minutes of the smallest piece; absent: one piece only. */
  leastPiece?: number
  /** Ids of what must be finished before. */
  after?: readonly string[]
  gaps?: readonly Gap[]
  travel?: Travel
  /** Asked for in the message: comes before everything that was not. */
  must?: boolean
  /** Accepted and begun: stays there. */
  pinned?: Span
  /** Where it is liked best. */
  preferred?: Span
  /** Where the last plan had it, in order. */
  previous?: readonly Span[]
  /** Place or project. */
  group?: string
}

/** A safety limit: kinds (all when absent) more demanding than `over` are not done, within `span` or the whole day. */
export interface Forbidden {
  /** What it comes from, e.g. the id of a safety fact. */
  ref: string
  kinds?: readonly Kind[]
  over: number
  span?: Span
}

/** 0..1 for each quarter hour from `from`. */
export interface EnergyCurve {
  from: Minute
  values: readonly number[]
}

export interface Day {
  /** Nothing is planned outside; of today, `from` is now. */
  span: Span
  fixed: readonly Fixed[]
  movable: readonly Movable[]
  working: readonly Span[]
  sleep: readonly Span[]
  quiet: readonly Span[]
  energy: EnergyCurve
  /** Minutes of demanding things that this day carries; what the message asks for is not held back by it. */
  demandingMinutes: number | null
  forbidden: readonly Forbidden[]
  /** How much it costs to move a block of the last plan: `firm` when as few as possible may move. */
  stability: 'loose' | 'firm'
}

/** One piece on the day; a splittable thing may have several. */
export interface Block {
  id: string
  start: Minute
  end: Minute
  kind: Kind | 'fixed'
  pinned: boolean
}

/** Why a thing is not in the plan. */
export type LeftOutCode =
  | 'deadline_past'
  | 'window_closed'
  | 'outside_hours'
  | 'longer_than_any_gap'
  | 'contraindicated'
  | 'needs_other'
  | 'circular'
  | 'not_a_duration'
  | 'same_id'
  | 'gap'
  | 'too_demanding'
  | 'no_room'

/** What would let it in: the smallest change that was found by solving the day with it. */
export type Alternative =
  | { code: 'move_fixed'; id: string }
  | { code: 'drop'; ids: readonly string[] }
  | { code: 'longer_hours'; minutes: number }
  | { code: 'later_deadline'; minutes: number }
  | { code: 'shorter'; minutes: number }
  | { code: 'split'; leastPiece: number }
  | { code: 'ignore_gap'; id: string }
  | { code: 'ignore_energy' }
  | { code: 'another_day' }

export interface LeftOut {
  id: string
  /** Minutes that found no place; less than the whole when some pieces did. */
  minutes: number
  code: LeftOutCode
  /** Ids of what stands in the way. */
  by: readonly string[]
}

/** Why a block is where it is. */
export type ReasonCode =
  | 'fixed'
  | 'started'
  | 'only_place'
  | 'deadline'
  | 'window'
  | 'hours'
  | 'after'
  | 'gap'
  | 'energy'
  | 'preferred'
  | 'as_before'
  | 'same_group'
  | 'rest'
  | 'in_one_piece'
  | 'soonest'

export interface Reason {
  id: string
  start: Minute
  code: ReasonCode
  /** What it is about: the thing before it, the gap's other side, the group's neighbour. */
  by: readonly string[]
}

/** Compared from left to right, less is better. */
export interface Objective {
  /** Rules broken by the plan; what the person's own calendar breaks already is in `conflicts`. */
  hard: number
  /** Importance × urgency of what is left out, by its share of minutes, in hundredths. */
  medium: number
  /** Minutes of demanding things: of plans that leave out equally much the lighter one is better. */
  demandingMinutes: number
  /** Energy, wishes for times, grouping, rests and stability, in points. */
  soft: number
}

/** Two things of the person's own that claim the same time; `travel` when only the ways collide. */
export interface Conflict {
  ids: readonly [string, string]
  span: Span
  code: 'overlap' | 'travel'
}

export interface Optimality {
  proven: boolean
  /** How far the best possible could be away on the first level that is not proven; 0 when proven. */
  gap: number
  level: 'medium' | 'soft' | null
}

export interface Plan {
  blocks: readonly Block[]
  leftOut: readonly LeftOut[]
  conflicts: readonly Conflict[]
  objective: Objective
  optimality: Optimality
}
