import type { Message } from '../../../core/messages.ts'
import type { PlannedExercise, PlannedSession, PlanOutput } from '../schema/plan.ts'
import type { Units } from './units.ts'
import { joined, saidMinutes, saidReason, saidWeight, say, shownOf } from './words.ts'

/** How a week plan is said: sessions with their exercises, what shaped them, what was left out and why. */
const saidAmount = ({ reps, seconds }: PlannedExercise): Message => {
  if (reps !== null) return say('count', { n: reps })
  return (seconds ?? 0) >= 120 ? saidMinutes((seconds ?? 0) / 60) : say('seconds', { s: seconds ?? 0 })
}
/** An exercise with its dose and, in a strength session, what it is there for. */
const saidExercise = (one: PlannedExercise, units: Units): Message => {
  const params = { exercise: one.name, n: one.sets, amount: saidAmount(one) }
  const weight = one.weightKg === null ? null : saidWeight(one.weightKg, units)
  const set = weight ? say('set_weight', { ...params, weight }) : say('set', params)
  return one.reason.code === 'for_mobility' ? set : say('plan_exercise', { set, why: saidReason(one.reason) })
}
const saidSession = (session: PlannedSession, units: Units): Message =>
  say('plan_session', {
    date: { date: session.date, capital: true },
    time: { time: session.start },
    title: session.title,
    minutes: saidMinutes(session.durationMinutes),
    exercises:
      session.kind === 'strength' || session.kind === 'mobility'
        ? say('plan_exercises', { list: joined(session.exercises.slice(0, 8).map((one) => saidExercise(one, units))) })
        : '',
  })

export const saidPlan = (plan: PlanOutput) => {
  if (plan.refusal) return say('plan_refused', { reason: saidReason(plan.refusal) })
  const body = plan.exclusions.filter(({ reason }) => reason.code !== 'exclude_gear')
  const { shown, more } = shownOf(body, body.length, 5)
  const questions = plan.questions.map(saidReason)
  return say('plan', {
    n: plan.sessions.length,
    from: { date: plan.weekStart },
    to: { date: plan.weekEnd },
    sessions: { list: plan.sessions.map((one) => saidSession(one, plan.units)) },
    reasons: { list: plan.reasons.map(saidReason) },
    excluded:
      body.length === 0
        ? ''
        : say('plan_excluded', {
            list: joined(
              shown.map(({ name, reason }) => say('plan_exclusion', { name, why: saidReason(reason) })),
              'join_semicolon',
            ),
            more,
          }),
    questions: questions.length === 0 ? '' : say('plan_questions', { list: { list: questions } }),
  })
}
