import { localDateOf } from '../../core/time.ts'
import type { Lang } from '../../core/user.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import type { Done, Turn } from './conversation.ts'
import { COMMANDS, cuesOf, OPS } from './cues.ts'
import { missingSlot } from './missing.ts'
import { isLookup } from './reference.ts'
import { askWhichTool } from './reply.ts'
import { isBareExpense } from './signs/statements.ts'
import { beforeIn, ITS, leadOf } from './slots/before.ts'
import { fill } from './slots/fill.ts'
import type { Draft, Understanding } from './types.ts'
import type { Deps } from './understand.ts'

/** "и …", "а ещё …", "also need to …": what follows is more of what was just asked for. */
const MORE =
  /^(?:(?:и|а|ну|ой|and|oh)[\s,]+)*(?:(?:надо|нужно)\s+(?:бы\s+)?(?:ещ[её]|также)|(?:и|а|ещ[её]|также|плюс|тоже|and|also|plus)(?:\s+(?:ещ[её]|также|надо|нужно|also|then))*|(?:i )?also (?:need|have|want)(?= to))(?!\p{L})[\s,:]*/iu
const NEEDED = /^(?:мне |i )?(?:надо|нужно|need|have|got)(?!\p{L})\s*/iu

const VERBS = (['add', ...COMMANDS, 'undo'] as const).map((op) => OPS[op])
const INFINITIVE = /^(?:(?:не забыть|обязательно|срочно|ещ[её])\s+)*(?:\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})|to\s+\p{L})/u
const ABOUT = /^(?:про|о|об|обо|насч[её]т|about)\s/u

/** The words of a clause without its times and sums, from the first one on. */
const wordsOf = (clause: Clause): string => {
  let rest = clause.plain
  for (const span of [...clause.mentions].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, span.start)} ${rest.slice(span.end)}`
  return rest.replace(/\s+/gu, ' ').trim()
}

const lastMade = (turns: readonly Turn[]): Done | undefined =>
  turns
    .at(-1)
    ?.calls.filter((call) => !isLookup(call.id) && call.result?.status === 'ok')
    .at(-1)

/** How the request would begin if it were said in full. */
const FULL: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  reminders_set_reminder: { ru: 'напомни ', en: 'remind me ' },
  tasks_add_task: { ru: 'добавь задачу ', en: 'add a task ' },
  memory_remember_fact: { ru: 'запомни ', en: 'remember ' },
  calendar_add_event: { ru: '', en: '' },
  finance_add_transaction: { ru: '', en: '' },
  finance_set_budget: { ru: 'лимит ', en: 'budget ' },
}

const FACT = 'memory_remember_fact'

/** What was just corrected was just added. */
const ADDS_AFTER: Readonly<Record<string, string>> = {
  memory_correct_fact: 'memory_remember_fact',
  finance_update_transaction: 'finance_add_transaction',
}

/** Whether the words can be more of this. */
const fits = (tool: string, rest: string, clause: Clause): boolean => {
  const said = wordsOf(clause)
  const timed = mentionsOf(clause, 'time', 'instant', 'date', 'rrule', 'delay').length > 0
  const sums = mentionsOf(clause, 'money', 'number').length
  const many = said.split(' ').length
  switch (tool) {
    case 'reminders_set_reminder':
      return timed ? /\p{L}{3,}/u.test(said) : ABOUT.test(said)
    case 'tasks_add_task':
      return INFINITIVE.test(said) && sums === 0
    case 'memory_remember_fact':
      return /^(?:что|that|у меня|у нас|я|мой|моя|мо[ёе]|мои|i|i'm|my)\s/iu.test(rest)
    case 'calendar_add_event':
      return mentionsOf(clause, 'time', 'instant', 'window').length > 0 && /\p{L}{3,}/u.test(said) && sums === 0
    case 'finance_add_transaction':
      return sums === 1 && said !== '' && many <= 5 && mentionsOf(clause, 'instant', 'rrule', 'delay').length === 0
    case 'finance_set_budget':
      return sums === 1 && said !== '' && many <= 4
    default:
      return false
  }
}

/** "и каждый день в 22:00 закрывать окна" after a reminder: the same request with new words. */
export const continued = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): Understanding | undefined => {
  const more = MORE.exec(text)
  const last = lastMade(turns)
  if (!more || !last || text.trimEnd().endsWith('?')) return undefined
  const rest = text.slice(more[0].length).replace(NEEDED, '')
  const made = (draft: Draft | undefined): Understanding | undefined =>
    draft && { lang, drafts: [draft], how: 'context' }
  const earlier = anotherBefore(deps, turns, last, rest, lang)
  if (earlier) return made(earlier)
  const clause = clauseOf(rest, lang, deps.context)
  const said = wordsOf(clause)
  const further = shiftedOn(last, clause, said)
  if (further) return made(further)
  const isFact = /^(?:что|that)\s/iu.test(rest)
  if (!isFact && !INFINITIVE.test(said) && VERBS.some((verb) => verb.test(clause.plain))) return undefined
  const name = ADDS_AFTER[last.name] ?? last.name
  if (name === FACT && isBareExpense(clause, { ...cuesOf(clause), nouns: new Set() }))
    return factOrExpense(deps, clause, rest, lang)
  const tool = deps.toolbox.get(name)
  const begin = FULL[name]?.[lang]
  if (!tool || begin === undefined || !fits(name, rest, clause)) return undefined
  const draft = fill(tool, onDayOf(deps, last, clauseOf(`${begin}${rest}`, lang, deps.context)), deps)
  const { at } = last.args
  if (last.name === 'reminders_set_reminder' && clause.mentions.length === 0 && typeof at === 'string')
    draft.args['at'] = at
  if (last.name === 'finance_set_budget' && last.args['period'] !== undefined)
    draft.args['period'] = last.args['period']
  return missingSlot(draft, deps.toolbox) === undefined ? made(draft) : undefined
}

const EXPENSE = 'finance_add_transaction'

/** "и пинкод домофона 77" after a fact may be one more, or a sum: only the person knows. */
const factOrExpense = (deps: Deps, clause: Clause, rest: string, lang: Lang): Understanding | undefined => {
  const fact = deps.toolbox.get(FACT)
  const expense = deps.toolbox.get(EXPENSE)
  const message = askWhichTool([FACT, EXPENSE], (key) => deps.messages.has(key, lang))
  if (!fact || !expense || !message) return undefined
  const options = [{ tool: FACT, args: { text: rest } }, fill(expense, clause, deps)]
  return { lang, drafts: [], how: 'context', question: { kind: 'intent', options, message } }
}

/** "и ещё на полчаса": once more the same way. */
const shiftedOn = (last: Done, clause: Clause, said: string): Draft | undefined => {
  const { id, shiftMinutes } = last.args
  const [length] = mentionsOf(clause, 'duration', 'shift')
  if (typeof shiftMinutes !== 'number' || typeof id !== 'string' || !length || said !== '') return undefined
  const minutes = Math.abs(length.minutes) * Math.sign(shiftMinutes)
  return { tool: last.name, args: { shiftMinutes: length.kind === 'shift' ? length.minutes : minutes }, id }
}

/** An hour alone belongs to the day just planned for: "завтра в 9 …" — "и в 18 …". */
const onDayOf = (deps: Deps, last: Done, clause: Clause): Clause => {
  const start = last.args['at'] ?? last.args['start'] ?? last.args['dueAt']
  const [time] = mentionsOf(clause, 'time')
  if (typeof start !== 'string' || !start.includes('T') || !time) return clause
  if (mentionsOf(clause, 'date', 'instant', 'rrule', 'delay').length > 0) return clause
  const day = localDateOf(new Date(start), deps.context.timeZone)
  if (day <= localDateOf(deps.context.now, deps.context.timeZone)) return clause
  return clauseOf(
    `${clause.text.slice(0, time.start)}${day} ${clause.text.slice(time.start)}`,
    clause.lang,
    deps.context,
  )
}

/** "и ещё за день", "a day before too": one more reminder of the event that the last one was counted back from. */
const anotherBefore = (deps: Deps, turns: readonly Turn[], last: Done, rest: string, lang: Lang): Draft | undefined => {
  const lead = leadOf(rest, lang, deps.context)
  const tool = 'reminders_set_reminder'
  if (lead?.rest !== '' || !deps.toolbox.has(tool)) return undefined
  if (last.name === 'calendar_add_event') return { tool, args: {}, ref: { words: '@it' }, before: lead.minutes }
  if (last.name !== tool) return undefined
  const asked = turns.at(-1)?.user ?? ''
  const said = beforeIn(asked, lang, deps.context)?.rest.replace(ITS, '')
  const words = said || last.args['text']
  return typeof words === 'string' && words !== ''
    ? { tool, args: { text: last.args['text'] }, ref: { words }, before: lead.minutes }
    : undefined
}
