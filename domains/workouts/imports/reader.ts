// Files of workouts: which of them a file is, and its rows. Loaded in a worker thread.
import { readFile } from 'node:fs/promises'
import { constants, gunzipSync } from 'node:zlib'
import { openPromise } from 'yauzl'
import { AppError } from '../../../core/errors.ts'
import type { ImportBatch, ImportFile, ImportOptions, ImportReader } from '../../contract.ts'
import { type Activity, broken, rowsOf } from './activity.ts'
import { readFit } from './fit.ts'
import { readGpx } from './gpx.ts'
import type { SampleRow, WorkoutRow } from './rows.ts'
import { readTcx } from './tcx.ts'

type Format = 'gpx' | 'tcx' | 'fit'

const ROWS = 500
/** One workout of a week is some 60 MB of XML. A file is checked whole before anything of it is kept. */
const LARGEST = 128 * 1024 * 1024
const MOST_FILES = 5_000

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b
const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03

const inflate = (bytes: Uint8Array, whole: boolean): Buffer => {
  try {
    const finishFlush = whole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    return gunzipSync(bytes, { finishFlush, maxOutputLength: LARGEST })
  } catch (cause) {
    throw broken('bad_gzip', {}, cause)
  }
}

/** The format of one file by its first bytes. */
const formatOf = (head: Uint8Array): Format | null => {
  if (Buffer.from(head.subarray(8, 12)).toString('latin1') === '.FIT') return 'fit'
  const text = Buffer.from(head.subarray(0, 4096)).toString('utf8')
  if (/<(\w+:)?gpx[\s>]/u.test(text)) return 'gpx'
  return /<(\w+:)?TrainingCenterDatabase[\s>]/u.test(text) ? 'tcx' : null
}

const textOf = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes).trimStart()
}

const activitiesOf = (bytes: Uint8Array, format: Format): Activity[] => {
  if (format === 'fit') return readFit(bytes)
  return format === 'gpx' ? readGpx(textOf(bytes)) : readTcx(textOf(bytes))
}

/** Files of an archive, unpacked one at a time. */
async function* filesOf(path: string): AsyncGenerator<{ bytes: Buffer; share: number }> {
  let files = 0
  try {
    const zip = await openPromise(path, { lazyEntries: true })
    for await (const entry of zip.eachEntry()) {
      files += 1
      if (files > MOST_FILES || entry.uncompressedSize > LARGEST) throw broken('too_large')
      if (entry.fileName.endsWith('/')) continue
      const parts: Buffer[] = []
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
      const bytes = Buffer.concat(parts)
      yield { bytes: isGzip(bytes) ? inflate(bytes, true) : bytes, share: files / zip.entryCount }
    }
  } catch (error) {
    throw error instanceof AppError ? error : broken('bad_zip', {}, error)
  }
}

/** Workouts of a file in batches: each with its totals first, then its samples. */
function* batchesOf(
  activities: readonly Activity[],
  options: ImportOptions,
  bytes: number,
): Generator<ImportBatch<WorkoutRow>> {
  // Everything is worked out before the first row leaves: a file that is broken anywhere leaves nothing.
  const ready = activities.map((activity) => rowsOf(activity, Date.parse(options.now)))
  const whole = ready.reduce((sum, { samples }) => sum + samples.length + 1, 0)
  let done = 0
  for (const { workout, samples } of ready) {
    let rows: WorkoutRow[] = [workout]
    for (const { segment: _, ...sample } of samples) {
      rows.push({ type: 'sample', key: workout.key, ...sample } satisfies SampleRow)
      if (rows.length < ROWS) continue
      done += rows.length
      yield { rows, rejected: [], bytes: Math.round((done / whole) * bytes) }
      rows = []
    }
    done += rows.length
    if (rows.length > 0) yield { rows, rejected: [], bytes: Math.round((done / whole) * bytes) }
  }
}

async function* readArchive(file: ImportFile, options: ImportOptions): AsyncGenerator<ImportBatch<WorkoutRow>> {
  let [number, read] = [0, 0]
  for await (const { bytes, share } of filesOf(file.path)) {
    const format = formatOf(bytes)
    if (!format) continue
    number += 1
    try {
      for (const batch of batchesOf(activitiesOf(bytes, format), options, 0)) yield { ...batch, bytes: read }
    } catch (error) {
      // One broken file does not take the others with it.
      if (!(error instanceof AppError)) throw error
      yield { rows: [], rejected: [{ line: number, reason: error.said }], bytes: read }
    }
    read = Math.round(share * file.bytes)
  }
  yield { rows: [], rejected: [], bytes: file.bytes }
}

const hasWorkouts = async (file: ImportFile): Promise<boolean> => {
  for await (const { bytes } of filesOf(file.path)) if (formatOf(bytes)) return true
  return false
}

async function* readWhole(
  file: ImportFile,
  format: string,
  options: ImportOptions,
): AsyncGenerator<ImportBatch<WorkoutRow>> {
  if (format === 'zip') return yield* readArchive(file, options)
  if (file.bytes > LARGEST) throw broken('too_large')
  const raw = await readFile(file.path)
  const bytes = isGzip(raw) ? inflate(raw, true) : raw
  const known = formatOf(bytes)
  if (known === null || known !== format) throw broken('unknown')
  yield* batchesOf(activitiesOf(bytes, known), options, file.bytes)
}

/** Reads GPX, TCX and FIT, also packed as .gz or several in a zip. */
export const reader: ImportReader<WorkoutRow> = {
  recognise: async (file) => {
    if (isZip(file.head)) return (await hasWorkouts(file)) ? 'zip' : null
    return formatOf(isGzip(file.head) ? inflate(file.head, false) : file.head)
  },
  read: readWhole,
}
