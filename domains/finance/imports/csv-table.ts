// A text as a table: which separator it has, records over several lines, and which column is what.
import { parse } from 'csv-parse/sync'
import { bankLayout, type Columns, columnsByWords, type Mapping } from './csv-layouts.ts'
import { readDay, readMoney } from './values.ts'

// RFC 4180 with what banks do to it: other separators, quotes inside cells, records of unequal length.
const SEPARATORS = [';', ',', '\t', '|']
/** A quoted cell may go over some lines; a quote that never closes spoils its own line only. */
const MAX_RECORD_LINES = 20
/** Lines before the headings: name of the client, period, balances. */
const MAX_PREAMBLE = 40

/** Spaces that may stand before the quote that opens a cell. */
const MAX_INDENT = 8

/** Whether the text ends inside a quoted cell, given whether it began in one. One pass: lines may be long and full of quotes. */
const endsInside = (text: string, separator: string, inside: boolean): boolean => {
  let open = inside
  let cell = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    if (open) {
      if (text[at + 1] === '"') at++
      else open = false
      continue
    }
    for (let next = text.indexOf(separator, cell); next !== -1 && next < at; next = text.indexOf(separator, cell))
      cell = next + 1
    open = at - cell <= MAX_INDENT && text.slice(cell, at).trim() === ''
  }
  return open
}

const split = (text: string, separator: string, quote: '"' | false): string[][] =>
  parse(text, {
    delimiter: separator,
    quote,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
  })

export interface Record {
  line: number
  cells: string[]
}

/** Joins lines to records and splits them into cells. Records come out in order; `bad` is called for one that cannot be read. */
export const recordReader = (separator: string, onRecord: (record: Record) => void, bad: (line: number) => void) => {
  let waiting: { line: number; text: string }[] = []
  let ready: { line: number; text: string }[] = []
  const plain = (line: number, text: string, quote: '"' | false): void => {
    try {
      for (const cells of split(text, separator, quote)) onRecord({ line, cells })
    } catch {
      if (quote === false) bad(line)
      else plain(line, text, false)
    }
  }
  const flush = (): void => {
    const part = ready
    ready = []
    if (part.length === 0) return
    try {
      const records = split(part.map(({ text }) => text).join('\n'), separator, '"')
      if (records.length !== part.length) throw new Error('records do not match lines')
      for (const [i, { line }] of part.entries()) onRecord({ line, cells: records[i] ?? [] })
    } catch {
      for (const { line, text } of part) plain(line, text, '"')
    }
  }
  /** A quote was opened and never closed: it is a sign like any other, and the lines after it stand for themselves. */
  const giveUp = (): void => {
    const [first, ...others] = waiting
    waiting = []
    if (!first) return
    flush()
    plain(first.line, first.text, false)
    for (const { line, text } of others) push(text, line)
  }
  const push = (text: string, line: number): void => {
    if (waiting.length === 0 && text.trim() === '') return
    const open = endsInside(text, separator, waiting.length > 0)
    waiting.push({ line, text })
    if (open) {
      if (waiting.length >= MAX_RECORD_LINES) giveUp()
      return
    }
    ready.push({ line: waiting[0]?.line ?? line, text: waiting.map((each) => each.text).join('\n') })
    waiting = []
    if (ready.length >= 200) flush()
  }
  return {
    push,
    end: (): void => {
      while (waiting.length > 0) giveUp()
      flush()
    },
  }
}

/** The records of a short text. */
const recordsOf = (text: string, separator: string): Record[] => {
  const records: Record[] = []
  const reader = recordReader(
    separator,
    (record) => records.push(record),
    () => {},
  )
  for (const [i, line] of text
    .split(/\r\n|\n|\r/u)
    .slice(0, 300)
    .entries())
    reader.push(line, i + 1)
  reader.end()
  return records
}

const isDay = (cell: string): boolean => readDay(cell) !== null || readDay(cell, 'mdy') !== null
const isSum = (cell: string): boolean => /\d/u.test(cell) && !isDay(cell) && readMoney(cell, 'RUB') !== null

/** Adds to columns that have no heading those that their values tell. */
const columnsByValues = (records: readonly Record[], known: Columns): Columns => {
  const rows = records.slice(0, 50)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const taken = new Set(Object.values(known))
  const free = Array.from({ length: width }, (_, i) => i).filter((i) => !taken.has(i))
  const cellsAt = (column: number): string[] =>
    rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((cell) => cell !== '')
  const mostly = (column: number, test: (cell: string) => boolean): boolean => {
    const cells = cellsAt(column)
    return cells.length > 0 && cells.length >= rows.length * 0.5 && cells.filter(test).length >= cells.length * 0.8
  }
  const columns: Columns = { ...known }
  const date = columns.date ?? free.find((i) => mostly(i, isDay))
  if (date !== undefined) columns.date = date
  const hasSum = columns.amount !== undefined || columns.debit !== undefined || columns.credit !== undefined
  if (!hasSum) {
    const amount = free.find(
      (i) => i !== date && mostly(i, isSum) && cellsAt(i).some((cell) => /[.,]\d{2}\D*$|^[(−-]/u.test(cell)),
    )
    if (amount !== undefined) columns.amount = amount
  }
  if (columns.note === undefined && columns.payee === undefined) {
    const lengths = free.filter(
      (i) => i !== date && i !== columns.amount && mostly(i, (cell) => /\p{L}{2}/u.test(cell)),
    )
    const size = (i: number): number => cellsAt(i).join('').length
    const note = lengths.sort((a, b) => size(b) - size(a))[0]
    if (note !== undefined) columns.note = note
  }
  return columns
}

const complete = ({ date, amount, debit, credit }: Columns): boolean =>
  date !== undefined && (amount !== undefined || debit !== undefined || credit !== undefined)

export interface Table extends Mapping {
  separator: string
  /** The line of the headings; 0 when there are none. */
  headingLine: number
}

const tableWith = (text: string, separator: string): Table | null => {
  const records = recordsOf(text, separator)
  for (const [i, { line, cells }] of records.slice(0, MAX_PREAMBLE).entries()) {
    if (cells.length < 2) continue
    const bank = bankLayout(cells)
    if (bank) return { ...bank, separator, headingLine: line }
    if (cells.some((cell) => isDay(cell) || isSum(cell))) continue
    const columns = columnsByWords(cells)
    if (Object.keys(columns).length < 2) continue
    // A heading is believed when what stands under it is what it says.
    const below = records.slice(i + 1)
    const whole = columnsByValues(below, columns)
    if (!complete(whole)) continue
    const { date = 0 } = whole
    if (below.length > 0 && !below.slice(0, 50).some((record) => isDay(record.cells[date] ?? ''))) continue
    return { format: 'csv', columns: whole, currency: null, separator, headingLine: line }
  }
  const columns = columnsByValues(records, {})
  return complete(columns) && columns.note !== undefined
    ? { format: 'csv', columns, currency: null, separator, headingLine: 0 }
    : null
}

/** The table that a text is: of the separators the one that gives a bank's headings, else the most columns known. */
export const findTable = (head: string): Table | null => {
  let best: Table | null = null
  for (const separator of SEPARATORS) {
    if (!head.includes(separator)) continue
    const table = tableWith(head, separator)
    if (!table) continue
    if (table.format !== 'csv') return table
    if (!best || Object.keys(table.columns).length > Object.keys(best.columns).length) best = table
  }
  return best
}
