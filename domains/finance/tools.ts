// Everything a person can do with money here, one file per part in tools/.
import type { Tool } from '../../tools/contract.ts'
import { accountTools } from './tools/accounts.ts'
import { billTools } from './tools/bills.ts'
import { entryTools } from './tools/entries.ts'
import { forecastTools } from './tools/forecast.ts'
import { goalTools } from './tools/goals.ts'
import { insightTools } from './tools/insights.ts'
import { paymentTools } from './tools/payments.ts'
import { ruleTools } from './tools/rules.ts'
import { spendingTools } from './tools/spending.ts'

export const tools: Tool[] = [
  ...entryTools,
  ...spendingTools,
  ...ruleTools,
  ...accountTools,
  ...billTools,
  ...paymentTools,
  ...forecastTools,
  ...insightTools,
  ...goalTools,
]
