import type { AIMessage, BaseMessage, UsageMetadata } from '@langchain/core/messages'
import type { LangGraphRunnableConfig } from '@langchain/langgraph'
import { asAppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { MAX_CALLS, MAX_MODEL_CALLS } from '../../guardrails/limits.ts'
import { createVault } from '../../guardrails/privacy.ts'
import type { PlannedCall } from '../contract.ts'
import { render, runOf, type State } from '../state.ts'
import { openReply } from '../steps/check-reply.ts'
import { judgeGrounds } from '../steps/grounds.ts'
import { judge } from '../steps/judge.ts'

interface Invokable {
  invoke(
    messages: BaseMessage[],
    options: { configurable: { sink: (text: string) => void }; callbacks: [] },
  ): Promise<AIMessage>
}

/** Calls the model once. Its text leaves through the exit gate, sentence by sentence; its calls are only proposals. */
export const think = async (state: State, config: LangGraphRunnableConfig): Promise<Partial<State>> => {
  const run = runOf(config)
  if (run.usage.modelCalls >= MAX_MODEL_CALLS) return { calls: [] }
  run.usage.modelCalls += 1
  if (run.brain.external) run.vault ??= createVault()
  const vault = run.vault
  const reply = openReply(run, state, vault?.restore)
  const tools = state.allowed.map((name) => run.deps.registry.get(name).definition)
  const model: Invokable = run.brain.model.bindTools?.(tools) ?? run.brain.model
  let answer: AIMessage
  try {
    const sink = (text: string): void => reply.push(text)
    answer = await model.invoke(vault?.hide(state.messages) ?? state.messages, {
      configurable: { sink },
      callbacks: [],
    })
  } catch (error) {
    run.failure = asAppError(error)
    run.deps.log.warn(
      { turnId: run.turnId, code: run.failure.code, cause: String(run.failure.cause ?? error) },
      'model call failed',
    )
    return { calls: [] }
  }
  const usage = answer.usage_metadata as UsageMetadata | undefined
  run.usage.inputTokens += usage?.input_tokens ?? 0
  run.usage.outputTokens += usage?.output_tokens ?? 0
  const text = typeof answer.content === 'string' ? answer.content : answer.text
  // "вот выписка" asks for nothing beside the file: what code would decline is left unsaid.
  const speaks = run.taken.length === 0 || run.brain.external || state.traces.length > 0
  reply.end(speaks ? text : '')
  const calls = (answer.tool_calls ?? []).slice(0, MAX_CALLS - state.traces.length).map(
    (call): PlannedCall => ({
      id: call.id ?? newId(),
      name: call.name,
      args: vault ? (vault.restoreValue(call.args) as Record<string, unknown>) : call.args,
      state: 'proposed',
    }),
  )
  if ((answer.tool_calls?.length ?? 0) > calls.length)
    run.said.push(render(run, { key: 'agent.too_many_calls', params: { count: MAX_CALLS } }))
  if (run.brain.external) judgeGrounds(run, state, calls)
  const allowed = new Set(state.allowed)
  for (const call of calls) if (judge(run, call, allowed).kind === 'permit') call.state = 'permitted'
  return { calls, messages: [answer] }
}
