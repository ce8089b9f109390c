import { AppError } from '../core/errors.ts'
import { latestWrites, markUndo } from './audit.ts'
import type { Ctx } from './contract.ts'
import type { Registry } from './registry.ts'

export interface UndoReport {
  undone: { tool: string; id: string | null; title: string }[]
  notUndone: { tool: string; title: string; reason: string }[]
}

const idOf = (output: unknown): string | null =>
  output !== null && typeof output === 'object' && 'id' in output && typeof output.id === 'string' ? output.id : null

/**
 * Reverses every write of the person's latest turn or direct call that is not yet undone and at most 24 h old, newest
 * first. What cannot be undone is named with the key of its reason and not tried again.
 */
export const undoLast = async (registry: Registry, ctx: Ctx): Promise<UndoReport> => {
  const report: UndoReport = { undone: [], notUndone: [] }
  for (const row of await latestWrites(ctx.tx, ctx.now)) {
    const { tool } = registry.get(row.tool)
    if (tool.risk !== 'write' || !tool.undo) {
      await markUndo(ctx.tx, row.id, 'impossible')
      report.notUndone.push({ tool: row.tool, title: tool.title, reason: 'tools.not_undoable' })
      continue
    }
    await ctx.tx.query('savepoint undo_step')
    try {
      await tool.undo(ctx, row.output, tool.input.parse(row.args))
      await ctx.tx.query('release savepoint undo_step')
      await markUndo(ctx.tx, row.id, 'undone')
      if (row.parentId === null) report.undone.push({ tool: row.tool, id: idOf(row.output), title: tool.title })
    } catch (error) {
      await ctx.tx.query('rollback to savepoint undo_step')
      if (!(error instanceof AppError) || error.code === 'internal') throw error
      await markUndo(ctx.tx, row.id, 'impossible')
      report.notUndone.push({ tool: row.tool, title: tool.title, reason: error.key })
    }
  }
  return report
}
