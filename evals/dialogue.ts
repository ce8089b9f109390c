// Proof with a model: dialogues as people hold them, judged by the rows they leave and the words they get.

/** What a field of a row must be: text is compared without case and ё, an instant as a moment, a pattern is searched for. */
export type Wanted =
  | string
  | number
  | boolean
  | null
  | RegExp
  | readonly Wanted[]
  | { readonly [field: string]: Wanted }
export type WantedRow = Readonly<Record<string, Wanted>>

/** State read back through a list or summary tool. */
export interface RowCheck {
  tool: string
  input: Record<string, unknown>
  /** Each must be matched by a row of its own. */
  has: readonly WantedRow[]
  hasNot?: readonly WantedRow[]
  /** No rows besides those in `has`. */
  exact: boolean
}

export interface Expected {
  /** How many rows this turn may write at most, by room. What is not named here may not change. */
  writes?: Readonly<Partial<Record<Room, number>>>
  rows?: readonly RowCheck[]
  /** Each must be in the reply: text without case and ё, spaces of any kind alike. */
  reply?: readonly (string | RegExp)[]
  replyNot?: readonly (string | RegExp)[]
  /** Actions that must wait for a decision; none unless said. */
  pending?: number
  /** A question is the right answer here: nothing is written and something is asked. */
  asks?: boolean
}
export type Room =
  | 'account'
  | 'finance'
  | 'calendar'
  | 'tasks'
  | 'reminders'
  | 'health'
  | 'home'
  | 'nutrition'
  | 'workouts'
  | 'memory'

export interface Call {
  tool: string
  input: Record<string, unknown>
}

/** In place of an id: the row that holds all these words (stems, dates, figures), in the conversation or in the list of its tool. */
export interface RowRef {
  readonly words: string
}
export const row = (words: string): RowRef => ({ words })

export interface Turn {
  /** What the person writes, or the button pressed under the open confirmation. */
  say: string | { press: 'approve' | 'reject' | readonly ('approve' | 'reject')[] }
  /** What a perfect model looks up before it acts or asks. */
  looks?: readonly Call[]
  /** What a perfect model does. */
  calls?: readonly Call[]
  /** What a perfect model says then; without it the rows speak for themselves. */
  replies?: string
  /** When, if later than the dialogue's `now`. */
  at?: string
  newThread?: boolean
  expect: Expected
}

export interface Dialogue {
  /** Unique over all suites: `finance.ru.two_expenses`. */
  id: string
  domain: Room
  lang: 'ru' | 'en'
  /** Profile the person signs up with. */
  person: { locale: string; timeZone: string; currency: string; country: string; displayName?: string }
  now: string
  /** Rows that are there before, written as tools write them. */
  given: readonly Call[]
  turns: readonly Turn[]
}

type Told = Omit<Dialogue, 'domain' | 'person' | 'now' | 'given'> & {
  now?: string
  zone?: string
  currency?: string
  displayName?: string
  given?: Dialogue['given']
}

const HOMES = {
  ru: { locale: 'ru-RU', timeZone: 'Europe/Moscow', currency: 'RUB', country: 'RU' },
  en: { locale: 'en-US', timeZone: 'Europe/Moscow', currency: 'USD', country: 'US' },
} as const

/** A Wednesday morning in Moscow, unless a dialogue needs another moment. */
export const WEDNESDAY = '2026-03-18T10:00:00+03:00'

/** Completes a dialogue with the ordinary person and moment. */
export const dialogueOf =
  (domain: Room) =>
  ({ now = WEDNESDAY, zone, currency, displayName, given = [], ...told }: Told): Dialogue => ({
    ...told,
    domain,
    now,
    given,
    person: {
      ...HOMES[told.lang],
      ...(zone === undefined ? {} : { timeZone: zone }),
      ...(currency === undefined ? {} : { currency }),
      ...(displayName === undefined ? {} : { displayName }),
    },
  })
