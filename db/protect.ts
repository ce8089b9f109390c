import type { Tx } from './contract.ts'

interface Unprotected {
  name: string
  secured: boolean
  policed: boolean
  granted: boolean
}

/**
 * Applies the rules of tenancy to every table of these schemas that has a `user_id uuid` column: row-level security
 * enabled and forced, one policy that shows a person their own rows, and rights for role `app_user`. Tables without
 * that column give `app_user` nothing, unless their migration does. A migration that made a policy `owner` itself, as
 * for rows that a household shares, keeps it. Changes nothing when all is in place.
 */
export const protectTables = async (tx: Tx, schemas: readonly string[]): Promise<void> => {
  for (const schema of await schemasToOpen(tx, schemas)) {
    await tx.query(`grant usage on schema ${schema} to app_user, app_system`)
  }
  for (const table of await unprotectedTables(tx, schemas)) {
    if (!table.secured) {
      await tx.query(`alter table ${table.name} enable row level security`)
      await tx.query(`alter table ${table.name} force row level security`)
    }
    if (!table.policed) {
      await tx.query(
        `create policy owner on ${table.name} to app_user
           using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
           with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid)`,
      )
    }
    if (!table.granted) await tx.query(`grant select, insert, update, delete on ${table.name} to app_user`)
  }
  // A table may have security of its own making, without a `user_id`: it is forced all the same.
  for (const { name } of await tx.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any($1::text[]) and c.relrowsecurity and not c.relforcerowsecurity`,
    [schemas],
  )) {
    await tx.query(`alter table ${name} force row level security`)
  }
}

const schemasToOpen = async (tx: Tx, schemas: readonly string[]): Promise<string[]> => {
  const rows = await tx.query<{ name: string }>(
    `select format('%I', nspname) as name from pg_catalog.pg_namespace
      where nspname = any($1::text[])
        and not (has_schema_privilege('app_user', oid, 'usage') and has_schema_privilege('app_system', oid, 'usage'))`,
    [schemas],
  )
  return rows.map((row) => row.name)
}

/** Names come quoted from the catalogue, ready to stand in a statement. */
const unprotectedTables = (tx: Tx, schemas: readonly string[]): Promise<Unprotected[]> =>
  tx.query<Unprotected>(
    `select * from (
       select format('%I.%I', n.nspname, c.relname) as name,
              c.relrowsecurity and c.relforcerowsecurity as secured,
              exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid and p.polname = 'owner') as policed,
              has_table_privilege('app_user', c.oid, 'select') and has_table_privilege('app_user', c.oid, 'insert')
                and has_table_privilege('app_user', c.oid, 'update')
                and has_table_privilege('app_user', c.oid, 'delete') as granted
         from pg_catalog.pg_class c
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped
        where n.nspname = any($1::text[]) and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype
     ) found
     where not (secured and policed and granted) order by name`,
    [schemas],
  )
