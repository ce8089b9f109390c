// What a forecast starts from and what will move it: accounts, bills and entries ahead, turned into one currency.
import type { LocalDate } from '../../../core/time.ts'
import type { AccountRow } from '../repository/accounts.ts'
import type { BillRow, PaymentRow } from '../repository/bills.ts'
import type { PlannedRow } from '../repository/history.ts'
import type { Cause, LeftOut } from '../schema.ts'
import { isEverydayMoney } from './accounts.ts'
import { unpaidUntil } from './bills.ts'

type Convert = (amount: number, from: string) => number | null
export type DatedCause = Cause & { on: LocalDate }

const leftOut = (row: AccountRow, reason: LeftOut['reason']): LeftOut => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  balance: row.balance + row.movement,
  currency: row.currency,
  reason,
})

/**
 * The accounts whose money is counted: the chosen ones, else those of everyday money, else savings when there is nothing
 * else. An account in another currency without a stated rate is never added.
 */
export const countedAccounts = (
  accounts: readonly AccountRow[],
  chosen: readonly string[] | undefined,
  convert: Convert,
): { counted: AccountRow[]; notIncluded: LeftOut[] } => {
  const meant = chosen === undefined ? accounts : accounts.filter(({ id }) => chosen.includes(id))
  const usable = meant.filter((row) => convert(0, row.currency) !== null)
  const everyday = usable.filter(({ kind }) => isEverydayMoney(kind))
  const counted =
    chosen !== undefined ? usable : everyday.length > 0 ? everyday : usable.filter(({ kind }) => kind === 'savings')
  const notIncluded = accounts
    .filter((row) => !counted.includes(row))
    .map((row) => leftOut(row, convert(0, row.currency) === null ? 'currency' : 'kind'))
  return { counted, notIncluded }
}

const signed = (amount: number, kind: 'expense' | 'income'): number => (kind === 'income' ? amount : -amount)

/** Due days of bills that are not paid yet. A bill of an account that is not counted moves nothing here. */
export const billCauses = (
  bills: readonly BillRow[],
  payments: readonly PaymentRow[],
  facts: {
    today: LocalDate
    to: LocalDate
    counted: ReadonlySet<string>
    others: ReadonlySet<string>
    convert: Convert
  },
): { causes: DatedCause[]; notIncluded: LeftOut[] } => {
  const causes: DatedCause[] = []
  const notIncluded: LeftOut[] = []
  for (const bill of bills) {
    if (bill.accountId !== null && facts.others.has(bill.accountId) && !facts.counted.has(bill.accountId)) continue
    const dues = unpaidUntil(bill, payments, facts.today, facts.to)
    const { id, kind, title, currency } = bill
    const [first] = dues
    if (first && facts.convert(0, currency) === null)
      notIncluded.push({
        id,
        name: title,
        kind: 'bill',
        balance: signed(first.amount, kind),
        currency,
        reason: 'currency',
      })
    for (const due of dues) {
      const amount = facts.convert(signed(due.amount, kind), currency)
      if (amount === null) continue
      causes.push({ kind: kind === 'income' ? 'income' : 'bill', id, title, amount, dueOn: due.on, on: due.on })
    }
  }
  return { causes, notIncluded }
}

const moves = (
  row: PlannedRow,
  counted: ReadonlySet<string>,
  others: ReadonlySet<string>,
): [number, string | null][] => {
  const on = (id: string | null): boolean => id !== null && (counted.has(id) || !others.has(id))
  if (row.kind !== 'transfer') {
    if (row.accountId !== null && !on(row.accountId)) return []
    return [[signed(row.amount, row.kind), row.currency]]
  }
  const out: [number, string | null][] = on(row.accountId) ? [[-row.amount, row.currency]] : []
  return on(row.toAccountId) ? [...out, [row.toAmount ?? row.amount, row.toAmount === null ? row.currency : null]] : out
}

/** Entries of days to come. Transfers between counted accounts move nothing. */
export const plannedCauses = (
  rows: readonly PlannedRow[],
  accounts: readonly AccountRow[],
  counted: ReadonlySet<string>,
  convert: Convert,
): { causes: DatedCause[]; notIncluded: LeftOut[] } => {
  const others = new Set(accounts.map(({ id }) => id))
  const currencyOf = new Map(accounts.map(({ id, currency }) => [id, currency]))
  const causes: DatedCause[] = []
  const notIncluded: LeftOut[] = []
  for (const row of rows) {
    const title = row.payee ?? row.category ?? row.note
    const sums = moves(row, counted, others).map(([amount, from]) => {
      const currency = from ?? currencyOf.get(row.toAccountId ?? '') ?? row.currency
      const converted = convert(amount, currency)
      if (converted === null)
        notIncluded.push({
          id: row.id,
          name: title ?? '',
          kind: 'entry',
          balance: amount,
          currency,
          reason: 'currency',
        })
      return converted ?? 0
    })
    const amount = sums.reduce((sum, each) => sum + each, 0)
    if (amount !== 0)
      causes.push({ kind: 'planned', id: row.id, title, amount, dueOn: row.occurredOn, on: row.occurredOn })
  }
  return { causes, notIncluded }
}
