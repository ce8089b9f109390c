import { Temporal } from 'temporal-polyfill'
import { WEEKDAYS } from '../../../core/recurrence.ts'

/** A zone described for programs that do not know its name (RFC 5545 3.6.5): its changes of clocks over some years. */
interface Shift {
  /** Wall clock just before the change, in the offset that ends: what DTSTART of an observance means. */
  local: Temporal.PlainDateTime
  from: number
  to: number
}
interface Yearly {
  first: Shift
  rule: string
}

/** Fewer equal changes in a row are no rule yet. */
const MIN_YEARS = 3

const offsetText = (seconds: number): string => {
  const size = Math.abs(seconds)
  const parts = [Math.floor(size / 3_600), Math.floor((size % 3_600) / 60), size % 60]
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'))
  return `${seconds < 0 ? '-' : '+'}${hours}${minutes}${rest === '00' ? '' : rest}`
}
const stamp = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
const seconds = (moment: Temporal.ZonedDateTime): number => moment.offsetNanoseconds / 1e9

const shiftsOf = (begin: Temporal.ZonedDateTime, lastYear: number): Shift[] => {
  const shifts: Shift[] = []
  let before = seconds(begin)
  let next = begin.getTimeZoneTransition('next')
  while (next && next.year <= lastYear) {
    const after = seconds(next)
    if (after !== before)
      shifts.push({ local: next.toPlainDateTime().add({ seconds: before - after }), from: before, to: after })
    before = after
    next = next.getTimeZoneTransition('next')
  }
  return shifts
}

const placeInMonth = ({ local }: Shift, last: boolean): string => {
  const week = last ? (local.day > local.daysInMonth - 7 ? -1 : 0) : Math.ceil(local.day / 7)
  return `BYMONTH=${local.month};BYDAY=${week}${WEEKDAYS[local.dayOfWeek - 1]}`
}

/** The rule that the latest changes of one kind follow year after year up to `lastYear`; null when they do not. */
const yearlyOf = (shifts: readonly Shift[], lastYear: number): Yearly | null => {
  const newest = shifts.at(-1)
  if (!newest || newest.local.year !== lastYear) return null
  for (const last of [true, false]) {
    const place = placeInMonth(newest, last)
    if (place.includes('BYDAY=0')) continue
    let first = newest
    for (const shift of shifts.slice(0, -1).reverse()) {
      const same = placeInMonth(shift, last) === place && shift.local.toPlainTime().equals(newest.local.toPlainTime())
      if (!same || shift.local.year !== first.local.year - 1) break
      first = shift
    }
    if (lastYear - first.local.year + 1 >= MIN_YEARS) return { first, rule: `FREQ=YEARLY;${place}` }
  }
  return null
}

const observance = (kind: string, from: number, to: number, start: string, more: readonly string[]): string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${offsetText(from)}`,
  `TZOFFSETTO:${offsetText(to)}`,
  ...more,
  `END:${kind}`,
]

/** Unfolded lines of a VTIMEZONE that is right from `firstYear` to `lastYear`, and after it where clocks follow a rule. */
export const zoneLines = (timeZone: string, firstYear: number, lastYear: number): string[] => {
  const begin = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }).toZonedDateTime(timeZone)
  const lines = ['BEGIN:VTIMEZONE', `TZID:${timeZone}`]
  const offset = seconds(begin)
  lines.push(...observance('STANDARD', offset, offset, stamp(begin.toPlainDateTime()), []))
  const groups = Map.groupBy(shiftsOf(begin, lastYear), ({ from, to }) => `${from}/${to}`)
  for (const shifts of groups.values()) {
    const yearly = yearlyOf(shifts, lastYear)
    const single = yearly ? shifts.slice(0, shifts.indexOf(yearly.first)) : shifts
    const [first] = single
    const { from, to } = shifts[0] as Shift
    const kind = to > from ? 'DAYLIGHT' : 'STANDARD'
    // Some programs take DTSTART for a date only where there is nothing else, and one date of each RDATE.
    const dates = single.length > 1 ? single.map(({ local }) => `RDATE:${stamp(local)}`) : []
    if (first) lines.push(...observance(kind, from, to, stamp(first.local), dates))
    if (yearly) lines.push(...observance(kind, from, to, stamp(yearly.first.local), [`RRULE:${yearly.rule}`]))
  }
  lines.push('END:VTIMEZONE')
  return lines
}
