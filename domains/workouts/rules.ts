import { addDays, localDateOf, zoned } from '../../core/time.ts'
import type { Ctx } from '../../tools/contract.ts'
import type { Rule } from '../contract.ts'
import { daysBetween, mondayOf } from './engine/dates.ts'
import { CHRONIC_DAYS } from './engine/ratio.ts'
import { unitsOf } from './engine/units.ts'
import { saidBest, saidReason, saidSport, say } from './engine/words.ts'
import { counted, latestWorkout } from './repository/history.ts'
import { answered, sessionsBetween } from './repository/plans.ts'
import { findWorkout, setsOf } from './repository/workouts.ts'
import { loadOn } from './tools/insight.ts'
import { bestsOf } from './tools/workouts.ts'

/** What workouts may say unasked. */
const DAY_MS = 86_400_000
/** A pause is spoken of once, after two weeks, to somebody who trained before it. */
const PAUSE_DAYS = 14
const LONG_AGO_DAYS = 60
const HABIT = 4
/** Tomorrow's session is announced in the evening. */
const EVENING = 17

const day = (ctx: Ctx): string => localDateOf(ctx.now, ctx.user.timeZone)

/** Once a week and level: load has risen faster than usual. */
const load: Rule = {
  id: 'workouts.load',
  check: async (ctx) => {
    const state = await loadOn(ctx, day(ctx))
    if (state.zone !== 'raised' && state.zone !== 'high') return null
    return {
      topic: 'workouts.load',
      cause: `workouts.load:${state.zone}:${mondayOf(state.date)}`,
      text: say('nudge_load', { ratio: state.ratio ?? 0, advice: saidReason(state.advice) }),
    }
  },
}

const tomorrow: Rule = {
  id: 'workouts.tomorrow',
  check: async (ctx) => {
    if (zoned(ctx.now, ctx.user.timeZone).hour < EVENING) return null
    const date = addDays(day(ctx), 1)
    const [next] = await sessionsBetween(ctx.tx, ctx.user.id, date, date)
    if (!next) return null
    return {
      topic: 'workouts.tomorrow',
      cause: `workouts.tomorrow:${next.id}:${date}`,
      text: say('nudge_tomorrow', { title: next.title, time: { time: next.startAt }, n: next.durationMinutes }),
    }
  },
}

const missed: Rule = {
  id: 'workouts.missed',
  check: async (ctx) => {
    const date = addDays(day(ctx), -1)
    const sessions = await sessionsBetween(ctx.tx, ctx.user.id, date, date)
    const done = await answered(
      ctx.tx,
      ctx.user.id,
      sessions.map(({ id }) => id),
    )
    const left = sessions.find(({ id }) => !done.has(id))
    if (!left) return null
    return {
      topic: 'workouts.missed',
      cause: `workouts.missed:${left.id}`,
      text: say('nudge_missed', { title: left.title }),
    }
  },
}

/** A personal best of the last day, once. */
const best: Rule = {
  id: 'workouts.best',
  check: async (ctx) => {
    const latest = await latestWorkout(ctx.tx, ctx.user.id, ctx.now)
    if (!latest || ctx.now.getTime() - latest.startAt.getTime() > DAY_MS) return null
    const workout = await findWorkout(ctx.tx, ctx.user.id, latest.id, 'read')
    if (!workout) return null
    const [found] = await bestsOf(ctx, workout, await setsOf(ctx.tx, ctx.user.id, [workout.id]))
    if (!found) return null
    return {
      topic: 'workouts.best',
      cause: `workouts.best:${workout.id}`,
      text: say('nudge_best', { sport: saidSport(workout.sport), best: saidBest(found, unitsOf(ctx.user.locale)) }),
    }
  },
}

const pause: Rule = {
  id: 'workouts.pause',
  check: async (ctx) => {
    const latest = await latestWorkout(ctx.tx, ctx.user.id, ctx.now)
    if (!latest) return null
    const days = daysBetween(latest.localDate, day(ctx))
    if (days < PAUSE_DAYS || days > LONG_AGO_DAYS) return null
    const before = await counted(ctx.tx, ctx.user.id, {
      from: addDays(latest.localDate, 1 - CHRONIC_DAYS),
      to: latest.localDate,
      sport: null,
      ids: null,
    })
    if (before.length < HABIT) return null
    return { topic: 'workouts.pause', cause: `workouts.pause:${latest.id}`, text: say('nudge_pause', { days }) }
  },
}

export const rules: Rule[] = [load, tomorrow, missed, best, pause]
