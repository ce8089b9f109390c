import type { Server as HttpServer } from 'node:http'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { TurnEvent, TurnRequest } from '../../agent/contract.ts'
import { AppError, asAppError } from '../../core/errors.ts'
import { authenticate, userById } from '../../domains/account/auth.ts'
import { checkValue } from '../body.ts'
import type { ChannelDeps } from '../contract.ts'
import { onceDecided } from '../decided.ts'
import { parse, readInstant } from '../http/caller.ts'
import { problemOf } from '../http/problem.ts'
import { decisions } from '../http/wire.ts'

const RECOVERY_MS = 2 * 60_000
const handshake = z.object({ token: z.string().min(1), testNow: z.string().optional() })
const messageEvent = z.strictObject({
  message: z.string(),
  threadId: z.uuid().optional(),
  clientMessageId: z.string().min(1).max(200).optional(),
  testNow: z.string().optional(),
})
const decideEvent = z.strictObject({
  pendingId: z.uuid(),
  decisions,
  testNow: z.string().optional(),
})
interface Signed {
  userId: string
  locale: string
  /** Whether the sign-in or token that opened the connection still holds. */
  holds(now: Date): Promise<boolean>
}

/** Socket.IO namespace `/chat`: the same turns and the same event objects as over HTTP, to every device of the person. */
export const attachSockets = async (server: HttpServer, deps: ChannelDeps): Promise<{ close(): Promise<void> }> => {
  const redis = deps.config.REDIS_URL ? new Redis(deps.config.REDIS_URL, { lazyConnect: true }) : null
  redis?.on('error', (error: Error) => deps.log.warn({ err: error }, 'socket events cannot reach redis'))
  await redis?.connect()
  const io = new Server(server, {
    connectionStateRecovery: { maxDisconnectionDuration: RECOVERY_MS, skipMiddlewares: false },
    maxHttpBufferSize: 1_000_000,
    serveClient: true,
    ...(redis ? { adapter: createAdapter(redis) } : {}),
  })
  const chat = io.of('/chat')
  const signed = new WeakMap<Socket, Signed>()
  chat.use((socket, next) => {
    signIn(deps, socket.handshake.auth).then(
      (who) => {
        signed.set(socket, who)
        next()
      },
      (error: unknown) => {
        const data = problemOf(asAppError(error), deps.messages, socket.handshake.headers['accept-language'] ?? 'en')
        next(Object.assign(new Error('unauthorised'), { data }))
      },
    )
  })
  chat.on('connection', (socket) => {
    const who = signed.get(socket)
    if (!who) return
    void socket.join(who.userId)
    const room = (event: TurnEvent): void => {
      chat.to(who.userId).emit(event.type, event.data)
    }
    socket.on('message', (payload: unknown, ack: unknown) =>
      answer(
        deps,
        socket,
        who,
        ack,
        room,
        () => {
          const { testNow, message, threadId, clientMessageId } = parse(messageEvent, payload)
          return {
            ...turnOf(deps, who, testNow),
            message,
            ...(threadId ? { threadId } : {}),
            ...(clientMessageId ? { clientMessageId } : {}),
          }
        },
        payload,
      ),
    )
    socket.on('decide', (payload: unknown, ack: unknown) =>
      answer(
        deps,
        socket,
        who,
        ack,
        room,
        () => {
          const { testNow, pendingId, decisions } = parse(decideEvent, payload)
          return { ...turnOf(deps, who, testNow), decisions: { pendingId, decisions } }
        },
        payload,
      ),
    )
  })
  return {
    close: async () => {
      await io.close()
      redis?.disconnect()
    },
  }
}

const signIn = async (deps: ChannelDeps, auth: Record<string, unknown>): Promise<Signed> => {
  const { token, testNow } = parse(handshake, auth)
  const check = (now: Date) => authenticate({ db: deps.db, key: deps.key }, token, now)
  const { user, scopes, claims } = await check(nowOf(deps, testNow))
  if (scopes && !scopes.includes('chat')) throw new AppError('refused', 'channels.scope')
  const holds = async (now: Date): Promise<boolean> => {
    // A sign-in outlives the token it opened the connection with; a long-lived token is checked as it is.
    if (claims) return (await userById(deps.db, user.id, claims.sessionId)) !== null
    return check(now).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'unauthorised') return false
        throw error
      },
    )
  }
  return { userId: user.id, locale: user.locale, holds }
}

const turnOf = (deps: ChannelDeps, { userId }: Signed, testNow: string | undefined) => ({
  userId,
  channel: 'socket' as const,
  now: nowOf(deps, testNow),
})

/** Runs the turn that an event asks for. It is acknowledged with its turn as soon as there is one, or with what is wrong. */
const answer = (
  deps: ChannelDeps,
  socket: Socket,
  who: Signed,
  ack: unknown,
  room: (event: TurnEvent) => void,
  read: () => TurnRequest,
  payload: unknown,
): void => {
  let waiting = typeof ack === 'function'
  const reply = (value: { turnId: string } | { error: Record<string, unknown> }): void => {
    if (waiting && typeof ack === 'function') ack(value)
    waiting = false
  }
  const run = async (): Promise<void> => {
    checkValue(payload)
    const request = read()
    if (!(await who.holds(request.now))) throw new AppError('unauthorised', 'core.unauthorised')
    const tell = (event: TurnEvent): void => {
      if (event.type === 'turn' || event.type === 'done') reply({ turnId: event.data.turnId })
      room(event)
    }
    await deps.agent.turn(request, request.decisions ? onceDecided(tell) : tell)
  }
  run().catch((error: unknown) => {
    const known = asAppError(error)
    if (known.code === 'internal') deps.log.error({ cause: String(known.cause ?? known.stack) }, 'socket event failed')
    const problem = problemOf(known, deps.messages, who.locale)
    if (waiting) reply({ error: problem })
    else socket.emit('error', problem)
    if (known.code === 'unauthorised') socket.disconnect(true)
  })
}

const nowOf = (deps: ChannelDeps, testNow: string | undefined): Date =>
  deps.config.ZELENIAL_TEST_CLOCK && testNow !== undefined ? readInstant(testNow) : deps.clock()
