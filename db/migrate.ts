import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { AppError } from '../core/errors.ts'
import type { Db, MigrationSet, Tx } from './contract.ts'
import { protectTables } from './protect.ts'
import { requireExtensions, requireRoles } from './requirements.ts'

interface Migration {
  schema: string
  number: number
  name: string
  checksum: string
  text: string
}
interface Applied {
  schema: string
  number: number
  name: string
  checksum: string
}

const OWN: MigrationSet = { schema: 'db', folder: new URL('./migrations/', import.meta.url) }
/** Any fixed number will do: it only has to be the same in every process of this product. */
const MIGRATION_LOCK = 7_215_342_211
const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/
const SCHEMA_NAME = /^[a-z][a-z0-9_]*$/

/**
 * Brings the database to the state of the code: extensions, roles, one schema per set, its files in order, then the
 * rules of tenancy on every table. All in one transaction: another process that starts meanwhile waits and finds
 * nothing to do, and a failure leaves everything as it was. `db`'s own tables come along without being named.
 */
export const migrate = async (db: Db, sets: readonly MigrationSet[]): Promise<void> => {
  const all = [OWN, ...sets.filter((set) => set.schema !== OWN.schema)]
  const known = all.flatMap(readMigrations)
  await db.asSystem('migrations', async (tx) => {
    // The embedded database has one process and one transaction at a time, and no advisory locks.
    if (!db.embedded) await tx.query('select pg_catalog.pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await requireExtensions(tx)
    await requireRoles(tx)
    const applied = await readLedger(tx)
    compare(known, applied)
    const done = new Set(applied.map(keyOf))
    const pending = known.filter((migration) => !done.has(keyOf(migration)))
    const schemas = all.map((set) => set.schema)
    if (pending.length > 0) await openForOwner(tx, schemas)
    for (const schema of schemas) await createSchema(tx, schema)
    for (const migration of pending) await apply(tx, migration)
    await protectTables(tx, schemas)
  })
}

const keyOf = ({ schema, number }: { schema: string; number: number }): string => `${schema}/${number}`
const fileOf = ({ schema, number, name }: { schema: string; number: number; name: string }): string =>
  `${schema}/${String(number).padStart(4, '0')}_${name}.sql`

const readMigrations = ({ schema, folder }: MigrationSet): Migration[] => {
  if (!SCHEMA_NAME.test(schema)) throw new AppError('internal', 'db.migration_gap', { file: schema })
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const match = FILE_NAME.exec(file)
    if (!match?.[1] || !match[2] || Number(match[1]) !== index + 1) {
      throw new AppError('internal', 'db.migration_gap', { file: `${schema}/${file}` })
    }
    // A checkout on Windows may change the line ends, which changes nothing that runs.
    const text = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')
    const checksum = createHash('sha256').update(text).digest('hex')
    return { schema, number: index + 1, name: match[2], checksum, text }
  })
}

const readLedger = async (tx: Tx): Promise<Applied[]> => {
  const [ledger] = await tx.query<{ there: boolean }>("select to_regclass('db.migration') is not null as there")
  if (!ledger?.there) return []
  return tx.query<Applied>('select schema, number, name, checksum from db.migration order by schema, number')
}

/** Refuses a database that this code did not make: an applied file that was changed, or one that is not known here. */
const compare = (known: readonly Migration[], applied: readonly Applied[]): void => {
  const byKey = new Map(known.map((migration) => [keyOf(migration), migration]))
  for (const row of applied) {
    const migration = byKey.get(keyOf(row))
    if (!migration) throw new AppError('conflict', 'db.schema_newer', { file: fileOf(row) })
    if (migration.checksum !== row.checksum)
      throw new AppError('conflict', 'db.migration_changed', { file: fileOf(row) })
  }
}

/** Names were checked against `SCHEMA_NAME`, and a schema cannot be a parameter. */
const createSchema = async (tx: Tx, schema: string): Promise<void> => {
  const [found] = await tx.query('select 1 as there from pg_catalog.pg_namespace where nspname = $1', [schema])
  if (!found) await tx.query(`create schema "${schema}"`)
}

const apply = async (tx: Tx, migration: Migration): Promise<void> => {
  try {
    await tx.query(migration.text)
  } catch (error) {
    const origin = error instanceof AppError && error.cause instanceof Error ? error.cause : error
    const reason = origin instanceof Error ? origin.message : String(origin)
    throw new AppError('internal', 'db.migration_failed', { file: fileOf(migration), reason }, { cause: error })
  }
  await tx.query('insert into db.migration (schema, number, name, checksum, applied_at) values ($1, $2, $3, $4, $5)', [
    migration.schema,
    migration.number,
    migration.name,
    migration.checksum,
    new Date(),
  ])
}

/**
 * While migrations run, the owner sees all rows of its tables: with row-level security forced, an `update` in a
 * migration would silently find none. `protectTables` forces it again before the same transaction commits.
 */
const openForOwner = async (tx: Tx, schemas: readonly string[]): Promise<void> => {
  await tx.query(`
    do $$ declare it regclass; begin
      for it in
        select c.oid::regclass from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname in (${schemas.map((schema) => `'${schema}'`).join(', ')}) and c.relforcerowsecurity
      loop
        execute format('alter table %s no force row level security', it);
      end loop;
    end $$`)
}
