// Everything a person can do with money here, one file per part in tools/.
import type { Tool } from '../../tools/contract.ts'
import { accountTools } from './tools/accounts.ts'
import { entryTools } from './tools/entries.ts'
import { spendingTools } from './tools/spending.ts'

export const tools: Tool[] = [...entryTools, ...spendingTools, ...accountTools]
