// What a person saves for.
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { restoredGoal, showGoal } from '../engine/goals.ts'
import { pageOf } from '../engine/pages.ts'
import { money } from '../engine/sentences.ts'
import { tellContributed, tellGoals, tellSavedGoal } from '../engine/telling.ts'
import { keyOf } from '../engine/words.ts'
import {
  findGoalByTitle,
  type GoalRow,
  insertContribution,
  insertGoal,
  listContributions,
  listGoals,
  lockGoal,
  removeContribution,
  removeGoal,
  replaceGoal,
} from '../repository/goals.ts'
import {
  type ById,
  byIdInput,
  type Contribute,
  type Contributed,
  contributedOutput,
  contributeInput,
  type Goal,
  type ListedGoals,
  type ListGoals,
  listGoalsInput,
  listGoalsOutput,
  type SavedGoal,
  type SetGoal,
  savedGoalOutput,
  setGoalInput,
} from '../schema.ts'
import { invalid, readAmount, readBalance, readCurrency, readDate, readEntryDay } from '../service.ts'
import { changedSince, todayOf } from './moment.ts'

const notFound = (): AppError => new AppError('not_found', 'finance.goal_not_found')
const SHOWN_CONTRIBUTIONS = 12

/** Goals as they are shown today, each with its latest contributions. */
export const shownGoals = async (ctx: Ctx, rows: readonly GoalRow[]): Promise<Goal[]> => {
  const ids = rows.map(({ id }) => id)
  const contributions = await listContributions(ctx.tx, ctx.user.id, ids, SHOWN_CONTRIBUTIONS)
  return rows.map((row) => showGoal(row, contributions, todayOf(ctx), ctx.user.timeZone))
}

const shownGoal = async (ctx: Ctx, row: GoalRow): Promise<Goal> => {
  const [shown] = await shownGoals(ctx, [row])
  if (!shown) throw notFound()
  return shown
}

const locked = async (ctx: Ctx, id: string): Promise<GoalRow> => {
  const row = await lockGoal(ctx.tx, ctx.user.id, id)
  if (!row) throw notFound()
  return row
}

const readGoal = (ctx: Ctx, input: SetGoal, before: GoalRow | undefined): GoalRow => {
  const today = todayOf(ctx)
  const currency = input.currency ? readCurrency(input.currency) : (before?.currency ?? ctx.user.currency)
  if (before && before.currency !== currency && before.contributed !== 0)
    throw invalid('finance.goal_currency', 'currency', { currency: before.currency })
  const by = input.by === undefined ? (before?.by ?? null) : input.by === null ? null : readDate(input.by, 'by')
  if (input.by && by !== null && by <= today) throw invalid('finance.goal_in_past', 'by')
  const target = readAmount(input.target, currency, 'target')
  const contributed = before?.contributed ?? 0
  const saved = input.saved === undefined ? (before?.base ?? 0) + contributed : readBalance(input.saved, currency)
  if (saved < 0) throw invalid('finance.goal_saved_below_zero', 'saved')
  return {
    id: before?.id ?? newId(),
    title: input.title,
    titleKey: keyOf(input.title),
    target,
    currency,
    by,
    base: saved - contributed,
    reachedOn: saved >= target ? (before?.reachedOn ?? today) : null,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? ctx.now,
    updatedAt: ctx.now,
    deletedAt: null,
    contributed,
  }
}

const setGoal = defineTool<SetGoal, SavedGoal>({
  name: 'finance_set_goal',
  title: 'Set a savings goal',
  description:
    'Sets what the person saves for: how much, optionally until when and how much is saved already. The same title again changes the goal. Tells what has to be put aside a month.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: setGoalInput,
  output: savedGoalOutput,
  summary: async (ctx, input) => ({
    key: 'finance.ask_goal',
    params: {
      title: input.title,
      target: money(input.target, input.currency ? readCurrency(input.currency) : ctx.user.currency),
    },
  }),
  run: async (ctx, input) => {
    const same = await findGoalByTitle(ctx.tx, ctx.user.id, keyOf(input.title))
    const before = input.id === undefined ? same : await locked(ctx, input.id)
    if (same && before && same.id !== before.id)
      throw new AppError('conflict', 'finance.goal_exists', { title: same.title })
    const row = readGoal(ctx, input, before)
    const previous = before ? await shownGoal(ctx, before) : null
    if (!before) await insertGoal(ctx.tx, ctx.user.id, row)
    else if (!(await replaceGoal(ctx.tx, ctx.user.id, before.version, row))) throw changedSince()
    return { ...(await shownGoal(ctx, row)), previous }
  },
  say: (output) => tellSavedGoal(output),
  undo: async (ctx, { id, version, previous }) => {
    const done = previous
      ? await replaceGoal(ctx.tx, ctx.user.id, version, restoredGoal(previous, keyOf(previous.title)))
      : await removeGoal(ctx.tx, ctx.user.id, id, version)
    if (!done) throw changedSince()
  },
})

const contribute = defineTool<Contribute, Contributed>({
  name: 'finance_contribute_to_goal',
  title: 'Put money aside for a goal',
  description:
    'Records money put aside for a goal, or taken out of it with withdraw, found with finance_list_goals. It is the person’s own money: no expense is recorded.',
  about: 'money',
  risk: 'write',
  confirm: 'never',
  input: contributeInput,
  output: contributedOutput,
  summary: async (ctx, input) => {
    const row = await locked(ctx, input.id)
    return {
      key: input.withdraw ? 'finance.ask_withdraw' : 'finance.ask_contribute',
      params: { title: row.title, amount: money(input.amount, row.currency) },
    }
  },
  run: async (ctx, input) => {
    const row = await locked(ctx, input.id)
    const today = todayOf(ctx)
    const size = readAmount(input.amount, row.currency)
    const amount = input.withdraw ? -size : size
    const on = input.on === undefined ? today : readEntryDay(input.on, today, 'on')
    const saved = row.base + row.contributed
    if (saved + amount < 0)
      throw invalid('finance.goal_holds_less', 'amount', { title: row.title, saved: money(saved, row.currency) })
    const contribution = { id: newId(), goalId: row.id, amount, on, createdAt: ctx.now }
    const reached = saved + amount >= row.target
    const reachedNow = reached && saved < row.target
    const next: GoalRow = {
      ...row,
      contributed: row.contributed + amount,
      reachedOn: reached ? (row.reachedOn ?? on) : null,
      version: row.version + 1,
      updatedAt: ctx.now,
    }
    const previous = await shownGoal(ctx, row)
    await insertContribution(ctx.tx, ctx.user.id, contribution)
    if (!(await replaceGoal(ctx.tx, ctx.user.id, row.version, next))) throw changedSince()
    if (reachedNow)
      ctx.emit({ type: 'finance.goal_reached', payload: { id: row.id, target: row.target, currency: row.currency } })
    const shown = await shownGoal(ctx, next)
    const own = shown.contributions.find(({ id }) => id === contribution.id)
    return {
      ...shown,
      contribution: own ?? { id: contribution.id, amount, on, createdAt: shown.updatedAt },
      reachedNow,
      previous,
    }
  },
  say: (output) => tellContributed(output),
  undo: async (ctx, { version, contribution, previous }) => {
    if (!(await removeContribution(ctx.tx, ctx.user.id, contribution.id))) throw changedSince()
    if (!(await replaceGoal(ctx.tx, ctx.user.id, version, restoredGoal(previous, keyOf(previous.title)))))
      throw changedSince()
  },
})

const listAll = defineTool<ListGoals, ListedGoals>({
  name: 'finance_list_goals',
  title: 'List savings goals',
  description: 'Lists what the person saves for: how much is saved, what is left and what has to be put aside a month.',
  about: 'money',
  risk: 'read',
  input: listGoalsInput,
  output: listGoalsOutput,
  summary: async () => ({ key: 'finance.ask_goals' }),
  run: async (ctx, input) => {
    const shown = await shownGoals(ctx, await listGoals(ctx.tx, ctx.user.id, input.status === 'all'))
    const rows = input.status === 'active' ? shown.filter(({ active }) => active) : shown
    return { ...pageOf(rows, input), today: todayOf(ctx) }
  },
  say: (output) => tellGoals(output.items),
})

const cancelGoal = defineTool<ById, SavedGoal>({
  name: 'finance_cancel_goal',
  title: 'Give up a savings goal',
  description: 'Takes a savings goal off the list; what was put aside stays recorded. Asks first; can be undone.',
  about: 'money',
  risk: 'write',
  confirm: 'always',
  input: byIdInput,
  output: savedGoalOutput,
  summary: async (ctx, { id }) => {
    const { title, saved, target, currency } = await shownGoal(ctx, await locked(ctx, id))
    const params = { title, saved: money(saved, currency), target: money(target, currency) }
    return { key: 'finance.ask_cancel_goal', params }
  },
  run: async (ctx, { id }) => {
    const row = await locked(ctx, id)
    const previous = await shownGoal(ctx, row)
    const gone = { ...row, version: row.version + 1, updatedAt: ctx.now, deletedAt: ctx.now }
    if (!(await replaceGoal(ctx.tx, ctx.user.id, row.version, gone))) throw changedSince()
    return { ...(await shownGoal(ctx, gone)), previous }
  },
  say: (output) => ({ key: 'finance.goal_cancelled', params: { title: output.title } }),
  undo: async (ctx, { version, previous }) => {
    if (!previous) return
    if (!(await replaceGoal(ctx.tx, ctx.user.id, version, restoredGoal(previous, keyOf(previous.title)))))
      throw changedSince()
  },
})

export const goalTools: Tool[] = [setGoal, contribute, listAll, cancelGoal]
