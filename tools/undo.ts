import { AppError } from '../core/errors.ts'
import type { Messages } from '../core/messages.ts'
import { latestWrites, markUndo } from './audit.ts'
import type { Ctx } from './contract.ts'
import type { Registry } from './registry.ts'

export interface UndoReport {
  undone: { tool: string; id: string | null; summary: string }[]
  notUndone: { tool: string; reason: string }[]
}

const idOf = (output: unknown): string | null =>
  output !== null && typeof output === 'object' && 'id' in output && typeof output.id === 'string' ? output.id : null

/**
 * Reverses every write of the person's latest turn or direct call that is not yet undone and at most 24 h old, newest
 * first. What cannot be undone is named with its reason and not tried again. Texts are rendered for the person.
 */
export const undoLast = async (registry: Registry, ctx: Ctx, messages: Messages): Promise<UndoReport> => {
  const reader = { locale: ctx.user.locale, timeZone: ctx.user.timeZone, now: ctx.now }
  const report: UndoReport = { undone: [], notUndone: [] }
  for (const row of await latestWrites(ctx.tx, ctx.now)) {
    const { tool } = registry.get(row.tool)
    if (tool.risk !== 'write' || !tool.undo) {
      await markUndo(ctx.tx, row.id, 'impossible')
      report.notUndone.push({ tool: row.tool, reason: messages.render({ key: 'tools.not_undoable' }, reader) })
      continue
    }
    await ctx.tx.query('savepoint undo_step')
    try {
      const input = tool.input.parse(row.args)
      await tool.undo(ctx, row.output, input)
      await ctx.tx.query('release savepoint undo_step')
      await markUndo(ctx.tx, row.id, 'undone')
      if (row.parentId === null)
        report.undone.push({
          tool: row.tool,
          id: idOf(row.output),
          summary: messages.render(tool.say(row.output, input), reader),
        })
    } catch (error) {
      await ctx.tx.query('rollback to savepoint undo_step')
      if (!(error instanceof AppError) || error.code === 'internal') throw error
      await markUndo(ctx.tx, row.id, 'impossible')
      report.notUndone.push({ tool: row.tool, reason: messages.render(error.said, reader) })
    }
  }
  return report
}
