import { newId } from '../../../core/ids.ts'
import { toRfc3339 } from '../../../core/time.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { defineImporter, type ImportCounts, type ImportRun, type ImportWarning } from '../../contract.ts'
import { asEvent, standsAlone, type Taking, takeEvent, takeOverride, uidsOf, without } from '../engine/imported.ts'
import { knownEvents, removeImported, saveImported, spanOfImport } from '../repository/imports.ts'
import type { Stored } from '../schema.ts'
import type { IcsEvent, IcsOverride, IcsRow } from './rows.ts'

/** Takes iCalendar files in: each UID once, newer versions over older ones. */
interface Notes {
  /** What became of each event so far: a changed date does not count beside its series. */
  outcome: Map<string, keyof ImportCounts>
  totals: { events: number; series: number; allDay: number; exceptions: number; cancelled: number }
  others: number
  expanded: { n: number; to: string }
  zones: Map<string, string>
}
const NOTES = 'calendar'
const OWN_UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@zelenial$/

const notesOf = (run: ImportRun): Notes => {
  const known = run.notes.get(NOTES) as Notes | undefined
  if (known) return known
  const notes: Notes = {
    outcome: new Map(),
    totals: { events: 0, series: 0, allDay: 0, exceptions: 0, cancelled: 0 },
    others: 0,
    expanded: { n: 0, to: '' },
    zones: new Map(),
  }
  run.notes.set(NOTES, notes)
  return notes
}

const isDated = (row: IcsRow): row is IcsEvent | IcsOverride => row.kind === 'event' || row.kind === 'override'

/** Counts what the file holds, whatever becomes of it. */
const note = (notes: Notes, row: IcsRow): void => {
  const { totals } = notes
  if (row.kind === 'other') notes.others += 1
  if (row.kind === 'zone') notes.zones.set(row.zone, row.name)
  if (!isDated(row)) return
  if (row.cancelled) totals.cancelled += 1
  else if (row.kind === 'override') totals.exceptions += 1
  else {
    totals.events += 1
    if (row.allDay) totals.allDay += 1
    if (row.rrule !== null) totals.series += 1
    if (row.expandedTo === null) return
    notes.expanded.n += 1
    if (row.expandedTo > notes.expanded.to) notes.expanded.to = row.expandedTo
  }
}

/** The events of a batch as they are stored, found by either name, and what of them has changed. */
const shelf = (stored: readonly Stored[]) => {
  const byUid = new Map(stored.map((one) => [one.event.uid ?? `${one.event.id}@zelenial`, one]))
  const changed = new Map<string, Stored>()
  return {
    find: (uid: string): Stored | null => byUid.get(uid) ?? null,
    put: (uid: string, one: Stored): void => {
      byUid.set(uid, one)
      changed.set(one.event.id, one)
    },
    changed: (): Stored[] => [...changed.values()],
  }
}
type Shelf = ReturnType<typeof shelf>

const take = (books: Shelf, row: IcsEvent | IcsOverride, taking: Taking): keyof ImportCounts => {
  const known = books.find(row.uid)
  if (row.kind === 'override' && known && standsAlone(row, known.event)) {
    const rest = without(known, row)
    if (rest !== known) books.put(row.uid, rest)
    return take(books, asEvent(row), taking)
  }
  const next = row.kind === 'event' ? takeEvent(known, row, taking) : takeOverride(known, row, taking)
  if (!next) return 'skipped'
  books.put(row.uid, next)
  return known ? 'updated' : 'created'
}

/** A later row of the same event changes what it counts as, never counts it again. */
const count = (counts: ImportCounts, notes: Notes, uid: string, outcome: keyof ImportCounts): void => {
  const before = notes.outcome.get(uid)
  if (before === undefined) counts[outcome] += 1
  else if (before === 'skipped' && outcome !== 'skipped') {
    counts.skipped -= 1
    counts[outcome] += 1
  } else return
  notes.outcome.set(uid, outcome)
}

const save = async (ctx: Ctx, rows: IcsRow[], run: ImportRun): Promise<ImportCounts> => {
  const notes = notesOf(run)
  const counts: ImportCounts = { created: 0, updated: 0, skipped: 0 }
  for (const row of rows) note(notes, row)
  counts.skipped += rows.filter(({ kind }) => kind === 'other').length
  const dated = rows.filter(isDated)
  if (dated.length === 0) return counts
  const uids = [...new Set(dated.flatMap(uidsOf))]
  const ids = uids.flatMap((uid) => OWN_UID.exec(uid)?.[1] ?? [])
  const books = shelf(await knownEvents(ctx.tx, ctx.user.id, uids, ids))
  const taking: Taking = { importId: run.id, now: ctx.now, newId }
  for (const row of dated) count(counts, notes, row.uid, take(books, row, taking))
  await saveImported(ctx.tx, ctx.user.id, run.id, books.changed())
  return counts
}

const warningsOf = (notes: Notes): ImportWarning[] => {
  const warnings: ImportWarning[] = []
  const warn = (code: string, params: ImportWarning['message']['params']): void => {
    warnings.push({ code, message: { key: `calendar.import_${code}`, ...(params ? { params } : {}) } })
  }
  if (notes.others > 0) warn('todos', { n: notes.others })
  for (const [zone, name] of notes.zones) warn('zone_guessed', { zone, name })
  const { n, to } = notes.expanded
  if (n > 0) warn('expanded', { n, to: { date: to.slice(0, 10) } })
  return warnings
}

export const calendarImport = defineImporter<IcsRow>({
  reader: new URL('./ics.ts', import.meta.url),
  about: 'general',
  save,
  finish: async (ctx, run, counts) => {
    const notes = notesOf(run)
    const { first, last } = await spanOfImport(ctx.tx, ctx.user.id, run.id)
    const { created, updated, skipped } = counts
    if (created + updated > 0) ctx.emit({ type: 'calendar.imported', payload: { importId: run.id, created, updated } })
    const zone = ctx.user.timeZone
    return {
      totals: { ...notes.totals, from: first && toRfc3339(first, zone), to: last && toRfc3339(last, zone) },
      warnings: warningsOf(notes),
      said: { key: 'calendar.imported', params: { created, updated, skipped } },
    }
  },
  undo: (ctx, importId) => removeImported(ctx.tx, ctx.user.id, importId),
})
