import type { Message } from '../../core/messages.ts'
import type { Lang } from '../../core/user.ts'

export type Args = Record<string, unknown>

/** What the planner needs of a JSON schema property; everything else in a schema is the tool's own business. */
export interface Property {
  type?: string
  format?: string
  enum?: readonly unknown[]
  maximum?: number
}

export interface ToolSchema {
  name: string
  description: string
  properties: Readonly<Record<string, Property>>
  required: ReadonlySet<string>
}

/** What the system prompt says about the person and the moment. */
export interface PersonContext {
  now: Date
  timeZone: string
  locale: string
  currency: string
  displayName: string | null
  /** What is remembered of the person and may have to do with the message. */
  facts?: readonly string[]
}

/** A row meant by words, as the phrase files write it: `ref`, `refDate`, `refFrom`, `refTo`, and what else was said of it. */
export interface Ref {
  /** Content words; `@it` for the last row spoken of, `@all` for every row of the window. */
  words: string
  date?: string
  from?: string
  to?: string
  /** `HH:MM` */
  time?: string
  /** Minor units. */
  amount?: number
  /** "the last one": of several rows take the newest. */
  last?: boolean
  /** All that was said of it, where `words` fit several rows alike. */
  also?: string
  /** Every content word must be in the row: said in passing, not as a command. */
  exactly?: boolean
}

/** A field that holds ids of rows of another list: the task to wait for, the account money comes from. */
export interface Link {
  field: string
  /** The list tool that shows those rows. */
  list: string
  /** What else that list is asked for. */
  where?: Args
  ref: Ref
  /** The field takes several ids. */
  many?: boolean
  /** Without its row the request meant something else; otherwise the field is left out. */
  must?: boolean
  /** Fields the row itself tells, so that the words for them are dropped once it is found. */
  tells?: readonly string[]
}

/** One call as understood from words, before rows are looked up. */
export interface Draft {
  tool: string
  args: Args
  ref?: Ref
  /** A row already known from the conversation. */
  id?: string
  /** Asked along with another call and not by the person: the tasks of a day beside its events. */
  beside?: boolean
  /** Start of the occurrence that `id` means, for a series. */
  occurrenceStart?: string
  /** The same request for rows of other kinds: the one whose row is found is meant. */
  others?: readonly Draft[]
  /** Nothing is asked or said when no row fits: then the message meant something else. */
  tentative?: boolean
  /** An hour said without a day: the row stays on its own day. */
  clock?: { time: string; said: string }
  /** Minutes before the row that `ref` means; `at` is counted when it is found. */
  before?: number
  /** Rows of other lists that fields point to. */
  links?: readonly Link[]
  /** What the row that is found fills, in place of the `id`: a field of the call and the field of the row. */
  settles?: { field: string; from: string; many?: boolean }
}

export interface Call {
  id: string
  name: string
  args: Args
}

/** Something only the person can decide; remembered by planning the message again, never by state. */
export type Question =
  | {
      kind: 'slot'
      draft: number
      slot: string
      message: Message /** Words that name no real date, time or sum. */
      wrong?: string
    }
  | {
      kind: 'row'
      draft: number
      rows: readonly Row[] /** The request for each row, when they are of several kinds. */
      as?: readonly Draft[]
      message: Message
    }
  | {
      kind: 'intent'
      options: readonly Draft[]
      message: Message /** Asked beside an answer, unless that asks something itself or shows that this is known. */
      offer?: string
    }

/** What a message means in its conversation. */
export interface Understanding {
  lang: Lang
  drafts: Draft[]
  question?: Question
  /** An answer that needs no tool: greeting, decline, "as you wish". */
  reply?: Message
  /** What the message means when its tentative request finds no row. */
  otherwise?: Understanding
  /** How the message was understood; for measurements. */
  how: 'rule' | 'classifier' | 'context' | 'answer' | 'none'
}

/** A row of a tool's output. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

export interface Plan {
  calls: Call[]
  text: string
  understanding: Understanding
  question?: Question
}
