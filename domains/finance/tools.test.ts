// Tools of finance on a real database: they work, refuse, undo exactly, and another person sees nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import { finance } from './index.ts'
import type {
  AddedTransaction,
  Budgets,
  DeletedTransaction,
  ListedAccounts,
  ListedTransactions,
  SavedAccount,
  SavedBudget,
  SavedRule,
  SplitResult,
  Summary,
  UpdatedTransaction,
} from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, finance)
const NOBODY = '00000000-0000-4000-8000-000000000000'
const person = (): User => newUser()

/** What a tool gave, passed through JSON as the audit row that an undo reads. */
const call = async <O>(user: User, name: string, input: object = {}, now = NOW): Promise<O> => {
  const { output } = await tools.run<O>(user, `finance_${name}`, input, now)
  return JSON.parse(JSON.stringify(output))
}
const undo = (user: User, name: string, output: unknown): Promise<void> => {
  const run: ToolRun = { tool: `finance_${name}`, input: {}, output, events: [], said: '', confirms: false }
  return tools.undo(user, run)
}
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
/** Everything stored about a person here, to compare before and after. */
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) =>
    tx.query(
      `select 'transaction' as kind, to_jsonb(t) as row from finance.transaction t
       union all select 'budget', to_jsonb(b) from finance.budget b
       union all select 'rule', to_jsonb(r) from finance.category_rule r
       union all select 'account', to_jsonb(a) from finance.account a order by 1, 2`,
    ),
  )

const add = (user: User, input: object, now = NOW) =>
  call<AddedTransaction>(user, 'add_transaction', { amount: 45_000, ...input }, now)
const list = (user: User, input: object = {}) => call<ListedTransactions>(user, 'list_transactions', input)

describe('entries', () => {
  it('are recorded for today with an event that holds no words', async () => {
    const user = person()
    const { output: row, events } = await tools.run(user, 'finance_add_transaction', {
      amount: 45_000,
      category: 'такси',
    })
    expect(row).toMatchObject({
      kind: 'expense',
      amount: 45_000,
      currency: 'RUB',
      category: 'такси',
      occurredOn: '2026-03-18',
    })
    const event = events.at(-1)
    expect(finance.events[event?.type ?? '']?.parse(event?.payload)).toEqual(event?.payload)
    expect(JSON.stringify(event)).not.toContain('такси')
  })

  it('belong to the day it is where the person is', async () => {
    const late = new Date('2026-03-17T22:30:00Z')
    expect((await add(person(), {}, late)).occurredOn).toBe('2026-03-18')
    expect((await add({ ...person(), timeZone: 'America/New_York' }, {}, late)).occurredOn).toBe('2026-03-17')
  })

  it('are found by words in any inflection, by amount, by category and by shop', async () => {
    const user = person()
    const shop = await add(user, { amount: 120_000, payee: 'пятёрочке' })
    const ride = await add(user, { category: 'такси', note: 'до вокзала' })
    const found = async (input: object) => (await list(user, input)).items.map(({ id }) => id)
    expect(await found({ query: 'пятерочку' })).toEqual([shop.id])
    expect(await found({ query: 'вокзалом' })).toEqual([ride.id])
    expect(await found({ query: 'такси 450' })).toEqual([ride.id])
    expect(await found({ query: 'groceries' })).toEqual([shop.id])
    expect(await found({ category: 'продуктов' })).toEqual([shop.id])
    expect(await found({ category: 'в пятёрочке' })).toEqual([shop.id])
    expect(await found({ query: '%' })).toEqual([])
    expect(await found({})).toEqual([ride.id, shop.id])
  })

  it('are paged without loss', async () => {
    const user = person()
    for (let day = 10; day < 17; day++) await add(user, { occurredOn: `2026-03-${day}` })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: ListedTransactions = await list(user, { limit: 3, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map(({ occurredOn }) => occurredOn))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual([16, 15, 14, 13, 12, 11, 10].map((day) => `2026-03-${day}`))
  })

  it('keep text that looks like SQL or runs right to left as text', async () => {
    const user = person()
    for (const note of ["'); drop table finance.transaction; --", '\u202eשלום', '🍕'.repeat(50)])
      expect((await add(user, { note })).note).toBe(note)
    expect((await list(user)).items).toHaveLength(3)
    expect(await refusal(add(user, { note: 'a\0b' }))).toBe('invalid tools.bad_input')
    expect(await refusal(add(user, { note: '\ud800' }))).toBe('invalid tools.bad_input')
  })

  it('refuse what cannot be and leave no row', async () => {
    const user = person()
    for (const input of [{ amount: 0 }, { amount: 1e18 }, { occurredOn: '2026-02-31' }, { currency: 'ZZZ' }])
      expect(await refusal(add(user, input))).toMatch(/^invalid finance\./)
    expect(await refusal(add(user, { accountId: NOBODY }))).toBe('not_found finance.account_not_found')
    expect(await held(user)).toEqual([])
  })

  it('leave the lists when deleted and come back when that is undone', async () => {
    const user = person()
    const row = await add(user, {})
    const before = await held(user)
    const gone = await call<DeletedTransaction>(user, 'delete_transaction', { id: row.id })
    expect((await list(user)).items).toEqual([])
    expect((await list(user, { includeDeleted: true })).items).toMatchObject([
      { status: 'deleted', deletedAt: gone.deletedAt },
    ])
    expect(await refusal(call(user, 'delete_transaction', { id: row.id }))).toBe(
      'not_found finance.transaction_not_found',
    )
    await undo(user, 'delete_transaction', gone)
    expect(await held(user)).toEqual(before)
  })
})

describe('another person', () => {
  it('sees nothing and changes nothing', async () => {
    const [owner, other] = [person(), person()]
    const row = await add(owner, { category: 'кафе' })
    const account = await call<SavedAccount>(owner, 'add_account', { name: 'карта', balance: 100 })
    await call(owner, 'set_budget', { category: 'кафе', limit: 100 })
    await call(owner, 'set_category_rule', { match: 'ашот', category: 'кафе' })
    const before = await held(owner)
    expect((await list(other, { includeDeleted: true })).items).toEqual([])
    expect((await call<Summary>(other, 'summarise_spending')).transactionIds).toEqual([])
    expect((await call<Budgets>(other, 'get_budgets')).items).toEqual([])
    expect((await call<ListedAccounts>(other, 'list_accounts')).items).toEqual([])
    expect((await add(other, { payee: 'у ашота' })).category).toBeNull()
    for (const attempt of [
      () => call(other, 'update_transaction', { id: row.id, amount: 1 }),
      () => call(other, 'delete_transaction', { id: row.id }),
      () => call(other, 'split_transaction', { id: row.id, parts: [{ amount: 1, category: 'a' }, { category: 'b' }] }),
      () => add(other, { accountId: account.id }),
    ])
      expect(await refusal(attempt())).toMatch(/^not_found finance\./)
    expect(await refusal(undo(other, 'add_transaction', row))).toBe('conflict finance.changed_since')
    expect(await held(owner)).toEqual(before)
  })
})

describe('sums and limits', () => {
  it('count expenses only, in each currency for itself', async () => {
    const user = person()
    await add(user, { category: 'такси' })
    await add(user, { amount: 130_000, payee: 'пятёрочке' })
    await add(user, { kind: 'income', amount: 8_000_000, category: 'зарплата' })
    await add(user, { kind: 'transfer', amount: 500_000 })
    await add(user, { amount: 2_000, currency: 'EUR', category: 'кафе' })
    const sum = await call<Summary>(user, 'summarise_spending', { from: '2026-03-18', to: '2026-03-18' })
    expect(sum).toMatchObject({
      total: 175_000,
      totals: [
        { currency: 'RUB', total: 175_000 },
        { currency: 'EUR', total: 2_000 },
      ],
    })
    expect(sum.transactionIds).toHaveLength(3)
    const income = await call<Summary>(user, 'summarise_spending', { kind: 'income' })
    expect(income.total).toBe(8_000_000)
    const shop = await call<Summary>(user, 'summarise_spending', { payee: 'в пятёрочке' })
    expect(shop.total).toBe(130_000)
    expect(await refusal(call(user, 'summarise_spending', { from: '2026-03-02', to: '2026-03-01' }))).toBe(
      'invalid finance.period_backwards',
    )
  })

  it('equal the sum in SQL for any entries', async () => {
    const entries = fc.array(
      fc.record({
        kind: fc.constantFrom('expense', 'income', 'transfer'),
        amount: fc.integer({ min: 1, max: 1e9 }),
        currency: fc.constantFrom('RUB', 'USD'),
        category: fc.constantFrom('кафе', 'кофе', 'такси'),
        occurredOn: fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-15', '2026-03-16', '2026-03-31', '2026-04-01'),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(entries, async (given) => {
        const user = person()
        for (const input of given) await add(user, input)
        await call(user, 'set_budget', { category: 'кафе', limit: 1_000_000, period: 'month' })
        const [truth] = await database.db.withUser(user.id, (tx) =>
          tx.query<{ spent: number }>(
            `select coalesce(sum(amount), 0)::bigint as spent from finance.transaction where kind = 'expense'
             and currency = 'RUB' and category_key = 'cafe' and occurred_on between '2026-03-01' and '2026-03-31'`,
          ),
        )
        const budgets = await call<Budgets>(user, 'get_budgets', { category: 'кафе' })
        const march = { from: '2026-03-01', to: '2026-03-31', category: 'кафе' }
        const summary = await call<Summary>(user, 'summarise_spending', march)
        expect([budgets.spent, budgets.left, summary.total]).toEqual([
          truth?.spent,
          1_000_000 - (truth?.spent ?? 0),
          truth?.spent,
        ])
        expect(budgets.rows.reduce((sum, row) => sum + row.amount, 0)).toBe(truth?.spent)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('speak of a limit only when it is nearly used up', async () => {
    const user = person()
    await call(user, 'set_budget', { category: 'кафе', limit: 500_000 })
    expect((await add(user, { amount: 100_000, category: 'кафе' })).budget).toBeNull()
    expect((await add(user, { amount: 300_000, category: 'такси' })).budget).toBeNull()
    expect((await add(user, { amount: 300_000, category: 'кофе' })).budget).toMatchObject({
      status: 'near',
      left: 100_000,
    })
    expect((await add(user, { amount: 100_001, category: 'кафе' })).budget).toMatchObject({ status: 'over', left: -1 })
    expect((await add(user, { amount: 9, category: 'кафе', occurredOn: '2026-02-01' })).budget).toBeNull()
  })

  it('replace the limit of the same category and period, and give the old one back', async () => {
    const user = person()
    const first = await call<SavedBudget>(user, 'set_budget', { category: 'кафе', limit: 500_000 })
    const before = await held(user)
    const second = await call<SavedBudget>(user, 'set_budget', { category: 'кафешки', limit: 600_000 })
    expect([second.id, second.previous?.limit]).toEqual([first.id, 500_000])
    expect(await refusal(undo(user, 'set_budget', first))).toBe('conflict finance.changed_since')
    await undo(user, 'set_budget', second)
    expect(await held(user)).toEqual(before)
    await undo(user, 'set_budget', first)
    expect(await held(user)).toEqual([])
  })

  it('nudge once about a limit that was gone over', async () => {
    const user = person()
    const [rule] = finance.rules
    const deps = { db: database.db, registry: createRegistry([finance]) }
    const nudge = (now = NOW) =>
      database.db.withUser(user.id, async (tx) =>
        rule ? rule.check(createCtx(deps, tx, { user, now, origin: { channel: 'jobs', actor: 'code' } }, [])) : null,
      )
    const cafe = await call<SavedBudget>(user, 'set_budget', { category: 'кафе', limit: 100_000 })
    const taxi = await call<SavedBudget>(user, 'set_budget', { category: 'такси', limit: 100_000, period: 'week' })
    expect(await nudge()).toBeNull()
    await add(user, { amount: 100_001, category: 'кафе' })
    const first = await nudge()
    expect(first?.cause).toBe(`budget:${cafe.id}:2026-03-01:over`)
    expect((await nudge())?.cause).toBe(first?.cause)
    const later = new Date(NOW.getTime() + 60_000)
    await add(user, { amount: 100_001, category: 'такси' }, later)
    expect((await nudge(later))?.cause).toBe(`budget:${taxi.id}:2026-03-16:over`)
    expect((await nudge(new Date('2026-03-24T10:00:00+03:00')))?.cause).toBe(first?.cause)
    expect(await nudge(new Date('2026-04-01T10:00:00+03:00'))).toBeNull()
  })
})

describe('undo', () => {
  it('never destroys what came after', async () => {
    const user = person()
    const row = await add(user, {})
    const change = await call<UpdatedTransaction>(user, 'update_transaction', { id: row.id, amount: 54_000 })
    expect(await refusal(undo(user, 'add_transaction', row))).toBe('conflict finance.changed_since')
    expect((await list(user)).items[0]?.amount).toBe(54_000)
    await undo(user, 'update_transaction', change)
    expect(await refusal(undo(user, 'update_transaction', change))).toBe('conflict finance.changed_since')
    await undo(user, 'add_transaction', row)
    expect(await held(user)).toEqual([])
  })

  it('of a split takes the parts back unless one was changed', async () => {
    const user = person()
    const row = await add(user, { amount: 300_000, payee: 'ашане' })
    const before = await held(user)
    const parts = [{ amount: 200_000, category: 'продукты' }, { category: 'одежда' }]
    const split = await call<SplitResult>(user, 'split_transaction', { id: row.id, parts })
    expect(split.parts.map(({ amount }) => amount)).toEqual([200_000, 100_000])
    expect((await call<Summary>(user, 'summarise_spending')).total).toBe(300_000)
    const [part] = split.parts
    const change = await call<UpdatedTransaction>(user, 'update_transaction', { id: part?.id, note: 'сыр' })
    expect(await refusal(undo(user, 'split_transaction', split))).toBe('conflict finance.changed_since')
    await undo(user, 'update_transaction', change)
    await undo(user, 'split_transaction', split)
    expect(await held(user)).toEqual(before)
  })

  it('of a rule gives every row its category back', async () => {
    const user = person()
    await add(user, { payee: 'у Ашота' })
    await add(user, { payee: 'Ашот', category: 'подарки' })
    await add(user, { note: 'обед у ашота' })
    const before = await held(user)
    const rule = await call<SavedRule>(user, 'set_category_rule', { match: 'ашота', category: 'шашлыки' })
    expect(rule.changed).toBe(2)
    expect((await list(user)).items.map(({ category }) => category)).toEqual(['шашлыки', 'подарки', 'шашлыки'])
    expect((await list(user, { query: 'шашлык' })).items).toHaveLength(2)
    const next = await add(user, { payee: 'у ашота' })
    expect(next).toMatchObject({ category: 'шашлыки', categorySource: 'rule' })
    await undo(user, 'add_transaction', next)
    await undo(user, 'set_category_rule', rule)
    expect(await held(user)).toEqual(before)
  })

  it('of the latest write restores exactly what was there, whatever the writes', async () => {
    const step = fc.record({
      do: fc.constantFrom('add', 'amount', 'category', 'payee', 'day', 'delete', 'split', 'budget', 'rule', 'account'),
      at: fc.nat({ max: 5 }),
      word: fc.constantFrom('такси', 'пятёрочка', 'у Ашота', 'ашот', 'кафе', 'подарки'),
      amount: fc.integer({ min: 2, max: 1e6 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const user = person()
        const done: { tool: string; output: unknown; before: unknown[] }[] = []
        for (const { do: what, at, word, amount } of steps) {
          const rows = (await list(user)).items
          const id = rows[at % Math.max(1, rows.length)]?.id
          const writes: Record<string, [string, object] | null> = {
            add: ['add_transaction', { amount, payee: word }],
            amount: id ? ['update_transaction', { id, amount }] : null,
            category: id ? ['update_transaction', { id, category: word }] : null,
            payee: id ? ['update_transaction', { id, payee: word }] : null,
            day: id ? ['update_transaction', { id, occurredOn: '2026-03-17' }] : null,
            delete: id ? ['delete_transaction', { id }] : null,
            split: id
              ? ['split_transaction', { id, parts: [{ amount: 1, category: word }, { category: 'кафе' }] }]
              : null,
            budget: ['set_budget', { category: word, limit: amount }],
            rule: ['set_category_rule', { match: word, category: 'разное' }],
            account: ['add_account', { name: word, balance: amount }],
          }
          const write = writes[what]
          if (!write || (what === 'split' && rows.find((row) => row.id === id)?.amount === 1)) continue
          const before = await held(user)
          done.push({ tool: write[0], output: await call(user, write[0], write[1]), before })
        }
        for (const { tool, output, before } of done.reverse()) {
          await undo(user, tool, output)
          expect(await held(user)).toEqual(before)
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)
})

describe('accounts', () => {
  it('hold what was stated and what was recorded since', async () => {
    const user = person()
    const card = await call<SavedAccount>(user, 'add_account', { name: 'карта тинькофф', balance: 5_000_000 })
    expect(card).toMatchObject({ name: 'Карта тинькофф', kind: 'card', asOf: '2026-03-18' })
    await add(user, { amount: 100_000, accountId: card.id })
    await add(user, { kind: 'income', amount: 30_000, accountId: card.id })
    await add(user, { amount: 7, accountId: card.id, occurredOn: '2026-03-17' })
    const { items, totals } = await call<ListedAccounts>(user, 'list_accounts')
    expect([items[0]?.balance, items[0]?.currentBalance]).toEqual([5_000_000, 4_930_000])
    expect(totals).toEqual([{ currency: 'RUB', total: 4_930_000 }])
    expect(await refusal(undo(user, 'add_account', card))).toBe('conflict finance.changed_since')
  })

  it('are stated anew under the same name', async () => {
    const user = person()
    await call(user, 'add_account', { name: 'карта тинькофф', balance: 100 })
    const before = await held(user)
    const again = await call<SavedAccount>(user, 'add_account', { name: 'тинькофф', balance: -200 })
    expect([again.name, again.balance, again.previous?.balance]).toEqual(['Карта тинькофф', -200, 100])
    await undo(user, 'add_account', again)
    expect(await held(user)).toEqual(before)
  })
})
