import type { ToolCall, UsageMetadata } from '@langchain/core/messages'
import { newId } from '../../core/ids.ts'
import { AttemptFailure, badAnswer, errorCodes } from './failure.ts'

export interface Answer {
  text: string
  toolCalls: ToolCall[]
  usage: UsageMetadata | undefined
  model: string | undefined
  finishReason: string | undefined
}

export interface AnswerBuilder {
  /** Takes the JSON of one `chat.completion.chunk`, of a whole `chat.completion`, or `[DONE]`. Throws `AttemptFailure`. */
  take(json: string): void
  /** The answer when it is complete; throws `AttemptFailure` when it was cut off or a call cannot be read. */
  finish(): Answer
}

type Fields = Record<string, unknown>
interface PartialCall {
  index: number | undefined
  id: string
  name: string
  args: string
}

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const countOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The value of a JSON text; undefined when it is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const usageOf = (usage: Fields): UsageMetadata => {
  const input = countOf(usage['prompt_tokens'])
  const output = countOf(usage['completion_tokens'])
  const cached = countOf(fieldsOf(usage['prompt_tokens_details'])?.['cached_tokens'])
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: countOf(usage['total_tokens']) || input + output,
    ...(cached > 0 ? { input_token_details: { cache_read: cached } } : {}),
  }
}

/**
 * Which call a piece belongs to. Pieces carry an index; some servers leave it out and send a call whole, others send every call
 * whole under index 0: then a new id, or a name without an index, begins a new call.
 */
const callFor = (calls: PartialCall[], index: number | undefined, id: string, name: string): PartialCall => {
  const last = index === undefined ? calls.at(-1) : calls.findLast((call) => call.index === index)
  const begins =
    last === undefined ||
    (id !== '' && last.id !== '' && id !== last.id) ||
    (index === undefined && name !== '' && last.name !== '')
  if (!begins) return last
  const call = { index, id: '', name: '', args: '' }
  calls.push(call)
  return call
}

const toolCallOf = ({ id, name, args }: PartialCall, taken: Set<string>): ToolCall => {
  if (name === '') throw badAnswer('a tool call has no name')
  const parsed = args.trim() === '' ? {} : fieldsOf(parseJson(args))
  if (!parsed) throw badAnswer(`the arguments of ${name.slice(0, 64)} are not a JSON object`)
  // Effects are told apart by the id of their call, and some servers number calls anew in every answer.
  const own = id !== '' && !taken.has(id) ? id : newId()
  taken.add(own)
  return { type: 'tool_call', id: own, name, args: parsed }
}

/**
 * Puts an answer together from its pieces. `onText` gets text as it comes; `takenIds` are ids of calls already made in this turn.
 * Wire format: OpenAI API reference, "Chat Completions", streaming.
 */
export const createAnswer = (onText: (text: string) => void, takenIds: Iterable<string>): AnswerBuilder => {
  const calls: PartialCall[] = []
  let text = ''
  let usage: UsageMetadata | undefined
  let model: string | undefined
  let finishReason: string | undefined
  let done = false

  const takeCall = (piece: Fields): void => {
    const id = textOf(piece['id'])
    const given = fieldsOf(piece['function']) ?? {}
    const name = textOf(given['name'])
    const call = callFor(calls, typeof piece['index'] === 'number' ? piece['index'] : undefined, id, name)
    if (call.id === '') call.id = id
    // The name comes once; servers that repeat it do so whole.
    if (call.name === '') call.name = name
    const args = given['arguments']
    call.args += typeof args === 'object' && args !== null ? JSON.stringify(args) : textOf(args)
  }

  return {
    take(json) {
      if (json === '[DONE]') {
        done = true
        return
      }
      const chunk = fieldsOf(parseJson(json))
      if (!chunk) throw badAnswer('a piece of the answer is not a JSON object')
      if (chunk['error']) {
        const codes = errorCodes(chunk)
        throw new AttemptFailure('unreachable', `the model server broke off with an error (${codes.join(', ')})`)
      }
      model ??= textOf(chunk['model']) || undefined
      const counts = fieldsOf(chunk['usage'])
      if (counts) usage = usageOf(counts)
      const choice = fieldsOf(listOf(chunk['choices'])[0])
      if (!choice) return
      finishReason = textOf(choice['finish_reason']) || finishReason
      const delta = fieldsOf(choice['delta']) ?? fieldsOf(choice['message'])
      if (!delta) return
      const added = textOf(delta['content'])
      if (added !== '') {
        text += added
        onText(added)
      }
      for (const piece of listOf(delta['tool_calls'])) takeCall(fieldsOf(piece) ?? {})
    },
    finish() {
      if (!done && finishReason === undefined)
        throw new AttemptFailure('unreachable', 'the answer ended before it was complete')
      if (calls.length > 0 && finishReason === 'length')
        throw badAnswer('the tool calls were cut off by the token limit')
      const taken = new Set(takenIds)
      return { text, toolCalls: calls.map((call) => toolCallOf(call, taken)), usage, model, finishReason }
    },
  }
}
