import { expect, it } from 'vitest'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { home } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, home)
const days = dayReader(database, home)

it('has chores and care of pets with what is known of them, late ones today', async () => {
  const user = newUser()
  await tools.run(user, 'home_add_chore', { title: 'полы', everyDays: 7, startsOn: '2026-03-16', durationMinutes: 40 })
  await tools.run(user, 'home_add_pet', { name: 'Рекс', species: 'dog' })
  await tools.run(user, 'home_log_pet_care', { kind: 'прививка', nextDueOn: '2026-03-25' })
  const floors = { kind: 'task', type: 'chore', title: 'полы', durationMinutes: 40 }
  expect(await days.on(user, '2026-03-18')).toMatchObject([{ ...floors, dueAt: new Date('2026-03-16T21:00:00Z') }])
  expect(await days.on(user, '2026-03-25')).toMatchObject([
    { ...floors, dueAt: new Date('2026-03-25T21:00:00Z') },
    { type: 'pet_care', title: 'Рекс: прививка', dueAt: new Date('2026-03-25T21:00:00Z') },
  ])
  expect((await days.on(user, '2026-03-25'))[1]).not.toHaveProperty('durationMinutes')
  expect((await days.on(user, '2026-03-25'))[0]).not.toHaveProperty('untrusted')
  expect(await days.on(newUser(), '2026-03-18')).toEqual([])
})

it('takes only the latest care of a kind', async () => {
  const user = newUser()
  await tools.run(user, 'home_add_pet', { name: 'Мурка', species: 'cat' })
  await tools.run(user, 'home_log_pet_care', {
    kind: 'прививка',
    nextDueOn: '2026-03-19',
    at: '2026-03-01T10:00:00+03:00',
  })
  await tools.run(user, 'home_log_pet_care', {
    kind: 'прививка',
    nextDueOn: '2027-03-19',
    at: '2026-03-17T10:00:00+03:00',
  })
  expect(await days.on(user, '2026-03-19')).toEqual([])
})

it('ends a day of 25 hours where its clocks do', async () => {
  const user = newUser({ timeZone: 'Europe/London' })
  await tools.run(user, 'home_add_chore', { title: 'bins', startsOn: '2026-10-25' })
  expect(await days.on(user, '2026-10-25')).toMatchObject([{ dueAt: new Date('2026-10-26T00:00:00Z') }])
})

it('reads a day among 10,000 chores and 10,000 entries of care in two statements within 10 ms', async () => {
  const user = newUser()
  await database.db.withUser(user.id, async (tx) => {
    await tx.query(
      `insert into home.chore (id, space_id, user_id, version, title, title_key, words, starts_on, next_due_on, created_at, updated_at)
       select gen_random_uuid(), $1, $1, 1, 'Дело ' || n, 'дело ' || n, '{}', date '2026-03-01', date '2026-03-19' + n / 10, $2, $2
       from generate_series(1, 10000) n`,
      [user.id, NOW],
    )
    await tx.query(
      `with one as (insert into home.pet (id, space_id, user_id, version, name, name_key, species, created_at, updated_at)
         select gen_random_uuid(), $1, $1, 1, 'Рекс ' || n, 'рекс ' || n, 'dog', $2, $2 from generate_series(1, 4) n
         returning id)
       insert into home.pet_care (id, space_id, user_id, version, pet_id, kind, at, done_on, time_zone, next_due_on, created_at, updated_at)
       select gen_random_uuid(), $1, $1, 1, one.id, 'grooming', $2::timestamptz - n * interval '1 day', date '2026-03-18' - n, 'UTC',
         date '2026-03-21' - n, $2, $2 from one, generate_series(1, 2500) n`,
      [user.id, NOW],
    )
  })
  expect(await days.statements(user, '2026-03-20')).toBe(2)
  expect(await days.on(user, '2026-03-20')).toHaveLength(14)
  expect(await days.p95(user, '2026-03-20', 10)).toBeLessThan(10)
}, 60_000)
