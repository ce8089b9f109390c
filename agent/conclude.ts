import { INTERRUPT } from '@langchain/langgraph'
import { addUsage } from '../guardrails/limits.ts'
import { type Verdict, writeVerdict } from '../guardrails/verdicts.ts'
import type { Tool } from '../tools/contract.ts'
import type { ToolTrace, TurnResult } from './contract.ts'
import type { Run, State } from './state.ts'
import { questionOf } from './steps/pending.ts'
import { spokenForm } from './steps/spoken.ts'
import * as store from './store.ts'

/** Writes the transcript and the result; says the open question when the graph stopped to ask. */
export const conclude = async (current: Run, state: State): Promise<TurnResult> => {
  const { deps, request } = current
  const asking = INTERRUPT in state
  const traces: ToolTrace[] = [...current.taken, ...(state.traces ?? [])]
  if (asking && current.pending) {
    const told = traces.filter(
      (trace) => trace.said !== '' && (trace.status !== 'ok' || !isLookup(deps.registry.get(trace.name).tool)),
    )
    const lines = [...new Set(told.map((trace) => trace.said)), questionOf(current, current.pending)]
    const fresh = current.said.length === 0 ? lines : lines.slice(-1)
    for (const line of fresh) {
      current.said.push(line)
      current.sink({ type: 'token', data: { turnId: current.answeringTurnId, text: line } })
    }
    for (const action of current.pending.actions)
      traces.push({
        id: action.id,
        name: action.tool,
        args: action.args as Record<string, unknown>,
        status: 'pending',
        said: action.summary,
      })
    current.sink({ type: 'pending', data: current.pending })
    await deps.checkpoints.persist(current.turnId)
  } else await deps.checkpoints.drop(current.turnId, current.turnId !== current.answeringTurnId)
  const reply = joinSentences(current.said)
  const result: TurnResult = {
    threadId: current.threadId,
    turnId: current.answeringTurnId,
    reply,
    spoken: spokenForm(reply),
    tools: traces.map((trace) => ({
      name: trace.name,
      args: trace.args,
      status: trace.status,
      ...(trace.output === undefined ? {} : { output: trace.output }),
    })),
    pending: current.pending,
    safety: current.safety,
    usage: { ...current.usage, ms: Math.round(deps.wall() - current.startedAt) },
    ...(current.failure ? { error: { code: current.failure.code } } : {}),
  }
  await deps.db.withUser(current.user.id, async (tx) => {
    store.closeTurn(tx, {
      id: current.answeringTurnId,
      userId: current.user.id,
      threadId: current.threadId,
      userText: request.message ?? null,
      reply,
      traces,
      result,
      status: 'done',
      now: request.now,
    })
    addUsage(tx, {
      userId: current.user.id,
      wall: deps.wall(),
      writes: traces.filter((trace) => trace.status === 'ok' && deps.registry.get(trace.name).tool.risk !== 'read')
        .length,
      tokens: current.usage.inputTokens + current.usage.outputTokens,
    })
    if (current.safety.kind !== 'none') await writeVerdict(tx, verdictOf(current))
  })
  current.sink({ type: 'done', data: result })
  return result
}

/** Rows that were looked up to name the question are not read out before it; a proposal is. */
const isLookup = ({ risk, offers }: Tool): boolean => risk === 'read' && !offers

/** Why a message was answered with a fixed text, or why part of a reply was not said. */
const verdictOf = (current: Run): Verdict => ({
  userId: current.user.id,
  turnId: current.answeringTurnId,
  gate: current.safety.kind === 'emergency' ? 'input' : 'reply',
  verdict: current.safety.kind,
  rules: [...new Set(current.safety.rules)],
  inputs: { turn: current.answeringTurnId },
  now: current.request.now,
})

const joinSentences = (said: readonly string[]): string =>
  said
    .reduce(
      (text, sentence) =>
        text === '' ? sentence : /\s$/u.test(text) || /^\s/u.test(sentence) ? text + sentence : `${text}\n${sentence}`,
      '',
    )
    .trim()
