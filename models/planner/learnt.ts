import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type ClassesModel, type Classifier, createClassifier } from './classifier/classify.ts'
import type { Phrase } from './classifier/phrases.ts'
import { createTagger, type FieldsModel, type Tagger } from './tagger/tag.ts'

/** What `npm run train` wrote: the weights of the planner, kept with the source because making them takes a minute. */
export const LEARNT = new URL('./learnt.bin', import.meta.url)

export interface Learnt {
  /** Of the phrases and the sources the weights were made from. */
  key: string
  classes: ClassesModel
  fields: FieldsModel
}

const ARRAYS = { Int8Array, Int16Array, Int32Array, Float32Array } as const
type Kind = keyof typeof ARRAYS
type Numbers = InstanceType<(typeof ARRAYS)[Kind]>

const kindOf = (value: unknown): Kind | undefined =>
  (Object.keys(ARRAYS) as Kind[]).find((kind) => value instanceof ARRAYS[kind])

/** A length, JSON in which each array is `{ kind, length }`, and the arrays' bytes one after another; gzip over all. */
export const pack = (learnt: Learnt): Buffer => {
  const bytes: Buffer[] = []
  const text = JSON.stringify(learnt, (_key, value: unknown) => {
    const kind = kindOf(value)
    if (!kind) return value
    const numbers = value as Numbers
    bytes.push(Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength))
    return { kind, length: numbers.length }
  })
  const head = Buffer.from(text)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(head.length)
  return gzipSync(Buffer.concat([size, head, ...bytes]), { level: 9 })
}

/** What `pack` packed. */
export const unpack = (packed: Buffer): Learnt => {
  const all = gunzipSync(packed)
  const start = 4 + all.readUInt32LE(0)
  let at = start
  return JSON.parse(all.toString('utf8', 4, start), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('kind' in value) || !('length' in value)) return value
    const Kind = ARRAYS[value.kind as Kind]
    const length = Number(value.length) * Kind.BYTES_PER_ELEMENT
    const numbers = new Kind(all.buffer.slice(all.byteOffset + at, all.byteOffset + at + length))
    at += length
    return numbers
  }) as Learnt
}

/** The planner's two learnt parts, read back. */
export const readLearnt = (file: URL = LEARNT): { key: string; classifier: Classifier; tagger: Tagger } => {
  const { key, classes, fields } = unpack(readFileSync(file))
  return { key, classifier: createClassifier(classes), tagger: createTagger(fields) }
}

/** The files a file is made of: itself and all that it imports, imports of imports included; types leave nothing behind. */
const sourcesOf = (file: URL, known = new Map<string, string>()): Map<string, string> => {
  if (known.has(file.href)) return known
  const source = readFileSync(file, 'utf8')
  known.set(file.href, source)
  for (const [, path] of source.matchAll(/^(?:import|export)(?! type)[^;']*? from '(\.[^']+)'/gmu))
    if (path) sourcesOf(new URL(path, file), known)
  return known
}

/** Changes with the phrases and with every source that turns them into weights. */
export const keyOf = (phrases: readonly Phrase[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(phrases))
  for (const worker of ['./classifier/train-worker.ts', './tagger/train-worker.ts'])
    for (const [, source] of [...sourcesOf(new URL(worker, import.meta.url))].sort(([a], [b]) => (a < b ? -1 : 1)))
      hash.update(source)
  return hash.digest('hex').slice(0, 24)
}
