// Reminders belong here: what a person wants to be told and when, and which kinds of unasked messages they want at all.
import { z } from 'zod'
import { addDays, instantAt } from '../../core/time.ts'
import type { DayPart } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { list } from './engine/list.ts'
import { findRow } from './find.ts'
import { rules } from './rules.ts'
import { listInput } from './schema.ts'
import { tools } from './tools.ts'

export { settingOf, type TopicSetting } from './engine/topics.ts'
export { duePeople, earliestNext, lockDue, saveReminder } from './repository.ts'
export type { Reminder } from './schema.ts'
export { type Delivery, deliver, isWithin } from './service.ts'
export { topicSettings } from './topic-tools.ts'

/** The reminders of a day: points in time that take none. */
const day: NonNullable<Domain['day']> = async (ctx, date) => {
  const input = listInput.parse({ from: date, to: date, status: 'active', limit: 200 })
  const { rows } = await list(ctx.tx, input, ctx.user.timeZone, ctx.now)
  const end = instantAt(addDays(date, 1), '00:00', ctx.user.timeZone)
  return rows.flatMap(({ row, occursAt }): DayPart[] =>
    occursAt && occursAt < end
      ? [
          {
            kind: 'fixed',
            title: row.text,
            ref: { domain: 'reminders', id: row.id },
            start: occursAt,
            end: occursAt,
            durationMinutes: 0,
          },
        ]
      : [],
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
