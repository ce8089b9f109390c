import { beforeAll, describe, expect, it } from 'vitest'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { health } from './index.ts'
import { refreshDays } from './repository/metrics.ts'
import { METRIC_KINDS, TREND_METRICS } from './schema.ts'

/** Two years of one person: about 100,000 samples, a night from two sources and a check-in every day. */
const DAYS = 730
const database = useDatabase()
const tools = toolRunner(database, health)
const anna = newUser({ timeZone: 'UTC' })
const today = NOW.toISOString().slice(0, 10)

const PER_DAY = {
  heart_rate: 100,
  steps: 24,
  water: 6,
  weight: 1,
  blood_pressure: 2,
  glucose: 2,
  spo2: 2,
  temperature: 1,
}

const fill = async (): Promise<void> => {
  for (const [kind, n] of Object.entries(PER_DAY))
    await database.db.withUser(anna.id, (tx) =>
      tx.query(
        `insert into health.metric (id, user_id, kind, value, value2, at, local_date, time_zone, source, source_key, device,
           revision, created_at, updated_at)
         select gen_random_uuid(), $1, $2, 70 + (d * 7 + i) % 10, case when $2 = 'blood_pressure' then 60 end,
           $3::date - d + make_interval(secs => i * 86000 / $4::int), $3::date - d, 'UTC', 'apple_health', d || '.' || i,
           case when i % 2 = 0 then 'Watch' else 'Phone' end, gen_random_uuid(), $5, $5
         from generate_series(1, $6::int) d, generate_series(0, $4::int - 1) i`,
        [anna.id, kind, today, n, NOW, DAYS],
      ),
    )
  await database.db.withUser(anna.id, async (tx) => {
    const days = await tx.query<{ date: string }>(
      `select ($1::date - d)::date as date from generate_series(1, $2::int) d`,
      [today, DAYS],
    )
    for (const kind of METRIC_KINDS)
      await refreshDays(
        tx,
        anna.id,
        days.map(({ date }) => ({ kind, date })),
        NOW,
      )
  })
  await database.db.withUser(anna.id, async (tx) => {
    await tx.query(
      `insert into health.sleep (id, user_id, started_at, ended_at, local_date, time_zone, minutes, nap, source, source_key,
         revision, created_at, updated_at)
       select gen_random_uuid(), $1, $2::date - d - interval '1 hour', $2::date - d + interval '6 hours', $2::date - d, 'UTC',
         420, false, s, s || d, gen_random_uuid(), $3, $3
       from generate_series(1, $4::int) d, unnest(array['apple_health', 'google_fit']) s`,
      [anna.id, today, NOW, DAYS],
    )
    await tx.query(
      `insert into health.checkin (id, user_id, at, local_date, time_zone, mood, stress, energy, source, source_key, revision,
         created_at, updated_at)
       select gen_random_uuid(), $1, $2::date - d + interval '9 hours', $2::date - d, 'UTC', 5 + d % 3, 4, 6, 'csv', 'c' || d,
         gen_random_uuid(), $3, $3 from generate_series(1, $4::int) d`,
      [anna.id, today, NOW, DAYS],
    )
  })
}

const timed = async (tool: string, input: object, runs: number): Promise<number> => {
  const took: number[] = []
  for (let n = 0; n < runs; n++) {
    const start = performance.now()
    await tools.run(anna, tool, input)
    took.push(performance.now() - start)
  }
  return took.sort((a, b) => a - b)[Math.ceil(runs * 0.95) - 1] ?? Number.POSITIVE_INFINITY
}

const ROUNDS = 4
/** The best of a few rounds: what else runs on the machine only ever adds. */
const bestOf = async (tool: string, input: object, limit: number): Promise<number> => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS && best > limit; round++) best = Math.min(best, await timed(tool, input, 20))
  console.info(`${tool} ${JSON.stringify(input)}: p95 ${best.toFixed(1)} ms`)
  return best
}

describe('two years of data', () => {
  beforeAll(fill, 60_000)
  it('answers every question at once', async () => {
    await tools.run(anna, 'health_add_habit', { title: 'Зарядка' })
    const [{ n = 0 } = {}] = await database.db.withUser(anna.id, (tx) =>
      tx.query<{ n: number }>('select count(*)::int as n from health.metric where user_id = $1', [anna.id]),
    )
    expect(n).toBe(DAYS * 138)
    const year = { from: '2025-03-18', to: today }
    const trends = TREND_METRICS.map((metric) => ({ tool: 'health_get_trend', input: { metric, ...year }, limit: 50 }))
    const reads = [
      ...trends,
      { tool: 'health_get_day', input: {}, limit: 100 },
      { tool: 'health_get_day', input: { date: '2025-06-01' }, limit: 100 },
      { tool: 'health_list_entries', input: {}, limit: 100 },
      { tool: 'health_list_entries', input: { kind: 'heart_rate', from: '2025-01-01', to: '2025-02-01' }, limit: 100 },
      { tool: 'health_list_habits', input: {}, limit: 100 },
      { tool: 'health_get_safety_profile', input: {}, limit: 100 },
      { tool: 'health_suggest_break', input: {}, limit: 100 },
    ]
    const slow: string[] = []
    for (const { tool, input, limit } of reads) {
      const p95 = await bestOf(tool, input, limit)
      if (p95 > limit) slow.push(`${tool} ${JSON.stringify(input)}: ${p95.toFixed(1)} ms`)
    }
    expect(slow).toEqual([])
  }, 60_000)
  it('records as fast as on the first day', async () => {
    expect(await bestOf('health_log_metric', { kind: 'heart_rate', value: 64 }, 100)).toBeLessThan(100)
  })
})
