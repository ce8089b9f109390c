// Gathers rows into batches that fit one transaction.
import type { ImportBatch } from '../../contract.ts'
import type { HealthRow, IgnoredRow, Rejected } from './rows.ts'

const ROWS = 500

/** Rows of a file on their way out. `take` gives full batches only, `rest` what is left. */
export interface Gathered {
  rows: HealthRow[]
  rejected: Rejected[]
  ignored: Map<string, number>
}

export const gather = (): Gathered => ({ rows: [], rejected: [], ignored: new Map() })

/** A file may invent any number of names; beyond these they are counted together. */
const MOST_NAMES = 200
const LONGEST_NAME = 100

/** A name out of a file, fit to be stored and shown: on one line, not too long. */
export const nameOf = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)

export const ignore = (gathered: Gathered, what: string): undefined => {
  const known = nameOf(what)
  const name = gathered.ignored.has(known) || gathered.ignored.size < MOST_NAMES ? known : '…'
  gathered.ignored.set(name, (gathered.ignored.get(name) ?? 0) + 1)
}

/** Full batches of what was gathered so far; `bytes` of the file have been read. */
export function* take(gathered: Gathered, bytes: number): Generator<ImportBatch<HealthRow>> {
  if (gathered.rows.length < ROWS && gathered.rejected.length < ROWS) return
  const { rows, rejected } = gathered
  gathered.rows = []
  gathered.rejected = []
  for (let at = 0; at < Math.max(rows.length, rejected.length); at += ROWS)
    yield { rows: rows.slice(at, at + ROWS), rejected: rejected.slice(at, at + ROWS), bytes }
}

/** What is left at the end, with the counts of what was passed over. */
export function* rest(gathered: Gathered, bytes: number): Generator<ImportBatch<HealthRow>> {
  const ignored = [...gathered.ignored].map(([what, count]): IgnoredRow => ({ type: 'ignored', what, count }))
  gathered.ignored.clear()
  const rows = [...gathered.rows, ...ignored]
  const { rejected } = gathered
  gathered.rows = []
  gathered.rejected = []
  for (let at = 0; at < Math.max(rows.length, rejected.length, 1); at += ROWS)
    yield { rows: rows.slice(at, at + ROWS), rejected: rejected.slice(at, at + ROWS), bytes }
}
