import type { Instant } from '../core/time.ts'
import type { Tx } from '../db/contract.ts'
import { MIN_SIMILARITY } from './contract.ts'
import { COLUMNS, type FactRow } from './repository.ts'
import { toPgVector } from './vectors.ts'
import { searchWords } from './words.ts'

export interface RecallQuery {
  userId: string
  query: string
  /** The vector of the query and the model that made it; null searches by words alone. */
  queryVector: { model: string; vector: Float32Array } | null
  k: number
  now: Instant
}

export type Recalled = FactRow & {
  /** Words of the query that occur in the fact. */
  matched: number
  /** Cosine similarity; null when it was not among the nearest. */
  similarity: number | null
  score: number
}

/** Reciprocal rank fusion with the constant of its paper (Cormack, Clarke and Büttcher, SIGIR 2009). */
const RRF = 60

/**
 * Every fact of the person is looked at once, for its words and its vector; the few that are told are fetched by id. That
 * takes a plain column to compare with: under row-level security an expression could leak rows and is compared last.
 */
const FUSED = `
with asked as materialized (
  select replace(plainto_tsquery('pg_catalog.russian', $2)::text, ' & ', ' | ')::tsquery as any_word,
         tsvector_to_array(to_tsvector('pg_catalog.russian', $2)) as words
), seen as materialized (
  select f.id, f.seq, case when f.search @@ a.any_word then ts_rank(f.search, a.any_word) end as rank,
         case when f.embedding_model = $4 then f.embedding operator(public.<#>) $3::public.vector end as distance
    from memory.fact f, asked a
   where f.user_id = $1 and f.valid_to is null and f.valid_from <= $6
), lexical as (
  select s.id, row_number() over (order by s.rank desc, s.seq desc) as place
    from seen s where s.rank is not null order by place limit $5 * 3
), near as (
  select n.id, -n.distance as similarity, row_number() over (order by n.distance, n.id) as place
    from (select s.id, s.distance from seen s where s.distance is not null order by s.distance limit $5 * 3) n
   where n.distance <= -$7::float8
), found as materialized (
  select coalesce(l.id, n.id) as id, n.similarity,
         coalesce(1.0 / (${RRF} + l.place), 0)::float8 + coalesce(1.0 / (${RRF} + n.place), 0)::float8 as score
    from lexical l full join near n on n.id = l.id
)
select ${COLUMNS}, found.similarity, found.score,
       cardinality(array(select unnest(tsvector_to_array(f.search)) intersect select unnest(a.words))) as matched
  from asked a, found join memory.fact f on f.id = found.id
 order by found.score desc, f.seq desc limit $5`

const ALIKE = `
select ${COLUMNS}, 0 as matched, null::float8 as similarity, public.word_similarity($2, f.text)::float8 / ${RRF} as score
  from memory.fact f
 where f.user_id = $1 and f.valid_to is null and f.valid_from <= $4 and f.text operator(public.%>) $2
   and f.id <> all($5::uuid[])
 order by score desc, f.seq desc limit $3`

/**
 * Facts that answer a question, best first: words in any form and vectors of the same model, fused by rank. Vectors see
 * misspelt words too; without one, trigrams look for them when words alone find fewer than `k`. No model is called.
 */
export const recall = async (tx: Tx, { userId, query, queryVector, k, now }: RecallQuery): Promise<Recalled[]> => {
  const words = searchWords(query)
  if (words.length === 0) return []
  const vector = queryVector ? toPgVector(queryVector.vector) : null
  const model = queryVector?.model ?? null
  const found = await tx.query<Recalled>(FUSED, [userId, words.join(' '), vector, model, k, now, MIN_SIMILARITY])
  if (queryVector || found.length >= k) return found
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a))
  if (longest.length < 4) return found
  const ids = found.map((fact) => fact.id)
  return [...found, ...(await tx.query<Recalled>(ALIKE, [userId, longest, k - found.length, now, ids]))]
}

/** From here two texts say the same in other words, or in the other language. */
const SAME_MEANING = 0.45

/** What may be told as an answer: the facts that share the most words with the question, or mean the same. */
export const answering = (found: readonly Recalled[]): Recalled[] => {
  const best = Math.max(0, ...found.map((fact) => fact.matched))
  if (best === 0) return [...found]
  return found.filter((fact) => fact.matched === best || (fact.similarity ?? 0) >= SAME_MEANING)
}

export interface RecalledMessage {
  threadId: string
  turnId: string
  role: string
  text: string
  createdAt: Date
}

/** Earlier messages of this person about the query, with the other messages of their turns, in the order they were said. */
export const recallMessages = (
  tx: Tx,
  input: { userId: string; query: string; k: number; now: Instant; exceptTurnId?: string },
): Promise<RecalledMessage[]> =>
  tx.query<RecalledMessage>(
    `with asked as (select replace(plainto_tsquery('pg_catalog.russian', $2)::text, ' & ', ' | ')::tsquery as any_word),
     best as (
       select m.turn_id, max(ts_rank(m.search, a.any_word)) as rank, max(m.created_at) as said_at
         from chat.message m, asked a
        where m.user_id = $1 and m.created_at <= $4 and m.search @@ a.any_word and ($5::text is null or m.turn_id::text <> $5)
        group by m.turn_id order by rank desc, said_at desc limit $3
     )
     select m.thread_id as "threadId", m.turn_id as "turnId", m.role, m.text, m.created_at as "createdAt"
       from chat.message m join best b on b.turn_id = m.turn_id
      where m.user_id = $1 order by m.created_at, m.turn_id, m.role desc`,
    [input.userId, searchWords(input.query).join(' '), input.k, input.now, input.exceptTurnId ?? null],
  )
