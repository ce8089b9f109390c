// What a statement says, first as its format gives it, then as it is stored. Amounts are integers of minor units.
import type { Message } from '../../../core/messages.ts'
import type { Money } from '../../../core/money.ts'
import type { LocalDate } from '../../../core/time.ts'
import type { ImportOptions } from '../../contract.ts'
import type { Category } from '../engine/categories.ts'
import type { Kind } from '../schema.ts'

/** A movement as a format gives it: texts are raw and untrusted. */
export interface RawEntry {
  line: number
  /** The statement's own account, in full or masked, as the file has it. */
  account: string | null
  /** The bank's own id of this movement, where it is a stable one. */
  id: string | null
  date: LocalDate
  /** Below zero when it left the account. */
  amount: number
  currency: string
  /** What the account was charged when that is in another currency. */
  paid: Money | null
  payee: string | null
  note: string | null
  /** What the bank calls this kind of spending. */
  category: string | null
  /** The statement itself says that both sides belong to the person. */
  own: boolean
  /** The statement says that it takes an earlier movement back. */
  reversal: boolean
}
export interface Balance {
  account: string | null
  /** Signed. */
  amount: number
  currency: string
  date: LocalDate | null
}
export type Found =
  | { type: 'entry'; entry: RawEntry }
  | { type: 'balance'; at: 'opening' | 'closing'; balance: Balance }
  /** One statement ends; a file may hold several. */
  | { type: 'end' }
  | { type: 'rejected'; line: number; reason: Message }
  /** Declined, of no amount, or not booked yet. */
  | { type: 'skipped'; pending: boolean }
  | { type: 'warning'; code: string; message: Message }

/** Takes a file piece by piece: a line with its number, or, where `by` is `text`, any piece of the text. */
export interface Parser {
  by: 'line' | 'text'
  push(text: string, line: number, out: Found[]): void
  /** The file is over. */
  end(out: Found[]): void
}
export type MakeParser = (options: ImportOptions) => Parser

/** A movement ready to be stored; plain data. */
export interface EntryRow {
  type: 'entry'
  kind: Kind
  incoming: boolean
  /** Money back for something bought: it lowers spending. */
  refund: boolean
  amount: number
  currency: string
  paid: Money | null
  occurredOn: LocalDate
  payee: string | null
  payeeKey: string | null
  note: string | null
  words: string[]
  /** By the lexicon; the person's own rules come before it. */
  category: Category | null
  /** The last four characters of the statement's account. */
  account: string | null
  /** The same for the same movement in whatever file it comes. */
  key: string
}
/** A statement of one account: what it began and ended with and what moved in between. */
export interface StatementRow {
  type: 'statement'
  account: string | null
  currency: string
  opening: number | null
  closing: number | null
  moved: number
  /** The first and the last day known of it. */
  from: LocalDate | null
  to: LocalDate | null
}
export type ImportRow =
  | EntryRow
  | StatementRow
  | { type: 'skipped'; pending: boolean }
  | { type: 'warning'; code: string; message: Message }

export const rejected = (line: number, key: string, params: Message['params'] = {}): Found => ({
  type: 'rejected',
  line,
  reason: { key: `finance.import_${key}`, params },
})
