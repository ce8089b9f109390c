import { createHash, createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { isId } from '../../core/ids.ts'
import type { Instant } from '../../core/time.ts'
import type { Role } from '../../core/user.ts'

/** Seconds an access JWT lives; `expiresIn` on the wire. */
export const ACCESS_SECONDS = 15 * 60
export const REFRESH_DAYS = 30
const ISSUER = 'zelenial'

/** The HS256 key from JWT_SECRET. */
export const signingKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret, 'utf8'))

export interface AccessClaims {
  userId: string
  role: Role
  /** The sign-in this token belongs to: the family of its refresh tokens. */
  sessionId: string
}

/** A signed access token (RFC 7519, HS256), issued on the given clock. */
export const signAccess = (key: KeyObject, claims: AccessClaims, now: Instant): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1000)
  return new SignJWT({ role: claims.role, sid: claims.sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setSubject(claims.userId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_SECONDS)
    .sign(key)
}

/** The one header we sign: a token with any other was not issued here (RFC 8725, 3.1: the algorithm is not the token's choice). */
const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url')
const payload = z.object({
  iss: z.literal(ISSUER),
  sub: z.string().refine(isId),
  sid: z.string().refine(isId),
  role: z.enum(['user', 'admin', 'partner']),
  iat: z.int(),
  exp: z.int(),
})

/**
 * The claims of a valid token. Anything else (forged, expired on the given clock, another algorithm) is `unauthorised`.
 * Checked here and now: the library's way hands each signature to another thread and waits for it, in every request.
 */
export const verifyAccess = async (key: KeyObject, token: string, now: Instant): Promise<AccessClaims> => {
  const claims = payload.safeParse(signedBy(key, token))
  if (!claims.success || claims.data.exp <= Math.floor(now.getTime() / 1000))
    throw new AppError('unauthorised', 'account.bad_token')
  const { sub, role, sid } = claims.data
  return { userId: sub, role, sessionId: sid }
}

/** The payload of a token with our header and signature (RFC 7515, 5.2); undefined for any other. */
const signedBy = (key: KeyObject, token: string): unknown => {
  const [header, body, signature, ...more] = token.split('.')
  if (header !== HEADER || body === undefined || signature === undefined || more.length > 0) return undefined
  const right = Buffer.from(createHmac('sha256', key).update(`${header}.${body}`).digest('base64url'))
  const given = Buffer.from(signature)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
}

/** A secret that is shown once: 256 random bits with a prefix that secret scanners and people can recognise. */
export const newSecret = (prefix: 'zlr' | 'zla'): string => `${prefix}_${randomBytes(32).toString('base64url')}`

/** What is stored of a secret. A plain hash is enough: the secret itself is random, there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export const isAccessTokenSecret = (token: string): boolean => token.startsWith('zla_')
