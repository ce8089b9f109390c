import { beforeAll, describe, expect, it } from 'vitest'
import { readLearnt } from './learnt.ts'
import { createPlanner, type Planner } from './model.ts'
import { conversation, type Made, MESSAGES, trainedPlanner } from './planner.fixture.ts'

// Single messages and every call they make: what a second clause, a list or a reason must not add or lose.

let planner: Planner
beforeAll(() => {
  planner = trainedPlanner()
})

const spent = (amount: number, more: Record<string, unknown> = {}): Made => ({
  name: 'finance_add_transaction',
  args: { kind: 'expense', amount, ...more },
})
const task = (title: string, more: Record<string, unknown> = {}): Made => ({
  name: 'tasks_add_task',
  args: { title, ...more },
})

const RU: readonly (readonly [string, readonly Made[]])[] = [
  ['добавь задачу купить молоко, яйца и хлеб', [task('Купить молоко, яйца и хлеб')]],
  ['купить молоко, яйца и хлеб завтра', [task('Купить молоко, яйца и хлеб', { dueAt: '2026-03-19T09:00:00+03:00' })]],
  ['так, сверло 190, запиши в расходы', [spent(19_000, { category: 'сверло' })]],
  [
    'родилась я 12 июля 1948 года, запиши в анкету',
    [{ name: 'account_update_profile', args: { birthDate: '1948-07-12' } }],
  ],
  [
    'на внуков отвожу 3000 в месяц, запиши как бюджет',
    [{ name: 'finance_set_budget', args: { category: 'внуков', limit: 300_000, period: 'month' } }],
  ],
  [
    'мне вчера заплатили 35 тысяч за дизайн',
    [
      {
        name: 'finance_add_transaction',
        args: { kind: 'income', amount: 3_500_000, category: 'дизайн', occurredOn: '2026-03-17' },
      },
    ],
  ],
  [
    'перекинул 20 тысяч на вклад',
    [
      { name: 'finance_list_accounts', args: { limit: 100 } },
      { name: 'finance_add_transaction', args: { kind: 'transfer', amount: 2_000_000 } },
    ],
  ],
  ['сколько осталось на продукты до конца месяца', [{ name: 'finance_get_budgets', args: { category: 'продукты' } }]],
  [
    'уменьши лимит на шашлыки с 5000 до 3500',
    [{ name: 'finance_set_budget', args: { category: 'шашлыки', limit: 350_000 } }],
  ],
  [
    'напоминания на субботу и воскресенье',
    [{ name: 'reminders_list_reminders', args: { from: '2026-03-21', to: '2026-03-22' } }],
  ],
  [
    'ложусь в одиннадцать, встаю в семь, поставь время сна',
    [{ name: 'account_update_profile', args: { sleepWindow: { start: '23:00', end: '07:00' } } }],
  ],
]

const PROFILE = 'account_update_profile'
const EN: readonly (readonly [string, readonly Made[]])[] = [
  ['add milk, eggs and bread to my tasks', [task('Milk, eggs and bread')]],
  ['hsa is at 1,540, set the balance', [{ name: 'finance_add_account', args: { name: 'hsa', balance: 154_000 } }]],
  [
    'add my apple card, debt of 515.75',
    [{ name: 'finance_add_account', args: { name: 'apple card', balance: -51_575 } }],
  ],
  [
    'lunch with sam at 1',
    [{ name: 'calendar_add_event', args: { title: 'Lunch with sam', start: '2026-03-18T13:00:00+03:00' } }],
  ],
  ['karaoke 33 last night', [spent(3300, { category: 'karaoke', occurredOn: '2026-03-17' })]],
  ['the second one', []],
  [
    'i go to bed at 11 and get up at 6:30, set my sleep hours',
    [{ name: PROFILE, args: { sleepWindow: { start: '23:00', end: '06:30' } } }],
  ],
  [
    'i work from 9 to 5, sleep from 11pm to 7',
    [
      {
        name: PROFILE,
        args: { workHours: { start: '09:00', end: '17:00' }, sleepWindow: { start: '23:00', end: '07:00' } },
      },
    ],
  ],
]

describe.each([
  ['ru', RU],
  ['en', EN],
] as const)('a message in %s', (lang, cases) => {
  it.each(cases)('%s', (text, calls) => {
    expect(conversation(planner, lang).say(text).calls).toEqual(calls)
  })
})

describe('a request that is likely and not sure', () => {
  const unsure = (): Planner => {
    const scores = [
      { tool: 'tasks_add_task', score: 0.6 },
      { tool: '@outofscope', score: 0.35 },
    ]
    const { tagger } = readLearnt()
    const classifier = { classes: scores.map(({ tool }) => tool), classify: () => scores, judge: () => scores }
    return createPlanner({ classifier, tagger, messages: MESSAGES })
  }

  it('is asked about, and done on yes', () => {
    const talk = conversation(unsure(), 'ru')
    const asked = talk.say('полив фикуса')
    expect(asked.calls).toEqual([])
    expect(asked.text).toBe('Завести задачу. Правильно понимаю?')
    expect(talk.say('да').calls).toEqual([task('Полив фикуса')])
  })

  it('is dropped on no', () => {
    const talk = conversation(unsure(), 'ru')
    talk.say('полив фикуса')
    expect(talk.say('нет').calls).toEqual([])
  })
})

it('a question is no answer to what a profile should hold', () => {
  const talk = conversation(planner, 'en')
  expect(talk.say('update my profile').calls).toEqual([])
  expect(talk.say('who won the game last night').calls).toEqual([])
})
