import type { Ctx, FoundRow } from '../../tools/contract.ts'
import { lockReminder } from './repository.ts'
import { shown } from './tools.ts'

/** A reminder by id as its tools show it, held until the transaction ends. Being delivered is no change of it. */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const row = await lockReminder(ctx.tx, id)
  return row ? { version: String(row.version), row: shown(row, ctx.user.timeZone) } : null
}
