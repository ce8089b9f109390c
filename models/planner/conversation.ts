import { type AIMessage, type BaseMessage, isAIMessage, isHumanMessage, isToolMessage } from '@langchain/core/messages'
import type { PersonContext } from './types.ts'

export interface Result {
  status: string
  said: string
  output: unknown
}

/** A tool call of the conversation with what came of it; no result yet while it waits. */
export interface Done {
  id: string
  name: string
  args: Readonly<Record<string, unknown>>
  result?: Result
}

/** One message of the person, the calls it led to and what was answered. */
export interface Turn {
  user: string
  calls: Done[]
  answer: string
}

export interface Conversation {
  context: PersonContext
  /** Oldest first; the last one is being planned. */
  turns: Turn[]
}

const textOf = (message: BaseMessage): string => {
  if (typeof message.content === 'string') return message.content
  return message.content
    .map((part) => (part.type === 'text' && typeof part.text === 'string' ? part.text : ''))
    .join('')
}

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const stringOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback

/** JSON of a prompt or a tool; null when it is not JSON (another program's tool message may be plain text). */
const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const CONTEXT = /<context>([\s\S]*?)<\/context>/u

/** The person's situation from the system prompt; sensible values when the prompt carries none. */
const contextOf = (messages: readonly BaseMessage[]): PersonContext => {
  const system = messages.find((message) => message.type === 'system')
  const found = system ? CONTEXT.exec(textOf(system))?.[1] : undefined
  const given = asRecord(found === undefined ? null : jsonOrNull(found))
  const now = new Date(stringOr(given['now'], ''))
  return {
    now: Number.isNaN(now.getTime()) ? new Date(0) : now,
    timeZone: stringOr(given['timeZone'], 'UTC'),
    locale: stringOr(given['locale'], 'en'),
    currency: stringOr(given['currency'], 'USD'),
    displayName: typeof given['displayName'] === 'string' ? given['displayName'] : null,
    facts: Array.isArray(given['facts']) ? given['facts'].filter((fact) => typeof fact === 'string') : [],
  }
}

const resultOf = (content: string): Result => {
  const parsed = jsonOrNull(content)
  if (parsed === null) return { status: 'ok', said: content, output: null }
  const given = asRecord(parsed)
  return { status: stringOr(given['status'], 'ok'), said: stringOr(given['said'], ''), output: given['output'] ?? null }
}

const addAnswer = (turn: Turn, message: AIMessage): void => {
  for (const call of message.tool_calls ?? []) {
    turn.calls.push({ id: call.id ?? '', name: call.name, args: asRecord(call.args) })
  }
  const text = textOf(message).trim()
  if (text !== '') turn.answer = turn.answer === '' ? text : `${turn.answer}\n${text}`
}

/** The messages a model gets, as turns. Everything before the first message of the person is dropped. */
export const conversationOf = (messages: readonly BaseMessage[]): Conversation => {
  const turns: Turn[] = []
  for (const message of messages) {
    if (isHumanMessage(message)) {
      turns.push({ user: textOf(message), calls: [], answer: '' })
      continue
    }
    const turn = turns.at(-1)
    if (!turn) continue
    if (isAIMessage(message)) addAnswer(turn, message)
    else if (isToolMessage(message)) {
      const call = turn.calls.find((done) => done.id === message.tool_call_id && done.result === undefined)
      if (call) call.result = resultOf(textOf(message))
    }
  }
  return { context: contextOf(messages), turns }
}
