import type { Server as HttpServer } from 'node:http'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { TurnEvent, TurnRequest } from '../../agent/contract.ts'
import { AppError, asAppError } from '../../core/errors.ts'
import { checkValue } from '../body.ts'
import type { ChannelDeps } from '../contract.ts'
import { onceDecided } from '../decided.ts'
import { parse } from '../http/caller.ts'
import { problemOf } from '../http/problem.ts'
import { decisions } from '../http/wire.ts'
import { nowOf, type Signed, signIn } from './sign-in.ts'

const RECOVERY_MS = 2 * 60_000
const messageEvent = z.strictObject({
  message: z.string(),
  threadId: z.uuid().optional(),
  clientMessageId: z.string().min(1).max(200).optional(),
  testNow: z.string().optional(),
})
const decideEvent = z.strictObject({ pendingId: z.uuid(), decisions, testNow: z.string().optional() })

/** Socket.IO namespace `/chat`: the same turns and the same event objects as over HTTP, to every device of the person. */
export const attachSockets = async (server: HttpServer, deps: ChannelDeps): Promise<{ close(): Promise<void> }> => {
  const redis = deps.config.REDIS_URL ? new Redis(deps.config.REDIS_URL, { lazyConnect: true }) : null
  redis?.on('error', (error: Error) => deps.log.warn({ err: error }, 'socket events cannot reach redis'))
  await redis?.connect()
  const io = new Server(server, {
    connectionStateRecovery: { maxDisconnectionDuration: RECOVERY_MS, skipMiddlewares: true },
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
        socket.data['userId'] = who.userId
        next()
      },
      (error: unknown) => {
        const data = problemOf(asAppError(error), deps.messages, socket.handshake.headers['accept-language'] ?? 'en')
        next(Object.assign(new Error('unauthorised'), { data }))
      },
    )
  })
  chat.on('connection', (socket) => {
    const userId = String(socket.data['userId'])
    // Events that come while a middleware waits are lost to a connection being recovered: it is checked once it is back.
    const known = signed.get(socket)
    const who = known ? Promise.resolve(known) : signInAgain(deps, socket, userId)
    who.catch(() => socket.disconnect(true))
    void socket.join(userId)
    const room = (event: TurnEvent): void => {
      chat.to(userId).emit(event.type, event.data)
    }
    const on = { socket, who, room }
    const start = (testNow: string | undefined) => ({ userId, channel: 'socket' as const, now: nowOf(deps, testNow) })
    socket.on('message', (payload: unknown, ack: unknown) =>
      answer(deps, on, ack, () => {
        checkValue(payload)
        const { testNow, message, threadId, clientMessageId } = parse(messageEvent, payload)
        return {
          ...start(testNow),
          message,
          ...(threadId ? { threadId } : {}),
          ...(clientMessageId ? { clientMessageId } : {}),
        }
      }),
    )
    socket.on('decide', (payload: unknown, ack: unknown) =>
      answer(deps, on, ack, () => {
        checkValue(payload)
        const { testNow, ...decided } = parse(decideEvent, payload)
        return { ...start(testNow), decisions: decided }
      }),
    )
  })
  return {
    close: async () => {
      await io.close()
      redis?.disconnect()
    },
  }
}

/** A recovered connection keeps its rooms, so it must come back with a token of the same person. */
const signInAgain = async (deps: ChannelDeps, socket: Socket, userId: string): Promise<Signed> => {
  const who = await signIn(deps, socket.handshake.auth)
  if (who.userId !== userId) throw new AppError('unauthorised', 'core.unauthorised')
  return who
}

interface Connection {
  socket: Socket
  who: Promise<Signed>
  /** Tells every device of the person. */
  room(event: TurnEvent): void
}

/** Runs the turn that an event asks for. It is acknowledged with its turn as soon as there is one, or with what is wrong. */
const answer = (deps: ChannelDeps, { socket, who, room }: Connection, ack: unknown, read: () => TurnRequest): void => {
  let waiting = typeof ack === 'function'
  const reply = (value: { turnId: string } | { error: Record<string, unknown> }): void => {
    if (waiting && typeof ack === 'function') ack(value)
    waiting = false
  }
  let locale = 'ru'
  const run = async (): Promise<void> => {
    const person = await who
    locale = person.locale
    const request = read()
    if (!(await person.holds(request.now))) throw new AppError('unauthorised', 'core.unauthorised')
    const tell = (event: TurnEvent): void => {
      if (event.type === 'turn' || event.type === 'done') reply({ turnId: event.data.turnId })
      room(event)
    }
    await deps.agent.turn(request, request.decisions ? onceDecided(tell) : tell)
  }
  run().catch((error: unknown) => {
    const known = asAppError(error)
    if (known.code === 'internal') deps.log.error({ cause: String(known.cause ?? known.stack) }, 'socket event failed')
    const problem = problemOf(known, deps.messages, locale)
    if (waiting) reply({ error: problem })
    else socket.emit('error', problem)
    if (known.code === 'unauthorised') socket.disconnect(true)
  })
}
