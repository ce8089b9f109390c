import type { Tool } from '../../tools/contract.ts'
import { breakTools } from './tools/breaks.ts'
import { entryTools } from './tools/entries.ts'
import { habitTools } from './tools/habits.ts'
import { insightTools } from './tools/insight.ts'
import { loggingTools } from './tools/logging.ts'
import { safetyTools } from './tools/safety.ts'

export const tools: Tool[] = [
  ...loggingTools,
  ...entryTools,
  ...habitTools,
  ...insightTools,
  ...breakTools,
  ...safetyTools,
]
