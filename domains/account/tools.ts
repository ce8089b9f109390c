import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { Message } from '../../core/messages.ts'
import { toRfc3339 } from '../../core/time.ts'
import { defineTool, type Tool } from '../../tools/contract.ts'
import type { AccountDeps, Explanation } from './contract.ts'
import { addNote, deleteNote, listNotes } from './tools-notes.ts'
import { getProfile, listConsents, setConsent, updateProfile } from './tools-profile.ts'

const undoLast = (deps: AccountDeps): Tool =>
  defineTool({
    name: 'account_undo_last',
    title: 'Undo',
    description:
      'Takes back everything the person\'s latest turn or direct call wrote ("undo", "отмени", "верни как было"); again takes back the one before. Not for deleting or moving a particular row.',
    risk: 'write',
    confirm: 'never',
    about: 'general',
    input: z.strictObject({}),
    output: z.object({
      undone: z.array(z.object({ tool: z.string(), id: z.string().nullable(), summary: z.string() })),
      notUndone: z.array(z.object({ tool: z.string(), reason: z.string() })),
    }),
    summary: async () => ({ key: 'account.ask_undo' }),
    say: (output) => {
      const texts = (all: string[]): Message[] => all.map((text) => ({ key: 'account.line', params: { text } }))
      const done = { list: texts(output.undone.map((u) => u.summary)) }
      const left = { list: texts(output.notUndone.map((u) => u.reason)) }
      if (output.notUndone.length === 0)
        return output.undone.length === 0
          ? { key: 'account.nothing_to_undo' }
          : { key: 'account.undone', params: { done, count: output.undone.length } }
      return output.undone.length === 0
        ? { key: 'account.not_undone', params: { left } }
        : { key: 'account.partly_undone', params: { done, left } }
    },
    run: (ctx) => deps.undoLast(ctx),
  })

const count = (rooms: Record<string, Record<string, unknown[]>>): number =>
  Object.values(rooms).reduce((sum, tables) => sum + Object.values(tables).reduce((n, rows) => n + rows.length, 0), 0)

const exportData = (deps: AccountDeps): Tool =>
  defineTool({
    name: 'account_export',
    title: 'Export my data',
    description:
      'Gives the person everything that is stored about them, all domains and tables, superseded rows included.',
    risk: 'read',
    about: 'general',
    input: z.strictObject({}),
    output: z.record(z.string(), z.record(z.string(), z.array(z.unknown()))),
    summary: async () => ({ key: 'account.ask_export' }),
    say: (output) => ({
      key: 'account.exported',
      params: {
        count: count(output),
        lines: {
          list: Object.entries(output)
            .map(([name, tables]) => ({ name, rows: count({ [name]: tables }) }))
            .filter(({ rows }) => rows > 0)
            .map(({ name, rows }) => ({ key: 'account.export_line', params: { room: name, count: rows } })),
        },
      },
    }),
    run: (ctx) => deps.exportAll(ctx),
  })

const deleteAccount = (deps: AccountDeps): Tool =>
  defineTool({
    name: 'account_delete',
    title: 'Delete my account',
    description:
      'Erases the account and every row about the person for good; it cannot be undone. Only when they ask to delete their account or all their data, never for one record.',
    risk: 'irreversible',
    confirm: 'always',
    leavesNoTrace: true,
    about: 'general',
    input: z.strictObject({}),
    output: z.object({
      receiptId: z.string(),
      erasedAt: z.string(),
      total: z.number(),
      counts: z.record(z.string(), z.number()).describe('Rows erased per table'),
    }),
    summary: async () => ({ key: 'account.ask_delete' }),
    say: (output) => ({ key: 'account.deleted', params: { total: output.total, receipt: output.receiptId } }),
    run: async (ctx) => {
      const counts = await deps.eraseAll(ctx)
      return {
        receiptId: newId(),
        erasedAt: toRfc3339(ctx.now, ctx.user.timeZone),
        total: Object.values(counts).reduce((sum, n) => sum + n, 0),
        counts,
      }
    },
  })

const explanation = z.object({
  id: z.string(),
  at: z.string(),
  tool: z.string().nullable(),
  outcome: z.string(),
  reason: z.custom<Message>((value) => typeof value === 'object' && value !== null && 'key' in value).nullable(),
  rules: z.array(z.object({ id: z.string(), version: z.string().nullable() })),
  inputs: z.array(z.object({ kind: z.string(), ref: z.string() })),
  versions: z.record(z.string(), z.string()),
})

const sayDecision = (decision: Explanation | null): Message => {
  if (!decision) return { key: 'account.nothing_to_explain' }
  const rules = decision.rules.map((rule) => (rule.version ? `${rule.id} (${rule.version})` : rule.id)).join(', ')
  const params = { at: { instant: decision.at }, rules, none: decision.rules.length === 0 }
  return decision.reason
    ? { key: 'account.decision_because', params: { ...params, reason: decision.reason } }
    : { key: 'account.decision', params: { ...params, tool: decision.tool ?? 'none' } }
}

const explainDecision = (deps: AccountDeps): Tool =>
  defineTool({
    name: 'account_explain_decision',
    title: 'Why it was decided so',
    description:
      'Says why the assistant refused, warned or asked: the rules, what they looked at and their versions. Without an id, the latest refusal or warning.',
    risk: 'read',
    about: 'general',
    input: z.strictObject({ id: z.uuid().optional() }),
    output: z.object({ decision: explanation.nullable() }),
    summary: async () => ({ key: 'account.ask_explain' }),
    say: (output) => sayDecision(output.decision),
    run: async (ctx, input) => {
      const decision = await deps.explain(ctx, input.id)
      if (!decision && input.id) throw new AppError('not_found', 'account.decision_not_found')
      return { decision }
    },
  })

export const accountTools = (deps: AccountDeps): Tool[] => [
  getProfile,
  updateProfile,
  setConsent,
  listConsents,
  undoLast(deps),
  exportData(deps),
  deleteAccount(deps),
  explainDecision(deps),
  addNote,
  listNotes,
  deleteNote,
]
