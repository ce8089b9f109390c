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
  const days = new Map(touched.map((day) => [`${day.kind} ${day.date}`, day]))
  const params = [userId, [...days.values()].map((day) => day.kind), [...days.values()].map((day) => day.date)]
  await tx.query(
    `delete from health.metric_day d using unnest($2::text[], $3::date[]) as u (kind, day)
      where d.user_id = $1 and d.kind = u.kind and d.local_date = u.day`,
    params,
  )
  const midnights = [...days.values()].map((day) => Date.parse(`${day.date}T00:00:00Z`))
  const from = midnights.map((midnight) => new Date(midnight - EARLIEST_MS))
  const until = midnights.map((midnight) => new Date(midnight + LATEST_MS))
  await tx.query(REFRESH, [...params, now, from, until])
}

/** A local day lies within 14 hours before and 36 hours after its midnight in UTC; zones are UTC−12 to UTC+14. */
const EARLIEST_MS = 14 * 3_600_000
const LATEST_MS = 36 * 3_600_000
/**
 * The bounds come as values: under row-level security a condition may only go into the index scan when nothing in it
 * could leak a row, and `at time zone` over a column is not known not to.
 */
const REFRESH = `
  insert into health.metric_day (user_id, kind, local_date, value, value2, low, high, samples, last_at, sources, created_at)
  select $1::uuid, t.kind, t.day, f.value, f.value2, f.low, f.high, f.samples, f.last_at, f.sources, $4::timestamptz
    from unnest($2::text[], $3::date[], $5::timestamptz[], $6::timestamptz[]) as t (kind, day, earliest, latest)
   cross join lateral (
     select case when t.kind in ('steps', 'water') then sum(s.value) else avg(s.value) end as value,
            avg(s.value2) as value2, min(s.value) as low, max(s.value) as high, count(*)::int as samples,
            max(s.at) as last_at, array_agg(distinct s.source) as sources
       from (select distinct on (x.stream, x.moment, x.value, x.value2) x.*
               from (select m.value, m.value2, m.at, m.source,
                            case when t.kind in ('steps', 'water') then m.source || '|' || coalesce(m.device, '') else '' end
                              as stream,
                            case when t.kind in ('steps', 'water') then m.at || m.source_key
                                 else date_trunc('minute', m.at, 'UTC')::text end as moment
                       from health.metric m
                      where m.user_id = $1 and m.kind = t.kind and m.local_date = t.day and m.deleted_at is null
                        and m.at >= t.earliest and m.at < t.latest) x
              order by x.stream, x.moment, x.value, x.value2, x.source) s
      group by s.stream
      order by sum(s.value) desc, s.stream limit 1) f`

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
