// Stores workouts of files: the row with its load first, then its samples as they come, some hundred at a time.
import { newId } from '../../../core/ids.ts'
import { localDateOf } from '../../../core/time.ts'
import type { Ctx, DomainEvent } from '../../../tools/contract.ts'
import { defineImporter, type ImportCounts, type ImportRun, type ImportWarning } from '../../contract.ts'
import { trimpOf, tssOf } from '../engine/load.ts'
import { type Body, zoneSeconds, zonesOf } from '../engine/zones.ts'
import {
  insertImported,
  insertLaps,
  insertSamples,
  isKnownActivity,
  knownByKey,
  removeImported,
} from '../repository/imports.ts'
import { answered, sessionsBetween } from '../repository/plans.ts'
import type { LapRow, WorkoutRow as StoredWorkout } from '../repository/rows.ts'
import { withLoad } from '../service.ts'
import { loadBody } from '../tools/body.ts'
import type { LapPart, SampleRow, WorkoutFileRow, WorkoutRow } from './rows.ts'

/** What a run has seen so far; lives in its notes. */
interface Seen {
  /** Key in the file → the stored workout that its samples belong to, null when they are not wanted. */
  workouts: Map<string, string | null>
  samples: number
  laps: number
  sports: Map<string, number>
  sameActivity: number
  sorted: number
  withoutHeartRate: number
}
const seenBy = (run: ImportRun): Seen => {
  const held = run.notes.get('seen') as Seen | undefined
  if (held) return held
  const seen: Seen = {
    workouts: new Map(),
    samples: 0,
    laps: 0,
    sports: new Map(),
    sameActivity: 0,
    sorted: 0,
    withoutHeartRate: 0,
  }
  run.notes.set('seen', seen)
  return seen
}

const storedOf = (row: WorkoutFileRow, run: ImportRun, body: Body, ctx: Ctx): StoredWorkout => {
  const startAt = new Date(row.start)
  const zones = zonesOf(body)
  const timed = row.heartRateTimes.length > 0
  return withLoad(
    {
      id: newId(),
      sport: row.sport,
      sportWord: row.sportWord,
      startAt,
      localDate: localDateOf(startAt, run.options.timeZone),
      timeZone: run.options.timeZone,
      durationSeconds: row.durationSeconds,
      movingSeconds: row.movingSeconds,
      distanceMeters: row.distanceMeters,
      elevationGainMeters: row.elevationGainMeters,
      calories: row.calories,
      rpe: null,
      heartRateAvg: row.heartRateAvg,
      heartRateMax: row.heartRateMax,
      powerAvg: row.powerAvg,
      powerNormalised: row.powerNormalised,
      loadTenths: null,
      loadMethod: null,
      trimpTenths: timed ? trimpOf(row.heartRateTimes, body) : null,
      tssTenths: tssOf(row.powerNormalised, row.movingSeconds ?? row.durationSeconds, body),
      zoneSeconds: timed && zones ? zoneSeconds(row.heartRateTimes, zones) : null,
      hasSamples: row.samples > 0,
      notes: null,
      source: row.source,
      sourceKey: row.key,
      importId: run.id,
      planSessionId: null,
      revision: run.id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      deletedAt: null,
    },
    body,
  )
}

const lapsOf = (parts: readonly LapPart[], workoutId: string): LapRow[] => {
  const ordinals = { lap: 0, leg: 0 }
  return parts.map(({ start, ...part }) => {
    ordinals[part.kind] += 1
    return { ...part, id: newId(), workoutId, ordinal: ordinals[part.kind], startAt: new Date(start) }
  })
}

/** The accepted session of that day and sport which nothing has answered yet. */
const plannedFor = async (ctx: Ctx, { localDate, sport }: StoredWorkout): Promise<string | null> => {
  const planned = await sessionsBetween(ctx.tx, ctx.user.id, localDate, localDate)
  if (planned.length === 0) return null
  const ids = planned.map(({ id }) => id)
  const done = await answered(ctx.tx, ctx.user.id, ids)
  return planned.find((session) => session.sport === sport && !done.has(session.id))?.id ?? null
}

/** What others are told, as when a workout is logged. */
const completed = (row: StoredWorkout): DomainEvent => ({
  type: 'workouts.workout_completed',
  payload: {
    id: row.id,
    sport: row.sport,
    date: row.localDate,
    start: row.startAt.toISOString(),
    durationSeconds: row.durationSeconds,
    loadTenths: row.loadTenths,
  },
})

type Saved = 'created' | 'skipped'

/** Stores one workout unless it is there; its samples follow in this batch and the next ones. */
const saveWorkout = async (ctx: Ctx, row: WorkoutFileRow, run: ImportRun, body: Body): Promise<Saved> => {
  const seen = seenBy(run)
  if (seen.workouts.has(row.key)) return 'skipped'
  const known = await knownByKey(ctx.tx, ctx.user.id, row.key)
  if (known) {
    // An import that broke off in the middle goes on where it stopped.
    const unfinished = known.deletedAt === null && known.samples < row.samples
    seen.workouts.set(row.key, unfinished ? known.id : null)
    return 'skipped'
  }
  const drafted = storedOf(row, run, body, ctx)
  const stored = { ...drafted, planSessionId: await plannedFor(ctx, drafted) }
  const same = await isKnownActivity(ctx.tx, ctx.user.id, {
    startAt: stored.startAt,
    durationSeconds: row.durationSeconds,
  })
  if (same) seen.sameActivity += 1
  if (same || !(await insertImported(ctx.tx, ctx.user.id, stored))) {
    seen.workouts.set(row.key, null)
    return 'skipped'
  }
  await insertLaps(ctx.tx, ctx.user.id, lapsOf(row.laps, stored.id), ctx.now)
  seen.workouts.set(row.key, stored.id)
  seen.laps += row.laps.length
  seen.sports.set(row.sport, (seen.sports.get(row.sport) ?? 0) + 1)
  if (row.sorted) seen.sorted += 1
  if (row.heartRateAvg === null) seen.withoutHeartRate += 1
  ctx.emit(completed(stored))
  return 'created'
}

const saveSamples = async (ctx: Ctx, rows: readonly SampleRow[], run: ImportRun): Promise<void> => {
  const seen = seenBy(run)
  const wanted = rows.flatMap(({ type: _, key, at, ...values }) => {
    const workoutId = seen.workouts.get(key)
    return workoutId ? [{ ...values, workoutId, at: new Date(at) }] : []
  })
  if (wanted.length === 0) return
  await insertSamples(ctx.tx, ctx.user.id, wanted, ctx.now)
  seen.samples += wanted.length
}

const saveBatch = async (ctx: Ctx, rows: WorkoutRow[], run: ImportRun): Promise<ImportCounts> => {
  const counts: ImportCounts = { created: 0, updated: 0, skipped: 0 }
  const workouts = rows.filter((row) => row.type === 'workout')
  if (workouts.length > 0) {
    const body = await loadBody(ctx)
    for (const row of workouts) counts[await saveWorkout(ctx, row, run, body)] += 1
  }
  await saveSamples(
    ctx,
    rows.filter((row) => row.type === 'sample'),
    run,
  )
  return counts
}

const warningsOf = (seen: Seen): ImportWarning[] => {
  const found: [string, number][] = [
    ['same_activity', seen.sameActivity],
    ['times_sorted', seen.sorted],
    ['no_heart_rate', seen.withoutHeartRate],
  ]
  return found
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, message: { key: `workouts.import_warning_${code}`, params: { count } } }))
}

/** Files of workouts: GPX, TCX, FIT. */
export const workoutImporter = defineImporter<WorkoutRow>({
  reader: new URL('./reader.ts', import.meta.url),
  about: 'health',
  save: saveBatch,
  finish: async (_ctx, run, counts) => {
    const seen = seenBy(run)
    const totals = {
      workouts: counts.created,
      samples: seen.samples,
      laps: seen.laps,
      ...Object.fromEntries(seen.sports),
    }
    const key = counts.created > 0 ? 'workouts.import_done' : 'workouts.import_nothing_new'
    return { totals, warnings: warningsOf(seen), said: { key, params: { ...counts } } }
  },
  undo: async (ctx, importId) => {
    for (const id of await removeImported(ctx.tx, ctx.user.id, importId))
      ctx.emit({ type: 'workouts.workout_changed', payload: { id, changed: ['undone'] } })
  },
})
