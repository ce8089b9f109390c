// SQL of imported movements: many rows in one statement, each once.
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { CategorySource } from '../engine/categories.ts'
import type { Kind } from '../schema.ts'

export interface ImportedTransaction {
  id: string
  kind: Kind
  refund: boolean
  amount: number
  currency: string
  category: string | null
  categoryKey: string | null
  categorySource: CategorySource | null
  categoryWords: string[]
  payee: string | null
  payeeKey: string | null
  note: string | null
  occurredOn: LocalDate
  accountId: string | null
  toAccountId: string | null
  words: string[]
  importId: string
  importKey: string
  importAccount: string | null
  sourceKey: string
}

/** The account that rows are put on; without what moved on it, which takes reading them all. */
export const findImportAccount = async (
  tx: Tx,
  userId: string,
  id: string,
): Promise<{ id: string; currency: string } | undefined> => {
  const rows = await tx.query<{ id: string; currency: string }>(
    'select a.id, a.currency from finance.account a where a.user_id = $1 and a.id = $2 and a.deleted_at is null',
    [userId, id],
  )
  return rows[0]
}

/** The one account on which earlier imports put the movements of a statement; nothing when there are several. */
export const findMappedAccount = async (
  tx: Tx,
  userId: string,
  importAccount: string,
  currency: string,
): Promise<string | undefined> => {
  const rows = await tx.query<{ id: string }>(
    `select a.id from finance.account a where a.user_id = $1 and a.currency = $3 and a.deleted_at is null
       and exists (select 1 from finance.transaction t where t.user_id = $1 and t.import_account = $2 and t.currency = $3
         and (t.account_id = a.id or t.to_account_id = a.id))
     limit 2`,
    [userId, importAccount, currency],
  )
  return rows.length === 1 ? rows[0]?.id : undefined
}

/**
 * Stores the rows that are not there yet; how many were. A movement is there when the same one came with another import and
 * nothing says that it was on another account. A row that the person deleted or split is there too.
 */
export const insertImported = async (
  tx: Tx,
  userId: string,
  now: Instant,
  rows: readonly ImportedTransaction[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const column = <T>(of: (row: ImportedTransaction) => T): T[] => rows.map(of)
  const stored = await tx.query(
    `insert into finance.transaction (id, user_id, kind, refund, amount, currency, category, category_key, category_source,
       category_words, payee, payee_key, note, occurred_on, account_id, to_account_id, words, import_id, import_key,
       import_account, source, source_key, created_at, updated_at)
     select g.id, $1, g.kind, g.refund, g.amount, g.currency, g.category, g.category_key, g.category_source,
       string_to_array(g.category_words, ' '), g.payee, g.payee_key, g.note, g.occurred_on, g.account_id, g.to_account_id,
       string_to_array(g.words, ' '), g.import_id, g.import_key, g.import_account, 'bank', g.source_key, $2, $2
     from unnest($3::uuid[], $4::text[], $5::boolean[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::text[], $14::text[], $15::date[], $16::uuid[], $17::uuid[], $18::text[], $19::uuid[],
       $20::text[], $21::text[], $22::text[])
       with ordinality as g (id, kind, refund, amount, currency, category, category_key, category_source, category_words, payee,
         payee_key, note, occurred_on, account_id, to_account_id, words, import_id, import_key, import_account, source_key, place)
     -- One look into the index for each row; as a join it may read everything that the person ever imported.
     where (select true from finance.transaction t where t.user_id = $1 and t.import_key = g.import_key
       and t.import_id <> g.import_id
       and (t.import_account is null or g.import_account is null or t.import_account = g.import_account)
       and (coalesce(t.account_id, t.to_account_id) is null or coalesce(g.account_id, g.to_account_id) is null
         or coalesce(t.account_id, t.to_account_id) = coalesce(g.account_id, g.to_account_id))
       limit 1) is null
     order by g.place
     on conflict (user_id, source, source_key) where source_key is not null do nothing
     returning id`,
    [
      userId,
      now,
      column((row) => row.id),
      column((row) => row.kind),
      column((row) => row.refund),
      column((row) => row.amount),
      column((row) => row.currency),
      column((row) => row.category),
      column((row) => row.categoryKey),
      column((row) => row.categorySource),
      column((row) => row.categoryWords.join(' ')),
      column((row) => row.payee),
      column((row) => row.payeeKey),
      column((row) => row.note),
      column((row) => row.occurredOn),
      column((row) => row.accountId),
      column((row) => row.toAccountId),
      column((row) => row.words.join(' ')),
      column((row) => row.importId),
      column((row) => row.importKey),
      column((row) => row.importAccount),
      column((row) => row.sourceKey),
    ],
  )
  return stored.length
}

/** Removes what an import made, except what somebody changed, paid a bill with or got money back for since. */
export const removeImported = async (tx: Tx, userId: string, importId: string): Promise<number> => {
  const rows = await tx.query(
    `delete from finance.transaction t where t.user_id = $1 and t.import_id = $2 and t.version = 1
       and not exists (select 1 from finance.bill_payment p where p.user_id = $1 and p.transaction_id = t.id)
       and not exists (select 1 from finance.transaction r where r.user_id = $1 and r.refund_of = t.id)
     returning t.id`,
    [userId, importId],
  )
  return rows.length
}
