// What we remember of a person belongs here: storing, recalling, correcting and forgetting facts they stated.
import { z } from 'zod'
import type { Domain } from '../domains/contract.ts'
import type { MemoryDeps } from './contract.ts'
import { factOf, loadSafety } from './repository.ts'
import { rules } from './rules.ts'
import { safetyFacts } from './service.ts'
import { memoryTools } from './tools.ts'

export const createMemory = (deps: MemoryDeps): Domain => ({
  id: 'memory',
  folder: new URL('.', import.meta.url),
  tools: memoryTools(deps),
  uses: [],
  events: {
    'memory.fact_remembered': z.object({ factId: z.string() }),
    'memory.fact_forgotten': z.object({ factIds: z.array(z.string()) }),
  },
  rules,
  safety: async (ctx) => {
    const rows = await loadSafety(ctx.tx, ctx.user.id)
    return safetyFacts(rows.map((row) => factOf(row, ctx.user.timeZone)))
  },
  claims: {
    done: [
      /(?<!\p{L})(?:запомнил\p{L}*|запомнено|забыл[аи]?|забыто)(?!\p{L})/iu,
      /(?<!\p{L})(?:i(?:['’]ve| have)?|got it,?)\s+(?:remembered|forgotten|noted)(?!\p{L})/iu,
    ],
  },
})
