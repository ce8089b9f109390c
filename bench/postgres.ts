import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from '../test/harness/services.ts'

/** A server where databases may be created. */
export interface Server {
  /** URL of a database on it. */
  urlOf(database: string): string
  stop(): Promise<void>
}

/** What a database did between two readings. */
export interface Counters {
  /** Null when the server does not count statements. */
  statements: number | null
  /** What only opens and closes transactions: begin, settings, commit. */
  framing: number | null
  walBytes: number
}

/**
 * Commits reach the disk, as in production. Page images after a checkpoint and autovacuum are off: both depend on when
 * the run began, not on the turns.
 */
const SETTINGS = [
  'shared_preload_libraries=pg_stat_statements',
  'fsync=on',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'max_connections=200',
  'shared_buffers=256MB',
]

export const openServer = async (): Promise<Server> => {
  const given = process.env['BENCH_DATABASE_URL']
  if (given) return { urlOf: (database) => urlOn(given, database), stop: async () => undefined }
  const binaries = findPostgres()
  if (!binaries)
    throw new Error('no PostgreSQL with pgvector found: run scripts/install-services.sh or set BENCH_DATABASE_URL')
  return startServer(binaries)
}

const urlOn = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

const startServer = async (binaries: string): Promise<Server> => {
  const account = serverAccount()
  const home = mkdtempSync(join(tmpdir(), 'zelenial-bench-'))
  const data = join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (account) for (const folder of [home, data]) chownSync(folder, account.uid, account.gid)
  const options = { ...account, cwd: home, stdio: 'ignore' as const }
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  )
  const port = await freePort()
  const settings = SETTINGS.flatMap((setting) => ['-c', setting])
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', home, ...settings],
    options,
  )
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilReady(url, () => child.exitCode !== null)
  return {
    urlOf: (database) => urlOn(url, database),
    stop: async () => {
      const ended = new Promise<void>((done) => child.once('exit', () => done()))
      child.kill('SIGINT')
      await ended
      process.removeListener('exit', kill)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
const serverAccount = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const untilReady = async (url: string, ended: () => boolean): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await withClient(url, async () => undefined)
    } catch (error) {
      if (ended() || attempt > 300) throw new Error('PostgreSQL does not start', { cause: error })
      await wait(50)
    }
  }
}

export const withClient = async <T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

/** A new, empty database. */
export const createDatabase = async (server: Server, name: string): Promise<string> => {
  await withClient(server.urlOf('postgres'), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  })
  return server.urlOf(name)
}

const CALLS = `
  select coalesce(sum(calls) filter (where framing), 0)::float8 as framing,
         coalesce(sum(calls) filter (where not framing), 0)::float8 as others
    from (select calls, query ~* '^\\s*(begin|commit|rollback|set |select set_config)' as framing from pg_stat_statements
           where dbid = (select oid from pg_database where datname = $1)) s`

/** Rows inserted, changed and deleted in a database's own tables since it was made. */
export const rowsWrittenIn = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::float8 as n from pg_stat_user_tables',
    )
    return rows[0]?.n ?? 0
  })

/** Opens the counters of a database; each reading says what happened since the server began to count. */
export const openCounters = async (server: Server, database: string) => {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  const counting = await client
    .query('create extension if not exists pg_stat_statements')
    .then(() => client.query('select 1 from pg_stat_statements limit 1'))
    .then(
      () => true,
      () => false,
    )
  const read = async (): Promise<Counters> => {
    const calls = counting ? (await client.query<{ framing: number; others: number }>(CALLS, [database])).rows[0] : null
    const wal = await client.query<{ n: number }>(
      `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as n`,
    )
    return {
      statements: calls ? calls.others : null,
      framing: calls ? calls.framing : null,
      walBytes: wal.rows[0]?.n ?? 0,
    }
  }
  /** Calls of each statement so far, most called first: what a turn asks the database. */
  const statements = async (): Promise<{ text: string; calls: number; ms: number }[]> => {
    if (!counting) return []
    const { rows } = await client.query<{ text: string; calls: number; ms: number }>(
      `select left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as text, calls::float8 as calls, total_exec_time as ms
         from pg_stat_statements where dbid = (select oid from pg_database where datname = $1) order by calls desc limit 40`,
      [database],
    )
    return rows
  }
  return { read, statements, close: () => client.end() }
}
