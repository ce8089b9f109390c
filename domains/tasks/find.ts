import type { Ctx, FoundRow } from '../../tools/contract.ts'
import { findTask, openAmong } from './repository.ts'
import { show } from './service.ts'

/** A task by id as its tools show it, held until the transaction ends: nobody changes it between the look and the write. */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const task = await findTask(ctx.tx, id, 'write')
  return task && { version: task.revision, row: show(task, await openAmong(ctx.tx, task.after)) }
}
