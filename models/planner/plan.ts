import type { BaseMessage } from '@langchain/core/messages'
import type { Message, Messages } from '../../core/messages.ts'
import { type Lang, langOf } from '../../core/user.ts'
import type { FindNames } from '../../tools/contract.ts'
import { answer } from './answer.ts'
import { markedBusy } from './asides.ts'
import type { Classifier } from './classifier/classify.ts'
import { continued } from './continuation.ts'
import { asRecord, type Conversation, conversationOf, type Turn } from './conversation.ts'
import { correct } from './correction.ts'
import { dayOfThere, followUp } from './followup.ts'
import { aboutRows } from './last-rows.ts'
import { detectLang, normaliseText } from './reading/index.ts'
import { isLookup } from './reference.ts'
import { callOf, resolve } from './resolve.ts'
import { repairOpening } from './spelling.ts'
import type { Tagger } from './tagger/tag.ts'
import { answeredTaken } from './taken.ts'
import { Toolbox, toolSchemaOf } from './tool-schema.ts'
import type { Args, Call, Draft, Plan, Question, ToolSchema, Understanding } from './types.ts'
import { beside, type Deps, understandAlone } from './understand.ts'
import { withoutLeadIn } from './words.ts'

export interface PlannerDeps {
  classifier: Classifier
  messages: Messages
  /** Learnt from the same phrases as the classifier; names and rows are read much worse without it. */
  tagger?: Tagger
  /** Names that the domains know: what is taken is read by them. */
  namesIn?: FindNames
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

/** "в четыре тогда", "at 4pm then": a word of talk at the end. */
const THEN = /(?<=\S)[\s,]+(?:then|тогда)(?=[\s.!]*$)/iu
const textOfTurn = (turn: Turn): string =>
  repairOpening(withoutLeadIn(normaliseText(turn.user).slice(0, MAX_TEXT))).replace(THEN, '')

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
  return inContext(deps, before, text, lang)
}

/** "make it not busy" is no new name. */
const remarked = (deps: Deps, text: string, lang: Lang): Understanding | undefined =>
  markedBusy(text)?.alone ? beside(deps, text, lang) : undefined

/** A message as a correction, a follow-up or a continuation of what went before, else on its own. */
const inContext = (deps: Deps, before: readonly Turn[], text: string, lang: Lang): Understanding =>
  remarked(deps, text, lang) ??
  answeredTaken(deps, before, text, lang) ??
  correct(deps, before, text, lang) ??
  followUp(deps, before, text, lang) ??
  continued(deps, before, text, lang) ??
  aboutRows(deps, before, understandAlone(deps, dayOfThere(deps, before, text, lang), lang), text, lang)

/** The next step of a turn: calls that are still to be made, else the answer. */
const planTurn = (deps: Deps, turns: readonly Turn[], at: number, depth: number): Plan =>
  carryOut(deps, turns, at, understand(deps, turns, at, depth))

const LISTED = ['medications', 'conditions', 'allergies']
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').map((one) => one.toLowerCase()) : []
/** What was looked at, less what the call itself had said: the profile. */
const withoutSaid = (considered: unknown, said: unknown): string[] => {
  const rest = textsOf(considered)
  for (const one of textsOf(said)) {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
  }
  return rest
}

/** An offer beside an answer: not when that asks something itself, nor of what the profile holds already. */
const offeredStill = (question: Question | undefined, turn: Turn): Question | undefined => {
  if (question?.kind !== 'intent' || question.offer === undefined) return question
  const known = turn.calls.flatMap(({ args, result }) => {
    const considered = asRecord(asRecord(result?.output)['considered'])
    return LISTED.flatMap((field) => withoutSaid(considered[field], args[field]))
  })
  const asks = turn.calls.some(({ result }) => result?.said.trimEnd().endsWith('?'))
  return asks || known.includes(question.offer.toLowerCase()) ? undefined : question
}

const carryOut = (deps: Deps, turns: readonly Turn[], at: number, understanding: Understanding, reading = 0): Plan => {
  const turn = turns[at] ?? { user: '', calls: [], answer: '' }
  const calls: Call[] = []
  const notes: Message[] = []
  let question = offeredStill(understanding.question, turn)
  let missed = 0
  const stamp = deps.context.now.getTime().toString(36)
  understanding.drafts.forEach((draft, index) => {
    if (understanding.question?.kind === 'slot' && understanding.question.draft === index) return
    const found = resolve(deps, turns.slice(0, at), turn, draft, { index, reading })
    if ('lookups' in found) for (const { id, ...list } of found.lookups) calls.push({ ...list, id: `${id}_${stamp}` })
    else if ('question' in found) question ??= found.question
    else if ('none' in found) {
      missed++
      notes.push(found.none)
    } else {
      found.ready.forEach((one, n) => {
        const id = `do${index}.${n}`
        if (!callOf(turn, id)) calls.push({ id: `${id}_${stamp}`, name: one.tool, args: argsOf(deps, one) })
      })
    }
  })
  const { otherwise } = understanding
  if (otherwise && missed === understanding.drafts.length) return carryOut(deps, turns, at, otherwise, reading + 1)
  const asked = question ? { question } : {}
  if (calls.length > 0) return { calls, text: '', understanding, ...asked }
  return { calls, text: textFor(deps, understanding, turn, notes, question), understanding, ...asked }
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

const textFor = (
  deps: Deps,
  understanding: Understanding,
  turn: Turn,
  notes: readonly Message[],
  question: Question | undefined,
): string => {
  const reader = { locale: understanding.lang, timeZone: deps.context.timeZone, now: deps.context.now }
  const said = turn.calls
    .filter((call) => !isLookup(call.id) || (call.result !== undefined && call.result.status !== 'ok'))
    .map((call) => call.result?.said ?? '')
  const own = [...(understanding.reply ? [understanding.reply] : []), ...notes, ...(question ? [question.message] : [])]
  const sentences = [...said, ...own.map((message) => deps.messages.render(message, reader))].filter(
    (sentence) => sentence !== '',
  )
  return [...new Set(sentences)].join('\n')
}

/** The same tools are bound again and again. */
const schemas = new WeakMap<object, ToolSchema>()
const schemaOf = (tool: unknown): ToolSchema[] => {
  if (typeof tool !== 'object' || tool === null) return []
  const schema = schemas.get(tool) ?? toolSchemaOf(tool)
  if (schema) schemas.set(tool, schema)
  return schema ? [schema] : []
}
const toolboxOf = (tools: readonly unknown[]): Toolbox => new Toolbox(tools.flatMap(schemaOf))

/** Plans one model call: a pure function of the messages and the bound tools. */
export const createPlan = ({ classifier, messages, tagger, namesIn }: PlannerDeps) => {
  const plan = (input: PlanInput): Plan => {
    const conversation: Conversation = conversationOf(input.messages)
    const toolbox = toolboxOf(input.tools)
    const deps: Deps = { classifier, messages, toolbox, context: conversation.context, tagger, namesIn }
    return planTurn(deps, conversation.turns, conversation.turns.length - 1, MEMORY)
  }
  return plan
}
export type PlanFunction = ReturnType<typeof createPlan>
