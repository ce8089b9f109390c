import { newId } from '../core/ids.ts'
import { type Instant, toRfc3339 } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Tx } from '../db/contract.ts'
import type { Fact } from './schema.ts'
import type { Statement } from './service.ts'
import { toPgVector } from './vectors.ts'

export type FactRow = Omit<Fact, 'validFrom' | 'supersededAt' | 'createdAt' | 'status'> & {
  seq: number
  topic: string
  hash: string
  validFrom: Date
  validTo: Date | null
  createdAt: Date
}
type Zone = Pick<User, 'id' | 'timeZone'>

export const COLUMNS = `f.seq, f.id, f.text, f.subject, f.attribute, f.value, f.negated, f.lang, f.sensitivity, f.source,
  f.source_turn as "sourceTurn", f.confidence, f.topic, f.hash, f.valid_from as "validFrom", f.valid_to as "validTo",
  f.created_at as "createdAt"`

export const factOf = (row: FactRow, timeZone: string): Fact => {
  const { seq: _seq, topic: _topic, hash: _hash, validTo, ...fact } = row
  return {
    ...fact,
    status: validTo ? 'superseded' : 'active',
    validFrom: toRfc3339(row.validFrom, timeZone),
    supersededAt: validTo ? toRfc3339(validTo, timeZone) : null,
    createdAt: toRfc3339(row.createdAt, timeZone),
  }
}

/** Active facts that a new one could repeat or replace: the same topic, or the same attribute of the same subject. */
export const findRelated = (
  tx: Tx,
  userId: string,
  fact: Pick<Statement, 'topic' | 'attribute' | 'subject'>,
): Promise<FactRow[]> =>
  tx.query<FactRow>(
    `select ${COLUMNS} from memory.fact f
      where f.user_id = $1 and f.valid_to is null
        and (f.topic = $2 or (f.attribute = $3::text and f.subject = $4))
      order by f.seq`,
    [userId, fact.topic, fact.attribute, fact.subject],
  )

export interface Vector {
  model: string
  vector: Float32Array
}

export const insertFact = async (
  tx: Tx,
  user: Zone,
  fact: Statement,
  at: { now: Instant; turnId: string | null; source: 'person' | 'import' },
  embedded: Vector | null,
): Promise<Fact> => {
  const [row] = await tx.query<FactRow>(
    `insert into memory.fact as f (id, user_id, subject, attribute, value, text, lang, negated, valid_from, source_turn,
            confidence, sensitivity, source, topic, hash, embedding, embedding_model, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, $13, $14, $15::public.vector, $16, $9) returning ${COLUMNS}`,
    [
      newId(),
      user.id,
      fact.subject,
      fact.attribute,
      fact.value,
      fact.text,
      fact.lang,
      fact.negated,
      at.now,
      at.turnId,
      fact.sensitivity,
      at.source,
      fact.topic,
      fact.hash,
      embedded ? toPgVector(embedded.vector) : null,
      embedded?.model ?? null,
    ],
  )
  if (!row) throw new Error('an insert with returning gave no row')
  return factOf(row, user.timeZone)
}

/** Ends facts at `now`; they stay as history. */
export const closeFacts = async (tx: Tx, userId: string, ids: readonly string[], now: Instant): Promise<void> => {
  if (ids.length > 0)
    await tx.query(
      'update memory.fact set valid_to = $3 where user_id = $1 and id = any($2::uuid[]) and valid_to is null',
      [userId, ids, now],
    )
}

export const reopenFacts = async (tx: Tx, userId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx.query('update memory.fact set valid_to = null where user_id = $1 and id = any($2::uuid[])', [userId, ids])
}

/** Removes rows with their vectors and words; how many there were. */
export const deleteFacts = async (tx: Tx, userId: string, ids: readonly string[]): Promise<number> =>
  (await tx.query('delete from memory.fact where user_id = $1 and id = any($2::uuid[]) returning id', [userId, ids]))
    .length

export const findFact = async (tx: Tx, userId: string, id: string): Promise<FactRow | null> => {
  const [row] = await tx.query<FactRow>(`select ${COLUMNS} from memory.fact f where f.user_id = $1 and f.id = $2`, [
    userId,
    id,
  ])
  return row ?? null
}

export interface FactFilter {
  includeHistory: boolean
  after: number | null
  limit: number
}
/** One more row than `limit` when there are more, newest first. */
export const listFacts = (tx: Tx, userId: string, filter: FactFilter): Promise<FactRow[]> =>
  tx.query<FactRow>(
    `select ${COLUMNS} from memory.fact f
      where f.user_id = $1 and ($2::boolean or f.valid_to is null)
        and ($3::bigint is null or f.seq < $3::bigint)
      order by f.seq desc limit $4`,
    [userId, filter.includeHistory, filter.after, filter.limit + 1],
  )

/** Rows, history included, that hold every one of these words in some form; the caller checks them again exactly. */
export const findByWords = (tx: Tx, userId: string, words: string): Promise<FactRow[]> =>
  tx.query<FactRow>(
    `select ${COLUMNS} from memory.fact f
      where f.user_id = $1
        and f.search @@ plainto_tsquery('pg_catalog.russian', translate($2, 'ёЁ', 'еЕ'))
      order by f.seq desc`,
    [userId, words],
  )

export const loadSafety = (tx: Tx, userId: string): Promise<FactRow[]> =>
  tx.query<FactRow>(
    `select ${COLUMNS} from memory.fact f
      where f.user_id = $1 and f.valid_to is null and f.attribute in ('allergy', 'intolerance', 'condition') order by f.seq`,
    [userId],
  )

/** Facts without a vector of this model, oldest first. */
export const findUnembedded = (
  tx: Tx,
  userId: string,
  model: string,
  limit: number,
): Promise<{ id: string; text: string }[]> =>
  tx.query<{ id: string; text: string }>(
    `select f.id, f.text from memory.fact f
      where f.user_id = $1 and (f.embedding_model is null or f.embedding_model <> $2) order by f.seq limit $3`,
    [userId, model, limit],
  )

export const saveVector = async (tx: Tx, userId: string, id: string, { model, vector }: Vector): Promise<void> => {
  await tx.query(
    'update memory.fact set embedding = $3::public.vector, embedding_model = $4 where user_id = $1 and id = $2',
    [userId, id, toPgVector(vector), model],
  )
}
