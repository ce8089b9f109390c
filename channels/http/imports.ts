import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import busboy from 'busboy'
import { type Request, type Response, Router } from 'express'
import { AppError } from '../../core/errors.ts'
import type { Message } from '../../core/messages.ts'
import type { User } from '../../core/user.ts'
import type { ImportRequest } from '../../tools/imports/run.ts'
import { toldImport } from '../../tools/imports/told.ts'
import type { ChannelDeps } from '../contract.ts'
import { callerOf, parse, signedIn } from './caller.ts'
import { STREAM_HEADERS } from './event-stream.ts'
import { importFields } from './wire.ts'

/** What one file may hold. */
const MOST_BYTES = 2 * 1024 ** 3
const MAX_FIELDS = 10
const MAX_FIELD_BYTES = 1_000
/** Progress is told at most this often. */
const PROGRESS_MS = 200

const ORIGIN = { channel: 'import', actor: 'person' } as const

/** Permitted like any tool that the person calls directly, or refused. */
const permitFor =
  (deps: ChannelDeps, user: User): ImportRequest['permit'] =>
  (tool, args) => {
    const decision = deps.decide({ tool, args, user, origin: ORIGIN, allowed: null })
    if (decision.kind === 'permit') return decision.permit
    throw decision.kind === 'refuse' ? decision.error : new AppError('refused', 'guardrails.outside_request')
  }

/** `POST /v1/imports/{kind}`: a file, streamed to a temporary one, read and saved while the client may watch. */
export const importRoutes = (deps: ChannelDeps): Router => {
  const router = Router()
  router.post('/imports/:kind', signedIn(deps, 'write'), async (req, res) => {
    const { user, now } = callerOf(res)
    const kind = String(req.params['kind'])
    const { tool } = deps.registry.importer(kind)
    const permit = permitFor(deps, user)
    // Who may not import is told so before the file is read.
    permit(tool.name, {})
    const folder = await mkdtemp(join(tmpdir(), 'zelenial-import-'))
    try {
      const upload = await receive(req, join(folder, 'file'))
      const { accountId, timeZone } = parse(importFields, upload.fields)
      const request: ImportRequest = {
        user,
        now,
        origin: ORIGIN,
        file: { path: join(folder, 'file'), name: upload.name },
        kind,
        ...(accountId ? { accountId } : {}),
        ...(timeZone ? { timeZone } : {}),
        permit,
      }
      const progress = (req.header('accept') ?? '').includes('text/event-stream') ? openProgress(res) : null
      const { output, said } = await deps.imports.run({
        ...request,
        ...(progress ? { onProgress: progress.tell } : {}),
      })
      const tell = (message: Message): string => deps.messages.render(message, { ...user, now })
      const answer = { ...toldImport(output, tell), said: tell(said) }
      if (progress) progress.end(answer)
      else res.json(answer)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
  return router
}

/** The file of a multipart body, written to `path`, and its other fields. Throws `invalid` for anything else. */
const receive = async (req: Request, path: string): Promise<{ name: string; fields: Record<string, string> }> => {
  if (!/^multipart\/form-data\s*;/iu.test(req.header('content-type') ?? ''))
    throw new AppError('invalid', 'core.unsupported_media', {}, { status: 415 })
  const fields: Record<string, string> = {}
  const files: { name: string; written: Promise<void>; cut: () => boolean }[] = []
  let tooMany = false
  const parser = openParser(req)
  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) tooMany = true
    fields[name] = value
  })
  parser.on('file', (name, stream, { filename }) => {
    if (name !== 'file') {
      stream.resume()
      tooMany = true
      return
    }
    const written = finished(stream.pipe(createWriteStream(path, { flags: 'wx', mode: 0o600 })))
    // It is awaited below; until then a failure must not count as unhandled.
    written.catch(() => undefined)
    files.push({ name: filename ?? '', written, cut: () => stream.truncated === true })
  })
  parser.on('filesLimit', () => {
    tooMany = true
  })
  parser.on('fieldsLimit', () => {
    tooMany = true
  })
  req.pipe(parser)
  try {
    await finished(parser)
    for (const { written } of files) await written
  } catch (cause) {
    throw new AppError('invalid', 'channels.bad_multipart', {}, { cause })
  }
  const [file] = files
  if (!file)
    throw new AppError('invalid', 'channels.no_file', {}, { errors: [{ path: 'file', message: 'is missing' }] })
  if (tooMany) throw new AppError('invalid', 'channels.bad_multipart')
  if (file.cut()) throw new AppError('invalid', 'core.too_large', {}, { status: 413 })
  return { name: nameOf(file.name), fields }
}

const openParser = (req: Request): busboy.Busboy => {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: MOST_BYTES, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, parts: MAX_FIELDS + 1 },
    })
  } catch (cause) {
    throw new AppError('invalid', 'channels.bad_multipart', {}, { cause })
  }
}

/** A file name is shown and stored, never opened. */
const nameOf = (given: string): string =>
  (given.toWellFormed().replaceAll('\0', '').split(/[/\\]/u).at(-1) ?? '').trim().slice(0, 255)

/** Progress as server-sent events; an error after the first goes out as one too. */
const openProgress = (res: Response) => {
  let told = 0
  const write = (event: string, data: unknown): void => {
    if (!res.headersSent) res.writeHead(200, STREAM_HEADERS)
    if (!res.destroyed) res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  return {
    tell: (progress: { done: number; bytes: number; of: number }): void => {
      const at = performance.now()
      if (told !== 0 && at - told < PROGRESS_MS) return
      told = at
      write('progress', progress)
    },
    end: (answer: unknown): void => {
      write('done', answer)
      res.end()
    },
  }
}
