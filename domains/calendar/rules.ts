import { addDays, dayBounds, localDateOf } from '../../core/time.ts'
import type { Rule } from '../contract.ts'
import { occurrencesIn } from './tools.ts'

/** What the calendar may say unasked. */
const clashTomorrow: Rule = {
  id: 'calendar.clashes',
  check: async (ctx) => {
    const date = addDays(localDateOf(ctx.now, ctx.user.timeZone), 1)
    const { start, end } = dayBounds(date, ctx.user.timeZone)
    const timed = (await occurrencesIn(ctx, start, end)).filter(({ event }) => !event.allDay)
    for (const [index, first] of timed.entries()) {
      const second = timed.slice(index + 1).find((other) => other.start < first.end)
      if (!second) continue
      return {
        topic: 'calendar.clashes',
        cause: `calendar.clashes:${date}:${first.event.id}:${second.event.id}`,
        text: {
          key: 'calendar.clash_tomorrow',
          params: { first: first.title, second: second.title, at: { time: second.start } },
        },
      }
    }
    return null
  },
}

export const rules = [clashTomorrow]
