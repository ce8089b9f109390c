import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import type { Instant } from '../../core/time.ts'
import { authenticate, userById } from '../../domains/account/auth.ts'
import type { ChannelDeps } from '../contract.ts'
import { parse, readInstant } from '../http/caller.ts'

/** Who opened a connection. */
export interface Signed {
  userId: string
  locale: string
  /** Whether the sign-in or token that opened the connection still holds. */
  holds(now: Instant): Promise<boolean>
}

const handshake = z.object({ token: z.string().min(1), testNow: z.string().optional() })

/** "Now" of an event: the machine's clock, or its `testNow` while the test clock is on. */
export const nowOf = (deps: ChannelDeps, testNow: string | undefined): Instant =>
  deps.config.ZELENIAL_TEST_CLOCK && testNow !== undefined ? readInstant(testNow) : deps.clock()

/** Reads `auth` of a handshake. Throws `unauthorised`, and `refused` for a token without the chat scope. */
export const signIn = async (deps: ChannelDeps, auth: Record<string, unknown>): Promise<Signed> => {
  const { token, testNow } = parse(handshake, auth)
  const check = (now: Instant) => authenticate({ db: deps.db, key: deps.key }, token, now)
  const { user, scopes, claims } = await check(nowOf(deps, testNow))
  if (scopes && !scopes.includes('chat')) throw new AppError('refused', 'channels.scope')
  const holds = async (now: Instant): Promise<boolean> => {
    // A sign-in outlives the token it opened the connection with; a long-lived token is checked as it is.
    if (claims) return (await userById(deps.db, user.id, claims.sessionId)) !== null
    return check(now).then(
      () => true,
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'unauthorised') return false
        throw error
      },
    )
  }
  return { userId: user.id, locale: user.locale, holds }
}
