// What runs by itself belongs here: waking at due times, delivery to the inbox, proactive rules, events between domains.
import type { Log } from '../core/log.ts'
import type { Message, Messages } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Db, Tx } from '../db/contract.ts'
import type { Domain } from '../domains/contract.ts'
import type { Registry } from '../tools/registry.ts'

export interface DeliveryDeps {
  db: Db
  registry: Registry
  messages: Messages
  domains: readonly Pick<Domain, 'id' | 'rules' | 'on'>[]
  /** The person in their own open transaction; null when there is none, or they are suspended. */
  findUser(tx: Tx, userId: string): Promise<User | null>
  log: Pick<Log, 'error' | 'warn'>
}

export interface JobsDeps extends DeliveryDeps {
  now(): Instant
  redisUrl?: string | undefined
  /** `api` only puts wake-ups into the queue, `worker` and `all` also work them off. */
  role: 'all' | 'api' | 'worker'
  /** With the test clock on nothing is woken by time; `tick` does what would have been done. */
  testClock: boolean
}

/** What a person was told; `kind` is its topic. */
export interface Sent {
  channel: 'inbox'
  kind: string
  text: string
  cause: string
}

/** A notification before it is sent. */
export interface Notice {
  kind: string
  cause: string
  message: Message
  ref: { domain: string; id: string } | null
  dueAt: Instant
}
