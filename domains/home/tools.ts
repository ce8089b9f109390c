// All tools of home. Lists come first: a thing said without its kind is a thing on a list.
import type { Tool } from '../../tools/contract.ts'
import { adviceTools } from './tools/advice.ts'
import { applianceTools } from './tools/appliances.ts'
import { choreTools } from './tools/chores.ts'
import { householdTools } from './tools/household.ts'
import { listTools } from './tools/lists.ts'
import { meterTools } from './tools/meters.ts'
import { petCareTools } from './tools/pet-care.ts'
import { petTools } from './tools/pets.ts'
import { repairTools } from './tools/repairs.ts'
import { stockTools } from './tools/stock.ts'

export const tools: Tool[] = [
  ...listTools,
  ...choreTools,
  ...stockTools,
  ...petTools,
  ...petCareTools,
  ...applianceTools,
  ...repairTools,
  ...meterTools,
  ...householdTools,
  ...adviceTools,
]
