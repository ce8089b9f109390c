import type { Ctx, FoundRow } from '../../../tools/contract.ts'
import { showEntry, showFact } from '../engine/show.ts'
import { HABIT } from '../repository/habits.ts'
import { SAFETY_FACT } from '../repository/safety.ts'
import { lockRow } from '../repository/table.ts'
import { findEntry } from '../repository.ts'
import { progressNow } from './habits.ts'

const look = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const { tx, user } = ctx
  const entry = await findEntry(tx, user.id, id, lockRow)
  if (entry) return { version: entry.row.revision, row: showEntry(entry, user) }
  const habit = await lockRow(tx, HABIT, user.id, id)
  if (habit) return { version: habit.revision, row: await progressNow(ctx, habit) }
  const fact = await lockRow(tx, SAFETY_FACT, user.id, id)
  return fact && { version: fact.revision, row: showFact(fact, user) }
}

/**
 * An entry, a habit or a fact of the safety profile by id as their tools show them, held until the transaction ends. A
 * write puts a new row in place of the old one: who waited for the old one finds the new one on the second look.
 */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => (await look(ctx, id)) ?? look(ctx, id)
