import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { isId } from '../../core/ids.ts'
import type { Instant } from '../../core/time.ts'
import type { Role } from '../../core/user.ts'

/** Seconds an access JWT lives; `expiresIn` on the wire. */
export const ACCESS_SECONDS = 15 * 60
export const REFRESH_DAYS = 30
const ISSUER = 'zelenial'

/** The HS256 key from JWT_SECRET; build it once, jose caches what it derives from the object. */
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

const payload = z.object({
  sub: z.string().refine(isId),
  sid: z.string().refine(isId),
  role: z.enum(['user', 'admin', 'partner']),
})

/** The claims of a valid token. Anything else (forged, expired on the given clock, another algorithm) is `unauthorised`. */
export const verifyAccess = async (key: KeyObject, token: string, now: Instant): Promise<AccessClaims> => {
  try {
    const verified = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      currentDate: now,
      requiredClaims: ['exp', 'iat'],
    })
    const claims = payload.parse(verified.payload)
    return { userId: claims.sub, role: claims.role, sessionId: claims.sid }
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof z.ZodError)) throw error
    throw new AppError('unauthorised', 'account.bad_token', {}, { cause: error })
  }
}

/** A secret that is shown once: 256 random bits with a prefix that secret scanners and people can recognise. */
export const newSecret = (prefix: 'zlr' | 'zla'): string => `${prefix}_${randomBytes(32).toString('base64url')}`

/** What is stored of a secret. A plain hash is enough: the secret itself is random, there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export const isAccessTokenSecret = (token: string): boolean => token.startsWith('zla_')
