import { Router } from 'express'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import {
  createAccessToken,
  listAccessTokens,
  login,
  logout,
  refresh,
  register,
  revokeAccessToken,
} from '../../domains/account/auth.ts'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, nowOf, parse, signedIn } from './caller.ts'

const MINUTE = 60_000
const MOST_NAMES = 10_000

/** At most `limit` attempts a minute for one account name, counted in this process on the request's own clock. */
const createAttempts = (limit: number) => {
  const attempts = new Map<string, { since: number; count: number }>()
  return (email: unknown, now: Date): void => {
    if (typeof email !== 'string') return
    const key = email.trim().toLowerCase().slice(0, 320)
    const at = now.getTime()
    const seen = attempts.get(key)
    if (!seen || at - seen.since >= MINUTE || at < seen.since) {
      attempts.delete(key)
      attempts.set(key, { since: at, count: 1 })
      // The oldest goes first, so a flood of names never forgets the one that is being tried.
      const [oldest] = attempts.keys()
      if (attempts.size > MOST_NAMES && oldest !== undefined) attempts.delete(oldest)
      return
    }
    seen.count += 1
    if (seen.count <= limit) return
    const seconds = Math.max(1, Math.ceil((seen.since + MINUTE - at) / 1000))
    throw new AppError('limited', 'core.limited', { seconds }, { retryAfter: seconds })
  }
}

export const authRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  const auth = { db: deps.db, key: deps.key }
  const attempt = createAttempts(deps.config.AUTH_RATE_LIMIT)
  router.post('/auth/register', async (req, res) => {
    const now = nowOf(deps, req)
    attempt(req.body?.email, now)
    res.status(201).json(await register(auth, req.body, now))
  })
  router.post('/auth/login', async (req, res) => {
    const now = nowOf(deps, req)
    attempt(req.body?.email, now)
    res.json(await login(auth, req.body, now))
  })
  router.post('/auth/refresh', async (req, res) => {
    res.json(await refresh(auth, req.body, nowOf(deps, req)))
  })
  router.post('/auth/logout', async (req, res) => {
    await logout(auth, req.body, nowOf(deps, req))
    res.status(204).end()
  })
  router.post('/access-tokens', signedIn(deps), async (req, res) => {
    const { user, now } = callerOf(res)
    res.status(201).json(await createAccessToken(deps.db, user, req.body, now))
  })
  router.get('/access-tokens', signedIn(deps), async (_req, res) => {
    res.json({ items: await listAccessTokens(deps.db, callerOf(res).user), nextCursor: null })
  })
  router.delete('/access-tokens/:id', signedIn(deps), async (req, res) => {
    const { user, now } = callerOf(res)
    const { id } = parse(z.object({ id: z.uuid() }), req.params)
    await revokeAccessToken(deps.db, user, id, now)
    res.status(204).end()
  })
  return router
}
