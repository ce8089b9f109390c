import { AppError } from '../../core/errors.ts'

/** Why one attempt gave no answer: the server did not give one, fell silent, or gave one that cannot be used. */
export type FailureKind = 'unreachable' | 'silent' | 'bad_answer'

export class AttemptFailure extends Error {
  readonly kind: FailureKind
  /** Whether the same request may succeed when it is sent again. */
  readonly passing: boolean
  /** Seconds the server asked to wait. */
  readonly retryAfter: number | undefined

  constructor(
    kind: FailureKind,
    message: string,
    options: { passing?: boolean; retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AttemptFailure'
    this.kind = kind
    this.passing = options.passing ?? true
    this.retryAfter = options.retryAfter
  }
}

export const badAnswer = (message: string): AttemptFailure => new AttemptFailure('bad_answer', message)

/** The failure as the rest of the system knows it; the cause is for the log and holds no text of the conversation. */
export const unavailable = (failure: AttemptFailure): AppError =>
  new AppError(
    'unavailable',
    failure.kind === 'bad_answer' ? 'models.bad_answer' : 'models.unreachable',
    {},
    { cause: failure, ...(failure.retryAfter === undefined ? {} : { retryAfter: failure.retryAfter }) },
  )

/** HTTP statuses after which the same request may succeed (RFC 9110, 15.5.9 and 15.6; RFC 6585, 4). */
const PASSING: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529])
const HINTS: Readonly<Record<number, string>> = {
  401: ': check OPENAI_API_KEY',
  403: ': check OPENAI_API_KEY and what it may use',
  404: ': check OPENAI_BASE_URL and CHAT_MODEL',
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Code, type and parameter of an error body. Its message is left out: servers repeat the input in it. */
export const errorCodes = (body: unknown): string[] => {
  const error = asRecord(asRecord(body)['error'])
  return ['code', 'type', 'param'].flatMap((name) => {
    const value = error[name]
    return typeof value === 'string' || typeof value === 'number' ? [String(value).slice(0, 80)] : []
  })
}

/** `Retry-After`: seconds or a date (RFC 9110, 10.2.3). */
export const secondsOf = (header: string | string[] | undefined, now: number): number | undefined => {
  const text = (Array.isArray(header) ? header[0] : header)?.trim()
  if (text === undefined || text === '') return undefined
  const seconds = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : (Date.parse(text) - now) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined
}

/** What an HTTP status other than 200 means. */
export const statusFailure = (status: number, retryAfter: number | undefined, body: unknown): AttemptFailure => {
  const codes = errorCodes(body)
  const details = codes.length > 0 ? ` (${codes.join(', ')})` : ''
  return new AttemptFailure('unreachable', `the model server answered ${status}${details}${HINTS[status] ?? ''}`, {
    // An account without money stays without it.
    passing: PASSING.has(status) && !codes.includes('insufficient_quota'),
    retryAfter,
  })
}
