import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages'
import type { HistoryMessage } from '../state.ts'

const MAX_ITEMS = 20

/** A tool's output as far as a later turn needs it: long lists are cut. */
export const compactOutput = (output: unknown): unknown => {
  if (output === null || typeof output !== 'object') return output ?? null
  return Object.fromEntries(
    Object.entries(output).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, MAX_ITEMS) : value]),
  )
}

/** The last messages as a model expects them, with the calls that were made and what they returned. */
export const historyMessages = (history: readonly HistoryMessage[]): BaseMessage[] =>
  history.flatMap((message): BaseMessage[] => {
    if (message.role === 'user') return [new HumanMessage(message.text)]
    const calls = (message.tools ?? []).filter((trace) => trace.status !== 'pending')
    if (calls.length === 0) return [new AIMessage(message.text)]
    return [
      new AIMessage({
        content: '',
        tool_calls: calls.map((trace) => ({
          id: trace.id,
          name: trace.name,
          args: trace.args,
          type: 'tool_call' as const,
        })),
      }),
      ...calls.map(
        (trace) =>
          new ToolMessage({
            tool_call_id: trace.id,
            name: trace.name,
            content: JSON.stringify({ status: trace.status, said: trace.said, output: trace.output ?? null }),
          }),
      ),
      new AIMessage(message.text),
    ]
  })
