/** Turns texts into vectors of 1024 numbers, L2-normalised. */
export interface Embedder {
  /** Stored with every vector; vectors of different models are never compared. */
  model: string
  dimensions: 1024
  embed(texts: string[]): Promise<Float32Array[]>
  /** Present when vectors are computed in this process: then, and only then, a fact has its vector in the same transaction. */
  embedNow?(text: string): Float32Array
}

export interface MemoryDeps {
  embedder: Embedder
}

/** Cosine similarity from which two texts count as being about the same thing when no word is shared. */
export const MIN_SIMILARITY = 0.35
