import type { Pending } from '../contract.ts'

type Answer = { actionId: string; decision: 'approve' | 'reject' }[]

const YES_WORD =
  'да|ага|угу|конечно|давай(?:те)?|подтверждаю|согласен|согласна|хорошо|ок(?:ей)?|верно|точно|yes|yep|yeah|yup|sure|ok(?:ay)?|confirm(?:ed)?|do it|go ahead|please do'
const NO_WORD =
  "нет|неа|не сейчас|потом|не надо|не нужно|не стоит|не удаляй(?:те)?|не хочу|не|отмена|отмени(?:ть)?|передумал[аи]?|стоп|оставь(?:те)?|no|nope|nah|not now|later|cancel|don['’]?t|do not|never ?mind|stop|keep (?:it|them)"
/** Words that may follow without making it another request. */
const YES_TAIL =
  "да|ага|пожалуйста|удаляй(?:те)?|удали(?:те)?|удалить|отменяй|отмени|все|всё|их|его|её|это|обе|оба|делай|давай|подтверждаю|уверен[аы]?|конечно|yes|please|all|both|them|it|that|delete|remove|cancel|do|go|ahead|of|i['’]?m|am|sure|thanks"
const NO_TAIL =
  "нет|не|я|мы|надо|нужно|стоит|спасибо|это|его|её|их|ничего|оставь(?:те)?|удаляй(?:те)?|трогай(?:те)?|пусть|будет|останется|пока|лучше|уже|всё-таки|передумал[аи]?|как|есть|no|not|thanks|thank|you|that|it|them|do|don['’]?t|keep|leave|delete|remove|changed|my|mind|i|now|please|as|is"
const whole = (first: string, tail: string): RegExp =>
  new RegExp(`^(?:${first})(?!\\p{L})(?:[\\s,.–—-]+(?:${tail})(?!\\p{L}))*[\\s.!]*$`, 'iu')
const YES = whole(YES_WORD, YES_TAIL)
const NO = whole(NO_WORD, NO_TAIL)
const ONLY = /^(?:(?:да|yes)[\s,]+)?(?:только|лишь|удали(?:ть)? только|only|just)(?!\p{L})/iu
const EXCEPT = /(?<!\p{L})(?:кроме|except|but not|all but)(?!\p{L})/iu
const ORDINALS: readonly RegExp[] = [
  /(?<!\p{L})(?:перв\p{L}*|first)(?!\p{L})/iu,
  /(?<!\p{L})(?:втор\p{L}*|second)(?!\p{L})/iu,
  /(?<!\p{L})(?:трет\p{L}*|third)(?!\p{L})/iu,
  /(?<!\p{L})(?:четв[её]рт\p{L}*|fourth)(?!\p{L})/iu,
  /(?<!\p{L})(?:пят\p{L}*|fifth)(?!\p{L})/iu,
]

/**
 * Reads a message as the answer to an open confirmation: yes, no, or some of it ("только первую", "all except 2",
 * "только зал"). Null when it is anything else: then it is a new message and the confirmation stays open.
 */
export const readDecision = (text: string, pending: Pending): Answer | null => {
  const answer = text.trim()
  if (answer.length > 120) return null
  if (YES.test(answer)) return pending.actions.map((action) => ({ actionId: action.id, decision: 'approve' }))
  if (NO.test(answer)) return pending.actions.map((action) => ({ actionId: action.id, decision: 'reject' }))
  if (pending.actions.length < 2) return null
  const except = EXCEPT.test(answer)
  const bare = /^[\s\d,.иand&]+$/iu.test(answer)
  if (!except && !bare && !ONLY.test(answer)) return null
  const named = namedIn(answer, pending)
  if (named.size === 0) return null
  return pending.actions.map((action) => ({
    actionId: action.id,
    decision: named.has(action.id) === except ? 'reject' : 'approve',
  }))
}

const namedIn = (answer: string, pending: Pending): Set<string> => {
  const named = new Set<string>()
  for (const match of answer.matchAll(/\d+/gu)) {
    const action = pending.actions[Number(match[0]) - 1]
    if (action) named.add(action.id)
  }
  for (const [index, ordinal] of ORDINALS.entries()) {
    const action = pending.actions[index]
    if (action && ordinal.test(answer)) named.add(action.id)
  }
  if (named.size > 0) return named
  const words = answer.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  for (const action of pending.actions) {
    const summary = action.summary.toLowerCase()
    const others = pending.actions.filter((other) => other !== action)
    const hit = words.some((word) => {
      const stem = word.slice(0, Math.max(3, word.length - 2))
      return summary.includes(stem) && !others.every((other) => other.summary.toLowerCase().includes(stem))
    })
    if (hit) named.add(action.id)
  }
  return named
}
