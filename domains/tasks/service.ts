import { AppError } from '../../core/errors.ts'
import type { MessageParams } from '../../core/messages.ts'
import { localTimeOf, nextOccurrence, placeLocal, readRule, type Series, shiftLocal } from '../../core/recurrence.ts'
import { dayBounds, type Instant, localDateOf, toRfc3339 } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import { holdsWords, stemsOf } from '../../core/words.ts'
import type { ListFilter, ProjectRow } from './repository.ts'
import type {
  AddTaskInput,
  ListProjectsInput,
  ListTasksInput,
  ProjectShape,
  TaskRow,
  TaskShape,
  UpdateTaskInput,
} from './schema.ts'

/** Decisions about tasks, free of I/O and clock: facts in, result out. */
const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2101, 0, 1)
/** A repeating task without a time is due in the morning of its day. */
const DEFAULT_TIME = '09:00:00'

/** An `invalid` error about one field, said as message `tasks.<key>`. */
const invalid = (path: string, key: string, params: MessageParams = {}): AppError =>
  new AppError('invalid', `tasks.${key}`, params, { errors: [{ path, message: key }] })

const checkedDue = (text: string | null | undefined): Instant | null => {
  if (text === null || text === undefined) return null
  const at = new Date(text)
  const ms = at.getTime()
  if (Number.isNaN(ms) || ms < EARLIEST || ms >= LATEST) throw invalid('dueAt', 'out_of_range')
  return at
}

/** The rule with its first date; a task that repeats is due or planned on it. */
const repeating = (task: TaskRow, rrule: string, now: Instant): TaskRow => {
  const from = task.dueAt
    ? localTimeOf(task.dueAt, task.timeZone)
    : `${task.plannedOn ?? localDateOf(now, task.timeZone)}T${DEFAULT_TIME}`
  const read = readRule(rrule, from, task.timeZone)
  if ('problem' in read)
    throw invalid('rrule', { syntax: 'bad_rule', dense: 'dense_rule', empty: 'empty_rule' }[read.problem])
  const first = placeLocal(read.localStart, task.timeZone)
  const onlyPlanned = task.dueAt === null && task.plannedOn !== null
  return {
    ...task,
    rrule: read.rule,
    seriesId: task.seriesId ?? task.id,
    seriesStart: read.localStart,
    dueAt: onlyPlanned ? null : first,
    plannedOn: onlyPlanned ? read.localStart.slice(0, 10) : task.plannedOn,
  }
}

/** A new task as it will be stored. */
export const newTask = (input: AddTaskInput, user: User, id: string, revision: string, now: Instant): TaskRow => {
  const task: TaskRow = {
    id,
    title: input.title,
    dueAt: checkedDue(input.dueAt),
    plannedOn: input.plannedOn ?? null,
    durationMinutes: input.durationMinutes ?? null,
    priority: input.priority ?? null,
    energy: input.energy ?? null,
    project: input.project || null,
    rrule: null,
    seriesId: null,
    seriesStart: null,
    timeZone: user.timeZone,
    after: [...new Set(input.after ?? [])],
    splittable: input.splittable ?? false,
    status: 'open',
    doneAt: null,
    revision,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
  return input.rrule === undefined ? task : repeating(task, input.rrule, now)
}

/** The task after an update; what was not mentioned stays. */
export const changedTask = (task: TaskRow, input: UpdateTaskInput, now: Instant): TaskRow => {
  if (input.dueAt !== undefined && input.shiftMinutes !== undefined) throw invalid('shiftMinutes', 'one_move')
  const set = <K extends keyof TaskRow & keyof UpdateTaskInput>(key: K): TaskRow[K] =>
    input[key] === undefined ? task[key] : (input[key] as TaskRow[K])
  const next: TaskRow = {
    ...task,
    title: input.title ?? task.title,
    dueAt: movedDue(task, input),
    plannedOn: set('plannedOn'),
    durationMinutes: set('durationMinutes'),
    priority: set('priority'),
    energy: set('energy'),
    project: input.project === undefined ? task.project : input.project || null,
    after: input.after === undefined ? task.after : [...new Set(input.after)],
    splittable: set('splittable'),
    status: input.status ?? task.status,
    doneAt: input.status === undefined ? task.doneAt : null,
  }
  if (input.rrule === null) return { ...next, rrule: null, seriesId: null, seriesStart: null }
  if (input.rrule !== undefined) return repeating(next, input.rrule, now)
  return next
}

const movedDue = (task: TaskRow, input: UpdateTaskInput): Instant | null => {
  if (input.shiftMinutes === undefined) return input.dueAt === undefined ? task.dueAt : checkedDue(input.dueAt)
  if (!task.dueAt) throw invalid('shiftMinutes', 'no_due')
  const local = shiftLocal(localTimeOf(task.dueAt, task.timeZone), input.shiftMinutes)
  return checkedDue(placeLocal(local, task.timeZone).toISOString())
}

/** The task that follows a completed one in its series: on the first date after its own and after now; null at the end. */
export const nextTask = (task: TaskRow, id: string, now: Instant): TaskRow | null => {
  if (task.rrule === null || task.seriesStart === null) return null
  const series: Series = { rule: task.rrule, localStart: task.seriesStart, timeZone: task.timeZone }
  const own = task.dueAt ?? endOfDay(task.plannedOn ?? localDateOf(now, task.timeZone), task.timeZone)
  const found = nextOccurrence(series, own > now ? own : now)
  if (!found) return null
  const days = task.dueAt && task.plannedOn ? daysApart(localDateOf(task.dueAt, task.timeZone), task.plannedOn) : 0
  const date = found.local.slice(0, 10)
  return {
    ...task,
    id,
    dueAt: task.dueAt ? found.at : null,
    plannedOn: task.plannedOn ? shiftLocal(`${date}T00:00:00`, days * 1_440).slice(0, 10) : null,
    after: [],
    status: 'open',
    doneAt: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  }
}
const endOfDay = (date: string, timeZone: string): Instant => new Date(dayBounds(date, timeZone).end.getTime() - 1)
const daysApart = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Refuses a task that would wait for itself. `chain` is what its predecessors wait for, themselves included. */
export const checkAfter = (task: TaskRow, chain: ReadonlySet<string>): void => {
  if (chain.has(task.id)) throw invalid('after', 'cycle')
  if (task.after.some((id) => !chain.has(id))) throw new AppError('not_found', 'tasks.after_not_found')
}

/** A task as tools give it: instants on the clock it was set by. `open` are titles, by id, of what is still to be done. */
export const show = (task: TaskRow, open: ReadonlyMap<string, string>): TaskShape => ({
  id: task.id,
  title: task.title,
  dueAt: task.dueAt && toRfc3339(task.dueAt, task.timeZone),
  plannedOn: task.plannedOn,
  durationMinutes: task.durationMinutes,
  priority: task.priority,
  energy: task.energy,
  project: task.project,
  rrule: task.rrule,
  seriesId: task.seriesId,
  timeZone: task.timeZone,
  after: task.after,
  blockedBy: task.after.filter((id) => open.has(id)),
  waitsFor: task.after.flatMap((id) => open.get(id) ?? []),
  splittable: task.splittable,
  status: task.status,
  doneAt: task.doneAt?.toISOString() ?? null,
  version: task.revision,
  createdAt: task.createdAt.toISOString(),
  updatedAt: task.updatedAt.toISOString(),
  deletedAt: task.deletedAt?.toISOString() ?? null,
})

const COMPARED = [
  'title',
  'dueAt',
  'plannedOn',
  'durationMinutes',
  'priority',
  'energy',
  'project',
  'rrule',
  'after',
  'splittable',
  'status',
] as const

/** Names the fields an update changed. */
export const changedFields = (before: TaskRow, after: TaskRow): string[] =>
  COMPARED.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))

export const filterOf = (input: ListTasksInput, user: User): ListFilter => ({
  status: input.status ?? 'open',
  dueBefore: checkedDue(input.dueBefore),
  on: input.dueOn === undefined ? null : { date: input.dueOn, ...dayBounds(input.dueOn, user.timeZone) },
})

/** Tasks whose words fit, in any inflection. */
export const matching = (tasks: readonly TaskRow[], input: ListTasksInput): TaskRow[] =>
  tasks.filter(
    (task) =>
      (!input.query || holdsWords(`${task.title} ${task.project ?? ''}`, input.query)) &&
      (!input.project || holdsWords(task.project ?? '', input.project)),
  )

/** Projects as tools give them; by default those with something left to do. */
export const projectsOf = (rows: readonly ProjectRow[], input: ListProjectsInput, timeZone: string): ProjectShape[] =>
  rows
    .map((row): ProjectShape => {
      const total = row.open + row.done
      return {
        ...row,
        status: row.open > 0 ? 'open' : 'done',
        total,
        progress: Math.round((row.done / total) * 1_000) / 1_000,
        nextDueAt: row.nextDueAt && toRfc3339(row.nextDueAt, timeZone),
      }
    })
    .filter(({ status }) => input.status === 'all' || status === (input.status ?? 'open'))
    .filter(({ name }) => !input.query || holdsWords(name, input.query))

/** A letter in either case; е and ё are one. */
const either = (letter: string): string => {
  const same = letter === 'е' ? ['е', 'ё', 'Е', 'Ё'] : [letter, letter.toUpperCase()]
  return `[${same.filter((one) => one.length === 1).join('')}]`
}
/** Regular expressions that a text fits if it holds the words of a query: a coarse sieve before words are compared. */
export const sieveOf = (query: string | undefined): string[] =>
  stemsOf(query ?? '').map((stem) =>
    // Short English stems are not always the beginning of their words (dying, die).
    [...stem.slice(0, /^[a-z]{1,3}$/.test(stem) ? 1 : 2)].map(either).join(''),
  )

/** The cursor of a list is the position in it. */
export const offsetOf = (cursor: string | undefined): number => {
  const from = cursor === undefined ? 0 : Number(cursor)
  if (!Number.isSafeInteger(from) || from < 0) throw invalid('cursor', 'bad_cursor')
  return from
}

/** One page of a list that is whole. */
export const pageOf = <T>(
  items: readonly T[],
  limit: number,
  cursor: string | undefined,
): { items: T[]; nextCursor: string | null; total: number } => {
  const from = offsetOf(cursor)
  const next = from + limit
  return {
    items: items.slice(from, next),
    nextCursor: next < items.length ? String(next) : null,
    total: items.length,
  }
}
