// What runs by itself belongs here: waking at due times, delivery to the inbox, proactive rules, events between domains.
import type { Instant } from '../core/time.ts'
import type { Tx } from '../db/contract.ts'
import { duePeople as dueReminders } from '../domains/reminders/index.ts'
import type { JobsDeps } from './contract.ts'
import { deliverDue, nextDueOf } from './deliver.ts'
import { type Alarm, openAlarm, type Wakeup } from './queue.ts'
import { relayAll } from './relay.ts'
import { duePeople as dueHere } from './repository.ts'

export type { DeliveryDeps, JobsDeps, Sent } from './contract.ts'
export { deliverDue, tick } from './deliver.ts'
export { dismiss, type InboxItem, listInbox, markRead, snooze } from './inbox.ts'

export const folder = new URL('.', import.meta.url)

export interface Jobs {
  /** Sets a wake-up for a person; `at` in the past wakes at once. */
  wake(userId: string, at: Instant): Promise<void>
  /** To be called after a commit that left events. Returns at once; `now` is the time of that commit. */
  committed(userId: string, now?: Instant): void
  status(): Promise<{ ok: boolean; queue: 'redis' | 'postgres' | 'off' }>
  /** Finishes what is running, then stops. */
  stop(): Promise<void>
}

/** The sweep looks this far ahead, so that a time between two sweeps is met on time. */
const AHEAD_MS = 5 * 60_000
const PAGE = 500
/** The first pause after a failed event, and a little more. */
const RETRY_MS = 6_000
const NOBODY = '00000000-0000-0000-0000-000000000000'

type DueReader = (tx: Tx, until: Instant, after: string, limit: number) => Promise<{ userId: string; at: Instant }[]>

/** Starts what this process has to do: all of it, or only setting wake-ups for the workers. */
export const startJobs = async (deps: JobsDeps): Promise<Jobs> => {
  const works = deps.role !== 'api'
  let stopped = false
  let alarm: Alarm | null = null

  const wakeNext = async (userId: string): Promise<void> => {
    const next = await nextDueOf(deps, userId)
    if (next && !stopped) await alarm?.wake(userId, next, deps.now())
  }
  const deliverNow = async (userId: string): Promise<void> => {
    await deliverDue(deps, userId, deps.now())
    await wakeNext(userId)
  }
  const relay = async (now: Instant): Promise<void> => {
    const { people, failed } = await relayAll(deps, now)
    // With the test clock only `tick` looks at what is due.
    if (!alarm) return
    if (failed) await alarm.relay(RETRY_MS)
    for (const userId of people) await deliverNow(userId)
  }
  const sweep = async (): Promise<void> => {
    await relay(deps.now())
    const until = new Date(deps.now().getTime() + AHEAD_MS)
    for (const read of [dueReminders, dueHere]) await sweepPages(deps, read, until, (userId, at) => wake(userId, at))
  }
  const wake = async (userId: string, at: Instant): Promise<void> => {
    await alarm?.wake(userId, at, deps.now())
  }
  const onWake = async (wakeup: Wakeup): Promise<void> => {
    if (wakeup.kind === 'sweep') return sweep()
    if (wakeup.kind === 'relay') return relay(deps.now())
    return deliverNow(wakeup.userId)
  }

  if (!deps.testClock) {
    const { connection } = deps.db
    alarm = await openAlarm({ connection, redisUrl: deps.redisUrl, onWake: works ? onWake : null, log: deps.log })
    if (works) await sweep()
  }

  const queue = alarm
  const runner = createRunner(deps, async (now) => (works ? relay(now) : queue?.relay(0)))
  return {
    wake,
    committed: (_userId, now = deps.now()) => runner.run(now),
    async status() {
      if (!queue) return { ok: true, queue: 'off' }
      return { ok: await queue.ping(), queue: deps.redisUrl ? 'redis' : 'postgres' }
    },
    async stop() {
      stopped = true
      await runner.idle()
      await queue?.stop()
    },
  }
}

const sweepPages = async (
  deps: Pick<JobsDeps, 'db'>,
  read: DueReader,
  until: Instant,
  wake: (userId: string, at: Instant) => Promise<void>,
): Promise<void> => {
  let after = NOBODY
  for (;;) {
    const people = await deps.db.asSystem('scheduler', (tx) => read(tx, until, after, PAGE))
    for (const { userId, at } of people) await wake(userId, at)
    const last = people.at(-1)
    if (!last || people.length < PAGE) return
    after = last.userId
  }
}

/** Runs one thing at a time; calls that come meanwhile make it run once more, with the latest time. */
const createRunner = (deps: Pick<JobsDeps, 'log'>, work: (now: Instant) => Promise<void> | undefined) => {
  let again: Instant | null = null
  let running: Promise<void> | null = null
  const loop = async (): Promise<void> => {
    for (let now = again; now; now = again) {
      again = null
      try {
        await work(now)
      } catch (error) {
        // Nothing is lost: the next commit or sweep finds the events again.
        deps.log.error({ err: error }, 'events could not be delivered')
      }
    }
    running = null
  }
  return {
    run(now: Instant): void {
      again = again && again > now ? again : now
      running ??= Promise.resolve().then(loop)
    },
    idle: async (): Promise<void> => {
      await running
    },
  }
}
