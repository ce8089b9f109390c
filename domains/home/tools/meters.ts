// Readings of meters, and the consumption between them.
import { AppError } from '../../../core/errors.ts'
import type { Message } from '../../../core/messages.ts'
import { localDateOf } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { rounded } from '../engine/amounts.ts'
import { type Consumption, consumed, doubtOf, METER_UNITS } from '../engine/meters.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { listReadings, type ReadingRow, readings, readingsAround } from '../repository/meters.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type ListedMeters,
  type ListMeters,
  type LoggedMeter,
  type LogMeter,
  listMetersInput,
  listMetersOutput,
  logMeterInput,
  logMeterOutput,
  type Reading,
} from '../schema.ts'
import { invalid, keyOf, nextCursor, pageOf, say, showShared, told } from '../service.ts'
import { named } from './catalogue.ts'

const show = (row: ReadingRow, place: Place, { consumption, days }: Consumption): Reading => ({
  ...showShared(row, place.own),
  meter: row.meter,
  label: row.label,
  value: row.value,
  unit: row.unit,
  on: row.on,
  reset: row.reset,
  consumption,
  days,
  status: row.deletedAt ? 'deleted' : 'active',
})
const tellMeter = ({ meter, label }: Pick<Reading, 'meter' | 'label'>): Message =>
  say('meter', { meter, label: label === null ? '' : say('label', { label }) })
const tellQuantity = (q: number, unit: string): Message => say('quantity', { q, unit })

/** A value that does not fit is asked about: it is a slip, a counter gone through zero, or a new meter. */
const checkFit = (row: ReadingRow, before: ReadingRow | null, after: ReadingRow | null): void => {
  const doubt = doubtOf(before, row, after)
  if (!doubt) return
  throw new AppError('conflict', doubt.kind === 'lower' ? 'home.meter_lower' : 'home.meter_higher', {
    value: tellQuantity(row.value, row.unit),
    other: tellQuantity(doubt.other.value, row.unit),
    date: { date: doubt.other.on },
  })
}

const composed = (ctx: Ctx, place: Place, input: LogMeter): ReadingRow => {
  const today = localDateOf(ctx.now, ctx.user.timeZone)
  const on = input.on ?? today
  if (on > today) throw invalid('on', 'in_future')
  return {
    ...freshRow(ctx, place.writes),
    meter: input.meter,
    label: input.label ?? null,
    labelKey: input.label === undefined ? '' : keyOf(input.label),
    value: rounded(input.value),
    unit: input.unit ?? METER_UNITS[input.meter],
    on,
    reset: input.reset ?? null,
  }
}

const logMeter = defineTool<LogMeter, LoggedMeter>({
  ...named('home_log_meter'),
  input: logMeterInput,
  output: logMeterOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_log_meter', { meter: say('meter', { meter: input.meter, label: '' }) }),
  say: (output) => {
    const meter = tellMeter(output)
    const value = tellQuantity(output.value, output.unit)
    if (output.outcome === 'already_there') return say('meter_there', { meter, value })
    if (output.consumption === null) return say('meter_logged', { meter, value })
    const used = tellQuantity(output.consumption, output.unit)
    return say('meter_used', { meter, value, used, days: output.days ?? 0 })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const row = composed(ctx, place, input)
    const { before, same, after } = await readingsAround(ctx.tx, row, row.on)
    // Figures in different units cannot be told apart from a mistake: a meter keeps its unit until it is replaced.
    const near = before ?? after
    const unit = input.unit ?? near?.unit ?? row.unit
    if (near && near.unit !== unit && row.reset !== 'replaced') throw invalid('unit', 'meter_unit', { unit: near.unit })
    const fitting = { ...row, unit, reset: row.reset ?? same?.reset ?? null }
    checkFit(fitting, before, after)
    const change = newChange(ctx)
    const saved = same ? null : await readings.insert(ctx.tx, change, fitting)
    if (saved) {
      ctx.emit({ type: 'home.meter_logged', payload: { id: saved.id, meter: saved.meter, on: saved.on } })
      return { ...show(saved, place, consumed(before, saved)), previous: null, changeId: change.id, outcome: 'added' }
    }
    const there = same ?? (await readingsAround(ctx.tx, row, row.on)).same
    if (!there) throw new AppError('conflict', 'home.changed_since')
    const previous = show(there, place, consumed(before, there))
    if (there.value === fitting.value && there.unit === unit && there.reset === fitting.reset)
      return { ...previous, previous, changeId: null, outcome: 'already_there' }
    const next = { ...there, value: fitting.value, unit, reset: fitting.reset }
    const written = await readings.replace(ctx.tx, change, next)
    return { ...show(written, place, consumed(before, written)), previous, changeId: change.id, outcome: 'changed' }
  },
  undo: (ctx, output) => undoChange(ctx, readings, output.changeId),
})

const seriesKey = (row: ReadingRow): string => `${row.meter}/${row.labelKey}/${row.spaceId}`
/** Each reading with what was used since the one before, rows in the order of their meter and day. */
const withConsumption = (rows: readonly ReadingRow[], place: Place): { row: ReadingRow; shown: Reading }[] =>
  rows.map((row, index) => {
    const before = rows[index - 1]
    const own = before && seriesKey(before) === seriesKey(row) ? before : null
    return { row, shown: show(row, place, consumed(own, row)) }
  })

/** What each meter counted over the readings of a period. */
const totalsOf = (found: readonly { row: ReadingRow; shown: Reading }[]): ListedMeters['totals'] => {
  const groups = Map.groupBy(found, ({ row }) => seriesKey(row))
  return [...groups.values()].flatMap((group) => {
    const counted = group.filter(({ shown }) => shown.consumption !== null)
    const [first] = counted
    const last = counted.at(-1)
    if (!first || !last) return []
    const { meter, label, unit } = first.shown
    const consumption = rounded(counted.reduce((sum, { shown }) => sum + (shown.consumption ?? 0), 0))
    return [{ meter, label, unit, consumption, from: group[0]?.shown.on ?? first.shown.on, to: last.shown.on }]
  })
}

const listTool = defineTool<ListMeters, ListedMeters>({
  ...named('home_list_meters'),
  input: listMetersInput,
  output: listMetersOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }) => {
    if (total === 0) return say('no_readings')
    const lines = items.map((item) => {
      const params = { meter: tellMeter(item), value: tellQuantity(item.value, item.unit), date: { date: item.on } }
      if (item.consumption === null) return say('reading', params)
      return say('reading_used', { ...params, used: tellQuantity(item.consumption, item.unit) })
    })
    return say('readings', { n: total, ...told(lines, total) })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const rows = await listReadings(ctx.tx, place.spaces, {
      meter: input.meter ?? null,
      labelKey: input.label === undefined ? null : keyOf(input.label),
      to: input.to ?? null,
    })
    const found = withConsumption(rows, place).filter(({ row }) => input.from === undefined || row.on >= input.from)
    const latest = found.toSorted((one, other) => other.row.on.localeCompare(one.row.on))
    return {
      items: latest.slice(page.offset, page.offset + page.limit).map(({ shown }) => shown),
      nextCursor: nextCursor(page, found.length),
      total: found.length,
      totals: totalsOf(found),
    }
  },
})

export const meterTools: Tool[] = [logMeter, listTool]
