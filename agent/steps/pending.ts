import { toRfc3339 } from '../../core/time.ts'
import type { Pending, PendingAction } from '../contract.ts'
import { type Run, render } from '../state.ts'

/** The open actions of one confirmation as the person sees them; null when none is open. */
export const pendingOf = (run: Run, rows: readonly PendingAction[]): Pending | null => {
  const open = rows.filter((row) => row.status === 'open')
  const [first] = open
  if (!first) return null
  return {
    id: first.pendingId,
    expiresAt: toRfc3339(first.expiresAt, run.user.timeZone),
    actions: open.map((row) => ({ id: row.id, tool: row.tool, args: row.args, summary: render(run, row.summary) })),
  }
}

/** The question of a confirmation: one is asked as it is, several are numbered. */
export const questionOf = (run: Run, pending: Pending): string => {
  const [first] = pending.actions
  if (pending.actions.length === 1 && first) return first.summary
  const list = pending.actions.map((action, index) => `${index + 1}. ${action.summary}`).join('\n')
  return render(run, { key: 'agent.ask_many', params: { count: pending.actions.length, list } })
}
