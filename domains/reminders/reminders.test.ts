import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import { reminders } from './index.ts'
import type { ListOutput, ReminderOutput, SetTopicOutput, SkipOutput, TopicsOutput } from './schema.ts'

const database = useDatabase()
const tools = toolRunner(database, reminders)
const registry = createRegistry([reminders])

type Done<O> = ToolRun<O> & { undo(): Promise<void> }
const run = async <O>(user: User, name: string, args: Record<string, unknown>, now = NOW): Promise<Done<O>> => {
  const done = await tools.run<O>(user, name, args, now)
  return { ...done, undo: () => tools.undo(user, done, now) }
}
const set = (user: User, args: Record<string, unknown>) => run<ReminderOutput>(user, 'reminders_set_reminder', args)
const listed = async (user: User, args: Record<string, unknown> = {}, now = NOW) =>
  (await run<ListOutput>(user, 'reminders_list_reminders', args, now)).output.items
const keyOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof AppError) return `${error.code} ${error.key}`
  throw error
}

describe('a reminder', () => {
  test('is told back from its row, in both languages', async () => {
    const pay = { text: 'оплатить интернет', at: '2026-03-20T09:00:00+03:00' }
    const { output, said, events } = await set(newUser(), pay)
    expect(said).toBe('Напомню послезавтра в 09:00: оплатить интернет.')
    expect(output).toMatchObject({ text: pay.text, at: pay.at, nextAt: pay.at, status: 'active', exdates: [] })
    expect(events).toEqual([
      { type: 'reminders.scheduled', payload: { id: output.id, nextAt: '2026-03-20T06:00:00.000Z' } },
    ])
    const english = await set(newUser({ locale: 'en-US' }), {
      text: 'take vitamins',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,FR',
      startsAt: '2026-03-19T08:00:00+03:00',
    })
    expect(english.said).toBe('I’ll remind you Fri 20 March at 08:00: take vitamins. Repeats every Monday and Friday.')
  })
  test('is refused with a reason and leaves no row', async () => {
    const user = newUser()
    expect(await keyOf(set(user, { text: 'поздно', at: '2026-03-17T09:00:00+03:00' }))).toBe(
      'invalid reminders.in_past',
    )
    expect(await keyOf(set(user, { text: 'когда' }))).toBe('invalid reminders.time_missing')
    for (const bad of [
      { text: '' },
      { text: 'a'.repeat(501) },
      { text: 'x', at: '2026-02-31T09:00:00Z' },
      { text: 'x', who: 1 },
    ])
      expect(registry.get('reminders_set_reminder').tool.input.safeParse(bad).success).toBe(false)
    expect(await listed(user)).toEqual([])
  })
  test('is changed, skipped, snoozed and cancelled, and every step is undone exactly, last first', async () => {
    const user = newUser()
    const first = await set(user, { text: 'таблетки', rrule: 'FREQ=DAILY', startsAt: '2026-03-18T21:00:00+03:00' })
    const { id } = first.output
    const states: unknown[] = [(await listed(user, { status: 'all' }))[0]]
    const steps: Done<ReminderOutput>[] = []
    for (const [name, args, said] of [
      [
        'update_reminder',
        { shiftMinutes: 60 },
        'Изменил напоминание: таблетки, каждый день. Ближайшее сегодня в 22:00.',
      ],
      ['skip_occurrence', { date: '2026-03-19' }, 'Пропущу завтра в 22:00: таблетки. Следующее сегодня в 22:00.'],
      ['snooze_reminder', { minutes: 30 }, 'Отложил: таблетки. Напомню сегодня в 22:30.'],
      [
        'update_reminder',
        { text: 'витамины' },
        'Изменил напоминание: витамины, каждый день. Ближайшее сегодня в 22:30.',
      ],
      ['cancel_reminder', {}, 'Отменил напоминание: витамины.'],
    ] as const) {
      const done = await run<ReminderOutput>(user, `reminders_${name}`, { id, ...args })
      expect(done.said).toBe(said)
      steps.push(done)
      states.push((await listed(user, { status: 'all' }))[0])
    }
    expect(await listed(user)).toEqual([])
    states.pop()
    for (const step of steps.reverse()) {
      await step.undo()
      expect((await listed(user, { status: 'all' }))[0]).toEqual(states.pop())
    }
    await first.undo()
    expect((await listed(user, { status: 'all' }))[0]).toMatchObject({ status: 'cancelled' })
  })
  test('cannot be put back when it has changed since', async () => {
    const user = newUser()
    const first = await set(user, { text: 'посылка', at: '2026-03-20T09:00:00+03:00' })
    const change = await run(user, 'reminders_update_reminder', { id: first.output.id, shiftMinutes: 10 })
    await run(user, 'reminders_update_reminder', { id: first.output.id, text: 'две посылки' })
    expect(await keyOf(change.undo())).toBe('conflict reminders.changed_since')
    expect(await keyOf(first.undo())).toBe('conflict reminders.changed_since')
  })
  test('of another person is not found by any tool', async () => {
    const [owner, other] = [newUser(), newUser()]
    const { id } = (await set(owner, { text: 'личное', rrule: 'FREQ=DAILY' })).output
    for (const name of ['update_reminder', 'skip_occurrence', 'snooze_reminder', 'cancel_reminder']) {
      const args = name === 'update_reminder' ? { id, text: 'чужое' } : { id }
      expect(await keyOf(run(other, `reminders_${name}`, args))).toBe('not_found reminders.not_found')
    }
    expect(await listed(other, { status: 'all' })).toEqual([])
    expect(await listed(owner)).toMatchObject([{ text: 'личное', version: 1 }])
  })
  test('is named in the question of a confirmation', async () => {
    const user = newUser()
    const { id } = (await set(user, { text: 'созвон', at: '2026-03-19T15:00:00+03:00' })).output
    expect(await tools.ask(user, 'reminders_cancel_reminder', { id })).toBe(
      'Отменить напоминание «созвон», завтра в 15:00?',
    )
  })
})

describe('the list', () => {
  test('by days, words, state and pages', async () => {
    const user = newUser()
    await set(user, { text: 'Позвонить Лёне', at: '2026-03-19T15:00:00+03:00' })
    await set(user, { text: 'пить воду', rrule: 'FREQ=DAILY', startsAt: '2026-03-18T12:00:00+03:00' })
    await set(user, { text: 'отчёт', rrule: 'FREQ=WEEKLY;BYDAY=FR', startsAt: '2026-03-20T16:00:00+03:00' })
    const texts = async (args: Record<string, unknown>) => (await listed(user, args)).map((row) => row.text)
    expect(await texts({})).toEqual(['пить воду', 'Позвонить Лёне', 'отчёт'])
    expect(await texts({ query: 'леня' })).toEqual(['Позвонить Лёне'])
    expect(await texts({ from: '2026-03-27', to: '2026-03-27' })).toEqual(['пить воду', 'отчёт'])
    expect((await listed(user, { from: '2026-03-27', to: '2026-03-27' }))[1]?.occursAt).toBe(
      '2026-03-27T16:00:00+03:00',
    )
    const { said } = await run(user, 'reminders_list_reminders', { from: '2026-03-19', to: '2026-03-19' })
    expect(said).toBe('2 напоминания:\nзавтра в 12:00 — пить воду (каждый день)\nзавтра в 15:00 — Позвонить Лёне')
    for (const filter of [{}, { from: '2026-03-18', to: '2026-04-30' }]) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const args: Record<string, unknown> = { ...filter, limit: 1, ...(cursor ? { cursor } : {}) }
        const { output }: Done<ListOutput> = await run<ListOutput>(user, 'reminders_list_reminders', args)
        seen.push(...output.items.map((row) => row.text))
        cursor = output.nextCursor
      } while (cursor)
      expect(seen).toEqual(['пить воду', 'Позвонить Лёне', 'отчёт'])
    }
    expect(await keyOf(listed(user, { cursor: 'qqq' }))).toBe('invalid reminders.bad_cursor')
    expect(await keyOf(listed(user, { from: '2026-03-20', to: '2026-03-19' }))).toBe('invalid reminders.dates_reversed')
  })
  test('of nothing says so', async () => {
    const user = newUser()
    const said = async (args: Record<string, unknown>) => (await run(user, 'reminders_list_reminders', args)).said
    expect(await said({})).toBe('Напоминаний нет.')
    expect(await said({ from: '2026-03-19', to: '2026-03-19' })).toBe('Напоминаний на завтра нет.')
    expect(await said({ query: 'кот' })).toBe('Напоминаний про «кот» нет.')
  })
})

describe('topics', () => {
  test('are muted by a word, kept to hours, listed and undone', async () => {
    const user = newUser()
    const off = await run<SetTopicOutput>(user, 'reminders_set_topic', { topic: 'про сон', enabled: false })
    expect(off.output).toMatchObject({ topic: 'health.sleep', enabled: false, window: null })
    const window = { start: '10:00', end: '20:00' }
    const on = await run<SetTopicOutput>(user, 'reminders_set_topic', { topic: 'health.sleep', enabled: true, window })
    expect(on.said).toBe('Сообщения включены с 10:00 до 20:00: сон.')
    const setting = async () =>
      (await run<TopicsOutput>(user, 'reminders_list_topics', {})).output.items.find(
        (item) => item.topic === 'health.sleep',
      )
    expect(await setting()).toEqual({ topic: 'health.sleep', enabled: true, window })
    expect(await keyOf(off.undo())).toBe('conflict reminders.topic_changed_since')
    await on.undo()
    expect(await setting()).toEqual({ topic: 'health.sleep', enabled: false, window: null })
    await off.undo()
    expect(await setting()).toEqual({ topic: 'health.sleep', enabled: true, window: null })
    expect((await run(user, 'reminders_list_topics', {})).said).toMatch(/^Все темы включены/)
    expect(await keyOf(run(user, 'reminders_set_topic', { topic: 'погода', enabled: false }))).toBe(
      'invalid reminders.unknown_topic',
    )
  })
  test('of one person are not those of another', async () => {
    const [one, other] = [newUser(), newUser()]
    await run(one, 'reminders_set_topic', { topic: 'finance', enabled: false })
    expect(
      (await run<TopicsOutput>(other, 'reminders_list_topics', {})).output.items.every((item) => item.enabled),
    ).toBe(true)
  })
})

test('a day holds its reminders as points in time', async () => {
  const user = newUser()
  await set(user, { text: 'полить цветы', rrule: 'FREQ=DAILY', startsAt: '2026-03-18T12:00:00+03:00' })
  const { db } = database
  const origin = { channel: 'http', actor: 'person' } as const
  const parts = await db.withUser(user.id, (tx) =>
    registry.day(createCtx({ db, registry }, tx, { user, now: NOW, origin }, []), '2026-03-25'),
  )
  expect(parts).toMatchObject([{ title: 'полить цветы', kind: 'fixed', start: new Date('2026-03-25T12:00:00+03:00') }])
})

test('a skipped time is named in the answer', async () => {
  const user = newUser()
  const { id } = (await set(user, { text: 'бег', rrule: 'FREQ=DAILY;COUNT=1', startsAt: '2026-03-19T07:00:00+03:00' }))
    .output
  const { output, said } = await run<SkipOutput>(user, 'reminders_skip_occurrence', { id })
  expect(output).toMatchObject({ skippedAt: '2026-03-19T07:00:00+03:00', nextAt: null, status: 'done' })
  expect(said).toBe('Пропущу завтра в 07:00: бег. Это было последнее.')
})

test('every phrase means arguments that its tool takes', () => {
  const lines = readFileSync(new URL('phrases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const counts = new Map<string, number>()
  for (const line of lines) {
    const { text, lang, tool, args } = JSON.parse(line) as Record<'text' | 'lang' | 'tool', string> & {
      args: Record<string, unknown>
    }
    const { ref, refDate, refFrom, refTo, ...own } = args
    const input = ref === undefined ? own : { id: newId(), ...own }
    const parsed = registry.get(tool).tool.input.safeParse(input)
    expect(parsed.error?.issues ?? [], text).toEqual([])
    counts.set(`${tool} ${lang}`, (counts.get(`${tool} ${lang}`) ?? 0) + 1)
  }
  expect(counts.size).toBe(16)
  for (const [group, count] of counts) expect(count, group).toBeGreaterThanOrEqual(32)
})
