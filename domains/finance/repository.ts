// Rows of the finance schema: SQL only, one person at a time. Row-level security holds without `user_id =` too; both stand.
import { AppError } from '../../core/errors.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { CategorySource } from './engine/categories.ts'
import type { CountedRow, Kind } from './schema.ts'

export interface TransactionRow {
  id: string
  seq: number
  kind: Kind
  amount: number
  currency: string
  category: string | null
  categoryKey: string | null
  categorySource: CategorySource | null
  payee: string | null
  payeeKey: string | null
  note: string | null
  occurredOn: LocalDate
  accountId: string | null
  /** Of a transfer: the own account that receives it, and what arrived when its currency is another. */
  toAccountId: string | null
  toAmount: number | null
  /** Income that lowers spending, and the expense it belongs to when that is recorded. */
  refund: boolean
  refundOf: string | null
  parentId: string | null
  words: string[]
  categoryWords: string[]
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  supersededAt: Date | null
}
/** A row as it is written; the database numbers it. */
export type NewTransaction = Omit<TransactionRow, 'seq' | 'version' | 'deletedAt' | 'supersededAt'>

/** Columns of `finance.transaction t` as a `TransactionRow`. */
export const COLUMNS = `t.id, t.seq, t.kind, t.amount, t.currency, t.category, t.category_key as "categoryKey",
  t.category_source as "categorySource", t.payee, t.payee_key as "payeeKey", t.note, t.occurred_on as "occurredOn",
  t.account_id as "accountId",
  t.to_account_id as "toAccountId", t.to_amount as "toAmount", t.refund, t.refund_of as "refundOf", t.parent_id as "parentId", t.words, t.category_words as "categoryWords", t.version,
  t.created_at as "createdAt", t.updated_at as "updatedAt", t.deleted_at as "deletedAt", t.superseded_at as "supersededAt"`
/** Rows that count: neither deleted nor split. */
export const LIVE = 't.deleted_at is null and t.superseded_at is null'

/** The row of a statement that always gives one; anything else is a defect of the statement. */
export const theOne = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows
  if (row === undefined) throw new AppError('internal', 'core.internal', {}, { cause: new Error('a row was expected') })
  return row
}

export const insertTransaction = async (tx: Tx, userId: string, row: NewTransaction): Promise<TransactionRow> => {
  const rows = await tx.query<TransactionRow>(
    `insert into finance.transaction as t (id, user_id, kind, amount, currency, category, category_key, category_source,
       payee, payee_key, note, occurred_on, account_id, parent_id, words, category_words, created_at, updated_at,
       to_account_id, to_amount, refund, refund_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::text[], $16::text[], $17, $18, $19, $20, $21, $22)
     returning ${COLUMNS}`,
    [
      row.id,
      userId,
      row.kind,
      row.amount,
      row.currency,
      row.category,
      row.categoryKey,
      row.categorySource,
      row.payee,
      row.payeeKey,
      row.note,
      row.occurredOn,
      row.accountId,
      row.parentId,
      row.words,
      row.categoryWords,
      row.createdAt,
      row.updatedAt,
      row.toAccountId,
      row.toAmount,
      row.refund,
      row.refundOf,
    ],
  )
  return theOne(rows)
}

/** A row that counts, or nothing. */
export const findTransaction = async (tx: Tx, userId: string, id: string): Promise<TransactionRow | undefined> => {
  const rows = await tx.query<TransactionRow>(
    `select ${COLUMNS} from finance.transaction t where t.user_id = $1 and t.id = $2 and ${LIVE}`,
    [userId, id],
  )
  return rows[0]
}

/** The same, held until the transaction ends, so that two writers cannot both think they were first. */
export const lockTransaction = async (tx: Tx, userId: string, id: string): Promise<TransactionRow | undefined> => {
  const rows = await tx.query<TransactionRow>(
    `select ${COLUMNS} from finance.transaction t where t.user_id = $1 and t.id = $2 and ${LIVE} for update`,
    [userId, id],
  )
  return rows[0]
}

/** Writes a whole row over the one of that `version`; nothing comes back when it has another version by now. */
export const replaceTransaction = async (
  tx: Tx,
  userId: string,
  version: number,
  row: Omit<TransactionRow, 'seq' | 'createdAt' | 'parentId'>,
): Promise<TransactionRow | undefined> => {
  const rows = await tx.query<TransactionRow>(
    `update finance.transaction as t set kind = $4, amount = $5, currency = $6, category = $7, category_key = $8,
       category_source = $9, payee = $10, payee_key = $11, note = $12, occurred_on = $13, account_id = $14,
       words = $15::text[], category_words = $16::text[], version = $17, updated_at = $18, deleted_at = $19, superseded_at = $20,
       to_account_id = $21, to_amount = $22, refund = $23, refund_of = $24
     where t.user_id = $1 and t.id = $2 and t.version = $3
     returning ${COLUMNS}`,
    [
      userId,
      row.id,
      version,
      row.kind,
      row.amount,
      row.currency,
      row.category,
      row.categoryKey,
      row.categorySource,
      row.payee,
      row.payeeKey,
      row.note,
      row.occurredOn,
      row.accountId,
      row.words,
      row.categoryWords,
      row.version,
      row.updatedAt,
      row.deletedAt,
      row.supersededAt,
      row.toAccountId,
      row.toAmount,
      row.refund,
      row.refundOf,
    ],
  )
  return rows[0]
}

/** Removes rows that are still of these versions; the number removed tells whether all were. */
export const removeTransactions = async (
  tx: Tx,
  userId: string,
  rows: readonly { id: string; version: number }[],
): Promise<number> => {
  const gone = await tx.query(
    `delete from finance.transaction t using unnest($2::uuid[], $3::int[]) as given (id, version)
     where t.user_id = $1 and t.id = given.id and t.version = given.version returning t.id`,
    [userId, rows.map((row) => row.id), rows.map((row) => row.version)],
  )
  return gone.length
}

interface TransactionFilter {
  from: LocalDate | null
  to: LocalDate | null
  categoryKey: string | null
  payeeKey: string | null
  accountId: string | null
  kind: Kind | null
  /** Each must be the amount of the row, or begin with or begin a stem of its payee, note or category. */
  query: readonly { stem: string; amount: number | null }[]
  includeDeleted: boolean
  after: { occurredOn: LocalDate; seq: number } | null
  limit: number
}

export const listTransactions = (tx: Tx, userId: string, filter: TransactionFilter): Promise<TransactionRow[]> =>
  tx.query<TransactionRow>(
    `select ${COLUMNS} from finance.transaction t
     where t.user_id = $1 and (($2::boolean and t.superseded_at is null) or (${LIVE}))
       and ($3::date is null or t.occurred_on >= $3::date) and ($4::date is null or t.occurred_on <= $4::date)
       and ($5::text is null or t.category_key = $5) and ($6::text is null or t.payee_key = $6)
       and ($7::uuid is null or t.account_id = $7) and ($8::text is null or t.kind = $8)
       and not exists (select 1 from unnest($9::text[], $10::bigint[]) as q (word, amount)
         where t.amount is distinct from q.amount and not exists (select 1 from unnest(t.words || t.category_words) w
           where starts_with(w, q.word) or (length(w) > 3 and starts_with(q.word, w))))
       and ($11::date is null or (t.occurred_on, t.seq) < ($11::date, $12::bigint))
     order by t.occurred_on desc, t.seq desc limit $13`,
    [
      userId,
      filter.includeDeleted,
      filter.from,
      filter.to,
      filter.categoryKey,
      filter.payeeKey,
      filter.accountId,
      filter.kind,
      filter.query.map(({ stem }) => stem),
      filter.query.map(({ amount }) => amount),
      filter.after?.occurredOn ?? null,
      filter.after?.seq ?? null,
      filter.limit,
    ],
  )

/** A counted row with what it is grouped by. */
export interface SpendingRow extends CountedRow {
  categoryKey: string | null
  payeeKey: string | null
  createdAt: Date
}

/**
 * Every row of one kind in a period, both days included, in the order in which it was recorded. Money that came back is
 * no income: it stands among the expenses with a minus.
 */
export const spendingBetween = (
  tx: Tx,
  userId: string,
  filter: {
    kind: 'expense' | 'income'
    from: LocalDate
    to: LocalDate
    categoryKey: string | null
    payeeKey: string | null
  },
): Promise<SpendingRow[]> =>
  tx.query<SpendingRow>(
    `select t.id, case when t.refund then -t.amount else t.amount end as amount, t.currency, t.category,
       t.category_key as "categoryKey", t.payee, t.payee_key as "payeeKey", t.occurred_on as "occurredOn", t.created_at as "createdAt"
     from finance.transaction t
     where t.user_id = $1 and ${LIVE} and case when t.refund then 'expense' else t.kind end = $2 and t.occurred_on between $3 and $4
       and ($5::text is null or t.category_key = $5) and ($6::text is null or t.payee_key = $6)
     order by t.seq`,
    [userId, filter.kind, filter.from, filter.to, filter.categoryKey, filter.payeeKey],
  )

/** The sum of expenses in one currency without what came back; `categoryKey` null counts every category. */
export const spentBetween = async (
  tx: Tx,
  userId: string,
  filter: { from: LocalDate; to: LocalDate; categoryKey: string | null; currency: string },
): Promise<number> => {
  const rows = await tx.query<{ spent: number }>(
    `select coalesce(sum(case when t.refund then -t.amount else t.amount end), 0)::bigint as spent
     from finance.transaction t
     where t.user_id = $1 and ${LIVE} and (t.kind = 'expense' or t.refund) and t.currency = $2 and t.occurred_on between $3 and $4
       and ($5::text is null or t.category_key = $5)`,
    [userId, filter.currency, filter.from, filter.to, filter.categoryKey],
  )
  return rows[0]?.spent ?? 0
}

/** What already came back for an expense, without one entry. */
export const refundedOf = async (tx: Tx, userId: string, id: string, except: string | null): Promise<number> => {
  const rows = await tx.query<{ refunded: number }>(
    `select coalesce(sum(t.amount), 0)::bigint as refunded from finance.transaction t
     where t.user_id = $1 and t.refund_of = $2 and t.id is distinct from $3::uuid and ${LIVE}`,
    [userId, id, except],
  )
  return rows[0]?.refunded ?? 0
}
