import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { addDays } from '../../../core/time.ts'
import { langOf } from '../../../core/user.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { exerciseWith } from '../engine/catalogue.ts'
import { mondayOf, weekdayOf } from '../engine/dates.ts'
import { exclusionOf, limitsOf } from '../engine/limits.ts'
import { type PlanFacts, planWeek as propose, RULES_VERSION } from '../engine/plan.ts'
import { saidPlan } from '../engine/plan-words.ts'
import { CHRONIC_DAYS } from '../engine/ratio.ts'
import type { Day } from '../engine/slots.ts'
import { unitsOf } from '../engine/units.ts'
import { say } from '../engine/words.ts'
import { counted, latestSets } from '../repository/history.ts'
import {
  acceptPlan as accept,
  answered,
  findPlan,
  type PlanRow,
  savePlan,
  sessionsBetween,
  takeBackPlan,
} from '../repository/plans.ts'
import type { PlanSessionRow } from '../repository/rows.ts'
import { equipmentNow, goalNow, listInjuries } from '../repository.ts'
import {
  type AcceptPlanOutput,
  acceptPlanOutput,
  type PlannedSession,
  type PlanOutput,
  planOutput,
} from '../schema/plan.ts'
import { type AcceptPlanInput, acceptPlanInput, type PlanWeekInput, planWeekInput } from '../schema.ts'
import { invalid } from '../service.ts'
import { loadOn } from './insight.ts'
import { today } from './workouts.ts'

/** Week plans: proposed from everything that is known, written to the calendar when accepted. */
const KEPT_HOURS = 48
/** How far back the person's own sets say what weight is next. */
const HISTORY_DAYS = 90
/** Plans further ahead would know nothing of the load until then. */
const WEEKS_AHEAD = 8

const weekOf = (ctx: Ctx, input: PlanWeekInput): { monday: string; first: string } => {
  const now = today(ctx)
  const asked = input.weekStart ?? (weekdayOf(now) === 6 ? addDays(now, 1) : now)
  const monday = mondayOf(asked)
  if (addDays(monday, 6) < now) throw invalid('weekStart', 'week_past')
  if (monday > addDays(now, WEEKS_AHEAD * 7)) throw invalid('weekStart', 'week_far', { weeks: WEEKS_AHEAD })
  const first = [monday, now].sort().at(-1) ?? now
  return { monday, first }
}

const factsOf = async (ctx: Ctx, monday: string, first: string): Promise<PlanFacts> => {
  const userId = ctx.user.id
  const now = today(ctx)
  const sunday = addDays(monday, 6)
  const recent = await counted(ctx.tx, userId, {
    from: addDays(now, 1 - CHRONIC_DAYS),
    to: now,
    sport: null,
    ids: null,
  })
  const planned = await sessionsBetween(ctx.tx, userId, monday, sunday)
  const done = await answered(
    ctx.tx,
    userId,
    planned.map(({ id }) => id),
  )
  const open = planned.filter(({ id, date }) => !done.has(id) && date >= now)
  const thisWeek = recent.filter(({ localDate }) => localDate >= monday && localDate <= sunday)
  const sum = (rows: readonly { loadTenths: number | null }[]): number =>
    rows.reduce((total, { loadTenths }) => total + (loadTenths ?? 0), 0)
  const days: Day[] = []
  for (let date = first; date <= sunday; date = addDays(date, 1)) days.push({ date, parts: await ctx.day(date) })
  return {
    user: ctx.user,
    goal: await goalNow(ctx.tx, userId),
    gear: (await equipmentNow(ctx.tx, userId))?.itemKeys ?? null,
    injuries: await listInjuries(ctx.tx, userId, 'active'),
    safety: await ctx.safetyFacts(),
    load: await loadOn(ctx, now),
    takenTenths: sum(thisWeek) + sum(open),
    takenDays: new Set([...open.map(({ date }) => date), ...thisWeek.map(({ localDate }) => localDate)]),
    done: await latestSets(ctx.tx, userId, addDays(now, -HISTORY_DAYS)),
    sessionsLast28: recent.length,
    sports: [...Map.groupBy(recent, ({ sport }) => sport)]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([sport]) => sport),
    days,
  }
}

export const planWeek = defineTool<PlanWeekInput, PlanOutput>({
  name: 'workouts_plan_week',
  title: 'Plan a training week',
  description:
    'Proposes the sessions of a week from goal, equipment, injuries and conditions, load and free time, each exercise and each exclusion with its reason. Changes nothing until workouts_accept_plan.',
  input: planWeekInput,
  output: planOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_plan'),
  say: (plan) => saidPlan(plan),
  offers: ({ planId }) => (planId === null ? null : { tool: 'workouts_accept_plan', input: { planId } }),
  run: async (ctx, input) => {
    const { monday, first } = weekOf(ctx, input)
    const wish = { weekStart: monday, sessions: input.sessions, sessionMinutes: input.sessionMinutes }
    const made = propose(await factsOf(ctx, monday, first), wish, ctx.now, newId)
    const proposal = { ...made, units: unitsOf(ctx.user.locale) }
    if (proposal.status === 'refused') return { ...proposal, id: null, planId: null, expiresAt: null }
    const expiresAt = new Date(ctx.now.getTime() + KEPT_HOURS * 3_600_000)
    const id = newId()
    const plan: PlanOutput = { ...proposal, id, planId: id, expiresAt: expiresAt.toISOString() }
    await savePlan(
      ctx.tx,
      ctx.user.id,
      {
        id,
        weekStart: monday,
        timeZone: ctx.user.timeZone,
        expiresAt,
        proposal: plan,
        revision: id,
        rulesVersion: RULES_VERSION,
      },
      ctx.now,
    )
    return plan
  },
})

const load = async (ctx: Ctx, id: string, lock: 'read' | 'write'): Promise<PlanRow> => {
  const plan = await findPlan(ctx.tx, ctx.user.id, id, lock)
  if (!plan) throw new AppError('not_found', 'workouts.plan_not_found')
  return plan
}
const chosen = (plan: PlanRow, blockIds: readonly string[] | undefined): PlannedSession[] => {
  const { sessions } = plan.proposal
  if (blockIds === undefined) return sessions
  if (blockIds.length === 0 || blockIds.some((id) => !sessions.some((one) => one.id === id)))
    throw invalid('blockIds', 'unknown_block')
  return sessions.filter(({ id }) => blockIds.includes(id))
}

/** Refuses a plan that time or the body has overtaken. */
const checkCurrent = async (ctx: Ctx, plan: PlanRow, sessions: readonly PlannedSession[]): Promise<void> => {
  if (plan.status !== 'proposed') throw new AppError('conflict', 'workouts.plan_accepted')
  if (plan.expiresAt <= ctx.now) throw new AppError('conflict', 'workouts.plan_expired')
  if (sessions.some(({ start }) => new Date(start) <= ctx.now)) throw new AppError('conflict', 'workouts.plan_begun')
  const limits = limitsOf(await ctx.safetyFacts(), await listInjuries(ctx.tx, ctx.user.id, 'active'))
  const gear = new Set((await equipmentNow(ctx.tx, ctx.user.id))?.itemKeys ?? [])
  const outdated = sessions.some(
    ({ exercises, rpe }) =>
      rpe > limits.maxRpe ||
      exercises.some(({ key }) => {
        const exercise = exerciseWith(key)
        return !exercise || exclusionOf(exercise, limits, gear) !== null
      }),
  )
  if (outdated || limits.refusal) throw new AppError('conflict', 'workouts.plan_outdated')
}

interface AddedEvent {
  id: string
  conflicts: { title: string }[]
}
/** What the calendar keeps of a session: its exercises as the person reads them. */
const notesOf = (session: PlannedSession, locale: string): string =>
  session.exercises
    .map(({ name, sets, reps, seconds, weightKg }) => {
      if (reps === null)
        return sets === 1 ? name : `${name} ${sets}×${seconds ?? 0}${langOf(locale) === 'ru' ? ' с' : ' s'}`
      const weight = weightKg === null ? '' : ` × ${weightKg}${langOf(locale) === 'ru' ? ' кг' : ' kg'}`
      return `${name} ${sets}×${reps}${weight}`
    })
    .join('\n')

export const acceptPlan = defineTool<AcceptPlanInput, AcceptPlanOutput>({
  name: 'workouts_accept_plan',
  title: 'Accept a training plan',
  description:
    'Writes the sessions of a proposed week plan to the calendar, all or those of blockIds. Asks the person first.',
  input: acceptPlanInput,
  output: acceptPlanOutput,
  about: 'health',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, input) => {
    const sessions = chosen(await load(ctx, input.planId, 'read'), input.blockIds)
    return say('ask_accept', {
      n: sessions.length,
      list: {
        list: sessions.map((one) =>
          say('accept_item', { title: one.title, date: { date: one.date, capital: true }, time: { time: one.start } }),
        ),
      },
    })
  },
  say: (plan) => {
    const clash = plan.sessions.filter(({ conflicts }) => conflicts.length > 0).length
    return say('accepted', {
      n: plan.sessions.length,
      list: {
        list: plan.sessions.map((one) =>
          say('accept_item', { title: one.title, date: { date: one.date, capital: true }, time: { time: one.start } }),
        ),
      },
      clash: clash === 0 ? '' : say('accepted_clash', { n: clash }),
    })
  },
  run: async (ctx, input) => {
    const plan = await load(ctx, input.planId, 'write')
    const sessions = chosen(plan, input.blockIds)
    await checkCurrent(ctx, plan, sessions)
    const revision = newId()
    const rows: PlanSessionRow[] = []
    const written: AcceptPlanOutput['sessions'] = []
    for (const [index, one] of sessions.entries()) {
      const event = (await ctx.call('calendar_add_event', {
        title: one.title,
        start: one.start,
        durationMinutes: one.durationMinutes,
        ...(one.exercises.length === 0 ? {} : { notes: notesOf(one, ctx.user.locale) }),
      })) as AddedEvent
      rows.push(rowOf(plan.id, one, index + 1, event.id))
      const { id, title, date, start, end } = one
      written.push({
        id,
        title,
        date,
        start,
        end,
        eventId: event.id,
        conflicts: event.conflicts.map((clash) => clash.title),
      })
    }
    await accept(ctx.tx, ctx.user.id, { id: plan.id, revision }, rows, ctx.now)
    ctx.emit({
      type: 'workouts.plan_accepted',
      payload: { id: plan.id, weekStart: plan.weekStart, sessions: rows.length },
    })
    return {
      id: plan.id,
      planId: plan.id,
      status: 'accepted',
      weekStart: plan.weekStart,
      sessions: written,
      leftOut: plan.proposal.sessions.length - rows.length,
      revision,
    }
  },
  // The events are writes of the calendar's own, recorded under this call: undoing the call takes them back as well.
  undo: async (ctx, plan) => {
    if (!(await takeBackPlan(ctx.tx, ctx.user.id, plan, ctx.now)))
      throw new AppError('conflict', 'workouts.changed_since')
  },
})

const rowOf = (planId: string, one: PlannedSession, ordinal: number, calendarEventId: string): PlanSessionRow => ({
  id: one.id,
  planId,
  ordinal,
  date: one.date,
  startAt: new Date(one.start),
  durationMinutes: one.durationMinutes,
  kind: one.kind,
  sport: one.sport,
  title: one.title,
  distanceMeters: one.distanceMeters,
  loadTenths: Math.round(one.load * 10),
  status: 'accepted',
  calendarEventId,
})
