import { OpenAIEmbeddings } from '@langchain/openai'
import { AppError } from '../../core/errors.ts'
import type { Embedder } from './embedder.ts'

export interface RemoteOptions {
  model: string
  dimensions: 1024
  apiKey: string | undefined
  baseUrl: string | undefined
  timeoutMs: number
}

const BATCH = 256
const RETRIES = 2

/** Vectors from an OpenAI-compatible endpoint. Throws `unavailable` when it fails or answers with another number of dimensions. */
export const createRemoteEmbedder = (options: RemoteOptions): Embedder => {
  const { model, dimensions } = options
  const client = new OpenAIEmbeddings({
    model,
    dimensions,
    batchSize: BATCH,
    timeout: options.timeoutMs,
    maxRetries: RETRIES,
    // Plain numbers: many compatible servers ignore the client's default of base64.
    encodingFormat: 'float',
    // Local servers want no key, the client insists on one.
    apiKey: options.apiKey ?? 'none',
    ...(options.baseUrl === undefined ? {} : { configuration: { baseURL: options.baseUrl } }),
  })
  const embed = async (texts: string[]): Promise<Float32Array[]> => {
    if (texts.length === 0) return []
    const vectors = await client.embedDocuments(texts).catch((cause: unknown) => {
      throw unavailable(cause)
    })
    if (vectors.length !== texts.length)
      throw unavailable(new Error(`${vectors.length} vectors for ${texts.length} texts`))
    return vectors.map((vector) => {
      if (vector.length === dimensions && vector.every(Number.isFinite)) return Float32Array.from(vector)
      throw unavailable(new Error(`${model} gave ${vector.length} dimensions, ${dimensions} are stored`))
    })
  }
  return { model, dimensions, embed }
}

const unavailable = (cause: unknown): AppError =>
  new AppError('unavailable', 'core.unavailable', {}, { cause, retryAfter: 30 })
