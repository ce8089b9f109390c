// A real server on a port of its own, as tests, evals and measurements talk to it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TurnResult } from '../agent/contract.ts'
import { newId } from '../core/ids.ts'
import { type Running, start } from '../server.ts'

export interface Reply<T> {
  status: number
  body: T
  headers: Headers
}
export interface ApiOptions {
  method?: string
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown
  token?: string | undefined
  now?: Date | string
  headers?: Record<string, string>
}
export interface TestUser {
  id: string
  email: string
  password: string
  token: string
  refreshToken: string
  /** The conversation that `chat` goes on with. */
  threadId: string | undefined
}
export interface Said extends Reply<TurnResult> {
  reply: string
}
export interface TestServer {
  readonly url: string
  api<T = Record<string, unknown>>(path: string, options?: ApiOptions): Promise<Reply<T>>
  register(overrides?: Record<string, unknown>, now?: Date | string): Promise<TestUser>
  /** One message in the person's current conversation; a failure throws with the answer. */
  chat(user: TestUser, text: string, now?: Date | string): Promise<Said>
  stop(): Promise<void>
  /** Stops and starts again on the same data. */
  restart(): Promise<void>
}

/** Wednesday morning in Moscow. */
export const NOW = new Date('2026-03-18T10:00:00+03:00')

const instant = (now: Date | string): string => (typeof now === 'string' ? now : now.toISOString())

/** Starts a server with the test clock; `env` may name a database, a model or a limit of its own. */
export const startTestServer = async (env: Record<string, string | undefined> = {}): Promise<TestServer> => {
  const own = env['DATA_DIR'] === undefined ? await mkdtemp(join(tmpdir(), 'zelenial-server-')) : undefined
  const settings = {
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'error',
    ZELENIAL_TEST_CLOCK: '1',
    AUTH_RATE_LIMIT: '100000',
    TURNS_PER_MINUTE: '100000',
    ...(env['DATABASE_URL'] ? { JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests' } : {}),
    ...(own ? { DATA_DIR: own } : {}),
    ...env,
  }
  let running: Running = await start(settings)

  const api = async <T>(path: string, options: ApiOptions = {}): Promise<Reply<T>> => {
    const { method = 'GET', body, token, now = NOW, headers = {} } = options
    const response = await fetch(running.url + path, {
      method,
      headers: {
        'X-Test-Now': instant(now),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/u.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers }
  }

  return {
    get url() {
      return running.url
    },
    api,
    register: async (overrides = {}, now = NOW) => {
      const account = { email: `${newId()}@example.com`, password: 'a long enough password', ...overrides }
      const made = await api<{ user: { id: string }; accessToken: string; refreshToken: string }>('/v1/auth/register', {
        method: 'POST',
        body: account,
        now,
      })
      if (made.status !== 201) throw new Error(`sign-up answered ${made.status}: ${JSON.stringify(made.body)}`)
      const { user, accessToken, refreshToken } = made.body
      const { email, password } = account
      return { id: user.id, email, password, token: accessToken, refreshToken, threadId: undefined }
    },
    chat: async (user, text, now = NOW) => {
      const said = await api<TurnResult>('/v1/chat', {
        method: 'POST',
        token: user.token,
        now,
        body: { message: text, ...(user.threadId ? { threadId: user.threadId } : {}) },
      })
      if (said.status !== 200) throw new Error(`"${text}" was answered ${said.status}: ${JSON.stringify(said.body)}`)
      user.threadId = said.body.threadId
      return { ...said, reply: said.body.reply }
    },
    stop: async () => {
      await running.stop()
      if (own) await rm(own, { recursive: true, force: true })
    },
    restart: async () => {
      await running.stop()
      running = await start(settings)
    },
  }
}
