// Who may do what, from outside: sign-in, tokens and their scopes, other people's things.
import { SignJWT } from 'jose'
import { expect, it } from 'vitest'
import { newId } from '../core/ids.ts'
import { NOW } from './harness/database.ts'
import { useServer } from './use-server.ts'

const server = useServer({ AUTH_RATE_LIMIT: '5' })

const scoped = async (token: string, scopes: string[], expiresAt?: string): Promise<{ id: string; token: string }> => {
  const made = await server.api<{ id: string; token: string }>('/v1/access-tokens', {
    method: 'POST',
    token,
    body: { name: scopes.join(), scopes, ...(expiresAt ? { expiresAt } : {}) },
  })
  expect(made.status).toBe(201)
  return made.body
}
const post = (token: string, path: string, body: unknown = {}) => server.api(path, { method: 'POST', token, body })

it('wants a token that is its own and still holds', async () => {
  const user = await server.register()
  const get = (token?: string, now?: Date) => server.api('/v1/me', { token, ...(now ? { now } : {}) })
  expect((await get(user.token)).status).toBe(200)
  const without = await get()
  expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  const forged = await new SignJWT({ role: 'admin' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user.id)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('somebody else'.repeat(4)))
  const unsigned = `${btoa('{"alg":"none"}')}.${user.token.split('.')[1]}.`
  for (const token of [forged, unsigned, `${user.token}x`, user.refreshToken, 'zla_nothing', 'x'])
    expect((await get(token)).status, token).toBe(401)
  expect((await get(user.token, new Date(NOW.getTime() + 86_400_000))).status).toBe(401)
})

it('ends the whole family when a spent refresh token comes back', async () => {
  const user = await server.register()
  const refresh = (refreshToken: string) =>
    server.api<{ refreshToken: string; accessToken: string }>('/v1/auth/refresh', {
      method: 'POST',
      body: { refreshToken },
    })
  const next = await refresh(user.refreshToken)
  expect(next.status).toBe(200)
  expect((await refresh(user.refreshToken)).status).toBe(401)
  expect((await refresh(next.body.refreshToken)).status).toBe(401)
  expect((await server.api('/v1/me', { token: next.body.accessToken })).status).toBe(401)
})

it('forgets a sign-in on the way out', async () => {
  const user = await server.register()
  const out = { method: 'POST', body: { refreshToken: user.refreshToken } }
  expect((await server.api('/v1/auth/logout', out)).status).toBe(204)
  expect((await server.api('/v1/me', { token: user.token })).status).toBe(401)
})

it('slows down guessing of one account and says for how long', async () => {
  const user = await server.register()
  const guess = (email: string, now = NOW) =>
    server.api('/v1/auth/login', { method: 'POST', now, body: { email, password: 'wrong password' } })
  const statuses: number[] = []
  for (let attempt = 0; attempt < 6; attempt += 1) statuses.push((await guess(user.email)).status)
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429])
  const limited = await guess(user.email.toUpperCase())
  expect([limited.status, Number(limited.headers.get('retry-after'))]).toEqual([429, 60])
  expect((await guess(`${newId()}@example.com`)).status).toBe(401)
  expect((await guess(user.email, new Date(NOW.getTime() + 61_000))).status).toBe(401)
})

it('holds a long-lived token to its scopes', async () => {
  const user = await server.register()
  const { body: task } = await post(user.token, '/v1/tools/tasks_add_task', { title: 'молоко' })
  expect(task).toHaveProperty('output.id')
  const [chat, read, write] = [
    await scoped(user.token, ['chat']),
    await scoped(user.token, ['read']),
    await scoped(user.token, ['write']),
  ]
  const matrix: [string, (token: string) => Promise<{ status: number }>, [number, number, number]][] = [
    ['say', (token) => post(token, '/v1/chat', { message: 'привет' }), [200, 403, 403]],
    ['threads', (token) => server.api('/v1/threads', { token }), [200, 403, 403]],
    ['profile', (token) => server.api('/v1/me', { token }), [403, 200, 403]],
    [
      'change profile',
      (token) => server.api('/v1/me', { method: 'PATCH', token, body: { displayName: 'Анна' } }),
      [403, 403, 200],
    ],
    ['list tools', (token) => server.api('/v1/tools', { token }), [403, 200, 200]],
    ['read tool', (token) => post(token, '/v1/tools/tasks_list_tasks'), [403, 200, 403]],
    ['write tool', (token) => post(token, '/v1/tools/tasks_add_task', { title: 'хлеб' }), [403, 403, 200]],
    ['erase by tool', (token) => post(token, '/v1/tools/account_delete'), [403, 403, 403]],
    ['inbox', (token) => server.api('/v1/inbox', { token }), [403, 200, 403]],
    ['export', (token) => server.api('/v1/me/export', { token }), [403, 403, 403]],
    ['erase', (token) => server.api('/v1/me', { method: 'DELETE', token }), [403, 403, 403]],
    ['make tokens', (token) => post(token, '/v1/access-tokens', { name: 'x', scopes: ['chat'] }), [403, 403, 403]],
  ]
  for (const [what, call, expected] of matrix) {
    const got = [await call(chat.token), await call(read.token), await call(write.token)].map(({ status }) => status)
    expect.soft(got, what).toEqual(expected)
  }
})

it('ends long-lived tokens by date and by hand', async () => {
  const user = await server.register()
  const brief = await scoped(user.token, ['read'], '2026-03-18T12:00:00+03:00')
  const me = (token: string, now = NOW) => server.api('/v1/me', { token, now })
  expect((await me(brief.token)).status).toBe(200)
  expect((await me(brief.token, new Date('2026-03-18T12:00:01+03:00'))).status).toBe(401)
  const listed = await server.api<{ items: { id: string }[] }>('/v1/access-tokens', { token: user.token })
  expect(listed.body.items.map((item) => item.id)).toEqual([brief.id])
  expect(JSON.stringify(listed.body)).not.toContain(brief.token)
  const other = await server.register()
  const end = (token: string) => server.api(`/v1/access-tokens/${brief.id}`, { method: 'DELETE', token })
  expect((await end(other.token)).status).toBe(404)
  expect((await end(user.token)).status).toBe(204)
  expect((await me(brief.token)).status).toBe(401)
})

it("does not find other people's things", async () => {
  const [anna, boris] = [await server.register(), await server.register()]
  const { body } = await server.chat(anna, 'потратил 450 на такси')
  const id = (body.tools[0]?.output as { id: string } | undefined)?.id
  expect(id).toBeDefined()
  expect((await post(boris.token, '/v1/chat', { message: 'привет', threadId: body.threadId })).status).toBe(404)
  expect((await server.api(`/v1/threads/${body.threadId}/messages`, { token: boris.token })).status).toBe(404)
  expect((await server.api(`/v1/threads/${body.threadId}`, { method: 'DELETE', token: boris.token })).status).toBe(404)
  expect((await post(boris.token, `/v1/turns/${body.turnId}/feedback`, { rating: 'up' })).status).toBe(404)
  expect((await post(boris.token, '/v1/tools/finance_delete_transaction', { id })).status).toBe(404)
  expect((await server.api('/v1/threads', { token: boris.token })).body).toMatchObject({ items: [] })
})

it('exports everything and erases everything', async () => {
  const user = await server.register({ displayName: 'Анна' })
  await server.chat(user, 'потратил 450 на такси')
  const exported = await server.api<Record<string, Record<string, unknown[]>>>('/v1/me/export', { token: user.token })
  expect(exported.body['finance']?.['transaction']).toHaveLength(1)
  expect(exported.body['chat']?.['message']).toHaveLength(2)
  const receipt = await server.api('/v1/me', { method: 'DELETE', token: user.token })
  expect(receipt.status).toBe(200)
  expect(JSON.stringify(receipt.body)).toContain('transaction')
  expect((await server.api('/v1/me', { token: user.token })).status).toBe(401)
  const back = await server.api('/v1/auth/login', {
    method: 'POST',
    body: { email: user.email, password: user.password },
  })
  expect(back.status).toBe(401)
})
