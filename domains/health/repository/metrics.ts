// Rows of measurements: SQL only, one person at a time.
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { MetricKind, Source } from '../schema.ts'
import { defineTable } from './table.ts'

export interface MetricRow {
  id: string
  kind: MetricKind
  /** In the canonical unit of the kind; systolic of a blood pressure. */
  value: number
  /** Diastolic, null for every other kind. */
  value2: number | null
  at: Date
  endAt: Date | null
  localDate: LocalDate
  timeZone: string
  source: Source
  sourceKey: string
  device: string | null
  details: Record<string, unknown>
  note: string | null
  importId: string | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

export const METRIC = defineTable<MetricRow>('health.metric', {
  id: 'id',
  kind: 'kind',
  value: 'value',
  value2: 'value2',
  at: 'at',
  endAt: 'end_at',
  localDate: 'local_date',
  timeZone: 'time_zone',
  source: 'source',
  sourceKey: 'source_key',
  device: 'device',
  details: 'details',
  note: 'note',
  importId: 'import_id',
  revision: 'revision',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
})

/** A kind and local day whose samples changed. */
export interface Touched {
  kind: MetricKind
  date: LocalDate
}

/**
 * Works `metric_day` out again for these days; call it after every change of `health.metric`, in the same transaction.
 * What several sources tell of one moment counts once: the same figure in the same minute is one sample. Steps and water
 * are never added over sources: a watch and a phone count the same steps, so the one source and device with the largest
 * total of the day counts (a counter that was not worn only misses steps, it does not invent them). All rows stay.
 */
export const refreshDays = async (tx: Tx, userId: string, touched: readonly Touched[], now: Instant): Promise<void> => {
  if (touched.length === 0) return
  // Everybody takes the rows in the same order, so that two writers wait for one another and never for each other's.
  const days = [...new Map(touched.map((day) => [`${day.kind} ${day.date}`, day])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, day]) => day)
  const stretches = stretchesOf(days)
  const params = [userId, days.map(({ kind }) => kind), days.map(({ date }) => date), now]
  await tx.query(CLAIM, params)
  await tx.query(REFRESH, [
    ...params,
    stretches.map(({ kind }) => kind),
    stretches.map(({ from }) => new Date(from)),
    stretches.map(({ until }) => new Date(until)),
  ])
  await tx.query(DROP_EMPTY, params.slice(0, 3))
}

/** A local day lies within 14 hours before and 36 hours after its midnight in UTC; zones are UTC−12 to UTC+14. */
const EARLIEST_MS = 14 * 3_600_000
const LATEST_MS = 36 * 3_600_000

interface Stretch {
  kind: MetricKind
  /** Milliseconds since 1970; `until` is not in it. */
  from: number
  until: number
}
/** The time in which samples of these days lie, days in a row as one stretch; days are in order. */
const stretchesOf = (days: readonly Touched[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const { kind, date } of days) {
    const midnight = Date.parse(`${date}T00:00:00Z`)
    const last = stretches.at(-1)
    if (last?.kind === kind && midnight - EARLIEST_MS <= last.until) last.until = midnight + LATEST_MS
    else stretches.push({ kind, from: midnight - EARLIEST_MS, until: midnight + LATEST_MS })
  }
  return stretches
}

/**
 * Holds the days until the transaction ends, also those that have no row yet: somebody who measures at the same moment
 * waits here, and then reads what the other has written. A day that is left without samples has no row in the end.
 */
const CLAIM = `
  insert into health.metric_day as d (user_id, kind, local_date, value, low, high, samples, last_at, sources, created_at)
  select $1::uuid, t.kind, t.day, 0, 0, 0, 0, $4::timestamptz, '{}', $4
    from unnest($2::text[], $3::date[]) as t (kind, day)
  on conflict (user_id, kind, local_date) do update set samples = 0, created_at = excluded.created_at`
/**
 * Each stretch is read once, along the index. Its bounds come as values: under row-level security a condition may only
 * go into the index scan when nothing in it could leak a row, and `at time zone` over a column is not known not to.
 */
const REFRESH = `
  with touched as (select t.kind, t.day, t.kind in ('steps', 'water') as summed
      from unnest($2::text[], $3::date[]) as t (kind, day)),
    sample as (
      select t.kind, t.day, t.summed, m.value, m.value2, m.at, m.source,
             case when t.summed then m.source || '|' || coalesce(m.device, '') else '' end as stream,
             case when t.summed then m.at else date_trunc('minute', m.at, 'UTC') end as moment,
             case when t.summed then m.source_key else '' end as record
        from unnest($5::text[], $6::timestamptz[], $7::timestamptz[]) as s (kind, earliest, latest)
       cross join lateral (
         select x.local_date, x.value, x.value2, x.at, x.source, x.source_key, x.device from health.metric x
          where x.user_id = $1 and x.kind = s.kind and x.at >= s.earliest and x.at < s.latest and x.deleted_at is null
         offset 0) m
        join touched t on t.kind = s.kind and t.day = m.local_date),
    once as (
      select kind, day, summed, stream, value, value2, max(at) as at, min(source) as source from sample
       group by kind, day, summed, stream, moment, record, value, value2),
    total as (
      select kind, day, stream, case when summed then sum(value) else avg(value) end as value, avg(value2) as value2,
             min(value) as low, max(value) as high, count(*)::int as samples, max(at) as last_at,
             array_agg(distinct source) as sources
        from once group by kind, day, summed, stream),
    figure as (select distinct on (kind, day) * from total order by kind, day, value desc, stream)
  insert into health.metric_day (user_id, kind, local_date, value, value2, low, high, samples, last_at, sources, created_at)
  select $1::uuid, kind, day, value, value2, low, high, samples, last_at, sources, $4::timestamptz from figure
  on conflict (user_id, kind, local_date) do update
     set value = excluded.value, value2 = excluded.value2, low = excluded.low, high = excluded.high,
         samples = excluded.samples, last_at = excluded.last_at, sources = excluded.sources`
const DROP_EMPTY = `
  delete from health.metric_day d using unnest($2::text[], $3::date[]) as t (kind, day)
   where d.user_id = $1 and d.kind = t.kind and d.local_date = t.day and d.samples = 0`

export interface DayFigure {
  kind: MetricKind
  date: LocalDate
  value: number
  value2: number | null
  low: number
  high: number
  samples: number
  lastAt: Date
  sources: string[]
}
const DAY = `d.kind, d.local_date as date, d.value, d.value2, d.low, d.high, d.samples, d.last_at as "lastAt", d.sources`

/** One figure per day that has any, both days included. */
export const daysOfMetric = (
  tx: Tx,
  userId: string,
  kind: MetricKind,
  from: LocalDate,
  to: LocalDate,
): Promise<DayFigure[]> =>
  tx.query<DayFigure>(
    `select ${DAY} from health.metric_day d
      where d.user_id = $1 and d.kind = $2 and d.local_date between $3 and $4 order by d.local_date`,
    [userId, kind, from, to],
  )

export const metricsOfDay = (
  tx: Tx,
  userId: string,
  kinds: readonly MetricKind[],
  date: LocalDate,
): Promise<DayFigure[]> =>
  tx.query<DayFigure>(
    `select ${DAY} from health.metric_day d where d.user_id = $1 and d.kind = any($2::text[]) and d.local_date = $3`,
    [userId, kinds, date],
  )

/** The last sample of each kind up to the end of a day. Its day is known from `metric_day`, so one partition is read. */
export const latestMetrics = (
  tx: Tx,
  userId: string,
  kinds: readonly MetricKind[],
  date: LocalDate,
): Promise<MetricRow[]> =>
  tx.query<MetricRow>(
    `select ${METRIC.columns} from unnest($2::text[]) as k (kind)
      cross join lateral (select d.last_at from health.metric_day d
        where d.user_id = $1 and d.kind = k.kind and d.local_date <= $3 order by d.local_date desc limit 1) d
      cross join lateral (select * from health.metric x
        where x.user_id = $1 and x.kind = k.kind and x.at = d.last_at and x.deleted_at is null
        order by x.source = 'person' desc, x.created_at desc, x.id limit 1) t`,
    [userId, kinds, date],
  )
