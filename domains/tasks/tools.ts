import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { addDays, dayBounds, instantAt, localDateOf } from '../../core/time.ts'
import { type Ctx, defineTool } from '../../tools/contract.ts'
import { about, saidAdded, saidChanged, saidCompleted, saidList, saidProjects, say } from './engine/words.ts'
import {
  chainOf,
  countTasks,
  findTask,
  freedBy,
  freedSince,
  listTasks as listRows,
  openAmong,
  openOfSeries,
  projectRows,
  restore,
  save,
  sievedTasks,
  tasksForDay,
  waitingTasks,
} from './repository.ts'
import {
  type AddTaskInput,
  addTaskInput,
  type CompleteOutput,
  completeOutput,
  type ListProjectsInput,
  type ListProjectsOutput,
  type ListTasksInput,
  type ListTasksOutput,
  listProjectsInput,
  listProjectsOutput,
  listTasksInput,
  listTasksOutput,
  type TaskIdInput,
  type TaskOutput,
  type TaskRow,
  taskIdInput,
  taskOutput,
  type UpdateTaskInput,
  updateTaskInput,
} from './schema.ts'
import {
  changedFields,
  changedTask,
  checkAfter,
  filterOf,
  matching,
  newTask,
  nextTask,
  offsetOf,
  pageOf,
  projectsOf,
  show,
  sieveOf,
} from './service.ts'

/** The tasks' tools: load facts, ask the service, save, tell others. */
const PAGE = 100
const MANY = 1_000_000
const NOTHING: ReadonlyMap<string, string> = new Map()

const load = async (ctx: Ctx, id: string, lock: 'read' | 'write'): Promise<TaskRow> => {
  const task = await findTask(ctx.tx, id, lock)
  if (!task) throw new AppError('not_found', 'tasks.task_not_found')
  return task
}

const output = async (ctx: Ctx, task: TaskRow, changed: string[], changeId: string | null): Promise<TaskOutput> => ({
  ...show(task, await openAmong(ctx.tx, task.after)),
  changed,
  changeId,
})

/** Checks what a task waits for, saves it, answers the row. */
const write = async (
  ctx: Ctx,
  task: TaskRow,
  changed: string[],
  more: readonly TaskRow[] = [],
): Promise<TaskOutput> => {
  const changeId = newId()
  const row = { ...task, revision: changeId, updatedAt: ctx.now }
  await save(ctx.tx, { id: changeId, userId: ctx.user.id, now: ctx.now }, [row, ...more])
  return output(ctx, row, changed, changeId)
}

const checkChain = async (ctx: Ctx, task: TaskRow): Promise<void> => {
  if (task.after.length > 0) checkAfter(task, await chainOf(ctx.tx, task.after))
}

const undo = async (ctx: Ctx, { id, changeId }: TaskOutput): Promise<void> => {
  if (changeId === null) return
  if (!(await restore(ctx.tx, changeId, ctx.now))) throw new AppError('conflict', 'tasks.changed_since')
  ctx.emit({ type: 'tasks.task_changed', payload: { id, changed: ['undone'] } })
}

const addTask = defineTool<AddTaskInput, TaskOutput>({
  name: 'tasks_add_task',
  title: 'Add a task',
  description:
    'Writes down something to do, with or without a deadline. For a meeting or anything at a set time use calendar_add_event; to be told at a time use reminders_set_reminder.',
  input: addTaskInput,
  output: taskOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_add', { title: input.title }),
  say: (task) => saidAdded(task),
  run: async (ctx, input) => {
    const task = newTask(input, ctx.user, newId(), newId(), ctx.now)
    await checkChain(ctx, task)
    const added = await write(ctx, task, [])
    ctx.emit({ type: 'tasks.task_added', payload: { id: added.id, dueAt: added.dueAt } })
    return added
  },
  undo: (ctx, added) => undo(ctx, added),
})

const updateTask = defineTool<UpdateTaskInput, TaskOutput>({
  name: 'tasks_update_task',
  title: 'Change a task',
  description:
    'Changes the title, deadline, planned day, priority, project or other fields of a task; status open takes a done one up again. To mark it done use tasks_complete_task.',
  input: updateTaskInput,
  output: taskOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => say('ask_update', { title: (await load(ctx, input.id, 'read')).title }),
  say: (task) => saidChanged(task),
  run: async (ctx, input) => {
    const task = await load(ctx, input.id, 'write')
    if (task.status === 'deleted') throw new AppError('conflict', 'tasks.task_deleted')
    if (Object.values(input).filter((value) => value !== undefined).length < 2)
      throw new AppError('invalid', 'tasks.nothing_to_change')
    const next = changedTask(task, input, ctx.now)
    const changed = changedFields(task, next)
    if (changed.length === 0) return output(ctx, task, [], null)
    if (changed.includes('after')) await checkChain(ctx, next)
    const written = await write(ctx, next, changed)
    ctx.emit({ type: 'tasks.task_changed', payload: { id: task.id, changed } })
    return written
  },
  undo: (ctx, changed) => undo(ctx, changed),
})

const completeTask = defineTool<TaskIdInput, CompleteOutput>({
  name: 'tasks_complete_task',
  title: 'Mark a task done',
  description:
    'Marks a task as done. A repeating one comes back on its next date; tasks that waited for it become free and are named.',
  input: taskIdInput,
  output: completeOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => say('ask_complete', { title: (await load(ctx, input.id, 'read')).title }),
  say: (task) => saidCompleted(task),
  run: async (ctx, input) => {
    const task = await load(ctx, input.id, 'write')
    if (task.status === 'deleted') throw new AppError('conflict', 'tasks.task_deleted')
    if (task.status === 'done')
      return { ...(await output(ctx, task, [], null)), alreadyDone: true, next: null, freed: [] }
    const waiting = task.seriesId === null ? null : await openOfSeries(ctx.tx, task.seriesId, task.id)
    const next = waiting ?? nextTask(task, newId(), ctx.now)
    const done: TaskRow = { ...task, status: 'done', doneAt: ctx.now }
    const written = await write(ctx, done, ['status'], next && !waiting ? [next] : [])
    ctx.emit({ type: 'tasks.task_completed', payload: { id: task.id, nextId: next?.id ?? null } })
    const freed = (await freedBy(ctx.tx, task.id)).map((one) => show(one, NOTHING))
    const shown = next && show(waiting ? next : { ...next, revision: written.version }, NOTHING)
    return { ...written, alreadyDone: false, next: shown, freed }
  },
  undo: (ctx, done) => undo(ctx, done),
})

const deleteTask = defineTool<TaskIdInput, TaskOutput>({
  name: 'tasks_delete_task',
  title: 'Delete a task',
  description: 'Removes a task that is not needed any more. Asks the person first.',
  input: taskIdInput,
  output: taskOutput,
  about: 'general',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, input) => {
    const task = await load(ctx, input.id, 'read')
    return say(task.rrule === null ? 'ask_delete' : 'ask_delete_repeating', about(show(task, NOTHING)))
  },
  say: (task) => say(task.changeId === null ? 'already_deleted' : 'deleted', about(task)),
  run: async (ctx, input) => {
    const task = await load(ctx, input.id, 'write')
    if (task.status === 'deleted') return output(ctx, task, [], null)
    const written = await write(ctx, { ...task, status: 'deleted', deletedAt: ctx.now }, ['status'])
    ctx.emit({ type: 'tasks.task_deleted', payload: { id: task.id } })
    return written
  },
  undo: (ctx, deleted) => undo(ctx, deleted),
})

const listTasks = defineTool<ListTasksInput, ListTasksOutput>({
  name: 'tasks_list_tasks',
  title: 'List tasks',
  description:
    'What is to be done (default: open tasks): by deadline, day, project or words. dueOn finds what is due or planned on a local day; blocked false finds what can be started now.',
  input: listTasksInput,
  output: listTasksOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('none'),
  say: (found, input) => saidList(found, input),
  run: async (ctx, input) => {
    const page = await pageIn(ctx, input)
    const open = await openAmong(ctx.tx, [...new Set(page.items.flatMap((task) => task.after))])
    return { ...page, items: page.items.map((task) => show(task, open)) }
  },
})

/** One page: cut by the database, unless words have to be compared in all that its sieve lets through. */
const pageIn = async (ctx: Ctx, input: ListTasksInput) => {
  const filter = filterOf(input, ctx.user)
  const { limit = PAGE, cursor } = input
  const sieve = {
    blocked: input.blocked ?? null,
    words: sieveOf(input.query),
    project: sieveOf(input.project),
    waiting: input.blocked === undefined ? [] : await waitingTasks(ctx.tx),
  }
  if (input.query || input.project)
    return pageOf(matching(await sievedTasks(ctx.tx, filter, sieve, MANY, 0), input), limit, cursor)
  const offset = offsetOf(cursor)
  const total = await countTasks(ctx.tx, filter, sieve)
  const items = await sievedTasks(ctx.tx, filter, sieve, limit, offset)
  const next = offset + items.length
  return { items, nextCursor: next < total && items.length > 0 ? String(next) : null, total }
}

/** How far ahead a deadline concerns a day. */
const AHEAD_DAYS = 7
const EARLIEST = '1900-01-01'
/**
 * Open tasks that a day may be given: planned for it or left over from before, due within a week of it or late, and those
 * without any date. A day that is past has only what it was meant for.
 */
export const tasksFor = (ctx: Ctx, date: string): Promise<TaskRow[]> => {
  const { timeZone } = ctx.user
  const past = date < localDateOf(ctx.now, timeZone)
  const from = past ? date : EARLIEST
  const due = {
    from: instantAt(from, '00:00', timeZone),
    day: dayBounds(date, timeZone).start,
    to: dayBounds(past ? date : addDays(date, AHEAD_DAYS), timeZone).end,
  }
  return tasksForDay(ctx.tx, ctx.user.id, { planned: { from, to: date }, due, undated: !past })
}
/** Tasks set free lately by the completion of others: rows with nothing open before them any more. */
export const readyAfter = (ctx: Ctx, since: Date): Promise<TaskRow[]> => freedSince(ctx.tx, since)
/** Open tasks whose deadline is before an instant. */
export const tasksDueBefore = (ctx: Ctx, at: Date): Promise<TaskRow[]> =>
  listRows(ctx.tx, { status: 'open', dueBefore: at, on: null })

const listProjects = defineTool<ListProjectsInput, ListProjectsOutput>({
  name: 'tasks_list_projects',
  title: 'List projects',
  description:
    'How far each project is: tasks open and done, overdue, waiting, estimated time left, nearest deadline. For the tasks of one project use tasks_list_tasks with project.',
  input: listProjectsInput,
  output: listProjectsOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('no_projects'),
  say: (found, input) => saidProjects(found, input),
  run: async (ctx, input) => {
    const waiting = await waitingTasks(ctx.tx)
    const rows = projectsOf(await projectRows(ctx.tx, ctx.user.id, ctx.now, waiting), input, ctx.user.timeZone)
    return pageOf(rows, input.limit ?? PAGE, input.cursor)
  },
})

export const tools = [addTask, updateTask, completeTask, deleteTask, listTasks, listProjects]
