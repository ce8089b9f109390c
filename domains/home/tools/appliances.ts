// Appliances with their warranty, and what was repaired.
import { Temporal } from 'temporal-polyfill'
import { AppError } from '../../../core/errors.ts'
import type { Message } from '../../../core/messages.ts'
import { addDays, type LocalDate, localDateOf } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { type ApplianceRow, appliances, lockApplianceNamed, pageOfAppliances } from '../repository/appliances.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type AddAppliance,
  type AddedAppliance,
  type Appliance,
  type ApplianceRef,
  addApplianceInput,
  addApplianceOutput,
  applianceOutput,
  applianceRefInput,
  type ListAppliances,
  type ListedAppliances,
  listAppliancesInput,
  listAppliancesOutput,
  type WrittenAppliance,
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

const todayOf = (ctx: Ctx): LocalDate => localDateOf(ctx.now, ctx.user.timeZone)
export const show = (row: ApplianceRow, place: Place, today: LocalDate): Appliance => ({
  ...showShared(row, place.own),
  name: row.name,
  boughtOn: row.boughtOn,
  warrantyUntil: row.warrantyUntil,
  warrantyDaysLeft: row.warrantyUntil === null ? null : daysBetween(today, row.warrantyUntil),
  status: row.deletedAt ? 'deleted' : 'active',
})
export const tellAppliance = ({ name, warrantyUntil, warrantyDaysLeft }: Appliance): Message => {
  if (warrantyUntil === null || warrantyDaysLeft === null) return say('item', { item: name })
  return say(warrantyDaysLeft < 0 ? 'warranty_over' : 'warranty', { name, date: { date: warrantyUntil } })
}

/** The last day of a warranty of so many months: 31 January and one month is 28 February. */
const warrantyOf = (
  input: AddAppliance,
  today: LocalDate,
): { boughtOn: string | null; warrantyUntil: string | null } => {
  const boughtOn = input.boughtOn ?? null
  if (boughtOn !== null && boughtOn > today) throw invalid('boughtOn', 'in_future')
  if (input.warrantyMonths === undefined) {
    if (boughtOn !== null && input.warrantyUntil !== undefined && input.warrantyUntil < boughtOn)
      throw invalid('warrantyUntil', 'warranty_before')
    return { boughtOn, warrantyUntil: input.warrantyUntil ?? null }
  }
  if (input.warrantyUntil !== undefined) throw invalid('warrantyMonths', 'one_warranty')
  const from = Temporal.PlainDate.from(boughtOn ?? today)
  return { boughtOn, warrantyUntil: from.add({ months: input.warrantyMonths }).toString() }
}

/** The appliance meant: by id or by words. */
export const applianceMeant = async (
  ctx: Ctx,
  place: Place,
  id: string | undefined,
  words: string,
): Promise<ApplianceRow> => {
  if (id !== undefined) {
    const row = await appliances.find(ctx.tx, id)
    if (!row || row.deletedAt) throw new AppError('not_found', 'home.appliance_not_found')
    return row
  }
  const filter = { words: searchWords(words), warrantyBy: null, today: todayOf(ctx), offset: 0, limit: 20 }
  return onlyOne((await pageOfAppliances(ctx.tx, place.spaces, filter)).rows, words, (row) => row.name)
}

const addAppliance = defineTool<AddAppliance, AddedAppliance>({
  ...named('home_add_appliance'),
  input: addApplianceInput,
  output: addApplianceOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_add_appliance', { name: input.name }),
  say: (output) =>
    say({ added: 'appliance_added', changed: 'appliance_changed', already_there: 'appliance_there' }[output.outcome], {
      appliance: tellAppliance(output),
    }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const today = todayOf(ctx)
    const change = newChange(ctx)
    const nameKey = keyOf(input.name)
    const dates = warrantyOf(input, today)
    const row = { ...freshRow(ctx, place.writes), name: input.name, nameKey, words: searchWords(input.name), ...dates }
    const known = await lockApplianceNamed(ctx.tx, place.writes, nameKey)
    const saved = known ? null : await appliances.insert(ctx.tx, change, row)
    if (saved) return { ...show(saved, place, today), previous: null, changeId: change.id, outcome: 'added' }
    const there = known ?? (await lockApplianceNamed(ctx.tx, place.writes, nameKey))
    if (!there) throw new AppError('conflict', 'home.changed_since')
    const next = {
      ...there,
      boughtOn: dates.boughtOn ?? there.boughtOn,
      warrantyUntil: dates.warrantyUntil ?? there.warrantyUntil,
    }
    const previous = show(there, place, today)
    if (next.boughtOn === there.boughtOn && next.warrantyUntil === there.warrantyUntil)
      return { ...previous, previous, changeId: null, outcome: 'already_there' }
    const written = await appliances.replace(ctx.tx, change, next)
    return { ...show(written, place, today), previous, changeId: change.id, outcome: 'changed' }
  },
  undo: (ctx, output) => undoChange(ctx, appliances, output.changeId),
})

const removeAppliance = defineTool<ApplianceRef, WrittenAppliance>({
  ...named('home_remove_appliance'),
  input: applianceRefInput,
  output: applianceOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) =>
    say('ask_remove_appliance', {
      name: (await applianceMeant(ctx, await placeOf(ctx), input.id, input.name ?? '')).name,
    }),
  say: (output) => say('appliance_removed', { name: output.name }),
  run: async (ctx, input) => {
    if (input.id === undefined && input.name === undefined) throw invalid('name', 'say_which')
    const place = await placeOf(ctx)
    const { id } = await applianceMeant(ctx, place, input.id, input.name ?? '')
    const row = await appliances.lock(ctx.tx, id)
    if (!row || row.deletedAt) throw new AppError('not_found', 'home.appliance_not_found')
    const change = newChange(ctx)
    const today = todayOf(ctx)
    const saved = await appliances.replace(ctx.tx, change, { ...row, deletedAt: ctx.now })
    return { ...show(saved, place, today), previous: show(row, place, today), changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, appliances, output.changeId),
})

/** Appliances, or only those whose warranty ends within so many days. */
export const listAppliances = async (ctx: Ctx, input: ListAppliances): Promise<ListedAppliances> => {
  const place = await placeOf(ctx)
  const page = pageOf(input)
  const today = todayOf(ctx)
  const days = input.warrantyWithinDays
  const { rows, total } = await pageOfAppliances(ctx.tx, place.spaces, {
    words: input.query === undefined ? [] : searchWords(input.query),
    warrantyBy: days === undefined ? null : addDays(today, days),
    today,
    ...page,
  })
  return { items: rows.map((row) => show(row, place, today)), nextCursor: nextCursor(page, total), total }
}

const listTool = defineTool<ListAppliances, ListedAppliances>({
  ...named('home_list_appliances'),
  input: listAppliancesInput,
  output: listAppliancesOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }) =>
    total === 0 ? say('no_appliances') : say('appliances', { n: total, ...told(items.map(tellAppliance), total) }),
  run: listAppliances,
})

export const applianceTools: Tool[] = [listTool, addAppliance, removeAppliance]
