import type { Tool } from '../../tools/contract.ts'
import { explainRule, proposeDose, selectSupplements } from './tools/advice.ts'
import { checkStack } from './tools/check.ts'
import { getDiary, logMeal, logSupplement } from './tools/diary.ts'
import { planMeals } from './tools/meals.ts'
import { setTarget } from './tools/target.ts'

/** All tools of nutrition. */
export const tools: Tool[] = [
  checkStack,
  proposeDose,
  selectSupplements,
  explainRule,
  logSupplement,
  logMeal,
  getDiary,
  setTarget,
  planMeals,
]
