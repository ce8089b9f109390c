import { addDays, dayBounds, localDateOf } from '../../core/time.ts'
import type { Rule } from '../contract.ts'
import { merge } from './engine/slots.ts'
import { occurrencesIn } from './tools.ts'

/** What the calendar may say unasked. */
const clashTomorrow: Rule = {
  id: 'calendar.clashes',
  check: async (ctx) => {
    const date = addDays(localDateOf(ctx.now, ctx.user.timeZone), 1)
    const { start, end } = dayBounds(date, ctx.user.timeZone)
    const timed = (await occurrencesIn(ctx, start, end)).filter(({ event, busy }) => busy && !event.allDay)
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

/** A pause shorter than this is none. */
const GAP_MS = 15 * 60_000
const FULL_MS = 6 * 3_600_000

/** A tomorrow of at least six hours of events one after another without a pause: once for each such day. */
const noGapTomorrow: Rule = {
  id: 'calendar.no_gap',
  check: async (ctx) => {
    const date = addDays(localDateOf(ctx.now, ctx.user.timeZone), 1)
    const { start, end } = dayBounds(date, ctx.user.timeZone)
    const timed = (await occurrencesIn(ctx, start, end)).filter(({ event, busy }) => busy && !event.allDay)
    const runs = merge(timed.map((one) => ({ start: one.start, end: new Date(one.end.getTime() + GAP_MS) })))
    const run = runs
      .map((span) => ({ start: span.start, end: new Date(span.end.getTime() - GAP_MS) }))
      .find((span) => span.end.getTime() - span.start.getTime() >= FULL_MS)
    const inside = run && timed.filter((one) => one.start < run.end && run.start < one.end)
    // One long event (a course, a flight) is no chain.
    if (!run || !inside || inside.length < 3) return null
    return {
      topic: 'calendar.no_gap',
      cause: `calendar.no_gap:${date}`,
      text: {
        key: 'calendar.no_gap_tomorrow',
        params: { from: { time: run.start }, to: { time: run.end }, n: inside.length },
      },
    }
  },
}

export const rules = [clashTomorrow, noGapTomorrow]
