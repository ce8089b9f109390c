// Statements in CSV (RFC 4180 as banks bend it), by the layouts of csv-layouts.ts.
import { AppError } from '../../../core/errors.ts'
import type { ImportFile, ImportOptions } from '../../contract.ts'
import type { Role } from './csv-layouts.ts'
import { findTable, type Record, recordReader, type Table } from './csv-table.ts'
import { findOrder, type OrderFound, unsureOrder } from './order.ts'
import { type Found, type Parser, rejected } from './rows.ts'
import { eachLine, headText } from './text.ts'
import { readCode, readDay, readMoney } from './values.ts'

/** JSON and markup have separators too. */
export const recogniseCsv = (head: string): string | null =>
  /^\s*[<{[]/u.test(head) ? null : (findTable(head)?.format ?? null)

interface CsvFacts extends OrderFound {
  table: Table
}

/** The dates of the whole file, one after another. */
const datesOf = (file: ImportFile, table: Table, look: (date: string) => void): Promise<void> => {
  const column = table.columns.date ?? 0
  const records = recordReader(
    table.separator,
    ({ line, cells }) => {
      if (line > table.headingLine) look(cells[column] ?? '')
    },
    () => {},
  )
  return eachLine(
    file,
    (text, line) => records.push(text, line),
    () => records.end(),
  )
}

/** What must be known of a file before its rows can be read. Throws `invalid` when it is no table of movements. */
export const prepareCsv = async (file: ImportFile, format: string, options: ImportOptions): Promise<CsvFacts> => {
  const table = findTable(await headText(file))
  if (!table)
    throw new AppError(
      'invalid',
      'finance.import_unreadable',
      {},
      {
        errors: [{ path: 'file', message: 'finance.import_unreadable' }],
      },
    )
  if (format !== 'csv') return { table, order: 'dmy', unsure: false }
  return { table, ...(await findOrder((look) => datesOf(file, table, look), options)) }
}

const DECLINED =
  /^(?:fail|declin|reject|cancel|void|revers|error|отклон|отмен|аннулир|не\s?успеш|не\s?исполн|не\s?выполн|отказ|ошибк|odbij|odbač|stornir|poništ)/u
const PENDING =
  /^(?:wait|pend|hold|authori[sz]|processing|in progress|в\s+обработ|обрабат|в\s+процесс|ожида|заблокир|холд|не\s+провед|u\s+obradi|na\s+čekanju|rezerv)/u
const OUT =
  /^(?:d|dr|dbit|debit|debet|out|expense|withdrawal|payment|purchase|списан|расход|дебет|покупк|оплат|isplat|zadu)/u
const IN =
  /^(?:c|cr|crdt|credit|in|income|deposit|refund|зачислен|приход|поступлен|пополнен|кредит|возврат|uplat|odobr)/u

const cellReader = (cells: readonly string[], table: Table) => {
  return (role: Role): string => {
    const at = table.columns[role]
    // A leading apostrophe keeps spreadsheets from reading a number: '462235******0069.
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
}

/** The signed amount of a record; null when there is none that can be read. */
const amountOf = (cell: (role: Role) => string, currency: string): number | null => {
  const debit = cell('debit')
  const credit = cell('credit')
  if (cell('amount') === '') {
    const out = debit === '' ? 0 : readMoney(debit, currency)
    const into = credit === '' ? 0 : readMoney(credit, currency)
    if ((debit === '' && credit === '') || out === null || into === null) return null
    return Math.abs(into) - Math.abs(out)
  }
  const amount = readMoney(cell('amount'), currency)
  if (amount === null || amount < 0) return amount
  const type = cell('type').toLowerCase()
  return OUT.test(type) && !IN.test(type) ? -amount : amount
}

interface Sums {
  amount: number
  currency: string
  paid: { amount: number; currency: string } | null
}
/** Amount and currency of the movement and, when it is in another one, of what the account was charged. */
const sumsOf = (
  cell: (role: Role) => string,
  fallback: string,
): Sums | { wrong: 'currency' | 'amount'; text: string } => {
  const named = cell('currency')
  const code = named === '' ? (/[₽€$£]/u.exec(cell('amount'))?.[0] ?? '') : named
  const currency = code === '' ? fallback : readCode(code)
  if (currency === null) return { wrong: 'currency', text: named }
  const paidCurrency = cell('paidCurrency') === '' ? fallback : readCode(cell('paidCurrency'))
  const paid = cell('paid') === '' || paidCurrency === null ? null : readMoney(cell('paid'), paidCurrency)
  const own = amountOf(cell, currency)
  if (own === null && cell('amount') === '' && paid !== null && paidCurrency !== null)
    return { amount: paid, currency: paidCurrency, paid: null }
  if (own === null) return { wrong: 'amount', text: cell('amount') || cell('debit') || cell('credit') }
  // Some banks sign only what the account was charged.
  const amount = paid !== null && paid < 0 ? -Math.abs(own) : own
  const other = paid !== null && paidCurrency !== null && paidCurrency !== currency
  return { amount, currency, paid: other ? { amount: Math.abs(paid), currency: paidCurrency } : null }
}

/** Lines under a table: signatures, page numbers, empty rows. They have neither a day nor an amount. */
const isFooter = (cell: (role: Role) => string): boolean =>
  !/\d/u.test(cell('date')) && !/\d/u.test(cell('amount') + cell('debit') + cell('credit') + cell('paid'))

const readRecord = ({ line, cells }: Record, facts: CsvFacts, options: ImportOptions): Found => {
  const { table, order } = facts
  const cell = cellReader(cells, table)
  if (isFooter(cell)) return { type: 'skipped', pending: false }
  const status = cell('status').toLowerCase()
  if (DECLINED.test(status)) return { type: 'skipped', pending: false }
  if (PENDING.test(status)) return { type: 'skipped', pending: true }
  const date = readDay(cell('date'), order, options.timeZone)
  if (date === null) return rejected(line, 'bad_date', { text: cell('date').slice(0, 40) })
  const sums = sumsOf(cell, table.currency ?? options.currency)
  if ('wrong' in sums)
    return rejected(line, sums.wrong === 'amount' ? 'bad_amount' : 'bad_currency', { text: sums.text.slice(0, 40) })
  return {
    type: 'entry',
    entry: {
      line,
      account: cell('account') || null,
      id: cell('id') || null,
      date,
      ...sums,
      payee: cell('payee') || null,
      note: cell('note') || null,
      category: cell('category') || null,
      own: false,
      reversal: false,
    },
  }
}

/** Reads the rows of a table line by line. */
export const csvParser = (facts: CsvFacts, options: ImportOptions): Parser => {
  let target: Found[] = []
  let told = false
  const records = recordReader(
    facts.table.separator,
    (record) => {
      if (record.line > facts.table.headingLine) target.push(readRecord(record, facts, options))
    },
    (line) => target.push(rejected(line, 'bad_line')),
  )
  const into = (out: Found[], run: () => void): void => {
    target = out
    if (facts.unsure && !told) {
      out.push(unsureOrder(facts.order))
      told = true
    }
    run()
  }
  return {
    by: 'line',
    push: (text, line, out) => into(out, () => records.push(text, line)),
    end: (out) => into(out, () => records.end()),
  }
}
