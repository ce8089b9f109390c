import type { RecallItem } from '../contract.ts'
import type { Run } from '../state.ts'

/** What we know of the person that bears on this message; bounded, so that turn 500 costs what turn 5 costs. */
export const recall = async (run: Run, text: string): Promise<RecallItem[]> =>
  run.facts ??
  (await run.deps.db.withUser(run.user.id, (tx) => run.deps.recall(tx, text, run.user.id, run.request.now)))
