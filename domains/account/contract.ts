import type { Message } from '../../core/messages.ts'
import type { Ctx } from '../../tools/contract.ts'

export interface UndoResult {
  undone: { tool: string; id: string | null; summary: string }[]
  notUndone: { tool: string; reason: string }[]
}

/** Why something was refused, asked about or warned of: rule ids, inputs by reference, versions. */
export interface Explanation {
  id: string
  at: string
  tool: string | null
  outcome: string
  reason: Message | null
  rules: { id: string; version: string | null }[]
  inputs: { kind: string; ref: string }[]
  versions: Record<string, string>
}

/** What this domain needs from rooms above it; the composition passes it in. Every function uses the given `ctx.tx`. */
export interface AccountDeps {
  /** Reverses the person's latest turn or direct call that is not yet undone and at most 24 h old. Texts are rendered. */
  undoLast(ctx: Ctx): Promise<UndoResult>
  /** Every row held about the person, `{domain: {table: rows}}`, without `SECRET_COLUMNS`. */
  exportAll(ctx: Ctx): Promise<Record<string, Record<string, unknown[]>>>
  /** Deletes every row held about the person; rows deleted per table, keys `schema.table`. */
  eraseAll(ctx: Ctx): Promise<Record<string, number>>
  /** The verdict with this id, or the latest refusal or warning; null when there is none. */
  explain(ctx: Ctx, id?: string): Promise<Explanation | null>
}

/** Columns that prove who someone is; an export tells what is held about a person, not how to sign in as them. */
export const SECRET_COLUMNS: readonly string[] = [
  'account.credential.password_hash',
  'account.session.token_hash',
  'account.access_token.token_hash',
]
