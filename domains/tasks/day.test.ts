import { expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { tasks } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, tasks)
const days = dayReader(database, tasks)
const add = async (user: User, title: string, input: object = {}) =>
  (await tools.run<{ id: string }>(user, 'tasks_add_task', { title, ...input })).output.id
const titles = async (user: User, date: string, now?: Date) =>
  (await days.on(user, date, now)).map(({ title }) => title)

it('says everything that is known of a task and nothing else', async () => {
  const user = newUser()
  const first = await add(user, 'собрать данные', { durationMinutes: 45 })
  const gone = await add(user, 'спросить Лену')
  await add(user, 'отчёт', {
    dueAt: '2026-03-19T18:00:00+03:00',
    plannedOn: '2026-03-19',
    durationMinutes: 120,
    priority: 1,
    energy: 'high',
    project: 'Квартал',
    after: [first, gone],
    splittable: true,
  })
  await tools.run(user, 'tasks_complete_task', { id: gone })
  expect(await days.on(user, '2026-03-19')).toEqual([
    {
      kind: 'task',
      type: 'task',
      title: 'отчёт',
      ref: { domain: 'tasks', id: expect.any(String) },
      dueAt: new Date('2026-03-19T15:00:00Z'),
      plannedOn: '2026-03-19',
      durationMinutes: 120,
      priority: 3,
      demand: 'high',
      project: 'Квартал',
      after: [{ domain: 'tasks', id: first, title: 'собрать данные' }],
      splittableMinutes: 30,
    },
    { kind: 'task', type: 'task', title: 'собрать данные', ref: { domain: 'tasks', id: first }, durationMinutes: 45 },
  ])
})

it('offers a day what is left over, near or undated, and a past day only its own', async () => {
  const user = newUser()
  await add(user, 'просрочено', { dueAt: '2026-03-17T12:00:00+03:00' })
  await add(user, 'вчерашнее', { plannedOn: '2026-03-17' })
  await add(user, 'через неделю', { dueAt: '2026-03-25T23:00:00+03:00' })
  await add(user, 'позже', { dueAt: '2026-03-26T01:00:00+03:00' })
  await add(user, 'на пятницу', { plannedOn: '2026-03-20', dueAt: '2026-03-21T12:00:00+03:00' })
  await add(user, 'когда-нибудь', {})
  expect((await titles(user, '2026-03-18')).sort()).toEqual(['вчерашнее', 'когда-нибудь', 'просрочено', 'через неделю'])
  expect(await titles(user, '2026-03-20')).toContain('на пятницу')
  expect((await titles(user, '2026-03-17')).sort()).toEqual(['вчерашнее', 'просрочено'])
  expect(await days.on(newUser(), '2026-03-18')).toEqual([])
})

it('ends a day where its clocks end it', async () => {
  const user = newUser({ timeZone: 'Europe/Belgrade' })
  await add(user, 'до полуночи', { dueAt: '2026-03-29T23:59:00+02:00' })
  await add(user, 'после', { dueAt: '2026-03-30T00:01:00+02:00' })
  const later = new Date('2026-04-10T10:00:00Z')
  expect(await titles(user, '2026-03-29', later)).toEqual(['до полуночи'])
})

it('reads a day among 10,000 open tasks in two statements within 10 ms', async () => {
  const user = newUser()
  await database.db.withUser(user.id, (tx) =>
    tx.query(
      `insert into tasks.task (id, user_id, title, due_at, planned_on, priority, time_zone, splittable, status, revision,
         created_at, updated_at)
       select gen_random_uuid(), $1, 'Дело ' || n, case when n % 3 = 0 then $2::timestamptz + (n - 5000) * interval '1 hour' end,
         case when n % 3 = 1 then date '2026-03-18' + n - 5000 end, 1 + n % 4, 'UTC', false, 'open', gen_random_uuid(), $2, $2
       from generate_series(1, 10000) n`,
      [user.id, NOW],
    ),
  )
  const id = await add(user, 'сначала', { plannedOn: '2026-03-19' })
  await add(user, 'потом', { plannedOn: '2026-03-19', after: [id] })
  expect(await days.statements(user, '2026-03-19')).toBe(2)
  expect(await titles(user, '2026-03-19')).toEqual(expect.arrayContaining(['сначала', 'потом']))
  expect(await days.p95(user, '2026-03-19', 10)).toBeLessThan(10)
}, 60_000)
