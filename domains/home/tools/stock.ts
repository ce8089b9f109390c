// What is at home, how much of it and until when it is good.
import { AppError } from '../../../core/errors.ts'
import type { Message } from '../../../core/messages.ts'
import { addDays, type LocalDate, localDateOf } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { added, readItem, tellAmount, unitKey } from '../engine/amounts.ts'
import { takeFrom } from '../engine/stock.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { lockSameStock, lockStock, pageOfStock, type StockRow, stocks } from '../repository/stock.ts'
import { type Change, freshRow, newChange, undoChange } from '../repository.ts'
import {
  type AddedStock,
  type AddStock,
  addStockInput,
  addStockOutput,
  type ListExpiring,
  type ListedExpiring,
  type ListedStock,
  type ListStock,
  listExpiringInput,
  listExpiringOutput,
  listStockInput,
  listStockOutput,
  type Stock,
  type UsedStock,
  type UseStock,
  useStockInput,
  useStockOutput,
} from '../schema.ts'
import {
  daysBetween,
  invalid,
  keyOf,
  nextCursor,
  onlyOne,
  pageOf,
  say,
  searchWords,
  showShared,
  told,
} from '../service.ts'
import { named } from './catalogue.ts'

const SOON_DAYS = 7
const PIECES = 'шт'
const todayOf = (ctx: Ctx): LocalDate => localDateOf(ctx.now, ctx.user.timeZone)

export const show = (row: StockRow, place: Place, today: LocalDate): Stock => ({
  ...showShared(row, place.own),
  item: row.item,
  quantity: row.quantity,
  unit: row.unit,
  expiresOn: row.expiresOn,
  daysLeft: row.expiresOn === null ? null : daysBetween(today, row.expiresOn),
  status: row.deletedAt ? 'deleted' : row.goneAt ? (row.goneReason ?? 'used') : 'in_stock',
})

const tellStock = ({ item, quantity, unit }: Pick<Stock, 'item' | 'quantity' | 'unit'>): Message =>
  say('item_amount', { item, amount: tellAmount({ quantity, unit }) })
/** "молоко, 1 л — до завтра" */
export const tellUntil = (stock: Pick<Stock, 'item' | 'quantity' | 'unit' | 'expiresOn' | 'daysLeft'>): Message => {
  if (stock.expiresOn === null) return tellStock(stock)
  const late = (stock.daysLeft ?? 0) < 0
  return say(late ? 'expired_on' : 'good_until', { item: tellStock(stock), date: { date: stock.expiresOn } })
}

const addStock = defineTool<AddStock, AddedStock>({
  ...named('home_add_stock'),
  input: addStockInput,
  output: addStockOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_add_stock', { item: input.item }),
  say: (output) => say(output.outcome === 'added' ? 'stock_added' : 'stock_merged', { item: tellUntil(output) }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const read = readItem(input.item, { quantity: input.quantity ?? null, unit: input.unit ?? null })
    const unit = read.unit ?? PIECES
    const given = { quantity: read.quantity ?? 1, unit }
    const same = { itemKey: keyOf(read.item), unitKey: unitKey(unit), expiresOn: input.expiresOn ?? null }
    const change = newChange(ctx)
    const known = await lockSameStock(ctx.tx, place.writes, same)
    const row = known
      ? null
      : await stocks.insert(ctx.tx, change, {
          ...freshRow(ctx, place.writes),
          ...same,
          ...given,
          item: read.item,
          words: searchWords(read.item),
          goneAt: null,
          goneReason: null,
        })
    if (row) {
      ctx.emit({ type: 'home.stock_added', payload: { id: row.id, expiresOn: row.expiresOn } })
      return { ...show(row, place, todayOf(ctx)), previous: null, changeId: change.id, outcome: 'added' }
    }
    const there = known ?? (await lockSameStock(ctx.tx, place.writes, same))
    if (!there) throw new AppError('conflict', 'home.changed_since')
    const sum = added(there, given)
    const next = { ...there, quantity: sum.quantity ?? there.quantity }
    const saved = await stocks.replace(ctx.tx, change, next)
    const [shown, previous] = [saved, there].map((one) => show(one, place, todayOf(ctx)))
    if (!shown || !previous) throw new AppError('conflict', 'home.changed_since')
    return { ...shown, previous, changeId: change.id, outcome: 'merged' }
  },
  undo: (ctx, output) => undoChange(ctx, stocks, output.changeId),
})

/** The rows of the one item that is meant, held, the soonest to expire first. */
const stockMeant = async (ctx: Ctx, place: Place, input: UseStock): Promise<StockRow[]> => {
  if (input.id !== undefined) {
    const row = await stocks.lock(ctx.tx, input.id)
    if (!row || row.deletedAt || row.goneAt) throw new AppError('not_found', 'home.stock_not_found')
    return [row]
  }
  if (input.item === undefined) throw invalid('item', 'say_which')
  const { item } = readItem(input.item, { quantity: null, unit: null })
  const rows = await lockStock(ctx.tx, place.spaces, searchWords(item))
  const kinds = [...new Map(rows.map((row) => [row.itemKey, row])).values()]
  const { itemKey } = onlyOne(kinds, item, (row) => row.item)
  return rows.filter((row) => row.itemKey === itemKey)
}

const wantedOf = (input: UseStock): { quantity: number; unit: string | null } | null => {
  if (input.quantity !== undefined) return { quantity: input.quantity, unit: input.unit ?? null }
  const { quantity, unit } = readItem(input.item ?? '', { quantity: null, unit: null })
  return quantity === null ? null : { quantity, unit }
}

const take = async (ctx: Ctx, change: Change, row: StockRow, left: number, reason: UseStock['reason']) =>
  stocks.replace(
    ctx.tx,
    change,
    left > 0 ? { ...row, quantity: left } : { ...row, quantity: 0, goneAt: ctx.now, goneReason: reason },
  )

const useStock = defineTool<UseStock, UsedStock>({
  ...named('home_use_stock'),
  input: useStockInput,
  output: useStockOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => {
    const [row] = await stockMeant(ctx, await placeOf(ctx), input)
    return say('ask_use_stock', { item: row?.item ?? '' })
  },
  say: (output, input) => {
    const params = { item: tellStock({ ...output, quantity: output.used }) }
    const key = input.reason === 'used' ? 'stock_used' : 'stock_thrown'
    if (output.left === 0) return say(`${key}_up`, params)
    return say(key, { ...params, left: tellAmount({ quantity: output.left, unit: output.unit }) })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const rows = await stockMeant(ctx, place, input)
    const found = takeFrom(rows, wantedOf(input))
    const [first] = rows
    if (!found || !first) throw invalid('unit', 'other_unit', { unit: first?.unit ?? '' })
    if (found.short > 0) {
      const have = tellAmount({ quantity: found.used, unit: found.unit })
      throw invalid('quantity', 'not_so_much', { item: first.item, have })
    }
    const change = newChange(ctx)
    const saved: StockRow[] = []
    for (const { row, left } of found.taken) saved.push(await take(ctx, change, row, left, input.reason))
    ctx.emit({ type: 'home.stock_used', payload: { ids: saved.map(({ id }) => id), left: found.left } })
    const shown = (row: StockRow): Stock => show(row, place, todayOf(ctx))
    return {
      id: first.id,
      item: first.item,
      used: found.used,
      unit: found.unit,
      left: found.left,
      items: saved.map(shown),
      previous: found.taken.map(({ row }) => shown(row)),
      changeId: change.id,
    }
  },
  undo: (ctx, output) => undoChange(ctx, stocks, output.changeId),
})

const listStock = defineTool<ListStock, ListedStock>({
  ...named('home_list_stock'),
  input: listStockInput,
  output: listStockOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }, input) => {
    if (total === 0) return input.query === undefined ? say('no_stock') : say('no_such', { words: input.query })
    return say('stock', { n: total, ...told(items.map(tellUntil), total) })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const words = input.query === undefined ? [] : searchWords(input.query)
    const today = todayOf(ctx)
    const { rows, total } = await pageOfStock(ctx.tx, place.spaces, { words, until: null, today, ...page })
    return { items: rows.map((row) => show(row, place, today)), nextCursor: nextCursor(page, total), total }
  },
})

/** What is there and expires within so many days, or has expired; the rule of expiry reads it too. */
export const expiringWithin = async (ctx: Ctx, days: number, page = pageOf({})): Promise<ListedExpiring> => {
  const place = await placeOf(ctx)
  const today = todayOf(ctx)
  const filter = { words: [], until: addDays(today, days), today, ...page }
  const { rows, total, expired } = await pageOfStock(ctx.tx, place.spaces, filter)
  const items = rows.map((row) => show(row, place, today))
  return { items, nextCursor: nextCursor(page, total), total, days, expired }
}

const listExpiring = defineTool<ListExpiring, ListedExpiring>({
  ...named('home_list_expiring'),
  input: listExpiringInput,
  output: listExpiringOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total, days, expired }) => {
    if (total === 0) return say('nothing_expires', { days })
    return say('expiring', { n: total - expired, expired, days, ...told(items.map(tellUntil), total) })
  },
  run: (ctx, input) => expiringWithin(ctx, input.days ?? SOON_DAYS, pageOf(input)),
})

export const stockTools: Tool[] = [listStock, addStock, useStock, listExpiring]
