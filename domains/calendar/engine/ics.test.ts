// Export of events as iCalendar: the text itself, zones that other programs read right, and export → import → export.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { localTimeOf, placeLocal } from '../../../core/recurrence.ts'
import type { User } from '../../../core/user.ts'
import { reader } from '../imports/ics.ts'
import { addEventInput, type Stored, updateEventInput } from '../schema.ts'
import { meant, newEvent } from '../service.ts'
import { cancel, edit } from './edit.ts'
import { expandAll } from './expand.ts'
import { fold, renderCalendar } from './ics.ts'
import { takeEvent, takeOverride } from './imported.ts'
import { zoneLines } from './vtimezone.ts'

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
const make = (input: object): Stored =>
  newEvent(addEventInput.parse({ title: 'Созвон', ...input }), user, newId(), context)
const folder = mkdtempSync(join(tmpdir(), 'ics-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a fresh calendar holds after taking this text in. */
const imported = async (text: string): Promise<Stored[]> => {
  const path = join(folder, 'a.ics')
  writeFileSync(path, text)
  const file = { path, name: 'a.ics', bytes: Buffer.byteLength(text), head: Buffer.from(text).subarray(0, 65_536) }
  const options = { timeZone: user.timeZone, currency: 'RUB', locale: 'ru-RU', now: NOW.toISOString() }
  const stored = new Map<string, Stored>()
  const taking = { importId: newId(), now: NOW, newId }
  for await (const { rows, rejected } of reader.read(file, 'ics', options)) {
    expect(rejected).toEqual([])
    for (const row of rows) {
      if (row.kind !== 'event' && row.kind !== 'override') continue
      const known = stored.get(row.uid) ?? null
      const next = row.kind === 'event' ? takeEvent(known, row, taking) : takeOverride(known, row, taking)
      if (next) stored.set(row.uid, next)
    }
  }
  return [...stored.values()]
}
const lines = (...stored: Stored[]): string[] => renderCalendar(stored, NOW).split('\r\n')

describe('the text', () => {
  it('is what RFC 5545 asks for', () => {
    const { event } = make({
      title: 'Встреча; кофе, чай \\ вода',
      start: '2026-03-19T15:00:00+03:00',
      durationMinutes: 30,
      notes: 'строка\nвторая',
    })
    const text = lines({ event: { ...event, id: '11111111-1111-4111-8111-111111111111' }, overrides: [] })
    expect(text.slice(text.indexOf('BEGIN:VEVENT'), -1)).toEqual([
      'BEGIN:VEVENT',
      'UID:11111111-1111-4111-8111-111111111111@zelenial',
      'DTSTAMP:20260318T070000Z',
      'LAST-MODIFIED:20260318T070000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Europe/Moscow:20260319T150000',
      'DTEND;TZID=Europe/Moscow:20260319T153000',
      'SUMMARY:Встреча\\; кофе\\, чай \\\\ вода',
      'DESCRIPTION:строка\\nвторая',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })
  it('folds at 75 octets, never inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${text.replace(/[\r\n]/g, '')}`
        const folded = fold(line)
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        expect(Buffer.from(folded).toString()).toBe(folded)
      }),
    )
  })
  it('gives whole days and their rules as dates, exceptions with their series', () => {
    const text = lines(make({ start: '2026-04-01', rrule: 'FREQ=MONTHLY;UNTIL=20260601' }))
    expect(text).toContain('DTSTART;VALUE=DATE:20260401')
    expect(text).toContain('DTEND;VALUE=DATE:20260402')
    expect(text).toContain('RRULE:FREQ=MONTHLY;UNTIL=20260601')
    expect(text).toContain('TRANSP:TRANSPARENT')
    const weekly = make({ start: '2026-03-23T10:00:00+03:00', rrule: 'FREQ=WEEKLY' })
    const input = updateEventInput.parse({ id: newId(), occurrenceStart: '2026-03-30', shiftMinutes: 90 })
    const { occurrence, scope } = meant(weekly, input, NOW)
    const { target } = edit(weekly, occurrence, scope, input, 'RUB', context)
    const gone = cancel(
      target,
      meant(target, { occurrenceStart: '2026-04-06' }, NOW).occurrence,
      'this',
      context,
    ).target
    const series = lines(gone)
    expect(series).toContain('EXDATE;TZID=Europe/Moscow:20260406T100000')
    expect(series).toContain('RECURRENCE-ID;TZID=Europe/Moscow:20260330T100000')
    expect(series).toContain('DTSTART;TZID=Europe/Moscow:20260330T113000')
  })
  it('keeps the later of two equal wall clocks by giving it in UTC', () => {
    const text = lines(make({ start: '2026-10-25T02:30:00+01:00', timeZone: 'Europe/Belgrade' }))
    expect(text).toContain('DTSTART:20261025T013000Z')
  })
  it('says nothing of costs', () => {
    expect(lines(make({ start: '2026-04-01', cost: { amount: 4_512_300 } })).join()).not.toContain('45123')
  })
})

describe('a zone', () => {
  it.each([
    'Europe/Moscow',
    'Europe/Belgrade',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Africa/Casablanca',
    'Asia/Jerusalem',
    'America/Santiago',
  ])('%s reads as the same clock in another program', (timeZone) => {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(zoneLines(timeZone, 2009, 2034).join('\r\n'))))
    let compared = 0
    for (let ms = Date.UTC(2009, 0, 2, 12); ms < Date.UTC(2034, 11, 1); ms += 5 * 86_400_000) {
      const local = localTimeOf(new Date(ms), timeZone)
      expect(zone.utcOffset(ICAL.Time.fromDateTimeString(local)) * 1_000, local).toBe(Date.parse(`${local}Z`) - ms)
      compared += 1
    }
    expect(compared).toBeGreaterThan(1_800)
  })
  it('is short where clocks follow a rule', () => {
    expect(zoneLines('Europe/Belgrade', 2024, 2036).filter((line) => line.startsWith('RRULE'))).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ])
    expect(zoneLines('America/New_York', 2024, 2036).join()).toContain('BYMONTH=3;BYDAY=2SU')
  })
})

describe('export, import, export', () => {
  const zones = ['Europe/Moscow', 'Europe/Belgrade', 'America/New_York', 'UTC', 'Asia/Kolkata']
  const rules = [
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3;COUNT=20',
    'FREQ=WEEKLY;BYDAY=MO,WE,FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20281231',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=YEARLY',
  ]
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map((value) => `a${value.replaceAll('\u0000', '')}`)
  const made = fc
    .record({
      title: text,
      notes: fc.option(text),
      timeZone: fc.constantFrom(...zones),
      day: fc.integer({ min: 0, max: 700 }),
      hour: fc.integer({ min: 0, max: 23 }),
      durationMinutes: fc.integer({ min: 1, max: 3_000 }),
      allDay: fc.boolean(),
      busy: fc.option(fc.boolean()),
      rrule: fc.option(fc.constantFrom(...rules)),
      edits: fc.array(fc.record({ index: fc.nat(5), shift: fc.integer({ min: -600, max: 600 }), cut: fc.boolean() }), {
        maxLength: 3,
      }),
    })
    .map(({ title, notes, timeZone, day, hour, durationMinutes, allDay, busy, rrule, edits }) => {
      const date = new Date(Date.UTC(2025, 11, 1) + day * 86_400_000).toISOString().slice(0, 10)
      const at = placeLocal(`${date}T${String(hour).padStart(2, '0')}:30:00`, timeZone).toISOString()
      const start = allDay ? date : at
      const extra = { ...(notes ? { notes } : {}), ...(busy === null ? {} : { busy }), ...(rrule ? { rrule } : {}) }
      let stored = make({ title, start, timeZone, durationMinutes, ...extra })
      if (!rrule) return stored
      for (const { index, shift, cut } of edits) {
        const all = expandAll([stored], stored.event.firstStart, new Date(stored.event.firstStart.getTime() + 6e10))
        const chosen = all[index]
        if (!chosen) continue
        const input = updateEventInput.parse({ id: newId(), shiftMinutes: allDay ? 1_440 : shift, title: `${title}!` })
        stored = cut
          ? cancel(stored, chosen, 'this', context).target
          : edit(stored, chosen, 'this', input, 'RUB', context).target
      }
      return stored
    })
  it('is a fixed point, and every date stays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 4 }), async (stored) => {
        const first = renderCalendar(stored, NOW)
        const back = await imported(first)
        expect(renderCalendar(back, NOW)).toBe(first)
        const dates = (all: Stored[]) =>
          expandAll(all, new Date('2025-11-01T00:00:00Z'), new Date('2027-12-01T00:00:00Z'))
            .filter(({ event }) => !event.allDay)
            .map(({ title, start, end, busy }) => [title, start.toISOString(), end.toISOString(), busy].join())
            .sort()
        expect(dates(back)).toEqual(dates(stored))
        const again = await imported(first)
        expect(again).toHaveLength(back.length)
      }),
      { numRuns: 60 },
    )
  }, 20_000)
})
