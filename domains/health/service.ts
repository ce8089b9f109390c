// Decisions on single rows: what becomes of what a person says. Nothing here reads a clock, a database or chance.
import { AppError } from '../../core/errors.ts'
import { type Instant, type LocalDate, localDateOf } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import { ownKey, recognise } from './engine/names.ts'
import { contextOf, type EntryRow } from './engine/show.ts'
import type { SleepSaid } from './engine/sleep.ts'
import { readFigure } from './engine/units.ts'
import type { CheckinRow, SymptomRow } from './repository/checkins.ts'
import type { HabitRow } from './repository/habits.ts'
import type { MetricRow } from './repository/metrics.ts'
import type { SafetyFactRow } from './repository/safety.ts'
import type { SleepRow } from './repository/sleep.ts'
import type { AddHabit, LogMetric, LogMood, LogSleep, LogSymptom, UpdateEntry } from './schema.ts'

/** Who says it, when, and the ids that a new row gets. */
export interface Said {
  user: Pick<User, 'locale' | 'timeZone'>
  now: Instant
  id: string
}

export const invalid = (path: string, key: string, params: Record<string, string | number> = {}): AppError =>
  new AppError('invalid', `health.${key}`, params, { errors: [{ path, message: `health.${key}` }] })

/** A little of the future is a clock that goes ahead. */
const AHEAD_MS = 5 * 60_000
const EARLIEST = Date.UTC(1970, 0, 1)

const momentSaid = (at: string | undefined, now: Instant): Instant => {
  if (at === undefined) return now
  const moment = new Date(at)
  if (moment.getTime() > now.getTime() + AHEAD_MS) throw invalid('at', 'in_future')
  if (moment.getTime() < EARLIEST) throw invalid('at', 'too_long_ago')
  return moment
}
const pastDate = (date: LocalDate | undefined, path: string, { user, now }: Omit<Said, 'id'>): LocalDate | null => {
  if (date !== undefined && date > localDateOf(now, user.timeZone)) throw invalid(path, 'in_future')
  return date ?? null
}

const own = ({ id, now, user }: Said, at: Instant) => ({
  id,
  at,
  localDate: localDateOf(at, user.timeZone),
  timeZone: user.timeZone,
  source: 'person' as const,
  sourceKey: id,
  importId: null,
  revision: id,
  createdAt: now,
  updatedAt: now,
  deletedAt: null,
})

export const newMetric = (input: LogMetric, said: Said): MetricRow => {
  const figure = readFigure(input.kind, input.value, input.unit, said.user.locale)
  return {
    ...own(said, momentSaid(input.at, said.now)),
    kind: input.kind,
    value: figure.value,
    value2: figure.value2,
    endAt: null,
    device: null,
    details: {
      given: input.value,
      unit: figure.unit,
      ...(input.context === undefined ? {} : { context: input.context }),
    },
    note: input.note ?? null,
  }
}

export const newCheckin = (input: LogMood, said: Said): CheckinRow => {
  const { mood = null, stress = null, energy = null } = input
  if (mood === null && stress === null && energy === null) throw invalid('mood', 'nothing_felt')
  return { ...own(said, momentSaid(input.at, said.now)), mood, stress, energy, note: input.note ?? null }
}

export const newSymptom = (input: LogSymptom, said: Said): SymptomRow => ({
  ...own(said, said.now),
  name: input.symptom,
  severity: input.severity ?? null,
  since: pastDate(input.since, 'since', said),
  note: input.note ?? null,
})

/** The row of a stated sleep; a row that it corrects keeps its id and what was not said anew. */
export const sleepRow = (input: LogSleep, sleep: SleepSaid, said: Said, before: SleepRow | null): SleepRow => ({
  ...own(said, said.now),
  id: before?.id ?? said.id,
  sourceKey: before?.sourceKey ?? said.id,
  createdAt: before?.createdAt ?? said.now,
  startedAt: sleep.startedAt,
  endedAt: sleep.endedAt,
  localDate: sleep.localDate,
  minutes: sleep.minutes,
  nap: sleep.nap,
  quality: input.quality ?? before?.quality ?? null,
  stages: null,
  note: input.note ?? before?.note ?? null,
  device: null,
  details: {},
})

const checkFields = (given: UpdateEntry, allowed: readonly (keyof UpdateEntry)[]): void => {
  const fields = (Object.keys(given) as (keyof UpdateEntry)[]).filter((key) => key !== 'id' && given[key] !== undefined)
  const foreign = fields.find((field) => !allowed.includes(field))
  if (foreign) throw invalid(foreign, 'not_of_this_entry')
  if (fields.length === 0) throw invalid('value', 'nothing_to_change')
}

const changeMetric = (row: MetricRow, input: UpdateEntry, said: Omit<Said, 'id'>): MetricRow => {
  checkFields(input, ['value', 'unit', 'at', 'note'])
  if (input.at !== undefined && row.source !== 'person') throw invalid('at', 'imported_time')
  const at = input.at === undefined ? row.at : momentSaid(input.at, said.now)
  const given = input.value
  const unit = input.unit ?? (typeof row.details['unit'] === 'string' ? row.details['unit'] : undefined)
  const figure = given === undefined ? null : readFigure(row.kind, given, unit, said.user.locale)
  if (given === undefined && input.unit !== undefined) throw invalid('value', 'unit_without_value')
  return {
    ...row,
    ...(figure && {
      value: figure.value,
      value2: figure.value2,
      details: { ...row.details, given, unit: figure.unit },
    }),
    at,
    ...(input.at === undefined ? {} : { localDate: localDateOf(at, said.user.timeZone), timeZone: said.user.timeZone }),
    note: input.note === undefined ? row.note : input.note,
    updatedAt: said.now,
  }
}

const changeCheckin = (row: CheckinRow, input: UpdateEntry, said: Omit<Said, 'id'>): CheckinRow => {
  checkFields(input, ['mood', 'stress', 'energy', 'at', 'note'])
  const at = input.at === undefined ? row.at : momentSaid(input.at, said.now)
  return {
    ...row,
    mood: input.mood ?? row.mood,
    stress: input.stress ?? row.stress,
    energy: input.energy ?? row.energy,
    note: input.note === undefined ? row.note : input.note,
    at,
    localDate: localDateOf(at, row.timeZone),
    updatedAt: said.now,
  }
}

const changeSymptom = (row: SymptomRow, input: UpdateEntry, said: Omit<Said, 'id'>): SymptomRow => {
  checkFields(input, ['severity', 'note', 'at'])
  const at = input.at === undefined ? row.at : momentSaid(input.at, said.now)
  return {
    ...row,
    severity: input.severity ?? row.severity,
    note: input.note === undefined ? row.note : input.note,
    at,
    localDate: localDateOf(at, row.timeZone),
    updatedAt: said.now,
  }
}

const changeSleep = (row: SleepRow, input: UpdateEntry, said: Omit<Said, 'id'>): SleepRow => {
  checkFields(input, ['quality', 'durationMinutes', 'note'])
  const length = input.durationMinutes
  return {
    ...row,
    // A length that was said is the length, whatever the clock times were.
    ...(length === undefined ? {} : { minutes: length, startedAt: null, endedAt: null }),
    quality: input.quality ?? row.quality,
    note: input.note === undefined ? row.note : input.note,
    updatedAt: said.now,
  }
}

/** An entry with what the person corrects; the rest stays. Throws `invalid` for a field that it does not have. */
export const changedEntry = (entry: EntryRow, input: UpdateEntry, said: Omit<Said, 'id'>): EntryRow => {
  switch (entry.entity) {
    case 'metric':
      return { entity: 'metric', row: changeMetric(entry.row, input, said) }
    case 'sleep':
      return { entity: 'sleep', row: changeSleep(entry.row, input, said) }
    case 'checkin':
      return { entity: 'checkin', row: changeCheckin(entry.row, input, said) }
    case 'symptom':
      return { entity: 'symptom', row: changeSymptom(entry.row, input, said) }
  }
}

/** What a threshold needs to know of a stored measurement. */
export const measuredOf = (row: MetricRow, pregnant: boolean) => ({
  kind: row.kind,
  value: row.value,
  value2: row.value2,
  context: contextOf(row),
  pregnant,
})

export const habitKey = (title: string): string => ownKey(title)

/** Times are counted without a unit. */
const TIMES = /^(?:раза?|times?|once)$/iu
export const unitOfHabit = (unit: string | undefined): string | null => (!unit || TIMES.test(unit) ? null : unit)

export const newHabit = (input: AddHabit, { id, now, user }: Said): HabitRow => ({
  id,
  title: input.title,
  titleKey: habitKey(input.title),
  target: input.target ?? 1,
  unit: unitOfHabit(input.unit),
  period: input.period ?? 'day',
  startedOn: localDateOf(now, user.timeZone),
  revision: id,
  createdAt: now,
  updatedAt: now,
  deletedAt: null,
})

export interface FactSaid {
  kind: SafetyFactRow['kind']
  name: string
  severity?: string | undefined
  since?: string | undefined
  dose?: string | undefined
  schedule?: string | undefined
  reaction?: string | undefined
}

/**
 * A fact of the safety profile under its canonical name, or under its own words when no table knows it. Throws `invalid`
 * when the words name several facts: kept as one, the second would be lost to every check.
 */
export const newFact = (input: FactSaid, said: Said): SafetyFactRow => {
  const found = recognise(input.name, input.kind)
  if (found.length > 1) throw invalid('name', 'one_fact_at_a_time', { names: found.map(({ key }) => key).join(', ') })
  const known = found[0]
  const kind = known && (known.kind === 'condition' || known.kind === 'injury') ? known.kind : input.kind
  return {
    id: said.id,
    kind: input.kind === 'allergy' || input.kind === 'medication' ? input.kind : kind,
    name: input.name,
    key: known?.key ?? ownKey(input.name),
    severity: input.severity ?? null,
    since: pastDate(input.since, 'since', said),
    dose: input.dose ?? null,
    schedule: input.schedule ?? null,
    reaction: input.reaction ?? null,
    revision: said.id,
    createdAt: said.now,
    updatedAt: said.now,
    deletedAt: null,
  }
}

/** A known fact with what was said anew about it, or itself when nothing was. */
export const enrichedFact = (known: SafetyFactRow, said: SafetyFactRow): SafetyFactRow => {
  const next = {
    ...known,
    severity: said.severity ?? known.severity,
    since: said.since ?? known.since,
    dose: said.dose ?? known.dose,
    schedule: said.schedule ?? known.schedule,
    reaction: said.reaction ?? known.reaction,
  }
  const changed = (['severity', 'since', 'dose', 'schedule', 'reaction'] as const).some(
    (field) => next[field] !== known[field],
  )
  return changed ? { ...next, updatedAt: said.updatedAt } : known
}
