// Rows of sleep.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { Source } from '../schema.ts'
import { defineTable } from './table.ts'

export interface SleepRow {
  id: string
  startedAt: Date | null
  endedAt: Date | null
  /** The local day of waking. */
  localDate: LocalDate
  timeZone: string
  /** Time asleep. */
  minutes: number
  nap: boolean
  quality: number | null
  stages: Record<string, number> | null
  note: string | null
  source: Source
  sourceKey: string
  device: string | null
  details: Record<string, unknown>
  importId: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

export const SLEEP = defineTable<SleepRow>('health.sleep', {
  id: 'id',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  localDate: 'local_date',
  timeZone: 'time_zone',
  minutes: 'minutes',
  nap: 'nap',
  quality: 'quality',
  stages: 'stages',
  note: 'note',
  source: 'source',
  sourceKey: 'source_key',
  device: 'device',
  details: 'details',
  importId: 'import_id',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
})

/** What the counting of nights needs of a row. */
export type Spell = Pick<
  SleepRow,
  'id' | 'startedAt' | 'endedAt' | 'localDate' | 'minutes' | 'nap' | 'quality' | 'source' | 'device' | 'updatedAt'
> & { staged: boolean }

export const spellsBetween = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<Spell[]> =>
  tx.query<Spell>(
    `select t.id, t.started_at as "startedAt", t.ended_at as "endedAt", t.local_date as "localDate", t.minutes, t.nap,
        t.quality, t.source, t.device, t.updated_at as "updatedAt", t.stages is not null as staged
       from health.sleep t
      where t.user_id = $1 and t.local_date between $2 and $3 and t.deleted_at is null`,
    [userId, from, to],
  )

/** What the person said themselves about these days. */
export const ownSleep = (tx: Tx, userId: string, from: LocalDate, to: LocalDate): Promise<SleepRow[]> =>
  tx.query<SleepRow>(
    `select ${SLEEP.columns} from health.sleep t
      where t.user_id = $1 and t.local_date between $2 and $3 and t.deleted_at is null and t.source = 'person'
      order by t.created_at, t.id`,
    [userId, from, to],
  )
