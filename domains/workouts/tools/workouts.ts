import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { localDateOf } from '../../../core/time.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { type Attempt, exerciseBests, type Lift, newBests, sportBests } from '../engine/bests.ts'
import { unitsOf } from '../engine/units.ts'
import { joined, saidBest, saidWorkout, say } from '../engine/words.ts'
import { attempts, heaviest, nearby } from '../repository/history.ts'
import { answered, sessionsBetween } from '../repository/plans.ts'
import type { SetRow, WorkoutRow } from '../repository/rows.ts'
import { findBySource, findWorkout, restore, saveWorkout, setsOf } from '../repository/workouts.ts'
import {
  type BestShape,
  type IdInput,
  idInput,
  type LogWorkoutInput,
  logWorkoutInput,
  type UpdateWorkoutInput,
  updateWorkoutInput,
  type WorkoutOutput,
  workoutOutput,
} from '../schema.ts'
import { changedFields, changedWorkout, expandSets, invalid, newWorkout, show } from '../service.ts'
import { loadBody } from './body.ts'

/** Logging and correcting workouts: load facts, ask the service, save, tell others. */
/** Two of one sport closer than this may be the same workout told twice; both are kept and the second says so. */
const SIMILAR_MINUTES = 10

export const load = async (ctx: Ctx, id: string, lock: 'read' | 'write'): Promise<WorkoutRow> => {
  const workout = await findWorkout(ctx.tx, ctx.user.id, id, lock)
  if (!workout) throw new AppError('not_found', 'workouts.workout_not_found')
  return workout
}

const liftsOf = (workout: WorkoutRow, sets: readonly SetRow[]): Lift[] =>
  sets.map((set) => ({ ...set, localDate: workout.localDate }))

/** Personal bests that a workout is, against everything else the person has done. */
export const bestsOf = async (ctx: Ctx, workout: WorkoutRow, sets: readonly SetRow[]): Promise<BestShape[]> => {
  const mine: Attempt[] = [workout]
  const before = await attempts(ctx.tx, ctx.user.id, workout.sport, workout.id)
  const found = workout.sport === 'other' ? [] : newBests(sportBests(mine), sportBests(before))
  const keys = [...new Set(sets.flatMap(({ exerciseKey }) => (exerciseKey === null ? [] : [exerciseKey])))]
  const held = keys.length === 0 ? [] : await heaviest(ctx.tx, ctx.user.id, keys, workout.id)
  for (const key of keys) {
    const ofKey = (lift: Lift): boolean => lift.exerciseKey === key
    found.push(...newBests(exerciseBests(liftsOf(workout, sets).filter(ofKey)), exerciseBests(held.filter(ofKey))))
  }
  return found
}

/** Another of its sport at about that time. Told exercise by exercise, one training is several and none is the same. */
const similarTo = async (ctx: Ctx, workout: WorkoutRow, sets: readonly SetRow[]): Promise<string | null> => {
  const ids = await nearby(ctx.tx, ctx.user.id, workout, SIMILAR_MINUTES)
  if (ids.length === 0 || sets.length === 0) return ids[0] ?? null
  const nameOf = ({ exerciseKey, exercise }: SetRow): string => exerciseKey ?? exercise.toLowerCase()
  const mine = new Set(sets.map(nameOf))
  const others = Map.groupBy(await setsOf(ctx.tx, ctx.user.id, ids), ({ workoutId }) => workoutId)
  return ids.find((id) => others.get(id)?.some((set) => mine.has(nameOf(set))) ?? true) ?? null
}

const output = async (
  ctx: Ctx,
  workout: WorkoutRow,
  sets: readonly SetRow[],
  changed: string[],
  changeId: string | null,
): Promise<WorkoutOutput> => ({
  ...show(changeId === null ? workout : { ...workout, revision: changeId }, sets),
  changed,
  bests: workout.deletedAt === null ? await bestsOf(ctx, workout, sets) : [],
  similarId: workout.deletedAt === null ? await similarTo(ctx, workout, sets) : null,
  units: unitsOf(ctx.user.locale),
  changeId,
})

/** The accepted session of that day that a workout answers: of the same sport first, else of the same kind of work. */
const plannedFor = async (ctx: Ctx, workout: WorkoutRow): Promise<string | null> => {
  const planned = await sessionsBetween(ctx.tx, ctx.user.id, workout.localDate, workout.localDate)
  if (planned.length === 0) return null
  const done = await answered(
    ctx.tx,
    ctx.user.id,
    planned.map(({ id }) => id),
  )
  return planned.find(({ id, sport }) => sport === workout.sport && !done.has(id))?.id ?? null
}

const write = async (ctx: Ctx, workout: WorkoutRow, sets: readonly SetRow[] | null): Promise<string> => {
  const changeId = newId()
  await saveWorkout(ctx.tx, { id: changeId, userId: ctx.user.id, now: ctx.now }, workout, sets)
  return changeId
}

const undo = async (ctx: Ctx, { id, changeId }: WorkoutOutput): Promise<void> => {
  if (changeId === null) return
  if (!(await restore(ctx.tx, ctx.user.id, changeId, ctx.now))) throw new AppError('conflict', 'workouts.changed_since')
  ctx.emit({ type: 'workouts.workout_changed', payload: { id, changed: ['undone'] } })
}

const saidLogged = (workout: WorkoutOutput) =>
  say('logged', {
    workout: saidWorkout(workout, workout.units),
    date: { date: workout.date },
    load:
      workout.load === null
        ? ''
        : say(workout.loadMethod === 'session_rpe' ? 'with_load' : 'with_load_estimated', {
            load: Math.round(workout.load),
          }),
    bests:
      workout.bests.length === 0
        ? ''
        : say('with_bests', {
            bests: joined(
              workout.bests.slice(0, 3).map((best) => saidBest(best, workout.units)),
              'join_semicolon',
            ),
          }),
    similar: workout.similarId === null ? '' : say('with_similar'),
  })

export const logWorkout = defineTool<LogWorkoutInput, WorkoutOutput>({
  name: 'workouts_log_workout',
  title: 'Log a workout',
  description:
    'Records a workout that was done: sport with duration, distance, heart rate, or sets with repetitions and weight. "5 км за 27 минут" is running with distanceMeters 5000 and durationMinutes 27; "жим 3×8 по 60" is one entry of sets with sets 3, reps 8, weightKg 60.',
  input: logWorkoutInput,
  output: workoutOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_log', { sport: input.sport ?? input.sets?.[0]?.exercise ?? '' }),
  say: saidLogged,
  run: async (ctx, input) => {
    if (input.sourceKey !== undefined && (await findBySource(ctx.tx, ctx.user.id, input.sourceKey)))
      throw new AppError(
        'conflict',
        'workouts.logged_already',
        {},
        { errors: [{ path: 'sourceKey', message: 'is there already' }] },
      )
    const draft = { id: newId(), revision: newId(), body: await loadBody(ctx), now: ctx.now }
    const workout = newWorkout(input, ctx.user, draft)
    const sets = expandSets(input.sets ?? [], workout.id, newId)
    const row = { ...workout, planSessionId: await plannedFor(ctx, workout) }
    const changeId = await write(ctx, row, sets)
    const logged = await output(ctx, row, sets, [], changeId)
    ctx.emit({ type: 'workouts.workout_completed', payload: completed(row) })
    return logged
  },
  undo: (ctx, logged) => undo(ctx, logged),
})

/** What others are told of a workout. */
const completed = (workout: WorkoutRow): Record<string, unknown> => ({
  id: workout.id,
  sport: workout.sport,
  date: workout.localDate,
  start: workout.startAt.toISOString(),
  durationSeconds: workout.durationSeconds,
  loadTenths: workout.loadTenths,
})

export const updateWorkout = defineTool<UpdateWorkoutInput, WorkoutOutput>({
  name: 'workouts_update_workout',
  title: 'Correct a workout',
  description:
    'Corrects what was logged of a workout: distance, duration, heart rate, effort, sets (replacing all of them), sport or start. Null empties a field.',
  input: updateWorkoutInput,
  output: workoutOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => say('ask_update', await named(ctx, input.id)),
  say: (workout) =>
    say(workout.changed.length === 0 ? 'unchanged' : 'changed', {
      workout: saidWorkout(workout, workout.units),
      date: { date: workout.date },
    }),
  run: async (ctx, input) => {
    const workout = await load(ctx, input.id, 'write')
    if (workout.deletedAt !== null) throw new AppError('conflict', 'workouts.workout_deleted')
    if (Object.values(input).filter((value) => value !== undefined).length < 2) throw invalid('id', 'nothing_to_change')
    const next = changedWorkout(workout, input, await loadBody(ctx), ctx.now)
    const before = await setsOf(ctx.tx, ctx.user.id, [workout.id])
    const sets = input.sets === undefined ? before : expandSets(input.sets, workout.id, newId)
    const changed = [...changedFields(workout, next), ...(sameSets(before, sets) ? [] : ['sets'])]
    if (changed.length === 0) return output(ctx, workout, before, [], null)
    const row = { ...next, updatedAt: ctx.now }
    const changeId = await write(ctx, row, changed.includes('sets') ? sets : null)
    ctx.emit({ type: 'workouts.workout_changed', payload: { id: workout.id, changed } })
    return output(ctx, row, sets, changed, changeId)
  },
  undo: (ctx, changed) => undo(ctx, changed),
})

const sameSets = (before: readonly SetRow[], after: readonly SetRow[]): boolean => {
  const plain = (sets: readonly SetRow[]): string =>
    JSON.stringify(
      sets.map(({ exercise, reps, seconds, weightGrams, rpe }) => [exercise, reps, seconds, weightGrams, rpe]),
    )
  return plain(before) === plain(after)
}
const named = async (ctx: Ctx, id: string) => {
  const workout = await load(ctx, id, 'read')
  const sets = await setsOf(ctx.tx, ctx.user.id, [id])
  return { workout: saidWorkout(show(workout, sets), unitsOf(ctx.user.locale)), date: { date: workout.localDate } }
}

export const deleteWorkout = defineTool<IdInput, WorkoutOutput>({
  name: 'workouts_delete_workout',
  title: 'Delete a workout',
  description: 'Removes a workout that was logged by mistake. Asks the person first.',
  input: idInput,
  output: workoutOutput,
  about: 'health',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, input) => say('ask_delete', await named(ctx, input.id)),
  say: (workout) =>
    say(workout.changeId === null ? 'already_deleted' : 'deleted', {
      workout: saidWorkout(workout, workout.units),
      date: { date: workout.date },
    }),
  run: async (ctx, input) => {
    const workout = await load(ctx, input.id, 'write')
    const sets = await setsOf(ctx.tx, ctx.user.id, [workout.id])
    if (workout.deletedAt !== null) return output(ctx, workout, sets, [], null)
    const row = { ...workout, deletedAt: ctx.now, updatedAt: ctx.now }
    const changeId = await write(ctx, row, null)
    ctx.emit({ type: 'workouts.workout_deleted', payload: { id: workout.id } })
    return output(ctx, row, sets, ['status'], changeId)
  },
  undo: (ctx, deleted) => undo(ctx, deleted),
})

/** The person's day of an instant. */
export const today = (ctx: Ctx): string => localDateOf(ctx.now, ctx.user.timeZone)
