import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseOf } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { contentOf, contentOffsets } from './content.ts'
import { conversationOf } from './conversation.ts'
import { correctionOf } from './correction.ts'
import { chooseRows } from './reference.ts'
import { beforeIn } from './slots/before.ts'
import { STRIP } from './slots/strips.ts'
import { repairCommands, repairOpening } from './spelling.ts'
import { goldLabels } from './tagger/gold.ts'
import { tokensOf } from './tagger/tokens.ts'
import { Toolbox, toolSchemaOf } from './tool-schema.ts'
import type { PersonContext } from './types.ts'
import { withoutLeadIn } from './words.ts'

const RU: PersonContext = {
  now: new Date('2026-03-18T10:00:00+03:00'),
  timeZone: 'Europe/Moscow',
  locale: 'ru-RU',
  currency: 'RUB',
  displayName: null,
}

describe('clauses', () => {
  it.each([
    ['потратил 450 на такси и ещё 1200 в пятёрочке', ['потратил 450 на такси', '1200 в пятёрочке']],
    ['450 такси, 1200 продукты, 300 кофе', ['450 такси', '1200 продукты', '300 кофе']],
    ['напомни купить хлеб и молоко', ['напомни купить хлеб и молоко']],
    ['добавь задачу позвонить маме и папе', ['добавь задачу позвонить маме и папе']],
    ['запомни: люблю чай и не люблю кофе', ['запомни: люблю чай и не люблю кофе']],
    ['поставь созвон завтра в 3 и напомни за 15 минут', ['поставь созвон завтра в 3', 'напомни за 15 минут']],
    ['задача помыть машину больше не нужна, удали', ['задача помыть машину больше не нужна, удали']],
    ['раздели её на 300 кофе и 150 десерт', ['раздели её на 300 кофе и 150 десерт']],
    [
      'напомни завтра в 9 про совещание и в 18 забрать ребёнка',
      ['напомни завтра в 9 про совещание', 'напомни 2026-03-19 в 18 забрать ребёнка'],
    ],
    ['завтра в 11 созвон с димой, в пятницу в 18 спортзал', ['завтра в 11 созвон с димой', 'в пятницу в 18 спортзал']],
    ['созвон завтра в 10, лучше в 11', ['созвон завтра в 10, лучше в 11']],
    ['что у меня завтра в 10 и в пятницу в 5?', ['что у меня завтра в 10 и в пятницу в 5?']],
    [
      'задачи на завтра: купить хлеб и молоко, помыть пол',
      ['задача на завтра: купить хлеб и молоко', 'задача на завтра: помыть пол'],
    ],
    ['запомни: я пью чай и добавь задачу купить мёд', ['запомни: я пью чай', 'добавь задачу купить мёд']],
    ['добавь задачу купить мёд и запомни что я пью чай', ['добавь задачу купить мёд', 'запомни что я пью чай']],
    ['мой рост 182, вес 79 кг', ['мой рост 182, вес 79 кг']],
  ])('%s', (text, expected) => {
    expect(clausesOf(text, 'ru', RU).map((clause) => clause.text)).toEqual(expected)
  })
})

describe('corrections', () => {
  it.each([
    ['ой, не 1200, а 1300', { old: '1200', next: '1300' }],
    ['i meant 15 not 50', { old: '50', next: '15' }],
    ['нет, в четыре', { next: 'в четыре', wasMoney: false, bare: true }],
    ['это было кафе', { next: 'кафе', wasMoney: true }],
    ['сколько я потратил', undefined],
    ['поставь встречу завтра', undefined],
  ])('%s', (text, expected) => {
    expect(correctionOf(text)).toEqual(expected)
  })
})

describe('how long before', () => {
  it.each([
    ['напомни за час до стоматолога', 'ru', { minutes: 60, rest: 'стоматолога' }],
    ['напомни за день', 'ru', { minutes: 1440, rest: '' }],
    ['и напомни про прораба за полчаса', 'ru', { minutes: 30, rest: 'прораба' }],
    ['remind me an hour before the dentist', 'en', { minutes: 60, rest: 'dentist' }],
    ['remind me about the builder two days ahead', 'en', { minutes: 2880, rest: 'builder' }],
    ['напомни в три про стоматолога', 'ru', undefined],
  ] as const)('%s', (text, lang, expected) => {
    expect(beforeIn(text, lang, RU)).toEqual(expected)
  })
})

describe('words before a request', () => {
  it.each([
    ['ладно, задача: вынести мусор', 'задача: вынести мусор'],
    ['ok, so, show my tasks', 'show my tasks'],
    ['всё вынести мусор', 'всё вынести мусор'],
    ['ок', 'ок'],
    ['спасибо', 'спасибо'],
  ])('%s', (text, rest) => {
    expect(withoutLeadIn(text)).toBe(rest)
  })
})

describe('content', () => {
  it('peels command words off both ends and nothing else', () => {
    const clause = clauseOf('пожалуйста добавь задачу купить хлеб и молоко в список дел', 'ru', RU)
    expect(contentOf(clause, clause.mentions, STRIP.task)).toBe('купить хлеб и молоко')
  })

  it('keeps only characters of the clause, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const clause = clauseOf(text, 'en', RU)
        for (const at of contentOffsets(clause, clause.mentions, STRIP.row)) expect(at).toBeLessThan(text.length)
      }),
    )
  })
})

describe('spelling', () => {
  it.each([
    ['пернеси спортзал на субооту', 'перенеси спортзал на субботу'],
    ['mvoe the gym to saterday', 'move the gym to saturday'],
    ['завтрак с мамой', 'завтрак с мамой'],
    ['Мойсе позвонить', 'Мойсе позвонить'],
  ])('opening: %s', (typed, meant) => {
    expect(repairOpening(typed)).toBe(meant)
  })

  it.each([
    ['delte the task', 'delete the task'],
    ['отмнеи встречу', 'отмени встречу'],
    ['купить мишку', 'купить мишку'],
    ['удалил задачу', 'удалил задачу'],
  ])('%s', (typed, meant) => {
    expect(repairCommands(typed)).toBe(meant)
  })
})

describe('rows meant by words', () => {
  const rows = [
    { id: 'a', title: 'Созвон с Леной', start: '2026-03-19T11:00:00+03:00' },
    { id: 'b', title: 'Созвон с Петей', start: '2026-03-20T15:00:00+03:00' },
    { id: 'c', title: 'Планёрка', start: '2026-03-19T15:00:00+03:00', status: 'cancelled' },
  ]
  it.each([
    [{ words: 'созвоне с леной' }, ['a']],
    [{ words: 'созвон' }, ['a', 'b']],
    [{ words: 'созвон', date: '2026-03-20' }, ['b']],
    [{ words: 'созвон', time: '15:00' }, ['b']],
    [{ words: 'планёрка' }, []],
    [{ words: '@all', from: '2026-03-19', to: '2026-03-19' }, ['a']],
    [{ words: 'юрист' }, []],
  ])('%j', (ref, expected) => {
    expect(chooseRows(rows, ref, RU).map((row) => row.id)).toEqual(expected)
  })

  it('takes one row for the occurrences of a series, the next one', () => {
    const series = ['17', '18', '19'].map((day) => ({
      id: `s${day}`,
      seriesId: 's',
      title: 'Планёрка',
      start: `2026-03-${day}T12:00:00+03:00`,
    }))
    expect(chooseRows(series, { words: 'планёрку' }, RU).map((row) => row.id)).toEqual(['s18'])
  })
})

describe('what the tagger learns from', () => {
  it('marks the words of each field and the times that fill it', () => {
    const text = 'напомни завтра в 8 утра выпить таблетку'
    const clause = clauseOf(text, 'ru', RU)
    const tokens = tokensOf(clause, 'reminders_set_reminder')
    const labels = goldLabels(text, tokens, { text: 'выпить таблетку', at: '2026-03-19T08:00:00+03:00' }, RU)
    expect(labels).toEqual(['O', 'at', 'text', 'text'])
  })
})

describe('what the planner is given', () => {
  it('reads turns, results and the context of the prompt', () => {
    const { turns, context } = conversationOf([
      new SystemMessage(
        'You are… <context>{"now":"2026-03-18T10:00:00+03:00","timeZone":"Europe/Belgrade","locale":"ru-RU","currency":"RSD"}</context>',
      ),
      new HumanMessage('450 на такси'),
      new AIMessage({
        content: '',
        tool_calls: [{ id: '1', name: 'finance_add_transaction', args: { amount: 45000 }, type: 'tool_call' }],
      }),
      new ToolMessage({ tool_call_id: '1', content: '{"status":"ok","said":"Записано.","output":{"id":"a"}}' }),
      new AIMessage('Записано.'),
    ])
    expect(context).toMatchObject({ timeZone: 'Europe/Belgrade', currency: 'RSD' })
    expect(turns).toEqual([
      {
        user: '450 на такси',
        answer: 'Записано.',
        calls: [
          {
            id: '1',
            name: 'finance_add_transaction',
            args: { amount: 45000 },
            result: { status: 'ok', said: 'Записано.', output: { id: 'a' } },
          },
        ],
      },
    ])
  })

  it('finds the list that shows the rows of a tool it has never heard of', () => {
    const tool = (name: string, ...required: string[]) =>
      toolSchemaOf({
        function: {
          name,
          parameters: {
            properties: Object.fromEntries(required.map((field) => [field, { type: 'string' }])),
            required,
          },
        },
      })
    const tools = [tool('garden_water_plant', 'id'), tool('garden_list_plants'), tool('garden_list_beds')].flatMap(
      (one) => one ?? [],
    )
    const toolbox = new Toolbox(tools)
    expect(toolbox.needsRow('garden_water_plant')).toBe(true)
    expect(toolbox.listFor('garden_water_plant')).toBe('garden_list_plants')
  })
})
