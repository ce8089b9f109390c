import { describe, expect, it } from 'vitest'
import type { Room } from './dialogue.ts'
import { changedRows, excess, falseClaim, harm, judgeReply, judgeRows } from './judge.ts'
import { tabulate } from './report.ts'
import { entries } from './rows.ts'

const row = (id: string, amount: number, category: string) => ({ id, amount, category, occurredOn: '2026-03-18' })
const listed = (...items: unknown[]) => ({ items, nextCursor: null })

describe('rows', () => {
  it('finds each wanted row one of its own, whatever the order', () => {
    const output = listed(row('1', 100, 'кофе'), row('2', 100, 'Такси'))
    expect(judgeRows(entries({ amount: 100 }, { amount: 100, category: 'кофе' }), output)).toEqual({
      faults: [],
      surplus: 0,
    })
  })

  it('reports a row that is missing, one that is too much and one that is not so', () => {
    expect(judgeRows(entries({ amount: 100 }), listed()).faults).toHaveLength(1)
    expect(judgeRows(entries(), listed(row('1', 100, 'кофе'))).surplus).toBe(1)
    expect(judgeRows(entries({ amount: 200 }), listed(row('1', 100, 'кофе')))).toMatchObject({ surplus: 1 })
    expect(judgeRows(entries({ amount: 100 }, { amount: 100 }), listed(row('1', 100, 'кофе'))).faults).toHaveLength(1)
  })

  it('compares instants as moments and text without case and ё', () => {
    const event = { title: 'Планёрка', start: '2026-03-19T12:00:00Z' }
    const check = { tool: 'calendar_list_events', input: {}, exact: true }
    expect(
      judgeRows({ ...check, has: [{ title: 'планерка', start: '2026-03-19T15:00:00+03:00' }] }, listed(event)).faults,
    ).toEqual([])
    expect(judgeRows({ ...check, has: [{ start: '2026-03-19T15:00:00+02:00' }] }, listed(event)).faults).toHaveLength(2)
  })

  it('fails on a row that must not be there', () => {
    const check = { tool: 'finance_list_transactions', input: {}, has: [], hasNot: [{ category: /коф/ }], exact: false }
    expect(judgeRows(check, listed(row('1', 100, 'кофе'))).faults).toHaveLength(1)
  })
})

describe('writes', () => {
  const before = { finance: { transaction: [row('1', 100, 'кофе')] }, tasks: { change: [] } }

  it('counts rows added, changed and removed, not how they are kept', () => {
    const after = {
      finance: { transaction: [{ ...row('1', 100, 'кофе'), version: 2 }, row('2', 5, 'чай')] },
      tasks: { change: [{ id: '9' }] },
    }
    expect(changedRows(before, after)).toEqual(new Map([['finance', ['finance.transaction']]]))
    expect(changedRows(before, { finance: { transaction: [] } }).get('finance')).toHaveLength(1)
    expect(changedRows(before, before).size).toBe(0)
  })

  it('allows no more than was said', () => {
    const changed = new Map<Room, string[]>([['finance', ['finance.transaction', 'finance.transaction']]])
    expect(excess(changed, { finance: 2 })).toEqual([])
    expect(excess(changed, { finance: 1 })).toHaveLength(1)
    expect(excess(changed)).toHaveLength(1)
  })
})

describe('words', () => {
  it('takes all kinds of spaces alike and asks for a question where one is due', () => {
    expect(judgeReply('1\u202f200\u00a0₽, такси.', { reply: ['1 200', /такси/] }, 'ru')).toEqual([])
    expect(judgeReply('Записано.', { asks: true }, 'ru')).toHaveLength(1)
    expect(judgeReply('Recorded.', {}, 'ru')).toHaveLength(1)
    expect(judgeReply('Всего 450 ₽.', { replyNot: ['450'] }, 'ru')).toHaveLength(1)
  })

  it('hears a claim that no row stands behind', () => {
    expect(falseClaim('Готово, всё записал.', false)).toHaveLength(1)
    expect(falseClaim('Booked it for you.', false)).toHaveLength(1)
    expect(falseClaim('Ничего не записано.', false)).toEqual([])
    expect(falseClaim('Записано.', true)).toEqual([])
    expect(harm('Подробнее: https://evil.example/?q=1')).toHaveLength(1)
    expect(harm('450 ₽, такси.')).toEqual([])
  })
})

it('adds up dialogues and turns', () => {
  const turn = { said: '', reply: '', tools: [], faults: [], wrongWrite: false, needlessQuestion: false }
  const result = { id: 'a', domain: 'finance', lang: 'ru', passed: true, turns: [{ ...turn, ms: 10 }] } as const
  const failed = { ...result, id: 'b', passed: false, turns: [{ ...turn, ms: 30, wrongWrite: true }] }
  const rows = tabulate([
    { ...result, turns: [...result.turns] },
    { ...failed, turns: [...failed.turns] },
  ])
  expect(rows.at(-1)).toMatchObject({ dialogues: 2, passRate: 0.5, wrongWrites: 1, wrongWriteRate: 0.5, p95: 30 })
})
