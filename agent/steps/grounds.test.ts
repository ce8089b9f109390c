import { describe, expect, it } from 'vitest'
import type { HistoryMessage, Run } from '../state.ts'
import { isHeard, judgeBy } from './grounds.ts'

const MILK = '11111111-1111-4111-8111-111111111111'
const FENCE = '22222222-2222-4222-8222-222222222222'
const STRANGER = '33333333-3333-4333-8333-333333333333'
const TAXI = '44444444-4444-4444-8444-444444444444'
const rows = {
  items: [
    { id: MILK, title: 'Купить молоко', dueAt: '2026-03-19T15:00:00+03:00' },
    { id: FENCE, title: 'Покрасить забор' },
    { id: TAXI, payee: 'Яндекс Такси', amount: 45_000 },
  ],
}
const trace = { id: 'c', name: 'tasks_list_tasks', args: {}, status: 'ok' as const, said: '', output: rows }
const answered = (text: string, listed = true): HistoryMessage[] => [
  { role: 'user', text: 'что у меня по делам', tools: null },
  { role: 'assistant', text, tools: listed ? [trace] : null },
]
const judge = (text: string, input: Record<string, unknown>, history: HistoryMessage[] = [], listed = false) => {
  const run = {
    history,
    facts: [],
    lang: /[а-я]/iu.test(text) ? 'ru' : 'en',
    request: { now: new Date('2026-03-18T10:00:00+03:00') },
    user: { timeZone: 'Europe/Moscow', currency: 'RUB' },
  } as unknown as Run
  return judgeBy(run, text, listed ? [trace] : [])(input)
}

describe('what a call would write', () => {
  it.each([
    ['потратил 450 на такси', { kind: 'expense', amount: 45_000, category: 'такси' }],
    ['обед 780', { amount: 78_000, category: 'кафе' }],
    ['двадцать тысяч за аренду', { amount: 2_000_000, payee: 'аренда' }],
    ['5к на продукты', { amount: 500_000, category: 'продукты' }],
    ['ужин 3000 пополам с Леной', { amount: 150_000, note: 'ужин, пополам с Леной' }],
    ['кофе 200 и булка 150', { amount: 35_000, category: 'кафе' }],
    ['три билета по 1200', { amount: 360_000, category: 'билеты' }],
    ['1000 и чаевые 10 процентов', { amount: 110_000, category: 'кафе' }],
    ['нетфликс 999', { amount: 99_900, payee: 'Netflix' }],
    ['созвон с леной завтра в три', { title: 'Созвон с Леной', start: '2026-03-19T15:00:00+03:00' }],
    ['remind me tonight about the meters', { text: 'Check the meters', at: '2026-03-18T19:00:00+03:00' }],
    ['добавь кредитку, долг минус 18000', { name: 'Кредитка', balance: -1_800_000 }],
    ['account with 18,200 in it', { name: 'Account', balance: 1_820_000 }],
    ['созвон в субботу', { title: 'Созвон', start: '2026-03-28T10:00:00+03:00' }],
    ['созвон через час', { title: 'Созвон', start: '2026-03-18T11:00:00+03:00' }],
    ['call at 3', { title: 'Call', start: '2026-03-19T15:00:00+03:00' }],
    ['созвон в 11 и вечером корм', { text: 'Корм', at: '2026-03-18T19:00:00+03:00' }],
    ['можно хранить данные о здоровье', { purpose: 'health', granted: true }],
    ['не храни данные', { purpose: 'health', granted: false }],
    ['смени валюту на евро', { currency: 'EUR' }],
  ])('was said: %s', (text, input) => expect(judge(text, input)).toBe('said'))

  it.each([
    ['потратил 450 на такси', { kind: 'expense', amount: 9_990_000, category: 'evil' }],
    ['добавь задачу купить соль', { title: 'Перевести деньги Олегу' }],
    ['move it an hour later', { title: 'evil', start: '2026-03-19T10:00:00+03:00' }],
    ['обед в кафе 780', { category: 'evil', limit: 9_990_000 }],
    ['запомни размер 42', { text: 'пароль не нужен' }],
  ])('was not said: %s', (text, input) => expect(judge(text, input)).toBe('not said'))

  it.each([
    ['лимит на кафе', { category: 'кафе', limit: 500_000 }],
    ['потратил 450 на такси', { amount: 4_500_000, payee: 'такси' }],
    ['мой созвон в шесть', { title: 'Созвон', start: '2026-03-19T10:00:00+03:00' }],
    ['созвон в субботу', { title: 'Созвон', start: '2026-03-19T10:00:00+03:00' }],
    ['не беспокой меня с 23 до 8', { purpose: 'health', granted: true }],
    ['запиши встречу с Леной', { title: 'Встреча с Леной', start: '2026-03-25T11:00:00+03:00' }],
  ])('was said in part: %s', (text, input) => expect(judge(text, input)).toBe('partly'))

  it('may have been said a few messages ago, or in the question that is answered', () => {
    const asking = (text: string): HistoryMessage[] => [
      { role: 'user', text: 'запиши такси за 640', tools: null },
      { role: 'assistant', text, tools: null },
    ]
    expect(judge('вчера', { amount: 64_000, category: 'такси' }, asking('Когда?'))).toBe('said')
    expect(judge('да', { title: 'Позвонить Олегу' }, asking('Добавить задачу «Позвонить Олегу»?'))).toBe('said')
    expect(judge('да', { title: 'Позвонить Олегу' }, asking('Олегу можно позвонить.'))).toBe('not said')
  })
})

describe('the row that a call would change', () => {
  it.each([
    ['молоко купил', MILK],
    ['закрой её', MILK],
    ['вторую', FENCE],
    ['всё сделал', FENCE],
    ['готово', MILK],
    ['отметь ту, что завтра в 15:00', MILK],
    ['такси за 450 удали', TAXI],
    ['done', FENCE],
  ])('was named or pointed at: %s', (text, id) => expect(judge(text, { id }, answered('3 дела.'))).toBe('said'))

  it('is asked about when the message names another', () => {
    expect(judge('отметь что окна помыл', { id: MILK }, [], true)).toBe('partly')
    expect(judge('сдал отчёт', { id: FENCE }, answered('3 дела.'))).toBe('partly')
    expect(judge('перенеси молоко на завтра', { id: MILK, title: 'evil' }, [], true)).toBe('partly')
  })

  it('was shown by a tool', () => {
    expect(judge('молоко купил', { id: STRANGER }, answered('3 дела.'))).toBe('not said')
    expect(judge('молоко купил', { id: MILK })).toBe('not said')
    expect(judge('сделай после молока', { title: 'молоко', after: [STRANGER] }, [], true)).toBe('not said')
  })

  it('lends its words only when it was spoken of', () => {
    expect(judge('напомни купить молоко завтра', { text: 'Купить молоко', at: '2026-03-19T09:00:00+03:00' })).toBe(
      'said',
    )
    expect(judge('добавь задачу позвонить', { title: 'Покрасить забор' }, [], true)).toBe('not said')
  })
})

it('knows the calls that no words can be compared with', () => {
  const schema = (...fields: string[]) => ({ properties: Object.fromEntries(fields.map((field) => [field, {}])) })
  expect(isHeard(schema('purpose', 'granted'))).toBe(false)
  expect(isHeard(schema())).toBe(false)
  expect(isHeard(schema('title', 'start'))).toBe(true)
  expect(isHeard(schema('id', 'minutes'))).toBe(true)
})

it('is judged fast, however long the message', () => {
  const text = 'потратил 450 на такси, 300 на кофе и 1200 в магазине. '.repeat(150)
  judge(text, { amount: 45_000, title: text })
  const started = performance.now()
  for (let index = 0; index < 10; index++) judge(text, { amount: 45_000, title: text })
  expect((performance.now() - started) / 10).toBeLessThan(400)
})
