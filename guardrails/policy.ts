import { AppError } from '../core/errors.ts'
import type { User } from '../core/user.ts'
import { needsConfirmation, type Origin } from '../tools/contract.ts'
import { argsHash } from '../tools/hash.ts'
import { mint, type Permit } from '../tools/permit.ts'
import type { Registry } from '../tools/registry.ts'

export const POLICY_VERSION = '2'

/** How much of what a call would write the person said: all of it, some of it, nothing. */
export type Grounds = 'said' | 'partly' | 'not said'

export interface ProposedCall {
  tool: string
  args: unknown
  user: User
  origin: Origin
  /** The tools this turn was locked to; null for a call that no model made. */
  allowed: ReadonlySet<string> | null
  /** True when the person approved exactly these arguments (a `pending_action` row). */
  approved?: boolean
  /** For a model's write: whether the person said it. */
  grounds?: Grounds
}

export type Decision =
  | { kind: 'permit'; permit: Permit; rules: string[] }
  | { kind: 'ask'; rules: string[]; consent?: 'health' }
  | { kind: 'refuse'; error: AppError; rules: string[] }

export type Decide = (call: ProposedCall) => Decision

/**
 * The one place where a call becomes allowed. Risk × actor:
 *
 * | risk                     | person | model          | code   |
 * |--------------------------|--------|----------------|--------|
 * | read                     | permit | permit         | permit |
 * | write, confirm never     | permit | permit         | permit |
 * | write that confirms      | permit | ask → approved | refuse |
 * | outward, irreversible    | permit | ask → approved | refuse |
 *
 * Before the table: a model's call outside the turn's locked tools is refused (intent lock), and so is a write of which
 * the person said nothing; of which they said only a part, they are asked. Health tools need the health consent, and a
 * partner account has neither health nor money.
 */
export const createPolicy =
  (registry: Registry): Decide =>
  ({ tool: name, args, user, origin, allowed, approved = false, grounds }) => {
    const { tool } = registry.get(name)
    const refuse = (rule: string, key: string, type?: string): Decision => ({
      kind: 'refuse',
      error: new AppError('refused', key, { tool: tool.title }, type ? { type } : {}),
      rules: [rule],
    })
    if (allowed && !approved && !allowed.has(name)) return refuse('intent_lock', 'guardrails.outside_request')
    const unsaid = approved || tool.risk === 'read' ? 'said' : (grounds ?? 'said')
    if (unsaid === 'not said') return refuse('not_said', 'guardrails.not_said')
    if (user.role === 'partner' && (tool.about === 'health' || tool.about === 'money'))
      return refuse('partner_scope', 'guardrails.partner')
    if (tool.about === 'health' && !tool.withoutConsent && !user.consents.includes('health'))
      return origin.actor === 'model'
        ? { kind: 'ask', rules: ['health_consent'], consent: 'health' }
        : refuse('health_consent', 'guardrails.needs_consent', '/problems/consent-required')
    if (needsConfirmation(tool, args, user) && !approved) {
      if (origin.actor === 'model') return { kind: 'ask', rules: [`confirm_${tool.risk}`] }
      if (origin.actor === 'code') return refuse('code_cannot_confirm', 'guardrails.outside_request')
    }
    if (unsaid === 'partly') return { kind: 'ask', rules: ['partly_said'] }
    const rules = [approved ? 'approved_by_person' : `${origin.actor}_${tool.risk}`]
    return { kind: 'permit', permit: mint(name, argsHash(name, args), rules), rules }
  }
