import { describe, expect, it } from 'vitest'
import type { User } from '../../core/user.ts'
import { newUser, useDatabase } from '../../test/harness/database.ts'
import { messageFolders } from '../../test/harness/selection.ts'
import { toolRunner } from '../../test/harness/tools.ts'
import { loadMessages } from '../../tools/catalog.ts'
import type { Ctx, DayPart } from '../../tools/contract.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import type { Nudge } from '../contract.ts'
import { health } from './index.ts'

const database = useDatabase()
const tools = toolRunner(database, health)
const messages = loadMessages(messageFolders())
const registry = createRegistry([health])

const inside = <T>(user: User, now: Date, fn: (ctx: Ctx) => Promise<T>): Promise<T> =>
  database.db.withUser(user.id, (tx) =>
    fn(createCtx({ db: database.db, registry }, tx, { user, now, origin: { channel: 'jobs', actor: 'code' } }, [])),
  )
const check = async (user: User, id: string, now: Date): Promise<(Nudge & { said: string }) | null> => {
  const rule = health.rules.find((one) => one.id === id)
  const nudge = await inside(user, now, async (ctx) => rule?.check(ctx) ?? null)
  return nudge && { ...nudge, said: messages.render(nudge.text, { ...user, now }) }
}
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`)
const person = (locale = 'ru-RU') => newUser({ locale, timeZone: 'UTC' })

const sleep = (user: User, date: string, durationMinutes: number) =>
  tools.run(user, 'health_log_sleep', { date, durationMinutes }, noon('2026-03-20'))

describe('rules', () => {
  it('speak of short nights once a week, and not of unknown ones', async () => {
    const anna = person()
    await sleep(anna, '2026-03-18', 300)
    await sleep(anna, '2026-03-19', 320)
    expect(await check(anna, 'health.sleep', noon('2026-03-20'))).toBeNull()
    await sleep(anna, '2026-03-20', 340)
    const nudge = await check(anna, 'health.sleep', noon('2026-03-20'))
    expect(nudge).toMatchObject({ topic: 'health.sleep', cause: 'health.sleep:2026-12' })
    expect(nudge?.said).toBe(
      '3 ночи подряд выходит короткий сон: в среднем 5 ч 20 мин. Сегодня можно лечь чуть раньше.',
    )
    await sleep(anna, '2026-03-20', 420)
    expect(await check(anna, 'health.sleep', noon('2026-03-20'))).toBeNull()
  })

  it('remind of a habit that lives, in the evening, until it is done', async () => {
    const anna = person('en-US')
    const evening = new Date('2026-03-20T20:00:00Z')
    await tools.run(anna, 'health_add_habit', { title: 'Stretching' }, noon('2026-03-16'))
    expect(await check(anna, 'health.habit', evening)).toBeNull()
    for (const date of ['2026-03-16', '2026-03-17', '2026-03-19'])
      await tools.run(anna, 'health_log_habit', { title: 'stretching', date }, noon('2026-03-20'))
    expect(await check(anna, 'health.habit', noon('2026-03-20'))).toBeNull()
    expect((await check(anna, 'health.habit', evening))?.said).toBe('There is still time today for: Stretching.')
    await tools.run(anna, 'health_log_habit', { title: 'stretching' }, evening)
    expect(await check(anna, 'health.habit', evening)).toBeNull()
  })

  it('speak of weight neutrally, and not where it may do harm', async () => {
    const anna = person()
    const weights = [
      ['2026-02-14', 80],
      ['2026-02-16', 80],
      ['2026-02-18', 80],
      ['2026-03-15', 76],
      ['2026-03-17', 77],
      ['2026-03-19', 76],
    ] as const
    for (const [date, value] of weights)
      await tools.run(anna, 'health_log_metric', { kind: 'weight', value, at: `${date}T08:00:00Z` }, noon('2026-03-20'))
    // (76 + 77 + 76) / 3 = 76.33; 80 − 76.33 = 3.7 after rounding, 4.6 % of 80.
    expect((await check(anna, 'health.weight', noon('2026-03-20')))?.said).toContain('вес снизился на 3,7 кг')
    await tools.run(anna, 'health_add_condition', { name: 'анорексия' })
    expect(await check(anna, 'health.weight', noon('2026-03-20'))).toBeNull()
  })

  it('ask once after a silence, only someone who used to check in', async () => {
    const anna = person()
    for (const day of ['05', '06', '07', '08', '09'])
      await tools.run(anna, 'health_log_mood', { mood: 6, at: `2026-03-${day}T09:00:00Z` }, noon('2026-03-20'))
    expect(await check(anna, 'health.checkin', noon('2026-03-15'))).toBeNull()
    expect(await check(anna, 'health.checkin', noon('2026-03-16'))).toMatchObject({
      cause: 'health.checkin:2026-03-09',
    })
    expect(await check(anna, 'health.checkin', noon('2026-04-20'))).toBeNull()
    expect(await check(person(), 'health.checkin', noon('2026-03-16'))).toBeNull()
  })
})

describe('what other parts of life read', () => {
  const partsOf = (user: User, date: string): Promise<DayPart[]> =>
    inside(user, noon('2026-03-20'), async (ctx) => health.day?.(ctx, date) ?? [])
  it('a day has the habits still to do and a limit after a short night', async () => {
    const anna = person()
    await tools.run(anna, 'health_add_habit', { title: 'Йога', target: 20, unit: 'минут' }, noon('2026-03-20'))
    await sleep(anna, '2026-03-20', 300)
    expect(await partsOf(anna, '2026-03-20')).toMatchObject([
      { kind: 'habit', title: 'Йога', durationMinutes: 20 },
      { kind: 'limit', title: 'Короткий сон', nights: [{ date: '2026-03-20', minutes: 300 }], debtMinutes: 120 },
    ])
    await tools.run(anna, 'health_log_habit', { title: 'йога', amount: 20 }, noon('2026-03-20'))
    expect(await partsOf(anna, '2026-03-20')).toMatchObject([{ kind: 'limit' }])
    expect(await partsOf(anna, '2026-03-21')).toMatchObject([{ kind: 'habit' }, { kind: 'limit', title: 'Сон' }])
  })
  it('safety facts come whole, by canonical name, and leave with the fact', async () => {
    const anna = person()
    for (const name of ['беременна', 'астма', 'мигрень'])
      await tools.run(anna, 'health_add_condition', { name }, noon('2026-03-20'))
    const injury = await tools.run<{ id: string }>(anna, 'health_add_condition', { name: 'плечо', kind: 'injury' })
    const facts = () => inside(anna, noon('2026-03-20'), (ctx) => ctx.safetyFacts())
    expect((await facts()).map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'condition asthma',
      'condition migraine',
      'condition pregnancy',
      'injury shoulder injury',
    ])
    await tools.run(anna, 'health_remove_safety_fact', { id: injury.output.id })
    expect(await facts()).toHaveLength(3)
  })
})
