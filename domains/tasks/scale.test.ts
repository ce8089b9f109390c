// Five thousand tasks of one person: lists stay quick.
import { beforeAll, describe, expect, it } from 'vitest'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { tasks } from './index.ts'
import type { ListProjectsOutput, ListTasksOutput } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, tasks)
const user = newUser()

/** The 95th percentile of twenty calls in milliseconds; of eight rounds the one that other programs disturbed least. */
const p95 = async (name: string, call: () => Promise<unknown>): Promise<number> => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 8 && best >= 100; round += 1) {
    await call()
    const times: number[] = []
    for (let index = 0; index < 20; index += 1) {
      const begun = performance.now()
      await call()
      times.push(performance.now() - begun)
    }
    const [, worst = Number.POSITIVE_INFINITY] = times.sort((a, b) => b - a)
    best = Math.min(best, worst)
  }
  console.log(`${name}: p95 ${best.toFixed(1)} ms`)
  return best
}

describe('with 5,000 tasks', () => {
  beforeAll(async () => {
    await database.db.withUser(user.id, (tx) =>
      tx.query(
        `insert into tasks.task (id, user_id, title, due_at, duration_minutes, priority, project, time_zone, splittable, after_ids,
           status, revision, created_at, updated_at)
         select gen_random_uuid(), $1, 'Дело номер ' || n, $2::timestamptz + n * interval '1 hour', 30, 1 + n % 4,
           'Проект ' || n % 20, 'Europe/Moscow', false, '{}', case when n % 5 = 0 then 'done' else 'open' end,
           gen_random_uuid(), $2, $2 from generate_series(1, 5000) n`,
        [user.id, NOW],
      ),
    )
    await database.db.withUser(user.id, (tx) =>
      tx.query(
        `update tasks.task t set after_ids = array[p.id] from tasks.task p
         where t.title = 'Дело номер ' || (substring(p.title from 12)::int + 1) and substring(p.title from 12)::int % 10 < 3`,
      ),
    )
  })
  it.each([
    ['open tasks', {}, 4_000],
    ['a late page', { cursor: '3500' }, 4_000],
    ['those that wait', { blocked: true }, 1_000],
    ['words', { query: 'дело номер 4999' }, 1],
    ['a project', { project: 'проект 7' }, 250],
  ])(
    '%s are listed within 100 ms',
    async (name, input, total) => {
      const { output } = await tools.run<ListTasksOutput>(user, 'tasks_list_tasks', input)
      expect(output.total).toBe(total)
      expect(await p95(name, () => tools.run(user, 'tasks_list_tasks', input))).toBeLessThan(100)
    },
    60_000,
  )
  it('projects are counted within 100 ms', async () => {
    const { output } = await tools.run<ListProjectsOutput>(user, 'tasks_list_projects', { status: 'all' })
    expect(output.items.map(({ total }) => total)).toEqual(Array(20).fill(250))
    expect(await p95('projects', () => tools.run(user, 'tasks_list_projects', {}))).toBeLessThan(100)
  }, 60_000)
})
