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
