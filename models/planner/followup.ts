import type { Lang } from '../../core/user.ts'
import { isReadByName } from './classifier/bands.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { asRecord, type Done, type Turn } from './conversation.ts'
import { OPS } from './cues.ts'
import { fill } from './slots/fill.ts'
import { domainOf } from './tool-schema.ts'
import type { Args, Draft, Understanding } from './types.ts'
import type { Deps } from './understand.ts'
import { words } from './words.ts'

const OPENING =
  /^(?:а|и|а если|и за|ну а|а как насч[её]т|а что(?: насч[её]т)?|как насч[её]т|and|what about|how about|and what about|and how about|same for|and for)(?!\p{L})[\s,]*/iu
const COMMAND = (
  [
    'add',
    'remind',
    'move',
    'change',
    'remove',
    'complete',
    'spend',
    'earn',
    'remember',
    'forget',
    'snooze',
    'skip',
  ] as const
).map((op) => OPS[op])
const HOW_MUCH_LEFT =
  /^(?:а |и |and |so )?(?:сколько (?:у меня )?(?:ещ[её] )?(?:осталось|остал[ао]сь|можно потратить)|что осталось|какой остаток|остаток|how much (?:is |do i have |have i got )?(?:left|remaining|remains)|what(?:'|’)?s left|what is left|how much left)[\s?.!]*$/iu

const lastRead = (turns: readonly Turn[]): Done | undefined => {
  const calls = turns.at(-1)?.calls.filter((call) => !call.id.startsWith('look')) ?? []
  const last = calls.at(-1)
  return last && isReadByName(last.name) ? last : undefined
}

/** Whether the text only changes what the last question was about. */
const changesOnly = (clause: Clause, opened: boolean): boolean => {
  if (COMMAND.some((command) => command.test(clause.plain))) return false
  if (mentionsOf(clause, 'money').length > 0) return false
  const said = clause.plain.match(/\p{L}+/gu)?.length ?? 0
  if (opened) return said <= 6
  const when = mentionsOf(clause, 'date', 'range', 'instant')
  const covered = when.reduce((sum, mention) => sum + mention.end - mention.start, 0)
  return when.length > 0 && clause.text.replace(/[?.!\s]+$/u, '').length - covered <= 2
}

const TIMES = ['from', 'to', 'dueOn', 'dueBefore']
const TOPICS = ['category', 'query', 'payee', 'groupBy']

/** The last question again with what the new words change. */
const repeated = (deps: Deps, last: Done, clause: Clause): Draft | undefined => {
  const tool = deps.toolbox.get(last.name)
  if (!tool) return undefined
  const next = fill(tool, clause, deps).args
  const saidWhen = mentionsOf(clause, 'date', 'range', 'instant', 'time').length > 0
  const args: Args = { ...last.args }
  delete args['cursor']
  if (saidWhen) {
    for (const field of TIMES) delete args[field]
    for (const field of TIMES) if (next[field] !== undefined) args[field] = next[field]
  }
  const topic = TOPICS.filter((field) => next[field] !== undefined)
  if (topic.length > 0) {
    for (const field of TOPICS) delete args[field]
    for (const field of topic) args[field] = next[field]
  }
  return saidWhen || topic.length > 0 ? { tool: last.name, args } : undefined
}

const categoryOf = (call: Done): string | undefined => {
  const output = asRecord(call.result?.output)
  const [first] = Array.isArray(output['items']) ? output['items'].map(asRecord) : []
  const said = call.args['category'] ?? output['category'] ?? first?.['category']
  return typeof said === 'string' ? said : undefined
}

const left = (deps: Deps, turns: readonly Turn[]): Draft | undefined => {
  const tool = 'finance_get_budgets'
  if (!deps.toolbox.has(tool)) return undefined
  const call = turns
    .flatMap((turn) => turn.calls)
    .reverse()
    .find((done) => domainOf(done.name) === 'finance' && done.result?.status === 'ok')
  const category = call && categoryOf(call)
  return { tool, args: category === undefined ? {} : { category } }
}

/** "а вчера?", "and last week?", "сколько осталось?": a question that leans on the one before. */
export const followUp = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): Understanding | undefined => {
  const made = (draft: Draft | undefined): Understanding | undefined =>
    draft && { lang, drafts: [draft], how: 'context' }
  if (HOW_MUCH_LEFT.test(text)) return made(left(deps, turns))
  const last = lastRead(turns)
  if (!last) return undefined
  const opening = OPENING.exec(text)
  const clause = clauseOf(text.slice(opening?.[0].length ?? 0), lang, deps.context)
  if (words('отмени\\p{L}*|undo').test(clause.plain) || clause.text === '') return undefined
  return changesOnly(clause, opening !== null) ? made(repeated(deps, last, clause)) : undefined
}
