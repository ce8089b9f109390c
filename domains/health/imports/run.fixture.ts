// Runs an import as the service does: each batch in a transaction of its own, then the end.
import { newId } from '../../../core/ids.ts'
import type { Message } from '../../../core/messages.ts'
import type { User } from '../../../core/user.ts'
import { NOW, type TestDatabase } from '../../../test/harness/database.ts'
import { messageFolders } from '../../../test/harness/selection.ts'
import { loadMessages } from '../../../tools/catalog.ts'
import type { Ctx, DomainEvent } from '../../../tools/contract.ts'
import { createCtx } from '../../../tools/execute.ts'
import { createRegistry, type Provider } from '../../../tools/registry.ts'
import type { ImportCounts, Importer, ImportFile, ImportReader, ImportRun } from '../../contract.ts'
import { OPTIONS } from './files.fixture.ts'

export interface Imported extends ImportCounts {
  id: string
  totals: Record<string, unknown>
  warnings: string[]
  said: Message
  rejected: string[]
  /** All that is told, rendered: the end, then warnings, then rejected lines; the same in Russian and in English. */
  told: Record<'ru' | 'en', string[]>
  events: DomainEvent[]
}

export interface ImportRunner {
  rows(user: User, batches: readonly unknown[][], format: string): Promise<Imported>
  file(user: User, file: ImportFile): Promise<Imported>
  undo(user: User, id: string): Promise<void>
}

export const importRunner = (
  database: TestDatabase,
  domain: Provider & { imports?: Record<string, Importer> },
  kind: string,
  reader: ImportReader,
): ImportRunner => {
  const importer = domain.imports?.[kind]
  if (!importer) throw new Error(`no importer ${kind}`)
  const registry = createRegistry([domain])
  const messages = loadMessages(messageFolders())
  const inside = <T>(user: User, events: DomainEvent[], fn: (ctx: Ctx) => Promise<T>): Promise<T> =>
    database.db.withUser(user.id, (tx) =>
      fn(
        createCtx(
          { db: database.db, registry },
          tx,
          { user, now: NOW, origin: { channel: 'import', actor: 'person' } },
          events,
        ),
      ),
    )
  const run = async (
    user: User,
    batches: AsyncIterable<{ rows: unknown[]; rejected: { reason: Message }[] }>,
    format: string,
  ): Promise<Imported> => {
    const state: ImportRun = { id: newId(), format, fileName: '', options: OPTIONS, notes: new Map() }
    const counts: ImportCounts = { created: 0, updated: 0, skipped: 0 }
    const events: DomainEvent[] = []
    const rejected: Message[] = []
    for await (const batch of batches) {
      rejected.push(...batch.rejected.map(({ reason }) => reason))
      if (batch.rows.length === 0) continue
      const saved = await inside(user, events, (ctx) => importer.save(ctx, batch.rows, state))
      counts.created += saved.created
      counts.updated += saved.updated
      counts.skipped += saved.skipped
    }
    const end = await inside(user, events, (ctx) => importer.finish(ctx, state, counts))
    const all = [end.said, ...end.warnings.map(({ message }) => message), ...rejected]
    const told = (locale: string): string[] =>
      all.map((message) => messages.render(message, { ...user, locale, now: NOW }))
    return {
      ...counts,
      ...end,
      warnings: end.warnings.map(({ code }) => code),
      id: state.id,
      rejected: rejected.map(({ key }) => key),
      told: { ru: told('ru-RU'), en: told('en-GB') },
      events,
    }
  }
  return {
    rows: (user, batches, format) =>
      run(
        user,
        (async function* () {
          for (const rows of batches) yield { rows, rejected: [] }
        })(),
        format,
      ),
    file: async (user, file) => {
      const format = await reader.recognise(file)
      if (format === null) throw new Error('not recognised')
      return run(user, reader.read(file, format, OPTIONS), format)
    },
    undo: (user, id) => inside(user, [], (ctx) => importer.undo(ctx, id)),
  }
}
