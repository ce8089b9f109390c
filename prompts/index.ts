import { readFileSync } from 'node:fs'
import { toRfc3339, zoned } from '../core/time.ts'
import type { User } from '../core/user.ts'

// Text for the model, one file each; a prompt changes only together with its evals.
export const SYSTEM = readFileSync(new URL('./system.md', import.meta.url), 'utf8')

export interface PromptInput {
  lang: 'ru' | 'en'
  user: User
  now: Date
  facts: readonly { text: string; date: string }[]
  pending: { id: string; actions: { tool: string; summary: string }[] } | null
  /** What became of the files attached to this message. */
  files: readonly string[]
  /** Messages before the window; only what was done in them is told. */
  earlier: readonly { tools: { status: string; said: string }[] | null }[]
  domainPrompts: readonly string[]
}

const EARLIER_LINES = 8
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The system prompt: fixed rules, the rules of the domains in play, and one JSON object with what is known. */
export const systemPrompt = (input: PromptInput): string => {
  const { user, now } = input
  const context = {
    now: toRfc3339(now, user.timeZone),
    weekday: WEEKDAYS[zoned(now, user.timeZone).dayOfWeek - 1],
    timeZone: user.timeZone,
    locale: user.locale,
    language: input.lang,
    currency: user.currency,
    displayName: user.displayName,
    workHours: user.workHours,
    facts: input.facts.map((fact) => `${fact.text} (${fact.date})`),
    pending: input.pending && { id: input.pending.id, actions: input.pending.actions.map((action) => action.summary) },
    ...(input.files.length > 0 ? { files: input.files } : {}),
    earlier: input.earlier
      .flatMap((message) =>
        (message.tools ?? []).filter((trace) => trace.status === 'ok' && trace.said !== '').map((trace) => trace.said),
      )
      .slice(-EARLIER_LINES),
  }
  return [
    SYSTEM.trim(),
    ...input.domainPrompts.map((text) => text.trim()),
    `<context>${JSON.stringify(context)}</context>`,
  ].join('\n\n')
}
