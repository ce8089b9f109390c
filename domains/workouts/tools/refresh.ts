import type { Ctx } from '../../../tools/contract.ts'
import { mondayOf } from '../engine/dates.ts'
import { saveAdvice } from '../repository.ts'
import { loadOn } from './insight.ts'
import { today } from './workouts.ts'

/** Works the week's load and advice out anew after a workout or an import, once for each: the same cause again changes nothing. */
export const refreshAdvice = async (ctx: Ctx, causeId: string): Promise<void> => {
  const date = today(ctx)
  const state = await loadOn(ctx, date)
  await saveAdvice(ctx.tx, ctx.user.id, {
    weekStart: mondayOf(date),
    workoutId: causeId,
    acuteTenths: state.acuteTenths,
    chronicTenths: state.chronicTenths,
    ratio: state.ratio,
    advice: state.advice.code,
    updatedAt: ctx.now,
  })
}
