// How a bill becomes another one: the coming payment alone, or it and all later ones. What was paid stays as it was.
import { splitRule } from '../../../core/recurrence.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { BillRow, PaymentRow } from '../repository/bills.ts'
import type { DueChange, UpdateBill } from '../schema.ts'
import { invalid, readDate } from '../service.ts'
import { type Due, duesBetween, nextDue, readBillRule } from './bills.ts'

/** A rule and the first day it gives. Throws `invalid` for rules that cannot be read, are too dense or give no day. */
export const ruleOf = (rrule: string, start: LocalDate): { rrule: string; dueOn: LocalDate } => {
  const read = readBillRule(rrule, start)
  if ('problem' in read) throw invalid(`finance.rule_${read.problem}`, 'rrule')
  return { rrule: read.rule, dueOn: read.dueOn }
}

/** The due day that is meant: the one named, by its rule or where it was moved, else the coming one. */
export const meantDue = (
  bill: BillRow,
  payments: readonly PaymentRow[],
  today: LocalDate,
  named: LocalDate | undefined,
  path: string,
): Due => {
  if (named === undefined) {
    const next = nextDue(bill, payments, today)
    if (next === null) throw invalid('finance.bill_finished', path, { title: bill.title })
    return next
  }
  const day = readDate(named, path)
  const moved = bill.changes.find(({ dueOn }) => dueOn === day)
  const found =
    duesBetween(bill, day, day)[0] ?? (moved?.movedTo ? duesBetween(bill, moved.movedTo, moved.movedTo)[0] : undefined)
  if (!found) throw invalid('finance.bill_not_due', path, { title: bill.title, date: { date: day } })
  return found
}

const changeOne = (bill: BillRow, due: Due, input: UpdateBill): DueChange[] => {
  const before = bill.changes.find(({ dueOn }) => dueOn === due.dueOn)
  const movedTo = input.dueOn === undefined ? (before?.movedTo ?? null) : readDate(input.dueOn, 'dueOn')
  const change: DueChange = {
    dueOn: due.dueOn,
    movedTo: movedTo === due.dueOn ? null : movedTo,
    amount: input.amount ?? before?.amount ?? null,
    skipped: input.skip ?? false,
  }
  return [...bill.changes.filter(({ dueOn }) => dueOn !== due.dueOn), change].sort((a, b) =>
    a.dueOn.localeCompare(b.dueOn),
  )
}

/** The rule on another day of the week, month or year; what is left of a COUNT goes on from there. */
const movedSeries = (
  bill: BillRow,
  rrule: string,
  from: LocalDate,
  to: LocalDate,
): { rrule: string; dueOn: LocalDate } => {
  const at = { local: `${from}T00:00:00`, at: new Date(`${from}T00:00:00Z`) }
  const series = { rule: rrule, localStart: `${bill.dueOn}T00:00:00`, timeZone: 'UTC' }
  const rest = rrule.includes('COUNT=') ? splitRule(series, at).after : rrule
  const parts = rest
    .split(';')
    .filter((part) => !/^(?:BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYYEARDAY|BYWEEKNO)=/.test(part))
  return ruleOf(parts.join(';'), to)
}

type Schedule = Pick<BillRow, 'dueOn' | 'rrule' | 'changes' | 'since'>

/** When a bill is due after an update: a new rule, the same rule from another day, or one day of it changed. */
export const rescheduled = (
  bill: BillRow,
  payments: readonly PaymentRow[],
  input: UpdateBill,
  today: LocalDate,
): Schedule => {
  const same: Schedule = { dueOn: bill.dueOn, rrule: bill.rrule, changes: bill.changes, since: bill.since }
  const dueOn = input.dueOn === undefined ? undefined : readDate(input.dueOn, 'dueOn')
  if (input.rrule !== undefined) {
    const start = dueOn ?? (input.rrule === null ? meantDue(bill, payments, today, undefined, 'dueOn').on : today)
    if (input.rrule === null) return { dueOn: start, rrule: null, changes: [], since: today }
    return { ...ruleOf(input.rrule, start), changes: [], since: today }
  }
  if (bill.rrule === null) return dueOn === undefined ? same : { ...same, dueOn, changes: [] }
  if (input.scope === 'next' || input.skip) {
    return { ...same, changes: changeOne(bill, meantDue(bill, payments, today, input.of, 'of'), input) }
  }
  const changes =
    input.amount === undefined ? bill.changes : bill.changes.map((change) => ({ ...change, amount: null }))
  if (dueOn === undefined) return { ...same, changes }
  const from = meantDue(bill, payments, today, input.of, 'of').dueOn
  return { ...movedSeries(bill, bill.rrule, from, dueOn), changes: [], since: dueOn < today ? dueOn : today }
}
