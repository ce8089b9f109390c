// Rows as tools give them.
import { toRfc3339 } from '../../../core/time.ts'
import type { User } from '../../../core/user.ts'
import { MEASURES } from '../knowledge/units.ts'
import type { CheckinRow, SymptomRow } from '../repository/checkins.ts'
import type { HabitRow } from '../repository/habits.ts'
import type { MetricRow } from '../repository/metrics.ts'
import type { SafetyFactRow } from '../repository/safety.ts'
import type { SleepRow } from '../repository/sleep.ts'
import {
  type CheckinShape,
  CONTEXTS,
  type Context,
  type Entry,
  type HabitShape,
  type MetricShape,
  type SafetyFactShape,
  type SleepShape,
  type SymptomShape,
} from '../schema.ts'
import type { Progress } from './habits.ts'
import { recognise } from './names.ts'
import { shownIn } from './units.ts'

type Reader = Pick<User, 'locale' | 'timeZone'>
interface Stamped {
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

const stamps = ({ revision, createdAt, updatedAt, deletedAt }: Stamped, { timeZone }: Reader) => ({
  version: revision,
  createdAt: toRfc3339(createdAt, timeZone),
  updatedAt: toRfc3339(updatedAt, timeZone),
  deletedAt: deletedAt && toRfc3339(deletedAt, timeZone),
})

export const contextOf = (row: Pick<MetricRow, 'details'>): Context | null =>
  CONTEXTS.find((context) => context === row.details['context']) ?? null

export const showMetric = (row: MetricRow, reader: Reader): MetricShape => ({
  id: row.id,
  kind: row.kind,
  value: row.value,
  value2: row.value2,
  unit: MEASURES[row.kind].canonical,
  shown: shownIn(row.kind, row, reader.locale),
  at: toRfc3339(row.at, reader.timeZone),
  date: row.localDate,
  context: contextOf(row),
  note: row.note,
  source: row.source,
  device: row.device,
  ...stamps(row, reader),
})

export const showSleep = (row: SleepRow, reader: Reader): SleepShape => ({
  id: row.id,
  start: row.startedAt && toRfc3339(row.startedAt, row.timeZone),
  end: row.endedAt && toRfc3339(row.endedAt, row.timeZone),
  date: row.localDate,
  timeZone: row.timeZone,
  durationMinutes: row.minutes,
  quality: row.quality,
  nap: row.nap,
  stages: row.stages,
  note: row.note,
  source: row.source,
  device: row.device,
  ...stamps(row, reader),
})

export const showCheckin = (row: CheckinRow, reader: Reader): CheckinShape => ({
  id: row.id,
  at: toRfc3339(row.at, reader.timeZone),
  date: row.localDate,
  mood: row.mood,
  stress: row.stress,
  energy: row.energy,
  note: row.note,
  source: row.source,
  ...stamps(row, reader),
})

export const showSymptom = (row: SymptomRow, reader: Reader): SymptomShape => ({
  id: row.id,
  symptom: row.name,
  severity: row.severity,
  since: row.since,
  at: toRfc3339(row.at, reader.timeZone),
  date: row.localDate,
  note: row.note,
  source: row.source,
  ...stamps(row, reader),
})

export const showHabit = (row: HabitRow, progress: Progress, reader: Reader): HabitShape => ({
  id: row.id,
  title: row.title,
  target: row.target,
  unit: row.unit,
  period: row.period,
  startedOn: row.startedOn,
  active: row.deletedAt === null,
  ...progress,
  ...stamps(row, reader),
})

export const showFact = (row: SafetyFactRow, reader: Reader): SafetyFactShape => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  key: row.key,
  recognised: recognise(row.name, row.kind).some(({ key }) => key === row.key),
  severity: row.severity,
  since: row.since,
  dose: row.dose,
  schedule: row.schedule,
  reaction: row.reaction,
  status: row.deletedAt === null ? 'active' : 'removed',
  ...stamps(row, reader),
})

/** A row of any of the four kinds that can be listed, corrected and deleted. */
export type EntryRow =
  | { entity: 'metric'; row: MetricRow }
  | { entity: 'sleep'; row: SleepRow }
  | { entity: 'checkin'; row: CheckinRow }
  | { entity: 'symptom'; row: SymptomRow }

/** When an entry is in a list; sleep without clock times stands at noon of its day in UTC. */
export const momentOf = (entry: EntryRow): Date =>
  entry.entity === 'sleep' ? (entry.row.endedAt ?? new Date(`${entry.row.localDate}T12:00:00Z`)) : entry.row.at

export const showEntry = (entry: EntryRow, reader: Reader): Entry => {
  const { row } = entry
  return {
    id: row.id,
    kind: entry.entity === 'metric' ? entry.row.kind : entry.entity === 'checkin' ? 'mood' : entry.entity,
    at: toRfc3339(momentOf(entry), reader.timeZone),
    date: row.localDate,
    status: row.deletedAt === null ? 'active' : 'deleted',
    source: row.source,
    note: row.note,
    version: row.revision,
    deletedAt: row.deletedAt && toRfc3339(row.deletedAt, reader.timeZone),
    sleep: entry.entity === 'sleep' ? showSleep(entry.row, reader) : null,
    checkin: entry.entity === 'checkin' ? showCheckin(entry.row, reader) : null,
    symptom: entry.entity === 'symptom' ? showSymptom(entry.row, reader) : null,
    metric: entry.entity === 'metric' ? showMetric(entry.row, reader) : null,
  }
}
