import { emergencyReply, findEmergency } from '../../guardrails/emergency.ts'
import { cleanText } from '../../guardrails/limits.ts'
import { type Run, render } from '../state.ts'

export interface CheckedInput {
  text: string
  /** The whole reply, when no model and no tool may answer this message. */
  fixed: string | null
}

/** What the person said last, oldest first. */
export const recentTexts = (run: Run): string[] =>
  run.history
    .filter((message) => message.role === 'user')
    .slice(-3)
    .map((message) => message.text)

/** First judgement of a message, before anything else sees it: size and form, then emergencies. Works with the model down. */
export const checkInput = (run: Run): CheckedInput => {
  const text = cleanText(run.request.message ?? '')
  const emergency = findEmergency(text, recentTexts(run))
  if (!emergency) return { text, fixed: null }
  run.safety = { kind: 'emergency', rules: [emergency.rule] }
  run.sink({ type: 'safety', data: run.safety })
  return { text, fixed: render(run, emergencyReply(emergency.kind, run.user.country)) }
}
