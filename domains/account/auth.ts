import type { KeyObject } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { isId, newId } from '../../core/ids.ts'
import { type Instant, toRfc3339 } from '../../core/time.ts'
import type { Role, User } from '../../core/user.ts'
import type { Db, Tx } from '../../db/contract.ts'
import * as rows from './auth-repository.ts'
import { addConsents, findUser, loadProfile } from './repository.ts'
import {
  accessTokenInput,
  loginInput,
  type Profile,
  PURPOSES,
  refreshInput,
  registerInput,
  type SCOPES,
} from './schema.ts'
import {
  ACCESS_SECONDS,
  type AccessClaims,
  hashSecret,
  isAccessTokenSecret,
  newSecret,
  REFRESH_DAYS,
  signAccess,
  verifyAccess,
} from './tokens.ts'

export interface AuthDeps {
  db: Db
  /** From `signingKey(JWT_SECRET)`. */
  key: KeyObject
}
export interface SignedIn {
  user: Profile
  accessToken: string
  refreshToken: string
  /** Seconds until `accessToken` ends. */
  expiresIn: number
}
export type Scope = (typeof SCOPES)[number]

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. The library's default algorithm is
 * Argon2id; its enum is a `const enum`, which type stripping cannot read.
 */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** The hash of a password nobody knows: an unknown e-mail costs the same time as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$Tp9SF67tly2MOeC58eMp+g$xbsrzKdhDWUeSdjAsKqdcQITn4SomOPZz44TB5opdGA'

const parse = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ path: [...issue.path, name].join('.'), message: 'is not a known field' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  )
  throw new AppError('invalid', 'account.invalid_input', { fields: errors.map((e) => e.path).join(', ') }, { errors })
}

const unauthorised = (key: string) => new AppError('unauthorised', key)

const openSession = async (
  tx: Tx,
  userId: string,
  familyId: string,
  now: Instant,
): Promise<{ id: string; token: string }> => {
  const token = newSecret('zlr')
  const id = newId()
  const expiresAt = new Date(now.getTime() + REFRESH_DAYS * 86_400_000)
  await rows.insertSession(tx, { id, userId, familyId, tokenHash: hashSecret(token), expiresAt }, now)
  return { id, token }
}

const profileOf = async (tx: Tx, userId: string): Promise<Profile> => {
  const profile = await loadProfile(tx, userId)
  if (!profile) throw unauthorised('account.bad_token')
  return profile
}

const signedIn = async (
  key: KeyObject,
  user: Profile,
  familyId: string,
  refreshToken: string,
  now: Instant,
): Promise<SignedIn> => ({
  user,
  accessToken: await signAccess(key, { userId: user.id, role: user.role, sessionId: familyId }, now),
  refreshToken,
  expiresIn: ACCESS_SECONDS,
})

/** A new person, signed in. `invalid` names every wrong field; a taken e-mail is a `conflict`. */
export const register = async ({ db, key }: AuthDeps, body: unknown, now: Instant): Promise<SignedIn> => {
  const input = parse(registerInput, body)
  if (input.birthDate && input.birthDate > toRfc3339(now, input.timeZone).slice(0, 10))
    throw new AppError(
      'invalid',
      'account.bad_birth_date',
      { said: input.birthDate },
      { errors: [{ path: 'birthDate', message: 'must not be in the future' }] },
    )
  const passwordHash = await hash(input.password, ARGON)
  const id = newId()
  const familyId = newId()
  const created = await db.withUser(id, async (tx) => {
    if (!(await rows.insertUser(tx, id, input, now))) return null
    await rows.insertCredential(tx, id, passwordHash, now)
    const decided = PURPOSES.flatMap((purpose) => {
      const granted = input.consents?.[purpose]
      return granted === undefined ? [] : [{ purpose, granted }]
    })
    await addConsents(tx, id, decided, now)
    const { token } = await openSession(tx, id, familyId, now)
    return { token, profile: await profileOf(tx, id) }
  })
  if (!created)
    throw new AppError(
      'conflict',
      'account.email_taken',
      {},
      { errors: [{ path: 'email', message: 'is already registered' }] },
    )
  return signedIn(key, created.profile, familyId, created.token, now)
}

/** Signs in. An unknown e-mail and a wrong password are one answer, in the same time. */
export const login = async ({ db, key }: AuthDeps, body: unknown, now: Instant): Promise<SignedIn> => {
  const input = parse(loginInput, body)
  const known = await rows.findCredential(db, input.email.trim().toLowerCase())
  const right = await verify(known?.passwordHash ?? NOBODY, input.password)
  if (!known || !right || known.status !== 'active') throw unauthorised('account.wrong_password')
  const familyId = newId()
  const { token, profile } = await db.withUser(known.id, async (tx) => {
    await rows.dropExpiredSessions(tx, known.id, now)
    const session = await openSession(tx, known.id, familyId, now)
    return { token: session.token, profile: await profileOf(tx, known.id) }
  })
  return signedIn(key, profile, familyId, token, now)
}

/**
 * A new pair for a refresh token, which is then spent. A spent one coming back means it was copied, so the whole family
 * ends (RFC 9700 §4.14.2).
 */
export const refresh = async ({ db, key }: AuthDeps, body: unknown, now: Instant): Promise<SignedIn> => {
  const input = parse(refreshInput, body)
  const owner = await rows.findSessionOwner(db, hashSecret(input.refreshToken))
  if (!owner) throw unauthorised('account.bad_refresh_token')
  const next = await db.withUser(owner.userId, async (tx) => {
    const session = await rows.lockSession(tx, owner.id)
    if (!session || session.revokedAt || session.status !== 'active') return null
    if (session.replacedBy) {
      await rows.endFamily(tx, owner.userId, session.familyId, now)
      return null
    }
    if (session.expiresAt <= now) return null
    const { id, token } = await openSession(tx, owner.userId, session.familyId, now)
    await rows.replaceSession(tx, owner.id, id)
    return { token, familyId: session.familyId, profile: await profileOf(tx, owner.userId) }
  })
  if (!next) throw unauthorised('account.bad_refresh_token')
  return signedIn(key, next.profile, next.familyId, next.token, now)
}

/** Ends the sign-in of this refresh token. A token that is unknown or already ended needs nothing more. */
export const logout = async ({ db }: Pick<AuthDeps, 'db'>, body: unknown, now: Instant): Promise<void> => {
  const input = parse(refreshInput, body)
  const owner = await rows.findSessionOwner(db, hashSecret(input.refreshToken))
  if (!owner) return
  await db.withUser(owner.userId, async (tx) => {
    const session = await rows.lockSession(tx, owner.id)
    if (session) await rows.endFamily(tx, owner.userId, session.familyId, now)
  })
}

/** The signed-in person. With `sessionId`, null once that sign-in has ended. */
export const userById = async (db: Db, id: string, sessionId?: string): Promise<User | null> =>
  isId(id) ? db.withUser(id, (tx) => findUser(tx, id, sessionId ?? null)) : null

export interface Authenticated {
  user: User
  /** null: a sign-in by password, which may do everything. */
  scopes: readonly Scope[] | null
  claims: AccessClaims | null
}

export interface Claimed extends Omit<Authenticated, 'user'> {
  userId: string
  /** Reads the person, in a transaction of theirs. Throws `unauthorised` when the sign-in has ended. */
  identify(tx: Tx): Promise<User>
}

/**
 * Who a bearer token says it is from. A JWT is only checked for being ours and in time: it may be relied on after
 * `identify`. Throws `unauthorised`.
 */
export const claim = async ({ db, key }: AuthDeps, bearer: string, now: Instant): Promise<Claimed> => {
  if (isAccessTokenSecret(bearer)) {
    const { user, scopes, claims } = await byAccessToken(db, bearer, now)
    return { userId: user.id, scopes, claims, identify: async () => user }
  }
  const claims = await verifyAccess(key, bearer, now)
  const identify = async (tx: Tx): Promise<User> => {
    const user = await findUser(tx, claims.userId, claims.sessionId)
    if (!user) throw unauthorised('account.bad_token')
    return user
  }
  return { userId: claims.userId, scopes: null, claims, identify }
}

/** Who sends this bearer token, a JWT or a long-lived access token. Throws `unauthorised`. */
export const authenticate = async (deps: AuthDeps, bearer: string, now: Instant): Promise<Authenticated> => {
  const { userId, scopes, claims, identify } = await claim(deps, bearer, now)
  return { user: await deps.db.withUser(userId, identify), scopes, claims }
}

const byAccessToken = async (db: Db, bearer: string, now: Instant): Promise<Authenticated> => {
  const owner = await rows.findAccessTokenOwner(db, hashSecret(bearer))
  if (!owner) throw unauthorised('account.bad_token')
  const found = await db.withUser(owner.userId, async (tx) => {
    const token = (await rows.selectAccessTokens(tx, owner.userId)).find((t) => t.id === owner.id)
    if (!token || (token.expiresAt && token.expiresAt <= now)) return null
    const user = await findUser(tx, owner.userId, null)
    return user ? { user, scopes: token.scopes as Scope[] } : null
  })
  if (!found) throw unauthorised('account.bad_token')
  return { ...found, claims: null }
}

export interface AccessToken {
  id: string
  name: string
  scopes: string[]
  createdAt: string
  expiresAt: string | null
}
const show = (row: rows.AccessTokenRow, user: User): AccessToken => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  createdAt: toRfc3339(row.createdAt, user.timeZone),
  expiresAt: row.expiresAt ? toRfc3339(row.expiresAt, user.timeZone) : null,
})

/** A long-lived token for MCP and OpenAI-wire clients; `token` is told this once. */
export const createAccessToken = async (
  db: Db,
  user: User,
  body: unknown,
  now: Instant,
): Promise<AccessToken & { token: string }> => {
  const input = parse(accessTokenInput, body)
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null
  if (expiresAt && expiresAt <= now)
    throw new AppError(
      'invalid',
      'account.invalid_input',
      { fields: 'expiresAt' },
      { errors: [{ path: 'expiresAt', message: 'must be in the future' }] },
    )
  const token = newSecret('zla')
  const row = { id: newId(), name: input.name, scopes: input.scopes, createdAt: now, expiresAt, revokedAt: null }
  await db.withUser(user.id, (tx) => rows.insertAccessToken(tx, user.id, row, hashSecret(token)))
  return { ...show(row, user), token }
}

export const listAccessTokens = async (db: Db, user: User): Promise<AccessToken[]> =>
  (await db.withUser(user.id, (tx) => rows.selectAccessTokens(tx, user.id))).map((row) => show(row, user))

/** Ends a long-lived token. Throws `not_found` for one that is not this person's or already ended. */
export const revokeAccessToken = async (db: Db, user: User, id: string, now: Instant): Promise<void> => {
  const ended = isId(id) && (await db.withUser(user.id, (tx) => rows.endAccessToken(tx, user.id, id, now)))
  if (!ended) throw new AppError('not_found', 'account.token_not_found')
}

/** Gives a role to the person with this e-mail; false when there is nobody. */
export const grantRole = async (db: Db, email: string, role: Role): Promise<boolean> => {
  const known = await rows.findCredential(db, email.trim().toLowerCase())
  return known ? db.withUser(known.id, (tx) => rows.setRole(tx, known.id, role)) : false
}
