// What a write replaced, so that it can be put back exactly.
import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { CHECKIN, SYMPTOM } from './checkins.ts'
import { HABIT, HABIT_LOG } from './habits.ts'
import { METRIC } from './metrics.ts'
import { BREAK_OFFER, SAFETY_FACT } from './safety.ts'
import { SLEEP } from './sleep.ts'
import type { Row, Table } from './table.ts'

/** How long a change can be put back; a little over the 24 h people are promised. */
const KEPT_MS = 48 * 3_600_000

export interface Change {
  id: string
  userId: string
  now: Instant
}

const statements = ({ name }: { name: string }) => ({
  remember: `with aged as (delete from health.change where user_id = $2 and created_at < $6)
    insert into health.change (id, user_id, entity, row_ids, before_rows, created_at)
    select $1, $2, $3, $4::uuid[],
      coalesce((select jsonb_agg(to_jsonb(t)) from ${name} t where t.user_id = $2 and t.id = any($4::uuid[])), '[]'), $5`,
  remove: `delete from ${name} t where t.user_id = $1 and t.id = any($2::uuid[])`,
  held: `select t.revision from ${name} t where t.user_id = $1 and t.id = any($2::uuid[]) for update`,
  putBack: `insert into ${name} as t select (jsonb_populate_recordset(null::${name}, c.before_rows)).*
    from health.change c where c.user_id = $1 and c.id = $2 on conflict do nothing returning t.id`,
})
const TABLES = [METRIC, SLEEP, CHECKIN, SYMPTOM, HABIT, HABIT_LOG, SAFETY_FACT, BREAK_OFFER]
const SQL = new Map(TABLES.map((table) => [table.name, statements(table)]))
const sqlOf = (name: string): ReturnType<typeof statements> => SQL.get(name) ?? statements(METRIC)

/**
 * Makes the stored rows be exactly these and keeps what was there under the change's id; all rows of a change are of one
 * table. Their `revision` becomes the change's id.
 */
export const save = async <R extends Row>(
  tx: Tx,
  table: Table<R>,
  change: Change,
  rows: readonly R[],
): Promise<void> => {
  const sql = sqlOf(table.name)
  const ids = rows.map((row) => row.id)
  const aged = new Date(change.now.getTime() - KEPT_MS)
  await tx.query(sql.remember, [change.id, change.userId, table.name, ids, change.now, aged])
  await tx.query(sql.remove, [change.userId, ids])
  for (const row of rows) await tx.query(table.insert, table.params(change.userId, { ...row, revision: change.id }))
}

/**
 * Stores a row that nothing of its kind may stand beside; false when something of the same name is there by now, also when
 * another request has put it there this moment.
 */
export const saveNew = async <R extends Row>(tx: Tx, table: Table<R>, change: Change, row: R): Promise<boolean> => {
  const params = table.params(change.userId, { ...row, revision: change.id })
  const made = await tx.query(table.insertUnlessThere, params)
  if (made.length === 0) return false
  await tx.query(
    `insert into health.change (id, user_id, entity, row_ids, before_rows, created_at)
     values ($1, $2, $3, array[$4::uuid], '[]', $5)`,
    [change.id, change.userId, table.name, row.id, change.now],
  )
  return true
}

interface Claimed {
  entity: string
  ids: string[]
  /** How many rows there were before it. */
  before: number
}
/** Rows of a change that can still be taken back, or null when it is unknown, undone, or something changed them since. */
const claim = async (tx: Tx, { id, userId, now }: Change): Promise<Claimed | null> => {
  const [change] = await tx.query<Claimed>(
    `update health.change set undone_at = $3 where user_id = $1 and id = $2 and undone_at is null
      returning entity, row_ids as ids, jsonb_array_length(before_rows) as before`,
    [userId, id, now],
  )
  if (!change) return null
  const held = await tx.query<{ revision: string }>(sqlOf(change.entity).held, [userId, change.ids])
  return held.length === change.ids.length && held.every((row) => row.revision === id) ? change : null
}

/**
 * Puts the rows of a change back exactly as they were; false when that is not possible any more, also because something
 * of the same name stands in their place by now. The caller has to roll back then.
 */
export const restore = async (tx: Tx, change: Change): Promise<boolean> => {
  const claimed = await claim(tx, change)
  if (!claimed) return false
  const sql = sqlOf(claimed.entity)
  await tx.query(sql.remove, [change.userId, claimed.ids])
  const back = await tx.query(sql.putBack, [change.userId, change.id])
  return back.length === claimed.before
}

/** Kinds and days of the measurements that a change holds, now and before it. */
export const touchedBy = (tx: Tx, { id, userId }: Change): Promise<{ kind: string; date: string }[]> =>
  tx.query<{ kind: string; date: string }>(
    `select b.kind, b.local_date as date from health.change c,
        jsonb_to_recordset(c.before_rows) as b (kind text, local_date date)
      where c.user_id = $1 and c.id = $2 and c.entity = 'health.metric'
     union
     select m.kind, m.local_date from health.change c join health.metric m on m.user_id = $1 and m.id = any(c.row_ids)
      where c.user_id = $1 and c.id = $2 and c.entity = 'health.metric'`,
    [userId, id],
  )
