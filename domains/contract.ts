import type { ZodType } from 'zod'
import type { Message } from '../core/messages.ts'
import type { Ctx, DayPart, FindNames, FoundRow, SafetyFact, Tool } from '../tools/contract.ts'
import type { Importer } from '../tools/imports/contract.ts'

export {
  defineImporter,
  type ImportBatch,
  type ImportCounts,
  type Importer,
  type ImportFile,
  type ImportOptions,
  type ImportReader,
  type ImportRun,
  type ImportWarning,
} from '../tools/imports/contract.ts'

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
  /** File kinds it takes in at `/v1/imports/{kind}`. */
  imports?: Record<string, Importer>
  claims?: ClaimRecogniser
  /** What this domain knows by name, for reading messages and for checking replies. */
  names?: FindNames
  /** Any row that its tools change, by id, held until the transaction ends; for writes made offline. */
  find?(ctx: Ctx, id: string): Promise<FoundRow | null>
}
