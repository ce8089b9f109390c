import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { prepareDatabaseFolder, prepareDataDir, prepareSocket } from './folder.ts'
import { lockFolder } from './lock.ts'
import type { WorkerInput, WorkerReport } from './worker.ts'

/** The very first start writes a whole new database; a slow disk needs its time. */
const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 10_000

/** Stack of the database's thread: the WASM stack check comes too late for deeply nested values, and 4 MB is too little. */
const STACK_MB = 64
const RESTART_PAUSE_MS = 200
/** Restarts within a minute after which the database counts as broken for good. */
const RESTART_LIMIT = 5

export interface Embedded {
  connection: { host: string; user: string; database: string }
  /** Ends the thread at once, as a crash would, and starts it again: what was committed stays. */
  restart(): void
  stop(): Promise<void>
}

/**
 * Starts the embedded database in a worker thread, serving the Postgres protocol on a private Unix socket, and starts
 * it again when the thread dies. Throws `db.folder_locked`, `db.folder_version`, `db.folder_damaged` or
 * `db.folder_unusable`, and changes nothing then.
 */
export const openEmbedded = async (givenDir: string, log: Log): Promise<Embedded> => {
  const dataDir = resolve(givenDir)
  prepareDataDir(dataDir)
  const unlock = lockFolder(dataDir)
  try {
    const files = prepareDatabaseFolder(dataDir)
    const socket = prepareSocket(dataDir)
    const input: WorkerInput = { folder: files.folder, socketPath: socket.path }
    const first = await startWorker(input, files.isNew)
    files.created()
    const thread = superviseWorker(first, input, log)
    return {
      connection: { host: socket.folder, user: 'postgres', database: 'postgres' },
      restart: thread.restart,
      stop: async () => {
        await thread.stop()
        socket.remove()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Keeps one worker running until `stop`. */
const superviseWorker = (first: Worker, input: WorkerInput, log: Log): Pick<Embedded, 'restart' | 'stop'> => {
  let current = first
  let stopping = false
  let ended: Promise<void> = Promise.resolve()
  const deaths: number[] = []

  const follow = (worker: Worker): void => {
    current = worker
    worker.on('message', (report: WorkerReport) => {
      if (report.kind !== 'failed') return
      log.fatal({ reason: report.reason }, 'the embedded database failed')
      void worker.terminate()
    })
    worker.on('error', (error) => log.fatal({ err: error }, 'the embedded database failed'))
    ended = new Promise((done) => {
      worker.once('exit', (code) => {
        done()
        if (!stopping) void revive(code)
      })
    })
  }

  const revive = async (code: number): Promise<void> => {
    const at = performance.now()
    while (deaths[0] !== undefined && deaths[0] < at - 60_000) deaths.shift()
    deaths.push(at)
    if (deaths.length > RESTART_LIMIT) return log.fatal('the embedded database stays down; restart the program')
    log.error({ code }, 'the embedded database stopped and is started again')
    await new Promise((resume) => setTimeout(resume, RESTART_PAUSE_MS))
    if (stopping) return
    try {
      rmSync(input.socketPath, { force: true })
      follow(await startWorker(input, false))
      if (stopping) await current.terminate()
    } catch (error) {
      log.error({ err: error }, 'the embedded database did not start again')
      await revive(code)
    }
  }

  follow(first)
  return {
    restart: () => void current.terminate(),
    stop: async () => {
      stopping = true
      current.postMessage('stop')
      // A thread that hangs in a statement does not hear the request.
      const limit = setTimeout(() => void current.terminate(), STOP_LIMIT_MS)
      await ended
      clearTimeout(limit)
    },
  }
}

const startWorker = async (input: WorkerInput, isNew: boolean): Promise<Worker> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: input,
    execArgv: [],
    resourceLimits: { stackSizeMb: STACK_MB },
  })
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
