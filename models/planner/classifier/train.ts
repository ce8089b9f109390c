import { Worker } from 'node:worker_threads'
import { AppError } from '../../../core/errors.ts'
import { type Classifier, createClassifier } from './classify.ts'
import type { Example } from './fit.ts'
import type { Model } from './model.ts'
import { isHeldOut } from './phrases.ts'

/** Trains in a worker thread on every phrase that is not held out, so that the process keeps answering. Throws `internal`. */
export const trainClassifier = async (phrases: readonly Example[]): Promise<Classifier> =>
  createClassifier(await fitClasses(phrases))

/** The trained weights as plain data. Throws `internal`. */
export const fitClasses = async (phrases: readonly Example[]): Promise<Model> => {
  const examples = phrases
    .filter((phrase) => !isHeldOut(phrase.text))
    .map(({ text, tool }): Example => ({ text, tool }))
  if (examples.length === 0) throw failed(new Error('no phrases to train on'))
  return fitInWorker(examples)
}

const fitInWorker = (examples: Example[]): Promise<Model> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: examples })
    worker.once('message', (model: Model) => resolve(model))
    worker.once('error', (error) => reject(failed(error)))
    worker.once('exit', (code) => reject(failed(new Error(`the training thread ended with code ${code}`))))
  })

const failed = (cause: unknown): AppError => new AppError('internal', 'core.internal', {}, { cause })
