import {
  bill,
  budget,
  call,
  correctEntry,
  deleteEntry,
  goal,
  payBill,
  putAside,
  spending,
  spent,
  undo,
} from '../../evals/calls.ts'
import { type Call, type Dialogue, dialogueOf, row } from '../../evals/dialogue.ts'
import { accounts, bills, entries, goals } from '../../evals/rows.ts'

const dialogue = dialogueOf('finance')

const MONTHLY = 'FREQ=MONTHLY;BYMONTHDAY='
const account = (name: string, balance: number, more: Record<string, unknown> = {}): Call =>
  call('finance_add_account', { name, balance, ...more })
const forecast = (days: number, more: Record<string, unknown> = {}): Call =>
  call('finance_forecast_balance', { days, ...more })
const afford = (amount: number, more: Record<string, unknown> = {}): Call =>
  call('finance_can_afford', { amount, ...more })
const changeBill = (words: string, changes: Record<string, unknown>): Call =>
  call('finance_update_bill', { id: row(words), ...changes })
const cancelBill = (words: string): Call => call('finance_cancel_bill', { id: row(words) })
/** The same sum to the same payee on each of these days. */
const paidOn = (payee: string, amount: number, days: readonly string[]): Call[] =>
  days.map((occurredOn) => spent(amount, { payee, occurredOn }))
const TENTHS = ['2025-12-10', '2026-01-10', '2026-02-10', '2026-03-10']

export const dialogues: Dialogue[] = [
  dialogue({
    id: 'finance.ru.rent_every_month',
    lang: 'ru',
    turns: [
      {
        say: 'аренда 30000 каждое 5 число',
        calls: [bill('аренда', 3_000_000, { rrule: `${MONTHLY}5` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /аренд/i, amount: 3_000_000, kind: 'expense', nextDueOn: '2026-04-05' }), entries()],
          reply: ['30 000'],
        },
      },
      {
        say: 'что мне платить в апреле?',
        calls: [call('finance_list_bills', { from: '2026-04-01', to: '2026-04-30' })],
        replies: 'В апреле один платёж: аренда 30 000 ₽, 5 апреля.',
        expect: { reply: ['30 000', /аренд/i] },
      },
      {
        say: 'оплатил аренду',
        at: '2026-04-04T12:00:00+03:00',
        calls: [payBill('аренд')],
        expect: {
          writes: { finance: 2 },
          rows: [
            bills({ title: /аренд/i, nextDueOn: '2026-05-05' }),
            entries({ amount: 3_000_000, occurredOn: '2026-04-04', kind: 'expense' }),
          ],
          reply: ['30 000'],
        },
      },
      {
        say: 'отмени',
        at: '2026-04-04T12:01:00+03:00',
        calls: [undo],
        expect: {
          writes: { finance: 2 },
          rows: [bills({ title: /аренд/i, nextDueOn: '2026-04-05' }), entries()],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.rent_every_month',
    lang: 'en',
    turns: [
      {
        say: 'rent is 1400 on the 5th of every month',
        calls: [bill('rent', 140_000, { rrule: `${MONTHLY}5` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /rent/i, amount: 140_000, kind: 'expense', nextDueOn: '2026-04-05' }), entries()],
          reply: ['1,400'],
        },
      },
      {
        say: 'what bills do i have in april?',
        calls: [call('finance_list_bills', { from: '2026-04-01', to: '2026-04-30' })],
        expect: { reply: ['1,400', /rent/i] },
      },
      {
        say: 'paid the rent',
        at: '2026-04-04T12:00:00+03:00',
        calls: [payBill('rent')],
        replies: 'Rent of $1,400 is marked as paid. Next: May 5.',
        expect: {
          writes: { finance: 2 },
          rows: [
            bills({ title: /rent/i, nextDueOn: '2026-05-05' }),
            entries({ amount: 140_000, occurredOn: '2026-04-04', kind: 'expense' }),
          ],
          reply: ['1,400'],
        },
      },
      {
        say: 'undo that',
        at: '2026-04-04T12:01:00+03:00',
        calls: [undo],
        expect: { writes: { finance: 2 }, rows: [bills({ title: /rent/i, nextDueOn: '2026-04-05' }), entries()] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.salary_came_larger',
    lang: 'ru',
    turns: [
      {
        say: 'зарплата 90000 приходит каждое 10 число',
        calls: [bill('зарплата', 9_000_000, { kind: 'income', rrule: `${MONTHLY}10` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /зарплат/i, kind: 'income', amount: 9_000_000, nextDueOn: '2026-04-10' }), entries()],
          reply: ['90 000'],
        },
      },
      {
        say: 'пришла зарплата, в этот раз 94000',
        at: '2026-04-10T15:00:00+03:00',
        calls: [payBill('зарплат', { amount: 9_400_000 })],
        expect: {
          writes: { finance: 2 },
          rows: [
            bills({ title: /зарплат/i, amount: 9_000_000, nextDueOn: '2026-05-10' }),
            entries({ amount: 9_400_000, kind: 'income', occurredOn: '2026-04-10' }),
          ],
          reply: ['94 000'],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.salary_came_larger',
    lang: 'en',
    turns: [
      {
        say: 'i get my salary of 4000 on the 10th of every month',
        calls: [bill('salary', 400_000, { kind: 'income', rrule: `${MONTHLY}10` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /salary/i, kind: 'income', amount: 400_000, nextDueOn: '2026-04-10' }), entries()],
          reply: ['4,000'],
        },
      },
      {
        say: 'salary arrived, 4150 this time',
        at: '2026-04-10T15:00:00+03:00',
        calls: [payBill('salary', { amount: 415_000 })],
        replies: 'Salary of $4,150 came in on April 10.',
        expect: {
          writes: { finance: 2 },
          rows: [
            bills({ title: /salary/i, amount: 400_000, nextDueOn: '2026-05-10' }),
            entries({ amount: 415_000, kind: 'income', occurredOn: '2026-04-10' }),
          ],
          reply: ['4,150'],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.bill_day_asked',
    lang: 'ru',
    turns: [
      {
        say: 'добавь регулярный платёж за интернет 650',
        replies: 'Какого числа платить за интернет?',
        expect: { asks: true, rows: [bills(), entries()] },
      },
      {
        say: '12 числа каждый месяц',
        calls: [bill('интернет', 65_000, { rrule: `${MONTHLY}12` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /интернет/i, amount: 65_000, nextDueOn: '2026-04-12' }), entries()],
          reply: ['650'],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.single_bill',
    lang: 'en',
    turns: [
      {
        say: 'add a bill: electricity 84 due march 25',
        calls: [bill('electricity', 8_400, { dueOn: '2026-03-25' })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /electricity/i, amount: 8_400, nextDueOn: '2026-03-25' }), entries()],
          reply: ['84'],
        },
      },
      {
        say: 'paid the electricity bill',
        at: '2026-03-24T18:00:00+03:00',
        calls: [payBill('electricity')],
        expect: {
          writes: { finance: 2 },
          rows: [bills(), entries({ amount: 8_400, occurredOn: '2026-03-24' })],
          reply: ['84'],
        },
      },
      {
        say: 'sorry, it was 86',
        at: '2026-03-24T18:01:00+03:00',
        looks: [call('finance_list_transactions', { query: 'electricity' })],
        calls: [correctEntry('electricity 2026-03-24', { amount: 8_600 })],
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 8_600 })], reply: ['86'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.overdue_paid_yesterday',
    lang: 'ru',
    given: [bill('Свет', 184_000, { dueOn: '2026-03-15' }), bill('Садик', 420_000, { dueOn: '2026-03-20' })],
    turns: [
      {
        say: 'какие счета надо оплатить?',
        calls: [call('finance_list_bills')],
        expect: { reply: ['1 840', '4 200', /просроч/i] },
      },
      {
        say: 'свет я оплатил вчера',
        calls: [payBill('свет', { paidOn: '2026-03-17' })],
        expect: {
          writes: { finance: 2 },
          rows: [bills({ title: /садик/i }), entries({ amount: 184_000, occurredOn: '2026-03-17' })],
          reply: ['1 840'],
        },
      },
      {
        say: 'а что осталось оплатить?',
        calls: [call('finance_list_bills')],
        replies: 'Остался садик: 4 200 ₽, 20 марта.',
        expect: { reply: ['4 200'], replyNot: ['1 840'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.bill_changed_once',
    lang: 'ru',
    given: [bill('Аренда', 3_000_000, { rrule: `${MONTHLY}5` })],
    turns: [
      {
        say: 'в этот раз аренда будет 28000',
        calls: [changeBill('аренд', { scope: 'next', amount: 2_800_000 })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ amount: 3_000_000, nextAmount: 2_800_000, nextDueOn: '2026-04-05' })],
          reply: ['28 000'],
        },
      },
      {
        say: 'нет, отмени, всё по-старому',
        calls: [undo],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ amount: 3_000_000, nextAmount: 3_000_000, nextDueOn: '2026-04-05' })],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.bill_dearer_from_now_on',
    lang: 'en',
    given: [bill('Rent', 140_000, { rrule: `${MONTHLY}5` }), bill('Gym', 4_500, { rrule: `${MONTHLY}20` })],
    turns: [
      {
        say: 'my rent is now 1500',
        calls: [changeBill('rent', { amount: 150_000 })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: 'Gym', amount: 4_500 }, { title: 'Rent', amount: 150_000, nextDueOn: '2026-04-05' })],
          reply: ['1,500'],
        },
      },
      {
        say: 'undo',
        calls: [undo],
        expect: { writes: { finance: 1 }, rows: [bills({ title: 'Gym' }, { title: 'Rent', amount: 140_000 })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.bill_cancelled',
    lang: 'ru',
    given: [bill('Интернет', 65_000, { rrule: `${MONTHLY}12` }), bill('Аренда', 3_000_000, { rrule: `${MONTHLY}5` })],
    turns: [
      {
        say: 'убери платёж за интернет, я от него отказался',
        calls: [cancelBill('интернет')],
        expect: { pending: 1, reply: [/интернет/i], rows: [bills({ title: 'Аренда' }, { title: 'Интернет' })] },
      },
      { say: 'да', expect: { writes: { finance: 1 }, rows: [bills({ title: 'Аренда' })] } },
      {
        say: 'ой, верни обратно',
        calls: [undo],
        expect: { writes: { finance: 1 }, rows: [bills({ title: 'Аренда' }, { title: 'Интернет' })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.bill_cancel_refused',
    lang: 'en',
    given: [bill('Internet', 5_000, { rrule: `${MONTHLY}12` })],
    turns: [
      {
        say: 'cancel the internet bill',
        calls: [cancelBill('internet')],
        expect: { pending: 1, reply: [/internet/i], rows: [bills({ title: 'Internet' })] },
      },
      { say: 'no', expect: { rows: [bills({ title: 'Internet' })] } },
      {
        say: 'what do i pay next month?',
        calls: [call('finance_list_bills', { from: '2026-04-01', to: '2026-04-30' })],
        expect: { reply: ['50', /internet/i] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.forecast_to_month_end',
    lang: 'ru',
    given: [
      account('Карта', 5_000_000),
      bill('Аренда', 3_000_000, { dueOn: '2026-03-25' }),
      bill('Аванс', 4_000_000, { kind: 'income', dueOn: '2026-03-30' }),
    ],
    turns: [
      {
        say: 'сколько останется к концу месяца?',
        calls: [forecast(13)],
        expect: { reply: ['60 000', '20 000'] },
      },
      {
        say: 'хватит ли денег на неделю?',
        calls: [forecast(7)],
        replies: 'Через неделю будет 20 000 ₽: 25 марта уйдут 30 000 ₽ за аренду.',
        expect: { reply: ['20 000'], replyNot: ['60 000'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.forecast_below_zero',
    lang: 'en',
    given: [account('Card', 90_000), bill('Rent', 140_000, { dueOn: '2026-03-25' })],
    turns: [
      {
        say: 'how much money will i have in two weeks?',
        calls: [forecast(14)],
        expect: { reply: [/[-−]\$?500/, /25/] },
      },
      {
        say: 'my bonus of 1000 comes on march 24',
        calls: [bill('bonus', 100_000, { kind: 'income', dueOn: '2026-03-24' })],
        expect: {
          writes: { finance: 1 },
          rows: [
            bills({ title: /bonus/i, kind: 'income', amount: 100_000, nextDueOn: '2026-03-24' }, { title: 'Rent' }),
          ],
        },
      },
      {
        say: 'and what will be left in two weeks now?',
        calls: [forecast(14)],
        expect: { reply: ['500'], replyNot: [/[-−]\$?500/] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.forecast_needs_balance',
    lang: 'ru',
    turns: [
      {
        say: 'сколько денег будет через неделю?',
        calls: [forecast(7)],
        expect: { reply: [/не знаю|остат/i], rows: [accounts()] },
      },
      {
        say: 'на карте 40000',
        calls: [account('карта', 4_000_000)],
        expect: { writes: { finance: 1 }, rows: [accounts({ name: /карт/i, balance: 4_000_000 })] },
      },
      { say: 'а теперь сколько будет через неделю?', calls: [forecast(7)], expect: { reply: ['40 000'] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.can_afford',
    lang: 'ru',
    given: [account('Карта', 6_000_000), bill('Аренда', 3_000_000, { dueOn: '2026-03-25' })],
    turns: [
      { say: 'могу ли я купить наушники за 50000?', calls: [afford(5_000_000)], expect: { reply: [/20 000/] } },
      {
        say: 'а за 10000?',
        calls: [afford(1_000_000)],
        replies: 'Да, 10 000 ₽ укладываются: меньше всего останется 20 000 ₽, 25 марта.',
        expect: { reply: ['20 000'], rows: [entries()] },
      },
      {
        say: 'купил наушники за 10000',
        calls: [spent(1_000_000, { category: 'наушники' })],
        expect: { writes: { finance: 1 }, rows: [entries({ amount: 1_000_000 })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.can_afford',
    lang: 'en',
    given: [account('Card', 200_000), bill('Rent', 140_000, { dueOn: '2026-03-25' })],
    turns: [
      {
        say: 'can i afford a 900 dollar phone?',
        calls: [afford(90_000, { title: 'phone' })],
        replies: 'No: after $900 you would be $300 short on March 25.',
        expect: { reply: ['300'], rows: [entries()] },
      },
      { say: 'what about 200?', calls: [afford(20_000)], expect: { reply: ['400'], rows: [entries()] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.subscriptions',
    lang: 'ru',
    given: [...paidOn('Кинопоиск', 39_900, TENTHS), ...paidOn('Пятёрочка', 120_000, ['2026-03-02', '2026-03-15'])],
    turns: [
      {
        say: 'какие у меня подписки?',
        calls: [call('finance_find_recurring')],
        expect: { reply: ['399', /кинопоиск/i], replyNot: [/пят[её]рочк/i] },
      },
      {
        say: 'добавь кинопоиск в регулярные платежи, 399 каждое 10 число',
        calls: [bill('кинопоиск', 39_900, { rrule: `${MONTHLY}10` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ title: /кинопоиск/i, amount: 39_900, nextDueOn: '2026-04-10' })],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.subscriptions',
    lang: 'en',
    given: [...paidOn('Netflix', 1_599, TENTHS), ...paidOn('Walmart', 6_000, ['2026-03-02', '2026-03-15'])],
    turns: [
      {
        say: 'what subscriptions do i have?',
        calls: [call('finance_find_recurring')],
        replies: 'One: Netflix, $15.99 every month, next around April 10.',
        expect: { reply: ['15.99', /netflix/i], replyNot: [/walmart/i] },
      },
      {
        say: 'when did i pay netflix last?',
        calls: [call('finance_list_transactions', { query: 'netflix' })],
        expect: { reply: ['15.99', /10/] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.charged_twice',
    lang: 'ru',
    given: [...paidOn('Аптека', 86_000, ['2026-03-16', '2026-03-16']), spent(45_000, { category: 'такси' })],
    turns: [
      {
        say: 'есть что-нибудь странное в тратах?',
        calls: [call('finance_find_anomalies')],
        expect: { reply: ['860', /аптек/i], rows: [entries({}, {}, {})] },
      },
      { say: 'удали одну аптеку', calls: [deleteEntry('аптека')], expect: { pending: 1, reply: ['860'] } },
      {
        say: 'да',
        expect: { writes: { finance: 1 }, rows: [entries({ payee: /аптек/i }, { amount: 45_000 })] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.unusual_amount',
    lang: 'en',
    given: [
      ...paidOn('Starbucks', 600, ['2026-02-20', '2026-02-25', '2026-03-02', '2026-03-05', '2026-03-09']),
      spent(6_400, { payee: 'Starbucks', occurredOn: '2026-03-16' }),
    ],
    turns: [
      {
        say: 'anything unusual in my spending?',
        calls: [call('finance_find_anomalies')],
        expect: { reply: ['64', /starbucks/i] },
      },
      {
        say: "that's a typo, it was 6.40",
        calls: [correctEntry('starbucks 2026-03-16', { amount: 640 })],
        expect: { writes: { finance: 1 }, reply: ['6.40'] },
      },
      { say: 'anything unusual now?', calls: [call('finance_find_anomalies')], expect: { replyNot: ['$64.00'] } },
    ],
  }),
  dialogue({
    id: 'finance.ru.where_to_save',
    lang: 'ru',
    given: [
      budget('кафе', 300_000),
      spent(420_000, { category: 'кафе', occurredOn: '2026-03-14' }),
      ...paidOn('Иви', 39_900, TENTHS.slice(0, 3)),
      spent(49_900, { payee: 'Иви', occurredOn: '2026-03-10' }),
    ],
    turns: [
      {
        say: 'на чём можно сэкономить?',
        calls: [call('finance_suggest_savings')],
        expect: { reply: [/иви|ivi/i, '100', '1 200'] },
      },
      {
        say: 'сколько ушло на кафе в марте?',
        calls: [spending('2026-03-01', '2026-03-31', { category: 'кафе' })],
        expect: { reply: ['4 200'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.where_to_save',
    lang: 'en',
    given: [...paidOn('Spotify', 1_199, TENTHS), ...paidOn('Apple Music', 1_099, TENTHS)],
    turns: [
      {
        say: 'where could i save money?',
        calls: [call('finance_suggest_savings')],
        expect: { reply: ['10.99', /spotify/i, /apple music/i] },
      },
      {
        say: 'how much goes out regularly per month?',
        calls: [call('finance_find_recurring')],
        replies: '$22.98 a month goes out regularly: Spotify and Apple Music.',
        expect: { reply: ['22.98'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.goal_vacation',
    lang: 'ru',
    turns: [
      {
        say: 'хочу накопить 120000 на отпуск к 1 июля',
        calls: [goal('отпуск', 12_000_000, { by: '2026-07-01' })],
        expect: {
          writes: { finance: 1 },
          rows: [goals({ title: /отпуск/i, target: 12_000_000, saved: 0, by: '2026-07-01' })],
          reply: ['120 000'],
        },
      },
      {
        say: 'отложил 20000 на отпуск',
        calls: [putAside('отпуск', 2_000_000)],
        expect: {
          writes: { finance: 2 },
          rows: [goals({ title: /отпуск/i, saved: 2_000_000, left: 10_000_000 }), entries()],
          reply: ['20 000', '100 000'],
        },
      },
      {
        say: 'взял обратно 5000 из отложенного на отпуск',
        calls: [putAside('отпуск', 500_000, { withdraw: true })],
        expect: { writes: { finance: 2 }, rows: [goals({ saved: 1_500_000, left: 10_500_000 })], reply: ['15 000'] },
      },
      {
        say: 'сколько осталось накопить?',
        calls: [call('finance_list_goals')],
        replies: 'На отпуск осталось накопить 105 000 ₽.',
        expect: { reply: ['105 000'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.goal_reached',
    lang: 'en',
    given: [goal('Bike', 60_000, { saved: 45_000 })],
    turns: [
      {
        say: 'how is my bike goal going?',
        calls: [call('finance_list_goals')],
        expect: { reply: ['450', '600', '150'] },
      },
      {
        say: 'put aside 150 for the bike',
        calls: [putAside('bike', 15_000)],
        expect: {
          writes: { finance: 2 },
          rows: [goals({ title: 'Bike', saved: 60_000, status: 'reached' }), entries()],
          reply: ['600'],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.which_goal',
    lang: 'ru',
    given: [goal('Отпуск', 12_000_000), goal('Ремонт', 30_000_000)],
    turns: [
      {
        say: 'отложил 5000',
        looks: [call('finance_list_goals')],
        replies: 'На какую цель: отпуск или ремонт?',
        expect: { asks: true, rows: [goals({ saved: 0 }, { saved: 0 }), entries()] },
      },
      {
        say: 'на ремонт',
        calls: [putAside('ремонт', 500_000)],
        expect: {
          writes: { finance: 2 },
          rows: [goals({ title: 'Отпуск', saved: 0 }, { title: 'Ремонт', saved: 500_000 }), entries()],
          reply: ['5 000'],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.goal_given_up',
    lang: 'en',
    given: [goal('Laptop', 150_000), goal('Vacation', 300_000)],
    turns: [
      {
        say: 'remove the laptop goal',
        calls: [call('finance_cancel_goal', { id: row('laptop') })],
        expect: { pending: 1, reply: [/laptop/i], rows: [goals({ title: 'Laptop' }, { title: 'Vacation' })] },
      },
      { say: 'yes', expect: { writes: { finance: 1 }, rows: [goals({ title: 'Vacation' })] } },
      {
        say: 'make the vacation goal 3500',
        calls: [call('finance_set_goal', { id: row('vacation'), title: 'Vacation', target: 350_000 })],
        expect: { writes: { finance: 1 }, rows: [goals({ title: /vacation/i, target: 350_000 })], reply: ['3,500'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.refund',
    lang: 'ru',
    given: [spent(750_000, { category: 'кроссовки', occurredOn: '2026-03-12' })],
    turns: [
      {
        say: 'вернул кроссовки, мне вернули 7500',
        looks: [call('finance_list_transactions', { query: 'кроссовки' })],
        calls: [
          call('finance_add_transaction', {
            kind: 'expense',
            amount: 750_000,
            refund: true,
            refundOf: row('кроссовк'),
          }),
        ],
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 750_000, refund: false }, { amount: 750_000, refund: true })],
          reply: ['7 500'],
        },
      },
      {
        say: 'сколько я потратил в этом месяце?',
        calls: [spending('2026-03-01', '2026-03-18')],
        expect: { reply: [/трат|расход|0/i], replyNot: ['15 000'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.partial_refund',
    lang: 'en',
    given: [spent(12_000, { category: 'shoes', occurredOn: '2026-03-12' })],
    turns: [
      {
        say: 'got a refund of 30 for the shoes',
        looks: [call('finance_list_transactions', { query: 'shoes' })],
        calls: [
          call('finance_add_transaction', { kind: 'expense', amount: 3_000, refund: true, refundOf: row('shoes') }),
        ],
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 12_000, refund: false }, { amount: 3_000, refund: true })],
          reply: ['30'],
        },
      },
      {
        say: 'how much did i spend this month?',
        calls: [spending('2026-03-01', '2026-03-18')],
        replies: '$90 this month.',
        expect: { reply: ['90'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.own_transfer',
    lang: 'ru',
    given: [account('Карта', 5_000_000), account('Вклад', 10_000_000, { kind: 'savings' })],
    turns: [
      {
        say: 'перевёл 10000 с карты на вклад',
        looks: [call('finance_list_accounts')],
        calls: [
          call('finance_add_transaction', {
            kind: 'transfer',
            amount: 1_000_000,
            accountId: row('карта'),
            toAccountId: row('вклад'),
          }),
        ],
        expect: {
          writes: { finance: 1 },
          rows: [
            entries({ kind: 'transfer', amount: 1_000_000 }),
            accounts({ name: 'Карта', currentBalance: 4_000_000 }, { name: 'Вклад', currentBalance: 11_000_000 }),
          ],
          reply: ['10 000'],
        },
      },
      {
        say: 'сколько я потратил сегодня?',
        calls: [spending('2026-03-18', '2026-03-18')],
        expect: { reply: [/трат|расход/i], replyNot: ['10 000'] },
      },
      {
        say: 'сколько денег на вкладе?',
        calls: [call('finance_list_accounts')],
        replies: 'На вкладе 110 000 ₽.',
        expect: { reply: ['110 000'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.transfer_between_currencies',
    lang: 'en',
    given: [account('Checking', 500_000), account('Euro', 100_000, { currency: 'EUR' })],
    turns: [
      {
        say: 'moved 500 from checking to my euro account',
        looks: [call('finance_list_accounts')],
        replies: 'How much arrived on the euro account?',
        expect: { asks: true, rows: [entries()] },
      },
      {
        say: '460 euros',
        looks: [call('finance_list_accounts')],
        calls: [
          call('finance_add_transaction', {
            kind: 'transfer',
            amount: 50_000,
            accountId: row('checking'),
            toAccountId: row('euro'),
            toAmount: 46_000,
          }),
        ],
        expect: {
          writes: { finance: 1 },
          rows: [
            entries({ kind: 'transfer', amount: 50_000, toAmount: 46_000 }),
            accounts({ name: 'Checking', currentBalance: 450_000 }, { name: 'Euro', currentBalance: 146_000 }),
          ],
          reply: ['500'],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.two_currencies_apart',
    lang: 'ru',
    given: [
      spent(120_000, { category: 'кафе', occurredOn: '2026-03-16' }),
      spent(3_500, { currency: 'EUR', category: 'кафе', occurredOn: '2026-03-17' }),
    ],
    turns: [
      {
        say: 'сколько ушло на кафе в марте?',
        calls: [spending('2026-03-01', '2026-03-31', { category: 'кафе' })],
        expect: { reply: ['1 200', '35'] },
      },
      {
        say: 'и ещё 12 евро за такси',
        calls: [spent(1_200, { currency: 'EUR', category: 'такси' })],
        expect: {
          writes: { finance: 1 },
          rows: [
            entries(
              { amount: 120_000, currency: 'RUB' },
              { amount: 3_500, currency: 'EUR' },
              { amount: 1_200, currency: 'EUR' },
            ),
          ],
        },
      },
      {
        say: 'сколько всего за март?',
        calls: [spending('2026-03-01', '2026-03-31')],
        expect: { reply: ['1 200', '47'] },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.category_for_always',
    lang: 'ru',
    given: paidOn('Лукойл', 250_000, ['2026-03-10', '2026-03-16']),
    turns: [
      {
        say: 'лукойл это всегда бензин',
        calls: [call('finance_set_category_rule', { match: 'лукойл', category: 'бензин' })],
        expect: {
          writes: { finance: 3 },
          rows: [entries({ payee: /лукойл/i, category: /бензин/i }, { payee: /лукойл/i, category: /бензин/i })],
        },
      },
      {
        say: 'ещё 2000 на лукойле',
        calls: [spent(200_000, { payee: 'лукойле' })],
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 200_000, category: /бензин/i }, { amount: 250_000 }, { amount: 250_000 })],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.correction_for_always',
    lang: 'en',
    given: [spent(2_300, { payee: 'Blue Door', category: 'clothes', occurredOn: '2026-03-16' })],
    turns: [
      {
        say: 'blue door is a cafe, not clothes, and always will be',
        calls: [correctEntry('blue door', { category: 'cafe', always: true })],
        expect: { writes: { finance: 2 }, rows: [entries({ payee: 'Blue Door', category: /cafe/i })] },
      },
      {
        say: 'spent 11.50 at blue door',
        calls: [spent(1_150, { payee: 'blue door' })],
        expect: {
          writes: { finance: 1 },
          rows: [entries({ amount: 2_300 }, { amount: 1_150, category: /cafe/i })],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.ru.others_rent',
    lang: 'ru',
    turns: [
      {
        say: 'друг платит за квартиру 60000 в месяц, с ума сойти',
        replies: 'Дорого. Записывать ничего не стал.',
        expect: { rows: [bills(), entries()] },
      },
      {
        say: 'а я плачу 35000 первого числа каждого месяца, запиши',
        calls: [bill('квартира', 3_500_000, { rrule: `${MONTHLY}1` })],
        expect: {
          writes: { finance: 1 },
          rows: [bills({ amount: 3_500_000, kind: 'expense', nextDueOn: '2026-04-01' }), entries()],
        },
      },
    ],
  }),
  dialogue({
    id: 'finance.en.others_goal',
    lang: 'en',
    turns: [
      {
        say: 'my sister is saving 20000 for a car',
        replies: 'Good for her. I have not written anything down.',
        expect: { rows: [goals(), entries()] },
      },
      {
        say: 'i want to save 5000 for a car by the end of the year',
        calls: [goal('car', 500_000, { by: '2026-12-31' })],
        expect: {
          writes: { finance: 1 },
          rows: [goals({ title: /car/i, target: 500_000, by: '2026-12-31' }), entries()],
          reply: ['5,000'],
        },
      },
    ],
  }),
]
