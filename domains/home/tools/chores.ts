// Housework with a cadence: who does it, when it was done, when it is due.
import { AppError } from '../../../core/errors.ts'
import type { Message, MessageParam } from '../../../core/messages.ts'
import { type LocalDate, localDateOf } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { dueAfter, readCadence } from '../engine/cadence.ts'
import { assigneeNamed } from '../engine/names.ts'
import { type ChoreRow, chores, findChores, lockChoreNamed, pageOfChores } from '../repository/chores.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type AddChore,
  type AddedChore,
  addChoreInput,
  addChoreOutput,
  type Chore,
  type ChoreRef,
  type CompleteChore,
  type CompletedChore,
  choreOutput,
  choreRefInput,
  completeChoreInput,
  completeChoreOutput,
  type ListChores,
  type ListedChores,
  listChoresInput,
  listChoresOutput,
  type UpdateChore,
  updateChoreInput,
  type WrittenChore,
} from '../schema.ts'
import { invalid, keyOf, nextCursor, onlyOne, pageOf, say, searchWords, showShared, told } from '../service.ts'
import { named } from './catalogue.ts'

const todayOf = (ctx: Ctx): LocalDate => localDateOf(ctx.now, ctx.user.timeZone)

export const show = (row: ChoreRow, place: Place, today: LocalDate): Chore => ({
  ...showShared(row, place.own),
  title: row.title,
  rrule: row.rrule,
  everyDays: row.everyDays,
  assignee: place.members.find(({ userId }) => userId === row.assigneeId)?.name ?? row.assignee,
  assigneeId: row.assigneeId,
  startsOn: row.startsOn,
  lastDoneOn: row.lastDoneOn,
  lastDoneBy: row.lastDoneBy,
  nextDueOn: row.nextDueOn,
  durationMinutes: row.durationMinutes,
  overdue: !row.deletedAt && row.nextDueOn !== null && row.nextDueOn < today,
  status: row.deletedAt ? 'deleted' : 'active',
})

const dateOf = (date: LocalDate): MessageParam => ({ date })
/** ", завтра, делает Борис": what there is to say besides the title. */
const tellChore = ({ title, nextDueOn, assignee, overdue }: Chore): Message =>
  say('chore', {
    title,
    when: nextDueOn === null ? '' : say(overdue ? 'since' : 'on', { date: dateOf(nextDueOn) }),
    who: assignee === null ? '' : say('by', { assignee }),
  })

/** The chore meant, held: by id or by words. */
const choreMeant = async (ctx: Ctx, place: Place, id: string | undefined, words: string | undefined) => {
  if (id === undefined && words === undefined) throw invalid('title', 'say_which')
  const found =
    id ?? onlyOne(await findChores(ctx.tx, place.spaces, searchWords(words ?? '')), words ?? '', (row) => row.title).id
  const row = await chores.lock(ctx.tx, found)
  if (!row || row.deletedAt) throw new AppError('not_found', 'home.chore_not_found')
  return row
}

const composed = (ctx: Ctx, place: Place, input: AddChore): ChoreRow => ({
  ...freshRow(ctx, place.writes),
  title: input.title,
  titleKey: keyOf(input.title),
  words: searchWords(input.title),
  ...readCadence(input, input.startsOn, todayOf(ctx)),
  ...assigneeNamed(input.assignee, place.members, ctx.user),
  lastDoneOn: null,
  lastDoneBy: null,
  durationMinutes: input.durationMinutes ?? null,
})

/** The chore there is, with what was said of it now; the cadence begins anew only when another one was said. */
const amended = (known: ChoreRow, row: ChoreRow, input: AddChore): ChoreRow => {
  const cadence = row.rrule !== known.rrule || row.everyDays !== known.everyDays || input.startsOn !== undefined
  const saidCadence = input.rrule !== undefined || input.everyDays !== undefined || input.startsOn !== undefined
  const { rrule, everyDays, startsOn, nextDueOn } = cadence && saidCadence ? row : known
  return {
    ...known,
    rrule,
    everyDays,
    startsOn,
    nextDueOn,
    ...(input.assignee === undefined ? {} : { assignee: row.assignee, assigneeId: row.assigneeId }),
    durationMinutes: row.durationMinutes ?? known.durationMinutes,
  }
}
const same = (one: ChoreRow, other: ChoreRow): boolean =>
  (
    ['title', 'rrule', 'everyDays', 'startsOn', 'nextDueOn', 'assignee', 'assigneeId', 'durationMinutes'] as const
  ).every((key) => one[key] === other[key])

const addChore = defineTool<AddChore, AddedChore>({
  ...named('home_add_chore'),
  input: addChoreInput,
  output: addChoreOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_add_chore', { title: input.title }),
  say: (output) =>
    say({ added: 'chore_added', changed: 'chore_changed', already_there: 'chore_there' }[output.outcome], {
      chore: tellChore(output),
    }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const row = composed(ctx, place, input)
    const change = newChange(ctx)
    const known = await lockChoreNamed(ctx.tx, place.writes, row.titleKey)
    const saved = known ? null : await chores.insert(ctx.tx, change, row)
    if (saved) {
      ctx.emit({ type: 'home.chore_added', payload: { id: saved.id, nextDueOn: saved.nextDueOn } })
      return { ...show(saved, place, todayOf(ctx)), previous: null, changeId: change.id, outcome: 'added' }
    }
    const there = known ?? (await lockChoreNamed(ctx.tx, place.writes, row.titleKey))
    if (!there) throw new AppError('conflict', 'home.changed_since')
    const previous = show(there, place, todayOf(ctx))
    const next = amended(there, row, input)
    if (same(there, next)) return { ...previous, previous, changeId: null, outcome: 'already_there' }
    const written = await chores.replace(ctx.tx, change, next)
    return { ...show(written, place, todayOf(ctx)), previous, changeId: change.id, outcome: 'changed' }
  },
  undo: (ctx, output) => undoChange(ctx, chores, output.changeId),
})

const completeChore = defineTool<CompleteChore, CompletedChore>({
  ...named('home_complete_chore'),
  input: completeChoreInput,
  output: completeChoreOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) =>
    say('ask_complete_chore', { title: (await choreMeant(ctx, await placeOf(ctx), input.id, input.title)).title }),
  say: (output) => {
    const next = output.nextDueOn === null ? '' : say('next_on', { date: dateOf(output.nextDueOn) })
    if (!output.alreadyDone) return say('chore_done', { title: output.title, next })
    return say('chore_done_already', { title: output.title, date: dateOf(output.lastDoneOn ?? output.startsOn), next })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const today = todayOf(ctx)
    const doneOn = input.on ?? today
    if (doneOn > today) throw invalid('on', 'in_future')
    const row = await choreMeant(ctx, place, input.id, input.title)
    const previous = show(row, place, today)
    if (row.lastDoneOn !== null && row.lastDoneOn >= doneOn)
      return { ...previous, previous, changeId: null, alreadyDone: true }
    const change = newChange(ctx)
    const nextDueOn = dueAfter(row, doneOn)
    const saved = await chores.replace(ctx.tx, change, {
      ...row,
      lastDoneOn: doneOn,
      lastDoneBy: ctx.user.id,
      nextDueOn,
    })
    ctx.emit({ type: 'home.chore_completed', payload: { id: row.id, on: doneOn, nextDueOn } })
    return { ...show(saved, place, today), previous, changeId: change.id, alreadyDone: false }
  },
  undo: (ctx, output) => undoChange(ctx, chores, output.changeId),
})

/** The chore as a correction leaves it; a cadence that was said anew counts from the next date, said or today. */
const corrected = (ctx: Ctx, place: Place, row: ChoreRow, input: UpdateChore): ChoreRow => {
  const title = input.title ?? row.title
  const next: ChoreRow = {
    ...row,
    title,
    titleKey: keyOf(title),
    words: searchWords(title),
    durationMinutes: input.durationMinutes === undefined ? row.durationMinutes : input.durationMinutes,
    ...(input.assignee === undefined ? {} : assigneeNamed(input.assignee, place.members, ctx.user)),
  }
  if (input.rrule === undefined && input.everyDays === undefined)
    return { ...next, nextDueOn: input.nextDueOn ?? row.nextDueOn }
  return { ...next, ...readCadence(input, input.nextDueOn, todayOf(ctx)) }
}

const updateChore = defineTool<UpdateChore, WrittenChore>({
  ...named('home_update_chore'),
  input: updateChoreInput,
  output: choreOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) =>
    say('ask_update_chore', { title: (await choreMeant(ctx, await placeOf(ctx), input.id, input.chore)).title }),
  say: (output) => say(output.changeId === null ? 'chore_there' : 'chore_changed', { chore: tellChore(output) }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const row = await choreMeant(ctx, place, input.id, input.chore)
    const previous = show(row, place, todayOf(ctx))
    const next = corrected(ctx, place, row, input)
    if (same(row, next)) return { ...previous, previous, changeId: null }
    const change = newChange(ctx)
    const saved = await chores.replace(ctx.tx, change, next)
    ctx.emit({ type: 'home.chore_changed', payload: { id: row.id } })
    return { ...show(saved, place, todayOf(ctx)), previous, changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, chores, output.changeId),
})

const removeChore = defineTool<ChoreRef, WrittenChore>({
  ...named('home_remove_chore'),
  input: choreRefInput,
  output: choreOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) =>
    say('ask_remove_chore', { title: (await choreMeant(ctx, await placeOf(ctx), input.id, input.title)).title }),
  say: (output) => say('chore_removed', { title: output.title }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const row = await choreMeant(ctx, place, input.id, input.title)
    const change = newChange(ctx)
    const saved = await chores.replace(ctx.tx, change, { ...row, deletedAt: ctx.now })
    ctx.emit({ type: 'home.chore_changed', payload: { id: row.id } })
    const today = todayOf(ctx)
    return { ...show(saved, place, today), previous: show(row, place, today), changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, chores, output.changeId),
})

const listTool = defineTool<ListChores, ListedChores>({
  ...named('home_list_chores'),
  input: listChoresInput,
  output: listChoresOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }, input) => {
    if (total === 0) return say(input.dueBy === undefined ? 'no_chores' : 'no_chores_due')
    return say('chores', { n: total, ...told(items.map(tellChore), total) })
  },
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const { rows, total } = await pageOfChores(ctx.tx, place.spaces, {
      words: input.query === undefined ? [] : searchWords(input.query),
      dueBy: input.dueBy ?? null,
      ...assigneeNamed(input.assignee, place.members, ctx.user),
      status: input.status ?? 'active',
      ...page,
    })
    const items = rows.map((row) => show(row, place, todayOf(ctx)))
    return { items, nextCursor: nextCursor(page, total), total }
  },
})

export const choreTools: Tool[] = [listTool, addChore, completeChore, updateChore, removeChore]
