// One pool, one tenant door (`withUser`), migrations, the embedded database and the outbox belong here; no domain does.
import pg from 'pg'
import type { Config } from '../core/config.ts'
import { AppError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Db } from './contract.ts'
import { openEmbedded } from './embedded/open.ts'
import { createPoolDb } from './pool.ts'
import { columnTypes } from './values.ts'
import type { TransactionTiming } from './watch.ts'

export { explainStartFailure } from './failure.ts'
export { migrate } from './migrate.ts'
export { appendEvents } from './outbox.ts'

/** One transaction runs at a time on the embedded database: more connections would only wait in another line. */
const EMBEDDED_CONNECTIONS = 8
const SERVER_CONNECTIONS = 20
const OLDEST_SERVER = 150_000
/** The embedded database answers one statement at a time: one that runs on stops everybody. */
const EMBEDDED_STATEMENT_MS = 20_000
const SERVER_STATEMENT_MS = 60_000

export interface OpenOptions {
  /** Told about each finished transaction. */
  onTransaction?: (timing: TransactionTiming) => void
  /** How long one statement may run on the embedded database before it is started anew; 20 s. */
  embeddedStatementMs?: number
}

type Where = Pick<Config, 'DATA_DIR' | 'DATABASE_URL'>

/** Opens the database that the configuration names: the server at DATABASE_URL, else the embedded one in DATA_DIR. */
export const openDatabase = async (config: Where, log: Log, options: OpenOptions = {}): Promise<Db> =>
  config.DATABASE_URL ? openServer(config.DATABASE_URL, log, options) : openFolder(config.DATA_DIR, log, options)

const createPool = (settings: pg.PoolConfig, log: Log): pg.Pool => {
  const pool = new pg.Pool({ types: columnTypes, connectionTimeoutMillis: 10_000, ...settings })
  // A connection that dies while it rests is replaced by the next call; one that dies in use fails that call. Both
  // also raise an event, which must not end the process.
  const note = (error: Error): void => log.warn({ err: error }, 'database connection lost')
  pool.on('error', note)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const openFolder = async (dataDir: string, log: Log, options: OpenOptions): Promise<Db> => {
  const embedded = await openEmbedded(dataDir, log)
  const pool = createPool({ ...embedded.connection, max: EMBEDDED_CONNECTIONS, connectionTimeoutMillis: 30_000 }, log)
  return createPoolDb({
    pool,
    connection: embedded.connection,
    embedded: true,
    named: false,
    pipelined: false,
    stuck: { afterMs: options.embeddedStatementMs ?? EMBEDDED_STATEMENT_MS, restart: embedded.restart },
    onClose: embedded.stop,
    ...(options.onTransaction ? { onTransaction: options.onTransaction } : {}),
  })
}

const openServer = async (url: string, log: Log, options: OpenOptions): Promise<Db> => {
  const pool = createPool(
    {
      connectionString: url,
      max: SERVER_CONNECTIONS,
      application_name: 'zelenial',
      statement_timeout: SERVER_STATEMENT_MS,
      pipeline: true,
    },
    log,
  )
  try {
    await checkServer(pool, url)
  } catch (error) {
    await pool.end()
    throw error
  }
  const connection = { connectionString: url }
  return createPoolDb({
    pool,
    connection,
    embedded: false,
    named: true,
    pipelined: true,
    onClose: async () => undefined,
    ...(options.onTransaction ? { onTransaction: options.onTransaction } : {}),
  })
}

/** Host, port and database of a connection URL, without its user and password. */
const placeOf = (url: string): string => {
  const { hostname, port, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? hostname}:${searchParams.get('port') ?? (port || '5432')}${pathname}`
}

const checkServer = async (pool: pg.Pool, url: string): Promise<void> => {
  const where = placeOf(url)
  let version: number
  try {
    const answer = await pool.query<{ version: string }>("select current_setting('server_version_num') as version")
    version = Number(answer.rows[0]?.version)
  } catch (error) {
    const reason = reasonOf(error)
    // Classes 28 (invalid authorization) and 3D (invalid catalog name): the server is there and says no.
    const refused = error instanceof pg.DatabaseError && /^(28|3D)/.test(error.code ?? '')
    const key = refused ? 'db.server_refused' : 'db.server_unreachable'
    throw new AppError('unavailable', key, { where, reason }, { cause: error })
  }
  if (version < OLDEST_SERVER) {
    throw new AppError('unavailable', 'db.server_too_old', { where, found: Math.floor(version / 10_000) })
  }
}

/** Node reports a host with several addresses as one error that holds the real ones. */
const reasonOf = (error: unknown): string => {
  const first = error instanceof AggregateError ? error.errors[0] : error
  return (first instanceof Error ? first.message : String(first)).replace(/\s+/g, ' ')
}
