import { describe, expect, it } from 'vitest'
import type { ChatRequest, WireMessage } from '../test/openai-server.ts'
import { row, type Turn } from './dialogue.ts'
import { createPerfectModel } from './perfect.ts'

const TOOLS = ['tasks_list_tasks', 'tasks_complete_task', 'calendar_list_events', 'calendar_add_event']
const request = (messages: WireMessage[], names = TOOLS): ChatRequest => ({
  model: 'm',
  messages,
  tools: names.map((name) => ({ type: 'function', function: { name } })),
})
const user = (content: string): WireMessage => ({ role: 'user', content })
const done = (name: string, output: unknown, status = 'ok'): WireMessage[] => [
  {
    role: 'assistant',
    content: '',
    tool_calls: [{ id: name, type: 'function', function: { name, arguments: '{}' } }],
  },
  { role: 'tool', tool_call_id: name, content: JSON.stringify({ status, said: '', output }) },
]
const modelFor = (turn: Omit<Turn, 'say' | 'expect'>) => {
  const model = createPerfectModel()
  model.prompt({ say: '', expect: {}, ...turn })
  return model
}
const WINDOWS = { id: 'a', title: 'Помыть окна', status: 'open' }
const BALCONY = { id: 'b', title: 'Разобрать балкон', status: 'open' }

describe('the perfect model', () => {
  it('looks up, acts, then speaks', () => {
    const model = modelFor({
      looks: [{ tool: 'calendar_list_events', input: {} }],
      calls: [{ tool: 'calendar_add_event', input: { title: 'Обед' } }],
      replies: 'Обед завтра.',
    })
    const said = request([user('поставь обед')])
    expect(model.script(said, 0)).toEqual({ toolCalls: [{ name: 'calendar_list_events', args: {} }] })
    expect(model.script(said, 1)).toEqual({ toolCalls: [{ name: 'calendar_add_event', args: { title: 'Обед' } }] })
    expect(model.script(said, 2)).toEqual({ text: 'Обед завтра.' })
    expect(model.hindrances()).toEqual([])
  })

  it('takes the id of a row from the conversation, or lists first', () => {
    const turn = { calls: [{ tool: 'tasks_complete_task', input: { id: row('окна') } }] }
    const list = done('tasks_list_tasks', { items: [BALCONY, WINDOWS] })
    const completed = { toolCalls: [{ name: 'tasks_complete_task', args: { id: 'a' } }] }
    expect(modelFor(turn).script(request([...list, user('окна помыл')]), 0)).toEqual(completed)
    const model = modelFor(turn)
    expect(model.script(request([user('окна помыл')]), 0)).toEqual({
      toolCalls: [{ name: 'tasks_list_tasks', args: {} }],
    })
    expect(model.script(request([user('окна помыл'), ...list]), 1)).toEqual(completed)
  })

  it('trusts the newest sight of a row and does not touch one that is gone', () => {
    const seen = [
      ...done('tasks_list_tasks', { items: [WINDOWS] }),
      ...done('tasks_delete_task', { ...WINDOWS, status: 'deleted' }),
    ]
    const model = modelFor({ calls: [{ tool: 'tasks_complete_task', input: { id: row('окна') } }] })
    model.script(request([...seen, user('окна помыл')]), 0)
    expect(model.script(request([...seen, user('окна помыл')]), 1)).toEqual({ text: '' })
    expect(model.hindrances()).toEqual(['tasks_complete_task: no tool showed the row «окна»'])
  })

  it('tells which tool it was not offered', () => {
    const model = modelFor({ calls: [{ tool: 'calendar_add_event', input: {} }] })
    model.script(request([user('поставь обед')], []), 0)
    expect(model.hindrances()).toEqual(['calendar_add_event was not offered to the model'])
  })

  it('claims nothing when a call was refused', () => {
    const model = modelFor({ replies: 'Готово.' })
    expect(model.script(request([user('окна помыл'), ...done('tasks_complete_task', null, 'refused')]), 0)).toEqual({
      text: '',
    })
  })
})
