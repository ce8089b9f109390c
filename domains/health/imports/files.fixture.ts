// Files for tests of imports: written to a temporary folder, as they lie on the disk when a reader gets them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { ImportBatch, ImportFile, ImportOptions, ImportReader } from '../../contract.ts'

export const OPTIONS: ImportOptions = {
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  locale: 'ru-RU',
  now: '2026-03-18T10:00:00+03:00',
}

const folder = mkdtempSync(join(tmpdir(), 'zelenial-import-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
let files = 0

export const pathFor = (name: string): string => {
  files += 1
  return join(folder, `${files}-${name}`)
}

export const fileOf = (name: string, content: string | Uint8Array): ImportFile => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const path = pathFor(name)
  writeFileSync(path, bytes)
  return { path, name, bytes: bytes.length, head: bytes.subarray(0, 65_536) }
}

/** A zip archive (PKWARE APPNOTE 6.3, §4.3) of these files, deflated. */
export const zipOf = (entries: Record<string, string | Uint8Array>): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const raw = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
    const packed = deflateRawSync(raw)
    const called = Buffer.from(name, 'utf8')
    // Bit 11: the name is UTF-8. Method 8: deflated.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(raw), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(raw.length, 18)
    facts.writeUInt16LE(called.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, called, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, rest, called]))
    bodies.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\u0005\u0006'), end])
}

/** Everything a reader gives of a file that it recognises. */
export const readAll = async <Row>(
  reader: ImportReader<Row>,
  file: ImportFile,
  options: ImportOptions = OPTIONS,
): Promise<{ format: string; rows: Row[]; rejected: ImportBatch['rejected']; batches: ImportBatch<Row>[] }> => {
  const format = await reader.recognise(file)
  if (format === null) throw new Error('not recognised')
  const batches: ImportBatch<Row>[] = []
  for await (const batch of reader.read(file, format, options)) batches.push(structuredClone(batch))
  return {
    format,
    rows: batches.flatMap(({ rows }) => rows),
    rejected: batches.flatMap(({ rejected }) => rejected),
    batches,
  }
}
