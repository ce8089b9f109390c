import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { TurnEvent, TurnRequest } from '../../agent/contract.ts'
import { deleteThread, listMessages, listThreads, saveFeedback } from '../../agent/store.ts'
import { AppError } from '../../core/errors.ts'
import { toRfc3339 } from '../../core/time.ts'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, parse, readInstant, signedIn } from './caller.ts'
import { sendProblem } from './problem.ts'
import { chatBody, decisionBody, feedbackBody, messagesQuery, threadsQuery } from './wire.ts'

const uuidParams = z.object({ id: z.uuid() })

/** An id in a path that cannot exist is the same as one that does not. */
const idOf = (req: Request, key: string): string => {
  const parsed = uuidParams.safeParse(req.params)
  if (!parsed.success) throw new AppError('not_found', key)
  return parsed.data.id
}

export const chatRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.post('/chat', signedIn(deps, 'chat'), async (req, res) => {
    const body = parse(chatBody, req.body)
    if (body.attachments && body.attachments.length > 0)
      throw new AppError(
        'invalid',
        'channels.attachment_unknown',
        { name: body.attachments[0]?.name ?? '' },
        { status: 415 },
      )
    const { user, now } = callerOf(res)
    await answer(deps, req, res, {
      userId: user.id,
      channel: 'chat',
      now,
      message: body.message,
      ...(body.threadId ? { threadId: body.threadId } : {}),
      ...(body.clientMessageId ? { clientMessageId: body.clientMessageId } : {}),
    })
  })
  router.post('/chat/pending/:id', signedIn(deps, 'chat'), async (req, res) => {
    const pendingId = idOf(req, 'guardrails.pending_not_found')
    const { decisions } = parse(decisionBody, req.body)
    const { user, now } = callerOf(res)
    await answer(deps, req, res, { userId: user.id, channel: 'chat', now, decisions: { pendingId, decisions } })
  })
  router.get('/threads', signedIn(deps, 'chat'), async (req, res) => {
    const { limit, before } = parse(threadsQuery, req.query)
    const { user } = callerOf(res)
    const rows = await deps.db.withUser(user.id, (tx) =>
      listThreads(tx, limit + 1, before ? readInstant(before) : null),
    )
    const items = rows.slice(0, limit).map((row) => ({
      id: row.id,
      title: row.title,
      createdAt: toRfc3339(row.createdAt, user.timeZone),
      updatedAt: toRfc3339(row.updatedAt, user.timeZone),
    }))
    res.json({ items, nextCursor: rows.length > limit ? (items.at(-1)?.updatedAt ?? null) : null })
  })
  router.get('/threads/:id/messages', signedIn(deps, 'chat'), async (req, res) => {
    const id = idOf(req, 'agent.thread_not_found')
    const { limit, before } = parse(messagesQuery, req.query)
    const { user } = callerOf(res)
    const rows = await deps.db.withUser(user.id, (tx) => listMessages(tx, id, before ?? null, limit + 1))
    const items = rows.slice(0, limit).map((row) => ({ ...row, createdAt: toRfc3339(row.createdAt, user.timeZone) }))
    res.json({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null })
  })
  router.delete('/threads/:id', signedIn(deps, 'chat'), async (req, res) => {
    const id = idOf(req, 'agent.thread_not_found')
    const { user } = callerOf(res)
    const turns = await deps.db.withUser(user.id, (tx) => deleteThread(tx, id))
    for (const turn of turns) await deps.checkpoints.drop(turn, true)
    res.status(204).end()
  })
  router.post('/turns/:id/feedback', signedIn(deps, 'chat'), async (req, res) => {
    const turnId = idOf(req, 'agent.turn_not_found')
    const body = parse(feedbackBody, req.body)
    const { user, now } = callerOf(res)
    await deps.db.withUser(user.id, (tx) =>
      saveFeedback(tx, { userId: user.id, turnId, rating: body.rating, note: body.note ?? null, now }),
    )
    res.status(204).end()
  })
  return router
}

/** One turn as JSON, or as server-sent events when the client asks for them. */
const answer = async (deps: ChannelDeps, req: Request, res: Response, request: TurnRequest): Promise<void> => {
  if (!(req.header('accept') ?? '').includes('text/event-stream')) {
    res.json(await deps.agent.turn(request))
    return
  }
  const seen = lastEventOf(req)
  const write = createEventWriter(res, seen)
  try {
    await deps.agent.turn(request, write)
  } catch (error) {
    sendProblem(error, req, res, deps.messages, deps.log)
    return
  }
  res.end()
}

const lastEventOf = (req: Request): { turnId: string; n: number } | null => {
  const match = /^([0-9a-f-]{36}):(\d{1,9})$/iu.exec(req.header('last-event-id') ?? '')
  return match?.[1] ? { turnId: match[1], n: Number(match[2]) } : null
}

/** Writes events with ids `turnId:n`; those the client has seen are left out. The stream opens with the first event. */
const createEventWriter = (res: Response, seen: { turnId: string; n: number } | null) => {
  let n = 0
  let turnId = ''
  return (event: TurnEvent): void => {
    if (event.type === 'turn' || event.type === 'done') turnId = event.data.turnId
    n += 1
    if (!res.headersSent) {
      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      })
      res.socket?.setNoDelay(true)
    }
    if (seen && seen.turnId === turnId && n <= seen.n && event.type !== 'done') return
    res.write(`id: ${turnId}:${n}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`)
  }
}
