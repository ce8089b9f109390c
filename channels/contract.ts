// Wire formats in, wire formats out: nothing is decided here.

import type { KeyObject } from 'node:crypto'
import type { Checkpoints } from '../agent/contract.ts'
import type { Agent } from '../agent/turn.ts'
import type { Config } from '../core/config.ts'
import type { Log } from '../core/log.ts'
import type { Messages } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Db, Tx } from '../db/contract.ts'
import type { Scope } from '../domains/account/auth.ts'
import type { Decide } from '../guardrails/policy.ts'
import type { ExecuteDeps } from '../tools/execute.ts'
import type { Imports } from '../tools/imports/run.ts'

export interface ChannelDeps extends ExecuteDeps {
  config: Config
  db: Db
  log: Log
  messages: Messages
  agent: Agent
  checkpoints: Checkpoints
  /** Signs and checks access tokens. */
  key: KeyObject
  decide: Decide
  imports: Imports
  /** Jobs stand beside channels, so what a channel shows of them is passed in. */
  inbox: Inbox
  /** Sets a wake-up for a person. */
  wake(userId: string, at: Instant): Promise<void>
  queueStatus(): Promise<{ ok: boolean; queue: string }>
  /** Runs everything of this person due up to `at`; for the test clock. */
  tick(userId: string, at: Instant): Promise<unknown>
  /** The machine's clock; a request may carry another "now" only while the test clock is on. */
  clock(): Instant
  /** Whether the external model answers; null when none is configured. */
  modelReady(): Promise<boolean | null>
}

type ZoneOf = Pick<User, 'timeZone'>
type Item = { snoozedUntil: string | null }
export interface Inbox {
  list(tx: Tx, page: { limit?: number | undefined; cursor?: string | undefined }, user: ZoneOf): Promise<unknown>
  read(tx: Tx, id: string, user: ZoneOf, now: Instant): Promise<Item>
  snooze(
    tx: Tx,
    id: string,
    to: { minutes?: number | undefined; until?: Instant },
    user: ZoneOf,
    now: Instant,
  ): Promise<Item>
  dismiss(tx: Tx, id: string, user: ZoneOf, now: Instant): Promise<Item>
}

/** Who is calling and when, fixed once for a request. */
export interface Caller {
  user: User
  scopes: readonly Scope[] | null
  /** A stable name of the sign-in or token that is used. */
  client: string
  now: Instant
}

/** Who says to be calling; known only once `identify` has read them, in a transaction of theirs. */
export interface Claimant extends Pick<Caller, 'client' | 'now'> {
  userId: string
  identify(tx: Tx): Promise<User>
}
