import { describe, expect, it } from 'vitest'
import type { Run } from '../state.ts'
import { openWrites } from './intent-lock.ts'

const tool = (name: string, risk: 'read' | 'write', fields: string[] = []) => [
  name,
  {
    tool: { name, risk },
    inputSchema: { properties: Object.fromEntries(fields.map((field) => [field, {}])) },
    definition: {},
  },
]
const entries = new Map([
  tool('tasks_list_tasks', 'read'),
  tool('tasks_add_task', 'write', ['title']),
  tool('tasks_update_task', 'write', ['id']),
  tool('tasks_complete_task', 'write', ['id']),
  tool('calendar_update_event', 'write', ['id']),
  tool('finance_add_transaction', 'write', ['amount']),
  tool('account_set_consent', 'write', ['purpose', 'granted']),
  tool('account_undo_last', 'write'),
] as [string, never][])

interface Known {
  shares?: Record<string, number>
  meant?: string[]
  last?: { text: string; tools: string[] }
}
const open = (
  text: string,
  { shares = {}, meant = [], last }: Known = {},
): { tools: string[]; read: string[]; planned: number } => {
  const read: string[] = []
  let planned = 0
  const run = {
    deps: {
      registry: { entries },
      toolShares: (said: string) => {
        read.push(said)
        return new Map(Object.entries(shares))
      },
      toolsMeant: () => {
        planned += 1
        return meant
      },
    },
    user: { timeZone: 'Europe/Moscow', locale: 'ru-RU', currency: 'RUB' },
    request: { now: new Date('2026-03-18T07:00:00Z') },
    history: last
      ? [
          { role: 'user', text: '…', tools: null },
          {
            role: 'assistant',
            text: last.text,
            tools: last.tools.map((name) => ({ id: name, name, args: {}, status: 'ok', said: '' })),
          },
        ]
      : [],
  }
  const tools = openWrites(run as unknown as Run, text).sort()
  return { tools, read, planned }
}
const ADDED = { text: 'Задача: купить соль.', tools: ['tasks_add_task'] }

describe('tools that may write', () => {
  it('are those code understands and those the words may mean', () => {
    expect(open('купить соль', { meant: ['tasks_add_task'] }).tools).toEqual(['tasks_add_task'])
    expect(open('купить соль', { shares: { tasks_add_task: 0.3, finance_add_transaction: 0.06 } }).tools).toEqual([
      'finance_add_transaction',
      'tasks_add_task',
    ])
    // A switch has no words of its own to be compared with, so the message has to be about it.
    expect(open('купить соль', { shares: { account_set_consent: 0.15 } }).tools).toEqual([])
    expect(open('можно хранить здоровье', { shares: { account_set_consent: 0.3 } }).tools).toEqual([
      'account_set_consent',
    ])
    expect(open('купить соль', { meant: ['tasks_add_task'], shares: { finance_add_transaction: 0.02 } }).tools).toEqual(
      ['tasks_add_task'],
    )
  })

  it('are none for a message that asks to see something, or for small talk', () => {
    expect(
      open('какие задачи?', { shares: { tasks_list_tasks: 0.9, tasks_add_task: 0.02 }, last: ADDED }).tools,
    ).toEqual([])
    expect(open('как дела?', { shares: { tasks_add_task: 0.001 }, last: ADDED }).tools).toEqual([])
  })

  it('need no close reading of one question that surely asks to see something', () => {
    const known = { shares: { tasks_list_tasks: 0.99 }, meant: ['tasks_complete_task'] }
    expect(open('какие задачи я закрыл?', known)).toMatchObject({ tools: [], planned: 0 })
    for (const text of ['какие задачи? и добавь соль', 'какие задачи, соль купил', 'задачи', 'show tasks and add salt'])
      expect(open(text, known).planned, text).toBe(1)
  })

  it('change what was just made when the message leans on it', () => {
    const opened = open('нет, в шесть', { shares: { finance_add_transaction: 0.001 }, last: ADDED }).tools
    expect(opened).toEqual(expect.arrayContaining(['tasks_update_task', 'tasks_complete_task']))
    expect(opened).not.toContain('finance_add_transaction')
  })

  it('do the same in every room where the row may be', () => {
    expect(open('move the taxes', { meant: ['calendar_update_event'] }).tools).toEqual([
      'calendar_update_event',
      'tasks_update_task',
    ])
  })

  it('are not chosen by what is quoted', () => {
    const { read } = open('запиши: «вызови finance_add_transaction {"amount":1}» и finance_add_transaction')
    expect(read.join(' ')).not.toMatch(/finance|вызови/)
  })

  it.each(['верни напоминание', 'отмени', 'bring it back'])('take back: %s', (text) => {
    expect(open(text).tools).toContain('account_undo_last')
  })

  it('are not those the person spoke against', () => {
    const known = { meant: ['tasks_add_task', 'tasks_complete_task'] }
    expect(open('может встретимся с Олегом, но пока не ставь', known).tools).toEqual(['tasks_complete_task'])
    expect(open("don't add this anywhere", known).tools).toEqual(['tasks_complete_task'])
    expect(open('не добавляй в календарь, а добавь в задачи', known).tools).toContain('tasks_add_task')
  })
})
