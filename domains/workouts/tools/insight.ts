import { addDays } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { exerciseBests, type Lift, sportBests } from '../engine/bests.ts'
import { mondayOf } from '../engine/dates.ts'
import { bestOfDays, forecastOn, POINTS_NEEDED, type Point, SPAN_NEEDED, trendOf } from '../engine/forecast.ts'
import { oneRepMaxOf, paceKind, speedOf } from '../engine/pace.ts'
import { CHRONIC_DAYS, type LoadState, loadState } from '../engine/ratio.ts'
import { gapsOf, planTotals, totalsOf, weeksOf } from '../engine/stats.ts'
import { kilogramsOf, rounded, unitsOf } from '../engine/units.ts'
import {
  joined,
  saidBest,
  saidDistance,
  saidMinutes,
  saidReason,
  saidSpeed,
  saidSport,
  saidWeight,
  say,
  unitsFor,
} from '../engine/words.ts'
import { RATIO_CAVEAT, SOURCES } from '../knowledge/formulas.ts'
import { attempts, counted, firstDay, heaviest, latestWorkout, loadDays } from '../repository/history.ts'
import { sessionsBetween } from '../repository/plans.ts'
import { datedSets, workoutsBetween, workoutsWith } from '../repository/workouts.ts'
import { adviceOf } from '../repository.ts'
import {
  type ForecastOutput,
  forecastOutput,
  type LoadOutput,
  loadOutput,
  type StatsOutput,
  statsOutput,
} from '../schema/insight.ts'
import {
  type ForecastInput,
  forecastInput,
  type GetLoadInput,
  type GetStatsInput,
  getLoadInput,
  getStatsInput,
} from '../schema.ts'
import { exerciseFilter, invalid, sportFilter } from '../service.ts'
import { today } from './workouts.ts'

/** What workouts add up to: statistics, load, forecast. Reads only. */
const MAX_DAYS = 732
/** How far back a trend or a forecast looks. */
const TREND_DAYS = 180
const FORECAST_DAYS = 28
const LOAD_FORMULA = `RPE × minutes: ${SOURCES.sessionRpe}`

/** The state of load on a day, from the stored loads. */
export const loadOn = async (ctx: Ctx, date: string): Promise<LoadState> => {
  const days = await loadDays(ctx.tx, ctx.user.id, addDays(date, 1 - CHRONIC_DAYS), date)
  return loadState(days, await firstDay(ctx.tx, ctx.user.id), date)
}

const instantOf = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Points of an exercise's estimated maximum (kg), or of a sport's speed (km/h), one a day. */
const pointsOf = async (
  ctx: Ctx,
  subject: { exerciseKey: string } | { sport: string },
  to: string,
): Promise<Point[]> => {
  const from = instantOf(addDays(to, -TREND_DAYS))
  const until = instantOf(addDays(to, 2))
  if ('exerciseKey' in subject) {
    const sets = await datedSets(ctx.tx, ctx.user.id, from, until, subject.exerciseKey)
    return bestOfDays(
      sets.flatMap((set) => {
        const maximum = oneRepMaxOf(set.weightGrams, set.reps)
        return maximum === null || set.localDate > to ? [] : [{ date: set.localDate, value: kilogramsOf(maximum) }]
      }),
    )
  }
  const rows = await workoutsBetween(ctx.tx, ctx.user.id, from, until, [subject.sport])
  return bestOfDays(
    rows.flatMap((row) => {
      const speed = paceKind(row.sport) === 'none' || (row.distanceMeters ?? 0) < 400 ? null : speedOf(row)
      return speed === null || row.localDate > to ? [] : [{ date: row.localDate, value: speed * 3.6 }]
    }),
  )
}

const periodOf = (ctx: Ctx, input: GetStatsInput): { from: string; to: string } => {
  const to = input.to ?? today(ctx)
  const from = input.from ?? addDays(mondayOf(to), -21)
  if (from > to) throw invalid('from', 'period_backwards')
  if (addDays(from, MAX_DAYS) < to) throw invalid('from', 'period_too_long', { days: MAX_DAYS })
  return { from, to }
}

const trendFor = async (ctx: Ctx, exerciseKey: string | null, sport: string | null, to: string) => {
  const subject = exerciseKey === null ? (sport === null ? null : { sport }) : { exerciseKey }
  if (!subject) return null
  const points = await pointsOf(ctx, subject, to)
  const trend = points.length < POINTS_NEEDED ? null : trendOf(points)
  if (!trend) return null
  const direction = trend.low > 0 ? 'up' : trend.high < 0 ? 'down' : 'flat'
  const metric = exerciseKey === null ? 'speed_kmh' : 'one_rep_max_kg'
  return { metric, perWeek: rounded(trend.perDay * 7, 2), direction, points: points.length } as const
}

const allBests = async (ctx: Ctx, exercise: string | null, sports: readonly string[]) => {
  if (exercise !== null) {
    const lifts: Lift[] = await heaviest(ctx.tx, ctx.user.id, [exercise], null)
    return exerciseBests(lifts).map((best) => ({ ...best, previous: null }))
  }
  const found = []
  for (const sport of sports.slice(0, 3))
    for (const best of sportBests(await attempts(ctx.tx, ctx.user.id, sport, null)))
      found.push({ ...best, previous: null })
  return found
}

export const getStats = defineTool<GetStatsInput, StatsOutput>({
  name: 'workouts_get_stats',
  title: 'Workout statistics',
  description:
    'Sums of a period (workouts, minutes, distance, load), plan against fact by week, personal bests, the last one and the trend; for a sport or an exercise when named.',
  input: getStatsInput,
  output: statsOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (stats) => saidStats(stats),
  run: async (ctx, input) => {
    const period = periodOf(ctx, input)
    const sport = sportFilter(input.sport)
    const exercise = exerciseFilter(input.exercise)
    const userId = ctx.user.id
    const ids = exercise && (await workoutsWith(ctx.tx, userId, exercise.key))
    const rows = await counted(ctx.tx, userId, { ...period, sport, ids })
    const sessions = await sessionsBetween(ctx.tx, userId, period.from, period.to)
    const planned = sport === null ? sessions : sessions.filter((one) => one.sport === sport)
    const done = new Set(rows.flatMap(({ planSessionId }) => (planSessionId === null ? [] : [planSessionId])))
    const bySport = [...Map.groupBy(rows, (row) => row.sport)].sort(
      (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
    )
    const [last] = rows
    const now = today(ctx)
    return {
      ...period,
      sport,
      exercise: exercise?.said ?? null,
      exerciseKey: exercise?.key ?? null,
      fact: { ...totalsOf(rows), ...gapsOf(rows) },
      plan: planTotals(planned, done, now),
      weeks: weeksOf(rows, planned, done, { ...period, today: now }),
      bySport: bySport.map(([key, group]) => ({ sport: key, ...totalsOf(group) })),
      bests: await allBests(ctx, exercise?.key ?? null, sport === null ? bySport.map(([key]) => key) : [sport]),
      last: last ? { id: last.id, sport: last.sport, date: last.localDate } : null,
      trend: await trendFor(ctx, exercise?.key ?? null, sport, period.to),
      loadFormula: LOAD_FORMULA,
      workoutIds: rows.map(({ id }) => id),
      units: unitsOf(ctx.user.locale),
    }
  },
})

const saidStats = (stats: StatsOutput) => {
  const { fact, plan, units } = stats
  const span = { from: { date: stats.from }, to: { date: stats.to } }
  if (fact.workouts === 0 && plan.sessions === 0) return say('stats_none', span)
  const parts = [
    ...(fact.minutes > 0 ? [saidMinutes(fact.minutes)] : []),
    ...(fact.distanceMeters > 0 ? [saidDistance(fact.distanceMeters, unitsFor(stats.sport, units))] : []),
    ...(fact.load > 0 ? [say('load_sum', { load: Math.round(fact.load) })] : []),
  ]
  const bests = stats.sport === null && stats.exercise === null ? [] : stats.bests.slice(0, 4)
  return say('stats', {
    ...span,
    n: fact.workouts,
    sport: stats.sport === null ? '' : say('stats_sport', { sport: saidSport(stats.sport) }),
    what: stats.exercise === null ? '' : say('stats_what', { what: stats.exercise }),
    parts: parts.length === 0 ? '' : say('stats_parts', { parts: joined(parts) }),
    // Without any duration there is no sum that one could be missing in.
    gaps: fact.withoutDuration === 0 || fact.minutes === 0 ? '' : say('stats_gaps', { n: fact.withoutDuration }),
    plan:
      plan.sessions === 0
        ? ''
        : say('stats_plan', { sessions: plan.sessions, done: plan.done, missed: plan.missed, ahead: plan.ahead }),
    bests:
      bests.length === 0
        ? ''
        : say('stats_bests', {
            bests: joined(
              bests.map((best) => saidBest(best, units)),
              'join_semicolon',
            ),
          }),
    trend: stats.trend === null ? '' : say(`trend_${stats.trend.direction}`),
  })
}

export const getLoad = defineTool<GetLoadInput, LoadOutput>({
  name: 'workouts_get_load',
  title: 'Training load',
  description:
    'How heavy the last 7 days were against the last 28 (acute to chronic load), with advice and caveats; says how many days are missing when there is too little data.',
  input: getLoadInput,
  output: loadOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (load) =>
    say(load.ratio === null ? 'load_unknown' : 'load', {
      acute: Math.round(load.acute),
      chronic: Math.round(load.chronic ?? 0),
      ratio: load.ratio ?? 0,
      advice: saidReason(load.advice),
    }),
  run: async (ctx, input) => {
    const date = input.on ?? today(ctx)
    const state = await loadOn(ctx, date)
    const stored = await adviceOf(ctx.tx, ctx.user.id, mondayOf(date))
    return {
      date,
      acute: state.acuteTenths / 10,
      chronic: state.chronicTenths === null ? null : state.chronicTenths / 10,
      ratio: state.ratio,
      zone: state.zone,
      advice: state.advice,
      daysOfData: state.daysOfData,
      daysNeeded: CHRONIC_DAYS,
      daysMissing: state.daysMissing,
      estimated: state.estimated,
      withoutLoad: state.withoutLoad,
      formula: `${LOAD_FORMULA}; acute = sum of 7 days, chronic = sum of 28 days / 4`,
      caveat: RATIO_CAVEAT[langOf(ctx.user.locale)],
      sources: [SOURCES.sessionRpe, SOURCES.ratio, SOURCES.ratioCriticism],
      days: state.days.map((day) => ({ date: day.date, load: day.tenths / 10 })),
      refreshedBy: stored?.workoutId ? { workoutId: stored.workoutId, at: stored.updatedAt.toISOString() } : null,
    }
  },
})

export const forecastProgress = defineTool<ForecastInput, ForecastOutput>({
  name: 'workouts_forecast_progress',
  title: 'Forecast progress',
  description:
    'Where the speed in a sport or the one-repetition maximum of an exercise is heading, with a 90 % band; says what is missing when there is too little data.',
  input: forecastInput,
  output: forecastOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: (forecast) => saidForecast(forecast),
  run: async (ctx, input) => {
    const exercise = exerciseFilter(input.exercise)
    const sport = exercise
      ? null
      : (sportFilter(input.sport) ?? (await latestWorkout(ctx.tx, ctx.user.id, ctx.now))?.sport)
    if (!exercise && !sport) throw invalid('sport', 'ask_forecast')
    const day = today(ctx)
    const on = input.on ?? addDays(day, FORECAST_DAYS)
    if (on < day) throw invalid('on', 'forecast_past')
    const points = await pointsOf(ctx, exercise ? { exerciseKey: exercise.key } : { sport: sport ?? '' }, day)
    const found = forecastOn(points, on)
    const shown = (value: number | null): number | null => (value === null ? null : rounded(value, 2))
    const last = points.at(-1)
    return {
      ...found,
      metric: exercise ? 'one_rep_max_kg' : 'speed_kmh',
      subject: exercise?.key ?? sport ?? '',
      on,
      value: shown(found.value),
      low: shown(found.low),
      high: shown(found.high),
      perWeek: shown(found.perWeek),
      latest: last ? { date: last.date, value: rounded(last.value, 2) } : null,
      pointsNeeded: POINTS_NEEDED,
      spanNeeded: SPAN_NEEDED,
      method: `Theil–Sen line with a 90 % band; ${SOURCES.slope}`,
      units: unitsOf(ctx.user.locale),
    }
  },
})

const saidForecast = (forecast: ForecastOutput) => {
  const value = (amount: number | null) =>
    forecast.metric === 'speed_kmh' ? saidSpeed(amount ?? 0, forecast.units) : saidWeight(amount ?? 0, forecast.units)
  if (forecast.status === 'too_little_data')
    return say('forecast_too_little', {
      points: forecast.points,
      needed: forecast.pointsNeeded,
      days: forecast.spanDays,
      span: forecast.spanNeeded,
    })
  if (forecast.status === 'too_far') return say('forecast_too_far', { until: { date: forecast.until ?? forecast.on } })
  return say(`forecast_${forecast.metric}`, {
    on: { date: forecast.on },
    value: value(forecast.value),
    low: value(forecast.low),
    high: value(forecast.high),
    n: forecast.points,
  })
}
