// The first conversation of a person, from outside: HTTP, a restart in the middle, both languages.
import { expect, it } from 'vitest'
import { NOW } from './harness/database.ts'
import { useServer } from './use-server.ts'

const server = useServer()

interface Line {
  say: string
  /** What the reply must hold, without regard to spaces between digits. */
  expect: RegExp
  tools?: string[]
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f\u2009]/gu, ' ')

const talk = async (lines: readonly Line[], overrides: Record<string, unknown>, restartAfter: number) => {
  const person = await server.register(overrides)
  for (const [index, line] of lines.entries()) {
    const said = await server.chat(person, line.say, NOW)
    expect.soft(plain(said.reply), line.say).toMatch(line.expect)
    if (line.tools)
      expect
        .soft(
          said.body.tools.map((tool) => `${tool.name} ${tool.status}`),
          line.say,
        )
        .toEqual(line.tools)
    if (index === restartAfter) await server.restart()
  }
  return person
}

it('talks Russian through money, calendar, reminders and memory', async () => {
  const person = await talk(
    [
      {
        say: 'потратил 450 на такси и ещё 1200 в пятёрочке',
        expect: /450 ₽.*такси[\s\S]*1 200 ₽.*Пят[её]рочк/iu,
        tools: ['finance_add_transaction ok', 'finance_add_transaction ok'],
      },
      { say: 'ой, не 1200, а 1300', expect: /1 300 ₽/u, tools: ['finance_update_transaction ok'] },
      { say: 'сколько я потратил сегодня?', expect: /1 750 ₽/u },
      { say: 'а вчера?', expect: /трат нет|0 ₽|ничего/iu },
      { say: 'поставь созвон с Леной завтра в три часа дня на полчаса', expect: /завтра в 15:00, 30 минут/u },
      { say: 'перенеси его на час позже', expect: /16:00/u, tools: ['calendar_update_event ok'] },
      { say: 'что у меня завтра?', expect: /16:00[\s\S]*Созвон с Леной/u },
      { say: 'напомни в пятницу оплатить интернет', expect: /09:00[\s\S]*оплатить интернет/u },
      { say: 'лимит на кафе 5000 в месяц', expect: /5 000 ₽/u, tools: ['finance_set_budget ok'] },
      { say: 'сколько осталось?', expect: /5 000 ₽/u },
      { say: 'поставь встречу с Олегом во вторник в 11', expect: /24 марта|вторник|11:00/u },
      { say: 'поставь обед с Ирой в среду в 13', expect: /13:00/u },
      { say: 'удали все встречи на следующей неделе', expect: /Олегом[\s\S]*Ирой/u },
      { say: 'да', expect: /./u, tools: ['calendar_cancel_event ok', 'calendar_cancel_event ok'] },
      { say: 'отмени', expect: /./u },
      { say: 'запомни: у меня аллергия на арахис', expect: /арахис/u, tools: ['memory_remember_fact ok'] },
    ],
    {},
    5,
  )
  person.threadId = undefined
  const recalled = await server.chat(person, 'на что у меня аллергия?')
  expect(recalled.reply).toMatch(/арахис/u)
  await server.restart()
  person.threadId = undefined
  expect((await server.chat(person, 'что у меня завтра?')).reply).toMatch(/Созвон с Леной/u)
}, 180_000)

it('talks English through the same day', async () => {
  const person = await talk(
    [
      {
        say: 'spent 45 on a taxi and another 12 at the grocery store',
        expect: /\$45[\s\S]*\$12/u,
        tools: ['finance_add_transaction ok', 'finance_add_transaction ok'],
      },
      { say: 'oops, not 12 but 13', expect: /\$13/u, tools: ['finance_update_transaction ok'] },
      { say: 'how much did I spend today?', expect: /\$58/u },
      { say: 'and yesterday?', expect: /no spending|nothing|\$0/iu },
      {
        say: 'schedule a call with Lena tomorrow at three pm for half an hour',
        expect: /(?:3:00\sPM|15:00)[\s\S]*30 min/u,
      },
      { say: 'move it an hour later', expect: /4:00\sPM|16:00/u, tools: ['calendar_update_event ok'] },
      { say: 'what do I have tomorrow?', expect: /(?:4:00\sPM|16:00)[\s\S]*Lena/iu },
      { say: 'remind me on Friday to pay for the internet', expect: /internet/u, tools: ['reminders_set_reminder ok'] },
      { say: 'cafe limit 300 a month', expect: /\$300/u, tools: ['finance_set_budget ok'] },
      { say: 'how much is left?', expect: /\$300/u },
      { say: 'add a meeting with Oleg on Tuesday at 11', expect: /11:00/u },
      { say: 'add lunch with Ira on Wednesday at 1 pm', expect: /1:00\sPM|13:00/u },
      { say: 'delete all meetings next week', expect: /Oleg[\s\S]*Ira/iu },
      { say: 'yes', expect: /./u, tools: ['calendar_cancel_event ok', 'calendar_cancel_event ok'] },
      { say: 'undo', expect: /./u },
      { say: "remember: I'm allergic to peanuts", expect: /peanuts/u, tools: ['memory_remember_fact ok'] },
    ],
    { locale: 'en-US', currency: 'USD', country: 'US' },
    12,
  )
  person.threadId = undefined
  expect((await server.chat(person, 'what am I allergic to?')).reply).toMatch(/peanuts/u)
}, 180_000)
