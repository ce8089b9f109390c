import type { Ctx } from '../../tools/contract.ts'
import { SECRET_COLUMNS } from './contract.ts'

interface Held {
  schema: string
  table: string
  columns: string[]
}

/** Every table that holds rows of people, from the catalogue: a new domain is exported and erased without a word here. */
const heldTables = (ctx: Ctx): Promise<Held[]> =>
  ctx.tx.query<Held>(
    `select n.nspname as schema, c.relname as table,
            (select array_agg(a.attname::text order by a.attnum) from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and a.atttypid::regtype::text not like all (array['%vector', '%halfvec'])) as columns
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
        and n.nspname not in ('pg_catalog', 'information_schema')
        and exists (select 1 from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped)
      order by 1, 2`,
  )

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Everything held about the person, `{schema: {table: rows}}`, without what proves who they are and what is only
 * computed from other columns. Row-level security shows rows that are shared with them too: those are their author's.
 */
export const exportAll = async (ctx: Ctx): Promise<Record<string, Record<string, unknown[]>>> => {
  const held: Record<string, Record<string, unknown[]>> = {}
  for (const { schema, table, columns } of await heldTables(ctx)) {
    const shown = columns.filter((column) => !SECRET_COLUMNS.includes(`${schema}.${table}.${column}`))
    const rows = await ctx.tx.query<{ row: unknown }>(
      `select to_jsonb(t) as row from (select ${shown.map(quoted).join(', ')} from ${quoted(schema)}.${quoted(table)}
        where user_id = $1) t`,
      [ctx.user.id],
    )
    held[schema] ??= {}
    const tables = held[schema]
    tables[table] = rows.map(({ row }) => row)
  }
  return held
}

/** Deletes everything held about the person; returns how many rows of each table went. Graph state goes with its turns. */
export const eraseAll = async (ctx: Ctx): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const tables = await heldTables(ctx)
  for (const { schema, table } of tables) {
    const [row] = await ctx.tx.query<{ count: number }>(
      `select count(*)::int as count from ${quoted(schema)}.${quoted(table)} where user_id = $1`,
      [ctx.user.id],
    )
    counts[`${schema}.${table}`] = row?.count ?? 0
  }
  // Tables that refer to others come first: each round deletes what nothing refers to any more.
  let left = tables.filter(({ schema, table }) => (counts[`${schema}.${table}`] ?? 0) > 0)
  while (left.length > 0) {
    const stuck: Held[] = []
    for (const held of left) if (!(await tryDelete(ctx, held))) stuck.push(held)
    if (stuck.length === left.length)
      throw new Error(`cannot erase ${stuck.map(({ schema, table }) => `${schema}.${table}`).join(', ')}`)
    left = stuck
  }
  return counts
}

const tryDelete = async (ctx: Ctx, { schema, table }: Held): Promise<boolean> => {
  await ctx.tx.query('savepoint erase_step')
  try {
    await ctx.tx.query(`delete from ${quoted(schema)}.${quoted(table)}`)
    await ctx.tx.query('release savepoint erase_step')
    return true
  } catch (error) {
    await ctx.tx.query('rollback to savepoint erase_step')
    // 23503 foreign_key_violation: another table still refers to it, so it waits for the next round.
    if (error instanceof Error && 'code' in error && error.code === '23503') return false
    throw error
  }
}
