import { toRfc3339 } from '../../../core/time.ts'
import { type Clause, mentionsOf } from '../clause.ts'
import { contentOf } from '../content.ts'
import { OPS } from '../cues.ts'
import type { Toolbox } from '../tool-schema.ts'
import type { Draft, PersonContext } from '../types.ts'
import { STRIP } from './strips.ts'

const REMINDER = 'reminders_set_reminder'
const BEFORE = /(?<!\p{L})(?:за|before|ahead|earlier|prior|до)(?!\p{L})/u

const startOf = (draft: Draft): Date | undefined => {
  const start = draft.args['start'] ?? draft.args['dueAt']
  if (typeof start !== 'string' || !start.includes('T')) return undefined
  return new Date(start)
}

/** "… и напомни за 15 минут": a reminder counted back from the event just named. */
export const beforeEvent = (
  clause: Clause,
  event: Draft,
  toolbox: Toolbox,
  context: PersonContext,
): Draft | undefined => {
  if (!toolbox.has(REMINDER) || !OPS.remind.test(clause.plain)) return undefined
  const start = startOf(event)
  const [lead] = mentionsOf(clause, 'duration', 'shift', 'delay')
  if (!start || !lead || !(BEFORE.test(clause.plain) || lead.kind === 'shift')) return undefined
  const at = toRfc3339(new Date(start.getTime() - Math.abs(lead.minutes) * 60_000), context.timeZone)
  const own = contentOf(clause, [lead], STRIP.reminder)
    .replace(BEFORE, '')
    .replace(/^(?:об этом|about it|it|этого|this|that|нее|него|начала|the event|мне|me)$/iu, '')
    .trim()
  const title = event.args['title']
  return { tool: REMINDER, args: { text: own || (typeof title === 'string' ? title : clause.text), at } }
}
