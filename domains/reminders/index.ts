// Reminders belong here: what a person wants to be told and when, and which kinds of unasked messages they want at all.
import { z } from 'zod'
import { dayBounds } from '../../core/time.ts'
import type { DayPart } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { findRow } from './find.ts'
import { remindersIn } from './repository.ts'
import { rules } from './rules.ts'
import { timesBetween } from './service.ts'
import { tools } from './tools.ts'

export { settingOf, type TopicSetting } from './engine/topics.ts'
export { duePeople, earliestNext, lockDue, saveReminder } from './repository.ts'
export type { Reminder } from './schema.ts'
export { type Delivery, deliver, isWithin } from './service.ts'
export { topicSettings } from './topic-tools.ts'

/** The reminders of a day: points in time that take none. */
const day: NonNullable<Domain['day']> = async (ctx, date) => {
  const { start, end } = dayBounds(date, ctx.user.timeZone)
  const times = (await remindersIn(ctx.tx, ctx.user.id, start, end)).flatMap((row) =>
    timesBetween(row, ctx.user.quietHours, start, end).map((at) => ({ row, at })),
  )
  return times
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(
      ({ row, at }): DayPart => ({
        kind: 'fixed',
        type: 'reminder',
        title: row.text,
        ref: { domain: 'reminders', id: row.id },
        start: at,
        end: at,
        durationMinutes: 0,
        busy: false,
        timeZone: row.timeZone,
      }),
    )
}

export const reminders: Domain = {
  id: 'reminders',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events: {
    // A reminder has another next time, or none: the scheduler has to wake at it.
    'reminders.scheduled': z.object({ id: z.uuid(), nextAt: z.iso.datetime().nullable() }),
  },
  rules,
  day,
  find: findRow,
  claims: {
    done: [
      /(?<!\p{L})(?:напомню|буду напоминать|поставил[аи]? напоминани\p{L}*|напоминани\p{L}+ (?:поставлен|создан|отменен|отменён|перенесен|перенесён|удален|удалён)\p{L}*)(?!\p{L})/iu,
      /(?<!\p{L})(?:отменил|удалил|перенёс|перенес|отложил|пропустил|изменил)[аи]? (?:\p{L}+ )?напоминани\p{L}*/iu,
      /(?<!\p{L})(?:i(?:'|’)ll|i will|i(?:'|’)m going to) remind(?!\p{L})/iu,
      /(?<!\p{L})(?:(?:i(?:['’]ve| have)? set|created|cancel+ed|deleted|moved|changed|snoozed|skipped) (?:the |your |a |that )?reminders?|reminders? (?:is |has been |was )?(?:set|created|cancel+ed|deleted|moved|snoozed))(?!\p{L})/iu,
    ],
  },
}
