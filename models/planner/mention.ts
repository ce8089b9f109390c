/**
 * What a message says about time, money and quantity, read by code. Positions are UTF-16 offsets into the text that was
 * given to the reader, `end` exclusive, so that what is left over can be used as a title or a search.
 */
export interface Span {
  start: number
  end: number
}
/** What a unit measures. */
export type Dimension =
  | 'mass'
  | 'length'
  | 'volume'
  | 'steps'
  | 'energy'
  | 'rate'
  | 'temperature'
  | 'glucose'
  | 'pieces'

export type Mention = Span &
  (
    | { kind: 'money'; amount: number; currency: string | null } // minor units; null: no currency was said
    | { kind: 'number'; value: number } // a bare number that is none of the others
    | { kind: 'percent'; value: number }
    | { kind: 'measure'; value: number; unit: string; of: Dimension; base: number } // "5 км"; the unit as said, `base` in kg, m, ml, kcal
    | { kind: 'pair'; first: number; second: number } // "120 на 80"
    | { kind: 'sets'; sets: number; reps: number; weightKg: number | null } // "3х8 по 60"
    | { kind: 'date'; date: string } // YYYY-MM-DD; `assumed` year and week follow the nearest fitting day
    | { kind: 'time'; time: string; exact: boolean } // HH:MM; exact=false for "утром", "evening"
    | { kind: 'instant'; at: string; exact: boolean } // RFC 3339 with offset: a date and a time that belong together
    | { kind: 'range'; from: string; to: string } // local dates, both inclusive: "на этой неделе", "в марте"
    | { kind: 'window'; from: string; to: string } // HH:MM..HH:MM: "с трёх до пяти"
    | { kind: 'duration'; minutes: number } // "полчаса", "на 45 минут"
    | { kind: 'delay'; minutes: number } // from now: "через два часа", "in 20 minutes"
    | { kind: 'shift'; minutes: number } // relative to an existing time: "на час позже" 60, "на 15 минут раньше" -15
    | { kind: 'rrule'; rrule: string; time: string | null } // "каждый понедельник в 9" -> FREQ=WEEKLY;BYDAY=MO, 09:00
    | { kind: 'invalid'; what: 'date' | 'time' | 'money'; text: string } // 31 February, 25:70, 1e30
  )

export interface ReadContext {
  now: Date
  timeZone: string
  lang: 'ru' | 'en'
  /** The person's currency, ISO 4217; decides minor digits when none is said. */
  currency: string
}
