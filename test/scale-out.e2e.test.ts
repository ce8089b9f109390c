// Two processes on one database and one Redis: a person does not notice which of them answers.
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TurnResult } from '../agent/contract.ts'
import { copyDatabase, NOW } from './harness/database.ts'
import { redisUrl } from './harness/redis.ts'
import { startTestServer, type TestServer, type TestUser } from './server.ts'

let here: TestServer
let there: TestServer
let remove: () => Promise<void>

beforeAll(async () => {
  const copy = await copyDatabase()
  remove = () => copy.remove()
  const env = { ...copy.env, REDIS_URL: redisUrl() }
  here = await startTestServer(env)
  there = await startTestServer(env)
}, 180_000)
afterAll(async () => {
  await here.stop()
  await there.stop()
  await remove()
}, 60_000)

const post = <T = TurnResult>(server: TestServer, user: TestUser, path: string, body: unknown) =>
  server.api<T>(path, { method: 'POST', token: user.token, body })

it('tells a device at one process what another process answers', async () => {
  const user = await here.register()
  const socket = io(`${there.url}/chat`, {
    auth: { token: user.token, testNow: NOW.toISOString() },
    transports: ['websocket'],
  })
  const near = io(`${here.url}/chat`, {
    auth: { token: user.token, testNow: NOW.toISOString() },
    transports: ['websocket'],
  })
  try {
    await Promise.all([socket, near].map((one) => new Promise<void>((resolve) => one.once('connect', () => resolve()))))
    const done = new Promise<TurnResult>((resolve) => socket.once('done', resolve))
    const ack = (await near.emitWithAck('message', {
      message: 'потратил 450 на такси',
      testNow: NOW.toISOString(),
    })) as {
      turnId: string
    }
    expect(await done).toMatchObject({ turnId: ack.turnId, reply: expect.stringContaining('450') })
  } finally {
    socket.disconnect()
    near.disconnect()
  }
})

it('goes on with a conversation anywhere, and answers one client message once', async () => {
  const user = await here.register()
  const { threadId } = (await here.chat(user, 'потратил 450 на такси')).body
  const fixed = await post(there, user, '/v1/chat', { threadId, message: 'ой, не 450, а 460' })
  expect(fixed.body.reply).toContain('460')
  const same = { message: 'потратил 300 на кофе', clientMessageId: 'same' }
  const [first, second] = await Promise.all([post(here, user, '/v1/chat', same), post(there, user, '/v1/chat', same)])
  expect(second?.body.turnId).toBe(first?.body.turnId)
  const list = await post<{ output: { items: unknown[] } }>(there, user, '/v1/tools/finance_list_transactions', {})
  expect(list.body.output.items).toHaveLength(2)
})

it('keeps the order of one conversation over both', async () => {
  const user = await here.register()
  const { threadId } = (await here.chat(user, 'привет')).body
  const [first, second] = await Promise.all([
    post(here, user, '/v1/chat', { threadId, message: 'потратил 450 на такси' }),
    new Promise((resolve) => setTimeout(resolve, 15)).then(() =>
      post(there, user, '/v1/chat', { threadId, message: 'ой, не 450, а 460' }),
    ),
  ])
  expect([first?.status, second?.status]).toEqual([200, 200])
  expect(second?.body.tools).toMatchObject([{ name: 'finance_update_transaction', status: 'ok' }])
})

it('decides at one process what the other asked', async () => {
  const user = await here.register()
  await here.chat(user, 'поставь встречу с Олегом во вторник в 11')
  await here.chat(user, 'поставь обед с Ирой в среду в 13')
  const { pending } = (await here.chat(user, 'удали все встречи на следующей неделе')).body
  const decisions = pending?.actions.map((action) => ({ actionId: action.id, decision: 'approve' }))
  const done = await post(there, user, `/v1/chat/pending/${pending?.id}`, { decisions })
  expect(done.body.tools.map((tool) => tool.status)).toEqual(['ok', 'ok'])
})
