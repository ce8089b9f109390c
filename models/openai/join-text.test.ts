import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTextJoiner } from './join-text.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const joined = () => {
  const heard: string[] = []
  const joiner = createTextJoiner((text) => heard.push(text))
  const arrive = (text: string): void => {
    joiner.add(text)
    joiner.settle()
  }
  return { heard, joiner, arrive }
}

test('the first piece leaves at once, the next ones together', () => {
  const { heard, arrive } = joined()
  arrive('Это')
  expect(heard).toEqual(['Это'])
  arrive(' за')
  vi.advanceTimersByTime(8)
  arrive(' март')
  expect(heard).toHaveLength(1)
  vi.advanceTimersByTime(20)
  expect(heard).toEqual(['Это', ' за март'])
})

test('the end of a sentence does not wait', () => {
  const { heard, arrive } = joined()
  arrive('Всего')
  arrive(' 450 ₽.')
  expect(heard).toEqual(['Всего', ' 450 ₽.'])
})

test('what is dropped never leaves, what is left leaves at the end', () => {
  const { heard, arrive, joiner } = joined()
  joiner.add('брошено')
  joiner.drop()
  expect(joiner.handedOver).toBe(false)
  arrive('а')
  arrive('б')
  joiner.end()
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['а', 'б'])
  expect(joiner.handedOver).toBe(true)
})

test('an error of the sink comes out at the end, not from a timer', () => {
  const error = new Error('closed')
  let calls = 0
  const joiner = createTextJoiner(() => {
    calls += 1
    if (calls > 1) throw error
  })
  for (const text of ['а', 'б']) {
    joiner.add(text)
    joiner.settle()
  }
  vi.advanceTimersByTime(100)
  expect(() => joiner.end()).toThrow(error)
})
