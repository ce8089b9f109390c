import { afterEach, expect, test } from 'vitest'
import type { User } from '../core/user.ts'
import { appendEvents } from '../db/index.ts'
import { reminders } from '../domains/reminders/index.ts'
import { newUser, useDatabase } from '../test/harness/database.ts'
import { messageFolders } from '../test/harness/selection.ts'
import { toolRunner } from '../test/harness/tools.ts'
import { loadMessages } from '../tools/catalog.ts'
import { createRegistry } from '../tools/registry.ts'
import { type Jobs, type JobsDeps, listInbox, startJobs } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, reminders)
const messages = loadMessages(messageFolders())
const people: User[] = []
const running: Jobs[] = []
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop()
})

const start = async (over: Partial<JobsDeps> = {}): Promise<Jobs> => {
  const jobs = await startJobs({
    db: database.db,
    registry: createRegistry([reminders]),
    messages,
    domains: [reminders],
    findUser: async (_tx, userId) => people.find((user) => user.id === userId) ?? null,
    log: { error: () => undefined, warn: () => undefined },
    now: () => new Date(),
    role: 'all',
    testClock: false,
    ...over,
  })
  running.push(jobs)
  return jobs
}
const person = (): User => {
  const user = newUser()
  people.push(user)
  return user
}
/** Sets a reminder that comes soon, as `tools/execute` would with its events; gives the time it was set for. */
const soon = async (user: User, milliseconds: number): Promise<Date> => {
  const now = new Date()
  const at = new Date(now.getTime() + milliseconds)
  const { events } = await tools.run(user, 'reminders_set_reminder', { text: 'чай', at: at.toISOString() }, now)
  await database.db.withUser(user.id, (tx) => appendEvents(tx, user.id, events, now))
  return at
}
const inbox = async (user: User) => (await database.db.withUser(user.id, (tx) => listInbox(tx, {}, user))).items
const arrived = (user: User) =>
  expect.poll(async () => (await inbox(user)).map((item) => item.text), { timeout: 15_000, interval: 100 })

test('a reminder comes by itself at its time, not before, once', async () => {
  const jobs = await start()
  expect(await jobs.status()).toEqual({ ok: true, queue: 'postgres' })
  const user = person()
  const at = await soon(user, 2_000)
  jobs.committed(user.id)
  await arrived(user).toEqual(['Напоминаю: чай.'])
  const [item] = await inbox(user)
  expect(Date.parse(item?.sentAt ?? '')).toBeGreaterThanOrEqual(at.getTime())
}, 30_000)

test('what came due while nothing ran is told at the start, by two workers once', async () => {
  const user = person()
  const at = await soon(user, 50)
  await new Promise((resolve) => setTimeout(resolve, at.getTime() - Date.now() + 50))
  await Promise.all([start(), start({ role: 'worker' })])
  await arrived(user).toEqual(['Напоминаю: чай.'])
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await inbox(user)).toHaveLength(1)
}, 30_000)

test('a process that only answers leaves the work to a worker', async () => {
  const api = await start({ role: 'api' })
  const user = person()
  await soon(user, 1_000)
  api.committed(user.id)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(await inbox(user)).toEqual([])
  await start({ role: 'worker' })
  await arrived(user).toEqual(['Напоминаю: чай.'])
}, 30_000)

test('with the test clock events are delivered and nothing is woken by time', async () => {
  const heard: string[] = []
  const on = { 'reminders.scheduled': async (_ctx: unknown, event: { type: string }) => void heard.push(event.type) }
  const jobs = await start({ testClock: true, domains: [{ id: 'probe', rules: [], on }] })
  expect(await jobs.status()).toEqual({ ok: true, queue: 'off' })
  const user = person()
  await soon(user, 300)
  await jobs.wake(user.id, new Date())
  jobs.committed(user.id)
  await expect.poll(() => heard).toEqual(['reminders.scheduled'])
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await inbox(user)).toEqual([])
}, 30_000)
