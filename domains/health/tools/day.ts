// How health joins a day plan: habits still to do, medicines at their time, and what body and mind leave of the day.
import { addDays, dayBounds, instantAt, type LocalDate } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import type { Ctx } from '../../../tools/contract.ts'
import type { DayPart } from '../../../tools/day.ts'
import { SHORT_SLEEP_MINUTES } from '../engine/breaks.ts'
import { mondayOf } from '../engine/habits.ts'
import { countNights, type NightCounted } from '../engine/sleep.ts'
import { partSpan, timesIn } from '../engine/times.ts'
import { type BodyState, bodyState, type Felt, habitsOfDay } from '../repository/day.ts'
import type { HabitRow } from '../repository/habits.ts'
import type { Spell } from '../repository/sleep.ts'

const MINUTES = /^(?:мин\p{L}*\.?|min\p{L}*\.?)$/iu
/** A title is text of its own, read in a plan beside the person's titles. */
const TITLES = {
  short: { ru: 'Короткий сон', en: 'Short sleep' },
  sleep: { ru: 'Сон', en: 'Sleep' },
  feeling: { ru: 'Самочувствие', en: 'How you feel' },
} as const
const LONGEST_SITTING = 240
const NIGHTS = 14
const DEBT_NIGHTS = 7
/** The least that adults need: Watson N. F. et al., AASM and SRS consensus, Sleep 2015;38(6):843–844. */
const NEED_MINUTES = 420
const refTo = (id: string) => ({ domain: 'health', id })

const habitPart = (ctx: Ctx, date: LocalDate, habit: HabitRow & { done: number }): DayPart => {
  const { id, title, target, unit, period, done } = habit
  const left = unit !== null && MINUTES.test(unit) && period === 'day' ? Math.max(0, target - done) : 0
  const { clocks, parts } = timesIn(title)
  const preferred = [
    ...clocks.map((clock) => ({
      start: instantAt(date, clock, ctx.user.timeZone),
      end: new Date(instantAt(date, clock, ctx.user.timeZone).getTime() + (left || 60) * 60_000),
    })),
    ...parts.map((part) => partSpan(part, date, ctx.user)),
  ]
  return {
    kind: 'habit',
    type: 'habit',
    title,
    ref: refTo(id),
    ...(left > 0 && left <= LONGEST_SITTING ? { durationMinutes: left } : {}),
    ...(preferred.length > 0 ? { preferred } : {}),
    dueAt: dayBounds(period === 'day' ? date : addDays(mondayOf(date), 6), ctx.user.timeZone).end,
    progress: { done, target, unit, period },
  }
}

/** Medicines whose schedule says that they are for every day: at their hour, in their part of the day, or some time. */
const medicineParts = (ctx: Ctx, date: LocalDate, { facts }: BodyState): DayPart[] =>
  facts.flatMap(({ id, kind, name, schedule }): DayPart[] => {
    if (kind !== 'medication' || schedule === null) return []
    const { clocks, parts, daily } = timesIn(schedule)
    const shared = { type: 'medicine', title: name, ref: refTo(id) } as const
    const atHours = clocks.map((clock): DayPart => {
      const at = instantAt(date, clock, ctx.user.timeZone)
      return { kind: 'fixed', ...shared, start: at, end: at, durationMinutes: 0, busy: false }
    })
    // "утром в 7:00" is one time.
    if (atHours.length > 0) return atHours
    const inParts = parts.map(
      (part): DayPart => ({ kind: 'habit', ...shared, windows: [partSpan(part, date, ctx.user)] }),
    )
    return inParts.length > 0 || !daily ? inParts : [{ kind: 'habit', ...shared }]
  })

const nightOf = ({ date, minutes, napMinutes, ids }: NightCounted, spells: readonly Spell[]) => {
  const own = spells.filter(({ id, nap }) => !nap && ids.includes(id))
  const starts = own.flatMap(({ startedAt }) => startedAt?.getTime() ?? [])
  const ends = own.flatMap(({ endedAt }) => endedAt?.getTime() ?? [])
  return {
    date,
    minutes,
    napMinutes,
    ...(starts.length > 0 ? { start: new Date(Math.min(...starts)) } : {}),
    ...(ends.length > 0 ? { end: new Date(Math.max(...ends)) } : {}),
  }
}

const sleepPart = (ctx: Ctx, date: LocalDate, { spells }: BodyState): DayPart[] => {
  const nights = countNights(spells)
  const last = nights.at(-1)
  const id = last?.ids[0]
  if (!last || id === undefined) return []
  const week = nights.filter((night) => night.minutes !== null && night.date > addDays(date, -DEBT_NIGHTS))
  const lacking = week.reduce((sum, { minutes, napMinutes }) => sum + NEED_MINUTES - (minutes ?? 0) - napMinutes, 0)
  const short = last.date === date && last.minutes !== null && last.minutes < SHORT_SLEEP_MINUTES
  return [
    {
      kind: 'limit',
      type: 'sleep',
      title: TITLES[short ? 'short' : 'sleep'][langOf(ctx.user.locale)],
      ref: refTo(id),
      nights: nights.map((night) => nightOf(night, spells)),
      debtMinutes: Math.max(0, lacking),
      needMinutes: NEED_MINUTES,
    },
  ]
}

/** From the ten steps people answer in to the five of a day. */
const ofFive = (value: number): number => Math.round((1 + ((value - 1) * 4) / 9) * 10) / 10

const feelingPart = (ctx: Ctx, { felt }: BodyState): DayPart[] => {
  const latest = felt.findLast(({ mood, stress, energy }) => mood !== null || stress !== null || energy !== null)
  if (!latest) return []
  const said = (what: 'mood' | 'stress' | 'energy') => {
    const value = felt.findLast((one: Felt) => one[what] !== null)?.[what] ?? null
    return value === null ? {} : { [what]: ofFive(value) }
  }
  return [
    {
      kind: 'limit',
      type: 'feeling',
      title: TITLES.feeling[langOf(ctx.user.locale)],
      ref: refTo(latest.id),
      at: latest.at,
      ...said('mood'),
      ...said('stress'),
      ...said('energy'),
    },
  ]
}

const bodyParts = ({ facts }: BodyState): DayPart[] =>
  facts.flatMap(({ id, kind, name, key, severity }): DayPart[] => {
    const shared = { kind: 'limit', title: name, ref: refTo(id), ...(severity === null ? {} : { severity }) } as const
    if (kind === 'injury') return [{ ...shared, type: 'injury', bodyPart: key }]
    return kind === 'condition' ? [{ ...shared, type: 'contraindication', condition: key }] : []
  })

/** What the day still asks for, and what limits it as far as it is known by then. */
export const dayParts = async (ctx: Ctx, date: LocalDate): Promise<DayPart[]> => {
  const { tx, user } = ctx
  const habits = await habitsOfDay(tx, user.id, date, mondayOf(date))
  const days = { sleepFrom: addDays(date, 1 - NIGHTS), feltFrom: addDays(date, -1), to: date }
  const state = await bodyState(tx, user.id, days)
  return [
    ...habits.filter(({ done, target }) => done < target).map((habit) => habitPart(ctx, date, habit)),
    ...medicineParts(ctx, date, state),
    ...sleepPart(ctx, date, state),
    ...feelingPart(ctx, state),
    ...bodyParts(state),
  ]
}
