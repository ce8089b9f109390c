// Tools of tasks on a real database: they work, refuse, undo exactly, and another person sees nothing.
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import { tasks } from './index.ts'
import { rules } from './rules.ts'
import type { CompleteOutput, ListProjectsOutput, ListTasksOutput, TaskOutput } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, tasks)
const NOBODY = '00000000-0000-4000-8000-000000000000'

const add = (user: User, input: object = {}): Promise<ToolRun<TaskOutput>> =>
  tools.run(user, 'tasks_add_task', { title: 'отправить отчёт', ...input })
const update = (user: User, input: object): Promise<ToolRun<TaskOutput>> => tools.run(user, 'tasks_update_task', input)
const complete = (user: User, id: string, now = NOW): Promise<ToolRun<CompleteOutput>> =>
  tools.run(user, 'tasks_complete_task', { id }, now)
const remove = (user: User, id: string): Promise<ToolRun<TaskOutput>> => tools.run(user, 'tasks_delete_task', { id })
const list = (user: User, input: object = {}): Promise<ToolRun<ListTasksOutput>> =>
  tools.run(user, 'tasks_list_tasks', input)
const titles = async (user: User, input: object = {}): Promise<string[]> =>
  (await list(user, input)).output.items.map(({ title }) => title)
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
/** Everything stored about a person's tasks, to compare before and after. */
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) => tx.query('select to_jsonb(t) as row from tasks.task t order by id'))

describe('a task', () => {
  it('is written down, said, and told to others', async () => {
    const run = await add(newUser(), { dueAt: '2026-03-19T18:00:00+03:00', priority: 1 })
    expect(run.said).toBe('Задача: отправить отчёт, до завтра 18:00.')
    expect(run.output).toMatchObject({ status: 'open', priority: 1, dueAt: '2026-03-19T18:00:00+03:00' })
    expect([run.confirms, run.events.map(({ type }) => type)]).toEqual([false, ['tasks.task_added']])
    const english = await add(newUser({ locale: 'en-US' }), { title: 'send it', plannedOn: '2026-03-19' })
    expect(english.said).toBe('Task: send it, for tomorrow.')
  })
  it('is said with its estimate, its project and what comes before it', async () => {
    const user = newUser()
    const sand = (await add(user, { title: 'ошкурить стены', durationMinutes: 90, project: 'Ремонт' })).output
    const paint = await add(user, { title: 'покрасить стены', after: [sand.id] })
    expect(paint.said).toBe('Задача: покрасить стены, после: ошкурить стены.')
    const change = async (input: object) => (await update(user, { id: paint.output.id, ...input })).said
    expect(await change({ durationMinutes: 61 })).toBe('Изменил задачу: покрасить стены, оценка: 1 час 1 минута.')
    expect(await change({ project: 'Ремонт', durationMinutes: 120 })).toBe(
      'Изменил задачу: покрасить стены, оценка: 2 часа, проект «Ремонт».',
    )
    expect(await change({ after: [], project: null })).toBe('Изменил задачу: покрасить стены.')
    const english = await add(newUser({ locale: 'en-US' }), { title: 'paint', durationMinutes: 60, project: 'House' })
    expect(english.said).toBe('Task: paint, estimate: 1 hour, project “House”.')
  })
  it('is changed by field, and by minutes', async () => {
    const user = newUser()
    const { output } = await add(user, { dueAt: '2026-03-19T18:00:00+03:00' })
    expect((await update(user, { id: output.id, shiftMinutes: 60 })).said).toBe(
      'Новый срок: отправить отчёт, до завтра 19:00.',
    )
    expect(
      (await update(user, { id: output.id, priority: 2, energy: 'high', splittable: true })).output.changed,
    ).toEqual(['priority', 'energy', 'splittable'])
    expect((await update(user, { id: output.id, priority: 2 })).output.changeId).toBeNull()
    expect(await refusal(update(user, { id: output.id }))).toBe('invalid tasks.nothing_to_change')
  })
  it('is done once; a second time is a value', async () => {
    const user = newUser()
    const { output } = await add(user)
    expect((await complete(user, output.id)).said).toBe('Готово: отправить отчёт.')
    const again = await complete(user, output.id)
    expect([again.said, again.output.alreadyDone, again.output.changeId]).toEqual([
      'Уже сделано: отправить отчёт.',
      true,
      null,
    ])
    expect((await update(user, { id: output.id, status: 'open' })).output).toMatchObject({
      status: 'open',
      doneAt: null,
    })
  })
  it('comes back when it repeats', async () => {
    const user = newUser()
    const { output } = await add(user, { title: 'полить цветы', rrule: 'FREQ=WEEKLY;BYDAY=MO' })
    const run = await complete(user, output.id)
    expect(run.said).toBe('Готово: полить цветы. Следующий раз: до пн, 30 марта 09:00.')
    expect((await list(user)).output.items.map(({ id }) => id)).toEqual([run.output.next?.id])
    expect(await titles(user, { status: 'done' })).toEqual(['полить цветы'])
  })
  it('waits for others, never for itself', async () => {
    const user = newUser()
    const first = (await add(user, { title: 'первая' })).output
    const second = (await add(user, { title: 'вторая', after: [first.id] })).output
    const third = (await add(user, { title: 'третья', after: [second.id] })).output
    expect(third.blockedBy).toEqual([second.id])
    expect(await refusal(update(user, { id: first.id, after: [third.id] }))).toBe('invalid tasks.cycle')
    expect(await refusal(update(user, { id: first.id, after: [first.id] }))).toBe('invalid tasks.cycle')
    expect(await refusal(add(user, { after: [NOBODY] }))).toBe('not_found tasks.after_not_found')
    await complete(user, second.id)
    const [shown] = (await list(user, { query: 'третья' })).output.items
    expect(shown?.blockedBy).toEqual([])
  })
  it('frees what waited for it and for nothing else, and is marked while it waits', async () => {
    const user = newUser()
    const paint = (await add(user, { title: 'купить краску', priority: 1 })).output
    const brush = (await add(user, { title: 'купить кисть', priority: 2 })).output
    const walls = (await add(user, { title: 'покрасить стены', after: [paint.id, brush.id] })).output
    expect(walls.waitsFor).toEqual(['купить краску', 'купить кисть'])
    expect(await titles(user, { blocked: true })).toEqual(['покрасить стены'])
    expect(await titles(user, { blocked: false })).toEqual(['купить краску', 'купить кисть'])
    expect((await list(user)).said).toBe(
      '3 задачи: купить краску; купить кисть; покрасить стены (сначала купить краску и купить кисть).',
    )
    expect((await complete(user, paint.id)).output.freed).toEqual([])
    const run = await complete(user, brush.id)
    expect(run.output.freed.map(({ id }) => id)).toEqual([walls.id])
    expect(run.said).toBe('Готово: купить кисть. Теперь можно браться: покрасить стены.')
    await tools.undo(user, run)
    expect(await titles(user, { blocked: true })).toEqual(['покрасить стены'])
  })
  it('is deleted after a question, and kept as deleted', async () => {
    const user = newUser()
    const { output } = await add(user, { dueAt: '2026-03-19T18:00:00+03:00' })
    expect(await tools.ask(user, 'tasks_delete_task', { id: output.id })).toBe(
      'Удалить задачу «отправить отчёт», до завтра 18:00?',
    )
    const run = await remove(user, output.id)
    expect([run.confirms, run.output.status, run.said]).toEqual([true, 'deleted', 'Удалил задачу: отправить отчёт.'])
    expect(await titles(user)).toEqual([])
    expect((await remove(user, output.id)).output.changeId).toBeNull()
    expect(await refusal(complete(user, output.id))).toBe('conflict tasks.task_deleted')
  })
  it.each([
    [{ title: ' ' }, 'invalid tools.bad_input'],
    [{ title: 'нуль\u0000' }, 'invalid tools.bad_input'],
    [{ priority: 5 }, 'invalid tools.bad_input'],
    [{ dueAt: '2026-02-31T10:00:00Z' }, 'invalid tools.bad_input'],
    [{ dueAt: '2026-03-19' }, 'invalid tools.bad_input'],
    [{ dueAt: '1969-03-19T10:00:00Z' }, 'invalid tasks.out_of_range'],
    [{ rrule: 'FREQ=HOURLY' }, 'invalid tasks.dense_rule'],
  ])('is refused as %j and leaves no row', async (input, expected) => {
    const user = newUser()
    expect(await refusal(add(user, input))).toBe(expected)
    expect(await held(user)).toEqual([])
  })
})

describe('undo', () => {
  it.each([
    ['a new task', (user: User) => add(user, { title: 'ещё' })],
    ['a change', (user: User, id: string) => update(user, { id, title: 'иначе', dueAt: null, rrule: null })],
    ['a completion with the next occurrence', (user: User, id: string) => complete(user, id)],
    ['a deletion', (user: User, id: string) => remove(user, id)],
  ] as const)('puts back %s exactly', async (_, write) => {
    const user = newUser()
    const { output } = await add(user, { rrule: 'FREQ=DAILY', durationMinutes: 12.5, project: 'дом' })
    const before = await held(user)
    const run = await write(user, output.id)
    expect(await held(user)).not.toEqual(before)
    await tools.undo(user, run)
    expect(await held(user)).toEqual(before)
    expect(await refusal(tools.undo(user, run))).toBe('conflict tasks.changed_since')
  })
  it('never goes past a later change', async () => {
    const user = newUser()
    const first = await add(user)
    await update(user, { id: first.output.id, priority: 1 })
    expect(await refusal(tools.undo(user, first))).toBe('conflict tasks.changed_since')
    expect(await titles(user)).toEqual(['отправить отчёт'])
  })
})

describe('a list', () => {
  const filled = async (): Promise<User> => {
    const user = newUser()
    await add(user, { title: 'без срока' })
    await add(user, { dueAt: '2026-03-19T18:00:00+03:00', project: 'Работа' })
    await add(user, { title: 'купить хлеб', plannedOn: '2026-03-18' })
    await add(user, { title: 'поздно', dueAt: '2026-03-20T00:00:00+03:00' })
    return user
  }
  it('is in the order people work', async () => {
    const user = await filled()
    expect(await titles(user)).toEqual(['купить хлеб', 'отправить отчёт', 'поздно', 'без срока'])
    expect((await list(user, { limit: 2 })).said).toBe(
      '4 задачи: купить хлеб, на сегодня; отправить отчёт, до завтра 18:00. И ещё 2.',
    )
    const { nextCursor } = (await list(user, { limit: 3 })).output
    expect(await titles(user, { limit: 3, cursor: nextCursor })).toEqual(['без срока'])
  })
  it.each([
    [{ dueOn: '2026-03-19' }, ['отправить отчёт']],
    [{ dueOn: '2026-03-18' }, ['купить хлеб']],
    [{ dueBefore: '2026-03-20T00:00:00+03:00' }, ['отправить отчёт']],
    [{ query: 'отчёта' }, ['отправить отчёт']],
    [{ query: 'ХЛЕБ купить' }, ['купить хлеб']],
    [{ project: 'работы' }, ['отправить отчёт']],
    [{ status: 'done' }, []],
  ])('finds by %j', async (input, expected) => {
    expect(await titles(await filled(), input)).toEqual(expected)
  })
  it('says a day, and that there is nothing', async () => {
    const user = await filled()
    expect((await list(user, { dueOn: '2026-03-19' })).said).toBe('Завтра 1 задача: отправить отчёт.')
    expect((await list(user, { dueOn: '2026-04-01' })).said).toBe('Ср, 1 апреля задач нет.')
    expect((await list(newUser())).said).toBe('Открытых задач нет.')
    expect(await refusal(list(user, { cursor: '-1' }))).toBe('invalid tasks.bad_cursor')
  })
})

describe('projects', () => {
  const projects = (user: User, input: object = {}) => tools.run<ListProjectsOutput>(user, 'tasks_list_projects', input)
  it('say how far they are', async () => {
    const user = newUser()
    const first = (await add(user, { title: 'снять обои', project: 'Ремонт', durationMinutes: 60 })).output
    await add(user, { title: 'покрасить', project: 'ремонт', after: [first.id], durationMinutes: 90 })
    await add(user, { title: 'смета', project: 'Ремонт', dueAt: '2026-03-17T18:00:00+03:00' })
    const done = (await add(user, { title: 'замер', project: 'Ремонт' })).output
    await complete(user, done.id)
    const over = (await add(user, { title: 'билеты', project: 'Отпуск' })).output
    await complete(user, over.id)
    const run = await projects(user)
    expect(run.output.items).toEqual(
      [
        {
          name: 'ремонт',
          status: 'open',
          open: 3,
          done: 1,
          total: 4,
          progress: 0.25,
          overdue: 1,
          blocked: 1,
          remainingMinutes: 150,
          withoutEstimate: 1,
          nextDueAt: '2026-03-17T18:00:00+03:00',
        },
      ].map((item) => ({ ...item, name: run.output.items[0]?.name })),
    )
    expect(run.output.items[0]?.name.toLowerCase()).toBe('ремонт')
    expect(run.said.toLowerCase()).toBe('1 проект: ремонт — сделано 1 из 4, ближайший срок вчера, 1 просрочена.')
    expect((await projects(user, { status: 'all' })).output.total).toBe(2)
    expect((await projects(user, { status: 'done' })).said).toBe('1 проект: Отпуск — всё сделано.')
    expect((await projects(user, { query: 'ремонта' })).output.total).toBe(1)
    expect((await projects(user, { query: 'дача' })).said).toBe('По запросу «дача» проектов нет.')
    expect((await projects(newUser({ locale: 'en-GB' }))).said).toBe('No projects with open tasks.')
    expect((await projects(newUser(), { status: 'all' })).output.items).toEqual([])
  })
})

it('warns of a deadline tomorrow without a day, and of what nothing holds up any more', async () => {
  const user = newUser()
  const deps = { db: database.db, registry: createRegistry([tasks]) }
  const check = (id: string) =>
    database.db.withUser(user.id, (tx) => {
      const ctx = createCtx(deps, tx, { user, now: NOW, origin: { channel: 'jobs', actor: 'code' } }, [])
      return rules.find((rule) => rule.id === id)?.check(ctx) ?? Promise.resolve(null)
    })
  const first = (await add(user, { title: 'черновик', plannedOn: '2026-03-19', dueAt: '2026-03-19T12:00:00+03:00' }))
    .output
  expect(await check('tasks.due_tomorrow')).toBeNull()
  const second = await add(user, { dueAt: '2026-03-19T18:00:00+03:00', durationMinutes: 90, after: [first.id] })
  expect(await check('tasks.due_tomorrow')).toMatchObject({
    cause: 'tasks.due_tomorrow:2026-03-19',
    text: { params: { n: 1, title: 'отправить отчёт' } },
  })
  expect(await check('tasks.freed')).toBeNull()
  await complete(user, first.id)
  expect(await check('tasks.freed')).toMatchObject({ cause: `tasks.freed:${second.output.id}:${first.id}` })
})

it('another person neither sees nor touches anything', async () => {
  const stranger = newUser()
  const { output } = await add(newUser())
  expect(await titles(stranger, { status: 'all' })).toEqual([])
  for (const id of [output.id, NOBODY]) {
    expect(await refusal(update(stranger, { id, priority: 1 }))).toBe('not_found tasks.task_not_found')
    expect(await refusal(complete(stranger, id))).toBe('not_found tasks.task_not_found')
    expect(await refusal(remove(stranger, id))).toBe('not_found tasks.task_not_found')
    expect(await refusal(add(stranger, { after: [id] }))).toBe('not_found tasks.after_not_found')
  }
})

it('tells the day plan and the rules what is to be done', async () => {
  const user = newUser()
  await add(user, { dueAt: '2026-03-19T18:00:00+03:00', durationMinutes: 30, priority: 1 })
  const deps = { db: database.db, registry: createRegistry([tasks]) }
  const late = new Date('2026-03-21T10:00:00+03:00')
  const [parts, nudge] = await database.db.withUser(user.id, async (tx) => {
    const ctx = createCtx(deps, tx, { user, now: late, origin: { channel: 'jobs', actor: 'code' } }, [])
    return [await tasks.day?.(ctx, '2026-03-19'), await rules[0]?.check(ctx)] as const
  })
  expect(parts).toMatchObject([{ kind: 'task', title: 'отправить отчёт', durationMinutes: 30, priority: 3 }])
  expect(nudge).toMatchObject({ topic: 'tasks.overdue', text: { params: { n: 1 } } })
})
