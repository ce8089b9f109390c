import { expect, test } from 'vitest'
import { createAnswer } from './answer.ts'

const answerOf = (chunks: unknown[], taken: string[] = []) => {
  const heard: string[] = []
  const answer = createAnswer((text) => heard.push(text), taken)
  for (const chunk of chunks) answer.take(typeof chunk === 'string' ? chunk : JSON.stringify(chunk))
  return { ...answer.finish(), heard }
}
const delta = (given: object, finish_reason: string | null = null) => ({
  model: 'm',
  choices: [{ index: 0, delta: given, finish_reason }],
})
const calls = (...tool_calls: object[]) => delta({ tool_calls })

test('text, the model and usage of the last piece', () => {
  const answer = answerOf([
    delta({ role: 'assistant', content: null }),
    delta({ content: 'При' }),
    delta({ content: 'вет' }),
    delta({}, 'stop'),
    {
      choices: [],
      usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11, prompt_tokens_details: { cached_tokens: 4 } },
    },
    '[DONE]',
  ])
  expect(answer).toMatchObject({ text: 'Привет', heard: ['При', 'вет'], model: 'm', finishReason: 'stop' })
  expect(answer.usage).toEqual({
    input_tokens: 9,
    output_tokens: 2,
    total_tokens: 11,
    input_token_details: { cache_read: 4 },
  })
})

test('parallel calls whose arguments come in turns', () => {
  const answer = answerOf([
    calls({ index: 0, id: 'a', function: { name: 'one', arguments: '' } }),
    calls({ index: 1, id: 'b', function: { name: 'two', arguments: '{"x"' } }),
    calls({ index: 0, function: { arguments: '{"y":' } }, { index: 1, function: { arguments: ':1}' } }),
    calls({ index: 0, function: { arguments: '2}' } }),
    delta({}, 'tool_calls'),
  ])
  expect(answer.toolCalls).toEqual([
    { type: 'tool_call', id: 'a', name: 'one', args: { y: 2 } },
    { type: 'tool_call', id: 'b', name: 'two', args: { x: 1 } },
  ])
})

test('whole calls under one index, without an index, with arguments as an object', () => {
  const whole = (name: string, more: object = {}) => ({ ...more, function: { name, arguments: '{"n":1}' } })
  const names = (...chunks: object[]) => answerOf([...chunks, '[DONE]']).toolCalls.map((call) => call.name)
  expect(names(calls(whole('one', { index: 0, id: 'a' })), calls(whole('two', { index: 0, id: 'b' })))).toEqual([
    'one',
    'two',
  ])
  expect(names(calls(whole('one'), whole('two')))).toEqual(['one', 'two'])
  const [call] = answerOf([
    calls({ index: 0, id: 'a', function: { name: 'one', arguments: { n: 1 } } }),
    '[DONE]',
  ]).toolCalls
  expect(call?.args).toEqual({ n: 1 })
})

test('a whole answer from a server that does not stream', () => {
  const tool_calls = [{ id: 'a', type: 'function', function: { name: 'one', arguments: '{}' } }]
  const whole = { model: 'm', choices: [{ message: { content: 'Да.', tool_calls }, finish_reason: 'tool_calls' }] }
  expect(answerOf([whole])).toMatchObject({
    text: 'Да.',
    heard: ['Да.'],
    toolCalls: [{ id: 'a', name: 'one', args: {} }],
  })
})

test('a call without arguments gets none', () => {
  const [call] = answerOf([calls({ index: 0, id: 'a', function: { name: 'one' } }), '[DONE]']).toolCalls
  expect(call?.args).toEqual({})
})

test('every call has an id of its own, also against calls of this turn', () => {
  const { toolCalls } = answerOf(
    [
      calls(
        { index: 0, id: 'call_0', function: { name: 'one' } },
        { index: 1, function: { name: 'two' } },
        {
          index: 2,
          id: 'new',
          function: { name: 'three' },
        },
      ),
      '[DONE]',
    ],
    ['call_0'],
  )
  const ids = toolCalls.map((call) => call.id)
  expect(ids[2]).toBe('new')
  expect(new Set([...ids, 'call_0', undefined, '']).size).toBe(6)
})

test.each([
  ['not JSON', ['{"choices":['], 'bad_answer'],
  ['not an object', ['[]'], 'bad_answer'],
  [
    'arguments cut off',
    [calls({ index: 0, id: 'a', function: { name: 'one', arguments: '{"x":' } }), '[DONE]'],
    'bad_answer',
  ],
  [
    'arguments that are a list',
    [calls({ index: 0, id: 'a', function: { name: 'one', arguments: '[1]' } }), '[DONE]'],
    'bad_answer',
  ],
  ['a call without a name', [calls({ index: 0, id: 'a', function: { arguments: '{}' } }), '[DONE]'], 'bad_answer'],
  [
    'calls cut off by the token limit',
    [calls({ index: 0, id: 'a', function: { name: 'one' } }), delta({}, 'length')],
    'bad_answer',
  ],
  ['no end', [delta({ content: 'Записал' })], 'unreachable'],
  ['nothing', [], 'unreachable'],
  ['an error in the stream', [delta({ content: 'a' }), { error: { message: 'overloaded', code: 503 } }], 'unreachable'],
])('%s is a failure', (_, chunks, kind) => {
  expect(() => answerOf(chunks)).toThrow(expect.objectContaining({ kind }))
})
