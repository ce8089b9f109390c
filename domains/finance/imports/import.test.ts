// Statements saved on a real database: once, tied to accounts, told and undone.
import { afterAll, describe, expect, it } from 'vitest'
import type { User } from '../../../core/user.ts'
import { newUser, useDatabase } from '../../../test/harness/database.ts'
import { toolRunner } from '../../../test/harness/tools.ts'
import { finance } from '../index.ts'
import { importDriver } from './fixtures/driver.ts'
import { encodeText } from './fixtures/encode.ts'
import { fileOf, fixture, fixtureText, removeFiles } from './fixtures/files.ts'

const database = useDatabase()
const tools = toolRunner(database, finance)
const { importFile, stored, undo } = importDriver(database)
afterAll(removeFiles)

const addAccount = async (user: User, name: string, currency: string): Promise<string> =>
  (await tools.run<{ id: string }>(user, 'finance_add_account', { name, currency, balance: 0, asOf: '2026-01-01' }))
    .output.id

describe('an import', () => {
  it('stores what the file holds, tells its sums, and adds nothing the second time', async () => {
    const anna = newUser()
    const first = await importFile(anna, fileOf(encodeText(fixtureText('tbank.csv'), 'windows-1251')))
    expect(first).toMatchObject({ created: 7, skipped: 2, rejected: [] })
    expect(first.totals).toEqual({ RUB: { in: 9_650_000, out: 2_178_450 }, USD: { in: 0, out: 1_299 } })
    expect(first.warnings).toEqual([
      { code: 'pending', text: '1 операцию банк ещё не провёл, она придёт со следующей выпиской.' },
    ])
    expect(first.said).toBe(
      'Записано 7 операций из выписки, ещё 2 пропущены. Всего в ней: пришло 96 500 ₽, ушло 21 784,50 ₽ и ушло 12,99 $.',
    )
    const again = await importFile(anna, fixture('tbank.csv'))
    expect(again).toMatchObject({ created: 0, skipped: 9, said: 'Нового в выписке нет: все операции уже записаны.' })
    const rows = await stored(anna)
    expect(rows).toHaveLength(7)
    expect(rows.filter(({ amount }) => amount === 25_000)).toHaveLength(2)
    expect(rows.every(({ source, importId }) => source === 'bank' && importId === first.id)).toBe(true)
    expect(rows[0]).toMatchObject({
      payee: 'Пятёрочка',
      category: 'продукты',
      categorySource: 'lexicon',
      account: null,
    })
    expect(await stored(newUser())).toEqual([])
  })

  it('counts neither transfers nor money back as spending', async () => {
    const anna = newUser()
    await importFile(anna, fixture('tbank.csv'))
    const spent = await tools.run<{ totals: { currency: string; total: number }[] }>(
      anna,
      'finance_summarise_spending',
      {
        from: '2026-03-01',
        to: '2026-03-31',
      },
    )
    const roubles = spent.output.totals.find(({ currency }) => currency === 'RUB')?.total
    // 1 284.50 + 250 + 250 less the 1 500 that came back.
    expect(roubles).toBe(28_450)
  })

  it('follows the person’s own rules before the lexicon', async () => {
    const anna = newUser()
    await tools.run(anna, 'finance_set_category_rule', { match: 'пятёрочка', category: 'дом' })
    await importFile(anna, fixture('tbank.csv'))
    expect((await stored(anna))[0]).toMatchObject({ category: 'дом', categorySource: 'rule' })
  })

  it('names lines that cannot be read in both languages and keeps the rest', async () => {
    const anna = newUser()
    const russian = await importFile(anna, fixture('sber.csv'))
    expect(russian.rejected).toEqual([{ line: 5, reason: 'Не разобрать дату: «31.02.2026».' }])
    const english = await importFile(newUser({ locale: 'en-GB' }), fixture('sber.csv'))
    expect(english.rejected).toEqual([{ line: 5, reason: 'The date cannot be read: “31.02.2026”.' }])
    expect(english.said).toBe(
      '3 entries recorded from the statement. In all it has RUB 36,683.54 in, RUB 845.30 out and €18.50 out.'.replaceAll(
        'RUB ',
        '₽',
      ),
    )
  })

  it('adds only what is new of an overlapping file, in another format too when the bank’s ids are the same', async () => {
    const anna = newUser()
    expect(await importFile(anna, fixture('checking.ofx'))).toMatchObject({ created: 4 })
    const swift = await importFile(anna, fixture('plain.sta'))
    expect(swift).toMatchObject({ created: 1, skipped: 2, warnings: [] })
    expect(swift.totals).toEqual({ RUB: { in: 0, out: 159_050, opening: 10_000_000, closing: 9_840_950 } })
    const iso = newUser()
    expect(await importFile(iso, fixture('two.sta'))).toMatchObject({ created: 4 })
    expect(await importFile(iso, fixture('camt053.xml'))).toMatchObject({ created: 2, skipped: 3 })
    expect(await importFile(iso, fixture('camt052.xml'))).toMatchObject({ created: 0, skipped: 5 })
  })

  it('says by how much balances do not add up', async () => {
    const anna = newUser({ locale: 'en-GB', currency: 'EUR' })
    const swift = await importFile(anna, fixture('two.sta'))
    expect(swift.totals).toEqual({ EUR: { in: 51_500, out: 6_590, opening: 100_000, closing: 150_000 } })
    expect(swift.warnings).toEqual([
      {
        code: 'balance_mismatch',
        text: 'Balances of account *3000 are off by €50.90: €969.10 at the start, €480 moved, but €1,500 stated at the end.',
      },
    ])
    const oneC = await importFile(newUser(), fileOf(encodeText(fixtureText('two_accounts_1c.txt'), 'ibm866')))
    expect(oneC.totals).toEqual({ RUB: { in: 60_000, out: 60_000, opening: 100_000, closing: 90_000 } })
    expect(oneC.warnings).toEqual([
      {
        code: 'balance_mismatch',
        text: 'Остатки по счёту *7777 не сходятся на 100 ₽: было 0 ₽, движение за период 600 ₽, а в конце указано 500 ₽.',
      },
    ])
    expect((await importFile(newUser(), fixture('kl_to_1c.txt'))).warnings).toEqual([])
  })

  it('puts rows on the account that was named and remembers whose statement it was', async () => {
    const anna = newUser()
    const card = await addAccount(anna, 'Карта', 'RUB')
    await importFile(anna, fixture('checking.ofx'), { accountId: card })
    const rows = await stored(anna)
    expect(rows.map(({ kind, account, to }) => [kind, account, to])).toEqual([
      ['expense', card, null],
      ['expense', card, null],
      ['transfer', card, null],
      ['income', card, null],
    ])
    await importFile(anna, fixture('plain.sta'))
    expect((await stored(anna)).at(-1)).toMatchObject({ account: card, amount: 30_000 })
  })

  it('takes what the account was charged for a purchase in another currency, and refuses what is in neither', async () => {
    const anna = newUser()
    const roubles = await addAccount(anna, 'Рубли', 'RUB')
    await importFile(anna, fixture('tbank.csv'), { accountId: roubles })
    expect((await stored(anna))[3]).toMatchObject({ amount: 119_508, currency: 'RUB', account: roubles })
    const euros = await addAccount(anna, 'Евро', 'EUR')
    await expect(importFile(anna, fixture('kl_to_1c.txt'), { accountId: euros })).rejects.toMatchObject({
      code: 'invalid',
      key: 'finance.import_account_currency',
      params: { expected: 'EUR', currency: 'RUB' },
    })
    await expect(importFile(newUser(), fixture('tbank.csv'), { accountId: roubles })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('keeps equal purchases of two accounts, and knows a file again with and without its account', async () => {
    const anna = newUser()
    const [one, two] = [await addAccount(anna, 'Первый', 'RUB'), await addAccount(anna, 'Второй', 'RUB')]
    const file = fileOf('date;amount;description\n2026-03-01;-100,00;Кофе\n2026-03-01;-100,00;Кофе\n')
    expect(await importFile(anna, file, { accountId: one })).toMatchObject({ created: 2 })
    expect(await importFile(anna, file, { accountId: two })).toMatchObject({ created: 2 })
    expect(await importFile(anna, file)).toMatchObject({ created: 0, skipped: 2 })
    const boris = newUser()
    const account = await addAccount(boris, 'Счёт', 'RUB')
    expect(await importFile(boris, file)).toMatchObject({ created: 2 })
    expect(await importFile(boris, file, { accountId: account })).toMatchObject({ created: 0, skipped: 2 })
  })

  it('puts money that arrives by a transfer on the account where it arrives', async () => {
    const anna = newUser()
    const account = await addAccount(anna, 'Накопления', 'RUB')
    await importFile(anna, fileOf('date;amount;description\n2026-03-01;500,00;Перевод между своими счетами\n'), {
      accountId: account,
    })
    expect(await stored(anna)).toMatchObject([{ kind: 'transfer', account: null, to: account, amount: 50_000 }])
  })
})

describe('undo', () => {
  it('removes what the import made except what was changed since; a later import brings the rest again', async () => {
    const anna = newUser()
    const kept = await importFile(anna, fixture('kl_to_1c.txt'))
    const run = await importFile(anna, fixture('tbank.csv'))
    const listed = await tools.run<{ items: { id: string; payee: string | null }[] }>(
      anna,
      'finance_list_transactions',
      {},
    )
    const shop = listed.output.items.find(({ payee }) => payee === 'Пятёрочка')
    await tools.run(anna, 'finance_update_transaction', { id: shop?.id, note: 'к празднику' })
    await undo(newUser(), run.id)
    expect(await stored(anna)).toHaveLength(9)
    await undo(anna, run.id)
    expect((await stored(anna)).map(({ payee, importId }) => [payee, importId])).toEqual([
      ['ООО "Аренда=Плюс"', kept.id],
      ['ООО Заказчик', kept.id],
      ['Пятёрочка', run.id],
    ])
    expect(await importFile(anna, fixture('tbank.csv'))).toMatchObject({ created: 6, skipped: 3 })
  })

  it('does not bring back what the person deleted', async () => {
    const anna = newUser()
    await importFile(anna, fixture('tbank.csv'))
    const listed = await tools.run<{ items: { id: string }[] }>(anna, 'finance_list_transactions', {})
    await tools.run(anna, 'finance_delete_transaction', { id: listed.output.items[0]?.id })
    expect(await importFile(anna, fixture('tbank.csv'))).toMatchObject({ created: 0 })
    expect(await stored(anna)).toHaveLength(6)
  })
})
