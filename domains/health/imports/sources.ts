// A file as one or several streams: itself, or what a zip holds. Nothing is unpacked to the disk or held in memory.
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '../../../core/errors.ts'
import type { ImportFile } from '../../contract.ts'

export interface Source {
  name: string
  /** Bytes that `open` gives. */
  size: number
  open(): Promise<Readable>
}

/** Unpacked bytes of one file: ten years of a watch are about 4 GB. */
const LARGEST = 12 * 1024 ** 3
const MOST_FILES = 20_000

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04

/** Runs `use` over the files of a zip, or over the one file that it is. Throws `invalid` when the zip cannot be read. */
export async function* withSources<T>(
  file: ImportFile,
  use: (sources: Source[]) => AsyncIterable<T>,
): AsyncGenerator<T> {
  if (!isZip(file.head)) {
    yield* use([{ name: file.name, size: file.bytes, open: async () => createReadStream(file.path) }])
    return
  }
  const zip = await openZip(file.path)
  try {
    yield* use(await listZip(zip))
  } finally {
    zip.close()
  }
}

const openZip = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (cause) {
    throw new AppError('invalid', 'health.import_bad_zip', {}, { cause })
  }
}

const listZip = async (zip: ZipFile): Promise<Source[]> => {
  const found: Source[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      if (entry.uncompressedSize > LARGEST || found.length >= MOST_FILES)
        throw new AppError('invalid', 'health.import_too_large')
      found.push({ name: entry.fileName, size: entry.uncompressedSize, open: () => openEntry(zip, entry) })
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid', 'health.import_bad_zip', {}, { cause: error })
  }
  return found
}

const openEntry = async (zip: ZipFile, entry: Entry): Promise<Readable> => {
  try {
    return await zip.openReadStreamPromise(entry)
  } catch (cause) {
    throw new AppError('invalid', 'health.import_bad_zip', {}, { cause })
  }
}

/** The first bytes of a source. */
export const headOf = async (source: Source, bytes = 4096): Promise<Buffer> => {
  const stream = await source.open()
  const parts: Buffer[] = []
  let held = 0
  for await (const part of stream) {
    parts.push(part as Buffer)
    held += (part as Buffer).length
    if (held >= bytes) break
  }
  stream.destroy()
  return Buffer.concat(parts).subarray(0, bytes)
}
