import { z } from 'zod'
import { localDateOf } from '../../core/time.ts'
import type { Ctx, SafetyFact } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { workoutImporter } from './imports/importer.ts'
import { cancelSession, moveSession } from './repository/plans.ts'
import { listInjuries } from './repository.ts'
import { rules } from './rules.ts'
import { dayParts } from './tools/day.ts'
import { findRow } from './tools/find.ts'
import { refreshAdvice } from './tools/refresh.ts'
import { tools } from './tools.ts'

/** Workouts: what was trained, how much load that is, and what to train next. */
const id = z.uuid()
const completed = z.object({
  id,
  sport: z.string(),
  date: z.iso.date(),
  start: z.string(),
  durationSeconds: z.number().nullable(),
  loadTenths: z.number().nullable(),
})

const safety = async (ctx: Ctx): Promise<SafetyFact[]> =>
  (await listInjuries(ctx.tx, ctx.user.id, 'active')).map((injury) => ({
    kind: 'injury',
    name: injury.bodyPart,
    source: { domain: 'workouts', id: injury.id },
    details: { bodyPart: injury.bodyPartKey, severity: injury.severity, since: injury.since },
  }))

const happened = z.object({ id: z.string(), scope: z.string(), start: z.string() })

export const workouts: Domain = {
  id: 'workouts',
  folder: new URL('.', import.meta.url),
  tools,
  uses: ['calendar_add_event'],
  events: {
    'workouts.workout_completed': completed,
    'workouts.workout_changed': z.object({ id, changed: z.array(z.string()) }),
    'workouts.workout_deleted': z.object({ id }),
    'workouts.profile_changed': z.object({ id, what: z.enum(['goal', 'equipment', 'thresholds']) }),
    'workouts.injury_changed': z.object({ id, status: z.enum(['active', 'healed', 'deleted']) }),
    'workouts.plan_accepted': z.object({ id, weekStart: z.iso.date(), sessions: z.number() }),
  },
  rules,
  imports: { workout: workoutImporter },
  day: dayParts,
  find: findRow,
  safety,
  on: {
    'workouts.workout_completed': async (ctx, event) => refreshAdvice(ctx, completed.parse(event.payload).id),
    'calendar.event_cancelled': async (ctx, event) => {
      const { id: eventId, scope } = happened.parse(event.payload)
      if (scope === 'all') await cancelSession(ctx.tx, ctx.user.id, eventId)
    },
    'calendar.event_changed': async (ctx, event) => {
      const { id: eventId, start } = happened.parse(event.payload)
      const at = new Date(start)
      if (Number.isNaN(at.getTime())) return
      await moveSession(ctx.tx, ctx.user.id, eventId, { startAt: at, date: localDateOf(at, ctx.user.timeZone) })
    },
  },
  claims: {
    done: [
      /(?<!\p{L})(?:записал|добавил|вн[её]с|сохранил|исправил|изменил|удалил|убрал|отметил)[аи]? (?:[\p{L}«"]+ ){0,3}(?:трениров|пробежк|заезд|заплыв|подход|травм|план трениров|цел[ьи])\p{L}*/iu,
      /(?<!\p{L})(?:трениров|пробежк|заезд|заплыв|травм)\p{L}* (?:\p{L}+ ){0,3}(?:записан|добавлен|внесен|внес[её]н|сохранен|сохран[её]н|исправлен|удален|удал[её]н)\p{L}*/iu,
      /(?<!\p{L})(?:logged|recorded|added|saved|corrected|updated|deleted|removed) (?:\p{L}+ ){0,4}(?:workouts?|runs?|rides?|swims?|sets?|sessions?|injury|injuries|training)(?!\p{L})/iu,
      /(?<!\p{L})(?:workout|run|ride|swim|session|injury|training plan)s? (?:\p{L}+ ){0,3}(?:logged|recorded|added|saved|deleted|removed|accepted)(?!\p{L})/iu,
    ],
  },
}
