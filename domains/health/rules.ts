// What health may say unasked: few things, each once, and never that data are missing.
import { addDays, localDateOf, zoned } from '../../core/time.ts'
import type { Ctx } from '../../tools/contract.ts'
import type { Rule } from '../contract.ts'
import { SHORT_SLEEP_MINUTES } from './engine/breaks.ts'
import { tellFigure, tellMinutes } from './engine/figures.ts'
import { countNights } from './engine/sleep.ts'
import { unitFor } from './engine/units.ts'
import { checkinsBetween, lastCheckin } from './repository/checkins.ts'
import { daysOfMetric } from './repository/metrics.ts'
import { safetyRows } from './repository/safety.ts'
import { spellsBetween } from './repository/sleep.ts'
import { habitsOn } from './tools/habits.ts'
import { say } from './tools/writing.ts'

const todayOf = ({ now, user }: Ctx): string => localDateOf(now, user.timeZone)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const weekOf = (date: string): string => {
  const { weekOfYear, yearOfWeek } = zoned(new Date(`${date}T12:00:00Z`), 'UTC')
  return `${yearOfWeek}-${weekOfYear}`
}

const SHORT_NIGHTS = 3
/** Three known nights in a row under six hours, told once in a week. */
const shortSleep: Rule = {
  id: 'health.sleep',
  check: async (ctx) => {
    const today = todayOf(ctx)
    const spells = await spellsBetween(ctx.tx, ctx.user.id, addDays(today, 1 - SHORT_NIGHTS), today)
    const nights = countNights(spells).flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))
    if (nights.length < SHORT_NIGHTS || nights.some((minutes) => minutes >= SHORT_SLEEP_MINUTES)) return null
    return {
      topic: 'health.sleep',
      cause: `health.sleep:${weekOf(today)}`,
      text: say('short_nights', { n: SHORT_NIGHTS, average: tellMinutes(mean(nights)) }),
    }
  },
}

const EVENING = { from: 19, to: 22 }
/** Kept on most of the days before: a habit that rests is left in peace. */
const ALIVE_SHARE = 0.3
const NAMED = 3
/** In the evening, once a day: daily habits that usually happen and are not done yet; on a Sunday weekly ones too. */
const habitBehind: Rule = {
  id: 'health.habit',
  check: async (ctx) => {
    const { hour, dayOfWeek } = zoned(ctx.now, ctx.user.timeZone)
    if (hour < EVENING.from || hour >= EVENING.to) return null
    const today = todayOf(ctx)
    const behind = (await habitsOn(ctx, today)).filter(
      ({ met, kept, periods, period }) =>
        !met && periods > 2 && kept / periods >= ALIVE_SHARE && (period === 'day' || dayOfWeek === 7),
    )
    if (behind.length === 0) return null
    const list = behind.slice(0, NAMED).map(({ title }) => say('text', { text: title }))
    return {
      topic: 'health.habit',
      cause: `health.habit:${today}`,
      text: say('habit_behind', { list: { list, join: 'and' } }),
    }
  },
}

const WEIGHT_SHARE = 0.03
const WEIGHT_DAYS = 3
/** Not spoken of where a figure of weight does harm or means something else. */
const WEIGHT_UNSPOKEN = ['eating disorder', 'pregnancy', 'postpartum', 'breastfeeding']
/** The mean weight of the last week against that of the week four weeks earlier, once a month; neither praise nor blame. */
const weightChange: Rule = {
  id: 'health.weight',
  check: async (ctx) => {
    const today = todayOf(ctx)
    const { tx, user } = ctx
    const days = await daysOfMetric(tx, user.id, 'weight', addDays(today, -34), today)
    const before = days.filter(({ date }) => date <= addDays(today, -28)).map(({ value }) => value)
    const after = days.filter(({ date }) => date > addDays(today, -7)).map(({ value }) => value)
    if (before.length < WEIGHT_DAYS || after.length < WEIGHT_DAYS) return null
    const change = mean(after) - mean(before)
    if (Math.abs(change) < WEIGHT_SHARE * mean(before)) return null
    if ((await safetyRows(tx, user.id)).some(({ key }) => WEIGHT_UNSPOKEN.includes(key))) return null
    const unit = unitFor('weight', user.locale)
    const value = Number((Math.abs(change) / unit.factor).toFixed(1))
    return {
      topic: 'health.weight',
      cause: `health.weight:${today.slice(0, 7)}`,
      text: say(change > 0 ? 'weight_up' : 'weight_down', {
        figure: tellFigure({ value, value2: null, unit: unit.name }),
      }),
    }
  },
}

const SILENT_DAYS = 7
const USED_BEFORE = 5
/** Someone who checked in regularly and has been silent for a week is asked how they are, once. */
const silence: Rule = {
  id: 'health.checkin',
  check: async (ctx) => {
    const today = todayOf(ctx)
    const last = await lastCheckin(ctx.tx, ctx.user.id)
    if (!last || last.localDate > addDays(today, -SILENT_DAYS) || last.localDate < addDays(today, -2 * SILENT_DAYS))
      return null
    const before = await checkinsBetween(ctx.tx, ctx.user.id, addDays(last.localDate, -29), last.localDate)
    if (new Set(before.map(({ localDate }) => localDate)).size < USED_BEFORE) return null
    return { topic: 'health.checkin', cause: `health.checkin:${last.localDate}`, text: say('how_are_you') }
  },
}

export const rules: Rule[] = [shortSleep, habitBehind, weightChange, silence]
