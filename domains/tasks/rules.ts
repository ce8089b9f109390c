import type { Message } from '../../core/messages.ts'
import { addDays, dayBounds, localDateOf } from '../../core/time.ts'
import type { Rule } from '../contract.ts'
import { lengthMessage, whenOf } from './engine/words.ts'
import type { TaskRow } from './schema.ts'
import { readyAfter, tasksDueBefore } from './tools.ts'

/** What tasks may say unasked. */
const DAY_MS = 86_400_000

/** Once a day at most: what has been overdue for a day or longer. */
const overdue: Rule = {
  id: 'tasks.overdue',
  check: async (ctx) => {
    const late = await tasksDueBefore(ctx, new Date(ctx.now.getTime() - DAY_MS))
    const first = late[0]
    if (!first) return null
    return {
      topic: 'tasks.overdue',
      cause: `tasks.overdue:${localDateOf(ctx.now, ctx.user.timeZone)}`,
      text: { key: 'tasks.overdue', params: { n: late.length, title: first.title } },
    }
  },
}

const needed = (tasks: readonly TaskRow[]): Message | '' => {
  const minutes = tasks.reduce((sum, task) => sum + (task.durationMinutes ?? 0), 0)
  const known = minutes > 0 && tasks.every((task) => task.durationMinutes !== null)
  return known ? { key: 'tasks.due_length', params: { length: lengthMessage(minutes) } } : ''
}

/** What is due tomorrow and has no day set aside for it: once for each tomorrow. */
const dueTomorrow: Rule = {
  id: 'tasks.due_tomorrow',
  check: async (ctx) => {
    const date = addDays(localDateOf(ctx.now, ctx.user.timeZone), 1)
    const { start, end } = dayBounds(date, ctx.user.timeZone)
    const due = (await tasksDueBefore(ctx, end)).filter(
      ({ dueAt, plannedOn, rrule }) => dueAt !== null && dueAt >= start && plannedOn === null && rrule === null,
    )
    const [first] = due
    if (!first) return null
    return {
      topic: 'tasks.due_tomorrow',
      cause: `tasks.due_tomorrow:${date}`,
      text: { key: 'tasks.due_tomorrow', params: { n: due.length, title: first.title, length: needed(due) } },
    }
  },
}

/** A task with a deadline that nothing holds up any more: once, unless its completion was told a moment ago. */
const freed: Rule = {
  id: 'tasks.freed',
  check: async (ctx) => {
    const ready = await readyAfter(ctx, new Date(ctx.now.getTime() - DAY_MS))
    const first = ready.find(({ dueAt }) => dueAt !== null)
    if (!first) return null
    return {
      topic: 'tasks.freed',
      cause: `tasks.freed:${first.id}:${[...first.after].sort().join(',')}`,
      text: { key: 'tasks.freed_waiting', params: { title: first.title, when: whenOf(first) } },
    }
  },
}

export const rules = [overdue, dueTomorrow, freed]
