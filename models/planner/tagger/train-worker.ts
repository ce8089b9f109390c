import { parentPort, workerData } from 'node:worker_threads'
import type { Phrase } from '../classifier/phrases.ts'
import { fitPhrases } from './samples.ts'

const model = fitPhrases(workerData as Phrase[])
parentPort?.postMessage(
  model,
  [model.labels, model.spans].map(({ weights }) => weights.buffer as ArrayBuffer),
)
