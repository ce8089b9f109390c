import type { Readable } from 'node:stream'
import type { ZodType } from 'zod'
import type { Message } from '../core/messages.ts'
import type { Ctx, DayPart, SafetyFact, Tool } from '../tools/contract.ts'

/** A nudge a rule wants to give; `cause` is unique per person, so the same nudge is never sent twice. */
export interface Nudge {
  topic: string
  cause: string
  text: Message
}
export interface Rule {
  /** `finance.budget`, also the topic a person can mute. */
  id: string
  check(ctx: Ctx): Promise<Nudge | null>
}

export interface ImportResult {
  created: number
  updated: number
  skipped: number
  rejected: { line: number; reason: Message }[]
  totals: Record<string, unknown>
}
export interface Importer {
  /** Whether these first bytes are of this format. */
  recognises(head: Uint8Array, fileName: string): boolean
  run(ctx: Ctx, file: Readable, options: { accountId?: string; timeZone?: string }): Promise<ImportResult>
}

/** What the exit gate must find in this domain's results before a reply may say it. */
export interface ClaimRecogniser {
  /** Phrases that claim something of this domain was done, as Unicode regular expressions without `\b` or `\w`. */
  done: readonly RegExp[]
}

/** One part of life: what is true and allowed there, over its own Postgres schema `id`. */
export interface Domain {
  id: string
  /** The domain's folder: `new URL('.', import.meta.url)`. Holds migrations/, messages.*.json, phrases.jsonl, prompt.md. */
  folder: URL
  tools: Tool[]
  /** Public tools of other domains that it may call through `ctx.call`. */
  uses: string[]
  events: Record<string, ZodType>
  rules: Rule[]
  day?(ctx: Ctx, date: string): Promise<DayPart[]>
  safety?(ctx: Ctx): Promise<SafetyFact[]>
  on?: Record<string, (ctx: Ctx, event: { type: string; payload: unknown }) => Promise<void>>
  imports?: Record<string, Importer>
  claims?: ClaimRecogniser
}
