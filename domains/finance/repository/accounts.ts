// SQL of the places where a person's money is.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { AccountKind } from '../schema.ts'

export interface AccountRow {
  id: string
  name: string
  nameKey: string
  kind: AccountKind
  currency: string
  balance: number
  asOf: LocalDate
  statedAt: Date
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
  /** Sum of what was recorded on this account after the balance was stated. */
  movement: number
}

// An entry of the stated day itself counts unless it was recorded before the person looked at the balance.
const SINCE = `t.deleted_at is null and t.superseded_at is null and ($2::date is null or t.occurred_on <= $2::date)
      and (t.occurred_on > a.as_of or (t.occurred_on = a.as_of and t.created_at >= a.stated_at))`
const ACCOUNT = `a.id, a.name, a.name_key as "nameKey", a.kind, a.currency, a.balance, a.as_of as "asOf",
  a.stated_at as "statedAt", a.version, a.created_at as "createdAt", a.updated_at as "updatedAt", a.deleted_at as "deletedAt",
  (coalesce((select sum(case t.kind when 'income' then t.amount else -t.amount end) from finance.transaction t
    where t.user_id = a.user_id and t.account_id = a.id and ${SINCE}), 0)
  + coalesce((select sum(coalesce(t.to_amount, t.amount)) from finance.transaction t
    where t.user_id = a.user_id and t.to_account_id = a.id and ${SINCE}), 0))::bigint as movement`

/** Open accounts with what moved on them until a day, that day included; null counts entries of later days too. */
export const listAccounts = (tx: Tx, userId: string, until: LocalDate | null = null): Promise<AccountRow[]> =>
  tx.query<AccountRow>(
    `select ${ACCOUNT} from finance.account a where a.user_id = $1 and a.deleted_at is null order by a.created_at, a.id`,
    [userId, until],
  )

export const findAccount = async (
  tx: Tx,
  userId: string,
  id: string,
  until: LocalDate | null = null,
): Promise<AccountRow | undefined> => {
  const rows = await tx.query<AccountRow>(
    `select ${ACCOUNT} from finance.account a where a.user_id = $1 and a.id = $3 and a.deleted_at is null`,
    [userId, until, id],
  )
  return rows[0]
}

export const findAccountByName = async (
  tx: Tx,
  userId: string,
  nameKey: string,
  currency: string,
): Promise<AccountRow | undefined> => {
  const rows = await tx.query<AccountRow>(
    `select ${ACCOUNT} from finance.account a
     where a.user_id = $1 and a.name_key = $3 and a.currency = $4 and a.deleted_at is null`,
    [userId, null, nameKey, currency],
  )
  return rows[0]
}

export const insertAccount = async (tx: Tx, userId: string, row: Omit<AccountRow, 'movement'>): Promise<void> => {
  await tx.query(
    `insert into finance.account (id, user_id, name, name_key, kind, currency, balance, as_of, stated_at, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      userId,
      row.name,
      row.nameKey,
      row.kind,
      row.currency,
      row.balance,
      row.asOf,
      row.statedAt,
      row.version,
      row.createdAt,
      row.updatedAt,
    ],
  )
}

/** States an account anew over the one of that `version`; whether it still was. */
export const restateAccount = async (
  tx: Tx,
  userId: string,
  version: number,
  row: Pick<AccountRow, 'id' | 'name' | 'kind' | 'balance' | 'asOf' | 'statedAt' | 'version' | 'updatedAt'>,
): Promise<boolean> => {
  const rows = await tx.query(
    `update finance.account set name = $4, kind = $5, balance = $6, as_of = $7, stated_at = $8, version = $9, updated_at = $10
     where user_id = $1 and id = $2 and version = $3 returning id`,
    [userId, row.id, version, row.name, row.kind, row.balance, row.asOf, row.statedAt, row.version, row.updatedAt],
  )
  return rows.length === 1
}

/** Removes an account of that `version` that no entry names; whether it did. */
export const removeAccount = async (tx: Tx, userId: string, id: string, version: number): Promise<boolean> => {
  const rows = await tx.query(
    `delete from finance.account a where a.user_id = $1 and a.id = $2 and a.version = $3
       and not exists (select 1 from finance.transaction t where t.user_id = $1 and (t.account_id = a.id or t.to_account_id = a.id))
     returning a.id`,
    [userId, id, version],
  )
  return rows.length === 1
}

/** Renames or closes an account over the one of that `version`; whether it still was. */
export const rewriteAccount = async (
  tx: Tx,
  userId: string,
  version: number,
  row: Pick<AccountRow, 'id' | 'name' | 'nameKey' | 'kind' | 'version' | 'updatedAt' | 'deletedAt'>,
): Promise<boolean> => {
  const rows = await tx.query(
    `update finance.account set name = $4, name_key = $5, kind = $6, version = $7, updated_at = $8, deleted_at = $9
     where user_id = $1 and id = $2 and version = $3 returning id`,
    [userId, row.id, version, row.name, row.nameKey, row.kind, row.version, row.updatedAt, row.deletedAt],
  )
  return rows.length === 1
}
