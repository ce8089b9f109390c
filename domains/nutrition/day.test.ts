import { expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { health } from '../health/index.ts'
import { nutrition } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, nutrition, health)
const days = dayReader(database, nutrition)
const both = dayReader(database, nutrition, health)
const take = (user: User, name: string, at: string, input: object = {}) =>
  tools.run<{ id: string }>(user, 'nutrition_log_supplement', { name, at, ...input })
const eat = (user: User, at: string) =>
  tools.run(user, 'nutrition_log_meal', { items: [{ name: 'каша', kcal: 300 }], at })
const at = (time: string, date = '2026-03-19') => new Date(`${date}T${time}:00+03:00`)
const titles = async (user: User, date: string, now?: Date) =>
  (await days.on(user, date, now)).map(({ title }) => title)

it('has the meals of a day in windows of its waking hours, liked when the person eats', async () => {
  const user = newUser()
  for (const day of ['15', '16', '17']) await eat(user, `2026-03-${day}T13:15:00+03:00`)
  expect(await days.on(user, '2026-03-19')).toMatchObject([
    { kind: 'habit', type: 'meal', title: 'Завтрак', windows: [{ start: at('07:00'), end: at('11:00') }] },
    {
      title: 'Обед',
      windows: [{ start: at('11:30'), end: at('15:00') }],
      preferred: [{ start: at('12:45'), end: at('13:45') }],
    },
    { title: 'Ужин', windows: [{ start: at('17:00'), end: at('21:00') }] },
  ])
  expect(await titles(user, '2026-03-17')).toEqual([])
})

it('leaves out what is eaten or over', async () => {
  const user = newUser()
  await eat(user, '2026-03-18T08:30:00+03:00')
  expect(await titles(user, '2026-03-18')).toEqual(['Обед', 'Ужин'])
  expect(await titles(user, '2026-03-18', at('20:00', '2026-03-18'))).toEqual(['Ужин'])
})

it('keeps what is taken apart from what it does not go with', async () => {
  const user = newUser({ consents: ['health'] })
  const medicine = await tools.run<{ id: string }>(user, 'health_add_medication', {
    name: 'эутирокс',
    schedule: '07:00',
  })
  const iron = await take(user, 'железо', '2026-03-17T12:00:00+03:00', { amount: 14, unit: 'мг' })
  await take(user, 'витамин C', '2026-03-17T12:00:00+03:00', { amount: 100, unit: 'мг' })
  const parts = (await both.on(user, '2026-03-19')).filter(({ type }) => type === 'supplement' || type === 'medicine')
  expect(parts).toMatchObject([
    { title: 'витамин C' },
    {
      kind: 'habit',
      type: 'supplement',
      title: 'железо',
      ref: { domain: 'nutrition', id: iron.output.id },
      gaps: [{ ref: { domain: 'health', id: medicine.output.id }, minutes: 240 }],
    },
    { kind: 'fixed', title: 'эутирокс', start: at('07:00') },
  ])
  expect(parts[0]).not.toHaveProperty('gaps')
  const without = await both.on({ ...user, consents: [] }, '2026-03-19')
  expect(without.find(({ title }) => title === 'железо')).not.toHaveProperty('gaps')
  expect((await titles(newUser(), '2026-03-19')).includes('железо')).toBe(false)
})

it('lets nothing begin too early after what was taken already', async () => {
  const user = newUser({ consents: ['health'] })
  await take(user, 'кальций', '2026-03-17T20:00:00+03:00', { amount: 500, unit: 'мг' })
  await take(user, 'железо', '2026-03-17T12:00:00+03:00', { amount: 14, unit: 'мг' })
  const apart = (await days.on(user, '2026-03-19')).find(({ title }) => title === 'кальций')
  expect(apart).toMatchObject({ gaps: [{ minutes: 120 }] })
  await take(user, 'железо', '2026-03-18T09:00:00+03:00', { amount: 14, unit: 'мг' })
  const parts = (await days.on(user, '2026-03-18')).filter(({ type }) => type === 'supplement')
  expect(parts).toMatchObject([{ title: 'кальций', earliest: at('11:00', '2026-03-18') }])
})

it('keeps meals by the clock on a DST day', async () => {
  const user = newUser({ timeZone: 'Europe/Belgrade' })
  expect((await days.on(user, '2026-03-29'))[0]).toMatchObject({
    windows: [{ start: new Date('2026-03-29T05:00:00Z'), end: new Date('2026-03-29T09:00:00Z') }],
  })
})

it('reads a day among 10,000 entries each in two statements within 10 ms', async () => {
  const user = newUser({ consents: ['health'] })
  await database.db.withUser(user.id, async (tx) => {
    await tx.query(
      `insert into nutrition.supplement (id, user_id, name, amount, unit, taken_at, local_date, created_at)
       select gen_random_uuid(), $1, (array['железо', 'кальций', 'магний', 'витамин D', 'омега-3', 'цинк'])[1 + n % 6], 100, 'мг', at,
         at::date, $2
       from (select n, $2::timestamptz - n * interval '6 hours' as at from generate_series(1, 10000) n) s`,
      [user.id, NOW],
    )
    await tx.query(
      `insert into nutrition.meal (id, user_id, items, eaten_at, local_date, created_at)
       select gen_random_uuid(), $1, '[]', at, at::date, $2
       from (select $2::timestamptz - n * interval '5 hours' as at from generate_series(1, 10000) n) m`,
      [user.id, NOW],
    )
  })
  expect(await days.statements(user, '2026-03-19')).toBe(2)
  expect(await days.on(user, '2026-03-19')).toHaveLength(9)
  expect(await days.p95(user, '2026-03-19', 10)).toBeLessThan(10)
}, 60_000)
