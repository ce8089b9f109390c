import { AppError } from '../../core/errors.ts'
import type { Decision } from '../../guardrails/policy.ts'
import { parseInput } from '../../tools/execute.ts'
import type { PlannedCall } from '../contract.ts'
import type { Run } from '../state.ts'

/** What the policy says of a call that the model proposed; input that does not fit the tool is refused with its reason. */
export const judge = (run: Run, call: PlannedCall, allowed: ReadonlySet<string> | null): Decision => {
  const origin = { channel: run.request.channel, actor: 'model' as const, turnId: run.turnId, threadId: run.threadId }
  try {
    parseInput(run.deps.registry.get(call.name), call.args)
    const { name: tool, args, grounds } = call
    return run.deps.decide({ tool, args, user: run.user, origin, allowed, ...(grounds ? { grounds } : {}) })
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return { kind: 'refuse', error, rules: [error.key] }
    throw error
  }
}
