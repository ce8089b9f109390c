import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { Messages } from '../../core/messages.ts'
import { toRfc3339 } from '../../core/time.ts'
import { settingOf, topicMeant } from './engine/topics.ts'
import { repeatMessage } from './engine/words.ts'
import type { Reminder, SetInput } from './schema.ts'
import {
  cancelReminder,
  changeReminder,
  deliver,
  isWithin,
  newReminder,
  nextDue,
  restoreReminder,
  skipOccurrence,
  snoozeReminder,
} from './service.ts'

const MOSCOW = 'Europe/Moscow'
const NOW = new Date('2026-03-18T10:00:00+03:00')
const QUIET = { start: '22:00', end: '08:00' }
const ID = '11111111-1111-4111-8111-111111111111'

const make = (input: Omit<SetInput, 'text'> & { text?: string }, timeZone = MOSCOW, now = NOW): Reminder =>
  newReminder({ text: 'таблетки', ...input }, { timeZone }, now, ID)
const local = (date: Date | null, timeZone = MOSCOW): string | null => date && toRfc3339(date, timeZone)
const at = (text: string): Date => new Date(text)
const keyOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.key
    throw error
  }
  return 'nothing was thrown'
}

describe('a new reminder', () => {
  test('comes once at its time', () => {
    const row = make({ at: '2026-03-20T09:00:00+03:00' })
    expect(local(row.nextAt)).toBe('2026-03-20T09:00:00+03:00')
    expect(row).toMatchObject({ rrule: null, status: 'active', version: 1, exdates: [] })
  })
  test.each([
    ['no time at all', {}, 'reminders.time_missing'],
    ['the past', { at: '2026-03-18T09:59:59+03:00' }, 'reminders.in_past'],
    ['this very moment', { at: '2026-03-18T10:00:00+03:00' }, 'reminders.in_past'],
    ['the far future', { at: '2100-01-01T00:00:00Z' }, 'reminders.too_far'],
    ['not a rule', { rrule: 'каждый день' }, 'reminders.bad_rule'],
    ['every minute', { rrule: 'FREQ=MINUTELY' }, 'reminders.too_often'],
    ['30 February', { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'reminders.rule_never'],
    [
      'a rule that is over',
      { rrule: 'FREQ=DAILY;UNTIL=20260101', startsAt: '2025-12-01T09:00:00+03:00' },
      'reminders.rule_ended',
    ],
  ])('is refused: %s', (_what, input, key) => {
    expect(keyOf(() => make(input))).toBe(key)
  })
  test('a series begins with the first time that fits and lies ahead', () => {
    expect(local(make({ rrule: 'FREQ=WEEKLY;BYDAY=MO', startsAt: '2026-03-18T09:00:00+03:00' }).nextAt)).toBe(
      '2026-03-23T09:00:00+03:00',
    )
    expect(local(make({ rrule: 'RRULE:FREQ=DAILY', startsAt: '2026-01-01T08:00:00+03:00' }).nextAt)).toBe(
      '2026-03-19T08:00:00+03:00',
    )
  })
  test('a time named in the rule is its time; without any it is 09:00, and hours count from now', () => {
    expect(local(make({ rrule: 'FREQ=DAILY;BYHOUR=21;BYMINUTE=30' }).nextAt)).toBe('2026-03-18T21:30:00+03:00')
    expect(local(make({ rrule: 'FREQ=DAILY' }).nextAt)).toBe('2026-03-19T09:00:00+03:00')
    expect(local(make({ rrule: 'FREQ=HOURLY;INTERVAL=2' }).nextAt)).toBe('2026-03-18T12:00:00+03:00')
  })
})

describe('the clock of a zone', () => {
  test.each([
    // The clocks go forward: Belgrade 29 March 02:00, New York 8 March 02:00. A skipped time moves by the gap.
    ['Europe/Belgrade', '2026-03-27T02:30:00+01:00', ['28T02:30:00+01:00', '29T03:30:00+02:00', '30T02:30:00+02:00']],
    ['America/New_York', '2026-03-06T02:30:00-05:00', ['07T02:30:00-05:00', '08T03:30:00-04:00', '09T02:30:00-04:00']],
    ['Europe/London', '2026-03-27T09:00:00+00:00', ['28T09:00:00+00:00', '29T09:00:00+01:00', '30T09:00:00+01:00']],
  ])('a daily reminder in %s keeps its hour when clocks go forward', (zone, startsAt, days) => {
    const row = make({ rrule: 'FREQ=DAILY', startsAt }, zone, new Date(Date.parse(startsAt) - 1))
    const found = deliver(row, QUIET, new Date(Date.parse(startsAt) + 75 * 3_600_000))
    expect(local(row.nextAt, zone)).toBe(startsAt)
    let next = row.dueAt
    for (const day of days) {
      next = next && nextDue(row, next)
      expect(local(next, zone)).toBe(`2026-03-${day}`)
    }
    expect(found.row.nextAt && row.nextAt && found.row.nextAt > row.nextAt).toBe(true)
  })
  test('a time that comes twice when clocks go back is told once', () => {
    const zone = 'Europe/Belgrade'
    const row = make({ rrule: 'FREQ=DAILY', startsAt: '2026-10-24T02:30:00+02:00' }, zone)
    const { deliveries } = deliver(row, QUIET, at('2026-10-26T12:00:00+01:00'))
    expect(deliveries.map(({ dueAt }) => local(dueAt, zone))).toEqual([
      '2026-10-24T02:30:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-26T02:30:00+01:00',
    ])
  })
  test('any daily time on any day of any zone comes once a day, at that time or moved by a gap', () => {
    const zones = ['Europe/Belgrade', 'Europe/London', 'America/New_York', MOSCOW, 'Australia/Lord_Howe']
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, days, minute) => {
          const start = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ days, minutes: minute })
          const startsAt = new Date(start.toZonedDateTime(zone).epochMilliseconds)
          const row = make({ rrule: 'FREQ=DAILY', startsAt: startsAt.toISOString() }, zone, at('2025-12-01T00:00:00Z'))
          const first = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(zone)
          let due = row.dueAt
          for (let day = 0; day < 5; day++) {
            const wanted = first.toPlainDateTime().add({ days: day })
            expect(due?.getTime()).toBe(wanted.toZonedDateTime(zone).epochMilliseconds)
            due = due && nextDue(row, due)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('changes', () => {
  const daily = make({ rrule: 'FREQ=DAILY', startsAt: '2026-03-18T21:00:00+03:00' })
  const single = make({ at: '2026-03-20T09:00:00+03:00' })
  const update = (row: Reminder, input: Record<string, unknown>, now = NOW) =>
    changeReminder(row, { id: ID, ...input }, now)

  test('words, a new time, and a shift of a single reminder', () => {
    expect(update(single, { text: 'витамины' })).toMatchObject({ text: 'витамины', nextAt: single.nextAt, version: 2 })
    expect(local(update(single, { at: '2026-03-21T12:00:00+03:00' }).nextAt)).toBe('2026-03-21T12:00:00+03:00')
    expect(local(update(single, { shiftMinutes: -30 }).nextAt)).toBe('2026-03-20T08:30:00+03:00')
  })
  test('a series moves as a whole, and its skipped days stay skipped', () => {
    const skipped = skipOccurrence(daily, { id: ID, date: '2026-03-19' }, NOW).row
    const moved = update(skipped, { shiftMinutes: 60 })
    expect(local(moved.nextAt)).toBe('2026-03-18T22:00:00+03:00')
    expect(local(nextDue(moved, at('2026-03-18T22:00:00+03:00')))).toBe('2026-03-20T22:00:00+03:00')
    const retimed = update(skipped, { at: '2026-03-18T20:00:00+03:00' })
    expect(local(nextDue(retimed, at('2026-03-18T20:00:00+03:00')))).toBe('2026-03-20T20:00:00+03:00')
  })
  test('over midnight the weekday goes along', () => {
    const weekly = make({ rrule: 'FREQ=WEEKLY;BYDAY=MO', startsAt: '2026-03-23T23:30:00+03:00' })
    const moved = update(weekly, { shiftMinutes: 60 })
    expect(moved.rrule).toBe('FREQ=WEEKLY;BYDAY=TU')
    expect(local(moved.nextAt)).toBe('2026-03-24T00:30:00+03:00')
  })
  test('single becomes a series and back', () => {
    const series = update(single, { rrule: 'FREQ=WEEKLY;BYDAY=WE' })
    expect(local(series.nextAt)).toBe('2026-03-25T09:00:00+03:00')
    expect(update(series, { rrule: null })).toMatchObject({ rrule: null, nextAt: series.nextAt })
  })
  test('a delivered one given a new time is active again', () => {
    const done = deliver(single, QUIET, at('2026-03-20T09:00:00+03:00')).row
    expect(done.status).toBe('done')
    expect(update(done, { at: '2026-03-21T09:00:00+03:00' }, at('2026-03-20T10:00:00+03:00')).status).toBe('active')
  })
  test.each([
    [{}, 'reminders.nothing_to_change'],
    [{ at: '2026-03-21T12:00:00+03:00', shiftMinutes: 5 }, 'reminders.two_times'],
    [{ at: '2026-03-17T12:00:00+03:00' }, 'reminders.in_past'],
    [{ shiftMinutes: -10_000 }, 'reminders.in_past'],
  ])('is refused: %j', (input, key) => {
    expect(keyOf(() => update(single, input))).toBe(key)
  })
  test('several times a day cannot be shifted', () => {
    const many = make({ rrule: 'FREQ=DAILY;BYHOUR=9,21;BYMINUTE=0' })
    expect(keyOf(() => update(many, { shiftMinutes: 30 }))).toBe('reminders.many_times')
  })
  test('nothing is done with a cancelled one', () => {
    const cancelled = cancelReminder(single, NOW)
    expect(cancelled).toMatchObject({ status: 'cancelled', deletedAt: NOW })
    for (const run of [
      () => cancelReminder(cancelled, NOW),
      () => update(cancelled, { text: 'x' }),
      () => snoozeReminder(cancelled, { id: ID }, NOW),
      () => skipOccurrence(cancelled, { id: ID }, NOW),
    ])
      expect(keyOf(run)).toBe('reminders.not_active')
  })
  test('skip: the next one, a date, an exact time, and what does not exist', () => {
    const next = skipOccurrence(daily, { id: ID }, NOW)
    expect(local(next.skipped)).toBe('2026-03-18T21:00:00+03:00')
    expect(local(next.row.nextAt)).toBe('2026-03-19T21:00:00+03:00')
    expect(local(skipOccurrence(daily, { id: ID, date: '2026-03-25' }, NOW).row.nextAt)).toBe(
      '2026-03-18T21:00:00+03:00',
    )
    const exact = { id: ID, occurrenceStart: '2026-03-19T21:00:00+03:00' }
    expect(local(skipOccurrence(daily, exact, NOW).skipped)).toBe('2026-03-19T21:00:00+03:00')
    expect(keyOf(() => skipOccurrence(daily, { ...exact, occurrenceStart: '2026-03-19T20:00:00+03:00' }, NOW))).toBe(
      'reminders.no_such_occurrence',
    )
    expect(keyOf(() => skipOccurrence(daily, { id: ID, date: '2026-03-17' }, NOW))).toBe('reminders.no_such_occurrence')
    expect(keyOf(() => skipOccurrence(single, { id: ID }, NOW))).toBe('reminders.not_repeated')
  })
})

describe('snooze', () => {
  const daily = make({ rrule: 'FREQ=DAILY', startsAt: '2026-03-18T21:00:00+03:00' })
  test('after delivery it counts from now and leaves the series alone', () => {
    const told = deliver(daily, QUIET, at('2026-03-18T21:00:00+03:00')).row
    const row = snoozeReminder(told, { id: ID }, at('2026-03-18T21:03:00+03:00'))
    expect(local(row.nextAt)).toBe('2026-03-18T21:13:00+03:00')
    expect(local(row.dueAt)).toBe('2026-03-19T21:00:00+03:00')
    const again = deliver(row, QUIET, at('2026-03-18T21:13:00+03:00'))
    expect(again.deliveries).toHaveLength(1)
    expect(local(again.row.nextAt)).toBe('2026-03-19T21:00:00+03:00')
  })
  test('ahead of its time it counts from that time, and does not come twice', () => {
    const single = make({ at: '2026-03-18T18:00:00+03:00' })
    const row = snoozeReminder(single, { id: ID, minutes: 60 }, NOW)
    expect(local(row.nextAt)).toBe('2026-03-18T19:00:00+03:00')
    expect(deliver(row, QUIET, at('2026-03-19T00:00:00+03:00')).deliveries.map((d) => local(d.dueAt))).toEqual([
      '2026-03-18T19:00:00+03:00',
    ])
  })
  test('until a time; never into the past, never two times', () => {
    const until = '2026-03-18T22:00:00+03:00'
    expect(local(snoozeReminder(daily, { id: ID, until }, NOW).nextAt)).toBe(until)
    expect(keyOf(() => snoozeReminder(daily, { id: ID, until: '2026-03-18T09:00:00+03:00' }, NOW))).toBe(
      'reminders.in_past',
    )
    expect(keyOf(() => snoozeReminder(daily, { id: ID, until, minutes: 5 }, NOW))).toBe('reminders.two_times')
  })
})

describe('delivery', () => {
  test('catches up: three missed are told one by one, more are told as one', () => {
    const row = make({ rrule: 'FREQ=DAILY', startsAt: '2026-03-18T21:00:00+03:00' })
    const three = deliver(row, QUIET, at('2026-03-20T23:00:00+03:00'))
    expect(three.deliveries.map((d) => d.missed)).toEqual([0, 0, 0])
    const week = deliver(row, QUIET, at('2026-03-25T09:00:00+03:00'))
    expect(week.deliveries).toEqual([{ dueAt: at('2026-03-24T21:00:00+03:00'), missed: 6 }])
    expect(local(week.row.nextAt)).toBe('2026-03-25T21:00:00+03:00')
    expect(deliver(week.row, QUIET, at('2026-03-25T09:00:00+03:00')).deliveries).toEqual([])
  })
  test('in one go or step by step, the same time is next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4_000 }), (step, minutes) => {
        const row = make({ rrule: 'FREQ=DAILY;INTERVAL=2', startsAt: '2026-03-18T21:00:00+03:00' })
        const end = new Date(NOW.getTime() + minutes * 60_000)
        let stepped = row
        let told = 0
        for (let time = NOW.getTime(); time < end.getTime(); time += step * 3_600_000) {
          const { deliveries, row: next } = deliver(stepped, QUIET, new Date(time))
          told += deliveries.length
          stepped = next
        }
        const last = deliver(stepped, QUIET, end)
        const whole = deliver(row, QUIET, end)
        expect(last.row).toEqual(whole.row)
        expect(told + last.deliveries.length).toBe(whole.deliveries.length)
      }),
    )
  })
  test('an exact time comes at night too; "every hour" does not, unless it was asked for', () => {
    const night = make({ at: '2026-03-19T03:00:00+03:00' })
    expect(deliver(night, QUIET, at('2026-03-19T03:00:00+03:00')).deliveries).toHaveLength(1)
    const hourly = { rrule: 'FREQ=HOURLY;INTERVAL=3', startsAt: '2026-03-18T18:00:00+03:00' }
    const morning = at('2026-03-19T08:00:00+03:00')
    const times = (row: Reminder) => deliver(row, QUIET, morning).deliveries.map((d) => [local(d.dueAt), d.missed])
    expect(times(make(hourly))).toEqual([
      ['2026-03-18T18:00:00+03:00', 0],
      ['2026-03-18T21:00:00+03:00', 0],
    ])
    expect(times(make({ ...hourly, overrideQuiet: true }))).toEqual([['2026-03-19T06:00:00+03:00', 4]])
  })
  test('undo restores, but what was delivered meanwhile is not told again', () => {
    const before = make({ rrule: 'FREQ=DAILY', startsAt: '2026-03-18T21:00:00+03:00' })
    const changed = changeReminder(before, { id: ID, shiftMinutes: -60 }, NOW)
    expect(restoreReminder(changed, before)).toEqual(before)
    const told = deliver(changed, QUIET, at('2026-03-18T20:00:00+03:00')).row
    const restored = restoreReminder(told, before)
    expect(restored).toMatchObject({ localStart: before.localStart, version: 1 })
    expect(local(restored.nextAt)).toBe('2026-03-18T21:00:00+03:00')
  })
  test('windows may go over midnight', () => {
    expect(isWithin(QUIET, '23:00') && isWithin(QUIET, '07:59') && !isWithin(QUIET, '08:00')).toBe(true)
    expect(isWithin({ start: '09:00', end: '18:00' }, '18:00')).toBe(false)
  })
})

describe('topics', () => {
  test.each([
    ['finance', 'finance'],
    ['про сон', 'health.sleep'],
    ['Бюджет', 'finance.budget'],
    ['счёт за свет', 'finance.bill'],
    ['my workouts', 'workouts'],
    ['health.anything', 'health.anything'],
    ['погода', null],
    ['constructor', null],
  ])('%s is %s', (said, topic) => {
    expect(topicMeant(said)).toBe(topic)
  })
  test('a broad topic mutes its narrow ones, the narrower window wins', () => {
    const day = { start: '09:00', end: '18:00' }
    const off = [{ topic: 'health', enabled: false, window: null }]
    expect(settingOf(off, 'health.sleep').enabled).toBe(false)
    expect(settingOf(off, 'finance.budget').enabled).toBe(true)
    expect(settingOf([{ topic: 'health', enabled: true, window: day }], 'health.sleep').window).toEqual(day)
  })
})

const read = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`messages.${lang}.json`, import.meta.url), 'utf8'))

test('how often, in words of both languages', () => {
  const messages = new Messages({ ru: read('ru'), en: read('en') })
  const say = (rule: string, locale: string) =>
    messages.render(repeatMessage(rule, '2026-03-18T09:00:00'), { locale, timeZone: MOSCOW, now: NOW })
  const cases: [string, string, string][] = [
    ['FREQ=DAILY', 'каждый день', 'every day'],
    ['FREQ=DAILY;INTERVAL=5', 'каждые 5 дней', 'every 5 days'],
    ['FREQ=DAILY;INTERVAL=21', 'каждый 21 день', 'every 21 days'],
    ['FREQ=WEEKLY', 'по средам', 'every Wednesday'],
    ['FREQ=WEEKLY;BYDAY=TU,TH', 'по вторникам и четвергам', 'every Tuesday and Thursday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'раз в 2 недели, по пятницам', 'every 2 weeks on Friday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'по будням', 'on weekdays'],
    ['FREQ=HOURLY', 'каждый час', 'every hour'],
    ['FREQ=HOURLY;INTERVAL=2', 'каждые 2 часа', 'every 2 hours'],
    ['FREQ=MONTHLY;BYMONTHDAY=5', 'каждый месяц', 'every month'],
    ['FREQ=YEARLY', 'каждый год', 'every year'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'по расписанию', 'on a schedule'],
  ]
  for (const [rule, ru, en] of cases) expect([say(rule, 'ru-RU'), say(rule, 'en-US')]).toEqual([ru, en])
  expect(Object.keys(read('ru')).sort()).toEqual(Object.keys(read('en')).sort())
})
