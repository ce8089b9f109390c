import { parentPort, workerData } from 'node:worker_threads'
import { exampleOf, type Taught } from './examples.ts'
import { fitModel } from './fit.ts'

const model = fitModel((workerData as Taught[]).map(exampleOf))
const { keys, inner, scales, innerBias, outer, outerBias } = model
parentPort?.postMessage(
  model,
  [keys, inner, scales, innerBias, outer, outerBias].map(({ buffer }) => buffer as ArrayBuffer),
)
