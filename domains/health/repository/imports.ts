// Rows that files bring: many at once, each told from all others by its natural key.
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { MetricKind, Source } from '../schema.ts'
import type { Touched } from './metrics.ts'
import { SLEEP, type SleepRow } from './sleep.ts'

export interface NewMetric {
  id: string
  kind: MetricKind
  value: number
  value2: number | null
  at: Date
  endAt: Date | null
  localDate: LocalDate
  sourceKey: string
  device: string | null
  details: string
}
export interface Import {
  id: string
  userId: string
  source: Source
  timeZone: string
  now: Instant
}

/** Stores those that are not there yet, deleted ones included; their kinds and days. */
export const insertMetrics = (tx: Tx, given: Import, rows: readonly NewMetric[]): Promise<Touched[]> =>
  tx.query<Touched>(
    `insert into health.metric (id, user_id, kind, value, value2, at, end_at, local_date, time_zone, source, source_key,
        device, details, import_id, revision, created_at, updated_at)
     select u.id, $1::uuid, u.kind, u.value, u.value2, u.at, u.end_at, u.local_date, $3::text, $4::text, u.source_key,
        u.device, u.details::jsonb, $2::uuid, $2::uuid, $5::timestamptz, $5::timestamptz
       from unnest($6::uuid[], $7::text[], $8::float8[], $9::float8[], $10::timestamptz[], $11::timestamptz[], $12::date[],
          $13::text[], $14::text[], $15::text[])
         as u (id, kind, value, value2, at, end_at, local_date, source_key, device, details)
     on conflict (user_id, kind, at, source, source_key) do nothing
     returning kind, local_date as date`,
    [
      given.userId,
      given.id,
      given.timeZone,
      given.source,
      given.now,
      rows.map((row) => row.id),
      rows.map((row) => row.kind),
      rows.map((row) => row.value),
      rows.map((row) => row.value2),
      rows.map((row) => row.at),
      rows.map((row) => row.endAt),
      rows.map((row) => row.localDate),
      rows.map((row) => row.sourceKey),
      rows.map((row) => row.device),
      rows.map((row) => row.details),
    ],
  )

/** Takes back the measurements of an import that nothing has changed since; their kinds and days. */
export const removeMetrics = (tx: Tx, userId: string, importId: string): Promise<Touched[]> =>
  tx.query<Touched>(
    `with gone as (delete from health.metric m
        where m.user_id = $1 and m.import_id = $2 and m.revision = $2 returning m.kind, m.local_date)
     select distinct gone.kind, gone.local_date as date from gone`,
    [userId, importId],
  )

export interface PieceRow {
  device: string
  stage: string
  start: Date
  end: Date
}

export const insertPieces = async (tx: Tx, given: Import, rows: readonly PieceRow[]): Promise<void> => {
  await tx.query(
    `insert into health.sleep_piece (user_id, source, device, started_at, ended_at, stage, import_id, created_at)
     select $1::uuid, $2::text, u.device, u.started_at, u.ended_at, u.stage, $3::uuid, $4::timestamptz
       from unnest($5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[]) as u (device, started_at, ended_at, stage)
     on conflict do nothing`,
    [
      given.userId,
      given.source,
      given.id,
      given.now,
      rows.map((row) => row.device),
      rows.map((row) => row.start),
      rows.map((row) => row.end),
      rows.map((row) => row.stage),
    ],
  )
}

export const piecesBetween = (
  tx: Tx,
  userId: string,
  place: { source: Source; device: string; from: Date; to: Date },
): Promise<(PieceRow & { importId: string })[]> =>
  tx.query<PieceRow & { importId: string }>(
    `select p.device, p.stage, p.started_at as start, p.ended_at as "end", p.import_id as "importId"
       from health.sleep_piece p
      where p.user_id = $1 and p.source = $2 and p.device = $3 and p.started_at <= $5 and p.ended_at >= $4
        and p.started_at >= $4::timestamptz - interval '2 days'
      order by p.started_at, p.ended_at, p.stage`,
    [userId, place.source, place.device, place.from, place.to],
  )

/** Removes the pieces of an import; by device the stretch of time they lay in. */
export const removePieces = (
  tx: Tx,
  userId: string,
  importId: string,
): Promise<{ source: Source; device: string; from: Date; to: Date }[]> =>
  tx.query<{ source: Source; device: string; from: Date; to: Date }>(
    `with gone as (delete from health.sleep_piece p where p.user_id = $1 and p.import_id = $2
        returning p.source, p.device, p.started_at, p.ended_at)
     select gone.source, gone.device, min(gone.started_at) as "from", max(gone.ended_at) as "to" from gone
      group by gone.source, gone.device`,
    [userId, importId],
  )

/** Imported spells of a device in a stretch of time or with these keys, deleted ones included. */
export const importedSpells = (
  tx: Tx,
  userId: string,
  place: { source: Source; device: string; from: Date; to: Date; keys: readonly string[] },
): Promise<SleepRow[]> =>
  tx.query<SleepRow>(
    `select ${SLEEP.columns} from health.sleep t
      where t.user_id = $1 and t.source = $2 and t.device = $3 and t.import_id is not null
        and ((t.started_at <= $5 and t.ended_at >= $4) or t.source_key = any($6::text[]))
      order by t.started_at`,
    [userId, place.source, place.device, place.from, place.to, place.keys],
  )

export const removeSpells = async (tx: Tx, userId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx.query('delete from health.sleep t where t.user_id = $1 and t.id = any($2::uuid[])', [userId, ids])
}

export const insertSpell = async (tx: Tx, userId: string, row: SleepRow): Promise<void> => {
  await tx.query(SLEEP.insert, SLEEP.params(userId, row))
}

/** How many of these stretches of time, in epoch milliseconds, no sleep of any source lies in. */
export const countUnseen = async (
  tx: Tx,
  userId: string,
  stretches: readonly { start: number; end: number }[],
): Promise<number> => {
  if (stretches.length === 0) return 0
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from unnest($2::timestamptz[], $3::timestamptz[]) as u (start_at, end_at)
      where not exists (select from health.sleep t
        where t.user_id = $1 and t.deleted_at is null and t.started_at < u.end_at and t.ended_at > u.start_at
          and t.local_date between (u.start_at at time zone 'UTC')::date - 1 and (u.end_at at time zone 'UTC')::date + 2)`,
    [userId, stretches.map(({ start }) => new Date(start)), stretches.map(({ end }) => new Date(end))],
  )
  return row?.count ?? 0
}
