import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { messageFolders } from '../../test/harness/selection.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { loadMessages } from '../../tools/catalog.ts'
import type { Alarm } from '../../tools/contract.ts'
import { health } from './index.ts'
import type {
  BreakOutput,
  ChangedEntry,
  Day,
  HabitOutput,
  ListedEntries,
  ListedHabits,
  LoggedHabit,
  LoggedMetric,
  LoggedMood,
  LoggedSleep,
  SafetyFactOutput,
  SafetyProfile,
  Trend,
} from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, health)
const messages = loadMessages(messageFolders())
const american = () => newUser({ locale: 'en-US', timeZone: 'America/New_York' })
const english = () => newUser({ locale: 'en-GB' })
const HOUR = 3_600_000
const hence = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const alarmOf = (run: ToolRun<LoggedMetric>): Alarm | null =>
  health.tools.find(({ name }) => name === 'health_log_metric')?.alarm?.(run.output, run.input) ?? null

describe('measurements', () => {
  it('records, shows in the person’s units, corrects and takes back', async () => {
    const anna = newUser()
    const run = await tools.run<LoggedMetric>(anna, 'health_log_metric', { kind: 'weight', value: 82.5, unit: 'кг' })
    expect(run.said).toBe('Вес: 82,5 кг.')
    expect(run.confirms).toBe(false)
    expect(run.events).toEqual([
      {
        type: 'health.metric_logged',
        payload: { id: run.output.id, kind: 'weight', value: 82.5, at: NOW.toISOString() },
      },
    ])
    const changed = await tools.run<ChangedEntry>(anna, 'health_update_entry', { id: run.output.id, value: 81 })
    expect(changed.said).toBe('Вес: было 82,5 кг, теперь 81 кг.')
    const trend = async () => (await tools.run<Trend>(anna, 'health_get_trend', { metric: 'weight' })).output
    expect((await trend()).points.map(({ value }) => value)).toEqual([81])
    await tools.undo(anna, changed)
    expect((await trend()).points.map(({ value }) => value)).toEqual([82.5])
    await tools.undo(anna, run)
    expect(await trend()).toMatchObject({ points: [], daysWithData: 0, daysMissing: 30 })
  })

  it('refuses an undo when the row was changed since', async () => {
    const anna = newUser()
    const run = await tools.run<LoggedMetric>(anna, 'health_log_metric', { kind: 'weight', value: 82, unit: 'кг' })
    await tools.run(anna, 'health_update_entry', { id: run.output.id, value: 81 })
    await expect(tools.undo(anna, run)).rejects.toMatchObject({ code: 'conflict', key: 'health.changed_since' })
  })

  it('converts and answers in pounds and Fahrenheit in the United States', async () => {
    const bob = american()
    const run = await tools.run<LoggedMetric>(bob, 'health_log_metric', { kind: 'weight', value: 181, unit: 'lb' })
    expect(run.said).toBe('Weight: 181 lb.')
    expect(run.output.value).toBeCloseTo(82.1002, 4)
    const fever = await tools.run<LoggedMetric>(bob, 'health_log_metric', {
      kind: 'temperature',
      value: 38.2,
      unit: '°C',
    })
    expect(fever.said).toContain('Temperature: 100.8 °F. From 38 °C')
    expect(fever.output.alarm).toBeNull()
  })

  it('asks when a figure cannot be true, in both languages', async () => {
    const anna = newUser()
    await expect(
      tools.run(anna, 'health_log_metric', { kind: 'weight', value: 82_500, unit: 'кг' }),
    ).rejects.toMatchObject({ code: 'invalid', key: 'health.implausible.weight', errors: [{ path: 'value' }] })
    await expect(tools.run(anna, 'health_log_metric', { kind: 'water', value: 2, unit: 'км' })).rejects.toMatchObject({
      key: 'health.unknown_unit',
    })
    await expect(
      tools.run(anna, 'health_log_metric', { kind: 'weight', value: 80, unit: 'кг', at: hence(24).toISOString() }),
    ).rejects.toMatchObject({ key: 'health.in_future' })
  })

  it('names the range in the person’s language and units', async () => {
    const said = async (locale: string, input: object) => {
      const reader = newUser({ locale })
      const error = await tools.run(reader, 'health_log_metric', input).catch((thrown: unknown) => thrown)
      return error instanceof AppError ? messages.render(error.said, { ...reader, now: NOW }) : ''
    }
    expect((await said('ru-RU', { kind: 'weight', value: 82_500, unit: 'кг' })).replaceAll('\u00a0', ' ')).toBe(
      '82 500 кг? Вес — от 2 кг до 500 кг. Какая цифра верная?',
    )
    expect(await said('en-US', { kind: 'temperature', value: 366, unit: 'F' })).toBe(
      '366 °F? Body temperature is from 77 °F to 113 °F. Which figure is right?',
    )
  })

  it('raises the alarm of a dangerous figure and records it all the same', async () => {
    const anna = newUser()
    const run = await tools.run<LoggedMetric>(anna, 'health_log_metric', {
      kind: 'blood_pressure',
      value: { systolic: 190, diastolic: 125 },
    })
    expect(run.said).toBe('Давление: 190/125.')
    expect(alarmOf(run)).toMatchObject({ rule: 'health.blood_pressure', text: { key: 'health.alarm.blood_pressure' } })
    const high = await tools.run<LoggedMetric>(anna, 'health_log_metric', {
      kind: 'blood_pressure',
      value: { systolic: 160, diastolic: 100 },
    })
    expect(alarmOf(high)).toBeNull()
    expect(high.said).toContain('ВОЗ')
    await tools.run(anna, 'health_add_condition', { name: 'беременна' })
    const pregnant = await tools.run<LoggedMetric>(anna, 'health_log_metric', {
      kind: 'blood_pressure',
      value: { systolic: 162, diastolic: 100 },
    })
    expect(alarmOf(pregnant)?.rule).toBe('health.blood_pressure_pregnancy')
    const { items } = (await tools.run<ListedEntries>(anna, 'health_list_entries', { kind: 'blood_pressure' })).output
    expect(items).toHaveLength(3)
    const corrected = await tools.run<ChangedEntry>(anna, 'health_update_entry', {
      id: high.output.id,
      value: { systolic: 185, diastolic: 100 },
    })
    expect(corrected.output.alarm).toBe('blood_pressure')
  })

  it('adds up the day’s water of one source and never steps of two', async () => {
    const anna = newUser()
    await tools.run(anna, 'health_log_metric', { kind: 'water', value: 1, unit: 'стакан' })
    const second = await tools.run<LoggedMetric>(anna, 'health_log_metric', {
      kind: 'water',
      value: 2,
      unit: 'стакана',
    })
    expect(second.said).toBe('Вода: 500 мл. За день: 750 мл.')
    await insertSteps(anna.id, 'Watch', [4000, 5000])
    await insertSteps(anna.id, 'Phone', [3000, 4500])
    const run = await tools.run<LoggedMetric>(anna, 'health_log_metric', { kind: 'steps', value: 8000 })
    expect(run.output.total?.value).toBe(9000)
    const listed = (await tools.run<ListedEntries>(anna, 'health_list_entries', { kind: 'steps' })).output
    expect(listed.items).toHaveLength(5)
  })

  it('has the naive average of the days’ means, whatever was corrected or deleted', async () => {
    const sample = fc.record({
      day: fc.integer({ min: 1, max: 9 }),
      minute: fc.integer({ min: 0, max: 1_000 }),
      value: fc.integer({ min: 50, max: 110 }),
      fate: fc.constantFrom('keep' as const, 'correct' as const, 'delete' as const),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(sample, { selector: ({ day, minute }) => `${day} ${minute}`, minLength: 1, maxLength: 8 }),
        async (samples) => {
          const bob = newUser({ timeZone: 'UTC', locale: 'en-GB' })
          const days = new Map<number, number[]>()
          for (const { day, minute, value, fate } of samples) {
            const at = new Date(Date.UTC(2026, 2, day) + minute * 60_000).toISOString()
            const { output } = await tools.run<LoggedMetric>(bob, 'health_log_metric', { kind: 'weight', value, at })
            if (fate === 'correct') await tools.run(bob, 'health_update_entry', { id: output.id, value: value + 5 })
            if (fate === 'delete') await tools.run(bob, 'health_delete_entry', { id: output.id })
            else days.set(day, [...(days.get(day) ?? []), fate === 'correct' ? value + 5 : value])
          }
          const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
          const { output } = await tools.run<Trend>(bob, 'health_get_trend', { metric: 'weight', from: '2026-03-01' })
          expect(output.daysWithData).toBe(days.size)
          if (days.size === 0) expect(output.average).toBeNull()
          else expect(Math.abs((output.average ?? 0) - mean([...days.values()].map(mean)))).toBeLessThanOrEqual(0.0501)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('says the last value with its time and source, and when it is stale', async () => {
    const anna = newUser()
    await tools.run(anna, 'health_log_metric', { kind: 'weight', value: 82 })
    const day = await tools.run<Day>(anna, 'health_get_day', {}, hence(24 * 3))
    expect(day.output.latest).toMatchObject([{ kind: 'weight', value: 82, source: 'person', stale: false }])
    expect(day.said).toContain('с ваших слов')
    const later = await tools.run<Day>(anna, 'health_get_day', {}, hence(24 * 20))
    expect(later.said).toContain('могло устареть')
    const trend = await tools.run<Trend>(anna, 'health_get_trend', { metric: 'weight' }, hence(2))
    expect(trend.output.latest).toMatchObject({ value: 82, stale: false, ageHours: 2 })
    expect(trend.said).toContain('Данные за 1 из 30 дней. О направлении говорить рано')
  })
})

const insertSteps = async (userId: string, device: string, counts: number[]): Promise<void> => {
  const { refreshDays } = await import('./repository/metrics.ts')
  await database.db.withUser(userId, async (tx) => {
    await tx.query(
      `insert into health.metric (id, user_id, kind, value, at, local_date, time_zone, source, source_key, device, revision,
         created_at, updated_at)
       select gen_random_uuid(), $1, 'steps', c.value, $2::timestamptz - c.n * interval '1 minute', $3::date, 'UTC',
         'apple_health', $4::text || c.n, $4, gen_random_uuid(), $2, $2 from unnest($5::int[]) with ordinality as c (value, n)`,
      [userId, NOW, NOW.toISOString().slice(0, 10), device, counts],
    )
    await refreshDays(tx, userId, [{ kind: 'steps', date: NOW.toISOString().slice(0, 10) }], NOW)
  })
}

describe('sleep', () => {
  it('counts the night once, corrects it and says so', async () => {
    const anna = newUser({ timeZone: 'UTC' })
    const day = NOW.toISOString().slice(0, 10)
    const eve = new Date(NOW.getTime() - 24 * HOUR).toISOString().slice(0, 10)
    const first = await tools.run<LoggedSleep>(anna, 'health_log_sleep', {
      start: `${eve}T23:30:00Z`,
      end: `${day}T05:30:00Z`,
      quality: 4,
    })
    expect(first.said).toBe('Сон, сегодня: 6 ч.')
    const again = await tools.run<LoggedSleep>(anna, 'health_log_sleep', { durationMinutes: 450 })
    expect(again.said).toBe('Исправил сон, сегодня: было 6 ч, теперь 7 ч 30 мин.')
    expect(again.output).toMatchObject({ id: first.output.id, quality: 4, replacedMinutes: 360 })
    const trend = await tools.run<Trend>(anna, 'health_get_trend', { metric: 'sleep' })
    expect(trend.output).toMatchObject({ average: 450, daysWithData: 1, points: [{ date: day, value: 450 }] })
    await tools.undo(anna, again)
    expect((await tools.run<Day>(anna, 'health_get_day', {})).output.sleep?.minutes).toBe(360)
    const nap = await tools.run<LoggedSleep>(anna, 'health_log_sleep', { date: eve, durationMinutes: 30, nap: true })
    expect(nap.said).toBe('Дневной сон, вчера: 30 мин.')
  })

  it('has the right weekly average', async () => {
    const bob = english()
    for (const [index, minutes] of [480, 420, 390, 450, 510, 360, 450].entries())
      await tools.run(bob, 'health_log_sleep', { date: `2026-02-0${index + 2}`, durationMinutes: minutes })
    const { output, said } = await tools.run<Trend>(bob, 'health_get_trend', {
      metric: 'sleep',
      from: '2026-02-02',
      to: '2026-02-08',
    })
    // (480 + 420 + 390 + 450 + 510 + 360 + 450) / 7 = 3060 / 7
    expect(output.average).toBeCloseTo(437.142857, 5)
    expect(said).toContain('7 h 17 min on average')
    expect(said).toContain('Data on 7 of 7 days.')
  })
})

describe('check-ins, symptoms, entries', () => {
  it('records and lists newest first, page by page', async () => {
    const anna = newUser()
    const mood = await tools.run<LoggedMood>(anna, 'health_log_mood', { mood: 7, stress: 4 })
    expect(mood.said).toBe('Отметил: настроение 7 и стресс 4.')
    const symptom = await tools.run(anna, 'health_log_symptom', { symptom: 'головная боль', severity: 6 }, hence(1))
    expect(symptom.said).toBe('Отметил: головная боль, 6 из 10.')
    await tools.run(anna, 'health_log_metric', { kind: 'heart_rate', value: 64 }, hence(2))
    const first = (await tools.run<ListedEntries>(anna, 'health_list_entries', { limit: 2 }, hence(3))).output
    expect(first.items.map(({ kind }) => kind)).toEqual(['heart_rate', 'symptom'])
    const second = await tools.run<ListedEntries>(anna, 'health_list_entries', { cursor: first.nextCursor }, hence(3))
    expect(second.output).toMatchObject({
      items: [{ kind: 'mood', checkin: { mood: 7, stress: 4 } }],
      nextCursor: null,
    })
    const fixed = await tools.run<ChangedEntry>(anna, 'health_update_entry', { id: mood.output.id, mood: 8 })
    expect(fixed.output.checkin).toMatchObject({ mood: 8, stress: 4 })
    await expect(tools.run(anna, 'health_update_entry', { id: mood.output.id, value: 8 })).rejects.toMatchObject({
      key: 'health.not_of_this_entry',
    })
    await expect(tools.run(anna, 'health_log_mood', {})).rejects.toMatchObject({ key: 'health.nothing_felt' })
  })

  it('deletes after asking and puts back', async () => {
    const anna = newUser()
    const { output } = await tools.run<LoggedMetric>(anna, 'health_log_metric', { kind: 'glucose', value: 5.4 })
    expect(await tools.ask(anna, 'health_delete_entry', { id: output.id })).toBe(
      'Удалить запись «Глюкоза: 5,4 ммоль/л, сегодня»?',
    )
    const gone = await tools.run<ChangedEntry>(anna, 'health_delete_entry', { id: output.id })
    expect(gone.confirms).toBe(true)
    expect((await tools.run<Trend>(anna, 'health_get_trend', { metric: 'glucose' })).output.daysWithData).toBe(0)
    await tools.undo(anna, gone)
    expect((await tools.run<Trend>(anna, 'health_get_trend', { metric: 'glucose' })).output.average).toBe(5.4)
  })

  it('shows nothing of it to another person, not even through a partition', async () => {
    const [anna, bob] = [newUser(), newUser()]
    const { output } = await tools.run<LoggedMetric>(anna, 'health_log_metric', { kind: 'weight', value: 82 })
    await tools.run(anna, 'health_log_sleep', { durationMinutes: 400 })
    expect((await tools.run<ListedEntries>(bob, 'health_list_entries', {})).output.items).toEqual([])
    for (const tool of ['health_update_entry', 'health_delete_entry'])
      await expect(
        tools.run(bob, tool, { id: output.id, ...(tool.includes('update') ? { value: 1 } : {}) }),
      ).rejects.toMatchObject({ code: 'not_found' })
    const partitions = await database.db.withUser(bob.id, (tx) =>
      tx.query<{ name: string; secured: boolean }>(
        `select c.oid::regclass::text as name, c.relrowsecurity and c.relforcerowsecurity as secured
           from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'health.metric'::regclass`,
      ),
    )
    expect(partitions).toHaveLength(16)
    expect(partitions.filter(({ secured }) => !secured)).toEqual([])
    const year = NOW.getUTCFullYear()
    const count = (id: string) =>
      database.db.withUser(id, (tx) =>
        tx.query<{ n: number }>(`select count(*)::int as n from health.metric_${String(year)}`),
      )
    expect(await count(anna.id)).toEqual([{ n: 1 }])
    expect(await count(bob.id)).toEqual([{ n: 0 }])
  })
})

describe('habits', () => {
  it('counts towards the target, by words, without shame', async () => {
    const anna = newUser()
    const added = await tools.run<HabitOutput>(anna, 'health_add_habit', { title: 'Зарядка' })
    expect(added.said).toBe('Привычка: Зарядка, 1 раз в день.')
    const times = { title: 'Йога', target: 3, unit: 'раз', period: 'week' }
    const yoga = await tools.run<HabitOutput>(anna, 'health_add_habit', times)
    expect(yoga.said).toBe('Привычка: Йога, 3 раза в неделю.')
    await tools.undo(anna, yoga)
    const logged = await tools.run<LoggedHabit>(anna, 'health_log_habit', { title: 'зарядку' })
    expect(logged.output).toMatchObject({ habitId: added.output.id, habit: { done: 1, met: true } })
    expect(logged.said).toBe('Зарядка: цель дня выполнена.')
    const list = await tools.run<ListedHabits>(anna, 'health_list_habits', {}, hence(48))
    expect(list.output.items).toMatchObject([{ done: 0, met: false, streak: 1 }])
    expect(list.said).toBe('Зарядка: 0, цель — 1 раз в день, удалось 1 день из 3')
    await tools.undo(anna, logged)
    expect((await tools.run<ListedHabits>(anna, 'health_list_habits', {})).output.items).toMatchObject([{ done: 0 }])
    const twice = await tools.run<HabitOutput>(anna, 'health_add_habit', { title: 'зарядка' })
    expect(twice.output).toMatchObject({ id: added.output.id, known: true, changeId: null })
    await tools.run(anna, 'health_remove_habit', { id: added.output.id })
    expect((await tools.run<ListedHabits>(anna, 'health_list_habits', {})).said).toBe('Привычек пока нет.')
    await expect(tools.run(anna, 'health_log_habit', { title: 'йога' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is asked which one is meant, and is not another person’s', async () => {
    const [anna, bob] = [newUser(), newUser()]
    await tools.run(anna, 'health_add_habit', { title: 'Вода утром' })
    const { output } = await tools.run<HabitOutput>(anna, 'health_add_habit', { title: 'Вода вечером' })
    await expect(tools.run(anna, 'health_log_habit', { title: 'вода' })).rejects.toMatchObject({
      key: 'health.which_habit',
    })
    await expect(tools.run(bob, 'health_log_habit', { id: output.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(tools.run(bob, 'health_remove_habit', { id: output.id })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('safety profile', () => {
  it('keeps facts under one name, in the person’s words, for every domain', async () => {
    const anna = newUser()
    const added = await tools.run<SafetyFactOutput>(anna, 'health_add_allergy', { name: 'на арахис', reaction: 'сыпь' })
    expect(added.said).toBe('Запомнил. Аллергия: на арахис (сыпь).')
    expect(added.output).toMatchObject({ key: 'peanut', recognised: true, known: false })
    expect(added.events).toMatchObject([
      { type: 'health.safety_fact_changed', payload: { key: 'peanut', active: true } },
    ])
    const again = await tools.run<SafetyFactOutput>(anna, 'health_add_allergy', { name: 'peanuts' })
    expect(again.output).toMatchObject({ id: added.output.id, known: true, changeId: null })
    expect(again.said).toContain('Это уже в профиле')
    await tools.run(anna, 'health_add_condition', { name: 'кормлю грудью' })
    await tools.run(anna, 'health_add_medication', { name: 'Эутирокс', dose: '50 мкг', schedule: 'утром' })
    await tools.run(anna, 'health_add_condition', { name: 'синдром неведомого' })
    const profile = await tools.run<SafetyProfile>(anna, 'health_get_safety_profile', {})
    const kept = profile.output.items.map(({ kind, key }) => [kind, key])
    expect(kept.sort(([, a = ''], [, b = '']) => a.localeCompare(b, 'en'))).toEqual([
      ['condition', 'breastfeeding'],
      ['medication', 'levothyroxine'],
      ['allergy', 'peanut'],
      ['condition', 'синдром неведомого'],
    ])
    expect(profile.said).toContain('Лекарство: Эутирокс (50 мкг, утром)')
    await expect(tools.run(anna, 'health_add_condition', { name: 'астма и диабет' })).rejects.toMatchObject({
      key: 'health.one_fact_at_a_time',
    })
    expect(await tools.ask(anna, 'health_remove_safety_fact', { id: added.output.id })).toContain('Убрать из профиля?')
    const removed = await tools.run<SafetyFactOutput>(anna, 'health_remove_safety_fact', { id: added.output.id })
    expect(removed.confirms).toBe(true)
    await tools.undo(anna, removed)
    expect((await tools.run<SafetyProfile>(anna, 'health_get_safety_profile', {})).output.items).toHaveLength(4)
    const bob = english()
    expect((await tools.run<SafetyProfile>(bob, 'health_get_safety_profile', {})).said).toContain('does not mean')
    await expect(tools.run(bob, 'health_remove_safety_fact', { id: added.output.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('breaks', () => {
  it('fits the moment, is not repeated that day and respects an injury', async () => {
    const anna = newUser()
    await tools.run(anna, 'health_log_mood', { stress: 9 })
    await tools.run(anna, 'health_add_condition', { name: 'астма' })
    const first = await tools.run<BreakOutput>(anna, 'health_suggest_break', {})
    expect(first.output).toMatchObject({ technique: 'slow_breathing', reasons: [{ fact: 'stress', value: 9 }] })
    expect(first.said).toContain('Почему: стресс 9 из 10.')
    expect(first.output.excluded).toContainEqual({ technique: 'cyclic_sighing', because: 'asthma' })
    const declined = await tools.run<BreakOutput>(anna, 'health_decline_break', {})
    expect(declined.said).toBe('Хорошо, сегодня больше не предложу.')
    const seen = new Set([first.output.technique])
    for (let n = 0; n < 12; n++) {
      const { output } = await tools.run<BreakOutput>(anna, 'health_suggest_break', {})
      if (output.technique === null) break
      expect(seen.has(output.technique)).toBe(false)
      seen.add(output.technique)
    }
    expect((await tools.run<BreakOutput>(anna, 'health_suggest_break', {})).output.status).toBe('none')
    const tomorrow = await tools.run<BreakOutput>(anna, 'health_suggest_break', {}, hence(24))
    expect(tomorrow.output.status).toBe('offered')
    await expect(tools.run(newUser(), 'health_decline_break', {})).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('every write', () => {
  const calls: [tool: string, input: object][] = [
    ['health_log_sleep', { durationMinutes: 400, date: '2026-03-17' }],
    ['health_log_mood', { mood: 3 }],
    ['health_log_symptom', { symptom: 'cough', since: '2026-03-16' }],
    ['health_log_metric', { kind: 'water', value: 2, unit: 'cups' }],
    ['health_update_entry', { id: 'weight', value: 80, unit: 'kg' }],
    ['health_delete_entry', { id: 'weight' }],
    ['health_add_habit', { title: 'Walk', target: 3, period: 'week' }],
    ['health_log_habit', { id: 'habit' }],
    ['health_remove_habit', { id: 'habit' }],
    ['health_decline_break', {}],
    ['health_add_condition', { name: 'asthma' }],
    ['health_add_medication', { name: 'aspirin' }],
    ['health_add_allergy', { name: 'peanuts' }],
    ['health_remove_safety_fact', { id: 'fact' }],
  ]
  const TABLES = [
    'metric',
    'metric_day',
    'sleep',
    'checkin',
    'symptom',
    'habit',
    'habit_log',
    'safety_fact',
    'break_offer',
  ]
  const stored = (id: string) =>
    database.db.withUser(id, async (tx) => {
      const rows: unknown[] = []
      for (const table of TABLES)
        rows.push(await tx.query(`select t.* from health.${table} t where t.user_id = $1 order by t::text`, [id]))
      return JSON.parse(JSON.stringify(rows)) as object[]
    })

  it('is put back exactly, and only once', async () => {
    const bob = english()
    const ids: Record<string, string> = {
      weight: (await tools.run<LoggedMetric>(bob, 'health_log_metric', { kind: 'weight', value: 82 })).output.id,
      habit: (await tools.run<HabitOutput>(bob, 'health_add_habit', { title: 'Stretch' })).output.id,
      fact: (await tools.run<SafetyFactOutput>(bob, 'health_add_condition', { name: 'migraine' })).output.id,
    }
    await tools.run(bob, 'health_suggest_break', {})
    for (const [tool, given] of calls) {
      const input = 'id' in given ? { ...given, id: ids[String(given.id)] } : given
      const before = await stored(bob.id)
      const run = await tools.run<{ changeId: string | null }>(bob, tool, input, hence(1))
      expect(await stored(bob.id), tool).not.toEqual(before)
      expect(run.said, tool).toMatch(/^[\p{L}\d][^{}]*\.$/u)
      await tools.undo(bob, run, hence(2))
      const withoutDays = (rows: object[]) => rows.filter((_, index) => TABLES[index] !== 'metric_day')
      expect(withoutDays(await stored(bob.id)), tool).toEqual(withoutDays(before))
      await expect(tools.undo(bob, run, hence(3)), tool).rejects.toMatchObject({ code: 'conflict' })
    }
  })

  it('is not put back where something of the same name stands by now', async () => {
    const bob = english()
    const { output } = await tools.run<SafetyFactOutput>(bob, 'health_add_condition', { name: 'asthma' })
    const removed = await tools.run<SafetyFactOutput>(bob, 'health_remove_safety_fact', { id: output.id })
    await tools.run(bob, 'health_add_condition', { name: 'астма' })
    await expect(tools.undo(bob, removed)).rejects.toMatchObject({ code: 'conflict' })
    expect((await tools.run<SafetyProfile>(bob, 'health_get_safety_profile', {})).output.items).toHaveLength(1)
  })

  it('says what to do now for every alarm, in both languages', async () => {
    const cases = [
      [{ kind: 'blood_pressure', value: { systolic: 181, diastolic: 99 } }, '181/99'],
      [{ kind: 'glucose', value: 2.5, unit: 'mmol/L' }, '2.5 mmol/L'],
      [{ kind: 'glucose', value: 22, unit: 'mmol/L' }, '22 mmol/L'],
      [{ kind: 'spo2', value: 85 }, '85%'],
      [{ kind: 'temperature', value: 40.2 }, '40.2 °C'],
      [{ kind: 'temperature', value: 34 }, '34 °C'],
      [{ kind: 'heart_rate', value: 140, context: 'rest' }, '140 bpm'],
      [{ kind: 'heart_rate', value: 35 }, '35 bpm'],
    ] as const
    for (const locale of ['en-GB', 'ru-RU'])
      for (const [input, figure] of cases) {
        const reader = newUser({ locale })
        const alarm = alarmOf(await tools.run<LoggedMetric>(reader, 'health_log_metric', input))
        const text = alarm ? messages.render(alarm.text, { ...reader, now: NOW }) : ''
        expect(text).toMatch(locale === 'ru-RU' ? /скор/u : /ambulance/)
        if (locale === 'en-GB') expect(text).toContain(figure)
      }
  })
})

describe('the same said twice at once', () => {
  it('is stored once and known the second time', async () => {
    const anna = newUser()
    const both = async <Output>(tool: string, input: object) =>
      (await Promise.all([tools.run<Output>(anna, tool, input), tools.run<Output>(anna, tool, input)])).map(
        ({ output }) => output,
      )
    const facts = await both<SafetyFactOutput>('health_add_allergy', { name: 'арахис' })
    expect(facts.map(({ known }) => known).sort()).toEqual([false, true])
    expect(new Set(facts.map(({ id }) => id)).size).toBe(1)
    const habits = await both<HabitOutput>('health_add_habit', { title: 'Зарядка' })
    expect(habits.map(({ known }) => known).sort()).toEqual([false, true])
    expect(new Set(habits.map(({ id }) => id)).size).toBe(1)
    expect((await tools.run<SafetyProfile>(anna, 'health_get_safety_profile', {})).output.items).toHaveLength(1)
    expect((await tools.run<ListedHabits>(anna, 'health_list_habits', {})).output.items).toHaveLength(1)
  })

  it('counts every glass of a day, also of its first moment', async () => {
    const anna = newUser()
    const glasses = Array.from({ length: 5 }, () => ({ kind: 'water', value: 200, unit: 'мл' }))
    await Promise.all(glasses.map((glass) => tools.run(anna, 'health_log_metric', glass)))
    const day = (await tools.run<Day>(anna, 'health_get_day', {})).output
    expect(day.metrics).toMatchObject([{ kind: 'water', samples: 5, shown: { value: 1000, unit: 'ml' } }])
  })
})

describe('claims', () => {
  const claimed = (text: string): boolean => health.claims?.done.some((pattern) => pattern.test(text)) ?? false
  it.each([
    'Записал вес 82 кг.',
    'Давление записано.',
    'I logged your weight.',
    'Your mood has been saved.',
    'Добавил аллергию в профиль.',
  ])('%s', (text) => expect(claimed(text)).toBe(true))
  it.each(['Ваш вес 82 кг.', 'Вес держится на 82 кг.', 'Your average sleep is 7 h.', 'Хотите записать давление?'])(
    'not: %s',
    (text) => expect(claimed(text)).toBe(false),
  )
})
