// The server as a process: how it starts, refuses to start, stops and comes back after being killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TurnResult } from '../agent/contract.ts'
import { newId } from '../core/ids.ts'
import { copyDatabase, NOW, onServer } from './harness/database.ts'

const SERVER = fileURLToPath(new URL('../server.ts', import.meta.url))
const KEY = 'only-for-tests-only-for-tests-only-for-tests'

let copy: Awaited<ReturnType<typeof copyDatabase>>
const children: ChildProcess[] = []

beforeEach(async () => {
  copy = await copyDatabase()
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  await copy.remove()
})

interface Started {
  child: ChildProcess
  stdout(): string
  stderr(): string
  exited: Promise<number | null>
}

const run = (env: Record<string, string> = {}): Started => {
  const settings = {
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'error',
    ZELENIAL_TEST_CLOCK: '1',
    JWT_SECRET: KEY,
    ...copy.env,
    ...env,
  }
  const child = spawn(process.execPath, [SERVER], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, stdout: () => out, stderr: () => err, exited }
}

const urlOf = async (started: Started): Promise<string> => {
  for (;;) {
    const url = /^Zelenial on (http:\S+)$/mu.exec(started.stdout())?.[1]
    if (url) return url
    if (started.child.exitCode !== null) throw new Error(`the server did not start: ${started.stderr()}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

const post = async <T>(
  url: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<{ status: number; body: T }> => {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Test-Now': NOW.toISOString(),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

const register = async (url: string): Promise<string> => {
  const person = { email: `${newId()}@example.com`, password: 'a long enough password' }
  return (await post<{ accessToken: string }>(url, '/v1/auth/register', person)).body.accessToken
}

it('says in one line why it does not start', async () => {
  for (const [env, reason] of [
    [{ PORT: 'many' }, /PORT/u],
    [{ NODE_ENV: 'production' }, /ZELENIAL_TEST_CLOCK/u],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:1' }, /CHAT_MODEL/u],
    [{ DATABASE_URL: 'postgresql://127.0.0.1:1/none' }, /127\.0\.0\.1/u],
  ] as const) {
    const started = run(env)
    expect.soft(await started.exited, JSON.stringify(env)).toBe(1)
    expect.soft(started.stderr().trim().split('\n'), JSON.stringify(env)).toEqual([expect.stringMatching(reason)])
    expect.soft(started.stdout()).toBe('')
  }
}, 180_000)

it('refuses a port that is taken, and a data folder in use', async () => {
  const first = run()
  const { port } = new URL(await urlOf(first))
  const second = onServer() ? run({ PORT: port }) : run()
  expect(await second.exited).toBe(1)
  expect(second.stderr().trim().split('\n')).toHaveLength(1)
  expect(first.child.exitCode).toBeNull()
}, 180_000)

it('finishes what it is answering when it is told to stop', async () => {
  const started = run()
  const url = await urlOf(started)
  const token = await register(url)
  const answer = post<TurnResult>(url, '/v1/chat', { message: 'потратил 450 на такси' }, token)
  await new Promise((resolve) => setTimeout(resolve, 30))
  started.child.kill('SIGTERM')
  expect((await answer).body.reply).toContain('450')
  expect(await started.exited).toBe(0)
  expect(started.stderr()).toBe('')
}, 180_000)

it('tells honestly what was done when it was killed half-way', async () => {
  const started = run()
  const url = await urlOf(started)
  const token = await register(url)
  await post(url, '/v1/chat', { message: 'привет' }, token)
  const message = { message: 'потратил 450 на такси и ещё 1200 в пятёрочке', clientMessageId: 'cut' }
  const lost = post<TurnResult>(url, '/v1/chat', message, token).then(
    () => 'answered',
    () => 'lost',
  )
  await new Promise((resolve) => setTimeout(resolve, 40))
  started.child.kill('SIGKILL')
  await Promise.all([lost, started.exited])

  const back = await urlOf(run())
  const { body } = await post<TurnResult>(back, '/v1/chat', message, token)
  const rows = await post<{ output: { items: { amount: number }[] } }>(
    back,
    '/v1/tools/finance_list_transactions',
    {},
    token,
  )
  const amounts = rows.body.output.items.map((row) => row.amount)
  // Whatever was reached before the end, the reply and the rows say the same.
  expect(body.tools.filter((tool) => tool.status === 'ok')).toHaveLength(amounts.length)
  expect(/450\s₽/u.test(body.reply)).toBe(amounts.includes(45_000))
  expect(/1\s200\s₽/u.test(body.reply)).toBe(amounts.includes(120_000))
  expect((await post<TurnResult>(back, '/v1/chat', message, token)).body).toEqual(body)
}, 180_000)

it('is only asked about its health when it is a worker', async () => {
  const url = await urlOf(run({ ZELENIAL_ROLE: 'worker' }))
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/v1/tools`)).status).toBe(404)
  expect((await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).status).toBe(404)
}, 180_000)
