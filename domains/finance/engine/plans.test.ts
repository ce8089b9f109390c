// Bills, forecasts, what repeats, what stands out, savings, goals and rates without a database; figures by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/time.ts'
import type { BillRow, PaymentRow } from '../repository/bills.ts'
import type { GoalRow } from '../repository/goals.ts'
import type { HistoryRow } from '../repository/history.ts'
import type { BudgetState } from '../schema.ts'
import { findAnomalies } from './anomalies.ts'
import { ruleOf } from './bill-changes.ts'
import { duesBetween, duesIn, keepMonthEnds, nextDue, showBill } from './bills.ts'
import { readPayee } from './categories.ts'
import { type Everyday, everydayOf, forecastPath, historyWindow, judge, lowestOf } from './forecast.ts'
import type { DatedCause } from './forecast-facts.ts'
import { showGoal } from './goals.ts'
import { convert, converter } from './rates.ts'
import { findRecurring } from './recurring.ts'
import { findSavings } from './savings.ts'
import { keyOf } from './words.ts'

const today = '2026-03-18'
const at = new Date('2026-03-18T10:00:00+03:00')
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const bill = (over: Partial<BillRow> = {}): BillRow => ({
  id: id(1),
  title: 'Аренда',
  kind: 'expense',
  amount: 3_000_000,
  currency: 'RUB',
  category: null,
  categoryKey: null,
  payee: null,
  accountId: null,
  dueOn: '2026-04-05',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=5',
  changes: [],
  since: today,
  remindDaysBefore: 1,
  remindAt: '09:00',
  version: 1,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  ...over,
})
const payment = (dueOn: string, paidOn = dueOn): PaymentRow => ({
  id: id(900),
  billId: id(1),
  dueOn,
  paidOn,
  amount: 3_000_000,
  currency: 'RUB',
  transactionId: id(901),
  createdAt: at,
})
const days = (row: BillRow, from: string, to: string): string[] => duesBetween(row, from, to).map(({ on }) => on)

describe('a bill', () => {
  it('falls due by its rule', () => {
    expect(days(bill(), '2026-03-18', '2026-07-01')).toEqual(['2026-04-05', '2026-05-05', '2026-06-05'])
    expect(days(bill({ rrule: null }), '2026-03-18', '2026-12-31')).toEqual(['2026-04-05'])
    const fridays = bill({ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3', dueOn: '2026-03-20' })
    expect(days(fridays, '2026-03-01', '2026-12-31')).toEqual(['2026-03-20', '2026-03-27', '2026-04-03'])
  })

  it('on a day that not every month has falls on the last day of a shorter one', () => {
    const series = (rrule: string, start: string) => bill(ruleOf(rrule, start))
    const months = ['2026-01-01', '2026-05-31'] as const
    expect(days(series('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-01'), ...months)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(days(series('FREQ=MONTHLY', '2026-01-30'), ...months)).toEqual([
      '2026-01-30',
      '2026-02-28',
      '2026-03-30',
      '2026-04-30',
      '2026-05-30',
    ])
    expect(days(series('FREQ=MONTHLY;BYMONTHDAY=29', '2028-01-01'), '2028-02-01', '2028-02-29')).toEqual(['2028-02-29'])
    expect(days(series('FREQ=YEARLY', '2024-02-29'), '2025-01-01', '2028-12-31')).toEqual([
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
    expect(keepMonthEnds('FREQ=MONTHLY;BYDAY=2MO', '2026-01-31')).toBe('FREQ=MONTHLY;BYDAY=2MO')
    expect(keepMonthEnds('FREQ=YEARLY', '2026-01-31')).toBe('FREQ=YEARLY')
  })

  it('refuses rules that cannot be read or come more than once a day', () => {
    expect(() => ruleOf('FREQ=SOMETIMES', today)).toThrow('finance.rule_syntax')
    expect(() => ruleOf('FREQ=HOURLY', today)).toThrow('finance.rule_dense')
    expect(() => ruleOf('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=28;UNTIL=20260101', today)).toThrow('finance.rule_')
  })

  it('is overdue from its day until it is paid, but not for days before it was known', () => {
    const late = bill({ dueOn: '2026-01-05', since: '2026-02-01' })
    const shown = (payments: PaymentRow[]) => showBill(late, payments, today, 'Europe/Moscow')
    expect(shown([])).toMatchObject({
      nextDueOn: '2026-02-05',
      overdue: ['2026-02-05', '2026-03-05'],
      status: 'overdue',
    })
    expect(shown([payment('2026-03-05', '2026-03-06'), payment('2026-02-05')])).toMatchObject({
      nextDueOn: '2026-04-05',
      overdue: [],
      status: 'active',
      paidOn: '2026-03-06',
    })
    expect(showBill(bill({ rrule: null, dueOn: '2025-01-05' }), [], today, 'UTC')).toMatchObject({
      nextDueOn: '2025-01-05',
      status: 'overdue',
    })
    expect(nextDue(bill({ rrule: 'FREQ=YEARLY', dueOn: '2026-02-01' }), [], today)?.on).toBe('2027-02-01')
    expect(showBill(bill({ rrule: 'FREQ=DAILY;COUNT=2', dueOn: '2025-01-01' }), [], today, 'UTC').status).toBe(
      'finished',
    )
  })

  it('has single days moved, priced otherwise and left out', () => {
    const change = (dueOn: string, over: object) => ({ dueOn, movedTo: null, amount: null, skipped: false, ...over })
    const row = bill({
      changes: [
        change('2026-04-05', { movedTo: '2026-04-08', amount: 1 }),
        change('2026-05-05', { skipped: true }),
        change('2026-06-05', { movedTo: '2026-05-30' }),
      ],
    })
    expect(duesBetween(row, '2026-04-01', '2026-05-31')).toEqual([
      { dueOn: '2026-04-05', on: '2026-04-08', amount: 1 },
      { dueOn: '2026-06-05', on: '2026-05-30', amount: 3_000_000 },
    ])
    const dues = duesIn([row], [payment('2026-04-05', '2026-04-07')], { from: '2026-04-01', to: '2026-05-31', today })
    expect(dues.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2026-04-08', 'paid'],
      ['2026-05-30', 'due'],
    ])
  })
})

const cause = (on: string, amount: number): DatedCause => ({
  kind: amount < 0 ? 'bill' : 'income',
  id: id(7),
  title: 'x',
  amount,
  dueOn: on,
  on,
})

describe('a forecast', () => {
  it('equals the sum by hand, to the minor unit', () => {
    // 50 000.00 today; −30 000.00 on the 20th, +80 000.00 on the 22nd, an overdue −1 000.01 today.
    const causes = [cause('2026-03-20', -3_000_000), cause('2026-03-22', 8_000_000), cause('2026-03-02', -100_001)]
    const path = forecastPath({ today, days: 7, start: 5_000_000, causes, everyday: null })
    expect(path.map(({ balance }) => balance)).toEqual([
      4_899_999, 4_899_999, 1_899_999, 1_899_999, 9_899_999, 9_899_999, 9_899_999, 9_899_999,
    ])
    expect(lowestOf(path, 'balance')).toEqual({ date: '2026-03-20', balance: 1_899_999 })
    expect(
      path.every(({ low, high, balance, known }) => low === balance && high === balance && known === balance),
    ).toBe(true)
  })

  it('takes everyday spending as an average that loses no unit, with a band that grows by the root of days', () => {
    // 30 days: 100.00 on ten of them, nothing on twenty: 1 000.00 in all, 33.33… a day.
    const window = historyWindow('2026-02-16', today)
    expect(window).toEqual({ from: '2026-02-16', to: '2026-03-17', days: 30 })
    const everyday = everydayOf(
      Array.from({ length: 10 }, () => ({ spent: 10_000 })),
      window,
    )
    // Variance (10·6666.67² + 20·3333.33²)/29 = 22 988 505.7; its root 4 794.63.
    expect([everyday?.total, Math.round(everyday?.deviation ?? 0)]).toEqual([100_000, 4_795])
    const path = forecastPath({ today, days: 30, start: 1_000_000, causes: [], everyday })
    expect(path.slice(0, 4).map(({ causes }) => causes[0]?.amount)).toEqual([undefined, -3_333, -3_334, -3_333])
    expect(path.at(-1)).toMatchObject({ balance: 900_000, known: 1_000_000 })
    // 1.2816·4794.63 = 6 144.8 after a day, ·√4 = 12 289.6 after four.
    expect([1, 4].map((k) => (path[k]?.high ?? 0) - (path[k]?.balance ?? 0))).toEqual([6_145, 12_290])
  })

  it('says nothing of everyday spending with less than 14 days', () => {
    expect(everydayOf([{ spent: 1 }], historyWindow('2026-03-05', today))).toBeNull()
    expect(everydayOf([{ spent: 1 }], historyWindow('2026-03-04', today))).not.toBeNull()
    expect(historyWindow(null, today).days).toBe(0)
    expect(historyWindow('2020-01-01', today)).toEqual({ from: '2025-12-18', to: '2026-03-17', days: 90 })
  })

  const causes = fc.array(
    fc.record({ day: fc.integer({ min: -20, max: 40 }), amount: fc.integer({ min: -1e9, max: 1e9 }) }),
    { maxLength: 25 },
  )
  const everyday = fc.option(
    fc.record({
      total: fc.integer({ min: 0, max: 1e12 }),
      days: fc.integer({ min: 14, max: 90 }),
      deviation: fc.double({ min: 0, max: 1e9, noNaN: true }),
    }),
    { nil: null },
  )
  const facts = fc.record({
    start: fc.integer({ min: -1e12, max: 1e12 }),
    days: fc.integer({ min: 1, max: 60 }),
    causes,
    everyday,
  })
  const pathOf = ({
    start,
    days,
    causes: given,
    everyday: spent,
  }: {
    start: number
    days: number
    causes: { day: number; amount: number }[]
    everyday: Omit<Everyday, 'from' | 'to'> | null
  }) =>
    forecastPath({
      today,
      days,
      start,
      causes: given.map(({ day, amount }) => cause(addDays(today, day), amount)),
      everyday: spent && { from: today, to: today, ...spent },
    })

  it('moves by its causes alone and equals a naive reckoning day by day', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const path = pathOf(given)
        expect(path).toHaveLength(given.days + 1)
        let before = given.start
        for (const [k, day] of path.entries()) {
          expect(day.balance - before).toBe(day.causes.reduce((sum, one) => sum + one.amount, 0))
          before = day.balance
          // Reckoned anew from the start: everything due until then, and k shares of everyday spending.
          const due = given.causes.filter((one) => one.day <= k).reduce((sum, one) => sum + one.amount, 0)
          expect(day.known).toBe(given.start + due)
          const { total, days: of } = given.everyday ?? { total: 0, days: 1 }
          const spent = (BigInt(total) * BigInt(k) * 2n + BigInt(of)) / (2n * BigInt(of))
          expect(day.balance).toBe(day.known - Number(spent))
          expect(day.low <= day.balance && day.balance <= day.high).toBe(true)
        }
      }),
    )
  })

  it('is never raised by an expense, and always by an income', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 1e9 }), (given, day, amount) => {
        const base = pathOf(given)
        const spent = pathOf({ ...given, causes: [...given.causes, { day, amount: -amount }] })
        const came = pathOf({ ...given, causes: [...given.causes, { day, amount }] })
        for (const [k, { balance }] of base.entries()) {
          expect(spent[k]?.balance).toBe(k < day ? balance : balance - amount)
          expect(came[k]?.balance).toBe(k < day ? balance : balance + amount)
        }
      }),
    )
  })

  it('answers whether something can be afforded from its lowest point', () => {
    const path = forecastPath({
      today,
      days: 30,
      start: 1_000_000,
      causes: [cause('2026-03-25', -600_000)],
      everyday: null,
    })
    expect(judge(path, 400_000, today, null)).toBe('yes')
    expect(judge(path, 400_001, today, null)).toBe('no')
    const everyday: Everyday = { from: today, to: today, days: 30, total: 30_000, deviation: 0 }
    // A day takes 10.00: 30 days later 300.00 less, and a week of it should be left.
    const spending = forecastPath({ today, days: 30, start: 100_000, causes: [], everyday })
    expect(judge(spending, 63_000, today, everyday)).toBe('yes')
    expect(judge(spending, 63_001, today, everyday)).toBe('tight')
    expect(judge(spending, 70_001, today, everyday)).toBe('no')
  })
})

describe('rates', () => {
  it('convert exactly between currencies of any number of minor digits', () => {
    expect(convert(10_000, 'USD', 'RUB', 92.5)).toBe(925_000)
    expect(convert(1, 'USD', 'RUB', 92.505)).toBe(93)
    expect(convert(1_000, 'JPY', 'RUB', 0.6)).toBe(60_000)
    expect(convert(1_000, 'KWD', 'USD', 3.25)).toBe(325)
    expect(convert(-1_005, 'KWD', 'JPY', 500)).toBe(-503)
    expect(convert(100, 'USD', 'EUR', 1e-7)).toBe(0)
    expect(converter('RUB', [{ currency: 'usd', rate: 90 }])(100, 'USD')).toBe(9_000)
    expect(converter('RUB', undefined)(100, 'USD')).toBeNull()
    expect(converter('RUB', undefined)(100, 'RUB')).toBe(100)
  })
})

let count = 100
const row = (occurredOn: string, amount: number, payee: string, over: Partial<HistoryRow> = {}): HistoryRow => ({
  id: id(count++),
  kind: 'expense',
  amount,
  currency: 'RUB',
  category: null,
  categoryKey: null,
  payee,
  payeeKey: keyOf(payee),
  note: null,
  occurredOn,
  seq: count,
  ...over,
})

describe('what repeats', () => {
  it('is found by payee, rhythm and near amounts, with its rise and its missed day', () => {
    const rows = [
      row('2025-10-14', 39_900, 'Кинопоиск', { categoryKey: 'subscriptions' }),
      row('2025-11-14', 39_900, 'Кинопоиск', { categoryKey: 'subscriptions' }),
      row('2026-01-14', 39_900, 'Кинопоиск', { categoryKey: 'subscriptions' }),
      row('2026-02-14', 44_900, 'Кинопоиск', { categoryKey: 'subscriptions' }),
      row('2026-03-14', 44_900, 'Кинопоиск', { categoryKey: 'subscriptions' }),
    ]
    const [found, ...more] = findRecurring(rows, today)
    expect(more).toEqual([])
    expect(found).toMatchObject({
      payee: 'Кинопоиск',
      period: 'month',
      amount: 44_900,
      typicalAmount: 39_900,
      perMonth: 44_900,
      perYear: 538_800,
      nextOn: '2026-04-14',
      missed: ['2025-12-14'],
      priceChange: { from: 39_900, to: 44_900, on: '2026-02-14' },
      subscription: true,
      active: true,
      transactionIds: rows.map((one) => one.id),
    })
  })

  it('needs three, an even rhythm and one payee', () => {
    expect(findRecurring([row('2026-01-01', 100, 'A'), row('2026-02-01', 100, 'A')], today)).toEqual([])
    expect(
      findRecurring(
        ['2026-01-01', '2026-01-05', '2026-02-20'].map((on) => row(on, 100, 'A')),
        today,
      ),
    ).toEqual([])
    expect(
      findRecurring([row('2026-01-01', 100, 'A'), row('2026-02-01', 100, 'B'), row('2026-03-01', 100, 'C')], today),
    ).toEqual([])
  })

  it('keeps two series of one payee apart, knows years and what has stopped', () => {
    const google = [1, 2, 3].flatMap((month) => [
      row(`2026-0${month}-03`, 13_900, 'Google'),
      row(`2026-0${month}-10`, 55_000, 'Google'),
    ])
    expect(findRecurring(google, today).map(({ amount, period }) => [amount, period])).toEqual([
      [55_000, 'month'],
      [13_900, 'month'],
    ])
    const yearly = ['2023-09-01', '2024-09-02', '2025-09-01'].map((on) => row(on, 500_000, 'Страховка'))
    expect(findRecurring(yearly, today)[0]).toMatchObject({ period: 'year', active: true, nextOn: '2026-09-01' })
    const gone = ['2025-06-01', '2025-07-01', '2025-08-01'].map((on) => row(on, 100, 'Зал'))
    expect(findRecurring(gone, today)[0]).toMatchObject({ status: 'stopped', active: false })
  })

  it('is found whatever the rhythm, jitter and other rows around it', () => {
    const series = fc.record({
      period: fc.constantFrom(['week', 7, 0] as const, ['two_weeks', 14, 1] as const, ['month', 30, 2] as const),
      jitter: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 5, maxLength: 12 }),
      amount: fc.integer({ min: 1_000, max: 1e7 }),
      noise: fc.array(fc.record({ back: fc.nat({ max: 300 }), amount: fc.integer({ min: 1, max: 1e6 }) }), {
        maxLength: 30,
      }),
    })
    fc.assert(
      fc.property(series, ({ period: [name, length, slack], jitter, amount, noise }) => {
        const paid = jitter
          .map((off, i) => row(addDays(today, -i * length + (slack > 0 && i > 0 ? off : 0)), amount, 'Подписка'))
          .reverse()
        const others = noise.map(({ back, amount: other }, i) => row(addDays(today, -back), other, `Лавка${i}`))
        const rows = [...paid, ...others].sort((a, b) => a.occurredOn.localeCompare(b.occurredOn))
        const found = findRecurring(rows, today)
        expect(found).toHaveLength(1)
        expect(found[0]).toMatchObject({ period: name, count: paid.length, amount, active: true, missed: [] })
        expect(found[0]?.transactionIds.toSorted()).toEqual(paid.map((one) => one.id).toSorted())
        expect(found[0]?.nextOn).toMatch(/^2026-0[34]/)
      }),
    )
  })
})

describe('what stands out', () => {
  const march = { from: '2026-03-01', to: today }
  it('names a payment made twice and an amount far above the usual', () => {
    const coffee = Array.from({ length: 20 }, (_, i) =>
      row(addDays('2026-01-10', i * 3), 25_000 + (i % 3) * 1_000, 'Кофейня'),
    )
    const twice = [row('2026-03-16', 129_900, 'Озон'), row('2026-03-16', 129_900, 'Озон')]
    const dear = row('2026-03-17', 250_000, 'Кофейня')
    const found = findAnomalies([...coffee, ...twice, dear], [], march)
    expect(found.map(({ kind, amount, usual }) => [kind, amount, usual])).toEqual([
      ['unusual_amount', 250_000, 26_000],
      ['duplicate', 129_900, null],
    ])
    expect(found[1]?.transactionIds).toEqual(twice.map((one) => one.id))
    expect(found[0]?.transactionIds[0]).toBe(dear.id)
  })

  it('says nothing of what is usual', () => {
    const rows = Array.from({ length: 30 }, (_, i) => row(addDays('2026-02-16', i), 20_000 + (i % 7) * 1_500, 'Кафе'))
    expect(findAnomalies(rows, [], march)).toEqual([])
  })

  it('names new regular payments and prices that rose', () => {
    const fresh = ['2026-01-12', '2026-02-12', '2026-03-12'].map((on) => row(on, 29_900, 'Окко'))
    const risen = ['2025-12-10', '2026-01-10', '2026-02-10'].map((on) => row(on, 20_000, 'Спотифай'))
    const rise = row('2026-03-10', 25_000, 'Спотифай')
    const rows = [...risen, ...fresh, rise].sort((a, b) => a.occurredOn.localeCompare(b.occurredOn))
    const found = findAnomalies(rows, findRecurring(rows, today), march)
    expect(found.map(({ kind, title }) => [kind, title])).toEqual([
      ['new_recurring', 'Окко'],
      ['price_increase', 'Спотифай'],
    ])
    expect(found[1]).toMatchObject({ amount: 25_000, usual: 20_000, transactionIds: [risen[2]?.id, rise.id] })
  })
})

describe('savings', () => {
  it('are differences of named rows', () => {
    const months = ['2025-12-10', '2026-01-10', '2026-02-10', '2026-03-10']
    const sub = { categoryKey: 'subscriptions' }
    const netflix = months.map((on) => row(on, 99_900, 'Netflix', sub))
    const okko = months.map((on, i) => row(on, i < 3 ? 29_900 : 39_900, 'Okko', sub))
    const cafe = ['2025-11', '2025-12', '2026-01', '2026-02'].map((month, i) =>
      row(`${month}-05`, i < 3 ? 500_000 : 800_000, `Кафе${i}`, { categoryKey: 'cafe' }),
    )
    const rows = [...netflix, ...okko, ...cafe].sort((a, b) => a.occurredOn.localeCompare(b.occurredOn))
    const over: BudgetState = {
      id: id(5),
      category: 'такси',
      categoryKey: 'taxi',
      limit: 300_000,
      currency: 'RUB',
      period: 'month',
      from: '2026-03-01',
      to: '2026-03-31',
      spent: 350_000,
      left: -50_000,
      status: 'over',
      transactionIds: [id(6)],
    }
    const found = findSavings({
      today,
      lang: 'ru',
      series: findRecurring(rows, today),
      rows,
      budgets: [over],
      duplicates: [],
    })
    expect(found.map(({ kind, title, amount }) => [kind, title, amount])).toEqual([
      ['price_rise', 'Okko', 10_000],
      ['same_service', 'Netflix, Okko', 39_900],
      ['over_budget', 'такси', 50_000],
      ['category_growth', 'кафе', 300_000],
      ['subscription', 'Netflix', 99_900],
      ['subscription', 'Okko', 39_900],
    ])
    for (const one of found) expect(one.transactionIds.length).toBeGreaterThan(0)
  })

  it('know a service by the name its payee is kept under', () => {
    const months = ['2026-01-10', '2026-02-10', '2026-03-10']
    const paid = (said: string, amount: number) => {
      const { name, key, category } = readPayee(said)
      return months.map((on) => row(on, amount, name, { payeeKey: key, categoryKey: category }))
    }
    const music = [...paid('Spotify', 29_900), ...paid('apple music', 16_900)]
    const rows = [...music, ...paid('айклауд', 14_900), ...paid('Иви', 39_900), ...paid('Кинопоиск', 44_900)]
    rows.sort((a, b) => a.occurredOn.localeCompare(b.occurredOn))
    const found = findSavings({
      today,
      lang: 'ru',
      series: findRecurring(rows, today),
      rows,
      budgets: [],
      duplicates: [],
    })
    expect(found.filter(({ kind }) => kind === 'same_service').map(({ title, amount }) => [title, amount])).toEqual([
      ['Кинопоиск, ivi', 39_900],
      ['Spotify, Apple Music', 16_900],
    ])
  })
})

describe('a goal', () => {
  const goal = (over: Partial<GoalRow> = {}): GoalRow => ({
    id: id(3),
    title: 'Отпуск',
    titleKey: 'отпуск',
    target: 12_000_000,
    currency: 'RUB',
    by: '2026-09-18',
    base: 0,
    reachedOn: null,
    version: 1,
    createdAt: new Date('2026-01-18T10:00:00+03:00'),
    updatedAt: at,
    deletedAt: null,
    contributed: 0,
    ...over,
  })
  const shown = (over: Partial<GoalRow> = {}) => showGoal(goal(over), [], today, 'Europe/Moscow')

  it('tells what it takes a month', () => {
    // Six months until 18 September: 120 000 / 6; after 50 000 it is 70 000 / 6, rounded up.
    expect(shown()).toMatchObject({ monthsLeft: 6, monthly: 2_000_000, left: 12_000_000 })
    expect(shown({ contributed: 5_000_000 })).toMatchObject({ monthly: 1_166_667, saved: 5_000_000 })
    expect(shown({ by: '2026-09-19' })).toMatchObject({ monthsLeft: 7 })
    expect(shown({ by: null })).toMatchObject({ monthly: null, onTrack: null })
  })

  it('is behind when less is saved than an even pace asks for', () => {
    // Two of eight months went by: 30 000 of 120 000.
    expect(shown({ contributed: 3_000_000 }).onTrack).toBe(true)
    expect(shown({ contributed: 2_999_999 }).onTrack).toBe(false)
    expect(shown({ base: 12_000_000 })).toMatchObject({ status: 'reached', onTrack: true, monthly: null })
    expect(shown({ by: '2026-03-17' })).toMatchObject({ status: 'overdue', monthly: null, onTrack: false })
  })
})
