import { AppError } from '../core/errors.ts'
import coreEnglish from '../core/messages.en.json' with { type: 'json' }
import coreRussian from '../core/messages.ru.json' with { type: 'json' }
import { Messages } from '../core/messages.ts'
import english from './messages.en.json' with { type: 'json' }
import russian from './messages.ru.json' with { type: 'json' }

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])
/** What `pg` says, without a code, when its socket goes away or no connection becomes free. */
const LOST = /Connection terminated|timeout exceeded when trying to connect|not queryable|was closed|open for too long/i

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether the connection is gone: nothing more can be said on it, and the server has rolled back or will. */
const isConnectionLoss = (error: unknown): boolean => {
  const code = codeOf(error)
  // Class 08 and 57P0x of the PostgreSQL error codes (appendix A): connection exceptions and shutdowns.
  if (NETWORK.has(code) || code.startsWith('08') || code.startsWith('57P0')) return true
  return error instanceof Error && !(error instanceof AppError) && code === '' && LOST.test(error.message)
}

/**
 * Gives errors of the database the codes of the product; others pass unchanged. The original stays as `cause`
 * (its `code` is the SQLSTATE), so a room can tell a broken rule of its own apart.
 */
export const asDbError = (error: unknown): unknown => {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (isConnectionLoss(error) || code === '53300')
    return new AppError('unavailable', 'db.unavailable', {}, { cause: error, retryAfter: 2 })
  // 40001 serialization_failure, 40P01 deadlock_detected, 55P03 lock_not_available, 57014 query_canceled (timeout).
  if (['40001', '40P01', '55P03', '57014'].includes(code)) {
    return new AppError('unavailable', 'db.busy', {}, { cause: error, retryAfter: 1 })
  }
  // Class 22, data exceptions: a value that no column can hold (zero byte, date out of range, malformed id).
  if (/^22[0-9A-Z]{3}$/.test(code)) return new AppError('invalid', 'db.bad_value', {}, { cause: error })
  // 23505 unique_violation: the row is there already.
  if (code === '23505') return new AppError('conflict', 'db.already_there', {}, { cause: error })
  return error
}

/** The SQLSTATE behind an error of `tx.query`, e.g. `23505`; empty when it did not come from Postgres. */
export const sqlState = (error: unknown): string => codeOf(error instanceof AppError ? error.cause : error)

const messages = new Messages({ ru: { ...coreRussian, ...russian }, en: { ...coreEnglish, ...english } })

/** One line for whoever starts the server: what is wrong and what to do about it. */
export const explainStartFailure = (error: unknown): string => {
  const reader = { locale: 'en', timeZone: 'UTC', now: new Date(0) }
  const line = (key: string, params: AppError['params']): string => messages.render({ key, params }, reader)
  if (error instanceof AppError && messages.has(error.key, 'en')) {
    const untold = Object.keys(error.params).length === 0 && error.cause instanceof Error ? error.cause : undefined
    const why = untold ? ` (${oneLine(untold.message)})` : ''
    return line(error.key, error.params) + why
  }
  const reason = error instanceof AppError ? (error.cause ?? error) : error
  return line('db.start_failed', { reason: oneLine(reason instanceof Error ? reason.message : String(reason)) })
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
