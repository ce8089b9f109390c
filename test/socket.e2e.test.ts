// The chat over Socket.IO: the same turns and events, on every device of the person.
import { io, type Socket } from 'socket.io-client'
import { afterEach, expect, it } from 'vitest'
import type { TurnResult } from '../agent/contract.ts'
import { NOW } from './harness/database.ts'
import type { TestUser } from './server.ts'
import { useServer } from './use-server.ts'

const server = useServer()
const testNow = NOW.toISOString()
const sockets: Socket[] = []

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

interface Device {
  socket: Socket
  events: { type: string; data: Record<string, unknown> }[]
  ended(turnId: string): Promise<TurnResult>
}

const connect = (auth: Record<string, unknown>): Socket => {
  const socket = io(`${server.url}/chat`, {
    auth: { testNow, ...auth },
    transports: ['websocket'],
    reconnectionDelay: 50,
  })
  sockets.push(socket)
  return socket
}

const device = async (user: TestUser): Promise<Device> => {
  const socket = connect({ token: user.token })
  const events: Device['events'] = []
  socket.onAny((type: string, data: Record<string, unknown>) => events.push({ type, data }))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const ended = async (turnId: string): Promise<TurnResult> => {
    for (;;) {
      const done = events.find((event) => event.type === 'done' && event.data['turnId'] === turnId)
      if (done) return done.data as unknown as TurnResult
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { socket, events, ended }
}

interface Acked {
  turnId?: string
  error?: { code: string; status: number; detail: string }
}
const emit = async ({ socket }: Device, event: string, payload: unknown): Promise<Acked> =>
  (await socket.timeout(10_000).emitWithAck(event, payload)) as Acked

const say = async (on: Device, message: string, threadId?: string): Promise<TurnResult> => {
  const { turnId, error } = await emit(on, 'message', { message, testNow, ...(threadId ? { threadId } : {}) })
  if (!turnId) throw new Error(`"${message}" was answered ${JSON.stringify(error)}`)
  return on.ended(turnId)
}

it('answers a message with the events of its turn, on every device', async () => {
  const user = await server.register()
  const [phone, desk] = [await device(user), await device(user)]
  const stranger = await device(await server.register())
  const result = await say(phone, 'потратил 450 на такси')
  expect(result.tools).toMatchObject([{ name: 'finance_add_transaction', status: 'ok' }])
  await desk.ended(result.turnId)
  expect(desk.events).toEqual(phone.events)
  expect(phone.events.map((event) => event.type)).toEqual(expect.arrayContaining(['turn', 'tool', 'token', 'done']))
  expect(stranger.events).toEqual([])
  const fixed = await say(desk, 'ой, не 450, а 460', result.threadId)
  expect(fixed.reply).toContain('460')
})

it('decides a confirmation that was asked over HTTP', async () => {
  const user = await server.register()
  await server.chat(user, 'поставь встречу с Олегом во вторник в 11')
  await server.chat(user, 'поставь обед с Ирой в среду в 13')
  const { pending } = (await server.chat(user, 'удали все встречи на следующей неделе')).body
  const phone = await device(user)
  const decisions = pending?.actions.map((action) => ({ actionId: action.id, decision: 'approve' }))
  const { turnId } = await emit(phone, 'decide', { pendingId: pending?.id, decisions, testNow })
  const result = await phone.ended(String(turnId))
  expect(result.tools.map((tool) => tool.status)).toEqual(['ok', 'ok'])
  const again = await emit(phone, 'decide', { pendingId: pending?.id, decisions, testNow })
  expect(again.error).toMatchObject({ code: 'conflict', status: 409 })
})

it('acknowledges what it refuses with the problem', async () => {
  const phone = await device(await server.register())
  const refused: [string, unknown, number][] = [
    ['message', { message: '', testNow }, 400],
    ['message', { message: 'привет', testNow: 'yesterday' }, 400],
    ['message', { message: 'привет', threadId: 'x' }, 400],
    ['message', { message: 'привет', threadId: '00000000-0000-4000-8000-000000000000', testNow }, 404],
    ['message', { message: 'а\ud800' }, 400],
    ['message', { message: 'привет', userId: 'x' }, 400],
    ['message', null, 400],
    ['message', [1, 2], 400],
    ['message', 'x'.repeat(9_000), 400],
    ['message', { message: 'x'.repeat(9_000), testNow }, 413],
    ['decide', { pendingId: '00000000-0000-4000-8000-000000000000', decisions: [] }, 400],
    ['decide', {}, 400],
  ]
  for (const [event, payload, status] of refused) {
    const { error } = await emit(phone, event, payload)
    expect.soft(error?.status, JSON.stringify(payload)?.slice(0, 80)).toBe(status)
  }
  expect(phone.socket.connected).toBe(true)
})

it('lets nobody in without a token of the chat scope, and nobody stay after signing out', async () => {
  const user = await server.register()
  const read = await server.api<{ token: string }>('/v1/access-tokens', {
    method: 'POST',
    token: user.token,
    body: { name: 'read', scopes: ['read'] },
  })
  for (const [auth, code] of [
    [{}, 'invalid'],
    [{ token: 'forged' }, 'unauthorised'],
    [{ token: user.token, testNow: '2026-04-18T10:00:00+03:00' }, 'unauthorised'],
    [{ token: read.body.token }, 'refused'],
  ] as const) {
    const socket = connect(auth)
    const error = await new Promise<Error & { data?: { code: string } }>((resolve) =>
      socket.once('connect_error', resolve),
    )
    expect.soft(error.data?.code).toBe(code)
  }
  const phone = await device(user)
  await server.api('/v1/auth/logout', { method: 'POST', body: { refreshToken: user.refreshToken } })
  const { error } = await emit(phone, 'message', { message: 'привет', testNow })
  expect(error).toMatchObject({ code: 'unauthorised' })
})

it('loses nothing across a short disconnect', async () => {
  const user = await server.register()
  const [phone, desk] = [await device(user), await device(user)]
  const first = await say(phone, 'привет')
  await desk.ended(first.turnId)
  const back = new Promise<void>((resolve) => desk.socket.once('connect', () => resolve()))
  desk.socket.io.engine.close()
  const second = await say(phone, 'потратил 450 на такси')
  await back
  await desk.ended(second.turnId)
  expect(desk.socket.recovered).toBe(true)
  expect(desk.events).toEqual(phone.events)
})

it("does not give a recovered connection to another person's token", async () => {
  const [anna, boris] = [await server.register(), await server.register()]
  const desk = await device(anna)
  await say(desk, 'привет')
  const dropped = new Promise<string>((resolve) => {
    desk.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') resolve(reason)
    })
  })
  desk.socket.auth = { token: boris.token, testNow }
  desk.socket.io.engine.close()
  expect(await dropped).toBe('io server disconnect')
})
