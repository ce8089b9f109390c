// Writing down sleep, feelings, symptoms and measurements.
import { newId } from '../../../core/ids.ts'
import { addDays } from '../../../core/time.ts'
import { type Alarm, type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { alarmOf, beyondOf } from '../engine/alarms.ts'
import { tellFigure } from '../engine/figures.ts'
import { severityOf, tellCheckin, tellLogged, tellSleep } from '../engine/sentences.ts'
import { showCheckin, showMetric, showSleep, showSymptom } from '../engine/show.ts'
import { correctedBy, countNight, readSleep } from '../engine/sleep.ts'
import { shownIn } from '../engine/units.ts'
import { CHECKIN, SYMPTOM } from '../repository/checkins.ts'
import { type MetricRow, metricsOfDay } from '../repository/metrics.ts'
import { safetyRows } from '../repository/safety.ts'
import { ownSleep, SLEEP, spellsBetween } from '../repository/sleep.ts'
import {
  type Figure,
  type LoggedMetric,
  type LoggedMood,
  type LoggedSleep,
  type LoggedSymptom,
  type LogMetric,
  type LogMood,
  type LogSleep,
  type LogSymptom,
  logMetricInput,
  logMetricOutput,
  logMoodInput,
  logMoodOutput,
  logSleepInput,
  logSleepOutput,
  logSymptomInput,
  logSymptomOutput,
  type MetricShape,
} from '../schema.ts'
import { measuredOf, newCheckin, newMetric, newSymptom, sleepRow } from '../service.ts'
import { say, undo, write, writeMetric } from './writing.ts'

const saidNow = (ctx: Ctx) => ({ user: ctx.user, now: ctx.now, id: newId() })

const recordSleep = async (ctx: Ctx, input: LogSleep): Promise<LoggedSleep> => {
  const sleep = readSleep(input, ctx.now, ctx.user.timeZone)
  const around = await ownSleep(ctx.tx, ctx.user.id, addDays(sleep.localDate, -1), addDays(sleep.localDate, 1))
  const corrected = correctedBy(sleep, around)
  const [before = null, ...others] = corrected
  const row = sleepRow(input, sleep, saidNow(ctx), before)
  const gone = others.map((other) => ({ ...other, updatedAt: ctx.now, deletedAt: ctx.now }))
  const changeId = await write(ctx, SLEEP, row, ...gone)
  const night = countNight(row.localDate, await spellsBetween(ctx.tx, ctx.user.id, row.localDate, row.localDate))
  ctx.emit({ type: 'health.sleep_logged', payload: { id: row.id, date: row.localDate, minutes: row.minutes } })
  return {
    ...showSleep({ ...row, revision: changeId }, ctx.user),
    changeId,
    replacedMinutes: before && corrected.reduce((sum, { minutes }) => sum + minutes, 0),
    nightMinutes: night.minutes,
  }
}

const logSleep = defineTool<LogSleep, LoggedSleep>({
  name: 'health_log_sleep',
  title: 'Record sleep',
  description:
    'Records a night or a nap: start and end, or the length (and the local day of waking). The same night said again corrects it; use it for corrections too.',
  input: logSleepInput,
  output: logSleepOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_log'),
  say: (sleep) => tellSleep(sleep),
  run: recordSleep,
  undo: (ctx, sleep) => undo(ctx, sleep),
})

const logMood = defineTool<LogMood, LoggedMood>({
  name: 'health_log_mood',
  title: 'Record mood, stress or energy',
  description:
    'Records how the person feels on scales of 1 to 10: mood, stress, energy, any of them. Words without a figure: very bad 2, bad 3, so-so 5, good 7, excellent 9.',
  input: logMoodInput,
  output: logMoodOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_log'),
  say: (row) => tellCheckin(row),
  run: async (ctx, input) => {
    const row = newCheckin(input, saidNow(ctx))
    const changeId = await write(ctx, CHECKIN, row)
    ctx.emit({ type: 'health.checkin_logged', payload: { id: row.id, date: row.localDate } })
    return { ...showCheckin({ ...row, revision: changeId }, ctx.user), changeId }
  },
  undo: (ctx, row) => undo(ctx, row),
})

const logSymptom = defineTool<LogSymptom, LoggedSymptom>({
  name: 'health_log_symptom',
  title: 'Record a symptom',
  description:
    'Writes down a symptom in the words of the person, with how strong it is (1 to 10) and since when. It judges nothing; a lasting illness or injury goes to health_add_condition.',
  input: logSymptomInput,
  output: logSymptomOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_log'),
  say: (row) =>
    say('symptom_logged', {
      symptom: row.symptom,
      severity: severityOf(row.severity),
      since: row.since === null ? '' : say('since', { date: { date: row.since } }),
    }),
  run: async (ctx, input) => {
    const row = newSymptom(input, saidNow(ctx))
    const changeId = await write(ctx, SYMPTOM, row)
    return { ...showSymptom({ ...row, revision: changeId }, ctx.user), changeId }
  },
  undo: (ctx, row) => undo(ctx, row),
})

/** Whether pregnancy is in the safety profile; only a blood pressure asks. */
export const isPregnant = async (ctx: Ctx, { kind }: MetricRow): Promise<boolean> =>
  kind === 'blood_pressure' && (await safetyRows(ctx.tx, ctx.user.id)).some(({ key }) => key === 'pregnancy')

/** The day's total of what adds up, in the person's units. */
const totalAfter = async (ctx: Ctx, row: MetricRow): Promise<Figure | null> => {
  if (row.kind !== 'steps' && row.kind !== 'water') return null
  const [day] = await metricsOfDay(ctx.tx, ctx.user.id, [row.kind], row.localDate)
  return day ? shownIn(row.kind, day, ctx.user.locale) : null
}

/** The alarm of a stored measurement: its figure and what to do now; the number to call is put before it by who says it. */
export const alarmText = (rule: string | null, metric: MetricShape | null): Alarm | null =>
  rule === null || metric === null
    ? null
    : { rule: `health.${rule}`, text: say(`alarm.${rule}`, { figure: tellFigure(metric.shown) }) }

const logMetric = defineTool<LogMetric, LoggedMetric>({
  name: 'health_log_metric',
  title: 'Record a measurement',
  description:
    'Records weight, steps, water, pulse, blood pressure, temperature, glucose or SpO2 with the figure and unit as said; units are converted. Two figures for blood_pressure.',
  input: logMetricInput,
  output: logMetricOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_log'),
  say: (row, input) => tellLogged(row, input.at !== undefined),
  alarm: (row) => alarmText(row.alarm, row),
  run: async (ctx, input) => {
    const row = newMetric(input, saidNow(ctx))
    const changeId = await writeMetric(ctx, row)
    const { id, kind, value, at } = row
    ctx.emit({ type: 'health.metric_logged', payload: { id, kind, value, at: at.toISOString() } })
    const measured = measuredOf(row, await isPregnant(ctx, row))
    const beyond = beyondOf(measured)
    return {
      ...showMetric({ ...row, revision: changeId }, ctx.user),
      changeId,
      total: await totalAfter(ctx, row),
      beyond: beyond && { rule: beyond.rule, source: beyond.source },
      alarm: alarmOf(measured)?.rule ?? null,
    }
  },
  undo: (ctx, row) => undo(ctx, row),
})

export const loggingTools: Tool[] = [logSleep, logMood, logSymptom, logMetric]
