import type { Message } from '../../core/messages.ts'
import type { About, Ctx } from '../contract.ts'

/** A file on its way in: whole, on disk. */
export interface ImportFile {
  path: string
  /** As the person named it; may be empty. */
  name: string
  bytes: number
  /** Its first bytes, 64 KB at most. */
  head: Uint8Array
}
export interface ImportOptions {
  accountId?: string
  /** IANA zone of times that the file gives without one. */
  timeZone: string
  currency: string
  locale: string
  /** RFC 3339. */
  now: string
}
/** A piece of a file that was read: rows are plain data, they cross a thread. */
export interface ImportBatch<Row = unknown> {
  rows: Row[]
  /** What could not be read, by line (or record) of the file, counted from 1; the rest is kept. */
  rejected: { line: number; reason: Message }[]
  /** How much of the file has been read. */
  bytes: number
}
/** Reads files of one kind. Runs in a worker thread: no database, no network, nothing kept between files. */
export interface ImportReader<Row = unknown> {
  /** The format by content, for example `ofx`; null when it is none of this kind. */
  recognise(file: ImportFile): Promise<string | null>
  /** Throws an AppError `invalid` when the file as a whole cannot be read; memory must not grow with the file. */
  read(file: ImportFile, format: string, options: ImportOptions): AsyncIterable<ImportBatch<Row>>
}

export interface ImportCounts {
  created: number
  updated: number
  /** There already, or of no interest. */
  skipped: number
}
export interface ImportWarning {
  /** `balance_mismatch` */
  code: string
  message: Message
}
/** One run over one file; rows it makes carry its id, so that the import can be undone and told from the person's own. */
export interface ImportRun {
  id: string
  format: string
  fileName: string
  options: ImportOptions
  /** What `save` wants to know at the next batch and `finish` at the end. */
  notes: Map<string, unknown>
}
export interface Importer<Row = unknown> {
  /** The module, in `imports/`, whose export `reader` is an `ImportReader`; it is loaded in a worker. */
  reader: URL
  about: About
  /** Stores one batch in one transaction. The same rows again create nothing. */
  save(ctx: Ctx, rows: Row[], run: ImportRun): Promise<ImportCounts>
  /** After the last batch, in a transaction of its own: per currency or metric what the file holds, what looks wrong, what is announced. */
  finish(
    ctx: Ctx,
    run: ImportRun,
    counts: ImportCounts,
  ): Promise<{ totals: Record<string, unknown>; warnings: ImportWarning[]; said: Message }>
  /** Takes back what the run created and nobody has changed since. */
  undo(ctx: Ctx, importId: string): Promise<void>
}
/** Ties the rows of a reader to its importer and erases their type for the registry. */
export const defineImporter = <Row>(importer: Importer<Row>): Importer => importer as unknown as Importer
