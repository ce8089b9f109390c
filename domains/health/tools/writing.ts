// What every write of this domain does the same way.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import type { Message, MessageParams } from '../../../core/messages.ts'
import { type LocalDate, localDateOf } from '../../../core/time.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { type Change, restore, save, saveNew, touchedBy } from '../repository/changes.ts'
import { METRIC, type MetricRow, refreshDays, type Touched } from '../repository/metrics.ts'
import type { Row, Table } from '../repository/table.ts'
import { METRIC_KINDS } from '../schema.ts'

export const say = (key: string, params: MessageParams = {}): Message => ({ key: `health.${key}`, params })
export const todayOf = (ctx: Ctx): LocalDate => localDateOf(ctx.now, ctx.user.timeZone)
export const notFound = (key: string): AppError => new AppError('not_found', `health.${key}`)

const changeOf = (ctx: Ctx, id = newId()): Change => ({ id, userId: ctx.user.id, now: ctx.now })

/** Saves rows of one table as one change that can be put back; answers the change's id. */
export const write = async <R extends Row>(ctx: Ctx, table: Table<R>, ...rows: R[]): Promise<string> => {
  const change = changeOf(ctx)
  await save(ctx.tx, table, change, rows)
  return change.id
}

/** Stores a row whose name must be the only one; null when such a row is there by now. */
export const writeNew = async <R extends Row>(ctx: Ctx, table: Table<R>, row: R): Promise<string | null> => {
  const change = changeOf(ctx)
  return (await saveNew(ctx.tx, table, change, row)) ? change.id : null
}

/** Saves a measurement as such a change: the days it was and is on are worked out again. */
export const writeMetric = async (ctx: Ctx, row: MetricRow, before?: MetricRow): Promise<string> => {
  const changeId = await write(ctx, METRIC, row)
  const touched: Touched[] = [row, ...(before ? [before] : [])].map(({ kind, localDate }) => ({
    kind,
    date: localDate,
  }))
  await refreshDays(ctx.tx, ctx.user.id, touched, ctx.now)
  return changeId
}

/** Undoes a change of whatever table. Throws `conflict` when a row of it was changed since. */
export const undo = async (ctx: Ctx, { changeId }: { changeId: string | null }): Promise<void> => {
  if (changeId === null) return
  const change = changeOf(ctx, changeId)
  const touched = await touchedBy(ctx.tx, change)
  if (!(await restore(ctx.tx, change))) throw new AppError('conflict', 'health.changed_since')
  const days = touched.flatMap(({ kind, date }) =>
    METRIC_KINDS.flatMap((one) => (one === kind ? [{ kind: one, date }] : [])),
  )
  await refreshDays(ctx.tx, ctx.user.id, days, ctx.now)
}
