import { parentPort, workerData } from 'node:worker_threads'
import type { Phrase } from '../classifier/phrases.ts'
import { fitPhrases } from './samples.ts'

const model = fitPhrases(workerData as Phrase[])
parentPort?.postMessage(
  model,
  [model.labels.weights, model.spans.keys, model.spans.inner, model.spans.scales].map(
    ({ buffer }) => buffer as ArrayBuffer,
  ),
)
