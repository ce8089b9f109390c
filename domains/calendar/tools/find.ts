import type { Ctx, FoundRow } from '../../../tools/contract.ts'
import { findEvent } from '../repository.ts'
import { meant, show } from '../service.ts'

/** An event by id as its tools show it, held until the transaction ends: nobody changes it between the look and the write. */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const stored = await findEvent(ctx.tx, id, 'write')
  return stored && { version: stored.event.revision, row: show(meant(stored, {}, ctx.now).occurrence) }
}
