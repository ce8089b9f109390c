// Shared lists: what is to be bought or brought, checked off by whoever did it.
import { AppError } from '../../../core/errors.ts'
import type { Message } from '../../../core/messages.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { type Amount, added, readItem, tellAmount, unitKey } from '../engine/amounts.ts'
import { listNamed, tellListName } from '../engine/names.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { countLists, findItems, type ListItemRow, listItems, lockSameItem, pageOfItems } from '../repository/lists.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type AddedListItem,
  type AddListItem,
  addListItemInput,
  addListItemOutput,
  type CheckedListItem,
  type CheckListItem,
  checkListItemInput,
  checkListItemOutput,
  type ListedItems,
  type ListItem,
  type ListItems,
  listItemsInput,
  listItemsOutput,
  type RemovedListItem,
  type RemoveListItem,
  removeListItemInput,
  removeListItemOutput,
} from '../schema.ts'
import { invalid, keyOf, nextCursor, onlyOne, pageOf, say, searchWords, showShared, told } from '../service.ts'
import { named } from './catalogue.ts'

export const show = (row: ListItemRow, place: Place): ListItem => ({
  ...showShared(row, place.own),
  list: row.list,
  item: row.item,
  quantity: row.quantity,
  unit: row.unit,
  checked: row.checkedAt !== null,
  checkedAt: row.checkedAt?.toISOString() ?? null,
  checkedBy: row.checkedBy,
  status: row.deletedAt ? 'deleted' : row.checkedAt ? 'checked' : 'open',
})

/** "молоко, 2 л" */
const tellItem = ({ item, quantity, unit }: Pick<ListItem, 'item' | 'quantity' | 'unit'>): Message =>
  quantity === null ? say('item', { item }) : say('item_amount', { item, amount: tellAmount({ quantity, unit }) })

/** The open row that an addition is about, and what it becomes; null when it is a row of its own. */
const merged = (
  open: readonly ListItemRow[],
  given: Amount,
): { row: ListItemRow; amount: Amount; unitKey: string } | null => {
  const same = open.find((row) => row.unitKey === unitKey(given.unit))
  const bare = open.find((row) => row.quantity === null)
  const row = given.quantity === null ? (same ?? open[0]) : (same ?? bare)
  if (!row) return null
  const amount = row.quantity === null && given.quantity !== null ? given : added(row, given)
  return { row, amount, unitKey: unitKey(amount.unit) }
}

const addListItem = defineTool<AddListItem, AddedListItem>({
  ...named('home_add_list_item'),
  input: addListItemInput,
  output: addListItemOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) =>
    say('ask_add_item', { item: input.item, list: tellListName(listNamed(input.list).list) }),
  say: (output) => {
    const list = tellListName(output.list)
    if (output.outcome === 'already_there') return say('item_there', { item: tellItem(output), list })
    return say(output.outcome === 'merged' ? 'item_merged' : 'item_added', { item: tellItem(output), list })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const { list, listKey } = listNamed(input.list)
    const { item, ...given } = readItem(input.item, { quantity: input.quantity ?? null, unit: input.unit ?? null })
    const itemKey = keyOf(item)
    const find = async () => merged(await lockSameItem(ctx.tx, place.writes, listKey, itemKey), given)
    const known = await find()
    if (known) return merge(ctx, place, known)
    const change = newChange(ctx)
    const row = await listItems.insert(ctx.tx, change, {
      ...freshRow(ctx, place.writes),
      list,
      listKey,
      item,
      itemKey,
      words: searchWords(item),
      ...given,
      unitKey: unitKey(given.unit),
      checkedAt: null,
      checkedBy: null,
    })
    if (!row) {
      // Somebody of the household wrote the same down at this very moment.
      const theirs = await find()
      if (!theirs) throw new AppError('conflict', 'home.changed_since')
      return merge(ctx, place, theirs)
    }
    ctx.emit({ type: 'home.list_item_added', payload: { id: row.id } })
    return { ...show(row, place), previous: null, changeId: change.id, outcome: 'added' }
  },
  undo: (ctx, output) => undoChange(ctx, listItems, output.changeId),
})

const merge = async (
  ctx: Ctx,
  place: Place,
  { row, amount, unitKey: key }: { row: ListItemRow; amount: Amount; unitKey: string },
): Promise<AddedListItem> => {
  const previous = show(row, place)
  if (amount.quantity === row.quantity && amount.unit === row.unit)
    return { ...previous, previous, changeId: null, outcome: 'already_there' }
  const change = newChange(ctx)
  const saved = await listItems.replace(ctx.tx, change, { ...row, ...pick(amount), unitKey: key })
  return { ...show(saved, place), previous, changeId: change.id, outcome: 'merged' }
}
const pick = ({ quantity, unit }: Amount): Amount => ({ quantity, unit })

/** The row meant, held: by id, or by words among open rows, then among those in the other state. */
const itemMeant = async (
  ctx: Ctx,
  place: Place,
  input: { id?: string | undefined; item?: string | undefined; list?: string | undefined },
  checked: boolean,
): Promise<ListItemRow> => {
  if (input.id !== undefined) {
    const row = await listItems.lock(ctx.tx, input.id)
    if (!row || row.deletedAt) throw new AppError('not_found', 'home.item_not_found')
    return row
  }
  if (input.item === undefined) throw invalid('item', 'say_which')
  const { item } = readItem(input.item, { quantity: null, unit: null })
  const listKey = input.list === undefined ? null : listNamed(input.list).listKey
  const words = searchWords(item)
  const first = await findItems(ctx.tx, place.spaces, words, { listKey, checked })
  // Of rows in the other state the latest will do: the answer is that it is so already.
  const other = first.length > 0 ? [] : await findItems(ctx.tx, place.spaces, words, { listKey, checked: !checked })
  const found = other[0] ?? onlyOne(preferred(first), item, (row) => row.item)
  const row = await listItems.lock(ctx.tx, found.id)
  if (!row || row.deletedAt) throw new AppError('not_found', 'home.item_not_found')
  return row
}

/** The same thing on several lists: the one on the shopping list is meant, and the household's before the own. */
const preferred = (rows: readonly ListItemRow[]): ListItemRow[] => {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.itemKey}/${row.unitKey}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const question = async (ctx: Ctx, key: string, input: RemoveListItem, checked: boolean): Promise<Message> => {
  const place = await placeOf(ctx)
  return say(key, { item: tellItem(await itemMeant(ctx, place, input, checked)) })
}

const checkListItem = defineTool<CheckListItem, CheckedListItem>({
  ...named('home_check_list_item'),
  input: checkListItemInput,
  output: checkListItemOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: (ctx, input) => question(ctx, 'ask_check_item', input, !input.checked),
  say: (output) => {
    const item = tellItem(output)
    if (output.checked) return say(output.already ? 'item_checked_already' : 'item_checked', { item })
    return say(output.already ? 'item_open_already' : 'item_unchecked', { item })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const row = await itemMeant(ctx, place, input, !input.checked)
    const previous = show(row, place)
    if (previous.checked === input.checked) return { ...previous, previous, changeId: null, already: true }
    const change = newChange(ctx)
    const mark = input.checked ? { checkedAt: ctx.now, checkedBy: ctx.user.id } : { checkedAt: null, checkedBy: null }
    if (!input.checked) await refuseTwin(ctx, row)
    const saved = await listItems.replace(ctx.tx, change, { ...row, ...mark })
    if (input.checked) ctx.emit({ type: 'home.list_item_checked', payload: { id: row.id } })
    return { ...show(saved, place), previous, changeId: change.id, already: false }
  },
  undo: (ctx, output) => undoChange(ctx, listItems, output.changeId),
})

/** A thing that was written down anew after it was bought is open already. */
const refuseTwin = async (ctx: Ctx, row: ListItemRow): Promise<void> => {
  const open = await lockSameItem(ctx.tx, row.spaceId, row.listKey, row.itemKey)
  if (open.some((other) => other.unitKey === row.unitKey)) throw new AppError('conflict', 'home.item_open_twice')
}

const removeListItem = defineTool<RemoveListItem, RemovedListItem>({
  ...named('home_remove_list_item'),
  input: removeListItemInput,
  output: removeListItemOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: (ctx, input) => question(ctx, 'ask_remove_item', input, false),
  say: (output) => say('item_removed', { item: tellItem(output), list: tellListName(output.list) }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const row = await itemMeant(ctx, place, input, false)
    const change = newChange(ctx)
    const saved = await listItems.replace(ctx.tx, change, { ...row, deletedAt: ctx.now })
    return { ...show(saved, place), previous: show(row, place), changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, listItems, output.changeId),
})

const listTool = defineTool<ListItems, ListedItems>({
  ...named('home_list_items'),
  input: listItemsInput,
  output: listItemsOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (output, input) => tellList(output, input),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const { list, listKey } = listNamed(input.list)
    const words = input.query === undefined ? [] : searchWords(input.query)
    const status = input.status ?? 'all'
    const filter = { listKey, status, words }
    const rows = await pageOfItems(ctx.tx, place.spaces, { ...filter, ...page })
    const lists = await countLists(ctx.tx, place.spaces, filter)
    const own = lists.find((one) => one.listKey === listKey)
    const total = own?.found ?? 0
    return {
      items: rows.map((row) => show(row, place)),
      nextCursor: nextCursor(page, total),
      total,
      list,
      open: own?.open ?? 0,
      lists: lists.flatMap((one) => (one.open === 0 ? [] : [{ list: one.list, open: one.open }])),
    }
  },
})

const tellList = (output: ListedItems, input: ListItems): Message => {
  const list = tellListName(output.list)
  const wanted = input.status ?? 'open'
  const items = output.items.filter((item) => wanted === 'all' || item.status === wanted)
  const total = wanted === 'open' && input.query === undefined ? output.open : Math.max(items.length, 0)
  if (items.length > 0) return say('list', { n: total, name: list, ...told(items.map(tellItem), total) })
  const others = output.lists.filter((other) => other.list !== output.list)
  if (others.length === 0 || input.query !== undefined) return say('list_empty', { name: list })
  return say('list_empty_others', {
    name: list,
    ...told(
      others.map((other) => say('list_open', { name: tellListName(other.list), n: other.open })),
      others.length,
    ),
  })
}

export const listTools: Tool[] = [listTool, addListItem, checkListItem, removeListItem]
