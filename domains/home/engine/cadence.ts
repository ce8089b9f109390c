// When a chore is due: by a rule of the calendar, or so many days after it was done. Local days only, so clocks do not matter.
import { nextOccurrence, occurrencesBetween, placeLocal, readRule, type Series } from '../../../core/recurrence.ts'
import { addDays, type LocalDate } from '../../../core/time.ts'
import { daysBetween, invalid } from '../service.ts'

export interface Cadence {
  rrule: string | null
  everyDays: number | null
  /** The day the rule counts from. */
  startsOn: LocalDate
}
interface Done extends Cadence {
  lastDoneOn: LocalDate | null
  nextDueOn: LocalDate | null
}

/** Days have no zone: a rule is read at noon of a calendar without clock changes. */
const ZONE = 'UTC'
// A daily rule falls 367 times on the 366 days it is tried over, both ends included.
const MAX_PER_YEAR = 367
const seriesOf = (rule: string, startsOn: LocalDate): Series => ({
  rule,
  localStart: `${startsOn}T12:00:00`,
  timeZone: ZONE,
})
const endOf = (date: LocalDate) => placeLocal(`${date}T23:59:59`, ZONE)

/** A cadence as it is stored, with the first day it is due; a chore without one is due on no day unless one was said. */
export const readCadence = (
  given: { rrule?: string | null | undefined; everyDays?: number | null | undefined },
  startsOn: LocalDate | undefined,
  today: LocalDate,
): Cadence & { nextDueOn: LocalDate | null } => {
  const from = startsOn ?? today
  if (given.rrule != null && given.everyDays != null) throw invalid('everyDays', 'one_cadence')
  if (given.rrule != null) {
    const read = readRule(given.rrule, `${from}T12:00:00`, ZONE, MAX_PER_YEAR)
    if ('problem' in read)
      throw invalid('rrule', { syntax: 'bad_rule', dense: 'dense_rule', empty: 'empty_rule' }[read.problem])
    const first = read.localStart.slice(0, 10)
    return { rrule: read.rule, everyDays: null, startsOn: first, nextDueOn: first }
  }
  const everyDays = given.everyDays ?? null
  return { rrule: null, everyDays, startsOn: from, nextDueOn: everyDays === null ? (startsOn ?? null) : from }
}

/** The first day of a rule after a day; null when the rule is over. */
const ruleAfter = (rule: string, startsOn: LocalDate, day: LocalDate): LocalDate | null =>
  nextOccurrence(seriesOf(rule, startsOn), endOf(day))?.local.slice(0, 10) ?? null

/**
 * When a chore is due after it was done on a day. Days are counted from the doing. Of a rule, doing it early stands for
 * the coming date when that is nearer than the last doing ("every Saturday", done on Friday); else the date stays.
 */
export const dueAfter = (chore: Done, doneOn: LocalDate): LocalDate | null => {
  if (chore.everyDays !== null) return addDays(doneOn, chore.everyDays)
  if (chore.rrule === null) return null
  const { nextDueOn } = chore
  if (nextDueOn === null || nextDueOn <= doneOn) return ruleAfter(chore.rrule, chore.startsOn, doneOn)
  const sinceLast = chore.lastDoneOn === null ? Number.POSITIVE_INFINITY : daysBetween(chore.lastDoneOn, doneOn)
  return daysBetween(doneOn, nextDueOn) < sinceLast ? ruleAfter(chore.rrule, chore.startsOn, nextDueOn) : nextDueOn
}

/** Whether a chore is to be done on a day: today holds what is overdue, a later day what its cadence will bring. */
export const isDueOn = (chore: Done, date: LocalDate, today: LocalDate): boolean => {
  const { nextDueOn } = chore
  if (nextDueOn === null || date < today) return false
  // What is overdue is taken to be done today, and counts on from there.
  const base = nextDueOn < today ? today : nextDueOn
  if (date <= base) return date === base
  if (chore.everyDays !== null) return daysBetween(base, date) % chore.everyDays === 0
  if (chore.rrule === null) return false
  const from = placeLocal(`${date}T00:00:00`, ZONE)
  return occurrencesBetween(seriesOf(chore.rrule, chore.startsOn), from, endOf(date)).length > 0
}
