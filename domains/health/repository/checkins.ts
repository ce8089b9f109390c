// Rows of check-ins (mood, stress, energy) and symptoms.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { Source } from '../schema.ts'
import { defineTable } from './table.ts'

interface Recorded {
  id: string
  at: Date
  localDate: LocalDate
  timeZone: string
  note: string | null
  source: Source
  sourceKey: string
  importId: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}
export interface CheckinRow extends Recorded {
  mood: number | null
  stress: number | null
  energy: number | null
}
export interface SymptomRow extends Recorded {
  name: string
  severity: number | null
  since: LocalDate | null
}

const RECORDED = {
  id: 'id',
  at: 'at',
  localDate: 'local_date',
  timeZone: 'time_zone',
  note: 'note',
  source: 'source',
  sourceKey: 'source_key',
  importId: 'import_id',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
}
export const CHECKIN = defineTable<CheckinRow>('health.checkin', {
  ...RECORDED,
  mood: 'mood',
  stress: 'stress',
  energy: 'energy',
})
export const SYMPTOM = defineTable<SymptomRow>('health.symptom', {
  ...RECORDED,
  name: 'name',
  severity: 'severity',
  since: 'since',
})

export const checkinsBetween = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<CheckinRow[]> =>
  tx.query<CheckinRow>(
    `select ${CHECKIN.columns} from health.checkin t
      where t.user_id = $1 and t.local_date between $2 and $3 and t.deleted_at is null order by t.at, t.id`,
    [userId, from, to],
  )

export const symptomsBetween = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<SymptomRow[]> =>
  tx.query<SymptomRow>(
    `select ${SYMPTOM.columns} from health.symptom t
      where t.user_id = $1 and t.local_date between $2 and $3 and t.deleted_at is null order by t.at, t.id`,
    [userId, from, to],
  )

export type Feeling = 'mood' | 'stress' | 'energy'
const DAILY: Record<Feeling, string> = {
  mood: 'avg(t.mood)',
  stress: 'avg(t.stress)',
  energy: 'avg(t.energy)',
}
const dailySql = (mean: string): string =>
  `select t.local_date as date, ${mean}::float8 as value, array_agg(distinct t.source) as sources from health.checkin t
    where t.user_id = $1 and t.local_date between $2 and $3 and t.deleted_at is null
    group by t.local_date having ${mean} is not null order by t.local_date`
const DAILY_SQL: Record<Feeling, string> = {
  mood: dailySql(DAILY.mood),
  stress: dailySql(DAILY.stress),
  energy: dailySql(DAILY.energy),
}

/** The day's mean of one feeling, for days that have it. */
export const feelingByDay = (
  tx: Tx,
  userId: string,
  feeling: Feeling,
  from: LocalDate,
  to: LocalDate,
): Promise<{ date: LocalDate; value: number; sources: string[] }[]> => tx.query(DAILY_SQL[feeling], [userId, from, to])

export const lastCheckin = async (tx: Tx, userId: string): Promise<CheckinRow | null> =>
  (
    await tx.query<CheckinRow>(
      `select ${CHECKIN.columns} from health.checkin t
        where t.user_id = $1 and t.deleted_at is null order by t.local_date desc, t.at desc, t.id limit 1`,
      [userId],
    )
  )[0] ?? null
