import { parentPort, workerData } from 'node:worker_threads'
import { type Example, fitModel } from './fit.ts'

const model = fitModel(workerData as Example[])
parentPort?.postMessage(model, [model.keys.buffer, model.weights.buffer, model.bias.buffer] as ArrayBuffer[])
