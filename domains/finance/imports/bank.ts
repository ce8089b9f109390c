// Bank statements of every format as rows to be stored. Loaded in a worker thread.
import { AppError } from '../../../core/errors.ts'
import { langOf } from '../../../core/user.ts'
import type { ImportBatch, ImportFile, ImportOptions, ImportReader } from '../../contract.ts'
import { camtParser, recogniseCamt } from './camt.ts'
import { csvParser, prepareCsv, recogniseCsv } from './csv.ts'
import { entryReader } from './entries.ts'
import { mt940Parser, recogniseMt940 } from './mt940.ts'
import { ofxParser, recogniseOfx } from './ofx.ts'
import { oneCParser, recogniseOneC } from './one-c.ts'
import { prepareQif, qifParser, recogniseQif } from './qif.ts'
import type { Found, ImportRow, MakeParser, Parser } from './rows.ts'
import { headText, isBinary, lineCutter, textOf } from './text.ts'

/** Rows that cross the thread at a time. */
const BATCH = 500

const RECOGNISERS = [recogniseOneC, recogniseOfx, recogniseCamt, recogniseMt940, recogniseQif, recogniseCsv]

const PARSERS: Record<string, MakeParser> = {
  '1c': oneCParser,
  ofx1: ofxParser,
  ofx2: ofxParser,
  mt940: mt940Parser,
  'camt.052': camtParser,
  'camt.053': camtParser,
  'camt.054': camtParser,
}

const unreadable = (): AppError =>
  new AppError(
    'invalid',
    'finance.import_unreadable',
    {},
    {
      errors: [{ path: 'file', message: 'finance.import_unreadable' }],
    },
  )

const recognise = async (file: ImportFile): Promise<string | null> => {
  if (file.bytes === 0) return null
  const head = await headText(file)
  if (head.trim() === '' || isBinary(head)) return null
  for (const each of RECOGNISERS) {
    const format = each(head)
    if (format !== null) return format
  }
  return null
}

const parserOf = async (file: ImportFile, format: string, options: ImportOptions): Promise<Parser> => {
  if (format.startsWith('csv')) return csvParser(await prepareCsv(file, format, options), options)
  if (format === 'qif') return qifParser(await prepareQif(file, options), options)
  const make = PARSERS[format]
  if (!make) throw unreadable()
  return make(options)
}

/** Pieces of what a parser finds, with the bytes read so far. */
async function* findings(file: ImportFile, parser: Parser): AsyncGenerator<{ found: Found[]; bytes: number }> {
  let found: Found[] = []
  const lines = lineCutter((text, line) => parser.push(text, line, found))
  for await (const { text, bytes } of textOf(file)) {
    if (parser.by === 'line') lines.push(text)
    else parser.push(text, 0, found)
    yield { found, bytes }
    found = []
  }
  lines.end()
  parser.end(found)
  yield { found, bytes: file.bytes }
}

async function* read(file: ImportFile, format: string, options: ImportOptions): AsyncGenerator<ImportBatch<ImportRow>> {
  if (file.bytes === 0 || isBinary(await headText(file))) throw unreadable()
  const parser = await parserOf(file, format, options)
  const take = entryReader({ lang: langOf(options.locale), now: new Date(options.now), timeZone: options.timeZone })
  let batch: ImportBatch<ImportRow> = { rows: [], rejected: [], bytes: 0 }
  let any = false
  for await (const { found, bytes } of findings(file, parser)) {
    for (const each of found) {
      take(each, batch)
      if (batch.rows.length + batch.rejected.length < BATCH) continue
      yield { ...batch, bytes }
      any = true
      batch = { rows: [], rejected: [], bytes }
    }
    batch.bytes = bytes
  }
  take({ type: 'end' }, batch)
  any ||= batch.rows.length + batch.rejected.length > 0
  // A table with a heading and no rows is a statement of nothing; a file of another format without anything is none.
  if (!any && !format.startsWith('csv')) throw unreadable()
  if (any) yield batch
}

export const reader: ImportReader<ImportRow> = { recognise, read }
