import type { Message, MessageParam } from '../../../core/messages.ts'
import { localTimeOf } from '../../../core/recurrence.ts'
import type {
  CompleteOutput,
  ListProjectsInput,
  ListProjectsOutput,
  ListTasksInput,
  ListTasksOutput,
  TaskOutput,
  TaskShape,
} from '../schema.ts'

/** Tasks in words: what is told after a call and asked before one. */
const SHOWN = 10

export const say = (key: string, params: Record<string, MessageParam> = {}): Message => ({
  key: `tasks.${key}`,
  params,
})

/** "до завтра 18:00", "на завтра"; nothing for a task without a date. */
const dueOf = (task: Pick<TaskShape, 'plannedOn' | 'timeZone'> & { dueAt: string | Date | null }): Message | '' => {
  if (task.dueAt) {
    const at = new Date(task.dueAt)
    return say('due', { date: { date: localTimeOf(at, task.timeZone).slice(0, 10) }, time: { time: at } })
  }
  return task.plannedOn ? say('planned', { date: { date: task.plannedOn } }) : ''
}
/** "30 минут", "1 час 30 минут". */
export const lengthMessage = (minutes: number): Message => {
  const whole = Math.max(1, Math.round(minutes))
  const [h, m] = [Math.floor(whole / 60), whole % 60]
  if (h === 0) return say('length_minutes', { m })
  return m === 0 ? say('length_hours', { h }) : say('length_both', { h, m })
}
/** The same as the end of a sentence: ", до завтра 18:00". */
export const whenOf = (
  task: Pick<TaskShape, 'plannedOn' | 'timeZone'> & { dueAt: string | Date | null },
): MessageParam => {
  const due = dueOf(task)
  return due === '' ? '' : say('when', { due })
}
export const about = (task: TaskShape) => ({ title: task.title, when: whenOf(task) })

export const saidList = ({ items, total }: ListTasksOutput, input: ListTasksInput): Message => {
  const kind = input.status === 'done' ? 'done' : 'open'
  const date = input.dueOn === undefined ? null : { date: input.dueOn, capital: true as const }
  if (total === 0) {
    if (input.query) return say('none_found', { query: input.query })
    return date ? say('none_on', { date }) : say(kind === 'done' ? 'none_done' : 'none')
  }
  const shown = items.slice(0, SHOWN)
  const list = joined(
    shown.map((task) => {
      const item = say(date ? 'item_on' : 'item', about(task))
      const first = task.waitsFor.map((title) => say('item_on', { title }))
      return first.length === 0 ? item : say('item_blocked', { task: item, first: { list: first, join: 'and' } })
    }),
  )
  const more = total > shown.length ? say('more', { n: total - shown.length }) : ''
  const params = { n: total, list, more }
  return date ? say('list_on', { ...params, date }) : say(kind === 'done' ? 'list_done' : 'list', params)
}

export const saidProjects = ({ items, total }: ListProjectsOutput, input: ListProjectsInput): Message => {
  if (total === 0) return input.query ? say('none_projects', { query: input.query }) : say('no_projects')
  const shown = items.slice(0, SHOWN)
  const list = shown.map(({ nextDueAt, overdue, name, open, done, total: all }) =>
    say('project', {
      name,
      open,
      done,
      total: all,
      when: nextDueAt === null ? '' : say('project_when', { date: { date: nextDueAt.slice(0, 10) } }),
      late: overdue === 0 ? '' : say('project_late', { n: overdue }),
    }),
  )
  return say('projects', {
    n: total,
    list: joined(list),
    more: total > shown.length ? say('more', { n: total - shown.length }) : '',
  })
}
const joined = (items: readonly Message[]): MessageParam => {
  const [head, ...tail] = items
  if (!head) return ''
  return tail.length === 0 ? head : say('join', { head, tail: joined(tail) })
}

/** What else was said of it: ", оценка: 2 часа", ", проект «Ремонт»", ", после: Ошкурить стены". */
const restOf = (task: TaskShape, fields: readonly string[]): MessageParam => {
  const { durationMinutes, project, waitsFor } = task
  const first = waitsFor.map((title) => say('item_on', { title }))
  const told: Record<string, Message | null> = {
    durationMinutes: durationMinutes === null ? null : say('estimate', { length: lengthMessage(durationMinutes) }),
    project: project ? say('in_project', { project }) : null,
    after: first.length === 0 ? null : say('waits', { first: { list: first, join: 'and' } }),
  }
  return fields
    .flatMap((field) => told[field] ?? [])
    .reduceRight<MessageParam>((rest, one) => say('both', { one, rest }), '')
}
const TOLD = ['durationMinutes', 'project', 'after']

export const saidAdded = (task: TaskShape): Message => say('added', { ...about(task), rest: restOf(task, TOLD) })

export const saidChanged = (task: TaskOutput): Message => {
  const { changed, priority } = task
  if (changed.length === 0) return say('unchanged', about(task))
  if (changed.includes('dueAt') && task.dueAt) return say('moved', about(task))
  if (changed.join() === 'priority' && priority !== null) return say('prioritised', { ...about(task), priority })
  return say('changed', { ...about(task), rest: restOf(task, changed) })
}

export const saidCompleted = (task: CompleteOutput): Message => {
  if (task.alreadyDone) return say('already_done', about(task))
  const titles = task.freed.slice(0, SHOWN).map(({ title }) => say('item_on', { title }))
  const freed = titles.length === 0 ? '' : say('freed', { list: joined(titles) })
  return task.next
    ? say('completed_next', { title: task.title, when: dueOf(task.next), freed })
    : say('completed', { title: task.title, freed })
}
