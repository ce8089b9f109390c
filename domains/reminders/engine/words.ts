// How often a reminder repeats, in words.
import type { Message } from '../../../core/messages.ts'
import { shapeOf } from '../../../core/recurrence.ts'

/** "каждый день", "по понедельникам и средам", "every 2 hours". `localStart` gives the weekday a rule leaves out. */
export const repeatMessage = (rrule: string, localStart: string): Message => {
  const { kind, interval, days } = shapeOf(rrule, localStart)
  if (kind === 'weekly') {
    const list = days.map((day): Message => ({ key: `reminders.day_${day.toLowerCase()}` }))
    return { key: 'reminders.repeat_weekly', params: { n: interval, days: { list, join: 'and' } } }
  }
  return { key: `reminders.repeat_${kind}`, params: { n: interval } }
}
