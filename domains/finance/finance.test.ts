// Decisions of finance without a database: categories, periods, sums, limits, corrections, splits, and how they are told.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { type Message, Messages } from '../../core/messages.ts'
import { MAX_AMOUNT } from '../../core/money.ts'
import type { User } from '../../core/user.ts'
import { EVERYTHING } from './engine/categories.ts'
import { tellAdded, tellSummary, tellUpdated } from './engine/sentences.ts'
import { budgetState, exceededAt, groupsOf, overall, totalsOf } from './engine/spending.ts'
import { finance } from './index.ts'
import type { BudgetRow } from './repository/budgets.ts'
import type { SpendingRow, TransactionRow } from './repository.ts'
import {
  changeTransaction,
  composeTransaction,
  type Facts,
  readAmount,
  readEntryDay,
  restoredRow,
  showTransaction,
  splitParts,
} from './service.ts'

const catalog = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`messages.${lang}.json`, import.meta.url), 'utf8'))
const messages = new Messages({ ru: catalog('ru'), en: catalog('en') })
const now = new Date('2026-03-18T10:00:00+03:00')
const today = '2026-03-18'
const timeZone = 'Europe/Moscow'
const person = (locale: string, currency: string): User => ({
  id: '00000000-0000-4000-8000-000000000001',
  role: 'user',
  displayName: null,
  locale,
  timeZone,
  currency,
  country: 'RU',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: [],
})
const russian = person('ru-RU', 'RUB')
const facts: Facts = { user: russian, now, today, rules: [] }
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const told = (message: Message, locale = 'ru-RU'): string => plain(messages.render(message, { locale, timeZone, now }))

let made = 0
const uuid = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
const entry = (input: Partial<Parameters<typeof composeTransaction>[0]>): TransactionRow => ({
  ...composeTransaction({ kind: 'expense', amount: 45_000, ...input }, { ...facts, id: uuid(), account: null }),
  seq: made,
  version: 1,
  deletedAt: null,
  supersededAt: null,
})
const counted = (row: TransactionRow): SpendingRow => row
const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}

describe('a new entry', () => {
  it('takes a shop that was said as the category for the payee', () => {
    expect(entry({ category: 'пятёрочка' })).toMatchObject({
      payee: 'Пятёрочка',
      category: 'продукты',
      categorySource: 'lexicon',
      occurredOn: today,
      currency: 'RUB',
    })
  })

  it('keeps the words that say more than their category as a note', () => {
    expect(entry({ category: 'букет маме на юбилей' })).toMatchObject({
      category: 'букет',
      categoryKey: 'gifts',
      note: 'букет маме на юбилей',
    })
  })

  it('takes the word for spending for no category: the place where it was spent tells it', () => {
    expect(entry({ category: 'потратил', payee: 'кафе' })).toMatchObject({ category: 'кафе', payee: 'кафе' })
    expect(entry({ category: 'оставил', payee: 'кафе' })).toMatchObject({ category: 'кафе' })
    expect(entry({ category: 'paid for', payee: 'пятёрочка' })).toMatchObject({ category: 'продукты' })
    expect(entry({ category: 'расход' })).toMatchObject({ category: null, categorySource: null })
    expect(entry({ category: 'купил цветы' })).toMatchObject({ categorySource: 'said' })
  })

  it('derives no category for a transfer', () => {
    expect(entry({ kind: 'transfer', payee: 'Пятёрочка' }).category).toBeNull()
  })

  it.each([
    [{ amount: 0 }, 'invalid finance.amount_out_of_range'],
    [{ amount: -1 }, 'invalid finance.amount_out_of_range'],
    [{ amount: 10.5 }, 'invalid finance.amount_out_of_range'],
    [{ amount: 1e18 }, 'invalid finance.amount_out_of_range'],
    [{ amount: MAX_AMOUNT + 1 }, 'invalid finance.amount_out_of_range'],
    [{ amount: MAX_AMOUNT }, 'allowed'],
    [{ currency: 'XYZ' }, 'invalid finance.unknown_currency'],
    [{ currency: 'usd' }, 'allowed'],
    [{ occurredOn: '2026-02-31' }, 'invalid finance.bad_date'],
    [{ occurredOn: '1969-12-31' }, 'invalid finance.bad_date'],
    [{ occurredOn: '1970-01-01' }, 'allowed'],
    [{ occurredOn: '2027-03-18' }, 'allowed'],
    [{ occurredOn: '2027-03-19' }, 'invalid finance.date_too_far'],
    [{ occurredOn: 'вчера' }, 'invalid finance.bad_date'],
  ])('%o: %s', (input, expected) => {
    expect(code(() => entry(input))).toBe(expected)
  })

  it('refuses a currency that the account is not kept in', () => {
    const account = { id: uuid(), currency: 'EUR' }
    const add = (currency?: string) => () =>
      composeTransaction(
        { kind: 'expense', amount: 100, ...(currency ? { currency } : {}) },
        { ...facts, id: uuid(), account },
      )
    expect(code(add('RUB'))).toBe('invalid finance.account_currency')
    expect(add()().currency).toBe('EUR')
  })
})

describe('a correction', () => {
  const change = (row: TransactionRow, input: object) =>
    changeTransaction(row, { id: row.id, ...input }, { ...facts, account: null })

  it('tells the new amount beside the old one', () => {
    const row = entry({ amount: 120_000, payee: 'пятёрочке' })
    const { row: next, changed } = change(row, { amount: 130_000 })
    const output = {
      ...showTransaction(next, timeZone),
      previous: showTransaction(row, timeZone),
      changed,
      rule: null,
      offer: null,
    }
    expect([changed, next.version]).toEqual([['amount'], 2])
    expect(told(tellUpdated(output))).toBe('1 300 ₽ вместо 1 200 ₽, Пятёрочка, продукты.')
    expect(told(tellUpdated(output), 'en-US')).toBe('₽1,300 instead of ₽1,200, Пятёрочка, продукты.')
  })

  it('derives the category anew from another payee, but never over one that was said', () => {
    expect(change(entry({ payee: 'пятёрочке' }), { payee: 'ригле' }).row.category).toBe('аптека')
    expect(change(entry({ payee: 'пятёрочке', category: 'подарки' }), { payee: 'ригле' }).row.category).toBe('подарки')
  })

  it('says that it was already so instead of writing', () => {
    const row = entry({ category: 'такси' })
    expect(change(row, { amount: row.amount, category: 'Такси' })).toEqual({ row, changed: [] })
    expect(code(() => change(row, {}))).toBe('invalid finance.nothing_to_change')
  })

  it('keeps the value when only the currency was wrong', () => {
    expect(change(entry({ amount: 45_000 }), { currency: 'JPY' }).row).toMatchObject({ amount: 450, currency: 'JPY' })
  })

  it('restores from what is shown exactly what was stored', () => {
    const arbitrary = fc.record({
      amount: fc.integer({ min: 1, max: MAX_AMOUNT }),
      category: fc.option(fc.constantFrom('такси', 'продуктов', 'Хобби мое', 'пятёрочка', 'подарок маме'), {
        nil: undefined,
      }),
      payee: fc.option(fc.constantFrom('пятёрочке', 'у Ашота', 'Uber', 'кафе «Ёлки»'), { nil: undefined }),
      note: fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(arbitrary, (given) => {
        const input = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
        const { seq: _, createdAt: __, parentId: ___, ...stored } = entry(input)
        const shown = showTransaction({ ...stored, seq: 1, createdAt: now, parentId: null }, timeZone)
        expect(restoredRow(shown)).toEqual(stored)
      }),
    )
  })
})

describe('a split', () => {
  const split = (row: TransactionRow, parts: { amount?: number; category: string }[]) =>
    splitParts(row, parts, { ...facts, newId: uuid })

  it('adds up to the entry, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 2, maxLength: 10 }), (amounts) => {
        const row = entry({ amount: amounts.reduce((sum, amount) => sum + amount, 0) })
        const parts = split(
          row,
          amounts.map((amount, i) => ({ ...(i === 0 ? {} : { amount }), category: 'кафе' })),
        )
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(row.amount)
        expect(parts.every((part) => part.parentId === row.id)).toBe(true)
      }),
    )
  })

  it.each([
    [
      [
        { amount: 1, category: 'a' },
        { amount: 2, category: 'b' },
      ],
    ],
    [[{ amount: 45_000, category: 'a' }, { category: 'b' }]],
    [[{ category: 'a' }, { category: 'b' }]],
  ])('is refused when it does not: %o', (parts) => {
    expect(code(() => split(entry({}), parts))).toBe('invalid finance.split_does_not_add_up')
  })
})

const row = fc.record({
  amount: fc.integer({ min: 1, max: 1e9 }),
  currency: fc.constantFrom('RUB', 'EUR'),
  category: fc.constantFrom('кафе', 'кофе', 'такси', 'продукты'),
  payee: fc.constantFrom('пятёрочке', 'Uber', 'у Ашота'),
  occurredOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
})
const rowsOf = (given: object[]): SpendingRow[] => given.map((input) => counted(entry(input)))
const budget = (input: Partial<BudgetRow>): BudgetRow => ({
  id: uuid(),
  category: 'кафе',
  categoryKey: 'cafe',
  limit: 500_000,
  currency: 'RUB',
  period: 'month',
  version: 1,
  createdAt: now,
  updatedAt: now,
  ...input,
})

describe('sums', () => {
  it('of groups equal the totals of each currency, and no row is lost or counted twice', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom('category', 'payee', 'day'), (given, by) => {
        const rows = rowsOf(given)
        const groups = groupsOf(rows, by as 'category' | 'payee' | 'day', 'ru')
        for (const { currency, total } of totalsOf(rows, 'RUB')) {
          const own = rows.filter((each) => each.currency === currency)
          expect(total).toBe(own.reduce((sum, each) => sum + each.amount, 0))
          expect(groups.filter((g) => g.currency === currency).reduce((sum, g) => sum + g.total, 0)).toBe(total)
        }
        expect(groups.reduce((sum, g) => sum + g.count, 0)).toBe(rows.length)
      }),
    )
  })

  it('of a limit are what its rows cost, and left is the rest, below zero when exceeded', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 1e9 }), (given, limit) => {
        const rows = rowsOf(given)
        for (const categoryKey of ['cafe', EVERYTHING]) {
          const state = budgetState(budget({ limit, categoryKey, period: 'week' }), rows, today)
          const own = rows.filter(({ id }) => state.transactionIds.includes(id))
          expect(state.spent).toBe(own.reduce((sum, each) => sum + each.amount, 0))
          expect(state.left).toBe(limit - state.spent)
          expect(own.every((each) => each.occurredOn >= '2026-03-16' && each.occurredOn <= '2026-03-22')).toBe(true)
          expect(own.every(({ currency }) => currency === 'RUB')).toBe(true)
        }
      }),
    )
  })

  it('call one category by one name however it was said', () => {
    const rows = rowsOf([{ category: 'кофе' }, { category: 'кафешке' }, { category: 'coffee' }, { category: 'обед' }])
    expect(groupsOf(rows, 'category', 'ru').map(({ label, count }) => [label, count])).toEqual([['кафе', 4]])
    expect(groupsOf(rowsOf([{ category: 'кофе' }]), 'category', 'ru')[0]?.label).toBe('кофе')
  })

  it('over limits exist only where nothing is counted twice', () => {
    const states = (...inputs: Partial<BudgetRow>[]) => inputs.map((input) => budgetState(budget(input), [], today))
    expect(overall(states({ limit: 100 }, { limit: 200, categoryKey: 'taxi' }))?.left).toBe(300)
    expect(overall(states({}, { period: 'week' }))).toBeNull()
    expect(overall(states({}, { categoryKey: EVERYTHING }))).toBeNull()
    expect(overall([])).toBeNull()
  })

  it('know when a limit was crossed', () => {
    const rows = rowsOf([
      { category: 'кафе', amount: 400_000 },
      { category: 'кафе', amount: 100_001 },
    ])
    expect(exceededAt(budget({}), rows, today)).toBe(now.getTime())
    expect(exceededAt(budget({ limit: 500_001 }), rows, today)).toBeNull()
  })
})

describe('what is told', () => {
  const none = { budget: null, occurredOn: today }
  it('has the number first', () => {
    expect(told(tellAdded({ ...entry({ category: 'такси' }), ...none }, false))).toBe('450 ₽, такси. Записано.')
    expect(told(tellAdded({ ...entry({ payee: 'кафе' }), ...none }, false))).toBe('450 ₽, кафе. Записано.')
    expect(told(tellAdded({ ...entry({ kind: 'income', category: 'зарплата' }), ...none }, false))).toBe(
      '+450 ₽, зарплата. Записано.',
    )
    expect(told(tellAdded({ ...entry({}), ...none, occurredOn: '2026-03-17' }, true))).toBe(
      '450 ₽, трата, вчера. Записано.',
    )
  })

  it('sums up by name of the period', () => {
    const rows = rowsOf([{ category: 'такси' }, { amount: 130_000, payee: 'пятёрочке' }])
    const summary = {
      total: 175_000,
      currency: 'RUB',
      totals: totalsOf(rows, 'RUB'),
      groups: groupsOf(rows, 'category', 'ru'),
      groupBy: 'category' as const,
      kind: 'expense' as const,
      filter: null,
      count: 2,
      transactionIds: [],
      from: today,
      to: today,
      today,
    }
    expect(told(tellSummary(summary))).toBe('1 750 ₽ за сегодня: продукты 1 300 ₽, такси 450 ₽.')
    const empty = { ...summary, totals: [], groups: [], count: 0, from: '2026-03-17', to: '2026-03-17' }
    expect([told(tellSummary(empty)), told(tellSummary(empty), 'en')]).toEqual([
      'Вчера трат нет.',
      'No spending yesterday.',
    ])
  })

  it('exists in both languages', () => {
    expect(Object.keys(catalog('ru')).sort()).toEqual(Object.keys(catalog('en')).sort())
  })
})

describe('claims of success', () => {
  const claims = (text: string): boolean => finance.claims?.done.some((claim) => claim.test(text)) ?? false
  it.each([
    'Записал трату 450 ₽ на такси.',
    'Я добавила расход.',
    'Трата удалена.',
    'Лимит 5 000 ₽ установлен.',
    'I have recorded the expense.',
    'Your budget has been set.',
    'Done, logged $12.',
    'Счёт добавлен.',
  ])('%s is one', (text) => expect(claims(text)).toBe(true))
  it.each([
    'Сколько вы потратили?',
    'Записал встречу на завтра.',
    'Вчера трат нет.',
    'How much was it?',
    'I moved the meeting.',
  ])('%s is none', (text) => expect(claims(text)).toBe(false))
})

it('amounts and days are checked wherever they come in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.maxSafeInteger()), (amount) => {
      const fine = Number.isSafeInteger(amount) && amount > 0 && amount <= MAX_AMOUNT
      expect(code(() => readAmount(amount, 'RUB'))).toBe(fine ? 'allowed' : 'invalid finance.amount_out_of_range')
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(code(() => readEntryDay(text, today))).toMatch(/^(?:allowed|invalid finance\.(?:bad_date|date_too_far))$/)
    }),
  )
})
