import type { ZodType } from 'zod'
import type { Message } from '../core/messages.ts'
import type { Instant } from '../core/time.ts'
import type { User } from '../core/user.ts'
import type { Tx } from '../db/contract.ts'
import type { DayPart } from './day.ts'

export type { DayPart }

export type Channel =
  | 'chat'
  | 'socket'
  | 'http'
  | 'mcp'
  | 'completions'
  | 'telegram'
  | 'alice'
  | 'alexa'
  | 'jobs'
  | 'sync'
  | 'import'

/** Where a call comes from; policy and audit read it, tools do not branch on it. */
export interface Origin {
  channel: Channel
  /** `person`: they pressed or called it themselves; `model`: a model proposed it; `code`: a rule or a schedule. */
  actor: 'person' | 'model' | 'code'
  turnId?: string
  threadId?: string
}

/** A fact that must be known before any advice: `nutrition` reads health's, whoever wrote it. */
export interface SafetyFact {
  kind: 'allergy' | 'condition' | 'medication' | 'injury' | 'age' | 'sex' | 'weight'
  name: string
  source: { domain: string; id: string }
  details?: Record<string, unknown>
}

/** A row as its domain's tools show it. */
export interface FoundRow {
  /** Differs after every change of the row. */
  version: string
  row: Record<string, unknown>
}

/** Everything a tool may use while it runs. Await nothing but `tx` (and functions given the same `tx`). */
export interface Ctx {
  tx: Tx
  user: User
  now: Instant
  origin: Origin
  /** Records an event in the outbox of this transaction; `type` is `domain.happened`. */
  emit(event: DomainEvent): void
  /** Every domain's safety facts, loaded once per turn. */
  safetyFacts(): Promise<SafetyFact[]>
  /** Every domain's parts of a local day. */
  day(date: string): Promise<DayPart[]>
  /** Another domain's public tool in this transaction, under a permit no wider than this one, audited as its child. */
  call(tool: string, input: unknown): Promise<unknown>
}

export interface DomainEvent {
  type: string
  payload: Record<string, unknown>
}

export type Risk = 'read' | 'write' | 'outward' | 'irreversible'

export type Consequence<I, O> =
  | { risk: 'read' }
  | {
      risk: 'write'
      /** `never` for ordinary logging (it can be undone for 24 h), `always`, or a decision on the input. */
      confirm: 'never' | 'always' | ((input: I, user: User) => boolean)
      /** Puts everything back as it was before `run` gave `output`. Without it the write cannot be undone, and says so. */
      undo?: (ctx: Ctx, output: O, input: I) => Promise<void>
    }
  | {
      risk: 'outward' | 'irreversible'
      confirm: 'always'
      /** Nothing of the person remains after it, not even the audit row of the call. */
      leavesNoTrace?: true
    }

/** A result that is an emergency by itself, such as a dangerous measurement: said before all else, with the local numbers. */
export interface Alarm {
  /** `health.blood_pressure_crisis` */
  rule: string
  /** What was found and what to do now, with its figure. */
  text: Message
}

export type About = 'general' | 'health' | 'money' | 'people'

/** A capability, defined once; reachable by the model, HTTP, OpenAPI, MCP and rules. */
export type Tool<I = unknown, O = unknown> = Consequence<I, O> & {
  name: string
  title: string
  /** For a model: when to use it, in English, at most three sentences. */
  description: string
  input: ZodType<I>
  output: ZodType<O>
  about: About
  /** It answers also without the consent to health data, and then uses and keeps none. */
  withoutConsent?: boolean
  /** The question of a confirmation: names the rows meant. Reads only. */
  summary(ctx: Ctx, input: I): Promise<Message>
  /** What a person is told once the returned row is committed. */
  say(output: O, input: I): Message
  /** A proposal's next step: the write that the person is asked about in the same turn. */
  offers?(output: O): { tool: string; input: Record<string, unknown> } | null
  /** Texts of the output that are told once and stand in no journal: a link or code that opens something. */
  secrets?: readonly string[]
  /** Whether the result is an emergency. */
  alarm?(output: O, input: I): Alarm | null
  run(ctx: Ctx, input: I): Promise<O>
}

/** Defines a tool; keeps the input and output types tied together and erases them for registries. */
export const defineTool = <I, O>(tool: Tool<I, O>): Tool => tool as unknown as Tool

/** Whether this call has to be asked about first. */
export const needsConfirmation = (tool: Tool, input: unknown, user: User): boolean => {
  if (tool.risk === 'read') return false
  if (tool.risk !== 'write') return true
  return typeof tool.confirm === 'function' ? tool.confirm(input, user) : tool.confirm === 'always'
}

/** A thing that a domain knows by name, where a text names it. */
export interface NamedThing {
  kind: 'item' | 'food' | 'medicine' | 'condition' | 'allergen'
  /** The domain's own id: two names of one thing have one. */
  id: string
  /** UTF-16 offsets into the text, `end` exclusive. */
  start: number
  end: number
}
export type FindNames = (text: string) => readonly NamedThing[]
