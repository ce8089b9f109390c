// Habits: what a person means to do regularly, and how it goes.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { addDays, dayBounds } from '../../../core/time.ts'
import { holdsWords } from '../../../core/words.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { progressOf, STREAK_DAYS } from '../engine/habits.ts'
import { tellHabit, tellHabitLogged, tellHabits } from '../engine/sentences.ts'
import { showHabit } from '../engine/show.ts'
import { doneBetween, HABIT, HABIT_LOG, type HabitLogRow, type HabitRow, listHabitRows } from '../repository/habits.ts'
import { findRow } from '../repository/table.ts'
import {
  type AddHabit,
  addHabitInput,
  type ById,
  byIdInput,
  type HabitOutput,
  type HabitShape,
  habitOutput,
  type ListedHabits,
  type ListHabits,
  type LoggedHabit,
  type LogHabit,
  listHabitsInput,
  listHabitsOutput,
  logHabitInput,
  logHabitOutput,
} from '../schema.ts'
import { habitKey, invalid, newHabit, unitOfHabit } from '../service.ts'
import { notFound, say, todayOf, undo, write, writeNew } from './writing.ts'

const PAGE = 100

/** Habits that run, each with how it goes on a local day. */
export const habitsOn = async (ctx: Ctx, date: string): Promise<HabitShape[]> => {
  const rows = await listHabitRows(ctx.tx, ctx.user.id)
  if (rows.length === 0) return []
  const done = await doneBetween(ctx.tx, ctx.user.id, addDays(date, -STREAK_DAYS), date)
  return rows.map((row) =>
    showHabit(
      row,
      progressOf(
        row,
        done.filter(({ habitId }) => habitId === row.id),
        date,
      ),
      ctx.user,
    ),
  )
}

/** A habit with how it goes today. */
export const progressNow = async (ctx: Ctx, row: HabitRow): Promise<HabitShape> => {
  const today = todayOf(ctx)
  const done = await doneBetween(ctx.tx, ctx.user.id, addDays(today, -STREAK_DAYS), today)
  const own = done.filter(({ habitId }) => habitId === row.id)
  return showHabit(row, progressOf(row, own, today), ctx.user)
}

const load = async (ctx: Ctx, id: string): Promise<HabitRow> => {
  const row = await findRow(ctx.tx, HABIT, ctx.user.id, id)
  if (!row || row.deletedAt !== null) throw notFound('habit_not_found')
  return row
}

/** The habit meant by id or words. Throws `not_found`, or `invalid` with the titles when several fit. */
const meant = async (ctx: Ctx, input: Pick<LogHabit, 'id' | 'title'>): Promise<HabitRow> => {
  if (input.id !== undefined) return load(ctx, input.id)
  const rows = await listHabitRows(ctx.tx, ctx.user.id)
  const { title } = input
  const fits =
    title === undefined ? rows : rows.filter((row) => holdsWords(row.title, title) || holdsWords(title, row.title))
  const exact = title === undefined ? undefined : rows.find((row) => row.titleKey === habitKey(title))
  const [only, ...more] = exact ? [exact] : fits
  if (!only) throw notFound('habit_not_found')
  if (more.length > 0)
    throw invalid('title', 'which_habit', {
      titles: fits
        .slice(0, 5)
        .map((row) => `«${row.title}»`)
        .join(', '),
    })
  return only
}

const habitLike = async (ctx: Ctx, { titleKey }: HabitRow): Promise<HabitRow | undefined> =>
  (await listHabitRows(ctx.tx, ctx.user.id)).find((row) => row.titleKey === titleKey)

/** A habit that is kept already takes the target that was said now. */
const changeKnown = async (ctx: Ctx, before: HabitRow, input: AddHabit): Promise<HabitOutput> => {
  const next: HabitRow = {
    ...before,
    target: input.target ?? before.target,
    unit: input.unit === undefined ? before.unit : unitOfHabit(input.unit),
    period: input.period ?? before.period,
    updatedAt: ctx.now,
  }
  const same = next.target === before.target && next.unit === before.unit && next.period === before.period
  const changeId = same ? null : await write(ctx, HABIT, next)
  const kept = changeId === null ? before : { ...next, revision: changeId }
  return { ...(await progressNow(ctx, kept)), changeId, known: true }
}

const addHabit = defineTool<AddHabit, HabitOutput>({
  name: 'health_add_habit',
  title: 'Add a habit',
  description:
    'Starts a habit to keep: how many times (or units) per day or week. For a single thing to do use tasks_add_task.',
  input: addHabitInput,
  output: habitOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (_, { title }) => say('ask_add_habit', { title }),
  say: (habit) =>
    tellHabit(habit.known ? (habit.changeId === null ? 'habit_known' : 'habit_changed') : 'habit_added', habit),
  run: async (ctx, input) => {
    const row = newHabit(input, { user: ctx.user, now: ctx.now, id: newId() })
    const before = await habitLike(ctx, row)
    if (before) return changeKnown(ctx, before, input)
    const changeId = await writeNew(ctx, HABIT, row)
    if (changeId !== null)
      return { ...(await progressNow(ctx, { ...row, revision: changeId })), changeId, known: false }
    // The same was said twice at once: the other request has stored it meanwhile.
    const meanwhile = await habitLike(ctx, row)
    if (!meanwhile) throw new AppError('conflict', 'health.changed_since')
    return changeKnown(ctx, meanwhile, input)
  },
  undo: (ctx, habit) => undo(ctx, habit),
})

const logHabit = defineTool<LogHabit, LoggedHabit>({
  name: 'health_log_habit',
  title: 'Mark a habit done',
  description:
    'Notes that something was done for a habit, once or by an amount, today or on a given day. Name the habit by its title or id.',
  input: logHabitInput,
  output: logHabitOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => say('ask_log_habit', { title: (await meant(ctx, input)).title }),
  say: (logged) => tellHabitLogged(logged),
  run: async (ctx, input) => {
    const habit = await meant(ctx, input)
    const date = input.date ?? todayOf(ctx)
    if (date > todayOf(ctx)) throw invalid('date', 'in_future')
    const id = newId()
    const row: HabitLogRow = {
      id,
      habitId: habit.id,
      amount: input.amount ?? 1,
      at: date === todayOf(ctx) ? ctx.now : dayBounds(date, ctx.user.timeZone).start,
      localDate: date,
      timeZone: ctx.user.timeZone,
      note: input.note ?? null,
      revision: id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      deletedAt: null,
    }
    const changeId = await write(ctx, HABIT_LOG, row)
    const shown = await progressNow(ctx, habit)
    ctx.emit({ type: 'health.habit_logged', payload: { id, habitId: habit.id, date, met: shown.met } })
    const at = ctx.now.toISOString()
    return {
      id,
      habitId: habit.id,
      amount: row.amount,
      date,
      note: row.note,
      version: changeId,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      habit: shown,
      changeId,
    }
  },
  undo: (ctx, logged) => undo(ctx, logged),
})

const listHabits = defineTool<ListHabits, ListedHabits>({
  name: 'health_list_habits',
  title: 'List habits',
  description: 'The habits being kept, with the progress of the current day or week and the streak.',
  input: listHabitsInput,
  output: listHabitsOutput,
  about: 'health',
  risk: 'read',
  summary: async () => say('ask_list'),
  say: ({ items }) => tellHabits(items),
  run: async (ctx, input) => {
    const habits = await habitsOn(ctx, todayOf(ctx))
    const start = input.cursor === undefined ? 0 : habits.findIndex(({ id }) => id === input.cursor) + 1
    if (input.cursor !== undefined && start === 0) throw invalid('cursor', 'bad_cursor')
    const items = habits.slice(start, start + (input.limit ?? PAGE))
    return { items, nextCursor: start + items.length < habits.length ? (items.at(-1)?.id ?? null) : null }
  },
})

const removeHabit = defineTool<ById, HabitOutput>({
  name: 'health_remove_habit',
  title: 'Stop a habit',
  description: 'Ends a habit that is not kept any more; what was done stays in the history. Asks first; can be undone.',
  input: byIdInput,
  output: habitOutput,
  about: 'health',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx, { id }) => say('ask_remove_habit', { title: (await load(ctx, id)).title }),
  say: (habit) => say('habit_removed', { title: habit.title }),
  run: async (ctx, { id }) => {
    const row = { ...(await load(ctx, id)), updatedAt: ctx.now, deletedAt: ctx.now }
    const changeId = await write(ctx, HABIT, row)
    return { ...(await progressNow(ctx, { ...row, revision: changeId })), changeId, known: true }
  },
  undo: (ctx, habit) => undo(ctx, habit),
})

export const habitTools: Tool[] = [addHabit, logHabit, listHabits, removeHabit]
