import { hostname } from 'node:os'
import type { Pending, ToolTrace, TurnResult } from '../../agent/contract.ts'
import { closeTurn, insertTurn } from '../../agent/store.ts'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { toRfc3339 } from '../../core/time.ts'
import { openPending } from '../../guardrails/pending.ts'
import { createCtx, parseInput } from '../../tools/execute.ts'
import type { Caller, ChannelDeps } from '../contract.ts'

interface Proposed {
  tool: string
  args: unknown
  /** A consent that has to be given first; it joins the same confirmation. */
  consent?: 'health' | undefined
}

/**
 * Asks the person about a call that another program's model wants: a confirmation in a thread of its own, whose
 * transcript holds the question, so that it can be answered in chat, on the page or over HTTP.
 */
export const openQuestion = (
  deps: ChannelDeps,
  { user, now }: Caller,
  proposed: Proposed,
): Promise<{ pending: Pending; question: string }> => {
  const reader = { locale: user.locale, timeZone: user.timeZone, now }
  const turnId = newId()
  const calls = [
    ...(proposed.consent ? [{ tool: 'account_set_consent', args: { purpose: proposed.consent, granted: true } }] : []),
    { tool: proposed.tool, args: proposed.args },
  ]
  return deps.db.withUser(user.id, async (tx) => {
    const origin = { channel: 'mcp' as const, actor: 'model' as const, turnId }
    const ctx = createCtx(deps, tx, { user, now, origin }, [])
    const actions = []
    for (const [index, { tool, args }] of calls.entries()) {
      const entry = deps.registry.get(tool)
      actions.push({
        callId: `mcp_${index}`,
        tool,
        args,
        summary: await entry.tool.summary(ctx, parseInput(entry, args)),
      })
    }
    const summaries = actions.map(({ summary }) => deps.messages.render(summary, reader))
    const question = summaries.join('\n')
    const request = { userId: user.id, channel: 'mcp' as const, now, message: question }
    const turn = await insertTurn(tx, { id: turnId, request, threadId: null, owner: hostname(), wall: now.getTime() })
    if (!turn) throw new AppError('conflict', 'db.already_there')
    const { threadId } = turn
    const rows = await openPending(tx, { userId: user.id, threadId, turnId, now, actions })
    const pending: Pending = {
      id: rows[0]?.pendingId ?? newId(),
      expiresAt: toRfc3339(rows[0]?.expiresAt ?? now, user.timeZone),
      actions: rows.map((row, index) => ({
        id: row.id,
        tool: row.tool,
        args: row.args,
        summary: summaries[index] ?? '',
      })),
    }
    const traces = pending.actions.map(
      (action): ToolTrace => ({
        id: action.id,
        name: action.tool,
        args: action.args as Record<string, unknown>,
        status: 'pending',
        said: action.summary,
      }),
    )
    const result: TurnResult = {
      threadId,
      turnId,
      reply: question,
      spoken: question,
      tools: traces.map(({ name, args, status }) => ({ name, args, status })),
      pending,
      safety: { kind: 'none', rules: [] },
      usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, ms: 0 },
    }
    await closeTurn(tx, {
      id: turnId,
      userId: user.id,
      threadId,
      userText: null,
      reply: question,
      traces,
      result,
      status: 'done',
      now,
    })
    return { pending, question }
  })
}
