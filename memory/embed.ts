import type { Db } from '../db/contract.ts'
import type { Embedder } from './contract.ts'
import { findUnembedded, saveVector } from './repository.ts'

const BATCH = 64

/**
 * Gives vectors to the facts of one person that have none of this model, in batches; how many were done. The model is
 * called between transactions, never inside one. Words find a fact before it has its vector.
 */
export const embedMissing = async (db: Db, userId: string, embedder: Embedder): Promise<number> => {
  let done = 0
  for (;;) {
    const facts = await db.withUser(userId, (tx) => findUnembedded(tx, userId, embedder.model, BATCH))
    if (facts.length === 0) return done
    const vectors = await embedder.embed(facts.map((fact) => fact.text))
    await db.withUser(userId, async (tx) => {
      for (const [i, fact] of facts.entries()) {
        const vector = vectors[i]
        if (!vector) throw new Error(`${embedder.model} gave ${vectors.length} vectors for ${facts.length} texts`)
        await saveVector(tx, userId, fact.id, { model: embedder.model, vector })
      }
    })
    done += facts.length
  }
}
