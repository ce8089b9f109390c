import { AppError } from '../../../core/errors.ts'
import type { ImportBatch, ImportFile, ImportOptions, ImportReader } from '../../contract.ts'
import { blocksOf } from './blocks.ts'
import { readEvent } from './event.ts'
import type { IcsRow } from './rows.ts'
import { type ZoneBook, zoneBook } from './zones.ts'

/**
 * iCalendar files (RFC 5545), read three times rather than held: for zones, for events, for changed dates of series,
 * so that a series is always stored before its exceptions wherever they stand in the file.
 */
const BATCH = 200
const MAX_ZONES = 1_000

interface Overview {
  zones: Map<string, string[]>
  calendars: number
  overrides: boolean
}

const surveyed = async (path: string): Promise<Overview> => {
  const seen: Overview = { zones: new Map(), calendars: 0, overrides: false }
  for await (const block of blocksOf(path)) {
    if (block.type === 'calendar') seen.calendars += 1
    if (block.type === 'event') seen.overrides ||= block.lines.some(isRecurrenceId)
    if (block.type !== 'zone' || seen.zones.size >= MAX_ZONES) continue
    const tzid = block.lines.map((line) => /^TZID[^:]*:(.*)$/i.exec(line)?.[1]).find((value) => value !== undefined)
    if (tzid !== undefined && !seen.zones.has(tzid.trim())) seen.zones.set(tzid.trim(), block.lines)
  }
  return seen
}
const isRecurrenceId = (line: string): boolean => /^RECURRENCE-ID[:;]/i.test(line)

const guessedZones = (names: Iterable<string>, book: ZoneBook): IcsRow[] =>
  [...names].flatMap((zone): IcsRow[] => {
    const found = book(zone)
    return found?.guessed && found.iana ? [{ kind: 'zone', zone: zone.slice(0, 80), name: found.iana }] : []
  })

type Batch = Pick<ImportBatch<IcsRow>, 'rows' | 'rejected'>

const rejectionOf = (line: number, error: unknown): Batch['rejected'][number] => {
  if (!(error instanceof AppError) || error.code !== 'invalid') throw error
  return { line, reason: { key: error.key, params: error.params } }
}

/** One reading for events, or one for changed dates; what cannot be read is reported by the first only. */
async function* reading(
  path: string,
  pass: 'events' | 'overrides',
  book: ZoneBook,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<IcsRow>> {
  let batch: Batch = { rows: [], rejected: [] }
  let bytes = 0
  for await (const block of blocksOf(path)) {
    if ('bytes' in block) bytes = block.bytes
    if (block.type === 'event' && block.lines.some(isRecurrenceId) === (pass === 'overrides')) {
      try {
        batch.rows.push(readEvent(block.lines, block.cancel, book, options))
      } catch (error) {
        batch.rejected.push(rejectionOf(block.line, error))
      }
    }
    if (pass === 'events' && block.type === 'other') batch.rows.push({ kind: 'other' })
    if (pass === 'events' && block.type === 'broken')
      batch.rejected.push({ line: block.line, reason: { key: `calendar.${block.why}` } })
    if (batch.rows.length + batch.rejected.length < BATCH) continue
    yield { ...batch, bytes }
    batch = { rows: [], rejected: [] }
  }
  yield { ...batch, bytes }
}

async function* read(file: ImportFile, _format: string, options: ImportOptions): AsyncGenerator<ImportBatch<IcsRow>> {
  const { zones, calendars, overrides } = await surveyed(file.path)
  if (calendars === 0) throw new AppError('invalid', 'calendar.import_not_calendar')
  const book = zoneBook(zones, options.timeZone, new Date(options.now))
  const passes = overrides ? 2 : 1
  yield { rows: guessedZones(zones.keys(), book), rejected: [], bytes: 0 }
  for await (const batch of reading(file.path, 'events', book, options))
    yield { ...batch, bytes: Math.round(batch.bytes / passes) }
  if (!overrides) return
  for await (const batch of reading(file.path, 'overrides', book, options))
    yield { ...batch, bytes: Math.round((file.bytes + batch.bytes) / passes) }
}

export const reader: ImportReader<IcsRow> = {
  recognise: async ({ head }) =>
    /^(\u00EF\u00BB\u00BF)?\s*BEGIN:VCALENDAR\s*$/im.test(Buffer.from(head).toString('latin1')) ? 'ics' : null,
  read,
}
