import { interrupt, type LangGraphRunnableConfig } from '@langchain/langgraph'
import { AppError } from '../../core/errors.ts'
import type { Message } from '../../core/messages.ts'
import { openPending } from '../../guardrails/pending.ts'
import { recordVerdict } from '../../guardrails/verdicts.ts'
import { createCtx, parseInput } from '../../tools/execute.ts'
import type { PlannedCall, ToolTrace } from '../contract.ts'
import { type Run, render, runOf, type State } from '../state.ts'
import { judge } from '../steps/judge.ts'
import { pendingOf } from '../steps/pending.ts'

/**
 * Refuses what may not run and writes the question of what needs the person's word. Runs again from its first line on
 * resume: rows are keyed by (turn, call), so asking twice changes nothing.
 */
export const ask = async (state: State, config: LangGraphRunnableConfig): Promise<Partial<State>> => {
  const run = runOf(config)
  const allowed = new Set(state.allowed)
  const calls: PlannedCall[] = []
  const traces: ToolTrace[] = []
  const asking: { callId: string; tool: string; args: unknown }[] = []
  for (const call of state.calls) {
    if (call.state !== 'proposed') {
      calls.push(call)
      if (call.state === 'asking') asking.push({ callId: call.id, tool: call.name, args: call.args })
      continue
    }
    const refused = judge(run, call, call.offered ? null : allowed)
    if (refused.kind === 'refuse') {
      traces.push({
        id: call.id,
        name: call.name,
        args: call.args,
        status: 'refused',
        said: render(run, refused.error.said),
      })
      calls.push({ ...call, state: 'settled' })
      await recordVerdict(run.deps.db, {
        userId: run.user.id,
        turnId: run.turnId,
        gate: 'action',
        verdict: 'refused',
        rules: refused.rules,
        inputs: { tool: call.name },
        now: run.request.now,
      })
    } else if (refused.kind === 'ask') {
      if (refused.consent)
        asking.push({
          callId: `${call.id}:consent`,
          tool: 'account_set_consent',
          args: { purpose: refused.consent, granted: true },
        })
      asking.push({ callId: call.id, tool: call.name, args: call.args })
      calls.push({ ...call, state: 'asking' })
    } else calls.push({ ...call, state: 'permitted' })
  }
  if (asking.length === 0) return { calls, traces }
  const rows = await writeQuestions(run, asking, traces, calls)
  if (calls.some((call) => call.state === 'permitted')) return { calls, traces }
  if (rows.length > 0) {
    run.pending = pendingOf(run, rows)
    if (run.pending) interrupt(run.pending.id)
  }
  return { calls, traces }
}

/** The rows of the confirmation. A call whose row cannot be named (it does not exist) is settled as failed instead. */
const writeQuestions = (
  run: Run,
  asking: { callId: string; tool: string; args: unknown }[],
  traces: ToolTrace[],
  calls: PlannedCall[],
) =>
  run.deps.db.withUser(run.user.id, async (tx) => {
    const origin = { channel: run.request.channel, actor: 'model' as const, turnId: run.turnId, threadId: run.threadId }
    const ctx = createCtx(run.deps, tx, { user: run.user, now: run.request.now, origin }, [])
    const actions: { callId: string; tool: string; args: unknown; summary: Message }[] = []
    for (const item of asking) {
      const entry = run.deps.registry.get(item.tool)
      try {
        actions.push({ ...item, summary: await entry.tool.summary(ctx, parseInput(entry, item.args)) })
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'internal') throw error
        const args = item.args as Record<string, unknown>
        traces.push({ id: item.callId, name: item.tool, args, status: 'failed', said: render(run, error.said) })
        const call = calls.find((candidate) => candidate.id === item.callId)
        if (call) call.state = 'settled'
      }
    }
    if (actions.length === 0) return []
    return openPending(tx, {
      userId: run.user.id,
      threadId: run.threadId,
      turnId: run.turnId,
      now: run.request.now,
      actions,
    })
  })
