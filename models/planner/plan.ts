import type { BaseMessage } from '@langchain/core/messages'
import type { Message, Messages } from '../../core/messages.ts'
import { type Lang, langOf } from '../../core/user.ts'
import { answer, withRow } from './answer.ts'
import type { Classifier } from './classifier/classify.ts'
import { type Conversation, conversationOf, type Done, type Turn } from './conversation.ts'
import { correct } from './correction.ts'
import { followUp } from './followup.ts'
import { detectLang, normaliseText } from './reading/index.ts'
import { chooseRows, lookupFor, mentionedRows, rowsOf, sameKind } from './reference.ts'
import { askWhichRow, MOST_CHOICES } from './reply.ts'
import type { Tagger } from './tagger/tag.ts'
import { Toolbox, toolSchemaOf } from './tool-schema.ts'
import type { Args, Call, Draft, Plan, Question, Row, Understanding } from './types.ts'
import { type Deps, understandAlone } from './understand.ts'

export interface PlannerDeps {
  classifier: Classifier
  messages: Messages
  /** Learnt from the same phrases as the classifier; names and rows are read much worse without it. */
  tagger?: Tagger
}
export interface PlanInput {
  messages: readonly BaseMessage[]
  /** OpenAI function tools, as bound to the model. */
  tools: readonly unknown[]
}

/** How many open questions back an answer may belong to. */
const MEMORY = 4
/** A request longer than this is a document; only its beginning is planned. */
const MAX_TEXT = 2_000

const textOfTurn = (turn: Turn): string => normaliseText(turn.user).slice(0, MAX_TEXT)

/** What the message of turn `at` means, given the turns before it. */
const understand = (deps: Deps, turns: readonly Turn[], at: number, depth: number): Understanding => {
  const turn = turns[at]
  const text = turn ? textOfTurn(turn) : ''
  const lang: Lang = detectLang(text, langOf(deps.context.locale))
  const before = turns.slice(0, at)
  const previous = before.at(-1)
  if (previous && depth > 0 && previous.answer.trimEnd().endsWith('?')) {
    const asked = planTurn(deps, turns, at - 1, depth - 1)
    const answered =
      asked.question && answer(deps, asked.understanding, asked.question, textOfTurn(previous), text, lang)
    if (answered) return answered
  }
  return correct(deps, before, text, lang) ?? followUp(deps, before, text, lang) ?? understandAlone(deps, text, lang)
}

type Resolved = { rows: Row[] } | { lookup: { name: string; args: Args } } | { question: Question } | { none: Message }

const callOf = (turn: Turn, id: string): Done | undefined =>
  turn.calls.find((call) => call.id === id || call.id.startsWith(`${id}_`))

/** Which rows a draft means: from the conversation, else from a list asked for in this turn. */
const resolve = (deps: Deps, turns: readonly Turn[], turn: Turn, draft: Draft, index: number): Resolved => {
  const { ref } = draft
  if (!ref) return { rows: [] }
  if (ref.words === '@it' && ref.amount === undefined && ref.date === undefined) {
    const [found] = mentionedRows(turns, sameKind(deps.toolbox, draft.tool))
    if (found) return { rows: [found.row] }
  }
  const looked = callOf(turn, `look${index}`)
  if (!looked) {
    const lookup = lookupFor(draft, deps.toolbox, deps.context)
    return lookup ? { lookup } : { none: { key: 'models.no_such_row' } }
  }
  if (!looked.result) return { rows: [] }
  const rows = chooseRows(rowsOf(looked.result.output), ref, deps.context)
  if (rows.length === 0)
    return {
      none: {
        key: ref.words.startsWith('@') ? 'models.no_such_row' : 'models.row_not_found',
        params: { words: ref.words },
      },
    }
  if (rows.length === 1 || ref.words === '@all') return { rows }
  return { question: { kind: 'row', draft: index, rows: rows.slice(0, MOST_CHOICES), message: askWhichRow(rows) } }
}

const argsOf = (deps: Deps, draft: Draft): Args => {
  const tool = deps.toolbox.get(draft.tool)
  const args: Args = { ...(draft.id === undefined ? {} : { id: draft.id }), ...draft.args }
  if (draft.id === undefined || !tool) return args
  if (draft.occurrenceStart && tool.properties['occurrenceStart']) {
    args['occurrenceStart'] ??= draft.occurrenceStart
    if (tool.properties['scope']) args['scope'] ??= 'this'
  }
  return args
}

/** The next step of a turn: calls that are still to be made, else the answer. */
const planTurn = (deps: Deps, turns: readonly Turn[], at: number, depth: number): Plan => {
  const understanding = understand(deps, turns, at, depth)
  const turn = turns[at] ?? { user: '', calls: [], answer: '' }
  const calls: Call[] = []
  const notes: Message[] = []
  let question = understanding.question
  const stamp = deps.context.now.getTime().toString(36)
  understanding.drafts.forEach((draft, index) => {
    if (understanding.question?.kind === 'slot' && understanding.question.draft === index) return
    const found = draft.ref ? resolve(deps, turns.slice(0, at), turn, draft, index) : { rows: [] }
    if ('lookup' in found) calls.push({ id: `look${index}_${stamp}`, ...found.lookup })
    else if ('question' in found) question ??= found.question
    else if ('none' in found) notes.push(found.none)
    else {
      const settled = draft.ref ? found.rows.map((row) => withRow(draft, row)) : [draft]
      settled.forEach((one, n) => {
        const id = `do${index}.${n}`
        if (!callOf(turn, id)) calls.push({ id: `${id}_${stamp}`, name: one.tool, args: argsOf(deps, one) })
      })
    }
  })
  if (calls.length > 0) return { calls, text: '', understanding, ...(question ? { question } : {}) }
  return {
    calls,
    text: textFor(deps, understanding, turn, notes, question),
    understanding,
    ...(question ? { question } : {}),
  }
}

const textFor = (
  deps: Deps,
  understanding: Understanding,
  turn: Turn,
  notes: readonly Message[],
  question: Question | undefined,
): string => {
  const reader = { locale: understanding.lang, timeZone: deps.context.timeZone, now: deps.context.now }
  const said = turn.calls
    .filter((call) => !call.id.startsWith('look') || (call.result !== undefined && call.result.status !== 'ok'))
    .map((call) => call.result?.said ?? '')
  const own = [...(understanding.reply ? [understanding.reply] : []), ...notes, ...(question ? [question.message] : [])]
  const sentences = [...said, ...own.map((message) => deps.messages.render(message, reader))].filter(
    (sentence) => sentence !== '',
  )
  return [...new Set(sentences)].join('\n')
}

const toolboxOf = (tools: readonly unknown[]): Toolbox => new Toolbox(tools.flatMap((tool) => toolSchemaOf(tool) ?? []))

/** Plans one model call: a pure function of the messages and the bound tools. */
export const createPlan = ({ classifier, messages, tagger }: PlannerDeps) => {
  const plan = (input: PlanInput): Plan => {
    const conversation: Conversation = conversationOf(input.messages)
    const deps: Deps = { classifier, messages, toolbox: toolboxOf(input.tools), context: conversation.context, tagger }
    return planTurn(deps, conversation.turns, conversation.turns.length - 1, MEMORY)
  }
  return plan
}
export type PlanFunction = ReturnType<typeof createPlan>
