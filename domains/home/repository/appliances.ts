// Rows of appliances and repairs.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { type SharedRow, storeOf } from '../repository.ts'
import { EXACT_FIRST, FITS, patternsOf } from './lists.ts'

export interface ApplianceRow extends SharedRow {
  name: string
  nameKey: string
  words: string[]
  boughtOn: LocalDate | null
  warrantyUntil: LocalDate | null
}
export const appliances = storeOf<ApplianceRow>('appliance', {
  name: 'name',
  nameKey: 'name_key',
  words: 'words',
  boughtOn: 'bought_on',
  warrantyUntil: 'warranty_until',
})

export interface RepairRow extends SharedRow {
  applianceId: string | null
  title: string
  amount: number | null
  currency: string | null
  at: Date
  doneOn: LocalDate
  timeZone: string
}
export const repairs = storeOf<RepairRow>('repair', {
  applianceId: 'appliance_id',
  title: 'title',
  amount: 'amount',
  currency: 'currency',
  at: 'at',
  doneOn: 'done_on',
  timeZone: 'time_zone',
})

export const lockApplianceNamed = async (tx: Tx, spaceId: string, nameKey: string): Promise<ApplianceRow | null> =>
  (
    await tx.query<ApplianceRow>(
      `select ${appliances.columns} from home.appliance t
       where t.space_id = $1 and t.name_key = $2 and t.deleted_at is null order by t.created_at limit 1 for update`,
      [spaceId, nameKey],
    )
  )[0] ?? null

const LISTED = `t.space_id = any($1::uuid[]) and ${FITS} and t.deleted_at is null
  and ($3::date is null or (t.warranty_until between $4 and $3))`

/** One page; with `warrantyBy` only those whose warranty ends from today to that day. */
export const pageOfAppliances = async (
  tx: Tx,
  spaces: readonly string[],
  filter: { words: readonly string[]; warrantyBy: LocalDate | null; today: LocalDate; offset: number; limit: number },
): Promise<{ rows: ApplianceRow[]; total: number }> => {
  const base = [spaces, patternsOf(filter.words), filter.warrantyBy, filter.today]
  const rows = await tx.query<ApplianceRow>(
    `select ${appliances.columns} from home.appliance t where ${LISTED}
     order by ${EXACT_FIRST}, case when $3::date is null then null else t.warranty_until end, t.created_at, t.id limit $5 offset $6`,
    [...base, filter.limit, filter.offset],
  )
  const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from home.appliance t where ${LISTED}`, base)
  return { rows, total: count?.n ?? 0 }
}

export type RepairOf = RepairRow & { applianceName: string | null; warrantyUntil: LocalDate | null }
const REPAIRED = `t.space_id = any($1::uuid[]) and ($2::uuid is null or t.appliance_id = $2)
  and ($3::date is null or t.done_on >= $3) and ($4::date is null or t.done_on <= $4) and t.deleted_at is null`

/** One page of repairs, the latest first, with the number of all and what all of them cost. */
export const pageOfRepairs = async (
  tx: Tx,
  spaces: readonly string[],
  filter: {
    applianceId: string | null
    from: LocalDate | null
    to: LocalDate | null
    offset: number
    limit: number
  },
): Promise<{ rows: RepairOf[]; total: number; totals: { amount: number; currency: string }[] }> => {
  const base = [spaces, filter.applianceId, filter.from, filter.to]
  const rows = await tx.query<RepairOf>(
    `select ${repairs.columns}, a.name as "applianceName", a.warranty_until as "warrantyUntil"
     from home.repair t left join home.appliance a on a.id = t.appliance_id
     where ${REPAIRED} order by t.at desc, t.created_at desc, t.id limit $5 offset $6`,
    [...base, filter.limit, filter.offset],
  )
  const sums = await tx.query<{ n: number; amount: number | null; currency: string | null }>(
    `select count(*)::int as n, sum(t.amount)::bigint as amount, t.currency from home.repair t
     where ${REPAIRED} group by t.currency order by t.currency`,
    base,
  )
  return {
    rows,
    total: sums.reduce((total, { n }) => total + n, 0),
    totals: sums.flatMap(({ amount, currency }) =>
      amount === null || currency === null ? [] : [{ amount, currency }],
    ),
  }
}
