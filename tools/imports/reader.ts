// The near side of the worker that reads files.
import { Worker } from 'node:worker_threads'
import { AppError, type AppErrorOptions, type ErrorCode } from '../../core/errors.ts'
import type { MessageParams } from '../../core/messages.ts'
import type { ImportBatch, ImportFile, ImportOptions } from './contract.ts'

export type ToWorker =
  | { type: 'recognise'; file: ImportFile; readers: readonly { kind: string; url: string }[] }
  | { type: 'read'; url: string; file: ImportFile; format: string; options: ImportOptions }
  | { type: 'next' }
export type WrittenError =
  | { code: ErrorCode; key: string; params: MessageParams; errors: AppErrorOptions['errors']; status: number }
  | { cause: string }
export type FromWorker =
  | { type: 'recognised'; found: Recognised | null }
  | { type: 'batch'; batch: ImportBatch }
  | { type: 'end' }
  | { type: 'failed'; error: WrittenError }
export interface Recognised {
  kind: string
  format: string
}

/** A reader that is silent for longer does not end by itself. */
const SILENCE_MS = 60_000
/** What a file may make of itself in memory; a reader that streams needs a fraction of it. */
const MEMORY_MB = 256

export interface FileReader {
  /** Which of these readers takes the file. */
  recognise(file: ImportFile, readers: readonly { kind: string; url: URL }[]): Promise<Recognised | null>
  read(file: ImportFile, reader: URL, format: string, options: ImportOptions): AsyncGenerator<ImportBatch>
  close(): Promise<void>
}

/** A worker for one file. Throws what the reader throws; `invalid` when it runs out of memory or time. */
export const openReader = (): FileReader => {
  const worker = new Worker(new URL('reader-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const ask = (message: ToWorker): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer)
        worker.off('message', onMessage)
        worker.off('error', onError)
        end()
      }
      const onMessage = (answer: FromWorker): void =>
        settle(() => (answer.type === 'failed' ? reject(read(answer.error)) : resolve(answer)))
      const onError = (cause: unknown): void => settle(() => reject(tooMuch(cause)))
      const timer = setTimeout(() => onError(new Error(`silent for ${SILENCE_MS} ms`)), SILENCE_MS)
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.postMessage(message)
    })
  return {
    recognise: async (file, readers) => {
      const answer = await ask({
        type: 'recognise',
        file,
        readers: readers.map(({ kind, url }) => ({ kind, url: url.href })),
      })
      return answer.type === 'recognised' ? answer.found : null
    },
    async *read(file, reader, format, options) {
      let answer = await ask({ type: 'read', url: reader.href, file, format, options })
      while (answer.type === 'batch') {
        yield answer.batch
        answer = await ask({ type: 'next' })
      }
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

const read = (error: WrittenError): AppError =>
  'cause' in error
    ? new AppError('internal', 'core.internal', {}, { cause: new Error(error.cause) })
    : new AppError(error.code, error.key, error.params, {
        ...(error.errors ? { errors: error.errors } : {}),
        status: error.status,
      })

const tooMuch = (cause: unknown): AppError => new AppError('invalid', 'tools.import_unreadable', {}, { cause })
