import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Tx } from '../db/contract.ts'
import type { Embedder } from './contract.ts'
import { recall } from './recall.ts'

/** Facts told to a model with one message; each is a sentence, so this stays far under 600 tokens. */
const FACTS = 6

/** What we know that bears on a message. With an embedder that would have to be awaited, words alone find it. */
export const recallForTurn = async (
  tx: Tx,
  embedder: Embedder,
  { query, user, now }: { query: string; user: Pick<User, 'id'>; now: Instant },
): Promise<{ text: string; since: Instant }[]> => {
  const queryVector = embedder.embedNow ? { model: embedder.model, vector: embedder.embedNow(query) } : null
  const found = await recall(tx, { userId: user.id, query, queryVector, k: FACTS, now })
  return found.map((fact) => ({ text: fact.text, since: fact.validFrom }))
}
