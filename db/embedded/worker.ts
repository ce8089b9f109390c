import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/** What the worker is started with. */
export interface WorkerInput {
  folder: string
  socketPath: string
}
/** What the worker says: it serves, or it cannot go on. */
export type WorkerReport = { kind: 'ready' } | { kind: 'failed'; reason: string }

/** Enough for the pools of the app, the queue and the graph saver; they share one session anyway. */
const MAX_CONNECTIONS = 100

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Messages that end a group: Sync and a simple query (PostgreSQL 18 documentation, 54.7 Message Formats). */
const ENDS = new Set(['S', 'Q'].map((type) => type.charCodeAt(0)))
const EXTENDED = new Set(['P', 'B', 'D', 'E', 'C', 'H'].map((type) => type.charCodeAt(0)))

/**
 * The socket server lets connections take turns after every protocol message, and all of them share one session: a
 * statement parsed by one and bound by another would run with the wrong parameters. It does not take turns inside a
 * transaction, so a group of the extended protocol, up to its Sync, counts as one.
 */
const keepGroupsTogether = (db: PGlite): void => {
  let open = false
  const execute = db.execProtocolRawStream.bind(db)
  const inTransaction = db.isInTransaction.bind(db)
  const exec = db.exec.bind(db)
  db.execProtocolRawStream = (message, options) => {
    const type = message[0] ?? 0
    if (ENDS.has(type)) open = false
    else if (EXTENDED.has(type)) open = true
    return execute(message, options)
  }
  db.isInTransaction = () => open || inTransaction()
  // The server rolls back with it when a connection goes away in the middle.
  db.exec = (query, options) => {
    open = false
    return exec(query, options)
  }
}

const serve = async (input: WorkerInput, report: (message: WorkerReport) => void): Promise<() => Promise<void>> => {
  const db = await PGlite.create({ dataDir: input.folder, extensions: { vector, pg_trgm, btree_gist } })
  // SQL errors travel inside the protocol. An exception here means the WASM machine itself broke, and the socket
  // server would then wait for ever: nothing may be answered from it any more.
  const execute = db.execProtocolRawStream.bind(db)
  db.execProtocolRawStream = async (message, options) => {
    try {
      await execute(message, options)
    } catch (error) {
      report({ kind: 'failed', reason: reasonOf(error) })
      throw error
    }
  }
  keepGroupsTogether(db)
  const server = new PGLiteSocketServer({ db, path: input.socketPath, maxConnections: MAX_CONNECTIONS })
  await server.start()
  return async () => {
    await server.stop()
    await db.close()
  }
}

const port = parentPort
if (port) {
  const report = (message: WorkerReport): void => port.postMessage(message)
  try {
    const stop = await serve(workerData as WorkerInput, report)
    // The only message ever sent here is the request to stop.
    port.once('message', async () => {
      await stop()
      process.exit(0)
    })
    report({ kind: 'ready' })
  } catch (error) {
    report({ kind: 'failed', reason: reasonOf(error) })
    process.exit(1)
  }
}
