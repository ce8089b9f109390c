// Rows of chores.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { type SharedRow, storeOf } from '../repository.ts'
import { EXACT_FIRST, FITS, patternsOf } from './lists.ts'

export interface ChoreRow extends SharedRow {
  title: string
  titleKey: string
  words: string[]
  rrule: string | null
  everyDays: number | null
  assignee: string | null
  assigneeId: string | null
  startsOn: LocalDate
  lastDoneOn: LocalDate | null
  lastDoneBy: string | null
  nextDueOn: LocalDate | null
  durationMinutes: number | null
}
export const chores = storeOf<ChoreRow>('chore', {
  title: 'title',
  titleKey: 'title_key',
  words: 'words',
  rrule: 'rrule',
  everyDays: 'every_days',
  assignee: 'assignee',
  assigneeId: 'assignee_id',
  startsOn: 'starts_on',
  lastDoneOn: 'last_done_on',
  lastDoneBy: 'last_done_by',
  nextDueOn: 'next_due_on',
  durationMinutes: 'duration_minutes',
})

export const lockChoreNamed = async (tx: Tx, spaceId: string, titleKey: string): Promise<ChoreRow | null> =>
  (
    await tx.query<ChoreRow>(
      `select ${chores.columns} from home.chore t
       where t.space_id = $1 and t.title_key = $2 and t.deleted_at is null order by t.created_at limit 1 for update`,
      [spaceId, titleKey],
    )
  )[0] ?? null

export const findChores = (tx: Tx, spaces: readonly string[], words: readonly string[]): Promise<ChoreRow[]> =>
  tx.query<ChoreRow>(
    `select ${chores.columns} from home.chore t where t.space_id = any($1::uuid[]) and ${FITS} and t.deleted_at is null
     order by ${EXACT_FIRST}, t.created_at, t.id limit 20`,
    [spaces, patternsOf(words)],
  )

export interface ChoreFilter {
  words: readonly string[]
  dueBy: LocalDate | null
  assignee: string | null
  assigneeId: string | null
  status: 'active' | 'deleted' | 'all'
  offset: number
  limit: number
}
const LISTED = `t.space_id = any($1::uuid[]) and ${FITS} and ($3::date is null or t.next_due_on <= $3)
  and (($4::uuid is null and $5::text is null) or t.assignee_id = $4 or lower(t.assignee) = lower($5))
  and case $6 when 'active' then t.deleted_at is null when 'deleted' then t.deleted_at is not null else true end`

/** One page, what is due first on top; with the number of all. */
export const pageOfChores = async (
  tx: Tx,
  spaces: readonly string[],
  filter: ChoreFilter,
): Promise<{ rows: ChoreRow[]; total: number }> => {
  const base = [spaces, patternsOf(filter.words), filter.dueBy, filter.assigneeId, filter.assignee, filter.status]
  const rows = await tx.query<ChoreRow>(
    `select ${chores.columns} from home.chore t where ${LISTED}
     order by t.next_due_on nulls last, t.created_at, t.id limit $7 offset $8`,
    [...base, filter.limit, filter.offset],
  )
  const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from home.chore t where ${LISTED}`, base)
  return { rows, total: count?.n ?? 0 }
}

/** Chores that are this person's or nobody's, and due by a day; with `later` also those whose cadence brings more. */
export const choresOf = (tx: Tx, spaces: readonly string[], userId: string, dueBy: LocalDate): Promise<ChoreRow[]> =>
  tx.query<ChoreRow>(
    `select ${chores.columns} from home.chore t
     where t.space_id = any($1::uuid[]) and t.deleted_at is null and t.next_due_on <= $2
       and (t.assignee_id is null or t.assignee_id = $3)
     order by t.next_due_on, t.created_at, t.id`,
    [spaces, dueBy, userId],
  )

/** The same from wherever this person sees rows; without asking for the place first. */
export const choresSeen = (tx: Tx, userId: string, dueBy: LocalDate): Promise<ChoreRow[]> =>
  tx.query<ChoreRow>(
    `select ${chores.columns} from home.chore t
     where t.space_id = any ((select home.spaces())::uuid[]) and t.deleted_at is null and t.next_due_on <= $1
       and (t.assignee_id is null or t.assignee_id = $2)
     order by t.next_due_on, t.created_at, t.id`,
    [dueBy, userId],
  )
