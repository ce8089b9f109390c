// Decisions about tasks without a database: repeats, moves, cycles, phrases.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import { isLocalDate } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import {
  addTaskInput,
  listProjectsInput,
  listTasksInput,
  type TaskRow,
  taskIdInput,
  updateTaskInput,
} from './schema.ts'
import { changedFields, changedTask, checkAfter, newTask, nextTask } from './service.ts'

const NOW = new Date('2026-03-18T10:00:00+03:00')
const user: User = {
  id: newId(),
  role: 'user',
  displayName: null,
  locale: 'ru-RU',
  timeZone: 'Europe/Belgrade',
  currency: 'RUB',
  country: 'RS',
  workHours: { start: '09:00', end: '18:00' },
  sleepWindow: { start: '23:00', end: '07:00' },
  quietHours: { start: '22:00', end: '08:00' },
  consents: [],
}
const make = (input: object): TaskRow =>
  newTask(addTaskInput.parse({ title: 'полить цветы', ...input }), user, newId(), newId(), NOW)
const change = (task: TaskRow, input: object): TaskRow =>
  changedTask(task, updateTaskInput.parse({ id: task.id, ...input }), NOW)
const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.key
    throw error
  }
  return 'allowed'
}

describe('a repeating task', () => {
  it('is due on the first fitting day, at nine unless said', () => {
    expect(make({ rrule: 'FREQ=WEEKLY;BYDAY=MO' }).dueAt?.toISOString()).toBe('2026-03-23T08:00:00.000Z')
    const said = make({ rrule: 'FREQ=DAILY', dueAt: '2026-03-19T21:30:00+01:00' })
    expect(said.dueAt?.toISOString()).toBe('2026-03-19T20:30:00.000Z')
    const planned = make({ rrule: 'FREQ=WEEKLY;BYDAY=SA', plannedOn: '2026-03-19' })
    expect([planned.dueAt, planned.plannedOn]).toEqual([null, '2026-03-21'])
  })
  it('comes back on the next date at the same wall clock, over a change of clocks', () => {
    const task = make({ rrule: 'FREQ=WEEKLY;BYDAY=SU', dueAt: '2026-03-22T10:00:00+01:00' })
    const next = nextTask(task, newId(), NOW)
    expect(next?.dueAt?.toISOString()).toBe('2026-03-29T08:00:00.000Z')
    expect(next).toMatchObject({ status: 'open', seriesId: task.seriesId, rrule: task.rrule })
  })
  it('skips what was missed and ends with its rule', () => {
    const late = nextTask(make({ rrule: 'FREQ=DAILY', dueAt: '2026-03-10T12:00:00+01:00' }), newId(), NOW)
    expect(late?.dueAt?.toISOString()).toBe('2026-03-18T11:00:00.000Z')
    const last = make({ rrule: 'FREQ=DAILY;COUNT=1', dueAt: '2026-03-19T12:00:00+01:00' })
    expect(nextTask(last, newId(), NOW)).toBeNull()
    expect(nextTask(make({}), newId(), NOW)).toBeNull()
  })
  it('always moves on, and a planned day keeps its distance from the deadline', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 3 }),
        (day, interval, lead) => {
          const due = new Date(NOW.getTime() + (day - 200) * 86_400_000)
          const plannedOn = new Date(due.getTime() - lead * 86_400_000).toISOString().slice(0, 10)
          const task = make({ rrule: `FREQ=DAILY;INTERVAL=${interval}`, dueAt: due.toISOString(), plannedOn })
          const next = nextTask(task, newId(), NOW)
          expect(next?.dueAt && next.dueAt > due && next.dueAt > NOW).toBe(true)
          const apart = (one: TaskRow | null) =>
            Date.parse(one?.dueAt?.toISOString().slice(0, 10) ?? '') - Date.parse(one?.plannedOn ?? '')
          expect(apart(next)).toBe(apart(task))
        },
      ),
      { numRuns: 100 },
    )
  })
  it.each([
    ['каждый день', 'bad_rule'],
    ['FREQ=SECONDLY', 'dense_rule'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', 'empty_rule'],
  ])('refuses %s', (rrule, key) => {
    expect(refusal(() => make({ rrule }))).toBe(`tasks.${key}`)
  })
})

describe('a change', () => {
  it('moves the deadline by the wall clock', () => {
    const task = make({ dueAt: '2026-03-28T10:00:00+01:00' })
    expect(change(task, { shiftMinutes: 1440 }).dueAt?.toISOString()).toBe('2026-03-29T08:00:00.000Z')
    expect(refusal(() => change(make({}), { shiftMinutes: 60 }))).toBe('tasks.no_due')
    expect(refusal(() => change(task, { shiftMinutes: 60, dueAt: '2026-03-28T10:00:00Z' }))).toBe('tasks.one_move')
    expect(refusal(() => change(task, { dueAt: '2101-01-01T00:00:00Z' }))).toBe('tasks.out_of_range')
  })
  it('leaves what was not mentioned and clears what is null', () => {
    const task = make({ dueAt: '2026-03-28T10:00:00+01:00', priority: 2, project: 'дом', energy: 'low' })
    const next = change(task, { priority: null, title: 'полить всё' })
    expect(changedFields(task, next)).toEqual(['title', 'priority'])
    expect(next).toMatchObject({ priority: null, project: 'дом', energy: 'low', dueAt: task.dueAt })
    expect(change(make({ rrule: 'FREQ=DAILY' }), { rrule: null })).toMatchObject({ rrule: null, seriesId: null })
  })
  it('refuses to wait for itself or for nothing', () => {
    const task = make({ after: [newId()] })
    expect(refusal(() => checkAfter(task, new Set([...task.after, task.id])))).toBe('tasks.cycle')
    expect(refusal(() => checkAfter(task, new Set()))).toBe('tasks.after_not_found')
    expect(refusal(() => checkAfter(task, new Set(task.after)))).toBe('allowed')
  })
})

describe('phrases', () => {
  const inputs = {
    tasks_add_task: addTaskInput,
    tasks_update_task: updateTaskInput,
    tasks_complete_task: taskIdInput,
    tasks_delete_task: taskIdInput,
    tasks_list_tasks: listTasksInput,
    tasks_list_projects: listProjectsInput,
  }
  const phrases = readFileSync(new URL('phrases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): { text: string; lang: 'ru' | 'en'; tool: keyof typeof inputs; args: Record<string, unknown> } =>
      JSON.parse(line),
    )
  it('carry arguments that the tools take', () => {
    for (const { text, tool, args } of phrases) {
      const { ref, refFrom, refTo, ...rest } = args
      const parsed = inputs[tool].safeParse(ref === undefined ? rest : { id: newId(), ...rest })
      expect(parsed.error, text).toBeUndefined()
      for (const date of [refFrom, refTo]) expect(date === undefined || isLocalDate(String(date)), text).toBe(true)
      if (tool === 'tasks_add_task') expect(() => make(args), text).not.toThrow()
    }
  })
  it('are enough for every tool and language, all different', () => {
    expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length)
    for (const tool of Object.keys(inputs))
      for (const lang of ['ru', 'en'])
        expect(phrases.filter((one) => one.tool === tool && one.lang === lang).length).toBeGreaterThanOrEqual(32)
  })
})
