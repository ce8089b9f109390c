import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { log } from '../core/log.ts'
import { copyDatabase, newUser, onServer, useDatabase } from '../test/harness/database.ts'
import { migrationSets } from '../test/harness/selection.ts'
import type { MigrationSet } from './contract.ts'
import { explainStartFailure } from './failure.ts'
import { openDatabase } from './index.ts'
import { migrate } from './migrate.ts'

const database = useDatabase()
const standing = migrationSets()
let home: string
let made = 0

beforeEach(() => {
  home = mkdtempSync(join(inject('home'), 'migrations-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** A new room with these files; each test has its own schema, since the database is one for the file. */
const room = (files: Record<string, string>): MigrationSet & { write(name: string, text: string): void } => {
  made += 1
  const schema = `room${made}`
  const folder = join(home, schema)
  mkdirSync(folder)
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text.replaceAll('ROOM', schema))
  for (const [name, text] of Object.entries(files)) write(name, text)
  return { schema, folder: pathToFileURL(`${folder}/`), write }
}
/** Rooms of earlier tests stay in the ledger: only what is new to it is compared. */
const rooms: MigrationSet[] = []
const run = async (set: MigrationSet): Promise<void> => {
  await migrate(database.db, [...standing, ...rooms, set])
}
const forget = (schema: string): Promise<unknown> =>
  database.db.asSystem('migrations', (tx) => tx.query('delete from db.migration where schema = $1', [schema]))

const NOTE = 'create table ROOM.note (id int primary key, user_id uuid not null, text text);'

describe('migrate', () => {
  it('applies each file once, in order, and protects tables by itself', async () => {
    const set = room({ '0001_init.sql': NOTE, '0002_more.sql': 'alter table ROOM.note add column mood text;' })
    await run(set)
    await run(set)
    const [anna, boris] = [newUser(), newUser()]
    const insert = `insert into ${set.schema}.note (id, user_id, mood) values (1, $1, 'fine')`
    await database.db.withUser(anna.id, (tx) => tx.query(insert, [anna.id]))
    expect(await database.db.withUser(boris.id, (tx) => tx.query(`select * from ${set.schema}.note`))).toEqual([])
    const [flags] = await database.db.asSystem('migrations', (tx) =>
      tx.query(
        `select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where oid = '${set.schema}.note'::regclass`,
      ),
    )
    expect(flags).toEqual({ enabled: true, forced: true })
    await forget(set.schema)
  })

  it('gives nobody a table without user_id, unless its migration says so', async () => {
    const set = room({
      '0001_init.sql':
        'create table ROOM.plain (id int); create table ROOM.open (id int); grant select on ROOM.open to app_user;',
    })
    await run(set)
    const read = (table: string) =>
      database.db.withUser(newUser().id, (tx) => tx.query(`select * from ${set.schema}.${table}`))
    await expect(read('plain')).rejects.toThrow(/permission denied/)
    expect(await read('open')).toEqual([])
    await forget(set.schema)
  })

  it('lets a later migration change rows of everybody', async () => {
    const set = room({ '0001_init.sql': NOTE })
    await run(set)
    const anna = newUser()
    await database.db.withUser(anna.id, (tx) =>
      tx.query(`insert into ${set.schema}.note values (1, $1, 'old')`, [anna.id]),
    )
    set.write('0002_rename.sql', `update ROOM.note set text = 'new';`)
    await run(set)
    const rows = await database.db.withUser(anna.id, (tx) => tx.query(`select text from ${set.schema}.note`))
    expect(rows).toEqual([{ text: 'new' }])
    const others = await database.db.withUser(newUser().id, (tx) => tx.query(`select text from ${set.schema}.note`))
    expect(others).toEqual([])
    await forget(set.schema)
  })

  it('may run in several processes at once', async () => {
    const set = room({ '0001_init.sql': NOTE })
    await Promise.all([run(set), run(set), run(set)])
    const rows = await database.db.asSystem('migrations', (tx) =>
      tx.query('select number from db.migration where schema = $1', [set.schema]),
    )
    expect(rows).toEqual([{ number: 1 }])
    await forget(set.schema)
  })

  it('refuses a file that was changed after it had been applied', async () => {
    const set = room({ '0001_init.sql': NOTE })
    await run(set)
    set.write('0001_init.sql', `${NOTE} -- changed`)
    const failure = await run(set).catch((error: unknown) => error)
    expect(failure).toMatchObject({ key: 'db.migration_changed' })
    expect(explainStartFailure(failure)).toMatch(/room\d+\/0001_init\.sql was changed after/)
    set.write('0001_init.sql', NOTE.replaceAll('\n', '\r\n'))
    await run(set)
    await forget(set.schema)
  })

  it('refuses a database that is newer than the program', async () => {
    const set = room({ '0001_init.sql': NOTE, '0002_more.sql': 'select 1;' })
    await run(set)
    rmSync(new URL('0002_more.sql', set.folder))
    const failure = await run(set).catch((error: unknown) => error)
    expect(explainStartFailure(failure)).toMatch(/newer than this program: it has migration room\d+\/0002_more\.sql/)
    await forget(set.schema)
  })

  it('changes nothing at all when one file fails, and names it', async () => {
    const set = room({
      '0001_init.sql': NOTE,
      '0002_broken.sql': 'create table ROOM.half (id int); select nothing from nowhere;',
    })
    const failure = await run(set).catch((error: unknown) => error)
    expect(explainStartFailure(failure)).toMatch(
      /Migration room\d+\/0002_broken\.sql failed: relation "nowhere" does not exist/,
    )
    const left = await database.db.asSystem('migrations', (tx) =>
      tx.query('select 1 from pg_namespace where nspname = $1', [set.schema]),
    )
    expect(left).toEqual([])
  })

  it.each([
    ['a gap', { '0001_init.sql': NOTE, '0003_gap.sql': '' }],
    ['another form', { 'init.sql': NOTE }],
  ])('refuses file names with %s', async (_, files) => {
    await expect(run(room(files as Record<string, string>))).rejects.toMatchObject({ key: 'db.migration_gap' })
  })
})

describe('two databases of one person', () => {
  it('two programs that start together on an empty server both come up', async () => {
    const copy = await copyDatabase()
    try {
      const first = await openDatabase({ DATABASE_URL: undefined, ...copy.env }, log)
      // The embedded folder admits one process; there the second program is a second caller of the same one.
      const second = onServer() ? await openDatabase({ DATABASE_URL: undefined, ...copy.env }, log) : first
      await first.asSystem('migrations', (tx) => tx.query('drop schema db cascade'))
      await Promise.all([migrate(first, []), migrate(second, [])])
      const rows = await second.asSystem('migrations', (tx) => tx.query('select schema, number from db.migration'))
      expect(rows).toEqual([{ schema: 'db', number: 1 }])
      await first.close()
      if (second !== first) await second.close()
    } finally {
      await copy.remove()
    }
  })
})
