import { Worker } from 'node:worker_threads'
import { AppError } from '../../../core/errors.ts'
import { isHeldOut, type Phrase } from '../classifier/phrases.ts'
import type { FieldsModel } from './tag.ts'

/** Learns in a worker thread, from every phrase that is not held out, which words fill which field. Throws `internal`. */
export const fitFields = async (phrases: readonly Phrase[]): Promise<FieldsModel> => {
  const taught = phrases.filter(({ text, tool }) => !tool.startsWith('@') && !isHeldOut(text))
  if (taught.length === 0) throw failed(new Error('no phrases to train on'))
  return fitInWorker(taught)
}

const fitInWorker = (phrases: readonly Phrase[]): Promise<FieldsModel> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: phrases })
    worker.once('message', (model: FieldsModel) => resolve(model))
    worker.once('error', (error) => reject(failed(error)))
    worker.once('exit', (code) => reject(failed(new Error(`the training thread ended with code ${code}`))))
  })

const failed = (cause: unknown): AppError => new AppError('internal', 'core.internal', {}, { cause })
