import { toRfc3339 } from '../../../core/time.ts'
import type { Lang } from '../../../core/user.ts'
import { type Clause, clauseOf, mentionsOf } from '../clause.ts'
import { contentOf } from '../content.ts'
import { OPS } from '../cues.ts'
import type { Toolbox } from '../tool-schema.ts'
import type { Draft, PersonContext } from '../types.ts'
import { plainOf, tidy } from '../words.ts'
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
  const said = beforeIn(clause.text, clause.lang, context)
  const minutes = said?.minutes ?? (lead ? Math.abs(lead.minutes) : undefined)
  if (!start || minutes === undefined || !(BEFORE.test(clause.plain) || lead?.kind === 'shift')) return undefined
  const at = toRfc3339(new Date(start.getTime() - minutes * 60_000), context.timeZone)
  const own = said
    ? tidy(said.rest.replace(ITS, ''))
    : contentOf(clause, lead ? [lead] : [], STRIP.reminder)
        .replace(BEFORE, '')
        .replace(ITS, '')
        .trim()
  const title = event.args['title']
  return { tool: REMINDER, args: { text: own || (typeof title === 'string' ? title : clause.text), at } }
}

export const ITS =
  /^(?:об этом|о (?:ней|нем)|(?:до )?(?:этого|нее|него|начала|встречи|события)|это|about it|(?:before )?(?:it|this|that|the event|the meeting|it starts|that starts)|мне|me)$/iu

/** How long before, and what it is before of. */
export interface Lead {
  minutes: number
  rest: string
}

const UNIT = '(?:минут\\p{L}*|мин|час\\p{L}*|полчас\\p{L}*|полтора часа|день|дня|дней|сутки|суток|недел\\p{L}*)'
const LEAD_RU = new RegExp(`(?<!\\p{L})за\\s+((?:(?:\\p{L}+|\\d+(?:[.,]\\d+)?)\\s+){0,3}?${UNIT})(?!\\p{L})`, 'u')
const COUNT_EN =
  '(?:a couple of|an?|one|half an|half a|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|forty[- ]five|ninety|\\d+(?:\\.\\d+)?)'
const LEAD_EN = new RegExp(
  `(?<!\\p{L})(?:about )?((?:${COUNT_EN}\\s+)?(?:minutes?|mins?|hours?|hrs?|days?|weeks?))\\s+(?:before(?:hand)?|ahead(?: of)?|prior(?: to)?|earlier|in advance(?: of)?)(?!\\p{L})`,
  'u',
)

/** "за час", "an hour before": the length as the reader knows it, said as a length of something. */
export const leadOf = (text: string, lang: Lang, context: PersonContext): Lead | undefined => {
  const plain = plainOf(text)
  const found = (lang === 'ru' ? LEAD_RU : LEAD_EN).exec(plain)
  if (!found?.[1]) return undefined
  const minutes = lengthOf(found[1], lang, context)
  if (minutes === undefined) return undefined
  const without = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  const rest = tidy(
    without.replace(
      /(?<!\p{L})(?:ещ[её]|тоже|также|до|раньше|заранее|too|also|as well|please|пожалуйста)(?!\p{L})/giu,
      ' ',
    ),
  )
  return { minutes, rest: rest.replace(/^(?:этого|нее|неё|него|it|that|this)$/iu, '') }
}

const lengthOf = (said: string, lang: Lang, context: PersonContext): number | undefined => {
  if (/^(?:an? |one )?(?:day|сутки)$/u.test(said)) return 1440
  if (/^(?:an? |one )?week$/u.test(said)) return 10_080
  const clause = clauseOf(lang === 'ru' ? `на ${said}` : `for ${said}`, lang, context)
  const [duration] = mentionsOf(clause, 'duration')
  return duration?.minutes
}

const ASKS =
  /^(?:(?:и|а|ещ[её]|мне|пожалуйста|and|also|please|can you|could you)[\s,]+)*(?:напомни(?:ть|те|шь)?|поставь (?:мне )?напоминание|remind(?: me)?|set (?:me )?a reminder)(?!\p{L})\s*(?:мне |me )?/iu

/** "напомни за час до стоматолога": what is said before of, without the request itself. */
export const beforeIn = (text: string, lang: Lang, context: PersonContext): Lead | undefined => {
  const asks = ASKS.exec(text)
  if (!asks) return undefined
  const lead = leadOf(text.slice(asks[0].length), lang, context)
  if (!lead) return undefined
  const rest = lead.rest
    .replace(/^(?:мне|про|о|об|обо|насч[её]т|к|к тому|about|of|for|to|the|my|перед)\s+/iu, '')
    .replace(/^(?:the|my|мой|мою|моей|моего)\s+/iu, '')
  return { minutes: lead.minutes, rest: tidy(rest) }
}

/** A reminder before something that is planned already; the row is found by its words. */
export const beforePlanned = (clause: Clause, toolbox: Toolbox, context: PersonContext): Draft | undefined => {
  if (!toolbox.has(REMINDER) || mentionsOf(clause, 'instant', 'date', 'time', 'rrule', 'delay').length > 0)
    return undefined
  const lead = beforeIn(clause.text, clause.lang, context)
  if (!lead) return undefined
  const words = lead.rest.replace(ITS, '')
  if (/(?:^|\s)(?:to|чтобы|\p{L}{2,}(?:ть|ти)(?:ся)?)(?:\s|$)/u.test(plainOf(words))) return undefined
  return { tool: REMINDER, args: {}, ref: { words: words === '' ? '@it' : words }, before: lead.minutes }
}
