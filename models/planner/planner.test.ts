import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isReadByName } from './classifier/bands.ts'
import { TALKS } from './dialogues.fixture.ts'
import type { Planner } from './model.ts'
import { conversation, TOOLS, trainedPlanner } from './planner.fixture.ts'

let planner: Planner
beforeAll(async () => {
  planner = await trainedPlanner()
}, 60_000)

describe('a conversation in Russian', () => {
  it('records, corrects, asks back, moves, reminds, limits and undoes', () => {
    const { say } = conversation(planner, 'ru')
    expect(say('потратил 450 на такси и ещё 1200 в пятёрочке').calls).toEqual([
      { name: 'finance_add_transaction', args: { kind: 'expense', amount: 45000, category: 'такси' } },
      { name: 'finance_add_transaction', args: { kind: 'expense', amount: 120000, payee: 'пятёрочке' } },
    ])
    expect(say('ой, не 1200, а 1300').calls).toEqual([
      { name: 'finance_update_transaction', args: { id: 'finance-2', amount: 130000 } },
    ])
    expect(say('сколько я потратил сегодня?').calls).toEqual([
      { name: 'finance_summarise_spending', args: { from: '2026-03-18', to: '2026-03-18' } },
    ])
    expect(say('а вчера?').calls).toEqual([
      { name: 'finance_summarise_spending', args: { from: '2026-03-17', to: '2026-03-17' } },
    ])
    expect(say('поставь созвон с Леной завтра в три часа дня на полчаса').calls).toEqual([
      {
        name: 'calendar_add_event',
        args: { title: 'Созвон с Леной', start: '2026-03-19T15:00:00+03:00', durationMinutes: 30 },
      },
    ])
    expect(say('перенеси его на час позже').calls).toEqual([
      { name: 'calendar_update_event', args: { id: 'calendar-3', shiftMinutes: 60 } },
    ])
    expect(say('что у меня завтра?').calls).toEqual([
      { name: 'calendar_list_events', args: { from: '2026-03-19T00:00:00+03:00', to: '2026-03-20T00:00:00+03:00' } },
      { name: 'tasks_list_tasks', args: { dueOn: '2026-03-19' } },
    ])
    expect(say('напомни в пятницу оплатить интернет').calls).toEqual([
      { name: 'reminders_set_reminder', args: { text: 'оплатить интернет', at: '2026-03-20T09:00:00+03:00' } },
    ])
    expect(say('лимит на кафе 5000 в месяц').calls).toEqual([
      { name: 'finance_set_budget', args: { category: 'кафе', limit: 500000, period: 'month' } },
    ])
    expect(say('сколько осталось?').calls).toEqual([{ name: 'finance_get_budgets', args: { category: 'кафе' } }])
    expect(say('отмени').calls).toEqual([{ name: 'account_undo_last', args: {} }])
    expect(say('запомни: у меня аллергия на арахис').calls).toEqual([
      { name: 'memory_remember_fact', args: { text: 'у меня аллергия на арахис' } },
    ])
    expect(say('на что у меня аллергия?').calls[0]?.name).toBe('memory_search')
  })

  it('deletes every meeting of a week, and only those', () => {
    const { say, add } = conversation(planner, 'ru')
    add('calendar_add_event', { title: 'Планёрка', start: '2026-03-24T10:00:00+03:00' })
    add('calendar_add_event', { title: 'Созвон', start: '2026-03-27T10:00:00+03:00' })
    add('calendar_add_event', { title: 'Обед', start: '2026-04-02T13:00:00+03:00' })
    const { calls } = say('удали все встречи на следующей неделе')
    expect(calls.map((call) => [call.name, call.args['id']])).toEqual([
      ['calendar_list_events', undefined],
      ['calendar_cancel_event', 'calendar-1'],
      ['calendar_cancel_event', 'calendar-2'],
    ])
  })

  it('asks which row, once, and takes a number, a time or words for an answer', () => {
    for (const [answer, id] of [
      ['вторую', 'calendar-2'],
      ['2', 'calendar-2'],
      ['ту что в 11:00', 'calendar-1'],
      ['с Петей', 'calendar-2'],
    ] as const) {
      const { say, add } = conversation(planner, 'ru')
      add('calendar_add_event', { title: 'Созвон с Леной', start: '2026-03-19T11:00:00+03:00' })
      add('calendar_add_event', { title: 'Созвон с Петей', start: '2026-03-20T15:00:00+03:00' })
      const asked = say('отмени созвон')
      expect(asked.plan.question?.kind).toBe('row')
      expect(asked.text).toContain('1) Созвон с Леной')
      expect(say(answer).calls.at(-1)).toEqual({ name: 'calendar_cancel_event', args: { id } })
    }
  })

  it('finds the row that is meant by its words', () => {
    const { say, add } = conversation(planner, 'ru')
    add('tasks_add_task', { title: 'Отправить отчёт', status: 'open' })
    add('tasks_add_task', { title: 'Купить хлеб', status: 'open' })
    expect(say('выполнил задачу про отчёт').calls.at(-1)).toEqual({
      name: 'tasks_complete_task',
      args: { id: 'tasks-1' },
    })
  })

  it('says so when there is no such row and writes nothing', () => {
    const { say } = conversation(planner, 'ru')
    const { calls, text } = say('отмени созвон с юристом')
    expect(calls.filter((call) => !isReadByName(call.name))).toEqual([])
    expect(calls[0]?.name).toBe('calendar_list_events')
    expect(text).toContain('Не нахожу')
  })

  it('asks for a missing slot and remembers the rest', () => {
    const { say } = conversation(planner, 'ru')
    const asked = say('напомни позвонить маме')
    expect(asked.calls).toEqual([])
    expect(asked.text).toBe('Когда напомнить?')
    expect(say('завтра в семь вечера').calls).toEqual([
      { name: 'reminders_set_reminder', args: { text: 'позвонить маме', at: '2026-03-19T19:00:00+03:00' } },
    ])
  })

  it('drops the question when told so, and takes a new request instead of an answer', () => {
    const first = conversation(planner, 'ru')
    first.say('напомни позвонить маме')
    expect(first.say('не надо')).toMatchObject({ calls: [], text: 'Хорошо, не буду.' })
    const second = conversation(planner, 'ru')
    second.say('напомни позвонить маме')
    expect(second.say('сколько я потратил сегодня?').calls[0]?.name).toBe('finance_summarise_spending')
  })

  it('does not record impossible dates', () => {
    const { say } = conversation(planner, 'ru')
    const asked = say('поставь встречу 31 февраля в 5')
    expect(asked.calls).toEqual([])
    expect(asked.text).toContain('31 февраля')
    expect(say('5 апреля').calls).toEqual([
      { name: 'calendar_add_event', args: { title: 'Встреча', start: '2026-04-05T17:00:00+03:00' } },
    ])
  })

  it('reads several requests of one message', () => {
    const { say } = conversation(planner, 'ru')
    expect(say('450 такси, 1200 продукты, 300 кофе').calls.map((call) => call.args['amount'])).toEqual([
      45000, 120000, 30000,
    ])
    expect(say('поставь созвон с Юлей завтра в 3 и напомни за 15 минут').calls).toEqual([
      { name: 'calendar_add_event', args: { title: 'Созвон с Юлей', start: '2026-03-19T15:00:00+03:00' } },
      { name: 'reminders_set_reminder', args: { text: 'Созвон с Юлей', at: '2026-03-19T14:45:00+03:00' } },
    ])
  })

  it('corrects what was written last', () => {
    const { say } = conversation(planner, 'ru')
    say('потратил 700 на такси')
    expect(say('не такси, а автобус').calls).toEqual([
      { name: 'finance_update_transaction', args: { id: 'finance-1', category: 'автобус' } },
    ])
    expect(say('не сегодня, а вчера').calls).toEqual([
      { name: 'finance_update_transaction', args: { id: 'finance-1', occurredOn: '2026-03-17' } },
    ])
    say('поставь встречу завтра в 3')
    expect(say('нет, в четыре').calls).toEqual([
      { name: 'calendar_update_event', args: { id: 'calendar-2', time: '16:00' } },
    ])
  })

  it('writes nothing when told not to, for small talk, or for what others do', () => {
    const { say } = conversation(planner, 'ru')
    for (const text of [
      'не записывай это',
      'привет',
      'спасибо',
      'какая завтра погода',
      'мама потратила 300 на хлеб',
      '🙂',
      '   ',
      "'; drop table finance.transaction; --",
    ]) {
      const { calls, text: answer } = say(text)
      expect(
        calls.filter((call) => !isReadByName(call.name)),
        text,
      ).toEqual([])
      expect(answer, text).not.toBe('')
    }
  })
})

describe('a conversation in English', () => {
  it('records, corrects, asks back, moves, reminds, limits and undoes', () => {
    const { say } = conversation(planner, 'en')
    expect(say('spent 45 on taxi and another 120 at walmart').calls.map((call) => call.args['amount'])).toEqual([
      4500, 12000,
    ])
    expect(say('oops, not 120 but 130').calls).toEqual([
      { name: 'finance_update_transaction', args: { id: 'finance-2', amount: 13000 } },
    ])
    expect(say('how much did i spend today?').calls).toEqual([
      { name: 'finance_summarise_spending', args: { from: '2026-03-18', to: '2026-03-18' } },
    ])
    expect(say('and yesterday?').calls).toEqual([
      { name: 'finance_summarise_spending', args: { from: '2026-03-17', to: '2026-03-17' } },
    ])
    expect(say('schedule a call with Lena tomorrow at 3pm for half an hour').calls).toEqual([
      {
        name: 'calendar_add_event',
        args: { title: 'Call with Lena', start: '2026-03-19T15:00:00+03:00', durationMinutes: 30 },
      },
    ])
    expect(say('move it an hour later').calls).toEqual([
      { name: 'calendar_update_event', args: { id: 'calendar-3', shiftMinutes: 60 } },
    ])
    expect(say('remind me on friday to pay the internet bill').calls).toEqual([
      { name: 'reminders_set_reminder', args: { text: 'pay the internet bill', at: '2026-03-20T09:00:00+03:00' } },
    ])
    expect(say('cafe budget 500 a month').calls).toEqual([
      { name: 'finance_set_budget', args: { category: 'cafe', limit: 50000, period: 'month' } },
    ])
    expect(say('how much is left?').calls).toEqual([{ name: 'finance_get_budgets', args: { category: 'cafe' } }])
    expect(say('undo').calls).toEqual([{ name: 'account_undo_last', args: {} }])
    expect(say('remember that i am allergic to peanuts').calls).toEqual([
      { name: 'memory_remember_fact', args: { text: 'i am allergic to peanuts' } },
    ])
    expect(say('what am i allergic to?').calls[0]?.name).toBe('memory_search')
  })

  it('answers in the language of the message', () => {
    const { say } = conversation(planner, 'ru')
    expect(say('thanks').text).toBe('You are welcome.')
    expect(say('спасибо').text).toBe('Пожалуйста.')
  })
})

describe('a message in its conversation', () => {
  it.each(TALKS)('$rule ($lang)', ({ lang, given = [], lines }) => {
    const { say, add } = conversation(planner, lang)
    for (const [name, args] of given) add(name, args)
    for (const { says, writes = [], asks } of lines) {
      const { calls, plan } = say(says)
      const written = calls.filter((call) => !isReadByName(call.name)).map((call) => [call.name, call.args])
      expect(written, says).toEqual(writes)
      if (asks) expect(plan.question, says).toBeDefined()
    }
  })

  it('answers from a fact that holds all that is asked', () => {
    const context = { now: '2026-03-18T10:00:00+03:00', timeZone: 'Europe/Moscow', locale: 'ru-RU', currency: 'RUB' }
    const asked = (text: string, fact: string): string[] => {
      const system = new SystemMessage(`<context>${JSON.stringify({ ...context, facts: [fact] })}</context>`)
      return planner.plan({ messages: [system, new HumanMessage(text)], tools: TOOLS }).calls.map((call) => call.name)
    }
    expect(asked('где ключи от дачи?', 'ключи от дачи лежат у соседа (2026-03-01)')).toEqual(['memory_search'])
    expect(asked('how much does vic owe me?', 'Vic owes me 50 bucks (2026-03-01)')).toEqual(['memory_search'])
    expect(asked('сколько я потратил на такси?', 'я не люблю такси (2026-03-01)')).toEqual([
      'finance_summarise_spending',
    ])
  })
})

describe('as a chat model', () => {
  it('binds tools, returns tool calls, and gives its text to the sink', async () => {
    const sunk: string[] = []
    const system = new SystemMessage(
      '<context>{"now":"2026-03-18T10:00:00+03:00","timeZone":"Europe/Moscow","locale":"ru-RU","currency":"RUB"}</context>',
    )
    const model = planner.bindTools([...TOOLS] as Parameters<Planner['bindTools']>[0])
    const called = await model.invoke([system, new HumanMessage('450 на такси')])
    expect(called.tool_calls?.[0]).toMatchObject({ name: 'finance_add_transaction', args: { amount: 45000 } })
    const said = await model.invoke([system, new HumanMessage('спасибо')], {
      configurable: { sink: (text: string) => sunk.push(text) },
    })
    expect(said.text).toBe('Пожалуйста.')
    expect(sunk).toEqual(['Пожалуйста.'])
  })

  it('never throws and never writes without a bound tool, whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { minLength: 1, maxLength: 3 }), (lines) => {
        const messages = lines.flatMap((line) => [new HumanMessage(line), new AIMessage('Когда?')])
        messages.pop()
        expect(planner.plan({ messages, tools: [] }).calls).toEqual([])
        planner.plan({ messages, tools: TOOLS })
      }),
      { numRuns: 150 },
    )
  })
})
