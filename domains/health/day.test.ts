import { expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { timesIn } from './engine/times.ts'
import { health } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, health)
const days = dayReader(database, health)
/** Rows of one moment have no order of their own. */
const byTitle = async (user: User, date: string) =>
  (await days.on(user, date)).sort((a, b) => a.title.localeCompare(b.title, 'ru'))
const run = (user: User, tool: string, input: object) => tools.run<{ id: string }>(user, `health_${tool}`, input)
const TODAY = '2026-03-18'
const at = (time: string) => new Date(`2026-03-18T${time}:00+03:00`)

it('has habits in their part of the day, with what is left of them', async () => {
  const user = newUser()
  await run(user, 'add_habit', { title: 'Утренняя зарядка', target: 20, unit: 'минут' })
  await run(user, 'add_habit', { title: 'Английский', target: 3, period: 'week' })
  await run(user, 'add_habit', { title: 'Вода', target: 8, unit: 'стаканов' })
  await run(user, 'log_habit', { title: 'Вода', amount: 8 })
  await run(user, 'log_habit', { title: 'зарядка', amount: 5 })
  expect(await byTitle(user, TODAY)).toMatchObject([
    { title: 'Английский', dueAt: new Date('2026-03-22T21:00:00Z'), progress: { done: 0, target: 3, period: 'week' } },
    {
      kind: 'habit',
      type: 'habit',
      durationMinutes: 15,
      preferred: [{ start: at('07:00'), end: at('11:00') }],
      dueAt: new Date('2026-03-18T21:00:00Z'),
      progress: { done: 5, target: 20 },
    },
  ])
  expect((await byTitle(user, TODAY))[0]).not.toHaveProperty('durationMinutes')
  expect(await days.on(newUser(), TODAY)).toEqual([])
})

it('has medicines at their hour or in their part of the day, and none whose days are unknown', async () => {
  const user = newUser()
  const add = (name: string, schedule?: string) =>
    run(user, 'add_medication', { name, ...(schedule ? { schedule } : {}) })
  await add('эутирокс', 'утром в 7:00 натощак')
  await add('аторвастатин', 'на ночь')
  await add('метформин', 'два раза в день')
  await add('преднизолон', 'через день утром')
  await add('сальбутамол', 'при приступах')
  await add('конкор')
  expect(await byTitle(user, TODAY)).toMatchObject([
    { kind: 'habit', type: 'medicine', title: 'аторвастатин', windows: [{ start: at('21:30'), end: at('23:00') }] },
    { kind: 'habit', type: 'medicine', title: 'метформин' },
    { kind: 'fixed', type: 'medicine', title: 'эутирокс', start: at('07:00'), busy: false },
  ])
})

it('reads hours as people say them', () => {
  expect(timesIn('в 7 утра и в 8 вечера').clocks).toEqual(['07:00', '20:00'])
  expect(timesIn('8 am, 10:30 pm').clocks).toEqual(['08:00', '22:30'])
  expect(timesIn('12 am').clocks).toEqual(['00:00'])
  expect(timesIn('утром и вечером').parts).toEqual(['morning', 'evening'])
  expect(timesIn('с 16 по 25 день цикла').daily).toBe(false)
  expect(timesIn('50 мкг 2.5 таблетки')).toEqual({ clocks: [], parts: [], daily: false })
})

it('says what nights and feelings leave, and what the body forbids', async () => {
  const user = newUser()
  await run(user, 'log_sleep', { start: '2026-03-17T01:00:00+03:00', end: '2026-03-17T06:00:00+03:00' })
  await run(user, 'log_sleep', { date: TODAY, durationMinutes: 330 })
  await run(user, 'log_mood', { mood: 4, stress: 10, at: '2026-03-18T08:00:00+03:00' })
  await run(user, 'log_mood', { mood: 1, at: '2026-03-18T09:00:00+03:00' })
  await run(user, 'add_condition', { name: 'астма' })
  await run(user, 'add_condition', { name: 'плечо', kind: 'injury' })
  expect(await days.on(user, TODAY)).toMatchObject([
    {
      type: 'sleep',
      title: 'Короткий сон',
      nights: [
        {
          date: '2026-03-17',
          minutes: 300,
          start: new Date('2026-03-16T22:00:00Z'),
          end: new Date('2026-03-17T03:00:00Z'),
        },
        { date: TODAY, minutes: 330, napMinutes: 0 },
      ],
      // (420 − 300) + (420 − 330)
      debtMinutes: 210,
      needMinutes: 420,
    },
    { type: 'feeling', at: at('09:00'), mood: 1, stress: 5 },
    { type: 'contraindication', condition: 'asthma', title: 'астма' },
    { type: 'injury', bodyPart: 'shoulder injury', title: 'плечо' },
  ])
  expect(await days.on(newUser(), TODAY)).toEqual([])
})

it('keeps hours by the clock on a day of 23 hours', async () => {
  const user = newUser({ timeZone: 'Europe/Belgrade' })
  await run(user, 'add_medication', { name: 'эутирокс', schedule: '07:00' })
  const starts = async (date: string) => (await days.on(user, date)).map((part) => part.kind === 'fixed' && part.start)
  expect(await starts('2026-03-28')).toEqual([new Date('2026-03-28T06:00:00Z')])
  expect(await starts('2026-03-29')).toEqual([new Date('2026-03-29T05:00:00Z')])
})

it('reads a day among 10,000 entries each in two statements within 10 ms', async () => {
  const user = newUser()
  await run(user, 'add_habit', { title: 'Зарядка' })
  await run(user, 'add_medication', { name: 'эутирокс', schedule: '07:00' })
  await database.db.withUser(user.id, async (tx) => {
    await tx.query(
      `insert into health.habit_log (id, user_id, habit_id, amount, at, local_date, time_zone, revision, created_at, updated_at)
       select gen_random_uuid(), $1, h.id, 1, $2, date '2026-03-17' - n / 10, 'UTC', gen_random_uuid(), $2, $2
       from health.habit h, generate_series(1, 10000) n`,
      [user.id, NOW],
    )
    await tx.query(
      `insert into health.sleep (id, user_id, local_date, time_zone, minutes, nap, source, source_key, revision, created_at, updated_at)
       select gen_random_uuid(), $1, date '2026-03-18' - n, 'UTC', 400, false, 'csv', n, gen_random_uuid(), $2, $2
       from generate_series(1, 10000) n`,
      [user.id, NOW],
    )
    await tx.query(
      `insert into health.checkin (id, user_id, at, local_date, time_zone, mood, source, source_key, revision, created_at, updated_at)
       select gen_random_uuid(), $1, $2, date '2026-03-18' - n / 5, 'UTC', 5, 'csv', n, gen_random_uuid(), $2, $2
       from generate_series(1, 10000) n`,
      [user.id, NOW],
    )
  })
  expect(await days.statements(user, TODAY)).toBe(2)
  expect((await days.on(user, TODAY)).map(({ type }) => type)).toEqual(['habit', 'medicine', 'sleep', 'feeling'])
  expect(await days.p95(user, TODAY, 10)).toBeLessThan(10)
}, 60_000)
