// Tools of a person's own reminders: load the row, ask the service, save, tell the scheduler.
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { Message } from '../../core/messages.ts'
import { localTimeOf } from '../../core/recurrence.ts'
import { toRfc3339 } from '../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../tools/contract.ts'
import { list } from './engine/list.ts'
import { repeatMessage } from './engine/words.ts'
import {
  insertReminder,
  keepBefore,
  lockReminder,
  nextVersion,
  readBefore,
  readReminder,
  saveReminder,
} from './repository.ts'
import {
  type CancelInput,
  cancelInput,
  keptReminder,
  type ListInput,
  type ListOutput,
  listInput,
  listOutput,
  type Reminder,
  type ReminderOutput,
  reminderOutput,
  type SetInput,
  type SkipInput,
  type SkipOutput,
  type SnoozeInput,
  setInput,
  skipInput,
  skipOutput,
  snoozeInput,
  type UpdateInput,
  updateInput,
} from './schema.ts'
import {
  cancelReminder,
  changeReminder,
  newReminder,
  restoreReminder,
  skipOccurrence,
  snoozeReminder,
} from './service.ts'
import { listTopics, setTopic } from './topic-tools.ts'

/** The row as the tools give it: instants with the offset of the person's zone. */
export const shown = (row: Reminder, timeZone: string): ReminderOutput => {
  const wire = (date: Date): string => toRfc3339(date, timeZone)
  const orNull = (date: Date | null): string | null => date && wire(date)
  return {
    id: row.id,
    text: row.text,
    at: row.rrule === null ? wire(row.startsAt) : null,
    rrule: row.rrule,
    startsAt: wire(row.startsAt),
    timeZone: row.timeZone,
    nextAt: orNull(row.nextAt),
    snoozedUntil: orNull(row.snoozedUntil),
    lastAt: orNull(row.lastAt),
    exdates: row.exdates.map(wire),
    overrideQuiet: row.overrideQuiet,
    status: row.status,
    version: row.version,
    createdAt: wire(row.createdAt),
    updatedAt: wire(row.updatedAt),
    deletedAt: orNull(row.deletedAt),
  }
}

const notFound = (): AppError => new AppError('not_found', 'reminders.not_found')

const schedule = (ctx: Ctx, row: Reminder): void => {
  ctx.emit({
    type: 'reminders.scheduled',
    payload: { id: row.id, nextAt: row.status === 'active' && row.nextAt ? row.nextAt.toISOString() : null },
  })
}

/** Changes one row, keeping how it was. */
const change = async (ctx: Ctx, id: string, decide: (row: Reminder) => Reminder): Promise<Reminder> => {
  const before = await lockReminder(ctx.tx, id)
  if (!before) throw notFound()
  const after = { ...decide(before), version: await nextVersion(ctx.tx, before) }
  await keepBefore(ctx.tx, ctx.user.id, { id: newId(), rowId: id, version: after.version, before, now: ctx.now })
  await saveReminder(ctx.tx, after)
  schedule(ctx, after)
  return after
}

/** Puts a row back as it was before the change that gave this output. */
const undoChange = async (ctx: Ctx, output: { id: string; version: number }): Promise<void> => {
  const row = await lockReminder(ctx.tx, output.id)
  if (!row) throw notFound()
  if (row.version !== output.version) throw new AppError('conflict', 'reminders.changed_since', { text: row.text })
  const kept = keptReminder.parse(await readBefore(ctx.tx, row.id, row.version))
  const restored = restoreReminder(row, kept)
  await saveReminder(ctx.tx, restored)
  schedule(ctx, restored)
}

/** Undoes a creation: the row stays, cancelled. */
const undoSet = async (ctx: Ctx, output: ReminderOutput): Promise<void> => {
  const row = await lockReminder(ctx.tx, output.id)
  if (!row) throw notFound()
  if (row.version !== output.version) throw new AppError('conflict', 'reminders.changed_since', { text: row.text })
  const cancelled: Reminder = {
    ...row,
    status: 'cancelled',
    version: row.version + 1,
    updatedAt: ctx.now,
    deletedAt: ctx.now,
  }
  await saveReminder(ctx.tx, cancelled)
  schedule(ctx, cancelled)
}

const question = async (ctx: Ctx, id: string, key: string, params: Message['params'] = {}): Promise<Message> => {
  const row = await readReminder(ctx.tx, id)
  if (!row) throw notFound()
  const when = row.nextAt
    ? { key: 'reminders.when', params: { at: { instant: row.nextAt } } }
    : { key: 'reminders.when_none' }
  return { key, params: { text: row.text, when, ...params } }
}

/** "Напомню завтра в 09:00: …", with the rhythm of a series. */
const sayNext = (key: string, row: ReminderOutput): Message => {
  if (row.nextAt === null) return { key: 'reminders.no_more', params: { text: row.text } }
  const params = { text: row.text, at: { instant: row.nextAt } }
  if (row.rrule === null) return { key, params }
  const localStart = localTimeOf(new Date(row.startsAt), row.timeZone)
  return { key: `${key}_series`, params: { ...params, repeat: repeatMessage(row.rrule, localStart) } }
}

const set = defineTool<SetInput, ReminderOutput>({
  name: 'reminders_set_reminder',
  title: 'Set a reminder',
  description:
    'Reminds the person at a time they name: once (`at`) or again and again (`rrule` with `startsAt`). Use it for "remind me", not for meetings (calendar) or open work (tasks). Say nothing about the time that the answer does not say.',
  about: 'general',
  risk: 'write',
  confirm: 'never',
  input: setInput,
  output: reminderOutput,
  async summary(ctx, input) {
    const row = newReminder(input, ctx.user, ctx.now, newId())
    return { key: 'reminders.ask_set', params: { text: row.text, at: row.nextAt && { instant: row.nextAt } } }
  },
  say: (output) => sayNext('reminders.set', output),
  async run(ctx, input) {
    const row = newReminder(input, ctx.user, ctx.now, newId())
    await insertReminder(ctx.tx, ctx.user.id, row)
    schedule(ctx, row)
    return shown(row, ctx.user.timeZone)
  },
  undo: undoSet,
})

const update = defineTool<UpdateInput, ReminderOutput>({
  name: 'reminders_update_reminder',
  title: 'Change a reminder',
  description:
    'Changes the words, the time or the rhythm of a reminder. For "an hour later" pass `shiftMinutes`, for a new time `at` (a series keeps its rhythm and takes the time of day).',
  about: 'general',
  risk: 'write',
  confirm: 'never',
  input: updateInput,
  output: reminderOutput,
  summary: (ctx, input) => question(ctx, input.id, 'reminders.ask_update'),
  say: (output) => sayNext('reminders.updated', output),
  async run(ctx, input) {
    return shown(await change(ctx, input.id, (row) => changeReminder(row, input, ctx.now)), ctx.user.timeZone)
  },
  undo: undoChange,
})

const skip = defineTool<SkipInput, SkipOutput>({
  name: 'reminders_skip_occurrence',
  title: 'Skip one time of a repeated reminder',
  description:
    'Leaves out one time of a repeated reminder, the next one unless a date is named; the series goes on. To stop it altogether use reminders_cancel_reminder.',
  about: 'general',
  risk: 'write',
  confirm: 'never',
  input: skipInput,
  output: skipOutput,
  summary: (ctx, input) => question(ctx, input.id, 'reminders.ask_skip'),
  say: (output) => ({
    key: output.nextAt === null ? 'reminders.skipped_last' : 'reminders.skipped',
    params: {
      text: output.text,
      skipped: { instant: output.skippedAt },
      at: output.nextAt && { instant: output.nextAt },
    },
  }),
  async run(ctx, input) {
    let skippedAt = ctx.now
    const row = await change(ctx, input.id, (before) => {
      const { row: after, skipped } = skipOccurrence(before, input, ctx.now)
      skippedAt = skipped
      return after
    })
    return { ...shown(row, ctx.user.timeZone), skippedAt: toRfc3339(skippedAt, ctx.user.timeZone) }
  },
  undo: undoChange,
})

const snooze = defineTool<SnoozeInput, ReminderOutput>({
  name: 'reminders_snooze_reminder',
  title: 'Snooze a reminder',
  description:
    'Tells a reminder again later: in `minutes` (10 when nothing is said) or at `until`. The rhythm of a series does not change.',
  about: 'general',
  risk: 'write',
  confirm: 'never',
  input: snoozeInput,
  output: reminderOutput,
  summary: (ctx, input) => question(ctx, input.id, 'reminders.ask_snooze'),
  say: (output) => ({
    key: 'reminders.snoozed',
    params: { text: output.text, at: output.snoozedUntil && { instant: output.snoozedUntil } },
  }),
  async run(ctx, input) {
    return shown(await change(ctx, input.id, (row) => snoozeReminder(row, input, ctx.now)), ctx.user.timeZone)
  },
  undo: undoChange,
})

const cancel = defineTool<CancelInput, ReminderOutput>({
  name: 'reminders_cancel_reminder',
  title: 'Cancel a reminder',
  description: 'Ends a reminder, a repeated one with all its future times. It can be undone.',
  about: 'general',
  risk: 'write',
  confirm: 'never',
  input: cancelInput,
  output: reminderOutput,
  summary: (ctx, input) => question(ctx, input.id, 'reminders.ask_cancel'),
  say: (output) => ({ key: 'reminders.cancelled', params: { text: output.text } }),
  async run(ctx, input) {
    return shown(await change(ctx, input.id, (row) => cancelReminder(row, ctx.now)), ctx.user.timeZone)
  },
  undo: undoChange,
})

const MOST_SAID = 10

const listReminders = defineTool<ListInput, ListOutput>({
  name: 'reminders_list_reminders',
  title: 'List reminders',
  description:
    'Reminders ahead, by time, and those delivered in the last 12 hours; `from` and `to` are local dates, `query` is words of the reminder.',
  about: 'general',
  risk: 'read',
  input: listInput,
  output: listOutput,
  async summary() {
    return { key: 'reminders.ask_list' }
  },
  say(output, input) {
    const rows = input.status === undefined ? output.items.filter((row) => row.status === 'active') : output.items
    if (rows.length === 0) {
      if (input.query !== undefined) return { key: 'reminders.none_about', params: { query: input.query } }
      if (input.from === undefined || input.from !== input.to) return { key: 'reminders.none' }
      return { key: 'reminders.none_on', params: { date: { date: input.from } } }
    }
    const lines = rows.slice(0, MOST_SAID).map((row): Message => {
      const at = row.occursAt ?? row.lastAt
      const when: Message = at
        ? { key: 'reminders.when', params: { at: { instant: at } } }
        : { key: 'reminders.when_none' }
      const params = { text: row.text, at: when }
      if (row.rrule === null) return { key: 'reminders.line', params }
      const localStart = localTimeOf(new Date(row.startsAt), row.timeZone)
      return { key: 'reminders.line_series', params: { ...params, repeat: repeatMessage(row.rrule, localStart) } }
    })
    const more = rows.length > MOST_SAID || output.nextCursor !== null
    return {
      key: more ? 'reminders.list_first' : 'reminders.list',
      params: { n: lines.length, items: { list: lines } },
    }
  },
  async run(ctx, input) {
    const { rows, nextCursor } = await list(ctx.tx, input, ctx.user.timeZone, ctx.now)
    const items = rows.map(({ row, occursAt }) => ({
      ...shown(row, ctx.user.timeZone),
      occursAt: occursAt && toRfc3339(occursAt, ctx.user.timeZone),
    }))
    return { items, nextCursor }
  },
})

export const tools: Tool[] = [set, update, skip, snooze, cancel, listReminders, setTopic, listTopics]
