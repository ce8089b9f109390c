import { z } from 'zod'
import type { Message } from '../core/messages.ts'
import knowledge from './knowledge/emergencies.json' with { type: 'json' }

const schema = z.object({
  source: z.string(),
  kinds: z.array(z.object({ kind: z.string(), patterns: z.array(z.string()) })),
  not: z.array(z.string()),
  numbers: z.record(z.string(), z.object({ ambulance: z.string(), all: z.string(), crisis: z.string() })),
})
const data = schema.parse(knowledge)
const compile = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})`, 'iu')
const KINDS = data.kinds.map(({ kind, patterns }) => ({ kind, patterns: patterns.map(compile) }))
const NOT = data.not.map(compile)
/** Danger to life by one's own hand is answered even inside another request, unless it is an idiom or a story. */
const CRISIS = new Set(['suicide', 'self_harm'])
const STORIES = NOT.slice(2, 4)

export interface Emergency {
  kind: string
  rule: string
}

/** Whether this message tells of an emergency now. Data, not a model, decides; the last turns are read for a continuation. */
export const findEmergency = (text: string, recent: readonly string[]): Emergency | null => {
  const found = inOne(text)
  if (found) return found
  const before = recent.at(-1)
  // "папе плохо" · "не дышит": a short continuation is read together with the message before it.
  if (!before || text.length > 60 || inOne(before)) return null
  return inOne(`${before} ${text}`)
}

const inOne = (said: string): Emergency | null => {
  const text = said.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").replace(/\s+/gu, ' ')
  for (const { kind, patterns } of KINDS) {
    if (!patterns.some((pattern) => pattern.test(text))) continue
    const excuses = CRISIS.has(kind) ? STORIES : NOT
    if (!excuses.some((pattern) => pattern.test(text))) return { kind, rule: `emergency.${kind}` }
  }
  return null
}

/** The fixed reply: the local number first, then the one thing to do. */
export const emergencyReply = (kind: string, country: string): Message => {
  const numbers = data.numbers[country] ?? data.numbers['default']
  if (!numbers) throw new Error('no default emergency numbers')
  return { key: `guardrails.emergency.${kind}`, params: { ...numbers } }
}
