import { type Dialogue, dialogueOf } from '../../evals/dialogue.ts'
import { accounts, budgets, entries } from '../../evals/rows.ts'

const dialogue = dialogueOf('finance')

export const dialogues: Dialogue[] = [
  dialogue({
    id: 'finance.ru.two_expenses_corrected',
    lang: 'ru',
    turns: [
      {
        say: 'потратил 450 на такси и ещё 1200 в пятёрочке',
        expect: {
          writes: { finance: 2 },
          rows: [entries({ amount: 45000, category: /такси/ }, { amount: 120000, payee: /пят[её]рочк/i })],
          reply: ['450', '1 200'],
        },
      },
      {
        say: 'ой, не 1200, а 1300',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 45000 }, { amount: 130000, payee: /пят[её]рочк/i })],
          reply: ['1 300'],
        },
      },
      { say: 'сколько я потратил сегодня?', expect: { reply: ['1 750'] } },
      { say: 'а вчера?', expect: { reply: [/трат|расход/i], replyNot: ['1 750'] } },
    ],
  }),
  dialogue({
    id: 'finance.en.two_expenses_corrected',
    lang: 'en',
    turns: [
      {
        say: 'spent 12.50 on a taxi and 40 at walmart',
        expect: {
          writes: { finance: 2 },
          rows: [entries({ amount: 1250, category: /taxi/i }, { amount: 4000, payee: /walmart/i })],
          reply: ['12.50', '40'],
        },
      },
      {
        say: 'sorry, it was 45 at walmart, not 40',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 1250 }, { amount: 4500, payee: /walmart/i })],
          reply: ['45'],
        },
      },
      { say: 'how much have i spent today?', expect: { reply: ['57.50'] } },
      { say: 'and yesterday?', expect: { reply: [/no spending/i] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.yesterday_voice',
    lang: 'ru',
    turns: [
      {
        say: 'вчера заправил машину на две тысячи триста',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 230000, occurredOn: '2026-03-17', kind: 'expense' })],
        },
      },
      {
        say: 'и кофе сто восемьдесят рублей',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 230000 }, { amount: 18000, category: /коф/i })] },
      },
      { say: 'покажи траты за вчера', expect: { reply: ['2 300'] } },
    ],
  }),
  dialogue({
    id: 'finance.en.yesterday_voice',
    lang: 'en',
    turns: [
      {
        say: 'yesterday i filled up the car for sixty two dollars',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 6200, occurredOn: '2026-03-17', kind: 'expense' })],
        },
      },
      {
        say: 'and today four fifty for a latte',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 6200 }, { amount: 450, occurredOn: '2026-03-18', category: /latte/i })],
        },
      },
      { say: 'what did i spend yesterday', expect: { reply: ['62'] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.budget_and_left',
    lang: 'ru',
    turns: [
      {
        say: 'лимит на кафе 5000 в месяц',
        expect: {
          writes: { finance: 1 },
          rows: [budgets({ category: /кафе/, limit: 500000, period: 'month' })],
          reply: ['5 000'],
        },
      },
      {
        say: 'обед в кафе 780',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 78000 }), budgets({ limit: 500000, spent: 78000, left: 422000 })],
        },
      },
      { say: 'сколько осталось?', expect: { reply: ['4 220'] } },
    ],
  }),
  dialogue({
    id: 'finance.en.budget_and_left',
    lang: 'en',
    turns: [
      {
        say: 'set a budget of 300 a month for groceries',
        expect: {
          writes: { finance: 1 },
          rows: [budgets({ category: /grocer/i, limit: 30000, period: 'month' })],
          reply: ['300'],
        },
      },
      {
        say: 'bought groceries for 84.20',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 8420 }), budgets({ spent: 8420, left: 21580 })] },
      },
      { say: 'how much is left?', expect: { reply: ['215.80'] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.undo_last',
    lang: 'ru',
    turns: [
      { say: 'такси 600', expect: { writes: { finance: 1 }, rows: [entries({ amount: 60000 })] } },
      { say: 'отмени', expect: { writes: { finance: 1 }, rows: [entries()] } },
      {
        say: 'такси 500 и кофе 200',
        expect: { writes: { finance: 2 }, rows: [entries({ amount: 50000 }, { amount: 20000 })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.undo_last',
    lang: 'en',
    turns: [
      { say: 'taxi 18', expect: { writes: { finance: 1 }, rows: [entries({ amount: 1800 })] } },
      { say: 'undo that', expect: { writes: { finance: 1 }, rows: [entries()] } },
      {
        say: 'taxi 16 and coffee 5',
        expect: { writes: { finance: 2 }, rows: [entries({ amount: 1600 }, { amount: 500 })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.delete_asks',
    lang: 'ru',
    given: [
      { tool: 'finance_add_transaction', input: { kind: 'expense', amount: 45000, category: 'такси' } },
      { tool: 'finance_add_transaction', input: { kind: 'expense', amount: 89000, payee: 'Аптека' } },
    ],
    turns: [
      {
        say: 'удали запись про аптеку',
        expect: { pending: 1, reply: ['890', '?'], rows: [entries({ amount: 45000 }, { amount: 89000 })] },
      },
      { say: 'нет, оставь', expect: { rows: [entries({ amount: 45000 }, { amount: 89000 })] } },
      { say: 'удали такси', expect: { pending: 1, reply: ['450', '?'] } },
      { say: 'да', expect: { writes: { finance: 1 }, rows: [entries({ amount: 89000 })] } },
    ],
  }),
  dialogue({
    id: 'finance.en.delete_asks',
    lang: 'en',
    given: [
      { tool: 'finance_add_transaction', input: { kind: 'expense', amount: 1800, category: 'taxi' } },
      { tool: 'finance_add_transaction', input: { kind: 'expense', amount: 3200, payee: 'CVS' } },
    ],
    turns: [
      {
        say: 'delete the cvs expense',
        expect: { pending: 1, reply: ['32', '?'], rows: [entries({ amount: 1800 }, { amount: 3200 })] },
      },
      { say: 'no, keep it', expect: { rows: [entries({ amount: 1800 }, { amount: 3200 })] } },
      { say: 'delete the taxi one', expect: { pending: 1, reply: ['18', '?'] } },
      { say: 'yes', expect: { writes: { finance: 1 }, rows: [entries({ amount: 3200 })] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.no_record_wanted',
    lang: 'ru',
    turns: [
      { say: 'думаю купить телефон за 40000, пока не записывай', expect: {} },
      {
        say: 'а такси за 300 запиши',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 30000, category: /такси/ })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.no_record_wanted',
    lang: 'en',
    turns: [
      { say: "i'm thinking of buying a phone for 800, don't record it yet", expect: {} },
      {
        say: 'but do log 14 for the cab',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 1400, category: /cab/i })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.other_currency',
    lang: 'ru',
    turns: [
      {
        say: 'заплатил 35 евро за ужин',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 3500, currency: 'EUR', category: /ужин/ })] },
      },
      {
        say: 'и 20 баксов чаевых',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 3500, currency: 'EUR' }, { amount: 2000, currency: 'USD' })],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.other_currency',
    lang: 'en',
    turns: [
      {
        say: 'paid €35 for dinner',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 3500, currency: 'EUR', category: /dinner/i })] },
      },
      {
        say: 'and 2000 rubles for a museum',
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 3500, currency: 'EUR' }, { amount: 200000, currency: 'RUB' })],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.income_and_account',
    lang: 'ru',
    turns: [
      {
        say: 'пришла зарплата 85 тысяч',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 8500000, kind: 'income' })] },
      },
      {
        say: 'добавь счёт наличка, там 12 тыщ',
        expect: { writes: { finance: 1 }, rows: [accounts({ name: /наличк/i, balance: 1200000 })] },
      },
      { say: 'сколько я заработал в этом месяце', expect: { reply: ['85 000'] } },
    ],
  }),
  dialogue({
    id: 'finance.en.income_and_account',
    lang: 'en',
    turns: [
      {
        say: 'got my paycheck, 3200',
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 320000, kind: 'income' })] },
      },
      {
        say: 'add a savings account with 5k in it',
        expect: { writes: { finance: 1 }, rows: [accounts({ name: /savings/i, balance: 500000 })] },
      },
      { say: 'how much did i earn this month', expect: { reply: ['3,200'] } },
    ],
  }),
]
