import { Worker } from 'node:worker_threads'
import { AppError } from '../../../core/errors.ts'
import type { Taught } from './examples.ts'
import type { Model } from './model.ts'
import { isHeldOut } from './phrases.ts'

/** Trains in a worker thread on every phrase that is not held out. Throws `internal`. */
export const fitClasses = async (phrases: readonly Taught[]): Promise<Model> => {
  const taught = phrases
    .filter((phrase) => !isHeldOut(phrase.text))
    .map(({ text, lang, tool }): Taught => ({ text, lang, tool }))
  if (taught.length === 0) throw failed(new Error('no phrases to train on'))
  return fitInWorker(taught)
}

const fitInWorker = (taught: Taught[]): Promise<Model> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: taught })
    worker.once('message', (model: Model) => resolve(model))
    worker.once('error', (error) => reject(failed(error)))
    worker.once('exit', (code) => reject(failed(new Error(`the training thread ended with code ${code}`))))
  })

const failed = (cause: unknown): AppError => new AppError('internal', 'core.internal', {}, { cause })
