import type { Server as HttpServer } from 'node:http'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'
import { Server } from 'socket.io'
import { z } from 'zod'
import type { TurnEvent, TurnRequest } from '../../agent/contract.ts'
import { AppError, asAppError } from '../../core/errors.ts'
import { authenticate } from '../../domains/account/auth.ts'
import type { ChannelDeps } from '../contract.ts'
import { parse, readInstant } from '../http/caller.ts'
import { problemOf } from '../http/problem.ts'

const RECOVERY_MS = 2 * 60_000
const messageEvent = z.strictObject({
  message: z.string(),
  threadId: z.uuid().optional(),
  clientMessageId: z.string().min(1).max(200).optional(),
  testNow: z.string().optional(),
})
const decideEvent = z.strictObject({
  pendingId: z.uuid(),
  decisions: z
    .array(z.strictObject({ actionId: z.uuid(), decision: z.enum(['approve', 'reject']) }))
    .min(1)
    .max(50),
  testNow: z.string().optional(),
})
type Ack = (answer: { turnId: string } | { error: Record<string, unknown> }) => void

/** Socket.IO namespace `/chat`: the same turns and the same event objects as over HTTP, to every device of the person. */
export const attachSockets = async (server: HttpServer, deps: ChannelDeps): Promise<{ close(): Promise<void> }> => {
  const redis = deps.config.REDIS_URL ? new Redis(deps.config.REDIS_URL, { lazyConnect: true }) : null
  await redis?.connect()
  const io = new Server(server, {
    connectionStateRecovery: { maxDisconnectionDuration: RECOVERY_MS, skipMiddlewares: false },
    maxHttpBufferSize: 1_000_000,
    serveClient: true,
    ...(redis ? { adapter: createAdapter(redis) } : {}),
  })
  const chat = io.of('/chat')
  chat.use((socket, next) => {
    const { token, testNow } = socket.handshake.auth as { token?: unknown; testNow?: unknown }
    const now = nowOf(deps, typeof testNow === 'string' ? testNow : undefined)
    authenticate({ db: deps.db, key: deps.key }, typeof token === 'string' ? token : '', now)
      .then(({ user, scopes }) => {
        if (scopes && !scopes.includes('chat')) throw new AppError('refused', 'core.refused')
        socket.data['userId'] = user.id
        socket.data['locale'] = user.locale
        next()
      })
      .catch((error: unknown) => {
        next(Object.assign(new Error('unauthorised'), { data: problemOf(asAppError(error), deps.messages, 'en') }))
      })
  })
  chat.on('connection', (socket) => {
    const userId = String(socket.data['userId'])
    void socket.join(userId)
    const run = (
      schema: z.ZodType,
      payload: unknown,
      ack: unknown,
      toRequest: (body: never, now: Date) => TurnRequest,
    ): void => {
      let answered = false
      const reply: Ack = (answer) => {
        if (!answered && typeof ack === 'function') (ack as Ack)(answer)
        answered = true
      }
      const handle = async (): Promise<void> => {
        const body = parse(schema, payload) as { testNow?: string }
        const sink = (event: TurnEvent): void => {
          if (event.type === 'turn') reply({ turnId: event.data.turnId })
          if (event.type === 'done') reply({ turnId: event.data.turnId })
          chat.to(userId).emit(event.type, event.data)
        }
        await deps.agent.turn(toRequest(body as never, nowOf(deps, body.testNow)), sink)
      }
      handle().catch((error: unknown) => {
        const known = asAppError(error)
        if (known.code === 'internal')
          deps.log.error({ cause: String(known.cause ?? known.stack) }, 'socket message failed')
        const problem = problemOf(known, deps.messages, String(socket.data['locale']))
        if (answered || typeof ack !== 'function') socket.emit('error', problem)
        reply({ error: problem })
      })
    }
    socket.on('message', (payload: unknown, ack: unknown) =>
      run(messageEvent, payload, ack, ({ testNow: _, ...body }: z.infer<typeof messageEvent>, now) => ({
        userId,
        channel: 'socket',
        now,
        message: body.message,
        ...(body.threadId ? { threadId: body.threadId } : {}),
        ...(body.clientMessageId ? { clientMessageId: body.clientMessageId } : {}),
      })),
    )
    socket.on('decide', (payload: unknown, ack: unknown) =>
      run(decideEvent, payload, ack, ({ pendingId, decisions }: z.infer<typeof decideEvent>, now) => ({
        userId,
        channel: 'socket',
        now,
        decisions: { pendingId, decisions },
      })),
    )
  })
  return {
    close: async () => {
      await io.close()
      redis?.disconnect()
    },
  }
}

const nowOf = (deps: ChannelDeps, testNow: string | undefined): Date =>
  deps.config.ZELENIAL_TEST_CLOCK && testNow !== undefined ? readInstant(testNow) : deps.clock()
