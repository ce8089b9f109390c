import type { ChatRequest, Reply, Script, WireMessage } from '../test/openai-server.ts'
import type { Call, RowRef } from './dialogue.ts'
import { fold } from './judge.ts'
import type { PromptedModel } from './play.ts'

/**
 * A model that always does the right thing: it plays what the turn says a perfect model would do, with the ids it finds
 * in what tools returned, as a model has to. What fails then is the code around the model.
 */
export const createPerfectModel = (): PromptedModel & { script: Script } => {
  let rounds: Round[] = []
  let replies = ''
  let hindrances = new Set<string>()

  const take = (request: ChatRequest): Reply => {
    const [next, ...later] = rounds
    if (!next) return { text: wentWell(request.messages) ? replies : '' }
    const missing = next.searched ? [] : lookupsFor(next.calls, request)
    if (missing.length > 0) {
      rounds = [{ ...next, searched: true }, ...later]
      return asked(missing, request)
    }
    rounds = later
    const calls = next.calls.flatMap((call) => resolved(call, request) ?? [])
    return calls.length > 0 ? asked(calls, request) : take(request)
  }
  const resolved = (call: Call, request: ChatRequest): Call | null => {
    const lost = refsIn(call.input).filter((ref) => idOf(ref, call.tool, request) === null)
    for (const { words } of lost) hindrances.add(`${call.tool}: no tool showed the row «${words}»`)
    return lost.length > 0 ? null : { ...call, input: withIds(call, request) }
  }
  const asked = (calls: readonly Call[], request: ChatRequest): Reply => {
    const offered = new Set((request.tools ?? []).map((tool) => tool.function.name))
    for (const { tool } of calls) if (!offered.has(tool)) hindrances.add(`${tool} was not offered to the model`)
    return { toolCalls: calls.map(({ tool, input }) => ({ name: tool, args: input })) }
  }

  return {
    prompt: (turn) => {
      rounds = [turn.looks ?? [], turn.calls ?? []]
        .filter((calls) => calls.length > 0)
        .map((calls) => ({ calls, searched: false }))
      replies = turn.replies ?? ''
      hindrances = new Set()
    },
    hindrances: () => [...hindrances],
    script: take,
  }
}

interface Round {
  calls: readonly Call[]
  /** The rows it names were looked for. */
  searched: boolean
}

const isRef = (value: unknown): value is RowRef => typeof value === 'object' && value !== null && 'words' in value
/** A row is named by itself or in a list, as `after` of a task does. */
const refsIn = (input: Record<string, unknown>): RowRef[] => Object.values(input).flat().filter(isRef)

/** `calendar_update_event` → `calendar_list_events`. */
const listToolOf = (tool: string): string => `${roomOf(tool)}_list_${tool.slice(tool.lastIndexOf('_') + 1)}s`
const roomOf = (tool: string): string => tool.slice(0, tool.indexOf('_'))

/** The lists that have to be read before all rows of these calls are known. */
const lookupsFor = (calls: readonly Call[], request: ChatRequest): Call[] => {
  const unknown = calls.filter((call) => refsIn(call.input).some((ref) => idOf(ref, call.tool, request) === null))
  return [...new Set(unknown.map((call) => LISTS[call.tool] ?? listToolOf(call.tool)))].map((tool) => ({
    tool,
    input: {},
  }))
}
/** Tools whose name does not end in the noun of their list. */
const LISTS: Readonly<Record<string, string>> = {
  memory_forget: 'memory_list_facts',
  reminders_skip_occurrence: 'reminders_list_reminders',
  finance_mark_bill_paid: 'finance_list_bills',
  health_update_entry: 'health_list_entries',
  health_delete_entry: 'health_list_entries',
  health_remove_safety_fact: 'health_get_safety_profile',
}

const withIds = (call: Call, request: ChatRequest): Record<string, unknown> => {
  const known = (value: unknown): unknown => (isRef(value) ? idOf(value, call.tool, request) : value)
  return Object.fromEntries(
    Object.entries(call.input).map(([name, value]) => [name, Array.isArray(value) ? value.map(known) : known(value)]),
  )
}

const GONE = new Set(['deleted', 'cancelled', 'split', 'superseded'])

/** The id of the row that holds the words, from the newest tool result of the room that shows one. */
const idOf = ({ words }: RowRef, tool: string, { messages }: ChatRequest): string | null => {
  const wanted = fold(words).split(' ')
  const names = namesOfCalls(messages)
  for (const { role, content, tool_call_id } of messages.toReversed()) {
    if (role !== 'tool' || roomOf(names.get(tool_call_id ?? '') ?? '') !== roomOf(tool)) continue
    const { output } = JSON.parse(content ?? '{}') as { output?: unknown }
    const found = rowsOf(output).find((each) => {
      const text = fold(JSON.stringify(each))
      return wanted.every((word) => text.includes(word))
    })
    if (found) return GONE.has(String(found.status)) ? null : found.id
  }
  return null
}

/** Whether all calls since the person spoke were done; what was not is told by the code. */
const wentWell = (messages: readonly WireMessage[]): boolean =>
  messages
    .slice(messages.findLastIndex(({ role }) => role === 'user'))
    .filter(({ role }) => role === 'tool')
    .every(({ content }) => (JSON.parse(content ?? '{}') as { status?: unknown }).status === 'ok')

const namesOfCalls = (messages: readonly WireMessage[]): Map<string, string> =>
  new Map(
    messages.flatMap(({ tool_calls }) => (tool_calls ?? []).map((call) => [call.id, call.function.name] as const)),
  )

interface Row {
  id: string
  status?: unknown
}
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/** The rows of a tool's output: those of a list, the parts of a whole, or the one it wrote. */
const rowsOf = (output: unknown): Row[] => {
  if (typeof output !== 'object' || output === null) return []
  const lists = Object.values(output).filter(Array.isArray)
  return [...lists.flat().filter(isRow), ...[output].filter(isRow)]
}
