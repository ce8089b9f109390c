// Series against a model that looks at every single day: rules, exceptions and edits, in zones where clocks change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { localTimeOf, placeLocal } from '../../../core/recurrence.ts'
import { addDays } from '../../../core/time.ts'
import type { User } from '../../../core/user.ts'
import { addEventInput, type Stored, updateEventInput } from '../schema.ts'
import { meant, newEvent } from '../service.ts'
import { cancel, edit } from './edit.ts'
import { expandAll, withSpan } from './expand.ts'

const NOW = new Date('2026-03-01T10:00:00Z')
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
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const ZONES = ['Europe/Belgrade', 'America/New_York', 'Europe/Moscow']
/** The days the model looks at. */
const SPAN = 420

interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  interval: number
  byDay: string[]
  end: { count: number } | { days: number } | null
}
const ruleText = ({ freq, interval, byDay, end }: Rule, date: string): string =>
  [
    `FREQ=${freq}`,
    `INTERVAL=${interval}`,
    ...(byDay.length > 0 ? [`BYDAY=${byDay.join(',')}`] : []),
    ...(end && 'count' in end ? [`COUNT=${end.count}`] : []),
    ...(end && 'days' in end ? [`UNTIL=${addDays(date, end.days).replaceAll('-', '')}`] : []),
  ].join(';')

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const weekdayOf = (date: string): string => DAYS[(dayNumber(date) + 4) % 7] ?? ''
/** Weeks begin on Monday (RFC 5545 3.3.10, WKST). 1 January 1970 was a Thursday. */
const weekOf = (date: string): number => Math.floor((dayNumber(date) + 3) / 7)
const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** RFC 5545 for these rules, read day by day. */
const naive = ({ freq, interval, byDay, end }: Rule, first: string): string[] => {
  const dates: string[] = []
  for (let day = 0; day < SPAN; day += 1) {
    const date = addDays(first, day)
    if (end && 'days' in end && day > end.days) break
    if (end && 'count' in end && dates.length >= end.count) break
    const weekday = byDay.length === 0 || byDay.includes(weekdayOf(date))
    const fits = {
      DAILY: day % interval === 0 && weekday,
      WEEKLY:
        (weekOf(date) - weekOf(first)) % interval === 0 &&
        (byDay.length > 0 ? weekday : weekdayOf(date) === weekdayOf(first)),
      MONTHLY:
        (monthOf(date) - monthOf(first)) % interval === 0 &&
        (byDay.length > 0 ? weekday : date.slice(8) === first.slice(8)),
    }[freq]
    if (fits) dates.push(date)
  }
  return dates
}

const ruleArb: fc.Arbitrary<Rule> = fc.record({
  freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const),
  interval: fc.integer({ min: 1, max: 4 }),
  byDay: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { maxLength: 4 }),
  end: fc.oneof(
    fc.constant(null),
    fc.record({ count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ days: fc.integer({ min: 0, max: 300 }) }),
  ),
})
const caseArb = fc.record({
  rule: ruleArb,
  zone: fc.constantFrom(...ZONES),
  day: fc.integer({ min: 0, max: 365 }),
  hour: fc.integer({ min: 0, max: 23 }),
})
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:30:00`

/** A series that begins on a day its rule gives, and the wall clocks the model expects of it. */
const madeOf = ({ rule, zone, day, hour }: { rule: Rule; zone: string; day: number; hour: number }) => {
  const begin = addDays('2025-10-01', day)
  // Counted from a day that fits: a start that does not is another question (see `newEvent`).
  const first = Array.from({ length: 130 }, (_, index) => addDays(begin, index)).find(
    (date) => rule.byDay.length === 0 || rule.byDay.includes(weekdayOf(date)),
  )
  if (!first) return null
  const locals = naive(rule, first).map((date) => `${date}T${clock(hour)}`)
  const start = placeLocal(`${first}T${clock(hour)}`, zone)
  // A first time that a change of clocks skips is stored as the time it became.
  if (localTimeOf(start, zone) !== `${first}T${clock(hour)}`) return null
  const input = { title: 'x', start: start.toISOString(), timeZone: zone, rrule: ruleText(rule, first) }
  return { stored: newEvent(addEventInput.parse(input), user, newId(), context), locals, first, zone }
}
const instants = (locals: readonly string[], zone: string): string[] =>
  locals.map((local) => placeLocal(local, zone).toISOString()).sort()
const found = (all: readonly Stored[], first: string, zone: string): string[] =>
  expandAll(
    all.filter(({ event }) => event.status === 'confirmed'),
    placeLocal(`${addDays(first, -30)}T00:00:00`, zone),
    placeLocal(`${addDays(first, SPAN)}T00:00:00`, zone),
  ).map(({ start }) => start.toISOString())

describe('a series', () => {
  it('is on the days and at the times that a look at every day gives', () => {
    fc.assert(
      fc.property(caseArb, fc.array(fc.nat(20), { maxLength: 4 }), (given, holes) => {
        const made = madeOf(given)
        if (!made) return
        const { stored, locals, first, zone } = made
        const exdates = [...new Set(holes.flatMap((index) => locals[index] ?? []))].sort()
        const holed = withSpan({ ...stored, event: { ...stored.event, exdates } })
        const kept = locals.filter((local) => !exdates.includes(local))
        expect(found([holed], first, zone)).toEqual(instants(kept, zone))
      }),
      { numRuns: 150 },
    )
  })
})

describe('an edit', () => {
  const shift = (local: string, minutes: number): string =>
    new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 19)
  const added = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 })
  it('of one date, of those after it or of all changes exactly these', () => {
    fc.assert(
      fc.property(
        caseArb,
        fc.nat(15),
        fc.constantFrom('this' as const, 'following' as const, 'all' as const),
        fc.constantFrom('move' as const, 'cancel' as const),
        fc.integer({ min: 1, max: 29 }),
        added,
        (given, index, scope, action, minutes, extra) => {
          const made = madeOf(given)
          if (!made) return
          const { first, zone } = made
          const rdates = [...new Set(extra.map((day) => `${addDays(first, day)}T13:15:00`))].sort()
          const stored = withSpan({ ...made.stored, event: { ...made.stored.event, rdates } })
          const locals = [...made.locals, ...rdates].sort()
          const chosen = locals[Math.min(index, locals.length - 1)]
          if (!chosen) return
          const occurrenceStart = placeLocal(chosen, zone).toISOString()
          const touched = (local: string): boolean =>
            scope === 'all' || (scope === 'this' ? local === chosen : local >= chosen)
          const { occurrence } = meant(stored, { occurrenceStart }, NOW)
          expect(occurrence.recurrence?.local).toBe(chosen)
          if (action === 'cancel') {
            const { after } = cancel(stored, occurrence, scope, context)
            expect(found(after, first, zone)).toEqual(
              instants(
                locals.filter((local) => !touched(local)),
                zone,
              ),
            )
            return
          }
          const input = updateEventInput.parse({ id: newId(), occurrenceStart, scope, shiftMinutes: minutes })
          // Where a change of clocks moves the chosen time, "half an hour later" is meant from the time it became.
          if (localTimeOf(occurrence.start, zone) !== chosen) return
          const { after } = edit(stored, occurrence, scope, input, 'RUB', context)
          const expected = locals.map((local) => (touched(local) ? shift(local, minutes) : local))
          expect(found(after, first, zone)).toEqual(instants(expected, zone))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('travel', () => {
  it('keeps instants: a series stays on its own clock whatever zone the person is in', () => {
    fc.assert(
      fc.property(caseArb, fc.constantFrom(...ZONES), (given, zone) => {
        const made = madeOf(given)
        if (!made) return
        const there = newEvent(
          addEventInput.parse({
            title: 'x',
            start: made.stored.event.startAt.toISOString(),
            timeZone: made.zone,
            rrule: made.stored.event.rrule ?? '',
          }),
          { ...user, timeZone: zone },
          newId(),
          context,
        )
        expect(found([there], made.first, made.zone)).toEqual(found([made.stored], made.first, made.zone))
      }),
      { numRuns: 40 },
    )
  })
})
