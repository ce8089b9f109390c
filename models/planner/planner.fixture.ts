import { readFileSync } from 'node:fs'
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { z } from 'zod'
import { Messages } from '../../core/messages.ts'
import { account } from '../../domains/account/index.ts'
import { calendar } from '../../domains/calendar/index.ts'
import { finance } from '../../domains/finance/index.ts'
import { health } from '../../domains/health/index.ts'
import { home } from '../../domains/home/index.ts'
import { nutrition } from '../../domains/nutrition/index.ts'
import { reminders } from '../../domains/reminders/index.ts'
import { tasks } from '../../domains/tasks/index.ts'
import { workouts } from '../../domains/workouts/index.ts'
import { createMemory } from '../../memory/index.ts'
import type { Tool } from '../../tools/contract.ts'
import { phraseFolders } from './classifier/folders.ts'
import { loadPhrases } from './classifier/phrases.ts'
import { readLearnt } from './learnt.ts'
import { createPlanner, type Planner } from './model.ts'
import type { Plan } from './types.ts'

// A planner as the product trains it, the schemas of the real tools, and a world of rows that answers its calls.

const asJson = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const bound = (tool: Tool): unknown => ({
  type: 'function',
  function: {
    name: tool.name,
    description: tool.description,
    parameters: z.toJSONSchema(tool.input, { io: 'input', unrepresentable: 'any' }),
  },
})

const nothing = { undone: [], notUndone: [] }
const person = account({
  undoLast: async () => nothing,
  exportAll: async () => ({}),
  eraseAll: async () => ({}),
  explain: async () => null,
} as unknown as Parameters<typeof account>[0])
const memory = createMemory({} as Parameters<typeof createMemory>[0])

export const TOOLS: readonly unknown[] = [
  finance,
  calendar,
  tasks,
  reminders,
  health,
  home,
  nutrition,
  workouts,
  person,
  memory,
]
  .flatMap((domain) => domain.tools)
  .map(bound)
export const PHRASES = loadPhrases(phraseFolders(new URL('../../', import.meta.url)))
export const MESSAGES = new Messages({ ru: asJson('../messages.ru.json'), en: asJson('../messages.en.json') })

export const trainedPlanner = (): Planner => {
  const { classifier, tagger } = readLearnt()
  return createPlanner({ classifier, tagger, messages: MESSAGES, namesIn: nutrition.names ?? (() => []) })
}

export interface Made {
  name: string
  args: Record<string, unknown>
}
export interface Said {
  text: string
  /** Every call of the turn, lists that were looked up included. */
  calls: Made[]
  plan: Plan
}

/** A conversation with a planner; `say` runs one turn to its end, tools answering from rows kept here. */
export const conversation = (planner: Planner, lang: 'ru' | 'en', tools: readonly unknown[] = TOOLS) => {
  const context = {
    now: '2026-03-18T10:00:00+03:00',
    timeZone: 'Europe/Moscow',
    locale: lang === 'ru' ? 'ru-RU' : 'en-US',
    currency: lang === 'ru' ? 'RUB' : 'USD',
    displayName: 'Аня',
  }
  const messages: BaseMessage[] = []
  const rows: Record<string, Record<string, unknown>[]> = {}
  let made = 0
  const kept = (name: string): Record<string, unknown>[] => {
    const domain = name.split('_')[0] ?? ''
    rows[domain] ??= []
    return rows[domain]
  }
  const add = (name: string, args: Record<string, unknown>): Record<string, unknown> => {
    made++
    const row = {
      id: `${name.split('_')[0]}-${made}`,
      status: 'active',
      currency: context.currency,
      createdAt: String(1000 + made),
      ...args,
    }
    kept(name).push(row)
    return row
  }
  const run = (name: string, args: Record<string, unknown>): unknown => {
    if (/_(?:list|search)_|_search$/.test(name)) return { items: kept(name), nextCursor: null }
    if (/_(?:add|set|remember)_/.test(name))
      return add(name, name.startsWith('reminders') ? { nextAt: args['at'], ...args } : args)
    const row = kept(name).find((one) => one['id'] === args['id'])
    return row ? Object.assign(row, args) : { args }
  }
  const say = (text: string): Said => {
    // What was remembered is recalled, as the agent does for every turn.
    const facts = (rows['memory'] ?? []).map((row) => row['text'])
    messages[0] = new SystemMessage(`<context>${JSON.stringify({ ...context, facts })}</context>`)
    messages.push(new HumanMessage(text))
    const calls: Made[] = []
    for (let step = 0; step < 5; step++) {
      const plan = planner.plan({ messages, tools })
      messages.push(
        new AIMessage({ content: plan.text, tool_calls: plan.calls.map((call) => ({ ...call, type: 'tool_call' })) }),
      )
      if (plan.calls.length === 0) return { text: plan.text, calls, plan }
      for (const { id, name, args } of plan.calls) {
        calls.push({ name, args })
        const content = JSON.stringify({ status: 'ok', said: `${name}.`, output: run(name, args) })
        messages.push(new ToolMessage({ tool_call_id: id, content }))
      }
    }
    throw new Error(`no end to "${text}"`)
  }
  return { say, add, messages }
}
