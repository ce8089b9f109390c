import { AppError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import type { Channel } from '../tools/contract.ts'
import { type CallKey, execute, type Result } from '../tools/execute.ts'
import type { ChannelDeps } from './contract.ts'

/** A tool that the signed-in person calls themselves: no confirmation, the same policy and safety rules. */
export const callTool = async (
  deps: ChannelDeps,
  call: { tool: string; input: unknown; user: User; now: Date; channel: Channel; key?: CallKey },
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
  })
}
