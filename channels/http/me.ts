import { Router } from 'express'
import { callTool } from '../call-tool.ts'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, signedIn } from './caller.ts'

export const meRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  const run = async (res: Parameters<typeof callerOf>[0], tool: string, input: unknown): Promise<unknown> => {
    const { user, now } = callerOf(res)
    return (await callTool(deps, { tool, input, user, now, channel: 'http' })).output
  }
  router.get('/me', signedIn(deps, 'read'), async (_req, res) => {
    res.json(await run(res, 'account_get_profile', {}))
  })
  router.patch('/me', signedIn(deps, 'write'), async (req, res) => {
    res.json(await run(res, 'account_update_profile', req.body ?? {}))
  })
  router.get('/me/export', signedIn(deps), async (_req, res) => {
    res.json(await run(res, 'account_export', {}))
  })
  router.delete('/me', signedIn(deps), async (_req, res) => {
    res.json(await run(res, 'account_delete', {}))
  })
  return router
}
