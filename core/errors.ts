import type { Message, MessageParams } from './messages.ts'

/** The closed list of error codes; HTTP statuses of each are in `STATUS`. */
export const STATUS = {
  invalid: 400,
  unauthorised: 401,
  refused: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  internal: 500,
  unavailable: 503,
} as const
export type ErrorCode = keyof typeof STATUS

export interface AppErrorOptions {
  /** What exactly is wrong, one entry per field of the input. `path` is a JSON path such as `items.0.amount`. */
  errors?: { path: string; message: string }[]
  cause?: unknown
  /** Seconds after which a `limited` or `unavailable` call may be repeated. */
  retryAfter?: number
  /** HTTP status when it differs from the code's own: 413 (body too large), 415 (media type). */
  status?: number
  /** Problem type path, e.g. `/problems/consent-required`. */
  type?: string
}

/** The one error class. `key` and `params` name the sentence shown to the person, in their language. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly key: string
  readonly params: MessageParams
  readonly errors: { path: string; message: string }[]
  readonly retryAfter: number | undefined
  readonly status: number
  readonly type: string

  constructor(code: ErrorCode, key: string, params: MessageParams = {}, options: AppErrorOptions = {}) {
    super(`${code}: ${key}`, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.key = key
    this.params = params
    this.errors = options.errors ?? []
    this.retryAfter = options.retryAfter
    this.status = options.status ?? STATUS[code]
    this.type = options.type ?? `/problems/${code.replace('_', '-')}`
  }

  /** The sentence for the person; render it with `Messages.render`. */
  get said(): Message {
    return { key: this.key, params: this.params }
  }
}

/** `error` itself when it is ours, else an `internal` error that keeps it as the cause. */
export const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('internal', 'core.internal', {}, { cause: error })
