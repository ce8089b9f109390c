import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../core/config.ts'
import type { User } from '../core/user.ts'
import { calendar } from '../domains/calendar/index.ts'
import { finance } from '../domains/finance/index.ts'
import { reminders } from '../domains/reminders/index.ts'
import { tasks } from '../domains/tasks/index.ts'
import { messageFolders } from '../test/harness/selection.ts'
import { perfectScript } from '../test/openai-scripts.ts'
import { type OpenAiServer, type Script, startOpenAiServer } from '../test/openai-server.ts'
import { loadMessages } from '../tools/catalog.ts'
import { createRegistry } from '../tools/registry.ts'
import { createBrains } from './index.ts'
import { Planner } from './planner/model.ts'

const TOOLS = [...createRegistry([finance, calendar, tasks, reminders]).entries.values()].map(
  (entry) => entry.definition,
)
const PERSON: User = {
  id: '0f0f0f0f-0000-4000-8000-000000000001',
  role: 'user',
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  country: 'RU',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: [],
}
const SYSTEM = (lang: 'ru' | 'en') =>
  new SystemMessage(
    `You are an assistant.\n\n<context>${JSON.stringify({
      now: '2026-03-18T10:00:00+03:00',
      timeZone: 'Europe/Moscow',
      locale: lang === 'ru' ? 'ru-RU' : 'en-GB',
      language: lang,
      currency: lang === 'ru' ? 'RUB' : 'USD',
      displayName: null,
    })}</context>`,
  )
const saying = (text: string, before: BaseMessage[] = []): BaseMessage[] => [
  SYSTEM(/\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en'),
  ...before,
  new HumanMessage(text),
]
const TWO = 'потратил 450 на такси и ещё 1200 в пятёрочке'
const REQUESTS = [
  TWO,
  'spent 12 on lunch',
  'поставь созвон с Леной завтра в три часа дня на полчаса',
  'напомни в пятницу оплатить интернет',
  'what do i have tomorrow',
  'добавь задачу купить молоко',
  'сколько я потратил сегодня?',
  'лимит на кафе 5000 в месяц',
]
const SMALL_TALK = ['привет', 'thanks']

let script: Script = () => ({})
let server: OpenAiServer
let brains: Awaited<ReturnType<typeof createBrains>>
let models: Record<'planner' | 'openai', BaseChatModel>
beforeAll(async () => {
  server = await startOpenAiServer((request, n) => script(request, n))
  const config = readConfig({ OPENAI_BASE_URL: server.url, CHAT_MODEL: 'scripted', MODEL_TIMEOUT_MS: '5000' })
  brains = await createBrains(config, loadMessages(messageFolders()))
  const planner = brains.brainFor(PERSON).model
  if (!(planner instanceof Planner)) throw new Error('the built-in planner is not the default')
  script = perfectScript(planner.plan)
  models = { planner, openai: brains.brainFor({ ...PERSON, consents: ['external_model'] }).model }
})
afterAll(() => server.close())

/** Calls a model as the agent does. */
const ask = async (model: BaseChatModel, messages: BaseMessage[], tools: object[] = TOOLS) => {
  const heard: string[] = []
  const configurable = { sink: (text: string) => heard.push(text) }
  const bound = model.bindTools?.(tools) ?? model
  const answer: AIMessage = await bound.invoke(messages, { configurable, callbacks: [] })
  return { answer, calls: answer.tool_calls ?? [], text: answer.text, heard: heard.join('') }
}

/** The turn goes on: its calls are answered as `tools/execute` would. */
const answered = (messages: BaseMessage[], answer: AIMessage): BaseMessage[] => [
  ...messages,
  answer,
  ...(answer.tool_calls ?? []).map(
    (call, index) =>
      new ToolMessage({
        tool_call_id: call.id ?? '',
        content: JSON.stringify({ status: 'ok', said: `Записано ${index + 1}.`, output: { id: `row-${index}` } }),
      }),
  ),
]

describe.each(['planner', 'openai'] as const)('%s', (name) => {
  const askIt = (messages: BaseMessage[], tools?: object[]) => ask(models[name], messages, tools)

  test.each(REQUESTS)('calls a bound tool with an object and an id: %s', async (request) => {
    const { answer, calls } = await askIt(saying(request))
    expect(answer.type).toBe('ai')
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) {
      expect(TOOLS.map((tool) => tool.function.name)).toContain(call.name)
      expect(call).toMatchObject({ type: 'tool_call', id: expect.stringMatching(/./u), args: expect.any(Object) })
    }
    expect(new Set(calls.map((call) => call.id)).size).toBe(calls.length)
  })

  test('two requests in one message are two calls at once', async () => {
    const { calls } = await askIt(saying(TWO))
    expect(calls.map((call) => [call.name, call.args['amount']])).toEqual([
      ['finance_add_transaction', 45000],
      ['finance_add_transaction', 120000],
    ])
  })

  test.each(SMALL_TALK)('small talk is text and nothing else, all of it through the sink: %s', async (words) => {
    const { calls, text, heard } = await askIt(saying(words))
    expect(calls).toEqual([])
    expect(text).not.toBe('')
    expect(heard).toBe(text)
  })

  test('results of its calls become text, and no call is repeated', async () => {
    const messages = saying(TWO)
    const { answer } = await askIt(messages)
    const { calls, text, heard } = await askIt(answered(messages, answer))
    expect(calls).toEqual([])
    expect(text).toContain('Записано 1.')
    expect(text).toContain('Записано 2.')
    expect(heard).toBe(text)
  })

  test('without tools it calls none and still answers', async () => {
    const { calls, text } = await askIt(saying(TWO), [])
    expect(calls).toEqual([])
    expect(text).not.toBe('')
  })

  test('tools are bound to one call, not to the model', async () => {
    await askIt(saying(TWO))
    const answer: AIMessage = await models[name].invoke(saying(TWO), { configurable: { sink: () => undefined } })
    expect(answer.tool_calls).toEqual([])
  })

  test('a long history changes nothing', async () => {
    const earlier = Array.from({ length: 50 }, (_, turn) => {
      const call = { type: 'tool_call' as const, id: `earlier_${turn}`, name: 'finance_add_transaction' }
      const asked = new HumanMessage(`потратил ${100 + turn} на кофе`)
      const made = new AIMessage({
        content: '',
        tool_calls: [{ ...call, args: { kind: 'expense', amount: 100 * (100 + turn) } }],
      })
      return [...answered([asked], made), new AIMessage('Записано.')]
    }).flat()
    const { calls } = await askIt(saying('потратил 450 на такси', earlier))
    expect(calls.map((call) => [call.name, call.args['amount']])).toEqual([['finance_add_transaction', 45000]])
  })

  test('works without a sink', async () => {
    const bound = models[name].bindTools?.(TOOLS) ?? models[name]
    const answer: AIMessage = await bound.invoke(saying(TWO))
    expect(answer.tool_calls).toHaveLength(2)
  })

  test('sixteen at once do not hear each other', async () => {
    const amounts = Array.from({ length: 16 }, (_, index) => 101 + index)
    const answers = await Promise.all(amounts.map((amount) => askIt(saying(`потратил ${amount} на такси`))))
    expect(answers.map(({ calls }) => calls[0]?.args['amount'])).toEqual(amounts.map((amount) => amount * 100))
  })
})

test.each([...REQUESTS, ...SMALL_TALK])('nothing is lost on the wire: %s', async (request) => {
  const [here, there] = [await ask(models.planner, saying(request)), await ask(models.openai, saying(request))]
  expect(there.calls).toEqual(here.calls)
  expect(there.text).toBe(here.text)
})

test('usage is what the server counted', async () => {
  const kept = script
  script = () => ({ text: 'Хорошо.', usage: { input: 321, output: 7 } })
  const { answer } = await ask(models.openai, saying('привет'))
  script = kept
  expect(answer.usage_metadata).toEqual({ input_tokens: 321, output_tokens: 7, total_tokens: 328 })
})

test('the server gets the tools, the messages and the wish for a stream with usage', async () => {
  await ask(models.openai, saying(TWO))
  const request = server.requests.at(-1)
  expect(request).toMatchObject({ model: 'scripted', stream: true, stream_options: { include_usage: true } })
  expect(request?.tools).toEqual(TOOLS)
  expect(request?.messages.map(({ role }) => role)).toEqual(['system', 'user'])
})

test('a call id the server gives out twice in a turn is replaced', async () => {
  const kept = script
  script = () => ({ toolCalls: [{ id: 'call_0', name: 'finance_add_transaction', args: {} }] })
  const messages = saying(TWO)
  const first = await ask(models.openai, messages)
  const second = await ask(models.openai, answered(messages, first.answer))
  const later = await ask(models.openai, [...answered(messages, first.answer), new HumanMessage(TWO)])
  script = kept
  expect(first.calls[0]?.id).toBe('call_0')
  expect(second.calls[0]?.id).toMatch(/^(?!call_0$)./u)
  expect(later.calls[0]?.id).toBe('call_0')
})

test('text goes to the external model only with consent, and the server is asked whether it answers', async () => {
  expect(brains.brainFor(PERSON).external).toBe(false)
  expect(brains.brainFor({ ...PERSON, consents: ['external_model'] }).external).toBe(true)
  expect(await brains.ready()).toBe(true)
})
