// Rows that a household shares: found, written and put back the same way whatever they hold. SQL only.
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { Instant } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { Ctx } from '../../tools/contract.ts'

/** What every shared row has; `userId` is who wrote it, null when they have left. */
export interface SharedRow {
  id: string
  spaceId: string
  userId: string | null
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

/** One write of a person, which may concern several rows and is undone as a whole. */
export interface Change {
  id: string
  userId: string
  now: Instant
}

const KEPT_MS = 48 * 3_600_000
const SHARED = `t.id, t.space_id as "spaceId", t.user_id as "userId", t.version, t.created_at as "createdAt",
  t.updated_at as "updatedAt", t.deleted_at as "deletedAt"`

type OwnFields<Row> = Exclude<keyof Row & string, keyof SharedRow>

export interface Store<Row extends SharedRow> {
  /** Its columns `t.…` as fields of a row. */
  columns: string
  find(tx: Tx, id: string): Promise<Row | null>
  /** The same, held until the transaction ends, so that two writers cannot both think they were first. */
  lock(tx: Tx, id: string): Promise<Row | null>
  /** Null when a live row of the same name is there already. */
  insert(tx: Tx, change: Change, row: Row): Promise<Row | null>
  /** Writes a row over the one of its version. Throws `conflict` when it has another version by now. */
  replace(tx: Tx, change: Change, row: Row): Promise<Row>
  /** Puts the rows of a change back that nobody has changed since; how many there were. */
  restore(tx: Tx, changeId: string, now: Instant): Promise<number>
}

/** The statements of one table; `names` are its columns besides those of every shared row. Made once, at start. */
const statementsOf = (table: string, names: readonly string[], columns: string) => {
  const places = names.map((_, index) => `$${6 + index}`).join(', ')
  const set = names.map((name, index) => `${name} = $${7 + index}`).join(', ')
  const back = ['deleted_at', ...names].map((name) => `${name} = b.${name}`).join(', ')
  const kept = 'insert into home.change (change_id, user_id, table_name, row_id, version, before_row, created_at)'
  const untouched = `c.change_id = $1 and c.table_name = '${table}' and c.row_id = t.id and c.version = t.version`
  return {
    find: `select ${columns} from home.${table} t where t.id = $1`,
    lock: `select ${columns} from home.${table} t where t.id = $1 for update`,
    insert: `with made as (
        insert into home.${table} (id, space_id, user_id, version, created_at, updated_at, ${names.join(', ')})
        values ($1, $2, $3, 1, $4, $4, ${places}) on conflict do nothing returning *),
      kept as (${kept} select $5, m.user_id, '${table}', m.id, m.version, null, m.created_at from made m)
      select ${columns} from made t`,
    replace: `with kept as (${kept}
        select $4, $5, '${table}', b.id, b.version + 1, to_jsonb(b) - 'user_id' - 'space_id', $3
        from home.${table} b where b.id = $1 and b.version = $2)
      update home.${table} t set version = t.version + 1, updated_at = $3, deleted_at = $6, ${set}
      where t.id = $1 and t.version = $2 returning ${columns}`,
    restore: `update home.${table} t set version = t.version + 1, updated_at = $2, ${back}
      from home.change c, jsonb_populate_record(null::home.${table}, c.before_row) b
      where ${untouched} and c.before_row is not null returning t.id`,
    takeBack: `update home.${table} t set version = t.version + 1, updated_at = $2, deleted_at = $2
      from home.change c where ${untouched} and c.before_row is null and t.deleted_at is null returning t.id`,
  }
}

/** The door to one table; `fields` names the column of each field besides those of every shared row. */
export const storeOf = <Row extends SharedRow>(table: string, fields: Record<OwnFields<Row>, string>): Store<Row> => {
  const own = Object.entries<string>(fields)
  const columns = [SHARED, ...own.map(([field, column]) => `t.${column} as "${field}"`)].join(', ')
  const names = own.map(([, column]) => column)
  const text = statementsOf(table, names, columns)
  const valuesOf = (row: Row): unknown[] => own.map(([field]) => row[field as keyof Row])
  return {
    columns,
    find: async (tx, id) => (await tx.query<Row>(text.find, [id]))[0] ?? null,
    lock: async (tx, id) => (await tx.query<Row>(text.lock, [id]))[0] ?? null,
    insert: async (tx, change, row) => {
      const params = [row.id, row.spaceId, change.userId, change.now, change.id, ...valuesOf(row)]
      return (await tx.query<Row>(text.insert, params))[0] ?? null
    },
    replace: async (tx, change, row) => {
      const params = [row.id, row.version, change.now, change.id, change.userId, row.deletedAt, ...valuesOf(row)]
      const [saved] = await tx.query<Row>(text.replace, params)
      if (!saved) throw new AppError('conflict', 'home.changed_since')
      return saved
    },
    restore: async (tx, changeId, now) => {
      const restored = await tx.query(text.restore, [changeId, now])
      const gone = await tx.query(text.takeBack, [changeId, now])
      return restored.length + gone.length
    },
  }
}

/** Opens a write; what is too old to be undone goes. */
export const newChange = (ctx: Ctx): Change => {
  ctx.tx.send('delete from home.change where user_id = $1 and created_at < $2', [
    ctx.user.id,
    new Date(ctx.now.getTime() - KEPT_MS),
  ])
  return { id: newId(), userId: ctx.user.id, now: ctx.now }
}

/** A row that is not there yet. */
export const freshRow = (ctx: Ctx, spaceId: string): SharedRow => ({
  id: newId(),
  spaceId,
  userId: ctx.user.id,
  version: 1,
  createdAt: ctx.now,
  updatedAt: ctx.now,
  deletedAt: null,
})

/**
 * Puts every row of a change back as it was; one that the change made is marked deleted. Throws `conflict` when the
 * change was undone before, or anybody has changed one of its rows since.
 */
export const undoChange = async <Row extends SharedRow>(
  ctx: Ctx,
  store: Store<Row>,
  changeId: string | null,
): Promise<void> => {
  if (changeId === null) return
  const kept = await ctx.tx.query(
    `update home.change set undone_at = $3 where change_id = $1 and user_id = $2 and undone_at is null returning row_id`,
    [changeId, ctx.user.id, ctx.now],
  )
  const done = await store.restore(ctx.tx, changeId, ctx.now)
  if (kept.length === 0 || done !== kept.length) throw new AppError('conflict', 'home.changed_since')
}
