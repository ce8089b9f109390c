import { expect, it } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { dayReader } from '../../test/harness/day.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { workouts } from './index.ts'
import type { PlanOutput } from './schema/plan.ts'

const database = useDatabase()
const tools = toolRunner(database, workouts)
const days = dayReader(database, workouts)
const session = async (user: User, date: string, startAt: string) => {
  const id = newId()
  await database.db.withUser(user.id, (tx) =>
    tx.query(
      `insert into workouts.plan_session (id, user_id, plan_id, ordinal, date, start_at, duration_minutes, kind, sport, title,
         load_tenths, status, created_at) values ($1, $2, $1, 1, $3, $4, 40, 'endurance', 'running', 'Бег', 2400, 'accepted', $4)`,
      [id, user.id, date, startAt],
    ),
  )
  return id
}

it('proposes the sessions of a week that nobody has accepted, best where they were proposed', async () => {
  const user = newUser()
  await tools.run(user, 'workouts_set_goal', { goal: 'пробежать 10 км' })
  const { output } = await tools.run<PlanOutput>(user, 'workouts_plan_week', { weekStart: '2026-03-23' })
  const [first] = output.sessions
  if (!first) throw new Error('a plan has sessions')
  const parts = await days.on(user, first.date)
  expect(parts).toMatchObject([
    {
      kind: 'task',
      type: 'session',
      title: first.title,
      plannedOn: first.date,
      durationMinutes: first.durationMinutes,
      load: first.load,
      preferred: [{ start: new Date(first.start), end: new Date(first.end) }],
    },
  ])
  expect(await days.on(user, first.date, new Date('2026-03-30T00:00:00Z'))).toEqual([])
  expect(await days.on(newUser(), first.date)).toEqual([])
})

it('has an accepted session at its time, how hard it is, where, and what hurts', async () => {
  const user = newUser()
  const id = await session(user, '2026-03-19', '2026-03-19T18:30:00+03:00')
  await tools.run(user, 'workouts_report_injury', { bodyPart: 'колено', severity: 4 })
  expect(await days.on(user, '2026-03-19')).toMatchObject([
    {
      kind: 'fixed',
      type: 'session',
      ref: { domain: 'workouts', id },
      start: new Date('2026-03-19T15:30:00Z'),
      end: new Date('2026-03-19T16:10:00Z'),
      busy: true,
      load: 240,
      demand: 'high',
      outdoor: true,
    },
    { kind: 'limit', type: 'injury', bodyPart: 'knee', severity: 4 },
  ])
})

it('lasts its minutes over the hour that a DST night leaves out', async () => {
  const user = newUser({ timeZone: 'Europe/Belgrade' })
  await session(user, '2026-03-29', '2026-03-29T01:40:00+01:00')
  expect(await days.on(user, '2026-03-29')).toMatchObject([{ end: new Date('2026-03-29T01:20:00Z') }])
})

it('says the load as of today, without a ratio where too little is known', async () => {
  const user = newUser()
  await tools.run(user, 'workouts_log_workout', {
    sport: 'бег',
    start: '2026-03-17T08:00:00+03:00',
    durationMinutes: 30,
    rpe: 5,
  })
  const load = { type: 'load', acute: 150, chronic: null, ratio: null }
  expect(await days.on(user, '2026-03-18')).toMatchObject([load])
  expect(await days.on(user, '2026-03-25')).toMatchObject([load])
})

it('reads a day among 10,000 workouts in two statements within 10 ms', async () => {
  const user = newUser()
  await database.db.withUser(user.id, (tx) =>
    tx.query(
      `insert into workouts.workout (id, user_id, sport, start_at, local_date, time_zone, duration_seconds, load_tenths, load_method,
         source, revision, created_at, updated_at)
       select gen_random_uuid(), $1, 'running', at, at::date, 'UTC', 1800, 1500, 'session_rpe', 'person', gen_random_uuid(), $2, $2
       from (select $2::timestamptz - n * interval '12 hours' as at from generate_series(1, 10000) n) w`,
      [user.id, NOW],
    ),
  )
  expect(await days.statements(user, '2026-03-18')).toBe(2)
  expect(await days.on(user, '2026-03-18')).toMatchObject([{ type: 'load', ratio: expect.any(Number) }])
  expect(await days.p95(user, '2026-03-18', 10)).toBeLessThan(10)
}, 60_000)
