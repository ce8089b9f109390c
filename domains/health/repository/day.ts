// What a day plan needs of health, in two statements.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { HABIT, type HabitRow } from './habits.ts'
import type { SafetyFactRow } from './safety.ts'
import type { Spell } from './sleep.ts'

/** Habits that have begun, each with what was done in its day or, from Monday, its week up to a day. */
export const habitsOfDay = (
  tx: Tx,
  userId: string,
  date: LocalDate,
  monday: LocalDate,
): Promise<(HabitRow & { done: number })[]> =>
  tx.query(
    `select ${HABIT.columns}, coalesce(l.done, 0)::float8 as done from health.habit t
       left join (select h.habit_id, sum(h.amount) as done, sum(h.amount) filter (where h.local_date = $2) as today
          from health.habit_log h where h.user_id = $1 and h.local_date between $3 and $2 and h.deleted_at is null
          group by 1) w on w.habit_id = t.id
       cross join lateral (select case t.period when 'day' then w.today else w.done end as done) l
      where t.user_id = $1 and t.deleted_at is null and t.started_on <= $2 order by t.created_at, t.id`,
    [userId, date, monday],
  )

export interface Felt {
  id: string
  at: Date
  mood: number | null
  stress: number | null
  energy: number | null
}
export interface BodyState {
  spells: Spell[]
  /** In the order they were said. */
  felt: Felt[]
  facts: Pick<SafetyFactRow, 'id' | 'kind' | 'name' | 'key' | 'severity' | 'schedule'>[]
}

const STATE = `select
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'startedAt', s.started_at, 'endedAt', s.ended_at,
        'localDate', s.local_date, 'minutes', s.minutes, 'nap', s.nap, 'quality', s.quality, 'source', s.source,
        'device', s.device, 'updatedAt', s.updated_at, 'staged', s.stages is not null)), '[]')
       from health.sleep s where s.user_id = $1 and s.local_date between $2 and $4 and s.deleted_at is null) as spells,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'at', c.at, 'mood', c.mood, 'stress', c.stress,
        'energy', c.energy) order by c.at, c.id), '[]')
       from health.checkin c where c.user_id = $1 and c.local_date between $3 and $4 and c.deleted_at is null) as felt,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'key', f.key,
        'severity', f.severity, 'schedule', f.schedule) order by f.kind, f.created_at, f.id), '[]')
       from health.safety_fact f where f.user_id = $1 and f.deleted_at is null) as facts`
type Told<Row, Times extends keyof Row> = { [Key in keyof Row]: Key extends Times ? string : Row[Key] }
interface Stored {
  spells: (Told<Omit<Spell, 'startedAt' | 'endedAt'>, 'updatedAt'> & Record<'startedAt' | 'endedAt', string | null>)[]
  felt: Told<Felt, 'at'>[]
  facts: BodyState['facts']
}
const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** Sleep and feelings up to a day, since two others, and the safety profile. */
export const bodyState = async (
  tx: Tx,
  userId: string,
  days: { sleepFrom: LocalDate; feltFrom: LocalDate; to: LocalDate },
): Promise<BodyState> => {
  const [row] = await tx.query<Stored>(STATE, [userId, days.sleepFrom, days.feltFrom, days.to])
  const { spells, felt, facts } = row ?? { spells: [], felt: [], facts: [] }
  return {
    spells: spells.map((spell) => ({
      ...spell,
      startedAt: instantOf(spell.startedAt),
      endedAt: instantOf(spell.endedAt),
      updatedAt: new Date(spell.updatedAt),
    })),
    felt: felt.map((one) => ({ ...one, at: new Date(one.at) })),
    facts,
  }
}
