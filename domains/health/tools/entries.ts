// Finding, correcting and deleting what was written down.
import { isId } from '../../../core/ids.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { alarmOf } from '../engine/alarms.ts'
import { tellChanged, tellEntry, tellList } from '../engine/sentences.ts'
import { type EntryRow, momentOf, showEntry } from '../engine/show.ts'
import { CHECKIN, SYMPTOM } from '../repository/checkins.ts'
import { SLEEP } from '../repository/sleep.ts'
import { findEntry, listEntryRows } from '../repository.ts'
import {
  type ById,
  byIdInput,
  type ChangedEntry,
  entryOutput,
  type ListEntries,
  type ListedEntries,
  listEntriesInput,
  listEntriesOutput,
  METRIC_KINDS,
  type UpdateEntry,
  updateEntryInput,
} from '../schema.ts'
import { changedEntry, invalid, measuredOf } from '../service.ts'
import { alarmText, isPregnant } from './logging.ts'
import { notFound, say, undo, write, writeMetric } from './writing.ts'

const PAGE = 50

/** An entry that counts. Throws `not_found`, also for a deleted one. */
const load = async (ctx: Ctx, id: string): Promise<EntryRow> => {
  const entry = await findEntry(ctx.tx, ctx.user.id, id)
  if (!entry || entry.row.deletedAt !== null) throw notFound('entry_not_found')
  return entry
}

const saveEntry = (ctx: Ctx, entry: EntryRow, before: EntryRow): Promise<string> => {
  switch (entry.entity) {
    case 'metric':
      return writeMetric(ctx, entry.row, before.entity === 'metric' ? before.row : entry.row)
    case 'sleep':
      return write(ctx, SLEEP, entry.row)
    case 'checkin':
      return write(ctx, CHECKIN, entry.row)
    case 'symptom':
      return write(ctx, SYMPTOM, entry.row)
  }
}

/** The entry as a change left it. */
const written = (entry: EntryRow, revision: string): EntryRow =>
  ({ ...entry, row: { ...entry.row, revision } }) as EntryRow

const output = async (ctx: Ctx, entry: EntryRow, before: EntryRow, changeId: string | null): Promise<ChangedEntry> => ({
  ...showEntry(changeId === null ? entry : written(entry, changeId), ctx.user),
  previous: showEntry(before, ctx.user),
  changeId,
  alarm:
    entry.entity === 'metric' && entry.row.deletedAt === null
      ? (alarmOf(measuredOf(entry.row, await isPregnant(ctx, entry.row)))?.rule ?? null)
      : null,
})

const updateEntry = defineTool<UpdateEntry, ChangedEntry>({
  name: 'health_update_entry',
  title: 'Correct an entry',
  description:
    'Corrects one recorded measurement, check-in, symptom or sleep, found with health_list_entries: "не 82, а 81". Give only what changes.',
  input: updateEntryInput,
  output: entryOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, { id }) => say('ask_update', { entry: tellEntry(showEntry(await load(ctx, id), ctx.user)) }),
  say: (entry) => tellChanged(entry),
  alarm: (entry) => alarmText(entry.alarm, entry.metric),
  run: async (ctx, input) => {
    const before = await load(ctx, input.id)
    const entry = changedEntry(before, input, ctx)
    const same = JSON.stringify({ ...entry.row, updatedAt: 0 }) === JSON.stringify({ ...before.row, updatedAt: 0 })
    if (same) return output(ctx, before, before, null)
    return output(ctx, entry, before, await saveEntry(ctx, entry, before))
  },
  undo: (ctx, entry) => undo(ctx, entry),
})

const gone = (entry: EntryRow, now: Date): EntryRow => {
  const stamp = { updatedAt: now, deletedAt: now }
  switch (entry.entity) {
    case 'metric':
      return { entity: 'metric', row: { ...entry.row, ...stamp } }
    case 'sleep':
      return { entity: 'sleep', row: { ...entry.row, ...stamp } }
    case 'checkin':
      return { entity: 'checkin', row: { ...entry.row, ...stamp } }
    case 'symptom':
      return { entity: 'symptom', row: { ...entry.row, ...stamp } }
  }
}

const deleteEntry = defineTool<ById, ChangedEntry>({
  name: 'health_delete_entry',
  title: 'Delete an entry',
  description:
    'Deletes one recorded measurement, check-in, symptom or sleep, found with health_list_entries. Asks first; can be undone.',
  input: byIdInput,
  output: entryOutput,
  about: 'health',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, { id }) => say('ask_delete', { entry: tellEntry(showEntry(await load(ctx, id), ctx.user)) }),
  say: (entry) => say('entry_deleted', { entry: tellEntry(entry) }),
  run: async (ctx, { id }) => {
    const before = await load(ctx, id)
    const entry = gone(before, ctx.now)
    return output(ctx, entry, before, await saveEntry(ctx, entry, before))
  },
  undo: (ctx, entry) => undo(ctx, entry),
})

const readCursor = (cursor: string): { at: Date; id: string } => {
  const [ms = '', id = '', ...more] = cursor.split('.')
  if (more.length > 0 || !/^-?\d{1,15}$/.test(ms) || !isId(id)) throw invalid('cursor', 'bad_cursor')
  return { at: new Date(Number(ms)), id }
}

const listEntries = defineTool<ListEntries, ListedEntries>({
  name: 'health_list_entries',
  title: 'List health entries',
  description:
    'Lists what was recorded, newest first: measurements, sleep, check-ins, symptoms. Use it to find the id of an entry; for averages use health_get_trend.',
  input: listEntriesInput,
  output: listEntriesOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_list'),
  say: (found) => tellList(found),
  run: async (ctx, input) => {
    const limit = input.limit ?? PAGE
    const all = input.kind === undefined
    const rows = await listEntryRows(ctx.tx, ctx.user.id, {
      metrics: METRIC_KINDS.filter((kind) => all || kind === input.kind),
      sleep: all || input.kind === 'sleep',
      mood: all || input.kind === 'mood',
      symptom: all || input.kind === 'symptom',
      from: input.from ?? null,
      to: input.to ?? null,
      includeDeleted: input.includeDeleted ?? false,
      after: input.cursor === undefined ? null : readCursor(input.cursor),
      limit: limit + 1,
    })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map((entry) => showEntry(entry, ctx.user)),
      nextCursor: last && rows.length > limit ? `${momentOf(last).getTime()}.${last.row.id}` : null,
    }
  },
})

export const entryTools: Tool[] = [updateEntry, deleteEntry, listEntries]
