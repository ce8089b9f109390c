import { beforeAll, describe, expect, it } from 'vitest'
import type { Planner } from './model.ts'
import { conversation, trainedPlanner } from './planner.fixture.ts'

// Rows of other lists that a request points to: the task to wait for, the accounts money goes between, the purchase a refund is of.

let planner: Planner
beforeAll(() => {
  planner = trainedPlanner()
})

const calls = (lang: 'ru' | 'en', given: readonly [tool: string, args: Record<string, unknown>][], text: string) => {
  const talk = conversation(planner, lang)
  const ids = given.map(([tool, args]) => String(talk.add(tool, args)['id']))
  const said = talk.say(text)
  return { ids, made: said.calls.filter(({ name }) => !name.includes('_list_')), said }
}
const task = (title: string): [string, Record<string, unknown>] => ['tasks_add_task', { title, status: 'open' }]

describe('a task that waits', () => {
  it.each([
    ['ru', 'добавь задачу покрасить стены, она после ошкуривания', 'Ошкурить стены'],
    ['ru', 'новая задача покрасить стены, только когда ошкурю их', 'Ошкурить стены'],
    ['ru', 'когда получу залог, надо выдать ключи, добавь задачу', 'Получить залог'],
    ['en', 'add a task to paint the walls after sanding them', 'Sand the walls'],
    ['en', 'add a task hang the wallpaper, blocked by level the walls', 'Level the walls'],
  ] as const)('%s: is added with what it waits for: %s', (lang, text, other) => {
    const { ids, made } = calls(lang, [task(other)], text)
    expect(made).toMatchObject([{ name: 'tasks_add_task', args: { after: ids } }])
  })

  it.each([
    [
      'ru',
      'подать на визу можно только после документов и фото',
      ['Собрать документы', 'Сделать фото', 'Подать на визу'],
    ],
    [
      'en',
      'signing the contract has to wait for the quote and the call',
      ['Get a quote', 'Call the lawyer', 'Sign the contract'],
    ],
  ] as const)('%s: one that is there gets what it waits for: %s', (lang, text, titles) => {
    const { ids, made } = calls(lang, titles.map(task), text)
    expect(made).toEqual([{ name: 'tasks_update_task', args: { id: ids[2], after: [ids[0], ids[1]] } }])
  })

  it.each([
    ['ru', 'добавь задачу купить хлеб после работы'],
    ['en', 'add a task to buy bread after work'],
    ['ru', 'добавь задачу покрасить стены после ремонта'],
  ] as const)('%s: a time of day or a task nobody knows is waited for by nothing: %s', (lang, text) => {
    const { made } = calls(lang, [task('Позвонить маме')], text)
    expect(made).toHaveLength(1)
    expect(made[0]).toMatchObject({ name: 'tasks_add_task' })
    expect(made[0]?.args).not.toHaveProperty('after')
  })
})

describe('money between own accounts', () => {
  const accounts: [string, Record<string, unknown>][] = [
    ['finance_add_account', { name: 'Карта', balance: 1 }],
    ['finance_add_account', { name: 'Вклад', balance: 1 }],
  ]
  it('goes from the one to the other', () => {
    const { ids, made } = calls('ru', accounts, 'перевёл 10000 с карты на вклад')
    expect(made).toMatchObject([
      {
        name: 'finance_add_transaction',
        args: { kind: 'transfer', amount: 1_000_000, accountId: ids[0], toAccountId: ids[1] },
      },
    ])
  })
  it('names no account that is not there', () => {
    const { made } = calls('ru', [], 'перевёл 10000 с карты на вклад')
    expect(made[0]?.args).not.toHaveProperty('accountId')
    expect(made[0]?.args).not.toHaveProperty('toAccountId')
  })
  it.each([
    ['ru', 'на карте 40000', 'finance_add_account', { name: 'карте', balance: 4_000_000 }],
    ['en', 'on my card 500', 'finance_add_account', { name: 'card', balance: 50_000 }],
  ] as const)('%s: what an account holds is no payment: %s', (lang, text, name, args) => {
    expect(calls(lang, [], text).made).toEqual([{ name, args }])
  })
})

describe('a refund', () => {
  const shoes: [string, Record<string, unknown>] = [
    'finance_add_transaction',
    { kind: 'expense', amount: 750_000, category: 'кроссовки', occurredOn: '2026-03-12' },
  ]
  it('lowers the purchase it is of', () => {
    const { ids, made } = calls('ru', [shoes], 'вернул кроссовки, мне вернули 7500')
    expect(made).toMatchObject([
      { name: 'finance_add_transaction', args: { amount: 750_000, refund: true, refundOf: ids[0] } },
    ])
    expect(made[0]?.args).not.toHaveProperty('category')
  })
  it.each(['мне вернули долг 5000', 'вернули налоговый вычет 13000'])('is no debt and no tax: %s', (text) => {
    expect(calls('ru', [shoes], text).made[0]?.args).not.toHaveProperty('refund')
  })
})
