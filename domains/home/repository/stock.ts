// Rows of the stock at home.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { type SharedRow, storeOf } from '../repository.ts'
import { EXACT_FIRST, FITS, patternsOf } from './lists.ts'

export interface StockRow extends SharedRow {
  item: string
  itemKey: string
  words: string[]
  quantity: number
  unit: string
  unitKey: string
  expiresOn: LocalDate | null
  goneAt: Date | null
  goneReason: 'used' | 'thrown_away' | null
}
export const stocks = storeOf<StockRow>('stock', {
  item: 'item',
  itemKey: 'item_key',
  words: 'words',
  quantity: 'quantity',
  unit: 'unit',
  unitKey: 'unit_key',
  expiresOn: 'expires_on',
  goneAt: 'gone_at',
  goneReason: 'gone_reason',
})

/** The row that more of the same, good until the same day, is added to. */
export const lockSameStock = async (
  tx: Tx,
  spaceId: string,
  same: Pick<StockRow, 'itemKey' | 'unitKey' | 'expiresOn'>,
): Promise<StockRow | null> =>
  (
    await tx.query<StockRow>(
      `select ${stocks.columns} from home.stock t where t.space_id = $1 and t.item_key = $2 and t.unit_key = $3
         and t.expires_on is not distinct from $4::date and t.gone_at is null and t.deleted_at is null
       order by t.created_at limit 1 for update`,
      [spaceId, same.itemKey, same.unitKey, same.expiresOn],
    )
  )[0] ?? null

/** What is there and fits the words, the soonest to expire first, held until the transaction ends. */
export const lockStock = (tx: Tx, spaces: readonly string[], words: readonly string[]): Promise<StockRow[]> =>
  tx.query<StockRow>(
    `select ${stocks.columns} from home.stock t
     where t.space_id = any($1::uuid[]) and ${FITS} and t.gone_at is null and t.deleted_at is null
     order by ${EXACT_FIRST}, t.expires_on nulls last, t.created_at, t.id limit 100 for update`,
    [spaces, patternsOf(words)],
  )

const LISTED = `t.space_id = any($1::uuid[]) and ${FITS} and ($3::date is null or t.expires_on <= $3)
  and t.gone_at is null and t.deleted_at is null`

/** One page of what is there; with `until` only what expires by that day. */
export const pageOfStock = async (
  tx: Tx,
  spaces: readonly string[],
  filter: { words: readonly string[]; until: LocalDate | null; today: LocalDate; offset: number; limit: number },
): Promise<{ rows: StockRow[]; total: number; expired: number }> => {
  const base = [spaces, patternsOf(filter.words), filter.until]
  const rows = await tx.query<StockRow>(
    `select ${stocks.columns} from home.stock t where ${LISTED}
     order by t.expires_on nulls last, t.item, t.created_at, t.id limit $4 offset $5`,
    [...base, filter.limit, filter.offset],
  )
  const [count] = await tx.query<{ n: number; expired: number }>(
    `select count(*)::int as n, count(*) filter (where t.expires_on < $4::date)::int as expired
     from home.stock t where ${LISTED}`,
    [...base, filter.today],
  )
  return { rows, total: count?.n ?? 0, expired: count?.expired ?? 0 }
}
