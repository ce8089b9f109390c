import { pino } from 'pino'

/** Logs hold ids and codes, never what a person wrote. */
export const log = pino({
  name: 'zelenial',
  level: process.env['LOG_LEVEL'] ?? 'info',
  redact: {
    paths: ['password', 'token', 'authorization', 'message', 'text', '*.password', '*.token'],
    censor: '[hidden]',
  },
})
export type Log = typeof log
