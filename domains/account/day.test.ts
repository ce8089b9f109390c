import { expect, it } from 'vitest'
import { newUser } from '../../test/harness/database.ts'
import { hoursOf, stretchesOn } from './day.ts'

it('has the hours of a working day, and no work at the weekend', () => {
  const user = newUser()
  expect(hoursOf(user, '2026-03-18')).toMatchObject([
    {
      kind: 'limit',
      type: 'work_hours',
      title: 'Рабочие часы',
      windows: [{ start: new Date('2026-03-18T06:00:00Z'), end: new Date('2026-03-18T15:00:00Z') }],
    },
    {
      type: 'sleep_window',
      windows: [
        { start: new Date('2026-03-17T20:00:00Z'), end: new Date('2026-03-18T04:00:00Z') },
        { start: new Date('2026-03-18T20:00:00Z'), end: new Date('2026-03-19T04:00:00Z') },
      ],
    },
    { type: 'quiet_hours' },
  ])
  expect(hoursOf(user, '2026-03-21').map(({ type }) => type)).toEqual(['sleep_window', 'quiet_hours'])
})

it('keeps the clock of DST days and of those who sleep after midnight', () => {
  const late = { start: '01:00', end: '09:00' }
  expect(stretchesOn(late, '2026-03-29', 'Europe/Belgrade')).toEqual([
    { start: new Date('2026-03-29T00:00:00Z'), end: new Date('2026-03-29T07:00:00Z') },
  ])
  expect(stretchesOn(late, '2026-10-25', 'Europe/London')).toEqual([
    { start: new Date('2026-10-25T00:00:00Z'), end: new Date('2026-10-25T09:00:00Z') },
  ])
  expect(stretchesOn({ start: '09:00', end: '09:00' }, '2026-03-18', 'UTC')).toEqual([])
})
