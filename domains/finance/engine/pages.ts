import { AppError } from '../../../core/errors.ts'
import { isLocalDate, type LocalDate } from '../../../core/time.ts'

export const PAGE = 50

const badCursor = (): AppError =>
  new AppError('invalid', 'finance.bad_cursor', {}, { errors: [{ path: 'cursor', message: 'finance.bad_cursor' }] })

/** One page of a short list that is in hand as a whole; the cursor is the id that ended the page before. */
export const pageOf = <Row extends { id: string }>(
  rows: readonly Row[],
  page: { limit?: number | undefined; cursor?: string | undefined },
): { items: Row[]; nextCursor: string | null } => {
  const start = page.cursor === undefined ? 0 : rows.findIndex(({ id }) => id === page.cursor) + 1
  if (page.cursor !== undefined && start === 0) throw badCursor()
  const items = rows.slice(start, start + (page.limit ?? PAGE))
  const last = items.at(-1)
  return { items, nextCursor: last && start + items.length < rows.length ? last.id : null }
}

/** Entries are paged by day and number, which no later entry moves. */
export const entryCursor = (row: { occurredOn: LocalDate; seq: number }): string => `${row.occurredOn}.${row.seq}`

export const readEntryCursor = (cursor: string): { occurredOn: LocalDate; seq: number } => {
  const [occurredOn = '', seq = '', ...more] = cursor.split('.')
  if (more.length > 0 || !isLocalDate(occurredOn) || !/^\d{1,15}$/.test(seq)) throw badCursor()
  return { occurredOn, seq: Number(seq) }
}
