import type { Message, Messages } from '../../core/messages.ts'
import { addDays, localDateOf } from '../../core/time.ts'
import type { Lang } from '../../core/user.ts'
import type { Classifier } from './classifier/classify.ts'
import { type Clause, mentionsOf } from './clause.ts'
import { clausesOf } from './clauses.ts'
import { type Intent, intentOf, talkOf } from './intent.ts'
import { askFor, askWhichTool, smallTalk } from './reply.ts'
import { beforeEvent } from './slots/before.ts'
import { fill } from './slots/fill.ts'
import type { Tagger } from './tagger/tag.ts'
import type { Toolbox } from './tool-schema.ts'
import type { Draft, PersonContext, Question, Understanding } from './types.ts'
import { words } from './words.ts'

export interface Deps {
  classifier: Classifier
  messages: Messages
  toolbox: Toolbox
  context: PersonContext
  tagger?: Tagger | undefined
}

const hasMessage =
  (deps: Deps, lang: Lang) =>
  (key: string): boolean =>
    deps.messages.has(key, lang)

/** Fields a tool's schema leaves optional because one of several will do. */
const ONE_OF: Readonly<Record<string, readonly (readonly string[])[]>> = {
  reminders_set_reminder: [['at', 'rrule']],
  account_update_profile: [
    [
      'displayName',
      'phone',
      'locale',
      'timeZone',
      'currency',
      'country',
      'birthDate',
      'sex',
      'weightKg',
      'heightCm',
      'workHours',
      'sleepWindow',
      'quietHours',
    ],
  ],
  finance_update_transaction: [['amount', 'category', 'payee', 'occurredOn', 'note', 'kind', 'currency']],
  calendar_update_event: [
    [
      'start',
      'date',
      'time',
      'shiftMinutes',
      'title',
      'durationMinutes',
      'end',
      'location',
      'notes',
      'rrule',
      'allDay',
      'cost',
      'timeZone',
    ],
  ],
  tasks_update_task: [
    [
      'title',
      'dueAt',
      'plannedOn',
      'durationMinutes',
      'priority',
      'energy',
      'project',
      'rrule',
      'shiftMinutes',
      'status',
    ],
  ],
  reminders_update_reminder: [['text', 'at', 'rrule', 'startsAt', 'shiftMinutes']],
  memory_forget: [['query', 'id', 'all']],
}
/** The order in which a person is asked: what, then how much, then when. */
const ASK_ORDER = ['title', 'text', 'amount', 'limit', 'category', 'start', 'at']

/** The first thing a call cannot do without. */
const missingSlot = (draft: Draft, toolbox: Toolbox): string | undefined => {
  const tool = toolbox.get(draft.tool)
  if (!tool) return undefined
  const missing = [...tool.required].filter((name) => name !== 'id' && draft.args[name] === undefined)
  for (const group of ONE_OF[draft.tool] ?? []) {
    const [first] = group.filter((name) => tool.properties[name])
    if (first && group.every((name) => draft.args[name] === undefined)) missing.push(first)
  }
  const rank = (name: string): number => (ASK_ORDER.includes(name) ? ASK_ORDER.indexOf(name) : 3.5)
  return missing.sort((a, b) => rank(a) - rank(b))[0]
}

const invalidIn = (clauses: readonly Clause[]): Message | undefined => {
  for (const clause of clauses) {
    const [wrong] = mentionsOf(clause, 'invalid')
    if (wrong) return { key: `models.invalid_${wrong.what}`, params: { text: wrong.text } }
  }
  return undefined
}

const SLOT_OF_INVALID = { date: 'when', time: 'when', money: 'amount' } as const

/** Words too few to be a request with a verb of its own: it continues the one before. */
const continues = (intent: Intent, previous: Draft | undefined, clause: Clause): boolean => {
  if (!previous || intent.kind === 'tool') return false
  return mentionsOf(clause, 'money', 'number').length > 0 && previous.args['amount'] !== undefined
}

const WHOLE_DAY = words(
  'что у меня|что у нас|какие планы|какие у меня планы|мои планы|план[ыа]? на|what do i have|what have i got|what.?s on|my (?:day|plans)|plans for|look like',
)

/** "что у меня завтра?" asks for the day: its events, and the tasks due then. */
const tasksBeside = (draft: Draft, clause: Clause, { toolbox, context }: Deps): Draft | undefined => {
  const { from, to, query } = draft.args
  if (draft.tool !== 'calendar_list_events' || query !== undefined || !toolbox.takes('tasks_list_tasks', 'dueOn'))
    return undefined
  if (typeof from !== 'string' || typeof to !== 'string' || !WHOLE_DAY.test(clause.plain)) return undefined
  const day = localDateOf(new Date(from), context.timeZone)
  return localDateOf(new Date(to), context.timeZone) === addDays(day, 1)
    ? { tool: 'tasks_list_tasks', args: { dueOn: day }, beside: true }
    : undefined
}

/** A message on its own, as drafts of calls, a question, or an answer. */
export const understandAlone = (deps: Deps, text: string, lang: Lang): Understanding => {
  const { toolbox, context } = deps
  const clauses = clausesOf(text, lang, context)
  const drafts: Draft[] = []
  const intents: Intent[] = []
  let choice: Question | undefined
  let how: Understanding['how'] = 'none'
  for (const clause of clauses) {
    const before = drafts.at(-1)
    const early = before && beforeEvent(clause, before, toolbox, context)
    if (early) {
      drafts.push(early)
      intents.push({ kind: 'tool', tool: early.tool, how: 'rule' })
      continue
    }
    const found = intentOf(deps, clause)
    const intent: Intent =
      continues(found, before, clause) && before ? { kind: 'tool', tool: before.tool, how: 'rule' } : found
    intents.push(intent)
    if (intent.kind === 'choose' && !choice) choice = chooseTool(deps, intent.tools, clause, lang)
    if (intent.kind !== 'tool') continue
    how = intent.how
    const tool = toolbox.get(intent.tool)
    if (!tool) continue
    const draft = fill(tool, clause, deps)
    if (
      before &&
      before.tool === draft.tool &&
      before.args['kind'] !== undefined &&
      before.args['occurredOn'] !== undefined
    ) {
      draft.args['occurredOn'] ??= before.args['occurredOn']
    }
    drafts.push(draft)
    const beside = tasksBeside(draft, clause, deps)
    if (beside) drafts.push(beside)
  }
  if (drafts.length > 0) {
    const invalid = invalidIn(clauses)
    if (invalid) {
      const [wrong] = clauses.flatMap((clause) => mentionsOf(clause, 'invalid'))
      const slot = wrong ? SLOT_OF_INVALID[wrong.what] : 'when'
      return {
        lang,
        drafts,
        how,
        question: {
          kind: 'slot',
          draft: drafts.length - 1,
          slot,
          message: invalid,
          ...(wrong ? { wrong: wrong.text } : {}),
        },
      }
    }
    return withQuestion(deps, { lang, drafts, how })
  }
  if (choice) return { lang, drafts, how: 'classifier', question: choice }
  return { lang, drafts, how, reply: replyFor(deps, intents, text) }
}

/** Adds the question for the first missing slot, if any. */
export const withQuestion = (deps: Deps, understood: Understanding): Understanding => {
  for (const [index, draft] of understood.drafts.entries()) {
    const slot = missingSlot(draft, deps.toolbox)
    if (slot === undefined) continue
    const message = askFor(slot, draft.tool, hasMessage(deps, understood.lang))
    return { ...understood, question: { kind: 'slot', draft: index, slot, message } }
  }
  return understood
}

const chooseTool = (deps: Deps, tools: readonly string[], clause: Clause, lang: Lang): Question | undefined => {
  const has = hasMessage(deps, lang)
  const message = askWhichTool(tools, has)
  if (!message) return undefined
  const options = tools
    .filter((tool) => has(`models.do.${tool}`))
    .flatMap((name) => {
      const tool = deps.toolbox.get(name)
      return tool ? [fill(tool, clause, deps)] : []
    })
  return { kind: 'intent', options, message }
}

const replyFor = (deps: Deps, intents: readonly Intent[], text: string): Message => {
  if (intents.some((intent) => intent.kind === 'refrain')) return { key: 'models.refrained' }
  if (text.trim() === '' || !/[\p{L}\p{N}]/u.test(text)) return { key: 'models.no_words' }
  if (intents.every((intent) => intent.kind === 'smalltalk')) {
    return smallTalk(talkOf(text.toLowerCase().replaceAll('ё', 'е')), deps.context.displayName)
  }
  return { key: 'models.decline' }
}
