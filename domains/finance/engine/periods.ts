import { Temporal } from 'temporal-polyfill'
import type { Message } from '../../../core/messages.ts'
import type { LocalDate } from '../../../core/time.ts'

export type BudgetPeriod = 'week' | 'month' | 'year'
export interface Period {
  from: LocalDate
  to: LocalDate
}

/** The budget period that holds a local date; weeks begin on Monday (ISO 8601). Both ends belong to it. */
export const periodOf = (period: BudgetPeriod, date: LocalDate): Period => {
  const day = Temporal.PlainDate.from(date)
  if (period === 'week') {
    const monday = day.subtract({ days: day.dayOfWeek - 1 })
    return { from: monday.toString(), to: monday.add({ days: 6 }).toString() }
  }
  if (period === 'month')
    return { from: day.with({ day: 1 }).toString(), to: day.with({ day: day.daysInMonth }).toString() }
  return { from: day.with({ month: 1, day: 1 }).toString(), to: day.with({ month: 12, day: 31 }).toString() }
}

/** The 1st of the month of `today` until `today`: what a question about spending means when it names no time. */
export const monthToDate = (today: LocalDate): Period => ({ from: `${today.slice(0, 8)}01`, to: today })

/** A period as people name it, in two forms of one sentence: "за март" and "в марте". */
interface NamedPeriod {
  during: Message
  when: Message
}

type Name = { key: string; params?: Record<string, string> }

const nameOf = (from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate): Name => {
  const thisYear = from.year === today.year && to.year === today.year
  const same = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) === 0
  const ends = {
    fromDay: String(from.day),
    fromMonth: String(from.month),
    fromYear: String(from.year),
    day: String(to.day),
    month: String(to.month),
    year: String(to.year),
  }
  if (same(from, to)) {
    if (same(from, today)) return { key: 'today' }
    if (same(from, today.subtract({ days: 1 }))) return { key: 'yesterday' }
    return { key: thisYear ? 'day' : 'day_year', params: ends }
  }
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  if (same(from, monday) && (same(to, today) || same(to, monday.add({ days: 6 })))) return { key: 'this_week' }
  if (same(from, monday.subtract({ days: 7 })) && same(to, monday.subtract({ days: 1 }))) return { key: 'last_week' }
  if (from.day === 1 && same(to, from.with({ day: from.daysInMonth })))
    return { key: thisYear ? 'month' : 'month_year', params: ends }
  if (from.dayOfYear === 1 && same(to, from.with({ month: 12, day: 31 }))) return { key: 'year', params: ends }
  if (from.dayOfYear === 1 && same(to, today)) return { key: 'year_so_far' }
  if (!thisYear) return { key: 'range_years', params: ends }
  return { key: from.month === to.month ? 'range_month' : 'range', params: ends }
}

/** How a period is called on this day: today, this week, March, 1 to 18 March. */
export const namePeriod = ({ from, to }: Period, today: LocalDate): NamedPeriod => {
  const { key, params } = nameOf(
    Temporal.PlainDate.from(from),
    Temporal.PlainDate.from(to),
    Temporal.PlainDate.from(today),
  )
  const form = (name: string): Message => ({ key: `finance.${name}.${key}`, ...(params ? { params } : {}) })
  return { during: form('during'), when: form('when') }
}
