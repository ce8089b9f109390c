// What a statement adds up to, and whether what it began with and what moved give what it ended with.
import type { Message } from '../../../core/messages.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { ImportCounts, ImportWarning } from '../../contract.ts'
import type { EntryRow, ImportRow, StatementRow } from '../imports/rows.ts'

/** Warnings that are told; a file may hold thousands of statements. */
const MAX_WARNINGS = 20

interface CurrencyTotal {
  in: number
  out: number
  opening?: number
  closing?: number
}
interface AccountBalances {
  currency: string
  opening: { amount: number; on: LocalDate | null } | null
  closing: { amount: number; on: LocalDate | null } | null
}
export interface Totals {
  currencies: Map<string, CurrencyTotal>
  accounts: Map<string, AccountBalances>
  warnings: ImportWarning[]
  pending: number
}

export const emptyTotals = (): Totals => ({ currencies: new Map(), accounts: new Map(), warnings: [], pending: 0 })

const totalOf = (totals: Totals, currency: string): CurrencyTotal => {
  const known = totals.currencies.get(currency) ?? { in: 0, out: 0 }
  totals.currencies.set(currency, known)
  return known
}

const warn = (totals: Totals, warning: ImportWarning): void => {
  if (totals.warnings.length < MAX_WARNINGS) totals.warnings.push(warning)
}

/** Several statements of an account in one file: the earliest opening and the latest closing are the file's. */
const addStatement = (totals: Totals, row: StatementRow): void => {
  const { currency, opening, closing, moved } = row
  const key = `${row.account ?? ''} ${currency}`
  const known = totals.accounts.get(key) ?? { currency, opening: null, closing: null }
  totals.accounts.set(key, known)
  if (opening !== null && (!known.opening || (row.from ?? '') < (known.opening.on ?? '')))
    known.opening = { amount: opening, on: row.from }
  if (closing !== null && (!known.closing || (row.to ?? '') >= (known.closing.on ?? '')))
    known.closing = { amount: closing, on: row.to }
  if (opening === null || closing === null || opening + moved === closing) return
  const money = (amount: number) => ({ money: amount, currency })
  warn(totals, {
    code: 'balance_mismatch',
    message: {
      key: 'finance.import_mismatch',
      params: {
        account: row.account ?? '',
        known: row.account === null ? 'no' : 'yes',
        opening: money(opening),
        moved: money(moved),
        closing: money(closing),
        difference: money(Math.abs(closing - opening - moved)),
      },
    },
  })
}

/** Adds a movement with the sum under which it is stored. */
export const addEntry = (totals: Totals, row: EntryRow, sum: { amount: number; currency: string }): void => {
  const total = totalOf(totals, sum.currency)
  if (row.incoming) total.in += sum.amount
  else total.out += sum.amount
}

/** Adds what is no movement. */
export const addOther = (totals: Totals, row: Exclude<ImportRow, EntryRow>): void => {
  if (row.type === 'statement') addStatement(totals, row)
  else if (row.type === 'warning') warn(totals, { code: row.code, message: row.message })
  else if (row.pending) totals.pending++
}

/** Per currency what came in and went out and, where every account of it says so, what it began and ended with. */
export const totalsByCurrency = (totals: Totals): Record<string, CurrencyTotal> => {
  const all: Record<string, CurrencyTotal> = {}
  for (const [currency, total] of totals.currencies) all[currency] = { ...total }
  for (const { currency, opening, closing } of totals.accounts.values()) {
    const total = all[currency] ?? { in: 0, out: 0 }
    all[currency] = total
    if (opening) total.opening = (total.opening ?? 0) + opening.amount
    if (closing) total.closing = (total.closing ?? 0) + closing.amount
  }
  return all
}

/** Warnings of the whole file; movements that the bank has not booked yet are one of them. */
export const warningsOf = ({ warnings, pending }: Totals): ImportWarning[] =>
  pending === 0
    ? warnings
    : [...warnings, { code: 'pending', message: { key: 'finance.import_pending', params: { count: pending } } }]

/** What is told at the end: what is new first, then what was there already. */
export const tellImported = (totals: Totals, { created, skipped }: ImportCounts): Message => {
  if (created === 0 && skipped === 0) return { key: 'finance.import_nothing' }
  if (created === 0) return { key: 'finance.import_all_known' }
  const sums: Message[] = [...totals.currencies].map(([currency, { in: came, out }]) => ({
    key: came === 0 ? 'finance.import_sum_out' : out === 0 ? 'finance.import_sum_in' : 'finance.import_sums',
    params: { came: { money: came, currency }, left: { money: out, currency } },
  }))
  return {
    key: 'finance.import_done',
    params: { created, skipped, sums: { list: sums, join: 'and' } },
  }
}
