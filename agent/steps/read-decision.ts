import type { Pending } from '../contract.ts'

type Answer = { actionId: string; decision: 'approve' | 'reject' }[]

const YES =
  /^(?:да(?:[\s,]+да)*|ага|угу|конечно|давай(?:те)?|подтверждаю|согласен|согласна|хорошо|ок(?:ей)?|верно|точно|yes|yep|yeah|sure|ok(?:ay)?|confirm(?:ed)?|do it|go ahead|please do)(?:[\s,]+(?:пожалуйста|удаляй|удали|удалить|все|всё|их|его|её|делай|давай|подтверждаю|please|all|them|it|delete|do it|all of them))*[\s.!]*$/iu
const NO =
  /^(?:нет(?:[\s,]+нет)*|не[\s]+(?:надо|нужно|стоит|удаляй|хочу)|не|отмена|отмени(?:ть)?|передумал[аи]?|стоп|no|nope|nah|cancel|don'?t|never ?mind|stop)(?:[\s,]+(?:не надо|не нужно|спасибо|это|ничего|thanks|thank you|that|it|do it))*[\s.!]*$/iu
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
