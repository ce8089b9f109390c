import type { Instant } from '../../core/time.ts'
import type { Tx } from '../../db/contract.ts'
import type { TaskRow } from './schema.ts'

/** SQL of the tasks' own schema, nothing else. */
const TASK = `t.id, t.title, t.due_at as "dueAt", t.planned_on as "plannedOn", t.duration_minutes as "durationMinutes",
  t.priority, t.energy, t.project, t.rrule, t.series_id as "seriesId", t.series_start as "seriesStart",
  t.time_zone as "timeZone", t.after_ids as "after", t.splittable, t.status, t.done_at as "doneAt", t.revision,
  t.created_at as "createdAt", t.updated_at as "updatedAt", t.deleted_at as "deletedAt"`
const ONE = `select ${TASK} from tasks.task t where t.id = $1`
const ONE_LOCKED = `select ${TASK} from tasks.task t where t.id = $1 for update`
const FITS = `($1 = 'all' or t.status = $1)
    and ($2::timestamptz is null or t.due_at < $2)
    and ($3::date is null or t.planned_on = $3 or (t.due_at >= $4 and t.due_at < $5))`
const ORDER = `least((t.due_at at time zone t.time_zone)::date, t.planned_on) nulls last, t.due_at nulls last,
    t.priority nulls last, t.created_at, t.id`
const LISTED = `select ${TASK} from tasks.task t where ${FITS} order by ${ORDER}`
const SIEVED = `${FITS}
    and ($6::boolean is null or $6 = (t.id = any($9::uuid[])))
    and (t.title || ' ' || coalesce(t.project, '')) ~ all($7::text[]) and coalesce(t.project, '') ~ all($8::text[])`
const PAGE = `select ${TASK} from tasks.task t where ${SIEVED} order by ${ORDER} limit $10 offset $11`
const COUNT = `select count(*)::int as n from tasks.task t where ${SIEVED}`

/** How long a change can be put back; a little over the 24 h people are promised. */
const KEPT_MS = 48 * 3_600_000

export const findTask = async (tx: Tx, id: string, lock: 'read' | 'write'): Promise<TaskRow | null> =>
  (await tx.query<TaskRow>(lock === 'write' ? ONE_LOCKED : ONE, [id]))[0] ?? null

export interface ListFilter {
  status: 'open' | 'done' | 'deleted' | 'all'
  dueBefore: Instant | null
  on: { date: string; start: Instant; end: Instant } | null
}
const filterParams = ({ status, dueBefore, on }: ListFilter): unknown[] => [
  status,
  dueBefore,
  on?.date ?? null,
  on?.start ?? null,
  on?.end ?? null,
]
/** Tasks in the order people work: by deadline, planned day, importance, age. */
export const listTasks = (tx: Tx, filter: ListFilter): Promise<TaskRow[]> =>
  tx.query<TaskRow>(LISTED, filterParams(filter))

/** What a day may be given. */
export interface DayFilter {
  /** Planned for one of these days. */
  planned: { from: string; to: string }
  /** Due then, before the day begins or after, unless they are planned for a later day. */
  due: { from: Instant; day: Instant; to: Instant }
  /** Also those that have neither a deadline nor a planned day. */
  undated: boolean
}
const DAY_LIMIT = 40
const FOR_DAY = `select ${TASK} from tasks.task t where t.id in (
    (select p.id from tasks.task p where p.user_id = $1 and p.status = 'open' and p.planned_on between $2 and $3
      order by p.planned_on desc, p.id limit ${DAY_LIMIT})
    union (select d.id from tasks.task d where d.user_id = $1 and d.status = 'open' and d.due_at >= $5 and d.due_at < $6
      and (d.planned_on is null or d.planned_on <= $3) order by d.due_at, d.id limit ${DAY_LIMIT})
    union (select l.id from tasks.task l where l.user_id = $1 and l.status = 'open' and l.due_at >= $4 and l.due_at < $5
      and (l.planned_on is null or l.planned_on <= $3) order by l.due_at desc, l.id limit ${DAY_LIMIT})
    union (select u.id from tasks.task u where $7 and u.user_id = $1 and u.status = 'open' and u.due_at is null
      and u.planned_on is null order by u.priority, u.created_at, u.id limit ${DAY_LIMIT}))
  order by ${ORDER}`
/** Open tasks for a day, at most forty of each kind (planned, due, late, undated), the nearest and most important. */
export const tasksForDay = (tx: Tx, userId: string, { planned, due, undated }: DayFilter): Promise<TaskRow[]> =>
  tx.query<TaskRow>(FOR_DAY, [userId, planned.from, planned.to, due.from, due.day, due.to, undated])

/** Regular expressions that title or project, and project, must fit; whether it must wait for another, or must not. */
export interface Sieve {
  blocked: boolean | null
  words: readonly string[]
  project: readonly string[]
  /** The tasks that wait for an open one, where it matters. */
  waiting: readonly string[]
}
/** A stretch of the same list. */
export const sievedTasks = (
  tx: Tx,
  filter: ListFilter,
  sieve: Sieve,
  limit: number,
  offset: number,
): Promise<TaskRow[]> => tx.query<TaskRow>(PAGE, [...filterParams(filter), ...sieveParams(sieve), limit, offset])
const sieveParams = ({ blocked, words, project, waiting }: Sieve): unknown[] => [blocked, words, project, waiting]

export const countTasks = async (tx: Tx, filter: ListFilter, sieve: Sieve): Promise<number> =>
  (await tx.query<{ n: number }>(COUNT, [...filterParams(filter), ...sieveParams(sieve)]))[0]?.n ?? 0

/** Open tasks that wait for an open one. Two plain statements: joined over arrays, the planner reads everything anew. */
export const waitingTasks = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.query<{ id: string; after: string[] }>(
    `select t.id, t.after_ids as "after" from tasks.task t where t.status = 'open' and t.after_ids <> '{}'`,
  )
  const open = await openAmong(tx, [...new Set(rows.flatMap(({ after }) => after))])
  return rows.filter(({ after }) => after.some((id) => open.has(id))).map(({ id }) => id)
}

/** Open tasks that wait for this one and, once it is done, for nothing else. */
export const freedBy = (tx: Tx, id: string): Promise<TaskRow[]> =>
  tx.query<TaskRow>(
    `select ${TASK} from tasks.task t where t.status = 'open' and t.after_ids @> array[$1::uuid]
       and not exists (select 1 from tasks.task p where p.id = any(t.after_ids) and p.id <> $1 and p.status = 'open')
     order by t.due_at nulls last, t.priority nulls last, t.created_at, t.id limit 50`,
    [id],
  )

/** Open tasks the last of whose predecessors was done at or after `since`, with when that was. */
export const freedSince = async (tx: Tx, since: Instant): Promise<TaskRow[]> => {
  const done = await tx.query<{ id: string }>(
    `select t.id from tasks.task t where t.status = 'done' and t.done_at >= $1`,
    [since],
  )
  if (done.length === 0) return []
  const waited = await tx.query<TaskRow>(
    `select ${TASK} from tasks.task t where t.status = 'open' and t.after_ids && $1::uuid[]
     order by t.due_at nulls last, t.priority nulls last, t.created_at, t.id`,
    [done.map(({ id }) => id)],
  )
  const open = await openAmong(tx, [...new Set(waited.flatMap(({ after }) => after))])
  return waited.filter(({ after }) => !after.some((id) => open.has(id)))
}

/** One project with its figures; `asOf` decides what is overdue. Names that differ in case only are one project. */
export interface ProjectRow {
  name: string
  open: number
  done: number
  overdue: number
  blocked: number
  remainingMinutes: number
  withoutEstimate: number
  nextDueAt: Date | null
}
export const projectRows = (tx: Tx, userId: string, asOf: Instant, waiting: readonly string[]): Promise<ProjectRow[]> =>
  tx.query<ProjectRow>(
    `select (array_agg(t.project order by t.created_at desc, t.id))[1] as name,
       count(*) filter (where t.status = 'open')::int as open,
       count(*) filter (where t.status = 'done')::int as done,
       count(*) filter (where t.status = 'open' and t.due_at < $2)::int as overdue,
       count(*) filter (where t.status = 'open' and t.id = any($3::uuid[]))::int as blocked,
       coalesce(sum(t.duration_minutes) filter (where t.status = 'open'), 0)::float8 as "remainingMinutes",
       count(*) filter (where t.status = 'open' and t.duration_minutes is null)::int as "withoutEstimate",
       min(t.due_at) filter (where t.status = 'open') as "nextDueAt"
     from tasks.task t
     where t.user_id = $1 and t.status in ('open', 'done') and t.project is not null
     group by lower(t.project)
     order by min(t.due_at) filter (where t.status = 'open') nulls last, lower(t.project)`,
    [userId, asOf, waiting],
  )

/** Of these ids, those that are still to be done, with their titles. */
export const openAmong = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<{ id: string; title: string }>(
    `select id, title from tasks.task where id = any($1::uuid[]) and status = 'open'`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** These tasks and all they wait for, directly or through others. */
export const chainOf = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.query<{ id: string }>(
    `with recursive chain as (
       select id, after_ids from tasks.task where id = any($1::uuid[]) and status <> 'deleted'
       union
       select t.id, t.after_ids from tasks.task t join chain c on t.id = any(c.after_ids))
     select id from chain`,
    [ids],
  )
  return new Set(rows.map((row) => row.id))
}

/** The open task of a series other than this one, if its next occurrence exists already. */
export const openOfSeries = async (tx: Tx, seriesId: string, exceptId: string): Promise<TaskRow | null> =>
  (
    await tx.query<TaskRow>(
      `select ${TASK} from tasks.task t where t.series_id = $1 and t.id <> $2 and t.status = 'open' for update`,
      [seriesId, exceptId],
    )
  )[0] ?? null

export interface Change {
  id: string
  userId: string
  now: Instant
}

/** Makes the stored rows be exactly these, and keeps what was there under the change's id. */
export const save = async (tx: Tx, change: Change, after: readonly TaskRow[]): Promise<void> => {
  await tx.query(
    `with aged as (delete from tasks.change where created_at < $5)
     insert into tasks.change (id, user_id, task_ids, before_tasks, created_at)
     select $1, $2, $3::uuid[],
       coalesce((select jsonb_agg(to_jsonb(t)) from tasks.task t where t.id = any($3::uuid[])), '[]'), $4`,
    [change.id, change.userId, after.map((task) => task.id), change.now, new Date(change.now.getTime() - KEPT_MS)],
  )
  for (const task of after) await tx.query(UPSERT, taskParams(task, change))
}

const UPSERT = `insert into tasks.task (id, user_id, title, due_at, planned_on, duration_minutes, priority, energy, project, rrule,
    series_id, series_start, time_zone, after_ids, splittable, status, done_at, revision, created_at, updated_at, deleted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::uuid[], $15, $16, $17, $18, $19, $20, $21)
  on conflict (id) do update set title = excluded.title, due_at = excluded.due_at, planned_on = excluded.planned_on,
    duration_minutes = excluded.duration_minutes, priority = excluded.priority, energy = excluded.energy,
    project = excluded.project, rrule = excluded.rrule, series_id = excluded.series_id, series_start = excluded.series_start,
    time_zone = excluded.time_zone, after_ids = excluded.after_ids, splittable = excluded.splittable,
    status = excluded.status, done_at = excluded.done_at, revision = excluded.revision, updated_at = excluded.updated_at,
    deleted_at = excluded.deleted_at`

const taskParams = (task: TaskRow, change: Change): unknown[] => [
  task.id,
  change.userId,
  task.title,
  task.dueAt,
  task.plannedOn,
  task.durationMinutes,
  task.priority,
  task.energy,
  task.project,
  task.rrule,
  task.seriesId,
  task.seriesStart,
  task.timeZone,
  task.after,
  task.splittable,
  task.status,
  task.doneAt,
  change.id,
  task.createdAt,
  change.now,
  task.deletedAt,
]

/**
 * Puts the tasks of a change back exactly as they were. False when the change is unknown, was undone before, or
 * something has changed one of its tasks since.
 */
export const restore = async (tx: Tx, changeId: string, now: Instant): Promise<boolean> => {
  const [change] = await tx.query<{ taskIds: string[] }>(
    'update tasks.change set undone_at = $2 where id = $1 and undone_at is null returning task_ids as "taskIds"',
    [changeId, now],
  )
  if (!change) return false
  const current = await tx.query<{ revision: string }>(
    'select revision from tasks.task where id = any($1::uuid[]) for update',
    [change.taskIds],
  )
  if (current.length !== change.taskIds.length || current.some((row) => row.revision !== changeId)) return false
  await tx.query('delete from tasks.task where id = any($1::uuid[])', [change.taskIds])
  await tx.query(
    `insert into tasks.task select (jsonb_populate_recordset(null::tasks.task, c.before_tasks)).*
     from tasks.change c where c.id = $1`,
    [changeId],
  )
  return true
}
