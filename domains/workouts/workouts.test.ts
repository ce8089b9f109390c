// Tools of workouts on a real database: they work, refuse, undo exactly, and another person sees nothing.
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import { createPolicy } from '../../guardrails/policy.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { messageFolders } from '../../test/harness/selection.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { loadMessages } from '../../tools/catalog.ts'
import { createCtx, execute } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import { undoLast } from '../../tools/undo.ts'
import { calendar } from '../calendar/index.ts'
import { workouts } from './index.ts'
import { adviceOf } from './repository.ts'
import type { ForecastOutput, InjuryOutput, LoadOutput, StatsOutput } from './schema/insight.ts'
import type { AcceptPlanOutput, PlanOutput } from './schema/plan.ts'
import type { ListWorkoutsOutput, WorkoutDetailOutput, WorkoutOutput } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, workouts, calendar)
const NOBODY = '00000000-0000-4000-8000-000000000000'
const DAY_MS = 86_400_000

const log = (user: User, input: object, now = NOW): Promise<ToolRun<WorkoutOutput>> =>
  tools.run(user, 'workouts_log_workout', input, now)
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
/** Everything stored about a person's training, to compare before and after. */
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) =>
    tx.query(`select to_jsonb(w) as row from workouts.workout w
      union all select to_jsonb(s) from workouts.exercise_set s
      union all select to_jsonb(g) from workouts.goal g
      union all select to_jsonb(e) from workouts.equipment e
      union all select to_jsonb(t) from workouts.threshold t
      union all select to_jsonb(i) from workouts.injury i
      union all select to_jsonb(p) from workouts.plan_session p order by 1`),
  )
const inCtx = <T>(user: User, now: Date, fn: (ctx: ReturnType<typeof createCtx>) => Promise<T>): Promise<T> =>
  database.db.withUser(user.id, (tx) =>
    fn(
      createCtx(
        { db: database.db, registry: createRegistry([workouts, calendar]) },
        tx,
        { user, now, origin: { channel: 'jobs', actor: 'code' } },
        [],
      ),
    ),
  )
const RUN = { sport: 'бег', distanceMeters: 5_000, durationMinutes: 27, heartRateAvg: 150 }
const BENCH = { sport: 'зал', sets: [{ exercise: 'жим', sets: 3, reps: 8, weightKg: 60 }] }

describe('a workout', () => {
  it('"5 км за 27 минут, пульс 150" is a run with its pace, begun 27 minutes ago', async () => {
    const run = await log(newUser(), RUN)
    expect(run.output).toMatchObject({
      sport: 'running',
      sportWord: 'бег',
      start: '2026-03-18T09:33:00+03:00',
      date: '2026-03-18',
      distanceMeters: 5_000,
      durationMinutes: 27,
      paceSecondsPerKm: 324,
      speedKmh: 11.11,
      heartRateAvg: 150,
      heartRateMax: null,
      calories: null,
      loadMethod: 'sport_default',
      load: 162,
    })
    expect(run.said).toBe(
      'Записал, сегодня. Бег: 5 км за 27 мин, темп 5:24 на км, пульс 150. Нагрузка примерно 162: скажите усилие от 0 до 10, будет точнее.',
    )
    expect([run.confirms, run.events.map(({ type }) => type)]).toEqual([false, ['workouts.workout_completed']])
  })
  it('"жим 3×8 по 60" is three sets; the maximum is Epley’s', async () => {
    const run = await log(newUser(), { sets: BENCH.sets })
    expect(run.output.sport).toBe('strength')
    expect(
      run.output.sets.map((set) => [set.ordinal, set.exerciseKey, set.reps, set.weightKg, set.oneRepMaxKg]),
    ).toEqual([1, 2, 3].map((n) => [n, 'bench_press', 8, 60, 76]))
    expect([run.output.durationMinutes, run.output.load]).toEqual([null, null])
    expect(run.said).toBe('Записал, сегодня. Силовая тренировка: жим 3×8 по 60 кг.')
  })
  it('is said in miles and pounds where people measure so', async () => {
    const american = newUser({ locale: 'en-US' })
    expect((await log(american, { sport: 'run', distanceMeters: 10_000, durationMinutes: 50, rpe: 5 })).said).toBe(
      'Logged, today. Running: 6.21 mi in 50 min, 8:03 per mile, effort 5 of 10. Load 250.',
    )
    expect((await log(american, { sets: [{ exercise: 'bench press', reps: 5, weightKg: 100 }] })).said).toContain(
      'bench press 1×5 at 220.5 lb',
    )
  })
  it('is stored twice when done twice, and the second says so', async () => {
    const user = newUser()
    const first = await log(user, RUN)
    const second = await log(user, RUN)
    expect(second.output.similarId).toBe(first.output.id)
    expect(second.said).toContain('Похожая тренировка')
    await log(user, { ...RUN, sourceKey: 'app-1' })
    expect(await refusal(log(user, { ...RUN, sourceKey: 'app-1' }))).toBe('conflict workouts.logged_already')
  })
  it('is not taken for another exercise of the same training', async () => {
    const user = newUser()
    const plank = await log(user, { sets: [{ exercise: 'планка', sets: 2, seconds: 60 }] })
    expect((await log(user, { sets: [{ exercise: 'отжимания', reps: 20 }] })).output.similarId).toBeNull()
    expect((await log(user, { sets: [{ exercise: 'планка', seconds: 60 }] })).output.similarId).toBe(plank.output.id)
  })
  it('is a swim in metres and per 100 of them also where roads are measured in miles', async () => {
    const american = newUser({ locale: 'en-US' })
    const swim = { sport: 'swimming', distanceMeters: 1_500, rpe: 5 }
    expect((await log(american, { ...swim, durationMinutes: 35, start: '2026-03-16T08:00:00+03:00' })).said).toBe(
      'Logged, Mon 16 March. Swimming: 1.5 km in 35 min, 2:20 per 100 m, effort 5 of 10. Load 175.',
    )
    expect((await log(american, { ...swim, durationMinutes: 30 })).said).toContain(
      'Personal best: 100 m or more, 2:00 per 100 m (before: 2:20 per 100 m)',
    )
    expect((await tools.run(american, 'workouts_get_stats', { sport: 'swimming' })).said).toContain('3 km')
  })
  it('is corrected by field; null empties', async () => {
    const user = newUser()
    const { output } = await log(user, RUN)
    const run = await tools.run<WorkoutOutput>(user, 'workouts_update_workout', {
      id: output.id,
      rpe: 7,
      heartRateAvg: null,
      distanceMeters: 5_400,
    })
    expect(run.output.changed).toEqual(['distanceMeters', 'rpe', 'heartRateAvg'])
    expect(run.output).toMatchObject({
      paceSecondsPerKm: 300,
      load: 189,
      loadMethod: 'session_rpe',
      heartRateAvg: null,
    })
    expect(run.said).toBe('Исправил, сегодня. Бег: 5,4 км за 27 мин, темп 5:00 на км, усилие 7 из 10.')
    const same = await tools.run<WorkoutOutput>(user, 'workouts_update_workout', { id: output.id, rpe: 7 })
    expect(same.output.changeId).toBeNull()
    expect(await refusal(tools.run(user, 'workouts_update_workout', { id: output.id }))).toBe(
      'invalid workouts.nothing_to_change',
    )
  })
  it('is deleted after a question', async () => {
    const user = newUser()
    const { output } = await log(user, RUN)
    expect(await tools.ask(user, 'workouts_delete_workout', { id: output.id })).toBe(
      'Удалить тренировку (сегодня, Бег: 5 км за 27 мин, темп 5:24 на км, пульс 150)?',
    )
    const run = await tools.run<WorkoutOutput>(user, 'workouts_delete_workout', { id: output.id })
    expect([run.confirms, run.output.status]).toEqual([true, 'deleted'])
    expect((await tools.run<ListWorkoutsOutput>(user, 'workouts_list_workouts', {})).output.items).toEqual([])
  })
  it.each([
    [{ sport: 'бег' }, 'invalid workouts.ask_duration'],
    [{ durationMinutes: 30 }, 'invalid workouts.ask_sport'],
    [{ ...RUN, start: '2026-03-19T10:00:00+03:00' }, 'invalid workouts.in_future'],
    [{ ...RUN, movingMinutes: 30 }, 'invalid workouts.moving_over_duration'],
    [{ ...RUN, heartRateMax: 140 }, 'invalid workouts.heart_rate_over_max'],
    [{ sets: [{ exercise: 'жим' }] }, 'invalid workouts.set_without_reps'],
    [{ ...RUN, rpe: 11 }, 'invalid tools.bad_input'],
    [{ ...RUN, heartRateAvg: 0 }, 'invalid tools.bad_input'],
  ])('is refused as %j and leaves no row', async (input, expected) => {
    const user = newUser()
    expect(await refusal(log(user, input))).toBe(expected)
    expect(await held(user)).toEqual([])
  })
  it('is found by day, sport, exercise and words', async () => {
    const user = newUser()
    await log(user, { ...RUN, start: '2026-03-10T08:00:00+03:00', notes: 'вдоль реки' })
    await log(user, BENCH)
    const list = async (input: object) =>
      (await tools.run<ListWorkoutsOutput>(user, 'workouts_list_workouts', input)).output.items.map(
        ({ sport }) => sport,
      )
    expect(await list({})).toEqual(['strength', 'running'])
    expect(await list({ from: '2026-03-11' })).toEqual(['strength'])
    expect(await list({ sport: 'пробежки' })).toEqual(['running'])
    expect(await list({ exercise: 'жима лёжа' })).toEqual(['strength'])
    expect(await list({ query: 'река' })).toEqual(['running'])
    const [first, second] = await Promise.all(
      [{ limit: 1 }, { limit: 1, cursor: '1' }].map((input) =>
        tools.run<ListWorkoutsOutput>(user, 'workouts_list_workouts', input),
      ),
    )
    expect([first?.output.total, first?.output.nextCursor, first?.output.items[0]?.sport]).toEqual([2, '1', 'strength'])
    expect([second?.output.nextCursor, second?.output.items[0]?.sport]).toEqual([null, 'running'])
    expect(await refusal(list({ cursor: 'x' }))).toBe('invalid workouts.bad_cursor')
    const said = (await tools.run(user, 'workouts_list_workouts', {})).said
    expect(said).toBe(
      '2 тренировки:\nСегодня. Силовая тренировка: жим 3×8 по 60 кг\nВт, 10 марта. Бег: 5 км за 27 мин, темп 5:24 на км, пульс 150',
    )
  })
  it('tells a personal best when there was something to beat', async () => {
    const user = newUser()
    expect((await log(user, { ...RUN, start: '2026-03-10T08:00:00+03:00' })).output.bests).toEqual([])
    const faster = await log(user, { ...RUN, durationMinutes: 26 })
    expect(
      faster.output.bests.map(({ kind, overMeters, value, previous }) => [kind, overMeters, value, previous]),
    ).toEqual([
      ['fastest_pace', 1_000, 312, 324],
      ['fastest_pace', 3_000, 312, 324],
      ['fastest_pace', 5_000, 312, 324],
    ])
    await log(user, { ...BENCH, start: '2026-03-10T08:00:00+03:00' })
    const heavier = await log(user, { sport: 'зал', sets: [{ exercise: 'bench press', reps: 8, weightKg: 62.5 }] })
    expect(heavier.output.bests.map(({ kind, value, previous }) => [kind, value, previous])).toEqual([
      ['one_rep_max', 79.2, 76],
      ['heaviest_set', 62.5, 60],
    ])
  })
})

describe('undo', () => {
  it.each([
    ['a new workout', (user: User) => log(user, BENCH)],
    [
      'a correction',
      (user: User, id: string) => tools.run(user, 'workouts_update_workout', { id, sport: 'плавание', sets: [] }),
    ],
    ['a deletion', (user: User, id: string) => tools.run(user, 'workouts_delete_workout', { id })],
    ['a goal', (user: User) => tools.run(user, 'workouts_set_goal', { goal: 'пробежать 10 км' })],
    ['equipment', (user: User) => tools.run(user, 'workouts_set_equipment', { items: ['гири'] })],
    ['limits', (user: User) => tools.run(user, 'workouts_set_thresholds', { heartRateMax: 185 })],
    ['an injury', (user: User) => tools.run(user, 'workouts_report_injury', { bodyPart: 'плечо' })],
    ['a healing', (user: User) => tools.run(user, 'workouts_heal_injury', { bodyPart: 'колена' })],
  ] as const)('puts back %s exactly, once', async (_, write) => {
    const user = newUser()
    const { output } = await log(user, { ...BENCH, durationMinutes: 40, rpe: 6 })
    await tools.run(user, 'workouts_set_goal', { goal: 'стать сильнее' })
    await tools.run(user, 'workouts_set_equipment', { items: ['гантели'] })
    await tools.run(user, 'workouts_set_thresholds', { heartRateRest: 60 })
    await tools.run(user, 'workouts_report_injury', { bodyPart: 'колено', severity: 'mild' })
    const before = await held(user)
    const run = await write(user, output.id)
    expect(await held(user)).not.toEqual(before)
    await tools.undo(user, run as ToolRun)
    expect(await held(user)).toEqual(before)
    expect(await refusal(tools.undo(user, run as ToolRun))).toBe('conflict workouts.changed_since')
  })
  it('never goes past a later change', async () => {
    const user = newUser()
    const first = await log(user, RUN)
    await tools.run(user, 'workouts_update_workout', { id: first.output.id, rpe: 4 })
    expect(await refusal(tools.undo(user, first))).toBe('conflict workouts.changed_since')
  })
})

describe('load', () => {
  const fill = async (user: User, rpeOfWeek: readonly number[]): Promise<void> => {
    for (const [week, rpe] of rpeOfWeek.entries())
      for (const day of [0, 2, 4])
        await log(user, {
          sport: 'бег',
          durationMinutes: 30,
          rpe,
          start: new Date(NOW.getTime() - (27 - week * 7 - day) * DAY_MS).toISOString(),
        })
  }
  it('is the sum of 7 days against the weekly mean of 28, with formula, sources and caveat', async () => {
    const user = newUser()
    await fill(user, [4, 4, 4, 8])
    const { output, said } = await tools.run<LoadOutput>(user, 'workouts_get_load', {})
    // Three weeks of 3×30×4 = 360, one of 720: chronic (3×360 + 720) / 4 = 450, ratio 1.6.
    expect(output).toMatchObject({ acute: 720, chronic: 450, ratio: 1.6, zone: 'high', daysMissing: 0 })
    expect(output.formula).toContain('Foster')
    expect(output.caveat).toContain('Impellizzeri')
    expect(said).toContain('Отношение 1,6: за 7 дней 720')
  })
  it('gives no ratio below 28 days and says how many are missing', async () => {
    const user = newUser()
    await log(user, { ...RUN, start: '2026-03-09T08:00:00+03:00' })
    const { output, said } = await tools.run<LoadOutput>(user, 'workouts_get_load', {})
    expect(output).toMatchObject({ ratio: null, chronic: null, zone: 'unknown', daysOfData: 10, daysMissing: 18 })
    expect(said).toContain('не хватает 18 дней')
  })
  it('is refreshed once by each completed workout', async () => {
    const user = newUser()
    const run = await log(user, { ...RUN, rpe: 5 })
    const [event] = run.events
    const handle = workouts.on?.['workouts.workout_completed']
    if (!event || !handle) throw new Error('nobody hears of a completed workout')
    const advice = () => inCtx(user, NOW, (ctx) => adviceOf(ctx.tx, user.id, '2026-03-16'))
    await inCtx(user, NOW, (ctx) => handle(ctx, event))
    const once = await advice()
    expect(once).toMatchObject({
      workoutId: run.output.id,
      acuteTenths: 1_350,
      refreshed: 1,
      advice: 'load_days_missing',
    })
    await inCtx(user, new Date(NOW.getTime() + 60_000), (ctx) => handle(ctx, event))
    expect(await advice()).toEqual(once)
    const load = await tools.run<LoadOutput>(user, 'workouts_get_load', {})
    expect(load.output.refreshedBy?.workoutId).toBe(run.output.id)
  })
})

describe('statistics and forecast', () => {
  it('count what is known and say what is not', async () => {
    const user = newUser()
    await log(user, { ...RUN, rpe: 5 })
    await log(user, { ...RUN, start: '2026-03-12T08:00:00+03:00', distanceMeters: 7_000, durationMinutes: 40, rpe: 4 })
    await log(user, BENCH)
    const { output, said } = await tools.run<StatsOutput>(user, 'workouts_get_stats', {
      from: '2026-03-01',
      to: '2026-03-18',
    })
    expect(output.fact).toMatchObject({
      workouts: 3,
      minutes: 67,
      distanceMeters: 12_000,
      load: 295,
      withoutDuration: 1,
      withoutDistance: 1,
      withoutLoad: 1,
    })
    expect(output.weeks.map(({ weekStart, workouts: n }) => [weekStart, n])).toEqual([
      ['2026-02-23', 0],
      ['2026-03-02', 0],
      ['2026-03-09', 1],
      ['2026-03-16', 2],
    ])
    expect(output.last?.sport).toBe('strength')
    expect(said).toBe(
      '3 тренировки (вс, 1 марта — сегодня): 1 ч 7 мин, 12 км, нагрузка 295. У 1 тренировки длительности нет, в сумму она не вошла.',
    )
  })
  it('refuse a forecast below eight days and say what is missing', async () => {
    const user = newUser()
    await log(user, RUN)
    const { output, said } = await tools.run<ForecastOutput>(user, 'workouts_forecast_progress', { sport: 'бег' })
    expect(output).toMatchObject({ status: 'too_little_data', value: null, points: 1, pointsNeeded: 8 })
    expect(said).toBe('Для прогноза мало данных: 1 из 8 дней с результатом, за 0 дней из 28.')
  })
  it('forecast a maximum with a band', async () => {
    const user = newUser()
    for (let n = 0; n < 9; n += 1)
      await log(user, {
        sport: 'зал',
        start: new Date(NOW.getTime() - (56 - n * 7) * DAY_MS).toISOString(),
        sets: [{ exercise: 'присед', reps: 1, weightKg: 100 + n }],
      })
    const { output } = await tools.run<ForecastOutput>(user, 'workouts_forecast_progress', {
      exercise: 'присед',
      on: '2026-04-15',
    })
    // A kilogram a week for eight weeks, four weeks more: 112.
    expect(output).toMatchObject({
      status: 'ok',
      metric: 'one_rep_max_kg',
      subject: 'back_squat',
      value: 112,
      perWeek: 1,
    })
  })
})

describe('a week plan', () => {
  const prepared = async (): Promise<User> => {
    const user = newUser()
    await tools.run(user, 'workouts_set_goal', { goal: 'стать сильнее', sessionsPerWeek: 3 })
    await tools.run(user, 'workouts_set_equipment', { items: ['гантели', 'скамья', 'турник'] })
    await tools.run(user, 'workouts_report_injury', { bodyPart: 'колено', severity: 4 })
    return user
  }
  const plan = (user: User, input: object = { weekStart: '2026-03-23' }): Promise<ToolRun<PlanOutput>> =>
    tools.run(user, 'workouts_plan_week', input)

  it('proposes sessions in free time and leaves the injury alone, each with its reason', async () => {
    const user = await prepared()
    await tools.run(user, 'calendar_add_event', {
      title: 'Театр',
      start: '2026-03-23T18:00:00+03:00',
      durationMinutes: 180,
    })
    const { output, said } = await plan(user)
    expect(output.status).toBe('proposed')
    expect(output.sessions.length).toBe(3)
    const monday = output.sessions.find(({ date }) => date === '2026-03-23')
    expect(monday === undefined || monday.end <= '2026-03-23T17:45' || monday.start >= '2026-03-23T21:15').toBe(true)
    expect(
      output.sessions.flatMap(({ exercises }) => exercises).every(({ reason }) => reason.code.startsWith('for_')),
    ).toBe(true)
    const squat = output.exclusions.find(({ key }) => key === 'goblet_squat')
    expect(squat?.reason).toMatchObject({ code: 'exclude_injury', params: { part: 'колено' } })
    expect(squat?.reason.source).toContain('ACSM')
    expect(said).toContain('3 тренировки на неделю (пн, 23 марта — вс, 29 марта)')
    expect(said).toContain('Бережём: колено')
  })
  it('is written to the calendar after a question, and taken back', async () => {
    const user = await prepared()
    const { output } = await plan(user)
    const question = await tools.ask(user, 'workouts_accept_plan', { planId: output.planId })
    expect(question).toContain('Поставить в календарь 3 тренировки?')
    const before = await held(user)
    const [first] = output.sessions
    const run = await tools.run<AcceptPlanOutput>(user, 'workouts_accept_plan', {
      planId: output.planId,
      blockIds: [first?.id],
    })
    expect([run.confirms, run.output.sessions.length, run.output.leftOut]).toEqual([true, 1, 2])
    const events = await tools.run<{ items: { id: string }[] }>(user, 'calendar_list_events', {
      from: '2026-03-23T00:00:00+03:00',
      to: '2026-03-30T00:00:00+03:00',
    })
    expect(events.output.items.map(({ id }) => id)).toEqual([run.output.sessions[0]?.eventId])
    expect(await refusal(tools.run(user, 'workouts_accept_plan', { planId: output.planId }))).toBe(
      'conflict workouts.plan_accepted',
    )
    const parts = await inCtx(user, NOW, async (ctx) => workouts.day?.(ctx, first?.date ?? ''))
    expect(parts).toMatchObject([
      { kind: 'limit', type: 'session', title: first?.title, sport: 'strength', demand: 'medium', outdoor: false },
      { kind: 'limit', type: 'injury', bodyPart: 'knee', severity: 4 },
    ])
    await tools.undo(user, run)
    expect(await held(user)).toEqual(before)
    expect(await refusal(tools.undo(user, run))).toBe('conflict workouts.changed_since')
  })
  it('goes out of the calendar with the undo of the whole call', async () => {
    const user = { ...(await prepared()), consents: ['health' as const] }
    const { output } = await plan(user)
    const registry = createRegistry([workouts, calendar])
    const origin = { channel: 'http', actor: 'person' } as const
    const args = { planId: output.planId }
    const decision = createPolicy(registry)({ tool: 'workouts_accept_plan', args, user, origin, allowed: null })
    if (decision.kind !== 'permit') throw new Error('a person may accept a plan')
    const deps = { db: database.db, registry }
    await execute(deps, { tool: 'workouts_accept_plan', input: args, user, now: NOW, origin, permit: decision.permit })
    const events = async () =>
      (
        await tools.run<{ items: unknown[] }>(user, 'calendar_list_events', {
          from: '2026-03-23T00:00:00+03:00',
          to: '2026-03-30T00:00:00+03:00',
        })
      ).output.items.length
    expect(await events()).toBe(3)
    const report = await inCtx(user, NOW, (ctx) => undoLast(registry, ctx, loadMessages(messageFolders())))
    expect([report.undone.length, report.notUndone]).toEqual([1, []])
    expect(await events()).toBe(0)
  })
  it('does not stand when it has expired, or an injury came after it', async () => {
    const user = await prepared()
    const { output } = await plan(user)
    const accept = (now = NOW) => tools.run(user, 'workouts_accept_plan', { planId: output.planId }, now)
    expect(await refusal(accept(new Date(NOW.getTime() + 49 * 3_600_000)))).toBe('conflict workouts.plan_expired')
    await tools.run(user, 'workouts_report_injury', { bodyPart: 'поясница', severity: 'severe' })
    expect(await refusal(accept())).toBe('conflict workouts.plan_outdated')
    expect(await refusal(tools.run(user, 'workouts_accept_plan', { planId: NOBODY }))).toBe(
      'not_found workouts.plan_not_found',
    )
  })
  it('counts a workout on the day of its session as done', async () => {
    const user = await prepared()
    const { output } = await plan(user)
    await tools.run(user, 'workouts_accept_plan', { planId: output.planId })
    const session = output.sessions.find(({ sport }) => sport === 'strength')
    const later = new Date(session?.end ?? '')
    const done = await log(user, { ...BENCH, durationMinutes: 40 }, later)
    expect(done.output.planSessionId).toBe(session?.id)
    const stats = await tools.run<StatsOutput>(
      user,
      'workouts_get_stats',
      { from: '2026-03-23', to: '2026-03-29' },
      later,
    )
    expect(stats.output.plan).toMatchObject({ sessions: 3, done: 1 })
  })
  it.each([
    [{ weekStart: '2026-03-02' }, 'invalid workouts.week_past'],
    [{ weekStart: '2026-09-01' }, 'invalid workouts.week_far'],
    [{ sessions: 9 }, 'invalid tools.bad_input'],
  ])('is refused for %j', async (input, expected) => {
    expect(await refusal(plan(newUser(), input))).toBe(expected)
  })
})

describe('an injury', () => {
  it('is told to every advice until it has healed, with a stop rule', async () => {
    const user = newUser()
    const run = await tools.run<InjuryOutput>(user, 'workouts_report_injury', {
      bodyPart: 'левое колено',
      since: '2026-03-01',
      severity: 8,
    })
    expect(run.output).toMatchObject({ bodyPartKey: 'knee', severity: 8, status: 'active' })
    expect(run.said).toContain('сначала врач')
    const facts = () => inCtx(user, NOW, async (ctx) => workouts.safety?.(ctx))
    expect(await facts()).toMatchObject([{ kind: 'injury', name: 'левое колено', details: { bodyPart: 'knee' } }])
    expect((await tools.run(user, 'workouts_heal_injury', { bodyPart: 'колено' })).said).toBe(
      'Прошло: левое колено. Начните с половины прежней нагрузки.',
    )
    expect(await facts()).toEqual([])
    expect(await refusal(tools.run(user, 'workouts_heal_injury', { id: run.output.id }))).toBe(
      'conflict workouts.injury_not_active',
    )
    expect(await refusal(tools.run(user, 'workouts_heal_injury', {}))).toBe('not_found workouts.injury_not_found')
  })
})

it('another person neither sees nor touches anything', async () => {
  const owner = newUser()
  const stranger = newUser()
  const { output } = await log(owner, RUN)
  const injury = await tools.run<InjuryOutput>(owner, 'workouts_report_injury', { bodyPart: 'плечо' })
  const plan = await tools.run<PlanOutput>(owner, 'workouts_plan_week', { weekStart: '2026-03-23' })
  expect(
    (await tools.run<ListWorkoutsOutput>(stranger, 'workouts_list_workouts', { status: 'all' })).output.items,
  ).toEqual([])
  for (const tool of ['workouts_get_workout', 'workouts_delete_workout'])
    expect(await refusal(tools.run(stranger, tool, { id: output.id }))).toBe('not_found workouts.workout_not_found')
  expect(await refusal(tools.run(stranger, 'workouts_update_workout', { id: output.id, rpe: 1 }))).toBe(
    'not_found workouts.workout_not_found',
  )
  expect(await refusal(tools.run(stranger, 'workouts_heal_injury', { id: injury.output.id }))).toBe(
    'not_found workouts.injury_not_found',
  )
  expect(await refusal(tools.run(stranger, 'workouts_accept_plan', { planId: plan.output.planId }))).toBe(
    'not_found workouts.plan_not_found',
  )
  expect((await tools.run(stranger, 'workouts_get_profile', {})).output).toEqual({
    goal: null,
    equipment: null,
    thresholds: null,
    injuries: [],
  })
})

it('tells the profile with the day of the goal and the limits of the heart', async () => {
  const user = newUser()
  await tools.run(user, 'workouts_set_goal', { goal: 'пробежать полумарафон', by: '2026-05-24' })
  await tools.run(user, 'workouts_set_thresholds', { heartRateMax: 186, heartRateRest: 52 })
  expect((await tools.run(user, 'workouts_get_profile', {})).said).toBe(
    'Цель: пробежать полумарафон, к вс, 24 мая. Оборудование: пока не сказано. Травмы: нет. Пульс: максимум 186, в покое 52.',
  )
})

it('shows zones from the measured limits', async () => {
  const user = newUser()
  await tools.run(user, 'workouts_set_thresholds', { heartRateMax: 190, heartRateRest: 50 })
  const { output } = await log(user, RUN)
  // (150 − 50) / 140 is 71 % of the reserve, vigorous: RPE 6 over 27 minutes.
  expect(output).toMatchObject({ loadMethod: 'heart_rate', load: 162 })
  const detail = await tools.run<WorkoutDetailOutput>(user, 'workouts_get_workout', { id: output.id })
  expect(detail.output.zones).toMatchObject({
    method: 'reserve',
    maximum: 190,
    bounds: [{ zone: 1, from: 120, to: 134 }, {}, {}, {}, { zone: 5, from: 176, to: 190 }],
  })
  expect(await refusal(tools.run(user, 'workouts_set_thresholds', { heartRateRest: 110, heartRateMax: 100 }))).toBe(
    'invalid workouts.rest_over_max',
  )
})
