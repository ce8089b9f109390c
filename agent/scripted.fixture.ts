// An agent on a test database whose model says what a test wrote; everything else is real.
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type BaseMessage } from '@langchain/core/messages'
import pg from 'pg'
import { newId } from '../core/ids.ts'
import { log } from '../core/log.ts'
import type { User } from '../core/user.ts'
import type { Db } from '../db/contract.ts'
import { domains as registerDomains } from '../domains/index.ts'
import { createPolicy } from '../guardrails/policy.ts'
import { NOW } from '../test/harness/database.ts'
import { messageFolders } from '../test/harness/selection.ts'
import { loadMessages } from '../tools/catalog.ts'
import { createImports } from '../tools/imports/run.ts'
import { createRegistry } from '../tools/registry.ts'
import { createCheckpoints } from './checkpoint.ts'
import type { AgentDeps, Brain, TurnEvent, TurnRequest, TurnResult } from './contract.ts'
import { type Agent, createAgent } from './turn.ts'

const notUsed = async (): Promise<never> => {
  throw new Error('not used here')
}
const all = registerDomains({ account: { undoLast: notUsed, exportAll: notUsed, eraseAll: notUsed, explain: notUsed } })
const registry = createRegistry(all)
const messages = loadMessages(messageFolders())

/** One answer of the model: text, calls, or whatever a test does meanwhile. */
export type Step = (seen: BaseMessage[], stream: (text: string) => void) => AIMessage | Promise<AIMessage>
export const text =
  (content: string): Step =>
  () =>
    new AIMessage(content)
export const calls =
  (...list: { name: string; args: Record<string, unknown>; id?: string }[]): Step =>
  () =>
    new AIMessage({
      content: '',
      tool_calls: list.map((call) => ({ id: call.id ?? newId(), name: call.name, args: call.args, type: 'tool_call' })),
    })

export interface Scripted {
  agent: Agent
  brain: Brain
  /** What the model was given, call by call. */
  seen: BaseMessage[][]
  /** Steps to be played by the next model calls. */
  script: Step[]
  say(user: User, message: string, more?: Partial<TurnRequest>): Promise<TurnResult & { events: TurnEvent[] }>
  /** Another agent on the same database, as another process would be. */
  another(overrides?: Partial<AgentDeps>): Promise<Scripted>
  /** Moves the machine's clock, which leases and limits go by. */
  advance(ms: number): void
  /** Turns with saved graph state. */
  saved(): Promise<string[]>
  close(): Promise<void>
}

/** `allowed` are the tools ranked first for every message. */
export const scriptedAgent = async (
  database: { readonly db: Db },
  users: ReadonlyMap<string, User>,
  allowed: readonly string[],
  overrides: Partial<AgentDeps> = {},
): Promise<Scripted> => {
  const pool = new pg.Pool({ ...database.db.connection, max: 1 })
  return onPool(pool, database, users, allowed, overrides)
}

const onPool = async (
  pool: pg.Pool,
  database: { readonly db: Db },
  users: ReadonlyMap<string, User>,
  allowed: readonly string[],
  overrides: Partial<AgentDeps>,
): Promise<Scripted> => {
  const seen: BaseMessage[][] = []
  const script: Step[] = []
  let ahead = 0
  const model = {
    invoke: async (given: BaseMessage[], options: { configurable: { sink: (text: string) => void } }) => {
      seen.push(given)
      const step = script.shift()
      if (!step) throw new Error('the script is at its end')
      return step(given, options.configurable.sink)
    },
  } as unknown as BaseChatModel
  const deps: AgentDeps = {
    db: database.db,
    registry,
    messages,
    log,
    decide: createPolicy(registry),
    imports: createImports({ db: database.db, registry }),
    loadUser: async (_tx, userId) => {
      const user = users.get(userId)
      if (!user) throw new Error('nobody')
      return user
    },
    brainFor: () => ({ model, external: false }),
    rankTools: () => [...allowed],
    toolsMeant: () => [...allowed],
    toolShares: () => new Map([...allowed].map((name) => [name, 1 / allowed.length])),
    recall: async () => [],
    domainPrompts: new Map(),
    doneClaims: all.flatMap((domain) => domain.claims?.done ?? []),
    names: (text) => all.flatMap((domain) => domain.names?.(text) ?? []),
    checkpoints: await createCheckpoints(pool),
    wall: () => Date.now() + ahead,
    owner: newId(),
    limits: { turnsPerMinute: 1_000, writesPerDay: 1_000, tokensPerDay: 1_000_000 },
    ...overrides,
  }
  const agent = createAgent(deps)
  return {
    agent,
    brain: { model, external: false },
    seen,
    script,
    say: async (user, message, more = {}) => {
      const events: TurnEvent[] = []
      const request: TurnRequest = { userId: user.id, channel: 'http', now: NOW, message, ...more }
      const result = await agent.turn(request, (event) => events.push(event))
      return { ...result, events }
    },
    another: (more = {}) => onPool(pool, database, users, allowed, { ...overrides, ...more }),
    advance: (ms) => {
      ahead += ms
    },
    saved: async () => {
      const { rows } = await pool.query<{ thread_id: string }>('select distinct thread_id from graph.checkpoints')
      return rows.map((row) => row.thread_id)
    },
    close: () => pool.end(),
  }
}
