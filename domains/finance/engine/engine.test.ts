// The parts that decisions of finance stand on: categories, periods, pages, account names.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { type Message, Messages } from '../../../core/messages.ts'
import { accountKey, accountName, kindOf } from './accounts.ts'
import { deriveCategory, isEverything, readCategory, readFilter, readPayee } from './categories.ts'
import { entryCursor, pageOf, readEntryCursor } from './pages.ts'
import { namePeriod, periodOf } from './periods.ts'

const catalog = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../messages.${lang}.json`, import.meta.url), 'utf8'))
const messages = new Messages({ ru: catalog('ru'), en: catalog('en') })
const today = '2026-03-18'
const told = (message: Message, locale = 'ru-RU'): string =>
  messages.render(message, { locale, timeZone: 'Europe/Moscow', now: new Date('2026-03-18T10:00:00+03:00') })
const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}

describe('categories', () => {
  it.each([
    ['такси', 'такси', 'taxi'],
    ['Такси', 'такси', 'taxi'],
    ['продуктов', 'продукты', 'groceries'],
    ['groceries', 'groceries', 'groceries'],
    ['кафешке', 'кафе', 'cafe'],
    ['кофе', 'кофе', 'cafe'],
    ['cafe', 'cafe', 'cafe'],
    ['бензина', 'бензин', 'car'],
    ['на учёбу', 'учёба', 'education'],
    ['корм коту', 'корм', 'pets'],
    ['интернета', 'интернет', 'telecom'],
    ['билеты на самолет', 'билеты на самолет', 'travel'],
    ['зарплатой', 'зарплата', 'salary'],
    ['Марсианские хроники', 'Марсианские хроники', 'марсианск хроник'],
    ['🍕', '🍕', '🍕'],
  ])('%s is %s', (said, label, key) => {
    const read = readCategory(said, 'ru')
    expect([read.label, read.key]).toEqual([label, key])
  })

  it('gives words that only hint at a category its usual name in the language of the person', () => {
    expect(readCategory('burgers', 'en').label).toBe('cafe')
    expect(readCategory('burgers', 'ru').label).toBe('кафе')
  })

  it('knows a merchant in any inflection and keeps an unknown payee as said', () => {
    expect(readPayee('пятёрочке')).toEqual({ name: 'Пятёрочка', key: 'пятерочк', category: 'groceries' })
    expect(readPayee('пятерочка').key).toBe(readPayee('Пятёрочку').key)
    expect(readPayee('uber eats').category).toBe('cafe')
    expect(readPayee('uber').category).toBe('taxi')
    expect(readPayee('у Ашота')).toEqual({ name: 'у Ашота', key: 'ашот', category: null })
  })

  it('derives by the rules of the person before payee before note', () => {
    const rules = [
      { matchWords: ['яндекс'], category: 'работа', categoryKey: 'работ' },
      { matchWords: ['такс', 'яндекс'], category: 'командировка', categoryKey: 'командировк' },
    ]
    const row = { payee: 'Яндекс Такси', note: 'кофе' }
    expect(deriveCategory(row, rules, 'ru')?.label).toBe('командировка')
    expect(deriveCategory(row, [], 'ru')?.label).toBe('такси')
    expect(deriveCategory({ payee: 'у Ашота', note: 'кофе' }, [], 'ru')?.label).toBe('кафе')
    expect(deriveCategory({ payee: 'у Ашота', note: null }, rules, 'ru')).toBeNull()
  })

  it('reads a filter as the category or the merchant that was meant', () => {
    expect(readFilter('кафешки', 'ru')).toEqual({ categoryKey: 'cafe' })
    expect(readFilter('в магните', 'ru')).toEqual({ payeeKey: readPayee('магнит').key })
    expect([isEverything('Всё'), isEverything('total'), isEverything('кафе')]).toEqual([true, true, false])
  })

  it('has unique keys and a label in both languages that leads back to its own category', () => {
    const { categories } = JSON.parse(
      readFileSync(new URL('../knowledge/categories.json', import.meta.url), 'utf8'),
    ) as {
      categories: { key: string; labels: { ru: string; en: string } }[]
    }
    expect(new Set(categories.map(({ key }) => key)).size).toBe(categories.length)
    expect(categories.length).toBeGreaterThanOrEqual(25)
    for (const { key, labels } of categories)
      expect([readCategory(labels.ru, 'ru').key, readCategory(labels.en, 'en').key]).toEqual([key, key])
  })
})

describe('periods', () => {
  it('hold their day, begin on Monday, the 1st and January 1st, and follow one another', () => {
    const day = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('week', 'month', 'year'), (at, period) => {
        const date = at.toISOString().slice(0, 10)
        const { from, to } = periodOf(period as 'week' | 'month' | 'year', date)
        expect(from <= date && date <= to).toBe(true)
        const next = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
        expect(periodOf(period as 'week' | 'month' | 'year', next).from).toBe(next)
        if (period === 'week') expect(new Date(from).getUTCDay()).toBe(1)
      }),
    )
  })

  it.each([
    ['2026-03-18', '2026-03-18', 'за сегодня', 'Сегодня', 'today'],
    ['2026-03-17', '2026-03-17', 'за вчера', 'Вчера', 'yesterday'],
    ['2026-03-12', '2026-03-12', 'за 12 марта', '12 марта', 'on 12 March'],
    ['2026-03-16', '2026-03-18', 'за эту неделю', 'На этой неделе', 'this week'],
    ['2026-03-09', '2026-03-15', 'за прошлую неделю', 'На прошлой неделе', 'last week'],
    ['2026-03-01', '2026-03-31', 'за март', 'В марте', 'in March'],
    ['2025-12-01', '2025-12-31', 'за декабрь 2025 года', 'В декабре 2025 года', 'in December 2025'],
    ['2026-03-01', '2026-03-18', 'с 1 по 18 марта', 'С 1 по 18 марта', 'from 1 to 18 March'],
    ['2026-02-25', '2026-03-03', 'с 25 февраля по 3 марта', 'С 25 февраля по 3 марта', 'from 25 February to 3 March'],
    ['2026-01-01', '2026-03-18', 'с начала года', 'С начала года', 'this year so far'],
    ['2025-01-01', '2025-12-31', 'за 2025 год', 'В 2025 году', 'in 2025'],
  ])('%s to %s is %s', (from, to, during, when, english) => {
    const name = namePeriod({ from, to }, today)
    expect([told(name.during), told(name.when), told(name.during, 'en')]).toEqual([during, when, english])
  })
})

describe('pages', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
  it('show every row once', () => {
    const first = pageOf(rows, { limit: 2 })
    const second = pageOf(rows, { limit: 3, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items]).toEqual(rows)
    expect(second.nextCursor).toBeNull()
  })
  it('refuse a cursor that nobody gave out', () => {
    expect(code(() => pageOf(rows, { cursor: 'x' }))).toBe('invalid finance.bad_cursor')
    for (const cursor of ['', '2026-03-18', '2026-02-31.5', "2026-03-18.1'; drop", '2026-03-18.5.6'])
      expect(code(() => readEntryCursor(cursor))).toBe('invalid finance.bad_cursor')
    expect(readEntryCursor(entryCursor({ occurredOn: today, seq: 7 }))).toEqual({ occurredOn: today, seq: 7 })
  })
})

describe('accounts', () => {
  it.each([
    ['карту тинькофф', 'Карта тинькофф', 'card'],
    ['кредитную карту втб', 'Кредитная карта втб', 'credit'],
    ['наличных', 'Наличные', 'cash'],
    ['счёте в сбере', 'Счёт в сбере', 'bank'],
    ['emergency savings', 'Emergency savings', 'savings'],
    ['ипотека', 'Ипотека', 'loan'],
  ])('%s is %s', (said, name, kind) => {
    expect([accountName(said), kindOf(said)]).toEqual([name, kind])
    expect(accountKey(said)).toBe(accountKey(name))
  })
  it('are one however the name is said', () => {
    expect(accountKey('тинькоффе')).toBe(accountKey('Карта Тинькофф'))
    expect(accountKey('вклад альфа')).not.toBe(accountKey('карта альфа'))
  })
})
