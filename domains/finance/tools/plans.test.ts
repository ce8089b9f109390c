// Bills, the balance to come, goals, refunds and transfers on a real database: they work, refuse, undo, and stay one's own.
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import type { User } from '../../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../../test/harness/database.ts'
import { toolRunner } from '../../../test/harness/tools.ts'
import { createCtx } from '../../../tools/execute.ts'
import { createRegistry } from '../../../tools/registry.ts'
import type { Nudge } from '../../contract.ts'
import { finance } from '../index.ts'
import type {
  AddedTransaction,
  Affordable,
  Bill,
  ChangedAccount,
  ChangedBill,
  Contributed,
  Forecast,
  FoundAnomalies,
  FoundRecurring,
  ListedAccounts,
  ListedBills,
  ListedGoals,
  PaidBill,
  SavedAccount,
  SavedGoal,
  SuggestedSavings,
  Summary,
  UpdatedTransaction,
} from '../schema.ts'

const database = useDatabase()
const tools = toolRunner(database, finance)
const person = (over: Partial<User> = {}): User => newUser(over)
const on = (date: string, time = '10:00'): Date => new Date(`${date}T${time}:00+03:00`)

const call = async <O>(user: User, name: string, input: object = {}, now = NOW): Promise<O> =>
  (await tools.run<O>(user, `finance_${name}`, input, now)).output
const say = async (user: User, name: string, input: object = {}, now = NOW): Promise<string> =>
  (await tools.run(user, `finance_${name}`, input, now)).said.replaceAll(/[\u00a0\u202f]/g, ' ')
/** Takes back what a tool gave, passed through JSON as the audit row is. */
const undo = (user: User, name: string, output: unknown): Promise<void> =>
  tools.undo(user, {
    tool: `finance_${name}`,
    input: {},
    output: JSON.parse(JSON.stringify(output)),
    events: [],
    said: '',
    confirms: false,
  })
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) =>
    tx.query(
      `select 'transaction' as kind, to_jsonb(t) as row from finance.transaction t
       union all select 'bill', to_jsonb(b) from finance.bill b
       union all select 'payment', to_jsonb(p) from finance.bill_payment p
       union all select 'goal', to_jsonb(g) from finance.goal g
       union all select 'contribution', to_jsonb(c) from finance.goal_contribution c
       union all select 'rule', to_jsonb(r) from finance.category_rule r
       union all select 'account', to_jsonb(a) from finance.account a order by 1, 2`,
    ),
  )
/** Whether undoing a call leaves everything as it was before it. */
const restores = async (user: User, name: string, input: object): Promise<void> => {
  const before = await held(user)
  const output = await call(user, name, input)
  expect(await held(user)).not.toEqual(before)
  await undo(user, name, output)
  expect(await held(user)).toEqual(before)
}
const nudge = (user: User, id: string, now = NOW): Promise<Nudge | null> =>
  database.db.withUser(user.id, async (tx) => {
    const rule = finance.rules.find((one) => one.id === id)
    const deps = { db: database.db, registry: createRegistry([finance]) }
    return rule ? rule.check(createCtx(deps, tx, { user, now, origin: { channel: 'jobs', actor: 'code' } }, [])) : null
  })

const RENT = { title: 'аренда', amount: 3_000_000, rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' }
const rentOf = (user: User): Promise<Bill> => call<Bill>(user, 'add_bill', RENT)
const card = (user: User, balance: number): Promise<SavedAccount> =>
  call<SavedAccount>(user, 'add_account', { name: 'карта', balance })

describe('bills', () => {
  it('are recorded with their next day and told', async () => {
    const user = person()
    expect(await say(user, 'add_bill', RENT)).toBe('30 000 ₽, аренда, каждый месяц, вс, 5 апреля. Записано.')
    expect(
      await say(user, 'add_bill', { title: 'зарплата', kind: 'income', amount: 8_000_000, dueOn: '2026-03-20' }),
    ).toBe('+80 000 ₽, зарплата, послезавтра. Записано.')
    const { items, toPay, dues } = await call<ListedBills>(user, 'list_bills')
    expect(items.map(({ title, nextDueOn, category }) => [title, nextDueOn, category])).toEqual([
      ['зарплата', '2026-03-20', 'зарплата'],
      ['аренда', '2026-04-05', 'жильё'],
    ])
    expect([toPay, dues.length]).toEqual([[{ currency: 'RUB', total: 3_000_000 }], 2])
    const english = person({ locale: 'en-US', currency: 'USD' })
    expect(
      await say(english, 'add_bill', { title: 'rent', amount: 120_000, rrule: 'FREQ=MONTHLY;BYMONTHDAY=31' }),
    ).toBe('$1,200, rent, every month, Tue 31 March. Recorded.')
    expect(await say(english, 'list_bills')).toContain('$1,200 to pay')
    expect((await call<ListedBills>(person(), 'list_bills')).items).toEqual([])
  })

  it('refuse what cannot be', async () => {
    const user = person()
    const add = (input: object) => refusal(call(user, 'add_bill', { title: 'x', amount: 1, ...input }))
    expect(await add({})).toBe('invalid finance.bill_needs_day')
    expect(await add({ rrule: 'FREQ=HOURLY' })).toBe('invalid finance.rule_dense')
    expect(await add({ dueOn: '2026-02-31' })).toBe('invalid finance.bad_date')
    expect(await add({ dueOn: '2026-04-01', currency: 'XXZ' })).toBe('invalid finance.unknown_currency')
    const usd = await call<SavedAccount>(user, 'add_account', { name: 'доллары', currency: 'USD' })
    expect(await add({ dueOn: '2026-04-01', currency: 'RUB', accountId: usd.id })).toBe(
      'invalid finance.account_currency',
    )
    const { id } = await rentOf(user)
    for (const [name, input] of [
      ['update_bill', { id, amount: 1 }],
      ['cancel_bill', { id }],
      ['mark_bill_paid', { id }],
    ] as const)
      expect(await refusal(call(person(), name, input))).toBe('not_found finance.bill_not_found')
    expect(await refusal(call(user, 'mark_bill_paid', { id, dueOn: '2026-04-06' }))).toBe(
      'invalid finance.bill_not_due',
    )
    expect(await refusal(call(user, 'mark_bill_paid', { id, paidOn: '2026-03-19' }))).toBe(
      'invalid finance.paid_in_future',
    )
  })

  it('are paid once, as an entry on the account, and taken back', async () => {
    const user = person()
    const account = await card(user, 5_000_000)
    const { id } = await rentOf(user)
    await restores(user, 'mark_bill_paid', { id })
    const paid = await call<PaidBill>(user, 'mark_bill_paid', { id, amount: 3_100_000, paidOn: '2026-03-18' })
    expect(paid).toMatchObject({
      nextDueOn: '2026-05-05',
      paidOn: '2026-03-18',
      payment: { dueOn: '2026-04-05', amount: 3_100_000 },
      transaction: { amount: 3_100_000, accountId: account.id, category: 'жильё', payee: 'аренда' },
    })
    expect((await call<ListedAccounts>(user, 'list_accounts')).items[0]?.currentBalance).toBe(1_900_000)
    expect(await refusal(call(user, 'mark_bill_paid', { id }))).toBe('conflict finance.bill_already_paid')
    expect(await refusal(call(user, 'mark_bill_paid', { id, dueOn: '2026-04-05' }))).toBe(
      'conflict finance.bill_already_paid',
    )
    const may = await call<PaidBill>(user, 'mark_bill_paid', { id, dueOn: '2026-05-05' })
    expect(may.payments.map(({ dueOn }) => dueOn)).toEqual(['2026-05-05', '2026-04-05'])
    expect(await refusal(undo(user, 'add_bill', { ...paid, version: 1 }))).toBe('conflict finance.changed_since')
    // Deleting the entry takes the payment away.
    await call(user, 'delete_transaction', { id: may.transaction.id })
    expect((await call<ListedBills>(user, 'list_bills')).items[0]?.nextDueOn).toBe('2026-05-05')
  })

  it('that come once are over when paid', async () => {
    const user = person()
    const { id } = await call<Bill>(user, 'add_bill', { title: 'штраф', amount: 50_000, dueOn: '2026-03-10' })
    const late = await call<ListedBills>(user, 'list_bills')
    expect(late.items[0]).toMatchObject({ status: 'overdue', overdue: ['2026-03-10'] })
    expect(late.toPay).toEqual([{ currency: 'RUB', total: 50_000 }])
    expect(await say(user, 'mark_bill_paid', { id })).toBe('500 ₽, штраф, сегодня. Оплата записана.')
    expect(await refusal(call(user, 'mark_bill_paid', { id }))).toBe('conflict finance.bill_already_paid')
    expect((await call<ListedBills>(user, 'list_bills', { status: 'all' })).items[0]?.status).toBe('finished')
  })

  it('change once or from now on, and keep what was paid', async () => {
    const user = person()
    const { id } = await rentOf(user)
    await call(user, 'mark_bill_paid', { id })
    const update = (input: object) => call<ChangedBill>(user, 'update_bill', { id, ...input })
    await restores(user, 'update_bill', { id, scope: 'next', dueOn: '2026-05-08' })
    await restores(user, 'update_bill', { id, amount: 3_500_000, dueOn: '2026-05-10' })
    const dues = async () =>
      (await call<ListedBills>(user, 'list_bills', { from: '2026-04-01', to: '2026-07-31' })).dues.map(
        ({ dueOn, amount, status }) => [dueOn, amount / 100, status].join(' '),
      )
    await update({ scope: 'next', dueOn: '2026-05-08', amount: 2_900_000 })
    await update({ amount: 3_200_000, scope: 'next', of: '2026-06-05' })
    expect(await dues()).toEqual([
      '2026-04-05 30000 paid',
      '2026-05-08 29000 due',
      '2026-06-05 32000 due',
      '2026-07-05 30000 due',
    ])
    await update({ scope: 'next', skip: true, of: '2026-06-05' })
    expect(await dues()).toEqual(['2026-04-05 30000 paid', '2026-05-08 29000 due', '2026-07-05 30000 due'])
    const moved = await update({ scope: 'all', dueOn: '2026-05-31', amount: 3_300_000 })
    expect(moved.payments).toHaveLength(1)
    expect(await dues()).toEqual(['2026-05-31 33000 due', '2026-06-30 33000 due', '2026-07-31 33000 due'])
    expect((await update({ amount: 3_300_000 })).changed).toEqual([])
    await restores(user, 'cancel_bill', { id })
    const gone = await call<ChangedBill>(user, 'cancel_bill', { id })
    expect([gone.status, gone.payments.length]).toEqual(['cancelled', 1])
    expect((await call<ListedBills>(user, 'list_bills')).items).toEqual([])
    expect((await call<ListedBills>(user, 'list_bills', { status: 'all' })).items).toHaveLength(1)
  })

  it('stand in the plan of their day', async () => {
    const user = person()
    const { id } = await rentOf(user)
    const day = (date: string) =>
      database.db.withUser(user.id, (tx) => {
        const deps = { db: database.db, registry: createRegistry([finance]) }
        return createCtx(deps, tx, { user, now: NOW, origin: { channel: 'http', actor: 'person' } }, []).day(date)
      })
    expect(await day('2026-04-05')).toMatchObject([{ kind: 'task', title: 'аренда', ref: { domain: 'finance', id } }])
    expect(await day('2026-04-06')).toEqual([])
  })
})

describe('the balance to come', () => {
  it('equals the sum by hand, with causes that name their rows', async () => {
    const user = person()
    const account = await card(user, 5_000_000)
    const rent = await call<Bill>(user, 'add_bill', {
      ...RENT,
      dueOn: '2026-03-20',
      rrule: 'FREQ=MONTHLY;BYMONTHDAY=20',
    })
    const salary = await call<Bill>(user, 'add_bill', {
      title: 'зарплата',
      kind: 'income',
      amount: 8_000_050,
      dueOn: '2026-03-25',
    })
    await call(user, 'add_transaction', { amount: 100_000, accountId: account.id })
    await call(user, 'add_transaction', { amount: 50_001, note: 'наличкой' })
    const planned = await call<AddedTransaction>(user, 'add_transaction', {
      amount: 1_000_000,
      payee: 'билеты',
      occurredOn: '2026-03-22',
      accountId: account.id,
    })
    const { path, lowest, start, band, belowZeroOn } = await call<Forecast>(user, 'forecast_balance', { days: 7 })
    // 50 000 − 1 000 − 500.01 = 48 499.99; −30 000 on the 20th; −10 000 on the 22nd; +80 000.50 on the 25th.
    expect([start.balance, start.unassigned]).toEqual([4_849_999, -50_001])
    expect(path.map(({ date, balance }) => [date.slice(8), balance])).toEqual([
      ['18', 4_849_999],
      ['19', 4_849_999],
      ['20', 1_849_999],
      ['21', 1_849_999],
      ['22', 849_999],
      ['23', 849_999],
      ['24', 849_999],
      ['25', 8_850_049],
    ])
    expect([lowest, band, belowZeroOn]).toEqual([{ date: '2026-03-22', balance: 849_999 }, null, null])
    expect(path.flatMap(({ causes }) => causes.map(({ kind, id, amount }) => [kind, id, amount]))).toEqual([
      ['bill', rent.id, -3_000_000],
      ['planned', planned.id, -1_000_000],
      ['income', salary.id, 8_000_050],
    ])
    const said = await say(user, 'forecast_balance', { days: 7 })
    expect(said).toContain('88 500,49 ₽ через 7 дней, ср, 25 марта. Меньше всего — 8 499,99 ₽, вс, 22 марта.')
    expect(said).toContain('Повседневные траты не учтены: записей за 0 дней'.replace('за 0 дней', 'пока нет'))
  })

  it('does not name a lowest day when the balance stays as it is', async () => {
    const user = person()
    await card(user, 4_000_000)
    const said = await say(user, 'forecast_balance', { days: 7 })
    expect(said).toContain('40 000 ₽ через 7 дней, ср, 25 марта. Ниже до этого не опускается.')
  })

  it('does not change when a bill is paid on its day', async () => {
    const user = person()
    await card(user, 5_000_000)
    const { id } = await call<Bill>(user, 'add_bill', { title: 'свет', amount: 123_456, dueOn: '2026-03-18' })
    const before = await call<Forecast>(user, 'forecast_balance', { days: 30 })
    await call(user, 'mark_bill_paid', { id })
    const after = await call<Forecast>(user, 'forecast_balance', { days: 30 })
    expect(after.path.map(({ balance }) => balance)).toEqual(before.path.map(({ balance }) => balance))
  })

  it('takes an average of everyday spending without bills, and a band of its spread', async () => {
    const user = person()
    for (let back = 1; back <= 20; back++) {
      const occurredOn = new Date(NOW.getTime() - back * 86_400_000).toISOString().slice(0, 10)
      await call(user, 'add_transaction', { amount: back % 2 ? 30_000 : 10_000, category: 'кафе', occurredOn })
    }
    const { id } = await call<Bill>(user, 'add_bill', { title: 'свет', amount: 9_000_000, dueOn: '2026-03-10' })
    await call(user, 'mark_bill_paid', { id, paidOn: '2026-03-10' })
    await card(user, 1_000_000)
    const { path, band, daysOfHistory } = await call<Forecast>(user, 'forecast_balance', { days: 10 })
    // 20 days, 4 000.00: 200.00 a day; deviation √(20·100²/19) = 102.598; 1.2816·102.598·√10 = 415.806.
    expect([daysOfHistory, band?.spent, band?.dailyMean, band?.dailyDeviation]).toEqual([20, 400_000, 20_000, 10_260])
    expect(path.at(-1)).toMatchObject({
      balance: 800_000,
      known: 1_000_000,
      low: 800_000 - 41_581,
      high: 800_000 + 41_581,
    })
    const plain = await call<Forecast>(user, 'forecast_balance', { days: 10, everyday: false })
    expect([plain.path.at(-1)?.balance, plain.band]).toEqual([1_000_000, null])
  })

  it('counts one currency, others only at a stated rate, and says what it leaves out', async () => {
    const user = person()
    await card(user, 1_000_000)
    const usd = await call<SavedAccount>(user, 'add_account', { name: 'доллары', currency: 'USD', balance: 10_000 })
    const saved = await call<SavedAccount>(user, 'add_account', { name: 'накопления', balance: 9_000_000 })
    const yen = await call<Bill>(user, 'add_bill', {
      title: 'хостинг',
      amount: 500,
      currency: 'JPY',
      dueOn: '2026-03-19',
    })
    const forecast = (input: object = {}) => call<Forecast>(user, 'forecast_balance', { days: 7, ...input })
    const plain = await forecast()
    expect(plain.start.balance).toBe(1_000_000)
    expect(new Map(plain.notIncluded.map(({ id, reason }) => [id, reason]))).toEqual(
      new Map([
        [usd.id, 'currency'],
        [saved.id, 'kind'],
        [yen.id, 'currency'],
      ]),
    )
    const rated = await forecast({
      rates: [
        { currency: 'USD', rate: 90.5 },
        { currency: 'JPY', rate: 0.6 },
      ],
    })
    expect([rated.start.balance, rated.path.at(-1)?.balance]).toEqual([1_905_000, 1_875_000])
    expect((await forecast({ currency: 'USD' })).start.balance).toBe(10_000)
    expect((await forecast({ accountIds: [saved.id] })).start.balance).toBe(9_000_000)
    expect(await refusal(forecast({ accountIds: [yen.id] }))).toBe('not_found finance.account_not_found')
    const kwd = person({ currency: 'KWD' })
    await call(kwd, 'add_account', { name: 'card', balance: 1_500 })
    expect((await call<Forecast>(kwd, 'forecast_balance')).path.at(-1)?.balance).toBe(1_500)
    expect((await call<Forecast>(person(), 'forecast_balance')).status).toBe('unknown')
    expect(await say(person(), 'forecast_balance')).toBe(
      'Не знаю, сколько денег сейчас. Назовите остатки: «на карте 50 000».',
    )
  })

  it('answers whether something can be afforded', async () => {
    const user = person()
    await card(user, 5_000_000)
    await call(user, 'add_bill', { ...RENT, dueOn: '2026-04-05' })
    const afford = (input: object) => call<Affordable>(user, 'can_afford', input)
    expect(await afford({ amount: 1_900_000 })).toMatchObject({
      verdict: 'yes',
      lowest: { date: '2026-04-05', balance: 100_000 },
      causes: [{ title: 'аренда', amount: -3_000_000 }],
    })
    expect(await afford({ amount: 2_000_001, on: '2026-03-25' })).toMatchObject({
      verdict: 'no',
      lowest: { balance: -1 },
    })
    expect(await say(user, 'can_afford', { amount: 2_100_000 })).toContain(
      'Нет: после 21 000 ₽ (сегодня) не хватит 1 000 ₽, вс, 5 апреля.',
    )
    expect(await refusal(afford({ amount: 1, on: '2026-03-17' }))).toBe('invalid finance.afford_in_past')
    expect((await call<Affordable>(person(), 'can_afford', { amount: 1 })).verdict).toBe('unknown')
    expect((await afford({ amount: 1_000, currency: 'USD' })).verdict).toBe('unknown')
    expect((await afford({ amount: 10_000, currency: 'USD', rates: [{ currency: 'USD', rate: 100 }] })).amount).toBe(
      1_000_000,
    )
  })
})

describe('money that moves and comes back', () => {
  it('a transfer moves both balances and is no spending', async () => {
    const user = person()
    const from = await card(user, 1_000_000)
    const to = await call<SavedAccount>(user, 'add_account', { name: 'накопления', balance: 0 })
    const usd = await call<SavedAccount>(user, 'add_account', { name: 'доллары', currency: 'USD' })
    const move = (input: object) =>
      call<AddedTransaction>(user, 'add_transaction', { kind: 'transfer', accountId: from.id, ...input })
    await restores(user, 'add_transaction', { kind: 'transfer', accountId: from.id, toAccountId: to.id, amount: 1 })
    await move({ toAccountId: to.id, amount: 300_000 })
    await move({ toAccountId: usd.id, amount: 90_000, toAmount: 1_000 })
    const { items } = await call<ListedAccounts>(user, 'list_accounts')
    expect(new Map(items.map((row) => [row.id, row.currentBalance]))).toEqual(
      new Map([
        [from.id, 610_000],
        [to.id, 300_000],
        [usd.id, 1_000],
      ]),
    )
    expect((await call<Summary>(user, 'summarise_spending')).count).toBe(0)
    expect(await refusal(move({ toAccountId: usd.id, amount: 1 }))).toBe('invalid finance.transfer_needs_amount')
    expect(await refusal(move({ toAccountId: from.id, amount: 1 }))).toBe('invalid finance.transfer_to_itself')
    expect(await refusal(move({ kind: 'expense', toAccountId: to.id, amount: 1 }))).toBe(
      'invalid finance.only_transfer_has_target',
    )
  })

  it('a refund lowers what was spent on its category, never more than was paid', async () => {
    const user = person()
    const shoes = await call<AddedTransaction>(user, 'add_transaction', {
      amount: 500_000,
      payee: 'Спортмастер',
      category: 'обувь',
    })
    const back = (input: object) => call<AddedTransaction>(user, 'add_transaction', { refundOf: shoes.id, ...input })
    await restores(user, 'add_transaction', { refundOf: shoes.id, amount: 1 })
    const refund = await back({ amount: 200_000 })
    expect(refund).toMatchObject({ kind: 'income', refund: true, category: shoes.category, payee: shoes.payee })
    const spent = await call<Summary>(user, 'summarise_spending')
    expect([spent.total, spent.groups.map(({ total }) => total), spent.transactionIds]).toEqual([
      300_000,
      [300_000],
      [shoes.id, refund.id],
    ])
    expect((await call<Summary>(user, 'summarise_spending', { kind: 'income' })).count).toBe(0)
    expect(await refusal(back({ amount: 300_001 }))).toBe('invalid finance.refund_too_large')
    expect(await refusal(call(user, 'update_transaction', { id: shoes.id, amount: 199_999 }))).toBe(
      'invalid finance.refund_too_large',
    )
    expect(await refusal(back({ amount: 1, currency: 'USD' }))).toBe('invalid finance.refund_currency')
    expect(await refusal(call(person(), 'add_transaction', { amount: 1, refundOf: shoes.id }))).toBe(
      'not_found finance.transaction_not_found',
    )
    expect(await say(user, 'add_transaction', { amount: 100_000, refund: true, category: 'такси' })).toBe(
      '+1 000 ₽, возврат, такси. Записано.',
    )
    expect((await call<Summary>(user, 'summarise_spending')).total).toBe(200_000)
  })

  it('an account is renamed and closed, and opened again by undo', async () => {
    const user = person()
    const { id } = await card(user, 100)
    await call(user, 'add_account', { name: 'наличные' })
    await restores(user, 'update_account', { id, name: 'сбер' })
    await restores(user, 'close_account', { id })
    expect(await refusal(call(user, 'update_account', { id, name: 'наличные' }))).toBe(
      'conflict finance.account_exists',
    )
    expect((await call<ChangedAccount>(user, 'close_account', { id })).active).toBe(false)
    expect((await call<ListedAccounts>(user, 'list_accounts')).items).toHaveLength(1)
    expect(await refusal(call(person(), 'close_account', { id }))).toBe('not_found finance.account_not_found')
  })
})

describe('a correction of a category', () => {
  it('offers to be remembered, and is when it was meant for always', async () => {
    const user = person()
    const first = await call<AddedTransaction>(user, 'add_transaction', { amount: 1, payee: 'у Ашота' })
    const second = await call<AddedTransaction>(user, 'add_transaction', { amount: 2, payee: 'у Ашота' })
    expect(await say(user, 'update_transaction', { id: first.id, category: 'подарки' })).toContain(
      'Если так всегда, скажите: «у Ашота — это подарки».',
    )
    await restores(user, 'update_transaction', { id: first.id, category: 'кафе', always: true })
    const learnt = await call<UpdatedTransaction>(user, 'update_transaction', {
      id: first.id,
      category: 'кафе',
      always: true,
    })
    expect([learnt.rule?.changed, learnt.rule?.transactionIds, learnt.offer]).toEqual([1, [second.id], null])
    expect((await call<AddedTransaction>(user, 'add_transaction', { amount: 3, payee: 'Ашот' })).category).toBe('кафе')
  })
})

describe('what history shows', () => {
  const monthly = async (user: User): Promise<void> => {
    for (const [occurredOn, amount] of [
      ['2025-12-12', 39_900],
      ['2026-01-12', 39_900],
      ['2026-02-12', 39_900],
      ['2026-03-12', 44_900],
    ] as const)
      await call(user, 'add_transaction', { amount, payee: 'Кинопоиск', occurredOn })
  }
  it('is found, told and one’s own', async () => {
    const user = person()
    await monthly(user)
    await call(user, 'add_transaction', { amount: 129_900, payee: 'Озон' })
    await call(user, 'add_transaction', { amount: 129_900, payee: 'Озон' })
    const { items, perMonth } = await call<FoundRecurring>(user, 'find_recurring')
    expect([items.length, items[0]?.transactionIds.length, perMonth]).toEqual([
      1,
      4,
      [{ currency: 'RUB', total: 44_900 }],
    ])
    expect(await say(user, 'find_recurring')).toBe(
      '449 ₽ в месяц уходит регулярно:\n449 ₽, Кинопоиск, каждый месяц, следующий раз около: вс, 12 апреля, раньше было 399 ₽',
    )
    const odd = await call<FoundAnomalies>(user, 'find_anomalies')
    expect(odd.items.map(({ kind }) => kind)).toEqual(['duplicate', 'price_increase'])
    const savings = await call<SuggestedSavings>(user, 'suggest_savings')
    expect(savings.items.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['duplicate', 129_900],
      ['price_rise', 5_000],
      ['subscription', 44_900],
    ])
    for (const name of ['find_recurring', 'find_anomalies', 'suggest_savings'])
      expect((await call<{ items: unknown[] }>(person(), name)).items).toEqual([])
    expect((await nudge(user, 'finance.price'))?.cause).toBe(`price:${items[0]?.priceChange?.transactionIds.join(':')}`)
  })
})

describe('goals', () => {
  it('are set, filled, reached once and taken back', async () => {
    const user = person()
    await restores(user, 'set_goal', { title: 'отпуск', target: 100 })
    const goal = await call<SavedGoal>(user, 'set_goal', {
      title: 'отпуск',
      target: 12_000_000,
      by: '2026-09-18',
      saved: 1_000_000,
    })
    expect(goal).toMatchObject({ saved: 1_000_000, left: 11_000_000, monthly: 1_833_334, status: 'active' })
    const put = (input: object) => call<Contributed>(user, 'contribute_to_goal', { id: goal.id, ...input })
    await restores(user, 'contribute_to_goal', { id: goal.id, amount: 5 })
    await restores(user, 'set_goal', { title: 'отпуск', target: 15_000_000 })
    expect(await put({ amount: 1_000_000 })).toMatchObject({ saved: 2_000_000, reachedNow: false })
    expect(await say(user, 'contribute_to_goal', { id: goal.id, amount: 500_000, withdraw: true })).toBe(
      '−5 000 ₽. 15 000 ₽ из 120 000 ₽: отпуск, к дате: пт, 18 сентября. Осталось 105 000 ₽, по 17 500 ₽ в месяц.',
    )
    expect(await refusal(put({ amount: 1_500_001, withdraw: true }))).toBe('invalid finance.goal_holds_less')
    await restores(user, 'contribute_to_goal', { id: goal.id, amount: 99_000_000 })
    expect(await nudge(user, 'finance.goal')).toBeNull()
    expect(await put({ amount: 10_500_000 })).toMatchObject({
      reachedNow: true,
      status: 'reached',
      reachedOn: '2026-03-18',
    })
    expect((await nudge(user, 'finance.goal'))?.cause).toBe(`goal:${goal.id}:12000000:reached`)
    expect((await put({ amount: 1 })).reachedNow).toBe(false)
    expect(await refusal(call(user, 'set_goal', { title: 'x', target: 1, by: '2026-03-18' }))).toBe(
      'invalid finance.goal_in_past',
    )
    expect(await refusal(call(person(), 'contribute_to_goal', { id: goal.id, amount: 1 }))).toBe(
      'not_found finance.goal_not_found',
    )
    expect((await call<ListedGoals>(person(), 'list_goals')).items).toEqual([])
    await restores(user, 'cancel_goal', { id: goal.id })
    expect((await call<ListedGoals>(user, 'list_goals')).items).toHaveLength(1)
  })

  it('that fall behind are spoken of once a month', async () => {
    const user = person()
    const goal = await call<SavedGoal>(user, 'set_goal', { title: 'ремонт', target: 60_000_00, by: '2026-09-18' })
    expect(await nudge(user, 'finance.goal', on('2026-04-17'))).toBeNull()
    expect((await nudge(user, 'finance.goal', on('2026-04-20')))?.cause).toBe(`goal:${goal.id}:2026-04:behind`)
  })
})

describe('a row by id', () => {
  it('is found with a version that every change and payment moves', async () => {
    const user = person()
    const find = (who: User, id: string) =>
      database.db.withUser(who.id, async (tx) => {
        const deps = { db: database.db, registry: createRegistry([finance]) }
        const ctx = createCtx(deps, tx, { user: who, now: NOW, origin: { channel: 'http', actor: 'person' } }, [])
        return (await finance.find?.(ctx, id)) ?? null
      })
    const rent = await rentOf(user)
    const goal = await call<SavedGoal>(user, 'set_goal', { title: 'отпуск', target: 100 })
    const before = await find(user, rent.id)
    expect(before?.row).toMatchObject({ id: rent.id, nextDueOn: '2026-04-05' })
    await call(user, 'mark_bill_paid', { id: rent.id })
    expect((await find(user, rent.id))?.version).not.toBe(before?.version)
    expect((await find(user, goal.id))?.row).toMatchObject({ title: 'отпуск', target: 100 })
    expect(await find(person(), rent.id)).toBeNull()
    expect(await find(person(), goal.id)).toBeNull()
  })
})

describe('what is said unasked', () => {
  it('a bill before its day, at the hour the person set, until it is paid', async () => {
    const user = person()
    const rent = await call<Bill>(user, 'add_bill', { ...RENT, remindDaysBefore: 2, remindAt: '18:30' })
    const bill = (date: string, time: string) => nudge(user, 'finance.bill', on(date, time))
    expect(await bill('2026-04-03', '18:00')).toBeNull()
    expect(await bill('2026-04-03', '19:00')).toMatchObject({
      topic: 'finance.bill',
      cause: `bill:${rent.id}:2026-04-05`,
    })
    expect((await bill('2026-04-05', '12:00'))?.cause).toBe(`bill:${rent.id}:2026-04-05`)
    const light = await call<Bill>(user, 'add_bill', {
      title: 'свет',
      amount: 1,
      dueOn: '2026-04-06',
      remindAt: '07:00',
    })
    // 07:00 is quiet until 08:00; the later moment is told.
    expect((await bill('2026-04-05', '09:00'))?.cause).toBe(`bill:${light.id}:2026-04-06`)
    await call(user, 'mark_bill_paid', { id: light.id }, on('2026-04-05'))
    expect((await bill('2026-04-05', '12:00'))?.cause).toBe(`bill:${rent.id}:2026-04-05`)
    await call(user, 'mark_bill_paid', { id: rent.id }, on('2026-04-05'))
    expect(await bill('2026-04-05', '12:00')).toBeNull()
  })

  it('a balance that falls below zero within two weeks', async () => {
    const user = person()
    await card(user, 2_000_000)
    await call(user, 'add_bill', { ...RENT, dueOn: '2026-03-30', rrule: 'FREQ=MONTHLY' })
    const said = await nudge(user, 'finance.forecast')
    expect(said).toMatchObject({
      cause: 'forecast:RUB:2026-03-30:below_zero',
      text: { params: { short: { money: 1_000_000 } } },
    })
    expect(await nudge(user, 'finance.forecast', on('2026-03-15'))).toBeNull()
    const spender = person()
    for (let day = 1; day <= 17; day++)
      await call(spender, 'add_transaction', {
        amount: 100_000,
        category: 'кафе',
        occurredOn: `2026-03-${String(day).padStart(2, '0')}`,
      })
    await card(spender, 500_000)
    expect((await nudge(spender, 'finance.forecast'))?.cause).toBe('forecast:RUB:2026-03:spending')
  })
})
