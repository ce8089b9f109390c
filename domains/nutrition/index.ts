import { z } from 'zod'
import type { Domain } from '../contract.ts'
import { namesIn } from './names.ts'
import { recheck } from './recheck.ts'
import { rules } from './rules.ts'
import { events } from './schema.ts'
import { dayParts } from './tools/day.ts'
import { tools } from './tools.ts'

const factChanged = z.object({ id: z.uuid(), active: z.boolean() })

/** Nutrition: what may be taken together and how much of it, what was taken and eaten, what a day aims at. */
export const nutrition: Domain = {
  id: 'nutrition',
  folder: new URL('.', import.meta.url),
  tools,
  // Height is no safety fact.
  uses: ['account_get_profile'],
  events,
  rules,
  day: dayParts,
  names: namesIn,
  on: {
    'health.safety_fact_changed': async (ctx, { payload }) => {
      const { id, active } = factChanged.parse(payload)
      if (active) await recheck(ctx, id)
    },
  },
  claims: {
    // A verb of doing and a thing of nutrition in one sentence, in either order.
    done: [
      /(?<!\p{L})(?:записа[лн]|отмети[лв]|отмечен|добавил|добавлен|вн[её]с|поставил|сохранил|сохран[её]н)\p{L}*[^.!?\n]{0,60}(?<!\p{L})(?:завтрак|обед|ужин|перекус|еду|еды|при[её]м пищи|калори|ккал|добавк|витамин|магни|омега|протеин|белк[аи]|цель по калори)/iu,
      /(?<!\p{L})(?:завтрак|обед|ужин|перекус|еда|при[её]м пищи|добавка|витамин|магний|омега|протеин)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:записан|отмечен|добавлен|внес[её]н|сохран[её]н)/iu,
      /(?<!\p{L})(?:recorded|logged|noted|added|saved|entered|set)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:meal|breakfast|lunch|dinner|snack|supplement|vitamin|magnesium|omega|calorie target|calories)(?!\p{L})/iu,
      /(?<!\p{L})(?:meal|breakfast|lunch|dinner|snack|supplement|vitamin|calorie target)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:recorded|logged|noted|added|saved|set)(?!\p{L})/iu,
    ],
  },
}
