// Decisions of the calendar without a database: recurrence over DST, exceptions, splits, free time, phrases.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { localTimeOf } from '../../core/recurrence.ts'
import { dayBounds, isLocalDate } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import { cancel, edit } from './engine/edit.ts'
import { expand, occurrenceAt } from './engine/expand.ts'
import { freeSpans, merge, nearestTwo, windowsBetween } from './engine/slots.ts'
import {
  type AddEventInput,
  addEventInput,
  cancelEventInput,
  createFeedInput,
  freeSlotsInput,
  listEventsInput,
  revokeFeedInput,
  type Stored,
  updateEventInput,
} from './schema.ts'
import { freeTime, meant, newEvent } from './service.ts'

const NOW = new Date('2026-03-18T10:00:00+03:00')
const user: User = {
  id: newId(),
  role: 'user',
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Moscow',
  currency: 'RUB',
  country: 'RU',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: [],
}
const context = { now: NOW, newId }
const make = (input: Omit<AddEventInput, 'title'> & { title?: string }): Stored =>
  newEvent(addEventInput.parse({ title: 'Созвон', ...input }), user, newId(), context)
const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.key
    throw error
  }
  return 'allowed'
}
const at = (text: string): Date => new Date(text)
const starts = (stored: Stored, from: string, to: string): string[] =>
  expand(stored, at(from), at(to)).map(({ start }) => localTimeOf(start, stored.event.timeZone))

describe('a new event', () => {
  it('lasts an hour, or as said', () => {
    const start = '2026-03-19T15:00:00+03:00'
    expect(make({ start }).event.durationMinutes).toBe(60)
    expect(make({ start, durationMinutes: 0.5 }).event.durationMinutes).toBe(0.5)
    expect(make({ start, end: '2026-03-19T17:00:00+03:00' }).event.durationMinutes).toBe(120)
    expect(make({ start, end: '2026-03-19T16:00:00+03:00', durationMinutes: 60 }).event.durationMinutes).toBe(60)
  })
  it('takes whole days by local date', () => {
    const { event } = make({ start: '2026-06-01', end: '2026-06-14' })
    expect([event.allDay, event.durationMinutes, event.startAt.toISOString()]).toEqual([
      true,
      14 * 1440,
      '2026-05-31T21:00:00.000Z',
    ])
    expect(make({ start: '2026-03-19T15:00:00+03:00', allDay: true }).event.localStart).toBe('2026-03-19T00:00:00')
  })
  it.each([
    [{ start: '2026-03-19T15:00:00+03:00', end: '2026-03-19T14:00:00+03:00' }, 'end_before_start'],
    [{ start: '2026-03-19T15:00:00+03:00', end: '2026-03-19T15:00:00+03:00' }, 'end_before_start'],
    [{ start: '2026-03-19T15:00:00+03:00', durationMinutes: 20_161 }, 'too_long'],
    [{ start: '2026-03-19T15:00:00+03:00', timeZone: 'Mars/Olympus' }, 'bad_zone'],
    [{ start: '2026-03-19T15:00:00+03:00', timeZone: '+03:00' }, 'bad_zone'],
    [{ start: '2026-02-31T15:00:00+03:00' }, 'bad_moment'],
    [{ start: '2026-02-31' }, 'bad_moment'],
    [{ start: '2026-03-19T15:00:00' }, 'bad_moment'],
    [{ start: 'завтра' }, 'bad_moment'],
    [{ start: '1969-12-31T15:00:00Z' }, 'out_of_range'],
    [{ start: '2101-01-01T15:00:00Z' }, 'out_of_range'],
    [{ start: '2026-03-19T15:00:00Z', end: '2026-03-19T16:00:00Z', durationMinutes: 30 }, 'end_and_duration'],
    [{ start: '2026-03-19T15:00:00Z', rrule: 'каждый день' }, 'bad_rule'],
    [{ start: '2026-03-19T15:00:00Z', rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20270101' }, 'bad_rule'],
    [{ start: '2026-03-19T15:00:00Z', rrule: 'FREQ=SECONDLY' }, 'dense_rule'],
    [{ start: '2026-03-19T15:00:00Z', rrule: 'FREQ=HOURLY' }, 'dense_rule'],
    [{ start: '2026-03-19T15:00:00Z', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'empty_rule'],
    [{ start: '2026-03-19T15:00:00Z', cost: { amount: 1, currency: 'QQQ' } }, 'bad_currency'],
  ])('is refused when it cannot be: %j', (input, key) => {
    expect(refusal(() => make(input))).toBe(`calendar.${key}`)
  })
  it('begins a series on the first day that fits', () => {
    const { event } = make({ start: '2026-03-18T10:30:00+03:00', rrule: 'RRULE:freq=weekly;byday=mo' })
    expect([event.rrule, event.localStart, event.lastEnd]).toEqual([
      'FREQ=WEEKLY;BYDAY=MO',
      '2026-03-23T10:30:00',
      null,
    ])
  })
})

describe('a series', () => {
  it.each([
    ['Europe/Belgrade', '2026-03-27', '2026-04-01'],
    ['Europe/London', '2026-10-23', '2026-10-28'],
    ['America/New_York', '2026-03-06', '2026-03-11'],
    ['America/New_York', '2026-10-30', '2026-11-04'],
  ])('keeps its wall clock over a change of clocks in %s', (timeZone, from, to) => {
    const stored = make({ start: `${from}T10:00:00Z`, timeZone, rrule: 'FREQ=DAILY' })
    const clock = stored.event.localStart.slice(11)
    const found = starts(stored, `${from}T00:00:00Z`, `${to}T23:00:00Z`)
    expect(found).toHaveLength(6)
    expect(new Set(found.map((local) => local.slice(11)))).toEqual(new Set([clock]))
  })
  it('moves a skipped time forward, for that day only', () => {
    const stored = make({ start: '2026-03-27T02:30:00+01:00', timeZone: 'Europe/Belgrade', rrule: 'FREQ=DAILY' })
    expect(starts(stored, '2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z')).toEqual([
      '2026-03-28T02:30:00',
      '2026-03-29T03:30:00',
      '2026-03-30T02:30:00',
    ])
  })
  it('occurs on the right days at the same wall clock, in any zone and season', () => {
    const zones = ['Europe/Belgrade', 'Europe/London', 'America/New_York', 'Europe/Moscow', 'Australia/Lord_Howe']
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 5 }),
        (timeZone, day, hour, interval) => {
          const date = day.toISOString().slice(0, 10)
          const local = `${date}T${String(hour).padStart(2, '0')}:15:00`
          const start = `${local}Z`
          const stored = make({ start, timeZone, rrule: `FREQ=DAILY;INTERVAL=${interval}` })
          const from = new Date(stored.event.startAt.getTime() + 200 * 86_400_000)
          const found = expand(stored, from, new Date(from.getTime() + 60 * 86_400_000))
          expect(found.length).toBeGreaterThan(60 / interval - 2)
          const moved = found.filter((one) => localTimeOf(one.start, timeZone) !== one.recurrence?.local)
          expect(moved.length).toBeLessThanOrEqual(1)
          for (const { start: begin, recurrence } of found) {
            expect(recurrence?.local.slice(11)).toBe(stored.event.localStart.slice(11))
            const late = Date.parse(`${localTimeOf(begin, timeZone)}Z`) - Date.parse(`${recurrence?.local}Z`)
            expect([0, 30, 60]).toContain(late / 60_000)
            const days = Date.parse(`${recurrence?.local}Z`) - Date.parse(`${stored.event.localStart}Z`)
            expect((days / 86_400_000) % interval).toBe(0)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
  it('answers a far window without walking its history', () => {
    const stored = make({ start: '1990-01-01T10:00:00+03:00', rrule: 'FREQ=DAILY' })
    const begun = performance.now()
    expect(starts(stored, '2090-01-01T00:00:00Z', '2090-01-08T00:00:00Z')).toHaveLength(7)
    expect(performance.now() - begun).toBeLessThan(100)
  })
})

describe('editing a series', () => {
  const weekly = (): Stored => make({ start: '2026-03-23T10:00:00+03:00', rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=6' })
  const change = (stored: Stored, occurrenceStart: string, input: object) => {
    const parsed = updateEventInput.parse({ id: stored.event.id, occurrenceStart, ...input })
    const { occurrence, scope } = meant(stored, parsed, NOW)
    return edit(stored, occurrence, scope, parsed, 'RUB', context)
  }
  const all = (stored: readonly Stored[]) =>
    stored.flatMap((one) => starts(one, '2026-03-01T00:00:00Z', '2026-06-01T00:00:00Z')).sort()

  it('moves one date and finds it by either start', () => {
    const { target } = change(weekly(), '2026-03-30T10:00:00+03:00', { shiftMinutes: 90, title: 'Ретро' })
    expect(all([target])).toEqual(
      ['03-23T10:00', '03-30T11:30', '04-06T10:00', '04-13T10:00', '04-20T10:00', '04-27T10:00'].map(
        (day) => `2026-${day}:00`,
      ),
    )
    for (const start of ['2026-03-30T10:00:00+03:00', '2026-03-30T11:30:00+03:00'])
      expect(occurrenceAt(target, at(start))?.title).toBe('Ретро')
  })
  it('shows a date moved out of its place in the window it moved to', () => {
    const { target } = change(weekly(), '2026-03-30T10:00:00+03:00', { start: '2026-03-20T09:00:00+03:00' })
    expect(starts(target, '2026-03-19T00:00:00Z', '2026-03-21T00:00:00Z')).toEqual(['2026-03-20T09:00:00'])
    expect(target.event.firstStart).toEqual(at('2026-03-20T09:00:00+03:00'))
  })
  it('splits at the date, shares COUNT and takes exceptions along', () => {
    const moved = change(weekly(), '2026-04-13T10:00:00+03:00', { shiftMinutes: 30 }).target
    const { occurrence } = meant(moved, { occurrenceStart: '2026-04-20T10:00:00+03:00' }, NOW)
    const gap = cancel(moved, occurrence, 'this', context).target
    const { after } = change(gap, '2026-04-06T10:00:00+03:00', { scope: 'following', time: '12:00' })
    expect(after.map(({ event }) => event.rrule)).toEqual([
      'FREQ=WEEKLY;BYDAY=MO;COUNT=2',
      'FREQ=WEEKLY;BYDAY=MO;COUNT=4',
    ])
    expect(all(after)).toEqual(
      ['03-23T10:00', '03-30T10:00', '04-06T12:00', '04-13T10:30', '04-27T12:00'].map((day) => `2026-${day}:00`),
    )
  })
  it('moves every date to another weekday with its exceptions', () => {
    const { occurrence } = meant(weekly(), { occurrenceStart: '2026-03-30' }, NOW)
    const gap = cancel(weekly(), occurrence, 'this', context).target
    const { target } = change(gap, '2026-04-06', { scope: 'all', date: '2026-04-07' })
    expect(target.event.rrule).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=6')
    expect(all([target]).map((local) => local.slice(5, 10))).toEqual(['03-24', '04-07', '04-14', '04-21', '04-28'])
  })
  it('keeps every other date when one is cut out, moved or split off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -300, max: 300 }), (index, shiftMinutes) => {
        const stored = weekly()
        const before = expand(stored, at('2026-03-01T00:00:00Z'), at('2026-06-01T00:00:00Z'))
        const chosen = before[index]
        if (!chosen || shiftMinutes === 0) return
        const occurrenceStart = chosen.start.toISOString()
        const rest = before.filter((one) => one !== chosen).map(({ start }) => localTimeOf(start, 'Europe/Moscow'))
        expect(all([cancel(stored, chosen, 'this', context).target])).toEqual(rest)
        const moved = all([change(stored, occurrenceStart, { shiftMinutes }).target])
        expect(moved.filter((local) => rest.includes(local))).toEqual(rest)
        const split = change(stored, occurrenceStart, { scope: 'following', shiftMinutes }).after
        expect(all(split)).toHaveLength(before.length)
        expect(all(split).filter((local) => rest.slice(0, index).includes(local))).toEqual(rest.slice(0, index))
      }),
      { numRuns: 100 },
    )
  })
  it.each([
    [{ rrule: 'FREQ=DAILY' }, 'whole_series_only'],
    [{ timeZone: 'Europe/London' }, 'whole_series_only'],
    [{ start: '2026-03-30T11:00:00+03:00', shiftMinutes: 5 }, 'one_move'],
  ])('refuses for one date %j', (input, key) => {
    expect(refusal(() => change(weekly(), '2026-03-30', input))).toBe(`calendar.${key}`)
  })
  it('refuses a date that is not in the series', () => {
    expect(refusal(() => change(weekly(), '2026-03-31', { shiftMinutes: 5 }))).toBe('calendar.occurrence_not_found')
  })
})

describe('free time', () => {
  it('never overlaps what is busy, stays in the hours, and is as long as asked', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 400 }))
      .map(([from, length]) => ({
        start: new Date(NOW.getTime() + from * 60_000),
        end: new Date(NOW.getTime() + (from + length) * 60_000),
      }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.integer({ min: 5, max: 240 }), (busy, minutes) => {
        const windows = windowsBetween(NOW, new Date(NOW.getTime() + 5_400 * 60_000), user.workHours, 'Europe/Moscow')
        const free = freeSpans(windows, busy, minutes)
        for (const { start, end } of free) {
          expect(end.getTime() - start.getTime()).toBeGreaterThanOrEqual(minutes * 60_000)
          expect(windows.some((window) => window.start <= start && end <= window.end)).toBe(true)
          expect(busy.some((one) => one.start < end && start < one.end)).toBe(false)
        }
        const total = (spans: { start: Date; end: Date }[]) =>
          spans.reduce((sum, one) => sum + +one.end - +one.start, 0)
        const taken = merge(busy).flatMap((one) =>
          windows.flatMap((window) => {
            const start = new Date(Math.max(+one.start, +window.start))
            const end = new Date(Math.min(+one.end, +window.end))
            return start < end ? [{ start, end }] : []
          }),
        )
        expect(total(freeSpans(windows, busy, 0)) + total(taken)).toBe(total(windows))
        for (const { start, end } of nearestTwo(free, NOW, minutes))
          expect(free.some((one) => one.start <= start && end <= one.end)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
  it('keeps a buffer before and after what is busy, in the hours of the zone asked for', () => {
    const window = { start: at('2026-03-20T00:00:00+03:00'), end: at('2026-03-21T00:00:00+03:00') }
    const busy = [make({ start: '2026-03-20T12:00:00+03:00' }), make({ start: '2026-03-20', busy: false })]
    const spans = (input: object) =>
      freeTime(freeSlotsInput.parse(input), window, busy, user, NOW).map(({ start, end }) =>
        [start, end].map((one) => localTimeOf(one, 'Europe/Moscow').slice(11, 16)).join('–'),
      )
    expect(spans({})).toEqual(['09:00–12:00', '13:00–18:00'])
    expect(spans({ bufferMinutes: 15 })).toEqual(['09:00–11:45', '13:15–18:00'])
    expect(spans({ timeZone: 'America/New_York' })).toEqual(['00:00–01:00', '16:00–00:00'])
    expect(spans({ within: { start: '11:00', end: '14:30' }, durationMinutes: 90 })).toEqual(['13:00–14:30'])
    busy.push(make({ start: '2026-03-20', busy: true }))
    expect(spans({})).toEqual([])
  })
  it.each([
    ['Europe/Belgrade', '2026-03-29', 23],
    ['Europe/Belgrade', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/Moscow', '2026-03-29', 24],
  ])('counts the hours of a day of changing clocks in %s on %s', (timeZone, date, hours) => {
    const day = dayBounds(date, timeZone)
    const [span] = windowsBetween(day.start, day.end, { start: '00:00', end: '00:00' }, timeZone)
    expect(((span?.end.getTime() ?? 0) - (span?.start.getTime() ?? 0)) / 3_600_000).toBe(hours)
  })
  it('takes hours over midnight', () => {
    const spans = windowsBetween(
      at('2026-03-18T12:00:00Z'),
      at('2026-03-19T12:00:00Z'),
      { start: '22:00', end: '02:00' },
      'UTC',
    )
    expect(spans.map(({ start, end }) => [start.toISOString().slice(11, 16), end.toISOString().slice(11, 16)])).toEqual(
      [['22:00', '02:00']],
    )
  })
})

describe('phrases', () => {
  const inputs = {
    calendar_add_event: addEventInput,
    calendar_update_event: updateEventInput,
    calendar_cancel_event: cancelEventInput,
    calendar_list_events: listEventsInput,
    calendar_find_free_slots: freeSlotsInput,
    calendar_create_feed: createFeedInput,
    calendar_revoke_feed: revokeFeedInput,
  }
  const phrases = readFileSync(new URL('phrases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): { text: string; lang: 'ru' | 'en'; tool: keyof typeof inputs; args: Record<string, unknown> } =>
      JSON.parse(line),
    )
  it('carry arguments that the tools take', () => {
    for (const { text, tool, args } of phrases) {
      const { ref, refDate, refFrom, refTo, ...rest } = args
      const parsed = inputs[tool].safeParse(ref === undefined ? rest : { id: newId(), ...rest })
      expect(parsed.error, text).toBeUndefined()
      for (const date of [refDate, refFrom, refTo])
        expect(date === undefined || isLocalDate(String(date)), text).toBe(true)
      if (tool === 'calendar_add_event') expect(() => make(addEventInput.parse(args)), text).not.toThrow()
    }
  })
  it('are enough for every tool and language, all different', () => {
    expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length)
    for (const tool of Object.keys(inputs))
      for (const lang of ['ru', 'en'])
        expect(phrases.filter((one) => one.tool === tool && one.lang === lang).length).toBeGreaterThanOrEqual(32)
  })
})
