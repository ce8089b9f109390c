// Rows of meter readings.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { type SharedRow, storeOf } from '../repository.ts'
import type { MeterKind } from '../schema.ts'

export interface ReadingRow extends SharedRow {
  meter: MeterKind
  label: string | null
  labelKey: string
  value: number
  unit: string
  on: LocalDate
  reset: 'rollover' | 'replaced' | null
}
export const readings = storeOf<ReadingRow>('reading', {
  meter: 'meter',
  label: 'label',
  labelKey: 'label_key',
  value: 'value',
  unit: 'unit',
  on: 'read_on',
  reset: 'reset',
})

type Meter = Pick<ReadingRow, 'spaceId' | 'meter' | 'labelKey'>
const SAME = 't.space_id = $1 and t.meter = $2 and t.label_key = $3 and t.deleted_at is null'

/** The readings around a day: the last before it, the one of that day (held), the first after it. */
export const readingsAround = async (
  tx: Tx,
  { spaceId, meter, labelKey }: Meter,
  on: LocalDate,
): Promise<{ before: ReadingRow | null; same: ReadingRow | null; after: ReadingRow | null }> => {
  const params = [spaceId, meter, labelKey, on]
  const [same] = await tx.query<ReadingRow>(
    `select ${readings.columns} from home.reading t where ${SAME} and t.read_on = $4 order by t.created_at limit 1 for update`,
    params,
  )
  const [before] = await tx.query<ReadingRow>(
    `select ${readings.columns} from home.reading t where ${SAME} and t.read_on < $4 order by t.read_on desc limit 1`,
    params,
  )
  const [after] = await tx.query<ReadingRow>(
    `select ${readings.columns} from home.reading t where ${SAME} and t.read_on > $4 order by t.read_on limit 1`,
    params,
  )
  return { before: before ?? null, same: same ?? null, after: after ?? null }
}

/** Every reading of these meters, oldest first; consumption needs the neighbours, so the period is cut by the caller. */
export const listReadings = (
  tx: Tx,
  spaces: readonly string[],
  filter: { meter: MeterKind | null; labelKey: string | null; to: LocalDate | null },
): Promise<ReadingRow[]> =>
  tx.query<ReadingRow>(
    `select ${readings.columns} from home.reading t
     where t.space_id = any($1::uuid[]) and ($2::text is null or t.meter = $2) and ($3::text is null or t.label_key = $3)
       and ($4::date is null or t.read_on <= $4) and t.deleted_at is null
     order by t.meter, t.label_key, t.space_id, t.read_on, t.created_at`,
    [spaces, filter.meter, filter.labelKey, filter.to],
  )
