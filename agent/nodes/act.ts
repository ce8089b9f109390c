import { ToolMessage } from '@langchain/core/messages'
import type { LangGraphRunnableConfig } from '@langchain/langgraph'
import { AppError } from '../../core/errors.ts'
import { alarmReply } from '../../guardrails/emergency.ts'
import { actionsOfTurn, type PendingAction, settleAction } from '../../guardrails/pending.ts'
import { execute } from '../../tools/execute.ts'
import type { PlannedCall, ToolTrace } from '../contract.ts'
import { type Run, render, runOf, type State } from '../state.ts'
import { compactOutput } from '../steps/history.ts'

/**
 * Runs what is permitted, and what the person approved: those arguments come from the `pending_action` rows, never from
 * the saved state. Independent reads run in parallel, writes one after another.
 */
export const act = async (state: State, config: LangGraphRunnableConfig): Promise<Partial<State>> => {
  const run = runOf(config)
  const permitted = (state.calls ?? []).filter((call) => call.state === 'permitted')
  const reads = permitted.filter((call) => run.deps.registry.get(call.name).tool.risk === 'read')
  const traces = await Promise.all(reads.map((call) => runCall(run, call, false)))
  for (const call of permitted) if (!reads.includes(call)) traces.push(await runCall(run, call, false))
  const settled = new Set(permitted.map((call) => call.id))

  const asked = (state.calls ?? []).some((call) => call.state === 'asking')
  if (state.entry === 'act' || (asked && permitted.length === 0)) {
    const rows = await run.deps.db.withUser(run.user.id, (tx) => actionsOfTurn(tx, run.turnId))
    for (const row of rows) {
      settled.add(row.callId)
      const trace = await settle(run, row)
      if (trace) traces.push(trace)
    }
    for (const call of state.calls ?? []) if (call.state === 'asking') settled.add(call.id)
  }
  const calls = (state.calls ?? []).map(
    (call): PlannedCall => (settled.has(call.id) ? { ...call, state: 'settled' } : call),
  )
  const fresh = [
    ...(state.traces ?? []).filter((trace) => trace.status !== 'ok' && !isAnswered(state, trace.id)),
    ...traces,
  ]
  // A provider wants one answer for each call the model made, and none for calls it did not make (a consent, an offer).
  const answers = fresh.filter((trace) => calls.some((call) => call.id === trace.id && !call.offered))
  const decided = calls.some((call) => call.offered && settled.has(call.id))
  const lines = [...run.alarms, ...traces.map((trace) => trace.said)]
  return {
    calls: [...calls, ...traces.flatMap((trace) => offerOf(run, trace))],
    traces,
    messages: state.messages.length > 0 ? answers.map(toMessage) : [],
    // An emergency and a decided offer are said by code alone.
    ...(run.alarms.length > 0 || decided ? { fixed: lines.join('\n') } : {}),
  }
}

/** What a returned proposal asks the person next. */
const offerOf = (run: Run, { id, name, status, output }: ToolTrace): PlannedCall[] => {
  const offer = status === 'ok' ? run.deps.registry.get(name).tool.offers?.(output) : null
  return offer ? [{ id: `${id}:offer`, name: offer.tool, args: offer.input, state: 'proposed', offered: true }] : []
}

const CONSENT = 'account_set_consent'

const isAnswered = (state: State, callId: string): boolean =>
  state.messages.some((message) => message instanceof ToolMessage && message.tool_call_id === callId)

const toMessage = (trace: ToolTrace): ToolMessage =>
  new ToolMessage({
    tool_call_id: trace.id,
    name: trace.name,
    content: JSON.stringify({ status: trace.status, said: trace.said, output: compactOutput(trace.output) }),
  })

const settle = async (run: Run, row: PendingAction): Promise<ToolTrace | null> => {
  const args = row.args as Record<string, unknown>
  const base = { id: row.callId, name: row.tool, args }
  if (row.status === 'rejected')
    return { ...base, status: 'refused', said: render(run, { key: 'agent.not_done', params: { count: 1 } }) }
  if (row.status === 'open') return { ...base, status: 'pending', said: '' }
  if (row.status !== 'approved') return null
  const trace = await runCall(run, { id: row.callId, name: row.tool, args, state: 'permitted' }, true)
  await run.deps.db.withUser(run.user.id, (tx) =>
    settleAction(tx, row.id, trace.status === 'ok' ? 'executed' : 'failed'),
  )
  return trace
}

const runCall = async (run: Run, call: PlannedCall, approved: boolean): Promise<ToolTrace> => {
  const turnId = run.answeringTurnId
  run.sink({ type: 'tool', data: { turnId, callId: call.id, name: call.name, args: call.args, status: 'running' } })
  const trace = await attempt(run, call, approved)
  run.sink({ type: 'tool', data: { turnId, callId: call.id, name: call.name, args: call.args, status: trace.status } })
  return trace
}

const attempt = async (run: Run, call: PlannedCall, approved: boolean): Promise<ToolTrace> => {
  const base = { id: call.id, name: call.name, args: call.args }
  const origin = { channel: run.request.channel, actor: 'model' as const, turnId: run.turnId, threadId: run.threadId }
  const decision = run.deps.decide({
    tool: call.name,
    args: call.args,
    user: run.user,
    origin,
    allowed: null,
    approved,
  })
  if (decision.kind !== 'permit') {
    const said = decision.kind === 'refuse' ? decision.error.said : { key: 'guardrails.outside_request' }
    return { ...base, status: 'refused', said: render(run, said) }
  }
  try {
    const result = await execute(run.deps, {
      tool: call.name,
      input: call.args,
      user: run.user,
      now: run.request.now,
      origin,
      permit: decision.permit,
      key: { turnId: run.turnId, callId: call.id },
    })
    // What was just allowed holds for the next call of this turn.
    if (call.name === CONSENT)
      run.user = await run.deps.db.withUser(run.user.id, (tx) => run.deps.loadUser(tx, run.user.id))
    if (result.alarm) {
      run.alarms.push(render(run, alarmReply(result.alarm, run.user.country)))
      run.safety = { kind: 'emergency', rules: [...run.safety.rules, result.alarm.rule] }
      run.sink({ type: 'safety', data: run.safety })
    }
    return { ...base, status: 'ok', said: render(run, result.said), output: result.output }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'internal') throw error
    return { ...base, status: error.code === 'refused' ? 'refused' : 'failed', said: render(run, error.said) }
  }
}
