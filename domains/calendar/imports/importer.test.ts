// iCalendar files taken into a real database: totals counted by hand, nothing twice, newer wins, undo, the feed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../../../core/ids.ts'
import type { Message } from '../../../core/messages.ts'
import type { User } from '../../../core/user.ts'
import { NOW, newUser, useDatabase } from '../../../test/harness/database.ts'
import { messageFolders } from '../../../test/harness/selection.ts'
import { toolRunner } from '../../../test/harness/tools.ts'
import { loadMessages } from '../../../tools/catalog.ts'
import type { Ctx } from '../../../tools/contract.ts'
import { createCtx } from '../../../tools/execute.ts'
import { createRegistry } from '../../../tools/registry.ts'
import type { ImportCounts, ImportRun } from '../../contract.ts'
import { findFeed, renderFeed } from '../feed.ts'
import { calendar } from '../index.ts'
import type { CreateFeedOutput, EventOutput, ListEventsOutput } from '../schema.ts'
import { reader } from './ics.ts'
import { calendarImport } from './importer.ts'

const database = useDatabase()
const tools = toolRunner(database, calendar)
const messages = loadMessages(messageFolders())
const folder = mkdtempSync(join(tmpdir(), 'ics-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), 'utf8')
const inside = <T>(user: User, run: (ctx: Ctx) => Promise<T>): Promise<T> =>
  database.db.withUser(user.id, (tx) =>
    run(
      createCtx(
        { db: database.db, registry: createRegistry([calendar]) },
        tx,
        { user, now: NOW, origin: { channel: 'import', actor: 'person' } },
        [],
      ),
    ),
  )
const said = (user: User, message: Message): string => messages.render(message, { ...user, now: NOW })

const take = async (user: User, text: string) => {
  const path = join(folder, `${newId()}.ics`)
  writeFileSync(path, text)
  const options = { timeZone: user.timeZone, currency: 'RUB', locale: user.locale, now: NOW.toISOString() }
  const run: ImportRun = { id: newId(), format: 'ics', fileName: 'a.ics', options, notes: new Map() }
  const counts: ImportCounts = { created: 0, updated: 0, skipped: 0 }
  const file = { path, name: 'a.ics', bytes: Buffer.byteLength(text), head: Buffer.from(text).subarray(0, 65_536) }
  let rejected = 0
  for await (const batch of reader.read(file, 'ics', options)) {
    rejected += batch.rejected.length
    const made = await inside(user, (ctx) => calendarImport.save(ctx, batch.rows, run))
    counts.created += made.created
    counts.updated += made.updated
    counts.skipped += made.skipped
  }
  const end = await inside(user, (ctx) => calendarImport.finish(ctx, run, counts))
  return {
    run,
    counts,
    rejected,
    ...end,
    said: said(user, end.said),
    warned: end.warnings.map((one) => said(user, one.message)),
  }
}
const listed = async (user: User, from: string, to: string) =>
  (await tools.run<ListEventsOutput>(user, 'calendar_list_events', { from, to, limit: 500 })).output.items
const starts = async (user: User, from: string, to: string): Promise<string[]> =>
  (await listed(user, from, to)).map(({ start, title }) => `${start.slice(0, 16)} ${title}`)
const held = (user: User): Promise<unknown[]> =>
  database.db.withUser(user.id, (tx) =>
    tx.query(
      `select to_jsonb(e) as row from calendar.event e union all select to_jsonb(o) from calendar.occurrence_override o order by 1`,
    ),
  )
const vevent = (...lines: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:u1',
    'DTSTART:20260319T120000Z',
    'DURATION:PT1H',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n')

describe('a file', () => {
  it('of Google is taken once, however often', async () => {
    const user = newUser()
    const first = await take(user, fixture('google.ics'))
    expect([first.counts, first.rejected]).toEqual([{ created: 4, updated: 0, skipped: 1 }, 0])
    expect(first.totals).toEqual({
      events: 4,
      series: 2,
      allDay: 2,
      exceptions: 1,
      cancelled: 1,
      from: '2020-09-05T00:00:00+03:00',
      to: '2026-05-11T00:00:00+03:00',
    })
    expect(first.said).toBe('Календарь: добавлено 4 события, пропущено 1.')
    const before = await held(user)
    const second = await take(user, fixture('google.ics'))
    expect(second.counts).toEqual({ created: 0, updated: 0, skipped: 5 })
    expect(second.said).toBe('Календарь: новых событий нет, пропущено 5.')
    expect(await held(user)).toEqual(before)
    expect(await starts(user, '2026-03-18T00:00:00+03:00', '2026-05-02T00:00:00+03:00')).toEqual([
      '2026-03-19T15:00 Стоматолог',
      '2026-03-30T10:00 Планёрка',
      '2026-04-06T11:30 Планёрка (позже)',
      '2026-04-20T10:00 Планёрка',
      '2026-04-27T10:00 Планёрка',
      '2026-05-01T00:00 Отпуск',
    ])
    const [dentist] = await listed(user, '2026-03-19T00:00:00+03:00', '2026-03-20T00:00:00+03:00')
    expect(dentist).toMatchObject({ source: 'ics', importId: first.run.id })
  })
  it('of Outlook says what was left out and guessed', async () => {
    const user = newUser()
    const { counts, rejected, warned } = await take(user, fixture('outlook.ics'))
    expect([counts, rejected]).toEqual([{ created: 4, updated: 0, skipped: 1 }, 1])
    expect(warned).toEqual([
      'Пропущено задач и записей журнала: 1. Берутся только события.',
      'Часовой пояс «Customized Time Zone» узнан по смещениям: America/New_York.',
      'У 1 повтора нестандартный часовой пояс: записаны даты до пн, 23 марта, без правила.',
    ])
    const all = await listed(user, '2026-03-01T00:00:00Z', '2026-06-01T00:00:00Z')
    expect(all.map(({ start, title }) => `${new Date(start).toISOString().slice(0, 16)} ${title}`)).toEqual([
      '2026-03-09T13:00 Call with New York',
      '2026-03-16T13:00 Call with New York',
      '2026-03-21T08:43 Вахта',
      '2026-03-23T08:43 Вахта',
      '2026-03-24T12:00 Отчёт отдела',
      '2026-03-25T21:00 Конференция',
      '2026-04-28T12:00 Отчёт отдела',
      '2026-05-26T12:00 Отчёт отдела',
    ])
  })
  it('of Apple keeps what can be read', async () => {
    const user = newUser()
    const { counts, rejected } = await take(user, fixture('apple.ics'))
    expect([counts, rejected]).toEqual([{ created: 4, updated: 0, skipped: 0 }, 5])
    expect((await take(user, fixture('apple.ics'))).counts).toEqual({ created: 0, updated: 0, skipped: 4 })
    expect(await starts(user, '2026-03-18T00:00:00+03:00', '2026-07-01T00:00:00+03:00')).toEqual(
      [
        '2026-03-21T09:00 Йога',
        '2026-03-27T11:00 Без имени и версии, но со временем',
        '2026-04-01T00:00 Оплатить аренду',
        '2026-04-02T18:00 Piano lesson',
        '2026-04-09T18:00 Piano lesson',
        '2026-04-20T17:00 Piano lesson',
        '2026-04-30T00:00 Оплатить аренду',
        '2026-06-01T00:00 Оплатить аренду',
      ].sort((a, b) => (a < b ? -1 : 1)),
    )
  })
  it('says the same in English', async () => {
    const user = newUser({ locale: 'en-GB' })
    const { said: told, warned } = await take(user, fixture('outlook.ics'))
    expect(told).toBe('Calendar: 4 events added, 1 skipped.')
    expect(warned[0]).toBe('1 task or journal entry skipped: only events are taken.')
  })
})

describe('versions', () => {
  it('newer replace, older and equal change nothing', async () => {
    const user = newUser()
    await take(user, vevent('SUMMARY:Первая', 'SEQUENCE:1', 'DTSTAMP:20260301T000000Z'))
    const step = async (...lines: string[]) => {
      const { counts } = await take(user, vevent(...lines))
      const [row] = await listed(user, '2026-03-19T00:00:00Z', '2026-03-20T00:00:00Z')
      return [row?.title ?? null, counts.created, counts.updated, counts.skipped]
    }
    expect(await step('SUMMARY:Старая', 'SEQUENCE:0', 'DTSTAMP:20260401T000000Z')).toEqual(['Первая', 0, 0, 1])
    expect(await step('SUMMARY:Та же', 'SEQUENCE:1', 'DTSTAMP:20260301T000000Z')).toEqual(['Первая', 0, 0, 1])
    expect(await step('SUMMARY:Новая', 'SEQUENCE:1', 'DTSTAMP:20260302T000000Z')).toEqual(['Новая', 0, 1, 0])
    expect(await step('STATUS:CANCELLED', 'SEQUENCE:2', 'DTSTAMP:20260303T000000Z')).toEqual([null, 0, 1, 0])
    expect(await step('SUMMARY:Снова', 'SEQUENCE:3', 'DTSTAMP:20260304T000000Z')).toEqual(['Снова', 0, 1, 0])
  })
  it('what the person changed stays until a newer one comes', async () => {
    const user = newUser()
    const text = vevent('SUMMARY:Приём', 'SEQUENCE:1', 'DTSTAMP:20260301T000000Z')
    await take(user, text)
    const [row] = await listed(user, '2026-03-19T00:00:00Z', '2026-03-20T00:00:00Z')
    await tools.run(user, 'calendar_update_event', { id: row?.id, title: 'Приём у Ивановой' })
    expect((await take(user, text)).counts).toEqual({ created: 0, updated: 0, skipped: 1 })
    expect((await listed(user, '2026-03-19T00:00:00Z', '2026-03-20T00:00:00Z'))[0]?.title).toBe('Приём у Ивановой')
    await take(user, vevent('SUMMARY:Приём перенесён', 'SEQUENCE:2', 'DTSTAMP:20260302T000000Z'))
    expect((await listed(user, '2026-03-19T00:00:00Z', '2026-03-20T00:00:00Z'))[0]?.title).toBe('Приём перенесён')
  })
  it('one date is cancelled, in either order of series and date', async () => {
    const user = newUser()
    const series = vevent('SUMMARY:Зал', 'RRULE:FREQ=DAILY;COUNT=4', 'DTSTAMP:20260301T000000Z')
    const date = (...lines: string[]) => vevent('RECURRENCE-ID:20260320T120000Z', 'DTSTAMP:20260302T000000Z', ...lines)
    expect((await take(user, date('SUMMARY:Зал, с тренером'))).counts.created).toBe(1)
    expect((await take(user, series)).counts.updated).toBe(1)
    expect(await starts(user, '2026-03-18T00:00:00Z', '2026-03-30T00:00:00Z')).toEqual([
      '2026-03-19T12:00 Зал',
      '2026-03-19T12:00 Зал, с тренером',
      '2026-03-21T12:00 Зал',
      '2026-03-22T12:00 Зал',
    ])
    const cancelled = date('SEQUENCE:1').replace('BEGIN:VEVENT', 'METHOD:CANCEL\nBEGIN:VEVENT')
    expect((await take(user, cancelled)).counts.updated).toBe(1)
    expect(await starts(user, '2026-03-20T00:00:00Z', '2026-03-22T00:00:00Z')).toEqual(['2026-03-21T12:00 Зал'])
  })
})

describe('undo', () => {
  it('takes back what was created and not touched since', async () => {
    const user = newUser()
    const { run } = await take(user, fixture('google.ics'))
    const [dentist] = await listed(user, '2026-03-19T00:00:00+03:00', '2026-03-20T00:00:00+03:00')
    await tools.run(user, 'calendar_update_event', { id: dentist?.id, title: 'Стоматолог, Иванова' })
    await inside(user, (ctx) => calendarImport.undo(ctx, run.id))
    expect(await starts(user, '2026-03-18T00:00:00+03:00', '2026-12-01T00:00:00+03:00')).toEqual([
      '2026-03-19T15:00 Стоматолог, Иванова',
    ])
    const clean = newUser()
    const second = await take(clean, fixture('google.ics'))
    await inside(clean, (ctx) => calendarImport.undo(ctx, second.run.id))
    expect(await held(clean)).toEqual([])
  })
})

it('another person has nothing of it', async () => {
  const owner = newUser()
  const stranger = newUser()
  const { run } = await take(owner, fixture('google.ics'))
  expect(await held(stranger)).toEqual([])
  await inside(stranger, (ctx) => calendarImport.undo(ctx, run.id))
  expect(await held(owner)).toHaveLength(5)
  expect((await take(stranger, fixture('google.ics'))).counts.created).toBe(4)
})

describe('the feed', () => {
  const open = async (user: User) => tools.run<CreateFeedOutput>(user, 'calendar_create_feed', {})
  const owner = (secret: string) => database.db.asSystem('links', (tx) => findFeed(tx, secret))
  const text = (user: User) => database.db.withUser(user.id, (tx) => renderFeed(tx, user, NOW))

  it('is opened after a question, by a secret nobody keeps, and closed', async () => {
    const user = newUser()
    expect(await tools.ask(user, 'calendar_create_feed', {})).toContain('Создать ссылку на календарь?')
    const first = await open(user)
    expect(first.confirms).toBe(true)
    expect(first.said).toContain(`/v1/calendar/feed/${first.output.secret}.ics`)
    expect(await owner(first.output.secret)).toEqual({ userId: user.id })
    const rows = await database.db.withUser(user.id, (tx) => tx.query('select * from calendar.feed'))
    expect(JSON.stringify(rows)).not.toContain(first.output.secret)
    const second = await open(user)
    expect(second.output.replacedId).toBe(first.output.id)
    expect([await owner(first.output.secret), await owner('x'), await owner('A'.repeat(43))]).toEqual([
      null,
      null,
      null,
    ])
    await tools.undo(user, second)
    expect(await owner(first.output.secret)).toEqual({ userId: user.id })
    const closed = await tools.run(user, 'calendar_revoke_feed', {})
    expect([closed.said, await owner(first.output.secret)]).toEqual(['Ссылка на календарь закрыта.', null])
    await tools.undo(user, closed)
    expect(await owner(first.output.secret)).toEqual({ userId: user.id })
    await expect(tools.undo(user, closed)).rejects.toThrow('calendar.feed_changed_since')
    await expect(tools.undo(user, second)).rejects.toThrow('calendar.feed_changed_since')
    expect((await tools.run(newUser(), 'calendar_revoke_feed', {})).said).toBe('Открытой ссылки на календарь нет.')
  })
  it('gives the calendar, which another takes in and gives back the same', async () => {
    const user = newUser()
    await take(user, fixture('google.ics'))
    await take(user, fixture('apple.ics'))
    await tools.run<EventOutput>(user, 'calendar_add_event', { title: 'Своё', start: '2026-03-25T10:00:00+03:00' })
    const given = await text(user)
    const other = newUser()
    expect((await take(other, given)).counts).toEqual({ created: 9, updated: 0, skipped: 0 })
    expect(await text(other)).toBe(given)
    const before = await held(user)
    expect((await take(user, given)).counts).toEqual({ created: 0, updated: 0, skipped: 9 })
    expect(await held(user)).toEqual(before)
  })
})
