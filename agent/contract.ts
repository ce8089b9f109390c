import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from '@langchain/core/messages'
import type { AppError } from '../core/errors.ts'
import type { Log } from '../core/log.ts'
import type { Messages } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Db, Tx } from '../db/contract.ts'
import type { PendingAction } from '../guardrails/pending.ts'
import type { Decide, Grounds } from '../guardrails/policy.ts'
import type { Channel, FindNames } from '../tools/contract.ts'
import type { ExecuteDeps } from '../tools/execute.ts'
import type { Imports } from '../tools/imports/run.ts'

export type ToolStatus = 'ok' | 'refused' | 'failed' | 'pending'
export interface ToolTrace {
  id: string
  name: string
  args: Record<string, unknown>
  status: ToolStatus
  /** The rendered sentence for the person. */
  said: string
  output?: unknown
}

export type SafetyKind = 'none' | 'emergency' | 'medical_referral' | 'refuse_part' | 'injection_ignored' | 'privacy'
export interface Pending {
  id: string
  expiresAt: string
  actions: { id: string; tool: string; args: unknown; summary: string }[]
}

/** The answer of a turn, as every channel carries it. */
export interface TurnResult {
  threadId: string
  turnId: string
  reply: string
  /** Short form for voice, no markup. */
  spoken: string
  tools: { name: string; args: unknown; status: ToolStatus; output?: unknown }[]
  pending: Pending | null
  safety: { kind: SafetyKind; rules: string[] }
  usage: { modelCalls: number; inputTokens: number; outputTokens: number; ms: number }
  error?: { code: AppError['code'] }
}

export type TurnEvent =
  | { type: 'turn'; data: { threadId: string; turnId: string; clientMessageId: string | null } }
  | { type: 'token'; data: { turnId: string; text: string } }
  | {
      type: 'tool'
      data: { turnId: string; callId: string; name: string; args: unknown; status: ToolStatus | 'running' }
    }
  | { type: 'pending'; data: Pending }
  | { type: 'safety'; data: TurnResult['safety'] }
  | { type: 'done'; data: TurnResult }
export type Sink = (event: TurnEvent) => void

export interface TurnRequest {
  userId: string
  /** Reads and checks the person in the transaction that stores the turn; without it they are read by their id. */
  identify?(tx: Tx): Promise<User>
  channel: Channel
  now: Instant
  message?: string
  /** Answers to an open confirmation instead of a message. */
  decisions?: { pendingId: string; decisions: { actionId: string; decision: 'approve' | 'reject' }[] }
  threadId?: string
  /** A stable name for the thread that the channel derives itself (OpenAI wire); found or created. */
  threadKey?: string
  clientMessageId?: string
  /** Files attached to the message, recognised as something that can be imported. */
  files?: readonly AttachedFile[]
}

export interface AttachedFile {
  /** Where it lies until the turn has ended. */
  path: string
  name: string
  /** Which import takes it: `bank`. */
  kind: string
}

/** What answers: a model and whether text leaves this process to reach it. */
export interface Brain {
  model: BaseChatModel
  external: boolean
}

export interface RecallItem {
  text: string
  since: Instant
}

export interface AgentDeps extends ExecuteDeps {
  db: Db
  messages: Messages
  log: Log
  decide: Decide
  imports: Pick<Imports, 'run'>
  loadUser(tx: Tx, userId: string): Promise<User>
  /** The external model only with the person's consent, else the built-in planner. */
  brainFor(user: User): Brain
  /** Names of the `k` tools that fit a text best. */
  rankTools(text: string, k: number): string[]
  /** How likely each tool is what a text asks for; the rest up to one is what no tool does. */
  toolShares(text: string): ReadonlyMap<string, number>
  /** The tools that code reads in a conversation, whatever its texts tell a model to do. */
  toolsMeant(messages: readonly BaseMessage[], tools: readonly unknown[]): readonly string[]
  recall(tx: Tx, query: string, userId: string, now: Instant): Promise<RecallItem[]>
  /** `prompt.md` of each domain, by id. */
  domainPrompts: ReadonlyMap<string, string>
  /** What a reply of each domain may claim as done; checked by the exit gate. */
  doneClaims: readonly RegExp[]
  /** Names of supplements, medicines and illnesses that domains know. */
  names: FindNames
  checkpoints: Checkpoints
  /** The machine's clock, for leases and durations only. */
  wall(): number
  /** Names this process in leases. */
  owner: string
  limits: { turnsPerMinute: number; writesPerDay: number; tokensPerDay: number }
}

/** Keeps graph state only while a confirmation is open. */
export interface Checkpoints {
  saver: import('@langchain/langgraph-checkpoint').BaseCheckpointSaver
  /** Writes the held state of a turn to the database: it waits for the person. */
  persist(turnId: string): Promise<void>
  /** Forgets a turn's state; touches the database only when it was persisted. */
  drop(turnId: string, persisted: boolean): Promise<void>
}

/** One call a model proposed, and what became of it. */
export interface PlannedCall {
  id: string
  name: string
  args: Record<string, unknown>
  state: 'proposed' | 'permitted' | 'asking' | 'settled'
  /** Code proposed it: it follows from what a tool returned. Always asked about, never run by itself. */
  offered?: true
  /** Whether the person said what it would write; judged once, when it is proposed, and only where a model is not code. */
  grounds?: Grounds
}

export type { PendingAction }
