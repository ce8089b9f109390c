import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { toRfc3339 } from '../../../core/time.ts'
import { type Ctx, defineTool } from '../../../tools/contract.ts'
import { knowledge } from '../knowledge/index.ts'
import { replaceTarget, type TargetRow, takeBackTarget, targetNow } from '../repository.ts'
import {
  type SetTargetInput,
  type SetTargetOutput,
  setTargetInput,
  setTargetOutput,
  type TargetShape,
} from '../schema.ts'
import { assertTarget } from '../service.ts'
import { say } from '../words.ts'
import { saidTarget } from '../words-diary.ts'
import { bodyOf } from './body.ts'

/** What a day aims at. */
export const showTarget = (ctx: Ctx, { id, kcal, protein, fat, carbs, createdAt }: TargetRow): TargetShape => ({
  id,
  kcal,
  protein,
  fat,
  carbs,
  createdAt: toRfc3339(createdAt, ctx.user.timeZone),
})

export const setTarget = defineTool<SetTargetInput, SetTargetOutput>({
  name: 'nutrition_set_target',
  title: 'Set a target for the day',
  description:
    'Kilocalories and grams of protein, fat and carbohydrates that a day aims at; what is not named stays as it was. Refuses energy that is too low, and any for a minor, in pregnancy or with an eating disorder.',
  input: setTargetInput,
  output: setTargetOutput,
  about: 'health',
  risk: 'write',
  confirm: 'never',
  summary: async () => say('ask_target'),
  say: (output) => saidTarget(output),
  run: async (ctx, input) => {
    const before = await targetNow(ctx.tx, ctx.user.id)
    const row: TargetRow = {
      id: newId(),
      kcal: input.kcal ?? before?.kcal ?? null,
      protein: input.protein ?? before?.protein ?? null,
      fat: input.fat ?? before?.fat ?? null,
      carbs: input.carbs ?? before?.carbs ?? null,
      replacedId: before?.id ?? null,
      createdAt: ctx.now,
    }
    const whole: SetTargetInput = {
      kcal: row.kcal ?? undefined,
      protein: row.protein ?? undefined,
      fat: row.fat ?? undefined,
      carbs: row.carbs ?? undefined,
    }
    assertTarget(whole, await bodyOf(ctx), knowledge())
    await replaceTarget(ctx.tx, ctx.user.id, row)
    ctx.emit({ type: 'nutrition.target_changed', payload: { id: row.id } })
    return { ...showTarget(ctx, row), previousId: row.replacedId }
  },
  undo: async (ctx, { id }) => {
    if (!(await takeBackTarget(ctx.tx, ctx.user.id, id))) throw new AppError('conflict', 'nutrition.changed_since')
    ctx.emit({ type: 'nutrition.target_changed', payload: { id } })
  },
})
