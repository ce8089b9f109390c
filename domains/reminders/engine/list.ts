// Which reminders belong to a list: filtered by state, words and days, in pages.
import { AppError } from '../../../core/errors.ts'
import { isId } from '../../../core/ids.ts'
import { addDays, type Instant, instantAt } from '../../../core/time.ts'
import { holdsWords } from '../../../core/words.ts'
import type { Tx } from '../../../db/contract.ts'
import { listReminders } from '../repository.ts'
import { type ListInput, type Reminder, STATUSES, type Status } from '../schema.ts'
import { nextDue } from '../service.ts'

const RECENT_MS = 12 * 3_600_000
/** Words and days are looked for by code; no person has more reminders than this. */
const MOST_ROWS = 1_000

export interface Listed {
  row: Reminder
  occursAt: Instant | null
}

const encode = ({ row, occursAt }: Listed): string =>
  Buffer.from(`${occursAt?.toISOString() ?? 'infinity'}|${row.id}`).toString('base64url')

const decode = (cursor: string): { key: string; id: string } => {
  const [key = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  const known = key === 'infinity' || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(key)
  if (!known || !isId(id) || (key !== 'infinity' && Number.isNaN(Date.parse(key))))
    throw new AppError('invalid', 'reminders.bad_cursor', {}, { errors: [{ path: 'cursor', message: 'is not ours' }] })
  return { key, id }
}

/** The first time of a reminder in `[from, to)`, its snoozed time included. */
const timeWithin = (row: Reminder, from: Instant, to: Instant): Instant | null => {
  if (row.status !== 'active') return row.lastAt && row.lastAt >= from && row.lastAt < to ? row.lastAt : null
  const times: Instant[] = []
  if (row.snoozedUntil && row.snoozedUntil >= from && row.snoozedUntil < to) times.push(row.snoozedUntil)
  if (row.dueAt) {
    const due = row.dueAt >= from ? row.dueAt : nextDue(row, new Date(from.getTime() - 1))
    if (due && due < to) times.push(due)
  }
  return times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}

const statusesOf = (input: ListInput): readonly Status[] => {
  if (input.status === 'all') return STATUSES
  return input.status === undefined ? ['active', 'done'] : [input.status]
}

/** One page of reminders. Without a status: those ahead, and those delivered lately that may still be snoozed. */
export const list = async (
  tx: Tx,
  input: ListInput,
  timeZone: string,
  now: Instant,
): Promise<{ rows: Listed[]; nextCursor: string | null }> => {
  if (input.from !== undefined && input.to !== undefined && input.to < input.from)
    throw new AppError('invalid', 'reminders.dates_reversed')
  const after = input.cursor === undefined ? null : decode(input.cursor)
  const searched = input.from !== undefined || input.to !== undefined || input.query !== undefined
  const loaded = await listReminders(tx, {
    statuses: statusesOf(input),
    doneSince: input.status === undefined ? new Date(now.getTime() - RECENT_MS) : null,
    after: searched ? null : after,
    limit: searched ? MOST_ROWS : input.limit + 1,
  })
  const found = searched
    ? search(loaded, input, timeZone).filter((item) => after === null || isPast(item, after))
    : loaded.map((row) => ({ row, occursAt: row.nextAt }))
  const rows = found.slice(0, input.limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > input.limit && last ? encode(last) : null }
}

const timeOf = ({ occursAt }: Listed): number => occursAt?.getTime() ?? Number.POSITIVE_INFINITY

const isPast = (item: Listed, { key, id }: { key: string; id: string }): boolean => {
  const time = key === 'infinity' ? Number.POSITIVE_INFINITY : Date.parse(key)
  return timeOf(item) > time || (timeOf(item) === time && item.row.id > id)
}

const search = (rows: readonly Reminder[], input: ListInput, timeZone: string): Listed[] => {
  const { query } = input
  const days = input.from !== undefined || input.to !== undefined
  const from = input.from === undefined ? new Date(0) : instantAt(input.from, '00:00', timeZone)
  const to = input.to === undefined ? new Date(8.64e15) : instantAt(addDays(input.to, 1), '00:00', timeZone)
  return rows
    .filter((row) => query === undefined || holdsWords(row.text, query))
    .flatMap((row): Listed[] => {
      if (!days) return [{ row, occursAt: row.nextAt }]
      const occursAt = timeWithin(row, from, to)
      return occursAt ? [{ row, occursAt }] : []
    })
    .sort((a, b) => (timeOf(a) === timeOf(b) ? (a.row.id < b.row.id ? -1 : 1) : timeOf(a) - timeOf(b)))
}
