import { z } from 'zod'

/** Shapes of tasks: the row as stored, inputs as tools take them, outputs as they give them. */
export interface TaskRow {
  id: string
  title: string
  dueAt: Date | null
  plannedOn: string | null
  durationMinutes: number | null
  priority: number | null
  energy: 'low' | 'medium' | 'high' | null
  project: string | null
  rrule: string | null
  /** Shared by the occurrences of a repeating task. */
  seriesId: string | null
  /** Wall clock the rule counts from, in `timeZone`. */
  seriesStart: string | null
  timeZone: string
  after: string[]
  splittable: boolean
  status: 'open' | 'done' | 'deleted'
  doneAt: Date | null
  revision: string
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | null
}

/** Postgres text cannot hold NUL; everything else a person types is kept. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes('\u0000'), 'must not contain NUL')
const id = z.uuid()
const instant = z.iso.datetime({ offset: true })
const page = {
  limit: z.int().min(1).max(500).optional(),
  cursor: z.string().max(200).optional(),
}
const fields = {
  dueAt: instant.describe('Deadline, RFC 3339 with offset'),
  plannedOn: z.iso.date().describe('Local day it is planned for'),
  durationMinutes: z.number().positive().max(100_000),
  priority: z.int().min(1).max(4).describe('1 most important … 4 least'),
  energy: z.enum(['low', 'medium', 'high']),
  project: text(120),
  rrule: z.string().max(500).describe('RFC 5545 recurrence rule, e.g. FREQ=WEEKLY;BYDAY=MO'),
  after: z.array(id).max(50).describe('Tasks that have to be done before'),
  splittable: z.boolean().describe('May be done in several sittings'),
}

export const addTaskInput = z.strictObject({
  title: text(300).min(1),
  dueAt: fields.dueAt.optional(),
  plannedOn: fields.plannedOn.optional(),
  durationMinutes: fields.durationMinutes.optional(),
  priority: fields.priority.optional(),
  energy: fields.energy.optional(),
  project: fields.project.optional(),
  rrule: fields.rrule.optional(),
  after: fields.after.optional(),
  splittable: fields.splittable.optional(),
})
export type AddTaskInput = z.infer<typeof addTaskInput>

export const updateTaskInput = z.strictObject({
  id,
  title: text(300).min(1).optional(),
  dueAt: fields.dueAt.nullable().optional(),
  shiftMinutes: z.number().min(-5_256_000).max(5_256_000).describe('Move the deadline, later is positive').optional(),
  plannedOn: fields.plannedOn.nullable().optional(),
  durationMinutes: fields.durationMinutes.nullable().optional(),
  priority: fields.priority.nullable().optional(),
  energy: fields.energy.nullable().optional(),
  project: fields.project.nullable().optional(),
  rrule: fields.rrule.nullable().optional(),
  after: fields.after.optional(),
  splittable: fields.splittable.optional(),
  status: z.enum(['open']).describe('Take up a done task again').optional(),
})
export type UpdateTaskInput = z.infer<typeof updateTaskInput>

export const taskIdInput = z.strictObject({ id })
export type TaskIdInput = z.infer<typeof taskIdInput>

export const listTasksInput = z.strictObject({
  status: z.enum(['open', 'done', 'deleted', 'all']).describe('Default open').optional(),
  dueBefore: instant.optional(),
  dueOn: z.iso.date().describe('Local day a task is due or planned on').optional(),
  project: text(120).optional(),
  query: text(200).optional(),
  blocked: z
    .boolean()
    .describe('true: only those that wait for another task; false: only those that can be started')
    .optional(),
  ...page,
})
export type ListTasksInput = z.infer<typeof listTasksInput>

export const listProjectsInput = z.strictObject({
  query: text(200).describe('Words of the project name').optional(),
  status: z.enum(['open', 'done', 'all']).describe('open (default): with something left to do').optional(),
  ...page,
})
export type ListProjectsInput = z.infer<typeof listProjectsInput>

export const taskShape = z.object({
  id: z.string(),
  title: z.string(),
  dueAt: z.string().nullable(),
  plannedOn: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  priority: z.number().nullable(),
  energy: z.enum(['low', 'medium', 'high']).nullable(),
  project: z.string().nullable(),
  rrule: z.string().nullable(),
  seriesId: z.string().nullable(),
  timeZone: z.string(),
  after: z.array(z.string()),
  /** Those of `after` that are not done yet. */
  blockedBy: z.array(z.string()),
  /** Their titles. */
  waitsFor: z.array(z.string()),
  splittable: z.boolean(),
  status: z.enum(['open', 'done', 'deleted']),
  doneAt: z.string().nullable(),
  /** Differs after every change; a device sends it back as `baseVersion`. */
  version: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
})
export type TaskShape = z.infer<typeof taskShape>

export const taskOutput = taskShape.extend({
  /** Which fields this call changed. */
  changed: z.array(z.string()),
  /** Names what can be put back; null when nothing was changed. */
  changeId: z.string().nullable(),
})
export type TaskOutput = z.infer<typeof taskOutput>

export const completeOutput = taskOutput.extend({
  alreadyDone: z.boolean(),
  /** The next occurrence of a repeating task. */
  next: taskShape.nullable(),
  /** Tasks that waited for this one and for nothing else any more. */
  freed: z.array(taskShape),
})
export type CompleteOutput = z.infer<typeof completeOutput>

export const listTasksOutput = z.object({
  items: z.array(taskShape),
  nextCursor: z.string().nullable(),
  /** All that match, also those on other pages. */
  total: z.number(),
})
export type ListTasksOutput = z.infer<typeof listTasksOutput>

export const projectShape = z.object({
  name: z.string(),
  /** `done` when nothing is left to do. */
  status: z.enum(['open', 'done']),
  open: z.number(),
  done: z.number(),
  total: z.number(),
  /** Part done, 0 to 1. */
  progress: z.number(),
  overdue: z.number(),
  /** Open tasks that wait for another. */
  blocked: z.number(),
  /** Estimates of the open tasks that have one. */
  remainingMinutes: z.number(),
  withoutEstimate: z.number(),
  /** The nearest deadline of an open task. */
  nextDueAt: z.string().nullable(),
})
export type ProjectShape = z.infer<typeof projectShape>

export const listProjectsOutput = z.object({
  items: z.array(projectShape),
  nextCursor: z.string().nullable(),
  total: z.number(),
})
export type ListProjectsOutput = z.infer<typeof listProjectsOutput>
