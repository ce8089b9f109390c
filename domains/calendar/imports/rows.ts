/** What the reader of iCalendar files hands over: plain data, ready to be compared with what is stored. */
export interface IcsContent {
  uid: string
  sequence: number
  /** LAST-MODIFIED, else DTSTAMP, as ISO 8601. */
  stamp: string | null
  cancelled: boolean
  title: string
  location: string | null
  notes: string | null
  allDay: boolean
  timeZone: string
  /** ISO 8601. */
  startAt: string
  /** Wall clock of the start in `timeZone`. */
  localStart: string
  durationMinutes: number
  busy: boolean | null
}
/** An event or a whole series. */
export interface IcsEvent extends IcsContent {
  kind: 'event'
  rrule: string | null
  rdates: string[]
  exdates: string[]
  /** Where a series had to be written out date by date: the last instant covered. */
  expandedTo: string | null
}
/** One changed date of a series (RECURRENCE-ID): by the local day or the instant that its rule gave it. */
export interface IcsOverride extends IcsContent {
  kind: 'override'
  recurrence: { date: string } | { at: string; local: string; timeZone: string }
}
/** A task or journal entry, which is left out. */
export interface IcsOther {
  kind: 'other'
}
/** A zone with a name of its own that was recognised by its offsets. */
export interface IcsZone {
  kind: 'zone'
  zone: string
  name: string
}
export type IcsRow = IcsEvent | IcsOverride | IcsOther | IcsZone
