// Other programs: MCP, the OpenAI wire format, direct tool calls, the OpenAPI document.
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { expect, it } from 'vitest'
import type { Pending, TurnResult } from '../agent/contract.ts'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()

const post = <T = Record<string, unknown>>(
  user: TestUser,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) => server.api<T>(path, { method: 'POST', token: user.token, body, headers })

const tokenOf = async (user: TestUser, scopes: string[]): Promise<string> =>
  (await post<{ token: string }>(user, '/v1/access-tokens', { name: 'program', scopes })).body.token

const mcp = async (token: string): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' })
  const headers = { Authorization: `Bearer ${token}`, 'X-Test-Now': NOW.toISOString() }
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', server.url), { requestInit: { headers } })
  await client.connect(transport as Transport)
  return client
}

interface Called {
  isError?: boolean
  content: { text: string }[]
  structuredContent: { output?: { id: string }; pending?: Pending; code?: string }
}
const call = async (client: Client, name: string, args: Record<string, unknown>): Promise<Called> =>
  (await client.callTool({ name, arguments: args })) as unknown as Called

const message = (role: string, content: unknown) => ({ role, content })

it('offers its tools to an MCP client and does what needs no question', async () => {
  const user = await server.register()
  const client = await mcp(await tokenOf(user, ['read', 'write']))
  const { tools } = await client.listTools()
  const list = tools.find((tool) => tool.name === 'finance_list_transactions')
  expect(list?.annotations).toMatchObject({ readOnlyHint: true })
  const added = await call(client, 'finance_add_transaction', { kind: 'expense', amount: 45_000, category: 'такси' })
  expect(added.content[0]?.text).toContain('450')
  expect(added.structuredContent.output?.id).toBeDefined()
  const wrong = await call(client, 'finance_add_transaction', { kind: 'expense', amount: 'много' })
  expect([wrong.isError, wrong.structuredContent.code]).toEqual([true, 'invalid'])
  await expect(client.callTool({ name: 'no_such_tool', arguments: {} })).rejects.toThrow(/no_such_tool/)
  await client.close()
})

it('shows and runs only reads for a token that may only read', async () => {
  const user = await server.register()
  const client = await mcp(await tokenOf(user, ['read']))
  const { tools } = await client.listTools()
  expect(tools.every((tool) => tool.annotations?.readOnlyHint)).toBe(true)
  const refused = await call(client, 'tasks_add_task', { title: 'молоко' })
  expect([refused.isError, refused.structuredContent.code]).toEqual([true, 'refused'])
  await client.close()
})

it('asks the person about what an MCP client may not decide', async () => {
  const user = await server.register()
  const client = await mcp(await tokenOf(user, ['read', 'write']))
  const asked = await call(client, 'account_delete', {})
  const pending = asked.structuredContent.pending
  if (!pending) throw new Error('nothing was asked')
  expect(pending.actions).toMatchObject([{ tool: 'account_delete', summary: asked.content[0]?.text }])
  expect((await server.api('/v1/me', { token: user.token })).status).toBe(200)

  const { body: threads } = await server.api<{ items: { id: string }[] }>('/v1/threads', { token: user.token })
  const no = await post<TurnResult>(user, '/v1/chat', { message: 'нет', threadId: threads.items[0]?.id })
  expect(no.body.tools).toMatchObject([{ name: 'account_delete', status: 'refused' }])
  const decide = (id: string, actionId: string | undefined) =>
    post<TurnResult>(user, `/v1/chat/pending/${id}`, { decisions: [{ actionId, decision: 'approve' }] })
  expect((await decide(pending.id, pending.actions[0]?.id)).status).toBe(409)

  const again = (await call(client, 'account_delete', {})).structuredContent.pending
  if (!again) throw new Error('nothing was asked')
  const done = await decide(again.id, again.actions[0]?.id)
  expect(done.body).toMatchObject({ pending: null, tools: [{ name: 'account_delete', status: 'ok' }] })
  expect((await server.api('/v1/me', { token: user.token })).status).toBe(401)
  await client.close()
})

it('speaks the OpenAI wire format', async () => {
  const user = await server.register()
  const messages = [message('system', 'You are a pirate.'), message('user', 'потратил 450 на такси')]
  const first = await post(user, '/v1/chat/completions', { model: 'gpt-any', temperature: 0.2, messages })
  expect(first.body).toMatchObject({
    object: 'chat.completion',
    model: 'gpt-any',
    choices: [
      { index: 0, message: { role: 'assistant', content: expect.stringContaining('450') }, finish_reason: 'stop' },
    ],
    usage: { total_tokens: expect.any(Number) },
    threadId: expect.any(String),
    turnId: expect.any(String),
  })
  const more = [...messages, message('assistant', 'ok'), message('user', [{ type: 'text', text: 'ой, не 450, а 460' }])]
  const second = await post(user, '/v1/chat/completions', { messages: more })
  expect(second.body['threadId']).toBe(first.body['threadId'])
  expect(JSON.stringify(second.body)).toContain('460')
  const elsewhere = await post(user, '/v1/chat/completions', { messages: [message('user', 'привет')] })
  expect(elsewhere.body['threadId']).not.toBe(first.body['threadId'])
  const named = {
    metadata: { threadId: first.body['threadId'] },
    messages: [message('user', 'сколько я потратил сегодня?')],
  }
  expect((await post(user, '/v1/chat/completions', named)).body['threadId']).toBe(first.body['threadId'])
})

it('streams the OpenAI wire format', async () => {
  const user = await server.register()
  const { body } = await post<string>(user, '/v1/chat/completions', {
    stream: true,
    stream_options: { include_usage: true },
    messages: [message('user', 'потратил 450 на такси и 300 на кофе')],
  })
  const lines = body.split('\n\n').filter((line) => line !== '')
  expect(lines.at(-1)).toBe('data: [DONE]')
  const chunks = lines.slice(0, -1).map(
    (line) =>
      JSON.parse(line.slice(6)) as {
        choices: { delta: { content?: string }; finish_reason: string | null }[]
        usage: unknown
      },
  )
  const text = chunks.flatMap((chunk) => chunk.choices.map((choice) => choice.delta.content ?? '')).join('')
  expect(text).toMatch(/450[\s\S]*\s300/u)
  expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop')
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } })
})

it('refuses what the OpenAI wire format has and it has not, in a shape those clients read', async () => {
  const user = await server.register()
  const messages = [message('user', 'привет')]
  for (const body of [
    { messages, tools: [{ type: 'function', function: { name: 'x' } }] },
    { messages: [message('system', 'x')] },
    { messages: [] },
    {},
  ]) {
    const answer = await post(user, '/v1/chat/completions', body)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.body).toMatchObject({ code: 'invalid', error: { message: answer.body['detail'], code: 'invalid' } })
  }
})

it('runs a tool once for one Idempotency-Key', async () => {
  const user = await server.register()
  const key = { 'Idempotency-Key': 'k1' }
  const body = { title: 'молоко' }
  const first = await post<{ output: { id: string } }>(user, '/v1/tools/tasks_add_task', body, key)
  const second = await post<{ output: { id: string } }>(user, '/v1/tools/tasks_add_task', body, key)
  expect(second.body.output.id).toBe(first.body.output.id)
  expect((await post(user, '/v1/tools/tasks_add_task', { title: 'хлеб' }, key)).status).toBe(409)
  const other = await server.register()
  const theirs = await post<{ output: { id: string } }>(other, '/v1/tools/tasks_add_task', body, key)
  expect(theirs.body.output.id).not.toBe(first.body.output.id)
})

it('describes every tool and every route', async () => {
  const user = await server.register()
  const tools = await server.api<{ name: string; inputSchema: unknown }[]>('/v1/tools', { token: user.token })
  const { body } = await server.api<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
    '/openapi.json',
  )
  expect(body.openapi).toBe('3.1.0')
  for (const tool of tools.body)
    expect(body.paths[`/v1/tools/${tool.name}`]).toMatchObject({
      post: { operationId: tool.name, requestBody: { content: { 'application/json': { schema: tool.inputSchema } } } },
    })
  const feed = await server.api<{ output: { path: string } }>('/v1/tools/calendar_create_feed', {
    method: 'POST',
    token: user.token,
    body: {},
  })
  const secret = feed.body.output.path.replace(/^.*\/|\.ics$/gu, '')
  for (const [path, methods] of Object.entries(body.paths))
    for (const method of Object.keys(methods)) {
      const answer = await server.api<{ code?: string }>(path.replace('{id}', 'x').replace('{secret}', secret), {
        method: method.toUpperCase(),
        token: 'none',
      })
      expect.soft(answer.status, `${method} ${path}`).toBeLessThan(500)
      if (answer.status === 404) throw new Error(`${method} ${path} is described but not there`)
    }
  const page = await server.api<string>('/docs')
  expect(page.body).toContain('/v1/tools/finance_add_transaction')
  expect(page.body).not.toMatch(/<script|https?:\/\//u)
})

it('tells its health', async () => {
  expect((await server.api('/healthz')).body).toEqual({ status: 'ok' })
  expect(await server.api('/readyz')).toMatchObject({
    status: 200,
    body: { status: 'ready', database: true, model: 'built-in' },
  })
  expect((await server.api<string>('/metrics')).body).toContain('zelenial_http_request_seconds_count')
})

it('delivers a reminder on the test clock and lets it be put off', async () => {
  const user = await server.register()
  await server.chat(user, 'напомни в 12 позвонить маме')
  const tick = (at: string) =>
    server.api<{ sent: unknown[] }>('/v1/test/tick', { method: 'POST', token: user.token, body: { at } })
  expect((await tick('2026-03-18T11:59:00+03:00')).body.sent).toEqual([])
  const due = await tick('2026-03-18T12:00:00+03:00')
  expect(due.body.sent).toMatchObject([
    { channel: 'inbox', kind: 'reminders.reminder', text: expect.stringContaining('маме') },
  ])
  expect((await tick('2026-03-18T12:00:00+03:00')).body.sent).toEqual([])
  const inbox = () => server.api<{ items: { id: string; readAt: string | null }[] }>('/v1/inbox', { token: user.token })
  const [item] = (await inbox()).body.items
  expect((await post(user, `/v1/inbox/${item?.id}/read`, {})).body['readAt']).not.toBeNull()
  expect((await post(user, `/v1/inbox/${item?.id}/snooze`, { minutes: 30 })).status).toBe(200)
  expect((await inbox()).body.items).toEqual([])
  const other = await server.register()
  expect((await post(other, `/v1/inbox/${item?.id}/dismiss`, {})).status).toBe(404)
  expect((await post(user, `/v1/inbox/${item?.id}/dismiss`, {})).status).toBe(200)
})
