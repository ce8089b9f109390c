// Reads files beside the event loop: loads the reader of a kind, recognises a file or hands its rows over, batch by batch.
import { parentPort } from 'node:worker_threads'
import { AppError } from '../../core/errors.ts'
import type { ImportBatch, ImportFile, ImportReader } from './contract.ts'
import type { FromWorker, ToWorker, WrittenError } from './reader.ts'

const port = parentPort
if (!port) throw new Error('runs as a worker only')

const readers = new Map<string, Promise<{ reader: ImportReader }>>()
const load = async (url: string): Promise<ImportReader> => {
  let module = readers.get(url)
  if (!module) {
    module = import(url) as Promise<{ reader: ImportReader }>
    readers.set(url, module)
  }
  return (await module).reader
}

const answer = (message: FromWorker): void => port.postMessage(message)

/** An error as plain data: classes do not cross a thread. */
const written = (error: unknown): WrittenError =>
  error instanceof AppError
    ? { code: error.code, key: error.key, params: error.params, errors: error.errors, status: error.status }
    : { cause: error instanceof Error ? (error.stack ?? error.message) : String(error) }

const recognise = async (file: ImportFile, readers: readonly { kind: string; url: string }[]): Promise<void> => {
  for (const { kind, url } of readers) {
    const format = await (await load(url)).recognise(file)
    if (format !== null) return answer({ type: 'recognised', found: { kind, format } })
  }
  answer({ type: 'recognised', found: null })
}

let batches: AsyncIterator<ImportBatch> | undefined

port.on('message', (message: ToWorker) => {
  const handle = async (): Promise<void> => {
    if (message.type === 'recognise') return recognise(message.file, message.readers)
    if (message.type === 'read')
      batches = (await load(message.url)).read(message.file, message.format, message.options)[Symbol.asyncIterator]()
    // One batch is read for each that was asked for, so that reading never runs ahead of saving.
    const next = await batches?.next()
    answer(next && !next.done ? { type: 'batch', batch: next.value } : { type: 'end' })
  }
  handle().catch((error: unknown) => answer({ type: 'failed', error: written(error) }))
})
