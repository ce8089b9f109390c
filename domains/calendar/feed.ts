import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import type { Tx } from '../../db/contract.ts'
import { renderCalendar } from './engine/ics.ts'
import { feedOwner } from './repository/feed.ts'
import { allEvents } from './repository.ts'

/** The calendar as a link that other programs subscribe to: `GET /v1/calendar/feed/{secret}.ics`. */
const SECRET_BYTES = 32
const SECRET = /^[A-Za-z0-9_-]{43}$/
/** What has been over for longer is left out, so that a feed of many years stays light. */
const KEPT_DAYS = 366

/** A secret nobody guesses (256 bits) and the hash that is kept of it. */
export const newSecret = (): { secret: string; hash: string } => {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, hash: hashOf(secret) }
}
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

export const feedPath = (secret: string): string => `/v1/calendar/feed/${secret}.ics`

/** Whose calendar a secret opens; null for a wrong or closed link. `tx` is `asSystem('links')`. */
export const findFeed = async (tx: Tx, secret: string): Promise<{ userId: string } | null> => {
  if (!SECRET.test(secret)) return null
  const userId = await feedOwner(tx, hashOf(secret))
  return userId === null ? null : { userId }
}

/** The person's calendar as iCalendar text (`text/calendar; charset=utf-8`). `tx` is `withUser` of the owner. */
export const renderFeed = async (tx: Tx, _user: User, now: Instant): Promise<string> =>
  renderCalendar(await allEvents(tx, new Date(now.getTime() - KEPT_DAYS * 86_400_000)), now)
