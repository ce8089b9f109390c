import { addDays, instantAt, localDateOf, toRfc3339 } from '../../core/time.ts'
import type { Lang } from '../../core/user.ts'
import { isReadByName } from './classifier/bands.ts'
import { type Clause, clauseOf, mentionsOf } from './clause.ts'
import { asRecord, type Done, type Turn } from './conversation.ts'
import { OPS } from './cues.ts'
import { contentStems, dateOf, isLookup, mentionedRows, shareIn } from './reference.ts'
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
  const calls = turns.at(-1)?.calls.filter((call) => !isLookup(call.id)) ?? []
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
/** Each stands for itself: "а кошке?" asks of the same food. */
const OWN = ['metric', 'kind', 'sport', 'exercise', 'list', 'meter', 'species', 'pet', 'food', 'days', 'date']

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
  const [sum] = mentionsOf(clause, 'number')
  if (sum && last.args['amount'] !== undefined && next['amount'] !== undefined && !saidWhen && topic.length === 0)
    return { tool: last.name, args: { ...args, amount: next['amount'] } }
  const own = OWN.filter((field) => next[field] !== undefined && next[field] !== last.args[field])
  for (const field of own) args[field] = next[field]
  if (own.includes('species')) delete args['pet']
  return saidWhen || topic.length > 0 || own.length > 0 ? { tool: last.name, args } : undefined
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
  if (deps.toolbox.has(UNDO) && bringsBack(text, turns)) return made({ tool: UNDO, args: {} })
  if (HOW_MUCH_LEFT.test(text)) return made(left(deps, turns))
  if (HOW_MUCH_ALL.test(text) || asksSum(deps, text, lang)) return made(totalOf(deps, turns, text, lang))
  const retried = answered(deps, turns, text, lang)
  if (retried) return made(retried)
  if (WHEN_IS_IT.test(text)) return made(whenOf(deps, turns))
  const last = lastRead(turns)
  if (!last) return undefined
  if (REMAINS_THERE.test(text)) return made(leftOf(deps, last))
  if (RECORD.test(text)) return undefined
  const opening = OPENING.exec(text)
  const said = withPeriod(text.slice(opening?.[0].length ?? 0), last)
  const clause = clauseOf(said, lang, deps.context)
  if (words('отмени\\p{L}*|undo').test(clause.plain) || clause.text === '') return undefined
  return changesOnly(clause, opening !== null) ? made(repeated(deps, last, clause)) : undefined
}

const WHEN_IS_IT =
  /^(?:(?:а|и|and|so)[\s,]+)*(?:(?:во сколько|когда|в котором часу) (?:это|он[аои]?)(?: (?:будет|по моему(?: времени)?|у меня|по-моему|для меня))*|(?:what time|when) (?:is|will) (?:it|that)(?: be)?(?: (?:in|on|by) my (?:time|clock|zone|time zone)| for me| my time| here)*)[\s?.!]*$/iu
/** "во сколько это по моему времени?": the event just spoken of, as the calendar shows it. */
const whenOf = (deps: Deps, turns: readonly Turn[]): Draft | undefined => {
  const tool = 'calendar_list_events'
  const [found] = mentionedRows(turns.slice(-NEAR), ({ name }) => domainOf(name) === 'calendar')
  const day = found && dateOf(found.row, deps.context)
  if (day === undefined || !deps.toolbox.has(tool)) return undefined
  const at = (date: string): string => toRfc3339(instantAt(date, '00:00', deps.context.timeZone), deps.context.timeZone)
  return { tool, args: { from: at(day), to: at(addDays(day, 1)) } }
}

const REMAINS_THERE =
  /^(?:(?:а|и|ну|and|so)[\s,]+)*(?:что (?:там |в н[её]м |ещё |еще )*(?:осталось|оста[её]тся)(?: там| в н[её]м)?|what(?:'s| is) (?:still )?(?:left|open|remaining)(?: (?:there|in it))?)[\s?.!]*$/iu
/** After one project was shown: its tasks. */
const leftOf = (deps: Deps, last: Done): Draft | undefined => {
  const tool = 'tasks_list_tasks'
  const items = asRecord(last.result?.output)['items']
  const [project] = Array.isArray(items) && items.length === 1 ? items.map(asRecord) : []
  return last.name === 'tasks_list_projects' &&
    typeof project?.['name'] === 'string' &&
    deps.toolbox.takes(tool, 'project')
    ? { tool, args: { project: project['name'] } }
    : undefined
}

/** A record is asked for anew, whatever was looked at before. */
const RECORD = /(?<!\p{L})(?:рекорд\p{L}*|личн\p{L}+ лучш\p{L}+|personal (?:best|record)|record|pr|pb)(?!\p{L})/iu

const BARE_PERIOD =
  /^(?:на |за |в |during |for |in )?(?:эт(?:ой|у|от|ом)|прошл(?:ой|ую|ый|ом)|следующ(?:ей|ую|ий|ем)|this|last|next)(?: one)?[\s?.!]*$/iu
/** "а на этой?" after a question about a week. */
const withPeriod = (text: string, { args: { from, to } }: Done): string => {
  if (!BARE_PERIOD.test(text.trim()) || typeof from !== 'string' || typeof to !== 'string') return text
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  const said = text.trim().replace(/(?: one)?[\s?.!]*$/iu, '')
  const russian = /\p{Script=Cyrillic}/u.test(said)
  const month = russian ? (/(?:ый|ом|от|ий|ем)$/iu.test(said) ? 'месяце' : 'месяц') : 'month'
  return `${said} ${days <= 7 ? (russian ? 'неделе' : 'week') : month}`
}
const DAY_MS = 86_400_000

/** The room itself asked what it lacked ("сколько это длилось?"): the same call with what is said now. */
const answered = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): Draft | undefined => {
  const turn = turns.at(-1)
  const calls = turn?.calls.filter((call) => !isLookup(call.id)) ?? []
  const failed = calls.filter((call) => call.result?.status === 'failed').at(-1)
  const tool = failed && turn?.answer.trimEnd().endsWith('?') ? deps.toolbox.get(failed.name) : undefined
  const clause = clauseOf(text, lang, deps.context)
  if (!failed || !tool || (clause.plain.match(/\p{L}+/gu)?.length ?? 0) > MOST_ANSWER_WORDS) return undefined
  const said = fill(tool, clause, deps).args
  // Money that was sent is known; a second sum is what arrived on the other account.
  if (failed.args['toAccountId'] !== undefined && typeof said['amount'] === 'number')
    return { tool: tool.name, args: { ...failed.args, toAmount: said['amount'] } }
  const next = Object.entries(said).filter(([field]) => failed.args[field] === undefined)
  return next.length > 0 ? { tool: tool.name, args: { ...failed.args, ...Object.fromEntries(next) } } : undefined
}
const MOST_ANSWER_WORDS = 4

const HOW_MUCH_ALL =
  /^(?:(?:а|и|ну|так|and|so)[\s,]+)*(?:(?:сколько|скока)(?: это)? (?:всего|вышло|получилось|в сумме|итого)(?: всего| вышло| получилось)?|итого|какая сумма|what(?:'s| is) the total|how much (?:is (?:that|it)|in total|total|altogether|overall)(?: in total| altogether| so far)?)(?=[\s?.!]|$)/iu
const NEAR = 3

/** "скока сегодня", "how much this week": a sum of a time and of nothing else. */
const asksSum = (deps: Deps, text: string, lang: Lang): boolean => {
  const { plain, mentions } = clauseOf(text, lang, deps.context)
  const [when] = mentions
  if (mentions.length !== 1 || !when || !['date', 'range'].includes(when.kind)) return false
  const rest = `${plain.slice(0, when.start)} ${plain.slice(when.end)}`
  return /^[\s.,?!]*(?:(?:а|и|ну|and|so)\s+)?(?:сколько|скока|скок|h[ou]?w m[ua]ch)(?: всего| вышло)?[\s.,?!]*$/u.test(
    rest,
  )
}

/** "сколько всего?" among talk of money: the day's spending, unless a period is said. */
const totalOf = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): Draft | undefined => {
  const tool = deps.toolbox.get('finance_summarise_spending')
  const money = turns
    .slice(-NEAR)
    .some((turn) => turn.calls.some((call) => domainOf(call.name) === 'finance' && call.result?.status === 'ok'))
  if (!tool || !money) return undefined
  const clause = clauseOf(text, lang, deps.context)
  const today = localDateOf(deps.context.now, deps.context.timeZone)
  const read = lastRead(turns)
  const before = read?.name === tool.name ? read.args : { from: today, to: today }
  const said = mentionsOf(clause, 'date', 'range', 'instant').length > 0
  const { from, to } = said ? fill(tool, clause, deps).args : before
  return { tool: tool.name, args: { from, to } }
}

const UNDO = 'account_undo_last'
/** Said after something was removed, it wants that back. */
const BROUGHT_BACK =
  /^(?:(?:ой|упс|блин|нет|стой|а|oops|no|wait|oh|actually)[\s,.!]+)*(?:верни(?:те)?|вернуть|восстанови(?:те)?|bring|put|give|restore|get)(?:\s+(?:назад|обратно|вс[её]|е[её]|его|их|это|эту|этот|напоминани\p{L}*|задач\p{L}*|встреч\p{L}*|событи\p{L}*|заметк\p{L}*|трат\p{L}*|запись|it|that|them|back|the|my|reminder|task|meeting|event|note|expense))*[\s.!]*$/iu
/** "верни сметану": by the name of what was just removed. */
const BRINGS =
  /^(?:(?:ой|упс|нет|а|oops|no|wait|actually)[\s,.!]+)*(?:верни(?:те)?|восстанови(?:те)?|bring back|put back|restore)\s+(.+?)[\s.!]*$/iu
const bringsBack = (text: string, turns: readonly Turn[]): boolean => {
  if (BROUGHT_BACK.test(text)) return removedLast(turns)
  const name = BRINGS.exec(text)?.[1]
  const last = turns.at(-1)?.calls.filter(({ id }) => !isLookup(id)) ?? []
  return (
    name !== undefined &&
    last.length === 1 &&
    last.some(
      ({ name: tool, result }) =>
        REMOVES.test(tool) && result?.status === 'ok' && shareIn(contentStems(name), result.said) === 1,
    )
  )
}
const REMOVES = /_(?:delete|cancel|forget|complete|skip|remove)(?:_|$)/u
const removedLast = (turns: readonly Turn[]): boolean =>
  turns.slice(-2).some((turn) => turn.calls.some((call) => call.result?.status === 'ok' && REMOVES.test(call.name)))

const THERE =
  /(?<!\p{L})(?:туда(?: же)?|на это время|на этот день|в этот день|в тот (?:же )?день|(?:in )?there|then|that day|that slot)(?!\p{L})/iu
const PLACES = words(
  'постав\\p{L}*|запиш\\p{L}*|добав\\p{L}*|заплан\\p{L}*|назнач\\p{L}*|вставь|закинь|впиши|put|book|schedule|add|block|plan',
)

/** The one day the conversation was just about: what was asked of it, or the row last spoken of. */
const dayOf = (deps: Deps, turns: readonly Turn[]): string | undefined => {
  const { timeZone } = deps.context
  const { from, to, date, dueOn } = lastRead(turns)?.args ?? {}
  for (const day of [date, dueOn]) if (typeof day === 'string') return day
  if (typeof from === 'string' && typeof to === 'string' && from.includes('T')) {
    const day = localDateOf(new Date(from), timeZone)
    const end = localDateOf(new Date(to), timeZone)
    return end === day || end === addDays(day, 1) ? day : undefined
  }
  const [last] = mentionedRows(turns.slice(-1), (call) => /^(?:calendar|tasks|reminders)_/u.test(call.name))
  return last && dateOf(last.row, deps.context)
}

/** "поставь туда обед с 12 до часу": the day just spoken of, said as a date. */
export const dayOfThere = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): string => {
  const clause = clauseOf(text, lang, deps.context)
  if (!THERE.test(clause.plain) || !PLACES.test(clause.plain)) return text
  if (mentionsOf(clause, 'date', 'instant', 'range', 'rrule').length > 0) return text
  const day = dayOf(deps, turns)
  const [clock] = mentionsOf(clause, 'time', 'window')
  if (day === undefined) return text
  const without = text.replace(THERE, '').replace(/\s{2,}/gu, ' ')
  const said = clock ? text.slice(clock.start, clock.end) : ''
  const at = said === '' ? -1 : without.indexOf(said)
  return at < 0 ? `${without.trim()} ${day}` : `${without.slice(0, at)}${day} ${without.slice(at)}`
}
