import { HumanMessage } from '@langchain/core/messages'
import { expect, test } from 'vitest'
import { AppError } from '../core/errors.ts'
import { type Fault, type Reply, startOpenAiServer } from '../test/openai-server.ts'
import { createOpenAiChat, pingOpenAi } from './openai/chat.ts'

const TIMEOUT_MS = 300
const SECRET = 'потратил 450 на такси'
const TOOL = {
  type: 'function',
  function: { name: 'finance_add_transaction', description: 'Adds.', parameters: { type: 'object', properties: {} } },
}
const GOOD: Reply = { text: 'Записал 450 ₽ на такси.' }
const CALL: Reply = { toolCalls: [{ name: 'finance_add_transaction', args: { amount: 45000, category: 'такси' } }] }

/** Asks a server that gives these replies in turn, the last one for ever. */
const ask = async (replies: Reply[], signal?: AbortSignal, sink?: (text: string) => void) => {
  const server = await startOpenAiServer((_, n) => replies[Math.min(n, replies.length - 1)] ?? {})
  const chat = createOpenAiChat({
    OPENAI_BASE_URL: server.url,
    OPENAI_API_KEY: 'key',
    CHAT_MODEL: 'scripted',
    MODEL_TIMEOUT_MS: TIMEOUT_MS,
  })
  const heard: string[] = []
  const configurable = { sink: sink ?? ((text: string) => heard.push(text)) }
  const options = { configurable, callbacks: [], ...(signal ? { signal } : {}) }
  const outcome = await chat
    .bindTools([TOOL])
    .invoke([new HumanMessage(SECRET)], options)
    .then(
      (answer) => ({ answer, error: undefined }),
      (error: unknown) => ({ answer: undefined, error }),
    )
    .finally(() => server.close())
  return { ...outcome, heard: heard.join(''), asked: server.requests.length }
}

const expectUnavailable = (error: unknown, key: string): AppError => {
  if (!(error instanceof AppError)) throw new Error(`not our error: ${error}`)
  expect(error).toMatchObject({ code: 'unavailable', key })
  // What the log keeps of it.
  expect(String(error.cause)).not.toContain(SECRET)
  expect(String(error.cause)).not.toContain('as scripted')
  return error
}

const PASSING: Fault[] = ['429', '500', '502', '503', 'stall', 'drop', 'broken-json', 'broken-args']

test.concurrent.each(PASSING)('%s, then an answer: the answer, once', async (fault) => {
  const { answer, heard, asked } = await ask([{ ...CALL, fault }, GOOD])
  expect(answer?.text).toBe(GOOD.text)
  expect(heard).toBe(GOOD.text)
  expect(asked).toBe(2)
})

test.concurrent.each<[Fault, string, number]>([
  ['429', 'models.unreachable', 3],
  ['500', 'models.unreachable', 3],
  ['502', 'models.unreachable', 3],
  ['503', 'models.unreachable', 3],
  ['drop', 'models.unreachable', 3],
  ['stall', 'models.unreachable', 2],
  ['broken-json', 'models.bad_answer', 2],
  ['broken-args', 'models.bad_answer', 2],
  ['400', 'models.unreachable', 1],
  ['401', 'models.unreachable', 1],
  ['404', 'models.unreachable', 1],
])('%s for ever: %s after %i requests, no call and no text', async (fault, key, requests) => {
  const { answer, error, heard, asked } = await ask([{ ...CALL, fault }])
  expect(answer).toBeUndefined()
  expectUnavailable(error, key)
  expect(heard).toBe('')
  expect(asked).toBe(requests)
})

test.concurrent.each<[Fault, string]>([
  ['drop', 'models.unreachable'],
  ['stall', 'models.unreachable'],
  ['broken-json', 'models.bad_answer'],
  ['broken-args', 'models.bad_answer'],
])('%s after text has left is not repeated', async (fault, key) => {
  const text = 'Записал. Теперь посчитаю остальное и скажу, сколько вышло всего за эту неделю.'
  const { error, heard, asked } = await ask([{ ...CALL, text, fault, perTokenMs: 5 }, GOOD])
  expectUnavailable(error, key)
  expect(heard).toMatch(/^Записал\./u)
  expect(text.startsWith(heard)).toBe(true)
  expect(asked).toBe(1)
})

test.concurrent('causes say what to check', async () => {
  expect(String(expectUnavailable((await ask([{ fault: '401' }])).error, 'models.unreachable').cause)).toMatch(
    /401.*OPENAI_API_KEY/u,
  )
  expect(String(expectUnavailable((await ask([{ fault: '404' }])).error, 'models.unreachable').cause)).toMatch(
    /404.*CHAT_MODEL/u,
  )
})

test.concurrent('Retry-After is waited for', async () => {
  const startedAt = performance.now()
  const { answer } = await ask([{ fault: '429', retryAfter: 1 }, GOOD])
  expect(answer?.text).toBe(GOOD.text)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1_000)
})

test.concurrent('a Retry-After over 10 seconds is passed on instead', async () => {
  const { error, asked } = await ask([{ fault: '429', retryAfter: 60 }, GOOD])
  expect(expectUnavailable(error, 'models.unreachable').retryAfter).toBe(60)
  expect(asked).toBe(1)
})

test.concurrent('nobody there', async () => {
  const server = await startOpenAiServer(() => GOOD)
  await server.close()
  const config = { OPENAI_BASE_URL: server.url, CHAT_MODEL: 'scripted', MODEL_TIMEOUT_MS: TIMEOUT_MS }
  const asked = createOpenAiChat(config).invoke(SECRET, { configurable: { sink: () => undefined } })
  expectUnavailable(await asked.catch((error: unknown) => error), 'models.unreachable')
  expect(await pingOpenAi(config)).toBe(false)
})

test.concurrent('a turn that is given up stops at once, also while it waits to ask again', async () => {
  for (const fault of ['stall', '500'] as const) {
    const { error, asked } = await ask([{ fault }], AbortSignal.timeout(100))
    expect(error).toMatchObject({ name: 'TimeoutError' })
    expect(asked).toBe(1)
  }
})

test.concurrent('an error of the sink is not the server’s', async () => {
  const { error, asked } = await ask([GOOD], undefined, () => {
    throw new AppError('refused', 'guardrails.refused')
  })
  expect(error).toMatchObject({ code: 'refused' })
  expect(asked).toBe(1)
})
