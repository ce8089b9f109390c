// What was repaired or serviced at home, and what it cost.
import { AppError } from '../../../core/errors.ts'
import type { Message } from '../../../core/messages.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { readMoment, showMoment } from '../engine/moments.ts'
import { pageOfRepairs, type RepairOf, repairs } from '../repository/appliances.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type ListedRepairs,
  type ListRepairs,
  type LoggedRepair,
  type LogRepair,
  listRepairsInput,
  listRepairsOutput,
  logRepairInput,
  type Repair,
  repairOutput,
} from '../schema.ts'
import { nextCursor, pageOf, say, showShared, told } from '../service.ts'
import { applianceMeant } from './appliances.ts'
import { named } from './catalogue.ts'

const show = (row: RepairOf, place: Place): Repair => ({
  ...showShared(row, place.own),
  applianceId: row.applianceId,
  applianceName: row.applianceName,
  title: row.title,
  cost: row.amount === null || row.currency === null ? null : { amount: row.amount, currency: row.currency },
  doneOn: row.doneOn,
  at: showMoment(row),
  underWarranty: row.warrantyUntil !== null && row.doneOn <= row.warrantyUntil,
  status: row.deletedAt ? 'deleted' : 'active',
})
const tellRepair = ({ title, applianceName, cost, doneOn }: Repair): Message =>
  say('repair', {
    title,
    appliance: applianceName === null ? '' : say('of_appliance', { name: applianceName }),
    cost: cost === null ? '' : say('costing', { cost: { money: cost.amount, currency: cost.currency } }),
    date: { date: doneOn },
  })

const costOf = (input: LogRepair, currency: string): { amount: number | null; currency: string | null } => {
  if (input.cost === undefined) return { amount: null, currency: null }
  const given = typeof input.cost === 'number' ? { amount: input.cost } : input.cost
  const said = 'currency' in given ? given.currency : undefined
  return { amount: given.amount, currency: (said ?? input.currency ?? currency).toUpperCase() }
}

const applianceOf = async (
  ctx: Ctx,
  place: Place,
  input: { applianceId?: string | undefined; appliance?: string | undefined },
) =>
  input.applianceId === undefined && input.appliance === undefined
    ? null
    : applianceMeant(ctx, place, input.applianceId, input.appliance ?? '')

const logRepair = defineTool<LogRepair, LoggedRepair>({
  ...named('home_log_repair'),
  input: logRepairInput,
  output: repairOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_log_repair', { title: input.title }),
  say: (output) =>
    say(output.underWarranty ? 'repair_logged_warranty' : 'repair_logged', { repair: tellRepair(output) }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const appliance = await applianceOf(ctx, place, input)
    const change = newChange(ctx)
    const row = await repairs.insert(ctx.tx, change, {
      ...freshRow(ctx, appliance?.spaceId ?? place.writes),
      ...readMoment(input.at, ctx.user, ctx.now),
      ...costOf(input, ctx.user.currency),
      applianceId: appliance?.id ?? null,
      title: input.title,
    })
    if (!row) throw new AppError('conflict', 'home.changed_since')
    ctx.emit({ type: 'home.repair_logged', payload: { id: row.id, applianceId: row.applianceId } })
    const named = { applianceName: appliance?.name ?? null, warrantyUntil: appliance?.warrantyUntil ?? null }
    return { ...show({ ...row, ...named }, place), previous: null, changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, repairs, output.changeId),
})

const listTool = defineTool<ListRepairs, ListedRepairs>({
  ...named('home_list_repairs'),
  input: listRepairsInput,
  output: listRepairsOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total, totals }) => {
    if (total === 0) return say('no_repairs')
    const sums = totals.map(({ amount, currency }) => say('money', { money: { money: amount, currency } }))
    const cost = sums.length === 0 ? '' : say('in_total', { sums: { list: sums, join: 'and' } })
    return say('repairs', { n: total, cost, ...told(items.map(tellRepair), total) })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const appliance = await applianceOf(ctx, place, input)
    const { rows, total, totals } = await pageOfRepairs(ctx.tx, place.spaces, {
      applianceId: appliance?.id ?? null,
      from: input.from ?? null,
      to: input.to ?? null,
      ...page,
    })
    return { items: rows.map((row) => show(row, place)), nextCursor: nextCursor(page, total), total, totals }
  },
})

export const repairTools: Tool[] = [logRepair, listTool]
