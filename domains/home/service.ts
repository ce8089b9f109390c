// Decisions that every part of home shares: which row is meant, what a page is, how a row is shown. Pure.
import { AppError } from '../../core/errors.ts'
import type { Message, MessageParam, MessageParams } from '../../core/messages.ts'
import type { LocalDate } from '../../core/time.ts'
import { nameStems } from './engine/stems.ts'
import type { SharedRow } from './repository.ts'

const SHOWN = 10
const PAGE = 100

export const say = (key: string, params: MessageParams = {}): Message => ({ key: `home.${key}`, params })

/** An `invalid` error about one field, said as message `home.<key>`. */
export const invalid = (path: string, key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `home.${key}`, params, { errors: [{ path, message: key }] })

/** What two names must share to be the same: their stems in order. A name of signs only is taken as it is. */
export const keyOf = (text: string): string => nameStems(text).join(' ') || text.trim().toLowerCase()
/** What a search looks at. */
export const searchWords = (text: string): string[] => {
  const stems = nameStems(text)
  return stems.length > 0 ? [...new Set(stems)] : [text.trim().toLowerCase()]
}

/**
 * The one row that words mean. Rows that bear exactly that name win over rows that only hold the words.
 * Throws `not_found`, or `conflict` with the question which one.
 */
export const onlyOne = <Row>(found: readonly Row[], words: string, nameOf: (row: Row) => string): Row => {
  const exact = found.filter((row) => keyOf(nameOf(row)) === keyOf(words))
  const fitting = exact.length > 0 ? exact : found
  const [first, second] = fitting
  if (!first) throw new AppError('not_found', 'home.no_such', { words })
  if (second === undefined) return first
  throw new AppError('conflict', 'home.which_one', { list: joined(fitting.slice(0, 5).map(nameOf)) })
}

/** Names in a row, as text. */
export const joined = (names: readonly string[]): string => names.join(', ')

/** What every shared row shows. */
export const showShared = (row: SharedRow, own: string) => ({
  id: row.id,
  shared: row.spaceId !== own,
  addedBy: row.userId,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  deletedAt: row.deletedAt?.toISOString() ?? null,
})

/** Where a page of a list begins and how long it is; the cursor is the position. */
export const pageOf = (input: { limit?: number | undefined; cursor?: string | undefined }) => {
  const offset = input.cursor === undefined ? 0 : Number(input.cursor)
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > 1_000_000) throw invalid('cursor', 'bad_cursor')
  return { offset, limit: input.limit ?? PAGE }
}
export const nextCursor = (page: { offset: number; limit: number }, total: number): string | null =>
  page.offset + page.limit < total ? String(page.offset + page.limit) : null

/** The first rows of a list as one text, and how many more there are. */
export const told = (items: readonly Message[], total: number): { list: MessageParam; more: MessageParam } => ({
  list: chain(items.slice(0, SHOWN)),
  more: total > Math.min(items.length, SHOWN) ? say('more', { n: total - Math.min(items.length, SHOWN) }) : '',
})
const chain = (items: readonly Message[]): MessageParam => {
  const [head, ...tail] = items
  if (!head) return ''
  return tail.length === 0 ? head : say('join', { head, tail: chain(tail) })
}

/** Days from one local day to another. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
