import { Router } from 'express'
import { z } from 'zod'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, parse, readInstant, signedIn } from './caller.ts'
import { inboxQuery, snoozeBody } from './wire.ts'

const params = z.object({ id: z.uuid() })

export const inboxRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.get('/inbox', signedIn(deps, 'read'), async (req, res) => {
    const query = parse(inboxQuery, req.query)
    const { user } = callerOf(res)
    res.json(await deps.db.withUser(user.id, (tx) => deps.inbox.list(tx, query, user)))
  })
  router.post('/inbox/:id/read', signedIn(deps, 'write'), async (req, res) => {
    const { user, now } = callerOf(res)
    const { id } = parse(params, req.params)
    res.json(await deps.db.withUser(user.id, (tx) => deps.inbox.read(tx, id, user, now)))
  })
  router.post('/inbox/:id/dismiss', signedIn(deps, 'write'), async (req, res) => {
    const { user, now } = callerOf(res)
    const { id } = parse(params, req.params)
    res.json(await deps.db.withUser(user.id, (tx) => deps.inbox.dismiss(tx, id, user, now)))
  })
  router.post('/inbox/:id/snooze', signedIn(deps, 'write'), async (req, res) => {
    const { user, now } = callerOf(res)
    const { id } = parse(params, req.params)
    const body = parse(snoozeBody, req.body)
    const until = body.until === undefined ? {} : { until: readInstant(body.until) }
    const item = await deps.db.withUser(user.id, (tx) =>
      deps.inbox.snooze(tx, id, { minutes: body.minutes, ...until }, user, now),
    )
    if (item.snoozedUntil) await deps.wake(user.id, new Date(item.snoozedUntil))
    res.json(item)
  })
  return router
}
