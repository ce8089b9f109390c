import { instantAt, type LocalDate } from '../../../core/time.ts'
import type { TimeWindow } from '../../../core/user.ts'
import { type DayPart, takesTime } from '../../../tools/day.ts'
import { weekdayOf } from './dates.ts'

/** When on a day there is room for a session. */
export interface Day {
  date: LocalDate
  parts: readonly DayPart[]
}
export interface Hours {
  timeZone: string
  workHours: TimeWindow
  sleepWindow: TimeWindow
}
const MINUTE = 60_000
/** Between an appointment and a session. */
const BUFFER = 15
/** After waking, and before going to bed: late hard exercise can delay sleep (Stutz J. et al., Sports Med 2019;49:269–287). */
const AFTER_WAKING = 60
const BEFORE_SLEEP = 120
const STEP = 15

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Starts to try, best first: after work, then before it; on days off from ten in the morning. */
const preferred = (date: LocalDate, hours: Hours, minutes: number): number[] => {
  const wake = minutesOf(hours.sleepWindow.end) + AFTER_WAKING
  const bed = minutesOf(hours.sleepWindow.start)
  // Someone who goes to bed after midnight has the whole evening.
  const end = (bed <= wake ? 24 * 60 : bed) - BEFORE_SLEEP - minutes
  const all: number[] = []
  for (let at = Math.ceil(wake / STEP) * STEP; at <= end; at += STEP) all.push(at)
  if (weekdayOf(date) >= 5) {
    const morning = all.filter((at) => at >= 600)
    return [...morning, ...all.filter((at) => at < 600).reverse()]
  }
  const work = [minutesOf(hours.workHours.start), minutesOf(hours.workHours.end)] as const
  if (work[1] <= work[0]) return all
  const after = all.filter((at) => at >= work[1] + 30)
  const before = all.filter((at) => at + minutes <= work[0] - 30).reverse()
  return [...after, ...before]
}

/** The start of the best free stretch of a day, not before `earliest`; null when the day is full. */
export const slotOn = (day: Day, minutes: number, hours: Hours, earliest: Date): Date | null => {
  const busy = day.parts
    .filter(takesTime)
    .map(({ start, end }) => [start.getTime() - BUFFER * MINUTE, end.getTime() + BUFFER * MINUTE] as const)
  for (const at of preferred(day.date, hours, minutes)) {
    const start = instantAt(day.date, timeOf(at), hours.timeZone).getTime()
    const end = start + minutes * MINUTE
    if (start >= earliest.getTime() && busy.every(([from, to]) => end <= from || start >= to)) return new Date(start)
  }
  return null
}
