import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import { toRfc3339 } from '../../core/time.ts'
import type { HistoryMessage, Run } from '../state.ts'
import { isHeard } from './grounds.ts'
import { historyMessages } from './history.ts'

// Which writing tools an external model may call in a turn: what the person's own words may mean, in this message or,
// when it leans on the one before, in what was just done. Text in quotes is somebody else's.

/** From here a writing tool may be what a message asks for; where code or a sure guess knows better, only from the second. */
const POSSIBLE = 0.01
const POSSIBLE_BESIDE = 0.03
/** Where what it writes cannot be heard in the person's words (a consent, a switch), the message has to be about it. */
const POSSIBLE_UNHEARD = 0.2
const SURELY = 0.8

/** It takes nothing that could be compared with the words, so only code or the words themselves open it, never likelihood. */
const UNDO = 'account_undo_last'

const QUOTED = /«[^»]*»|“[^”]*”|"[\s\S]*(?:"|$)|\{[^}]*\}/gu
const IDENTIFIER = /(?<![\p{L}\d_])[a-z]+(?:_[a-z]+)+(?![\p{L}\d_])/giu
const word = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')
const opening = (pattern: string): RegExp => new RegExp(`^[\\s\\p{P}]*(?:${pattern})(?!\\p{L})`, 'iu')

const TAKES_BACK = word(
  'отмен(?:и|ите|ить|яй|яем|им)|верни(?:те)?|вернуть|откати(?:ть)?|undo|revert|(?:bring|take|put) (?:it|that|them) back|roll back',
)
const LEANS = opening(
  "нет|не|ой|упс|ах|ошибся|ошиблась|перепутал[аи]?|а лучше|лучше|тогда|вернее|точнее|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|это|его|её|ее|их|ему|ей|no|not|oops|sorry|better|actually|rather|make|oh|it|it[’']ll|that|this|them|the (?:first|second|third|last|other)",
)
const GOES_ON = opening('и|а|ещё|еще|также|тоже|and|also')
const ASKS =
  /\?\s*$|^(?:что|чего|где|куда|когда|сколько|скока|как(?:ой|ая|ие|ов\p{L}*)?|кто|кому|кого|зачем|почему|покажи|what|whats|where|when|who|which|how|why|do|does|did|is|are|am|show)(?!\p{L})/iu

/** More than one clause: part of it may ask for something else. */
const SEVERAL = /[.!?;:,\n…]\s*\S|(?<!\p{L})(?:и|а|но|или|еще|ещё|потом|заодно|and|but|or|also|then|plus)(?!\p{L})/iu

/** What a person may forbid, by the verb, and the tools that would do it. */
const FORBIDS: readonly { verb: string; tools: RegExp }[] = [
  { verb: 'за?помин\\p{L}+|запомни\\p{L}*|remember|memori[sz]e', tools: /^memory_remember/u },
  {
    verb: '(?:по|рас)?став(?:ь|ить|ьте|ляй)\\p{L}*|добав\\p{L}+|запис\\p{L}+|запиш\\p{L}+|внос\\p{L}+|внес\\p{L}+|созда\\p{L}+|заво[дж]\\p{L}+|напом(?:ин|н)\\p{L}+|add|record|log|save|create|schedule|book|put|remind|write',
    tools: /_add_|_set_(?:reminder|budget)|^memory_remember/u,
  },
  {
    verb: 'удал\\p{L}+|стира\\p{L}+|отмен\\p{L}+|забы\\p{L}+|забуд\\p{L}+|delete|remove|cancel|erase|forget',
    tools: /_(?:delete|cancel)_|_forget$/u,
  },
  {
    verb: 'перен\\p{L}+|дви[гн]\\p{L}+|сдви\\p{L}+|move|reschedule|postpone',
    tools: /_update_(?:event|task|reminder)$/u,
  },
]
const NOT =
  "(?:не|don[’']?t|do not|never|no need to|not to)(?: (?:надо|нужно|стоит|пока|ещё|еще|это|эту|его|ever|yet|please))*"

/** Tools whose act the person spoke against, and nowhere for. */
const forbidden = (own: string): RegExp[] =>
  FORBIDS.flatMap(({ verb, tools }) => {
    const against = new RegExp(`(?<!\\p{L})(?:${NOT} (?:${verb})|(?:${verb}) не (?:надо|нужно|стоит))(?!\\p{L})`, 'giu')
    const rest = own.replace(against, ' ')
    return rest !== own && !word(verb).test(rest) ? [tools] : []
  })

/** The tools that may write in this turn. */
export const openWrites = (run: Run, text: string): string[] => {
  const own = ownWords(text)
  // One question that surely asks to see something writes nothing: reading it closely costs more than all else here.
  const read = asksToSee(run, own) ? [] : meant(run, own)
  const open = new Set([...read, ...possible(run, own, read.length > 0)])
  // "отмени встречу" is about the meeting.
  if (TAKES_BACK.test(own) && !read.some((name) => writes(run, name))) open.add(UNDO)
  for (const name of [...open]) for (const same of [...sameAct(run, name), ...madeAgain(run, name)]) open.add(same)
  const last = run.history.findLast((message) => message.role === 'assistant')
  if (last && !ASKS.test(own)) {
    const asked = /\?\s*$/u.test(last.text)
    if (asked) for (const name of possible(run, ownWords(lastSaid(run)), false)) open.add(name)
    const goesOn = GOES_ON.test(own)
    const lost = asked || open.size === 0 || (goesOn && read.length === 0)
    if (lost || goesOn) for (const { name } of last.tools ?? []) open.add(name)
    if (lost || goesOn || LEANS.test(own)) for (const name of changing(run, last)) open.add(name)
  }
  const closed = forbidden(own)
  return [...open].filter((name) => writes(run, name) && !closed.some((tools) => tools.test(name)))
}

/** What code understands: it knows the conversation, and obeys no text in it. */
const meant = (run: Run, own: string): readonly string[] => {
  const { user, request, deps } = run
  const { timeZone, locale, currency } = user
  const context = { now: toRfc3339(request.now, timeZone), timeZone, locale, currency }
  const messages = [
    new SystemMessage(`<context>${JSON.stringify(context)}</context>`),
    ...historyMessages(run.history),
    new HumanMessage(own),
  ]
  return deps.toolsMeant(
    messages,
    [...deps.registry.entries.values()].map(({ definition }) => definition),
  )
}

const ownWords = (text: string): string => {
  const own = text.replace(QUOTED, ' ').replace(IDENTIFIER, ' ')
  return own.trim() === '' ? text : own
}
const lastSaid = (run: Run): string => run.history.findLast((message) => message.role === 'user')?.text ?? ''

const riskOf = (run: Run, name: string): string | undefined => run.deps.registry.entries.get(name)?.tool.risk
const writes = (run: Run, name: string): boolean => (riskOf(run, name) ?? 'read') !== 'read'

const asksToSee = (run: Run, own: string): boolean => ASKS.test(own) && !SEVERAL.test(own) && surelyReads(run, own)

const surelyReads = (run: Run, own: string): boolean =>
  [...run.deps.toolShares(own)].some(([name, share]) => share >= SURELY && riskOf(run, name) === 'read')

const heard = (run: Run, name: string): boolean => {
  const entry = run.deps.registry.entries.get(name)
  return !entry || entry.tool.risk === 'read' || isHeard(entry.inputSchema)
}

const possible = (run: Run, own: string, known: boolean): string[] => {
  const shares = [...run.deps.toolShares(own)]
  const reads = surelyReads(run, own)
  const least = reads || known ? POSSIBLE_BESIDE : POSSIBLE
  return shares.flatMap(([name, share]) =>
    name !== UNDO && share >= (heard(run, name) ? least : POSSIBLE_UNHEARD) ? [name] : [],
  )
}

/** "Move the taxes": which room holds the taxes is found out by looking. */
const ACT = /_(?:update|complete)_/u
const sameAct = (run: Run, name: string): string[] => {
  const act = ACT.exec(name)?.[0]
  if (act === undefined) return []
  return [...run.deps.registry.entries].flatMap(([other, { inputSchema }]) =>
    other.includes(act) && changesRow(inputSchema) ? [other] : [],
  )
}

/** A record put right may also be made again: logging a night replaces the one that was there. */
const RECORD = /^(\p{L}+)_update_entry$/u
const AGAIN = /_log_(?:sleep|mood|metric)$/u
const madeAgain = (run: Run, name: string): string[] => {
  const room = RECORD.exec(name)?.[1]
  return room === undefined
    ? []
    : [...run.deps.registry.entries.keys()].filter((other) => AGAIN.test(other) && other.startsWith(`${room}_`))
}

/** What changes a row of the rooms just spoken about. */
const changing = (run: Run, { tools }: HistoryMessage): string[] => {
  const rooms = new Set((tools ?? []).map(({ name }) => roomOf(name)))
  return [...run.deps.registry.entries].flatMap(([name, { inputSchema }]) =>
    rooms.has(roomOf(name)) && changesRow(inputSchema) ? [name] : [],
  )
}
const roomOf = (name: string): string => name.slice(0, name.indexOf('_'))
const changesRow = (inputSchema: Record<string, unknown>): boolean =>
  'id' in ((inputSchema['properties'] ?? {}) as object)
