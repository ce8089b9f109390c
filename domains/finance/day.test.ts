import { expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { finance } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, finance)
const days = dayReader(database, finance)
const add = async (user: User, title: string, input: object) =>
  (await tools.run<{ id: string }>(user, 'finance_add_bill', { title, kind: 'expense', amount: 100_000, ...input }))
    .output.id
const titles = async (user: User, date: string) => (await days.on(user, date)).map(({ title }) => title)

it('has each unpaid bill of a day as ten minutes, and today what is late', async () => {
  const user = newUser()
  const rent = await add(user, 'аренда', { dueOn: '2026-03-19', rrule: 'FREQ=MONTHLY;BYMONTHDAY=19' })
  await add(user, 'штраф', { dueOn: '2026-03-10' })
  await add(user, 'зарплата', { dueOn: '2026-03-19', kind: 'income' })
  expect(await days.on(user, '2026-03-19')).toEqual([
    {
      kind: 'task',
      type: 'bill',
      title: 'аренда',
      ref: { domain: 'finance', id: rent },
      durationMinutes: 10,
      dueAt: new Date('2026-03-19T21:00:00Z'),
      cost: { amount: 100_000, currency: 'RUB' },
    },
  ])
  expect(await days.on(user, '2026-03-18')).toMatchObject([{ title: 'штраф', dueAt: new Date('2026-03-10T21:00:00Z') }])
  expect(await titles(user, '2026-04-19')).toEqual(['аренда'])
  await tools.run(user, 'finance_mark_bill_paid', { id: rent, dueOn: '2026-03-19' })
  expect(await titles(user, '2026-03-19')).toEqual([])
  expect(await titles(newUser(), '2026-03-18')).toEqual([])
})

it('ends a day of 23 hours where its clocks do', async () => {
  const user = newUser({ timeZone: 'Europe/Belgrade' })
  await add(user, 'rent', { dueOn: '2026-03-29' })
  expect(await days.on(user, '2026-03-29')).toMatchObject([{ dueAt: new Date('2026-03-29T22:00:00Z') }])
})

it('reads a day among 10,000 bills in two statements within 10 ms', async () => {
  const user = newUser()
  await database.db.withUser(user.id, (tx) =>
    tx.query(
      `insert into finance.bill (id, user_id, title, kind, amount, currency, due_on, changes, since, remind_days_before,
         remind_at, created_at, updated_at)
       select gen_random_uuid(), $1, 'Счёт ' || n, 'expense', 100, 'RUB', date '2026-03-19' + n / 4, '[]', '2026-03-01', 1,
         '09:00', $2, $2 from generate_series(1, 10000) n`,
      [user.id, NOW],
    ),
  )
  for (const day of [5, 10, 15, 20])
    await add(user, 'серия', { dueOn: `2026-01-${day < 10 ? `0${day}` : day}`, rrule: 'FREQ=MONTHLY' })
  expect(await days.statements(user, '2026-05-20')).toBe(2)
  expect(await titles(user, '2026-05-20')).toHaveLength(5)
  expect(await days.p95(user, '2026-05-20', 10)).toBeLessThan(10)
  expect(await days.p95(user, '2026-03-18', 10)).toBeLessThan(10)
}, 60_000)
