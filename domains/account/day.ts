import { addDays, dayBounds, instantAt, type LocalDate, zoned } from '../../core/time.ts'
import { langOf, type TimeWindow, type User } from '../../core/user.ts'
import type { DayPart, DaySpan } from '../../tools/day.ts'

/** The hours of a person, as the limits of a day. */
const HOURS = [
  ['work_hours', 'workHours', { ru: 'Рабочие часы', en: 'Work hours' }],
  ['sleep_window', 'sleepWindow', { ru: 'Время сна', en: 'Sleep' }],
  ['quiet_hours', 'quietHours', { ru: 'Тихие часы', en: 'Quiet hours' }],
] as const

const stretch = ({ start, end }: TimeWindow, date: LocalDate, timeZone: string): DaySpan => ({
  start: instantAt(date, start, timeZone),
  end: instantAt(end <= start ? addDays(date, 1) : date, end, timeZone),
})

/** Stretches of a daily window that touch a local day, whole; one that ends where it starts is none. */
export const stretchesOn = (window: TimeWindow, date: LocalDate, timeZone: string): DaySpan[] => {
  if (window.start === window.end) return []
  const day = dayBounds(date, timeZone)
  return [addDays(date, -1), date]
    .map((from) => stretch(window, from, timeZone))
    .filter(({ start, end }) => start < day.end && end > day.start)
}

const SATURDAY = 6
const isWorkday = (at: Date, timeZone: string): boolean => zoned(at, timeZone).dayOfWeek < SATURDAY

/** Work from Monday to Friday, sleep and quiet on every day. */
export const hoursOf = (user: User, date: LocalDate): DayPart[] =>
  HOURS.flatMap(([type, field, title]): DayPart[] => {
    const windows = stretchesOn(user[field], date, user.timeZone).filter(
      ({ start }) => type !== 'work_hours' || isWorkday(start, user.timeZone),
    )
    if (windows.length === 0) return []
    const ref = { domain: 'account', id: user.id }
    return [{ kind: 'limit', type, title: title[langOf(user.locale)], ref, windows }]
  })
