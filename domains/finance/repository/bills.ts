// SQL of bills and of what was paid of them.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { BillKind, DueChange } from '../schema.ts'

export interface BillRow {
  id: string
  title: string
  kind: BillKind
  amount: number
  currency: string
  category: string | null
  categoryKey: string | null
  payee: string | null
  accountId: string | null
  dueOn: LocalDate
  rrule: string | null
  changes: DueChange[]
  /** Due days of a series before it are not looked after. */
  since: LocalDate
  remindDaysBefore: number
  remindAt: string
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}
/** A payment as its entry stands now: correcting the entry corrects the payment, deleting it takes the payment away. */
export interface PaymentRow {
  id: string
  billId: string
  dueOn: LocalDate
  paidOn: LocalDate
  amount: number
  currency: string
  transactionId: string
  createdAt: Date
}

const BILL = `b.id, b.title, b.kind, b.amount, b.currency, b.category, b.category_key as "categoryKey", b.payee,
  b.account_id as "accountId", b.due_on as "dueOn", b.rrule, b.changes, b.since, b.remind_days_before as "remindDaysBefore",
  b.remind_at as "remindAt", b.version, b.created_at as "createdAt", b.updated_at as "updatedAt", b.deleted_at as "deletedAt"`

/** Bills in the order they were added; cancelled ones only when asked for. */
export const listBills = (tx: Tx, userId: string, includeCancelled = false): Promise<BillRow[]> =>
  tx.query<BillRow>(
    `select ${BILL} from finance.bill b where b.user_id = $1 and ($2::boolean or b.deleted_at is null)
     order by b.created_at, b.id`,
    [userId, includeCancelled],
  )

/** Bills that are not cancelled and may fall due on these days, both included; of a series its rule says whether it does. */
export const billsDue = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<BillRow[]> =>
  tx.query<BillRow>(
    `select ${BILL} from finance.bill b where b.kind = 'expense' and b.id in (
         select s.id from finance.bill s where s.user_id = $1 and s.deleted_at is null and (s.rrule is not null or s.changes <> '[]')
         union all select d.id from finance.bill d where d.user_id = $1 and d.deleted_at is null and d.due_on between $2 and $3)
       order by b.created_at, b.id`,
    [userId, from, to],
  )

/** A bill that is not cancelled, held until the transaction ends. */
export const lockBill = async (tx: Tx, userId: string, id: string): Promise<BillRow | undefined> => {
  const rows = await tx.query<BillRow>(
    `select ${BILL} from finance.bill b where b.user_id = $1 and b.id = $2 and b.deleted_at is null for update`,
    [userId, id],
  )
  return rows[0]
}

/** Payments of these bills, the latest due first; null means of all. */
export const listPayments = (tx: Tx, userId: string, billIds: readonly string[] | null): Promise<PaymentRow[]> =>
  tx.query<PaymentRow>(
    `select p.id, p.bill_id as "billId", p.due_on as "dueOn", t.occurred_on as "paidOn", t.amount, t.currency,
       p.transaction_id as "transactionId", p.created_at as "createdAt"
     from finance.bill_payment p join finance.transaction t on t.id = p.transaction_id and t.user_id = p.user_id
     where p.user_id = $1 and ($2::uuid[] is null or p.bill_id = any($2::uuid[])) and t.deleted_at is null
     order by p.due_on desc, p.created_at desc`,
    [userId, billIds],
  )

const values = (row: BillRow): unknown[] => [
  row.title,
  row.kind,
  row.amount,
  row.currency,
  row.category,
  row.categoryKey,
  row.payee,
  row.accountId,
  row.dueOn,
  row.rrule,
  JSON.stringify(row.changes),
  row.since,
  row.remindDaysBefore,
  row.remindAt,
  row.version,
  row.createdAt,
  row.updatedAt,
  row.deletedAt,
]

export const insertBill = async (tx: Tx, userId: string, row: BillRow): Promise<void> => {
  await tx.query(
    `insert into finance.bill (id, user_id, title, kind, amount, currency, category, category_key, payee, account_id, due_on,
       rrule, changes, since, remind_days_before, remind_at, version, created_at, updated_at, deleted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15, $16, $17, $18, $19, $20)`,
    [row.id, userId, ...values(row)],
  )
}

/** Writes a whole bill over the one of that `version`; whether it still was. */
export const replaceBill = async (tx: Tx, userId: string, version: number, row: BillRow): Promise<boolean> => {
  const rows = await tx.query(
    `update finance.bill set title = $4, kind = $5, amount = $6, currency = $7, category = $8, category_key = $9, payee = $10,
       account_id = $11, due_on = $12, rrule = $13, changes = $14::jsonb, since = $15,
       remind_days_before = $16, remind_at = $17, version = $18, created_at = $19, updated_at = $20, deleted_at = $21
     where user_id = $1 and id = $2 and version = $3 returning id`,
    [userId, row.id, version, ...values(row)],
  )
  return rows.length === 1
}

/** Removes a bill of that `version` of which nothing was paid; whether it did. */
export const removeBill = async (tx: Tx, userId: string, id: string, version: number): Promise<boolean> => {
  const rows = await tx.query(
    `delete from finance.bill b where b.user_id = $1 and b.id = $2 and b.version = $3
       and not exists (select 1 from finance.bill_payment p where p.user_id = $1 and p.bill_id = b.id)
     returning b.id`,
    [userId, id, version],
  )
  return rows.length === 1
}

export const insertPayment = async (
  tx: Tx,
  userId: string,
  row: Pick<PaymentRow, 'id' | 'billId' | 'dueOn' | 'transactionId' | 'createdAt'>,
): Promise<void> => {
  await tx.query(
    `insert into finance.bill_payment (id, user_id, bill_id, due_on, transaction_id, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, userId, row.billId, row.dueOn, row.transactionId, row.createdAt],
  )
}

export const removePayment = async (tx: Tx, userId: string, id: string): Promise<boolean> => {
  const rows = await tx.query('delete from finance.bill_payment where user_id = $1 and id = $2 returning id', [
    userId,
    id,
  ])
  return rows.length === 1
}
