import type { Config } from '../../core/config.ts'
import { AppError } from '../../core/errors.ts'
import { createLexicalVectors, DIMENSIONS, LEXICAL_MODEL } from './lexical.ts'

/** Turns texts into vectors whose nearness is nearness of meaning. Vectors of different `model`s must never be compared. */
export interface Embedder {
  model: string
  dimensions: 1024
  /** One vector of `dimensions` numbers per text, in order. Throws `unavailable`. */
  embed(texts: string[]): Promise<Float32Array[]>
  /** Present only when vectors are computed in this process, without waiting. */
  embedNow?(text: string): Float32Array
}

type EmbeddingConfig = Pick<Config, 'EMBEDDING_MODEL' | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'MODEL_TIMEOUT_MS'>

/** An OpenAI-compatible endpoint when `EMBEDDING_MODEL` is set, else the built-in lexical vectors. Throws `invalid` on a model that nothing serves. */
export const createEmbedder = async (config: EmbeddingConfig): Promise<Embedder> => {
  if (config.EMBEDDING_MODEL === undefined) return createLexicalEmbedder()
  if (config.OPENAI_API_KEY === undefined && config.OPENAI_BASE_URL === undefined) {
    const message = 'needs OPENAI_API_KEY or OPENAI_BASE_URL'
    throw new AppError(
      'invalid',
      'core.bad_configuration',
      { what: `EMBEDDING_MODEL ${message}` },
      { errors: [{ path: 'EMBEDDING_MODEL', message }] },
    )
  }
  const { createRemoteEmbedder } = await import('./remote.ts')
  return createRemoteEmbedder({
    model: config.EMBEDDING_MODEL,
    dimensions: DIMENSIONS,
    apiKey: config.OPENAI_API_KEY,
    baseUrl: config.OPENAI_BASE_URL,
    timeoutMs: config.MODEL_TIMEOUT_MS,
  })
}

const createLexicalEmbedder = (): Embedder => {
  const vectorOf = createLexicalVectors()
  return {
    model: LEXICAL_MODEL,
    dimensions: DIMENSIONS,
    embed: async (texts) => texts.map(vectorOf),
    embedNow: vectorOf,
  }
}
