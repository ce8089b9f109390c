// Rows of habits and of what was done for them.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { defineTable } from './table.ts'

export interface HabitRow {
  id: string
  title: string
  titleKey: string
  target: number
  unit: string | null
  period: 'day' | 'week'
  startedOn: LocalDate
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}
export interface HabitLogRow {
  id: string
  habitId: string
  amount: number
  at: Date
  localDate: LocalDate
  timeZone: string
  note: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

export const HABIT = defineTable<HabitRow>('health.habit', {
  id: 'id',
  title: 'title',
  titleKey: 'title_key',
  target: 'target',
  unit: 'unit',
  period: 'period',
  startedOn: 'started_on',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
})
export const HABIT_LOG = defineTable<HabitLogRow>('health.habit_log', {
  id: 'id',
  habitId: 'habit_id',
  amount: 'amount',
  at: 'at',
  localDate: 'local_date',
  timeZone: 'time_zone',
  note: 'note',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
})

export const listHabitRows = (tx: Tx, userId: string): Promise<HabitRow[]> =>
  tx.query<HabitRow>(
    `select ${HABIT.columns} from health.habit t where t.user_id = $1 and t.deleted_at is null order by t.created_at, t.id`,
    [userId],
  )

/** What was done for each habit on each day, days inclusive. */
export interface Done {
  habitId: string
  date: LocalDate
  amount: number
}
export const doneBetween = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<Done[]> =>
  tx.query<Done>(
    `select t.habit_id as "habitId", t.local_date as date, sum(t.amount)::float8 as amount from health.habit_log t
      where t.user_id = $1 and t.local_date between $2 and $3 and t.deleted_at is null group by 1, 2`,
    [userId, from, to],
  )
