import { AppError } from '../core/errors.ts'
import type { Tx } from '../db/contract.ts'
import { findEmergency } from './emergency.ts'

export const MAX_MODEL_CALLS = 6
export const MAX_CALLS = 24
/** Characters of one message. */
export const MAX_MESSAGE = 8_000

// Zero-width, bidirectional and tag characters (Unicode UAX #9 §2, core specification 23.2 and 23.9) hide text from a
// reader; C0 and C1 controls are never typed. The joiner stays where it makes one emoji of several.
const HIDDEN = new RegExp(
  [
    '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e]',
    '[\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]',
    '\\u034f',
    '\\u200d(?!\\p{Extended_Pictographic})',
    '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d',
  ].join('|'),
  'gu',
)

/** A message as everything else sees it: NFC, without hidden characters, trimmed. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(HIDDEN, '')
    .normalize('NFC')
    .trim()

/** Refuses a message that says nothing or too much. Throws `invalid`. */
export const checkMessage = (request: { message?: string; decisions?: unknown; files?: readonly unknown[] }): void => {
  if (request.decisions !== undefined) return
  const message = request.message ?? ''
  if (message.length > MAX_MESSAGE)
    throw new AppError('invalid', 'guardrails.message_too_long', { count: MAX_MESSAGE }, { status: 413 })
  if (cleanText(message) === '' && !request.files?.length) throw new AppError('invalid', 'guardrails.empty_message')
}

export interface UsageLimits {
  turnsPerMinute: number
  writesPerDay: number
  tokensPerDay: number
}

/**
 * Counts a turn and refuses it when the person's minute or day is used up: one statement. `wall` is the machine's clock
 * in milliseconds, since a limit that a request could move would be none. A refused turn is not counted (its transaction
 * is undone), and an emergency is never refused. Throws `limited`.
 */
export const takeTurn = async (
  tx: Tx,
  turn: { userId: string; message: string | undefined; wall: number },
  limits: UsageLimits,
): Promise<void> => {
  const minute = new Date(Math.floor(turn.wall / 60_000) * 60_000)
  const [used] = await tx.query<{ inMinute: number; writes: number; tokens: number }>(
    `insert into guardrails.usage as used (user_id, day, turns, writes, tokens, minute, in_minute, created_at)
     values ($1, $2, 1, 0, 0, $3, 1, $4)
     on conflict (user_id, day) do update set turns = used.turns + 1, minute = excluded.minute,
       in_minute = case when used.minute = excluded.minute then used.in_minute + 1 else 1 end
     returning in_minute as "inMinute", writes, tokens`,
    [turn.userId, usageDay(turn.wall), minute, new Date(turn.wall)],
  )
  if (!used) return
  const tooFast = used.inMinute > limits.turnsPerMinute
  const spent = used.writes >= limits.writesPerDay || used.tokens >= limits.tokensPerDay
  if (!tooFast && !spent) return
  if (turn.message !== undefined && findEmergency(cleanText(turn.message), [])) return
  if (spent) {
    const seconds = secondsLeft(turn.wall, 86_400_000)
    throw new AppError(
      'limited',
      'guardrails.day_limit',
      { hours: Math.ceil(seconds / 3_600) },
      { retryAfter: seconds },
    )
  }
  const seconds = secondsLeft(turn.wall, 60_000)
  throw new AppError('limited', 'guardrails.turn_limit', { seconds }, { retryAfter: seconds })
}

/** Adds what a turn spent to the person's day, with the commit; nothing to add costs nothing. */
export const addUsage = (tx: Tx, spent: { userId: string; wall: number; writes: number; tokens: number }): void => {
  if (spent.writes === 0 && spent.tokens === 0) return
  tx.send('update guardrails.usage set writes = writes + $3, tokens = tokens + $4 where user_id = $1 and day = $2', [
    spent.userId,
    usageDay(spent.wall),
    spent.writes,
    spent.tokens,
  ])
}

const usageDay = (wall: number): string => new Date(wall).toISOString().slice(0, 10)
const secondsLeft = (wall: number, period: number): number => Math.max(1, Math.ceil((period - (wall % period)) / 1_000))
