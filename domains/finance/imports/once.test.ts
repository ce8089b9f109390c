// Any list of movements is stored exactly once, and fast.
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { newUser, onServer, useDatabase } from '../../../test/harness/database.ts'
import { importDriver } from './fixtures/driver.ts'
import { encodeText } from './fixtures/encode.ts'
import { fileOf, fixtureText, removeFiles } from './fixtures/files.ts'

const database = useDatabase()
const { importFile, stored } = importDriver(database)
afterAll(removeFiles)

const MONTHS = ['января', 'февраля', 'марта']
interface Given {
  day: number
  amount: number
  text: string
}
interface Dialect {
  separator: string
  date: 'iso' | 'dotted' | 'words' | 'us'
  comma: boolean
  minus: string
  columns: 'one' | 'two'
  encoding: 'utf-8' | 'mark' | 'windows-1251'
  descending: boolean
}
const pad = (n: number): string => String(n).padStart(2, '0')
const dayText = (day: number, how: Dialect['date']): string => {
  const [month, date] = [Math.floor(day / 28) + 1, (day % 28) + 1]
  if (how === 'iso') return `2026-${pad(month)}-${pad(date)}`
  if (how === 'dotted') return `${pad(date)}.${pad(month)}.2026`
  return how === 'us' ? `${pad(month)}/${pad(date)}/2026` : `${date} ${MONTHS[month - 1]} 2026`
}
const sumText = (amount: number, { comma, minus }: Dialect): string => {
  const whole = String(Math.trunc(Math.abs(amount) / 100)).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, comma ? ' ' : ',')
  const text = `${whole}${comma ? ',' : '.'}${pad(Math.abs(amount) % 100)}`
  return amount < 0 ? (minus === '(' ? `(${text})` : `${minus}${text}`) : text
}
const writeCsv = (given: readonly Given[], dialect: Dialect): Uint8Array => {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const line = (cells: string[]): string => cells.map(cell).join(dialect.separator)
  const rows = given.map(({ day, amount, text }) => {
    const sum = sumText(dialect.columns === 'two' ? Math.abs(amount) : amount, dialect)
    const sums = dialect.columns === 'one' ? [sum] : amount < 0 ? [sum, ''] : ['', sum]
    return line([dayText(day, dialect.date), ...sums, text])
  })
  const heading = line(['Дата операции', ...(dialect.columns === 'one' ? ['Сумма'] : ['Расход', 'Приход']), 'Описание'])
  const text = [heading, ...(dialect.descending ? rows.reverse() : rows)].join('\n')
  if (dialect.encoding === 'windows-1251') return encodeText(text.replaceAll('−', '-'), 'windows-1251')
  return new TextEncoder().encode(dialect.encoding === 'mark' ? `\ufeff${text}` : text)
}

describe('any list of movements', () => {
  const given = fc.array(
    fc.record({
      day: fc.nat(83),
      amount: fc
        .oneof(fc.constantFrom(-25_000, -10_050), fc.integer({ min: -9_999_999, max: 9_999_999 }))
        .filter((n) => n !== 0),
      text: fc.constantFrom('Кофе', 'Магазин "Ёлка"; дом 5', 'Такси, ночь', 'Зарплата', 'Taxi\tnight'),
    }),
    { minLength: 1, maxLength: 40 },
  )
  const dialect = fc.record({
    separator: fc.constantFrom(';', ',', '\t', '|'),
    date: fc.constantFrom('iso' as const, 'dotted' as const, 'words' as const, 'us' as const),
    comma: fc.boolean(),
    minus: fc.constantFrom('-', '−', '('),
    columns: fc.constantFrom('one' as const, 'two' as const),
    encoding: fc.constantFrom('utf-8' as const, 'mark' as const, 'windows-1251' as const),
    descending: fc.boolean(),
  })
  const cut = fc.record({ from: fc.nat(83), days: fc.integer({ min: 1, max: 84 }), dialect, place: fc.nat() })

  it('is there exactly once however it was cut by days, written and ordered', async () => {
    await fc.assert(
      fc.asyncProperty(given, fc.array(cut, { maxLength: 4 }), dialect, async (all, cuts, whole) => {
        const anna = newUser()
        const list = [...all].sort((a, b) => a.day - b.day)
        const files = cuts.map(({ from, days, dialect: how, place }) => {
          const part = list.filter(({ day }) => day >= from && day < from + days)
          return { part, how, place }
        })
        files.push({ part: list, how: whole, place: 1_000 })
        files.sort((a, b) => a.place - b.place)
        for (const { part, how } of files) {
          if (part.length === 0) continue
          // Without a day over twelve nothing tells that the month is first.
          const told =
            how.date === 'us' && !part.some(({ day }) => day % 28 > 11) ? { ...how, date: 'iso' as const } : how
          const run = await importFile(anna, fileOf(writeCsv(part, told)))
          expect(run.rejected).toEqual([])
        }
        const wanted = list.map(({ amount }) => amount).sort((a, b) => a - b)
        const found = (await stored(anna)).map(({ kind, amount }) => (kind === 'income' ? amount : -amount))
        expect(found.sort((a, b) => a - b)).toEqual(wanted)
      }),
      { numRuns: onServer() ? 100 : 30 },
    )
  }, 60_000)
})

describe('speed', () => {
  /** Rows and the least of them a second: the embedded database does without a server's cores. */
  const figures = () => (onServer() ? { rows: 20_000, floor: 5_000 } : { rows: 3_000, floor: 500 })
  it('saves 5,000 rows of CSV a second on a server, 500 on the embedded database', async () => {
    const { rows, floor } = figures()
    const heading = fixtureText('tbank.csv').split('\n')[0] ?? ''
    const lines = Array.from({ length: rows }, (_, i) => {
      const date = `${pad((Math.floor(i / 700) % 28) + 1)}.02.2026`
      const shop = `Магазин ${i % 900}`
      return `"${date} 10:00:00";"${date}";"*4411";"OK";"-${i % 4_000},50";"RUB";"-${i % 4_000},50";"RUB";"";"Прочее";"5411";"${shop}";"0";"0";"0"`
    })
    const file = fileOf(`${heading}\n${lines.join('\n')}\n`)
    const measure = async (): Promise<number> => {
      const anna = newUser()
      const start = performance.now()
      const run = await importFile(anna, file)
      expect(run.created).toBe(rows)
      return rows / ((performance.now() - start) / 1_000)
    }
    // The machine may be busy with something else for a while: the best of three is what the code can do.
    let best = 0
    for (let i = 0; i < 3 && best < floor; i++) best = Math.max(best, await measure())
    process.stdout.write(`bank import: ${Math.round(best)} rows/s\n`)
    expect(best).toBeGreaterThanOrEqual(floor)
  }, 60_000)
})
