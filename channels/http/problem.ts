import type { ErrorRequestHandler, Request, Response } from 'express'
import { AppError, asAppError, STATUS } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Messages } from '../../core/messages.ts'

/** RFC 9457 body of an error, in the language of `locale`. */
export const problemOf = (error: AppError, messages: Messages, locale: string): Record<string, unknown> => {
  const reader = { locale, timeZone: 'UTC', now: new Date(0) }
  const detail = messages.render(error.said, reader)
  return {
    type: error.type,
    title: error.code,
    status: error.status,
    detail,
    code: error.code,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
  }
}

/** The language of an answer: of the signed-in person, else what the client accepts. */
export const localeOf = (req: Request, res: Response): string => {
  const user = res.locals['locale']
  if (typeof user === 'string') return user
  return /^\s*en/iu.test(req.header('accept-language') ?? '') ? 'en' : 'ru'
}

interface HttpError {
  status?: unknown
  type?: unknown
}

/** Errors of the body parser and router in our closed list: what is wrong with the request is never a 500. */
const fromHttp = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const { status, type } = (typeof error === 'object' && error !== null ? error : {}) as HttpError
  if (typeof status === 'number' && status >= 400 && status < 500) {
    if (status === 413) return new AppError('invalid', 'core.too_large', {}, { status: 413, cause: error })
    if (status === 415) return new AppError('invalid', 'core.unsupported_media', {}, { status: 415, cause: error })
    if (status === 404) return new AppError('not_found', 'core.not_found', {}, { cause: error })
    return new AppError(
      'invalid',
      'core.invalid_body',
      {},
      { cause: error, status: status === 400 || type ? 400 : STATUS.invalid },
    )
  }
  return asAppError(error)
}

export const sendProblem = (error: unknown, req: Request, res: Response, messages: Messages, log: Log): void => {
  const known = fromHttp(error)
  if (known.code === 'internal')
    log.error({ path: req.path, cause: String((known.cause as Error)?.stack ?? known.stack) }, 'request failed')
  if (res.headersSent) {
    res.write(`event: error\ndata: ${JSON.stringify(problemOf(known, messages, localeOf(req, res)))}\n\n`)
    res.end()
    return
  }
  if (known.retryAfter !== undefined) res.setHeader('Retry-After', String(known.retryAfter))
  if (known.code === 'unauthorised') res.setHeader('WWW-Authenticate', 'Bearer')
  res
    .status(known.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(known, messages, localeOf(req, res))))
}

export const problemHandler =
  (messages: Messages, log: Log): ErrorRequestHandler =>
  (error, req, res, _next) => {
    sendProblem(error, req, res, messages, log)
  }
