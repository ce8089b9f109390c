import { z } from 'zod'
import type { Message } from '../../core/messages.ts'
import { defineTool, type Tool } from '../contract.ts'
import type { Importer, ImportRun } from './contract.ts'

const message = z.custom<Message>((value) => value !== null && typeof value === 'object' && 'key' in value)
const counts = { created: z.int(), updated: z.int(), skipped: z.int() }
const rejected = z.array(z.object({ line: z.int(), reason: message }))

const importInput = z.object({
  run: z.custom<ImportRun>((value) => value !== null && typeof value === 'object' && 'id' in value),
  counts: z.object(counts),
  rejected,
  rejectedTotal: z.int(),
})
type ImportInput = z.infer<typeof importInput>

const importOutput = z.object({
  id: z.uuid(),
  kind: z.string(),
  format: z.string(),
  fileName: z.string(),
  ...counts,
  /** The first of those that could not be read. */
  rejected,
  rejectedTotal: z.int(),
  totals: z.record(z.string(), z.unknown()),
  warnings: z.array(z.object({ code: z.string(), message })),
  said: message,
})
export type ImportOutput = z.infer<typeof importOutput>

const VERB = { key: 'tools.ask_import' }

/**
 * The end of an import as a tool: it is permitted, audited, told and undone like any other write. The rows are saved
 * before it, batch by batch; it adds them up. It is in no list: only `imports/run.ts` calls it.
 */
export const importTool = (domain: string, kind: string, importer: Importer): Tool =>
  defineTool<ImportInput, ImportOutput>({
    name: `${domain}_import_${kind}`,
    title: `Import a file: ${kind}`,
    description: 'Adds up an import.',
    about: importer.about,
    risk: 'write',
    confirm: 'never',
    input: importInput,
    output: importOutput,
    summary: async () => VERB,
    run: async (ctx, { run, counts, rejected, rejectedTotal }) => ({
      id: run.id,
      kind,
      format: run.format,
      fileName: run.fileName,
      ...counts,
      rejected,
      rejectedTotal,
      ...(await importer.finish(ctx, run, counts)),
    }),
    say: ({ said, rejectedTotal, rejected: [first], warnings }) => ({
      key: 'tools.imported',
      params: {
        said,
        count: rejectedTotal,
        line: first?.line ?? 0,
        reason: first?.reason ?? '',
        warned: warnings.length,
        warnings: { list: warnings.map(({ message }) => message), join: 'lines' },
      },
    }),
    undo: (ctx, { id }) => importer.undo(ctx, id),
  })
