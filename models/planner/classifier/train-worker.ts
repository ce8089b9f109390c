import { parentPort, workerData } from 'node:worker_threads'
import { type Example, fit } from './fit.ts'

const model = fit(workerData as Example[])
parentPort?.postMessage(model, [model.keys.buffer, model.weights.buffer, model.bias.buffer] as ArrayBuffer[])
