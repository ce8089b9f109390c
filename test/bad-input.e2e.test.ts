// What people and programs send by mistake or on purpose: an answer that says what is wrong, and no row.
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { NOW } from './harness/database.ts'
import type { ApiOptions, TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()

const refused = async (path: string, options: ApiOptions, status: number): Promise<Record<string, unknown>> => {
  const answer = await server.api(path, options)
  const what = `${options.method ?? 'GET'} ${path} ${JSON.stringify(options.body)?.slice(0, 80)}`
  expect.soft(answer.status, what).toBe(status)
  expect.soft(answer.headers.get('content-type'), what).toContain('application/problem+json')
  expect
    .soft(answer.body, what)
    .toMatchObject({ status, detail: expect.stringMatching(/./u), code: expect.stringMatching(/./u) })
  return answer.body
}
const say = (user: TestUser, body: unknown): ApiOptions => ({ method: 'POST', token: user.token, body })

const rowsOf = async (user: TestUser): Promise<number> => {
  const { body } = await server.api<Record<string, Record<string, unknown[]>>>('/v1/me/export', { token: user.token })
  const { account: _, tools: __, guardrails: ___, ...rooms } = body
  return Object.values(rooms)
    .flatMap((room) => Object.values(room))
    .reduce((sum, rows) => sum + rows.length, 0)
}

it('refuses messages that are none', async () => {
  const user = await server.register()
  const id = '00000000-0000-4000-8000-000000000000'
  await refused('/v1/chat', say(user, { message: '' }), 400)
  await refused('/v1/chat', say(user, { message: ' \u200b\n ' }), 400)
  await refused('/v1/chat', say(user, { message: 'о'.repeat(100_000) }), 413)
  await refused('/v1/chat', say(user, { message: 'x'.repeat(2_000_000) }), 413)
  await refused('/v1/chat', say(user, {}), 400)
  await refused('/v1/chat', say(user, { message: 5 }), 400)
  await refused('/v1/chat', say(user, { message: 'привет', userId: id }), 400)
  await refused('/v1/chat', say(user, { message: 'привет', threadId: id }), 404)
  await refused('/v1/chat', say(user, { message: 'привет', threadId: 'мой' }), 400)
  await refused('/v1/chat', say(user, '{"message":"половина \\ud83d пары"}'), 400)
  await refused('/v1/chat', say(user, '{"message":"ноль \\u0000"}'), 400)
  await refused('/v1/chat', say(user, '{"message":'), 400)
  await refused('/v1/chat', say(user, `{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 400)
  expect(await rowsOf(user)).toBe(0)
})

it('refuses files it cannot read, and stores nothing', async () => {
  const user = await server.register()
  const file = (base64: string, name = 'song.mp3') => ({
    message: 'что это?',
    attachments: [{ name, contentType: 'audio/mpeg', base64 }],
  })
  const unknown = await refused('/v1/chat', say(user, file('AAAA')), 415)
  expect(unknown['detail']).toContain('song.mp3')
  await refused('/v1/chat', say(user, file('не base64')), 400)
  await refused('/v1/chat', say(user, file('A'.repeat(13_600_000))), 413)
  await refused('/v1/chat', say(user, file('A'.repeat(15_000_000))), 413)
  expect(await rowsOf(user)).toBe(0)
})

it('refuses values that cannot be', async () => {
  const user = await server.register()
  const tool = (name: string, body: unknown, status = 400) => refused(`/v1/tools/${name}`, say(user, body), status)
  await tool('finance_add_transaction', { kind: 'expense', amount: 1e18 })
  await tool('finance_add_transaction', { kind: 'expense', amount: 0.5 })
  await tool('finance_add_transaction', { kind: 'expense', amount: 100, occurredOn: '2026-02-31' })
  await tool('finance_add_transaction', { kind: 'expense', amount: 100, currency: 'XXQ' })
  await tool('calendar_add_event', { title: 'x', start: '2026-02-31T10:00:00+03:00' })
  await tool('calendar_add_event', { title: 'x', start: '2026-03-19T10:00:00+03:00', timeZone: 'Mars/Olympus' })
  await tool('tasks_add_task', { title: 'x', due: '31 февраля' })
  await tool('tasks_add_task', { title: 'a\0b' })
  await tool('finance_delete_transaction', { id: 'x' })
  await tool('finance_delete_transaction', { id: '00000000-0000-4000-8000-000000000000' }, 404)
  await tool('no_such_tool', {}, 404)
  await tool('__proto__', {}, 404)
  await refused('/v1/me', { method: 'PATCH', token: user.token, body: { timeZone: 'Mars/Olympus' } }, 400)
  const register = { email: 'x@example.com', password: 'a long enough password' }
  await refused('/v1/auth/register', { method: 'POST', body: { ...register, timeZone: 'Mars/Olympus' } }, 400)
  await refused('/v1/auth/register', { method: 'POST', body: { ...register, birthDate: '2026-02-31' } }, 400)
  await refused('/v1/auth/register', { method: 'POST', body: { ...register, email: 'x' } }, 400)
  await refused('/v1/auth/register', { method: 'POST', body: null }, 400)
  expect(await rowsOf(user)).toBe(0)
})

it('refuses requests that are malformed, each with its own status', async () => {
  const user = await server.register()
  const { token } = user
  await refused('/v1/nothing', { token }, 404)
  await refused('/v1/threads/%ff/messages', { token }, 400)
  await refused('/v1/threads/x/messages', { token }, 404)
  await refused('/v1/threads?limit=0', { token }, 400)
  await refused('/v1/threads?before=вчера', { token }, 400)
  await refused('/v1/threads/00000000-0000-4000-8000-000000000000/messages?before=1e99', { token }, 400)
  await refused('/v1/inbox?cursor=%00', { token }, 400)
  await refused('/v1/inbox/x/read', { method: 'POST', token }, 400)
  await refused('/v1/me', { token, now: 'yesterday' }, 400)
  await refused(
    '/v1/chat',
    { method: 'POST', token, body: 'message=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
  )
  await refused(
    '/v1/chat',
    { method: 'POST', token, body: '{}', headers: { 'Content-Type': 'application/json; charset=klingon' } },
    415,
  )
  await refused('/v1/chat', { method: 'POST', token, body: '{}', headers: { 'Content-Encoding': 'gzip' } }, 400)
  await refused(
    '/v1/tools/tasks_list_tasks',
    { method: 'POST', token, body: {}, headers: { 'Idempotency-Key': 'k'.repeat(201) } },
    400,
  )
  await refused('/mcp', { token }, 405)
  await refused('/mcp', { method: 'POST', token, body: { method: 'tools/list' } }, 400)
  await refused('/mcp', { method: 'POST', token, body: [] }, 400)
  await refused('/mcp', { method: 'POST', token, body: { jsonrpc: '2.0', id: 1, method: 'tools/list' } }, 406)
  await refused('/mcp', { method: 'POST', body: {} }, 401)
  expect(await rowsOf(user)).toBe(0)
})

it('tells errors in the language that is asked for before sign-in, and in the person’s after it', async () => {
  const of = async (language: string): Promise<unknown> =>
    (await refused('/v1/me', { headers: language === '' ? {} : { 'Accept-Language': language } }, 401))['detail']
  const [russian, english] = ['Войдите, чтобы продолжить.', 'Please sign in first.']
  expect(await of('ru-RU,ru;q=0.9,en;q=0.8')).toBe(russian)
  expect(await of('en-GB')).toBe(english)
  expect(await of('en;q=0.5, ru;q=0.9')).toBe(russian)
  expect(await of('fr')).toBe(english)
  expect(await of('*')).toBe(russian)
  const user = await server.register({ locale: 'en-US' })
  const own = await refused('/v1/nothing', { token: user.token, headers: { 'Accept-Language': 'ru' } }, 404)
  expect(own['detail']).toEqual(expect.any(String))
  const empty = await refused('/v1/chat', { ...say(user, { message: '' }), headers: { 'Accept-Language': 'ru' } }, 400)
  expect(empty['detail']).toMatch(/^[ -~]+$/u)
})

it('keeps strange but honest text as it was written', async () => {
  const user = await server.register()
  const titles = [
    "'); drop table finance.transaction; --",
    '🙂🙃',
    'שלום עולם',
    '<b>жирно</b>',
    '{{7*7}} {name, plural, other {#}}',
    '%s %d',
  ]
  for (const title of titles) {
    const made = await server.api<{ output: { title: string }; said: string }>(
      '/v1/tools/tasks_add_task',
      say(user, { title }),
    )
    expect.soft([made.status, made.body.output?.title], title).toEqual([200, title])
    expect.soft(made.body.said).toContain(title)
  }
  for (const message of ['🙂🙃🙂', 'שלום', "'; drop table chat.turn; --"]) {
    const said = await server.chat(user, message)
    expect.soft(said.reply, message).not.toBe('')
    expect
      .soft(
        said.body.tools.filter((tool) => tool.status === 'ok' && !/list|search|get/u.test(tool.name)),
        message,
      )
      .toEqual([])
  }
})

it('counts days of the person, also over a change of the clock', async () => {
  const user = await server.register({ timeZone: 'Europe/Berlin', currency: 'EUR', country: 'DE' })
  // Clocks in Berlin went from 02:00 to 03:00 on 29 March 2026: this night is 23 hours long.
  const night = new Date('2026-03-30T00:30:00+02:00')
  const fresh = await server.api<{ accessToken: string }>('/v1/auth/login', {
    method: 'POST',
    now: night,
    body: { email: user.email, password: user.password },
  })
  user.token = fresh.body.accessToken
  const said = await server.chat(user, 'вчера потратил 20 на такси', night)
  expect(said.body.tools[0]?.output).toMatchObject({ occurredOn: '2026-03-29' })
})

/** What the server answers to bytes that no HTTP client would send. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })

it('answers bytes that are no HTTP', async () => {
  expect(await raw('\x16\x03\x01 hello\r\n\r\n')).toMatch(
    /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"invalid"/u,
  )
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /u)
})

it('reads a compressed body, and refuses one that grows too large', async () => {
  const user = await server.register()
  const send = (body: unknown): Promise<Response> =>
    fetch(`${server.url}/v1/chat`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${user.token}`,
        'X-Test-Now': NOW.toISOString(),
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      },
      body: gzipSync(JSON.stringify(body)),
    })
  expect((await send({ message: 'привет' })).status).toBe(200)
  expect((await send({ message: 'x'.repeat(50_000_000) })).status).toBe(413)
})
