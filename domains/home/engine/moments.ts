// When something was done, as people say it: an instant, a day, or just now.
import { type Instant, instantAt, type LocalDate, localDateOf, toRfc3339 } from '../../../core/time.ts'
import type { User } from '../../../core/user.ts'
import { invalid } from '../service.ts'

export interface Moment {
  at: Instant
  doneOn: LocalDate
  timeZone: string
}

/** A day without an hour counts from noon; nothing done lies in the future by more than the day it is. */
export const readMoment = (said: string | undefined, user: Pick<User, 'timeZone'>, now: Instant): Moment => {
  const { timeZone } = user
  const today = localDateOf(now, timeZone)
  if (said === undefined || said === today) return { at: now, doneOn: today, timeZone }
  const at = said.length === 10 ? instantAt(said, '12:00', timeZone) : new Date(said)
  const doneOn = localDateOf(at, timeZone)
  if (doneOn > today) throw invalid('at', 'in_future')
  if (doneOn < '1970-01-01') throw invalid('at', 'long_ago')
  return { at, doneOn, timeZone }
}
export const showMoment = ({ at, timeZone }: { at: Instant; timeZone: string }): string => toRfc3339(at, timeZone)
