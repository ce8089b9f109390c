// What the rows say: the trend of one metric, and one day.
import { addDays, dayBounds, toRfc3339 } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { ageOf } from '../engine/freshness.ts'
import { tellDay, tellTrend } from '../engine/sentences.ts'
import { showCheckin, showMetric, showSymptom } from '../engine/show.ts'
import { countNight, countNights } from '../engine/sleep.ts'
import { daysBetween, type Point, summarise } from '../engine/trend.ts'
import { differenceIn, shownIn, unitFor } from '../engine/units.ts'
import { checkinsBetween, feelingByDay, symptomsBetween } from '../repository/checkins.ts'
import { daysOfMetric, latestMetrics, metricsOfDay } from '../repository/metrics.ts'
import { spellsBetween } from '../repository/sleep.ts'
import {
  type Day,
  dayOutput,
  type GetDay,
  type GetTrend,
  getDayInput,
  getTrendInput,
  METRIC_KINDS,
  type MetricKind,
  type Trend,
  type TrendMetric,
  trendOutput,
} from '../schema.ts'
import { invalid } from '../service.ts'
import { habitsOn } from './habits.ts'
import { say, todayOf } from './writing.ts'

const LONGEST_DAYS = 3_660
const USUAL_DAYS = 30

type Read = { points: Point[]; sources: string[] }
const isMetric = (metric: TrendMetric): metric is MetricKind => METRIC_KINDS.some((kind) => kind === metric)

/** Daily figures of a metric in canonical units; sleep in minutes of the night. */
const readPoints = async (ctx: Ctx, metric: TrendMetric, from: string, to: string): Promise<Read> => {
  if (metric === 'sleep') {
    const nights = countNights(await spellsBetween(ctx.tx, ctx.user.id, from, to))
    const points = nights.flatMap(({ date, minutes }) =>
      minutes === null ? [] : [{ date, value: minutes, value2: null }],
    )
    return { points, sources: nights.flatMap(({ sources }) => sources) }
  }
  const rows = isMetric(metric)
    ? await daysOfMetric(ctx.tx, ctx.user.id, metric, from, to)
    : (await feelingByDay(ctx.tx, ctx.user.id, metric, from, to)).map((row) => ({ ...row, value2: null }))
  return {
    points: rows.map(({ date, value, value2 }) => ({ date, value, value2 })),
    sources: rows.flatMap(({ sources }) => sources),
  }
}

const periodOf = ({ from, to }: GetTrend, today: string): { from: string; to: string } => {
  const last = to ?? (from !== undefined && from > today ? from : today)
  const first = from ?? addDays(last, 1 - USUAL_DAYS)
  if (first > last) throw invalid('to', 'period_backwards')
  if (daysBetween(first, last) > LONGEST_DAYS) throw invalid('from', 'period_too_long')
  return { from: first, to: last }
}

const unitOf = (metric: TrendMetric, locale: string): string => {
  if (isMetric(metric)) return unitFor(metric, locale).name
  return metric === 'sleep' ? 'min' : 'points'
}

/** The last samples up to the end of a local day, each with its age then. */
const latestOn = async (ctx: Ctx, kinds: readonly MetricKind[], date: string) => {
  const { end } = dayBounds(date, ctx.user.timeZone)
  const then = new Date(Math.min(end.getTime(), ctx.now.getTime()))
  const rows = await latestMetrics(ctx.tx, ctx.user.id, kinds, date)
  return rows.map((row) => ({ ...showMetric(row, ctx.user), ...ageOf(row.kind, row.at, then) }))
}

const getTrend = defineTool<GetTrend, Trend>({
  name: 'health_get_trend',
  title: 'Trend of a health metric',
  description:
    'Daily figures and the average of sleep, mood, stress, energy, weight, steps, water, pulse, pressure, temperature, glucose or SpO2 over a period, and how many days have data. It claims no causes.',
  input: getTrendInput,
  output: trendOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_list'),
  say: (trend) => tellTrend(trend),
  run: async (ctx, input) => {
    const { from, to } = periodOf(input, todayOf(ctx))
    const { metric } = input
    const { points, sources } = await readPoints(ctx, metric, from, to)
    const summary = summarise(metric, points, from, to)
    const { locale } = ctx.user
    const inUnit = <V extends number | null>(value: V): V =>
      (value === null || !isMetric(metric) ? value : shownIn(metric, { value, value2: null }, locale).value) as V
    return {
      ...summary,
      metric,
      from,
      to,
      unit: unitOf(metric, locale),
      points: points.map(({ date, value, value2 }) => ({ date, value: inUnit(value), value2: inUnit(value2) })),
      average: inUnit(summary.average),
      average2: inUnit(summary.average2),
      lowest: inUnit(summary.lowest),
      highest: inUnit(summary.highest),
      change:
        summary.change === null || !isMetric(metric) ? summary.change : differenceIn(metric, summary.change, locale),
      sources: [...new Set(sources)].sort(),
      latest: isMetric(metric) ? ((await latestOn(ctx, [metric], to))[0] ?? null) : null,
    }
  },
})

const readDay = async (ctx: Ctx, date: string): Promise<Day> => {
  const { tx, user } = ctx
  const spells = await spellsBetween(tx, user.id, date, date)
  const night = countNight(date, spells)
  return {
    date,
    sleep: spells.length === 0 ? null : night,
    checkins: (await checkinsBetween(tx, user.id, date, date)).map((row) => showCheckin(row, user)),
    symptoms: (await symptomsBetween(tx, user.id, date, date)).map((row) => showSymptom(row, user)),
    metrics: (await metricsOfDay(tx, user.id, METRIC_KINDS, date)).map(
      ({ kind, samples, lastAt, sources, ...figure }) => ({
        kind,
        shown: shownIn(kind, figure, user.locale),
        samples,
        lastAt: toRfc3339(lastAt, user.timeZone),
        sources,
      }),
    ),
    latest: await latestOn(ctx, METRIC_KINDS, date),
    habits: await habitsOn(ctx, date),
  }
}

const getDay = defineTool<GetDay, Day>({
  name: 'health_get_day',
  title: 'A day of health',
  description:
    'One local day: sleep, check-ins, symptoms, measurements, habits, and the last known value of each measurement with its time and source.',
  input: getDayInput,
  output: dayOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_list'),
  say: (day) => tellDay(day),
  run: (ctx, input) => readDay(ctx, input.date ?? todayOf(ctx)),
})

export const insightTools: Tool[] = [getTrend, getDay]
