import type { Instant } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import type { LoadDay } from '../engine/ratio.ts'
import type { PlannedSession } from '../schema/plan.ts'
import type { InjuryRow } from './rows.ts'

/** What a day plan needs beside the accepted sessions, in one statement. */
export interface DayState {
  injuries: Pick<InjuryRow, 'id' | 'bodyPart' | 'bodyPartKey' | 'severity'>[]
  /** Workouts of these days, the latest last; null for none. */
  load: (LoadDay & { id: string })[] | null
  /** The day of the first workout ever. */
  first: string | null
  /** Sessions of the latest proposal for a week of which nothing is accepted; null for none. */
  proposed: PlannedSession[] | null
}
const STATE = `select
    (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'bodyPart', i.body_part, 'bodyPartKey', i.body_part_key,
        'severity', i.severity) order by i.created_at, i.id), '[]')
       from workouts.injury i where i.user_id = $1 and i.status = 'active') as injuries,
    (select jsonb_agg(jsonb_build_object('id', w.id, 'date', w.local_date, 'tenths', w.load_tenths,
        'estimated', coalesce(w.load_method <> 'session_rpe', false)) order by w.start_at, w.id)
       from workouts.workout w where w.user_id = $1 and w.deleted_at is null and w.local_date between $2 and $3
        and w.start_at >= $2::date - interval '2 days' and w.start_at < $3::date + interval '3 days') as load,
    (select w.local_date from workouts.workout w where w.user_id = $1 and w.deleted_at is null
      order by w.start_at limit 1) as first,
    (select p.proposal->'sessions' from workouts.plan p
      where p.user_id = $1 and p.week_start = $4 and p.status = 'proposed' and p.expires_at > $5
        and not exists (select 1 from workouts.plan a
          where a.user_id = $1 and a.week_start = $4 and a.status = 'accepted')
      order by p.created_at desc, p.id desc limit 1) as proposed`

export const dayState = async (
  tx: Tx,
  userId: string,
  days: { from: string; to: string; monday: string },
  now: Instant,
): Promise<DayState> => {
  const [row] = await tx.query<DayState>(STATE, [userId, days.from, days.to, days.monday, now])
  return row ?? { injuries: [], load: null, first: null, proposed: null }
}
