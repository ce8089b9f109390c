import { parentPort, workerData } from 'node:worker_threads'
import { fitCarrier } from '../carrier.ts'
import type { ClassesModel } from './classify.ts'
import { exampleOf } from './examples.ts'
import { fitModel } from './fit.ts'
import type { Phrase } from './phrases.ts'

const phrases = workerData as Phrase[]
const { model: carrier, marks } = fitCarrier(phrases)
const net = fitModel(
  phrases.map((phrase, at) => {
    const example = exampleOf(phrase)
    return { ...example, marks: [...example.marks, ...(marks[at] ?? [])] }
  }),
)
const { keys, inner, scales, innerBias, outer, outerBias } = net
parentPort?.postMessage(
  { net, carrier } satisfies ClassesModel,
  [keys, inner, scales, innerBias, outer, outerBias, carrier.weights].map(({ buffer }) => buffer as ArrayBuffer),
)
