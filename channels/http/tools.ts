import { Router } from 'express'
import { AppError } from '../../core/errors.ts'
import { callTool, tell } from '../call-tool.ts'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, mayCall, signedIn } from './caller.ts'

export const toolRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.get('/tools', signedIn(deps, 'read', 'write'), (_req, res) => {
    res.json(
      [...deps.registry.entries.values()].map(({ tool, domain, inputSchema, outputSchema }) => ({
        name: tool.name,
        domain,
        title: tool.title,
        description: tool.description,
        risk: tool.risk,
        inputSchema,
        outputSchema,
      })),
    )
  })
  router.post('/tools/:name', signedIn(deps, 'read', 'write'), async (req, res) => {
    const { user, now, scopes } = callerOf(res)
    const name = String(req.params['name'])
    const { tool } = deps.registry.get(name)
    if (!mayCall(tool, scopes)) throw new AppError('refused', 'channels.scope')
    const idempotencyKey = req.header('idempotency-key')
    if (idempotencyKey !== undefined && (idempotencyKey === '' || idempotencyKey.length > 200))
      throw new AppError('invalid', 'channels.bad_key')
    const result = await callTool(deps, {
      tool: name,
      input: req.body ?? {},
      user,
      now,
      channel: 'http',
      ...(idempotencyKey ? { key: { idempotencyKey } } : {}),
    })
    res.json({ output: result.output, ...tell(deps, result, user, now) })
  })
  return router
}
