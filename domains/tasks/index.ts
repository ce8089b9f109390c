import { z } from 'zod'
import type { DayPart } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { findRow } from './find.ts'
import { openAmong } from './repository.ts'
import { rules } from './rules.ts'
import type { TaskRow } from './schema.ts'
import { tasksFor, tools } from './tools.ts'

/** Tasks: what a person means to do, until it is done. */
const id = z.uuid()

/** The shortest sitting of a task that may be done in several. */
const SITTING_MINUTES = 30
const IMPORTANT = 4

const day: NonNullable<Domain['day']> = async (ctx, date) => {
  const rows = await tasksFor(ctx, date)
  const open = await openAmong(ctx.tx, [...new Set(rows.flatMap(({ after }) => after))])
  const waits = ({ after }: TaskRow) =>
    after.flatMap((other) => {
      const title = open.get(other)
      return title === undefined ? [] : [{ domain: 'tasks', id: other, title }]
    })
  return rows.map(
    (task): DayPart => ({
      kind: 'task',
      type: 'task',
      title: task.title,
      ref: { domain: 'tasks', id: task.id },
      ...(task.durationMinutes === null ? {} : { durationMinutes: task.durationMinutes }),
      ...(task.dueAt === null ? {} : { dueAt: task.dueAt }),
      ...(task.plannedOn === null ? {} : { plannedOn: task.plannedOn }),
      ...(task.priority === null ? {} : { priority: IMPORTANT - task.priority }),
      ...(task.energy === null ? {} : { demand: task.energy }),
      ...(task.project === null ? {} : { project: task.project }),
      ...(task.after.some((other) => open.has(other)) ? { after: waits(task) } : {}),
      ...(task.splittable ? { splittableMinutes: SITTING_MINUTES } : {}),
    }),
  )
}

export const tasks: Domain = {
  id: 'tasks',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events: {
    'tasks.task_added': z.object({ id, dueAt: z.string().nullable() }),
    'tasks.task_changed': z.object({ id, changed: z.array(z.string()) }),
    'tasks.task_completed': z.object({ id, nextId: id.nullable() }),
    'tasks.task_deleted': z.object({ id }),
  },
  rules,
  day,
  find: findRow,
  claims: {
    done: [
      /(?<!\p{L})(?:добавил|записал|создал|поставил|внес|внёс|удалил|убрал|перен[её]с|изменил|закрыл|отметил|завершил|выполнил)[аи]? (?:[\p{L}«"]+ ){0,3}(?:задач|дел(?:о|а)|в список дел)\p{L}*/iu,
      /(?<!\p{L})задач\p{L}* (?:[\p{L}«»"]+ ){0,4}(?:добавлен|записан|создан|удален|удалён|перенесен|перенесён|закрыт|выполнен|завершен|завершён|отмечен)\p{L}*/iu,
      /(?<!\p{L})отметил[аи]? (?:[\p{L}«»"]+ ){0,5}(?:выполнен|сделан|готов)\p{L}*/iu,
      /(?<!\p{L})(?:added|created|deleted|removed|moved|changed|completed|closed|finished) (?:\p{L}+ ){0,4}(?:tasks?|to-?dos?|to-?do list)(?!\p{L})/iu,
      /(?<!\p{L})(?:marked|checked) (?:[\p{L}“”"]+ ){0,5}(?:done|complete|completed|off)(?!\p{L})/iu,
      /(?<!\p{L})tasks? (?:\p{L}+ ){0,3}(?:added|created|deleted|removed|completed|done|closed)(?!\p{L})/iu,
    ],
  },
}
