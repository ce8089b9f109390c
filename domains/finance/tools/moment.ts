// What every tool here asks of the moment and says of a row that moved on.
import { AppError } from '../../../core/errors.ts'
import { localDateOf } from '../../../core/time.ts'
import type { Ctx } from '../../../tools/contract.ts'

export const todayOf = (ctx: Ctx): string => localDateOf(ctx.now, ctx.user.timeZone)

/** Something was done with the row after what is being undone; undoing would lose it. */
export const changedSince = (): AppError => new AppError('conflict', 'finance.changed_since')
