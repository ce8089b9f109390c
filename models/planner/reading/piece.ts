import type { Temporal } from 'temporal-polyfill'
import type { Mention, Span } from '../mention.ts'
import type { DayPart } from './lexicon/calendar.ts'
import type { Scan } from './scan.ts'

/** A clock reading before it is decided which half of the day it means. */
export interface Clock {
  hour: number
  minute: number
  part: DayPart | 'am' | 'pm' | null
  /** 24-hour notation ("15:30", "09:00"): nothing to guess. */
  literal: boolean
  exact: boolean
}

/** A repetition before its time of day is known. */
interface Repeat {
  rrule: string
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type MentionBody = DistributiveOmit<Mention, keyof Span>

/** What a rule found at a token; `end` is the token after it. */
export type Piece = { end: number } & (
  | { kind: 'skip' }
  | { kind: 'mention'; body: MentionBody }
  | { kind: 'clock'; clock: Clock }
  | { kind: 'part'; part: DayPart }
  | { kind: 'day'; date: Temporal.PlainDate; weekday?: true; part?: DayPart }
  | { kind: 'window'; opens: Clock; closes: Clock }
  | { kind: 'repeat'; repeat: Repeat; part?: DayPart }
)
export type Rule = (s: Scan, i: number) => Piece | null

export const mention = (end: number, body: MentionBody): Piece => ({ kind: 'mention', end, body })
export const range = (end: number, from: Temporal.PlainDate, to: Temporal.PlainDate): Piece =>
  mention(end, { kind: 'range', from: from.toString(), to: to.toString() })
