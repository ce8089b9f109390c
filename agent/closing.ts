import type { AppError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import type { Tx } from '../db/contract.ts'
import { actionsApprovedAt, reopenAction, settleAction } from '../guardrails/pending.ts'
import { type AuditRow, auditOfTurn } from '../tools/audit.ts'
import type { AgentDeps, Sink, ToolTrace, TurnRequest, TurnResult } from './contract.ts'
import { spokenForm } from './steps/spoken.ts'
import * as store from './store.ts'

interface Place {
  threadId: string
  user: User
}

/** A turn that failed half-way is ended with what its audit rows show was done. */
export const abandon = async (
  deps: AgentDeps,
  request: TurnRequest,
  admitted: Place & { turnId: string },
  error: AppError,
  startedAt: number,
  sink: Sink,
): Promise<void> => {
  if (error.code !== 'internal') {
    await deps.db.withUser(request.userId, async (tx) => {
      await tx.query(`delete from chat.turn where id = $1 and status in ('queued', 'running')`, [admitted.turnId])
    })
    return
  }
  deps.log.error(
    { turnId: admitted.turnId, code: error.code, cause: String(error.cause ?? error.stack) },
    'turn failed',
  )
  const result = await closeFromAudit(deps, request, admitted, admitted.turnId, startedAt)
  if (result) sink({ type: 'done', data: result })
}

/** Ends turns of a thread whose process died, each with an honest message. */
export const closeDead = async (deps: AgentDeps, request: TurnRequest, threadId: string): Promise<void> => {
  const dead = await deps.db.withUser(request.userId, (tx) => store.deadTurns(tx, threadId, deps.wall()))
  if (dead.length === 0) return
  const user = await deps.db.withUser(request.userId, (tx) => deps.loadUser(tx, request.userId))
  for (const turn of dead) await closeFromAudit(deps, request, { threadId, user }, turn.id, deps.wall())
}

const closeFromAudit = async (
  deps: AgentDeps,
  request: TurnRequest,
  { threadId, user }: Place,
  turnId: string,
  startedAt: number,
): Promise<TurnResult | undefined> => {
  const reader = { locale: user.locale, timeZone: user.timeZone, now: request.now }
  return deps.db.withUser(request.userId, async (tx) => {
    const [stored] = await tx.query<{ message: string | null; createdAt: Date }>(
      'select message, created_at as "createdAt" from chat.turn where id = $1',
      [turnId],
    )
    const rows = await auditOfTurn(tx, turnId)
    if (stored) rows.push(...(await auditOfApproved(tx, threadId, stored.createdAt)))
    const traces = rows.map((row): ToolTrace => {
      const { tool } = deps.registry.get(row.tool)
      const said = row.status === 'ok' && tool.risk !== 'read' ? tool.say(row.output, tool.input.parse(row.args)) : null
      return {
        id: row.callId ?? row.id,
        name: row.tool,
        args: row.args as Record<string, unknown>,
        status: row.status,
        said: said ? deps.messages.render(said, reader) : '',
        output: row.output,
      }
    })
    const done = traces.filter((trace) => trace.said !== '').map((trace) => trace.said)
    const key = done.length > 0 ? 'agent.cut_off_after' : 'agent.cut_off'
    const reply = deps.messages.render({ key, params: { done: done.join(' ') } }, reader)
    const result: TurnResult = {
      threadId,
      turnId,
      reply,
      spoken: spokenForm(reply),
      tools: traces.map(({ name, args, status, output }) => ({ name, args, status, output })),
      pending: null,
      safety: { kind: 'none', rules: [] },
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, ms: Math.round(deps.wall() - startedAt) },
      error: { code: 'internal' },
    }
    await tx.query(`update chat.turn set status = 'running' where id = $1 and status = 'queued'`, [turnId])
    store.closeTurn(tx, {
      id: turnId,
      userId: request.userId,
      threadId,
      userText: stored?.message ?? null,
      reply,
      traces,
      result,
      status: 'closed',
      now: request.now,
    })
    return result
  })
}

/** Actions approved by the turn run under the turn that asked; those that did not run wait for the person again. */
const auditOfApproved = async (tx: Tx, threadId: string, at: Date): Promise<AuditRow[]> => {
  const rows: AuditRow[] = []
  for (const action of await actionsApprovedAt(tx, threadId, at)) {
    const ran = (await auditOfTurn(tx, action.turnId)).filter((row) => row.callId === action.callId)
    rows.push(...ran)
    if (ran.some((row) => row.status === 'ok')) await settleAction(tx, action.id, 'executed')
    else await reopenAction(tx, action.id)
  }
  return rows
}
