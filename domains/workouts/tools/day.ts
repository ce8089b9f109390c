import { addDays, type LocalDate } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import type { Ctx } from '../../../tools/contract.ts'
import type { DayPart, Demand } from '../../../tools/day.ts'
import { mondayOf } from '../engine/dates.ts'
import { CHRONIC_DAYS, loadState } from '../engine/ratio.ts'
import { isOutdoor } from '../engine/sports.ts'
import { type DayState, dayState } from '../repository/day.ts'
import { sessionsBetween } from '../repository/plans.ts'
import type { PlanSessionRow } from '../repository/rows.ts'
import type { PlannedSession } from '../schema/plan.ts'
import { today } from './workouts.ts'

const LOAD = { ru: 'Тренировочная нагрузка', en: 'Training load' } as const
/** Efforts on CR-10 up to which a session is easy, and moderate (Borg's anchors: 3 moderate, 5 hard). */
const EASY = 3
const MODERATE = 5

const refTo = (id: string) => ({ domain: 'workouts', id })
const demandOf = (load: number, minutes: number): Demand => {
  const effort = load / minutes
  return effort <= EASY ? 'low' : effort <= MODERATE ? 'medium' : 'high'
}
const bodyOf = ({ id, title, durationMinutes, sport }: PlanSessionRow | PlannedSession, load: number) => {
  const outdoor = isOutdoor(sport)
  return {
    title,
    ref: refTo(id),
    durationMinutes,
    load,
    demand: demandOf(load, durationMinutes),
    ...(outdoor === null ? {} : { outdoor }),
  }
}

/** The calendar already holds the time of a session with an event: here it only says how hard the day is. */
const acceptedPart = (session: PlanSessionRow): DayPart => {
  const body = bodyOf(session, session.loadTenths / 10)
  const { calendarEventId, sport, startAt } = session
  if (calendarEventId !== null) return { kind: 'limit', type: 'session', ...body, calendarEventId, sport }
  const end = new Date(startAt.getTime() + session.durationMinutes * 60_000)
  return { kind: 'fixed', type: 'session', ...body, start: startAt, end, busy: true }
}

/** A proposed session may lie anywhere on its day, best where it was proposed. */
const proposedPart = (session: PlannedSession): DayPart => ({
  kind: 'task',
  type: 'session',
  ...bodyOf(session, session.load),
  plannedOn: session.date,
  preferred: [{ start: new Date(session.start), end: new Date(session.end) }],
})

const limitParts = (ctx: Ctx, { injuries, load, first }: DayState, date: LocalDate): DayPart[] => {
  const hurt = injuries.map(
    ({ id, bodyPart, bodyPartKey, severity }): DayPart => ({
      kind: 'limit',
      type: 'injury',
      title: bodyPart,
      ref: refTo(id),
      bodyPart: bodyPartKey ?? bodyPart,
      severity,
    }),
  )
  const lastId = load?.at(-1)?.id
  if (load === null || lastId === undefined) return hurt
  const { acuteTenths, chronicTenths, ratio } = loadState(load, first, date)
  const chronic = chronicTenths === null ? null : chronicTenths / 10
  const title = LOAD[langOf(ctx.user.locale)]
  return [...hurt, { kind: 'limit', type: 'load', title, ref: refTo(lastId), acute: acuteTenths / 10, chronic, ratio }]
}

/** Sessions of a day, accepted or else proposed; what was trained up to it, and what hurts. */
export const dayParts = async (ctx: Ctx, date: LocalDate): Promise<DayPart[]> => {
  const { tx, user, now } = ctx
  const known = [date, today(ctx)].sort()[0] ?? date
  const days = { from: addDays(known, 1 - CHRONIC_DAYS), to: known, monday: mondayOf(date) }
  const accepted = await sessionsBetween(tx, user.id, date, date)
  const state = await dayState(tx, user.id, days, now)
  const proposed = (state.proposed ?? []).filter((one) => one.date === date && new Date(one.start) > now)
  return [...accepted.map(acceptedPart), ...proposed.map(proposedPart), ...limitParts(ctx, state, known)]
}
