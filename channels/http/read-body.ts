import express, { type RequestHandler } from 'express'
import { AppError } from '../../core/errors.ts'
import { checkValue } from '../body.ts'

/** Attachments come as base64, a third longer than the 10 MB they may have together. */
const WITH_FILES = '14mb'
const TAKES_FILES = /^\/v1\/chat\/?$/iu

/** Its body is a file, streamed by the route itself. */
const TAKES_A_FORM = /^\/v1\/imports\/[^/]+\/?$/iu

/** Reads JSON bodies and refuses everything else that has one. */
export const readBody = (): RequestHandler => {
  const json = express.json({ limit: '1mb' })
  const jsonWithFiles = express.json({ limit: WITH_FILES })
  return (req, res, next) => {
    if (TAKES_A_FORM.test(req.path)) return next()
    const type = (req.header('content-type') ?? '').toLowerCase()
    const hasBody = req.header('transfer-encoding') !== undefined || Number(req.header('content-length') ?? 0) > 0
    if (hasBody && !/^application\/json\s*(?:;|$)/u.test(type))
      throw new AppError('invalid', 'core.unsupported_media', {}, { status: 415 })
    const parse = TAKES_FILES.test(req.path) ? jsonWithFiles : json
    parse(req, res, (error?: unknown) => {
      try {
        if (error === undefined) checkValue(req.body)
        next(error)
      } catch (refused) {
        next(refused)
      }
    })
  }
}
