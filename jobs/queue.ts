// The alarm clock: BullMQ on Redis, else on our own Postgres. It only wakes; a lost or doubled wake-up harms nothing.
import {
  createPostgresBackend,
  type Job,
  type JobsOptions,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq'
import type { Log } from '../core/log.ts'
import type { Instant } from '../core/time.ts'
import type { Db } from '../db/contract.ts'

const NAME = 'zelenial'
/** How often the database is looked through for what a lost wake-up has left lying. */
const SWEEP_MS = 60_000
const CONCURRENCY = 4
const POLL_SECONDS = 1

/** What a job says. It holds ids and times only: its tables know no persons. */
export type Wakeup = { kind: 'due'; userId: string; at: string } | { kind: 'relay' } | { kind: 'sweep' }

export interface Alarm {
  wake(userId: string, at: Instant, now: Instant): Promise<void>
  relay(delayMs: number): Promise<void>
  /** Whether the queue answers. */
  ping(): Promise<boolean>
  stop(): Promise<void>
}

export interface AlarmOptions {
  connection: Db['connection']
  redisUrl: string | undefined
  /** Works off wake-ups; without it this process only sets them. */
  onWake: ((wakeup: Wakeup) => Promise<void>) | null
  log: Pick<Log, 'error' | 'warn'>
}

/** What we use of BullMQ; its classes carry the type of their backend, and here either will do. */
interface AnyQueue {
  add(name: string, data: Wakeup, options: JobsOptions): Promise<unknown>
  upsertJobScheduler(id: string, repeat: { every: number }, job: { name: string; data: Wakeup }): Promise<unknown>
  getJobCounts(...states: 'waiting'[]): Promise<unknown>
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}
interface AnyWorker {
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'failed', listener: (job: { name: string } | undefined, error: Error) => void): unknown
}

const WORKER: Omit<WorkerOptions, 'connection'> = { concurrency: CONCURRENCY, drainDelay: POLL_SECONDS }
const QUEUE: Omit<QueueOptions, 'connection'> = {
  defaultJobOptions: {
    attempts: 5,
    backoff: { type: 'exponential', delay: 2_000 },
    // A job that stays would block its id, and with it the next try: what is due stands in the database anyway.
    removeOnComplete: true,
    removeOnFail: true,
  },
}

/**
 * A worker that knows of a job due next week would sleep until a NOTIFY tells it of a sooner one, and the embedded
 * database delivers none: it looks again every second, whatever it knows.
 */
const pollingPostgres: typeof createPostgresBackend = (...made) =>
  Object.defineProperty(createPostgresBackend(...made), 'maximumBlockTimeout', { value: POLL_SECONDS })

const open = ({ connection, redisUrl, onWake }: AlarmOptions): { queue: AnyQueue; worker: AnyWorker | null } => {
  const work = onWake && ((job: Job<Wakeup>): Promise<void> => onWake(job.data))
  if (redisUrl) {
    // BullMQ waits for Redis as long as it takes, so commands must not give up by themselves.
    const redis = { url: redisUrl, maxRetriesPerRequest: null }
    return {
      queue: new Queue<Wakeup>(NAME, { connection: redis, ...QUEUE }),
      worker: work && new Worker<Wakeup>(NAME, work, { connection: redis, ...WORKER }),
    }
  }
  const postgres = withBackend(pollingPostgres)
  // Every connection to the embedded database shares one session, where no search path can be set: hence `public`.
  const place = { ...connection, schema: 'public', migrate: true, max: 4 }
  return {
    queue: new postgres.Queue<Wakeup>(NAME, { connection: place, ...QUEUE }),
    worker: work && new postgres.Worker<Wakeup>(NAME, work, { connection: place, ...WORKER }),
  }
}

/** Opens the queue and, when `onWake` is given, starts working it off. */
export const openAlarm = async (options: AlarmOptions): Promise<Alarm> => {
  const { queue, worker } = open(options)
  const failed = (error: Error): void => options.log.warn({ err: error }, 'the queue has a connection problem')
  queue.on('error', failed)
  worker?.on('error', failed)
  worker?.on('failed', (job, error) => options.log.error({ err: error, job: job?.name }, 'a wake-up failed'))
  await queue.waitUntilReady()
  await worker?.waitUntilReady()
  if (worker) await queue.upsertJobScheduler('sweep', { every: SWEEP_MS }, { name: 'sweep', data: { kind: 'sweep' } })
  return {
    async wake(userId, at, now) {
      const delay = Math.max(0, at.getTime() - now.getTime())
      // Many changes that end in the same next time leave one wake-up.
      const jobId = `due-${userId}-${Math.floor(at.getTime() / 1_000)}`
      await queue.add('due', { kind: 'due', userId, at: at.toISOString() }, { jobId, delay })
    },
    async relay(delayMs) {
      await queue.add('relay', { kind: 'relay' }, { delay: delayMs })
    },
    async ping() {
      try {
        await queue.getJobCounts('waiting')
        return true
      } catch (error) {
        options.log.warn({ err: error }, 'the queue does not answer')
        return false
      }
    },
    async stop() {
      await worker?.close()
      await queue.close()
    },
  }
}
