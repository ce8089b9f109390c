import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pending } from '../contract.ts'
import { readDecision } from './read-decision.ts'

const pendingOf = (...summaries: string[]): Pending => ({
  id: 'p',
  expiresAt: '2026-03-18T10:30:00+03:00',
  actions: summaries.map((summary, index) => ({
    id: `a${index + 1}`,
    tool: 'calendar_cancel_event',
    args: {},
    summary,
  })),
})
const ONE = pendingOf('Удалить встречу «Созвон», завтра в 15:00?')
const THREE = pendingOf('Удалить «Созвон с Леной»?', 'Удалить «Зал»?', 'Удалить «Обед с мамой»?')
/** "+" approved, "-" rejected, in order; null is another message. */
const read = (text: string, pending = THREE): string | null =>
  readDecision(text, pending)
    ?.map((decision) => (decision.decision === 'approve' ? '+' : '-'))
    .join('') ?? null

describe('yes', () => {
  it.each([
    'да',
    'Да.',
    'ДА!',
    'да, удаляй',
    'ага',
    'угу',
    'конечно',
    'давай',
    'да пожалуйста',
    'подтверждаю',
    'хорошо',
    'ок',
    'окей',
    'да все',
    'да, все',
    'yes',
    'Yes please',
    'yep',
    'sure',
    'ok',
    'okay',
    'go ahead',
    'do it',
    'yes, delete them',
    'confirm',
  ])('%s', (text) => {
    expect(read(text, ONE)).toBe('+')
    expect(read(text)).toBe('+++')
  })
})

describe('no', () => {
  it.each([
    'нет',
    'Нет.',
    'не надо',
    'нет, не надо',
    'не удаляй',
    'отмена',
    'отмени',
    'передумала',
    'нет, я передумала',
    'нет, я уже передумал',
    'стоп',
    'нет спасибо',
    'no',
    'No thanks',
    'nope',
    'cancel',
    'never mind',
    "don't",
    'stop',
    'no, keep it',
  ])('%s', (text) => {
    expect(read(text, ONE)).toBe('-')
    expect(read(text)).toBe('---')
  })
})

describe('some of several', () => {
  it.each([
    ['только первую', '+--'],
    ['только 2', '-+-'],
    ['1 и 3', '+-+'],
    ['2', '-+-'],
    ['1, 2', '++-'],
    ['все кроме второй', '+-+'],
    ['да, кроме третьей', '++-'],
    ['да, только зал', '-+-'],
    ['только обед', '--+'],
    ['кроме созвона', '-++'],
    ['only the first', '+--'],
    ['all except 3', '++-'],
    ['just 2 and 3', '-++'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('another message', () => {
  it.each([
    'добавь встречу завтра в 10',
    'да завтра в 10 созвон',
    'нет времени на созвон, перенеси его',
    'давай завтра в 5',
    'хорошо бы ещё купить молоко',
    'а что завтра?',
    'only if it rains',
    'удали все задачи',
    'yes and add milk to the list',
    'no sugar coffee 300',
    'отмени зал в субботу',
    'только 7',
    'не 890, а 980',
    'первая встреча во сколько?',
    '',
  ])('%s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('a number is no answer to a single question', () => {
    expect(read('1', ONE)).toBeNull()
    expect(read('только первую', ONE)).toBeNull()
  })

  it('a word that all of them share names none', () => {
    expect(read('только удалить')).toBeNull()
  })

  it('property: a long message is never an answer, and every answer decides every action once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('да ', 'нет ', 'только ', '1 ', ''), (text, head) => {
        const message = head + text
        const answer = readDecision(message, THREE)
        if (message.trim().length > 120) expect(answer).toBeNull()
        if (answer) expect(answer.map((one) => one.actionId)).toEqual(['a1', 'a2', 'a3'])
      }),
    )
  })
})
