import { AppError } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Tx } from '../db/contract.ts'
import type { ToolTrace, TurnRequest, TurnResult } from './contract.ts'
import type { HistoryMessage } from './state.ts'

/** At most this many messages of a thread wait behind the running one. */
export const MAX_WAITING = 5
export const LEASE_MS = 15_000
/** Messages read for a turn: the window shown word for word and what was done before it. */
const HISTORY = 32

export interface StoredTurn {
  id: string
  threadId: string
  status: 'queued' | 'running' | 'done' | 'closed'
  result: TurnResult | null
}

export const turnByClientMessage = async (tx: Tx, clientMessageId: string): Promise<StoredTurn | undefined> => {
  const [row] = await tx.query<StoredTurn>(
    `select id, thread_id as "threadId", status, result from chat.turn where client_message_id = $1`,
    [clientMessageId],
  )
  return row
}

/**
 * Stores a turn in its thread, which is opened when the request names none: running at once when nothing of the thread
 * runs or waits, else queued. One statement. Null: a turn with that client message exists. Throws `not_found` for another
 * person's thread and `limited` when too many messages wait.
 */
export const insertTurn = async (
  tx: Tx,
  turn: { id: string; request: TurnRequest; threadId: string | null; owner: string; wall: number },
): Promise<{ threadId: string; status: 'running' | 'queued' } | null> => {
  const { request } = turn
  const [row] = await tx.query<{ threadId: string | null; waiting: number; status: 'running' | 'queued' | null }>(
    `with found as (select id from chat.thread where id = $2::uuid),
       made as (
         insert into chat.thread (id, user_id, title, key, created_at, updated_at)
         select $3::uuid, $4::uuid, $5, $6, $7::timestamptz, $7::timestamptz where $2::uuid is null
         on conflict (user_id, key) do update set updated_at = excluded.updated_at returning id),
       thread as (select id from found union all select id from made),
       busy as (
         select count(*) filter (where t.status = 'queued' and t.lease_until > $8::timestamptz)::int as waiting,
                count(*)::int as active
           from chat.turn t where t.thread_id = (select id from thread) and t.status in ('queued', 'running')),
       added as (
         insert into chat.turn (id, user_id, thread_id, client_message_id, channel, status, owner, lease_until, created_at, message)
         select $1::uuid, $4::uuid, thread.id, $9, $10, case when busy.active > 0 then 'queued' else 'running' end, $11,
                $8::timestamptz + make_interval(secs => $12), $7::timestamptz, $13
           from thread, busy where busy.waiting < $14
         on conflict (user_id, client_message_id) where client_message_id is not null do nothing returning status)
     select (select id from thread) as "threadId", (select waiting from busy) as waiting, (select status from added) as status`,
    [
      turn.id,
      turn.threadId,
      newId(),
      request.userId,
      (request.message ?? '').slice(0, 80),
      request.threadKey ?? null,
      request.now,
      new Date(turn.wall),
      request.clientMessageId ?? null,
      request.channel,
      turn.owner,
      LEASE_MS / 1000,
      request.message ?? null,
      MAX_WAITING,
    ],
  )
  if (!row?.threadId) throw new AppError('not_found', 'agent.thread_not_found')
  if (row.status) return { threadId: row.threadId, status: row.status }
  if (row.waiting >= MAX_WAITING) throw new AppError('limited', 'agent.too_many_waiting', {}, { retryAfter: 5 })
  return null
}

/** Lets a queued turn run when it is first in its thread and nothing runs there. */
export const promoteTurn = async (tx: Tx, turnId: string, threadId: string, wall: number): Promise<boolean> => {
  const rows = await tx.query(
    `update chat.turn set status = 'running', lease_until = $3 where id = $1 and status = 'queued'
       and not exists (select 1 from chat.turn other where other.thread_id = $2
         and (other.status = 'running' or (other.status = 'queued' and other.seq < chat.turn.seq)))
     returning id`,
    [turnId, threadId, new Date(wall + LEASE_MS)],
  )
  return rows.length === 1
}

export const renewLease = async (tx: Tx, turnId: string, wall: number): Promise<void> => {
  await tx.query(`update chat.turn set lease_until = $2 where id = $1 and status in ('queued', 'running')`, [
    turnId,
    new Date(wall + LEASE_MS),
  ])
}

/** Turns of a thread whose process is gone: their lease ran out. */
export const deadTurns = (
  tx: Tx,
  threadId: string,
  wall: number,
): Promise<{ id: string; status: string; createdAt: Date }[]> =>
  tx.query(
    `select id, status, created_at as "createdAt" from chat.turn
     where thread_id = $1 and status in ('queued', 'running') and lease_until < $2 order by seq for update`,
    [threadId, new Date(wall)],
  )

/** Writes the transcript of a turn and ends it, in one statement that goes with the commit. */
export const closeTurn = (
  tx: Tx,
  turn: {
    id: string
    userId: string
    threadId: string
    userText: string | null
    reply: string
    traces: readonly ToolTrace[]
    result: TurnResult
    status: 'done' | 'closed'
    now: Date
  },
): void => {
  tx.send(
    `with ended as (update chat.turn set status = $8, message = null,
         result = case when client_message_id is null then null else $7::jsonb end where id = $1 and status = 'running' returning id),
       touched as (update chat.thread set updated_at = $9 where id = $3)
     insert into chat.message (user_id, thread_id, turn_id, role, text, tools, created_at)
     select $2, $3, ended.id, m.role, m.text, m.tools, $9
     from ended, jsonb_to_recordset($6::jsonb) as m(role text, text text, tools jsonb)
     where m.text is not null and ($4::text is not null or m.role = 'assistant') and $5::text is not null`,
    [
      turn.id,
      turn.userId,
      turn.threadId,
      turn.userText,
      turn.reply,
      JSON.stringify([
        { role: 'user', text: turn.userText, tools: null },
        { role: 'assistant', text: turn.reply, tools: turn.traces.length > 0 ? turn.traces : null },
      ]),
      JSON.stringify(turn.result),
      turn.status,
      turn.now,
    ],
  )
}

/** The latest messages of a thread, oldest first; bounded by LIMIT whatever the thread's length. */
export const readHistory = async (tx: Tx, threadId: string): Promise<HistoryMessage[]> => {
  const rows = await tx.query<HistoryMessage>(
    'select role, text, tools from chat.message where thread_id = $1 order by id desc limit $2',
    [threadId, HISTORY],
  )
  return rows.reverse()
}

/** A page of threads, the latest first; `after` is the last thread of the page before. */
export const listThreads = async (
  tx: Tx,
  limit: number,
  after: string | null,
): Promise<{ id: string; title: string | null; createdAt: Date; updatedAt: Date }[]> =>
  tx.query(
    `select id, title, created_at as "createdAt", updated_at as "updatedAt" from chat.thread
     where $2::uuid is null
        or (updated_at, id) < (select last.updated_at, last.id from chat.thread last where last.id = $2)
     order by updated_at desc, id desc limit $1`,
    [limit, after],
  )

export interface TranscriptItem {
  id: number
  turnId: string
  role: 'user' | 'assistant'
  text: string
  tools: ToolTrace[] | null
  createdAt: Date
}

/** A page of a thread's transcript, newest first from `before`; throws `not_found` for another person's thread. */
export const listMessages = async (
  tx: Tx,
  threadId: string,
  before: number | null,
  limit: number,
): Promise<TranscriptItem[]> => {
  const [thread] = await tx.query('select id from chat.thread where id = $1', [threadId])
  if (!thread) throw new AppError('not_found', 'agent.thread_not_found')
  return tx.query<TranscriptItem>(
    `select id, turn_id as "turnId", role, text, tools, created_at as "createdAt" from chat.message
     where thread_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
    [threadId, before, limit],
  )
}

/** Deletes a thread with its turns and messages; returns the ids of its turns, whose graph state must go too. */
export const deleteThread = async (tx: Tx, threadId: string): Promise<string[]> => {
  const turns = await tx.query<{ id: string }>('select id from chat.turn where thread_id = $1', [threadId])
  const rows = await tx.query('delete from chat.thread where id = $1 returning id', [threadId])
  if (rows.length === 0) throw new AppError('not_found', 'agent.thread_not_found')
  await tx.query('delete from guardrails.pending_action where thread_id = $1', [threadId])
  return turns.map((turn) => turn.id)
}

export const saveFeedback = async (
  tx: Tx,
  feedback: { userId: string; turnId: string; rating: 'up' | 'down'; note: string | null; now: Date },
): Promise<void> => {
  const [turn] = await tx.query('select id from chat.turn where id = $1', [feedback.turnId])
  if (!turn) throw new AppError('not_found', 'agent.turn_not_found')
  await tx.query(
    `insert into chat.feedback (user_id, turn_id, rating, note, created_at) values ($1, $2, $3, $4, $5)
     on conflict (user_id, turn_id) do update set rating = excluded.rating, note = excluded.note, created_at = excluded.created_at`,
    [feedback.userId, feedback.turnId, feedback.rating, feedback.note, feedback.now],
  )
}
