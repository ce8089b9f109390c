import { isId } from '../../../core/ids.ts'
import type { Instant } from '../../../core/time.ts'
import { holdsWords, stemsOf } from '../../../core/words.ts'
import type { SingleRef } from '../repository.ts'
import type { Stored } from '../schema.ts'
import { expandAll, type Occurrence } from './expand.ts'
import type { Span } from './slots.ts'
import { invalid } from './timing.ts'

/** Long lists page by page: only what can stand on a page is expanded and read whole. */

/** Where a date stands among all: by its start, then its event, then the wall clock its rule gave it. */
export interface Place {
  start: Instant
  id: string
  local: string
}
/** A date of a list before it is read whole: of a single event its place is enough. */
export interface Listed extends Place {
  occurrence: Occurrence | null
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const compare = (a: Place, b: Place): number =>
  a.start.getTime() - b.start.getTime() || inOrder(a.id, b.id) || inOrder(a.local, b.local)

const cursorOf = ({ start, id, local }: Place): string => `${start.getTime()}_${id}_${local}`

/** The place after which a page begins; null at the beginning. */
export const placeOf = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null
  const [ms = '', id = '', local, ...rest] = cursor.split('_')
  const start = new Date(/^-?\d{1,15}$/.test(ms) ? Number(ms) : Number.NaN)
  if (Number.isNaN(start.getTime()) || !isId(id) || local === undefined || rest.length > 0)
    throw invalid('cursor', 'bad_cursor')
  return { start, id, local }
}

/** A letter in either case; е and ё are one. Digits and other signs stand for themselves. */
const either = (letter: string): string => {
  const same = letter === 'е' ? ['е', 'ё', 'Е', 'Ё'] : [letter, letter.toUpperCase()]
  return `[${same.filter((one) => one.length === 1).join('')}]`
}
/** Regular expressions that a text fits if it holds the words of a query: a coarse sieve before words are compared. */
export const sieveOf = (query: string | undefined): string[] =>
  stemsOf(query ?? '').map((stem) =>
    // Short English stems are not always the beginning of their words (dying, die).
    [...stem.slice(0, /^[a-z]{1,3}$/.test(stem) ? 1 : 2)].map(either).join(''),
  )

const matcher = (query: string | undefined): ((title: string, location: string | null) => boolean) => {
  if (query === undefined || query === '') return () => true
  const known = new Map<string, boolean>()
  return (title, location) => {
    const text = `${title} ${location ?? ''}`
    const holds = known.get(text) ?? holdsWords(text, query)
    known.set(text, holds)
    return holds
  }
}

/**
 * The page after a place. `singles` are all single events after it in order, or the first of them: then nothing beyond
 * the last of these is certain, and the page ends there at the latest. Throws nothing; `full` false asks for more.
 */
export const pageOfDates = (
  singles: { rows: readonly SingleRef[]; complete: boolean },
  series: readonly Stored[],
  window: Span,
  after: Place | null,
  query: string | undefined,
  limit: number,
): { items: Listed[]; nextCursor: string | null; full: boolean } => {
  const matches = matcher(query)
  const found: Listed[] = []
  let horizon = window.end
  for (const { id, startAt, title, location } of singles.rows) {
    if (found.length > limit) break
    horizon = startAt
    if (matches(title, location)) found.push({ id, start: startAt, local: '', occurrence: null })
  }
  const ended = found.length <= limit && singles.complete
  const end = ended ? window.end : new Date(Math.min(horizon.getTime() + 1, window.end.getTime()))
  const begin = after && after.start > window.start ? after.start : window.start
  const possible = series.filter(
    ({ event, overrides }) =>
      matches(event.title, event.location) ||
      overrides.some(({ fields }) => matches(fields.title ?? event.title, fields.location ?? event.location)),
  )
  for (const one of end > begin ? expandAll(possible, begin, end) : []) {
    const place = { id: one.event.id, start: one.start, local: one.recurrence?.local ?? '' }
    if (after && compare(place, after) <= 0) continue
    if (matches(one.title, one.location)) found.push({ ...place, occurrence: one })
  }
  found.sort(compare)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const more = found.length > limit
  return { items, nextCursor: more && last ? cursorOf(last) : null, full: more || ended }
}
