import { expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { reminders } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, reminders)
const days = dayReader(database, reminders)
const set = async (user: User, text: string, input: object) =>
  (await tools.run<{ id: string }>(user, 'reminders_set_reminder', { text, ...input })).output.id
const told = async (user: User, date: string) =>
  (await days.on(user, date)).map((part) => [
    part.title,
    part.kind === 'fixed' && part.start?.toISOString().slice(11, 16),
  ])

it('says each time of a day, and takes no time of it', async () => {
  const user = newUser()
  await set(user, 'таблетка', { rrule: 'FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0', startsAt: '2026-03-18T20:00:00+03:00' })
  await set(user, 'позвонить', { at: '2026-03-20T12:00:00+03:00' })
  expect(await told(user, '2026-03-20')).toEqual([
    ['таблетка', '05:00'],
    ['позвонить', '09:00'],
    ['таблетка', '17:00'],
  ])
  expect((await days.on(user, '2026-03-20'))[1]).toMatchObject({ kind: 'fixed', busy: false, durationMinutes: 0 })
  expect(await told(user, '2026-03-18')).toEqual([['таблетка', '17:00']])
})

it('leaves out what is skipped, done or somebody else’s, and has what was snoozed', async () => {
  const user = newUser()
  const id = await set(user, 'бег', { rrule: 'FREQ=DAILY', startsAt: '2026-03-19T07:00:00+03:00' })
  await tools.run(user, 'reminders_skip_occurrence', { id, date: '2026-03-20' })
  const late = await set(user, 'почта', { at: '2026-03-19T09:00:00+03:00' })
  await tools.run(user, 'reminders_snooze_reminder', { id: late, until: '2026-03-20T09:00:00+03:00' })
  expect(await told(user, '2026-03-19')).toEqual([['бег', '04:00']])
  expect(await told(user, '2026-03-20')).toEqual([['почта', '06:00']])
  expect(await told(newUser(), '2026-03-19')).toEqual([])
})

it('keeps the clock of the zone it was set in through a DST day', async () => {
  const user = newUser({ timeZone: 'Europe/London' })
  await set(user, 'чай', { rrule: 'FREQ=DAILY', startsAt: '2026-03-27T07:00:00Z' })
  expect(await told(user, '2026-03-28')).toEqual([['чай', '07:00']])
  expect(await told(user, '2026-03-29')).toEqual([['чай', '06:00']])
  expect(await told({ ...user, timeZone: 'Asia/Tokyo' }, '2026-03-29')).toEqual([['чай', '06:00']])
})

it('reads a day among 10,000 reminders in one statement within 10 ms', async () => {
  const user = newUser()
  await database.db.withUser(user.id, (tx) =>
    tx.query(
      `insert into reminders.reminder (id, user_id, text, local_start, time_zone, starts_at, exdates, due_at, override_quiet,
         status, version, created_at, updated_at)
       select gen_random_uuid(), $1, 'Напоминание ' || n, '', 'UTC', at, '[]', at, false, 'active', 1, $2, $2
       from (select n, $2::timestamptz + n * interval '2 hours' as at from generate_series(1, 10000) n) r`,
      [user.id, NOW],
    ),
  )
  for (const hour of ['08', '12', '19'])
    await set(user, hour, { rrule: 'FREQ=DAILY', startsAt: `2026-03-19T${hour}:00:00Z` })
  expect(await days.statements(user, '2026-09-19')).toBe(1)
  expect(await told(user, '2026-09-19')).toHaveLength(15)
  expect(await days.p95(user, '2026-09-19', 10)).toBeLessThan(10)
}, 60_000)
