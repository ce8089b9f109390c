import { Worker } from 'node:worker_threads'
import { AppError } from '../../../core/errors.ts'
import type { ClassesModel } from './classify.ts'
import { isHeldOut, type Phrase } from './phrases.ts'

/** Trains in a worker thread on every phrase that is not held out. Throws `internal`. */
export const fitClasses = async (phrases: readonly Phrase[]): Promise<ClassesModel> => {
  const taught = phrases.filter((phrase) => !isHeldOut(phrase.text))
  if (taught.length === 0) throw failed(new Error('no phrases to train on'))
  return fitInWorker(taught)
}

const fitInWorker = (taught: readonly Phrase[]): Promise<ClassesModel> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: taught })
    worker.once('message', (model: ClassesModel) => resolve(model))
    worker.once('error', (error) => reject(failed(error)))
    worker.once('exit', (code) => reject(failed(new Error(`the training thread ended with code ${code}`))))
  })

const failed = (cause: unknown): AppError => new AppError('internal', 'core.internal', {}, { cause })
