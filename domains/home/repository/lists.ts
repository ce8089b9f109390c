// Rows of lists.
import type { Tx } from '../../../db/contract.ts'
import { type SharedRow, storeOf } from '../repository.ts'

export interface ListItemRow extends SharedRow {
  list: string
  listKey: string
  item: string
  itemKey: string
  words: string[]
  quantity: number | null
  unit: string | null
  unitKey: string
  checkedAt: Date | null
  checkedBy: string | null
}
export const listItems = storeOf<ListItemRow>('list_item', {
  list: 'list',
  listKey: 'list_key',
  item: 'item',
  itemKey: 'item_key',
  words: 'words',
  quantity: 'quantity',
  unit: 'unit',
  unitKey: 'unit_key',
  checkedAt: 'checked_at',
  checkedBy: 'checked_by',
})

/** Open rows of one thing on a list, whatever their unit, held until the transaction ends. */
export const lockSameItem = (tx: Tx, spaceId: string, listKey: string, itemKey: string): Promise<ListItemRow[]> =>
  tx.query<ListItemRow>(
    `select ${listItems.columns} from home.list_item t
     where t.space_id = $1 and t.list_key = $2 and t.item_key = $3 and t.checked_at is null and t.deleted_at is null
     order by t.seq for update`,
    [spaceId, listKey, itemKey],
  )

/** Every word of a search must begin a word of the row: "моло" finds "молоко". `$2` is what `patternsOf` made. */
export const FITS = `' ' || array_to_string(t.words, ' ') like all ($2::text[])`
/** A list of patterns costs a fifth of comparing word by word in the statement. */
export const patternsOf = (words: readonly string[]): string[] =>
  words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`)
/** Of rows that hold the words, the one that holds no more of them is the shortest. */
export const EXACT_FIRST = `length(array_to_string(t.words, ' '))`

/** Rows that words fit: open ones of any list, or those checked last. */
export const findItems = (
  tx: Tx,
  spaces: readonly string[],
  words: readonly string[],
  filter: { listKey: string | null; checked: boolean },
): Promise<ListItemRow[]> =>
  tx.query<ListItemRow>(
    `select ${listItems.columns} from home.list_item t
     where t.space_id = any($1::uuid[]) and ${FITS} and ($3::text is null or t.list_key = $3)
       and (t.checked_at is not null) = $4 and t.deleted_at is null
     order by ${EXACT_FIRST}, (t.list_key = 'shopping') desc, t.checked_at desc nulls last, t.seq limit 20`,
    [spaces, patternsOf(words), filter.listKey, filter.checked],
  )

export interface ItemFilter {
  listKey: string
  status: 'open' | 'checked' | 'deleted' | 'all'
  words: readonly string[]
  offset: number
  limit: number
}
const LISTED = `t.list_key = $3 and (t.deleted_at is not null) = ($4 = 'deleted')
  and ($4 not in ('open', 'checked') or (t.checked_at is not null) = ($4 = 'checked')) and ${FITS}`

/** One page: open rows as they were written, then checked ones, the latest first. */
export const pageOfItems = (tx: Tx, spaces: readonly string[], filter: ItemFilter): Promise<ListItemRow[]> =>
  tx.query<ListItemRow>(
    `select ${listItems.columns} from home.list_item t where t.space_id = any($1::uuid[]) and ${LISTED}
     order by t.checked_at desc nulls first, t.seq limit $5 offset $6`,
    [spaces, patternsOf(filter.words), filter.listKey, filter.status, filter.limit, filter.offset],
  )

export interface ListCount {
  list: string
  listKey: string
  open: number
  /** How many rows the filter finds on it. */
  found: number
}
/** How much is open on which list, and how much the filter finds. */
export const countLists = (
  tx: Tx,
  spaces: readonly string[],
  filter: Pick<ItemFilter, 'words' | 'listKey' | 'status'>,
): Promise<ListCount[]> =>
  tx.query<ListCount>(
    `select min(t.list) as list, t.list_key as "listKey",
       count(*) filter (where t.checked_at is null and t.deleted_at is null)::int as open,
       count(*) filter (where ${LISTED})::int as found
     from home.list_item t where t.space_id = any($1::uuid[])
     group by t.list_key order by (t.list_key = 'shopping') desc, min(t.seq)`,
    [spaces, patternsOf(filter.words), filter.listKey, filter.status],
  )
