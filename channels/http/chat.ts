import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { TurnRequest } from '../../agent/contract.ts'
import { deleteThread, listMessages, listThreads, saveFeedback } from '../../agent/store.ts'
import { AppError } from '../../core/errors.ts'
import { toRfc3339 } from '../../core/time.ts'
import type { ChannelDeps } from '../contract.ts'
import { onceDecided } from '../decided.ts'
import { withFiles } from './attachments.ts'
import { callerOf, claimed, parse, signedIn } from './caller.ts'
import { createReplay, lastEventOf, writeEvents } from './event-stream.ts'
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
  const answer = createAnswer(deps)
  router.post(
    '/chat',
    claimed(deps, 'chat', async (req, res, { userId, identify, now }) => {
      const body = parse(chatBody, req.body)
      await withFiles(deps, body.attachments ?? [], (files) =>
        answer(req, res, {
          userId,
          identify,
          channel: 'chat',
          now,
          message: body.message,
          ...(body.threadId ? { threadId: body.threadId } : {}),
          ...(body.clientMessageId ? { clientMessageId: body.clientMessageId } : {}),
          ...(files.length > 0 ? { files } : {}),
        }),
      )
    }),
  )
  router.post(
    '/chat/pending/:id',
    claimed(deps, 'chat', async (req, res, { userId, identify, now }) => {
      const pendingId = idOf(req, 'guardrails.pending_not_found')
      const { decisions } = parse(decisionBody, req.body)
      await answer(req, res, { userId, identify, channel: 'chat', now, decisions: { pendingId, decisions } })
    }),
  )
  router.get('/threads', signedIn(deps, 'chat'), async (req, res) => {
    const { limit, before } = parse(threadsQuery, req.query)
    const { user } = callerOf(res)
    const rows = await deps.db.withUser(user.id, (tx) => listThreads(tx, limit + 1, before ?? null))
    const items = rows.slice(0, limit).map((row) => ({
      id: row.id,
      title: row.title,
      createdAt: toRfc3339(row.createdAt, user.timeZone),
      updatedAt: toRfc3339(row.updatedAt, user.timeZone),
    }))
    res.json({ items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null })
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
const createAnswer = (deps: ChannelDeps) => {
  const replay = createReplay()
  return async (req: Request, res: Response, request: TurnRequest): Promise<void> => {
    if (!(req.header('accept') ?? '').includes('text/event-stream')) {
      res.json(await deps.agent.turn(request))
      return
    }
    const stream = writeEvents(res, lastEventOf(req), replay)
    await deps.agent.turn(request, request.decisions ? onceDecided(stream.sink) : stream.sink)
    stream.end()
  }
}
