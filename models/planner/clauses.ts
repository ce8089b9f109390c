import type { Lang } from '../../core/user.ts'
import { type Clause, clauseOf } from './clause.ts'
import { OPS } from './cues.ts'
import type { Mention } from './mention.ts'
import type { PersonContext } from './types.ts'
import { words } from './words.ts'

/** Where a message may fall into several requests. */
const JOINT =
  /\s*(?:[;\n]+|(?<=\p{L}|\d|[₽$€£])[.!](?=\s)|,(?:\s*(?:а|и|and)?\s*(?:ещ[её]|также|потом|затем|плюс|also|then|plus)?(?!\p{L}))?|(?<!\p{L})(?:а также|и ещ[её]|а ещ[её]|ещ[её]|и потом|а потом|потом|и|плюс|and also|and then|and|then|also|plus)(?!\p{L}))\s*/giu

/** A free text that must not be cut: a note, a fact. */
const WHOLE = words(
  'запомни\\p{L}*|заметк\\p{L}*|remember that|keep in mind|bear in mind|note|notes|имей в виду|учти|раздел\\p{L}*|разбей|разбить|подели\\p{L}*|разнеси|разложи|распредели|раскидай|split\\p{L}*|divide|break|separate|reallocate|portion out',
)

/** A request that begins here: an imperative, a report, a question. */
const STARTS = new RegExp(
  `^(?:(?:пожалуйста|мне|please|can you|could you|also|ещё|еще|я|i)\\s+)*(?:${[
    'добавь|запиши|внеси|создай|поставь|заведи|запланируй|назначь|забронируй|напомни|напоминай|перенеси|передвинь|сдвинь|измени|поменяй|переименуй|удали|убери|отмени|покажи|закрой|отметь|запомни|забудь|пропусти|потратил[аи]?|заплатил[аи]?|купил[аи]?|получил[аи]?|заработал[аи]?|сколько|лимит|бюджет|найди|скажи',
    'add|create|put|schedule|book|set|remind|move|reschedule|change|rename|delete|remove|cancel|show|list|mark|forget|skip|spent|paid|bought|received|earned|got|how much|what|log|record|find|block',
  ].join('|')})(?!\\p{L})`,
  'u',
)

const inside = (mentions: readonly Mention[], from: number, to: number): boolean =>
  mentions.some((mention) => mention.start < from && mention.end > to)

const quoted = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  return (before.match(/[«“]/gu)?.length ?? 0) > (before.match(/[»”]/gu)?.length ?? 0)
}

const sumsIn = (mentions: readonly Mention[], from: number, to: number): Mention[] =>
  mentions.filter((m) => (m.kind === 'money' || m.kind === 'number') && m.start >= from && m.end <= to)

const OTHER_OPS = (['remind', 'move', 'change', 'remove', 'complete', 'show', 'snooze', 'skip'] as const).map(
  (op) => OPS[op],
)

/** Whether both sides of a joint report a sum of their own: "450 такси, 1200 продукты". */
const bothPaid = (clause: Clause, from: number, cutFrom: number, cutTo: number, to: number): boolean => {
  const left = clause.plain.slice(from, cutFrom)
  const right = clause.plain.slice(cutTo, to)
  if (OTHER_OPS.some((op) => op.test(left) || op.test(right))) return false
  const sums = [sumsIn(clause.mentions, from, cutFrom), sumsIn(clause.mentions, cutTo, to)]
  const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text)
  const oneEach = sums.every((side) => side.length >= 1)
  return oneEach && hasWords(left) && hasWords(right.replace(/\d/gu, ''))
}

/** "…, удали", "…, skip it", "…, add it as an account": the verb for what was said before the comma. */
const LEANS_BACK =
  /^(?:пожалуйста |please |and |also |can you |could you )*\p{L}+(?: (?:up|off|out|down))?(?:\s+(?:его|ее|их|это|эту|этот|пожалуйста|плиз|please|it|that|this|them|on|all|мне|me|again|снова|еще раз)(?!\p{L}).*|[\s.!]*)$/u
const leansBack = (right: string): boolean => LEANS_BACK.test(right)

/** Whether the left side is a request by itself and not only what the right side speaks of. */
const asks = (left: string): boolean =>
  STARTS.test(left) || Object.values(OPS).some((op) => op.test(left)) || /\p{N}/u.test(left)

/** The requests of a message, in order; most messages are one. */
export const clausesOf = (text: string, lang: Lang, context: PersonContext): Clause[] => {
  const whole = clauseOf(text, lang, context)
  if (WHOLE.test(whole.plain)) return [whole]
  const cuts: [number, number][] = []
  let from = 0
  for (const joint of whole.text.matchAll(JOINT)) {
    const cutFrom = joint.index
    const cutTo = cutFrom + joint[0].length
    if (cutFrom <= from || cutTo >= text.length) continue
    if (inside(whole.mentions, cutFrom + 1, cutTo - 1) || quoted(text, cutFrom)) continue
    const next = [...whole.plain.slice(cutTo).matchAll(JOINT)].find((later) => later.index > 0)
    const to = next ? cutTo + next.index : text.length
    const right = whole.plain.slice(cutTo)
    if (
      (STARTS.test(right) && !leansBack(right) && asks(whole.plain.slice(from, cutFrom))) ||
      bothPaid(whole, from, cutFrom, cutTo, to)
    ) {
      cuts.push([cutFrom, cutTo])
      from = cutTo
    }
  }
  if (cuts.length === 0) return [whole]
  const starts = [0, ...cuts.map(([, end]) => end)]
  const ends = [...cuts.map(([start]) => start), text.length]
  return starts
    .map((start, i) => clauseOf(text.slice(start, ends[i]).trim(), lang, context))
    .filter((clause) => clause.text !== '')
}
