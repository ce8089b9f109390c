import { localDateOf } from '../../core/time.ts'
import type { Rule } from '../contract.ts'
import { tasksDueBefore } from './tools.ts'

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

export const rules = [overdue]
