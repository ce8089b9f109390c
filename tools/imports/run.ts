import { open } from 'node:fs/promises'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { Instant } from '../../core/time.ts'
import type { User } from '../../core/user.ts'
import { appendEvents } from '../../db/outbox.ts'
import type { DomainEvent, Origin } from '../contract.ts'
import { type Call, createCtx, type ExecuteDeps, execute, type Result } from '../execute.ts'
import type { ImportCounts, ImportFile, ImportOptions, ImportRun } from './contract.ts'
import { type FileReader, openReader } from './reader.ts'
import type { ImportOutput } from './tool.ts'

/** Rows saved in one transaction: nobody else waits longer on the embedded database. */
const ROWS = 500
/** Unreadable lines that are named; all are counted. */
const NAMED = 200
const HEAD_BYTES = 65_536
const NOTHING: ImportCounts = { created: 0, updated: 0, skipped: 0 }
/** Workers reading at a time in this process; each may take a core. */
const AT_ONCE = 2

export interface ImportRequest {
  user: User
  now: Instant
  origin: Origin
  file: { path: string; name: string }
  /** Without it, any kind that recognises the file. */
  kind?: string
  accountId?: string
  timeZone?: string
  turnId?: string
  /** Asked before the first row is saved and before the import is recorded; throws what the policy refuses. */
  permit(tool: string, args: unknown): Call['permit']
  onProgress?: (progress: { done: number; bytes: number; of: number }) => void
}
export interface Imports {
  /** Throws `invalid` when no kind takes the file, or the one asked for does not. */
  run(request: ImportRequest): Promise<Result & { output: ImportOutput }>
  /** The kind that would take this file. */
  recognise(file: { path: string; name: string }): Promise<string | null>
}

/** Files in: read in a worker, saved in batches as this person, added up and recorded at the end. */
export const createImports = (deps: ExecuteDeps): Imports => {
  const inTurn = turns(AT_ONCE)
  const withReader = <T>(work: (reader: FileReader) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      const reader = openReader()
      try {
        return await work(reader)
      } finally {
        await reader.close()
      }
    })
  const kinds = (kind?: string) =>
    [...deps.registry.imports.entries()]
      .filter(([name]) => kind === undefined || name === kind)
      .map(([name, { importer }]) => ({ kind: name, url: importer.reader }))
  return {
    recognise: (given) =>
      withReader(async (reader) => (await reader.recognise(await describe(given), kinds()))?.kind ?? null),
    run: (request) =>
      withReader(async (reader) => {
        const file = await describe(request.file)
        const found = await reader.recognise(file, kinds(request.kind))
        if (!found)
          throw new AppError('invalid', file.bytes === 0 ? 'tools.import_empty' : 'tools.import_unknown', {
            name: file.name,
          })
        return runOver(deps, reader, file, found, request)
      }),
  }
}

const describe = async ({ path, name }: ImportRequest['file']): Promise<ImportFile> => {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(HEAD_BYTES, size)), 0)
    return { path, name, bytes: size, head: new Uint8Array(buffer.subarray(0, bytesRead)) }
  } finally {
    await handle.close()
  }
}

const optionsOf = ({ user, now, accountId, timeZone }: ImportRequest): ImportOptions => ({
  ...(accountId === undefined ? {} : { accountId }),
  timeZone: timeZone ?? user.timeZone,
  currency: user.currency,
  locale: user.locale,
  now: now.toISOString(),
})

const runOver = async (
  deps: ExecuteDeps,
  reader: FileReader,
  file: ImportFile,
  { kind, format }: { kind: string; format: string },
  request: ImportRequest,
): Promise<Result & { output: ImportOutput }> => {
  const { importer, tool } = deps.registry.importer(kind)
  const run: ImportRun = {
    id: newId(),
    format,
    fileName: file.name,
    options: optionsOf(request),
    notes: new Map(),
  }
  request.permit(tool.name, {})
  const counts: ImportCounts = { created: 0, updated: 0, skipped: 0 }
  const rejected: ImportOutput['rejected'] = []
  let rejectedTotal = 0
  let done = 0
  try {
    await saveAll()
  } catch (error) {
    // What a file did before it was refused is taken back: it is refused whole.
    await saveBatch(deps, request, async (ctx) => {
      await importer.undo(ctx, run.id)
      return NOTHING
    })
    throw error
  }
  const input = { run, counts, rejected, rejectedTotal }
  const { user, now, origin, turnId } = request
  const result = await execute(deps, {
    tool: tool.name,
    input,
    user,
    now,
    origin,
    permit: request.permit(tool.name, input),
    ...(turnId === undefined ? {} : { key: { turnId, callId: run.id } }),
  })
  return { ...result, output: result.output as ImportOutput }

  async function saveAll(): Promise<void> {
    for await (const batch of reader.read(file, importer.reader, format, run.options)) {
      for (let from = 0; from < batch.rows.length; from += ROWS) {
        const saved = await saveBatch(deps, request, (ctx) =>
          importer.save(ctx, batch.rows.slice(from, from + ROWS), run),
        )
        counts.created += saved.created
        counts.updated += saved.updated
        counts.skipped += saved.skipped
      }
      rejectedTotal += batch.rejected.length
      rejected.push(...batch.rejected.slice(0, NAMED - rejected.length))
      done += batch.rows.length + batch.rejected.length
      request.onProgress?.({ done, bytes: batch.bytes, of: file.bytes })
    }
  }
}

const saveBatch = async (
  deps: ExecuteDeps,
  { user, now, origin }: ImportRequest,
  save: (ctx: ReturnType<typeof createCtx>) => Promise<ImportCounts>,
): Promise<ImportCounts> => {
  const events: DomainEvent[] = []
  const counts = await deps.db.withUser(user.id, async (tx) => {
    const saved = await save(createCtx(deps, tx, { user, now, origin }, events))
    await appendEvents(tx, user.id, events, now)
    return saved
  })
  if (events.length > 0) deps.onEvents?.(user.id, now)
  return counts
}

/** Runs at most `most` of what it is given at a time, in order. */
const turns = (most: number) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
