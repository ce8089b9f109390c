// The chat contract over HTTP: streams, repeats, queues, confirmations, conversations.
import { expect, it } from 'vitest'
import type { TurnResult } from '../agent/contract.ts'
import { newId } from '../core/ids.ts'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()

interface ServerEvent {
  id: string
  event: string
  data: Record<string, unknown>
}

const eventsOf = (text: string): ServerEvent[] =>
  text
    .split('\n\n')
    .filter((block) => block.includes('data: '))
    .map((block) => {
      const field = (name: string): string =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? ''
      return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Record<string, unknown> }
    })

const stream = async (user: TestUser, body: Record<string, unknown>, headers: Record<string, string> = {}) => {
  const answer = await server.api<string>('/v1/chat', {
    method: 'POST',
    token: user.token,
    body,
    headers: { Accept: 'text/event-stream', ...headers },
  })
  return { ...answer, events: eventsOf(answer.body) }
}

const post = <T = TurnResult>(user: TestUser, path: string, body: unknown) =>
  server.api<T>(path, { method: 'POST', token: user.token, body })

const spent = async (user: TestUser): Promise<number> => {
  const list = await post<{ output: { items: unknown[] } }>(user, '/v1/tools/finance_list_transactions', {})
  return list.body.output.items.length
}

it('answers in the documented shape', async () => {
  const user = await server.register()
  const { body } = await server.chat(user, 'потратил 450 на такси')
  expect(body).toMatchObject({
    threadId: expect.any(String),
    turnId: expect.any(String),
    reply: expect.stringContaining('450'),
    spoken: expect.any(String),
    tools: [{ name: 'finance_add_transaction', status: 'ok', output: { amount: 45_000 } }],
    pending: null,
    safety: { kind: 'none', rules: [] },
    usage: { modelCalls: expect.any(Number), ms: expect.any(Number) },
  })
})

it('streams a turn as numbered events that end with the same answer', async () => {
  const user = await server.register()
  const { events, headers } = await stream(user, { message: 'потратил 450 на такси', clientMessageId: 'one' })
  expect(headers.get('content-type')).toContain('text/event-stream')
  const kinds = events.map((event) => event.event)
  expect(kinds[0]).toBe('turn')
  expect(events[0]?.data).toMatchObject({ clientMessageId: 'one' })
  expect(kinds.filter((kind) => kind === 'tool')).toHaveLength(2)
  expect(kinds).toContain('token')
  expect(kinds.at(-1)).toBe('done')
  const turnId = String(events[0]?.data['turnId'])
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => `${turnId}:${index + 1}`))
  const text = events.filter((event) => event.event === 'token').map((event) => String(event.data['text']))
  expect(text.join('')).toContain('450')
})

it('takes up a stream that broke while the turn was running', async () => {
  const user = await server.register()
  const body = { message: 'потратил 450 на такси и 300 на кофе', clientMessageId: 'broken' }
  const cut = new AbortController()
  const response = await fetch(`${server.url}/v1/chat`, {
    method: 'POST',
    signal: cut.signal,
    headers: {
      Authorization: `Bearer ${user.token}`,
      'X-Test-Now': NOW.toISOString(),
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
    },
    body: JSON.stringify(body),
  })
  const first = await response.body?.getReader().read()
  const seen = eventsOf(new TextDecoder().decode(first?.value))
  cut.abort()
  const rest = await stream(user, body, { 'Last-Event-ID': String(seen.at(-1)?.id) })
  const turnId = String(seen[0]?.data['turnId'])
  expect([...seen, ...rest.events].map((event) => event.id)).toEqual(
    [...seen, ...rest.events].map((_, index) => `${turnId}:${index + 1}`),
  )
  expect(rest.events.at(-1)?.event).toBe('done')
  expect(await spent(user)).toBe(2)
})

it('lets few messages wait, and says when to come back', async () => {
  const user = await server.register()
  const { threadId } = (await server.chat(user, 'привет')).body
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      post(user, '/v1/chat', { threadId, message: `потратил ${index + 1}00 на такси` }),
    ),
  )
  const done = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ status }) => status === 429)
  expect(done.length + refused.length).toBe(10)
  for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await spent(user)).toBe(done.length)
})

it('answers one client message once, also when it comes twice at a time', async () => {
  const user = await server.register()
  const body = { message: 'потратил 450 на такси', clientMessageId: 'same' }
  const [first, second] = await Promise.all([post(user, '/v1/chat', body), post(user, '/v1/chat', body)])
  expect(second?.body.turnId).toBe(first?.body.turnId)
  expect((await post(user, '/v1/chat', body)).body).toEqual(first?.body)
  expect(await spent(user)).toBe(1)
  const other = await server.register()
  expect((await post(other, '/v1/chat', body)).body.turnId).not.toBe(first?.body.turnId)
})

it('answers two messages of one thread in order', async () => {
  const user = await server.register()
  const { body } = await server.chat(user, 'привет')
  const { threadId } = body
  const [first, second] = await Promise.all([
    post(user, '/v1/chat', { threadId, message: 'потратил 450 на такси' }),
    new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
      post(user, '/v1/chat', { threadId, message: 'ой, не 450, а 460' }),
    ),
  ])
  expect([first?.status, second?.status]).toEqual([200, 200])
  expect(second?.body.tools).toMatchObject([{ name: 'finance_update_transaction', status: 'ok' }])
})

it('asks before it deletes much, and does only what was approved, once', async () => {
  const user = await server.register()
  await server.chat(user, 'поставь встречу с Олегом во вторник в 11')
  await server.chat(user, 'поставь обед с Ирой в среду в 13')
  const { body } = await server.chat(user, 'удали все встречи на следующей неделе')
  const { pending } = body
  if (!pending) throw new Error('nothing was asked')
  expect(pending.actions).toHaveLength(2)
  const [first, second] = pending.actions
  const path = `/v1/chat/pending/${pending.id}`
  const other = await server.register()
  const approve = { decisions: [{ actionId: first?.id, decision: 'approve' }] }
  expect((await post(other, path, approve)).status).toBe(404)
  const half = await post(user, path, approve)
  expect(half.body.tools.filter((tool) => tool.status === 'ok')).toHaveLength(1)
  expect(half.body.pending?.actions.map((action) => action.id)).toEqual([second?.id])
  expect((await post(user, path, approve)).status).toBe(409)
  const streamed = await server.api(path, {
    method: 'POST',
    token: user.token,
    body: approve,
    headers: { Accept: 'text/event-stream' },
  })
  expect([streamed.status, streamed.headers.get('content-type')]).toEqual([
    409,
    'application/problem+json; charset=utf-8',
  ])
  const rest = await post(user, path, { decisions: [{ actionId: second?.id, decision: 'reject' }] })
  expect(rest.body.pending).toBeNull()
  const left = await post<{ output: { items: { title: string }[] } }>(user, '/v1/tools/calendar_list_events', {
    from: '2026-03-23T00:00:00+03:00',
    to: '2026-03-30T00:00:00+03:00',
  })
  expect(left.body.output.items).toHaveLength(1)
})

it('lets a confirmation expire', async () => {
  const user = await server.register()
  await server.chat(user, 'поставь встречу с Олегом во вторник в 11')
  await server.chat(user, 'поставь обед с Ирой в среду в 13')
  const { pending } = (await server.chat(user, 'удали все встречи на следующей неделе')).body
  const late = await server.api(`/v1/chat/pending/${pending?.id}`, {
    method: 'POST',
    token: user.token,
    now: new Date(NOW.getTime() + 40 * 60_000),
    body: { decisions: [{ actionId: pending?.actions[0]?.id, decision: 'approve' }] },
  })
  expect(late.status).toBe(401)
  const fresh = await server.api<{ accessToken: string }>('/v1/auth/refresh', {
    method: 'POST',
    now: new Date(NOW.getTime() + 40 * 60_000),
    body: { refreshToken: user.refreshToken },
  })
  const expired = await server.api(`/v1/chat/pending/${pending?.id}`, {
    method: 'POST',
    token: fresh.body.accessToken,
    now: new Date(NOW.getTime() + 40 * 60_000),
    body: { decisions: [{ actionId: pending?.actions[0]?.id, decision: 'approve' }] },
  })
  expect(expired.status).toBe(409)
})

it('keeps conversations: lists, pages, rates and deletes them', async () => {
  const user = await server.register()
  const { body } = await server.chat(user, 'потратил 450 на такси')
  await server.chat(user, 'сколько я потратил сегодня?')
  const threads = await server.api<{ items: { id: string; title: string }[] }>('/v1/threads', { token: user.token })
  expect(threads.body.items).toMatchObject([{ id: body.threadId, title: 'потратил 450 на такси' }])
  const page = `/v1/threads/${body.threadId}/messages?limit=3`
  const first = await server.api<{ items: { role: string; text: string }[]; nextCursor: number }>(page, {
    token: user.token,
  })
  expect(first.body.items.map((item) => item.role)).toEqual(['assistant', 'user', 'assistant'])
  const rest = await server.api<{ items: { text: string }[]; nextCursor: null }>(
    `${page}&before=${first.body.nextCursor}`,
    {
      token: user.token,
    },
  )
  expect(rest.body).toMatchObject({ items: [{ text: 'потратил 450 на такси' }], nextCursor: null })
  expect((await post(user, `/v1/turns/${body.turnId}/feedback`, { rating: 'up' })).status).toBe(204)
  expect((await post(user, `/v1/turns/${newId()}/feedback`, { rating: 'up' })).status).toBe(404)
  const gone = { method: 'DELETE', token: user.token }
  expect((await server.api(`/v1/threads/${body.threadId}`, gone)).status).toBe(204)
  expect((await server.api(`/v1/threads/${body.threadId}`, gone)).status).toBe(404)
  expect((await server.api(page, { token: user.token })).status).toBe(404)
})

it('takes a broken stream up where it was, and tells only the end when the process has forgotten', async () => {
  const user = await server.register()
  const body = { message: 'потратил 450 на такси и 300 на кофе', clientMessageId: 'two' }
  const { events } = await stream(user, body)
  const again = await stream(user, body, { 'Last-Event-ID': String(events[2]?.id) })
  expect(again.events).toEqual(events.slice(3))
  const whole = await stream(user, body)
  expect(whole.events).toEqual(events)
  await server.restart()
  const forgotten = await stream(user, body, { 'Last-Event-ID': String(events[2]?.id) })
  expect(forgotten.events.map((event) => event.event)).toEqual(['done'])
  expect(forgotten.events[0]?.data).toEqual(events.at(-1)?.data)
  expect(await spent(user)).toBe(2)
}, 90_000)
