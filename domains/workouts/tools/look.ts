import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { unitsOf } from '../engine/units.ts'
import { saidWorkout, say, shownOf } from '../engine/words.ts'
import { zonesOf } from '../engine/zones.ts'
import { SOURCES } from '../knowledge/formulas.ts'
import {
  countWorkouts,
  type ListFilter,
  lapsOf,
  listWorkouts as listRows,
  setsOf,
  workoutsWith,
} from '../repository/workouts.ts'
import {
  type IdInput,
  idInput,
  type ListWorkoutsInput,
  type ListWorkoutsOutput,
  listWorkoutsInput,
  listWorkoutsOutput,
  type WorkoutDetailOutput,
  workoutDetailOutput,
} from '../schema.ts'
import { exerciseFilter, matching, nextCursor, offsetOf, pageOf, show, sportFilter } from '../service.ts'
import { loadBody } from './body.ts'
import { load } from './workouts.ts'

/** Looking at workouts: a list, and one whole. */
const PAGE = 50

/** A page by the database; with words to look for, all that fit otherwise are read and compared by stems. */
const pageFor = async (ctx: Ctx, input: ListWorkoutsInput) => {
  const exercise = exerciseFilter(input.exercise)
  const { tx, user } = ctx
  const filter: ListFilter = {
    status: input.status ?? 'done',
    from: input.from ?? null,
    to: input.to ?? null,
    sport: sportFilter(input.sport),
    ids: exercise && (await workoutsWith(tx, user.id, exercise.key)),
  }
  const limit = input.limit ?? PAGE
  if (input.query !== undefined)
    return pageOf(matching(await listRows(tx, user.id, filter, null), input.query), limit, input.cursor)
  const offset = offsetOf(input.cursor)
  const total = await countWorkouts(tx, user.id, filter)
  const items = await listRows(tx, user.id, filter, { limit, offset })
  return { items, nextCursor: nextCursor(offset, limit, total), total }
}

export const listWorkouts = defineTool<ListWorkoutsInput, ListWorkoutsOutput>({
  name: 'workouts_list_workouts',
  title: 'List workouts',
  description:
    'Workouts that were done, newest first: by local days, sport, exercise or words. For sums and bests use workouts_get_stats.',
  input: listWorkoutsInput,
  output: listWorkoutsOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total, units }) => {
    if (total === 0) return say('none')
    const { shown, more } = shownOf(items, total)
    const lines = shown.map((one) =>
      say('list_item', { date: { date: one.date, capital: true }, workout: saidWorkout(one, units) }),
    )
    return say('list', { n: total, list: { list: lines }, more })
  },
  run: async (ctx, input) => {
    const page = await pageFor(ctx, input)
    const sets = Map.groupBy(
      await setsOf(
        ctx.tx,
        ctx.user.id,
        page.items.map(({ id }) => id),
      ),
      ({ workoutId }) => workoutId,
    )
    return {
      ...page,
      items: page.items.map((one) => show(one, sets.get(one.id) ?? [])),
      units: unitsOf(ctx.user.locale),
    }
  },
})

export const getWorkout = defineTool<IdInput, WorkoutDetailOutput>({
  name: 'workouts_get_workout',
  title: 'Look at a workout',
  description: 'One workout with its sets, laps or legs, and the seconds in each heart-rate zone with the limits used.',
  input: idInput,
  output: workoutDetailOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (workout) =>
    say('detail', {
      workout: saidWorkout(workout, workout.units),
      date: { date: workout.date, capital: true },
      laps: workout.laps.length === 0 ? '' : say('with_laps', { n: workout.laps.length }),
    }),
  run: async (ctx, input) => {
    const workout = await load(ctx, input.id, 'read')
    const zones = zonesOf(await loadBody(ctx))
    const laps = await lapsOf(ctx.tx, ctx.user.id, workout.id)
    return {
      ...show(workout, await setsOf(ctx.tx, ctx.user.id, [workout.id])),
      laps: laps.map(({ startAt, ...lap }) => ({ ...lap, start: startAt.toISOString() })),
      zones: zones && {
        ...zones,
        source:
          zones.method === 'reserve' ? SOURCES.reserve : zones.method === 'age' ? SOURCES.maximum : SOURCES.intensity,
      },
      units: unitsOf(ctx.user.locale),
    }
  },
})
