import { SystemMessage, ToolMessage } from '@langchain/core/messages'
import { openGate } from '../../guardrails/exit-gate.ts'
import { denies } from '../../guardrails/undone.ts'
import type { ToolTrace } from '../contract.ts'
import { type Run, render, type State } from '../state.ts'
import { questionOf } from './pending.ts'

/** A model's text on its way out: whole sentences leave as soon as the gate has cleared them. */
export interface OpenReply {
  /** The next piece of streamed text. */
  push(text: string): void
  /** The whole text, for models that do not stream: says what was not pushed yet and closes the gate. */
  end(whole: string): void
}

export const openReply = (run: Run, state: State, restore: ((text: string) => string) | undefined): OpenReply => {
  const gate = openGate({
    lang: run.lang,
    claims: run.deps.doneClaims,
    names: run.deps.names,
    committed:
      run.taken.some((trace) => trace.status === 'ok') ||
      state.traces.some((trace) => trace.status === 'ok' && isWrite(run, trace)),
    undone: undoneOf(run, state).map(({ args }) => args),
    own: [run.request.message ?? '', ...run.history.map((message) => message.text)],
    rows: [...rowsOf(state), contextOf(state), ...run.taken.map((trace) => JSON.stringify(trace.output ?? null))],
    fixed: [...run.taken, ...state.traces].map((trace) => trace.said),
    instructions: run.instructions(state.allowed),
  })
  let pushed = ''
  const leave = (sentences: readonly string[]): void => {
    for (const sentence of sentences) {
      const text = restore ? restore(sentence) : sentence
      run.said.push(text)
      run.sink({ type: 'token', data: { turnId: run.answeringTurnId, text } })
    }
  }
  return {
    push(text) {
      pushed += text
      leave(gate.push(text))
    },
    end(whole) {
      if (pushed === '' && whole !== '') leave(gate.push(whole))
      leave(gate.end())
      if (gate.blocked.length === 0) return
      run.safety = {
        kind: run.safety.kind === 'none' ? 'refuse_part' : run.safety.kind,
        rules: [...run.safety.rules, ...gate.blocked],
      }
    },
  }
}

/** What tools returned, as the model saw it, and the arguments of calls that went through. */
const rowsOf = (state: State): string[] => [
  ...state.messages.filter((message) => message instanceof ToolMessage).map((message) => message.text),
  ...state.traces.filter((trace) => trace.status === 'ok').map((trace) => JSON.stringify(trace.args)),
]

/** Writes that were refused or failed, and did not go through when they were tried again. */
const undoneOf = (run: Run, state: State): ToolTrace[] =>
  state.traces.filter(
    (trace, at) =>
      (trace.status === 'refused' || trace.status === 'failed') &&
      isWrite(run, trace) &&
      !state.traces.slice(at).some((later) => later.name === trace.name && later.status === 'ok'),
  )

/** The part of the system prompt that may be said. */
const contextOf = (state: State): string => {
  const [first] = state.messages
  const prompt = first instanceof SystemMessage ? first.text : ''
  const at = prompt.lastIndexOf('<context>')
  return at < 0 ? '' : prompt.slice(at)
}

/** A model may have called a tool that does not exist. */
const isWrite = (run: Run, trace: ToolTrace): boolean => {
  const entry = run.deps.registry.entries.get(trace.name)
  return entry !== undefined && entry.tool.risk !== 'read'
}

/** What must still be said when the model has had its say: fixed text, results it left out, the open question, a failure. */
export const closingText = (run: Run, state: State): string[] => {
  if (state.fixed !== null && state.fixed !== undefined) return [state.fixed]
  const out: string[] = []
  const spoken = run.said.join(' ')
  const silent = run.said.length === 0
  const blocked = run.safety.kind === 'refuse_part'
  const results = (state.traces ?? []).filter((trace) => trace.said !== '' && trace.status !== 'pending')
  // What did not happen is told, unless the model denied it or asked: a lie without any word of doing ends in the truth.
  if (!silent && !blocked && !run.failure && !denies(spoken) && !spoken.includes('?'))
    for (const { said } of undoneOf(run, state)) if (said !== '' && !out.includes(said)) out.push(said)
  if (silent || blocked || run.failure) {
    const lines =
      silent && results.some((trace) => isWrite(run, trace) || trace.status !== 'ok')
        ? results.filter((trace) => isWrite(run, trace) || trace.status !== 'ok')
        : results
    for (const line of new Set(lines.map((trace) => trace.said))) if (!spoken.includes(line)) out.push(line)
  }
  if (run.pending && (state.calls ?? []).length === 0 && silent && out.length === 0)
    out.push(questionOf(run, run.pending))
  if (run.failure) out.push(render(run, { key: out.length > 0 ? 'agent.model_down_after' : 'agent.model_down' }))
  if (out.length === 0 && silent) out.push(render(run, { key: 'agent.nothing' }))
  return out
}
