import { createHash } from 'node:crypto'
import type pg from 'pg'
import { AppError } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import type { Db, SystemPurpose, Tx } from './contract.ts'
import { asDbError } from './failure.ts'
import { createWatch, type TransactionTiming } from './watch.ts'

export interface PoolDbOptions {
  pool: pg.Pool
  connection: Db['connection']
  embedded: boolean
  /** Prepared statements by name: the server parses each text once per connection. Never on the embedded database. */
  named: boolean
  /**
   * Statements are sent without waiting for the answers to those before; the pool must be one with `pipeline`. Never on
   * the embedded database.
   */
  pipelined: boolean
  /** Told about each finished transaction. */
  onTransaction?: (timing: TransactionTiming) => void
  /**
   * For a database that cannot interrupt a statement itself: how long one may run, and what to do when it runs on. A
   * server has `statement_timeout` for that.
   */
  stuck?: { afterMs: number; restart: () => void }
  /** Runs once, after the pool has ended. */
  onClose: () => Promise<void>
}

/** A transaction that stays open this long is cut: its connection is destroyed and everything in it rolls back. */
const OPEN_LIMIT_MS = 60_000
/** Migrations build indexes over whole tables. */
const MIGRATION_LIMIT_MS = 3_600_000
/** Far over the number of statements in the code; texts beyond it are dynamic by mistake and stay unnamed. */
const NAME_LIMIT = 5_000

const PURPOSES: ReadonlySet<string> = new Set<SystemPurpose>([
  'login',
  'refresh',
  'links',
  'scheduler',
  'relay',
  'erasure',
  'migrations',
])

const statementNames = (): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= NAME_LIMIT) return known
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
    names.set(text, name)
    return name
  }
}

/** What is sent until the current work is done leaves in one write: each write to a socket is a call into the system. */
const joinWrites = ({ connection: { stream } }: pg.PoolClient): void => {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** The tenant door over an ordinary `pg` pool; the same for the embedded database and a server. */
export const createPoolDb = (options: PoolDbOptions): Db => {
  const { pool, named, pipelined } = options
  const nameOf = statementNames()

  const rowsOf = async <Row>(client: pg.PoolClient, text: string, params?: readonly unknown[]): Promise<Row[]> => {
    const name = named && params ? nameOf(text) : undefined
    if (pipelined) joinWrites(client)
    const result = await client.query({ text, ...(params ? { values: [...params] } : {}), ...(name ? { name } : {}) })
    // A text of several statements gives one result each; the last one is the answer.
    const last: pg.QueryResult = Array.isArray(result) ? result.at(-1) : result
    return last.rows
  }

  const connect = async (): Promise<pg.PoolClient> => {
    try {
      return await pool.connect()
    } catch (error) {
      throw asDbError(error)
    }
  }

  const transaction = async <T>(begin: string, limitMs: number, fn: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await connect()
    const watch = createWatch(limitMs, (stuck) => {
      client.release(new Error('open for too long'))
      if (stuck) options.stuck?.restart()
    })
    if (options.stuck && limitMs === OPEN_LIMIT_MS) watch.limitStatements(options.stuck.afterMs)
    let open = true
    // The first statement may leave together with the begin: a begin that fails leaves nothing in which it could run.
    let begun: Promise<void> | undefined
    // Without a pipeline a connection takes one statement at a time: the others stand in line here.
    let before: Promise<unknown> = Promise.resolve()
    const inTurn = <Row>(text: string, params?: readonly unknown[]): Promise<Row[]> => {
      if (pipelined) return rowsOf<Row>(client, text, params)
      const rows = before.then(() => rowsOf<Row>(client, text, params))
      before = rows.catch(() => undefined)
      return rows
    }
    const query = async <Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]> => {
      if (!open) throw new AppError('internal', 'db.transaction_over')
      const end = watch.statement()
      try {
        const [rows] = await Promise.all([inTurn<Row>(text, params), begun])
        return rows
      } catch (error) {
        throw asDbError(error)
      } finally {
        end()
      }
    }
    const sent: Promise<unknown>[] = []
    const tx: Tx = {
      query,
      send: (text, params) => {
        const done = query(text, params)
        // Its failure is met at the commit.
        done.catch(() => undefined)
        sent.push(done)
      },
    }
    let broken: Error | undefined
    try {
      begun = rowsOf(client, begin).then(watch.begun)
      if (!pipelined) await begun
      // Statements that nobody waits for leave in one write with the begin before them and the commit after them.
      begun.catch(() => undefined)
      const result = await fn(tx)
      open = false
      const timing = watch.timing()
      if (pipelined) joinWrites(client)
      else await before
      const [committed] = await Promise.all([client.query('commit'), begun, ...sent])
      // Postgres answers ROLLBACK to a commit when a statement failed and the error was swallowed.
      if (committed.command !== 'COMMIT') throw new AppError('internal', 'db.not_committed')
      options.onTransaction?.(timing)
      return result
    } catch (error) {
      open = false
      await before
      if (!watch.cut()) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure
        })
      }
      throw asDbError(error)
    } finally {
      if (!watch.cut()) client.release(broken)
      watch.stop()
    }
  }

  return {
    embedded: options.embedded,
    connection: options.connection,
    withUser: async (userId, fn, { passing = false } = {}) => {
      // Checked by shape, so that it can stand in the text: begin and both settings are then one round trip.
      if (!isId(userId)) throw new AppError('internal', 'db.not_a_user')
      const rest = passing ? ", set_config('synchronous_commit', 'off', true)" : ''
      const begin = `begin; select set_config('role', 'app_user', true), set_config('app.user_id', '${userId}', true)${rest}`
      return transaction(begin, OPEN_LIMIT_MS, fn)
    },
    asSystem: async (purpose, fn) => {
      if (!PURPOSES.has(purpose)) throw new AppError('internal', 'db.not_a_purpose')
      // Migrations build the schema, which the owner must do.
      if (purpose === 'migrations') {
        return transaction('begin; set local statement_timeout = 0', MIGRATION_LIMIT_MS, fn)
      }
      const begin = `begin; select set_config('role', 'app_system', true), set_config('app.purpose', '${purpose}', true)`
      return transaction(begin, OPEN_LIMIT_MS, fn)
    },
    ping: async () => {
      try {
        await pool.query('select 1')
      } catch (error) {
        throw asDbError(error)
      }
    },
    close: async () => {
      await pool.end()
      await options.onClose()
    },
  }
}
