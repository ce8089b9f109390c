// Wire formats in, wire formats out: nothing is decided here.
import type { Agent } from '../agent/turn.ts'
import type { Checkpoints } from '../agent/contract.ts'
import type { Config } from '../core/config.ts'
import type { Log } from '../core/log.ts'
import type { Messages } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { Db } from '../db/contract.ts'
import type { Scope } from '../domains/account/auth.ts'
import type { User } from '../core/user.ts'
import type { Decide } from '../guardrails/policy.ts'
import type { DeliveryDeps, Jobs } from '../jobs/index.ts'
import type { ExecuteDeps } from '../tools/execute.ts'
import type { KeyObject } from 'node:crypto'

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
  jobs: Jobs
  delivery: DeliveryDeps
  /** The machine's clock; a request may carry another "now" only while the test clock is on. */
  clock(): Instant
  /** Whether the external model answers; null when none is configured. */
  modelReady(): Promise<boolean | null>
}

/** Who is calling and when, fixed once for a request. */
export interface Caller {
  user: User
  scopes: readonly Scope[] | null
  now: Instant
}
