import { Router } from 'express'
import { AppError } from '../../core/errors.ts'
import { findUser } from '../../domains/account/repository.ts'
import { findFeed, renderFeed } from '../../domains/calendar/feed.ts'
import type { ChannelDeps } from '../contract.ts'
import { nowOf } from './caller.ts'

/** How long a program may show what it read before it asks again. */
const FRESH_SECONDS = 300

/** The calendar for programs that subscribe to it: whoever has the secret link reads it, nobody signs in. */
export const calendarFeedRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.get('/calendar/feed/:secret.ics', async (req, res) => {
    const owner = await deps.db.asSystem('links', (tx) => findFeed(tx, String(req.params['secret'])))
    if (!owner) throw new AppError('not_found', 'core.not_found')
    const text = await deps.db.withUser(owner.userId, async (tx) => {
      const user = await findUser(tx, owner.userId, null)
      if (!user) throw new AppError('not_found', 'core.not_found')
      return renderFeed(tx, user, nowOf(deps, req))
    })
    res.setHeader('Cache-Control', `private, max-age=${FRESH_SECONDS}`)
    res.setHeader('X-Robots-Tag', 'noindex')
    res.type('text/calendar; charset=utf-8').send(text)
  })
  return router
}
