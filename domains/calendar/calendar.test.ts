// Tools of the calendar on a real database: they work, refuse, undo exactly, and another person sees nothing.
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { User } from '../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../test/harness/database.ts'
import { type ToolRun, toolRunner } from '../../test/harness/tools.ts'
import { createCtx } from '../../tools/execute.ts'
import { createRegistry } from '../../tools/registry.ts'
import { calendar } from './index.ts'
import { rules } from './rules.ts'
import type { EventOutput, FreeSlotsOutput, ListEventsOutput } from './schema.ts'
import { clashes, newEvent, toCheck } from './service.ts'

const database = useDatabase()
const tools = toolRunner(database, calendar)
const NOBODY = '00000000-0000-4000-8000-000000000000'

const add = (user: User, input: object, now = NOW): Promise<ToolRun<EventOutput>> =>
  tools.run(user, 'calendar_add_event', { title: 'Созвон с Леной', start: '2026-03-19T15:00:00+03:00', ...input }, now)
const update = (user: User, input: object): Promise<ToolRun<EventOutput>> =>
  tools.run(user, 'calendar_update_event', input)
const cancelled = (user: User, input: object): Promise<ToolRun<EventOutput>> =>
  tools.run(user, 'calendar_cancel_event', input)
const list = (user: User, input: object = {}): Promise<ToolRun<ListEventsOutput>> =>
  tools.run(user, 'calendar_list_events', input)
const day = (date: string, next: string) => ({ from: `${date}T00:00:00+03:00`, to: `${next}T00:00:00+03:00` })
const TOMORROW = day('2026-03-19', '2026-03-20')
const standup = async (user: User): Promise<EventOutput> =>
  (
    await add(user, {
      title: 'Стендап',
      start: '2026-03-18T10:30:00+03:00',
      durationMinutes: 15,
      rrule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
    })
  ).output
const refusal = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.key}`
    throw error
  }
  return 'allowed'
}
/** Everything stored about a person's events, to compare before and after. */
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) =>
    tx.query(
      `select 'event' as kind, to_jsonb(e) as row from calendar.event e
       union all select 'override', to_jsonb(o) from calendar.occurrence_override o order by 1, 2`,
    ),
  )

// The first use of a zone loads its data: on a busy machine that would count as a transaction that waits.
beforeAll(() => {
  const stored = newEvent({ title: 'x', start: '2026-03-19T15:00:00Z' }, newUser(), newId(), { now: NOW, newId })
  expect(clashes(toCheck(stored, null, 'all', NOW), [stored], newUser(), NOW).conflicts).toEqual([])
})

describe('adding', () => {
  it('says the event and tells others', async () => {
    const run = await add(newUser(), { durationMinutes: 30 })
    expect(run.said).toBe('Созвон с Леной, завтра в 15:00, 30 минут.')
    expect(run.output).toMatchObject({
      start: '2026-03-19T15:00:00+03:00',
      end: '2026-03-19T15:30:00+03:00',
      timeZone: 'Europe/Moscow',
      status: 'confirmed',
      conflicts: [],
    })
    expect(run.events.map(({ type }) => type)).toEqual(['calendar.event_added'])
    expect(run.confirms).toBe(false)
    const event = run.events[0]
    expect(calendar.events['calendar.event_added']?.safeParse(event?.payload).success).toBe(true)
  })
  it('names what overlaps with two times that fit; touching is no overlap', async () => {
    const user = newUser()
    await add(user, { title: 'Планёрка', durationMinutes: 30 })
    expect((await add(user, { start: '2026-03-19T15:30:00+03:00', durationMinutes: 30 })).output.conflicts).toEqual([])
    const run = await add(user, { title: 'Врач', start: '2026-03-19T15:15:00+03:00' })
    expect(run.output.conflicts.map(({ title }) => title)).toEqual(['Планёрка', 'Созвон с Леной'])
    expect(run.output.suggestions.map(({ start }) => start)).toEqual([
      '2026-03-19T14:00:00+03:00',
      '2026-03-19T16:00:00+03:00',
    ])
    expect(run.said).toBe(
      'Врач, завтра в 15:15, 1 час. В 15:00 уже «Планёрка». В 15:30 уже «Созвон с Леной». Свободно в 14:00 и в 16:00.',
    )
  })
  it('offers times with the buffer asked for, also on another day, in both languages', async () => {
    const user = newUser({ locale: 'en-GB' })
    await add(user, { title: 'Course', start: '2026-03-19T10:00:00+03:00', end: '2026-03-19T18:00:00+03:00' })
    const run = await add(user, { title: 'Dentist', start: '2026-03-19T17:00:00+03:00', bufferMinutes: 10 })
    expect(run.output.suggestions.map(({ start, sameDay }) => [start, sameDay])).toEqual([
      ['2026-03-20T09:00:00+03:00', false],
      ['2026-03-20T10:00:00+03:00', false],
    ])
    expect(run.said).toBe(
      'Dentist, tomorrow at 17:00, 1 hour. At 10:00 there is already “Course”. Free Fri 20 March at 09:00 and Fri 20 March at 10:00.',
    )
  })
  it('takes a busy day for busy and an event that takes no time for none', async () => {
    const user = newUser()
    const { output } = await add(user, { title: 'Отгул', start: '2026-03-19', busy: true })
    expect(output.busy).toBe(true)
    expect((await add(user, {})).output.conflicts.map(({ title }) => title)).toEqual(['Отгул'])
    expect((await add(user, { busy: false })).output.conflicts).toEqual([])
    expect((await update(user, { id: output.id, busy: false })).output.changed).toEqual(['busy'])
  })
  it('keeps an event in the zone it was given in', async () => {
    const moscow = newUser()
    const { output } = await add(moscow, { start: '2026-03-20T10:00:00-04:00', timeZone: 'America/New_York' })
    expect(output).toMatchObject({ start: '2026-03-20T10:00:00-04:00', timeZone: 'America/New_York' })
    const away = { ...moscow, timeZone: 'Asia/Tokyo' }
    const [item] = (await list(away, day('2026-03-20', '2026-03-21'))).output.items
    expect(item?.start).toBe('2026-03-20T10:00:00-04:00')
  })
  it('finds a clash of a series and ignores whole days', async () => {
    const user = newUser()
    await add(user, { title: 'Отпуск', start: '2026-03-16', end: '2026-03-30' })
    await add(user, { title: 'Врач', start: '2026-03-25T10:40:00+03:00' })
    expect((await standup(user)).id).toBeTruthy()
    const run = await add(user, { title: 'Встреча', start: '2026-03-25T10:30:00+03:00' })
    expect(run.output.conflicts.map(({ title }) => title)).toEqual(['Стендап', 'Врач'])
  })
  it.each([
    [{ start: '2026-03-19T14:00:00+03:00', end: '2026-03-19T13:00:00+03:00' }, 'invalid calendar.end_before_start'],
    [{ title: '' }, 'invalid tools.bad_input'],
    [{ title: 'нуль\u0000' }, 'invalid tools.bad_input'],
    [{ cost: { amount: 1e18 } }, 'invalid tools.bad_input'],
    [{ colour: 'red' }, 'invalid tools.bad_input'],
    [{ rrule: 'FREQ=MINUTELY' }, 'invalid calendar.dense_rule'],
  ])('refuses %j and leaves no row', async (input, expected) => {
    const user = newUser()
    expect(await refusal(add(user, input))).toBe(expected)
    expect(await held(user)).toEqual([])
  })
  it('keeps any title as it was typed', async () => {
    const user = newUser()
    for (const title of ["'; drop table calendar.event; --", '🎂🎉', 'مرحبا', 'a{b}c <b>'])
      expect((await add(user, { title })).output.title).toBe(title)
    expect((await list(user, TOMORROW)).output.items).toHaveLength(4)
  })
})

describe('changing', () => {
  it('moves by the wall clock and keeps the length', async () => {
    const user = newUser()
    const { output } = await add(user, { durationMinutes: 30 })
    const later = await update(user, { id: output.id, shiftMinutes: 60 })
    expect(later.said).toBe('Перенёс на 16:00: Созвон с Леной, завтра.')
    expect(later.output).toMatchObject({ start: '2026-03-19T16:00:00+03:00', durationMinutes: 30, changed: ['start'] })
    expect((await update(user, { id: output.id, date: '2026-03-20' })).output.start).toBe('2026-03-20T16:00:00+03:00')
    expect((await update(user, { id: output.id, time: '09:15' })).output.start).toBe('2026-03-20T09:15:00+03:00')
    expect((await update(user, { id: output.id, title: 'Звонок', location: 'Zoom' })).output).toMatchObject({
      title: 'Звонок',
      location: 'Zoom',
    })
  })
  it('is a value when nothing changes, an error when nothing is asked', async () => {
    const user = newUser()
    const { output } = await add(user, {})
    expect((await update(user, { id: output.id, time: '15:00' })).output).toMatchObject({ changed: [], changeId: null })
    expect(await refusal(update(user, { id: output.id }))).toBe('invalid calendar.nothing_to_change')
  })
  it('changes one date of a series, those after it, or all', async () => {
    const user = newUser()
    const { id } = await standup(user)
    const one = await update(user, { id, occurrenceStart: '2026-03-20T10:30:00+03:00', shiftMinutes: 30 })
    expect(one.output).toMatchObject({ scope: 'this', occurrenceStart: '2026-03-20T10:30:00+03:00' })
    await update(user, { id, scope: 'following', occurrenceStart: '2026-03-25', time: '12:00' })
    const { output } = await list(user, day('2026-03-18', '2026-03-30'))
    expect(output.items.map(({ start }) => start.slice(8, 16))).toEqual([
      '18T10:30',
      '20T11:00',
      '23T10:30',
      '25T12:00',
      '27T12:00',
    ])
    expect(new Set(output.items.map((item) => item.seriesId)).size).toBe(2)
  })
})

describe('cancelling', () => {
  it('asks first, naming the event', async () => {
    const user = newUser()
    const { output } = await add(user, { durationMinutes: 30 })
    expect(await tools.ask(user, 'calendar_cancel_event', { id: output.id })).toBe(
      'Удалить «Созвон с Леной», завтра в 15:00, 30 минут?',
    )
    const run = await cancelled(user, { id: output.id })
    expect([run.confirms, run.output.status]).toEqual([true, 'cancelled'])
    expect((await list(user, TOMORROW)).said).toBe('Завтра событий нет.')
    expect((await cancelled(user, { id: output.id })).said).toMatch(/^Уже отменено/)
    expect(await refusal(update(user, { id: output.id, time: '10:00' }))).toBe('conflict calendar.event_cancelled')
  })
  it('takes out one date and leaves the others', async () => {
    const user = newUser()
    const { id } = await standup(user)
    await cancelled(user, { id, occurrenceStart: '2026-03-20T10:30:00+03:00' })
    const { output } = await list(user, day('2026-03-18', '2026-03-26'))
    expect(output.items.map(({ start }) => start.slice(8, 10))).toEqual(['18', '23', '25'])
    expect(await refusal(cancelled(user, { id, occurrenceStart: '2026-03-20' }))).toBe(
      'not_found calendar.occurrence_not_found',
    )
  })
})

describe('undo', () => {
  const writes: [string, (user: User, id: string) => Promise<ToolRun<EventOutput>>][] = [
    ['a new event', (user) => add(user, {})],
    [
      'a moved date',
      (user, id) => update(user, { id, occurrenceStart: '2026-03-20', shiftMinutes: 45, title: 'Иначе' }),
    ],
    ['a split', (user, id) => update(user, { id, scope: 'following', occurrenceStart: '2026-03-23', time: '12:00' })],
    ['a moved series', (user, id) => update(user, { id, scope: 'all', date: '2026-03-19' })],
    ['a series made single', (user, id) => update(user, { id, scope: 'all', rrule: null })],
    ['a cancelled date', (user, id) => cancelled(user, { id, occurrenceStart: '2026-03-27' })],
    ['a series cut short', (user, id) => cancelled(user, { id, scope: 'following', occurrenceStart: '2026-03-25' })],
    ['a cancelled series', (user, id) => cancelled(user, { id, scope: 'all' })],
  ]
  it.each(writes)('puts back %s exactly', async (_, write) => {
    const user = newUser()
    const { id } = await standup(user)
    await update(user, { id, occurrenceStart: '2026-03-25', shiftMinutes: 10 })
    await cancelled(user, { id, occurrenceStart: '2026-04-01' })
    const before = await held(user)
    const run = await write(user, id)
    expect(await held(user)).not.toEqual(before)
    await tools.undo(user, run)
    expect(await held(user)).toEqual(before)
    expect(await refusal(tools.undo(user, run))).toBe('conflict calendar.changed_since')
  })
  it('goes back step by step, never past a later change', async () => {
    const user = newUser()
    const first = await add(user, {})
    const second = await update(user, { id: first.output.id, shiftMinutes: 60 })
    const before = await held(user)
    expect(await refusal(tools.undo(user, first))).toBe('conflict calendar.changed_since')
    expect(await held(user)).toEqual(before)
    await tools.undo(user, second)
    await tools.undo(user, first)
    expect(await held(user)).toEqual([])
  })
})

describe('listing', () => {
  it('says a day, finds words in any inflection, pages', async () => {
    const user = newUser()
    await add(user, { durationMinutes: 30 })
    await add(user, { title: 'Планёрка', start: '2026-03-19T10:00:00+03:00' })
    expect((await list(user, TOMORROW)).said).toBe('Завтра 2 события: 10:00 Планёрка, 15:00 Созвон с Леной.')
    for (const query of ['созвона', 'ПЛАНЕРКУ', 'лене'])
      expect((await list(user, { ...TOMORROW, query })).output.items, query).toHaveLength(1)
    const first = (await list(user, { limit: 1 })).output
    const second = (await list(user, { limit: 1, cursor: first.nextCursor })).output
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['Планёрка', 'Созвон с Леной'])
    expect(second.nextCursor).toBeNull()
  })
  it('speaks English to those who do', async () => {
    const user = newUser({ locale: 'en-US' })
    expect((await add(user, { title: 'Call with Lena', durationMinutes: 90 })).said).toBe(
      'Call with Lena, tomorrow at 15:00, 1 hour 30 minutes.',
    )
    expect((await list(user, TOMORROW)).said).toBe('Tomorrow: 1 event: 15:00 Call with Lena.')
  })
  it.each([
    [{ from: '2026-03-19T00:00:00+03:00', to: '2026-03-18T00:00:00+03:00' }, 'invalid calendar.window_order'],
    [{ from: '2026-03-19T00:00:00+03:00', to: '2027-06-18T00:00:00+03:00' }, 'invalid calendar.window_too_long'],
    [{ cursor: 'x' }, 'invalid calendar.bad_cursor'],
  ])('refuses %j', async (input, expected) => {
    expect(await refusal(list(newUser(), input))).toBe(expected)
  })
  it('answers a week fast among many old events', async () => {
    const user = newUser()
    await database.db.withUser(user.id, (tx) =>
      tx.query(
        `insert into calendar.event (id, user_id, title, start_at, local_start, time_zone, duration_minutes, all_day, status,
           first_start, last_end, revision, created_at, updated_at)
         select gen_random_uuid(), $1, 'Старое', t, to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), 'UTC', 60, false,
           'confirmed', t, t + interval '1 hour', gen_random_uuid(), $2, $2
         from generate_series(timestamptz '2020-01-01T00:00Z', timestamptz '2026-01-01T00:00Z', interval '10 hours') t`,
        [user.id, NOW],
      ),
    )
    const { id } = await standup(user)
    const begun = performance.now()
    const { output } = await list(user, day('2026-03-18', '2026-03-25'))
    expect(output.items.map((item) => item.id)).toEqual([id, id, id])
    expect(performance.now() - begun).toBeLessThan(500)
  })
})

describe('free slots', () => {
  const find = (user: User, input: object): Promise<ToolRun<FreeSlotsOutput>> =>
    tools.run(user, 'calendar_find_free_slots', input)
  it('are what is left of the working hours', async () => {
    const user = newUser()
    await add(user, { durationMinutes: 30 })
    const run = await find(user, { ...TOMORROW, durationMinutes: 45 })
    expect(run.said).toBe('Завтра свободно: 09:00–15:00, 15:30–18:00.')
    const evening = await find(user, { ...TOMORROW, durationMinutes: 45, within: { start: '14:30', end: '16:00' } })
    expect(evening.output.items).toEqual([])
    expect(evening.said).toBe('Завтра свободного времени нет.')
  })
  it('are never in the past', async () => {
    const { output } = await find(newUser(), day('2026-03-18', '2026-03-19'))
    expect(output.items[0]?.start).toBe('2026-03-18T10:00:00+03:00')
  })
})

it('another person neither sees nor touches anything', async () => {
  const owner = newUser()
  const stranger = newUser()
  const { output } = await add(owner, {})
  expect((await list(stranger, TOMORROW)).output.items).toEqual([])
  for (const id of [output.id, NOBODY]) {
    expect(await refusal(update(stranger, { id, shiftMinutes: 5 }))).toBe('not_found calendar.event_not_found')
    expect(await refusal(cancelled(stranger, { id }))).toBe('not_found calendar.event_not_found')
  }
  expect((await add(stranger, {})).output.conflicts).toEqual([])
  const slots = await tools.run<FreeSlotsOutput>(stranger, 'calendar_find_free_slots', day('2026-03-20', '2026-03-21'))
  expect(slots.output.items).toHaveLength(1)
})

it('tells the day plan and the rules what happens', async () => {
  const user = newUser()
  await add(user, {})
  await add(user, { title: 'Врач', start: '2026-03-19T15:30:00+03:00' })
  await add(user, { title: 'Отпуск', start: '2026-03-19' })
  const deps = { db: database.db, registry: createRegistry([calendar]) }
  const [parts, nudge] = await database.db.withUser(user.id, async (tx) => {
    const ctx = createCtx(deps, tx, { user, now: NOW, origin: { channel: 'jobs', actor: 'code' } }, [])
    return [await calendar.day?.(ctx, '2026-03-19'), await rules[0]?.check(ctx)] as const
  })
  expect(parts?.map((part) => [part.title, part.kind === 'fixed' && part.start?.toISOString()])).toEqual([
    ['Отпуск', undefined],
    ['Созвон с Леной', '2026-03-19T12:00:00.000Z'],
    ['Врач', '2026-03-19T12:30:00.000Z'],
  ])
  expect(nudge?.text.params).toMatchObject({ first: 'Созвон с Леной', second: 'Врач' })
})

it('warns of a day without a pause, not of one with a pause', async () => {
  const check = async (user: User) => {
    const deps = { db: database.db, registry: createRegistry([calendar]) }
    return database.db.withUser(user.id, (tx) => {
      const ctx = createCtx(deps, tx, { user, now: NOW, origin: { channel: 'jobs', actor: 'code' } }, [])
      return rules.find(({ id }) => id === 'calendar.no_gap')?.check(ctx) ?? Promise.resolve(null)
    })
  }
  const user = newUser()
  for (const hour of ['09', '11', '13'])
    await add(user, { title: hour, start: `2026-03-19T${hour}:00:00+03:00`, durationMinutes: 110 })
  expect(await check(user)).toBeNull()
  await add(user, { title: '15', start: '2026-03-19T15:00:00+03:00' })
  const nudge = await check(user)
  expect(nudge).toMatchObject({
    topic: 'calendar.no_gap',
    cause: 'calendar.no_gap:2026-03-19',
    text: { params: { n: 4 } },
  })
})
