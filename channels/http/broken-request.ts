import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError } from '../../core/errors.ts'
import type { Messages } from '../../core/messages.ts'
import { problemOf } from './problem.ts'

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
const STATUSES: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Bytes that are no HTTP at all get a problem too, before the connection closes. */
export const answerBrokenRequests = (server: Server, messages: Messages): void => {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const status = STATUSES[error.code ?? ''] ?? 400
    const body = JSON.stringify(problemOf(new AppError('invalid', 'channels.not_http', {}, { status }), messages, 'en'))
    socket.end(
      `HTTP/1.1 ${status} ${REASONS[status]}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  })
}
