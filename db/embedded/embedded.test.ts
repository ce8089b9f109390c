import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import { log } from '../../core/log.ts'
import { newUser } from '../../test/harness/database.ts'
import { copyDataFolder } from '../../test/harness/embedded.ts'
import type { Copy } from '../../test/harness/template.ts'
import type { Db } from '../contract.ts'
import { explainStartFailure } from '../failure.ts'
import { openDatabase } from '../index.ts'
import { appendEvents } from '../outbox.ts'

/** A database that is meant to fail says so in the log. */
const quiet = log.child({}, { level: 'silent' })
let copy: Copy
let folder: string
const opened: Db[] = []
const children: ChildProcess[] = []

beforeEach(async () => {
  copy = await copyDataFolder()
  folder = copy.env.DATA_DIR
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const db of opened.splice(0)) await db.close()
  await copy.remove()
})

const open = async (dataDir = folder): Promise<Db> => {
  const db = await openDatabase({ DATA_DIR: dataDir, DATABASE_URL: undefined }, log)
  opened.push(db)
  return db
}
const explained = (dataDir = folder): Promise<string> => open(dataDir).then(() => 'it opened', explainStartFailure)
const types = (db: Db, userId: string): Promise<{ type: string }[]> =>
  db.withUser(userId, (tx) => tx.query<{ type: string }>('select type from db.outbox order by id'))

/** A process of its own that opens the folder, commits one row after another and tells each number. */
const startWriter = (userId: string): { child: ChildProcess; told: () => number[] } => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('writer.fixture.ts', import.meta.url)), folder, userId],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  let said = ''
  child.stdout?.on('data', (chunk) => {
    said += String(chunk)
  })
  return { child, told: () => said.split('\n').filter(Boolean).map(Number) }
}

describe('the embedded database', () => {
  it('keeps its socket and folder to its owner, and its rows over a restart', async () => {
    rmSync(folder, { recursive: true })
    const first = await open()
    expect(statSync(folder).mode & 0o077).toBe(0)
    const { host } = first.connection
    expect(statSync(host ?? '').mode & 0o077).toBe(0)
    await first.asSystem('migrations', (tx) => tx.query('create table public.kept (n int)'))
    await first.close()
    expect(existsSync(host ?? '')).toBe(false)
    opened.length = 0
    const second = await open()
    expect(await second.asSystem('migrations', (tx) => tx.query('select * from public.kept'))).toEqual([])
  })

  it('finds another place for its socket when the path of the folder is too long for one', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
    mkdirSync(deep, { recursive: true })
    const db = await open(deep)
    await db.ping()
    expect(db.connection.host?.startsWith(deep)).toBe(false)
    expect(statSync(db.connection.host ?? '').mode & 0o077).toBe(0)
  })

  it('refuses a second process, names the first, and lets go when that one is killed', async () => {
    const { child, told } = startWriter(newId())
    await expect.poll(() => told().length, { timeout: 15_000 }).toBeGreaterThan(0)
    const line = await explained()
    expect(line).toContain(`${folder} is used by another process (pid ${child.pid})`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await open()).ping()
  })

  it('keeps every commit that was told over kill -9', async () => {
    const anna = newUser()
    const { child, told } = startWriter(anna.id)
    await expect.poll(() => told().length, { timeout: 15_000 }).toBeGreaterThan(50)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const last = told().at(-1) ?? 0
    const rows = await types(await open(), anna.id)
    expect(rows.slice(0, last).map((row) => row.type)).toEqual(Array.from({ length: last }, (_, n) => `x.${n + 1}`))
    // At most the one commit whose number was still on its way.
    expect(rows.length - last).toBeLessThanOrEqual(1)
  })

  it('keeps statements of other connections apart, also outside transactions and with parameters of any size', async () => {
    const db = await open()
    const pool = new pg.Pool({ ...db.connection, max: 8 })
    const wrong: string[] = []
    const ask = async (n: number): Promise<void> => {
      const text = `${n}:${'x'.repeat((n * 7919) % 200_000)}`
      const { rows } =
        n % 2 === 0
          ? await pool.query('select $1::text as text, $2::int as n', [text, n])
          : await pool.query('select $2::int as n, $1::text as text, true as odd', [text, n])
      if (rows[0].text !== text || rows[0].n !== n || (rows[0].odd === true) !== (n % 2 === 1)) wrong.push(String(n))
    }
    await Promise.all(Array.from({ length: 300 }, (_, n) => ask(n)))
    await pool.end()
    expect(wrong).toEqual([])
  })

  it('goes on for the others when a connection goes away in the middle of a statement', async () => {
    const db = await open()
    const client = new pg.Client(db.connection)
    client.on('error', () => undefined)
    await client.connect()
    const { connection } = client as unknown as {
      connection: { parse(query: object): void; stream: { destroy(): void; write(data: Buffer): boolean } }
    }
    connection.parse({ text: 'select $1::int', name: '', types: [] })
    // The head of a message whose rest never comes.
    connection.stream.write(Buffer.from([0x42, 0, 0, 1, 0, 0]))
    const other = db.withUser(newId(), (tx) => tx.query('select 1 as one'))
    setTimeout(() => connection.stream.destroy(), 100)
    expect(await other).toEqual([{ one: 1 }])
  })

  it('comes back with everything committed when a statement never ends', async () => {
    const db = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined }, quiet, { embeddedStatementMs: 500 })
    opened.push(db)
    const anna = newUser()
    await db.withUser(anna.id, (tx) => appendEvents(tx, anna.id, [{ type: 'x.kept', payload: {} }], new Date(0)))
    const endless = db.withUser(anna.id, async (tx) => {
      await appendEvents(tx, anna.id, [{ type: 'x.lost', payload: {} }], new Date(0))
      await tx.query('select count(*) from generate_series(1, 100000000000)')
    })
    const waiting = types(db, anna.id).catch((error: unknown) => error)
    await expect(endless).rejects.toMatchObject({ code: 'unavailable', key: 'db.unavailable' })
    expect(await waiting).toMatchObject({ code: 'unavailable' })
    await expect.poll(() => types(db, anna.id).catch(() => 'down'), { timeout: 10_000 }).toEqual([{ type: 'x.kept' }])
  })

  it('refuses a value nested two hundred thousand deep as it refuses any other wrong one', async () => {
    const db = await open()
    const deep = `${'['.repeat(200_000)}`
    const failed = db.withUser(newId(), (tx) => tx.query('select $1::jsonb', [deep]))
    await expect(failed).rejects.toMatchObject({ code: 'invalid' })
    await db.ping()
  })

  it('starts anew after a first start that was killed half-way', async () => {
    for (const name of readdirSync(join(folder, 'postgres')).filter((name) => name !== 'base')) {
      rmSync(join(folder, 'postgres', name), { recursive: true })
    }
    writeFileSync(join(folder, 'postgres.unfinished'), '')
    await (await open()).ping()
    expect(existsSync(join(folder, 'postgres.unfinished'))).toBe(false)
  })
})

describe('a folder that cannot be used is named in one line, and left as it was', () => {
  const filesOf = (dir: string): string[] =>
    (readdirSync(dir, { recursive: true }) as string[]).filter((name) => !/^(lock|socket)/.test(name)).sort()
  const refuses = async (reason: RegExp): Promise<void> => {
    const before = filesOf(folder)
    const line = await explained()
    expect(line).toMatch(reason)
    expect(line).not.toContain('\n')
    expect(filesOf(folder)).toEqual(before)
    // The lock is free again: mended, the folder can be opened without a restart.
    expect(await explained()).toMatch(reason)
  }

  it('made by another PostgreSQL', async () => {
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
    await refuses(/was made by PostgreSQL 17; this version reads 18/)
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n')
  })

  it.each(['PG_VERSION', 'global/pg_control', 'base'])('without %s', async (name) => {
    rmSync(join(folder, 'postgres', name), { recursive: true })
    await refuses(/cannot be opened: .* is missing/)
  })

  it('with a control file of noise', async () => {
    writeFileSync(join(folder, 'postgres', 'global/pg_control'), Buffer.alloc(8192, 7))
    await refuses(/cannot be opened: /)
  })

  it('that is a file', async () => {
    const path = join(inject('home'), `file-${newId()}`)
    writeFileSync(path, '')
    expect(await explained(path)).toMatch(/^The data folder .* cannot be used: /)
    rmSync(path)
  })

  it('whose lock is not a lock', async () => {
    writeFileSync(join(folder, 'lock'), 'not a lock file '.repeat(64))
    chmodSync(join(folder, 'lock'), 0o600)
    expect(await explained()).toMatch(/^The data folder .* cannot be used: /)
  })
})
