import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { prepareDatabaseFolder, prepareDataDir, prepareSocket } from './folder.ts'
import { lockFolder } from './lock.ts'
import type { WorkerInput, WorkerReport } from './worker.ts'

/** The very first start writes a whole new database; a slow disk needs its time. */
const START_LIMIT_MS = 120_000

export interface Embedded {
  connection: { host: string; user: string; database: string }
  stop(): Promise<void>
}

/**
 * Starts the embedded database in a worker thread, serving the Postgres protocol on a private Unix socket. Throws
 * `db.folder_locked`, `db.folder_version`, `db.folder_damaged` or `db.folder_unusable`, and changes nothing then.
 */
export const openEmbedded = async (givenDir: string, log: Log): Promise<Embedded> => {
  const dataDir = resolve(givenDir)
  prepareDataDir(dataDir)
  const unlock = lockFolder(dataDir)
  try {
    const files = prepareDatabaseFolder(dataDir)
    const socket = prepareSocket(dataDir)
    const worker = await startWorker({ folder: files.folder, socketPath: socket.path }, files.isNew)
    files.created()
    let stopping = false
    worker.on('message', (report: WorkerReport) => {
      if (report.kind === 'failed') log.fatal({ reason: report.reason }, 'embedded database failed')
      if (report.kind === 'failed') void worker.terminate()
    })
    worker.on('error', (error) => log.fatal({ err: error }, 'embedded database failed'))
    const exited = new Promise<void>((done) => worker.once('exit', () => done()))
    worker.once('exit', (code) => {
      if (!stopping) log.fatal({ code }, 'embedded database stopped')
    })
    return {
      connection: { host: socket.folder, user: 'postgres', database: 'postgres' },
      stop: async () => {
        stopping = true
        worker.postMessage('stop')
        await exited
        socket.remove()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

const startWorker = async (input: WorkerInput, isNew: boolean): Promise<Worker> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input, execArgv: [] })
  try {
    await new Promise<void>((ready, refuse) => {
      const limit = setTimeout(() => refuse(new Error('it did not start in time')), START_LIMIT_MS)
      const fail = (reason: string): void => {
        clearTimeout(limit)
        refuse(new Error(reason))
      }
      worker.once('error', (error) => fail(error instanceof Error ? error.message : String(error)))
      worker.once('exit', (code) => fail(`its thread ended with code ${code}`))
      worker.once('message', (report: WorkerReport) => {
        if (report.kind === 'failed') return fail(report.reason)
        clearTimeout(limit)
        worker.removeAllListeners()
        ready()
      })
    })
    return worker
  } catch (error) {
    await worker.terminate()
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300)
    const key = isNew ? 'db.folder_unusable' : 'db.folder_damaged'
    throw new AppError('unavailable', key, { folder: input.folder, reason })
  }
}
