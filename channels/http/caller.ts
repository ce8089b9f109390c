import type { Request, RequestHandler, Response } from 'express'
import type { ZodType } from 'zod'
import { AppError } from '../../core/errors.ts'
import type { User } from '../../core/user.ts'
import type { Tx } from '../../db/contract.ts'
import { claim, type Scope } from '../../domains/account/auth.ts'
import type { Tool } from '../../tools/contract.ts'
import type { Caller, ChannelDeps, Claimant } from '../contract.ts'

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/u

/** An RFC 3339 instant. Throws `invalid`. */
export const readInstant = (text: string): Date => {
  const at = new Date(text)
  if (!RFC3339.test(text) || Number.isNaN(at.getTime())) throw new AppError('invalid', 'channels.bad_instant')
  return at
}

/** "Now" of a request: the machine's clock, or `X-Test-Now` while the test clock is on. */
export const nowOf = (deps: ChannelDeps, req: Request): Date => {
  const header = deps.config.ZELENIAL_TEST_CLOCK ? req.header('x-test-now') : undefined
  return header === undefined ? deps.clock() : readInstant(header)
}

/** Throws `refused` for a long-lived token that has none of `scopes`; a sign-in by password may do everything. */
const readClaim = async (deps: ChannelDeps, req: Request, res: Response, scopes: readonly Scope[]) => {
  const bearer = /^Bearer\s+(\S+)$/iu.exec(req.header('authorization') ?? '')?.[1]
  if (!bearer) throw new AppError('unauthorised', 'core.unauthorised')
  const now = nowOf(deps, req)
  const { userId, scopes: held, claims, identify } = await claim({ db: deps.db, key: deps.key }, bearer, now)
  const read = async (tx: Tx): Promise<User> => {
    const user = await identify(tx)
    res.locals['locale'] = user.locale
    return user
  }
  if (held && !scopes.some((scope) => held.includes(scope))) {
    await deps.db.withUser(userId, read)
    throw new AppError('refused', 'channels.scope')
  }
  return { userId, scopes: held, client: claims?.sessionId ?? bearer, now, identify: read }
}

/**
 * Lets a request through only with a bearer token; the person is always taken from it. A long-lived token needs one of
 * `scopes`; without any, only a sign-in by password will do.
 */
export const signedIn =
  (deps: ChannelDeps, ...scopes: Scope[]): RequestHandler =>
  async (req, res, next) => {
    const { userId, scopes: held, client, now, identify } = await readClaim(deps, req, res, scopes)
    const caller: Caller = { user: await deps.db.withUser(userId, identify), scopes: held, client, now }
    res.locals['caller'] = caller
    next()
  }

/**
 * The same for what reads the person itself, in the transaction it opens anyway. When that failed before it read them,
 * they are read after all: who is not signed in is told only that, and who is, in their language.
 */
export const claimed =
  (
    deps: ChannelDeps,
    scope: Scope,
    answer: (req: Request, res: Response, claimant: Claimant) => Promise<void>,
  ): RequestHandler =>
  async (req, res) => {
    const claimant = await readClaim(deps, req, res, [scope])
    try {
      await answer(req, res, claimant)
    } catch (error) {
      if (res.locals['locale'] === undefined) await deps.db.withUser(claimant.userId, claimant.identify)
      throw error
    }
  }

/** Whether a token may call a tool directly: `read` reads, `write` changes, and only the person themselves erases. */
export const mayCall = ({ risk }: Pick<Tool, 'risk'>, scopes: readonly Scope[] | null): boolean => {
  if (scopes === null) return true
  if (risk === 'read') return scopes.includes('read')
  return risk === 'write' && scopes.includes('write')
}

export const callerOf = (res: Response): Caller => {
  const caller: unknown = res.locals['caller']
  if (!caller) throw new AppError('internal', 'core.internal', {}, { cause: new Error('a route without signedIn') })
  return caller as Caller
}

/** The checked body, query or parameters of a request. Throws `invalid` naming every wrong field. */
export const parse = <T>(schema: ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ path: [...issue.path, name].join('.'), message: 'is not a known field' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  )
  const fields = [...new Set(errors.map(({ path }) => path || 'body'))].join(', ').slice(0, 200)
  throw new AppError('invalid', 'tools.bad_input', { fields }, { errors })
}
