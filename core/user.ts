export type Role = 'user' | 'admin' | 'partner'
export type Purpose = 'health' | 'external_model' | 'proactive' | 'household'
/** Local wall-clock times, `HH:MM`; `end` may be before `start` (a window over midnight). */
export interface TimeWindow {
  start: string
  end: string
}

/** The signed-in person as code needs to know them in any room. */
export interface User {
  id: string
  role: Role
  displayName: string | null
  /** BCP 47, e.g. `ru-RU`. */
  locale: string
  /** IANA zone. */
  timeZone: string
  /** ISO 4217. */
  currency: string
  /** ISO 3166-1 alpha-2. */
  country: string
  workHours: TimeWindow
  sleepWindow: TimeWindow
  quietHours: TimeWindow
  consents: readonly Purpose[]
}

/** The two languages this product speaks; everything that is not Russian is answered in English. */
export type Lang = 'ru' | 'en'
export const langOf = (locale: string): Lang => (locale.toLowerCase().startsWith('ru') ? 'ru' : 'en')
