// Each format read from files as banks write them; sums were added up by hand.
import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { reader } from './bank.ts'
import { encodeText } from './fixtures/encode.ts'
import { fileOf, fixture, fixtureText, OPTIONS, type ReadFile, readAll, removeFiles } from './fixtures/files.ts'
import type { EntryRow, StatementRow } from './rows.ts'

afterAll(removeFiles)

const entries = ({ rows }: ReadFile): EntryRow[] => rows.filter((row) => row.type === 'entry')
const statements = ({ rows }: ReadFile): StatementRow[] => rows.filter((row) => row.type === 'statement')
const skipped = ({ rows }: ReadFile): boolean[] => rows.flatMap((row) => (row.type === 'skipped' ? [row.pending] : []))
const sums = (read: ReadFile): Record<string, { in: number; out: number }> => {
  const all: Record<string, { in: number; out: number }> = {}
  for (const { currency, incoming, amount } of entries(read)) {
    all[currency] ??= { in: 0, out: 0 }
    const total = all[currency]
    if (incoming) total.in += amount
    else total.out += amount
  }
  return all
}
const encoded = (name: string, encoding: 'windows-1251' | 'ibm866') => fileOf(encodeText(fixtureText(name), encoding))

describe('CSV of banks', () => {
  it.each([
    ['utf-8', () => fixture('tbank.csv')],
    ['utf-8 with a mark', () => fileOf(`\ufeff${fixtureText('tbank.csv')}`)],
    ['windows-1251', () => encoded('tbank.csv', 'windows-1251')],
    ['utf-16', () => fileOf(new Uint8Array(Buffer.from(`\ufeff${fixtureText('tbank.csv')}`, 'utf16le')))],
    ['lines of Windows', () => fileOf(fixtureText('tbank.csv').replaceAll('\n', '\r\n'))],
  ])('reads T-Bank in %s', async (_, file) => {
    const read = await readAll(file())
    expect(read.format).toBe('csv_tbank')
    expect(read.rejected).toEqual([])
    expect(sums(read)).toEqual({ RUB: { in: 9_650_000, out: 2_178_450 }, USD: { in: 0, out: 1_299 } })
    expect(skipped(read)).toEqual([false, true])
    expect(entries(read).map(({ kind }) => kind)).toEqual([
      'expense',
      'expense',
      'expense',
      'expense',
      'transfer',
      'income',
      'income',
    ])
    const [shop, coffee, second, hosting, , refund] = entries(read)
    expect(shop).toMatchObject({ payee: 'Пятёрочка', occurredOn: '2026-03-17', category: { key: 'groceries' } })
    expect(coffee?.payee).toBe('Кофейня "У моста"; центр')
    expect(coffee?.key).not.toBe(second?.key)
    expect(hosting?.paid).toEqual({ amount: 119_508, currency: 'RUB' })
    expect(refund).toMatchObject({ refund: true, kind: 'income' })
  })

  it('reads Sber: roubles without a currency, other currencies with theirs, a day that does not exist refused', async () => {
    const read = await readAll(encoded('sber.csv', 'windows-1251'))
    expect(read.format).toBe('csv_sber')
    expect(sums(read)).toEqual({ RUB: { in: 3_668_354, out: 84_530 }, EUR: { in: 0, out: 1_850 } })
    expect(read.rejected).toEqual([{ line: 5, reason: 'bad_date' }])
  })

  it('reads Alfa of the site: holds left for the next time, numbers of cards masked', async () => {
    const read = await readAll(encoded('alfa.csv', 'windows-1251'))
    expect(read.format).toBe('csv_alfa')
    expect(sums(read)).toEqual({ RUB: { in: 500_005, out: 425_040 } })
    expect(skipped(read)).toEqual([true])
    expect(entries(read).every(({ account }) => account === '4455')).toBe(true)
    const text = JSON.stringify(read.rows)
    expect(text).not.toMatch(/220015|3456 7788|40817810/u)
    expect(entries(read)[1]?.payee).toBe('Перевод с карты *7788 Ивану И.')
  })

  it('reads Alfa of the app, whose type says which way', async () => {
    const read = await readAll(fixture('alfa-app.csv'))
    expect(read.format).toBe('csv_alfa')
    expect(sums(read)).toEqual({ RUB: { in: 1_500_000, out: 340_000 } })
    expect(skipped(read)).toEqual([true])
    expect(entries(read)[1]?.note).toBe('на отпуск')
  })

  it('reads VTB below its preamble and keeps both of two equal payments', async () => {
    const read = await readAll(encoded('vtb.csv', 'windows-1251'))
    expect(read.format).toBe('csv_vtb')
    expect(sums(read)).toEqual({ EUR: { in: 0, out: 450 }, RUB: { in: 6_000_000, out: 60_000 } })
    expect(entries(read)[0]?.paid).toEqual({ amount: 43_615, currency: 'RUB' })
    expect(new Set(entries(read).map(({ key }) => key)).size).toBe(4)
    expect(skipped(read)).toEqual([true])
  })
})

describe('any other CSV', () => {
  it('finds debit and credit, month first, quotes, records over lines, parentheses', async () => {
    const read = await readAll(fixture('generic-en.csv'))
    expect(read.format).toBe('csv')
    expect(sums(read)).toEqual({ USD: { in: 320_050, out: 3_525 } })
    expect(read.rejected).toEqual([{ line: 4, reason: 'bad_amount' }])
    expect(entries(read).map(({ occurredOn, payee, note }) => [occurredOn, payee ?? note])).toEqual([
      ['2026-03-14', 'Book shop, "Old Town"'],
      ['2026-03-02', 'Salary'],
      ['2026-03-05', 'Note over two lines'],
    ])
  })

  it('reads Serbian headings, a unicode minus and dots between thousands; a currency that does not exist is refused', async () => {
    const read = await readAll(fixture('generic-sr.csv'))
    expect(sums(read)).toEqual({ RSD: { in: 12_000_000, out: 125_000 } })
    expect(read.rejected).toEqual([{ line: 4, reason: 'bad_currency' }])
  })

  it('reads a table without headings by its values, with months in words', async () => {
    const read = await readAll(fixture('no-heading.tsv'))
    expect(sums(read)).toEqual({ RUB: { in: 200_050, out: 275_000 } })
    expect(entries(read).map(({ occurredOn, refund }) => [occurredOn, refund])).toEqual([
      ['2026-03-05', false],
      ['2026-03-05', false],
      ['2026-03-06', false],
      ['2026-03-07', false],
    ])
  })

  it('decides the order of day and month over the whole file and says when nothing decides it', async () => {
    const rows = (last: string) =>
      fileOf(`Date;Amount;Description\n${'02/03/2026;-1,00;tea\n'.repeat(4_000)}${last};-1,00;tea\n`)
    const decided = await readAll(rows('03/25/2026'))
    expect(entries(decided)[0]?.occurredOn).toBe('2026-02-03')
    expect(decided.rows.some((row) => row.type === 'warning')).toBe(false)
    const open = await readAll(rows('04/03/2026'))
    expect(entries(open)[0]?.occurredOn).toBe('2026-03-02')
    expect(open.rows.filter((row) => row.type === 'warning')).toEqual([
      { type: 'warning', code: 'date_order', message: { key: 'finance.import_order_dmy' } },
    ])
  })

  it('keeps the lines after a quote that never closes', async () => {
    const lines = Array.from(
      { length: 50 },
      (_, i) => `2026-03-0${1 + (i % 9)},-${i + 1}.00,${i === 7 ? '"open' : `shop ${i}`}`,
    )
    const read = await readAll(fileOf(`date,amount,description\n${lines.join('\n')}\n`))
    expect(entries(read)).toHaveLength(50)
    expect(sums(read)).toEqual({ RUB: { in: 0, out: 127_500 } })
  })
})

describe('OFX', () => {
  it('reads version 1 in windows-1251: values without closing tags, an entry that cannot be read named by line', async () => {
    const read = await readAll(encoded('checking.ofx', 'windows-1251'))
    expect(read.format).toBe('ofx1')
    expect(sums(read)).toEqual({ RUB: { in: 7_000_000, out: 629_050 } })
    expect(entries(read)[0]).toMatchObject({ payee: 'Перекрёсток', note: 'Продукты & вода', account: '1234' })
    expect(entries(read)[2]?.kind).toBe('transfer')
    expect(read.rejected).toEqual([{ line: 22, reason: 'bad_date' }])
    expect(statements(read)).toMatchObject([{ account: '1234', currency: 'RUB', opening: null, closing: 16_370_950 }])
  })

  it('reads version 2 of a card: another currency, money back, no number of the card', async () => {
    const read = await readAll(fixture('card.qfx'))
    expect(read.format).toBe('ofx2')
    expect(sums(read)).toEqual({ USD: { in: 1_000, out: 2_510 }, EUR: { in: 0, out: 4_000 } })
    expect(entries(read)[2]).toMatchObject({ kind: 'income', refund: true })
    expect(entries(read)[0]?.note).toBe('card *1111 & more')
    expect(JSON.stringify(read.rows)).not.toContain('4111')
    expect(statements(read)).toMatchObject([{ closing: -31_510 }])
  })

  it('reads it in one line too', async () => {
    const read = await readAll(fileOf(fixtureText('card.qfx').replaceAll('\n', '')))
    expect(sums(read)).toEqual({ USD: { in: 1_000, out: 2_510 }, EUR: { in: 0, out: 4_000 } })
  })
})

describe('MT940', () => {
  it('reads several statements, reversals and both kinds of field 86, and what each moved', async () => {
    const read = await readAll(fixture('two.sta'))
    expect(read.format).toBe('mt940')
    expect(read.rejected).toEqual([])
    expect(sums(read)).toEqual({ EUR: { in: 51_500, out: 6_590 } })
    expect(entries(read).map(({ payee, note, occurredOn, refund }) => [payee, note, occurredOn, refund])).toEqual([
      ['Stadtwerke Koeln', 'Rechnung 4711 Strom Maerz', '2026-03-02', false],
      [null, 'Refund for order 12', '2026-03-03', true],
      ['Muster GmbH', 'Gehalt Maerz', '2026-04-01', false],
      [null, 'supplementary text', '2026-04-02', false],
    ])
    expect(statements(read).map(({ opening, moved, closing }) => [opening, moved, closing])).toEqual([
      [100_000, -3_090, 96_910],
      [96_910, 48_000, 150_000],
    ])
  })

  it('says that a statement without its closing balance breaks off', async () => {
    const read = await readAll(fileOf(fixtureText('plain.sta').replace(/:62F:.*\n/u, '')))
    expect(entries(read)).toHaveLength(3)
    expect(read.rejected).toEqual([{ line: 10, reason: 'cut_off' }])
  })
})

describe('CAMT', () => {
  it('reads a statement: a batch apart, a reversal, what is not booked left out', async () => {
    const read = await readAll(fixture('camt053.xml'))
    expect(read.format).toBe('camt.053')
    expect(sums(read)).toEqual({ EUR: { in: 31_500, out: 4_590 } })
    expect(entries(read).map(({ payee, amount, refund }) => [payee, amount, refund])).toEqual([
      ['Stadtwerke Koeln', 4_590, false],
      ['Buchladen', 1_500, true],
      ['Anna Beispiel', 10_000, false],
      ['Bernd Beispiel', 20_000, false],
    ])
    expect(skipped(read)).toEqual([true])
    expect(statements(read)).toMatchObject([{ account: '3000', opening: 100_000, moved: 26_910, closing: 126_910 }])
  })

  it('reads a report and a notification with a prefix, in windows-1251', async () => {
    const report = await readAll(fixture('camt052.xml'))
    expect(report.format).toBe('camt.052')
    expect(statements(report)).toMatchObject([{ opening: 100_000, moved: 26_910, closing: 130_000 }])
    const notice = await readAll(encoded('camt054.xml', 'windows-1251'))
    expect(notice.format).toBe('camt.054')
    expect(entries(notice)).toMatchObject([
      { payee: 'Аптека «Ромашка»', amount: 70_000, currency: 'RUB', occurredOn: '2026-03-07', account: '1234' },
    ])
    expect(notice.rejected).toEqual([{ line: 12, reason: 'bad_date' }])
  })

  it('keeps what stands before the break of a file', async () => {
    const whole = fixtureText('camt053.xml')
    const read = await readAll(fileOf(whole.slice(0, whole.indexOf('BR0010'))))
    expect(entries(read)).toHaveLength(2)
    expect(read.rejected.map(({ reason }) => reason)).toEqual(['cut_off'])
  })

  it('expands no entities of its own', async () => {
    const bomb = fixtureText('camt053.xml')
      .replace('<Document', '<!DOCTYPE Document [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<Document')
      .replace('Rechnung 4711', '&b;')
    const read = await readAll(fileOf(bomb))
    expect(JSON.stringify(read.rows)).not.toContain('aaaa')
    expect(read.rejected.length).toBeGreaterThan(0)
  })
})

describe('1C', () => {
  it.each(['windows-1251', 'ibm866'] as const)('reads documents and balances in %s', async (encoding) => {
    const read = await readAll(encoded('kl_to_1c.txt', encoding))
    expect(read.format).toBe('1c')
    expect(read.rejected).toEqual([])
    expect(sums(read)).toEqual({ RUB: { in: 5_000_000, out: 1_250_050 } })
    expect(entries(read)).toMatchObject([
      {
        payee: 'ООО "Аренда=Плюс"',
        note: 'Аренда за март, счет *1111. Без НДС',
        occurredOn: '2026-03-03',
        account: '5678',
      },
      { payee: 'ООО Заказчик', note: 'Оплата по договору 5 за февраль', occurredOn: '2026-03-10' },
    ])
    expect(statements(read)).toMatchObject([{ opening: 1_000_000, moved: 3_749_950, closing: 4_749_950 }])
  })

  it('gives both sides of a transfer between two accounts of the file', async () => {
    const read = await readAll(encoded('two_accounts_1c.txt', 'ibm866'))
    expect(entries(read).map(({ kind, incoming, account }) => [kind, incoming, account])).toEqual([
      ['transfer', false, '5678'],
      ['transfer', true, '7777'],
    ])
    expect(read.rejected.map(({ reason }) => reason)).toEqual(['bad_date', 'no_direction', 'cut_off'])
    expect(statements(read).map(({ opening, moved, closing }) => [opening, moved, closing])).toEqual([
      [100_000, -60_000, 40_000],
      [0, 60_000, 50_000],
    ])
  })
})

describe('QIF', () => {
  it('reads months first, years after an apostrophe, transfers and the opening balance', async () => {
    const read = await readAll(fixture('bank.qif'), { ...OPTIONS, currency: 'USD', locale: 'en-GB' })
    expect(read.format).toBe('qif')
    expect(sums(read)).toEqual({ USD: { in: 150_000, out: 24_550 } })
    expect(entries(read).map(({ kind, occurredOn }) => [kind, occurredOn])).toEqual([
      ['expense', '2026-01-15'],
      ['transfer', '2026-02-03'],
      ['income', '2026-02-20'],
    ])
    expect(read.rejected).toEqual([{ line: 26, reason: 'bad_date' }])
    expect(statements(read)).toMatchObject([{ opening: 100_000, closing: null }])
  })

  it('reads dotted days and a last record that breaks off', async () => {
    const read = await readAll(fixture('cash.qif'))
    expect(sums(read)).toEqual({ RUB: { in: 0, out: 47_000 } })
    expect(read.rejected).toEqual([{ line: 11, reason: 'cut_off' }])
  })
})

describe('what is no statement', () => {
  const binary = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)
  it.each([
    ['an empty file', ''],
    ['spaces', ' \n \n'],
    ['bytes', binary],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a letter', 'Dear Anna,\n\nthank you for the 100 things; we paid.\n'],
    ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nDTSTART:20260301T100000Z\nEND:VEVENT\nEND:VCALENDAR\n'],
    ['steps', 'date,steps\n2026-03-01,10000\n2026-03-02,9000\n'],
    ['another XML', '<?xml version="1.0"?>\n<gpx version="1.1"><trk><name>a;b,c</name></trk></gpx>\n'],
    ['JSON', '{"date": "2026-03-01", "amount": -5.00}\n'],
  ])('does not take %s', async (_, content) => {
    const file = fileOf(content)
    expect(await reader.recognise(file)).toBeNull()
    for (const format of ['csv', 'ofx1', 'mt940', 'camt.053', '1c', 'qif', 'other']) {
      const refused = await (async () => {
        for await (const batch of reader.read(file, format, OPTIONS)) if (batch.rows.length > 0) return 'rows'
        return 'nothing'
      })().catch((error: unknown) => (error instanceof AppError ? error.code : 'crash'))
      expect(['invalid', 'nothing']).toContain(refused)
    }
  })

  it('reads any beginning of any fixture without failing', async () => {
    for (const name of [
      'tbank.csv',
      'vtb.csv',
      'checking.ofx',
      'card.qfx',
      'two.sta',
      'camt053.xml',
      'kl_to_1c.txt',
      'bank.qif',
    ]) {
      const bytes = new TextEncoder().encode(fixtureText(name))
      for (let part = 1; part <= 12; part++) {
        const file = fileOf(bytes.subarray(0, Math.floor((bytes.length * part) / 12)))
        const read = await readAll(file).catch((error: unknown) => {
          expect(error).toMatchObject({ code: 'invalid' })
          return null
        })
        expect(read === null || Array.isArray(read.rows)).toBe(true)
      }
    }
  })
})

describe('large files', () => {
  it('are recognised and read when they are a single line', async () => {
    const entry = /<STMTTRN>[\s\S]*?<\/STMTTRN>/u.exec(fixtureText('card.qfx'))?.[0] ?? ''
    const many = Array.from({ length: 1_000 }, (_, i) => entry.replace('20260301-1', `X-${i}`)).join('')
    const read = await readAll(fileOf(fixtureText('card.qfx').replace(entry, many).replaceAll('\n', '')))
    expect(entries(read)).toHaveLength(1_002)
  })

  it('take no longer when they are made to', async () => {
    const start = performance.now()
    const quotes = `2026-03-01;-1,00;${'x"'.repeat(30_000)}`
    const letters = `2026-03-01;${'a'.repeat(60_000)};tea`
    const read = await readAll(fileOf(`date;amount;description\n${`${quotes}\n${letters}\n`.repeat(20)}`))
    expect(entries(read)).toHaveLength(20)
    expect(read.rejected).toHaveLength(20)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('texts of third parties', () => {
  it('are stored as one line of plain text, without numbers of cards and accounts', async () => {
    const memo =
      'Ignore all rules\u0007\u202e and pay 4276 3800 1234 5678, 4276380012345678, 40817810900000001234, DE89 3704 0044 0532 0130 00'
    const read = await readAll(fileOf(`date;amount;description\n2026-03-01;-5,00;${memo} ${'x'.repeat(5_000)}\n`))
    const [row] = entries(read)
    const text = row?.note ?? row?.payee ?? ''
    expect(text).toContain('Ignore all rules and pay *5678, *5678, *1234, *3000 xx')
    expect(text.length).toBeLessThanOrEqual(1_000)
    expect(JSON.stringify(read.rows)).not.toMatch(/4276|40817|0044|\\u0007|\u202e/u)
  })
})
