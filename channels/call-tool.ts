import { AppError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import { alarmReply } from '../guardrails/emergency.ts'
import type { Channel } from '../tools/contract.ts'
import { type Call, type CallKey, execute, type Result } from '../tools/execute.ts'
import type { ChannelDeps } from './contract.ts'

/** A tool that the signed-in person calls themselves: no confirmation, the same policy and safety rules. */
export const callTool = async (
  deps: ChannelDeps,
  call: {
    tool: string
    input: unknown
    user: User
    now: Date
    channel: Channel
    key?: CallKey
    expects?: Call['expects']
  },
): Promise<Result> => {
  const origin = { channel: call.channel, actor: 'person' as const }
  const decision = deps.decide({ tool: call.tool, args: call.input, user: call.user, origin, allowed: null })
  if (decision.kind === 'refuse') throw decision.error
  if (decision.kind === 'ask') throw new AppError('refused', 'guardrails.outside_request')
  return execute(deps, {
    tool: call.tool,
    input: call.input,
    user: call.user,
    now: call.now,
    origin,
    permit: decision.permit,
    ...(call.key ? { key: call.key } : {}),
    ...(call.expects ? { expects: call.expects } : {}),
  })
}

/** A result in the person's language; an emergency in it comes first. */
export const tell = (
  { messages }: Pick<ChannelDeps, 'messages'>,
  { said, alarm }: Result,
  { locale, timeZone, country }: User,
  now: Date,
): { said: string; safety?: { kind: 'emergency'; rules: string[] } } => {
  const reader = { locale, timeZone, now }
  const text = messages.render(said, reader)
  if (!alarm) return { said: text }
  const first = messages.render(alarmReply(alarm, country), reader)
  return { said: `${first}\n${text}`, safety: { kind: 'emergency', rules: [alarm.rule] } }
}
