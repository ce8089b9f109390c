// How health joins a day plan: habits still to do, and what the night leaves of the day.
import { langOf } from '../../../core/user.ts'
import type { Ctx, DayPart } from '../../../tools/contract.ts'
import { SHORT_SLEEP_MINUTES } from '../engine/breaks.ts'
import { countNight } from '../engine/sleep.ts'
import { spellsBetween } from '../repository/sleep.ts'
import type { HabitShape } from '../schema.ts'
import { habitsOn } from './habits.ts'

const MINUTES = /^(?:мин\p{L}*\.?|min\p{L}*\.?)$/iu
/** A title is text of its own, read in a plan beside the person's titles. */
const SHORT_SLEEP = { ru: 'Короткий сон', en: 'Short sleep' } as const
const LONGEST_SITTING = 240

const habitPart = ({ id, title, target, unit, period, done }: HabitShape): DayPart => {
  const left = unit !== null && MINUTES.test(unit) && period === 'day' ? Math.max(0, target - done) : 0
  return {
    kind: 'habit',
    title,
    ref: { domain: 'health', id },
    ...(left > 0 && left <= LONGEST_SITTING ? { durationMinutes: left } : {}),
    details: { target, unit, period, done },
  }
}

/** Habits that the day still asks for, and a limit when the night before was short. */
export const dayParts = async (ctx: Ctx, date: string): Promise<DayPart[]> => {
  const habits = (await habitsOn(ctx, date)).filter(({ met, startedOn }) => !met && startedOn <= date)
  const night = countNight(date, await spellsBetween(ctx.tx, ctx.user.id, date, date))
  const id = night.ids[0]
  const parts = habits.map(habitPart)
  if (night.minutes === null || night.minutes >= SHORT_SLEEP_MINUTES || id === undefined) return parts
  const limit: DayPart = {
    kind: 'limit',
    title: SHORT_SLEEP[langOf(ctx.user.locale)],
    ref: { domain: 'health', id },
    details: { rule: 'short_sleep', sleepMinutes: night.minutes, energy: 'low' },
  }
  return [...parts, limit]
}
