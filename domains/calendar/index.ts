import { z } from 'zod'
import { dayBounds, toRfc3339 } from '../../core/time.ts'
import type { DayPart } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { expandAll, type Occurrence } from './engine/expand.ts'
import { calendarImport } from './imports/importer.ts'
import { eventsOnDay } from './repository.ts'
import { rules } from './rules.ts'
import { findRow } from './tools/find.ts'
import { tools } from './tools.ts'

/** The calendar: what happens at a set time, once or again and again, and where free time is. */
const happened = z.object({
  id: z.uuid(),
  scope: z.enum(['this', 'following', 'all']),
  occurrenceStart: z.string().nullable(),
  start: z.string(),
  end: z.string(),
  changed: z.array(z.string()),
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable().optional(),
  /** True when it happened because the person undid the opposite. */
  undone: z.boolean().optional(),
})

/** A whole day that takes no time has no times; any other event has those at which it happens. */
const partOf = ({
  event,
  recurrence,
  title,
  start,
  end,
  durationMinutes,
  location,
  cost,
  busy,
}: Occurrence): DayPart => ({
  kind: 'fixed',
  type: 'event',
  title,
  ref: { domain: 'calendar', id: event.id },
  busy,
  timeZone: event.timeZone,
  ...(event.allDay ? { allDay: true } : { durationMinutes }),
  ...(event.allDay && !busy ? {} : { start, end }),
  ...(recurrence ? { occurrenceStart: toRfc3339(recurrence.at, event.timeZone) } : {}),
  ...(location === null ? {} : { place: location }),
  ...(event.bufferMinutes === null
    ? {}
    : { travelBeforeMinutes: event.bufferMinutes, travelAfterMinutes: event.bufferMinutes }),
  ...(cost === null ? {} : { cost }),
  ...(event.source === null ? {} : { untrusted: true }),
})

const day: NonNullable<Domain['day']> = async (ctx, date) => {
  const { start, end } = dayBounds(date, ctx.user.timeZone)
  return expandAll(await eventsOnDay(ctx.tx, ctx.user.id, start, end), start, end).map(partOf)
}

export const calendar: Domain = {
  id: 'calendar',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events: {
    'calendar.event_added': happened,
    'calendar.event_changed': happened,
    'calendar.event_cancelled': happened,
    'calendar.imported': z.object({ importId: z.uuid(), created: z.number(), updated: z.number() }),
  },
  rules,
  day,
  find: findRow,
  imports: { calendar: calendarImport },
  claims: {
    done: [
      /(?<!\p{L})(?:добавил|поставил|записал|создал|перен[её]с|сдвинул|передвинул|отменил|удалил|убрал|переименовал|запланировал)[аи]? (?:[\p{L}«"]+ ){0,3}(?:встреч|событи|созвон|звонок|календар|мероприяти|при[её]м)\p{L}*/iu,
      /(?<!\p{L})(?:встреч|событи|созвон|звонок|мероприяти)\p{L}* (?:\p{L}+ ){0,3}(?:добавлен|поставлен|создан|записан|перенес[её]н|сдвинут|отмен[её]н|удал[её]н)\p{L}*/iu,
      /(?<!\p{L})в календар(?:е|ь) (?:добавил|записал|пост|внес)\p{L}*/iu,
      /(?<!\p{L})(?:added|scheduled|booked|created|moved|rescheduled|cancell?ed|deleted|removed|renamed) (?:\p{L}+ ){0,4}(?:event|meeting|call|appointment|calendar)s?(?!\p{L})/iu,
      /(?<!\p{L})(?:event|meeting|call|appointment)s? (?:\p{L}+ ){0,3}(?:added|scheduled|booked|created|moved|rescheduled|cancell?ed|deleted)(?!\p{L})/iu,
    ],
  },
}
