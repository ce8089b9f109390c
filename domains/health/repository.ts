// Entries of all four tables in one list: what was written down, newest first.
import type { LocalDate } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { EntryRow } from './engine/show.ts'
import { CHECKIN, type CheckinRow, SYMPTOM, type SymptomRow } from './repository/checkins.ts'
import { METRIC, type MetricRow } from './repository/metrics.ts'
import { SLEEP, type SleepRow } from './repository/sleep.ts'
import { findRow } from './repository/table.ts'
import type { MetricKind } from './schema.ts'

export interface EntryFilter {
  /** Empty for none. */
  metrics: readonly MetricKind[]
  sleep: boolean
  mood: boolean
  symptom: boolean
  from: LocalDate | null
  to: LocalDate | null
  includeDeleted: boolean
  after: { at: Date; id: string } | null
  limit: number
}

interface Key {
  entity: EntryRow['entity']
  id: string
  at: Date
}

/**
 * Each kind is read along its own index, so that a page costs the same after years of samples. No bound is optional: with
 * `$n is null or …` a plan made once for all parameters could not use the index.
 */
const KEYS = `
  select * from (
    (select 'metric' as entity, m.id, m.at from unnest($2::text[]) as k (kind)
      cross join lateral (select x.id, x.at from health.metric x
        where x.user_id = $1 and x.kind = k.kind and ($9::boolean or x.deleted_at is null)
          and x.at >= ($6::date::timestamp - interval '14 hours') at time zone 'UTC' and x.local_date >= $6::date
          and x.at < ($7::date::timestamp + interval '36 hours') at time zone 'UTC' and x.local_date <= $7::date
          and x.at <= $8::timestamptz and (x.at, x.id) < ($8, $10::uuid)
        order by x.at desc, x.id desc limit $11) m)
    union all
    (select 'sleep', s.id, s.at from (
        select id, coalesce(ended_at, (local_date::timestamp + interval '12 hours') at time zone 'UTC') as at
          from health.sleep where user_id = $1 and $3::boolean and ($9::boolean or deleted_at is null)
           and local_date between $6::date and $7::date) s
      where (s.at, s.id) < ($8::timestamptz, $10::uuid)
      order by s.at desc, s.id desc limit $11)
    union all
    (select 'checkin', c.id, c.at from health.checkin c
      where c.user_id = $1 and $4::boolean and ($9::boolean or c.deleted_at is null)
        and c.local_date between $6::date and $7::date and (c.at, c.id) < ($8::timestamptz, $10::uuid)
      order by c.at desc, c.id desc limit $11)
    union all
    (select 'symptom', y.id, y.at from health.symptom y
      where y.user_id = $1 and $5::boolean and ($9::boolean or y.deleted_at is null)
        and y.local_date between $6::date and $7::date and (y.at, y.id) < ($8::timestamptz, $10::uuid)
      order by y.at desc, y.id desc limit $11)) e
  order by e.at desc, e.id desc limit $11`
const FIRST_DAY = '0002-01-01'
const LAST_DAY = '9998-12-31'
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export const listEntryRows = async (tx: Tx, userId: string, filter: EntryFilter): Promise<EntryRow[]> => {
  const keys = await tx.query<Key>(KEYS, [
    userId,
    filter.metrics,
    filter.sleep,
    filter.mood,
    filter.symptom,
    filter.from ?? FIRST_DAY,
    filter.to ?? LAST_DAY,
    filter.after?.at ?? 'infinity',
    filter.includeDeleted,
    filter.after?.id ?? LAST_ID,
    filter.limit,
  ])
  const rows = await load(tx, userId, keys)
  return keys.flatMap(({ id }) => rows.get(id) ?? [])
}

const load = async (tx: Tx, userId: string, keys: readonly Key[]): Promise<Map<string, EntryRow>> => {
  const rows = new Map<string, EntryRow>()
  const idsOf = (entity: Key['entity']): string[] => keys.filter((key) => key.entity === entity).map(({ id }) => id)
  const metrics = keys.filter((key) => key.entity === 'metric')
  if (metrics.length > 0) {
    const sql = `${METRIC.selectById} and t.at = any($3::timestamptz[])`
    const params = [userId, metrics.map(({ id }) => id), metrics.map(({ at }) => at)]
    for (const row of await tx.query<MetricRow>(sql, params)) rows.set(row.id, { entity: 'metric', row })
  }
  for (const row of await byIds<SleepRow>(tx, SLEEP.selectById, userId, idsOf('sleep')))
    rows.set(row.id, { entity: 'sleep', row })
  for (const row of await byIds<CheckinRow>(tx, CHECKIN.selectById, userId, idsOf('checkin')))
    rows.set(row.id, { entity: 'checkin', row })
  for (const row of await byIds<SymptomRow>(tx, SYMPTOM.selectById, userId, idsOf('symptom')))
    rows.set(row.id, { entity: 'symptom', row })
  return rows
}
const byIds = async <Row extends object>(tx: Tx, sql: string, userId: string, ids: string[]): Promise<Row[]> =>
  ids.length === 0 ? [] : tx.query<Row>(sql, [userId, ids])

/** The entry of an id, deleted ones included, or null; `find` may be `lockRow`, which holds it. */
export const findEntry = async (
  tx: Tx,
  userId: string,
  id: string,
  find: typeof findRow = findRow,
): Promise<EntryRow | null> => {
  const metric = await find(tx, METRIC, userId, id)
  if (metric) return { entity: 'metric', row: metric }
  const sleep = await find(tx, SLEEP, userId, id)
  if (sleep) return { entity: 'sleep', row: sleep }
  const checkin = await find(tx, CHECKIN, userId, id)
  if (checkin) return { entity: 'checkin', row: checkin }
  const symptom = await find(tx, SYMPTOM, userId, id)
  return symptom && { entity: 'symptom', row: symptom }
}
