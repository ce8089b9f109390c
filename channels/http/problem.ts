import type { ErrorRequestHandler, Request, Response } from 'express'
import { AppError, asAppError } from '../../core/errors.ts'
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
  const accepted = req.acceptsLanguages().map((tag) => tag.toLowerCase().split('-', 1)[0])
  return accepted.find((tag) => tag === 'ru' || tag === 'en') ?? (accepted.some((tag) => tag !== '*') ? 'en' : 'ru')
}

/** Errors of the body parser and router in our closed list: what is wrong with the request is never a 500. */
const fromHttp = (error: unknown): AppError => {
  if (error instanceof AppError || !(error instanceof Error) || !('status' in error)) return asAppError(error)
  const invalid = (key: string, status: number): AppError => new AppError('invalid', key, {}, { status, cause: error })
  if (error.status === 413) return invalid('core.too_large', 413)
  if (error.status === 415) return invalid('core.unsupported_media', 415)
  if (error.status === 404) return new AppError('not_found', 'core.not_found', {}, { cause: error })
  if (error instanceof URIError) return invalid('channels.bad_path', 400)
  if (typeof error.status === 'number' && error.status >= 400 && error.status < 500)
    return invalid('core.invalid_body', 400)
  return asAppError(error)
}

const sendProblem = (error: unknown, req: Request, res: Response, messages: Messages, log: Log): void => {
  const known = fromHttp(error)
  if (known.code === 'internal')
    log.error(
      { path: req.path, cause: known.cause instanceof Error ? known.cause.stack : known.stack },
      'request failed',
    )
  const problem = { ...problemOf(known, messages, localeOf(req, res)), ...problemFields(res, known, messages, req) }
  if (res.headersSent) {
    res.end(`${res.locals['openAi'] ? '' : 'event: error\n'}data: ${JSON.stringify(problem)}\n\n`)
    return
  }
  if (known.retryAfter !== undefined) res.setHeader('Retry-After', String(known.retryAfter))
  if (known.code === 'unauthorised') res.setHeader('WWW-Authenticate', 'Bearer')
  res.status(known.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Clients of the OpenAI wire format look for the message under `error`; RFC 9457 §3.2 leaves room for it. */
const problemFields = (res: Response, error: AppError, messages: Messages, req: Request): Record<string, unknown> =>
  res.locals['openAi']
    ? {
        error: {
          message: problemOf(error, messages, localeOf(req, res))['detail'],
          type: error.code,
          param: null,
          code: error.code,
        },
      }
    : {}

export const problemHandler =
  (messages: Messages, log: Log): ErrorRequestHandler =>
  (error, req, res, _next) => {
    sendProblem(error, req, res, messages, log)
  }
