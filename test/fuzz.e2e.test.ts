// Any bytes to any endpoint: a problem that is the sender's, never a 500. FUZZ_SEED repeats a run, FUZZ_RUNS lengthens it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ApiDocument } from '../channels/http/api-document.ts'
import { inputOf } from './arbitrary-input.ts'
import { NOW } from './harness/database.ts'
import { useServer } from './use-server.ts'

const server = useServer()
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(NOW.getTime() / 1000))
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 250)

interface Endpoint {
  method: string
  path: string
  schema: unknown
}

const endpoints = async (): Promise<Endpoint[]> => {
  const { body } = await server.api<ApiDocument>('/openapi.json')
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      schema: operation.requestBody?.content['application/json']?.schema,
    })),
  )
}

/** Names that a body may have, so that some guesses get past the first check. */
const fieldsOf = (schema: unknown): string[] =>
  typeof schema === 'object' && schema !== null && 'properties' in schema
    ? Object.keys(schema.properties as object)
    : []

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e18,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '\0',
    '\ud800',
    '\u202e',
    '🙂',
    "'; drop table x; --",
    '2026-02-31',
    '2026-03-19T10:00:00+03:00',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '-1',
    'NaN',
    '00000000-0000-4000-8000-000000000000',
    'RUB',
    'Europe/Moscow',
    'x'.repeat(5_000),
    [],
    {},
    [[]],
    { __proto__: { a: 1 } },
    'RRULE:FREQ=SECONDLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=YEARLY;BYMONTH=13',
    'expense',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
)

const path = fc.oneof(
  fc.constantFrom('x', '%00', '%ff', '..', '00000000-0000-4000-8000-000000000000', '%F0%9F%99%82', "1'--"),
  fc.string({ maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed()) || 'x'),
)
const query = fc.option(
  fc
    .tuple(fc.constantFrom('limit', 'before', 'cursor', 'limit[]', 'q', '__proto__'), nasty)
    .map(([name, value]) => `?${name}=${encodeURIComponent(String(JSON.stringify(value)).toWellFormed())}`),
  { nil: '' },
)
const headers = fc.record(
  {
    Accept: fc.constantFrom('application/json', 'text/event-stream', '*/*', 'application/json, text/event-stream', 'x'),
    'Accept-Language': fc.constantFrom('ru', 'en', 'x;q=z', '*'),
    'Idempotency-Key': fc.constantFrom('k', '', 'é', 'k'.repeat(300)),
    'Last-Event-ID': fc.constantFrom('x', '00000000-0000-4000-8000-000000000000:1', ':'),
    'Content-Type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'multipart/form-data',
      '',
    ),
    'Content-Encoding': fc.constantFrom('identity', 'gzip', 'br', 'zzz'),
    'MCP-Protocol-Version': fc.constantFrom('2025-06-18', '1'),
    'X-Test-Now': fc.constantFrom(
      NOW.toISOString(),
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '2026-03-29T02:30:00+01:00',
      'x',
      '',
    ),
  },
  { requiredKeys: [] },
)

const send = async (url: string, init: RequestInit): Promise<{ status: number; type: string; text: string }> => {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) })
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}

it(`answers any request with an answer or a problem (seed ${seed})`, async () => {
  const known = await endpoints()
  const person = await server.register()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...known.filter(({ path, method }) => !(path === '/v1/me' && method === 'DELETE'))),
      fc.dictionary(fc.string({ maxLength: 8 }), nasty, { maxKeys: 2 }),
      fc.array(nasty, { minLength: 12, maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.option(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 })), {
        nil: undefined,
        freq: 2,
      }),
      path,
      query,
      headers,
      async (endpoint, extra, values, present, bytes, id, search, head) => {
        if (endpoint.path === '/v1/tools/account_delete') return
        const fields = fieldsOf(endpoint.schema)
        const guess = Object.fromEntries(
          fields.flatMap((name, index) => (present[index % 12] ? [[name, values[index % 12]]] : [])),
        )
        const body = bytes ?? JSON.stringify(present[11] ? guess : { ...guess, ...extra })
        const answer = await send(`${server.url}${endpoint.path.replace('{id}', id)}${search}`, {
          method: endpoint.method,
          headers: {
            Authorization: `Bearer ${person.token}`,
            'X-Test-Now': NOW.toISOString(),
            'Content-Type': 'application/json',
            ...Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)),
          },
          ...(endpoint.method === 'GET' ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
        })
        const what = `${endpoint.method} ${endpoint.path} ${JSON.stringify(guess)} ${answer.text.slice(0, 300)}`
        expect(answer.status, what).toBeLessThan(500)
        if (answer.status >= 400) expect(answer.type, what).toContain('application/problem+json')
      },
    ),
    { seed, numRuns, endOnFailure: true, interruptAfterTimeLimit: 90_000 },
  )
}, 120_000)

it(`survives inputs that are nearly right (seed ${seed})`, async () => {
  const person = await server.register()
  const { body: tools } = await server.api<{ name: string; inputSchema: object }[]>('/v1/tools', {
    token: person.token,
  })
  let done = 0
  const call = fc
    .constantFrom(...tools.filter(({ name }) => name !== 'account_delete'))
    .chain(({ name, inputSchema }) => fc.tuple(fc.constant(name), inputOf(inputSchema)))
  await fc.assert(
    fc.asyncProperty(call, async ([name, input]) => {
      const answer = await server.api(`/v1/tools/${name}`, { method: 'POST', token: person.token, body: input })
      expect(answer.status, `${name} ${JSON.stringify(input)} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
      if (answer.status === 200) done += 1
    }),
    { seed, numRuns, endOnFailure: true, interruptAfterTimeLimit: 90_000 },
  )
  // A sample that never gets past the checks would prove nothing.
  expect(done).toBeGreaterThan(numRuns / 20)
}, 120_000)

const WORDS =
  'потратил 450 на такси завтра в 3 в пятницу перенеси удали все его отмени напомни не 1200 а 1300 созвон с леной сколько вчера лимит да нет spent $5 tomorrow at 7 delete it undo remind me to 31 февраля 1e18 25:99 , . ? - \n 🙂 каждый день до -5 % полтора ноль'.split(
    ' ',
  )

it(`answers any words with words (seed ${seed})`, async () => {
  const person = await server.register()
  const message = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 6 })), {
    minLength: 1,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(message, fc.boolean(), async (words, fresh) => {
      if (fresh) person.threadId = undefined
      const body = { message: words.join(' '), ...(person.threadId ? { threadId: person.threadId } : {}) }
      const answer = await server.api<{ threadId: string; reply: string }>('/v1/chat', {
        method: 'POST',
        token: person.token,
        body,
      })
      expect(answer.status, `${body.message} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
      if (answer.status !== 200) return
      expect(answer.body.reply, body.message).toMatch(/\S/u)
      person.threadId = answer.body.threadId
    }),
    { seed, numRuns: Math.ceil(numRuns / 2), endOnFailure: true, interruptAfterTimeLimit: 90_000 },
  )
}, 120_000)

it(`takes no bytes for a request (seed ${seed})`, async () => {
  const known = (await endpoints()).filter(({ method, schema }) => method === 'POST' && schema !== undefined)
  const person = await server.register()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...known),
      fc
        .uint8Array({ minLength: 1, maxLength: 300 })
        .filter((bytes) => !/^\s*[{[]/u.test(Buffer.from(bytes).toString('latin1'))),
      async ({ path: where }, bytes) => {
        const answer = await send(`${server.url}${where.replace('{id}', '00000000-0000-4000-8000-000000000000')}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${person.token}`,
            'X-Test-Now': NOW.toISOString(),
            'Content-Type': 'application/json',
          },
          body: Buffer.from(bytes),
        })
        expect([answer.status, answer.type], `${where} ${answer.text}`).toEqual([
          400,
          'application/problem+json; charset=utf-8',
        ])
      },
    ),
    { seed, numRuns: Math.ceil(numRuns / 2), endOnFailure: true, interruptAfterTimeLimit: 60_000 },
  )
  const { body } = await server.api<Record<string, Record<string, unknown[]>>>('/v1/me/export', { token: person.token })
  const rows = Object.entries(body)
    .filter(([room]) => !['account', 'tools'].includes(room))
    .flatMap(([, room]) => Object.values(room).flat())
  expect(rows).toEqual([])
}, 120_000)
