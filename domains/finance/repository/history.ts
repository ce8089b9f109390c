// SQL of what has been and is planned: the facts of forecasts and of what history shows.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { LIVE } from '../repository.ts'
import type { BillKind } from '../schema.ts'

/** An expense or income as it is compared with others; the note only of rows without a payee. */
export interface HistoryRow {
  id: string
  kind: BillKind
  amount: number
  currency: string
  category: string | null
  categoryKey: string | null
  payee: string | null
  payeeKey: string | null
  note: string | null
  occurredOn: LocalDate
  seq: number
}
type Shared = Omit<HistoryRow, 'id' | 'amount' | 'occurredOn' | 'seq'>

/**
 * Expenses and income of a period, oldest first; neither transfers nor money that came back. Years of rows are asked for at
 * once, so rows that share payee and category come as one with a line of `id amount day number` for each: a tenth of the
 * time that as many rows would take.
 */
export const historyBetween = async (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<HistoryRow[]> => {
  const groups = await tx.query<Shared & { entries: string }>(
    `select t.kind, t.currency, t.category, t.category_key as "categoryKey", t.payee, t.payee_key as "payeeKey",
       case when t.payee_key is null then t.note end as note,
       string_agg(t.id || ' ' || t.amount || ' ' || t.occurred_on || ' ' || t.seq, ',') as entries
     from finance.transaction t
     where t.user_id = $1 and ${LIVE} and t.kind <> 'transfer' and not t.refund and t.occurred_on between $2 and $3
     group by 1, 2, 3, 4, 5, 6, 7`,
    [userId, from, to],
  )
  return groups
    .flatMap(({ entries, ...shared }) =>
      entries.split(',').map((entry): HistoryRow => {
        const [id = '', amount = '', occurredOn = '', seq = ''] = entry.split(' ')
        return { ...shared, id, amount: Number(amount), occurredOn, seq: Number(seq) }
      }),
    )
    .sort((a, b) => (a.occurredOn === b.occurredOn ? a.seq - b.seq : a.occurredOn < b.occurredOn ? -1 : 1))
}

/** Everyday spending by day: expenses less what came back, without payments of bills and without these payees. */
export const everydayByDay = (
  tx: Tx,
  userId: string,
  filter: { from: LocalDate; to: LocalDate; currency: string; withoutPayees: readonly string[] },
): Promise<{ date: LocalDate; spent: number }[]> =>
  tx.query<{ date: LocalDate; spent: number }>(
    `select t.occurred_on as date, sum(case when t.refund then -t.amount else t.amount end)::bigint as spent
     from finance.transaction t
     where t.user_id = $1 and ${LIVE} and (t.kind = 'expense' or t.refund) and t.currency = $2
       and t.occurred_on between $3 and $4 and not (coalesce(t.payee_key, '') = any($5::text[]))
       and not exists (select 1 from finance.bill_payment p
         where p.user_id = $1 and (p.transaction_id = t.id or p.transaction_id = t.parent_id))
     group by t.occurred_on order by t.occurred_on`,
    [userId, filter.currency, filter.from, filter.to, filter.withoutPayees],
  )

/** The day of the first entry in a currency, null when there is none. */
export const firstEntryOn = async (tx: Tx, userId: string, currency: string): Promise<LocalDate | null> => {
  const rows = await tx.query<{ date: LocalDate | null }>(
    `select min(t.occurred_on) as date from finance.transaction t
     where t.user_id = $1 and ${LIVE} and t.kind <> 'transfer' and t.currency = $2`,
    [userId, currency],
  )
  return rows[0]?.date ?? null
}

export interface PlannedRow {
  id: string
  kind: 'expense' | 'income' | 'transfer'
  amount: number
  currency: string
  payee: string | null
  category: string | null
  note: string | null
  occurredOn: LocalDate
  accountId: string | null
  toAccountId: string | null
  toAmount: number | null
}
const PLANNED = `t.id, t.kind, t.amount, t.currency, t.payee, t.category, t.note, t.occurred_on as "occurredOn",
  t.account_id as "accountId", t.to_account_id as "toAccountId", t.to_amount as "toAmount"`

/** Entries of days to come, both ends included. */
export const plannedBetween = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<PlannedRow[]> =>
  tx.query<PlannedRow>(
    `select ${PLANNED} from finance.transaction t
     where t.user_id = $1 and ${LIVE} and t.occurred_on between $2 and $3 order by t.occurred_on, t.seq`,
    [userId, from, to],
  )

/** Expenses and income on no account, of days until `to`, recorded or dated after the balance of that day was stated. */
export const unassignedSince = (
  tx: Tx,
  userId: string,
  since: { asOf: LocalDate; statedAt: Date; to: LocalDate; currency: string },
): Promise<PlannedRow[]> =>
  tx.query<PlannedRow>(
    `select ${PLANNED} from finance.transaction t
     where t.user_id = $1 and ${LIVE} and t.kind <> 'transfer' and t.account_id is null and t.currency = $2
       and t.occurred_on between $3 and $4 and (t.occurred_on > $3 or t.created_at >= $5)
     order by t.occurred_on, t.seq`,
    [userId, since.currency, since.asOf, since.to, since.statedAt],
  )
