// Every tool of finance can ask and tell, in both languages.
import { describe, expect, it } from 'vitest'
import type { User } from '../../../core/user.ts'
import { newUser, useDatabase } from '../../../test/harness/database.ts'
import { toolRunner } from '../../../test/harness/tools.ts'
import { finance } from '../index.ts'
import type { AddedTransaction } from '../schema.ts'

const tools = toolRunner(useDatabase(), finance)
const person = (): User => newUser()
const add = async (user: User, input: object): Promise<AddedTransaction> =>
  (await tools.run<AddedTransaction>(user, 'finance_add_transaction', { amount: 45_000, ...input })).output

describe('questions and answers', () => {
  it('ask about a deletion and name the row', async () => {
    const user = person()
    const row = await add(user, { category: 'такси' })
    const question = await tools.ask(user, 'finance_delete_transaction', { id: row.id })
    expect(question.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('Удалить запись: 450 ₽, такси, сегодня?')
    const run = await tools.run(user, 'finance_delete_transaction', { id: row.id })
    expect([run.confirms, run.said.replaceAll(/[\u00a0\u202f]/g, ' ')]).toEqual([
      true,
      'Удалено: 450 ₽, такси, сегодня.',
    ])
  })

  it('can be said by every tool in both languages', async () => {
    for (const locale of ['ru-RU', 'en-US']) {
      const user = newUser({ locale })
      const row = await add(user, { category: 'такси' })
      const gone = await add(user, {})
      const made = async (tool: string, input: object): Promise<string> =>
        (await tools.run<{ id: string }>(user, `finance_${tool}`, input)).output.id
      const rent = await made('add_bill', { title: 'аренда', amount: 3_000_000, rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' })
      const light = await made('add_bill', { title: 'свет', amount: 100, dueOn: '2026-03-17' })
      const card = await made('add_account', { name: 'карта сбер', balance: 100 })
      const goal = await made('set_goal', { title: 'отпуск', target: 1_000_000, by: '2026-09-01' })
      const inputs: Record<string, object> = {
        add_transaction: { amount: 1, kind: 'transfer' },
        update_transaction: { id: row.id, amount: 2, payee: 'uber', occurredOn: '2026-03-01' },
        delete_transaction: { id: gone.id },
        list_transactions: { from: '2026-03-01', to: '2026-03-18' },
        set_category_rule: { match: 'uber', category: 'такси' },
        split_transaction: { id: row.id, parts: [{ amount: 1, category: 'кафе' }, { category: 'такси' }] },
        summarise_spending: { groupBy: 'day' },
        set_budget: { category: 'всё', limit: 1 },
        get_budgets: {},
        add_account: { name: 'наличные' },
        list_accounts: {},
        update_account: { id: card, name: 'зарплатная' },
        add_bill: { title: 'интернет', amount: 65_000, rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' },
        update_bill: { id: rent, scope: 'next', dueOn: '2026-04-07' },
        mark_bill_paid: { id: rent },
        list_bills: {},
        cancel_bill: { id: light },
        forecast_balance: { days: 60 },
        can_afford: { amount: 1_000 },
        find_recurring: {},
        find_anomalies: {},
        suggest_savings: {},
        set_goal: { title: 'велосипед', target: 5_000_000 },
        contribute_to_goal: { id: goal, amount: 1_000_000 },
        list_goals: {},
        cancel_goal: { id: goal },
        close_account: { id: card },
      }
      expect(
        Object.keys(inputs)
          .map((name) => `finance_${name}`)
          .sort(),
      ).toEqual(finance.tools.map(({ name }) => name).sort())
      for (const [name, input] of Object.entries(inputs)) {
        expect(await tools.ask(user, `finance_${name}`, input)).toMatch(/\?$/)
        expect((await tools.run(user, `finance_${name}`, input)).said).toMatch(/\p{L}/u)
      }
    }
  })
})
