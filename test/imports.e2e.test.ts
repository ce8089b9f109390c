// Files from the outside: the form, the stream, the chat, what comes twice, what is broken, who may not.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { TurnResult } from '../agent/contract.ts'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()

interface Imported {
  kind: string
  format: string
  created: number
  updated: number
  skipped: number
  rejected: { line: number; reason: string }[]
  rejectedTotal: number
  totals: Record<string, { in: number; out: number }>
  warnings: { code: string; message: string }[]
  said: string
}

const fixture = (path: string): Buffer => readFileSync(new URL(`../domains/${path}`, import.meta.url))
const STATEMENT = 'finance/imports/fixtures/tbank.csv'

const upload = async (
  user: TestUser,
  kind: string,
  content: Buffer | string,
  more: { name?: string; fields?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string; body: Imported & { code: string; detail: string } }> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(more.fields ?? {})) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), more.name ?? 'выписка.csv')
  const response = await fetch(`${server.url}/v1/imports/${kind}`, {
    method: 'POST',
    body: form,
    headers: { Authorization: `Bearer ${user.token}`, 'X-Test-Now': NOW.toISOString(), ...more.headers },
  })
  const text = await response.text()
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} }
}

const entries = async (user: TestUser): Promise<{ amount: number; occurredOn: string }[]> => {
  const list = await server.api<{ output: { items: { amount: number; occurredOn: string }[] } }>(
    '/v1/tools/finance_list_transactions',
    { method: 'POST', token: user.token, body: { limit: 200 } },
  )
  return list.body.output.items
}

describe('POST /v1/imports/bank', () => {
  it('takes in a statement once, however often it is sent, and names what it could not read', async () => {
    const user = await server.register()
    const first = await upload(user, 'bank', fixture(STATEMENT))
    expect(first.status).toBe(200)
    expect(first.body.kind).toBe('bank')
    expect(first.body.created).toBeGreaterThan(0)
    const rows = await entries(user)
    expect(rows).toHaveLength(first.body.created)
    // Two coffees of the same price on the same morning are two.
    expect(rows.filter(({ amount, occurredOn }) => amount === 25_000 && occurredOn === '2026-03-17')).toHaveLength(2)
    const again = await upload(user, 'bank', fixture(STATEMENT))
    expect(again.body).toMatchObject({ created: 0, updated: 0 })
    expect(again.body.skipped).toBeGreaterThanOrEqual(first.body.created)
    expect(await entries(user)).toHaveLength(rows.length)
    const broken = await upload(
      user,
      'bank',
      'date;amount;description\n2026-03-01;-12,50;кофе\n2026-03-02;nothing;чай\n',
    )
    expect(broken.body).toMatchObject({ created: 1, rejected: [{ line: 3, reason: expect.any(String) }] })
  })

  it('is taken back whole, and nothing else with it', async () => {
    const user = await server.register()
    await server.chat(user, 'потратил 450 на такси')
    await upload(user, 'bank', fixture(STATEMENT))
    const undone = await server.api<{ output: { undone: unknown[] } }>('/v1/tools/account_undo_last', {
      method: 'POST',
      token: user.token,
      body: {},
    })
    expect(undone.body.output.undone).toHaveLength(1)
    expect(await entries(user)).toMatchObject([{ amount: 45_000 }])
  })

  it('tells how far it is, in events', async () => {
    const user = await server.register()
    const streamed = await upload(user, 'bank', fixture(STATEMENT), { headers: { Accept: 'text/event-stream' } })
    const events = [...streamed.text.matchAll(/event: (\w+)\ndata: (.+)/gu)].map(([, event, data]) => ({
      event,
      data: JSON.parse(data ?? '{}') as Record<string, number>,
    }))
    expect(events.at(-1)?.event).toBe('done')
    const progress = events.find(({ event }) => event === 'progress')?.data
    expect(progress).toMatchObject({ done: expect.any(Number), bytes: expect.any(Number), of: expect.any(Number) })
    expect(progress?.['bytes']).toBeLessThanOrEqual(progress?.['of'] ?? 0)
  })

  it('refuses what is no statement, no form and no kind, and saves nothing', async () => {
    const user = await server.register()
    const junk = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 256))
    for (const content of [junk, Buffer.alloc(0), Buffer.from('<html><body>нет</body></html>')]) {
      const refused = await upload(user, 'bank', content)
      expect(refused.status).toBe(400)
      expect(refused.body.code).toBe('invalid')
      expect(refused.body.detail).toMatch(/[а-я]/iu)
    }
    expect((await upload(user, 'horoscope', fixture(STATEMENT))).status).toBe(404)
    const json = await server.api('/v1/imports/bank', { method: 'POST', token: user.token, body: { file: 'x' } })
    expect(json.status).toBe(415)
    const wrong = await upload(user, 'bank', fixture(STATEMENT), { fields: { timeZone: 'Mars/Base' } })
    expect(wrong.status).toBe(400)
    expect(await entries(user)).toEqual([])
  })

  it('puts nothing into the account of another person', async () => {
    const [anna, boris] = [await server.register(), await server.register()]
    const account = await server.api<{ output: { id: string } }>('/v1/tools/finance_add_account', {
      method: 'POST',
      token: anna.token,
      body: { name: 'карта', kind: 'card', currency: 'RUB', balance: 100_000, asOf: '2026-03-01' },
    })
    const foreign = await upload(boris, 'bank', fixture(STATEMENT), { fields: { accountId: account.body.output.id } })
    expect(foreign.status).toBe(404)
    expect(await entries(anna)).toEqual([])
    expect(await entries(boris)).toEqual([])
  })
})

describe('a file in the chat', () => {
  const say = (user: TestUser, message: string, ...files: [string, Buffer][]) =>
    server.api<TurnResult & { code?: string }>('/v1/chat', {
      method: 'POST',
      token: user.token,
      body: {
        message,
        attachments: files.map(([name, content]) => ({
          name,
          contentType: 'application/octet-stream',
          base64: content.toString('base64'),
        })),
      },
    })

  it('is imported, told and undone', async () => {
    const user = await server.register()
    const { body } = await say(user, 'вот выписка', ['march.csv', fixture(STATEMENT)])
    const [taken] = body.tools as { name: string; status: string; output: Imported }[]
    expect(taken).toMatchObject({ name: 'finance_import_bank', status: 'ok' })
    expect(body.reply).toContain(String(taken?.output.created))
    expect(await entries(user)).toHaveLength(taken?.output.created ?? -1)
    user.threadId = body.threadId
    await server.chat(user, 'отмени')
    expect(await entries(user)).toEqual([])
  })

  it('needs no word beside it, and answers one that asks something', async () => {
    const user = await server.register()
    const silent = await say(user, '', ['march.csv', fixture(STATEMENT)])
    expect(silent.status).toBe(200)
    expect(silent.body.tools).toMatchObject([{ name: 'finance_import_bank', status: 'ok' }])
    const asked = await say(user, 'сколько я потратил в марте?', ['march.csv', fixture(STATEMENT)])
    expect(asked.body.tools.map(({ name }) => name)).toEqual(['finance_import_bank', 'finance_summarise_spending'])
  })

  it('of a kind that nothing imports is refused before anything is stored', async () => {
    const user = await server.register()
    const refused = await say(user, 'послушай', ['song.mp3', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 1, 2, 3])])
    expect(refused.status).toBe(415)
    const threads = await server.api<{ items: unknown[] }>('/v1/threads', { token: user.token })
    expect(threads.body.items).toEqual([])
  })

  it('of health waits for the consent to work with health data', async () => {
    const user = await server.register()
    const csv = Buffer.from('date;weight, kg\n2026-03-01;82,4\n2026-03-02;82,1\n')
    const { body } = await say(user, 'загрузи, пожалуйста', ['вес.csv', csv])
    expect(body.tools).toMatchObject([{ name: 'health_import_health', status: 'refused' }])
    expect(body.reply).toMatch(/соглас/iu)
  })
})

describe('the calendar', () => {
  it('comes in as a file, goes out under a secret link, and the link can be closed', async () => {
    const user = await server.register()
    const taken = await upload(user, 'calendar', fixture('calendar/imports/fixtures/google.ics'), {
      name: 'google.ics',
    })
    expect(taken.body.created).toBeGreaterThan(0)
    expect((await upload(user, 'calendar', fixture('calendar/imports/fixtures/google.ics'))).body.created).toBe(0)
    const made = await server.api<{ output: { path: string } }>('/v1/tools/calendar_create_feed', {
      method: 'POST',
      token: user.token,
      body: {},
    })
    const { path } = made.body.output
    const held = await server.api<string>('/v1/me/export', { token: user.token })
    expect(JSON.stringify(held.body)).not.toContain(path)
    const feed = await server.api<string>(path)
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    expect(feed.body).toMatch(/^BEGIN:VCALENDAR\r\n/u)
    expect(feed.body.match(/BEGIN:VEVENT/gu)?.length).toBeGreaterThan(0)
    // What goes out comes in somewhere else as the same events, and comes back as nothing new.
    const other = await server.register()
    expect((await upload(other, 'calendar', feed.body)).body.created).toBeGreaterThan(0)
    expect((await upload(user, 'calendar', feed.body)).body.created).toBe(0)
    const wrong = path.replace(/.(?=\.ics$)/u, (last) => (last === 'A' ? 'B' : 'A'))
    expect((await server.api(wrong)).status).toBe(404)
    await server.api('/v1/tools/calendar_revoke_feed', { method: 'POST', token: user.token, body: {} })
    expect((await server.api(path)).status).toBe(404)
  })
})
