import { Router } from 'express'
import { AppError, asAppError } from '../../core/errors.ts'
import { toRfc3339 } from '../../core/time.ts'
import { createCtx } from '../../tools/execute.ts'
import {
  keepConflict,
  keyOf,
  openConflicts,
  resolveClientIds,
  type SyncItem,
  settleConflict,
} from '../../tools/sync.ts'
import { callTool, tell } from '../call-tool.ts'
import type { Caller, ChannelDeps } from '../contract.ts'
import { callerOf, parse, signedIn } from './caller.ts'
import { problemOf } from './problem.ts'
import { syncBody } from './wire.ts'

const ORIGIN = { channel: 'sync', actor: 'person' } as const

/**
 * `POST /v1/sync`: writes made offline, in their order, each on its own. An item that was sent before is a `duplicate`
 * with its first result; one against a row that changed meanwhile is a `conflict` and both sides are kept.
 */
export const syncRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.post('/sync', signedIn(deps, 'write'), async (req, res) => {
    const { batch } = parse(syncBody, req.body)
    const caller = callerOf(res)
    const items: unknown[] = []
    for (const { baseVersion, ...item } of batch)
      items.push(
        await take(deps, caller, baseVersion === undefined ? item : { ...item, baseVersion: String(baseVersion) }),
      )
    res.json({ items })
  })
  router.get('/sync/conflicts', signedIn(deps, 'read', 'write'), async (_req, res) => {
    const { user } = callerOf(res)
    const rows = await deps.db.withUser(user.id, (tx) => openConflicts(tx, user.id))
    res.json({ items: rows.map((row) => ({ ...row, createdAt: toRfc3339(row.createdAt, user.timeZone) })) })
  })
  return router
}

const take = async (deps: ChannelDeps, caller: Caller, item: SyncItem): Promise<Record<string, unknown>> => {
  const { user, now } = caller
  const { clientId } = item
  try {
    const { tool } = deps.registry.get(item.tool)
    if (tool.risk === 'irreversible' || tool.risk === 'outward')
      throw new AppError('refused', 'tools.no_permit', { tool: tool.title })
    const input = await deps.db.withUser(user.id, (tx) => resolveClientIds(tx, item.input))
    const rowId = typeof input['id'] === 'string' ? input['id'] : undefined
    const expects =
      item.baseVersion !== undefined && rowId !== undefined ? { id: rowId, version: item.baseVersion } : undefined
    try {
      const result = await callTool(deps, {
        tool: item.tool,
        input,
        user,
        now,
        channel: 'sync',
        key: keyOf(clientId),
        ...(expects ? { expects } : {}),
      })
      if (!result.replayed) await deps.db.withUser(user.id, (tx) => settleConflict(tx, user.id, clientId, now))
      const status = result.replayed ? 'duplicate' : 'ok'
      return { clientId, status, output: result.output, ...tell(deps, result, user, now) }
    } catch (error) {
      const conflict =
        expects && (await conflictOf(deps, caller, { ...item, input, baseVersion: expects.version }, expects.id, error))
      if (conflict) return conflict
      throw error
    }
  } catch (error) {
    const known = asAppError(error)
    if (known.code === 'internal') throw known
    // The same name for another write is a conflict of the device with itself.
    const status = known.key === 'tools.key_reused' ? 'conflict' : 'failed'
    return { clientId, status, error: problemOf(known, deps.messages, user.locale) }
  }
}

const conflictOf = async (
  deps: ChannelDeps,
  { user, now }: Caller,
  item: SyncItem & { baseVersion: string },
  rowId: string,
  error: unknown,
): Promise<Record<string, unknown> | null> => {
  if (!(error instanceof AppError) || error.key !== 'tools.changed_elsewhere') return null
  const current = await deps.db.withUser(user.id, async (tx) => {
    const found = await deps.registry.find(createCtx(deps, tx, { user, now, origin: ORIGIN }, []), item.tool, rowId)
    if (found) await keepConflict(tx, user.id, item, rowId, found, now)
    return found
  })
  return {
    clientId: item.clientId,
    status: 'conflict',
    mine: item.input,
    current: current?.row ?? null,
    currentVersion: current?.version ?? null,
    error: problemOf(error, deps.messages, user.locale),
  }
}
