import type { Lang } from '../../core/user.ts'
import { type Clause, clauseOf } from './clause.ts'
import type { Turn } from './conversation.ts'
import { cuesOf } from './cues.ts'
import { namesKind, toolFor, type Wish, wishOf } from './kinds.ts'
import { missingSlot } from './missing.ts'
import { isLookup, type Mentioned, mentionedRows, rowsOf } from './reference.ts'
import { withRow } from './resolve.ts'
import { fill } from './slots/fill.ts'
import { domainOf } from './tool-schema.ts'
import type { Draft, Understanding } from './types.ts'
import type { Deps } from './understand.ts'
import { words } from './words.ts'

/** How many turns back "it" may reach when nothing is named. */
const NEAR = 2

const ORDINALS: readonly RegExp[] = [
  'перв(?:ый|ая|ое|ую|ого)|(?:the )?first',
  'втор(?:ой|ая|ое|ую|ого)|(?:the )?second',
  'трет(?:ий|ья|ье|ью|ьего)|(?:the )?third',
  'четверт(?:ый|ая|ое|ую|ого)|(?:the )?fourth',
  'пят(?:ый|ая|ое|ую|ого)|(?:the )?fifth',
].map(
  (ordinal) =>
    new RegExp(
      `(?<!\\p{L})(?:${ordinal})(?: (?:one|задач[ауи]|встреч[ауи]|напоминани[ея]|запись|трат[ау]|task|meeting|event|reminder|expense))?(?!\\p{L}|\\s+(?:half|время|раз|time|of|числ|мая|январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр))`,
      'u',
    ),
)

/** Rows of the latest turn that showed or made several, in the order they were told. */
const severalRows = (turns: readonly Turn[]): Mentioned[] => {
  for (const turn of turns.slice(-NEAR).reverse()) {
    const rows = turn.calls
      .filter((call) => call.result?.status === 'ok' && !isLookup(call.id))
      .flatMap((call) => rowsOf(call.result?.output).map((row) => ({ call, row })))
    if (rows.length > 1) return rows
  }
  return madeOneByOne(turns)
}

/** As many turns back as rows made one after another are still counted together. */
const COUNTED = 5
const madeOneByOne = (turns: readonly Turn[]): Mentioned[] => {
  const made = mentionedRows(turns.slice(-COUNTED), ({ name }) => /_(?:add|set)_/.test(name)).reverse()
  const kind = made.at(-1)?.call.name
  return made.filter(({ call }) => call.name === kind)
}

const wishIn = (clause: Clause): Wish | undefined => {
  const { ops } = cuesOf(clause)
  if (ops.has('remove')) return 'remove'
  if (ops.has('complete')) return 'complete'
  return ops.has('move') || ops.has('change') || clause.mentions.some(({ kind }) => kind === 'shift')
    ? 'change'
    : undefined
}

/** "второе сдвинь на полчаса раньше": one of the rows just told, by its number. */
const byOrdinal = (deps: Deps, turns: readonly Turn[], text: string, lang: Lang): Draft | undefined => {
  const said = clauseOf(text, lang, deps.context)
  const index = ORDINALS.findIndex((ordinal) => ordinal.test(said.plain))
  const ordinal = index < 0 ? null : ORDINALS[index]?.exec(said.plain)
  const found = ordinal ? severalRows(turns)[index] : undefined
  if (!ordinal || !found || said.plain.trimEnd().endsWith('?')) return undefined
  const wish = wishIn(said) ?? 'change'
  const it = lang === 'ru' ? 'его' : 'it'
  const rest = `${text.slice(0, ordinal.index)}${it}${text.slice(ordinal.index + ordinal[0].length)}`
  const tool = deps.toolbox.get(toolFor(deps.toolbox, domainOf(found.call.name), wish) ?? '')
  if (!tool) return undefined
  if (wish !== 'change') return onRow(deps, { tool: tool.name, args: {} }, found)
  const draft = fill(tool, clauseOf(rest, lang, deps.context), deps)
  const settled = Object.keys(draft.args).length > 0 && Object.keys(draft.args).every((field) => SET_WHOLE.has(field))
  return settled && draft.ref?.words === '@it' ? onRow(deps, draft, found) : undefined
}

/** The draft with its row, when nothing else is missing. */
const onRow = (deps: Deps, draft: Draft, { row }: Mentioned): Draft | undefined => {
  const settled = withRow(draft, row, deps.context)
  return missingSlot(settled, deps.toolbox) === undefined ? settled : undefined
}

/** Turns of mere talk do not count. */
const lastRow = (turns: readonly Turn[]): Mentioned | undefined =>
  mentionedRows(
    turns
      .slice(-COUNTED)
      .filter((turn) => turn.calls.length > 0)
      .slice(-NEAR),
    () => true,
  )[0]

/** "перенеси на 8 вечера" after a reminder means the reminder, though of itself it would mean a meeting. */
const ofLastKind = (deps: Deps, turns: readonly Turn[], draft: Draft, clause: Clause): Draft | undefined => {
  const { ref } = draft
  const wish = wishOf(draft.tool)
  const last = lastRow(turns)
  if (!wish || !last || ref?.words !== '@it' || ref.date !== undefined || ref.amount !== undefined) return undefined
  const domain = domainOf(last.call.name)
  const tool = deps.toolbox.get(toolFor(deps.toolbox, domain, wish) ?? '')
  if (!tool || tool.name === draft.tool || namesKind(clause)) return undefined
  return onRow(deps, fill(tool, clause, deps), last)
}

/** How a change of the last row begins when the verb says little: "а лучше в 8", "это займёт часа два", "make it urgent". */
const AMENDS =
  /^(?:(?:а|но|и|ну|ой|нет|тогда|давай|and|no|oh|then|but)[\s,]+)*(?:лучше|(?:сделай|поставь|задай|дай|назначь)\s+(?:ей|ему|его|е[её]|это|этой|этому)|пусть (?:будет|он[аои]?)|это (?:займ[её]т|продлится|надо|нужно|будет|важно|срочно)|он[аои]? (?:займ[её]т|продлится|будет|важн\p{L}*|срочн\p{L}*)|займ[её]т|продлится|(?:на|в)\s+\d[\d:.]*|(?:at|for)\s+\d[\d:.]*(?:\s?[ap]m)?|better|rather|make (?:it|that|this)|let'?s make it|set it|give it|(?:it|this|that)(?:'ll| will| would| should|'s going to| is going to)? (?:take|last|be)|it'?s (?:urgent|important)|перенеси|передвинь|сдвинь|move it|push it|shift it)(?!\p{L})/u
/** Fields whose value is never a stretch of the sentence: a short amendment does not rename. */
const SET_WHOLE = new Set([
  'start',
  'end',
  'date',
  'time',
  'at',
  'startsAt',
  'dueAt',
  'plannedOn',
  'occurredOn',
  'durationMinutes',
  'shiftMinutes',
  'priority',
  'energy',
  'rrule',
  'amount',
  'currency',
  'allDay',
])

/** A second thought needs no verb: "а лучше на 9". */
const RATHER = /^(?:(?:а|но|и|ну|ой|нет|and|no|oh|but)[\s,]+)*(?:давай\s+)?(?:лучше|better|rather)(?!\p{L})[\s,]*/iu

const amended = (deps: Deps, turns: readonly Turn[], clause: Clause): Draft | undefined => {
  const last = lastRow(turns)
  if (!last || !AMENDS.test(clause.plain) || clause.plain.trimEnd().endsWith('?')) return undefined
  const tool = deps.toolbox.get(toolFor(deps.toolbox, domainOf(last.call.name), 'change') ?? '')
  if (!tool || namesKind(clause)) return undefined
  const moved = clause.lang === 'ru' ? 'перенеси его ' : 'move it to '
  const said = [clause.text, ...(RATHER.test(clause.text) ? [clause.text.replace(RATHER, moved)] : [])]
  for (const text of said) {
    const draft = fill(tool, clauseOf(text, clause.lang, deps.context), deps)
    const fields = Object.keys(draft.args)
    if (fields.length > 0 && fields.every((field) => SET_WHOLE.has(field)) && draft.ref?.words === '@it')
      return onRow(deps, draft, last)
  }
  return undefined
}

const ONLY_REMOVE =
  /^(?:(?:а|и|нет|ой|ладно|тогда|пожалуйста|and|no|oh|ok|please|then)[\s,]+)*(?:удали(?:ть)?|убери|убрать|сотри|забудь|delete|remove|erase|forget)(?:\s+(?:его|е[её]|это|эту|этот|it|that|this))?[\s.!]*$/iu
/** "удали", "forget that" alone: the row just spoken of, whatever it is. */
const removed = (deps: Deps, turns: readonly Turn[], clause: Clause): Draft | undefined => {
  const last = ONLY_REMOVE.test(clause.plain) ? lastRow(turns) : undefined
  const tool = last && toolFor(deps.toolbox, domainOf(last.call.name), 'remove')
  if (!last || !tool || (/^(?:.*\s)?(?:забудь|forget)/iu.test(clause.plain) && !tool.startsWith('memory_')))
    return undefined
  return onRow(deps, { tool, args: {} }, last)
}

/** What was understood of a message alone, seen with the rows just spoken of. */
export const aboutRows = (
  deps: Deps,
  turns: readonly Turn[],
  alone: Understanding,
  text: string,
  lang: Lang,
): Understanding => {
  const made = (draft: Draft): Understanding => ({ lang, drafts: [draft], how: 'context' })
  const numbered = byOrdinal(deps, turns, text, lang)
  if (numbered) return made(numbered)
  if (alone.drafts.length > 1) return alone
  const clause = clauseOf(text, lang, deps.context)
  const gone = removed(deps, turns, clause)
  if (gone) return made(gone)
  const rather = RATHER.test(text) ? amended(deps, turns, clause) : undefined
  if (rather) return made(rather)
  const [only] = alone.drafts
  const same = only && ofLastKind(deps, turns, only, clause)
  if (same) return made(same)
  if (only && alone.question === undefined && only.ref?.words !== '@it') return alone
  const changed = words('напомни|remind').test(clause.plain) ? undefined : amended(deps, turns, clause)
  return changed ? made(changed) : alone
}
