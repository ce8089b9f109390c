import type { Ctx, FoundRow } from '../../../tools/contract.ts'
import { showInjury } from '../engine/profile.ts'
import { findWorkout, setsOf } from '../repository/workouts.ts'
import { findInjury } from '../repository.ts'
import { show } from '../service.ts'

/** A workout or an injury by id as their tools show them, held until the transaction ends. */
export const findRow = async (ctx: Ctx, id: string): Promise<FoundRow | null> => {
  const { tx, user } = ctx
  const workout = await findWorkout(tx, user.id, id, 'write')
  if (workout) return { version: workout.revision, row: show(workout, await setsOf(tx, user.id, [id])) }
  const injury = await findInjury(tx, user.id, id)
  return injury && { version: injury.revision, row: showInjury(injury) }
}
