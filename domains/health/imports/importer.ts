// Stores what files of health bring. Every figure has a natural key, so the same file again, or an overlapping one,
// changes nothing; nights are worked out anew from all pieces of their device whenever pieces come or go.
import { newId } from '../../../core/ids.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { defineImporter, type ImportCounts, type ImportRun, type ImportWarning } from '../../contract.ts'
import {
  countUnseen,
  type Import,
  insertMetrics,
  insertPieces,
  type NewMetric,
  removeMetrics,
  removePieces,
} from '../repository/imports.ts'
import { refreshDays, type Touched } from '../repository/metrics.ts'
import type { Source } from '../schema.ts'
import type { Interval } from './nights.ts'
import type { HealthRow, ReadingRow, SleepRow } from './rows.ts'
import { rebuildSpells } from './spells.ts'

/** What a run has seen so far; lives in its notes. */
interface Seen {
  /** Readings in the file by metric. */
  readings: Map<string, number>
  /** Ids of nights and naps in the file. */
  nights: Set<string>
  createdNights: Set<string>
  changedNights: Set<string>
  /** Device → when somebody lay in bed and nothing tells whether they slept. */
  inBedOnly: Map<string, Interval[]>
  ignored: Map<string, number>
}
const seenBy = (run: ImportRun): Seen => {
  const held = run.notes.get('seen') as Seen | undefined
  if (held) return held
  const seen: Seen = {
    readings: new Map(),
    nights: new Set(),
    createdNights: new Set(),
    changedNights: new Set(),
    inBedOnly: new Map(),
    ignored: new Map(),
  }
  run.notes.set('seen', seen)
  return seen
}
const count = (sums: Map<string, number>, name: string, by = 1): void => {
  sums.set(name, (sums.get(name) ?? 0) + by)
}

const SOURCES: Record<string, Source> = {
  apple_health: 'apple_health',
  google_fit: 'google_fit',
  health_connect: 'health_connect',
}
const importOf = (ctx: Ctx, run: ImportRun): Import => ({
  id: run.id,
  userId: ctx.user.id,
  source: SOURCES[run.format] ?? 'csv',
  timeZone: run.options.timeZone,
  now: ctx.now,
})

/** The whole reading is in its key: two that differ in anything are two, whichever file came first. */
const metricOf = (row: ReadingRow): NewMetric => ({
  id: newId(),
  kind: row.kind,
  value: row.value,
  value2: row.diastolic,
  at: new Date(row.start),
  endAt: row.end === null ? null : new Date(row.end),
  localDate: row.date,
  sourceKey: `${row.device}|${row.end ?? ''}|${row.value}${row.diastolic === null ? '' : `/${row.diastolic}`}`,
  device: row.device === '' ? null : row.device,
  details: JSON.stringify(row.diastolic === null ? { given: row.given, unit: row.unit } : {}),
})

const refresh = async (ctx: Ctx, touched: readonly Touched[]): Promise<void> => {
  const AT_ONCE = 500
  for (let at = 0; at < touched.length; at += AT_ONCE)
    await refreshDays(ctx.tx, ctx.user.id, touched.slice(at, at + AT_ONCE), ctx.now)
}

const saveReadings = async (ctx: Ctx, run: ImportRun, rows: readonly ReadingRow[]): Promise<number> => {
  if (rows.length === 0) return 0
  const created = await insertMetrics(ctx.tx, importOf(ctx, run), rows.map(metricOf))
  await refresh(ctx, [...new Map(created.map((day) => [`${day.kind} ${day.date}`, day])).values()])
  return created.length
}

const saveSleep = async (ctx: Ctx, run: ImportRun, rows: readonly SleepRow[]): Promise<ImportCounts> => {
  const seen = seenBy(run)
  const counts: ImportCounts = { created: 0, updated: 0, skipped: 0 }
  if (rows.length === 0) return counts
  const given = importOf(ctx, run)
  const pieces = rows.map(({ device, stage, start, end }) => ({
    device,
    stage,
    start: new Date(start),
    end: new Date(end),
  }))
  await insertPieces(ctx.tx, given, pieces)
  for (const [device, own] of Map.groupBy(rows, (row) => row.device)) {
    const from = new Date(Math.min(...own.map(({ start }) => start)))
    const to = new Date(Math.max(...own.map(({ end }) => end)))
    const { created, changed, same, inBedOnly, looked } = await rebuildSpells(ctx.tx, given, { device, from, to })
    const before = seen.inBedOnly.get(device) ?? []
    const elsewhere = before.filter(({ start }) => start < looked.from.getTime() || start > looked.to.getTime())
    seen.inBedOnly.set(device, [...elsewhere, ...inBedOnly])
    for (const id of [...created, ...changed, ...same]) {
      // A night that lies in two batches is one night.
      const first = !seen.nights.has(id)
      seen.nights.add(id)
      if (created.includes(id)) counts.created += 1
      else if (first && changed.includes(id)) counts.updated += 1
      else if (first) counts.skipped += 1
    }
  }
  return counts
}

const saveBatch = async (ctx: Ctx, rows: HealthRow[], run: ImportRun): Promise<ImportCounts> => {
  const seen = seenBy(run)
  const readings = rows.filter((row) => row.type === 'reading')
  const ignored = rows.filter((row) => row.type === 'ignored')
  for (const row of readings) count(seen.readings, row.kind)
  for (const row of ignored) count(seen.ignored, row.what, row.count)
  const created = await saveReadings(ctx, run, readings)
  const sleep = await saveSleep(
    ctx,
    run,
    rows.filter((row) => row.type === 'sleep'),
  )
  const passed = ignored.reduce((sum, row) => sum + row.count, 0)
  return {
    created: created + sleep.created,
    updated: sleep.updated,
    skipped: readings.length - created + sleep.skipped + passed,
  }
}

const SHOWN = 5

const warningsOf = async (ctx: Ctx, seen: Seen): Promise<ImportWarning[]> => {
  const warnings: ImportWarning[] = []
  const warn = (code: string, params: Record<string, string | number>): void => {
    warnings.push({ code, message: { key: `health.import_warning_${code}`, params } })
  }
  const workouts = seen.ignored.get('Workout') ?? 0
  if (workouts > 0) warn('workouts_by_file', { count: workouts })
  // Where another device saw the sleep of that time, nothing is missing.
  const inBedOnly = await countUnseen(ctx.tx, ctx.user.id, [...seen.inBedOnly.values()].flat())
  if (inBedOnly > 0) warn('in_bed_only', { count: inBedOnly })
  const others = [...seen.ignored].filter(([what]) => what !== 'Workout').sort((a, b) => b[1] - a[1])
  const names = others.slice(0, SHOWN).map(([what]) => what)
  if (names.length > 0) warn('not_kept', { names: names.join(', '), more: others.length - names.length })
  return warnings
}

const takeBack = async (ctx: Ctx, importId: string): Promise<void> => {
  await refresh(ctx, await removeMetrics(ctx.tx, ctx.user.id, importId))
  for (const { source, device, from, to } of await removePieces(ctx.tx, ctx.user.id, importId)) {
    const given: Import = { id: importId, userId: ctx.user.id, source, timeZone: ctx.user.timeZone, now: ctx.now }
    await rebuildSpells(ctx.tx, given, { device, from, to })
  }
}

/** Files of health: Apple Health, Google Fit, Health Connect, tables of measurements. */
export const healthImporter = defineImporter<HealthRow>({
  reader: new URL('./reader.ts', import.meta.url),
  about: 'health',
  save: saveBatch,
  finish: async (ctx, run, counts) => {
    const seen = seenBy(run)
    const totals = {
      ...Object.fromEntries(seen.readings),
      ...(seen.nights.size > 0 ? { sleep: seen.nights.size } : {}),
    }
    const warnings = await warningsOf(ctx, seen)
    const key = counts.created + counts.updated > 0 ? 'health.import_done' : 'health.import_nothing_new'
    return { totals, warnings, said: { key, params: { ...counts } } }
  },
  undo: takeBack,
})
